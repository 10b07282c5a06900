"""Cells: nothing that a terminal, a spreadsheet or Markdown would take for an order."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.commands._cells import text_width
from provenance.commands._formats import as_csv, as_json, as_markdown, as_table, as_tsv
from provenance.commands._terminal import one_line, visible

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


@given(TEXT)
def test_nothing_visible_moves_the_cursor_or_turns_the_text(text: str) -> None:
    shown = one_line(text) + visible(text)
    assert not any(c < " " or "\x7f" <= c <= "\x9f" or c in "\u202a\u202e\u2066\u200b\ufeff" for c in shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\u202eb", "a\\u202eb"),
        ("a\nb", "a\\nb"),
        ("é 漢 😀", "é 漢 😀"),
        ("\x9b2J", "\\x9b2J"),
    ],
)
def test_escapes_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_json_gives_back_what_went_in(values: list[str]) -> None:
    rows = [{"a": value} for value in values]
    assert json.loads(as_json(rows, ["a"])) == rows


@given(st.lists(TEXT.filter(lambda text: "\x00" not in text), min_size=1, max_size=4))
def test_csv_gives_back_what_went_in_but_for_formulas(values: list[str]) -> None:
    for written, delimiter in ((as_csv, ","), (as_tsv, "\t")):
        text = written([{"a": value, "b": 1} for value in values], ["a", "b"])
        read = [row[0] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)][1:]
        assert [
            cell.removeprefix("'") if cell != value else cell
            for cell, value in zip(read, values, strict=True)
        ] == values


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\tx", "\rx", "\uff1d1"])
def test_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert (
        next(csv.reader(io.StringIO(as_csv([{"a": cell}], ["a"]).split("\n", 1)[1], newline="")))[0]
        == "'" + cell
    )


def test_a_negative_number_is_no_formula() -> None:
    assert as_csv([{"a": -1.5}], ["a"]) == "a\n-1.5\n"


def test_markdown_is_escaped() -> None:
    text = as_markdown([{"a": "a|b <b> [x](y) `c`\nd"}], ["a"])
    assert text.splitlines()[2] == "| a\\|b \\<b\\> \\[x\\](y) \\`c\\` d |"


def test_a_table_keeps_numbers_as_they_are_written() -> None:
    table = as_table([{"a": "0123", "b": "7e5", "c": 1_000_000}], ["a", "b", "c"])
    assert table.splitlines()[2].split() == ["0123", "7e5", "1000000"]


def test_long_cells_are_clipped_to_the_width() -> None:
    table = as_table([{"a": "x" * 900, "b": "y" * 900, "c": "short"}], ["a", "b", "c"])
    assert max(len(line) for line in table.splitlines()) <= 200 and "…" in table and "short" in table


CELLS = st.text(alphabet=st.sampled_from("ab 漢字é7-\u0301م"), max_size=40)


@given(
    st.lists(st.fixed_dictionaries({"kind": CELLS, "title": CELLS, "key": st.just("r-0123456789abcdef")})),
    st.integers(20, 120),
)
def test_no_line_of_a_table_is_wider_than_the_terminal(rows: list[dict[str, str]], columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        lines = as_table(rows, ["kind", "title", "key"]).splitlines()
    assert all(text_width(line) <= max(columns, 40) for line in lines)
    assert not rows or any("r-0123456789abcdef" in line for line in lines)


def test_a_table_that_has_no_room_is_told_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    rows = [
        {"kind": "edited", "similarity": 0.5, "path": f"a/long/way/to/{n}.txt", "key": "r-1"} for n in "ab"
    ]
    shown = as_table([*rows, {"kind": "", "key": "r-2"}], ["kind", "similarity", "path", "key"])
    assert shown.startswith("kind")
    monkeypatch.setenv("COLUMNS", "40")
    columns = ["kind", "similarity", "direction", "path", "key"]
    shown = as_table([{**row, "direction": "unknown"} for row in rows], columns)
    assert shown.count("r-1") == 1 and shown.startswith("r-1\n   kind edited \u00b7 similarity 0.5")
    assert " ".join(shown.split()).count("path a/long/way/to/") == 2


def test_wide_letters_stand_in_their_columns() -> None:
    table = as_table([{"a": "漢字", "b": "x"}, {"a": "four", "b": "y"}], ["a", "b"])
    assert table.splitlines()[2:] == ["漢字  x", "four  y"]
