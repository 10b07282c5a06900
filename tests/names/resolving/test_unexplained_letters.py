"""Letters that nobody explains: what they may mean, in their text and in another."""

import pytest

from provenance.model.settings import NameSettings
from provenance.names import find_aliases, find_mentions, resolve
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def are_one(a: str, b: str, *texts: str) -> bool:
    """Are two spellings one entity's?"""
    pile = {str(number): text for number, text in enumerate(texts)}
    mentions = find_mentions(pile, KNOWLEDGE)
    aliases = find_aliases(pile, mentions, KNOWLEDGE)
    table = resolve(pile, mentions, aliases, [], KNOWLEDGE, NameSettings())
    return any({a, b} <= {variant.text for variant in entity.variants} for entity in table.entities)


@pytest.mark.parametrize(
    ("letters", "name", "texts"),
    [
        ("AP", "Awami Party", ["LAHORE (AP) - A bus fell into a river.", "The Awami Party called a strike."]),
        ("EU", "Electricians Union", ["The EU condemned it.", "The Electricians Union joined."]),
        ("UN", "Union Nationale", ["The UN condemned it.", "The Union Nationale lost."]),
        ("PA", "Port Authority", ["The PA in Ramallah said so.", "The Port Authority paid."]),
        ("NUT", "National Union of Tilers", ["The NUT struck.", "The National Union of Tilers paid."]),
    ],
)
def test_letters_of_another_text_are_left_to_people(letters: str, name: str, texts: list[str]) -> None:
    assert not are_one(letters, name, *texts)


@pytest.mark.parametrize(
    ("letters", "name", "texts"),
    [
        ("NGC", "National Grid Corporation", ["The National Grid Corporation spoke. NGC crews worked."]),
        (
            "CBRU",
            "Coastal Boat Repairers Union",
            ["The CBRU struck.", "The Coastal Boat Repairers Union met."],
        ),
        (
            "WHO",
            "World Health Organization",
            ["The World Health Organization sent doctors.", "The WHO said 40 people had died."],
        ),
    ],
)
def test_letters_mean_the_only_body_that_they_can(letters: str, name: str, texts: list[str]) -> None:
    assert are_one(letters, name, *texts)


def test_a_bracket_in_a_text_sets_what_the_letters_mean_there() -> None:
    texts = ["The Rapid Support Forces (RSF) took Nyala.", "Reporters Sans Frontières (RSF) protested."]
    pile = {"0": texts[0], "1": texts[1]}
    mentions = find_mentions(pile, KNOWLEDGE)
    table = resolve(pile, mentions, find_aliases(pile, mentions, KNOWLEDGE), [], KNOWLEDGE, NameSettings())
    (forces,) = [e for e in table.entities if e.name == "Rapid Support Forces"]
    assert {span.source_id for variant in forces.variants for span in variant.mentions} == {"0"}


@pytest.mark.parametrize(
    "text",
    [
        "The 1st Infantry Division of the Sudanese Armed Forces (SAF) shelled Omdurman. The SAF said so.",
        "The 3rd Brigade of the Savannah Action Front (SAF) shelled Omdurman. The SAF said so.",
    ],
)
def test_a_unit_has_not_the_short_form_of_what_it_is_of(text: str) -> None:
    table_texts = {"0": text}
    mentions = find_mentions(table_texts, KNOWLEDGE)
    aliases = find_aliases(table_texts, mentions, KNOWLEDGE)
    for alias in aliases:
        assert "Division" not in text[alias.name.start : alias.name.end]
        assert "Brigade" not in text[alias.name.start : alias.name.end]
    table = resolve(table_texts, mentions, aliases, [], KNOWLEDGE, NameSettings())
    for entity in table.entities:
        texts = {variant.text for variant in entity.variants}
        assert "SAF" not in texts or not any("Division" in one or "Brigade" in one for one in texts)
