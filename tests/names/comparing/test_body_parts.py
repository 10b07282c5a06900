"""Words that two bodies' names share, and those that are left."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from provenance.names.comparing.body_parts import (
    crossed_words,
    pair_own_words,
    rarity_sum,
    shared_words,
    without_firms,
)
from provenance.names.comparing.words import NameWord

Weighed = tuple[NameWord, float]


def _words(text: str) -> list[Weighed]:
    return [(NameWord(word, word), 0.35) for word in text.split()]


def _said(words: Iterable[Weighed]) -> str:
    return " ".join(word.folded for word, _ in words)


def test_each_word_is_shared_as_often_as_both_have_it() -> None:
    both, left_a, left_b = shared_words(_words("bank trade bank"), _words("trade bank fund"))
    assert (_said(both), _said(left_a), _said(left_b)) == ("bank trade", "", "fund")


@given(a=st.lists(st.sampled_from("abcd")), b=st.lists(st.sampled_from("abcd")))
def test_nothing_left_is_in_both(a: list[str], b: list[str]) -> None:
    both, left_a, left_b = shared_words(_words(" ".join(a)), _words(" ".join(b)))
    shared = {word.folded for word, _ in both}
    assert shared == set(a) & set(b)
    assert {word.folded for word, _ in left_a} == set(a) - shared
    assert {word.folded for word, _ in left_b} == set(b) - shared


def test_two_firms_are_told_by_other_words() -> None:
    assert without_firms(_words("company oil"), _words("ltd")) == (_words("oil"), [])
    assert without_firms(_words("company"), _words("bank")) == (_words("company"), _words("bank"))


def test_a_misspelt_common_word_crosses_to_the_other_name() -> None:
    other = _words("shipping trade")
    assert crossed_words([0], _words("shiping"), other) == {0}
    assert _said(other) == "trade"
    assert crossed_words([0], _words("shiping"), []) == set()


def test_a_letter_stands_for_itself() -> None:
    pairing = pair_own_words(_words("j morgan"), _words("james morgan"))
    assert [pair.a[0].folded for pair in pairing.pairs] == ["morgan"]
    assert (pairing.left_a, pairing.left_b) == ((0,), (0,))
    assert rarity_sum(_words("j morgan")) == 0.7
