"""Evidence is weighed and said in words."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.names.comparing.reasons import rate_similarity, say_pair, score_of_weights
from provenance.names.comparing.words import NameWord, WordPair

RATES = ((0.0, -4.0), (0.5, 0.0), (1.0, 1.0))


def test_similarity_is_rated_between_the_points_and_not_beyond() -> None:
    assert rate_similarity(0.25, RATES) == -2.0
    assert rate_similarity(0.75, RATES) == 0.5
    assert rate_similarity(1.0, RATES) == 1.0
    assert rate_similarity(1.2, RATES) == 1.0


def test_evidence_for_and_against_in_balance_is_a_half() -> None:
    assert score_of_weights([2.0, -2.0]) == 0.5
    assert score_of_weights([]) == 0.5


@given(st.lists(st.floats(-1e6, 1e6)))
def test_score_is_a_share_whatever_the_weights(weights: list[float]) -> None:
    assert 0.0 <= score_of_weights(weights) <= 1.0


def test_words_of_another_script_are_said_to_share_consonants() -> None:
    written, bare = NameWord("Hadi", "hadi"), NameWord("hady", "hady", is_vowelless=True)
    said = say_pair("given name", WordPair((written,), (bare,), 0, 0, 0.95))
    assert said == "given name has the same consonants: Hadi ~ hady"
    said = say_pair("surname", WordPair((written,), (bare,), 0, 0, 0.6))
    assert said == "surname has similar consonants: Hadi ~ hady"
