"""Counts that were overtaken: a timeline where they rise, a stale figure where a later text is behind."""

import pytest

from provenance.claims import find_claims
from provenance.conflicts import find_findings
from provenance.model.conflicts import ConflictKind
from provenance.model.findings import Findings
from tests.conflicts.pools import BODY, KNOWLEDGE, PERSON, PLACE, make_source, pool

NAMES = {
    "Port Basu": ("basu", PLACE),
    "Relief Board": ("board", BODY),
    "Ines Duarte": ("duarte", PERSON),
}
FLOOD = "The flood in Port Basu has killed {} people, said Ines Duarte of the Relief Board."


def told(*texts: tuple[str, str]) -> Findings:
    """What is found in texts with their days."""
    sources = [
        make_source(f"{at}", text, NAMES, f"Publisher {at}", day) for at, (text, day) in enumerate(texts)
    ]
    claims = [claim for source in sources for claim in find_claims(source, KNOWLEDGE)]
    return find_findings(pool(*sources, claims=claims), KNOWLEDGE)


def stale(found: Findings) -> list[list[str]]:
    return [[s.value for s in c.sides] for c in found.conflicts if c.kind is ConflictKind.STALE_FIGURE]


def test_a_lower_count_in_a_later_text_is_a_stale_figure_and_stands_so_in_the_timeline() -> None:
    found = told((FLOOD.format(40), "2024-05-02"), (FLOOD.format(31), "2024-05-04"))
    assert stale(found) == [["40 people", "31 people"]]
    (line,) = found.timelines
    assert [(p.at, p.number, p.is_stale) for p in line.points] == [
        ("2024-05-02", 40, False),
        ("2024-05-04", 31, True),
    ]


def test_a_rising_count_is_a_timeline_and_no_conflict() -> None:
    found = told(*((FLOOD.format(n), f"2024-05-0{day}") for n, day in ((12, 1), (31, 2), (40, 4))))
    assert found.conflicts == ()
    (line,) = found.timelines
    assert [p.number for p in line.points] == [12, 31, 40]
    assert {p.basis for p in line.points} == {"publication date"}
    assert line.predicate == "killed"


def test_the_day_that_a_sentence_states_goes_before_that_of_its_text() -> None:
    later = (
        "When Ines Duarte of the Relief Board came to Port Basu on 1 May 2024, the toll was 12 people killed."
    )
    found = told((FLOOD.format(31), "2024-05-02"), (later, "2024-05-06"))
    assert stale(found) == []


@pytest.mark.parametrize(
    "later",
    [
        "The number of dead was revised down to 31 in Port Basu, said Ines Duarte of the Relief Board.",
        "Earlier figures had put the dead of the flood in Port Basu at 31, said Ines Duarte of the Board.",
        "The number of people missing after the flood fell to 31 in Port Basu, said Ines Duarte.",
        "Another 31 people were killed by the flood in Port Basu, said Ines Duarte of the Relief Board.",
        "Of the dead of the flood in Port Basu 31 were children, said Ines Duarte of the Relief Board.",
    ],
)
def test_revised_old_other_and_partial_counts_are_not_stale(later: str) -> None:
    assert stale(told((FLOOD.format(40), "2024-05-02"), (later, "2024-05-04"))) == []


def test_a_rank_tells_how_many_there_were_at_least() -> None:
    first = "The flood in Port Basu took its 40th life on Thursday, said Ines Duarte of the Relief Board."
    found = told((first, "2024-05-03"), (FLOOD.format(31), "2024-05-05"))
    assert stale(found) == [["40th life", "31 people"]]


def test_a_count_that_fell_does_not_stand_in_the_line_of_those_that_rose() -> None:
    found = told(
        (FLOOD.format("about 45"), "2024-05-02"),
        *((FLOOD.format(n), f"2024-05-0{n % 10}") for n in (31, 33, 34)),
    )
    for line in found.timelines:
        counts = [point.number for point in line.points if not point.is_stale]
        assert counts == sorted(counts)
