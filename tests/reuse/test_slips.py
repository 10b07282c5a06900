"""Misreadings, slips of the pen and spellings of one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.edits.slips import (
    LIKE_GROUPS,
    LIKE_LETTERS,
    are_one_name,
    are_scans,
    are_spellings,
    count_damages,
    is_another_ending,
    is_damaged_figure,
    is_exchange,
    is_slip,
    is_sure_damage,
)

WORDS = st.text(alphabet="abcdeilmnorstuvw0156", max_size=14)


@pytest.mark.parametrize(
    ("word", "damaged"),
    [
        ("modern", "modem"),
        ("harbour", "barbour"),
        ("clergy", "dergy"),
        ("anchor", "anch0r"),
        ("found", "fouud"),
        ("window", "vvindow"),
        ("summer", "surnrner"),
        ("the", "tbe"),
        ("village", "vi1lage"),
    ],
)
def test_letters_that_look_alike_are_damage(word: str, damaged: str) -> None:
    assert count_damages(word, damaged)[0] > 0
    assert count_damages(damaged, word)[0] > 0


def test_a_missing_letter_is_counted_apart() -> None:
    assert count_damages("government", "goverment") == (0, 1)
    assert count_damages("boat", "vessel") == (0, 0)


def test_some_shapes_are_hardly_ever_slips() -> None:
    assert is_sure_damage("harnilton", "hamilton")
    assert not is_sure_damage("hassan", "hasan")


@pytest.mark.parametrize(
    ("one", "other", "is_damaged"),
    [
        ("1906", "19O6", True),
        ("15", "l5", True),
        ("1906", "1 9O6", True),
        ("1906", "1960", False),
        ("1906", "1 906", False),
        ("so", "50", False),
    ],
)
def test_letters_for_figures_are_damage(one: str, other: str, is_damaged: bool) -> None:
    assert is_damaged_figure(one, other) is is_damaged
    assert is_damaged_figure(other, one) is is_damaged


def test_slips_of_the_pen_are_no_forms_of_a_word() -> None:
    assert is_slip("believe", "beleive")
    assert is_exchange("the", "teh")
    assert not is_slip("walk", "walks")
    assert is_another_ending("walked", "walker")
    assert not is_slip("boat", "coat")


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("colour", "color", True),
        ("organised", "organized", True),
        ("centre", "center", True),
        ("catalogue", "catalog", True),
        ("travelled", "traveled", True),
        ("paediatric", "pediatric", True),
        ("grey", "gray", True),
        ("four", "for", False),
        ("mourning", "morning", False),
        ("filled", "filed", False),
        ("prise", "prize", False),
        ("canoes", "canes", False),
        ("advice", "advise", False),
    ],
)
def test_british_and_american_spellings(one: str, other: str, is_one: bool) -> None:
    assert are_spellings(one, other) is is_one
    assert are_spellings(other, one) is is_one


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Müller", "Mueller", True),
        ("Jürgen Moeller", "Jurgen Möller", True),
        ("Ben-Ali", "Ben Ali", True),
        ("Øystein", "Oeystein", True),
        ("Hassan", "Hasan", False),
        ("", "", False),
    ],
)
def test_names_of_the_same_letters_are_one(one: str, other: str, is_one: bool) -> None:
    assert are_one_name(one, other) is is_one


@given(WORDS, WORDS)
def test_which_side_is_damaged_makes_no_difference(one: str, other: str) -> None:
    assert (count_damages(one, other) > (0, 0)) == (count_damages(other, one) > (0, 0)) or one[:1] != other[
        :1
    ]
    assert are_spellings(one, other) == are_spellings(other, one)
    assert is_sure_damage(one, other) == is_sure_damage(other, one)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_compared(one: str, other: str) -> None:
    assert are_one_name(one, other) == are_one_name(other, one)
    assert is_damaged_figure(one, other) == is_damaged_figure(other, one)


GROUPS = ((2, 1), (1, 2), (2, 2))


def least_damages(one: str, other: str) -> int:
    """As few damages as make `other` of `one`: a shape that looks like another, two for a missing letter."""
    found = [0] if not one and not other else []
    if one and other:
        if one[-1] == other[-1]:
            found.append(least_damages(one[:-1], other[:-1]))
        elif (one[-1], other[-1]) in LIKE_LETTERS or {one[-1], other[-1]} == {"a", "o"}:
            found.append(least_damages(one[:-1], other[:-1]) + 1)
        for x, y in GROUPS:
            if (one[-x:], other[-y:]) in LIKE_GROUPS:
                found.append(least_damages(one[:-x], other[:-y]) + 1)
    if one:
        found.append(least_damages(one[:-1], other) + 2)
    if other:
        found.append(least_damages(one, other[:-1]) + 2)
    return min(found)


scanned = st.text(st.sampled_from("ocehbnuls5mrdvwi1"), min_size=1, max_size=3)


@given(scanned, st.sampled_from(sorted(LIKE_GROUPS | LIKE_LETTERS)), st.one_of(st.none(), scanned))
def test_words_of_a_bad_scan_are_told_as_by_trying_all_damages(
    word: str, shapes: tuple[str, str], other_word: str | None
) -> None:
    one, other = f"{word}{shapes[0]}e", f"{other_word or word}{shapes[1]}e"
    longest = max(len(one), len(other))
    most = longest - 1 if longest <= SHORT else longest // 2
    assert are_scans(one, other) == (0 < least_damages(one, other) <= most)
    assert are_scans(one, other) == are_scans(other, one)


SHORT = 4
"""Letters of a word of which all but one may be damaged."""
