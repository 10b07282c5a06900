"""CSV: what went in comes back, and no spreadsheet runs it."""

import csv
import io
import json
import re
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.model.report import ReportData
from provenance.report import render_csv, render_json

QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
RUNNABLE = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def read_csv(text: str) -> list[dict[str, str]]:
    """Rows with the apostrophe that guards a cell taken away."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    guarded = re.compile(f"''*{RUNNABLE.pattern}")
    return [
        {name: cell[1:] if guarded.match(cell) else cell for name, cell in zip(rows[0], row, strict=True)}
        for row in rows[1:]
    ]


@QUICK
@given(text=st.text(max_size=60))
def test_csv_gives_every_text_back(data: ReportData, fill: Callable, text: str) -> None:
    files = render_csv(fill(data, text))
    assert {row["title"] for row in read_csv(files["conflicts.csv"])} == {text}
    assert {row["variant"] for row in read_csv(files["name_variants.csv"])} == {text}
    assert {row["path"] for row in read_csv(files["sources.csv"])} == {text}


@QUICK
@given(text=st.text(max_size=20))
def test_no_csv_cell_of_text_begins_as_a_formula(data: ReportData, fill: Callable, text: str) -> None:
    for written in render_csv(fill(data, f"={text}")).values():
        for row in csv.reader(io.StringIO(written, newline="")):
            assert not any(RUNNABLE.match(cell) for cell in row)


def test_csv_has_the_columns_of_the_views(data: ReportData) -> None:
    files = render_csv(data)
    assert sorted(files) == [
        "claims.csv", "conflicts.csv", "coverage.csv", "furniture.csv", "name_variants.csv", "quotations.csv",
        "reused_passages.csv", "sources.csv", "timelines.csv",
    ]  # fmt: skip
    heads = {name: text.splitlines()[0] for name, text in files.items()}
    assert heads["conflicts.csv"] == (
        "key,kind,severity,severity_rank,scope,title,why,side,value,source,path,start,end,quote,"
        "independent_min,independent_max,class,consequence,certainty,review,field"
    )


def test_numbers_stay_numbers_in_csv(data: ReportData) -> None:
    row = read_csv(render_csv(data)["claims.csv"])[0]
    assert (row["number"], row["hedge"], row["field"]) == ("30.0", "at_least", "")


def test_changes_are_json_in_csv_and_lists_in_json(data: ReportData) -> None:
    rows = read_csv(render_csv(data)["reused_passages.csv"])
    changes = json.loads(rows[0]["changes"])
    assert changes == json.loads(render_json(data))["reused_passages"][0]["changes"]
    assert [change["kind"] for change in changes] == ["number", "condition"]


def test_empty_pile_gives_only_heads(bare: ReportData) -> None:
    assert all(len(text.splitlines()) == 1 for text in render_csv(bare).values())
