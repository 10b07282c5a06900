"""Capitals change no verdict on bodies' names but where they alone tell an acronym from a word."""

from collections.abc import Callable

import pytest

from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge

PAIRS = [
    ("E.U.", "European Union"),
    ("EU", "European Union"),
    ("A.U.", "African Union"),
    ("US Department of Labor", "Department of Labor"),
    ("U.S. Forest Service", "Forest Service"),
    ("Chad", "China"),
    ("Ghanaian Ministry of Health", "Ministry of Health of Ghana"),
    ("Tallow Shipping (Panama) SA", "Tallow Shipping (Belize) SA"),
    ("Tallow Shipping (Panama) SA", "Tallow Shipping SA"),
    ("Jindal Group", "Jindal Holdings Ltd"),
]


@pytest.mark.parametrize("change", [str.lower, str.upper])
@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_the_verdict_is_that_of_the_names_as_they_stand(a: str, b: str, change: Callable[[str], str]) -> None:
    knowledge = load_knowledge()
    expected = compare_names(a, b, "organization", knowledge).verdict
    assert compare_names(change(a), change(b), "organization", knowledge).verdict == expected


LETTERS = [
    ("CIA", "Central Intelligence Agency", "same"),
    ("CIA", "Chicago Insurance Association", "unsure"),
    ("NPC", "Nairobi Police College", "unsure"),
    ("UAE", "United Arab Emirates", "same"),
    ("EU", "European Union", "same"),
]


@pytest.mark.parametrize(("a", "b", "verdict"), LETTERS)
def test_few_letters_are_a_body_only_where_no_other_is_known_by_them(a: str, b: str, verdict: str) -> None:
    assert compare_names(a, b, "organization", load_knowledge()).verdict == verdict


def test_brackets_that_name_two_places_tell_two_firms() -> None:
    knowledge = load_knowledge()
    two = compare_names("Opal Lines (HK) Ltd", "Opal Lines (Macau) Ltd", "organization", knowledge)
    assert two.verdict == "different"
    one = compare_names("Opal Lines (HK) Ltd", "Opal Lines (Hong Kong) Limited", "organization", knowledge)
    assert one.verdict == "same"
    only = compare_names("Opal (Texas) LLC", "Opal LLC", "organization", knowledge)
    assert only.verdict == "unsure"
