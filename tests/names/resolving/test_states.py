"""Bodies of one name that several states or towns have."""

import pytest

from provenance.model.settings import NameSettings
from provenance.names import find_aliases, find_mentions, resolve
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
Place = tuple[int, str]
"""A text, and the words right behind a mention in it."""


def are_one(texts: list[str], a: Place, b: Place) -> bool:
    pile = {str(number): text for number, text in enumerate(texts)}
    mentions = find_mentions(pile, KNOWLEDGE)
    table = resolve(pile, mentions, find_aliases(pile, mentions, KNOWLEDGE), [], KNOWLEDGE, NameSettings())
    keys = []
    for number, words in (a, b):
        end = texts[number].index(words)
        keys += [
            entity.key
            for entity in table.entities
            for variant in entity.variants
            for span in variant.mentions
            if (span.source_id, span.end) == (str(number), end)
        ]
    assert len(keys) == 2
    return keys[0] == keys[1]


MINISTRIES = [
    "The Ministry of Foreign Affairs of Mali spoke. The Ministry of Foreign Affairs in Niamey confirmed it.",
    "Nigeria's Ministry of Foreign Affairs said it had no such report.",
]
COURTS = [
    "The High Court in Pretoria ruled. The High Court in London did not. The High Court of South Africa sat.",
    "The High Court in Kano sat. The High Court rose.",
]


@pytest.mark.parametrize(
    ("texts", "a", "b"),
    [
        (MINISTRIES, (0, " spoke."), (0, " in Niamey")),
        (MINISTRIES, (0, " in Niamey"), (1, " said it")),
        (MINISTRIES, (0, " spoke."), (1, " said it")),
        (COURTS, (0, " in Pretoria"), (0, " in London")),
        (COURTS, (0, " in London"), (1, " in Kano")),
        (["Peru's Congress met. The US Congress met. Congress sat."], (0, " met. The"), (0, " sat.")),
    ],
)
def test_bodies_of_two_states_are_two(texts: list[str], a: Place, b: Place) -> None:
    assert not are_one(texts, a, b)


@pytest.mark.parametrize(
    ("texts", "a", "b"),
    [
        (COURTS, (1, " in Kano"), (1, " rose.")),
        (COURTS, (0, " in Pretoria"), (0, " sat.")),
        (
            ["Peru's Congress met. The Congress of Peru sat. The US Congress rose."],
            (0, " met."),
            (0, " sat."),
        ),
        (
            [
                "The Ministry of Health of Mali spoke. The Ministry of Health wept.",
                "Kenya's Ministry of Health sat.",
            ],
            (0, " spoke."),
            (0, " wept."),
        ),
    ],
)
def test_bodies_of_one_state_are_one(texts: list[str], a: Place, b: Place) -> None:
    assert are_one(texts, a, b)
