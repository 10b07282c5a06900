"""Candidate pairs by banded signatures."""

import numpy as np

from provenance.fingerprint.bands import MISSED, find_candidates, rows_per_band


def test_the_chance_to_miss_a_pair_at_the_threshold_is_below_the_limit() -> None:
    for size in (64, 128, 256):
        for threshold in (0.3, 0.5, 0.8):
            rows = rows_per_band(size, threshold)
            assert rows == 1 or (1 - threshold**rows) ** (size // rows) <= MISSED


def test_equal_signatures_are_candidates_and_disjoint_ones_are_not() -> None:
    table = np.array([range(64), range(64), range(100, 164)], np.uint64)
    a, b = find_candidates(table, 0.3)
    assert (a.tolist(), b.tolist()) == ([0], [1])


def test_one_band_in_common_is_not_enough_where_the_rest_differs() -> None:
    table = np.array([range(128), [0, 1, *range(200, 326)]], np.uint64)
    assert len(find_candidates(table, 0.5)[0]) == 0


def test_one_text_has_no_partner() -> None:
    assert len(find_candidates(np.array([[1, 2, 3]], np.uint64), 0.3)[0]) == 0
    assert len(find_candidates(np.zeros((0, 16), np.uint64), 0.3)[0]) == 0
