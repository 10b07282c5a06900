"""Passages that go on beyond a clause that one side left out.

Whoever shortens a text cuts at the joints: the end of a sentence goes, its beginning stays. Such a cut says
less against a copy than as many words changed in the middle of a sentence would.
"""

from collections.abc import Iterable, Sequence

from attrs import frozen

from provenance.model.settings import ReuseSettings
from provenance.reuse.align import align_words
from provenance.reuse.corpus import Corpus
from provenance.reuse.likeness import Likeness
from provenance.reuse.openings import Openings
from provenance.reuse.pieces import Block, BlockKind, Piece, meet
from provenance.reuse.scoring import block_score, make_piece

Pair = tuple[int, int]

MOST_WORDS = 60
"""Words of a neighbouring sentence that is looked at, at most."""
CUT_WORDS = 4
"""Words left out at a sentence's joint that count; all further ones cost nothing."""
LEAST_SCORE = 2.0
"""Score, in equal words, by which a shortened sentence extends a passage, at least: seven words, one of them
replaced, and a part left out."""
LEAST_SHARED = 0.75
"""Share of the shorter sentence's words that the other has too, as they are or in another reading, 0..1."""
LEAST_COMMON = 0.35
"""The same of equal words, each counted once and wherever it stands: below, nothing is aligned."""


def reach_over_cuts(
    corpus: Corpus, pieces: Iterable[Piece], openings: Openings, settings: ReuseSettings
) -> list[Piece]:
    """The pieces, in their order; those that begin or end with a sentence on both sides take in the sentence
    beside it, if one side's is the other's with a part left out, and the piece beyond a cut."""
    reach = _Reach(corpus, openings, Likeness(corpus), settings)
    joined: list[tuple[Pair, Piece]] = []
    for pair, piece in sorted(((reach.texts(each), each) for each in pieces), key=_pair_and_place):
        is_one_pair = joined and joined[-1][0] == pair
        whole = reach.join(joined[-1][1], piece, pair) if is_one_pair else None
        if whole is not None:
            joined[-1] = pair, whole
        else:
            joined.append((pair, piece))
    grown: list[tuple[Pair, Piece]] = []
    for number, (pair, piece) in enumerate(joined):
        others = [each for other, each in (*grown[-1:], *joined[number + 1 : number + 2]) if other == pair]
        grown.append((pair, reach.forward(reach.back(piece, pair, others), pair, others)))
    return sorted((piece for _, piece in grown), key=lambda p: (p.a, p.b, p.a_end, p.b_end))


def _pair_and_place(each: tuple[Pair, Piece]) -> tuple[Pair, int, int]:
    return each[0], each[1].a, each[1].b


@frozen(eq=False)
class _Reach:
    """What the steps share. A pair: the numbers of both texts of a piece."""

    corpus: Corpus
    openings: Openings
    likeness: Likeness
    settings: ReuseSettings

    def texts(self, piece: Piece) -> Pair:
        return int(self.corpus.document[piece.a]), int(self.corpus.document[piece.b])

    def join(self, one: Piece, other: Piece, pair: Pair) -> Piece | None:
        """Both and the clause between them that one side lacks."""
        gap = Block(BlockKind.GAP, one.a_end, other.a, one.b_end, other.b)
        added = (other.a - one.a_end) + (other.b - one.b_end)
        is_one_sided = min(other.a - one.a_end, other.b - one.b_end) == 0 < added <= MOST_WORDS
        if not is_one_sided or not (self._begins(other) or self._ends(one)):
            return None
        if pair[0] == pair[1] and other.a_end > one.b:
            return None
        cost = _cut_cost(added, self.settings)
        return make_piece([*one.blocks, gap, *other.blocks], one.score + other.score - cost)

    def back(self, piece: Piece, pair: Pair, others: Sequence[Piece]) -> Piece:
        """`piece` with the sentence before it."""
        first = self.corpus.first
        if piece.a == first[pair[0]] or piece.b == first[pair[1]] or not self._begins(piece):
            return piece
        a, b = self.openings.start(piece.a, MOST_WORDS), self.openings.start(piece.b, MOST_WORDS)
        if a is None or b is None:
            return piece
        blocks = self._shortened(a, piece.a, b, piece.b)
        while blocks and blocks[0].kind is BlockKind.GAP:
            blocks = blocks[1:]
        return _grown(piece, pair, [*blocks, *piece.blocks], others) if blocks else piece

    def forward(self, piece: Piece, pair: Pair, others: Sequence[Piece]) -> Piece:
        """`piece` with the sentence after it."""
        first = self.corpus.first
        at_end = piece.a_end >= first[pair[0] + 1] or piece.b_end >= first[pair[1] + 1]
        if at_end or not self._ends(piece):
            return piece
        a, b = self.openings.end(piece.a_end, MOST_WORDS), self.openings.end(piece.b_end, MOST_WORDS)
        if a is None or b is None:
            return piece
        blocks = self._shortened(piece.a_end, a, piece.b_end, b)
        while blocks and blocks[-1].kind is BlockKind.GAP:
            blocks = blocks[:-1]
        return _grown(piece, pair, [*piece.blocks, *blocks], others) if blocks else piece

    def _begins(self, piece: Piece) -> bool:
        return self.openings.opens(piece.a) and self.openings.opens(piece.b)

    def _ends(self, piece: Piece) -> bool:
        return self.openings.closes(piece.a_end) and self.openings.closes(piece.b_end)

    def _shortened(self, a: int, a_end: int, b: int, b_end: int) -> list[Block]:
        """Blocks of two sentences of which one is the other without a part at its beginning or end; else
        none."""
        words, shorter = self.corpus.words, min(a_end - a, b_end - b)
        common = set(words[a:a_end].tolist()).intersection(words[b:b_end].tolist())
        if len(common) < LEAST_COMMON * shorter:
            return []
        blocks: list[Block] = []
        align_words(self.corpus, (a, a_end, b, b_end), self.likeness, blocks)
        longest = max((block for block in blocks if _is_added(block)), key=_words, default=None)
        if longest is None or longest not in (blocks[0], blocks[-1]):
            return []
        others = [block_score(block, self.settings) for block in blocks if block is not longest]
        shared = sum(block.a_end - block.a for block in blocks if block.kind is not BlockKind.GAP)
        is_copy = sum(others) - _cut_cost(_words(longest), self.settings) >= LEAST_SCORE
        return blocks if is_copy and shared >= LEAST_SHARED * shorter else []


def _cut_cost(words: int, settings: ReuseSettings) -> float:
    return settings.gap_open + min(words, CUT_WORDS) * settings.added_word


def _grown(piece: Piece, pair: Pair, blocks: list[Block], others: Sequence[Piece]) -> Piece:
    """A piece of `blocks`, unless it would meet another one or, within one text, itself."""
    grown = make_piece(blocks, piece.score)
    if pair[0] == pair[1] and grown.a_end > grown.b:
        return piece
    return piece if any(meet(grown, other) for other in others) else grown


def _words(block: Block) -> int:
    return block.a_end - block.a + block.b_end - block.b


def _is_added(block: Block) -> bool:
    return block.kind is BlockKind.GAP and (block.a == block.a_end or block.b == block.b_end)
