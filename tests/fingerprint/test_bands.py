"""Candidate pairs by banded signatures."""

from provenance.fingerprint.bands import MISSED, find_candidates, rows_per_band


def test_the_chance_to_miss_a_pair_at_the_threshold_is_below_the_limit() -> None:
    for size in (64, 128, 256):
        for threshold in (0.3, 0.5, 0.8):
            rows = rows_per_band(size, threshold)
            assert rows == 1 or (1 - threshold**rows) ** (size // rows) <= MISSED


def test_equal_signatures_are_candidates_and_disjoint_ones_are_not() -> None:
    signatures = {"a": tuple(range(64)), "b": tuple(range(64)), "c": tuple(range(100, 164)), "d": ()}
    assert find_candidates(signatures, 0.3) == [("a", "b")]


def test_one_text_has_no_partner() -> None:
    assert find_candidates({"a": (1, 2, 3)}, 0.3) == []
