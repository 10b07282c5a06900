"""What is known of one word of a body's name."""

import pytest

from provenance.names.comparing.body_tables import body_tables
from provenance.names.comparing.body_words import NATION, PHRASE, known_word, read_meaning
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
TABLES = body_tables(KNOWLEDGE)


@pytest.mark.parametrize(
    ("word", "number"),
    [("17th", "17"), ("007", "7"), ("XIV", "14"), ("Twentieth", "20"), ("seventeen", "17"), ("Bank", "")],
)
def test_numbers_are_digits_however_written(word: str, number: str) -> None:
    assert known_word(word, False, False, KNOWLEDGE).number == number


def test_a_word_is_known_by_its_letters_and_its_meaning() -> None:
    bank = known_word("Banco", False, False, KNOWLEDGE)
    assert (bank.text, bank.is_capital, bank.is_upper, bank.is_lower) == ("banco", True, False, False)
    assert [word.folded for word in (*bank.meaning.content, *bank.meaning.heads)] == ["bank"]
    assert known_word("of", False, False, KNOWLEDGE).is_small


def test_words_that_begin_phrases_say_of_which_tables() -> None:
    assert known_word("Ivory", False, False, KNOWLEDGE).begins & NATION
    assert not known_word("Zyxgrom", False, False, KNOWLEDGE).begins & (NATION | PHRASE)


def test_an_adjective_of_a_state_means_the_state() -> None:
    assert known_word("rossiiskaya", False, False, KNOWLEDGE).meaning.text == "=RU"


def test_a_phrase_is_read_into_its_english_words_and_sides() -> None:
    meaning = read_meaning("Nordbank", "northern banks", False, True, TABLES)
    assert meaning.sides == ("north",)
    assert [(word.folded, word.has_article) for word in (*meaning.heads, *meaning.content)] == [
        ("bank", True)
    ]
