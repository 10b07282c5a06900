"""Rows on their way into tables, and the spans that they rest on."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import Factory, define, frozen
from sqlite_utils import Database

from provenance.model.spans import Span

T = TypeVar("T")

Value = str | int | float | bytes | None

STAGE_TABLES: Mapping[str, tuple[str, ...]] = {
    "ingest": (
        "content",
        "block",
        "source",
        "file",
        "place",
        "notice",
        "metadatum",
        "furniture_span",
        "sentence",
    ),
    "fingerprint": (
        "fingerprint",
        "posting_source",
        "posting",
        "posting_index",
        "near_duplicate",
        "contained_text",
        "furniture_span",
        "site_notice",
    ),
    "reuse": ("alignment", "change", "source_group", "lineage_link", "page_version"),
    "names": (
        "entity",
        "variant",
        "mention",
        "name_pair",
        "alias",
        "judged_changes",
        "name_link",
        "name_link_place",
        "name_description",
        "name_rule",
        "name_contradiction",
        "name_spelling",
    ),
    "claims": ("claim", "plugin_note"),
    "conflicts": (
        "conflict",
        "conflict_side",
        "conflict_evidence",
        "timeline",
        "timeline_point",
        "quotation",
        "quotation_use",
        "side_support",
        "side_weight",
        "weighed_source",
        "plugin_note",
    ),
    "report": ("report_file",),
}
"""Whose results stand where; within a stage, a table comes after those that it refers to."""

SHARED_TABLES = frozenset(("furniture_span", "plugin_note"))
"""Tables in which several stages have rows: their column `stage` says whose."""

_SPAN_BITS = 40
"""Room for a stage's spans: ids are the stage's place in STAGE_TABLES, then these bits to count in."""


@frozen
class TableRows:
    """Rows of one table, as prepared outside any transaction.

    `same`: columns whose equal values mean an equal row, which then is not added again.
    """

    table: str
    columns: tuple[str, ...]
    rows: Collection[tuple[Value, ...]]
    same: tuple[str, ...] = ()


@define
class SpanBook:
    """Gives an id to each span of a stage, in the order of first asking. `last`: greatest id in use."""

    stage: str
    last: int = 0
    _ids: dict[Span, int] = Factory(dict)
    _rows: list[tuple[Value, ...]] = Factory(list)

    def add(self, span: Span, quote: str) -> int:
        """The id of `span`, where `quote` stands."""
        if span not in self._ids:
            first = max(self.last, list(STAGE_TABLES).index(self.stage) << _SPAN_BITS)
            self._ids[span] = first + len(self._ids) + 1
            self._rows.append((self._ids[span], self.stage, span.source_id, span.start, span.end, quote))
        return self._ids[span]

    def rows(self) -> TableRows:
        """To be inserted before whatever refers to the spans."""
        columns = ("id", "stage", "source", "start", "end", "quote")
        return TableRows("span", columns, tuple(self._rows))


def insert(db: Database, tables: Iterable[TableRows]) -> None:
    """Add prepared rows, inside a transaction of the caller's."""
    for part in tables:
        if part.rows:
            names = ", ".join(f'"{column}"' for column in part.columns)
            marks = ", ".join("?" * len(part.columns))
            same = f" ON CONFLICT ({', '.join(part.same)}) DO NOTHING" if part.same else ""
            db.conn.executemany(
                f'INSERT INTO "{part.table}" ({names}) VALUES ({marks}){same}',
                part.rows,
            )


def clear_stage(db: Database, stage: str) -> None:
    """Remove a stage's results, its spans, its coverage and its state. Not for ingest: see arrivals."""
    for table in reversed(STAGE_TABLES[stage]):
        if table in SHARED_TABLES:
            db.conn.execute(f'DELETE FROM "{table}" WHERE stage = ?', [stage])
        else:
            db.conn.execute(f'DELETE FROM "{table}"')
    db.conn.execute("DELETE FROM span WHERE stage = ?", [stage])
    forget_stage(db, stage)


def forget_stage(db: Database, stage: str) -> None:
    """From now on, a stage's results are not known to be whole: its coverage and its state go."""
    db.conn.execute("DELETE FROM stage_coverage WHERE stage = ?", [stage])
    db.conn.execute("DELETE FROM stage_state WHERE stage = ?", [stage])


def unique(values: Iterable[T], key: Callable[[T], object]) -> list[T]:
    """The first value of each key, in order."""
    kept: dict[object, T] = {}
    for value in values:
        kept.setdefault(key(value), value)
    return list(kept.values())


def spans_by_id(db: Database, stage: str, sources: Collection[str] | None = None) -> dict[int, Span]:
    """A stage's spans. `sources`: only those in these."""
    query = 'SELECT id, source, start, "end" FROM span WHERE stage = ?'
    if sources is not None:
        query += f" AND source IN ({', '.join('?' * len(sources))})"
    return {row[0]: Span(*row[1:]) for row in db.conn.execute(query, [stage, *(sources or ())])}


def read(db: Database, query: str, *parameters: Value) -> Iterator[tuple[Any, ...]]:
    """Rows of a query with positional parameters."""
    # through map, or closing a generator left behind would close its cursor, perhaps after the database
    yield from map(tuple, db.conn.execute(query, parameters))
