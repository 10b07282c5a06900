"""MinHash signatures: documents that share many shingles share many values (Broder 1997).

One permutation does for all values (Li, Owen and Zhang 2012): the range of hashes is cut into as many bins as
the signature has values, and each value is the least shingle of its bin, so that a shingle is looked at once
and not once a value. A bin without a shingle takes the value of another bin, which it asks in an order of its
own that is the same for all documents (Shrivastava 2017): two documents with the same shingles in the bins
asked take the same value, and short texts are estimated as well as with as many permutations.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from provenance.fingerprint.shingle_sets import ShingleSets
from provenance.text.shingles import Hashes, Indices, distinct, mix

BLOCK_SHINGLES = 1 << 20
"""Shingles signed at a time, whole texts: bounds memory."""
_START = 0x6D696E68
_HALF = np.uint64(32)


def sign_all(sets: ShingleSets, size: int, block: int = BLOCK_SHINGLES) -> Hashes:
    """A row of `size` values for each text, in the order of `sets`; a row of zeros for an empty set.

    The share of equal values in two rows estimates the Jaccard coefficient within about 1 / sqrt(size).
    The bins and the orders are fixed, so that signatures of different runs compare.
    """
    table = np.zeros((len(sets.names), size), np.uint64)
    first = 0
    while first < len(sets.names):
        reach = int(sets.begins[first]) + block
        last = max(first + 1, int(np.searchsorted(sets.begins, reach, side="right")) - 1)
        _sign_block(sets, first, last, table[first:last])
        first = last
    return table


def sign(shingles: Hashes, size: int) -> tuple[int, ...]:
    """`size` MinHash values of the set of shingles; none for an empty set."""
    if not len(shingles):
        return ()
    values = distinct(shingles)
    sets = ShingleSets(("",), values, np.array([0, len(values)]))
    return tuple(sign_all(sets, size)[0].tolist())


def _sign_block(sets: ShingleSets, first: int, last: int, table: Hashes) -> None:
    """Rows of the texts [first, last) into `table`."""
    size = table.shape[1]
    values = sets.values[sets.begins[first] : sets.begins[last]]
    if not len(values):
        return
    rows = np.repeat(np.arange(last - first), np.diff(sets.begins[first : last + 1]))
    bins = (((values >> _HALF) * np.uint64(size)) >> _HALF).astype(np.int64)
    cells = rows * size + bins  # sorted: the texts follow each other, and the shingles of each are sorted
    least = np.flatnonzero(np.concatenate(([True], cells[1:] != cells[:-1])))
    is_filled = np.zeros(table.shape, bool)
    table.ravel()[cells[least]] = values[least]
    is_filled.ravel()[cells[least]] = True
    _fill(table, is_filled)


def _fill(table: Hashes, is_filled: NDArray[np.bool_]) -> None:
    """Values for the bins without a shingle, but in rows that have none at all."""
    held = np.flatnonzero(is_filled.any(axis=1))
    rows, bins = np.nonzero(~is_filled[held])
    rows = held[rows]
    asked = _orders(table.shape[1])
    for turn in range(table.shape[1]):
        if not len(rows):
            return
        lender = asked[bins, turn]
        is_found = is_filled[rows, lender]
        table[rows[is_found], bins[is_found]] = table[rows[is_found], lender[is_found]]
        rows, bins = rows[~is_found], bins[~is_found]


@lru_cache(maxsize=4)
def _orders(size: int) -> Indices:
    """Row i: the order in which bin i asks the others; the same everywhere and always."""
    numbers = np.arange(size * size, dtype=np.uint64) + np.uint64(_START << 32)
    orders: Indices = np.argsort(mix(mix(numbers)).reshape(size, size), axis=1, kind="stable")
    return orders
