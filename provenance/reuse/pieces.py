"""Values of the reuse steps: blocks of aligned words, and pieces made of them."""

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
    """

    a: int
    a_end: int
    b: int
    b_end: int
    score: float
    equal: int
    near: int
    blocks: tuple[Block, ...]


def meet(one: Piece, other: Piece) -> bool:
    """Do they share a word of either side?"""
    in_a = one.a < other.a_end and other.a < one.a_end
    return in_a or (one.b < other.b_end and other.b < one.b_end)
