"""Figures of one sentence that do not add up."""

import pytest

from provenance.model.conflicts import ConflictKind
from tests.conflicts.pools import findings, make_source, pool


def find(text: str) -> list[str]:
    return [c.predicate for c in findings(pool(make_source("a.txt", text)), ConflictKind.ARITHMETIC)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The ferry carried 120 passengers, 130 of them children.", "part and whole"),
        ("Some said that 130 percent of the voters came.", "share"),
        ("Odinga won 52 percent of the vote and Ruto 51 percent of the vote.", "shares"),
        ("The fire killed 12 people: 7 men, 3 women and 4 children.", "sum"),
    ],
)
def test_figures_that_do_not_fit(text: str, what: str) -> None:
    assert find(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry carried 120 passengers, 30 of them children.",
        "Profits rose 130 percent.",
        "Spending reached 130 percent of the budget.",
        "Odinga won 48.9 percent of the vote and Ruto 50.5 percent of the vote.",
        "Support rose from 48 percent of the vote to 61 percent of the vote.",
        "The fire killed 12 people: 7 men, 3 women and 2 children.",
        "The fire killed 12 people, including 9 women and 7 children.",
        "Police held 12 people: about 7 men and 6 women.",
        "They met at 10 to 12 people: 7 of June and 5 of July.",
    ],
)
def test_figures_that_fit_or_overlap_are_silent(text: str) -> None:
    assert find(text) == []
