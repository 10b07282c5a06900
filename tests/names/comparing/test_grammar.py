"""Small closed classes of words and signs in names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.names.comparing.grammar import ROMAN_NUMERAL, are_of_two_genders, roman_value


@pytest.mark.parametrize(
    ("man", "woman", "is_told_by_form"),
    [
        ("ivanov", "ivanova", True),
        ("lavrovsky", "lavrovskaya", True),
        ("kowalski", "kowalska", True),
        ("samir", "samira", True),
        ("mario", "maria", False),
        ("michel", "michelle", False),
        ("simon", "simone", False),
    ],
)
def test_masculine_and_feminine_forms_are_two_names(man: str, woman: str, is_told_by_form: bool) -> None:
    assert are_of_two_genders(man, woman, are_known=True)
    assert are_of_two_genders(woman, man, are_known=True)
    assert are_of_two_genders(man, woman, are_known=False) == is_told_by_form


@given(st.text(alphabet="aeimnosty", max_size=6))
def test_no_name_is_of_two_genders_with_itself(name: str) -> None:
    assert not are_of_two_genders(name, name, are_known=True)


@pytest.mark.parametrize(
    ("numeral", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XXIII", 23), ("XXXIX", 39)]
)
def test_roman_numerals_are_read(numeral: str, value: int) -> None:
    assert ROMAN_NUMERAL.fullmatch(numeral)
    assert roman_value(numeral) == value


@pytest.mark.parametrize("word", ["IIII", "VX", "iv", "MIX", "XXXX"])
def test_other_words_are_no_numerals(word: str) -> None:
    assert not ROMAN_NUMERAL.fullmatch(word)
