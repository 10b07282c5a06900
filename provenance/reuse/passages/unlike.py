"""Passages that end where both texts go on with sentences of their own.

Two articles may have a quotation in common, then nothing, then the notice that their publisher puts under
all of its texts. The stretches score enough to be aligned as one, but no editor made one sentence out of the
other there: they are two passages, each with its own reason. A sentence replaced inside a paragraph that was
copied, or a paragraph inside a long copy, is an edit.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.openings import Openings
from provenance.reuse.passages.pieces import Block, BlockKind, Piece, between, paired_rows
from provenance.reuse.passages.scoring import block_score, make_piece
from provenance.reuse.passages.short import CONTENT_LETTERS, Vocabulary
from provenance.reuse.passages.worth import are_facts, folded_words

LEAST_WORDS = 3
"""Words replaced in a row on the side where they are more, at least, in a sentence that is looked at."""
SHARED = 0.5
"""Share of one side's words, those of grammar aside, from which on they have something in common, 0..1."""
LONG_COPY = 60
"""Words on both sides of paragraphs of their own from which on these are an edit of one long copy."""
LONG_TIMES = 5
"""The same in times of the words of these paragraphs; the less of both counts."""
LEAST_TIMES = 2
"""Times that what stands on both sides is as long as such paragraphs, at least."""


class _Own(NamedTuple):
    """Whole sentences of both sides that have nothing in common: rows [a, a_end) and [b, b_end)."""

    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def words(self) -> int:
        return max(self.a_end - self.a, self.b_end - self.b)


def cut_at_unlike(
    corpus: Corpus, piece: Piece, openings: Openings, vocabulary: Vocabulary, settings: ReuseSettings
) -> list[Piece]:
    """The parts of `piece` between which both sides have sentences of their own, in order; itself if there
    are none, or if they are few beside what stands around them."""
    if not any(map(_is_wide, piece.blocks)) or any(x.b_end > y.b for x, y in pairwise(piece.blocks)):
        return [piece]
    owns = _joined(_own_sentences(corpus, piece, openings, vocabulary))
    begin = _Own(piece.a, piece.a, piece.b, piece.b)
    end = _Own(piece.a_end, piece.a_end, piece.b_end, piece.b_end)
    bounds = [begin, *owns, end]
    cuts = [
        own
        for before, own, after in zip(bounds, owns, bounds[2:], strict=False)
        if not _is_edit(corpus, own, min(_words_between(before, own), _words_between(own, after)))
    ]
    if not cuts:
        return [piece]
    parts = [_part(piece, one, other, settings) for one, other in pairwise([begin, *cuts, end])]
    found = [part for part in parts if part is not None]
    return found if len(found) > 1 else [piece]


def _is_wide(block: Block) -> bool:
    """Are so many words replaced that a sentence could be among them?"""
    if block.kind is not BlockKind.GAP:
        return False
    one, other = block.a_end - block.a, block.b_end - block.b
    return min(one, other) >= 1 and max(one, other) >= LEAST_WORDS


def _own_sentences(
    corpus: Corpus, piece: Piece, openings: Openings, vocabulary: Vocabulary
) -> Iterator[_Own]:
    """The sentences around the wide gaps of `piece` that have nothing in common, in order."""
    rows: list[tuple[int, int]] = []
    for block in filter(_is_wide, piece.blocks):
        a, a_end = _sentences(openings, block.a, block.a_end)
        b, b_end = _sentences(openings, block.b, block.b_end)
        is_inside = piece.a < a < a_end < piece.a_end and piece.b < b < b_end < piece.b_end
        if not is_inside:
            continue
        rows = rows or paired_rows(piece.blocks)
        if not _have_in_common(corpus, rows, _Own(a, a_end, b, b_end), vocabulary):
            yield _Own(a, a_end, b, b_end)


def _sentences(openings: Openings, row: int, end_row: int) -> tuple[int, int]:
    """Rows of the whole sentences that hold these rows; (0, 0) if one is too long."""
    start = row if openings.opens(row) else openings.start(row)
    end = end_row if openings.opens(end_row) else openings.end(end_row)
    return (0, 0) if start is None or end is None else (start, end)


def _have_in_common(corpus: Corpus, rows: list[tuple[int, int]], own: _Own, vocabulary: Vocabulary) -> bool:
    """Do they share half of their words, those of grammar aside, or one that is no name, number, or frequent
    word?"""
    shared = [a for a, b in rows if own.a <= a < own.a_end or own.b <= b < own.b_end]
    words = folded_words(corpus, shared)
    sides = (range(own.a, own.a_end), range(own.b, own.b_end))
    least = min(_content(folded_words(corpus, list(side)), vocabulary) for side in sides)
    if not least or _content(words, vocabulary) >= SHARED * least:
        return True
    told = zip(words, are_facts(corpus, shared), strict=True)
    return any(not is_fact and _is_own(word, vocabulary) for word, is_fact in told)


def _content(words: list[str], vocabulary: Vocabulary) -> int:
    """How many of them are no words of grammar."""
    return sum(word not in vocabulary.grammar for word in words)


def _is_own(word: str, vocabulary: Vocabulary) -> bool:
    """Is it a word of some letters that not every text has?"""
    is_plain = word in vocabulary.grammar or word in vocabulary.frequent
    return len(word) >= CONTENT_LETTERS and not is_plain


def _joined(owns: Iterator[_Own]) -> list[_Own]:
    """Those that touch or overlap as one."""
    found: list[_Own] = []
    for own in owns:
        if found and (own.a <= found[-1].a_end or own.b <= found[-1].b_end):
            last = found[-1]
            found[-1] = _Own(last.a, max(last.a_end, own.a_end), last.b, max(last.b_end, own.b_end))
        else:
            found.append(own)
    return found


def _words_between(one: _Own, other: _Own) -> int:
    return min(other.a - one.a_end, other.b - one.b_end)


def _is_edit(corpus: Corpus, own: _Own, around: int) -> bool:
    """Are these sentences replaced in one copy, with `around` words of it on either side at least?"""
    is_apart = all(_breaks(corpus, row) for row in own)
    most = min(LONG_COPY, LONG_TIMES * own.words)
    return around >= (max(most, LEAST_TIMES * own.words) if is_apart else own.words)


def _breaks(corpus: Corpus, row: int) -> bool:
    """Does a line end right before this row?"""
    text = corpus.texts[int(corpus.document[row])]
    return "\n" in text[int(corpus.ends[row - 1]) : int(corpus.starts[row])]


def _part(piece: Piece, before: _Own, after: _Own, settings: ReuseSettings) -> Piece | None:
    """What of `piece` lies between the two."""
    rows = [
        a for a, b in paired_rows(piece.blocks) if before.a_end <= a < after.a and before.b_end <= b < after.b
    ]
    if not rows:
        return None
    blocks = between(piece.blocks, rows[0], rows[-1] + 1)
    return make_piece(blocks, sum(block_score(block, settings) for block in blocks))
