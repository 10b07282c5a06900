"""What one text shows of two spellings: that they are one, or that they are two."""

import pytest

from provenance.model.settings import NameSettings
from provenance.names import find_aliases, find_mentions, resolve
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def are_one(text: str, a: str, b: str) -> bool:
    pile = {"a": text}
    mentions = find_mentions(pile, KNOWLEDGE)
    aliases = find_aliases(pile, mentions, KNOWLEDGE)
    table = resolve(pile, mentions, aliases, [], KNOWLEDGE, NameSettings())
    return any({a, b} <= {variant.text for variant in entity.variants} for entity in table.entities)


@pytest.mark.parametrize(
    ("text", "a", "b"),
    [
        ("Hadi al-Ameri said no. Hadi al-Amery said yes.", "Hadi al-Ameri", "Hadi al-Amery"),
        ("Hadi al-Ameri, also spelled Hadi al-Amery, spoke.", "Hadi al-Ameri", "Hadi al-Amery"),
        ("Hadi al-Ameri, also written Hadi al-Amiri, spoke.", "Hadi al-Ameri", "Hadi al-Amiri"),
        ("Hadi al-Ameri (or Hadi al-Amery) spoke.", "Hadi al-Ameri", "Hadi al-Amery"),
        (
            "Mohamed Hamdan Dagalo spoke. Hemedti, as he is known, left.",
            "Hemedti",
            "Mohamed Hamdan Dagalo",
        ),
        ("Jean-Marc Ayrault and Jean Marc Ayrault are one.", "Jean-Marc Ayrault", "Jean Marc Ayrault"),
        ("N'Golo Kante and NGolo Kante met.", "N'Golo Kante", "NGolo Kante"),
    ],
)
def test_a_text_can_have_two_spellings_of_one(text: str, a: str, b: str) -> None:
    assert are_one(text, a, b)


@pytest.mark.parametrize(
    ("text", "a", "b"),
    [
        (
            "Tom Parker runs a bakery in Leeds. The judge, Tom Barker, sent him to prison for two years.",
            "Tom Parker",
            "Tom Barker",
        ),
        ("Sahara Energy paid. Samara Energy did not.", "Sahara Energy", "Samara Energy"),
    ],
)
def test_two_names_that_each_are_known_are_two_in_one_text(text: str, a: str, b: str) -> None:
    assert not are_one(text, a, b)
