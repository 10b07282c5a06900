"""Passages that go on beyond a clause that one side left out.

Whoever shortens a text cuts at the joints: the end of a sentence goes, its beginning stays. Such a cut says
less against a copy than as many words changed in the middle of a sentence would.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.align import align_words
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.edges import Edges, share_pairs
from provenance.reuse.passages.likeness import Likeness
from provenance.reuse.passages.merge import relink
from provenance.reuse.passages.openings import MOST_WORDS, Openings
from provenance.reuse.passages.pieces import Block, BlockKind, Piece
from provenance.reuse.passages.scoring import block_score, make_piece
from provenance.text.shingles import Indices

Pair = tuple[int, int]

CUT_WORDS = 4
"""Words left out at a sentence's joint that count; all further ones cost nothing."""
LEAST_SCORE = 2.0
"""Score, in equal words, by which a shortened sentence extends a passage, at least: seven words, one of them
replaced, and a part left out."""
LEAST_SHARED = 0.75
"""Share of the shorter sentence's words that the other has too, as they are or in another reading, 0..1."""
LEAST_COMMON = 0.35
"""The same of equal words, each counted once and wherever it stands: below, nothing is aligned."""

MOST_SENTENCES = 8
"""Sentences by which a passage grows on either side, at most."""
WHOLE_WORDS, WHOLE_SHARE = 5, 0.5
"""Equal words in order that a sentence beside a passage has at least, and their share of the longer one of
its two readings, 0..1, by which it is an edit of the same sentence."""
REST_WORDS, REST_SHARE = 2, 0.4
"""The same for what is left of a sentence that the passage breaks off in."""
STRAY_WORDS = 2
"""Shared words in a row that are no sign that what stands around them is the same, at most."""
MOVED_WORDS = 3
"""Words of a moved sentence that is taken along, at least."""


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
    return sorted(_all_grown(reach, joined), key=lambda p: (p.a, p.b, p.a_end, p.b_end))


def grow_to_sentences(
    corpus: Corpus, pieces: Sequence[Piece], openings: Openings, settings: ReuseSettings
) -> list[Piece]:
    """The pieces in their order, each with the rest of the sentences in which it begins and ends where these
    are edits of each other."""
    reach = _Reach(corpus, openings, Likeness(corpus), settings)
    none = np.zeros(len(pieces), bool)
    before, after = reach.may_grow(pieces, (none, none))
    return [
        reach.grow(piece, reach.texts(piece), (), (False, False), is_alone=True) if may else piece
        for piece, may in zip(pieces, (before | after).tolist(), strict=True)
    ]


def _all_grown(reach: "_Reach", pieces: list[tuple[Pair, Piece]]) -> list[Piece]:
    """Each of the pieces, given in the order of pair and a, grown as far as its neighbours leave room."""
    found = list(pieces)
    alone = [piece for _, piece in pieces]
    shares = _sentences_may_be_alike(reach.corpus, alone)
    may_grow = np.logical_or(*reach.may_grow(alone, shares))
    crossing = _sentences_may_be_moved(reach.corpus, alone)
    by_b = sorted(range(len(pieces)), key=lambda number: (pieces[number][0], pieces[number][1].b, number))
    rank = {number: place for place, number in enumerate(by_b)}
    for number in np.flatnonzero(may_grow | crossing).tolist():
        pair, piece = pieces[number]
        place = rank[number]
        around = {number - 1, number + 1, *by_b[max(0, place - 1) : place], *by_b[place + 1 : place + 2]}
        near = [found[each] for each in sorted(around) if 0 <= each < len(found)]
        others = [each for other, each in near if other == pair]
        grown = piece
        if may_grow[number]:
            grown = reach.grow(piece, pair, others, (bool(shares[0][number]), bool(shares[1][number])))
        if crossing[number] or grown is not piece:
            grown = reach.take_in_moved(grown, pair, others)
        found[number] = pair, grown
    return [piece for _, piece in found]


def _sentences_may_be_alike(
    corpus: Corpus, pieces: Sequence[Piece]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Do two words follow each other on both sides right before, right after each piece?"""
    rows = _places(pieces)
    first, last = corpus.first[corpus.document[rows[[0, 2]]]], corpus.first[corpus.document[rows[[0, 2]]] + 1]
    numbers = np.arange(len(pieces))
    before = Edges(numbers, rows[0] - 1, rows[2] - 1, (rows[[0, 2]] - first).max(axis=0, initial=0), -1)
    after = Edges(numbers, rows[1], rows[3], (last - rows[[1, 3]]).max(axis=0, initial=0), 1)
    return share_pairs(corpus, before), share_pairs(corpus, after)


def _sentences_may_be_moved(corpus: Corpus, pieces: Sequence[Piece]) -> NDArray[np.bool_]:
    """Has a piece a gap that could hold a sentence, or is the first word after one side among those before
    the other, and the last of these among those after the first? Most often it is not so."""
    a, a_end, b, b_end = _places(pieces)
    found = np.array([any(map(_could_hold, piece.blocks)) for piece in pieces], bool)
    last = len(corpus) - 1
    steps = np.arange(MOST_WORDS)
    for after, before in ((a_end, b), (b_end, a)):
        one = corpus.words[np.minimum(after[:, None] + steps, last)]
        other = corpus.words[np.maximum(before[:, None] - 1 - steps, 0)]
        found |= (other == one[:, :1]).any(axis=1) & (one == other[:, :1]).any(axis=1)
    return found


def _could_hold(block: Block) -> bool:
    """Is it a gap of so many words that a sentence could be in it?"""
    words = max(block.a_end - block.a, block.b_end - block.b)
    return block.kind is BlockKind.GAP and words >= MOVED_WORDS


def _places(pieces: Sequence[Piece]) -> Indices:
    return np.array([(p.a, p.a_end, p.b, p.b_end) for p in pieces], np.int64).reshape(-1, 4).T


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

    def may_grow(
        self, pieces: Sequence[Piece], alike: tuple[NDArray[np.bool_], NDArray[np.bool_]]
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Which of the pieces `grow` looks at, before them and after them: where they break off within a
        sentence on both sides, or with one on both sides and the next may be `alike`."""
        first, rows = self.corpus.first, _places(pieces)
        documents = self.corpus.document[rows[[0, 2]]]
        found = []
        for sides, edge, may_be in (
            (rows[[0, 2]], first[documents], alike[0]),
            (rows[[1, 3]], first[documents + 1], alike[1]),
        ):
            opens = self.openings.open_rows(sides)
            is_whole, is_inside = opens.all(axis=0), ~opens.any(axis=0)
            found.append((sides != edge).all(axis=0) & (is_inside | (is_whole & may_be)))
        return found[0], found[1]

    def grow(
        self,
        piece: Piece,
        pair: Pair,
        others: Sequence[Piece],
        alike: tuple[bool, bool],
        is_alone: bool = False,
    ) -> Piece:
        """`piece` with the rest of the sentences in which it begins and ends, and with those beside it, as
        long as they are much alike; `alike`: may the whole sentence before, after it be? `is_alone`: no
        whole sentence is taken in."""
        for step, may_be in ((self._back, alike[0]), (self._forward, alike[1])):
            for number in range(MOST_SENTENCES):
                blocks = step(piece, pair, may_be or (number > 0 and not is_alone))
                grown = _grown(piece, pair, blocks, others) if blocks else piece
                if grown is piece:
                    break
                piece = grown
        return piece

    def _back(self, piece: Piece, pair: Pair, may_be_alike: bool) -> list[Block]:
        """The blocks of `piece` with a sentence, or the rest of one, before it; none if there is none."""
        first = self.corpus.first
        if piece.a == first[pair[0]] or piece.b == first[pair[1]]:
            return []
        is_whole = self._begins(piece)
        if not (may_be_alike if is_whole else self._is_inside(piece.a, piece.b)):
            return []
        a, b = self.openings.start(piece.a), self.openings.start(piece.b)
        if a is None or b is None:
            return []
        blocks = self._alike(a, piece.a, b, piece.b, is_whole)
        while blocks and blocks[0].kind is BlockKind.GAP:
            blocks = blocks[1:]
        return [*blocks, *piece.blocks] if blocks else []

    def _forward(self, piece: Piece, pair: Pair, may_be_alike: bool) -> list[Block]:
        """The same of what follows it."""
        first = self.corpus.first
        if piece.a_end >= first[pair[0] + 1] or piece.b_end >= first[pair[1] + 1]:
            return []
        is_whole = self._ends(piece)
        if not (may_be_alike if is_whole else self._is_inside(piece.a_end, piece.b_end)):
            return []
        a, b = self.openings.end(piece.a_end), self.openings.end(piece.b_end)
        if a is None or b is None:
            return []
        blocks = self._alike(piece.a_end, a, piece.b_end, b, is_whole)
        while blocks and blocks[-1].kind is BlockKind.GAP:
            blocks = blocks[:-1]
        return [*piece.blocks, *blocks] if blocks else []

    def _is_inside(self, a: int, b: int) -> bool:
        """Do both rows stand inside a sentence, and not at its beginning?"""
        return not self.openings.opens(a) and not self.openings.opens(b)

    def take_in_moved(self, piece: Piece, pair: Pair, others: Sequence[Piece]) -> Piece:
        """`piece` with the sentences beside it or in a gap that stand word for word in a gap or beyond the
        other end of its other side: part of the copy, in another place."""
        for _ in range(MOST_SENTENCES if pair[0] != pair[1] else 0):
            block = next(self._moved_sentences(piece, pair), None)
            if block is None:
                break
            shared = [_cleared(each, block) for each in piece.blocks if each.kind is not BlockKind.GAP]
            grown = _grown(piece, pair, relink([*filter(None, shared), block]), others)
            if grown is piece:
                break
            piece = evolve(grown, score=piece.score + block.a_end - block.a)
        return piece

    def _moved_sentences(self, piece: Piece, pair: Pair) -> Iterator[Block]:
        """Equal blocks of such sentences."""
        words = self.corpus.words
        for one, other in (
            (self._after(piece.a_end, pair[0]), self._before(piece.b, pair[1])),
            (self._before(piece.a, pair[0]), self._after(piece.b_end, pair[1])),
        ):
            if one and other and words[slice(*one)].tolist() == words[slice(*other)].tolist():
                yield Block(BlockKind.EQUAL, *one, *other)
        in_a, in_b = _gaps(piece.blocks)
        beside = (self._before(piece.a, pair[0]), self._after(piece.a_end, pair[0])) if in_b else ()
        for begin, end in filter(None, beside):
            for row in self._found_in((begin, end), in_b):
                yield Block(BlockKind.EQUAL, begin, end, row, row + end - begin)
        for begin, end in (each for gap in in_a for each in self._sentences(*gap)):
            for row in self._found_in((begin, end), in_b):
                yield Block(BlockKind.EQUAL, begin, end, row, row + end - begin)
        beside = (self._before(piece.b, pair[1]), self._after(piece.b_end, pair[1])) if in_a else ()
        for begin, end in filter(None, beside):
            for row in self._found_in((begin, end), in_a):
                yield Block(BlockKind.EQUAL, row, row + end - begin, begin, end)

    def _before(self, row: int, document: int) -> Pair | None:
        """Rows of the whole sentence before this row of a text, if it is long enough."""
        is_joint = row > self.corpus.first[document] and self.openings.opens(row)
        start = self.openings.start(row) if is_joint else None
        return (start, row) if start is not None and row - start >= MOVED_WORDS else None

    def _after(self, row: int, document: int) -> Pair | None:
        """Rows of the whole sentence that begins with this row of a text, if it is long enough."""
        is_joint = row < self.corpus.first[document + 1] and self.openings.opens(row)
        end = self.openings.end(row) if is_joint else None
        return (row, end) if end is not None and end - row >= MOVED_WORDS else None

    def _sentences(self, row: int, end_row: int) -> Iterator[Pair]:
        """Whole sentences between these rows of a text that are long enough to be looked for."""
        begin = row if self.openings.opens(row) else self.openings.end(row)
        while begin is not None and begin < end_row:
            end = self.openings.end(begin)
            if end is not None and end <= end_row and end - begin >= MOVED_WORDS:
                yield begin, end
            begin = end

    def _found_in(self, sentence: Pair, gaps: list[Pair]) -> Iterator[int]:
        """First rows of the sentences in `gaps` that are equal to the one in these rows."""
        words = self.corpus.words
        wanted = words[sentence[0] : sentence[1]].tolist()
        for row, end_row in gaps:
            rows = words[row:end_row].tolist()
            for place in range(len(rows) - len(wanted) + 1):
                is_equal = rows[place] == wanted[0] and rows[place : place + len(wanted)] == wanted
                if is_equal and self.openings.opens(row + place):
                    yield row + place

    def _begins(self, piece: Piece) -> bool:
        return self.openings.opens(piece.a) and self.openings.opens(piece.b)

    def _ends(self, piece: Piece) -> bool:
        return self.openings.closes(piece.a_end) and self.openings.closes(piece.b_end)

    def _alike(self, a: int, a_end: int, b: int, b_end: int, is_whole: bool) -> list[Block]:
        """Blocks of two sentences, or of the rest of two, that are edits of each other; else none."""
        words, shorter, longer = self.corpus.words, *sorted((a_end - a, b_end - b))
        common = set(words[a:a_end].tolist()).intersection(words[b:b_end].tolist())
        if len(common) < LEAST_COMMON * shorter:
            return []
        blocks: list[Block] = []
        align_words(self.corpus, (a, a_end, b, b_end), self.likeness, blocks)
        equal = sum(block.a_end - block.a for block in blocks if block.kind is BlockKind.EQUAL)
        least, share = (WHOLE_WORDS, WHOLE_SHARE) if is_whole else (REST_WORDS, REST_SHARE)
        is_edited = equal >= least and equal >= share * longer
        return blocks if is_edited or (is_whole and self._is_shortened(blocks, shorter)) else []

    def _is_shortened(self, blocks: list[Block], shorter: int) -> bool:
        """Is one of these sentences the other without a part at its beginning or end?"""
        longest = max((block for block in blocks if _is_added(block)), key=_words, default=None)
        if longest is None or longest not in (blocks[0], blocks[-1]):
            return False
        others = [block_score(block, self.settings) for block in blocks if block is not longest]
        shared = sum(block.a_end - block.a for block in blocks if block.kind is not BlockKind.GAP)
        is_copy = sum(others) - _cut_cost(_words(longest), self.settings) >= LEAST_SCORE
        return is_copy and shared >= LEAST_SHARED * shorter


def _cut_cost(words: int, settings: ReuseSettings) -> float:
    return settings.gap_open + min(words, CUT_WORDS) * settings.added_word


def _gaps(blocks: Sequence[Block]) -> tuple[list[Pair], list[Pair]]:
    """(rows of a, rows of b) of gaps in which a sentence could stand, with a word or two around them. One
    or two within that happen to be in the other text too do not part a gap."""
    shared = [block for block in blocks if block.kind is not BlockKind.GAP and not _is_stray(block)]
    by_b = sorted(shared, key=lambda block: block.b)
    in_a = [(one.a_end, other.a) for one, other in pairwise(shared)]
    in_b = [(one.b_end, other.b) for one, other in pairwise(by_b)]
    rooms = ([each for each in found if each[1] - each[0] >= MOVED_WORDS] for found in (in_a, in_b))
    wide_a, wide_b = ([(row - STRAY_WORDS, end + STRAY_WORDS) for row, end in found] for found in rooms)
    return wide_a, wide_b


def _is_stray(block: Block) -> bool:
    """Is it a word or two that both sides have, as many sentences do?"""
    return block.a_end - block.a <= STRAY_WORDS


def _cleared(block: Block, taken: Block) -> Block | None:
    """What is left of a shared block without the rows of another one at its ends; None if nothing is."""
    low = high = 0
    for begin, end, row, last in (
        (block.a, block.a_end, taken.a, taken.a_end),
        (block.b, block.b_end, taken.b, taken.b_end),
    ):
        if row < end and begin < last:
            low = max(low, last - begin) if row <= begin else low
            high = max(high, end - row) if row > begin else high
    if low + high >= block.a_end - block.a:
        return None
    return Block(block.kind, block.a + low, block.a_end - high, block.b + low, block.b_end - high)


def _grown(piece: Piece, pair: Pair, blocks: list[Block], others: Sequence[Piece]) -> Piece:
    """A piece of `blocks`, unless it would come to meet another one or, within one text, itself."""
    grown = make_piece(blocks, piece.score)
    if pair[0] == pair[1] and grown.a_end > grown.b:
        return piece
    return piece if any(_comes_to_meet(piece, grown, other) for other in others) else grown


def _comes_to_meet(piece: Piece, grown: Piece, other: Piece) -> bool:
    """Does the grown piece share words of a side with `other` on which it shared none before?"""
    in_a = grown.a < other.a_end and other.a < grown.a_end
    in_b = grown.b < other.b_end and other.b < grown.b_end
    was_in_a = piece.a < other.a_end and other.a < piece.a_end
    was_in_b = piece.b < other.b_end and other.b < piece.b_end
    return (in_a and not was_in_a) or (in_b and not was_in_b)


def _words(block: Block) -> int:
    return block.a_end - block.a + block.b_end - block.b


def _is_added(block: Block) -> bool:
    return block.kind is BlockKind.GAP and (block.a == block.a_end or block.b == block.b_end)
