"""MinHash signatures: documents that share many shingles share many values (Broder 1997)."""

from collections.abc import Sequence

import numpy as np

from provenance.text.shingles import Hashes, constants, distinct, mix

BLOCK_SHINGLES = 8192
"""Shingles hashed at a time: bounds memory at this times the signature's size."""
_START = 0x6D696E68


def sign(shingles: Hashes, size: int) -> tuple[int, ...]:
    """`size` MinHash values of the set of shingles; none for an empty set.

    Value i is the least of mix(shingle xor constant i): the constants are fixed, so that signatures of
    different runs compare.
    """
    if not len(shingles):
        return ()
    seeds = constants(size, _START)
    least = np.full(size, np.iinfo(np.uint64).max, np.uint64)
    unlike = distinct(shingles)
    for begin in range(0, len(unlike), BLOCK_SHINGLES):
        block = unlike[begin : begin + BLOCK_SHINGLES]
        np.minimum(least, mix(block[None, :] ^ seeds[:, None]).min(axis=1), out=least)
    return tuple(least.tolist())


def estimate_resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """Share of equal values, 0..1: estimates the Jaccard coefficient within about 1 / sqrt(size)."""
    if not one or len(one) != len(other):
        return 0.0
    return sum(x == y for x, y in zip(one, other, strict=True)) / len(one)
