"""A date that no calendar has."""

import pytest

from provenance.model.conflicts import ConflictKind, Level
from tests.conflicts.pools import findings, make_source, pool


def find(text: str) -> list[Level]:
    built = pool(make_source("a.txt", text))
    return [c.severity for c in findings(built, ConflictKind.IMPOSSIBLE_DATE)]


@pytest.mark.parametrize(
    "text",
    [
        "The vote is set for 31 November 2017.",
        "She signed on February 30, 2019.",
        "The talks ended on 29 February 2021.",
        "He was born on 31 June 1980 in Lagos.",
    ],
)
def test_a_day_that_no_month_has_is_found(text: str) -> None:
    assert len(find(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The vote is set for 30 November 2017.",
        "The talks ended on 29 February 2020.",
        "In June 31 people died in floods.",
        "On June 31 people gathered.",
        "Version 31.02.2 of the driver.",
        "The charter is dated 30 February 1712.",
    ],
)
def test_possible_days_counts_and_old_calendars_are_silent(text: str) -> None:
    assert find(text) == []


def test_a_julian_leap_day_is_named_as_such() -> None:
    built = pool(make_source("a.txt", "The decree was signed on 29 February 1900 in Petersburg."))
    (found,) = findings(built, ConflictKind.IMPOSSIBLE_DATE)
    assert found.certainty is Level.LOW
    assert "Julian" in found.why


def test_on_a_badly_recognised_text_the_finding_is_uncertain() -> None:
    text = "Th3y s4iled fr0m p0rt a7d w3re s33n. The ship left on 31 April 1893. N0b0dy kn3w wh3re."
    assert find(text) == [Level.LOW]
