"""Words that tell a happening."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.readers.gazetteers import load_knowledge
from provenance.text.event_words import find_event_words
from provenance.text.tokens import find_words

KNOWLEDGE = load_knowledge()


def told(text: str) -> list[tuple[str, set[str]]]:
    found = find_event_words(list(find_words(text)), KNOWLEDGE)
    return [(text[e.start : e.end], set(e.events)) for e in found]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The dam burst.", "The wall gave way."),
        ("He was arrested.", "He was taken into custody."),
        ("She died.", "She passed away."),
        ("The probe landed.", "The touchdown was soft."),
        ("Talks broke down.", "Talks collapsed."),
        ("Miners walked out.", "Miners downed tools."),
    ],
)
def test_two_ways_to_tell_one_happening(one: str, two: str) -> None:
    classes = [{event for _, events in told(text) for event in events} for text in (one, two)]
    assert classes[0] & classes[1]


def test_the_longest_phrase_counts() -> None:
    assert ("broke out", {"begin"}) in told("The fire broke out.")


def test_months_and_plain_nouns_are_no_verbs() -> None:
    assert told("It was 2 March.") == []
    assert told("the head of the armed men") == []


def test_a_participle_without_table_is_a_class_of_its_own() -> None:
    assert told("They were vexed.") == [("vexed", {"=vex"})]
    assert told("men vexed by heat") == []


@given(st.text(max_size=200))
def test_words_lie_in_order_in_the_text(text: str) -> None:
    found = find_event_words(list(find_words(text)), KNOWLEDGE)
    ends = [0, *(e.end for e in found)]
    assert all(end <= e.start < e.end <= len(text) for end, e in zip(ends, found, strict=False))
