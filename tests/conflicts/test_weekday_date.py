"""A weekday that is not that of the date beside it."""

import pytest

from provenance.model.conflicts import ConflictKind, Level
from tests.conflicts.pools import findings, make_source, pool


def find(text: str, published: str | None = None) -> list[str]:
    built = pool(make_source("a.txt", text, published=published))
    return [c.title for c in findings(built, ConflictKind.WEEKDAY_DATE)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on Friday, 30 November 2017, off the coast.",
        "Monday, April 18, 1906: the earthquake struck.",
        "The budget was read on Tuesday, March 4th, 2021.",
    ],
)
def test_a_wrong_weekday_is_found(text: str) -> None:
    assert len(find(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on Thursday, 30 November 2017.",
        "On Wednesday, April 18, 1906, the earthquake struck.",
        "On Friday he said that 30 November 2017 was far.",
        "Between Friday and Sunday, 3 to 5 March 2017, it rained.",
        "In the year 1066, on Saturday 14 October 1066, they fought.",
        "Good Friday, 30 people died.",
    ],
)
def test_a_right_weekday_or_none_is_silent(text: str) -> None:
    assert find(text) == []


def test_without_a_year_it_must_fit_no_year_near_the_publication() -> None:
    assert find("It began on Friday, August 28.", published="2021-12-01") == []  # a Friday in 2020
    assert find("A year ago, on Friday, August 28, it began.", published="2021-09-01") == []
    assert len(find("It began on Friday, August 28.", published="2021-09-01")) == 1  # four days before
    assert len(find("It began on Tuesday, August 28.", published="2021-09-01")) == 1
    assert find("It began on Tuesday, August 28.") == []


def test_a_slip_alone_is_low_and_names_both_readings() -> None:
    (found,) = findings(pool(make_source("a.txt", "Friday, 30 November 2017")), ConflictKind.WEEKDAY_DATE)
    assert found.severity is Level.LOW
    assert "Thursday" in found.why
    assert "1 December 2017" in found.why
    assert len(found.sides) == 1
