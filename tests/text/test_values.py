"""What printed values say, whichever way they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.readers.gazetteers import load_knowledge
from provenance.text.values import LONGEST_VALUE, mean_the_same, read_value

KNOWLEDGE = load_knowledge()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("70,000", "70 000"),
        ("70,000", "70\u202f000"),
        ("70.000", "70 000"),
        ("3 400 000", "3.4 million"),
        ("€6.2m", "6.2 million euros"),
        ("£900", "900 pounds"),
        ("$5bn", "5 billion dollars"),
        ("US$7m", "7 million dollars"),
        ("2.70", "2.7"),
        ("1,800.50", "1.800,50"),
        ("１，８００", "1,800"),
        ("٣٥", "35"),
        ("one thousand", "a thousand"),
        ("three dozen", "36"),
        ("third", "3rd"),
        ("11%", "11 per cent"),
        ("4% per annum", "4 per cent a year"),
        ("nine (9) months", "nine months"),
        ("2½", "2.5"),
        ("14.45", "14:45"),
        ("5 p.m.", "17:00"),
        ("noon", "12:00"),
        ("Wednesday", "Wed."),
        ("9 June", "9th June"),
        ("9 June 1987", "1987-06-09"),
        ("9 June 1987", "9.6.1987"),
        ("Boxing Day", "26 December"),
        ("3万5千", "35,000"),
    ],
)
def test_values_that_say_the_same(one: str, other: str) -> None:
    assert mean_the_same(one, other, KNOWLEDGE)
    assert mean_the_same(other, one, KNOWLEDGE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("70,000", "7,000"),
        ("€6.2m", "6.2 million dollars"),
        ("€6.2m", "€6.2bn"),
        ("5 p.m.", "5 a.m."),
        ("third", "3"),
        ("9 June", "9 July"),
        ("9 June", "9 June 1987"),
        ("04/05/1987", "05/04/1987"),
        ("¾", "¼"),
        ("4% per annum", "4%"),
        ("noon", "midnight"),
        ("12 boats", "12 boats"),
        ("", ""),
        ("1" * 200, "1" * 200),
    ],
)
def test_values_that_do_not_and_what_is_none(one: str, other: str) -> None:
    assert not mean_the_same(one, other, KNOWLEDGE)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "4,5 Millionen", "4.500.000"),
        ("de", "siebzehn", "17"),
        ("fr", "3 milliards", "3 000 000 000"),
        ("ru", "12 млн", "12 миллионов"),
        ("es", "8 de marzo", "8 marzo"),
    ],
)
def test_values_in_words_of_other_languages(language: str, one: str, other: str) -> None:
    assert mean_the_same(one, other, KNOWLEDGE, language)


@given(st.text(max_size=LONGEST_VALUE + 5))
def test_any_text_is_read_and_says_what_it_says(text: str) -> None:
    readings = read_value(text, KNOWLEDGE)
    assert readings == read_value(text, KNOWLEDGE)
    assert mean_the_same(text, text, KNOWLEDGE) == bool(readings and text)
