"""Pieces of one passage joined: those that touch or overlap, and those whose order was changed."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from attrs import evolve

from provenance.model.settings import ReuseSettings
from provenance.reuse.corpus import Corpus
from provenance.reuse.extend import gap_cost, make_piece
from provenance.reuse.pieces import Block, BlockKind, Piece


def merge_pieces(corpus: Corpus, pieces: list[Piece], settings: ReuseSettings) -> list[Piece]:
    """Pieces joined per pair of texts, in the order of a and b."""
    pairs: dict[tuple[int, int], list[Piece]] = defaultdict(list)
    for piece in pieces:
        pairs[int(corpus.document[piece.a]), int(corpus.document[piece.b])].append(piece)
    merged: list[Piece] = []
    for pair in sorted(pairs):
        is_within = pair[0] == pair[1]
        merged += _merge_pair(pairs[pair], settings, is_within)
    return sorted(merged, key=_place)


def _place(piece: Piece) -> tuple[int, int, int, int]:
    return piece.a, piece.b, piece.a_end, piece.b_end


def _merge_pair(pieces: list[Piece], settings: ReuseSettings, is_within: bool) -> list[Piece]:
    """Best pieces first, each takes in its neighbours, until nothing changes."""
    merged = _without_contained(pieces)
    count = len(merged) + 1
    while len(merged) < count:
        count = len(merged)
        left, merged = merged, []
        while left:
            nucleus = left.pop(0)
            if nucleus.score >= settings.nucleus_score:
                nucleus = _grow(nucleus, left, settings, is_within)
            merged.append(nucleus)
        merged = _without_contained(merged)
    return merged


def _grow(nucleus: Piece, left: list[Piece], settings: ReuseSettings, is_within: bool) -> Piece:
    """`nucleus` with all that it can take in, nearest first; what it takes is removed from `left`."""
    grown = True
    while grown:
        grown = False
        near = [p for p in left if _distance(nucleus, p)[0] <= 2 * settings.join_words]
        for other in sorted(near, key=lambda piece: _distance(nucleus, piece)):
            joined = _join(nucleus, other, settings)
            if joined is not None and not (is_within and joined.a_end > joined.b):
                left.remove(other)
                nucleus, grown = joined, True
                break
    return nucleus


def _without_contained(pieces: list[Piece]) -> list[Piece]:
    """Best first; a piece that lies inside a better one on both sides is dropped."""
    kept: list[Piece] = []
    for piece in sorted(set(pieces), key=lambda p: (-p.score, _place(p))):
        if not any(_is_inside(piece, other) for other in kept):
            kept.append(piece)
    return kept


def _is_inside(piece: Piece, other: Piece) -> bool:
    in_a = other.a <= piece.a and piece.a_end <= other.a_end
    return in_a and other.b <= piece.b and piece.b_end <= other.b_end


def _distance(one: Piece, other: Piece) -> tuple[int, int, int]:
    gap_a = max(one.a, other.a) - min(one.a_end, other.a_end)
    gap_b = max(one.b, other.b) - min(one.b_end, other.b_end)
    return max(gap_a, 0) + max(gap_b, 0), other.a, other.b


def _join(one: Piece, other: Piece, settings: ReuseSettings) -> Piece | None:
    """The two as one, or None if they are too far apart or stand for one stretch twice."""
    if (other.a, other.b) < (one.a, one.b):
        one, other = other, one
    gap_a, gap_b = other.a - one.a_end, other.b - one.b_end
    if gap_a >= 0 and gap_b >= 0:
        return _join_in_order(one, other, settings)
    is_slight = min(one.score, other.score) < settings.moved_score
    if is_slight or _distance(one, other)[0] > settings.join_words:
        return None
    return _join_moved(one, other, settings)


def _join_in_order(one: Piece, other: Piece, settings: ReuseSettings) -> Piece | None:
    gap_a, gap_b = other.a - one.a_end, other.b - one.b_end
    cost = gap_cost(gap_a, gap_b, settings) if gap_a or gap_b else 0.0
    if max(gap_a, gap_b) > settings.join_words or cost > min(one.score, other.score):
        return None
    gap = [Block(BlockKind.GAP, one.a_end, other.a, one.b_end, other.b)] if gap_a or gap_b else []
    return make_piece([*one.blocks, *gap, *other.blocks], one.score + other.score - cost)


def _join_moved(one: Piece, other: Piece, settings: ReuseSettings) -> Piece | None:
    """Pieces in another order on the other side, or that overlap: the longer blocks win each word."""
    paired = _paired_words([*one.blocks, *other.blocks])
    alone = _paired_words(one.blocks), _paired_words(other.blocks)
    for words in alone:
        if sum(paired.get(row) != partner for row, partner in words.items()) * 2 > len(words):
            return None  # the other has other partners for most of it: a stretch that was copied twice
    joined = make_piece(relink(_blocks(paired)), 0.0)
    longest = max(joined.a_end - joined.a, joined.b_end - joined.b)
    if len(paired) < settings.moved_cover * longest:
        return None
    best, least = max(one.score, other.score), min(one.score, other.score)
    return evolve(joined, score=best + min(least, len(paired) - max(map(len, alone))))


def _paired_words(blocks: Iterable[Block]) -> dict[int, tuple[int, BlockKind]]:
    """Word row of a → its partner in b and how they relate, each row of either side once."""
    partner: dict[int, tuple[int, BlockKind]] = {}
    taken: set[int] = set()
    shared = [block for block in blocks if block.kind is not BlockKind.GAP]
    for block in sorted(shared, key=lambda block: (block.a - block.a_end, block.a, block.b)):
        for a, b in zip(range(block.a, block.a_end), range(block.b, block.b_end), strict=True):
            if a not in partner and b not in taken:
                partner[a] = b, block.kind
                taken.add(b)
    return partner


def _blocks(paired: dict[int, tuple[int, BlockKind]]) -> list[Block]:
    """Runs of words that follow each other on both sides, in the order of a."""
    blocks: list[Block] = []
    for a in sorted(paired):
        b, kind = paired[a]
        last = blocks[-1] if blocks else None
        if last and (last.a_end, last.b_end, last.kind) == (a, b, kind):
            blocks[-1] = last._replace(a_end=a + 1, b_end=b + 1)
        else:
            blocks.append(Block(kind, a, a + 1, b, b + 1))
    return blocks


def flip(piece: Piece) -> Piece:
    """The same piece read from the other side."""
    blocks = [Block(kind, b, b_end, a, a_end) for kind, a, a_end, b, b_end in piece.blocks]
    if any(one.a_end > other.a for one, other in pairwise(blocks)):
        blocks = relink([block for block in blocks if block.kind is not BlockKind.GAP])
    return evolve(make_piece(blocks, piece.score), a=piece.b, a_end=piece.b_end, b=piece.a, b_end=piece.a_end)


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
