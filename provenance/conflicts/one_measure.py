"""Can two figures be of one measure, in one happening, at one time?"""

from datetime import date, timedelta

from provenance.conflicts.acts import RISING
from provenance.conflicts.courses import Course, course_of, may_have_risen
from provenance.conflicts.events import are_close, are_two_affairs, find_event, printed_day
from provenance.conflicts.figure_readings import Reading
from provenance.conflicts.likeness import (
    SUBSETS,
    TURNOUT,
    are_told_alike,
    is_bare,
)
from provenance.conflicts.measures import COUNT, Measure
from provenance.conflicts.pile import Pile
from provenance.conflicts.words import overlap
from provenance.model.claims import Claim

NEEDED_STEMS = 3
_NEEDED_OVERLAP = 0.4
_NEEDED_BESIDE_ACT = 2
_CLOSE_DAYS = 7
"""Days between texts that tell of one happening while it is news."""
_LEAD = 12
"""Sentences at the head of a news text that tell of its own happening rather than of its background."""


def is_one_question(pile: Pile, one: Measure, two: Measure, a: Reading, b: Reading) -> bool:
    """Do two places speak of one happening at one time, and not of its course or its parts?"""
    if not _is_one_event(pile, one, two) or _are_parts(pile, one, two) or _is_timeline(pile, one, two):
        return False
    if _is_alike(one, two) or are_told_alike(one, two):
        return True
    return a.is_only and b.is_only and _are_leads(pile, one, two)


def _is_one_event(pile: Pile, one: Measure, two: Measure) -> bool:
    """Do the texts speak of one event, or the two sentences of one thing at about one time?"""
    ids = one.claim.source_id, two.claim.source_id
    names = one.names & two.names
    if find_event(pile, *ids) or (names and find_event(pile, *ids, is_named=True)):
        return True
    days = [printed_day(pile, source_id) for source_id in ids]
    if days[0] is None or days[1] is None or are_two_affairs(pile, *ids):
        return False
    is_near = abs((days[0] - days[1]).days) <= pile.settings.event_window_days
    needed = NEEDED_STEMS if names else NEEDED_STEMS + 1
    return is_near and len(one.around.near & two.around.near) >= needed


def is_one_measure(pile: Pile, a: Reading, b: Reading) -> bool:
    """Can the figures be of one thing, in one place and time?"""
    one, two = a.first, b.first
    if one.is_other or two.is_other:
        return False
    if are_told_alike(one, two):
        return True
    if _are_apart(one, two) or not _can_be_one_time(pile, one.claim, two.claim):
        return False
    if one.unit != two.unit and one.act not in RISING:
        return False
    return _is_alike(one, two) or (a.is_only and b.is_only and _can_be_one_toll(one, two))


def _is_alike(a: Measure, b: Measure) -> bool:
    """Same act of the same kind of thing, or the same thing in much the same words."""
    shared = a.context & b.context
    is_money = a.unit == b.unit and a.unit.isupper()
    if is_money and not a.people & b.people:
        return False
    if _is_one_toll(a, b):
        is_told = (a.is_given or b.is_given) and a.noun == b.noun and bool(a.noun)
        return is_told or len(shared) >= _NEEDED_BESIDE_ACT
    alike = overlap(sorted(a.context), sorted(b.context)) >= _NEEDED_OVERLAP
    is_one_noun = a.noun == b.noun and bool(a.noun)
    return alike and len(shared) >= NEEDED_STEMS and (is_one_noun or is_money)


def _is_one_toll(a: Measure, b: Measure) -> bool:
    """One of the acts whose counts rise, of the same noun."""
    is_one_act = a.act in RISING and a.act == b.act
    return is_one_act and (a.noun == b.noun or a.noun <= {"people"} >= b.noun)


def _can_be_one_toll(a: Measure, b: Measure) -> bool:
    """The same where one names no noun ("seventeen hurt"), unless the other is a part of a whole."""
    is_plain = (is_bare(a) or is_bare(b)) and not (a.noun and b.noun) and "part" not in a.noun | b.noun
    is_plain = is_plain and not (a.around.things | b.around.things) & SUBSETS
    return _is_one_toll(a, b) or (is_plain and a.act in RISING and a.act == b.act)


def _are_leads(pile: Pile, a: Measure, b: Measure) -> bool:
    """Do both stand at the head of texts of about one day, which tell of the happening as news?

    Each text's only toll of its kind, in its lead, is that of the event that the text is about.
    """
    for found in (a, b):
        span = found.claim.span
        if span is None or pile.sentence_index(span.source_id, span.start) >= _LEAD:
            return False
    ids = a.claim.source_id, b.claim.source_id
    return _can_be_one_toll(a, b) and ids[0] != ids[1] and are_close(pile, *ids, _CLOSE_DAYS)


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
    places = [pile.sentence_index(m.claim.source_id, m.claim.span.start) for m in (a, b) if m.claim.span]
    return places[0] == places[1]


def _is_timeline(pile: Pile, a: Measure, b: Measure) -> bool:
    """A count that a text itself says has risen; one house's later figure; votes while they are counted."""
    days = [printed_day(pile, m.claim.source_id) for m in (a, b)]
    if (a.owner or b.owner) and a.dimension != COUNT:
        return None in days or days[0] != days[1]  # shares in a list change from count to count
    if a.act == b.act == "elected" and TURNOUT not in a.around.things:
        return days[0] != days[1]
    if a.act not in RISING or a.claim.source_id == b.claim.source_id:
        return False
    if (a.is_rise or b.is_rise) and course_of(pile, a, b)[0] is Course.SAME:
        return True
    houses = [pile.sources[m.claim.source_id].source.value("publisher") for m in (a, b)]
    return bool(houses[0]) and houses[0] == houses[1] and may_have_risen(pile, a, b)
