"""Whole numbers and dates around a changed word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.readers.gazetteers import load_knowledge
from provenance.reuse.edits.value_runs import differ_in_a_figure, figures_of, is_date, value_around
from provenance.reuse.edits.wording import make_wording

WORDING = make_wording(load_knowledge())


@pytest.mark.parametrize(
    ("text", "part", "whole", "dated"),
    [
        ("it fell on 3 May 1911 in the", "3 ", "3 May 1911", True),
        ("on May 3, 1911, in", "1911", "May 3, 1911", True),
        ("the 3rd of May was", "3rd", "3rd of May", True),
        ("on Monday, 5 May he", "Monday", "Monday, 5 May", True),
        ("by 2010-03-04 it", "03", "2010-03-04", True),
        ("el 3 de mayo de 1987 y", "3 ", "3 de mayo de 1987", True),
        ("wurde am 13. Mai 1987 gesperrt", "13", "13. Mai 1987", True),
        ("橋は1987年5月3日に閉鎖", "5", "1987年5月3日", True),
        ("in 1906, 300 men", "1906", "1906", True),
        ("killed 1906 people", "1906", "1906", False),
        ("cost 1,200 euros in", "200", "1,200 euros", False),
        ("paid $2.5 million to", "5", "$2.5 million", False),
        ("for forty-one days", "forty", "forty-one", False),
        ("two hundred and five men", "five", "two hundred and five", False),
        ("at 14 per cent of", "14", "14 per cent", False),
        ("the 12 000 men in", "000", "12 000", False),
        ("وصلت ٣٤٠ سفينة", "٣٤٠", "٣٤٠", False),
        ("three people 10 boats", "three", "three", False),
    ],
)
def test_a_value_is_found_whole(text: str, part: str, whole: str, dated: bool) -> None:
    at = text.index(part)
    start, end = value_around(text, at, at + len(part.strip()), WORDING)
    assert text[start:end] == whole
    assert is_date(text, start, end, WORDING) is dated


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("12.000", "12,000", True),
        ("1 200", "1200", True),
        ("١٢٣", "123", True),
        ("1.5", "1,5", True),
        ("3.5", "35", False),
        ("$5", "€5", False),
        ("5-6", "5–6", True),
        ("-5", "5", False),
    ],
)
def test_one_value_written_in_two_ways(one: str, other: str, is_same: bool) -> None:
    assert (figures_of(one) == figures_of(other)) is is_same


def test_words_are_no_figures() -> None:
    assert figures_of("about 12") is None
    assert figures_of("") is None


def test_misread_figures_are_few() -> None:
    assert differ_in_a_figure("1,906", "1,966")
    assert not differ_in_a_figure("1,906", "2,977")
    assert not differ_in_a_figure("1906", "190")


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_a_value_holds_what_was_asked_for(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    low, high = value_around(text, start, end, WORDING)
    assert low <= start <= end <= high <= len(text)
    assert is_date(text, low, high, WORDING) in (True, False)
    assert figures_of(text) == figures_of(text)
