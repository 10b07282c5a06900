"""What a page says of its own dates: posted, modified, and the date line; they should agree."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import count, listed, quoted
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Evidence, Level, Scope, Side
from provenance.model.sources import Basis
from provenance.model.spans import Span
from provenance.text.dates import resolve_date

_HEAD_LINES = 12
_HEAD_CHARACTERS = 1500
_LABEL_CHARACTERS = 24
_LONGEST_LINE = 120
_CREDIBLE = (Basis.STATED, Basis.METADATA, Basis.SET)


@frozen(order=True)
class PageDate:
    """A day that the page gives for itself. `what`: published or modified."""

    what: str
    first: date
    last: date
    evidence: Evidence


def find_page_dates(pile: Pile) -> Iterator[Conflict]:
    """Publication dates of one page that differ, and a page modified before it was posted."""
    for source_id in pile.sources:
        dates = sorted(set(_stated(pile, source_id)) | set(_date_lines(pile, source_id)))
        published = [d for d in dates if d.what == "published"]
        sides = _apart(published)
        if len(sides) > 1:
            yield _differing(pile, source_id, sides)
            continue
        modified = [d for d in dates if d.what == "modified"]
        early = [m for m in modified if published and (min(p.first for p in published) - m.last).days > 1]
        if early:
            yield _reversed(pile, source_id, published, early)
            continue
        stamps = _reversed_stamps(pile, source_id)
        if stamps:
            yield _reversed(pile, source_id, *stamps)


def _stated(pile: Pile, source_id: str) -> Iterator[PageDate]:
    """What the readers found, file times and conclusions left out."""
    for item in pile.sources[source_id].source.metadata:
        if item.name not in ("published", "modified") or item.basis not in _CREDIBLE:
            continue
        day = _day(item.value)
        if day is None:
            continue
        span = item.span
        is_placed = span is not None and span.source_id == source_id and span.end <= len(pile.text(source_id))
        quote = pile.quote(span) if is_placed and span else item.value
        field = None if is_placed else item.field or item.name
        evidence = Evidence(source_id, span if is_placed else None, quote, field)
        yield PageDate(item.name, day, day, evidence)


def _reversed_stamps(pile: Pile, source_id: str) -> tuple[list[PageDate], list[PageDate]] | None:
    """Moments of the page's own data, to the second, of which the last change is before all posting."""
    moments: dict[str, list[tuple[str, str, PageDate]]] = {"published": [], "modified": []}
    for item in pile.sources[source_id].source.metadata:
        day = _day(item.value)
        is_exact = item.span is None and "T" in item.value and item.basis in _CREDIBLE
        if item.name in moments and is_exact and day and item.earliest and item.latest:
            shown = PageDate(
                item.name, day, day, Evidence(source_id, None, item.value, item.field or item.name)
            )
            moments[item.name].append((item.earliest, item.latest, shown))
    published, modified = moments["published"], moments["modified"]
    if not published or not modified or max(m[1] for m in modified) >= min(p[0] for p in published):
        return None
    return [p[2] for p in published], [m[2] for m in modified]


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _date_lines(pile: Pile, source_id: str) -> Iterator[PageDate]:
    """Lines at the head of the page that hold a full date and nothing else but a short label."""
    text = pile.text(source_id)
    head = text[:_HEAD_CHARACTERS]
    lines = 0
    start = 0
    for line in head.splitlines(keepends=True):
        end = start + len(line)
        lines += bool(line.strip())
        if lines > _HEAD_LINES:
            return
        near = pile.dates(source_id) if len(line) <= _LONGEST_LINE else ()
        for found in near:
            inside = start <= found.start and found.end <= end and found.is_full and not found.is_range
            rest = (text[start : found.start] + text[found.end : end]).strip()
            interval = resolve_date(found, None) if inside and len(rest) <= _LABEL_CHARACTERS else None
            if interval and _is_own_label(rest):
                span = Span(source_id, found.start, found.end)
                evidence = Evidence(source_id, span, pile.quote(span))
                yield PageDate(_what(rest), interval.first, interval.last, evidence)
        start = end


_LABELS = frozenset(
    "published posted date dated on by at last modified updated update created issued release "
    "released print share "
    "edition am pm gmt est edt utc".split()
)


def _is_own_label(rest: str) -> bool:
    """Nothing but marks, clock times and words such as "Posted on"."""
    words = [
        w for w in "".join(c if c.isalnum() else " " for c in rest.casefold()).split() if not w.isdigit()
    ]
    return all(word in _LABELS for word in words)


def _what(rest: str) -> str:
    return "modified" if any(w in rest.casefold() for w in ("modif", "updat")) else "published"


def _apart(dates: list[PageDate]) -> list[list[PageDate]]:
    """Dates grouped by day; a day apart can be one moment in two time zones, and counts as one."""
    groups: list[list[PageDate]] = []
    for found in sorted(dates, key=lambda d: (d.first, d.last, d.evidence.span is None, d.evidence)):
        if groups and (found.first - groups[-1][-1].last).days <= _zone_days(groups[-1], found):
            groups[-1].append(found)
        else:
            groups.append([found])
    return groups


def _zone_days(group: list[PageDate], found: PageDate) -> int:
    """A stored field may name the day in another zone than the page does; two printed days may not."""
    is_printed = found.evidence.span is not None and all(d.evidence.span is not None for d in group)
    return 0 if is_printed else 1


def _differing(pile: Pile, source_id: str, groups: list[list[PageDate]]) -> Conflict:
    sides = tuple(_side(group) for group in groups)
    days = (groups[-1][-1].last - groups[0][0].first).days
    return Conflict(
        kind=ConflictKind.METADATA,
        conflict_class=ConflictClass.PAGE_DATA,
        consequence=Level.LOW,
        certainty=Level.HIGH if all(e.span for s in sides for e in s.evidence) else Level.MEDIUM,
        scope=Scope.WITHIN,
        title=f"The page gives {len(sides)} dates for itself: {listed([s.value for s in sides])}",
        why=(
            f"{pile.label(source_id)} shows {listed([quoted(s.evidence[0].quote) for s in sides])} as its "
            f"date, {count(days, 'day')} apart. The first may be the day of writing, the other that of "
            "posting; whoever dates the text by one of them should know of the other."
        ),
        subject=pile.sources[source_id].source.path,
        predicate="published",
        scope_key="page",
        sides=sides,
    )


def _reversed(pile: Pile, source_id: str, published: list[PageDate], modified: list[PageDate]) -> Conflict:
    sides = (_side(published, "published"), _side(modified, "modified"))
    return Conflict(
        kind=ConflictKind.DATE_ORDER,
        conflict_class=ConflictClass.PAGE_DATA,
        consequence=Level.LOW,
        certainty=Level.MEDIUM,
        scope=Scope.WITHIN,
        title="The page was modified before it was published",
        why=(
            f"{pile.label(source_id)} gives {quoted(sides[0].evidence[0].quote)} as its publication and "
            f"{quoted(sides[1].evidence[0].quote)} as its last change: a page is not changed before it is "
            "there. It may have been moved from another site, or one of the dates is wrong."
        ),
        subject=pile.sources[source_id].source.path,
        predicate="modified before published",
        scope_key="page",
        sides=sides,
    )


def _side(dates: list[PageDate], what: str = "") -> Side:
    day = dates[0].first.isoformat()
    evidence = tuple(sorted({d.evidence for d in dates}, key=lambda e: (e.span is None, e.span or e.quote)))
    return Side(f"{what} {day}".strip(), evidence, 1, 1)
