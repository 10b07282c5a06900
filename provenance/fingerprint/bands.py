"""Candidate pairs: documents with a band of their signatures in common (Indyk and Motwani 1998)."""

from collections.abc import Mapping

import numpy as np

from provenance.text.shingles import Hashes, Indices, constants, mix

MOST_HOLDERS = 8
"""Documents with one band in common that are all paired; beyond, each with the first and its predecessor."""
MISSED = 0.005
"""Greatest chance to miss a pair exactly at the threshold, 0..1."""


def find_candidates(signatures: Mapping[str, tuple[int, ...]], threshold: float) -> list[tuple[str, str]]:
    """Pairs (a, b), a < b, in order, that share at least one band. Empty signatures are left out."""
    names = sorted(name for name, values in signatures.items() if values)
    if len(names) < 2:
        return []
    table = np.array([signatures[name] for name in names], np.uint64)
    rows = rows_per_band(table.shape[1], threshold)
    one, other = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for begin in range(0, table.shape[1] - rows + 1, rows):
        left, right = _paired(_band(table[:, begin : begin + rows]))
        one.append(left)
        other.append(right)
    pairs = np.unique(np.stack([np.concatenate(one), np.concatenate(other)], axis=1), axis=0)
    return [(names[a], names[b]) for a, b in pairs.tolist()]


def rows_per_band(size: int, threshold: float) -> int:
    """Most signature values a band that still miss a pair at `threshold` with a chance below MISSED."""
    best = 1
    for rows in range(1, 17):
        if (1 - threshold**rows) ** (size // rows) <= MISSED:
            best = rows
    return best


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
