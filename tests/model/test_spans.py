"""Spans: half-open ranges of code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.spans import Span


def test_empty_span_is_refused() -> None:
    with pytest.raises(ValueError, match="ends after it starts"):
        Span("s", 3, 3)


def test_negative_start_is_refused() -> None:
    with pytest.raises(ValueError, match="must be >= 0"):
        Span("s", -1, 3)


def test_quote_counts_code_points_not_bytes_or_utf16_units() -> None:
    assert Span("s", 2, 8).quote("𐍈 Ḥashd al-Shaʿbī") == "Ḥashd "


def test_spans_of_two_sources_do_not_overlap() -> None:
    assert Span("a", 0, 5).overlap(Span("b", 0, 5)) == 0


def test_a_span_covers_itself_and_nothing_longer() -> None:
    assert Span("a", 2, 5).covers(Span("a", 2, 5))
    assert not Span("a", 2, 5).covers(Span("a", 2, 6))
    assert not Span("a", 2, 5).covers(Span("b", 2, 5))


@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 50), st.integers(1, 50))
def test_overlap_is_what_counting_says(a: int, a_length: int, b: int, b_length: int) -> None:
    one, two = Span("s", a, a + a_length), Span("s", b, b + b_length)
    counted = len(set(range(one.start, one.end)) & set(range(two.start, two.end)))
    assert one.overlap(two) == two.overlap(one) == counted
    assert len(one) == a_length
