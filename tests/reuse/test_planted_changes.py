"""A small sample of the planted changes of tests/bench/changes.py, against floors."""

from collections import defaultdict

import pytest

from tests.bench.changes import Outcome, measure, plant, shares

TYPED, JUDGED, ONE, EXACT = 0.95, 0.93, 0.9, 0.92
"""Floors of all types together, on templates that were not looked at when rules were made."""
INSTANCES = 6
LEAST_OF_A_TYPE = 0.6
"""Floor of each type: a sample has one to three templates of it."""


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return [measure(one) for one in plant(held_out=True, instances=INSTANCES)]


def test_planted_changes_are_typed_judged_and_placed(outcomes: list[Outcome]) -> None:
    typed, judged, one, exact = shares(outcomes)
    assert typed >= TYPED
    assert judged >= JUDGED
    assert one >= ONE
    assert exact >= EXACT


def test_no_type_of_change_is_missed(outcomes: list[Outcome]) -> None:
    by_type = defaultdict(list)
    for outcome in outcomes:
        by_type[outcome.planted.type].append(outcome)
    assert {
        name: shares(found)[0] for name, found in by_type.items() if shares(found)[0] < LEAST_OF_A_TYPE
    } == {}
    assert len(by_type) == len({outcome.planted.type for outcome in outcomes})


def test_changes_quote_their_places(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        one, other = outcome.planted.a, outcome.planted.b
        for change in outcome.found:
            texts = (one, other) if one[change.a_start : change.a_end] == change.a_text else (other, one)
            assert texts[0][change.a_start : change.a_end] == change.a_text
            assert texts[1][change.b_start : change.b_end] == change.b_text


def test_planting_is_the_same_each_time() -> None:
    assert list(plant(held_out=False, instances=2)) == list(plant(held_out=False, instances=2))
