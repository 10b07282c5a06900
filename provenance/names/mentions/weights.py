"""Evidence by kind: a weight for a person, an organisation, a place, an event and anything else."""

from collections.abc import Sequence

from provenance.model.names import EntityKind

Evidence = list[float]
"""A weight for each kind, in the order of KINDS."""
Weights = Sequence[float]
"""The same where nothing is added: Python's sweeps for cycles leave out tuples of numbers."""
KINDS = (
    EntityKind.PERSON,
    EntityKind.ORGANIZATION,
    EntityKind.PLACE,
    EntityKind.EVENT,
    EntityKind.OTHER,
)
PERSON, ORGANIZATION, PLACE, EVENT, OTHER = range(len(KINDS))
NAMED = (PERSON, ORGANIZATION, PLACE)
"""Kinds by their places in KINDS, as all weighing names them."""


def no_evidence() -> Evidence:
    """Weights by kind, all 0."""
    return [0.0] * len(KINDS)
