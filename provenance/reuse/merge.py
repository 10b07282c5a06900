"""Pieces of one passage joined: those that touch or overlap, and those whose order was changed."""

from collections import defaultdict

from provenance.model.settings import ReuseSettings
from provenance.reuse.corpus import Corpus
from provenance.reuse.extend import gap_cost, make_piece
from provenance.reuse.pieces import Block, BlockKind, Piece


def merge_pieces(corpus: Corpus, pieces: list[Piece], settings: ReuseSettings) -> list[Piece]:
    """Pieces joined per pair of texts, those under `least_score` dropped, in the order of a and b."""
    pairs: dict[tuple[int, int], list[Piece]] = defaultdict(list)
    for piece in pieces:
        pairs[int(corpus.document[piece.a]), int(corpus.document[piece.b])].append(piece)
    merged: list[Piece] = []
    for pair in sorted(pairs):
        is_within = pair[0] == pair[1]
        merged += _merge_pair(pairs[pair], settings, is_within)
    return sorted((p for p in merged if p.score >= settings.least_score), key=_place)


def _place(piece: Piece) -> tuple[int, int, int, int]:
    return piece.a, piece.b, piece.a_end, piece.b_end


def _merge_pair(pieces: list[Piece], settings: ReuseSettings, is_within: bool) -> list[Piece]:
    """Best pieces first, each takes in its neighbours until nothing changes."""
    left = _without_contained(pieces)
    done: list[Piece] = []
    while left:
        nucleus = left.pop(0)
        if nucleus.score < settings.nucleus_score:
            done.append(nucleus)
            continue
        grown = True
        while grown:
            grown = False
            for other in sorted(left, key=lambda piece: _distance(nucleus, piece)):
                joined = _join(nucleus, other, settings)
                if joined is not None and not (is_within and joined.a_end > joined.b):
                    left.remove(other)
                    nucleus, grown = joined, True
                    break
        done.append(nucleus)
    return _without_contained(done)


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
    """The two as one, or None if they are too far apart."""
    if (other.a, other.b) < (one.a, one.b):
        one, other = other, one
    gap_a, gap_b = other.a - one.a_end, other.b - one.b_end
    if gap_a >= 0 and gap_b >= 0:
        return _join_in_order(one, other, settings)
    if gap_a < 0 and (other.b >= one.b_end or other.b_end <= one.b) and -gap_a * 2 > other.a_end - other.a:
        return None  # one stretch of a stands twice in b
    if gap_b < 0 and gap_a >= 0 and other.b_end > one.b and _shared_b(one, other) * 2 > other.b_end - other.b:
        return None  # one stretch of b stands twice in a
    return _join_moved(one, other, settings)


def _shared_b(one: Piece, other: Piece) -> int:
    return max(0, min(one.b_end, other.b_end) - max(one.b, other.b))


def _join_in_order(one: Piece, other: Piece, settings: ReuseSettings) -> Piece | None:
    gap_a, gap_b = other.a - one.a_end, other.b - one.b_end
    cost = gap_cost(gap_a, gap_b, settings) if gap_a or gap_b else 0.0
    if max(gap_a, gap_b) > settings.join_words or cost * 2 > one.score + other.score:
        return None
    gap = [Block(BlockKind.GAP, one.a_end, other.a, one.b_end, other.b)] if gap_a or gap_b else []
    blocks = [*one.blocks, *gap, *other.blocks]
    return make_piece(blocks, one.score + other.score - cost)


def _join_moved(one: Piece, other: Piece, settings: ReuseSettings) -> Piece | None:
    gaps = _distance(one, other)
    if gaps[0] > settings.join_words:
        return None
    rows_a = _covered([(b.a, b.a_end) for p in (one, other) for b in p.blocks])
    rows_b = _covered([(b.b, b.b_end) for p in (one, other) for b in p.blocks])
    span_a = max(one.a_end, other.a_end) - min(one.a, other.a)
    span_b = max(one.b_end, other.b_end) - min(one.b, other.b)
    if rows_a < settings.moved_cover * span_a or rows_b < settings.moved_cover * span_b:
        return None
    extra = [block for block in other.blocks if block.a >= one.a_end or not _is_taken(block, one)]
    if not extra:
        return None
    blocks = sorted([*one.blocks, *extra], key=lambda block: (block.a, block.b))
    gained = sum(b.a_end - b.a for b in extra if b.kind is BlockKind.EQUAL)
    return make_piece(blocks, one.score + min(other.score, gained))


def _is_taken(block: Block, piece: Piece) -> bool:
    """Do blocks of `piece` already cover part of the block on either side?"""
    return any(
        (block.a < mine.a_end and mine.a < block.a_end) or (block.b < mine.b_end and mine.b < block.b_end)
        for mine in piece.blocks
    )


def _covered(ranges: list[tuple[int, int]]) -> int:
    total, reached = 0, -1
    for start, end in sorted(ranges):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
