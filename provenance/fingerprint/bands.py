"""Candidate pairs: documents with a band of their signatures in common (Indyk and Motwani 1998)."""

import numpy as np
from numpy.typing import NDArray

from provenance.text.shingles import Hashes, Indices, constants, distinct, mix

MOST_HOLDERS = 8
"""Documents with one band in common that are all paired; beyond, each with the first and its predecessor."""
MISSED = 0.005
"""Greatest chance to miss a pair exactly at the threshold, 0..1."""
DOUBT = 4.0
"""Standard errors by which the estimated resemblance may lie under the threshold: one pair in 30,000 lies
further off."""
_BLOCK_PAIRS = 1 << 14


def find_candidates(table: Hashes, threshold: float) -> tuple[Indices, Indices]:
    """Rows (a, b), a < b, in order, that share a band and whose estimated resemblance is near `threshold`.

    `table`: a signature a row.
    """
    count, size = table.shape
    if count < 2:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    rows = rows_per_band(size, threshold)
    found = [np.zeros(0, np.int64)]
    for begin in range(0, size - rows + 1, rows):
        a, b = _paired(_band(table[:, begin : begin + rows]))
        found.append(a * count + b)
    pairs = distinct(np.concatenate(found))
    a, b = pairs // count, pairs % count
    is_like = _estimate(table, a, b) >= threshold - DOUBT * np.sqrt(threshold * (1 - threshold) / size)
    return a[is_like], b[is_like]


def rows_per_band(size: int, threshold: float) -> int:
    """Most signature values a band that still miss a pair at `threshold` with a chance below MISSED."""
    best = 1
    for rows in range(1, 17):
        if (1 - threshold**rows) ** (size // rows) <= MISSED:
            best = rows
    return best


def _estimate(table: Hashes, a: Indices, b: Indices) -> NDArray[np.float64]:
    """Share of equal values of each pair of rows, 0..1."""
    shares = np.zeros(len(a))
    for begin in range(0, len(a), _BLOCK_PAIRS):
        part = slice(begin, begin + _BLOCK_PAIRS)
        shares[part] = (table[a[part]] == table[b[part]]).mean(axis=1)
    return shares


def _band(values: Hashes) -> Hashes:
    return mix((values * constants(values.shape[1], 0x62616E64)[None, :]).sum(axis=1, dtype=np.uint64))


def _paired(bands: Hashes) -> tuple[Indices, Indices]:
    """Rows with equal bands, the lesser row first."""
    order = np.argsort(bands, kind="stable")
    bands = bands[order]
    begins = np.flatnonzero(np.concatenate(([True], bands[1:] != bands[:-1])))
    counts = np.diff(np.append(begins, len(bands)))
    left, right = [], []
    for count in range(2, MOST_HOLDERS + 1):
        group = begins[counts == count]
        i, j = np.triu_indices(count, 1)
        left.append((group[:, None] + i).ravel())
        right.append((group[:, None] + j).ravel())
    size = counts[counts > MOST_HOLDERS]
    place = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
    holder = np.repeat(begins[counts > MOST_HOLDERS], size) + place
    left += [holder[place > 0] - 1, (holder - place)[place > 1]]
    right += [holder[place > 0], holder[place > 1]]
    return order[np.concatenate(left)], order[np.concatenate(right)]
