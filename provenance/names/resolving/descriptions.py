"""The alliance, the ministry, the company: which named body of the text they mean."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from provenance.model.descriptions import Description
from provenance.model.knowledge import Knowledge
from provenance.model.names import Entity, EntityKind
from provenance.model.spans import Span
from provenance.names.mentions.words import plain_word
from provenance.names.order import span_order

_DESCRIPTION = re.compile(
    r"\b[Tt]he\s(?P<head>[a-z]{3,20})\b(?P<more>\s(?:of|for|in|on|at)\b|-[a-z]|\s[A-Z])?"
)
_ALSO = {"firm": "company", "corporation": "company", "bloc": "alliance", "coalition": "alliance"}
"""Words for a body that stand for one another."""
_NO_BODY = frozenset("government state country nation people police army union states world house".split())
"""Words that mean another body too often than the one whose name holds them."""


def find_descriptions(
    texts: Mapping[str, str], entities: Sequence[Entity], knowledge: Knowledge
) -> tuple[Description, ...]:
    """Descriptions by a head word in lower case behind "the", of the only body of their text with that word.

    The body is named before. Not where more follows (the bank of the river, the party leader of Chad), or
    another body of the text has the same head word; nor words that mean the state. In the order of spans.
    """
    bodies: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    places: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for entity in entities:
        if entity.kind is not EntityKind.ORGANIZATION:
            continue
        heads = {head for variant in entity.variants for head in _heads(variant.text, knowledge)}
        for span in (span for variant in entity.variants for span in variant.mentions):
            places[span.source_id, entity.key].append(span)
            for head in heads:
                bodies[span.source_id][head].add(entity.key)
    for spans in places.values():
        spans.sort(key=span_order)
    found = []
    for source_id in sorted(bodies):
        for cue in _DESCRIPTION.finditer(texts[source_id]):
            named = bodies[source_id].get(_ALSO.get(cue["head"], cue["head"]), ())
            if len(named) != 1 or cue["more"]:
                continue
            (key,) = named
            before = _last_before(places, source_id, key, cue.start())
            if before is not None:
                found.append(Description(Span(source_id, cue.start(), cue.end("head")), key, before))
    return tuple(found)


def _heads(name: str, knowledge: Knowledge) -> set[str]:
    """The words for what it is, in a body's name."""
    words = [plain_word(word) for word in name.split()]
    heads = {word for word in words if word in knowledge.organization_words}
    heads |= {
        knowledge.organization_translations[w] for w in words if w in knowledge.organization_translations
    }
    if any(word in knowledge.legal_forms for word in words[1:]):
        heads.add("company")
    return {_ALSO.get(head, head) for head in heads} - _NO_BODY


def _last_before(
    places: dict[tuple[str, str], list[Span]], source_id: str, key: str, start: int
) -> Span | None:
    spans = places[source_id, key]
    place = bisect_left(spans, (source_id, start, 0), key=span_order)
    return spans[place - 1] if place else None
