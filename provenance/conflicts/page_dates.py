"""What a page says of its own dates: posted, modified, captured and the date line; they should agree."""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from attrs import frozen

from provenance.conflicts.own_dates import OwnDate, are_apart, find_own_dates, is_before
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import count, kind_of_text, listed, shown
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope, Side


@frozen
class _Order:
    """`early` cannot come before `late`. `what`, `why`: of a page; `why_message`: of a mail."""

    early: str
    late: str
    what: str
    why: str
    why_message: str = ""


_ORDERS = (
    _Order(
        "modified",
        "published",
        "was modified before it was published",
        "a page is not changed before it is there. It may have been moved from another site, or one of the "
        "dates is wrong.",
    ),
    _Order(
        "captured_at",
        "published",
        "was captured before it was published",
        "what was saved cannot be younger than the saving. Its date may be that of another edition, or the "
        "capture's is wrong.",
        "no message arrives before it is sent. One of the two clocks was wrong, or the date was set by hand.",
    ),
    _Order(
        "captured_at",
        "modified",
        "was captured before it was last changed",
        "what was saved cannot hold a later change. The capture's date or its own is wrong.",
    ),
)
_VERBS = {"published": "publication", "modified": "last change", "captured_at": "capture"}
_DIFFERING = {
    "published": (
        "date",
        "The first may be the day of writing, the other that of posting; whoever dates the text by one of "
        "them should know of the other.",
    ),
    "modified": (
        "change date",
        "One may be that of the text, the other that of the page around it.",
    ),
}
_CHANGE_DAYS = 7
"""Up to which two properties of one page may mean different changes of it."""
_VERBS_OF_MESSAGES = {"published": "sending", "captured_at": "arrival"}


def find_page_dates(pile: Pile) -> Iterator[Conflict]:
    """Publication dates of one page that differ, and steps of its life in an impossible order.

    Statements agree where their intervals meet; a day apart is routine and no finding. Two properties may
    call small changes of a page its last change or not: only weeks between them are told.
    """
    for source_id in pile.sources:
        dates = find_own_dates(pile, source_id)
        published = _without_updates(dates)
        differing = [one for one in published if any(are_apart(one, other) for other in published)]
        if differing:
            yield _differing(pile, source_id, differing)
        changed = _other_changes(dates)
        if changed:
            yield _differing(pile, source_id, changed)
        for order in _ORDERS:
            late = [one for one in dates if one.what == order.late]
            early = [one for one in dates if one.what == order.early]
            early = [one for one in early if _is_before_all(one, late)]
            if early and not (differing and order.early == "modified"):
                yield _reversed(pile, source_id, order, early, late)


def _is_before_all(one: OwnDate, late: Sequence[OwnDate]) -> bool:
    """Is it before one of `late`, and can it be before each of the others?"""
    befores = [is_before(one, other) for other in late]
    can_be = (other.end > one.end and not other.is_moment for other in late)
    return any(befores) and all(sure or possible for sure, possible in zip(befores, can_be, strict=True))


def _without_updates(dates: Sequence[OwnDate]) -> list[OwnDate]:
    """The dates of publication, but for a printed day that the markup calls the last change."""
    published = [one for one in dates if one.what == "published"]
    stated = [one for one in published if one.is_markup]
    changed = [one for one in dates if one.what == "modified" and one.is_markup]
    return [
        one
        for one in published
        if one.is_markup
        or not stated
        or not any(change.first <= one.last and one.first <= change.last for change in changed)
    ]


def _other_changes(dates: Sequence[OwnDate]) -> list[OwnDate]:
    """The days of the last change in properties of the head, if two of them are weeks apart everywhere."""
    held: dict[str, list[OwnDate]] = {}
    for one in dates:
        field = one.evidence.field or ""
        if one.what == "modified" and one.is_markup and not field.startswith("time"):
            held.setdefault(field, []).append(one)
    for first, second in combinations(held.values(), 2):
        if all(abs((one.first - other.first).days) > _CHANGE_DAYS for one in first for other in second):
            return [*first, *second]
    return []


def _differing(pile: Pile, source_id: str, dates: Sequence[OwnDate]) -> Conflict:
    ordered = sorted(dates, key=lambda one: (one.first, one.last))
    sides = tuple(_side(list(group)) for _, group in groupby(ordered, key=lambda one: (one.first, one.last)))
    days = (ordered[-1].first - ordered[0].last).days
    kind = kind_of_text(pile.sources[source_id].source)
    what = dates[0].what
    return Conflict(
        kind=ConflictKind.METADATA,
        conflict_class=ConflictClass.PAGE_DATA,
        consequence=Level.LOW,
        certainty=Level.HIGH if all(e.span for s in sides for e in s.evidence) else Level.MEDIUM,
        scope=Scope.WITHIN,
        title=f"The {kind} gives {len(sides)} {_DIFFERING[what][0]}s for itself: "
        f"{listed([s.value for s in sides])}",
        why=(
            f"{pile.label(source_id)} gives {listed([shown(s.evidence[0]) for s in sides])} as its "
            f"{_DIFFERING[what][0]}, {count(days, 'day')} apart. {_DIFFERING[what][1]}"
        ),
        subject=pile.sources[source_id].source.path,
        predicate=what,
        scope_key="page",
        sides=sides,
    )


def _reversed(
    pile: Pile, source_id: str, order: _Order, early: Sequence[OwnDate], late: Sequence[OwnDate]
) -> Conflict:
    sides = (_side(late, order.late), _side(early, order.early))
    kind = kind_of_text(pile.sources[source_id].source)
    is_message = kind == "message" and bool(order.why_message)
    verbs = _VERBS | (_VERBS_OF_MESSAGES if is_message else {})
    what = "arrived before it was sent" if is_message else order.what
    return Conflict(
        kind=ConflictKind.DATE_ORDER,
        conflict_class=ConflictClass.PAGE_DATA,
        consequence=Level.LOW,
        certainty=Level.MEDIUM,
        scope=Scope.WITHIN,
        title=f"The {kind} {what}",
        why=(
            f"{pile.label(source_id)} gives {shown(sides[0].evidence[0])} as its {verbs[order.late]} and "
            f"{shown(sides[1].evidence[0])} as its {verbs[order.early]}: "
            f"{order.why_message if is_message else order.why}"
        ),
        subject=pile.sources[source_id].source.path,
        predicate=f"{order.early.removesuffix('_at')} before {order.late}",
        scope_key="page",
        sides=sides,
    )


def _side(dates: Sequence[OwnDate], what: str = "") -> Side:
    first, last = dates[0].first, dates[0].last
    day = first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
    evidence = tuple(sorted({d.evidence for d in dates}, key=lambda e: (e.span is None, e.span or e.quote)))
    return Side(f"{what.removesuffix('_at')} {day}".strip(), evidence, 1, 1)
