"""Two short texts on one subject: typed values that fill the same slot and cannot both hold."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import make_side, quoted
from provenance.conflicts.slots import Value, find_values
from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import Claim
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.knowledge import Knowledge
from provenance.model.pool import Pool
from provenance.model.settings import ConflictSettings
from provenance.model.spans import Span


def find_passage_conflicts(
    a: AnnotatedSource,
    b: AnnotatedSource,
    claims: Sequence[Claim],
    knowledge: Knowledge,
    settings: ConflictSettings | None = None,
) -> list[Conflict]:
    """Findings between two short texts that speak of one subject, most severe first."""
    pool = Pool((a, b), tuple(claims), is_one_subject=True)
    pile = Pile(pool, knowledge, settings or ConflictSettings())
    if a.source.id == b.source.id or not a.text.strip() or not b.text.strip():
        return []
    found: dict[str, Conflict] = {}
    for conflict in _value_conflicts(pile, a, b):
        found.setdefault(conflict.key, conflict)
    return sorted(found.values(), key=lambda c: (c.severity.rank, c.key))


def _value_conflicts(pile: Pile, a: AnnotatedSource, b: AnnotatedSource) -> Iterator[Conflict]:
    one = find_values(a.text, pile.knowledge)
    two = find_values(b.text, pile.knowledge)
    by_slot: dict[tuple[str, str], list[Value]] = defaultdict(list)
    for value in two:
        by_slot[value.slot].append(value)
    for value in one:
        rivals = by_slot.get(value.slot, [])
        same = [v for v in one if v.slot == value.slot]
        if not rivals or any(_can_both_hold(v, r) for v in same for r in rivals):
            continue
        if any(_is_held(v, two) for v in same) or any(_is_held(r, one) for r in rivals):
            continue
        rival = max(rivals, key=lambda r: (len(r.context & value.context), -r.start))
        if _is_one_slot(value, rival):
            yield _finding(pile, a, b, value, rival)


def _can_both_hold(a: Value, b: Value) -> bool:
    return a.low <= b.high and b.low <= a.high


def _is_held(value: Value, others: Sequence[Value]) -> bool:
    """Does the other text hold the same number for something else, or parts that add up to it?"""
    kind = value.slot[0]
    if kind == "date":
        return any(o.slot[0] == kind and o.low == value.low and o.high == value.high for o in others)
    numbers = {(o.start, o.end): o.low for o in others if o.slot[0] != "date" and o.low == o.high}
    held = sorted(numbers.values())
    sums = {x + y for x, y in combinations(held, 2)} if kind in ("count", "amount") else set()
    return value.low in held or value.low in sums


def _is_one_slot(a: Value, b: Value) -> bool:
    if a.slot[0] in ("count", "amount", "age") and a.years and b.years and not a.years & b.years:
        return False
    return a.slot[0] != "amount" or bool(a.context & b.context)


def _finding(pile: Pile, a: AnnotatedSource, b: AnnotatedSource, one: Value, two: Value) -> Conflict:
    spans = [Span(a.source.id, one.start, one.end), Span(b.source.id, two.start, two.end)]
    quotes = [pile.quote(s) for s in spans]
    sides = tuple(make_side(pile, " ".join(q.split()), [s]) for q, s in zip(quotes, spans, strict=True))
    what = one.slot[1] or one.slot[0]
    return Conflict(
        kind=ConflictKind.EVENT_DATE if one.slot[0] == "date" else ConflictKind.QUANTITY,
        conflict_class=ConflictClass.SOURCES_DIFFER,
        consequence=Level.HIGH,
        certainty=Level.MEDIUM,
        scope=Scope.BETWEEN,
        title=f"{sides[0].value} or {sides[1].value}?",
        why=(
            f"Both texts give a value for one slot ({one.slot[0]}: {what}): {quoted(quotes[0])} and "
            f"{quoted(quotes[1])}. Hedges included, they cannot both hold."
        ),
        subject=what,
        predicate=one.slot[0],
        scope_key="",
        sides=sides,
    )
