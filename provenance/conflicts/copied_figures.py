"""Figures that stand where one text copies another: the changed copy is the finding there."""

from provenance.conflicts.changes import are_changed_in_copy
from provenance.conflicts.courses import Succession
from provenance.conflicts.independence import Place, altered_direction
from provenance.conflicts.measures import Measure
from provenance.conflicts.pile import Pile
from provenance.model.claims import ClaimKind
from provenance.model.reuse import Direction
from provenance.model.spans import Span

_MOST_REPEATED = 5
"""Places of a text with one figure that are looked up among the changes of copies."""


def is_altered(pile: Pile, found: Measure) -> bool:
    """Does the figure stand where a copied passage was altered? It answers no question of its own."""
    place = Place(found.claim.source_id, found.claim.span)
    return altered_direction(pile, place) is Direction.A_TO_B


def is_told_of_copies(pile: Pile, a: Measure, b: Measure) -> bool:
    """Do the figures stand against each other in a copied passage, there or where their texts repeat them?
    Then the changed copy, or the changed page, is the finding: a headline is no witness beside its story."""
    return any(
        are_changed_in_copy(pile, one, two) for one in _repeated(pile, a) for two in _repeated(pile, b)
    )


def is_of_copies(pile: Pile, found: Succession) -> bool:
    """Is one figure of the two an altered copy's, or what a copy has instead of the other?"""
    a, b = found.earlier, found.later
    return is_altered(pile, a) or is_altered(pile, b) or is_told_of_copies(pile, a, b)


def _repeated(pile: Pile, found: Measure) -> list[Span]:
    """Where the text has the figure, its own place first."""
    claim = found.claim
    others = [
        each.span
        for each in pile.claims_in(claim.source_id, ClaimKind.QUANTITY)
        if each.span is not None and (each.number, each.unit) == (claim.number, claim.unit)
    ]
    own = [claim.span] if claim.span is not None else []
    return list(dict.fromkeys([*own, *others[:_MOST_REPEATED]]))
