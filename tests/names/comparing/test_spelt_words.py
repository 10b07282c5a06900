"""How alike two words are spelt does not depend on whether they are looked at in the short way."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.names.comparing.spelt_words import joined_similarity, spelling_similarity, whole_similarity
from provenance.names.sounds.phonetics import sound_similarity

WORDS = st.text("abcdehilmnorstuwyz", min_size=2, max_size=10)


@given(WORDS, WORDS)
def test_words_written_together_are_as_alike_as_they_sound(x: str, y: str) -> None:
    assert joined_similarity(x, y) == sound_similarity(x, y)


@given(WORDS.filter(lambda x: x.isalpha()), WORDS)
def test_what_may_be_grammar_or_another_spelling_only_raises_the_likeness(x: str, y: str) -> None:
    if x != y:
        assert spelling_similarity(x, y) == spelling_similarity(y, x) >= whole_similarity(x, y)[0]


def test_a_word_may_be_spelt_as_in_another_language() -> None:
    assert spelling_similarity("gorbatschow", "gorbachev") >= 0.9
    assert spelling_similarity("czajkowski", "chaikovski") >= 0.9
    assert spelling_similarity("czajkowski", "malinovski") < 0.6


def test_half_of_a_compound_is_a_weak_sign() -> None:
    assert spelling_similarity("hojat", "hojatollah") == 0.78
    assert spelling_similarity("abdrahim", "abdkarim") < 0.8
