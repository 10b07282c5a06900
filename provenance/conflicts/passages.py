"""Two short texts on one subject: typed values that fill the same slot and cannot both hold."""

from collections.abc import Sequence

from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import Claim
from provenance.model.conflicts import Conflict
from provenance.model.knowledge import Knowledge
from provenance.model.settings import ConflictSettings


def find_passage_conflicts(
    a: AnnotatedSource,
    b: AnnotatedSource,
    claims: Sequence[Claim],
    knowledge: Knowledge,
    settings: ConflictSettings | None = None,
) -> list[Conflict]:
    """Findings between two short texts that speak of one subject, most severe first."""
    return []
