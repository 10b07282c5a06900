"""What sources weigh on the sides of conflicts, the copying known (Dong, Berti-Equille, Srivastava 2009)."""

from collections.abc import Sequence

from provenance.conflicts.pile import Pile
from provenance.model.conflicts import Conflict
from provenance.model.weighing import SideWeight


def weigh_sides(pile: Pile, conflicts: Sequence[Conflict]) -> list[SideWeight]:
    """Weights of all sides, by conflict and side; none for piles smaller than the settings say."""
    return []
