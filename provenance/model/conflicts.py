"""Findings: places that disagree, or one that cannot be right."""

from enum import StrEnum

from attrs import field as attribute
from attrs import frozen

from provenance.model.keys import digest, make_key
from provenance.model.ordering import none_first
from provenance.model.spans import Span


class ConflictKind(StrEnum):
    """One file of the conflicts subject for each."""

    WEEKDAY_DATE = "weekday_date"
    IMPOSSIBLE_DATE = "impossible_date"
    DATE_ORDER = "date_order"
    QUANTITY = "quantity"
    ARITHMETIC = "arithmetic"
    ROLE = "role"
    EVENT_DATE = "event_date"
    ATTRIBUTION = "attribution"
    EDITED_COPY = "edited_copy"
    ALIAS_SELF = "alias_self"
    ALIAS_CONFLICT = "alias_conflict"
    NAME_VARIANT = "name_variant"
    MEMBERSHIP = "membership"
    STATUS = "status"
    LOCATION = "location"
    CONTROL = "control"
    KINSHIP = "kinship"
    WORDING = "wording"
    PARAPHRASE = "paraphrase"
    OPPOSED = "opposed"
    CONDITION = "condition"
    HEADLINE = "headline"
    STALE_FIGURE = "stale_figure"
    METADATA = "metadata"
    DESCRIPTION = "description"
    PAGE_VERSION = "page_version"


class ConflictClass(StrEnum):
    """Who disagrees. Only the first may be called a contradiction."""

    SOURCES_DIFFER = "sources differ"
    PEOPLE_DIFFER = "people quoted differ"
    CHANGED_IN_REUSE = "changed in reuse"
    INSIDE_ONE_TEXT = "inside one text"
    PAGE_DATA = "page data"
    SPELLING = "spelling"


class Level(StrEnum):
    """Of consequence, certainty and severity."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """1 for high, 3 for low."""
        return list(Level).index(self) + 1


class Scope(StrEnum):
    """How far a finding reaches."""

    WITHIN = "within"  # one source
    BETWEEN = "between"  # two or more sources


SEVERITY = {
    (Level.HIGH, Level.HIGH): Level.HIGH,
    (Level.HIGH, Level.MEDIUM): Level.MEDIUM,
    (Level.HIGH, Level.LOW): Level.LOW,
    (Level.MEDIUM, Level.HIGH): Level.MEDIUM,
    (Level.MEDIUM, Level.MEDIUM): Level.MEDIUM,
    (Level.MEDIUM, Level.LOW): Level.LOW,
    (Level.LOW, Level.HIGH): Level.LOW,
    (Level.LOW, Level.MEDIUM): Level.LOW,
    (Level.LOW, Level.LOW): Level.LOW,
}
"""(consequence, certainty) → severity: never above the consequence, lowered where we are not certain."""


@frozen(order=True)
class Evidence:
    """One place that shows a side's value. `span` is None where `field` names a stored field instead."""

    source_id: str
    span: Span | None = attribute(order=none_first)
    quote: str
    field: str | None = attribute(default=None, order=none_first)


@frozen(order=True)
class Side:
    """One value, who shows it, and how many independent sources that is, as a range (0 is possible:
    an altered copy is no witness for what it changed)."""

    value: str
    evidence: tuple[Evidence, ...]
    independent_min: int = 1
    independent_max: int = 1


@frozen(order=True)
class Conflict:
    """A finding. `subject`, `predicate`, `scope_key` with the kind make its key, never the evidence.

    `why`: full sentences for a reader, with what the finding rests on. One side if one place is wrong in
    itself, at least two if places differ.
    """

    kind: ConflictKind
    conflict_class: ConflictClass
    consequence: Level
    certainty: Level
    scope: Scope
    title: str
    why: str
    subject: str
    predicate: str
    scope_key: str
    sides: tuple[Side, ...]

    @property
    def severity(self) -> Level:
        """From consequence and certainty, by the table SEVERITY."""
        return SEVERITY[self.consequence, self.certainty]

    @property
    def order(self) -> tuple[int, ...]:
        """Least first: spellings last of all; by severity, consequence, certainty; what was changed in reuse
        before all else; what touches more sources first. Ties are for the key."""
        touched = {place.source_id for side in self.sides for place in side.evidence}
        return (
            int(self.conflict_class is ConflictClass.SPELLING),
            self.severity.rank,
            self.consequence.rank,
            self.certainty.rank,
            int(self.conflict_class is not ConflictClass.CHANGED_IN_REUSE),
            -len(touched),
        )

    @property
    def key(self) -> str:
        """Survives new evidence for the same question."""
        return make_key("k", self.kind.value, self.subject, self.predicate, self.scope_key)

    @property
    def evidence_digest(self) -> str:
        """Changes when the evidence does: a decision made on other evidence is stale."""
        rows = [
            [
                side.value,
                e.source_id,
                e.span.start if e.span else None,
                e.span.end if e.span else None,
                e.quote,
            ]
            for side in self.sides
            for e in side.evidence
        ]
        return digest(rows)
