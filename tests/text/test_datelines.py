"""Datelines at the head of a text, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.datelines import find_dateline

AGENCIES = ("afp", "ap")


@pytest.mark.parametrize(
    ("line", "head", "when", "desk"),
    [
        (
            "RIVERTON, Nov. 20 (Coast Wire) — The boats",
            "RIVERTON, Nov. 20 (Coast Wire) —",
            "Nov. 20",
            "Coast Wire",
        ),
        ("RIVERTON, 20 November — The boats", "RIVERTON, 20 November —", "20 November", ""),
        (
            "RIVERTON (Coast Wire), Nov. 30 — Boats",
            "RIVERTON (Coast Wire), Nov. 30 —",
            "Nov. 30",
            "Coast Wire",
        ),
        (
            "Riverton, Thursday 30 November: All",
            "Riverton, Thursday 30 November:",
            "Thursday 30 November",
            "",
        ),
        (
            "St. John's, Newfoundland, Dec. 3, 1990 -- All",
            "St. John's, Newfoundland, Dec. 3, 1990 --",
            "Dec. 3, 1990",
            "",
        ),
        ("Stratford-upon-Avon, May 3 /Wire/ -- All", "Stratford-upon-Avon, May 3 /Wire/ --", "May 3", "Wire"),
        ("PARIS (AFP) - All", "PARIS (AFP) -", None, "AFP"),
    ],
)
def test_place_day_and_desk_stand_before_the_mark(line: str, head: str, when: str | None, desk: str) -> None:
    line += " boats were counted."
    found = find_dateline(line, 0, len(line), AGENCIES)
    assert found is not None and line[: found.end] == head and found.desk == desk
    assert (line[slice(*found.when)] if found.when else None) == when


@pytest.mark.parametrize(
    "line",
    [
        "Friday, Nov. 20 — The boats were counted.",
        "By Ann Lee, May 3 — The boats were counted.",
        "The council met, Nov. 20 — the boats were counted.",
        "Smith (Labour) — 1,204 votes and no more",
        "RIVERTON, May 3 — Boats",
        "RIVERTON: the boats were counted.",
        "Of May 3 the council said — nothing at all.",
        "",
    ],
)
def test_programmes_lists_bylines_and_sentences_have_none(line: str) -> None:
    assert find_dateline(line, 0, len(line), AGENCIES) is None


@given(st.text(), st.text())
def test_whatever_stands_around_it_offsets_are_of_the_text(before: str, behind: str) -> None:
    line = f"{before}RIVERTON, May 3 — All boats were counted. {behind}"
    found = find_dateline(line, len(before), len(line))
    assert found is not None and line[slice(*found.when or (0, 0))] == "May 3"
    find_dateline(behind, 0, len(behind))
