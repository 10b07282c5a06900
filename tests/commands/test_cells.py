"""Text in the cells of a terminal."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.commands._cells import (
    NARROWEST,
    WIDEST,
    Piece,
    beside,
    clip,
    flat,
    line_width,
    page_width,
    paint,
    text_width,
    wrap,
)
from provenance.commands._terminal import visible

TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            "ab, -\u00ad\u0301\u200d\ufe0f漢字かなｱ😀👩🏽é한\u1161\u11a8שלוםمرحبا\x1b\r\n\t\u202e"
        ),
        st.characters(),
    ),
    max_size=80,
)
PIECES = st.lists(st.builds(Piece, TEXTS.map(flat), st.sampled_from(["", "red", "green"])), max_size=6)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("漢字", 4),
        ("e\u0301", 1),
        ("😀", 2),
        ("ｱ", 1),
        ("ア", 2),
        ("", 0),
        ("שלום", 4),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
        ("\u2708\ufe0f", 2),
        ("7\ufe0f\u20e3", 2),
        ("e\ufe0f", 1),
        ("\U0001f469\u200d\U0001f680", 2),
        ("\u0645\u06cc\u200c\u0631\u0648\u062f", 5),
    ],
)
def test_a_text_is_as_wide_as_its_characters(text: str, cells: int) -> None:
    assert text_width(text) == cells


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(PIECES, st.integers(2, 60))
def test_lines_fit_and_lose_nothing_but_spaces(pieces: list[Piece], width: int) -> None:
    lines = wrap(pieces, width)
    assert all(0 < line_width(line) <= width or not line_width(line) for line in lines)
    kept = "".join(piece.text for line in lines for piece in line)
    assert kept.replace(" ", "") == "".join(piece.text for piece in pieces).replace(" ", "")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(PIECES, st.integers(2, 60))
def test_no_line_but_the_first_begins_with_a_mark_of_the_one_before(pieces: list[Piece], width: int) -> None:
    for line in wrap(pieces, width)[1:]:
        assert unicodedata.category(line[0].text[0]) not in ("Mn", "Me")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(PIECES, PIECES, st.integers(5, 60))
def test_the_right_column_always_begins_at_the_same_cell(
    left: list[Piece], right: list[Piece], column: int
) -> None:
    for line in beside(wrap(left, column), wrap(right, column), column, " │ "):
        plain = line.replace("\u2068", "").replace("\u2069", "")
        at = [
            n for n, character in enumerate(plain) if character == "│" and text_width(plain[:n]) == column + 1
        ]
        assert at


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.integers(1, 40))
def test_a_clipped_text_fits(text: str, width: int) -> None:
    assert text_width(clip(flat(text), width)) <= width


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_nothing_that_moves_the_cursor_is_left(text: str) -> None:
    assert not set(flat(text)) & {"\x1b", "\r", "\n", "\t", "\x07", "\u202e", "\u2066"}


def test_words_are_not_broken_where_they_fit() -> None:
    lines = wrap([Piece("the northern dam "), Piece("[-12-]", "red"), Piece(" people")], 12)
    assert ["".join(piece.text for piece in line) for line in lines] == [
        "the northern",
        "dam [-12-]",
        "people",
    ]


def test_text_without_spaces_breaks_between_wide_characters() -> None:
    assert ["".join(p.text for p in line) for line in wrap([Piece("漢字漢字")], 5)] == ["漢字", "漢字"]


def test_text_from_right_to_left_is_isolated() -> None:
    assert paint((Piece("السد"),)) == "\u2068السد\u2069" and paint((Piece("dam"),)) == "dam"


@pytest.mark.parametrize(("columns", "width"), [("100", 100), ("7", NARROWEST), ("9999", WIDEST), ("x", 160)])
def test_the_width_is_that_of_columns_within_bounds(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert page_width() == width


def test_joiners_stay_where_a_script_is_written_with_them_and_show_elsewhere() -> None:
    assert visible("می\u200cخواهم 👩\u200d🚀 क्\u200dष") == "می\u200cخواهم 👩\u200d🚀 क्\u200dष"
    assert visible("pay\u200cpal \u200d") == "pay\\u200cpal \\u200d"
    assert visible("\u202e\x1b\u200b") == "\\u202e\\x1b\\u200b"
