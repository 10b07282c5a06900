"""A later text that gives a figure as current which an earlier one had overtaken."""

from collections.abc import Iterator, Sequence

from provenance.conflicts.as_of import STATED, AsOf
from provenance.conflicts.copied_figures import is_of_copies
from provenance.conflicts.courses import Course, Succession
from provenance.conflicts.events import find_event
from provenance.conflicts.measures import Measure
from provenance.conflicts.pile import Pile
from provenance.conflicts.questions import find_successions
from provenance.conflicts.sides import make_side, quoted, say_support, scope_of
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level


def find_stale_figures(pile: Pile) -> Iterator[Conflict]:
    """One finding for each figure that stood behind an earlier, higher count when it was given."""
    held: dict[str, list[Succession]] = {}
    for found in find_successions(pile):
        if found.course is Course.STALE and not is_of_copies(pile, found):
            held.setdefault(found.later.claim.key, []).append(found)
    for group in held.values():
        yield _finding(pile, group)


def _finding(pile: Pile, group: Sequence[Succession]) -> Conflict:
    later = group[0].later
    overtaken = max(group, key=lambda s: (s.earlier.claim.number or 0.0, s.earlier.claim.key)).earlier
    spans = [s.earlier.claim.span for s in group if s.earlier.claim.number == overtaken.claim.number]
    sides = (
        make_side(pile, _value(overtaken), [span for span in spans if span]),
        make_side(pile, _value(later), [later.claim.span] if later.claim.span else []),
    )
    is_one = overtaken.claim.source_id == later.claim.source_id
    return Conflict(
        kind=ConflictKind.STALE_FIGURE,
        conflict_class=ConflictClass.INSIDE_ONE_TEXT if is_one else ConflictClass.SOURCES_DIFFER,
        consequence=Level.HIGH,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"{_value(later)}: was it not {_value(overtaken)} before?",
        why=_why(pile, overtaken, later) + " " + say_support(pile, sides),
        subject=" ".join(sorted(later.noun)) or later.unit or later.act,
        predicate=later.act or "count",
        scope_key=" / ".join(sorted(later.names & overtaken.names)),
        sides=sides,
    )


def _why(pile: Pile, earlier: Measure, later: Measure) -> str:
    event = find_event(pile, earlier.claim.source_id, later.claim.source_id) or ""
    sentences = [
        event,
        f"{quoted(_value(earlier))} is given as of {_say(earlier.as_of)}, {quoted(_value(later))} as of "
        f"{_say(later.as_of)}.",
        "Such a count does not fall while an event is told: the later figure may be a stale one, or the "
        "earlier one was corrected without a word here.",
    ]
    return " ".join(s for s in sentences if s)


def _say(as_of: AsOf | None) -> str:
    if as_of is None:
        return "no known day"
    stated = "" if as_of.basis == STATED else ", the day of its text"
    return f"{as_of.last.isoformat()}{stated}"


def _value(found: Measure) -> str:
    return " ".join(found.claim.quote.split())
