"""Stories of one event in piles of other text, and texts that were written from another, both halves."""

import pytest

from tests.bench.everyday import HALVES, count_false, count_found, load_pairs
from tests.bench.reuse_corpus import make_corpus

PILE = {f"pile-{name}": text for name, text in make_corpus(7, 20).documents.items()}
PILES = {"alone": {}, "in a pile": PILE}


@pytest.mark.parametrize("pile", PILES)
@pytest.mark.parametrize("half", HALVES)
def test_no_story_is_taken_for_a_copy_of_another_about_the_same_event(half: str, pile: str) -> None:
    stories = load_pairs("same_events.json", half)
    assert len(stories) == 18
    assert count_false(stories, PILES[pile]) == 0


@pytest.mark.parametrize("pile", PILES)
@pytest.mark.parametrize("half", HALVES)
def test_what_was_written_from_another_text_is_found(half: str, pile: str) -> None:
    rewritten = load_pairs("rewritten.json", half)
    assert len(rewritten) == 8
    assert count_found(rewritten, PILES[pile]) == 8
