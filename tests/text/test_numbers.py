"""Numbers in running text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.claims import Hedge
from provenance.model.knowledge import Knowledge
from provenance.text.numbers import find_numbers

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen".split()
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
KNOWLEDGE = Knowledge(
    number_words={word: float(value) for value, word in enumerate(UNITS)}
    | {word: 10.0 * value for value, word in enumerate(TENS, start=2)}
    | {"hundred": 100.0, "couple": 2.0, "half": 0.5},
    hedges={
        "about": "about",
        "at least": "at_least",
        "more than": "more_than",
        "no more than": "at_most",
        "up to": "at_most",
        "from": "at_least",
        "or more": "at_least",
    },
)


def values(text):
    return [number.value for number in find_numbers(text, KNOWLEDGE)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3,500 soldiers", 3500),
        ("12,345,678 votes", 12_345_678),
        ("3\u00a0500 people", 3500),
        ("2.5 million", 2.5e6),
        ("$1.2bn", 1.2e9),
        ("£300m", 3e8),
        ("10k runners", 10_000),
        ("twelve hundred", 1200),
        ("two dozen", 24),
        ("a dozen", 12),
        ("one hundred and twenty-five", 125),
        ("three hundred and twenty-five thousand", 325_000),
        ("two and a half million", 2.5e6),
        ("half a million", 5e5),
        ("twenty-one", 21),
        ("twice", 2),
        ("0.5", 0.5),
    ],
)
def test_a_number_has_its_value(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("40 percent", "percent"),
        ("40%", "percent"),
        ("forty per cent", "percent"),
        ("$5", "USD"),
        ("5 men", None),
    ],
)
def test_signs_and_percent_give_the_unit(text, unit):
    assert [number.unit for number in find_numbers(text, KNOWLEDGE)] == [unit]


@pytest.mark.parametrize(
    ("text", "hedge", "start"),
    [
        ("about 40", Hedge.ABOUT, 0),
        ("killed at least 12", Hedge.AT_LEAST, 7),
        ("no more than 5", Hedge.AT_MOST, 0),
        ("100 or more", Hedge.AT_LEAST, 0),
        ("500+ guests", Hedge.AT_LEAST, 0),
        ("from 19", None, 5),
        ("19", None, 0),
    ],
)
def test_a_hedge_is_read_before_or_after(text, hedge, start):
    (number,) = find_numbers(text, KNOWLEDGE)
    assert (number.hedge, number.hedge_start) == (hedge, start)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10 to 12 people", 10, 12),
        ("10-12 people", 10, 12),
        ("between 10 and 12", 10, 12),
        ("2-3 million", 2e6, 3e6),
        ("$10-12 billion", 10e9, 12e9),
        ("five to seven percent", 5, 7),
        ("dozens of ships", 24, 119),
        ("tens of thousands", 20_000, 99_999),
        ("several hundred", 200, 999),
    ],
)
def test_a_range_has_two_ends(text, low, high):
    (number,) = find_numbers(text, KNOWLEDGE)
    assert number.bounds == (low, high)


def test_falling_pairs_are_no_range():
    assert values("won 3-1") == [3, 1]


def test_ordinals_are_marked():
    found = find_numbers("the 21st, the third and the twenty-first", KNOWLEDGE)
    assert [(number.value, number.is_ordinal) for number in found] == [(21, True), (3, True), (21, True)]


def test_fractions_are_shares():
    found = find_numbers("two-thirds of voters and a quarter of them", KNOWLEDGE)
    assert [(round(number.value, 3), number.unit) for number in found] == [(0.667, "share"), (0.25, "share")]


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19", "an F-16", "the 1990s", "12:42", "1.2.3", "555-123-4567", "2018-02-21", "10/12",
        "5pm", "no one", "one of us", "#12", "9" * 40,
    ],
)  # fmt: skip
def test_what_is_no_count_is_left_out(text):
    assert values(text) == []


def test_the_span_covers_sign_and_multiplier():
    text = "It cost about $2.5 million in all."
    (number,) = find_numbers(text, KNOWLEDGE)
    assert text[number.start : number.end] == "$2.5 million"
    assert text[number.hedge_start : number.end] == "about $2.5 million"


def words_of(value):
    """A slow, obvious speller of whole numbers below a million."""
    if value < 20:
        return UNITS[value]
    if value < 100:
        return TENS[value // 10 - 2] + (f"-{UNITS[value % 10]}" if value % 10 else "")
    if value < 1000:
        return f"{UNITS[value // 100]} hundred" + (f" and {words_of(value % 100)}" if value % 100 else "")
    rest = value % 1000
    return f"{words_of(value // 1000)} thousand" + (f" {words_of(rest)}" if rest else "")


@given(st.integers(min_value=2, max_value=999_999))
def test_spelled_numbers_read_as_what_was_spelled(value):
    (number,) = find_numbers(f"We saw {words_of(value)} birds.", KNOWLEDGE)
    assert number.value == value
    assert number.is_word


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_read_as_the_number(value):
    assert values(f"{value:,} birds") == [value]


PIECES = st.sampled_from(
    "12|3,500|two|hundred|and|a|half|million|%|$|-|–| |to|dozens|of|\n|1990s|twice|about|(|,".split("|")
)


@settings(max_examples=200)
@given(st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_numbers_stand_in_order_and_apart(text):
    found = find_numbers(text, KNOWLEDGE)
    assert all(0 <= n.hedge_start <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(n.bounds[0] <= n.bounds[1] for n in found)


@pytest.mark.parametrize(
    "number",
    [
        "a million",
        "half a dozen",
        "tens of thousands",
        "several hundred",
        "a quarter of",
        "twenty-first",
        "twice",
    ],
)
def test_a_number_in_words_is_found_in_a_paragraph_without_any_other(number):
    text = f"Nothing is counted here.\n\nThey wrote {number} letters.\n\nNor here."
    (found,) = find_numbers(text, KNOWLEDGE)
    assert text[found.start : found.end].lower().startswith(number.split(" of")[0].split()[0])
