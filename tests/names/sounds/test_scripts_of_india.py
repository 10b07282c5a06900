"""Scripts whose vowels are signs on consonants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.names.sounds.abugidas import romanise_indic, unread_script
from provenance.names.sounds.romanise import romanise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("नरेन्द्र", "Narendra"),
        ("अमिताभ बच्चन", "Amitabh Bachchan"),
        ("सिंह", "Singh"),
        ("রবীন্দ্রনাথ", "Rabindranath"),
        ("ব্যানার্জী", "Banarji"),
        ("ਸਿੰਘ", "Singh"),
        ("ગાંધી", "Gandhi"),
        ("சுரேஷ் குமார்", "Suresh Kumar"),
        ("రాజు", "Raju"),
        ("ಕುಮಾರ", "Kumara"),
        ("സുരേഷ്", "Suresh"),
        ("ජනක", "Janaka"),
    ],
)
def test_a_word_is_read_with_the_vowels_that_are_not_written(text: str, words: str) -> None:
    assert " ".join(word.text for word in romanise(text)) == words


@pytest.mark.parametrize(
    ("text", "script"),
    [("Rita", ""), ("राहुल", ""), ("ทักษิณ", "thai"), ("អង្គរ", "khmer"), ("习近平", ""), ("", "")],
)
def test_scripts_that_cannot_be_read_are_told(text: str, script: str) -> None:
    assert unread_script(text) == script


@given(st.text(st.characters(min_codepoint=0x900, max_codepoint=0xDFF), min_size=1, max_size=20))
def test_any_signs_of_these_scripts_give_latin_letters(word: str) -> None:
    read = romanise_indic(word)
    assert read == romanise_indic(word)
    assert all(found.text.isascii() and found.text.isalnum() for found in romanise(word))
