"""Dates of other calendars and digits of other scripts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.readers.gazetteers import load_knowledge
from provenance.text.calendars import plain_digits
from provenance.text.dates import find_dates, resolve_date
from provenance.text.numbers import find_numbers

KNOWLEDGE = load_knowledge()


@pytest.mark.parametrize(
    ("text", "printed", "first", "last"),
    [
        ("On 12 Ramadan 1445 AH they met.", "12 Ramadan 1445 AH", "2024-03-21", "2024-03-23"),
        ("في ١٢ رمضان ١٤٤٥ هـ", "١٢ رمضان ١٤٤٥ هـ", "2024-03-21", "2024-03-23"),
        ("The shah's army gave way on 22 Bahman 1357.", "22 Bahman 1357", "1979-02-11", "1979-02-11"),
        ("On 25 October 1917 (O.S.) it fell.", "25 October 1917 (O.S.)", "1917-11-07", "1917-11-07"),
        ("In 1445 AH it rained.", "1445 AH", "2023-07-18", "2024-07-08"),
        ("On ١٢ March ٢٠٢٤ it rained.", "١٢ March ٢٠٢٤", "2024-03-12", "2024-03-12"),
    ],
)
def test_a_date_of_another_calendar_has_its_days_in_ours(
    text: str, printed: str, first: str, last: str
) -> None:
    (found,) = find_dates(text, KNOWLEDGE)
    days = resolve_date(found, None)
    assert text[found.start : found.end] == printed
    assert days is not None
    assert (days.first, days.last) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_day_that_the_month_does_not_have_is_none() -> None:
    assert [d.calendar for d in find_dates("on 30 Esfand 1400", KNOWLEDGE)] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("٢٥٠ people", 250),
        ("۱۲٬۳۴۵ men", 12345),
        ("3,5 per cent", 3.5),
        ("१२ people", 12),
        ("1,75 million", 1.75e6),
    ],
)
def test_numbers_are_read_in_other_digits_and_with_a_decimal_comma(text: str, value: float) -> None:
    assert [n.value for n in find_numbers(text, KNOWLEDGE)] == [value]


@given(st.text(max_size=60))
def test_plain_digits_keep_the_length(text: str) -> None:
    assert len(plain_digits(text)) == len(text)
