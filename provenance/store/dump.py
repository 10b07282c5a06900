"""The results as sorted lines without times or row ids: two databases say the same if their dumps do."""

import hashlib
import json
from collections.abc import Iterator

from sqlite_utils import Database

from provenance.store.rows import STAGE_TABLES, read

_LEFT_OUT = {
    "content": ("raw",),  # its id is their SHA-256
    "decision": ("at", "hash", "previous_hash"),
}
_NOT_DUMPED = {
    "block",  # the text, for which its SHA-256 stands
    "place",  # where files lie here
    "sentence",  # an index of the text
    "report_file",
}
_SPAN_COLUMNS = {"span", "a_span", "b_span", "name_span", "alias_span"}


def dump(db: Database) -> Iterator[str]:
    """One JSON object a line, sorted within each table."""
    for stage in STAGE_TABLES:
        yield from stage_lines(db, stage)
    yield from _table_lines(db, "decision", {})


def stage_lines(db: Database, stage: str) -> Iterator[str]:
    """The part of the dump that one stage made."""
    query = 'SELECT id, source, start, "end", quote FROM span WHERE stage = ?'
    spans = {row[0]: row[1:] for row in read(db, query, stage)}
    for table in STAGE_TABLES[stage]:
        if table not in _NOT_DUMPED:
            yield from _table_lines(db, table, spans)
    for row in read(
        db, "SELECT language, done, not_done, reason FROM stage_coverage WHERE stage = ? ORDER BY 1", stage
    ):
        yield _line({"table": "coverage", "stage": stage, "row": list(row)})


def stage_digest(db: Database, stage: str) -> str:
    """SHA-256 of a stage's lines."""
    found = hashlib.sha256()
    for line in stage_lines(db, stage):
        found.update(line.encode())
        found.update(b"\n")
    return found.hexdigest()


def _table_lines(db: Database, table: str, spans: dict[int, tuple[object, ...]]) -> Iterator[str]:
    left_out = _LEFT_OUT.get(table, ())
    names = [row[1] for row in read(db, f'PRAGMA table_info("{table}")') if row[1] not in left_out]
    columns = ", ".join(f'"{name}"' for name in names)
    lines = []
    for row in read(db, f'SELECT {columns} FROM "{table}"'):
        values = {
            name: list(spans[value]) if name in _SPAN_COLUMNS and value is not None else _plain(value)
            for name, value in zip(names, row, strict=True)
        }
        lines.append(_line({"table": table, **values}))
    yield from sorted(lines)


def _plain(value: object) -> object:
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value


def _line(values: dict[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False)
