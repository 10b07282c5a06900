"""Lengths that mean the same in all scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.lengths import share_of_words, weigh_characters


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ferry ran aground.",
        "Паром сел на мель у берега.",
        "جنحت العبارة قرب الساحل.",
        "Η φέρι προσάραξε",
        "👍",
        "…",
    ],
)
def test_where_words_stand_apart_a_text_is_as_long_as_it_has_code_points(text: str) -> None:
    assert weigh_characters(text) == len(text)
    assert share_of_words(text, max(1, len(text.split()))) == 1


@pytest.mark.parametrize("sign", ["渡", "フ", "り", "배", "𠀋"])
def test_a_sign_for_a_syllable_or_a_word_counts_as_two_and_a_half_letters(sign: str) -> None:
    assert weigh_characters(sign) == 2.5
    assert weigh_characters(f"a {sign}{sign}。") == 3 + 5


@pytest.mark.parametrize("text", ["เรือข้ามฟาก", "ເຮືອຂ້າມຟາກ", "ကူးတို့", "សាឡាង"])
def test_four_letters_of_a_script_without_spaces_are_a_word(text: str) -> None:
    units = sum(map(str.isalpha, text))
    assert share_of_words(text, units) == pytest.approx(0.25)
    assert weigh_characters(text) == len(text)


def test_half_a_text_of_such_letters_counts_half_as_words() -> None:
    assert share_of_words("กขกข one two three four", 8) == pytest.approx(5 / 8)


@given(st.text(), st.text(), st.integers(0, 50))
def test_lengths_add_up_and_shares_stay_shares(one: str, other: str, units: int) -> None:
    assert weigh_characters(one + other) == weigh_characters(one) + weigh_characters(other)
    assert weigh_characters(one) >= len(one)
    assert 0.25 <= share_of_words(one, units) <= 1
