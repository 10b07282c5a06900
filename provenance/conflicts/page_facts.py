"""Facts that a page changed: the same change, whichever pairs of its states show it."""

from collections.abc import Sequence

from attrs import frozen

from provenance.conflicts.edited_places import stems_beside
from provenance.conflicts.page_states import ChangedPlace, States, state_ranges
from provenance.conflicts.pile import Pile
from provenance.conflicts.words import overlap
from provenance.text.folding import fold_text

_SAME_CLAUSE = 0.75
"""Share of content words beside a change from which it is the same one between two other states."""


@frozen
class FactChange:
    """A changed fact between two states. `is_rewritten`: do so many facts differ between them that the page
    may be one that is written anew each time?"""

    states: States
    place: ChangedPlace
    is_rewritten: bool


@frozen
class Fact:
    """One change of a fact, with all that show it; the first is told of: of states in order, if any are."""

    shown: tuple[FactChange, ...]


def gather_facts(pile: Pile, changes: Sequence[FactChange]) -> list[Fact]:
    """Changes of one page: between two states those of one value to one other are one, wherever they stand;
    between other states those that stand in the same clause."""
    groups: list[list[FactChange]] = []
    by_values: dict[tuple[str, str, str], list[list[FactChange]]] = {}
    for change in changes:
        known = by_values.setdefault(_values(change), [])
        group = next((each for each in known if _is_one_change(pile, each, change)), None)
        if group is None:
            group = []
            known.append(group)
            groups.append(group)
        group.append(change)
    return [Fact(tuple(sorted(group, key=lambda each: not _is_ordered(each)))) for group in groups]


def _values(change: FactChange) -> tuple[str, str, str]:
    one, two = map(fold_text, change.place.values)
    return change.place.edit.kind.value, one, two


def _is_ordered(change: FactChange) -> bool:
    return change.states.version.is_ordered


def _is_one_change(pile: Pile, group: Sequence[FactChange], change: FactChange) -> bool:
    if any(each.states == change.states for each in group):
        return True
    own = _stems(pile, change)
    return any(overlap(_stems(pile, each), own) >= _SAME_CLAUSE for each in group[:1])


def _stems(pile: Pile, change: FactChange) -> list[str]:
    """Content words beside the change in the later state."""
    return stems_beside(pile, change.states.version.later, *state_ranges(change.states, change.place.edit)[1])
