"""The list of changes inside an alignment, from its blocks of aligned words."""

from collections.abc import Iterator

from provenance.model.reuse import Change, ChangeKind
from provenance.reuse.change_kinds import Wording, judge_change
from provenance.reuse.corpus import Corpus
from provenance.reuse.pieces import Block, BlockKind, Piece


def find_changes(corpus: Corpus, piece: Piece, wording: Wording) -> tuple[Change, ...]:
    """What differs, in the order of a. Differences of white space alone are not listed."""
    texts = _texts(corpus, piece)
    changes: list[Change] = []
    last: Block | None = None
    for block in piece.blocks:
        if last is not None and last.a_end == block.a and last.b_end == block.b:
            changes += _between(corpus, texts, last, block)
        if block.kind is BlockKind.EQUAL:
            changes += _typography(corpus, texts, block)
        else:
            changes += [_change(corpus, texts, each, wording) for each in _readable(corpus, block)]
        last = block
    return tuple(sorted(changes))


def _texts(corpus: Corpus, piece: Piece) -> tuple[str, str]:
    return corpus.texts[corpus.document[piece.a]], corpus.texts[corpus.document[piece.b]]


def _readable(corpus: Corpus, block: Block) -> Iterator[Block]:
    """Near words one by one; a gap widened to the whole number where it cuts one (1,200 and 1,300)."""
    if block.kind is BlockKind.NEAR:
        for step in range(block.a_end - block.a):
            yield Block(block.kind, block.a + step, block.a + step + 1, block.b + step, block.b + step + 1)
    else:
        yield _widened(corpus, block)


def _widened(corpus: Corpus, block: Block) -> Block:
    a, a_end, b, b_end = block.a, block.a_end, block.b, block.b_end
    while _is_one_number(corpus, a - 1) and _is_one_number(corpus, b - 1) and _same(corpus, a - 1, b - 1):
        a, b = a - 1, b - 1
    while (
        _is_one_number(corpus, a_end - 1)
        and _is_one_number(corpus, b_end - 1)
        and _same(corpus, a_end, b_end)
    ):
        a_end, b_end = a_end + 1, b_end + 1
    return Block(block.kind, a, a_end, b, b_end)


def _same(corpus: Corpus, row: int, other: int) -> bool:
    return bool(corpus.words[row] == corpus.words[other])


def _is_one_number(corpus: Corpus, row: int) -> bool:
    """Do this word and the next stand in one number, such as 1,200 or 3.5?"""
    if not 0 <= row < len(corpus) - 1 or corpus.document[row] != corpus.document[row + 1]:
        return False
    text = corpus.texts[corpus.document[row]]
    end, start = int(corpus.ends[row]), int(corpus.starts[row + 1])
    is_joined = start - end == 1 and text[end] in ".,"
    return is_joined and text[end - 1].isdigit() and text[start].isdigit()


def _between(corpus: Corpus, texts: tuple[str, str], last: Block, block: Block) -> Iterator[Change]:
    """The marks between two blocks, where both sides have words before and after."""
    if last.a < last.a_end and last.b < last.b_end and block.a < block.a_end and block.b < block.b_end:
        yield from _marks(corpus, texts, block.a, block.b)


def _typography(corpus: Corpus, texts: tuple[str, str], block: Block) -> Iterator[Change]:
    """Differences of equal words and of the marks between them."""
    a_range = int(corpus.starts[block.a]), int(corpus.ends[block.a_end - 1])
    b_range = int(corpus.starts[block.b]), int(corpus.ends[block.b_end - 1])
    if texts[0][slice(*a_range)] == texts[1][slice(*b_range)]:
        return
    for row, other in zip(range(block.a, block.a_end), range(block.b, block.b_end), strict=True):
        if row > block.a:
            yield from _marks(corpus, texts, row, other)
        a = int(corpus.starts[row]), int(corpus.ends[row])
        b = int(corpus.starts[other]), int(corpus.ends[other])
        yield from _typographic(texts, a, b)


def _marks(corpus: Corpus, texts: tuple[str, str], row: int, other: int) -> Iterator[Change]:
    """What stands before the words of these rows, after the words before them."""
    a = _trim(texts[0], int(corpus.ends[row - 1]), int(corpus.starts[row]))
    b = _trim(texts[1], int(corpus.ends[other - 1]), int(corpus.starts[other]))
    yield from _typographic(texts, a, b)


def _typographic(texts: tuple[str, str], a: tuple[int, int], b: tuple[int, int]) -> Iterator[Change]:
    a_text, b_text = texts[0][slice(*a)], texts[1][slice(*b)]
    if a_text.split() != b_text.split():
        yield Change(ChangeKind.TYPOGRAPHY, *a, a_text, *b, b_text)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _change(corpus: Corpus, texts: tuple[str, str], block: Block, wording: Wording) -> Change:
    a, b = _range(corpus, block.a, block.a_end), _range(corpus, block.b, block.b_end)
    context = corpus.word(block.a - 1) if block.a else "", _next_word(corpus, block.a_end)
    a_text, b_text = texts[0][slice(*a)], texts[1][slice(*b)]
    kind = judge_change(a_text, b_text, context, wording)
    return Change(kind, *a, a_text, *b, b_text)


def _next_word(corpus: Corpus, row: int) -> str:
    return corpus.word(row) if row < len(corpus) else ""


def _range(corpus: Corpus, row: int, end_row: int) -> tuple[int, int]:
    """Offsets of these words; where there are none, the empty range after the word before."""
    if row < end_row:
        return int(corpus.starts[row]), int(corpus.ends[end_row - 1])
    end = int(corpus.ends[row - 1])
    return end, end
