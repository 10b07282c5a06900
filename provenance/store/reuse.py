"""Fingerprints, near-duplicates, alignments and dependence ↔ rows."""

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from itertools import starmap

from sqlite_utils import Database

from provenance.model.fingerprints import ContainedText, Fingerprint, NearDuplicate
from provenance.model.reuse import (
    Alignment,
    Change,
    ChangeKind,
    Direction,
    DirectionEvidence,
    Lineage,
    PageVersion,
    ReuseKind,
    SourceGroup,
)
from provenance.store.rows import SpanBook, TableRows, Value, read, spans_by_id, unique

_ALIGNMENT_COLUMNS = tuple(
    "key a_span b_span kind grade direction direction_reason direction_confidence evidence upstream"
    " changes".split()
)
_BETWEEN = """WHERE {0} IN (
  SELECT r.key FROM span AS a JOIN alignment AS r ON r.a_span = a.id JOIN span AS b ON b.id = r.b_span
  WHERE a.stage = 'reuse' AND a.source IN (?1, ?2) AND b.source IN (?1, ?2)
)"""
_PASSAGE = struct.Struct(">QII")
_CHANGE_COLUMNS = tuple("kind a_start a_end a_text b_start b_end b_text judgement".split())


def fingerprint_rows(
    fingerprints: Sequence[Fingerprint],
    near: Sequence[NearDuplicate],
    contained: Sequence[ContainedText] = (),
) -> list[TableRows]:
    """Prepared rows of the fingerprint stage."""
    return [
        TableRows(
            "fingerprint",
            ("source", "bytes_sha256", "folded_sha256", "signature", "passages"),
            tuple(_fingerprint_row(one) for one in fingerprints),
        ),
        TableRows(
            "near_duplicate",
            ("key", "a", "b", "resemblance", "containment", "cluster"),
            tuple(
                (n.key, *sorted((n.a, n.b)), float(n.resemblance), float(n.containment), n.cluster)
                for n in unique(near, lambda n: n.key)
            ),
        ),
        TableRows(
            "contained_text",
            ("key", "a", "b", "containment", "resemblance"),
            tuple((c.key, c.inner, c.outer, float(c.containment), float(c.resemblance)) for c in contained),
        ),
    ]


def load_near_duplicates(db: Database) -> list[NearDuplicate]:
    """All pairs, by key of a, then of b."""
    query = "SELECT key, a, b, resemblance, containment, cluster FROM near_duplicate ORDER BY a, b"
    return [NearDuplicate(*row) for row in read(db, query)]


def reuse_rows(
    alignments: Sequence[Alignment],
    groups: Sequence[SourceGroup],
    lineage: Sequence[Lineage],
    texts: Mapping[str, str],
    versions: Sequence[PageVersion] = (),
) -> list[TableRows]:
    """Prepared rows of the reuse stage; `texts`: source id → stored text."""
    kept = unique(alignments, lambda alignment: alignment.key)
    spans = SpanBook("reuse")
    rows = tuple(_alignment_row(alignment, spans, texts) for alignment in kept)
    version_rows = tuple(_version_row(each, spans, texts) for each in versions)
    return [
        spans.rows(),
        TableRows("alignment", _ALIGNMENT_COLUMNS, rows),
        TableRows(
            "change",
            ("alignment", "position", *_CHANGE_COLUMNS),
            tuple(
                (alignment.key, position, *_change_row(change))
                for alignment in kept
                for position, change in enumerate(alignment.changes)
            ),
        ),
        TableRows(
            "source_group",
            ("source", "dependence_group", "counts", "reason"),
            tuple((g.source_id, g.group, int(g.counts), g.reason) for g in groups),
        ),
        TableRows(
            "lineage_link",
            ("parent", "child", "family", "confidence", "reason"),
            tuple(
                (link.parent, link.child, link.family, float(link.confidence), link.reason)
                for link in unique(lineage, lambda link: (link.parent, link.child))
            ),
        ),
        TableRows(
            "page_version",
            ("earlier", "later", "page", "is_ordered", "reason", "notice_span"),
            version_rows,
        ),
    ]


def changes_json(changes: Sequence[Change]) -> str:
    """Changes as a JSON array of objects, in their order."""
    rows = [dict(zip(_CHANGE_COLUMNS, _change_row(change), strict=True)) for change in changes]
    return json.dumps(rows, ensure_ascii=False)


def load_alignments(
    db: Database, *, are_names_judged: bool = True, between: tuple[str, str] | None = None
) -> list[Alignment]:
    """All alignments with their changes, in the order of spans.

    Changes of names have the judgement of the names stage, once it has run, or only that of the reuse stage.
    `between`: only those that have no other sources than these two on their sides.
    """
    spans = spans_by_id(db, "reuse", between)
    only, pair = ("", ()) if between is None else (_BETWEEN, between)
    changes: dict[str, list[Change]] = {}
    columns = ", ".join(_CHANGE_COLUMNS)
    query = f"SELECT alignment, {columns} FROM change {only.format('alignment')} ORDER BY alignment, position"
    for alignment, kind, *place in read(db, query, *pair):
        changes.setdefault(alignment, []).append(Change(ChangeKind(kind), *place))
    if are_names_judged:
        query = f"SELECT alignment, changes FROM judged_changes {only.format('alignment')}"
        for alignment, judged in read(db, query, *pair):
            rows = ([row[column] for column in _CHANGE_COLUMNS] for row in json.loads(judged))
            changes[alignment] = [Change(ChangeKind(kind), *place) for kind, *place in rows]
    query = f"SELECT {', '.join(_ALIGNMENT_COLUMNS[:-1])} FROM alignment {only.format('key')}"
    return sorted(
        Alignment(
            spans[a],
            spans[b],
            ReuseKind(kind),
            grade,
            tuple(changes.get(key, ())),
            Direction(direction),
            reason,
            confidence,
            _read_evidence(evidence),
            upstream,
        )
        for key, a, b, kind, grade, direction, reason, confidence, evidence, upstream in read(
            db, query, *pair
        )
    )


def load_groups(db: Database) -> list[SourceGroup]:
    """All groups, by source."""
    query = "SELECT source, dependence_group, counts, reason FROM source_group ORDER BY source"
    return [SourceGroup(source, group, bool(counts), why) for source, group, counts, why in read(db, query)]


def load_lineage(db: Database) -> list[Lineage]:
    """All links, by family, parent and child."""
    query = "SELECT family, parent, child, confidence, reason FROM lineage_link ORDER BY 1, 2, 3"
    return [Lineage(*row) for row in read(db, query)]


def load_versions(db: Database) -> list[PageVersion]:
    """All pairs of states of one page, by page."""
    spans = spans_by_id(db, "reuse")
    query = "SELECT earlier, later, page, is_ordered, reason, notice_span FROM page_version ORDER BY 3, 1, 2"
    return [
        PageVersion(earlier, later, page, bool(ordered), reason, spans.get(notice))
        for earlier, later, page, ordered, reason, notice in read(db, query)
    ]


def _version_row(version: PageVersion, spans: SpanBook, texts: Mapping[str, str]) -> tuple[Value, ...]:
    notice = version.notice
    return (
        version.earlier,
        version.later,
        version.page,
        int(version.is_ordered),
        version.reason,
        None if notice is None else spans.add(notice, notice.quote(texts[notice.source_id])),
    )


def _read_evidence(stored: str) -> tuple[DirectionEvidence, ...]:
    return tuple(
        DirectionEvidence(Direction(each["towards"]), each["weight"], each["reason"])
        for each in json.loads(stored)
    )


def _fingerprint_row(one: Fingerprint) -> tuple[Value, ...]:
    signature = b"".join(int(value).to_bytes(8, "big") for value in one.signature)
    passages = b"".join(starmap(_PASSAGE.pack, one.passages))
    return one.source_id, one.bytes_sha256, one.folded_sha256, signature, passages


def _alignment_row(alignment: Alignment, spans: SpanBook, texts: Mapping[str, str]) -> tuple[Value, ...]:
    a, b = alignment.a, alignment.b
    return (
        alignment.key,
        spans.add(a, a.quote(texts[a.source_id])),
        spans.add(b, b.quote(texts[b.source_id])),
        alignment.kind.value,
        float(alignment.grade),
        alignment.direction.value,
        alignment.direction_reason,
        float(alignment.direction_confidence),
        json.dumps(
            [
                {"towards": each.towards.value, "weight": each.weight, "reason": each.reason}
                for each in alignment.evidence
            ],
            ensure_ascii=False,
        ),
        alignment.upstream,
        changes_json(alignment.changes),
    )


def _change_row(change: Change) -> Iterator[Value]:
    yield change.kind.value
    yield from (change.a_start, change.a_end, change.a_text, change.b_start, change.b_end, change.b_text)
    yield change.judgement
