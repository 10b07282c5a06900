"""Happenings that two texts tell in other words and date to days that cannot both hold."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from attrs import frozen

from provenance.conflicts.blocking import find_pairs
from provenance.conflicts.changes import are_changed_in_copy
from provenance.conflicts.events import find_event
from provenance.conflicts.happenings import (
    GENERIC,
    REPEATED,
    Happening,
    SentenceFacts,
    read_happening,
    tell_one,
)
from provenance.conflicts.independence import Place, altered_direction
from provenance.conflicts.one_happening import Told, are_one
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import class_of, make_side, say_support, scope_of
from provenance.model.claims import Claim, ClaimKind, Voice
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.reuse import Direction

_MOST_HOLDERS = 60
_MOST_STEMS = 12
_MOST_EVENTS = 6
_LONGEST_YEAR = 366
_WEEK = 7
_LATER_PLAN = 2
"""Days after which a text may know of another plan."""
_SEASON = 31
"""Days from which what people do again and again, a visit or a match, is another time of it."""
_OPEN = frozenset({"by", "before", "after", "until"})
"""Words before a date that give one end of a time only."""
_ENDS = _OPEN | {"till", "through", "between", "to"}
_NEAR_CHARS = 24
_NIGHT = frozenset({"night", "midnight", "overnight", "nightfall"})


@frozen(eq=False)
class DatedHappening:
    """A happening with its first and last day; `slack`: days by which the last may be later, for a night."""

    told: Happening
    first: date
    last: date
    slack: int

    @property
    def claim(self) -> Claim:
        """The dated claim."""
        return self.told.claim


def find_day_conflicts(pile: Pile, known: Collection[Claim] = ()) -> Iterator[Conflict]:
    """Findings about days, but for those of claims that are `known` to differ."""
    facts: dict[tuple[str, int], SentenceFacts] = {}
    dated = [d for c in pile.claims_of(ClaimKind.EVENT_DATE) if (d := _dated(pile, c, facts))]
    by_source: dict[str, list[DatedHappening]] = defaultdict(list)
    for one in dated:
        by_source[one.claim.source_id].append(one)
    told = Told((d.told, frozenset({_day(d)})) for d in dated)
    found: dict[tuple[str, str], list[tuple[DatedHappening, DatedHappening]]] = defaultdict(list)
    for i, j in find_pairs([_keys(d.told) for d in dated], _MOST_HOLDERS):
        a, b = dated[i], dated[j]
        if a.claim in known or b.claim in known or not _differ(a, b):
            continue
        if _is_one(pile, told, a, b) and not _is_agreed(by_source, a, b) and not _is_of_copy(pile, a, b):
            found[_subject(a.told, b.told), min(a.told.governing | b.told.governing)].append((a, b))
    for (subject, event), pairs in sorted(found.items()):
        yield _finding(pile, subject, event, list(dict.fromkeys(d for pair in pairs for d in pair)))


def _dated(pile: Pile, claim: Claim, facts: dict[tuple[str, int], SentenceFacts]) -> DatedHappening | None:
    if claim.span is None or claim.predicate in _OPEN or not claim.valid_from or not claim.valid_to:
        return None
    first, last = date.fromisoformat(claim.valid_from), date.fromisoformat(claim.valid_to)
    if not 0 <= (last - first).days <= _LONGEST_YEAR:
        return None
    if claim.voice is Voice.QUOTED and claim.is_inferred:
        return None  # the day is that on which it was said
    told = read_happening(pile, claim, facts)
    if told is None or told.is_denied:
        return None
    words = pile.words_at(claim.source_id, claim.span.start)
    before = [w for w in words if w.end <= claim.span.start]
    if before and before[-1].folded in _ENDS:
        return None
    near = {w.folded for w in words if abs(w.start - claim.span.start) < _NEAR_CHARS}
    return DatedHappening(told, first, last, 1 if near & _NIGHT else 0)


def _keys(told: Happening) -> frozenset[str]:
    """What a rival shares: a class with a name, or the class of the act with a telling word."""
    named = sorted(told.named)[:_MOST_STEMS]
    stems = sorted(told.stems)[:_MOST_STEMS]
    keys = {f"{event} {name}" for event in sorted(told.events - GENERIC)[:_MOST_EVENTS] for name in named}
    bare = {f"{event}" for event in told.governing - GENERIC - REPEATED}
    return frozenset(
        keys | bare | {f"{event} {word}" for event in sorted(told.governing)[:2] for word in stems}
    )


def _differ(a: DatedHappening, b: DatedHappening) -> bool:
    """Can the days not be the same? A weekday alone may be that of another week."""
    if a.first <= b.last + timedelta(days=b.slack) and b.first <= a.last + timedelta(days=a.slack):
        return False
    apart = abs((a.first - b.first).days)
    is_loose = any(_is_bare_weekday(d) for d in (a, b))
    return not (is_loose and apart % _WEEK == 0)


def _is_bare_weekday(d: DatedHappening) -> bool:
    return d.first == d.last and d.claim.is_inferred and not any(c.isdigit() for c in d.claim.quote)


def _is_one(pile: Pile, told: Told, a: DatedHappening, b: DatedHappening) -> bool:
    if a.told.sentence == b.told.sentence or a.told.is_planned != b.told.is_planned:
        return False
    if a.told.is_moved or b.told.is_moved or not tell_one(a.told, b.told):
        return False
    apart = max((b.first - a.last).days, (a.first - b.last).days)
    if _are_elsewhere(a, b) or (apart > _SEASON and (a.told.governing | b.told.governing) & REPEATED):
        return False
    is_year = any((d.last - d.first).days > _SEASON for d in (a, b))
    is_year_of_one = a.told.named & b.told.named and a.told.stems & b.told.stems
    return (
        (not is_year or bool(is_year_of_one))
        and (not a.told.is_planned or _are_of_one_plan(pile, a, b))
        and are_one(pile, told, a.told, b.told, apart)
        and find_event(pile, a.claim.source_id, b.claim.source_id) is not None
    )


def _are_elsewhere(a: DatedHappening, b: DatedHappening) -> bool:
    """Another day in another town, and nobody who was at both."""
    places = a.told.places and b.told.places and not a.told.places & b.told.places
    return bool(places) and not a.told.people & b.told.people


def _are_of_one_plan(pile: Pile, a: DatedHappening, b: DatedHappening) -> bool:
    """Plans told within two days differ; a later text may know a later plan."""
    days = [pile.sources[d.claim.source_id].source.value("published") or "" for d in (a, b)]
    try:
        one, two = (date.fromisoformat(day[:10]) for day in days)
    except ValueError:
        return False
    return abs((one - two).days) <= _LATER_PLAN


def _is_agreed(
    by_source: Mapping[str, Sequence[DatedHappening]], a: DatedHappening, b: DatedHappening
) -> bool:
    """Does one of the two texts give, for a happening of this class, the day of the other as well?"""
    for one, other in ((a, b), (b, a)):
        for each in by_source[one.claim.source_id]:
            if each is not one and each.told.events & other.told.governing and not _differ(each, other):
                return True
    return False


def _is_of_copy(pile: Pile, a: DatedHappening, b: DatedHappening) -> bool:
    """Was the day changed inside a copy? That is a finding of another kind."""
    one, two = a.claim.span, b.claim.span
    if one is None or two is None or are_changed_in_copy(pile, one, two):
        return True
    places = (Place(d.claim.source_id, d.claim.span) for d in (a, b))
    return any(altered_direction(pile, place) is Direction.A_TO_B for place in places)


def _subject(a: Happening, b: Happening) -> str:
    shared = a.people & b.people or a.named & b.named
    return min(shared) if shared else " ".join(sorted(a.stems & b.stems)[:4])


def _day(d: DatedHappening) -> str:
    first, last = d.first.isoformat(), d.last.isoformat()
    return first if first == last else f"{first} to {last}"


def _finding(pile: Pile, subject: str, event: str, group: Sequence[DatedHappening]) -> Conflict:
    by_day: dict[str, list[DatedHappening]] = defaultdict(list)
    for found in group:
        by_day[_day(found)].append(found)
    days = sorted(by_day)
    sides = tuple(make_side(pile, day, [d.claim.span for d in by_day[day] if d.claim.span]) for day in days)
    name = pile.entities[subject].name if subject in pile.entities else subject
    words = list(dict.fromkeys(d.told.word for day in days for d in by_day[day]))
    is_inferred = any(d.claim.is_inferred for d in group)
    one, two = by_day[days[0]][0], by_day[days[-1]][0]
    return Conflict(
        kind=ConflictKind.EVENT_DATE,
        conflict_class=class_of(sides),
        consequence=Level.MEDIUM,
        certainty=Level.MEDIUM if is_inferred else Level.HIGH,
        scope=scope_of(sides),
        title=f"{f'{name}, ' if name else ''}{' / '.join(words[:2])}: {' or '.join(days)}?",
        why=(
            f"{find_event(pile, one.claim.source_id, two.claim.source_id) or ''} "
            f"One dates “{one.told.word}” to {_day(one)}, the other “{two.told.word}” to {_day(two)}; "
            "both tell what happened to the same, and it happens once. "
            f"{'A part of a date was concluded from the date of its text. ' if is_inferred else ''}"
            f"{say_support(pile, sides)}"
        ),
        subject=subject,
        predicate=event,
        scope_key="",
        sides=sides,
    )
