"""Ages of one person, in one event, that differ by more than a birthday."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from provenance.conflicts.changes import are_changed_in_copy
from provenance.conflicts.events import find_event, printed_day
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import class_of, list_position, make_side, quoted, say_support, scope_of
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.names import EntityKind
from provenance.model.spans import Span

_AFTER = re.compile(r",\s(?P<age>[1-9]\d)(?=,|\.\s|\)|;)")
_BRACKET = re.compile(r"\s\((?P<age>[1-9]\d)\)")
_BEFORE = re.compile(r"(?P<age>[1-9]\d)-year-old\s(?:[\w-]{1,20}\s){0,2}$")
_BIRTHDAY = 1
_LONGEST_GAP_DAYS = 366


def find_age_conflicts(pile: Pile) -> Iterator[Conflict]:
    """ "Maria Lenz, 54," in one place and "Maria Lenz, 56," in another, of one event and about one time."""
    held: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for source_id, source in pile.sources.items():
        for mention in source.mentions:
            if mention.kind is not EntityKind.PERSON:
                continue
            found = _age_beside(source.text, mention.span)
            if found is not None:
                held[mention.entity].append((int(found["age"]), Span(source_id, *found.span("age"))))
    for entity, places in sorted(held.items()):
        pairs = [(a, b) for a, b in combinations(places, 2) if _conflict(pile, a, b)]
        if pairs:
            yield _finding(pile, entity, sorted({place for pair in pairs for place in pair}))


def _age_beside(text: str, span: Span) -> re.Match[str] | None:
    after = _AFTER.match(text, span.end) or _BRACKET.match(text, span.end)
    return after or _BEFORE.search(text, max(0, span.start - 60), span.start)


def _conflict(pile: Pile, a: tuple[int, Span], b: tuple[int, Span]) -> bool:
    if abs(a[0] - b[0]) <= _BIRTHDAY or are_changed_in_copy(pile, a[1], b[1]):
        return False
    days = [printed_day(pile, place.source_id) for _, place in (a, b)]
    if days[0] and days[1] and abs((days[0] - days[1]).days) > _LONGEST_GAP_DAYS:
        return False
    return find_event(pile, a[1].source_id, b[1].source_id) is not None


def _finding(pile: Pile, entity: str, places: list[tuple[int, Span]]) -> Conflict:
    by_age: dict[int, list[Span]] = defaultdict(list)
    for age, span in places:
        by_age[age].append(span)
    place = {age: min((list_position(pile, s.source_id), s.start) for s in by_age[age]) for age in by_age}
    order = sorted(by_age, key=place.__getitem__)
    sides = tuple(make_side(pile, f"{age} years", by_age[age]) for age in order)
    name = pile.entities[entity].name if entity in pile.entities else entity
    first = [by_age[age][0] for age in order]
    said = [f"{pile.label(s.source_id)} says {quoted(pile.sentence_text(s))}" for s in first]
    return Conflict(
        kind=ConflictKind.QUANTITY,
        conflict_class=class_of(sides),
        consequence=Level.MEDIUM,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"{name}: {' or '.join(side.value for side in sides)} old?",
        why=f"{'; '.join(said)}. The ages lie further apart than a birthday. {say_support(pile, sides)}",
        subject=entity,
        predicate="age",
        scope_key="",
        sides=sides,
    )
