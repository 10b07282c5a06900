"""Figures that took one another's place while an event was told: a rising toll is no disagreement."""

from attrs import frozen

from provenance.model.keys import make_key
from provenance.model.spans import Span


@frozen(order=True)
class TimelinePoint:
    """One figure. `at`: ISO date as of which it holds; `basis`: what tells that date ("stated", "publication
    date"). `is_stale`: a later text gives a figure that an earlier one had replaced."""

    at: str
    number: float
    value: str
    source_id: str
    span: Span
    quote: str
    basis: str = ""
    is_stale: bool = False


@frozen(order=True)
class Timeline:
    """`subject`, `predicate`: what is counted and what happened to it. `points`: by date, source, place."""

    subject: str
    predicate: str
    unit: str
    scope_key: str
    points: tuple[TimelinePoint, ...]

    @property
    def key(self) -> str:
        """Survives new figures for the same question."""
        return make_key("t", self.subject, self.predicate, self.unit, self.scope_key)
