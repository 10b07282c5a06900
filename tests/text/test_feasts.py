"""Days that have a name of their own."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from provenance.text.feasts import FEAST, easter, feast_day


def test_easter_of_known_years() -> None:
    known = {1818: (3, 22), 1943: (4, 25), 2000: (4, 23), 2019: (4, 21), 2024: (3, 31), 2025: (4, 20)}
    assert {year: (easter(year).month, easter(year).day) for year in known} == known


@given(st.integers(1583, 9998))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_feasts_by_name() -> None:
    assert feast_day("Palm Sunday", 2024) == date(2024, 3, 24)
    assert feast_day("New Year\u2019s Eve", 2023) == date(2023, 12, 31)
    assert feast_day("Washing Day", 2023) is None
    assert feast_day("Christmas", 1200) is None


def test_a_feast_is_found_with_its_year() -> None:
    found = FEAST.search("on Good Friday, 2021, in Rome")
    assert found is not None
    assert found.groupdict() == {"feast": "Good Friday", "year": "2021"}
    assert FEAST.search("the Christmas's end") is None
