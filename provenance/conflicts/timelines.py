"""Timelines of figures: a toll that rose, each count with the time as of which it held."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import evolve

from provenance.conflicts.copied_figures import is_of_copies
from provenance.conflicts.courses import Course, Succession
from provenance.conflicts.measures import Measure
from provenance.conflicts.pile import Pile
from provenance.conflicts.questions import find_successions
from provenance.model.timelines import Timeline, TimelinePoint

_MOST_POINTS = 200
"""Figures of one timeline that are listed, the first by time."""


def find_timelines(pile: Pile) -> Iterator[Timeline]:
    """Counts of one thing that took one another's place, by what is counted; in each by date.

    Only counts that do not fall make a line: of others the longest part that does not is kept. A figure that
    had been overtaken when its text gave it stands in the line as stale. What only an altered copy has
    overtakes nothing.
    """
    for group in _lines([found for found in find_successions(pile) if not is_of_copies(pile, found)]):
        line = _timeline(pile, group)
        points = _rising(line.points)
        if len({point.number for point in points}) > 1:
            yield evolve(line, points=points)


def _rising(points: Sequence[TimelinePoint]) -> tuple[TimelinePoint, ...]:
    """The longest part of the line, stale figures aside, in which no count falls; the first of several."""
    counts = [point for point in points if not point.is_stale]
    best: list[list[TimelinePoint]] = []
    for number, point in enumerate(counts):
        before = [best[i] for i in range(number) if counts[i].number <= point.number]
        best.append([*max(before, key=len, default=[]), point])
    kept = {id(point) for point in max(best, key=len, default=[])}
    return tuple(point for point in points if point.is_stale or id(point) in kept)


def _lines(successions: Sequence[Succession]) -> list[list[Succession]]:
    """Successions that share a figure, in the order in which they were found."""
    home: dict[str, list[Succession]] = {}
    for found in successions:
        keys = (found.earlier.claim.key, found.later.claim.key)
        merged = [found]
        for group in {id(home[key]): home[key] for key in keys if key in home}.values():
            merged = [*group, *merged]
        for each in merged:
            home[each.earlier.claim.key] = home[each.later.claim.key] = merged
    return list({id(group): group for group in home.values()}.values())


def _timeline(pile: Pile, group: Sequence[Succession]) -> Timeline:
    stale = {s.later.claim.key for s in group if s.course is Course.STALE}
    held = {m.claim.key: m for s in group for m in (s.earlier, s.later)}
    points = [_point(m, key in stale) for key, m in held.items()]
    points.sort(key=lambda p: (p.at, pile.positions[p.source_id], p.span))
    names: dict[str, int] = defaultdict(int)
    for measure in held.values():
        names[measure.act or next(iter(sorted(measure.around.things)), "")] += 1
    told = min(held.values(), key=lambda m: (pile.positions[m.claim.source_id], m.claim.span))
    places = frozenset.intersection(*(m.names for m in held.values()))
    return Timeline(
        subject=" ".join(told.claim.subject.split()) or told.unit or told.act,
        predicate=max(sorted(names), key=lambda name: names[name]),
        unit=told.unit,
        scope_key=" / ".join(sorted(places)) or told.claim.key,
        points=tuple(points[:_MOST_POINTS]),
    )


def _point(found: Measure, is_stale: bool) -> TimelinePoint:
    claim, as_of = found.claim, found.as_of
    if claim.span is None or as_of is None:
        message = "a figure in a timeline has a place and a time"
        raise ValueError(message)
    return TimelinePoint(
        at=as_of.last.isoformat(),
        number=claim.number or 0.0,
        value=" ".join(claim.quote.split()),
        source_id=claim.source_id,
        span=claim.span,
        quote=claim.quote,
        basis=as_of.basis,
        is_stale=is_stale,
    )
