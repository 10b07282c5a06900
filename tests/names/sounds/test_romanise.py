"""Latin spellings of words in any script."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provenance.names.sounds.romanise import LONGEST_NAME, RomanWord, fold_texts, is_plain, romanise
from provenance.readers.gazetteers import load_knowledge


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


def _read_alone(text: str) -> str:
    return " ".join(word.text.lower() for word in romanise(text))


def test_entries_of_word_lists_are_read_as_one_by_one() -> None:
    knowledge = load_knowledge()
    texts = [*knowledge.place_names, *knowledge.body_words, *knowledge.legal_forms, *knowledge.given_names]
    folded = fold_texts(texts)
    assert list(folded) == list(dict.fromkeys(texts))
    assert folded == {text: _read_alone(text) for text in texts}


@given(texts=st.lists(st.text(max_size=12), max_size=6))
@example(
    texts=[
        "الأردن السعودية",
        "Αυτο ευρω",
        "北京 Bei",
        "Tシャツ",
        "a\nb",
        "",
        "Côte d'Ivoire",
        "x\u0338\u0301",
    ]
)
def test_many_texts_are_read_as_one_by_one(texts: list[str]) -> None:
    assert fold_texts(texts) == {one: _read_alone(one) for one in texts}


@given(st.text(st.sampled_from("aZ -'.1é"), max_size=8))
@example("")
@example(" a")
def test_plain_words_are_what_stands_between_spaces(text: str) -> None:
    words = [word.text for word in romanise(text)]
    assert not is_plain(text) or (words == text.split() and " ".join(words) == text)
