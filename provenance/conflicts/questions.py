"""Questions that several figures answer: one measure, in one event, at one time."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from itertools import combinations
from weakref import WeakKeyDictionary

from attrs import frozen

from provenance.conflicts.as_of import STATED
from provenance.conflicts.changes import are_changed_in_copy
from provenance.conflicts.events import are_close, are_two_affairs, find_event, printed_day
from provenance.conflicts.independence import Place, altered_direction
from provenance.conflicts.likeness import (
    RISING_DEEDS,
    SUBSETS,
    TURNOUT,
    are_comparable,
    are_told_alike,
    is_bare,
    is_of_one_thing,
)
from provenance.conflicts.measures import COUNT, RISING, Measure, can_both_hold, measure
from provenance.conflicts.pile import Pile
from provenance.conflicts.rivals import is_singled_out
from provenance.conflicts.things import is_group
from provenance.conflicts.words import overlap
from provenance.model.claims import Claim, ClaimKind
from provenance.model.reuse import Direction
from provenance.model.spans import Span

NEEDED_STEMS = 3
_ALONE = re.compile(r"\s?(?:[,.;:!?)]|$|(?:and|or)\b)")
_NEEDED_OVERLAP = 0.4
_NEEDED_BESIDE_ACT = 2
_CLOSE_DAYS = 7
"""Days between texts that tell of one happening while it is news."""
_LEAD = 12
"""Sentences at the head of a news text that tell of its own happening rather than of its background."""
_STALE_DAYS = 60
"""Days after which a lower count is no old one that lingers, but one that rivals."""
_MOST_READINGS = 200
"""Differing sentences with figures of one measure that are compared, the first by place."""
_MOST_REPEATED = 5
"""Places of a text with one figure that are looked up among the changes of copies."""
_MOST_TRIES = 6
"""Sources of one reading that are tried for one of another's that speaks of the same event."""


@frozen(eq=False)
class Question:
    """`pair`: two figures that cannot both hold. `measures`: all figures that answer the question."""

    pair: tuple[Measure, Measure]
    measures: tuple[Measure, ...]


def has_risen(pile: Pile, lower: Sequence[Measure], higher: Sequence[Measure]) -> bool | None:
    """Is every text with the higher figure later than all with the lower? None if days are not known."""
    days = [[printed_day(pile, m.claim.source_id) for m in side] for side in (lower, higher)]
    known = [[day for day in side if day is not None] for side in days]
    if len(known[0]) < len(days[0]) or len(known[1]) < len(days[1]):
        return None
    return max(known[0]) < min(known[1])


@frozen(eq=False)
class _Reading:
    """Claims that say one thing in the same words, copies of one another as a rule, by place."""

    measures: tuple[Measure, ...]
    is_only: bool
    """Is it the only figure for its act and noun in its texts?"""

    @property
    def first(self) -> Measure:
        """The first by place: it stands for all."""
        return self.measures[0]


class Course(Enum):
    """How two figures of one thing that cannot both hold follow one another in time."""

    RISEN = "risen"  # the later count took the place of the earlier one
    STALE = "stale"  # the later text gives what had been overtaken
    SAME = "same"  # of one time, or of times that are not known


@frozen(eq=False)
class Succession:
    """`earlier`, `later`: two figures of one thing, by the time as of which they hold."""

    earlier: Measure
    later: Measure
    course: Course


@frozen(eq=False)
class _Figures:
    """`pairs`: readings that answer one question; `held`: all figures of each source and
    dimension, with which a text may itself tell what another one says."""

    pairs: list[tuple[_Reading, _Reading, tuple[list[Measure], list[Measure]]]]
    successions: list[Succession]
    held: dict[tuple[str, str], list[Measure]]


_READ: WeakKeyDictionary[Pile, _Figures] = WeakKeyDictionary()
"""What was read of a pile, as long as the pile lives: three kinds of findings look at it."""


def find_questions(pile: Pile) -> Iterator[Question]:
    """Questions with answers that cannot all hold, by measure and place.

    Work is bounded: claims of one wording are compared as one reading, and of each measure (one act, or
    one counted noun) the first `_MOST_READINGS` readings with one another.
    """
    yield from _questions(pile, _read_figures(pile).pairs)


def find_successions(pile: Pile) -> list[Succession]:
    """Figures that took the place of others, and those that a later text still gives; by place."""
    return _read_figures(pile).successions


def _read_figures(pile: Pile) -> _Figures:
    found = _READ.get(pile)
    if found is None:
        found = _READ[pile] = _compare_all(pile)
    return found


def _compare_all(pile: Pile) -> _Figures:
    measures = [m for c in pile.claims_of(ClaimKind.QUANTITY) if (m := measure(pile, c))]
    held = _held(measures)
    by_sentence = _by_sentence(pile, measures)
    measures = [m for m in measures if not _is_ambiguous(pile, m, by_sentence)]
    readings = _readings(measures, _only_figures(measures))
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, reading in enumerate(readings):
        for key in _blocks(reading.first):
            blocks[key].append(place)
    met = {pair for _, places in sorted(blocks.items()) for pair in combinations(places[:_MOST_READINGS], 2)}
    figures = _Figures([], [], held)
    for one, two in sorted(met):
        a, b = readings[one], readings[two]
        if x := _compare(pile, figures, a, b):
            figures.pairs.append((a, b, x))
    return figures


def is_altered(pile: Pile, found: Measure) -> bool:
    """Does the figure stand where a copied passage was altered? It answers no question of its own."""
    place = Place(found.claim.source_id, found.claim.span)
    return altered_direction(pile, place) is Direction.A_TO_B


def may_have_risen(pile: Pile, a: Measure, b: Measure) -> bool:
    """Does the text published later have the higher figure?"""
    one, two = (printed_day(pile, m.claim.source_id) for m in (a, b))
    if one is None or two is None or one == two:
        return False
    earlier, later = (a, b) if one < two else (b, a)
    return (earlier.claim.number or 0) < (later.claim.number or 0)


def _by_sentence(pile: Pile, measures: Sequence[Measure]) -> dict[tuple[str, int], list[Measure]]:
    found: dict[tuple[str, int], list[Measure]] = defaultdict(list)
    for each in measures:
        if each.claim.span is not None:
            found[_sentence_of(pile, each.claim.span)].append(each)
    return found


def _sentence_of(pile: Pile, span: Span) -> tuple[str, int]:
    return span.source_id, pile.sentence_index(span.source_id, span.start)


def _held(measures: Sequence[Measure]) -> dict[tuple[str, str], list[Measure]]:
    found: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    for each in measures:
        found[each.claim.source_id, each.dimension].append(each)
    return found


def _blocks(found: Measure) -> Iterator[tuple[str, ...]]:
    """What two figures must have in common to be compared at all: a rising act, a dimension that measures,
    or the class of what is counted."""
    if found.act in RISING:
        yield ("act", found.act)
    if found.dimension != COUNT:
        yield ("measure", found.dimension)
    else:
        yield from (("thing", thing) for thing in sorted(found.around.things))
        yield from (("deed", deed) for deed in sorted(found.around.deeds))
        yield from (("group", word) for word in sorted(found.around.near) if is_group(word))
        yield ("noun", found.unit, *sorted(found.noun))


def _only_figures(measures: Sequence[Measure]) -> set[tuple[str, str, frozenset[str]]]:
    """Source, act and noun for which the source has one figure only."""
    figures: dict[tuple[str, str, frozenset[str]], set[tuple[float, float]]] = defaultdict(set)
    for found in measures:
        figures[_own(found)].add((found.low, found.high))
    return {key for key, values in figures.items() if len(values) == 1}


def _own(found: Measure) -> tuple[str, str, frozenset[str]]:
    return found.claim.source_id, found.act, found.noun


def _readings(measures: Sequence[Measure], only: set[tuple[str, str, frozenset[str]]]) -> list[_Reading]:
    held: dict[tuple[object, ...], list[Measure]] = defaultdict(list)
    for found in measures:
        claim = found.claim
        same = (found.low, found.high, found.unit, found.act, found.noun, found.context, found.years)
        who = (found.people, found.places, claim.subject_entity, claim.valid_from, claim.valid_to)
        held[*same, *who, _own(found) in only].append(found)
    return [_Reading(tuple(group), bool(key[-1])) for key, group in held.items()]


def _compare(
    pile: Pile, figures: _Figures, a: _Reading, b: _Reading
) -> tuple[list[Measure], list[Measure]] | None:
    """The claims of both readings that answer one question in one event; None if there are none."""
    if not are_comparable(a.first, b.first) or not _is_one_measure(pile, a, b):
        return None
    for one in a.measures[:_MOST_TRIES]:
        for two in b.measures:
            if _is_one_question(pile, one, two, a, b) and is_singled_out(figures.held, one, two):
                if _follows(pile, figures, one, two):
                    return None
                left = [m for m in a.measures if m is one or _is_one_question(pile, m, two, a, b)]
                right = [m for m in b.measures if m is two or _is_one_question(pile, one, m, a, b)]
                return left, right
    return None


def _follows(pile: Pile, figures: _Figures, one: Measure, two: Measure) -> bool:
    """Is it no rival: overtaken by the other, told by the other text itself, or a stale figure? Figures that
    follow one another are kept for the timelines."""
    if can_both_hold(one, two):
        return False
    course, earlier, later = course_of(pile, one, two)
    is_sum = _adds_up(pile, one, two) or _adds_up(pile, two, one)
    is_told = is_sum or (
        not (one.is_given or two.is_given)
        and (_tells_too(figures, one, two) or _tells_too(figures, two, one))
    )
    if course is Course.SAME:
        return is_told
    if course is Course.STALE and is_told:
        return True
    figures.successions.append(Succession(earlier, later, course))
    return True


def _tells_too(figures: _Figures, one: Measure, two: Measure) -> bool:
    """Does the text of `two` give the value of `one` as well, for the same or for a thing beside it?"""
    if one.claim.source_id == two.claim.source_id:
        return False
    rivals = figures.held.get((two.claim.source_id, one.dimension), ())
    return any(
        m is not two and _is_same_value(m, one) and is_of_one_thing(m, one) and "old" not in m.around.flags
        for m in rivals
    )


def _adds_up(pile: Pile, one: Measure, two: Measure) -> bool:
    """Do two numbers of the sentence of `two`, its own among them, make up the figure of `one`?"""
    span = two.claim.span
    if span is None or one.dimension != COUNT or one.claim.source_id == two.claim.source_id:
        return False
    number = two.claim.number or 0.0
    beside = (n.value for n in pile.numbers_at(span.source_id, span.start) if not n.is_ordinal)
    return any(number + other == one.claim.number for other in beside if other != number)


def _is_same_value(a: Measure, b: Measure) -> bool:
    return a.low == b.low and a.high == b.high


def course_of(pile: Pile, a: Measure, b: Measure) -> tuple[Course, Measure, Measure]:
    """How two figures follow one another, the earlier one first.

    Only counts that go on while an event is told, and other figures with their time stated, overtake one
    another. A figure that a text itself calls old, revised or what is left is never stale.
    """
    one, two = a.as_of, b.as_of
    if one is None or two is None or a.is_given or b.is_given:
        return Course.SAME, a, b
    is_ordered = one.is_before(two) or two.is_before(one)
    earlier, later = (a, b) if one.is_before(two) else (b, a)
    are_stated = one.basis == two.basis == STATED
    if not is_ordered or not (_is_rising(a, b) or are_stated):
        return Course.SAME, a, b
    flags = a.around.flags | b.around.flags
    is_falling = later.high < earlier.low
    may_fall = (
        not _is_rising(a, b) or bool(flags & {"still", "revised", "old"}) or "missing" in (a.act, b.act)
    )
    if is_falling and not may_fall:
        apart = _days_between(earlier, later)
        return (Course.STALE if apart <= _STALE_DAYS else Course.SAME), earlier, later
    return Course.RISEN, earlier, later


def _days_between(earlier: Measure, later: Measure) -> int:
    one, two = earlier.as_of, later.as_of
    return (two.first - one.last).days if one and two else 0


def _is_rising(a: Measure, b: Measure) -> bool:
    """Is it a count that goes on while an event is told?"""
    if a.dimension != COUNT:
        return False
    is_casualty = a.act in RISING and (a.act == b.act or not b.act)
    return is_casualty or bool(a.around.deeds & b.around.deeds & RISING_DEEDS)


def _is_one_question(pile: Pile, one: Measure, two: Measure, a: _Reading, b: _Reading) -> bool:
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


def _questions(
    pile: Pile, pairs: Sequence[tuple[_Reading, _Reading, tuple[list[Measure], list[Measure]]]]
) -> Iterator[Question]:
    """Readings joined by figures that cannot both hold, with those that only agree with one of them."""
    clashes = [p for p in pairs if _clash(pile, *p)]
    home: dict[_Reading, list[_Reading]] = {}
    given: dict[tuple[str, int], _Reading] = {}
    joined = [(a, b) for a, b, _ in clashes]
    for reading in dict.fromkeys(r for pair in joined for r in pair):
        if reading.first.is_given and (span := reading.first.claim.span) is not None:
            place = (span.source_id, pile.sentence_index(span.source_id, span.start))
            joined.append((given.setdefault(place, reading), reading))  # rivals told side by side
    for a, b in joined:
        merged = list(dict.fromkeys([*home.get(a, [a]), *home.get(b, [b])]))
        home.update((reading, merged) for reading in merged)
    for group in {id(group): group for group in home.values()}.values():
        members = set(group)
        held = [(a, b, x) for a, b, x in pairs if a in members or b in members]
        told = [(r, m) for a, b, x in held for r, side in ((a, x[0]), (b, x[1])) for m in side]
        measures = [m for r, m in told if r in members or not (m.is_vague or m.is_open)]
        own = [pair for a, b, x in clashes if a in members and (pair := _clashing(pile, x))]
        yield Question(min(own, key=_hedged), tuple(dict.fromkeys(measures)))


def _hedged(pair: tuple[Measure, Measure]) -> int:
    """How many of two figures are no exact ones: the plainest pair shows best that two cannot both hold."""
    return sum(m.low != m.high for m in pair)


def _clash(pile: Pile, a: _Reading, b: _Reading, held: tuple[list[Measure], list[Measure]]) -> bool:
    return not can_both_hold(a.first, b.first) and _clashing(pile, held) is not None


def _clashing(pile: Pile, held: tuple[list[Measure], list[Measure]]) -> tuple[Measure, Measure] | None:
    """Two places that differ of themselves: neither altered, nor the two sides of a changed copy."""
    sides = [[m for m in side if not is_altered(pile, m)] for side in held]
    if not all(sides):
        return None
    one, two = sides[0][0], sides[1][0]
    return None if is_told_of_copies(pile, one, two) else (one, two)


def is_told_of_copies(pile: Pile, a: Measure, b: Measure) -> bool:
    """Do the figures stand against each other in a copied passage, there or where their texts repeat them?
    Then the changed copy, or the changed page, is the finding: a headline is no witness beside its story."""
    return any(
        are_changed_in_copy(pile, one, two) for one in _repeated(pile, a) for two in _repeated(pile, b)
    )


def _repeated(pile: Pile, found: Measure) -> list[Span]:
    """Where the text has the figure, its own place first."""
    claim = found.claim
    others = [
        each.span
        for each in pile.claims_in(claim.source_id, ClaimKind.QUANTITY)
        if each.span is not None and (each.number, each.unit) == (claim.number, claim.unit)
    ]
    own = [claim.span] if claim.span is not None else []
    return list(dict.fromkeys([*own, *others[:_MOST_REPEATED]]))


def _is_ambiguous(
    pile: Pile, found: Measure, by_sentence: Mapping[tuple[str, int], Sequence[Measure]]
) -> bool:
    """Do other figures of the unit stand in its sentence, so that words do not tell whose it is?"""
    span = found.claim.span
    if span is None or found.claim.subject_entity or found.is_given or found.owner:
        return False
    for other in by_sentence.get(_sentence_of(pile, span), ()):
        place = other.claim.span
        if place is None or (place.start < span.end and span.start < place.end):
            continue  # itself, or the whole of which it is a part
        is_rival = other.unit == found.unit and other.act == found.act
        if is_rival and other.claim.number != found.claim.number:
            return True
    return not found.act and _has_bare_number(pile, span)


def _has_bare_number(pile: Pile, span: Span) -> bool:
    """Is there a number in the sentence that counts nothing of its own ("four and three years")?"""
    start, end = pile.sentence_at(span.source_id, span.start)
    claims = pile.claims_at(span.source_id, ClaimKind.QUANTITY, span.start)
    taken = [(c.span.start, c.span.end) for c in claims if c.span]
    taken += [(d.start, d.end) for d in pile.dates_in(span.source_id, start, end)]
    text = pile.text(span.source_id)
    for number in pile.numbers_at(span.source_id, span.start):
        first, last = number.start + start, number.end + start
        is_taken = any(s < last and first < e for s, e in taken)
        is_age = text[first - 2 : first] == ", " and text[last : last + 1] == ","
        is_alone = _ALONE.match(text, last) is not None and not is_age
        if is_alone and not is_taken and not number.is_ordinal and number.value > 1:
            return True
    return False


def _is_one_measure(pile: Pile, a: _Reading, b: _Reading) -> bool:
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
