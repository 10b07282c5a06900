"""Questions that several figures answer: one measure, in one event, at one time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from weakref import WeakKeyDictionary

from attrs import frozen

from provenance.conflicts.acts import RISING
from provenance.conflicts.copied_figures import is_altered, is_told_of_copies
from provenance.conflicts.courses import Course, Succession, course_of
from provenance.conflicts.figure_readings import Reading, find_readings, without_ambiguous
from provenance.conflicts.likeness import are_comparable, is_of_one_thing
from provenance.conflicts.measures import COUNT, Measure, can_both_hold, measure
from provenance.conflicts.one_measure import is_one_measure, is_one_question
from provenance.conflicts.pile import Pile
from provenance.conflicts.rivals import is_singled_out
from provenance.conflicts.things import is_group
from provenance.model.claims import ClaimKind

_MOST_READINGS = 200
"""Differing sentences with figures of one measure that are compared, the first by place."""
_MOST_TRIES = 6
"""Sources of one reading that are tried for one of another's that speaks of the same event."""


@frozen(eq=False)
class Question:
    """`pair`: two figures that cannot both hold. `measures`: all figures that answer the question."""

    pair: tuple[Measure, Measure]
    measures: tuple[Measure, ...]


@frozen(eq=False)
class _Figures:
    """`pairs`: readings that answer one question; `held`: all figures of each source and
    dimension, with which a text may itself tell what another one says."""

    pairs: list[tuple[Reading, Reading, tuple[list[Measure], list[Measure]]]]
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
    readings = find_readings(without_ambiguous(pile, measures))
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


def _compare(
    pile: Pile, figures: _Figures, a: Reading, b: Reading
) -> tuple[list[Measure], list[Measure]] | None:
    """The claims of both readings that answer one question in one event; None if there are none."""
    if not are_comparable(a.first, b.first) or not is_one_measure(pile, a, b):
        return None
    for one in a.measures[:_MOST_TRIES]:
        for two in b.measures:
            if is_one_question(pile, one, two, a, b) and is_singled_out(figures.held, one, two):
                if _follows(pile, figures, one, two):
                    return None
                left = [m for m in a.measures if m is one or is_one_question(pile, m, two, a, b)]
                right = [m for m in b.measures if m is two or is_one_question(pile, one, m, a, b)]
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


def _questions(
    pile: Pile, pairs: Sequence[tuple[Reading, Reading, tuple[list[Measure], list[Measure]]]]
) -> Iterator[Question]:
    """Readings joined by figures that cannot both hold, with those that only agree with one of them."""
    clashes = [p for p in pairs if _clash(pile, *p)]
    home: dict[Reading, list[Reading]] = {}
    given: dict[tuple[str, int], Reading] = {}
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


def _clash(pile: Pile, a: Reading, b: Reading, held: tuple[list[Measure], list[Measure]]) -> bool:
    return not can_both_hold(a.first, b.first) and _clashing(pile, held) is not None


def _clashing(pile: Pile, held: tuple[list[Measure], list[Measure]]) -> tuple[Measure, Measure] | None:
    """Two places that differ of themselves: neither altered, nor the two sides of a changed copy."""
    sides = [[m for m in side if not is_altered(pile, m)] for side in held]
    if not all(sides):
        return None
    one, two = sides[0][0], sides[1][0]
    return None if is_told_of_copies(pile, one, two) else (one, two)
