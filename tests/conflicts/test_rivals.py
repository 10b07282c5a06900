"""A figure among many of its kind is held against another only where its words single it out."""

from collections import defaultdict

import pytest

from provenance.claims import find_claims
from provenance.conflicts import find_conflicts
from provenance.conflicts.measures import Measure, measure
from provenance.conflicts.pile import Pile
from provenance.conflicts.rivals import is_singled_out
from provenance.model.claims import ClaimKind
from provenance.model.conflicts import ConflictKind
from provenance.model.pool import Pool
from provenance.model.settings import ConflictSettings
from tests.conflicts.pools import KNOWLEDGE, PERSON, PLACE, make_source, pool

NAMES = {
    "Tartu": ("tartu", PLACE),
    "Mari Kask": ("kask", PERSON),
    "Arequipa": ("arequipa", PLACE),
    "Rosa Quispe": ("quispe", PERSON),
    "Vinh": ("vinh", PLACE),
    "Tran Minh": ("tran", PERSON),
    "Hoang Lan": ("hoang", PERSON),
}


def read(first: str, second: str) -> Pool:
    """Two texts of one day, "a" and "b", with their claims as read."""
    texts = (("a", first), ("b", second))
    sources = [make_source(name, text, NAMES, f"Publisher {name}", "2024-05-06") for name, text in texts]
    return pool(*sources, claims=[claim for source in sources for claim in find_claims(source, KNOWLEDGE)])


def questions(first: str, second: str) -> list[str]:
    """Titles of the findings about numbers."""
    found = find_conflicts(read(first, second), KNOWLEDGE)
    return [c.title for c in found if c.kind is ConflictKind.QUANTITY]


def singled_out(first: str, second: str, one: int, two: int) -> bool:
    """Are the figure `one` of the first text and `two` of the second each other's best match?"""
    pile = Pile(read(first, second), KNOWLEDGE, ConflictSettings())
    held: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    for claim in pile.claims_of(ClaimKind.QUANTITY):
        if (found := measure(pile, claim)) is not None:
            held[claim.source_id, found.dimension].append(found)
    by_number = {(m.claim.source_id, m.claim.number): m for group in held.values() for m in group}
    pair = by_number["a", one], by_number["b", two]
    told = is_singled_out(held, *pair)
    assert is_singled_out(held, *reversed(pair)) == told
    return told


LENT = "The library of Tartu lent 4,200 books to schools in April, director Mari Kask said."
TREATED = "The clinic at Vinh treated 340 patients for burns after the factory fire, doctor Tran Minh said."
BRIDGE = "The suspension bridge at Arequipa is 420 metres long, engineer Rosa Quispe said."

BEST_MATCHES = [
    (
        LENT,
        "The library of Tartu lent 5,100 books to schools in April, director Mari Kask said. It bought 310 "
        "books for children. It threw away 900 books after the flood.",
        4200,
        5100,
    ),
    (
        TREATED,
        "The clinic at Vinh treated 430 patients for burns after the factory fire, doctor Tran Minh said. "
        "It sent 25 patients home. It had 60 patients for flu last week.",
        340,
        430,
    ),
    (
        BRIDGE,
        "The suspension bridge at Arequipa is 480 metres long, engineer Rosa Quispe said. A tunnel of 900 "
        "metres comes next. Its fence measures 75 metres.",
        420,
        480,
    ),
]
NEARER_RIVALS = [
    (
        LENT,
        "The library of Tartu lent 4,200 books to schools in April, director Mari Kask said. Readers "
        "gave 310 books back late. Volunteers mended 900 books.",
        4200,
        310,
    ),
    (
        TREATED,
        "The clinic at Vinh treated 340 patients for burns after the factory fire, doctor Hoang Lan said. "
        "The clinic sent 25 patients home.",
        340,
        25,
    ),
    (
        BRIDGE,
        "The suspension bridge at Arequipa is 420 metres long, engineer Rosa Quispe said. A tunnel of 900 "
        "metres comes next. Its fence measures 75 metres.",
        420,
        900,
    ),
]


@pytest.mark.parametrize(("first", "second", "one", "two"), BEST_MATCHES)
def test_the_best_match_among_its_rivals_conflicts(first: str, second: str, one: int, two: int) -> None:
    assert singled_out(first, second, one, two)
    (title,) = questions(first, second)
    assert title.startswith(f"{one:,} or {two:,} ")


@pytest.mark.parametrize(("first", "second", "one", "two"), BEST_MATCHES)
def test_its_rivals_are_not_held_against_the_figure(first: str, second: str, one: int, two: int) -> None:
    others = {c.number for c in read(first, second).claims if c.kind is ClaimKind.QUANTITY and c.number}
    rivals = sorted(others - {one, two})
    assert rivals
    assert [n for n in rivals if singled_out(first, second, one, int(n))] == []


@pytest.mark.parametrize(("first", "second", "one", "two"), NEARER_RIVALS)
def test_a_figure_with_a_nearer_rival_stays_silent(first: str, second: str, one: int, two: int) -> None:
    assert not singled_out(first, second, one, two)
    assert questions(first, second) == []


def test_the_only_figure_of_its_kind_needs_no_best_match() -> None:
    assert singled_out(TREATED, "The clinic at Vinh had 90 patients, doctor Tran Minh said.", 340, 90)


def test_counts_of_two_people_are_not_of_one_thing() -> None:
    own = "At Vinh, {} treated {} patients for burns after the factory fire."
    assert not singled_out(own.format("Tran Minh", 340), own.format("Hoang Lan", 90), 340, 90)
    assert singled_out(own.format("Tran Minh", 340), own.format("Tran Minh", 90), 340, 90)


def test_counts_of_the_dead_may_have_a_rival_a_little_nearer() -> None:
    first = "The fire killed 12 people at the mill in Vinh, Tran Minh said."
    near = "The fire killed 12 people at the mill in Vinh. "
    assert singled_out(first, "The fire killed 15 people in Vinh. Smoke killed 3 people at the mill.", 12, 15)
    assert not singled_out(first, near + "A flood killed 40 people elsewhere in spring.", 12, 40)
