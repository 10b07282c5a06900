"""Figures for one thing in one event that cannot both hold."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from provenance.conflicts.changes import are_changed_in_copy
from provenance.conflicts.events import find_event, printed_day, published_interval
from provenance.conflicts.independence import Place, Tie, judge_tie
from provenance.conflicts.measures import RISING, Measure, can_both_hold, measure
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import list_position, make_side, quoted, say_support, scope_of
from provenance.conflicts.words import overlap
from provenance.model.claims import Claim, ClaimKind
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope, Side
from provenance.model.spans import Span
from provenance.text.numbers import find_numbers

_ALONE = re.compile(r"\s?(?:[,.;:!?)]|$|(?:and|or)\b)")
_NEEDED_OVERLAP = 0.4
_NEEDED_STEMS = 3
_NEEDED_BESIDE_ACT = 2
_Pair = tuple[Measure, Measure]


def find_quantity_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Differing figures of one measure in one event; a toll that rises with time is none."""
    measures = [m for c in pile.claims_of(ClaimKind.QUANTITY) if (m := measure(pile, c))]
    by_source: dict[str, list[Measure]] = defaultdict(list)
    for found in measures:
        by_source[found.claim.source_id].append(found)
    measures = [m for m in measures if not _is_ambiguous(pile, m, by_source[m.claim.source_id])]
    by_unit: dict[str, list[Measure]] = defaultdict(list)
    for found in measures:
        by_unit["" if found.act in RISING else found.unit].append(found)
    for _, group in sorted(by_unit.items()):
        pairs = [(a, b) for a, b in combinations(group, 2) if _conflict(pile, a, b)]
        for cluster in _clusters(pairs):
            yield _finding(pile, cluster)


def _is_ambiguous(pile: Pile, found: Measure, others: Sequence[Measure]) -> bool:
    """Do other figures of the unit stand in its sentence, so that words do not tell whose it is?"""
    span = found.claim.span
    if span is None or found.claim.subject_entity:
        return False
    start, end = pile.sentence_at(span.source_id, span.start)
    for other in others:
        place = other.claim.span
        is_beside = place is not None and start <= place.start < end
        is_alike = other.unit == found.unit and other.act == found.act
        if is_beside and is_alike and other.claim.number != found.claim.number:
            return True
    return not found.act and _has_bare_number(pile, span, start, end)


def _has_bare_number(pile: Pile, span: Span, start: int, end: int) -> bool:
    """Is there a number in the sentence that counts nothing of its own ("four and three years")?"""
    claimed = [c.span for c in pile.claims_in(span.source_id, ClaimKind.QUANTITY) if c.span]
    taken = [(s.start, s.end) for s in claimed] + [(d.start, d.end) for d in pile.dates(span.source_id)]
    for number in find_numbers(pile.text(span.source_id)[start:end], pile.knowledge):
        first, last = number.start + start, number.end + start
        is_taken = any(s < last and first < e for s, e in taken)
        text = pile.text(span.source_id)
        is_age = text[first - 2 : first] == ", " and text[last : last + 1] == ","
        is_alone = _ALONE.match(text, last) is not None and not is_age
        if is_alone and not is_taken and not number.is_ordinal and number.value > 1:
            return True
    return False


def _conflict(pile: Pile, a: Measure, b: Measure) -> bool:
    if can_both_hold(a, b) or not _is_one_measure(pile, a, b) or _are_parts(pile, a, b):
        return False
    if a.claim.span and b.claim.span and are_changed_in_copy(pile, a.claim.span, b.claim.span):
        return False
    if find_event(pile, a.claim.source_id, b.claim.source_id) is None:
        return False
    return not _is_timeline(pile, a, b)


def _is_one_measure(pile: Pile, a: Measure, b: Measure) -> bool:
    """Same act of the same kind of thing, or the same thing in much the same words; one place and time."""
    if _are_apart(a, b) or not _can_be_one_time(pile, a.claim, b.claim):
        return False
    if a.is_other or b.is_other:
        return False
    shared = a.context & b.context
    is_money = a.unit == b.unit and a.unit.isupper()
    if is_money and not a.people & b.people:
        return False
    if a.act in RISING and a.act == b.act and (a.noun == b.noun or a.noun <= {"people"} >= b.noun):
        return len(shared) >= _NEEDED_BESIDE_ACT
    alike = overlap(sorted(a.context), sorted(b.context)) >= _NEEDED_OVERLAP
    is_one_noun = a.noun == b.noun and bool(a.noun)
    return alike and len(shared) >= _NEEDED_STEMS and (is_one_noun or is_money)


def _are_apart(a: Measure, b: Measure) -> bool:
    """Do their sentences name other places, years, subjects or acts?"""
    pairs = ((a.places, b.places), (a.years, b.years))
    if any(one and two and not one & two for one, two in pairs):
        return True
    subjects = {a.claim.subject_entity, b.claim.subject_entity} - {None}
    return len(subjects) > 1 or len({a.act, b.act} - {""}) > 1


def _can_be_one_time(pile: Pile, a: Claim, b: Claim) -> bool:
    """Do the times meet? A figure without a time speaks of about the day on which its text was published."""
    if a.valid_from and b.valid_from:
        return a.valid_from <= (b.valid_to or "9999") and b.valid_from <= (a.valid_to or "9999")
    if not (a.valid_from or b.valid_from):
        return True
    timed, other = (a, b) if a.valid_from else (b, a)
    day = printed_day(pile, other.source_id)
    first, last = (_parsed(written) for written in (timed.valid_from, timed.valid_to or timed.valid_from))
    if day is None or first is None or last is None:
        return timed.source_id != other.source_id
    window = timedelta(days=pile.settings.event_window_days)
    return first - window <= day <= last + window


def _parsed(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


def _are_parts(pile: Pile, a: Measure, b: Measure) -> bool:
    """Figures of one sentence tell parts, sums or changes, not rival counts."""
    if a.claim.source_id != b.claim.source_id or a.claim.span is None or b.claim.span is None:
        return False
    return pile.sentence_at(a.claim.source_id, a.claim.span.start) == pile.sentence_at(
        b.claim.source_id, b.claim.span.start
    )


def _is_timeline(pile: Pile, a: Measure, b: Measure) -> bool:
    """A count that rises with the dates of the texts, or that a text itself says has risen; votes while
    they are counted."""
    if a.act == b.act == "elected":
        return printed_day(pile, a.claim.source_id) != printed_day(pile, b.claim.source_id)
    if a.act not in RISING or a.claim.source_id == b.claim.source_id:
        return False
    if a.is_rise or b.is_rise:
        return True
    one, two = (printed_day(pile, m.claim.source_id) for m in (a, b))
    if one is None or two is None or one == two:
        return False
    earlier, later = (a, b) if one < two else (b, a)
    return (earlier.claim.number or 0) < (later.claim.number or 0)


def _clusters(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """Pairs that share a claim, together."""
    home: dict[Span | None, list[_Pair]] = {}
    for pair in pairs:
        touching = [home[m.claim.span] for m in pair if m.claim.span in home]
        merged = touching[0] if touching else []
        for other in touching[1:]:
            if other is not merged:
                merged += other
        merged.append(pair)
        for found in (m for p in (merged if len(touching) > 1 else [pair]) for m in p):
            home[found.claim.span] = merged
    return list({id(cluster): cluster for cluster in home.values()}.values())


def _by_value(pile: Pile, cluster: Sequence[_Pair]) -> list[list[Measure]]:
    """The claims of a cluster, those of one figure together, in the order of sources."""
    held: dict[tuple[float, str], dict[str, Measure]] = defaultdict(dict)
    for found in (m for pair in cluster for m in pair):
        held[found.claim.number or 0.0, found.claim.hedge.value][found.claim.key] = found
    groups = [sorted(held[key].values(), key=lambda m: _place(pile, m)) for key in sorted(held)]
    return sorted(groups, key=lambda g: _place(pile, g[0]))


def _place(pile: Pile, found: Measure) -> tuple[int, int, str]:
    claim = found.claim
    return list_position(pile, claim.source_id), claim.span.start if claim.span else 0, claim.key


def _finding(pile: Pile, cluster: Sequence[_Pair]) -> Conflict:
    ordered = _by_value(pile, cluster)
    sides = tuple(
        make_side(pile, _value(group[0].claim), [m.claim.span for m in group if m.claim.span])
        for group in ordered
    )
    nearest = min(cluster, key=lambda p: sorted(_place(pile, m) for m in p))
    first, second = sorted(nearest, key=lambda m: _place(pile, m))
    return Conflict(
        kind=ConflictKind.QUANTITY,
        conflict_class=_class(ordered, scope_of(sides)),
        consequence=Level.HIGH,
        certainty=_certainty(pile, first, second),
        scope=scope_of(sides),
        title=f"{' or '.join(side.value for side in sides)}?",
        why=_why(pile, first, second, sides),
        subject=_subject(first),
        predicate=first.act or second.act or "count",
        scope_key=" / ".join(sorted(first.places & second.places)),
        sides=sides,
    )


def _value(claim: Claim) -> str:
    return " ".join(claim.quote.split()) if len(claim.quote) <= 60 else " ".join(claim.value.split())


def _subject(found: Measure) -> str:
    return " ".join(sorted(found.noun)) or found.unit or found.act


def _class(groups: Sequence[Sequence[Measure]], scope: Scope) -> ConflictClass:
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
    said = [
        f"{pile.label(c.source_id)} says {quoted(pile.sentence_text(c.span) if c.span else c.quote)}"
        for c in (one, two)
    ]
    sentences = [
        f"{said[0]}; {said[1]}.",
        find_event(pile, one.source_id, two.source_id) or "",
        "Hedges and rounding included, the figures cannot both hold.",
    ]
    if a.act in RISING and one.source_id != two.source_id:
        sentences.append(_say_order(pile, one, two))
    tie, reason = judge_tie(pile, Place(one.source_id, one.span), Place(two.source_id, two.span))
    if tie is Tie.DEPENDENT and one.source_id != two.source_id and reason:
        sentences.append(f"The two texts are not independent here: {reason}.")
    sentences.append(say_support(pile, sides))
    return " ".join(s for s in sentences if s)


def _say_order(pile: Pile, a: Claim, b: Claim) -> str:
    """What the dates of two texts say of a count that rises while an event is told."""
    one, two = (printed_day(pile, c.source_id) for c in (a, b))
    start = "Such a count changes while an event is told"
    if one is None or two is None:
        return f"{start}, and which text is later is not known."
    if one == two:
        return f"{start}, and both texts are of one day."
    return f"{start}; the later text has the lower figure, which may be a stale one."
