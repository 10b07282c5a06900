"""Findings of several kinds that are one disagreement, taken together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.same_question import ask_the_same, noun_of, precedence
from provenance.conflicts.sides import count, join_side, listed, say_support
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Evidence, Side
from provenance.model.spans import Span
from provenance.text.folding import fold_text

_BLOCK = 256
"""Code points of a text in which places are looked up together."""
_PAIR = 2
_OF_PLACES = (ConflictClass.PAGE_DATA, ConflictClass.SPELLING)
_MOST_TRIED = 8
"""Findings with the same values that are asked whether they are of one event."""
_MOST_NAMED = 3
"""Other findings that a reason names; the rest are counted."""


@frozen
class _Place:
    """Where one piece of evidence shows its value: in `span`, or in all of it if the value is not printed."""

    group: int
    side: int
    span: Span


@frozen
class _Group:
    """`first` stands for all; `others` ask the same, in the order in which they came."""

    first: Conflict
    others: list[tuple[Conflict, dict[int, int]]] = field(factory=list)


def group_findings(pile: Pile, conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Each disagreement once, in the order of precedence.

    Findings are one where their evidence meets on two sides (on the one side if neither has more), and they
    can ask the same; and findings of one kind that share the place of one side and tell the same value on
    another, or are about one subject, or tell the same values of one subject in one event. Changed in reuse
    stands first, then the more specific kind, then the more severe finding, then the key: its key and kind
    stay, the evidence of the others joins its sides, and its reason says what else shows it. Nothing is
    merged through a third finding.
    """
    groups: list[_Group] = []
    places: dict[tuple[str, int], list[_Place]] = defaultdict(list)
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for conflict in sorted(conflicts, key=precedence):
        said = _said(conflict)
        home = _home(conflict, groups, places) or _of_one_event(pile, conflict, groups, alike.get(said, ()))
        if home is None:
            _hold(conflict, len(groups), places)
            alike[said].append(len(groups))
            groups.append(_Group(conflict))
        else:
            groups[home[0]].others.append((conflict, home[1]))
    return [_joined(pile, group) for group in groups]


def _said(conflict: Conflict) -> tuple[str, ...]:
    """What it is about and which values stand against each other; a place of a copy is one of its own."""
    is_alone = conflict.kind is ConflictKind.EDITED_COPY or conflict.conflict_class in _OF_PLACES
    own = conflict.key if is_alone or len(conflict.sides) < _PAIR else ""
    values = sorted(fold_text(side.value) for side in conflict.sides)
    return (conflict.kind.value, conflict.subject, conflict.predicate, own, *values)


def _of_one_event(
    pile: Pile, conflict: Conflict, groups: Sequence[_Group], numbers: Sequence[int]
) -> tuple[int, dict[int, int]] | None:
    """The group with the same values about the same subject, told by other texts of one event."""
    own = conflict.sides[0].evidence[0].source_id
    for number in numbers[:_MOST_TRIED]:
        first = groups[number].first
        if find_event(pile, own, first.sides[0].evidence[0].source_id):
            values = [fold_text(side.value) for side in first.sides]
            return number, {at: values.index(fold_text(side.value)) for at, side in enumerate(conflict.sides)}
    return None


def _hold(conflict: Conflict, number: int, places: dict[tuple[str, int], list[_Place]]) -> None:
    for side, core in _cores(conflict):
        for block in range(core.start // _BLOCK, core.end // _BLOCK + 1):
            places[core.source_id, block].append(_Place(number, side, core))


def _home(
    conflict: Conflict, groups: Sequence[_Group], places: dict[tuple[str, int], list[_Place]]
) -> tuple[int, dict[int, int]] | None:
    """The group that asks the same, and which of its sides each side of the finding is."""
    met: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for side, core in _cores(conflict):
        for block in range(core.start // _BLOCK, core.end // _BLOCK + 1):
            for place in places.get((core.source_id, block), ()):
                if ask_the_same(conflict, core, groups[place.group].first, place.span):
                    met[place.group][side].add(place.side)
    for number in sorted(met):
        paired = _paired(met[number])
        if _are_one(conflict, groups[number].first, paired):
            return number, paired
    return None


def _paired(met: dict[int, set[int]]) -> dict[int, int]:
    """Each side with one side of the other finding, none used twice."""
    paired: dict[int, int] = {}
    for side in sorted(met, key=lambda each: (len(met[each]), each)):
        free = sorted(met[side] - set(paired.values()))
        if free:
            paired[side] = free[0]
    return paired


def _are_one(one: Conflict, first: Conflict, paired: dict[int, int]) -> bool:
    """What sources tell apart from a changed copy is a finding beside it, not part of it."""
    if first.conflict_class is ConflictClass.CHANGED_IN_REUSE and len(paired) < len(one.sides):
        return False
    if len(paired) >= min(2, len(one.sides), len(first.sides)):
        return len(paired) > 1 or len(one.sides) == len(first.sides)
    if one.kind is not first.kind or not paired or one.kind is ConflictKind.EDITED_COPY:
        return False
    ((own, there),) = paired.items()
    values = {fold_text(side.value) for number, side in enumerate(one.sides) if number != own}
    others = {fold_text(side.value) for number, side in enumerate(first.sides) if number != there}
    same_subject = (one.subject, one.predicate) == (first.subject, first.predicate)
    return same_subject or not values.isdisjoint(others - {""})


def _cores(conflict: Conflict) -> Iterator[tuple[int, Span]]:
    for number, side in enumerate(conflict.sides):
        for place in side.evidence:
            if place.span is not None and len(place.span):
                yield number, _core(place.span, place.quote, side.value)


def _core(span: Span, quote: str, value: str) -> Span:
    """Where in its evidence a value is printed; the whole of it if it is not printed so, or twice."""
    at = quote.find(value) if value else -1
    if at < 0 or quote.find(value, at + 1) >= 0:
        return span
    return Span(span.source_id, span.start + at, span.start + at + len(value))


def _joined(pile: Pile, group: _Group) -> Conflict:
    """The first with the evidence of the others on its sides, and what they say in its reason."""
    if not group.others:
        return group.first
    first = group.first
    sides = list(first.sides)
    for other, paired in group.others:
        for number, side in enumerate(other.sides):
            at = paired.get(number, _of_value(sides, side))
            if at is None:
                sides.append(side)
            else:
                sides[at] = _with_evidence(pile, sides[at], side.evidence)
    found = [other for other, _ in group.others]
    why = first.why.replace(say_support(pile, first.sides), say_support(pile, sides))
    told = " ".join([why, *_told(first, found)])
    joined = evolve(first, sides=tuple(sides), why=told)
    return joined if first.conflict_class is ConflictClass.CHANGED_IN_REUSE else _as_severe(joined, found)


def _of_value(sides: Sequence[Side], side: Side) -> int | None:
    value = fold_text(side.value)
    return next((at for at, each in enumerate(sides) if value and fold_text(each.value) == value), None)


def _with_evidence(pile: Pile, side: Side, more: Sequence[Evidence]) -> Side:
    """The side with places that it does not show yet."""
    new = [place for place in more if not any(_is_shown(place, each) for each in side.evidence)]
    return join_side(pile, side, new) if new else side


def _is_shown(place: Evidence, by: Evidence) -> bool:
    if place.source_id != by.source_id:
        return False
    if place.span is None or by.span is None:
        return place.field == by.field and place.span is by.span
    return bool(place.span.overlap(by.span))


def _told(first: Conflict, others: Sequence[Conflict]) -> Iterator[str]:
    """One sentence for each other kind of finding; those of the same kind have only brought more places."""
    named = list(dict.fromkeys((each.kind, each.title) for each in others if each.kind is not first.kind))
    shown = [f"{noun_of(kind)} ({title})" for kind, title in named]
    if len(shown) > _MOST_NAMED:
        shown = [*shown[:_MOST_NAMED], count(len(shown) - _MOST_NAMED, "other finding")]
    if shown:
        yield f"The same disagreement shows as {listed(shown)}."


def _as_severe(first: Conflict, others: Sequence[Conflict]) -> Conflict:
    """With the levels of the most severe of all."""
    worst = min((first, *others), key=lambda each: (each.severity.rank, each.order, each.key))
    if worst.severity.rank >= first.severity.rank:
        return first
    return evolve(first, consequence=worst.consequence, certainty=worst.certainty)
