"""Two short texts on one subject: all that conflicts between them or inside one, and values of one slot."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.conflicts.find import find_conflicts
from provenance.conflicts.pile import Pile
from provenance.conflicts.readings import NOT_THERE
from provenance.conflicts.rewordings import EXCHANGED
from provenance.conflicts.sides import make_side, quoted
from provenance.conflicts.slots import SUPERLATIVE, Value, find_values
from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import Claim
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.knowledge import Knowledge
from provenance.model.names import Entity
from provenance.model.pool import Pool
from provenance.model.reuse import OPPOSED, Alignment, ChangeKind
from provenance.model.settings import ConflictSettings
from provenance.model.spans import Span
from provenance.text.numbers import find_numbers

_COUNTED = ("count", "amount", "age")
_TIMES = ("date", "range", "verb")
_SLOTS = {
    "count": "count the same thing",
    "amount": "measure the same thing",
    "age": "are ages at the same point of a life",
    "rank": "are places in the same order",
    "date": "date the same thing",
    "range": "are the span of the same thing",
    "verb": "date the same thing",
}
_NEEDED_STEMS = 2
_NO_DISAGREEMENT = (ConflictClass.SPELLING, ConflictClass.PAGE_DATA)
_TURNED = frozenset((ChangeKind.NEGATION, ChangeKind.CONDITION, ChangeKind.MODALITY))
"""Changes of a copy that alter a statement where words of the kind are in one text alone."""
_REPLACED = frozenset(
    (
        *(ChangeKind.NUMBER, ChangeKind.DATE, ChangeKind.NAME, ChangeKind.ROLE, ChangeKind.ATTRIBUTION),
        *(OPPOSED, EXCHANGED),
    )
)
"""Those that alter it where both texts have such words, but others."""


def find_passage_conflicts(
    a: AnnotatedSource,
    b: AnnotatedSource,
    claims: Sequence[Claim],
    knowledge: Knowledge,
    settings: ConflictSettings | None = None,
    alignments: Sequence[Alignment] = (),
    entities: Sequence[Entity] = (),
) -> list[Conflict]:
    """Findings between two short texts that speak of one subject, or inside one of them, most severe first.

    All kinds that `find_conflicts` knows, but spellings, what pages say of themselves, mere wording, and a
    figure or name that only one of the texts has: both can hold then. And besides, values that fill one slot
    of the subject and of which no claim tells.
    """
    if a.source.id == b.source.id or not a.text.strip() or not b.text.strip():
        return []
    pool = Pool((a, b), tuple(claims), tuple(alignments), tuple(entities), is_one_subject=True)
    pile = Pile(pool, knowledge, settings or ConflictSettings())
    all_kinds = find_conflicts(pool, knowledge, settings)
    found = {c.key: c for c in all_kinds if not _can_stand_together(c)}
    told = {pair for conflict in found.values() for pair in _pairs(conflict)}
    for conflict in _value_conflicts(pile, a, b):
        if not any(_meet(one, other) for one in _pairs(conflict) for other in told):
            found.setdefault(conflict.key, conflict)
    return sorted(found.values(), key=lambda c: (c.severity.rank, c.consequence.rank, c.key))


def _can_stand_together(conflict: Conflict) -> bool:
    if conflict.conflict_class is not ConflictClass.CHANGED_IN_REUSE:
        return conflict.conflict_class in _NO_DISAGREEMENT
    is_absent = any(side.value == NOT_THERE for side in conflict.sides)
    if conflict.predicate == ChangeKind.NAME and not all(_has_capital(side.value) for side in conflict.sides):
        return True  # a name in place of words: the one is called by it, the other is not
    is_telling = conflict.predicate in (_TURNED if is_absent else _TURNED | _REPLACED)
    return not is_telling or conflict.consequence is Level.LOW


def _has_capital(value: str) -> bool:
    return any(word[:1].isupper() for word in value.split())


def _pairs(conflict: Conflict) -> list[tuple[Span, Span]]:
    """Places of two sides that stand against each other."""
    return [
        (one.span, two.span)
        for first, second in combinations(conflict.sides, 2)
        for one in first.evidence
        for two in second.evidence
        if one.span and two.span
    ]


def _meet(a: tuple[Span, Span], b: tuple[Span, Span]) -> bool:
    """Do two pairs of places overlap on both sides?"""
    return any(_overlap(a[0], x) and _overlap(a[1], y) for x, y in (b, b[::-1]))


def _overlap(a: Span, b: Span) -> bool:
    return a.source_id == b.source_id and a.start < b.end and b.start < a.end


def _value_conflicts(pile: Pile, a: AnnotatedSource, b: AnnotatedSource) -> Iterator[Conflict]:
    one = find_values(a.text, pile.knowledge)
    two = find_values(b.text, pile.knowledge)
    held = [{n.value for n in find_numbers(s.text, pile.knowledge) if not n.is_ordinal} for s in (a, b)]
    by_slot: dict[tuple[str, str], list[Value]] = defaultdict(list)
    for value in two:
        by_slot[value.slot].append(value)
    seen: set[tuple[int, int]] = set()
    for value in sorted(one, key=lambda v: (v.start, -v.end, v.slot)):
        rivals = by_slot.get(value.slot, [])
        same = [v for v in one if v.slot == value.slot]
        if not rivals or any(_can_both_hold(v, r) for v in same for r in rivals):
            continue
        if any(_is_held(v, two, held[1]) for v in same) or any(_is_held(r, one, held[0]) for r in rivals):
            continue
        rival = max(rivals, key=lambda r: (len(r.context & value.context), -r.start))
        if _is_one_slot(value, rival) and (value.start, rival.start) not in seen:
            seen.add((value.start, rival.start))
            yield _finding(pile, a, b, value, rival)


def _can_both_hold(a: Value, b: Value) -> bool:
    if a.slot[0] == "range":
        return a.low == b.low and a.high == b.high
    return a.low <= b.high and b.low <= a.high


def _is_held(value: Value, others: Sequence[Value], numbers: set[float]) -> bool:
    """Does the other text hold the same value for something else, or parts that add up to it?"""
    kind = value.slot[0]
    if kind not in _COUNTED:
        return any(o.slot[0] == kind and o.low == value.low and o.high == value.high for o in others)
    counts = {o.start: o.low for o in others if o.slot[0] in _COUNTED and o.low == o.high}
    sums = {x + y for x, y in combinations(counts.values(), 2)} if kind in ("count", "amount") else set()
    return value.low in numbers or value.low in sums


def _is_one_slot(a: Value, b: Value) -> bool:
    kind, what = a.slot
    if kind in _COUNTED and a.years and b.years and not a.years & b.years:
        return False
    shared = a.context & b.context
    if kind == "range":
        is_inside = (a.low >= b.low and a.high <= b.high) or (b.low >= a.low and b.high <= a.high)
        return len(shared) >= _NEEDED_STEMS and not is_inside
    if kind == "verb":
        return len(shared) > _NEEDED_STEMS and len(shared) >= min(len(a.context), len(b.context)) / 2
    if what.startswith(SUPERLATIVE):
        return bool(shared) and (not a.detail or not b.detail or bool(a.detail & b.detail))
    return kind != "amount" or bool(shared)


def _finding(pile: Pile, a: AnnotatedSource, b: AnnotatedSource, one: Value, two: Value) -> Conflict:
    spans = [Span(a.source.id, one.start, one.end), Span(b.source.id, two.start, two.end)]
    values = [" ".join(pile.quote(span).split()) for span in spans]
    sides = tuple(make_side(pile, value, [span]) for value, span in zip(values, spans, strict=True))
    said = [quoted(pile.sentence_text(span)) for span in spans]
    kind, what = one.slot
    return Conflict(
        kind=ConflictKind.EVENT_DATE if kind in _TIMES else ConflictKind.QUANTITY,
        conflict_class=ConflictClass.SOURCES_DIFFER,
        consequence=Level.HIGH,
        certainty=Level.MEDIUM,
        scope=Scope.BETWEEN,
        title=f"{values[0]} or {values[1]}?",
        why=(
            f"One text says {said[0]}, the other {said[1]}. Taken as one subject, {quoted(values[0])} and "
            f"{quoted(values[1])} {_SLOTS[kind]}, and cannot both hold, hedges included."
        ),
        subject=what or kind,
        predicate=kind,
        scope_key="",
        sides=sides,
    )
