"""Dates as pages print them, and what they can mean in UTC."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.sources import ZoneBasis
from provenance.readers.statements.stamps import find_stamps, find_yearless, read_stamp
from tests.growth import steps


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 March 2018", "2018-03-03"),
        ("March 3, 2018", "2018-03-03"),
        ("Mar. 3rd, 2018", "2018-03-03"),
        ("Saturday, 3 March 2018", "2018-03-03"),
        ("Sat 3 Mar 2018", "2018-03-03"),
        ("SEPT 9, 1999", "1999-09-09"),
        ("2018-03-03", "2018-03-03"),
        ("2018/03/03", "2018-03-03"),
        ("13.03.2018", "2018-03-13"),
        ("03/22/2019", "2019-03-22"),
        ("22/03/2019", "2019-03-22"),
        ("05/05/2019", "2019-05-05"),
        ("April 18, 1906", "1906-04-18"),
        ("2018-03-03T04:15:00Z", "2018-03-03T04:15:00+00:00"),
        ("2018-03-03T04:15+0530", "2018-03-03T04:15+05:30"),
        ("March 3, 2018 at 4:15 p.m. EST", "2018-03-03T16:15-05:00"),
        ("3 March 2018, 16:15", "2018-03-03T16:15"),
        ("4:15 PM, March 3, 2018", "2018-03-03T16:15"),
        ("Sat 3 Mar 2018 07.00 GMT", "2018-03-03T07:00+00:00"),
        ("12:05 am on 3 March 2018", "2018-03-03T00:05"),
        ("Sat, 3 Mar 2018 18:05:07 -0700", "2018-03-03T18:05:07-07:00"),
        ("Sat Mar  3 18:05:07 UTC 2018", "2018-03-03T18:05:07+00:00"),
        ("Saturday, 03 March 2018 18:05", "2018-03-03T18:05"),
        ("3-Mar-2018", "2018-03-03"),
        ("22-03-2019", "2019-03-22"),
        ("2018 March 3", "2018-03-03"),
        ("3 de marzo de 2018", "2018-03-03"),
        ("3 mars 2018 à 10h05", "2018-03-03T10:05"),
        ("5. März 2018 um 14.05 Uhr", "2018-03-05T14:05"),
        ("March 5, 2018 / 4:15 PM", "2018-03-05T16:15"),
        ("le 1er août 2018, 18h05", "2018-08-01T18:05"),
        ("3. März 2018", "2018-03-03"),
        ("3. 12. 2018", "2018-12-03"),
        ("3 марта 2018", "2018-03-03"),
        ("2018. március 3.", "2018-03-03"),
        ("2018年3月3日", "2018-03-03"),
        ("2018년 3월 3일", "2018-03-03"),
        ("٣ مارس ٢٠١٨", "2018-03-03"),
        ("3 March 2018 06:30 GMT+3", "2018-03-03T06:30+03:00"),
        ("3 March 2018, 6.30am (EAT)", "2018-03-03T06:30+03:00"),
        ("4:15 pm Eastern Time, March 3, 2018", "2018-03-03T16:15"),
        ("3 March 2018 09:00-10:00", "2018-03-03T09:00"),
    ],
)
def test_printed_dates_are_read(text: str, value: str) -> None:
    assert [stamp.value for stamp in find_stamps(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "31 April 2018",
        "30 February 2020",
        "Chapter 3 May begin",
        "2018",
        "1.2.3",
        "192.168.2018.1",
        "",
        "\x00",
    ],
)
def test_what_is_no_date_is_left_out(text: str) -> None:
    assert find_stamps(text) == []


def test_a_day_without_zone_spans_fifty_hours() -> None:
    (stamp,) = find_stamps("3 March 2018")
    assert (stamp.earliest, stamp.latest) == ("2018-03-02T10:00:00Z", "2018-03-04T12:00:00Z")


def test_a_time_with_zone_is_exact_to_the_minute() -> None:
    (stamp,) = find_stamps("March 3, 2018 4:15 pm EST")
    assert (stamp.earliest, stamp.latest) == ("2018-03-03T21:15:00Z", "2018-03-03T21:16:00Z")


@pytest.mark.parametrize(
    ("zone", "earliest", "latest"),
    [
        ("CST", "2018-03-02T20:15:00Z", "2018-03-03T10:16:00Z"),
        ("ET", "2018-03-03T08:15:00Z", "2018-03-03T09:16:00Z"),
        ("IST", "2018-03-02T22:45:00Z", "2018-03-03T03:16:00Z"),
        ("Eastern Daylight Time", "2018-03-03T08:15:00Z", "2018-03-03T08:16:00Z"),
    ],
)
def test_the_interval_covers_every_zone_that_the_letters_stand_for(
    zone: str, earliest: str, latest: str
) -> None:
    (stamp,) = find_stamps(f"3 March 2018 04:15 {zone}")
    assert (stamp.earliest, stamp.latest) == (earliest, latest)
    assert stamp.zone is ZoneBasis.STATED


@pytest.mark.parametrize("word", ["et Marie", "MAYOR", "in", "wit", "|", "-12:30"])
def test_a_word_behind_a_clock_is_no_zone(word: str) -> None:
    text = f"3 March 2018 04:15 {word}"
    (stamp,) = find_stamps(text)
    assert (stamp.zone, text[stamp.start : stamp.end]) == (ZoneBasis.NONE, "3 March 2018 04:15")


def test_figures_with_two_readings_cover_both_and_have_the_year_as_value() -> None:
    (stamp,) = find_stamps("03/04/2018")
    assert (stamp.value, stamp.is_ambiguous) == ("2018", True)
    assert read_stamp("03/04/2018") is None and read_stamp("03/04/2018", keeps_ambiguous=True) == stamp
    assert (stamp.earliest, stamp.latest) == ("2018-03-03T10:00:00Z", "2018-04-04T12:00:00Z")


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("20180303", "2018-03-03"),
        ("20180303T041500Z", "2018-03-03T04:15:00+00:00"),
        ("20180303041500", "2018-03-03T04:15:00"),
        ("D:20180303041500-05'00'", "2018-03-03T04:15:00-05:00"),
        ("D:20180303041500Z00'00'", "2018-03-03T04:15:00+00:00"),
        ("2018-03-03T04:15:00.123+01:00", "2018-03-03T04:15:00+01:00"),
        ("99999999", None),
        ("20181345", None),
        ("12345678901234567890", None),
    ],
)
def test_figures_without_marks_are_read_in_a_property(value: str, read: str | None) -> None:
    stamp = read_stamp(value)
    assert (stamp.value if stamp else None) == read
    assert find_stamps(value) == [] or "-" in value


def test_a_format_in_utc_makes_a_day_a_day() -> None:
    stamp = read_stamp("20180303041500", is_utc=True)
    assert stamp is not None and stamp.zone is ZoneBasis.UTC_BY_FORMAT
    assert (stamp.earliest, stamp.latest) == ("2018-03-03T04:15:00Z", "2018-03-03T04:15:01Z")
    day = read_stamp("2018-03-03", is_utc=True)
    assert day is not None
    assert (day.value, day.earliest, day.latest) == (
        "2018-03-03",
        "2018-03-03T00:00:00Z",
        "2018-03-04T00:00:00Z",
    )


def test_a_day_has_no_zone_and_an_offset_is_stated() -> None:
    assert [s.zone for s in find_stamps("3 March 2018; 2018-03-03T04:15-07:00")] == [
        ZoneBasis.NONE,
        ZoneBasis.STATED,
    ]


def test_a_month_alone_is_read_from_a_property_only() -> None:
    stamp = read_stamp("2018-03")
    assert stamp is not None and (stamp.value, stamp.latest) == ("2018-03", "2018-04-01T12:00:00Z")
    assert find_stamps("2018-03") == []


def test_a_day_without_year_takes_the_nearest_one() -> None:
    stamp = find_yearless("December 30", date(2019, 1, 2))
    assert stamp is not None and stamp.value == "2018-12-30"


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 1, 1)))
def test_the_interval_covers_the_day_everywhere(day: date) -> None:
    (stamp,) = find_stamps(f"{day.day} {day:%B} {day.year}")
    begin, end = (datetime.fromisoformat(moment.rstrip("Z")) for moment in (stamp.earliest, stamp.latest))
    assert begin < datetime(day.year, day.month, day.day) < end and (end - begin).total_seconds() == 50 * 3600


@given(st.text())
def test_offsets_lie_inside_any_text(text: str) -> None:
    for stamp in find_stamps(text):
        assert 0 <= stamp.start < stamp.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "1 a ",
        "2018 ",
        "2018 a 1",
        "3 March 2018 ",
        "3 March 2018 10:15 EST, ",
        "01/02/2018 ",
        "March ",
        "3 March ",
        "12:",
        "a.m. ",
        "2018-03-",
        "1/",
        " at ",
        "3 of March, ",
    ],
)
def test_work_grows_with_length_only(piece: str) -> None:
    short, long = piece * (5_000 // len(piece)), piece * (10_000 // len(piece))
    find_stamps(long)
    assert steps(lambda: find_stamps(long)) <= 2.5 * steps(lambda: find_stamps(short)) + 200
