"""Words with their offsets."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from provenance.text.tokens import find_words


def test_inner_apostrophes_belong_to_the_word() -> None:
    words = [t.text for t in find_words("Asa’ib’s well-known ‘quote’")]
    assert words == ["Asa’ib’s", "well", "known", "quote"]


def test_decomposed_letters_stay_whole() -> None:
    assert [t.folded for t in find_words("Cafe\u0301 du Lac")] == ["cafe", "du", "lac"]


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    words = list(find_words(text))
    assert all(text[t.start : t.end] == t.text for t in words)
    assert all(one.end <= two.start for one, two in pairwise(words))
