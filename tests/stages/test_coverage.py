"""What was not analysed is counted and explained."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from provenance.api.case import Case
from provenance.model.report import Coverage
from provenance.model.sources import Source, State
from provenance.stages.coverage import cover, english_only, note_other_scripts, unread

SOURCES = [
    Source("s-1", "a", State.READ, "0", language="ar"),
    Source("s-2", "b", State.READ, "0", language="en"),
    Source("s-3", "c", State.READ, "0", language=None),
    Source("s-4", "d", State.REFUSED, problem="empty"),
    Source("s-5", "e", State.SKIPPED),
]


def test_counts_stand_by_language_with_the_reasons() -> None:
    assert cover("claims", SOURCES, english_only("claims are analysed")) == [
        Coverage("ar", "claims", 0, 1, "claims are analysed in English only so far"),
        Coverage("en", "claims", 1, 0, ""),
        Coverage("unknown", "claims", 1, 2, "not read: empty; not read: skipped"),
    ]


def test_stage_for_all_languages_leaves_out_only_what_was_not_read() -> None:
    assert [(one.done, one.not_done) for one in cover("reuse", SOURCES, unread)] == [(1, 0), (1, 0), (1, 2)]


def test_what_was_passed_over_in_an_analysed_source_is_told_too() -> None:
    found = cover("claims", SOURCES, unread, lambda source: f"{source.path}: a table")
    assert [(one.done, one.not_done, one.reason) for one in found] == [
        (1, 0, "a: a table"),
        (1, 0, "b: a table"),
        (1, 2, "c: a table; not read: empty; not read: skipped"),
    ]


def test_numbers_of_a_table_are_cut_short_and_the_coverage_says_so(
    case: Case, run: Callable[..., Any], folder: Path
) -> None:
    (folder / "table.txt").write_text(
        "The farm wrote the numbers of all its animals down in this list for the owner. They were "
        + ", ".join(f"{n} animals in the field with the others" for n in range(20, 120))
    )
    run(folder)
    counted = [row for row in case.claims() if row["path"] == "table.txt" and row["kind"] == "quantity"]
    assert len(counted) == 50
    (told,) = [row["reason"] for row in case.coverage() if row["stage"] == "claims" and row["reason"]]
    assert told == "table.txt: numbers after the 50th of a sentence are left out"


def test_many_reasons_are_cut_short() -> None:
    many = [Source(f"s-{n}", "x", State.REFUSED, problem=f"reason {n}") for n in range(9)]
    (one,) = cover("reuse", many, unread)
    assert one.not_done == 9
    assert one.reason.endswith("reason 2; and 6 other reasons")


def test_text_in_another_language_is_read_and_compared_but_has_no_claims(
    case: Case, run: Callable[..., Any], folder: Path
) -> None:
    arabic = (
        "غرقت العبارة قبالة الميناء يوم الجمعة وقتل اثنا عشر شخصا، كما قال رئيس البلدية للصحفيين في المدينة. "
    )
    (folder / "arabic.txt").write_text(arabic * 4, encoding="utf-8")
    run(folder)
    told = {
        row["stage"]: (row["done"], row["not_done"]) for row in case.coverage() if row["language"] == "ar"
    }
    assert told == {
        "ingest": (1, 0),
        "fingerprint": (1, 0),
        "reuse": (1, 0),
        "names": (0, 1),
        "claims": (0, 1),
        "conflicts": (0, 1),
    }
    assert "arabic.txt" not in {row["path"] for row in case.claims() if row["start"] is not None}


def test_a_part_in_another_script_is_told_where_the_rest_is_analysed() -> None:
    text = "The harbour office counted the boats on Tuesday. "
    source = Source("s_1", "a.txt", State.READ, text=text + "قال المدير إن القوارب في الميناء", language="en")
    assert "a.txt: passages in another script" in note_other_scripts(source)
    for other in (text, text + "Zażółć gęślą jaźń, naïve façade", ""):
        assert note_other_scripts(Source("s_1", "a.txt", State.READ, text=other, language="en")) == ""
