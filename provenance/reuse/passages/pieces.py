"""Values of the reuse steps: blocks of aligned words, and pieces made of them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from attrs import frozen


class BlockKind(StrEnum):
    """How the words of both sides of a block relate."""

    EQUAL = "equal"
    NEAR = "near"  # spellings, inflections or damage of the same words
    GAP = "gap"  # others, or none on one side


class Block(NamedTuple):
    """Word rows [a, a_end) of one text stand for [b, b_end) of the other; one range of a gap may be empty."""

    kind: BlockKind
    a: int
    a_end: int
    b: int
    b_end: int


@frozen
class Piece:
    """A stretch of aligned words; `blocks` in the order of a, the first and the last are no gaps.

    `score`: equal words, plus a part of the near ones, less the cost of gaps. `equal`, `near`: words of
    such blocks.
    A piece made of moved parts has blocks out of order in b.

    `is_paraphrase`: a passage of the paraphrase tier, in which words have no partners: it has no `blocks`,
    `equal` counts the words that both sides have in whatever order, and `exact` are the near-verbatim pieces
    inside of it.
    """

    a: int
    a_end: int
    b: int
    b_end: int
    score: float
    equal: int
    near: int
    blocks: tuple[Block, ...]
    is_paraphrase: bool = False
    exact: tuple["Piece", ...] = ()


def exact_share(piece: Piece) -> float:
    """Share of the words that its near-verbatim pieces have, on the side where it is less, 0..1."""
    covered_a = sum(each.a_end - each.a for each in piece.exact) / (piece.a_end - piece.a)
    covered_b = sum(each.b_end - each.b for each in piece.exact) / (piece.b_end - piece.b)
    return min(1.0, covered_a, covered_b)


def meet(one: Piece, other: Piece) -> bool:
    """Do they share a word of either side?"""
    in_a = one.a < other.a_end and other.a < one.a_end
    return in_a or (one.b < other.b_end and other.b < one.b_end)


def paired_rows(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Rows of shared words, a's and b's."""
    shared = [block for block in blocks if block.kind is not BlockKind.GAP]
    return [pair for x in shared for pair in zip(range(x.a, x.a_end), range(x.b, x.b_end), strict=True)]


def between(blocks: Sequence[Block], begin: int, end: int) -> list[Block]:
    """What of `blocks` stands in rows [begin, end) of a, where both ends are shared words."""
    kept = []
    for block in blocks:
        low, high = max(block.a, begin), min(block.a_end, end)
        if block.kind is not BlockKind.GAP and low < high:
            kept.append(Block(block.kind, low, high, block.b + low - block.a, block.b + high - block.a))
        elif block.kind is BlockKind.GAP and begin < block.a and block.a_end < end:
            kept.append(block)
    return kept
