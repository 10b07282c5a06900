"""Repetitive text costs time in proportion to its length, and no text breaks anything."""

import pytest

from provenance.conflicts import find_conflicts, find_passage_conflicts
from tests.conflicts.pools import BODY, KNOWLEDGE, make_source, pool
from tests.growth import steps

NAMES = {"Lake Bank": ("bank", BODY)}
UNITS = [
    "A",
    "1 ",
    "“",
    ", also known as ",
    "50 percent of the vote ",
    "Lake Bank, a coalition of ",
    "’s claims that ",
    "a, ",
    "\n",
    "31 June 2019 ",
    "Friday, 30 November 2017 ",
    "(",
    "12 people: 7 men, ",
    "3 of them ",
    "1990s ",
    "first ",
    "\x00",
    "🙂",
    "\u202e",
]


def cost(unit: str, length: int) -> int:
    a = make_source("a", (unit * length)[:length], NAMES)
    b = make_source("b", (unit * length)[: length // 2], NAMES)
    return steps(lambda: (find_conflicts(pool(a, b), KNOWLEDGE), find_passage_conflicts(a, b, (), KNOWLEDGE)))


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_is_about_twice_the_work(unit: str) -> None:
    cost(unit, 4000)
    assert cost(unit, 4000) <= 2.5 * cost(unit, 2000) + 500
