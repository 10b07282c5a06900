"""Pieces of one passage joined: those that touch or overlap, and those whose order was changed."""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from attrs import evolve

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.pieces import Block, BlockKind, Piece
from provenance.reuse.passages.scoring import gap_cost, make_piece
from provenance.text.shingles import Indices

MOST_NEIGHBOURS = 16
"""Nearest pieces that a piece tries to take in: in repetitive texts hundreds lie side by side."""

MOST_MOVED_BLOCKS = 6000
"""Blocks of pieces near each other that are looked at in vain to join them out of order: where all lines are
alike, hundreds overlap and none belong together."""

MOST_CROWDED = 100
"""Pieces that are kept of such a crowd, the best."""

FEW = 8
"""Pieces that are compared one by one: arrays pay off beyond."""

CHUNK = 256
"""Pieces compared with their neighbours together: bounds the memory."""

MOST_MOVED_WORDS = 4000
"""Words of a piece beyond which nothing is joined to it out of order: that costs time with its length."""


def merge_pieces(corpus: Corpus, pieces: list[Piece], settings: ReuseSettings) -> list[Piece]:
    """Pieces joined per pair of texts, in the order of a and b."""
    merged: list[Piece] = []
    for group in _neighbourhoods(corpus, pieces, 2 * settings.join_words):
        if len(group) == 1:
            merged += group
            continue
        is_within = bool(corpus.document[group[0].a] == corpus.document[group[0].b])
        merged += _merge_group(group, settings, is_within)
    return sorted(merged, key=lambda piece: (piece.a, piece.b, piece.a_end, piece.b_end))


def _neighbourhoods(corpus: Corpus, pieces: list[Piece], reach: int) -> list[list[Piece]]:
    """The pieces in groups that lie within `reach` words of each other on either side, directly or through
    others: between two groups nothing can be joined."""
    if not pieces:
        return []
    label = label_neighbourhoods(corpus, _places(pieces), reach)
    order = np.argsort(label, kind="stable")
    bounds = np.flatnonzero(np.diff(label[order], prepend=-1, append=-1)).tolist()
    numbers = order.tolist()
    return [[pieces[number] for number in numbers[begin:end]] for begin, end in pairwise(bounds)]


def label_neighbourhoods(corpus: Corpus, places: Indices, reach: int) -> Indices:
    """A number for each place (a, a_end, b, b_end; a column each), equal for those of two texts that lie
    within `reach` words of each other on either side, directly or through others."""
    a, a_end, b, b_end = places
    label = corpus.document[a] * len(corpus.ids) + corpus.document[b]
    return _parted(_parted(label, a, a_end, reach), b, b_end, reach)


def _parted(label: Indices, begin: Indices, end: Indices, reach: int) -> Indices:
    """New labels: within one label, more than `reach` words that no range covers part what they hold."""
    order = np.lexsort((begin, label))
    label, begin, end = label[order], begin[order], end[order]
    is_new = np.ones(len(order), bool)
    is_new[1:] = label[1:] != label[:-1]
    span = int(end.max()) + 1
    group = np.cumsum(is_new) - 1
    covered = np.maximum.accumulate(end + group * span) - group * span
    is_new[1:] |= begin[1:] - covered[:-1] > reach
    parted = np.empty(len(order), np.int64)
    parted[order] = np.cumsum(is_new) - 1
    return parted


def _place(piece: Piece) -> tuple[int, int, int, int]:
    return piece.a, piece.a_end, piece.b, piece.b_end


def _merge_group(pieces: list[Piece], settings: ReuseSettings, is_within: bool) -> list[Piece]:
    """Best pieces first, each takes in its neighbours, until nothing changes."""
    merged = _without_contained(pieces)
    count, blocks = len(merged) + 1, MOST_MOVED_BLOCKS
    while 1 < len(merged) < count:
        count = len(merged)
        pool = _Pool(merged, blocks)
        grown = []
        for number, piece in enumerate(merged):
            if pool.is_free[number]:
                pool.is_free[number] = False
                is_nucleus = piece.score >= settings.nucleus_score
                grown.append(_grow(piece, pool, settings, is_within) if is_nucleus else piece)
        merged, blocks = _without_contained(grown), pool.blocks
    return merged if blocks > 0 else merged[:MOST_CROWDED]  # the best ones


class _Pool:
    """Pieces that can still be taken in. `places`: their a, a_end, b, b_end in rows. `blocks`: how many may
    still be looked at in vain to join pieces out of order."""

    def __init__(self, pieces: list[Piece], blocks: int) -> None:
        self.pieces = pieces
        self.blocks = blocks
        self.places = _places(pieces)
        self.is_free = np.ones(len(pieces), bool)

    def nearest(self, piece: Piece, reach: int) -> list[int]:
        """Numbers of the free pieces nearest to `piece`, within `reach` words on both sides together."""
        a, a_end, b, b_end = self.places
        gap_a = np.maximum(a, piece.a) - np.minimum(a_end, piece.a_end)
        gap_b = np.maximum(b, piece.b) - np.minimum(b_end, piece.b_end)
        distance = np.maximum(gap_a, 0) + np.maximum(gap_b, 0)
        near = np.flatnonzero(self.is_free & (distance <= reach))
        order = np.lexsort((b[near], a[near], distance[near]))[:MOST_NEIGHBOURS]
        return [int(number) for number in near[order]]


def _grow(nucleus: Piece, pool: _Pool, settings: ReuseSettings, is_within: bool) -> Piece:
    """`nucleus` with all that it can take in, nearest first; what it takes is free no more."""
    grown = True
    while grown:
        grown = False
        for number in pool.nearest(nucleus, 2 * settings.join_words):
            if is_within and _is_elsewhere(nucleus, pool.pieces[number], settings):
                continue
            other = pool.pieces[number]
            is_moved = (other.a < nucleus.a_end or other.b < nucleus.b_end) and (
                nucleus.a < other.a_end or nucleus.b < other.b_end
            )
            if is_moved and pool.blocks <= 0:
                continue
            joined = _join(nucleus, other, settings)
            if is_moved and joined is None:
                pool.blocks -= len(nucleus.blocks) + len(other.blocks)
            if joined is not None and not (is_within and joined.a_end > joined.b):
                pool.is_free[number] = False
                nucleus, grown = joined, True
                break
    return nucleus


def _is_elsewhere(one: Piece, other: Piece, settings: ReuseSettings) -> bool:
    """Of two pieces within one text: are their sides not as far apart, so that they are other repetitions?"""
    return abs((one.b - one.a) - (other.b - other.a)) > settings.drift_words + settings.join_words


def _without_contained(pieces: list[Piece]) -> list[Piece]:
    """Best first; a piece that lies inside a better one on both sides is dropped."""
    ordered = sorted(dict.fromkeys(pieces), key=lambda p: (-p.score, _place(p)))
    if len(ordered) <= FEW:
        return [
            each for number, each in enumerate(ordered) if not any(_holds(p, each) for p in ordered[:number])
        ]
    rank = np.argsort([piece.a for piece in ordered], kind="stable")
    a, a_end, b, b_end = _places(ordered)[:, rank]
    longest = int((a_end - a).max())
    is_kept = np.ones(len(ordered), bool)
    for begin in range(0, len(ordered), CHUNK):
        part = slice(begin, begin + CHUNK)
        # only pieces that begin so near can hold one of these
        near = slice(*a.searchsorted([a[part][0] - longest, a[part][-1] + 1]).tolist())
        is_inside = rank[near] < rank[part, None]
        is_inside &= (a[near] <= a[part, None]) & (a_end[part, None] <= a_end[near])
        is_inside &= (b[near] <= b[part, None]) & (b_end[part, None] <= b_end[near])
        is_kept[rank[part]] = ~is_inside.any(axis=1)
    return [piece for piece, kept in zip(ordered, is_kept.tolist(), strict=True) if kept]


def _holds(one: Piece, other: Piece) -> bool:
    """Does `other` lie inside of `one` on both sides?"""
    is_inside = one.a <= other.a and other.a_end <= one.a_end
    return is_inside and one.b <= other.b and other.b_end <= one.b_end


def _places(pieces: list[Piece]) -> Indices:
    return np.array([_place(piece) for piece in pieces], np.int64).reshape(-1, 4).T


def _distance(one: Piece, other: Piece) -> int:
    """Words between two pieces, on both sides together."""
    gap_a = max(one.a, other.a) - min(one.a_end, other.a_end)
    gap_b = max(one.b, other.b) - min(one.b_end, other.b_end)
    return max(gap_a, 0) + max(gap_b, 0)


def _join(one: Piece, other: Piece, settings: ReuseSettings) -> Piece | None:
    """The two as one, or None if they are too far apart or stand for one stretch twice."""
    if (other.a, other.b) < (one.a, one.b):
        one, other = other, one
    gap_a, gap_b = other.a - one.a_end, other.b - one.b_end
    if gap_a >= 0 and gap_b >= 0:
        return _join_in_order(one, other, settings)
    is_slight = min(one.score, other.score) < settings.moved_score
    is_huge = max(one.a_end - one.a, other.a_end - other.a) > MOST_MOVED_WORDS
    if (
        is_slight
        or is_huge
        or _distance(one, other) > settings.join_words
        or not _can_cover(one, other, settings)
    ):
        return None
    return _join_moved(one, other, settings)


def _can_cover(one: Piece, other: Piece, settings: ReuseSettings) -> bool:
    """Can the words of both pieces cover enough of the passage that they would make? A cheap bound: rows
    that both take on one side count once, and a stretch that is repeated in a row does not pass."""
    span_a = max(one.a_end, other.a_end) - min(one.a, other.a)
    span_b = max(one.b_end, other.b_end) - min(one.b, other.b)
    words = one.equal + one.near + other.equal + other.near
    return min(span_a, span_b, words) >= settings.moved_cover * max(span_a, span_b)


def _join_in_order(one: Piece, other: Piece, settings: ReuseSettings) -> Piece | None:
    gap_a, gap_b = other.a - one.a_end, other.b - one.b_end
    cost = gap_cost(gap_a, gap_b, settings) if gap_a or gap_b else 0.0
    if max(gap_a, gap_b) > settings.join_words or cost > min(one.score, other.score):
        return None
    gap = [Block(BlockKind.GAP, one.a_end, other.a, one.b_end, other.b)] if gap_a or gap_b else []
    return make_piece([*one.blocks, *gap, *other.blocks], one.score + other.score - cost)


def _join_moved(one: Piece, other: Piece, settings: ReuseSettings) -> Piece | None:
    """Pieces in another order on the other side, or that overlap: the longer blocks win each word."""
    span = range(min(one.a, other.a), max(one.a_end, other.a_end))
    pairs = _pair_words([*one.blocks, *other.blocks], span)
    most = 0
    for piece in (one, other):
        alone = _pair_words(piece.blocks, span)
        words = int((alone[0] >= 0).sum())
        if int(((alone != pairs).any(axis=0) & (alone[0] >= 0)).sum()) * 2 > words:
            return None  # the other has other partners for most of it: a stretch that was copied twice
        most = max(most, words)
    joined = make_piece(relink(_blocks(pairs, span)), 0.0)
    longest = max(joined.a_end - joined.a, joined.b_end - joined.b)
    paired = joined.equal + joined.near
    if paired < settings.moved_cover * longest:
        return None
    best, least = max(one.score, other.score), min(one.score, other.score)
    return evolve(joined, score=best + min(least, paired - most))


def _pair_words(blocks: Iterable[Block], span: range) -> Indices:
    """(partner in b, -1 if it has none; 1 if it is a near word, else 0) of each row of a in `span`, each row
    of either side once."""
    shared = [block for block in blocks if block.kind is not BlockKind.GAP]
    begin_b, end_b = min(block.b for block in shared), max(block.b_end for block in shared)
    pairs = np.full((2, len(span)), -1, np.int64)
    is_taken = np.zeros(end_b - begin_b, bool)
    for block in sorted(shared, key=lambda block: (block.a - block.a_end, block.a, block.b)):
        rows, others = (
            pairs[:, block.a - span.start : block.a_end - span.start],
            np.arange(block.b, block.b_end),
        )
        free = (rows[0] < 0) & ~is_taken[others - begin_b]
        rows[0, free] = others[free]
        rows[1, free] = block.kind is BlockKind.NEAR
        is_taken[others[free] - begin_b] = True
    return pairs


def _blocks(pairs: Indices, span: range) -> list[Block]:
    """Runs of words that follow each other on both sides, in the order of a."""
    rows = np.flatnonzero(pairs[0] >= 0)
    partner, near = pairs[:, rows]
    is_new = np.ones(len(rows), bool)
    is_new[1:] = (np.diff(rows) != 1) | (np.diff(partner) != 1) | (np.diff(near) != 0)
    first = np.flatnonzero(is_new)
    sizes = np.diff(np.append(first, len(rows))).tolist()
    starts = zip(rows[first].tolist(), partner[first].tolist(), near[first].tolist(), sizes, strict=True)
    kinds = BlockKind.EQUAL, BlockKind.NEAR
    return [
        Block(kinds[kind], span.start + a, span.start + a + size, b, b + size) for a, b, kind, size in starts
    ]


def relink(blocks: list[Block]) -> list[Block]:
    """Blocks of shared words in the order of a, with gaps for all that lies between them on either side.

    What follows the same block on both sides is one gap; the blocks do not overlap.
    """
    by_a = sorted(blocks, key=lambda block: block.a)
    by_b = sorted(blocks, key=lambda block: block.b)
    after_a = {last: (last.a_end, following.a) for last, following in pairwise(by_a)}
    after_b = {last: (last.b_end, following.b) for last, following in pairwise(by_b)}
    linked: list[Block] = []
    for block in by_a:
        linked.append(block)
        a, a_end = after_a.get(block, (block.a_end, block.a_end))
        b, b_end = after_b.get(block, (block.b_end, block.b_end))
        if a < a_end or b < b_end:
            linked.append(Block(BlockKind.GAP, a, a_end, b, b_end))
    return linked
