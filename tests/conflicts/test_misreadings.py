"""Changes of letters that change no meaning."""

import pytest

from provenance.conflicts.misreadings import is_misreading
from provenance.model.knowledge import Knowledge
from tests.conflicts.pools import KNOWLEDGE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("America", "Amereca"),
        ("we ought", "we ougbt"),
        ("So far as it is to be informed", "S0 for as it is to be inforrncd"),
        ("question", "quesfion"),
    ],
)
def test_a_word_beside_a_strange_look_alike(a: str, b: str) -> None:
    assert is_misreading(a, b, KNOWLEDGE)
    assert is_misreading(b, a, KNOWLEDGE)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("14", "40"),
        ("may", "must"),
        ("will", "will not"),
        ("pursues", "pursued"),
        ("", "not"),
        ("workers", "soldiers"),
    ],
)
def test_other_words_figures_and_additions_are_changes(a: str, b: str) -> None:
    assert not is_misreading(a, b, KNOWLEDGE)


def test_nothing_is_strange_to_whoever_knows_the_word() -> None:
    knowledge = Knowledge(common_words=frozenset({"america", "amereca"}))
    assert not is_misreading("America", "Amereca", knowledge)
