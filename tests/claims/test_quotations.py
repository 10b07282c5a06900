"""Where words stand between quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.claims.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    "stretch",
    [
        "“It held,”",
        '"It held,"',
        "« Elle a tenu »",
        "«It held»",
        "„Es hat gehalten“",
        "„Trzymało się”",
        "»Es hat gehalten«",
        "‘It held,’",
        "'It held all night,'",
        "'a very good wall'",
        "“She told us ‘it held’ and left”",
    ],
)
def test_marks_of_many_countries_are_known(stretch: str) -> None:
    assert quoted(f"She said {stretch} and went on.") == [stretch]


@pytest.mark.parametrize(
    "text",
    [
        "The residents' vote and the teachers' strike were one day's work.",
        "It was in the '90s that rock 'n' roll came.",
        "He said “this was never closed and went on.",
        "Don't say it isn't so.",
        "The tower is 6' 2\" high.",
    ],
)
def test_apostrophes_and_marks_that_nothing_closes_are_none(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_over_paragraphs_is_open_until_the_last() -> None:
    found = find_quotations("“One thing first.\n\n“And then another.” She left.")
    assert [q.is_open for q in found] == [True, False]


@given(st.text(alphabet="ab “”\"'‘’«»„\n.,s", max_size=80))
def test_quotations_are_in_order_and_apart_whatever_the_text(text: str) -> None:
    found = find_quotations(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
