"""Conflicts with their sides and evidence ↔ rows."""

from collections.abc import Sequence

from sqlite_utils import Database

from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Evidence, Level, Scope, Side
from provenance.store.rows import SpanBook, TableRows, Value, read, spans_by_id, unique

_PLAIN = ("title", "why", "subject", "predicate", "scope_key")
_COLUMNS = (
    "key",
    "kind",
    "class",
    "consequence",
    "certainty",
    "severity",
    "scope",
    *_PLAIN,
    "evidence_digest",
)
_SIDE_COLUMNS = ("conflict", "side", "value", "independent_min", "independent_max")
_EVIDENCE_COLUMNS = ("conflict", "side", "position", "source", "span", "field", "quote")


def conflict_rows(conflicts: Sequence[Conflict], spans: SpanBook) -> list[TableRows]:
    """Prepared rows of conflicts; sides and evidence keep their order. Their spans go into `spans`."""
    kept = unique(conflicts, lambda conflict: conflict.key)
    sides: list[tuple[Value, ...]] = []
    evidence: list[tuple[Value, ...]] = []
    for conflict in kept:
        key = conflict.key
        for number, side in enumerate(conflict.sides, 1):
            sides.append((key, number, side.value, side.independent_min, side.independent_max))
            for position, place in enumerate(side.evidence):
                evidence.append((key, number, position, *_evidence_row(place, spans)))
    return [
        TableRows("conflict", _COLUMNS, tuple(_row(conflict) for conflict in kept)),
        TableRows("conflict_side", _SIDE_COLUMNS, tuple(sides)),
        TableRows("conflict_evidence", _EVIDENCE_COLUMNS, tuple(evidence)),
    ]


def load_conflicts(db: Database) -> list[Conflict]:
    """All conflicts in their order, then by key."""
    sides = _load_sides(db)
    query = f"SELECT key, kind, class, consequence, certainty, scope, {', '.join(_PLAIN)} FROM conflict"
    found = [
        Conflict(
            ConflictKind(kind),
            ConflictClass(conflict_class),
            Level(consequence),
            Level(certainty),
            Scope(scope),
            **dict(zip(_PLAIN, plain, strict=True)),
            sides=tuple(sides.get(key, ())),
        )
        for key, kind, conflict_class, consequence, certainty, scope, *plain in read(db, query)
    ]
    return sorted(found, key=lambda conflict: (conflict.order, conflict.key))


def _load_sides(db: Database) -> dict[str, list[Side]]:
    spans = spans_by_id(db, "conflicts")
    evidence: dict[tuple[str, int], list[Evidence]] = {}
    query = """SELECT e.conflict, e.side, e.source, e.span, coalesce(span.quote, e.quote), e.field
        FROM conflict_evidence AS e LEFT JOIN span ON span.id = e.span
        ORDER BY e.conflict, e.side, e.position"""
    for conflict, number, source, span, quote, field in read(db, query):
        place = Evidence(source, None if span is None else spans[span], quote, field)
        evidence.setdefault((conflict, number), []).append(place)
    sides: dict[str, list[Side]] = {}
    query = f"SELECT {', '.join(_SIDE_COLUMNS)} FROM conflict_side ORDER BY conflict, side"
    for conflict, number, value, least, most in read(db, query):
        sides.setdefault(conflict, []).append(
            Side(value, tuple(evidence.get((conflict, number), ())), least, most)
        )
    return sides


def _row(conflict: Conflict) -> tuple[Value, ...]:
    return (
        conflict.key,
        conflict.kind.value,
        conflict.conflict_class.value,
        conflict.consequence.value,
        conflict.certainty.value,
        conflict.severity.value,
        conflict.scope.value,
        *(conflict.title, conflict.why, conflict.subject, conflict.predicate, conflict.scope_key),
        conflict.evidence_digest,
    )


def _evidence_row(place: Evidence, spans: SpanBook) -> tuple[Value, ...]:
    if place.span:
        return place.source_id, spans.add(place.span, place.quote), None, None
    return place.source_id, None, place.field, place.quote
