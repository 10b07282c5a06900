"""Page furniture ↔ rows: what a reader sees in one page, and what the fingerprints show on many."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from attrs import evolve
from sqlite_utils import Database

from provenance.model.notices import Notice
from provenance.model.sources import Furniture, FurnitureKind
from provenance.model.spans import Span
from provenance.store.rows import SpanBook, TableRows, read, unique

STAGES = ("ingest", "fingerprint")
"""The stages that find furniture, in their order."""
_COLUMNS = ("span", "stage", "kind", "reason")
_FURNITURE = """
SELECT span.source, span.start, span."end", f.kind, f.reason
FROM furniture_span AS f JOIN span ON span.id = f.span
WHERE f.stage IN ({0}) {1}
ORDER BY span.source, span.start, span."end", f.stage DESC
"""


def furniture_rows(
    stage: str, found: Iterable[Furniture], texts: Mapping[str, str], spans: SpanBook | None = None
) -> list[TableRows]:
    """Prepared rows of the furniture that `stage` ("ingest" or "fingerprint") found.

    `texts`: source id → stored text, in which each span is checked. `spans`: the stage's own book, where
    it has other spans beside these and inserts its rows itself, before these; without one, the rows of the
    spans come first in what is returned. The fingerprint stage adds the result to what fingerprint_rows
    gives; while it computes, its own old furniture still stands: load_sources(db, ("ingest",)).
    """
    book = spans if spans is not None else SpanBook(stage)
    rows = tuple(
        (book.add(one.span, one.span.quote(texts[one.span.source_id])), stage, one.kind.value, one.reason)
        for one in unique(sorted(found), lambda one: one.span)
    )
    return [*([] if spans is not None else [book.rows()]), TableRows("furniture_span", _COLUMNS, rows)]


def site_notice_rows(notices: Iterable[tuple[str, Notice]]) -> TableRows:
    """Prepared rows of (source id, notice): what the fingerprint stage finds by a whole site."""
    rows = tuple((source_id, notice.code.value, notice.text) for source_id, notice in sorted(notices))
    return TableRows("site_notice", ("source", "code", "text"), rows)


def iterate_furniture(
    db: Database, stages: Collection[str] = STAGES, source: str | None = None
) -> Iterator[tuple[str, tuple[Furniture, ...]]]:
    """(source id, its furniture by start, none overlapping another) of each source with any, by id.

    Where two stages found overlapping parts, the later part begins where the earlier one ends.
    """
    marks = ", ".join("?" * len(stages))
    query = _FURNITURE.format(marks, "" if source is None else "AND span.source = ?")
    rows = read(db, query, *stages, *([] if source is None else [source]))
    for source_id, parts in groupby(rows, itemgetter(0)):
        yield (
            source_id,
            tuple(
                _apart(
                    Furniture(Span(source_id, start, end), FurnitureKind(kind), reason)
                    for _source, start, end, kind, reason in parts
                )
            ),
        )


def _apart(found: Iterable[Furniture]) -> Iterator[Furniture]:
    at = 0
    for one in found:
        if one.span.end > at:
            yield one if one.span.start >= at else evolve(one, span=evolve(one.span, start=at))
            at = one.span.end
