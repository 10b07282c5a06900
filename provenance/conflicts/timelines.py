"""Figures that took one another's place while an event was told."""

from provenance.conflicts.pile import Pile
from provenance.model.timelines import Timeline


def find_timelines(pile: Pile) -> list[Timeline]:
    """Timelines over the pile, by key."""
    return []
