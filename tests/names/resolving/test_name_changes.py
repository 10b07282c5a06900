"""Another spelling or another name, for names that were changed inside copies."""

import pytest

from provenance.model.names import Entity, EntityKind, NameVariant
from provenance.model.reuse import ANOTHER_NAME, ANOTHER_SPELLING, Alignment, Change, ChangeKind, ReuseKind
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names.resolving.name_changes import judge_name_changes, judge_names, judge_open_names
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
SETTINGS = NameSettings()


@pytest.mark.parametrize(
    ("one", "other", "judgement"),
    [
        ("Hassan Tabrizi", "Hasan Tabrizi", ANOTHER_SPELLING),
        ("Dmitri Korolenko", "Dmitry Korolenko", ANOTHER_SPELLING),
        ("Odile Keswick", "Radmila Saarela", ANOTHER_NAME),
        ("Halden Works", "Corvina Shipping", ANOTHER_NAME),
        ("", "Odile Keswick", ""),
    ],
)
def test_the_letters_of_two_names_tell(one: str, other: str, judgement: str) -> None:
    assert judge_names(one, other, KNOWLEDGE) == judgement
    assert judge_names(other, one, KNOWLEDGE) == judgement


def change(one: str, other: str, kind: ChangeKind = ChangeKind.NAME, judgement: str = "") -> Change:
    return Change(kind, 10, 10 + len(one), one, 20, 20 + len(other), other, judgement)


def entity(name: str, *spans: Span) -> Entity:
    variant = NameVariant(name, EntityKind.PERSON, name, spans, 1.0, "")
    return Entity(name, name, EntityKind.PERSON, (variant,))


def judged(found: Change, *entities: Entity) -> str:
    one = Alignment(Span("a", 0, 50), Span("b", 0, 50), ReuseKind.EDITED, 0.9, (found,))
    changes = judge_name_changes([one], entities, KNOWLEDGE, SETTINGS).get(one.key, one.changes)
    return changes[0].judgement


def test_entities_decide_before_letters() -> None:
    found = change("Odile Keswick", "Keswick-Tamm")
    here, there = Span("a", 10, 23), Span("b", 20, 32)
    assert judged(found, entity("one", here, there)) == ANOTHER_SPELLING
    assert judged(found, entity("one", here), entity("two", there)) == ANOTHER_NAME
    assert judged(change("Hasan Tabrizi", "Hassan Tabrizi"), entity("one", here)) == ANOTHER_SPELLING


def test_only_open_changes_of_names_are_judged() -> None:
    kept = (change("14", "40", ChangeKind.NUMBER), change("Müller", "Mueller", judgement=ANOTHER_SPELLING))
    assert judge_open_names(kept, KNOWLEDGE) == kept
    one = Alignment(Span("a", 0, 50), Span("b", 0, 50), ReuseKind.EDITED, 0.9, kept)
    assert judge_name_changes([one], [], KNOWLEDGE, SETTINGS) == {}
