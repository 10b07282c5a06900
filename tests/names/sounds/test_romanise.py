"""Latin spellings of words in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.names.sounds.romanise import LONGEST_NAME, RomanWord, romanise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Asa’ib Ahl al-Haq", "Asaib Ahl al Haq"),
        ("Gabriel García Márquez", "Gabriel Garcia Marquez"),
        ("García", "Garcia"),
        ("Hrušč\u030cov", "Hruscov"),
        ("Фёдор Хрущёв", "Fedor Khrushchev"),
        ("Ελευθέριος", "Eleutherios"),
        ("Łódź Øst", "Lodz Ost"),
        ("", ""),
        ("—!", ""),
        ("\x00 🙂", ""),
    ],
)
def test_marks_go_and_letters_become_latin(text: str, words: str) -> None:
    assert " ".join(word.text for word in romanise(text)) == words


def test_arabic_is_read_by_its_consonants_and_the_article_stands_alone() -> None:
    assert romanise("هادي العامري") == (
        RomanWord("hady", is_vowelless=True),
        RomanWord("al"),
        RomanWord("aamry", is_vowelless=True),
    )
    assert romanise("محمّد") == romanise("محمد")


def test_presentation_forms_are_the_same_letters() -> None:
    assert romanise("نوروزﻯ") == romanise("نوروزى")


def test_hebrew_is_read_by_its_consonants() -> None:
    assert [word.text for word in romanise("נתניהו")] == ["ntnyhw"]


def test_han_and_hangul_are_split_into_syllables() -> None:
    assert [word.text for word in romanise("习近平")] == ["Xi", "Jin", "Ping"]
    assert all(word.is_syllable for word in romanise("김정은"))


def test_only_as_much_as_a_name_can_be_is_read() -> None:
    assert sum(len(word.text) for word in romanise("x" * 1_000_000)) == LONGEST_NAME


@given(st.text(max_size=60))
def test_words_are_latin_letters_and_digits_and_never_empty(text: str) -> None:
    for word in romanise(text):
        assert word.text
        assert word.text.isascii()
        assert word.text.isalnum()
