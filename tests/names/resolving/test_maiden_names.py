"""Former surnames: bound by the given name, never a sister's."""

from provenance.model.settings import NameSettings
from provenance.names import find_aliases, find_mentions, resolve
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def groups(*texts: str) -> list[set[str]]:
    pile = {str(number): text for number, text in enumerate(texts)}
    mentions = find_mentions(pile, KNOWLEDGE)
    table = resolve(pile, mentions, find_aliases(pile, mentions, KNOWLEDGE), [], KNOWLEDGE, NameSettings())
    return [{variant.text for variant in entity.variants} for entity in table.entities]


def test_a_sister_has_the_maiden_name_too_and_is_another() -> None:
    found = groups("Dorothy Hale (née Pringle) has died. Her sister, Violet Pringle, wept at the grave.")
    assert not any({"Dorothy Hale", "Violet Pringle"} <= one for one in found)
    assert any({"Dorothy Hale", "Pringle"} <= one for one in found)


def test_the_given_name_with_the_maiden_name_is_the_same_one() -> None:
    found = groups("Dorothy Hale (née Pringle) has died.", "Dorothy Pringle sang in Hull in 1950.")
    assert any({"Dorothy Hale", "Dorothy Pringle"} <= one for one in found)
