"""Rows of the public views made from report data: column names and order as in the database."""

from collections.abc import Mapping

from provenance.model.conflicts import Conflict
from provenance.model.report import ReportData
from provenance.model.reuse import Alignment
from provenance.model.sources import Source

Row = dict[str, object]
"""Column name → text, number, None, or a list of the same for `changes`."""


def source_rows(data: ReportData) -> list[Row]:
    """View `sources`, by path."""
    return [_source_row(source) for source in ordered_sources(data)]


def problem_rows(data: ReportData) -> list[Row]:
    """View `source_problems`, by path: one row for each thing noticed, or why a file was not read."""
    return [
        {
            "source": source.id,
            "path": source.path,
            "state": source.state.value,
            "code": notice.code.value,
            "text": notice.text,
        }
        for source in ordered_sources(data)
        for notice in source.notices
    ]


def furniture_rows(data: ReportData) -> list[Row]:
    """View `furniture`, by path and place."""
    return [
        {
            "source": source.id,
            "path": source.path,
            "kind": part.kind.value,
            "start": part.span.start,
            "end": part.span.end,
            "text": part.span.quote(source.text),
            "reason": part.reason,
        }
        for source in ordered_sources(data)
        for part in source.furniture
    ]


def coverage_rows(data: ReportData) -> list[Row]:
    """View `coverage`, by language and stage."""
    columns = ("language", "stage", "done", "not_done", "reason")
    return [{name: getattr(row, name) for name in columns} for row in data.coverage]


def conflict_rows(data: ReportData) -> list[Row]:
    """View `conflicts`: one row a side and evidence, in the order of the findings."""
    paths, states = _paths(data), dict(data.reviews)
    return [row for conflict in data.conflicts for row in _conflict_rows(conflict, paths, states)]


def reused_rows(data: ReportData) -> list[Row]:
    """View `reused_passages`; `changes` is a list of changes, each with kind, offsets and both texts."""
    texts = {source.id: source.text for source in data.sources}
    paths, states = _paths(data), dict(data.reviews)
    return [_reused_row(alignment, texts, paths, states) for alignment in data.alignments]


def duplicate_rows(data: ReportData) -> list[Row]:
    """View `near_duplicates`."""
    paths = _paths(data)
    return [
        {
            "key": near.key,
            "a": near.a,
            "a_path": paths.get(near.a),
            "b": near.b,
            "b_path": paths.get(near.b),
            "resemblance": near.resemblance,
            "containment": near.containment,
            "cluster": near.cluster,
        }
        for near in data.near_duplicates
    ]


def group_rows(data: ReportData) -> list[Row]:
    """View `source_groups`."""
    paths = _paths(data)
    return [
        {
            "source": group.source_id,
            "path": paths.get(group.source_id),
            "dependence_group": group.group,
            "counts": int(group.counts),
            "reason": group.reason,
        }
        for group in data.groups
    ]


def lineage_rows(data: ReportData) -> list[Row]:
    """View `lineage`."""
    columns = ("family", "parent", "child", "confidence", "reason")
    return [{name: getattr(row, name) for name in columns} for row in data.lineage]


def version_rows(data: ReportData) -> list[Row]:
    """Pairs of states of one page; `notice` quotes what the later state says of a change, None if nothing."""
    paths = _paths(data)
    texts = {source.id: source.text for source in data.sources}
    return [
        {
            "earlier": version.earlier,
            "earlier_path": paths.get(version.earlier),
            "later": version.later,
            "later_path": paths.get(version.later),
            "page": version.page,
            "is_ordered": int(version.is_ordered),
            "reason": version.reason,
            "notice": version.notice.quote(texts.get(version.notice.source_id, ""))
            if version.notice
            else None,
            "notice_source": version.notice.source_id if version.notice else None,
            "notice_start": version.notice.start if version.notice else None,
            "notice_end": version.notice.end if version.notice else None,
        }
        for version in data.versions
    ]


def variant_rows(data: ReportData) -> list[Row]:
    """View `name_variants`."""
    states = dict(data.reviews)
    return [
        {
            "key": variant.key,
            "entity": entity.key,
            "name": entity.name,
            "kind": variant.kind.value,
            "variant": variant.text,
            "mentions": len(variant.mentions),
            "sources": len({span.source_id for span in variant.mentions}),
            "score": variant.score,
            "reason": variant.reason,
            "review": states.get(variant.key, "open"),
        }
        for entity in data.entities
        for variant in entity.variants
    ]


def pair_rows(data: ReportData) -> list[Row]:
    """View `name_pairs`."""
    states = dict(data.reviews)
    return [
        {
            "key": pair.key,
            "a": pair.a,
            "b": pair.b,
            "kind": pair.kind.value,
            "score": pair.score,
            "verdict": pair.verdict.value,
            "reason": pair.reason,
            "review": states.get(pair.key, "open"),
        }
        for pair in data.pairs
    ]


def claim_rows(data: ReportData) -> list[Row]:
    """View `claims`."""
    paths = _paths(data)
    return [
        {
            "key": claim.key,
            "kind": claim.kind.value,
            "subject": claim.subject,
            "predicate": claim.predicate,
            "value": claim.value,
            "number": claim.number,
            "unit": claim.unit,
            "valid_from": claim.valid_from,
            "valid_to": claim.valid_to,
            "speaker": claim.speaker,
            "voice": claim.voice.value,
            "hedge": claim.hedge.value,
            "source": claim.source_id,
            "path": paths.get(claim.source_id),
            "start": claim.span.start if claim.span else None,
            "end": claim.span.end if claim.span else None,
            "quote": claim.quote,
            "field": claim.field,
            "scope": claim.scope,
            "wording": claim.wording,
            "polarity": claim.polarity.value,
            "modality": claim.modality.value,
            "condition": claim.condition,
            "valid_basis": claim.valid_basis,
            "addressee": claim.addressee,
            "occasion": claim.occasion,
        }
        for claim in data.claims
    ]


def ordered_sources(data: ReportData) -> list[Source]:
    """By path, as a reader looks them up; equal paths by id."""
    return sorted(data.sources, key=lambda source: (source.path, source.id))


def _paths(data: ReportData) -> dict[str, str]:
    return {source.id: source.path for source in data.sources}


def _source_row(source: Source) -> Row:
    published = source.first("published")
    return {
        "key": source.id,
        "path": source.path,
        "url": source.value("url"),
        "canonical_url": source.value("canonical_url"),
        "title": source.value("title"),
        "author": source.value("author"),
        "publisher": source.value("publisher"),
        "published": source.value("published"),
        "published_basis": published.basis.value if published else "unknown",
        "published_earliest": published.earliest if published else None,
        "published_latest": published.latest if published else None,
        "modified": source.value("modified"),
        "captured_at": source.value("captured_at"),
        "version_of": source.value("version_of"),
        "media_type": source.media_type,
        "language": source.language,
        "characters": len(source.text) if source.is_readable else None,
        "sha256": source.content_id,
        "state": source.state.value,
        "problem": source.problem,
    }


def _conflict_rows(conflict: Conflict, paths: Mapping[str, str], states: Mapping[str, str]) -> list[Row]:
    return [
        {
            "key": conflict.key,
            "kind": conflict.kind.value,
            "severity": conflict.severity.value,
            "severity_rank": conflict.severity.rank,
            "scope": conflict.scope.value,
            "title": conflict.title,
            "why": conflict.why,
            "side": number,
            "value": side.value,
            "source": evidence.source_id,
            "path": paths.get(evidence.source_id),
            "start": evidence.span.start if evidence.span else None,
            "end": evidence.span.end if evidence.span else None,
            "quote": evidence.quote,
            "independent_min": side.independent_min,
            "independent_max": side.independent_max,
            "class": conflict.conflict_class.value,
            "consequence": conflict.consequence.value,
            "certainty": conflict.certainty.value,
            "review": states.get(conflict.key, "open"),
            "field": evidence.field,
        }
        for number, side in enumerate(conflict.sides, start=1)
        for evidence in side.evidence
    ]


def _reused_row(
    alignment: Alignment, texts: Mapping[str, str], paths: Mapping[str, str], states: Mapping[str, str]
) -> Row:
    row: Row = {
        "key": alignment.key,
        "kind": alignment.kind.value,
        "similarity": alignment.grade,
        "direction": alignment.direction.value,
        "direction_reason": alignment.direction_reason,
    }
    for name, span in (("a", alignment.a), ("b", alignment.b)):
        row[name] = span.source_id
        row[f"{name}_path"] = paths.get(span.source_id)
        row[f"{name}_start"] = span.start
        row[f"{name}_end"] = span.end
        row[f"{name}_text"] = span.quote(texts.get(span.source_id, ""))
    columns = ("a_start", "a_end", "a_text", "b_start", "b_end", "b_text", "judgement")
    row["changes"] = [
        {"kind": change.kind.value} | {name: getattr(change, name) for name in columns}
        for change in alignment.changes
    ]
    row["review"] = states.get(alignment.key, "open")
    row["direction_confidence"] = alignment.direction_confidence
    row["evidence"] = [
        {"towards": each.towards.value, "weight": each.weight, "reason": each.reason}
        for each in alignment.evidence
    ]
    row["upstream"] = alignment.upstream
    return row
