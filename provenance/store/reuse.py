"""Fingerprints, near-duplicates, alignments and dependence ↔ rows."""

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from itertools import starmap

from sqlite_utils import Database

from provenance.model.fingerprints import Fingerprint, NearDuplicate
from provenance.model.reuse import (
    Alignment,
    Change,
    ChangeKind,
    Direction,
    Lineage,
    ReuseKind,
    SourceGroup,
)
from provenance.store.rows import SpanBook, TableRows, Value, read, spans_by_id, unique

_PASSAGE = struct.Struct(">QII")
_CHANGE_COLUMNS = tuple("kind a_start a_end a_text b_start b_end b_text".split())


def fingerprint_rows(fingerprints: Sequence[Fingerprint], near: Sequence[NearDuplicate]) -> list[TableRows]:
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
) -> list[TableRows]:
    """Prepared rows of the reuse stage; `texts`: source id → stored text."""
    kept = unique(alignments, lambda alignment: alignment.key)
    spans = SpanBook("reuse")
    rows = tuple(_alignment_row(alignment, spans, texts) for alignment in kept)
    columns = ("key", "a_span", "b_span", "kind", "grade", "direction", "direction_reason", "changes")
    return [
        spans.rows(),
        TableRows("alignment", columns, rows),
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
    ]


def load_alignments(db: Database) -> list[Alignment]:
    """All alignments with their changes, in the order of spans."""
    spans = spans_by_id(db, "reuse")
    changes: dict[str, list[Change]] = {}
    query = f"SELECT alignment, {', '.join(_CHANGE_COLUMNS)} FROM change ORDER BY alignment, position"
    for alignment, kind, *place in read(db, query):
        changes.setdefault(alignment, []).append(Change(ChangeKind(kind), *place))
    query = "SELECT key, a_span, b_span, kind, grade, direction, direction_reason FROM alignment"
    return sorted(
        Alignment(
            spans[a],
            spans[b],
            ReuseKind(kind),
            grade,
            tuple(changes.get(key, ())),
            Direction(direction),
            reason,
        )
        for key, a, b, kind, grade, direction, reason in read(db, query)
    )


def load_groups(db: Database) -> list[SourceGroup]:
    """All groups, by source."""
    query = "SELECT source, dependence_group, counts, reason FROM source_group ORDER BY source"
    return [SourceGroup(source, group, bool(counts), why) for source, group, counts, why in read(db, query)]


def load_lineage(db: Database) -> list[Lineage]:
    """All links, by family, parent and child."""
    query = "SELECT family, parent, child, confidence, reason FROM lineage_link ORDER BY 1, 2, 3"
    return [Lineage(*row) for row in read(db, query)]


def _fingerprint_row(one: Fingerprint) -> tuple[Value, ...]:
    signature = b"".join(int(value).to_bytes(8, "big") for value in one.signature)
    passages = b"".join(starmap(_PASSAGE.pack, one.passages))
    return one.source_id, one.bytes_sha256, one.folded_sha256, signature, passages


def _alignment_row(alignment: Alignment, spans: SpanBook, texts: Mapping[str, str]) -> tuple[Value, ...]:
    a, b = alignment.a, alignment.b
    changes = [dict(zip(_CHANGE_COLUMNS, _change_row(change), strict=True)) for change in alignment.changes]
    return (
        alignment.key,
        spans.add(a, a.quote(texts[a.source_id])),
        spans.add(b, b.quote(texts[b.source_id])),
        alignment.kind.value,
        float(alignment.grade),
        alignment.direction.value,
        alignment.direction_reason,
        json.dumps(changes, ensure_ascii=False),
    )


def _change_row(change: Change) -> Iterator[Value]:
    yield change.kind.value
    yield from (change.a_start, change.a_end, change.a_text, change.b_start, change.b_end, change.b_text)
