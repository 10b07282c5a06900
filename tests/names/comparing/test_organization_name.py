"""An organisation's name taken apart."""

import pytest

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.initials import spells
from provenance.names.comparing.organization_name import parse_organization

KNOWLEDGE = Knowledge(
    organization_words=frozenset({"brigade", "brigades", "parliament", "army", "institute"}),
    legal_forms=frozenset({"a.g.", "ltd", "joint stock company"}),
    organization_translations={"kata'ib": "brigades", "hezb": "party of"},
    countries={"iraq": "IQ", "ivory coast": "CI"},
    demonyms={"iraqi": "IQ"},
    number_words={"seventeen": 17.0},
)


@pytest.mark.parametrize(
    ("name", "content", "heads"),
    [
        ("Kata'ib Hezbollah", "hezbollah", "brigade"),
        ("Ketaib Hezbollah", "hezbollah", "brigade"),
        ("the Badr Organisation", "badr", "organization"),
        ("People's Mojahedin", "people mojahedin", ""),
        ("Aman A.G.", "aman", ""),
        ("Aman Joint-Stock Company", "aman", ""),
        ("Parliament", "parliament", ""),
        ("Ministry of Defence", "ministry defense", ""),
        ("Hezb-e Sabz", "sabz", "party"),
        ("Ltd", "ltd", ""),
        ("the", "the", ""),
    ],
)
def test_distinctive_words_and_head_words(name: str, content: str, heads: str) -> None:
    found = parse_organization(name, KNOWLEDGE)
    assert " ".join(word.folded for word in found.content) == content
    assert " ".join(word.folded for word in found.heads) == heads


@pytest.mark.parametrize("name", ["Iraq's Army", "Iraqi Army", "Army of Iraq"])
def test_countries_and_their_adjectives_are_one(name: str) -> None:
    assert parse_organization(name, KNOWLEDGE).countries == {"IQ"}


@pytest.mark.parametrize("name", ["17th Brigade", "Brigade 17", "Seventeenth Brigade", "Brigade XVII"])
def test_numbers_are_one_however_written(name: str) -> None:
    assert parse_organization(name, KNOWLEDGE).numbers == {"17"}


@pytest.mark.parametrize("name", ["PMF", "P.M.F.", "P. M. F"])
def test_acronyms_are_one_however_written(name: str) -> None:
    assert parse_organization(name, KNOWLEDGE).acronym == "pmf"


def test_a_name_in_lower_case_is_no_acronym() -> None:
    assert parse_organization("pmf", KNOWLEDGE).acronym == ""
    assert parse_organization("HEZBOLLAH", KNOWLEDGE).acronym == ""


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("isis", "Islamic State in Iraq and Syria"),
        ("isis", "Islamic State of Iraq and al-Sham"),
        ("aah", "Asa'ib Ahl al-Haq"),
        ("dod", "Department of Defense"),
        ("dd", "Department of Defense"),
    ],
)
def test_an_acronym_may_leave_out_small_words(acronym: str, name: str) -> None:
    assert spells(acronym, parse_organization(name, KNOWLEDGE).letters)


def test_an_acronym_leaves_out_no_other_word() -> None:
    letters = parse_organization("Islamic State in Iraq and Syria", KNOWLEDGE).letters
    assert not spells("isi", letters)
    assert not spells("isif", letters)
    assert not spells("isf", letters)


def test_nothing_but_signs_is_empty() -> None:
    assert parse_organization("...", KNOWLEDGE).is_empty
    assert not parse_organization("17", KNOWLEDGE).is_empty
