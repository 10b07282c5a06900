"""Names of several words, and words that tie names."""

import pytest

from provenance.names.comparing.compounds import is_god_or_faith, is_grammar, is_tie, plain_servant
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.romanise import RomanWord


@pytest.mark.parametrize(
    ("written", "plain"),
    [("abdulaziz", "abdaziz"), ("abdelaziz", "abdaziz"), ("abdallah", "abdullah"), ("abdul", "abdul")],
)
def test_servants_of_one_are_written_alike(written: str, plain: str) -> None:
    assert plain_servant(written) == plain


def test_only_words_of_the_grammar_of_names_are_more_than_names() -> None:
    assert [word for word in "abu al abdul eddine van karim ahmadin".split() if is_grammar(word)] == [
        "abu",
        "al",
        "abdul",
        "eddine",
        "van",
    ]


def test_a_tie_of_one_letter_is_small_where_others_have_capitals() -> None:
    assert is_tie(RomanWord("e"), has_capitals=True, is_first=False)
    assert not is_tie(RomanWord("E"), has_capitals=True, is_first=False)
    assert not is_tie(RomanWord("bin"), has_capitals=True, is_first=True)


def test_a_letter_before_it_makes_no_compound_with_din() -> None:
    assert is_god_or_faith("eddine", NameWord("Nur", "nur"))
    assert not is_god_or_faith("eddine", NameWord("N", "n"))
