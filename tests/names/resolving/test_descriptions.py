"""What a text calls a body without its name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.settings import NameSettings
from provenance.names import find_aliases, find_mentions, resolve
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def described(text: str) -> list[tuple[str, str]]:
    """(the description, the mention before) of one text."""
    texts = {"a": text}
    mentions = find_mentions(texts, KNOWLEDGE)
    table = resolve(texts, mentions, find_aliases(texts, mentions, KNOWLEDGE), [], KNOWLEDGE, NameSettings())
    return [(one.span.quote(text), one.antecedent.quote(text)) for one in table.descriptions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Salt Ministry spoke. Then the ministry left.", [("the ministry", "Salt Ministry")]),
        (
            "The Harbour Party (HP) won. The HP grew. Voters like the party.",
            [("the party", "HP")],
        ),
        ("The Salt Ministry met the Mines Ministry. Then the ministry left.", []),
        ("Later the ministry left. The Salt Ministry spoke.", []),
        ("The Salt Bank closed. She sat on the bank of the river.", []),
        ("The Salt Ministry spoke. They left.", []),
        ("", []),
    ],
)
def test_a_description_is_the_only_body_of_its_head_word_before(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert described(text) == found


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["The Salt Bank ", "the bank ", "the Mine Party. ", "the party", "\n", ". ", "\x00"])
    )
)
def test_spans_are_true(pieces: list[str]) -> None:
    text = "".join(pieces)
    for quote, antecedent in described(text):
        assert quote.lower().startswith("the ")
        assert antecedent in text
