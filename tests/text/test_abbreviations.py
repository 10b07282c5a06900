"""Abbreviations that a text explains."""

import pytest

from provenance.text.abbreviations import are_one_name, find_expansions, fits, says_apart


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Fishers League (LFL) met.",
        "The LFL, the Lake Fishers League, met.",
        "The LFL, which stands for Lake Fishers League, met.",
        "The LFL, as the Lake Fishers League is known, met.",
        "The LFL (Lake Fishers League) met.",
    ],
)
def test_an_explained_abbreviation(text: str) -> None:
    (found,) = find_expansions(text)
    assert (found.short, found.full, found.is_stated) == ("LFL", "Lake Fishers League", True)


def test_letters_that_fit_a_name_are_not_stated() -> None:
    (found,) = find_expansions("Men of the LFL came. The Lake Fishers League is new.")
    assert not found.is_stated


def test_small_words_count_or_do_not() -> None:
    assert fits("UOL", "University of Lodwar")
    assert fits("UL", "University of Lodwar")
    assert not fits("UN", "University of Lodwar")


def test_names_differently_worded_are_one() -> None:
    assert are_one_name("Lake Fishing League", "Lakes Fishery League")
    assert not are_one_name("Lake Fishers League", "Land and Forest Lobby")
    assert says_apart("It has nothing to do with the league of the same initials.")
