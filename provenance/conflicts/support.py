"""Which sources of a side count as origins of their own, and for each other one why it does not."""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from weakref import WeakKeyDictionary

from provenance.conflicts.independence import ALTERED, MAY_BE_ALTERED, Judged, Place, count_once, judge_places
from provenance.conflicts.pile import Pile
from provenance.model.conflicts import Conflict, ConflictClass, Side
from provenance.model.support import Counts, SideSupport, SourceSupport
from provenance.text.components import find_components

_NO_WITNESSES = (ConflictClass.SPELLING, ConflictClass.PAGE_DATA)

_FOUND: WeakKeyDictionary[Pile, dict[tuple[Place, ...], list[SourceSupport]]] = WeakKeyDictionary()


def support(pile: Pile, side: Side) -> list[SourceSupport]:
    """Each source of a side once, by path: does it count, may it, or why not.

    Of sources that depend on one another the first by path counts for all. As many count as the least number
    of independent origins; those that may count widen that to the most.
    """
    return support_of(pile, [Place(each.source_id, each.span) for each in side.evidence])


def find_support(pile: Pile, conflicts: Sequence[Conflict]) -> list[SideSupport]:
    """The support of all sides with several sources, by conflict and side; of mere spellings and of what a
    page says of itself none is told."""
    return [
        SideSupport(conflict.key, number, tuple(support(pile, side)))
        for conflict in sorted(conflicts, key=lambda each: each.key)
        if conflict.conflict_class not in _NO_WITNESSES
        for number, side in enumerate(conflict.sides, 1)
        if len({each.source_id for each in side.evidence}) > 1
    ]


def support_of(pile: Pile, places: Sequence[Place]) -> list[SourceSupport]:
    """The same of places; found once, though several ask."""
    held = _FOUND.setdefault(pile, {})
    asked = tuple(places)
    if asked not in held:
        held[asked] = _support_of(pile, asked)
    return list(held[asked])


def _support_of(pile: Pile, places: Sequence[Place]) -> list[SourceSupport]:
    judged = judge_places(pile, places)
    order = sorted(judged.places, key=lambda i: pile.positions[i])
    counted = _counted(pile, judged)
    told = {**_within_groups(judged, counted, order), **counted}
    return [told.get(i) or SourceSupport(i, Counts.NO, ALTERED) for i in order]


def _counted(pile: Pile, judged: Judged) -> dict[str, SourceSupport]:
    """One source of each group of dependent ones: those that count for certain, and those that may."""
    sure, others = count_once(pile, judged)
    groups = find_components(judged.possible, [(a, b) for a, b, _ in judged.dependent])
    certain = set(judged.certain)
    found = {i: SourceSupport(i, Counts.YES) for i in sure}
    return found | {i: _open(i, judged, groups, i in certain) for i in others}


def _open(source_id: str, judged: Judged, groups: Mapping[str, str], is_certain: bool) -> SourceSupport:
    if not is_certain:
        return SourceSupport(source_id, Counts.PERHAPS, MAY_BE_ALTERED)
    for a, b, reason in judged.doubtful:
        for own, other in ((a, b), (b, a)):
            if groups[own] == groups[source_id] and groups[other] != groups[source_id]:
                return SourceSupport(source_id, Counts.PERHAPS, reason, other)
    return SourceSupport(source_id, Counts.PERHAPS, "its independence is not established")


def _within_groups(
    judged: Judged, counted: Mapping[str, SourceSupport], order: Sequence[str]
) -> dict[str, SourceSupport]:
    """What depends on a source that is counted, with the tie by which it was reached."""
    ties: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for a, b, reason in judged.dependent:
        ties[a].append((b, reason))
        ties[b].append((a, reason))
    found: dict[str, SourceSupport] = {}
    waiting = deque(source_id for source_id in order if source_id in counted)
    while waiting:
        source_id = waiting.popleft()
        for other, reason in ties[source_id]:
            if other not in found and other not in counted:
                found[other] = SourceSupport(other, Counts.NO, reason, source_id)
                waiting.append(other)
    return found
