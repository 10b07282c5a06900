"""How accurate sources are: against a slow reference, and on planted piles."""

from math import exp, log
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.conflicts.accuracy import (
    LEAST_ACCURACY,
    MOST_ACCURACY,
    Item,
    find_accuracies,
    log_odds,
    probabilities,
    shares,
    vote_counts,
)

NAMES = st.sampled_from([f"s{number}" for number in range(6)])
VALUES = st.dictionaries(NAMES, st.sampled_from([0.0, 0.5, 1.0]), min_size=1, max_size=4)
ITEMS = st.lists(st.lists(VALUES, min_size=1, max_size=3).map(lambda v: Item(tuple(v))), max_size=6)


def slow(items: list[Item]) -> dict[str, float]:
    """The formulas of the paper written out, each sum for itself."""
    names = {name for item in items for value in item.values for name in value}
    known = dict.fromkeys(names, 0.8)
    for _ in range(100):
        new = {}
        for name in names:
            told = []
            for item in items:
                for value in item.values:
                    if name in value:
                        others = sum(exp(_count(each, known)) for each in item.values)
                        told.append(exp(_count(value, known)) / (others + 11 - len(item.values)))
            mean = (sum(told) + 4 * 0.8) / (len(told) + 4)
            new[name] = (known[name] + min(0.99, max(0.1, mean))) / 2
        known = new
    return known


def _count(value: object, known: dict[str, float]) -> float:
    assert isinstance(value, dict)
    return sum(own * log(10 * known[name] / (1 - known[name])) for name, own in value.items())


@settings(deadline=None, max_examples=60)
@given(ITEMS)
def test_accuracies_are_those_of_the_formulas_written_out(items: list[Item]) -> None:
    found = find_accuracies(items)
    assert found == pytest.approx(slow(items), abs=1e-4)
    assert all(LEAST_ACCURACY <= each <= MOST_ACCURACY for each in found.values())
    assert list(found) == sorted(found)


@settings(deadline=None, max_examples=60)
@given(ITEMS, st.randoms(use_true_random=False))
def test_the_order_of_items_and_names_changes_next_to_nothing(items: list[Item], chance: Random) -> None:
    mixed = [Item(tuple(dict(reversed(value.items())) for value in item.values)) for item in items]
    chance.shuffle(mixed)
    assert find_accuracies(mixed) == pytest.approx(find_accuracies(items), abs=1e-9)


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=5))
def test_shares_make_one_and_probabilities_leave_room_for_what_nobody_gives(counts: list[float]) -> None:
    assert sum(shares(counts)) == pytest.approx(1)
    assert sum(probabilities(counts)) <= 1 + 1e-9
    order = sorted(range(len(counts)), key=lambda i: counts[i])
    assert [shares(counts)[i] for i in order] == sorted(shares(counts))


def test_without_items_there_are_no_sources() -> None:
    assert find_accuracies([]) == {}


def test_one_plain_vote_weighs_as_in_the_paper() -> None:
    assert log_odds(0.8) == pytest.approx(log(40))
    assert probabilities([log(40)]) == [pytest.approx(40 / 50)]


def test_sources_that_others_bear_out_weigh_more() -> None:
    good, bad = [f"good{n}" for n in range(4)], [f"bad{n}" for n in range(3)]
    items = [
        Item((dict.fromkeys(good, 1.0), {bad[number % 3]: 1.0}, {bad[(number + 1) % 3]: 1.0}))
        for number in range(12)
    ]
    one_each = Item(({good[0]: 1.0}, {bad[0]: 1.0}))
    found = find_accuracies([*items, one_each])
    assert min(found[name] for name in good) > 0.9
    assert max(found[name] for name in bad) < 0.6
    counts = vote_counts(one_each, found)
    assert counts[0] > counts[1]
    assert shares(counts)[0] > 0.9


def test_copies_of_a_wrong_text_do_not_win() -> None:
    copies = {"first": 1.0, **{f"copy{number}": 0.0 for number in range(9)}}
    items = [Item(({"x": 1.0, "y": 1.0}, copies)) for _ in range(5)]
    found = find_accuracies(items)
    counts = vote_counts(items[0], found)
    assert counts[0] > counts[1]
    assert found["x"] > found["first"]
    plain = Item(({"x": 1.0, "y": 1.0}, dict.fromkeys(copies, 1.0)))
    naive = vote_counts(plain, find_accuracies([plain] * 5))
    assert naive[1] > naive[0]  # what discounting is for
