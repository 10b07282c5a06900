"""Names of a pile that all share something: no entity holds two that conflict, however many it has."""

from itertools import combinations

import pytest

from provenance.model.names import EntityKind, Mention
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names.comparing.compare import compare_names
from provenance.names.resolving.resolve import resolve
from provenance.readers.gazetteers import load_knowledge
from tests.names.clustering.spellings import bearers_of, spellings_of

KNOWLEDGE = load_knowledge()
PERSON, BODY = EntityKind.PERSON, EntityKind.ORGANIZATION


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (spellings_of("Ghassan al-Khouzai", 150), PERSON),
        (bearers_of("al-Khouzai", 150), PERSON),
        (spellings_of("Shoumali Galankhi Mining Company", 80), BODY),
    ],
)
def test_no_entity_of_a_crowd_holds_two_names_that_conflict(names: list[str], kind: EntityKind) -> None:
    texts = {f"text-{place:04}": f"{name} spoke." for place, name in enumerate(names)}
    mentions = [
        Mention(Span(source, 0, len(name)), name, kind) for source, name in zip(texts, names, strict=True)
    ]
    table = resolve(texts, mentions, (), (), KNOWLEDGE, NameSettings())
    for entity in table.entities:
        for a, b in combinations([variant.text for variant in entity.variants], 2):
            assert compare_names(a, b, kind.value, KNOWLEDGE).verdict != "different", (a, b)
