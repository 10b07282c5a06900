"""What copies of one text say of themselves is page data; what they tell is not."""

import pytest
from attrs import evolve

from provenance.conflicts.page_lines import PageLine, find_page_ranges
from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import ClaimKind
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level
from provenance.model.reuse import ChangeKind
from provenance.readers.statements.knowledge import reading_knowledge
from provenance.readers.statements.visible import find_visible
from tests.conflicts.pools import KNOWLEDGE, align, findings, make_claim, make_source, pool

BODY = (
    "The harbour council voted on Tuesday to close the old fish market because its roof leaked badly.\n\n"
    "The mayor said that 14 traders would move to the new hall by the river and pay no more rent.\n"
)
TITLE = "Council closes the fish market\n\n"


def read(path: str, text: str) -> AnnotatedSource:
    source = make_source(path, text)
    stated = tuple(find_visible(text, path, reading_knowledge()))
    return evolve(source, source=evolve(source.source, metadata=stated))


def compared(one: str, two: str, kind: ChangeKind = ChangeKind.DATE) -> list[Conflict]:
    a, b = read("a.html", one), read("b.html", two)
    return findings(pool(a, b, alignments=[align(a, b, kind)]))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Jun 15, 2024\n\n", "June 19, 2024\n\n"),
        ("Jun 15, 2024\n\n", ""),
        ("Published Jun 15, 2024 at 10:15\n\n", "Updated: 9:00, June 19, 2024\n\n"),
        ("By Ann Lee\n\nJun 15, 2024\n\n", "June 19, 2024\n\n"),
        ("By Ann Lee | 3 May 2024\n\n", "3 May 2024\n\n"),
        ("RIVERTON, May 20, 2024 (Wire) — ", ""),
        ("PARIS (AFP) — ", ""),
        ("June 15\n\n", "June 19\n\n"),
        ("June 2024\n\n", "May 2024\n\n"),
        ("10:15 a.m.\n\n", "11:30 p.m.\n\n"),
        ("Updated 3 hours ago\n\n", "Updated 5 hours ago\n\n"),
        ("RIVERTON, Nov. 20, 2023 (Wire) — ", "Riverton, November 20 — "),
    ],
)
def test_no_line_of_a_page_about_itself_is_a_changed_fact(one: str, two: str) -> None:
    assert compared(TITLE + one + BODY, TITLE + two + BODY) == []
    assert compared(TITLE + two + BODY, TITLE + one + BODY) == []


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        ("By Ann Lee\n\n", "By Bo Kim\n\n", ["Ann Lee", "Bo Kim"]),
        (
            "RIVERTON, Nov. 20 (Wire) — ",
            "RIVERTON, Nov. 23 (Wire) — ",
            ["RIVERTON, Nov. 20 (Wire)", "RIVERTON, Nov. 23 (Wire)"],
        ),
        ("PARIS (AFP) — ", "LONDON (Reuters) — ", ["PARIS (AFP)", "LONDON (Reuters)"]),
    ],
)
def test_other_bylines_and_datelines_are_told_last(one: str, two: str, values: list[str]) -> None:
    (found,) = compared(TITLE + one + BODY, TITLE + two + BODY)
    assert (found.kind, found.conflict_class) == (ConflictKind.METADATA, ConflictClass.PAGE_DATA)
    assert found.severity is Level.LOW and [side.value for side in found.sides] == values
    assert all(e.span is not None for side in found.sides for e in side.evidence)


def test_three_copies_with_three_datelines_are_one_finding() -> None:
    texts = [TITLE + f"RIVERTON, Nov. {day} (Wire) — " + BODY for day in (20, 21, 23)]
    sources = [read(f"{name}.html", text) for name, text in zip("abc", texts, strict=True)]
    a, b, c = sources
    pairs = [align(x, y, ChangeKind.DATE) for x, y in ((a, b), (a, c), (b, c))]
    (found,) = findings(pool(*sources, alignments=pairs))
    assert len(found.sides) == 3


@pytest.mark.parametrize("head", ["", "Jun 15, 2024\n\n", "RIVERTON, Nov. 20, 2023 (Wire) — "])
@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [("14 traders", "41 traders", ChangeKind.NUMBER), ("on Tuesday", "on Friday", ChangeKind.DATE)],
)
def test_a_changed_fact_beside_such_a_line_stays_one(head: str, old: str, new: str, kind: ChangeKind) -> None:
    other = head.replace("15", "19").replace("20,", "23,")
    found = compared(TITLE + head + BODY, TITLE + other + BODY.replace(old, new), kind)
    (changed,) = [each for each in found if each.kind is ConflictKind.EDITED_COPY]
    assert changed.severity is Level.HIGH


def test_a_change_across_the_end_of_a_dateline_keeps_what_is_told() -> None:
    one = TITLE + "RIVERTON, May 20 (Wire) — Fourteen traders of the hall will move to the river next week.\n"
    two = TITLE + "RIVERTON, May 21 (Wire) — 41 traders of the hall will move to the river next week.\n"
    a, b = read("a.html", one), read("b.html", two)
    whole = align(a, b, ChangeKind.NUMBER)
    first, last = whole.changes[0], whole.changes[-1]
    joined = evolve(first, a_end=last.a_end, b_end=last.b_end)
    joined = evolve(
        joined, a_text=one[joined.a_start : joined.a_end], b_text=two[joined.b_start : joined.b_end]
    )
    found = findings(pool(a, b, alignments=[evolve(whole, changes=(joined,))]), ConflictKind.EDITED_COPY)
    assert [[side.value for side in each.sides] for each in found] == [["Fourteen traders", "41 traders"]]


def test_entries_of_a_chronicle_are_facts() -> None:
    text = "The year in Riverton\n\n{}\n\nRIVERTON, May 30 — The new hall opened to the public at last.\n"
    entry = "RIVERTON, {} — The old fish market was closed by the council."
    one, two = (text.format(entry.format(day)) for day in ("May 20", "May 23"))
    (found,) = compared(one, two)
    assert found.kind is ConflictKind.EDITED_COPY


def test_days_that_head_the_entries_of_a_chronicle_are_facts() -> None:
    one, two = (f"{TITLE}{day} June\n\n{BODY}\n30 June\n\n{BODY}" for day in (15, 19))
    (found,) = compared(one, two)
    assert found.kind is ConflictKind.EDITED_COPY


def test_figures_and_days_in_such_lines_are_no_claims_of_the_story() -> None:
    one, two = (TITLE + f"Published {day} June 2024\n\n" + BODY for day in (15, 19))
    a, b = read("a.html", one), read("b.html", two)
    claims = [
        make_claim(
            source,
            ClaimKind.EVENT_DATE,
            f"{day} June 2024",
            predicate="published",
            valid_from=f"2024-06-{day}",
        )
        for source, day in ((a, 15), (b, 19))
    ]
    assert findings(pool(a, b, claims=claims, alignments=[align(a, b, ChangeKind.DATE)])) == []


def test_a_headline_with_the_houses_name_is_no_page_line() -> None:
    source = read("a.html", TITLE + "By Ann Lee | 3 May 2024\n\n" + BODY)
    (line,) = find_page_ranges(source, KNOWLEDGE)
    assert (source.text[line.start : line.end], line.kind) == ("By Ann Lee | 3 May 2024", PageLine.BYLINE)
