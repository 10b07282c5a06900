"""The list of changes inside an alignment, from its blocks of aligned words."""

from collections.abc import Iterator

from attrs import frozen

from provenance.model.reuse import Change, ChangeKind
from provenance.reuse.bare_marks import is_bare_mark
from provenance.reuse.change_kinds import Wording, judge_change
from provenance.reuse.corpus import Corpus
from provenance.reuse.pieces import Block, BlockKind, Piece
from provenance.reuse.whole_values import widen_values
from provenance.text.folding import fold_text

Range = tuple[int, int]
_ENDS = frozenset(".!?\n\r")

MOST_TYPOGRAPHY = 200
"""Changes of marks in one passage, from which those close together are told as one: it was set anew."""
CLOSE_CHARACTERS = 40
"""Code points between such changes, at most: a few words."""


@frozen(eq=False)
class _Sides:
    """Both texts of a piece: their numbers in the corpus and what they say.

    `rows`: of either side the first row of the piece and the offsets of all its words, as plain lists: one
    look-up in them takes a tenth of one in the table.
    """

    corpus: Corpus
    documents: tuple[int, int]
    texts: tuple[str, str]
    rows: tuple[tuple[int, list[int], list[int]], tuple[int, list[int], list[int]]]

    def word(self, row: int, side: int) -> Range:
        """Offsets of a word of the piece."""
        first, starts, ends = self.rows[side]
        return starts[row - first], ends[row - first]

    def words(self, row: int, end_row: int, side: int) -> Range:
        """Offsets of these words; where there are none, the empty range after the word before."""
        if row < end_row:
            return int(self.corpus.starts[row]), int(self.corpus.ends[end_row - 1])
        first = int(self.corpus.first[self.documents[side]])
        place = int(self.corpus.ends[row - 1]) if row > first else int(self.corpus.starts[row])
        return place, place

    def marks(self, row: int, side: int) -> Range:
        """Offsets of what stands between this word of the piece and the one before, without white space
        around it."""
        first, starts, ends = self.rows[side]
        return _trim(self.texts[side], ends[row - 1 - first], starts[row - first])


def find_changes(corpus: Corpus, piece: Piece, wording: Wording) -> tuple[Change, ...]:
    """What differs, in the order of a. Differences of white space alone are not listed."""
    documents = int(corpus.document[piece.a]), int(corpus.document[piece.b])
    texts = corpus.texts[documents[0]], corpus.texts[documents[1]]
    rows = _rows(corpus, piece.a, piece.a_end), _rows(corpus, piece.b, piece.b_end)
    sides = _Sides(corpus, documents, texts, rows)
    changes: list[Change] = []
    last: Block | None = None
    for block in piece.blocks:
        if last is not None and _is_joint(last, block):
            changes += _typographic(sides, sides.marks(block.a, 0), sides.marks(block.b, 1))
        if block.kind is BlockKind.EQUAL:
            changes += _typography(sides, block)
        else:
            changes += [_change(sides, each, wording) for each in _readable(corpus, block, piece)]
        last = block
    ordered = sorted(changes, key=lambda change: (change.a_start, change.b_start, change))
    if sum(change.kind is ChangeKind.TYPOGRAPHY for change in ordered) > MOST_TYPOGRAPHY:
        ordered = list(_laid_out_anew(ordered, sides.texts))
    spans = sides.words(piece.a, piece.a_end, 0), sides.words(piece.b, piece.b_end, 1)
    return widen_values(list(_with_marks(ordered, sides.texts)), sides.texts, spans, wording.knowledge)


def _rows(corpus: Corpus, row: int, end_row: int) -> tuple[int, list[int], list[int]]:
    return row, corpus.starts[row:end_row].tolist(), corpus.ends[row:end_row].tolist()


def _laid_out_anew(changes: list[Change], texts: tuple[str, str]) -> Iterator[Change]:
    """Changes of marks that follow each other closely on both sides as one."""
    last: Change | None = None
    for change in changes:
        is_close = (
            last is not None
            and last.kind is change.kind is ChangeKind.TYPOGRAPHY
            and 0 <= change.a_start - last.a_end <= CLOSE_CHARACTERS
            and 0 <= change.b_start - last.b_end <= CLOSE_CHARACTERS
        )
        if last is not None and is_close:
            a, b = (last.a_start, change.a_end), (last.b_start, change.b_end)
            last = Change(last.kind, *a, "", *b, "")
            continue
        if last is not None:
            yield _read(last, texts)
        last = change
    if last is not None:
        yield _read(last, texts)


def _read(change: Change, texts: tuple[str, str]) -> Change:
    a, b = (change.a_start, change.a_end), (change.b_start, change.b_end)
    return Change(change.kind, *a, texts[0][slice(*a)], *b, texts[1][slice(*b)])


def _with_marks(changes: list[Change], texts: tuple[str, str]) -> Iterator[Change]:
    """Marks right beside changed words belong to their change ("certainly" and ", as in May,")."""
    last: Change | None = None
    for change in changes:
        if last is None:
            last = change
            continue
        if change.kind is ChangeKind.TYPOGRAPHY and _contains(last, change):
            continue
        if _touch(last, change, texts) and _is_respelled(last, change):
            last = _both(ChangeKind.TYPOGRAPHY, last, change, texts)
            continue
        is_one = (last.kind is ChangeKind.TYPOGRAPHY) != (change.kind is ChangeKind.TYPOGRAPHY)
        marks, words = (last, change) if last.kind is ChangeKind.TYPOGRAPHY else (change, last)
        is_slight = not _ENDS.intersection(marks.a_text + marks.b_text)
        if is_one and is_slight and _touch(last, change, texts):
            last = _both(words.kind, last, change, texts)
        else:
            yield last
            last = change
    if last is not None:
        yield last


def _both(kind: ChangeKind, one: Change, other: Change, texts: tuple[str, str]) -> Change:
    """Two changes and what stands between them as one."""
    a = _trim(texts[0], one.a_start, other.a_end)
    b = _trim(texts[1], one.b_start, other.b_end)
    return Change(kind, *a, texts[0][slice(*a)], *b, texts[1][slice(*b)])


def _contains(outer: Change, inner: Change) -> bool:
    """Does `inner` lie inside of `outer` on both sides?"""
    in_a = outer.a_start <= inner.a_start and inner.a_end <= outer.a_end
    return in_a and outer.b_start <= inner.b_start and inner.b_end <= outer.b_end


def _is_respelled(one: Change, other: Change) -> bool:
    """Are they together the same letters, in other words (per cent, percent)?"""
    texts = (f"{one.a_text} {other.a_text}", f"{one.b_text} {other.b_text}")
    a, b = ("".join(fold_text(text).split()) for text in texts)
    return a == b


def _trim(text: str, start: int, end: int) -> Range:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _touch(one: Change, other: Change, texts: tuple[str, str]) -> bool:
    """Does only white space stand between them on both sides?"""
    if other.a_start < one.a_end or other.b_start < one.b_end:
        return False
    between = texts[0][one.a_end : other.a_start], texts[1][one.b_end : other.b_start]
    return not between[0].strip() and not between[1].strip()


def _is_joint(last: Block, block: Block) -> bool:
    """Do words of both sides stand before and after the place where these blocks meet?"""
    follows = last.a_end == block.a and last.b_end == block.b
    has_words = (
        last.a < last.a_end and last.b < last.b_end and block.a < block.a_end and block.b < block.b_end
    )
    return follows and has_words


def _readable(corpus: Corpus, block: Block, piece: Piece) -> Iterator[Block]:
    """Near words one by one; a gap widened to the whole number where it cuts one (1,200 and 1,300)."""
    if block.kind is BlockKind.NEAR:
        for step in range(block.a_end - block.a):
            yield Block(block.kind, block.a + step, block.a + step + 1, block.b + step, block.b + step + 1)
    else:
        yield _widened(corpus, block, piece)


def _widened(corpus: Corpus, block: Block, piece: Piece) -> Block:
    kind, a, a_end, b, b_end = block
    while a > piece.a and b > piece.b and _is_same_number(corpus, a - 1, b - 1, a - 1, b - 1):
        a, b = a - 1, b - 1
    while (
        a_end < piece.a_end
        and b_end < piece.b_end
        and _is_same_number(corpus, a_end - 1, b_end - 1, a_end, b_end)
    ):
        a_end, b_end = a_end + 1, b_end + 1
    return Block(kind, a, a_end, b, b_end)


def _is_same_number(corpus: Corpus, a: int, b: int, word_a: int, word_b: int) -> bool:
    """Do words a and a + 1, b and b + 1 each stand in one number, and are word_a and word_b equal?"""
    is_equal = bool(corpus.words[word_a] == corpus.words[word_b])
    return is_equal and _is_one_number(corpus, a) and _is_one_number(corpus, b)


def _is_one_number(corpus: Corpus, row: int) -> bool:
    """Do this word and the next stand in one number, such as 1,200, 3.5 or 21:35?"""
    if row < 0 or row + 1 >= len(corpus) or corpus.document[row] != corpus.document[row + 1]:
        return False
    text = corpus.texts[int(corpus.document[row])]
    end, start = int(corpus.ends[row]), int(corpus.starts[row + 1])
    is_joined = start - end == 1 and text[end] in ".,:"
    return is_joined and text[end - 1].isdigit() and text[start].isdigit()


def _typography(sides: _Sides, block: Block) -> Iterator[Change]:
    """Differences of equal words and of the marks between them."""
    (a, _), (_, a_end) = sides.word(block.a, 0), sides.word(block.a_end - 1, 0)
    (b, _), (_, b_end) = sides.word(block.b, 1), sides.word(block.b_end - 1, 1)
    if sides.texts[0][a:a_end] == sides.texts[1][b:b_end]:
        return
    for row, other in zip(range(block.a, block.a_end), range(block.b, block.b_end), strict=True):
        if row > block.a:
            yield from _typographic(sides, sides.marks(row, 0), sides.marks(other, 1))
        yield from _typographic(sides, sides.word(row, 0), sides.word(other, 1))


def _typographic(sides: _Sides, a: Range, b: Range) -> Iterator[Change]:
    a_text, b_text = sides.texts[0][a[0] : a[1]], sides.texts[1][b[0] : b[1]]
    if a_text != b_text and a_text.split() != b_text.split():
        yield Change(ChangeKind.TYPOGRAPHY, *a, a_text, *b, b_text)


def _change(sides: _Sides, block: Block, wording: Wording) -> Change:
    a, b = sides.words(block.a, block.a_end, 0), sides.words(block.b, block.b_end, 1)
    a_text, b_text = sides.texts[0][slice(*a)], sides.texts[1][slice(*b)]
    around = _neighbour(sides, block.a - 1), _neighbour(sides, block.a_end)
    kind = judge_change(a_text, b_text, around, wording)
    if (not a_text and is_bare_mark(sides.texts[1], *b)) or (not b_text and is_bare_mark(sides.texts[0], *a)):
        kind = ChangeKind.TYPOGRAPHY
    return Change(kind, *a, a_text, *b, b_text)


def _neighbour(sides: _Sides, row: int) -> str:
    """The word in that row of the first text, "" outside of it."""
    corpus, document = sides.corpus, sides.documents[0]
    return corpus.word(row) if corpus.first[document] <= row < corpus.first[document + 1] else ""
