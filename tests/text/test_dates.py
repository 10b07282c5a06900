"""Dates in running text, and what they can mean."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.knowledge import Knowledge
from provenance.text.dates import DateInterval, find_dates, resolve_date

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
KNOWLEDGE = Knowledge(
    months={name: number for number, name in enumerate(MONTHS, start=1)}
    | {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
    | {"sept.": 9},
    weekdays={name: number for number, name in enumerate(WEEKDAYS)}
    | {name[:3]: number for number, name in enumerate(WEEKDAYS)},
    number_words={"two": 2.0, "three": 3.0},
)


def one(text):
    (found,) = find_dates(text, KNOWLEDGE)
    return found


def days(text, anchor=None, **tense):
    found = resolve_date(one(text), anchor, **tense)
    return None if found is None else (found.first.isoformat(), found.last.isoformat())


@pytest.mark.parametrize(
    ("text", "printed", "parts"),
    [
        ("On March 1, the", "March 1", (None, 3, 1)),
        ("Feb 21, 2018", "Feb 21, 2018", (2018, 2, 21)),
        ("on Sept. 11, 2001", "Sept. 11, 2001", (2001, 9, 11)),
        ("Friday, 30 November 2017", "Friday, 30 November 2017", (2017, 11, 30)),
        ("on 18 May 2005", "18 May 2005", (2005, 5, 18)),
        ("the 3rd of June", "3rd of June", (None, 6, 3)),
        ("the night of 4 September. It", "4 September", (None, 9, 4)),
        ("in July 2009", "July 2009", (2009, 7, None)),
        ("in 2011", "2011", (2011, None, None)),
        ("since early March.", "March", (None, 3, None)),
        ("on 2018-02-21", "2018-02-21", (2018, 2, 21)),
        ("02/21/2018", "02/21/2018", (2018, 2, 21)),
        ("21.02.2018", "21.02.2018", (2018, 2, 21)),
        ("31 February 2018", "31 February 2018", (2018, 2, 31)),
        ("TUESDAY, MAY 12", "TUESDAY, MAY 12", (None, 5, 12)),
        ("wrapped on May\n12, 2018", "May\n12, 2018", (2018, 5, 12)),
    ],
)
def test_the_parts_of_a_date_are_read(text, printed, parts):
    found = one(text)
    assert text[found.start : found.end] == printed
    assert (found.year, found.month, found.day) == parts


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("June 11-July 26, 2021", "2021-06-11", "2021-07-26"),
        ("August 28-29, 2021", "2021-08-28", "2021-08-29"),
        ("28-29 August 2021", "2021-08-28", "2021-08-29"),
        ("30 April to 2 May 2018", "2018-04-30", "2018-05-02"),
        ("December 30 to January 2, 2018", "2017-12-30", "2018-01-02"),
        ("May-June 2018", "2018-05-01", "2018-06-30"),
        ("1939-45", "1939-01-01", "1945-12-31"),
        ("in February 2020", "2020-02-01", "2020-02-29"),
    ],
)
def test_ranges_and_months_cover_their_days(text, first, last):
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "anchor", "first", "last"),
    [
        ("said today", date(2018, 2, 21), "2018-02-21", "2018-02-21"),
        ("yesterday", date(2018, 3, 1), "2018-02-28", "2018-02-28"),
        ("last month", date(2018, 3, 5), "2018-02-01", "2018-02-28"),
        ("this week", date(2018, 2, 21), "2018-02-19", "2018-02-25"),
        ("on Tuesday", date(2021, 9, 1), "2021-08-31", "2021-08-31"),
        ("on Tuesday", date(2021, 8, 31), "2021-08-31", "2021-08-31"),
        ("last Tuesday", date(2021, 8, 31), "2021-08-24", "2021-08-24"),
        ("next Friday", date(2018, 2, 21), "2018-02-23", "2018-02-23"),
        ("Last November", date(2017, 10, 25), "2016-11-01", "2016-11-30"),
        ("over the weekend", date(2021, 9, 1), "2021-08-28", "2021-08-29"),
        ("by the end of the year", date(2021, 9, 1), "2021-12-31", "2021-12-31"),
        ("earlier this month", date(2018, 2, 21), "2018-02-01", "2018-02-21"),
        ("later this year", date(2018, 2, 21), "2018-02-21", "2018-12-31"),
        ("two weeks ago", date(2018, 2, 21), "2018-02-05", "2018-02-11"),
        ("a year ago", date(2018, 2, 21), "2017-01-01", "2017-12-31"),
        ("three months ago", date(2018, 2, 21), "2017-11-01", "2017-11-30"),
        ("three days ago", date(2018, 2, 21), "2018-02-18", "2018-02-18"),
        ("early next month", date(2018, 2, 21), "2018-03-01", "2018-03-16"),
        ("late last month", date(2018, 3, 21), "2018-02-14", "2018-02-28"),
        ("next weekend", date(2018, 2, 21), "2018-02-24", "2018-02-25"),
        ("tomorrow", date(2018, 2, 28), "2018-03-01", "2018-03-01"),
        ("last night", date(2018, 3, 1), "2018-02-28", "2018-02-28"),
        ("next March", date(2018, 3, 21), "2019-03-01", "2019-03-31"),
        ("this Sunday", date(2018, 2, 21), "2018-02-25", "2018-02-25"),
        ("next winter", date(2018, 2, 21), "2018-12-01", "2019-02-28"),
        ("last winter", date(2018, 2, 21), "2016-12-01", "2017-02-28"),
        ("at the start of next year", date(2018, 2, 21), "2019-01-01", "2019-01-01"),
        ("last summer", date(2018, 2, 21), "2017-06-01", "2017-08-31"),
        ("this quarter", date(2018, 2, 21), "2018-01-01", "2018-03-31"),
        ("Last year", date(2018, 2, 21), "2017-01-01", "2017-12-31"),
    ],
)
def test_relative_dates_count_from_the_anchor(text, anchor, first, last):
    assert days(text, anchor) == (first, last)
    assert days(text) is None


def test_a_missing_year_is_the_nearest():
    assert days("May 12", date(2018, 2, 21)) == ("2018-05-12", "2018-05-12")
    assert days("December 30", date(2018, 1, 5)) == ("2017-12-30", "2017-12-30")


def test_the_tense_moves_a_missing_year():
    assert days("on March 1", date(2018, 2, 21), is_future=False) == ("2017-03-01", "2017-03-01")
    assert days("on February 1", date(2018, 2, 21), is_future=True) == ("2019-02-01", "2019-02-01")
    assert days("on Friday", date(2018, 2, 21), is_future=True) == ("2018-02-23", "2018-02-23")


def test_an_anchor_of_two_days_covers_both_readings():
    anchor = (date(2018, 2, 28), date(2018, 3, 1))
    assert days("last month", anchor) == ("2018-01-01", "2018-02-28")
    assert days("last month", (date(2015, 1, 1), date(2018, 1, 1))) is None


@pytest.mark.parametrize("text", ["yesterday", "last year", "two weeks ago", "on Sunday"])
def test_dates_beyond_the_calendar_mean_nothing(text):
    assert days(text, date(1, 1, 1)) is None


@pytest.mark.parametrize("text", ["31 February 2018", "on February 30", "2018-13-45", "on 2018-00-10"])
def test_days_that_no_calendar_has_mean_nothing(text):
    assert days(text, date(2018, 2, 21)) is None


def test_the_twenty_ninth_of_february_lies_in_a_leap_year():
    assert days("on February 29", date(2018, 2, 21)) in (("2016-02-29",) * 2, ("2020-02-29",) * 2)


def test_figures_that_can_be_exchanged_are_ambiguous():
    assert one("03/04/2018").is_ambiguous
    assert not one("02/21/2018").is_ambiguous


def test_the_preposition_before_a_date_is_told():
    assert one("by the end of the year").preposition == "by"
    assert one("since early March").preposition == "since"
    assert one("It was May 12, 2018.").preposition == ""


def test_an_adjective_year_is_marked():
    assert one("the 2018 election").is_attributive
    assert not one("in 2018").is_attributive


@pytest.mark.parametrize(
    "text",
    [
        "may 12 people march",
        "May 12 percent",
        "1500 people in 1500 villages",
        "the 1990s",
        "the last week",
        "Black Friday",
        "Monday through Friday",
        "lots 2401 through 2419",
        "the Sunday Times",
        "Task Force 134",
        "it fell from 2,000 to 1,999",
        "in",
        "",
    ],
)
def test_what_is_no_date_is_left_out(text):
    assert find_dates(text, KNOWLEDGE) == []


def test_without_names_only_figures_and_years_are_found():
    assert [d.year for d in find_dates("On May 12, 2018-02-21 and in 2011", Knowledge())] == [2018, 2011]


DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))


@given(
    DAYS,
    st.sampled_from(["{0:%B} {1}, {2}", "{1} {0:%B} {2}", "{2}-{0:%m}-{0:%d}", "{0:%A}, {0:%b} {1}, {2}"]),
)
def test_a_written_day_resolves_to_itself(day, form):
    (found,) = find_dates("On " + form.format(day, day.day, day.year) + " it rained.", KNOWLEDGE)
    assert resolve_date(found, None) == DateInterval(day, day)


@given(DAYS, st.integers(min_value=-150, max_value=150))
def test_a_day_without_year_resolves_back_near_its_anchor(day, distance):
    (found,) = find_dates(f"On {day:%B} {day.day} it rained.", KNOWLEDGE)
    resolved = resolve_date(found, day + timedelta(days=distance))
    assert resolved is not None
    if (day.month, day.day) != (2, 29):
        assert (resolved.first, resolved.is_inferred) == (day, True)


@given(DAYS)
def test_a_weekday_resolves_to_that_weekday_within_a_week(anchor):
    for number, name in enumerate(WEEKDAYS):
        resolved = resolve_date(find_dates(f"on {name.title()}", KNOWLEDGE)[0], anchor)
        assert resolved.first.weekday() == number
        assert 0 <= (anchor - resolved.first).days < 7


PIECES = st.sampled_from(
    "May|12|,|2018| |-|–|to|Tuesday|last|week|in|\n|end of the|year|31|Feb|two|ago|(|1999".split("|")
)


@settings(max_examples=200)
@given(st.lists(PIECES | st.text(max_size=3), max_size=30), st.dates() | st.none())
def test_dates_stand_in_order_and_resolve_or_not_without_failing(pieces, anchor):
    text = " ".join(pieces)
    found = find_dates(text, KNOWLEDGE)
    assert all(0 <= d.start < d.end <= len(text) for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for expression in found:
        resolved = resolve_date(expression, anchor)
        assert resolved is None or resolved.first <= resolved.last
