"""Passages with moved sentences, cut where the sentences end: each has its own first and last words.

Sentences that stand in another order have other neighbours, and many sentences begin or end alike ("The …"):
the word of a neighbour can be taken for the one that stood there.
"""

from collections.abc import Iterator, Sequence

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.fringes import FRINGE_UNITS, is_parted
from provenance.reuse.passages.merge import relink
from provenance.reuse.passages.pieces import Block, BlockKind, Piece
from provenance.reuse.passages.scoring import make_piece


def mend_seams(corpus: Corpus, piece: Piece, settings: ReuseSettings) -> Piece:
    """`piece`, if it has words in another order, with the edges of its blocks moved by a word or two to where
    a sentence ends in both texts. No shared word is lost for it but at the outer ends.
    """
    blocks = [block for block in piece.blocks if block.kind is not BlockKind.GAP]
    begins = [block.b for block in blocks]
    if begins == sorted(begins):  # they do not overlap
        return piece
    stripped = _stripped(corpus, blocks)
    mended = _grown(corpus, stripped)
    if mended == blocks:
        return piece
    lost = _words(blocks) - _words(mended)
    if lost > _words(blocks) - _words(_only_ends(blocks, stripped)):
        return piece
    return make_piece(relink(mended), max(settings.least_score, piece.score - lost))


def _stripped(corpus: Corpus, blocks: Sequence[Block]) -> list[Block]:
    """Without the words of a neighbouring sentence at the edges where the order breaks."""
    goes_on = _neighbours(blocks)
    found = []
    for block in blocks:
        low, high = 0, block.a_end - block.a
        size = high
        if block.kind is BlockKind.EQUAL and size > 2 * FRINGE_UNITS:
            if (block.a, block.b) not in goes_on and not _parts(corpus, block, 0):
                low = next((n for n in range(1, FRINGE_UNITS + 1) if _parts(corpus, block, n)), 0)
            if (block.a_end, block.b_end) not in goes_on and not _parts(corpus, block, size):
                high = next(
                    (n for n in range(size - 1, size - FRINGE_UNITS - 1, -1) if _parts(corpus, block, n)),
                    size,
                )
        found.append(_cut(block, low, high))
    return found


def _neighbours(blocks: Sequence[Block]) -> frozenset[tuple[int, int]]:
    """Places (a, b) where one block ends and another begins."""
    ends = {(block.a_end, block.b_end) for block in blocks}
    return frozenset(ends & {(block.a, block.b) for block in blocks})


def _parts(corpus: Corpus, block: Block, words: int) -> bool:
    """Does a sentence end, in both texts, after so many words of a block?"""
    a, b = block.a + words, block.b + words
    return is_parted(corpus, (a - 1, b - 1), (a, b))


def _cut(block: Block, low: int, high: int) -> Block:
    return Block(block.kind, block.a + low, block.a + high, block.b + low, block.b + high)


def _grown(corpus: Corpus, blocks: Sequence[Block]) -> list[Block]:
    """Each with up to `FRINGE_UNITS` equal words more on either side, where these begin or end its sentence
    and belong to no block."""
    taken_a = {row for block in blocks for row in _edge_rows(block.a, block.a_end)}
    taken_b = {row for block in blocks for row in _edge_rows(block.b, block.b_end)}
    found = []
    for block in blocks:
        grown = block
        for step in (-1, 1):
            count = _growth(corpus, grown, step, taken_a, taken_b) if block.kind is BlockKind.EQUAL else 0
            size = grown.a_end - grown.a
            grown = _cut(grown, -count, size) if step < 0 else _cut(grown, 0, size + count)
            taken_a.update(_edge_rows(grown.a, grown.a_end))
            taken_b.update(_edge_rows(grown.b, grown.b_end))
        found.append(grown)
    return found


def _edge_rows(start: int, end: int) -> Iterator[int]:
    """Rows near the ends of a range: growing from outside meets no others."""
    reach = 2 * FRINGE_UNITS
    yield from range(start, min(end, start + reach))
    yield from range(max(start, end - reach), end)


def _growth(corpus: Corpus, block: Block, step: int, taken_a: set[int], taken_b: set[int]) -> int:
    """Words to add at the beginning (step -1) or the end (step 1) of a block."""
    a, b = (block.a, block.b) if step < 0 else (block.a_end - 1, block.b_end - 1)
    if is_parted(corpus, *(((a - 1, b - 1), (a, b)) if step < 0 else ((a, b), (a + 1, b + 1)))):
        return 0
    for count in range(1, FRINGE_UNITS + 1):
        row, other = a + step * count, b + step * count
        if row in taken_a or other in taken_b or not _is_equal(corpus, (row, other), (a, b)):
            return 0
        edge = ((row - 1, other - 1), (row, other)) if step < 0 else ((row, other), (row + 1, other + 1))
        if is_parted(corpus, *edge):
            return count
    return 0


def _is_equal(corpus: Corpus, rows: tuple[int, int], beside: tuple[int, int]) -> bool:
    """The same word twice, in the stretches of text in which the words `beside` stand."""
    if min(rows) < 0 or max(rows) >= len(corpus):
        return False
    inside = all(
        corpus.document[row] == corpus.document[other] and corpus.stretch[row] == corpus.stretch[other]
        for row, other in zip(rows, beside, strict=True)
    )
    return inside and bool(corpus.words[rows[0]] == corpus.words[rows[1]])


def _only_ends(blocks: Sequence[Block], stripped: Sequence[Block]) -> list[Block]:
    """`blocks`, those `stripped` that stand at an end of the passage in b."""
    first, last = min(block.b for block in blocks), max(block.b_end for block in blocks)
    pairs = zip(blocks, stripped, strict=True)
    return [new if old.b == first or old.b_end == last else old for old, new in pairs]


def _words(blocks: Sequence[Block]) -> int:
    return sum(block.a_end - block.a for block in blocks)
