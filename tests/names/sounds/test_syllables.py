"""Syllables of Mandarin and Korean, as romanisations write them."""

import pytest

from provenance.names.sounds.korean import agree, are_one_place, read_korean
from provenance.names.sounds.mandarin import read_pinyin, read_wade_giles


@pytest.mark.parametrize(
    ("wade", "pinyin"),
    [
        ("mao tse tung", "mao zedong"),
        ("teng hsiao ping", "deng xiaoping"),
        ("chu teh", "zhu de"),
        ("hua kuo feng", "hua guofeng"),
        ("szu ma chien", "si maqian"),
        ("jen pi shih", "ren bishi"),
        ("hsu shih yu", "xu shiyou"),
    ],
)
def test_wade_giles_gives_pinyin(wade: str, pinyin: str) -> None:
    assert read_wade_giles(tuple(wade.split())) & read_pinyin(tuple(pinyin.split()))


@pytest.mark.parametrize("words", ["nguyen van", "muhammad ali", "x", "", "zz"])
def test_what_is_no_syllable_is_not_read(words: str) -> None:
    assert words == "" or not read_pinyin(tuple(words.split()))


def test_the_syllabary_is_whole() -> None:
    for syllable in "zhuang qiong er nü lue shui weng yong cuan".replace("ü", "u").split():
        assert read_pinyin((syllable,)), syllable


def test_long_words_are_left_alone() -> None:
    assert not read_pinyin(("wang" * 50,))
    assert not read_pinyin(tuple(["wang"] * 50))


@pytest.mark.parametrize(
    ("a", "b", "is_sure"),
    [
        ("roh moo hyun", "noh mu hyun", True),
        ("chung ju yung", "jeong ju yeong", True),
        ("kim dae jung", "kim tae jung", False),
    ],
)
def test_romanisations_of_korean_agree(a: str, b: str, is_sure: bool) -> None:
    first, second = read_korean(tuple(a.split())), read_korean(tuple(b.split()))
    assert first and second
    agreed = agree(first, second)
    assert agreed and agreed[1] is is_sure


@pytest.mark.parametrize(
    ("a", "b"), [("kim jong il", "kim jong un"), ("park chung hee", "park chung ho"), ("lee na", "kim na")]
)
def test_other_syllables_do_not(a: str, b: str) -> None:
    first, second = read_korean(tuple(a.split())), read_korean(tuple(b.split()))
    assert first and second and agree(first, second) is None


def test_places_of_korea_have_several_spellings() -> None:
    assert are_one_place("pusan", "busan")
    assert not are_one_place("busan", "ulsan")
