"""The same statement of one speaker in several places, aligned."""

from provenance.conflicts.pile import Pile
from provenance.model.quotations import QuotationGroup


def align_quotations(pile: Pile) -> list[QuotationGroup]:
    """Quotations that stand in two places at least, by key."""
    return []
