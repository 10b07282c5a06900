"""Planted families, a small sample: how rarely a direction is told wrongly, and how often one is told."""

import pytest

from tests.bench.families import Score, measure


@pytest.fixture(scope="module")
def score() -> Score:
    """Of the half of the stories on which no threshold was set."""
    return measure("held-out", 40, seed=5)


def test_what_is_asserted_of_planted_families_is_seldom_wrong(score: Score) -> None:
    assert score.wrong_share() <= 0.05


def test_directions_are_asserted_where_dates_are_known(score: Score) -> None:
    assert score.share("stated and apart", "asserted") >= 0.6
    assert score.share("dated", "asserted") >= 0.5


def test_links_of_the_lineage_are_mostly_right(score: Score) -> None:
    assert score.links["right"] >= 5 * (score.links["wrong"] - score.links["wrong, but an ancestor"])


def test_planted_families_are_the_same_each_time(score: Score) -> None:
    again = measure("held-out", 10, seed=5)
    assert again.pairs == measure("held-out", 10, seed=5).pairs and score.pairs != again.pairs
