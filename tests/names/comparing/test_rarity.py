"""How common a name is."""

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.rarity import COMMON, KNOWN, RARE, commonness_of
from provenance.names.comparing.words import NameWord

KNOWLEDGE = Knowledge(
    given_names=frozenset({"ignatius"}),
    surnames=frozenset({"tolland"}),
    common_names=frozenset({"muhammad", "li"}),
)


def classes(*words: str) -> list[int]:
    return list(commonness_of([NameWord(word, word) for word in words], KNOWLEDGE))


def test_a_common_name_is_common_in_any_spelling() -> None:
    assert classes("muhammad", "mohamed", "mohammed") == [COMMON] * 3


def test_short_names_count_with_their_vowels() -> None:
    assert classes("li", "lu") == [COMMON, RARE]


def test_listed_names_are_known_and_others_rare() -> None:
    assert classes("ignatius", "tolland", "quillfeather") == [KNOWN, KNOWN, RARE]


def test_initials_and_words_of_consonants_are_never_rare() -> None:
    assert classes("q") == [COMMON]
    bare = NameWord("qzrt", "qzrt", is_vowelless=True)
    assert commonness_of([bare], KNOWLEDGE) == (KNOWN,)
