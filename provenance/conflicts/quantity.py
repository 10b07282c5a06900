"""Figures for one thing in one event that cannot both hold."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.conflicts.events import find_event, published_interval
from provenance.conflicts.independence import Place, Tie, judge_tie
from provenance.conflicts.measures import RISING, Measure, can_both_hold, measure
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import list_position, make_side, quoted, say_support, scope_of
from provenance.conflicts.words import overlap
from provenance.model.claims import Claim, ClaimKind
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope, Side

_NEEDED_OVERLAP = 0.4
_NEEDED_STEMS = 3


def find_quantity_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Differing figures of one measure in one event; a toll that rises with time is none."""
    measures = [m for c in pile.claims_of(ClaimKind.QUANTITY) if (m := measure(pile, c))]
    by_unit: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    for found in measures:
        by_unit[found.unit, found.act].append(found)
    for _, group in sorted(by_unit.items()):
        pairs = [(a, b) for a, b in combinations(group, 2) if _conflict(pile, a, b)]
        for cluster in _clusters(pairs):
            sides = _by_value(cluster)
            if len(sides) > 1:
                yield _finding(pile, sides)


def _conflict(pile: Pile, a: Measure, b: Measure) -> bool:
    if can_both_hold(a, b) or not _is_one_measure(a, b) or _are_parts(pile, a, b):
        return False
    if find_event(pile, a.claim.source_id, b.claim.source_id) is None:
        return False
    return not _is_timeline(pile, a, b)


def _is_one_measure(a: Measure, b: Measure) -> bool:
    """Same act of the same kind of thing, or the same thing in much the same words; one place and time."""
    if a.places and b.places and not a.places & b.places:
        return False
    if a.years and b.years and not a.years & b.years:
        return False
    if not _can_be_one_time(a.claim, b.claim):
        return False
    if a.claim.subject_entity and b.claim.subject_entity and a.claim.subject_entity != b.claim.subject_entity:
        return False
    shared = a.context & b.context
    if a.act and a.act == b.act and (a.noun == b.noun or a.noun <= {"people"} >= b.noun):
        return len(shared) >= 2
    alike = overlap(sorted(a.context), sorted(b.context)) >= _NEEDED_OVERLAP
    return a.noun == b.noun and bool(a.noun) and alike and len(shared) >= _NEEDED_STEMS


def _can_be_one_time(a: Claim, b: Claim) -> bool:
    if not (a.valid_from and b.valid_from):
        return True
    return a.valid_from <= (b.valid_to or "9999") and b.valid_from <= (a.valid_to or "9999")


def _are_parts(pile: Pile, a: Measure, b: Measure) -> bool:
    """Figures of one sentence tell parts, sums or changes, not rival counts."""
    if a.claim.source_id != b.claim.source_id or a.claim.span is None or b.claim.span is None:
        return False
    return pile.sentence_at(a.claim.source_id, a.claim.span.start) == pile.sentence_at(
        b.claim.source_id, b.claim.span.start
    )


def _is_timeline(pile: Pile, a: Measure, b: Measure) -> bool:
    """A count that rises with the dates of the texts."""
    if a.act not in RISING or a.claim.source_id == b.claim.source_id:
        return False
    one, two = (published_interval(pile, m.claim.source_id) for m in (a, b))
    if one is None or two is None:
        return False
    if one[1] < two[0]:
        return (a.claim.number or 0) < (b.claim.number or 0)
    if two[1] < one[0]:
        return (b.claim.number or 0) < (a.claim.number or 0)
    return False


def _clusters(pairs: Sequence[tuple[Measure, Measure]]) -> list[list[Measure]]:
    """Measures joined by conflicts."""
    clusters: list[list[Measure]] = []
    for pair in pairs:
        touching = [c for c in clusters if any(m.claim.key == p.claim.key for m in c for p in pair)]
        merged = {m.claim.key: m for c in [*touching, list(pair)] for m in c}
        clusters = [c for c in clusters if c not in touching] + [list(merged.values())]
    return clusters


def _by_value(cluster: Sequence[Measure]) -> list[list[Measure]]:
    held: dict[tuple[float, str], list[Measure]] = defaultdict(list)
    for found in cluster:
        held[found.claim.number or 0.0, found.claim.hedge.value].append(found)
    return [held[key] for key in sorted(held)]


def _finding(pile: Pile, groups: Sequence[Sequence[Measure]]) -> Conflict:
    ordered = sorted(
        groups, key=lambda g: min((list_position(pile, m.claim.source_id), m.claim.span or 0) for m in g)
    )
    sides = tuple(
        make_side(pile, _value(group[0].claim), [m.claim.span for m in group if m.claim.span])
        for group in ordered
    )
    first, second = ordered[0][0], ordered[-1][0]
    subject = _subject(first)
    return Conflict(
        kind=ConflictKind.QUANTITY,
        conflict_class=_class(pile, ordered, scope_of(sides)),
        consequence=Level.HIGH,
        certainty=_certainty(pile, first, second),
        scope=scope_of(sides),
        title=f"{' or '.join(side.value for side in sides)}?",
        why=_why(pile, first, second, sides),
        subject=subject,
        predicate=first.act or "count",
        scope_key=" / ".join(sorted(first.places & second.places)),
        sides=sides,
    )


def _value(claim: Claim) -> str:
    return " ".join(claim.quote.split()) if len(claim.quote) <= 60 else " ".join(claim.value.split())


def _subject(found: Measure) -> str:
    return " ".join(sorted(found.noun)) or found.unit or found.act


def _class(pile: Pile, groups: Sequence[Sequence[Measure]], scope: Scope) -> ConflictClass:
    speakers = [{m.claim.speaker_entity or m.claim.speaker for m in g} for g in groups]
    if all(None not in s for s in speakers) and not set.intersection(*speakers):
        return ConflictClass.PEOPLE_DIFFER
    return ConflictClass.SOURCES_DIFFER if scope is Scope.BETWEEN else ConflictClass.INSIDE_ONE_TEXT


def _certainty(pile: Pile, a: Measure, b: Measure) -> Level:
    """Medium at most for counts that rise, and low for those where the order of the texts is not known."""
    if a.act in RISING and a.claim.source_id != b.claim.source_id:
        known = all(published_interval(pile, m.claim.source_id) for m in (a, b))
        return Level.MEDIUM if known else Level.LOW
    is_close = a.noun == b.noun and len(a.context & b.context) >= _NEEDED_STEMS + 1
    return Level.HIGH if is_close and a.claim.hedge is b.claim.hedge else Level.MEDIUM


def _why(pile: Pile, a: Measure, b: Measure, sides: Sequence[Side]) -> str:
    one, two = a.claim, b.claim
    names = [pile.label(c.source_id) for c in (one, two)]
    event = find_event(pile, one.source_id, two.source_id) or ""
    sentences = [
        f"{names[0]} says {quoted(pile.sentence_text(one.span)) if one.span else one.quote}; "
        f"{names[1]} says {quoted(pile.sentence_text(two.span)) if two.span else two.quote}.",
        event,
        "Hedges and rounding included, the figures cannot both hold.",
    ]
    if a.act in RISING and one.source_id != two.source_id:
        known = all(published_interval(pile, c.source_id) for c in (one, two))
        sentences.append(
            "Such a count changes while an event is told: the later text does not have the higher figure, so "
            "one may be out of date."
            if known
            else "Such a count rises while an event is told, and which text is later is not known."
        )
    tie, reason = judge_tie(pile, Place(one.source_id, one.span), Place(two.source_id, two.span))
    if tie is Tie.DEPENDENT and one.source_id != two.source_id and reason:
        sentences.append(f"The two texts are not independent here: {reason}.")
    sentences.append(say_support(pile, sides))
    return " ".join(s for s in sentences if s)
