"""Other words for the same, and words that tell another thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.conflicts.rewordings import (
    are_exchanged,
    are_futures,
    are_in_contrast,
    are_one_title,
    are_titles,
    has_figure,
    is_another_thing,
    is_dated_from_now,
    is_stood_for,
    makes_another_title,
    say_the_same,
)
from tests.conflicts.pools import KNOWLEDGE

SAME = [
    ("will not", "won't"),
    ("2.4 kilograms", "2.4 kg"),
    ("thirteen", "13"),
    ("the bridge", "bridge"),
    ("cannot", "can not"),
    ("twelve per cent", "12 percent"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_contractions_units_numbers_and_articles_are_the_same_words(a: str, b: str) -> None:
    assert say_the_same(a, b, KNOWLEDGE)
    assert say_the_same(b, a, KNOWLEDGE)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("started", "began"),
        ("bought", "purchased"),
        ("employees", "workers"),
        ("auction house", "auctioneers"),
        ("were later", "subsequently got"),
        ("a statue", "a big statue"),
        ("highest", "largest"),
        ("vessels", "ships"),
        ("Each", "Every"),
        ("a detailed plan for the three northern wards", "the scheme that the board had asked for in May"),
    ],
)
def test_what_can_stand_for_it_what_only_one_has_and_a_clause_told_anew_are_no_other_thing(
    a: str, b: str
) -> None:
    assert not is_another_thing(a, b, KNOWLEDGE)
    assert not is_another_thing(b, a, KNOWLEDGE)


@pytest.mark.parametrize(
    ("a", "b"),
    [("a salmon", "an eel"), ("the kitchen", "the chapel"), ("pursues", "pursued"), ("red", "blue")],
)
def test_another_word_is_another_thing(a: str, b: str) -> None:
    assert is_another_thing(a, b, KNOWLEDGE)
    assert is_another_thing(b, a, KNOWLEDGE)


def test_words_of_grammar_that_exclude_each_other_are_in_contrast() -> None:
    assert are_in_contrast("before Sunday", "after Sunday")
    assert are_in_contrast("all", "some")
    assert are_in_contrast("his", "her")
    assert not are_in_contrast("in", "at")
    assert not are_in_contrast("each", "every")
    assert not are_in_contrast("all", "all the")


def test_two_words_that_changed_places_are_exchanged() -> None:
    assert are_exchanged("the wheat but not the barley", "the barley but not the wheat")
    assert not are_exchanged("minister Obi", "Obi minister")
    assert not are_exchanged("the wheat", "the wheat and the barley")
    assert not are_exchanged("at home and in bed", "in home and at bed")


def test_futures_are_one() -> None:
    assert are_futures("will close", "is closing")
    assert not are_futures("may close", "is closing")
    assert not are_futures("will close", "would close")


def test_titles() -> None:
    assert are_titles("sister", "mother", KNOWLEDGE)
    assert are_titles("mayor", "bishop", KNOWLEDGE)
    assert not are_titles("mayor", "carpet", KNOWLEDGE)
    assert are_one_title("chief executive", "CEO", KNOWLEDGE)
    assert are_one_title("President", "Mr", KNOWLEDGE)
    assert not are_one_title("mayor", "bishop", KNOWLEDGE)
    assert makes_another_title("acting")
    assert not makes_another_title("the skipper")


def test_a_day_told_from_the_day_of_the_text_and_figures() -> None:
    assert is_dated_from_now("yesterday")
    assert is_dated_from_now("last Friday")
    assert not is_dated_from_now("on Friday")
    assert has_figure("some forty", KNOWLEDGE)
    assert has_figure("A14", KNOWLEDGE)
    assert not has_figure("some", KNOWLEDGE)


def test_each_word_must_be_stood_for() -> None:
    assert is_stood_for("accused of", "charged with", KNOWLEDGE)
    assert not is_stood_for("accused", "convicted", KNOWLEDGE)
    assert not is_stood_for("accused", "of", KNOWLEDGE)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_are_compared_alike_from_both_sides(a: str, b: str) -> None:
    assert say_the_same(a, b, KNOWLEDGE) is say_the_same(b, a, KNOWLEDGE)
    assert is_another_thing(a, b, KNOWLEDGE) is is_another_thing(b, a, KNOWLEDGE)
    assert are_exchanged(a, b) is are_exchanged(b, a)
    assert are_in_contrast(a, b) is are_in_contrast(b, a)
    assert not is_another_thing(a, a, KNOWLEDGE)
