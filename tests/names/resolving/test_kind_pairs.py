"""Names of two kinds that sound alike are for people to judge."""

from provenance.model.names import Entity, EntityKind, NameVariant, Verdict
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names.resolving.kind_pairs import pairs_of_two_kinds
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def entity(name: str, kind: EntityKind, mentions: int = 1) -> Entity:
    spans = tuple(Span(name, at, at + 1) for at in range(mentions))
    return Entity(f"e-{name}", name, kind, (NameVariant(f"e-{name}", kind, name, spans, 1.0, ""),))


def test_a_pair_of_two_kinds_is_unsure_and_of_the_commoner_one() -> None:
    person, body = EntityKind.PERSON, EntityKind.ORGANIZATION
    entities = [
        entity("Jund al-Karam", body, 3),
        entity("Jund al Karaam", person),
        entity("Ana Souza", person),
    ]
    (pair,) = pairs_of_two_kinds(entities, KNOWLEDGE, NameSettings())
    assert (pair.a, pair.b, pair.kind) == ("Jund al Karaam", "Jund al-Karam", body)
    assert pair.verdict is Verdict.UNSURE and "found as person" in pair.reason


def test_places_and_single_words_are_no_such_pair() -> None:
    entities = [
        entity("New Karam", EntityKind.PLACE),
        entity("New Karaam", EntityKind.PERSON),
        entity("Karam", EntityKind.PERSON),
        entity("Karaam", EntityKind.ORGANIZATION),
    ]
    assert pairs_of_two_kinds(entities, KNOWLEDGE, NameSettings()) == []
