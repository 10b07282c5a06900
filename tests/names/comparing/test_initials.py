"""Acronyms in names: own letters, other languages, beginnings of words."""

import pytest

from provenance.names.comparing.body_tables import body_tables
from provenance.names.comparing.initials import find_run, fits_loosely, spells_with_number
from provenance.names.comparing.organization_name import parse_organization
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


@pytest.mark.parametrize(
    ("acronym", "name", "language"),
    [
        ("unhcr", "United Nations High Commissioner for Refugees", ""),
        ("boe", "Bank of England", ""),
        ("msf", "Médecins Sans Frontières", ""),
        ("msf", "Doctors Without Borders", "fr"),
        ("isis", "Islamic State in Iraq and Syria", ""),
    ],
)
def test_letters_are_found_in_the_name_or_its_translation(acronym: str, name: str, language: str) -> None:
    found = find_run(acronym, parse_organization(name, KNOWLEDGE).initials, body_tables(KNOWLEDGE).initials)
    assert found is not None
    assert found.language == language


def test_letters_that_are_not_there_are_not_found() -> None:
    letters = parse_organization("Bank of England", KNOWLEDGE).initials
    assert find_run("ecb", letters, {}) is None
    assert find_run("boi", letters, {}) is None


def test_a_run_inside_a_longer_name_is_found_with_its_ends() -> None:
    letters = parse_organization("Navy of the Peoples Front of Judea", KNOWLEDGE).initials
    found = find_run("pfj", letters, {})
    assert found is not None
    assert (found.start, found.end) == (3, 7)


def test_beginnings_of_words_make_looser_acronyms() -> None:
    letters = parse_organization("Tokyo Electric Power Company", KNOWLEDGE).initials
    assert fits_loosely("tepco", letters) or fits_loosely("tep", letters)
    assert not fits_loosely("xep", letters)
    assert not fits_loosely("te", letters)


@pytest.mark.parametrize(
    ("token", "name", "is_spelt"),
    [
        ("m23", "Mouvement du 23 mars", True),
        ("m23", "March 23 Movement", True),
        ("g7", "Group of Seven", True),
        ("17n", "17 November", True),
        ("g7", "Group of Eight", False),
        ("b23", "Mouvement du 23 mars", False),
        ("23", "Mouvement du 23 mars", False),
    ],
)
def test_a_number_stands_beside_first_letters(token: str, name: str, is_spelt: bool) -> None:
    full, tables = parse_organization(name, KNOWLEDGE), body_tables(KNOWLEDGE)
    words = [full.words[place] for place in sorted((*full.content_places, *full.head_places))]
    assert spells_with_number(token, words, full.numbers, tables.months) is is_spelt
