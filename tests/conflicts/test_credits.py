"""Whom a text credits for a figure."""

import pytest

from provenance.conflicts.credits import descriptions, find_credit, is_credited
from provenance.conflicts.pile import Pile
from provenance.model.settings import ConflictSettings
from tests.conflicts.pools import KNOWLEDGE, make_source, place, pool


@pytest.mark.parametrize(
    ("text", "figure", "credit"),
    [
        ("The toll was put at 31 by the mine, 35 by miners.", "31", "the mine"),
        ("The toll was put at 31 by the mine, 35 by miners.", "35", "miners"),
        ("Losses were given as 40 sheep according to the owner and 52 by a vet.", "40 sheep", "the owner"),
        ("Of the dead, 31 by fire and 35 by smoke.", "31", ""),
        ("The toll was put at 31.", "31", ""),
    ],
)
def test_the_credit_stands_behind_the_figure_that_is_given(text: str, figure: str, credit: str) -> None:
    source = make_source("a", text)
    pile = Pile(pool(source), KNOWLEDGE, ConflictSettings())
    assert find_credit(pile, place(source, figure)) == credit


def test_descriptions_are_the_kind_of_body() -> None:
    assert descriptions("lake city fire brigade")[-2:] == ("the fire brigade", "the brigade")
    assert descriptions("academy of sciences") == ("the academy",)


@pytest.mark.parametrize(
    ("credit", "name", "expected"),
    [
        ("the lake city fire brigade", "Lake City Fire Brigade", True),
        ("the fire brigade", "Lake City Fire Brigade", True),
        ("the brigade", "Lake City Fire Brigade", None),
        ("the academy", "Academy of Sciences", None),
        ("the sciences", "Academy of Sciences", False),
        ("", "Academy", False),
    ],
)
def test_one_word_of_description_leaves_it_open(credit: str, name: str, expected: bool | None) -> None:
    assert is_credited(credit, name) is expected
