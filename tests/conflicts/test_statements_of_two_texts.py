"""Opposed statements, states that exclude each other, and conditions dropped, over two short texts."""

import pytest

from provenance.claims import find_claims
from provenance.conflicts import find_conflicts
from provenance.model.conflicts import Conflict, ConflictKind
from provenance.model.pool import Pool
from tests.conflicts.pools import BODY, KNOWLEDGE, PERSON, PLACE, make_source

NAMES = {
    "Tunde Bakare": ("tunde bakare", PERSON),
    "Mina Sato": ("mina sato", PERSON),
    "Sato": ("mina sato", PERSON),
    "Oslo": ("oslo", PLACE),
    "Kabwe": ("kabwe", PLACE),
    "Nordbank": ("nordbank", BODY),
    "Halden Mining": ("halden mining", BODY),
}


def between(a: str, b: str, a_day: str = "2024-05-10", b_day: str = "2024-05-11") -> list[Conflict]:
    """What is found between two texts."""
    sources = (make_source("a", a, NAMES, "A", a_day), make_source("b", b, NAMES, "B", b_day))
    claims = tuple(claim for source in sources for claim in find_claims(source, KNOWLEDGE))
    return find_conflicts(Pool(sources, claims), KNOWLEDGE)


def kinds(a: str, b: str, a_day: str = "2024-05-10", b_day: str = "2024-05-11") -> set[ConflictKind]:
    """Their kinds, of the three that are tested here."""
    wanted = {ConflictKind.OPPOSED, ConflictKind.STATUS, ConflictKind.CONDITION}
    return {c.kind for c in between(a, b, a_day, b_day)} & wanted


OPPOSED = [
    ("Mina Sato visited Kabwe on 3 May 2024.", "Mina Sato has never visited Kabwe."),
    ("Halden Mining has sold the Kabwe smelter.", "Halden Mining did not sell the Kabwe smelter."),
    ("Profits of Nordbank in Oslo rose in 2023.", "In 2023 the profits of Nordbank in Oslo fell."),
    ("Mina Sato supports the Oslo tram.", "Mina Sato opposes the Oslo tram."),
    (
        "Mina Sato won the Nordbank Cup in Oslo on 5 May 2024.",
        "Tunde Bakare won the Nordbank Cup in Oslo on 5 May 2024.",
    ),
    (
        "Halden Mining has dropped its bid for Nordbank.",
        "Halden Mining is pressing ahead with its bid for Nordbank.",
    ),
]


@pytest.mark.parametrize(("a", "b"), OPPOSED)
def test_statements_that_cannot_both_hold_are_found(a: str, b: str) -> None:
    assert ConflictKind.OPPOSED in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mina Sato has not yet visited Kabwe.", "Mina Sato visited Kabwe on 11 May 2024."),
        ("Mina Sato plans to visit Kabwe.", "Mina Sato did not visit Kabwe."),
        ("Profits of Nordbank in Oslo rose in 2022.", "Profits of Nordbank in Oslo fell in 2023."),
        (
            "The north pit of Halden Mining in Kabwe flooded.",
            "The south pit of Halden Mining in Kabwe did not flood.",
        ),
        ("Mina Sato won the Oslo Cup in 2019.", "Tunde Bakare won the Oslo Cup in 2021."),
        ("Mina Sato may have visited Kabwe.", "Mina Sato did not visit Kabwe."),
        ("Mina Sato visited Kabwe. Her lawyer denies it.", "Mina Sato did not visit Kabwe."),
    ],
)
def test_other_times_parts_and_plans_are_no_opposites(a: str, b: str) -> None:
    assert kinds(a, b) == set()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Mina Sato was released in Oslo on 4 May 2024.",
            "Mina Sato has been in jail in Oslo since 1 May 2024.",
        ),
        (
            "Tunde Bakare was convicted in Oslo on 7 May 2024.",
            "Tunde Bakare was acquitted in Oslo on 7 May 2024.",
        ),
        ("Tunde Bakare died in Oslo on 7 May 2024.", "Tunde Bakare spoke in Oslo on 9 May 2024."),
        ("Police in Oslo have arrested Mina Sato.", "Mina Sato is still at large in Oslo."),
    ],
)
def test_states_that_exclude_each_other_are_found(a: str, b: str) -> None:
    assert ConflictKind.STATUS in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mina Sato was arrested in Oslo on 4 May 2024.", "Mina Sato was released in Oslo on 9 May 2024."),
        ("Tunde Bakare spoke in Oslo on 3 May 2024.", "Tunde Bakare died in Oslo on 7 May 2024."),
        ("Tunde Bakare was convicted of theft in Oslo.", "Tunde Bakare was acquitted of bribery in Oslo."),
        ("Tunde Bakare was arrested in Oslo on 4 May 2024.", "Mina Sato was at large in Oslo on 4 May 2024."),
    ],
)
def test_a_change_of_state_is_no_conflict(a: str, b: str) -> None:
    assert kinds(a, b) == set()


FLAT = "Nordbank will open a branch in Kabwe in June, said Mina Sato."
CONDITIONAL = "Nordbank will open a branch in Kabwe in June if the council cuts the tax, said Mina Sato."


def test_a_condition_that_one_text_leaves_out_is_found() -> None:
    (found,) = [c for c in between(CONDITIONAL, FLAT) if c.kind is ConflictKind.CONDITION]
    assert "if the council cuts the tax" in found.title
    assert len(found.sides) == 2


@pytest.mark.parametrize(
    "b",
    [
        FLAT + " It all depends on the tax.",
        "The tax is the one condition. " + FLAT,
        FLAT + " The council cut the tax on Thursday.",
        "Nordbank has opened a branch in Kabwe, said Mina Sato.",
        "Nordbank will not open a branch in Kabwe in June, said Mina Sato.",
        "Halden Mining will open a pit in Kabwe in June, said Mina Sato.",
    ],
)
def test_a_condition_told_near_met_or_of_something_else_is_none(b: str) -> None:
    assert ConflictKind.CONDITION not in kinds(CONDITIONAL, b)


def test_the_order_of_the_texts_does_not_matter() -> None:
    for a, b in OPPOSED:
        assert kinds(a, b) == kinds(b, a, "2024-05-11", "2024-05-10")
