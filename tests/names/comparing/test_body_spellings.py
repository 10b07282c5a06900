"""Spellings of one foreign word in bodies' names, and words that are two however they sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.names.comparing.body_spellings import are_body_spellings
from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
ONE = [
    "JSC Verkhnetagilskiy / PJSC Verkhnetagilsky",
    "Zavolye Trading House / Zavolie Trading House",
    "Chonggwang Bank / Jonggwang Bank",
    "Jamiat al-Ghaith / Jamiat al-Ghayth",
    "Brestovar Glass Institute / Brestovar Institute of Glass named after A. B. Orlovich",
    "Tumanov Group of Companies / Tumanov Group",
]
UNSURE = [
    "Karo Bank / Caro Bank",
    "Benton Bank / Penton Bank",
    "Fischer GmbH / Fisher GmbH",
    "Hyundai Heavy Industries / Hyundai Samho Heavy Industries",
    "Al-Salam Bank / Al-Salim Holding",
]


def verdict(pair: str) -> str:
    a, b = pair.split(" / ")
    return compare_names(a, b, "organization", KNOWLEDGE).verdict.value


@pytest.mark.parametrize("pair", ONE)
def test_spellings_of_one_body_are_one(pair: str) -> None:
    assert verdict(pair) == "same"


@pytest.mark.parametrize("pair", UNSURE)
def test_words_that_may_be_two_names_are_not_one(pair: str) -> None:
    assert verdict(pair) != "same"


@pytest.mark.parametrize(
    "words, is_eastern, is_slavic, is_one",
    [
        ("hadis hadith", True, False, True),
        ("tayyiba taiba", True, False, True),
        ("said sayyid", True, False, False),
        ("karim karam", True, False, False),
        ("elektrosila electrosila", False, False, True),
        ("logistika logistics", False, False, False),
        ("transportlogistika transportlogistics", False, False, True),
        ("taesong daesong", False, False, True),
        ("benton penton", False, False, False),
        ("n7orion n8orion", True, True, False),
    ],
)
def test_a_word_is_spelt_as_its_language_allows(
    words: str, is_eastern: bool, is_slavic: bool, is_one: bool
) -> None:
    x, y = words.split()
    assert are_body_spellings(x, y, is_eastern, is_slavic) is is_one


LETTERS = st.text("abcdeghiklmnorstuyz", max_size=14)


@given(LETTERS, LETTERS, st.booleans(), st.booleans())
def test_spellings_are_symmetric(x: str, y: str, is_eastern: bool, is_slavic: bool) -> None:
    found = are_body_spellings(x, y, is_eastern, is_slavic)
    assert found == are_body_spellings(y, x, is_eastern, is_slavic)
    assert are_body_spellings(x, x, is_eastern, is_slavic)
