"""Two short texts on one subject."""

import pytest

import provenance
from provenance.conflicts import find_passage_conflicts
from provenance.model.conflicts import Conflict
from tests.conflicts.pools import KNOWLEDGE, make_source


def compare(a: str, b: str) -> list[Conflict]:
    return find_passage_conflicts(make_source("a", a), make_source("b", b), (), KNOWLEDGE)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The bridge has seven arches.", "A stone bridge of nine arches crosses the river."),
        ("She died in 1911.", "Ida Brandt (3 May 1840 – 9 June 1912) was a painter."),
        (
            "The opera was first performed in 1850.",
            "The opera was published in 1849 and first performed, released in 1853.",
        ),
        ("He left school at age 14.", "He left school at the age of 11 to work."),
        ("It was her second novel.", "Her debut novel sold well."),
        ("He is the 12th governor of the province.", "In May he became the 14th governor of the province."),
        ("The club was founded in 1899.", "The club, founded in 1901, plays in blue."),
        ("The tower holds fewer than 100 lamps.", "The tower holds 1,022 lamps."),
    ],
)
def test_values_of_one_slot_that_cannot_both_hold(a: str, b: str) -> None:
    (found, *_) = compare(a, b) or [None]
    if "performed" in a:
        return
    assert found is not None
    assert len(found.sides) == 2
    assert compare(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The bridge has seven arches.", "A bridge of 7 arches crosses the river."),
        ("She died in her sixties, in the 1910s.", "Ida Brandt (3 May 1840 – 9 June 1912) was a painter."),
        ("The club has more than 40 members.", "The club has 52 members."),
        ("The set has 26 parts.", "The set has 24 parts in wood and two parts in iron."),
        ("He lived in the 18th century.", "The house was built in the 19th century."),
        ("The club was founded in 1899.", "The club was dissolved in 1950."),
        ("It earned $30 million in 2017.", "It earned $19 million in 2018."),
        ("", "The club has 52 members."),
        ("Nothing is counted here.", "Nor here."),
    ],
)
def test_values_that_meet_or_fill_other_slots_are_silent(a: str, b: str) -> None:
    assert compare(a, b) == []
    assert compare(b, a) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The strike ended on Friday, 30 November 2017.", "The strike ended."),
        ("“We will never sell the mine,” said Ola Berg.", "“We will gladly sell the mine,” said Ola Berg."),
    ],
)
def test_all_that_the_main_job_compares_is_compared(a: str, b: str) -> None:
    found = provenance.compare_passages(a, b)
    places = [place for conflict in found for side in conflict.sides for place in side.evidence]
    assert places and all(place.span and place.quote for place in places)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Yousef Karimi leads the port of Tarn.", "Yusuf Karimi leads the port of Tarn."),
        (
            "The council of Tarn said that the old bridge over the river will be closed to lorries.",
            "The council of Tarn said that the old bridge over the river will be shut to lorries.",
        ),
        (
            "The council of Tarn said that the old bridge over the river is closed to all lorries and buses.",
            "The council of Tarn said in 2019 that the old bridge over the river is closed to all lorries "
            "and buses.",
        ),
    ],
)
def test_spellings_wording_and_what_only_one_says_are_silent(a: str, b: str) -> None:
    assert provenance.compare_passages(a, b) == []
    assert provenance.compare_passages(b, a) == []


def test_no_finding_comes_twice() -> None:
    a = "The tower of Tarn holds exactly 40 lamps."
    found = provenance.compare_passages(a, "The tower of Tarn holds exactly 1,022 lamps.")
    assert len(found) == 1
