"""Timelines, aligned quotations, support and weights of sides ↔ rows."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from sqlite_utils import Database

from provenance.model.findings import Findings
from provenance.model.quotations import QuotationGroup, QuotationUse, Variant
from provenance.model.timelines import Timeline, TimelinePoint
from provenance.model.weighing import SideWeight, WeighedSource
from provenance.store.conflicts import conflict_rows
from provenance.store.rows import SpanBook, TableRows, Value, read, spans_by_id, unique

_POINT = ("timeline", "position", "at", "basis", "number", "value", "source", "span", "is_stale")
_USE = (
    *("quotation", "position", "source", "span", "variant", "claim"),
    *("speaker", "differs", "addressee", "occasion"),
)
_SUPPORT = ("conflict", "side", "position", "source", "counts", "reason", "other")
_WEIGHED = ("conflict", "side", "position", "source", "accuracy", "independence", "vote")


def finding_rows(findings: Findings, claims: AbstractSet[str]) -> list[TableRows]:
    """Prepared rows of the conflicts stage; `claims`: keys of the claims that can be referred to."""
    spans = SpanBook("conflicts")
    rows = [
        *conflict_rows(findings.conflicts, spans),
        *_timeline_rows(findings.timelines, spans),
        *_quotation_rows(findings.quotations, spans, claims),
        _support_rows(findings),
        *_weight_rows(findings.weights),
    ]
    return [spans.rows(), *rows]


def load_timelines(db: Database) -> list[Timeline]:
    """All timelines, by subject, predicate, unit and key, with their points in order."""
    spans = spans_by_id(db, "conflicts")
    points: dict[str, list[TimelinePoint]] = {}
    query = """SELECT p.timeline, p.at, p.number, p.value, p.source, p.span, span.quote, p.basis, p.is_stale
        FROM timeline_point AS p JOIN span ON span.id = p.span ORDER BY p.timeline, p.position"""
    for key, at, number, value, source, span, quote, basis, is_stale in read(db, query):
        point = TimelinePoint(at, number, value, source, spans[span], quote, basis, bool(is_stale))
        points.setdefault(key, []).append(point)
    query = "SELECT key, subject, predicate, unit, scope_key FROM timeline ORDER BY 2, 3, 4, 1"
    return [
        Timeline(subject, predicate, unit, scope_key, tuple(points.get(key, ())))
        for key, subject, predicate, unit, scope_key in read(db, query)
    ]


def load_quotations(db: Database) -> list[QuotationGroup]:
    """All aligned quotations, by speaker, words and key, the fullest use of each first."""
    spans = spans_by_id(db, "conflicts")
    uses: dict[str, list[QuotationUse]] = {}
    query = """SELECT u.quotation, u.source, u.span, span.quote, u.variant, u.claim, u.speaker, u.differs,
        u.addressee, u.occasion
        FROM quotation_use AS u JOIN span ON span.id = u.span ORDER BY u.quotation, u.position"""
    for key, source, span, quote, variant, claim, *said in read(db, query):
        use = QuotationUse(source, spans[span], quote, Variant(variant), claim or "", *said)
        uses.setdefault(key, []).append(use)
    query = "SELECT key, speaker, words FROM quotation ORDER BY 2, 3, 1"
    return [
        QuotationGroup(speaker, words, tuple(uses.get(key, ()))) for key, speaker, words in read(db, query)
    ]


def load_weights(db: Database) -> list[SideWeight]:
    """All weights, by conflict and side."""
    sources: dict[tuple[str, int], list[WeighedSource]] = {}
    query = f"SELECT {', '.join(_WEIGHED)} FROM weighed_source ORDER BY conflict, side, position"
    for conflict, side, _position, *weighed in read(db, query):
        sources.setdefault((conflict, side), []).append(WeighedSource(*weighed))
    query = "SELECT conflict, side, total, share FROM side_weight ORDER BY conflict, side"
    return [
        SideWeight(conflict, side, total, share, tuple(sources.get((conflict, side), ())))
        for conflict, side, total, share in read(db, query)
    ]


def _timeline_rows(timelines: Sequence[Timeline], spans: SpanBook) -> list[TableRows]:
    heads: list[tuple[Value, ...]] = []
    points: list[tuple[Value, ...]] = []
    for one in unique(timelines, lambda timeline: timeline.key):
        heads.append((one.key, one.subject, one.predicate, one.unit, one.scope_key))
        for position, p in enumerate(one.points):
            place = (p.source_id, spans.add(p.span, p.quote), int(p.is_stale))
            points.append((one.key, position, p.at, p.basis, float(p.number), p.value, *place))
    columns = ("key", "subject", "predicate", "unit", "scope_key")
    return [TableRows("timeline", columns, tuple(heads)), TableRows("timeline_point", _POINT, tuple(points))]


def _quotation_rows(
    groups: Sequence[QuotationGroup], spans: SpanBook, claims: AbstractSet[str]
) -> list[TableRows]:
    heads: list[tuple[Value, ...]] = []
    uses: list[tuple[Value, ...]] = []
    for group in unique(groups, lambda group: group.key):
        heads.append((group.key, group.speaker, group.words))
        for position, use in enumerate(group.uses):
            place = (use.source_id, spans.add(use.span, use.quote), use.variant.value)
            claim = use.claim if use.claim in claims else None
            said = (use.speaker, use.differs, use.addressee, use.occasion)
            uses.append((group.key, position, *place, claim, *said))
    columns = ("key", "speaker", "words")
    return [TableRows("quotation", columns, tuple(heads)), TableRows("quotation_use", _USE, tuple(uses))]


def _support_rows(findings: Findings) -> TableRows:
    """Of the conflicts that are there: a plugin may have dropped some."""
    sides = {conflict.key: len(conflict.sides) for conflict in findings.conflicts}
    rows: list[tuple[Value, ...]] = []
    for one in findings.support:
        for position, x in enumerate(one.sources if one.side <= sides.get(one.conflict, 0) else ()):
            told = (x.source_id, x.counts.value, x.reason, x.other or None)
            rows.append((one.conflict, one.side, position, *told))
    return TableRows("side_support", _SUPPORT, tuple(rows))


def _weight_rows(weights: Sequence[SideWeight]) -> list[TableRows]:
    sides: list[tuple[Value, ...]] = []
    weighed: list[tuple[Value, ...]] = []
    for one in weights:
        sides.append((one.conflict, one.side, one.total, one.share))
        for position, x in enumerate(one.sources):
            figures = (x.accuracy, x.independence, x.vote)
            weighed.append((one.conflict, one.side, position, x.source_id, *figures))
    columns = ("conflict", "side", "total", "share")
    return [
        TableRows("side_weight", columns, tuple(sides)),
        TableRows("weighed_source", _WEIGHED, tuple(weighed)),
    ]
