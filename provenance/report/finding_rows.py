"""Rows of the views `timelines` and `quotations` made from report data."""

from provenance.model.report import ReportData
from provenance.report.rows import Row


def timeline_rows(data: ReportData) -> list[Row]:
    """View `timelines`: one row a figure."""
    paths = {source.id: source.path for source in data.sources}
    return [
        {
            "key": line.key,
            "subject": line.subject,
            "predicate": line.predicate,
            "unit": line.unit,
            "at": point.at,
            "basis": point.basis,
            "value": point.value,
            "number": point.number,
            "is_stale": int(point.is_stale),
            "source": point.source_id,
            "path": paths.get(point.source_id),
            "start": point.span.start,
            "end": point.span.end,
            "quote": point.quote,
        }
        for line in data.timelines
        for point in line.points
    ]


def quotation_rows(data: ReportData) -> list[Row]:
    """View `quotations`: one row a place."""
    paths = {source.id: source.path for source in data.sources}
    return [
        {
            "key": group.key,
            "speaker": group.speaker,
            "words": group.words,
            "variant": use.variant.value,
            "said_by": use.speaker,
            "differs": use.differs,
            "addressee": use.addressee,
            "occasion": use.occasion,
            "source": use.source_id,
            "path": paths.get(use.source_id),
            "start": use.span.start,
            "end": use.span.end,
            "quote": use.quote,
            "claim": use.claim or None,
        }
        for group in data.quotations
        for use in group.uses
    ]
