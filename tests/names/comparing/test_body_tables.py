"""What the word lists say of bodies and places."""

import pytest

from provenance.names.comparing.body_tables import body_tables, fold_phrase, plain_english
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
TABLES = body_tables(KNOWLEDGE)
NO_PEOPLE = set("AQ BV GS HM IO TF UM SJ".split())
"""Territories without inhabitants of their own."""


def test_every_country_has_a_name_and_a_people() -> None:
    countries = set(KNOWLEDGE.countries.values())
    shared = {code for codes in TABLES.nations.values.values() for code in codes.split("/") if "/" in codes}
    peoples = set(KNOWLEDGE.demonyms.values()) | shared
    iso = {code for code in countries if len(code) == 2}
    assert len(iso) >= 249
    assert sorted(iso - peoples - NO_PEOPLE - set("AC CP DG EA IC".split())) == []


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("zavod", "plant"),
        ("issledovatelskii", "science"),
        ("mashinostroitelnyi", "machine construction"),
        ("banco", "bank"),
        ("yinhang", "bank"),
        ("bankasi", "bank"),
        ("kementerian", "ministry"),
        ("sherkat", "company"),
        ("rossiiskaya", "=RU"),
    ],
)
def test_words_of_many_languages_have_a_meaning(word: str, english: str) -> None:
    meaning = TABLES.meaning_of(word)
    assert meaning is not None
    assert meaning.english == english


def test_a_compound_is_not_the_word_that_it_begins_with() -> None:
    assert TABLES.meaning_of("oboronlogistika") is None


def test_a_word_tells_the_more_the_fewer_have_it() -> None:
    assert TABLES.rarity_of("company") < TABLES.rarity_of("bank") < TABLES.rarity_of("london")
    assert TABLES.rarity_of("london") < TABLES.rarity_of("zyxgrom")


def test_phrases_lose_marks_and_signs() -> None:
    assert fold_phrase("Côte d'Ivoire") == "cote divoire"
    assert fold_phrase("S.A. de C.V.") == "s a de c v"
    assert plain_english("organisations") == "organization"
    assert plain_english("corps") == "corps"
