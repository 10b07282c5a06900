"""How two figures of one thing follow one another in time: risen, stale, or of one time."""

from collections.abc import Sequence
from enum import Enum

from attrs import frozen

from provenance.conflicts.acts import RISING
from provenance.conflicts.as_of import STATED
from provenance.conflicts.events import printed_day
from provenance.conflicts.likeness import RISING_DEEDS
from provenance.conflicts.measures import COUNT, Measure
from provenance.conflicts.pile import Pile

_STALE_DAYS = 60
"""Days after which a lower count is no old one that lingers, but one that rivals."""


def has_risen(pile: Pile, lower: Sequence[Measure], higher: Sequence[Measure]) -> bool | None:
    """Is every text with the higher figure later than all with the lower? None if days are not known."""
    days = [[printed_day(pile, m.claim.source_id) for m in side] for side in (lower, higher)]
    known = [[day for day in side if day is not None] for side in days]
    if len(known[0]) < len(days[0]) or len(known[1]) < len(days[1]):
        return None
    return max(known[0]) < min(known[1])


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


def may_have_risen(pile: Pile, a: Measure, b: Measure) -> bool:
    """Does the text published later have the higher figure?"""
    one, two = (printed_day(pile, m.claim.source_id) for m in (a, b))
    if one is None or two is None or one == two:
        return False
    earlier, later = (a, b) if one < two else (b, a)
    return (earlier.claim.number or 0) < (later.claim.number or 0)


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
