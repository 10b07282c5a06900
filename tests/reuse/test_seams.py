"""Sentences that were moved keep their own first and last words."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import provenance
from provenance.model.reuse import MOVED, Alignment

SENTENCES = (
    "A pair of herons has nested on the chimney of the brewery since the flood of last April.",
    "The owner, Ida Brask, refuses to light the boiler until the young ones have learned to fly.",
    "The mayor offered her a grant from the fund for birds, which she sent back unopened.",
    "A retired teacher counts the eggs each morning from the window of the reading room.",
    "The brewery has lost eleven weeks of work, and its beer is sold out in the whole valley.",
    "A banner over the gate asks visitors to keep their dogs on a lead and their voices low.",
)
HEAD = "Letters to the editor. ", "News in brief today. "


def found(order: tuple[int, ...], tails: tuple[str, str]) -> tuple[Alignment, str, str]:
    a = HEAD[0] + " ".join(SENTENCES) + tails[0]
    b = HEAD[1] + " ".join(SENTENCES[number] for number in order) + tails[1]
    (passage,) = provenance.find_reuse({"a": a, "b": b})
    return passage, a, b


@pytest.mark.parametrize(
    "order", [(4, 0, 2, 5, 1, 3), (3, 4, 5, 0, 1, 2), (5, 4, 3, 2, 1, 0), (1, 0, 3, 2, 5, 4)]
)
@pytest.mark.parametrize(
    "tails", [(" A week more.", " The weather stays mild."), (" The end.", " A gale is due.")]
)
def test_moved_sentences_are_moved_whole(order: tuple[int, ...], tails: tuple[str, str]) -> None:
    passage, a, b = found(order, tails)
    whole = " ".join(SENTENCES)
    assert passage.a.quote(a) == whole and passage.b.quote(b) == b[len(HEAD[1]) : len(b) - len(tails[1])]
    assert passage.grade == 1.0 and passage.changes
    for change in passage.changes:
        assert change.judgement == MOVED and change.a_text == change.b_text
        assert whole.find(change.a_text) == 0 or whole[whole.find(change.a_text) - 2] == "."


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(sorted(permutations(range(6)))))
def test_ends_stand_at_sentences_in_whatever_order(order: tuple[int, ...]) -> None:
    for passage in provenance.find_reuse(
        {
            "a": HEAD[0] + " ".join(SENTENCES) + " A week more.",
            "b": HEAD[1] + " ".join(SENTENCES[number] for number in order) + " The weather stays mild.",
        }
    ):
        assert passage.changes == () or {each.judgement for each in passage.changes} == {MOVED}
        assert passage.grade == 1.0
