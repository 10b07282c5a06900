"""The results as sorted lines without times or row ids: two databases say the same if their dumps do."""

import hashlib
import json
from collections.abc import Iterator

from sqlite_utils import Database

from provenance.store.rows import SHARED_TABLES, STAGE_TABLES, read

_LEFT_OUT = {
    "content": ("key", "raw"),  # made of the other columns; its SHA-256 stands for it
    "source": ("content",),
    "furniture_span": ("stage",),
    "decision": ("at", "hash", "previous_hash"),
}
_NOT_DUMPED = {
    "block",  # the text, for which its SHA-256 stands
    "file",  # where files lie here
    "place",
    "sentence",  # an index of the text
    "posting",  # an index of fingerprint.passages
    "posting_source",
    "posting_index",
    "report_file",
}
_SPAN_COLUMNS = {"span", "a_span", "b_span", "name_span", "alias_span", "antecedent"}
_SPAN = ("source", "start", "end", "quote")
_CONTENT = ("sha256", "media_type", "encoding", "extractor", "text_sha256")
"""What a source's content is known by."""


def dump(db: Database) -> Iterator[str]:
    """One JSON object a line, each table in the order of its columns."""
    for stage in STAGE_TABLES:
        yield from stage_lines(db, stage)
    yield from _table_lines(db, "decision")


def stage_lines(db: Database, stage: str) -> Iterator[str]:
    """The part of the dump that one stage made, line by line: memory does not grow with it."""
    for table in STAGE_TABLES[stage]:
        if table not in _NOT_DUMPED:
            yield from _table_lines(db, table, stage if table in SHARED_TABLES else None)
    query = "SELECT language, done, not_done, reason FROM stage_coverage WHERE stage = ? ORDER BY 1"
    for row in read(db, query, stage):
        yield _line({"table": "coverage", "stage": stage, "row": list(row)})


def stage_digest(db: Database, stage: str) -> str:
    """SHA-256 of a stage's lines."""
    found = hashlib.sha256()
    for line in stage_lines(db, stage):
        found.update(line.encode())
        found.update(b"\n")
    return found.hexdigest()


def _table_lines(db: Database, table: str, stage: str | None = None) -> Iterator[str]:
    """A line a row; spans, and the content of a source, by what they say and not by their id."""
    left_out = _LEFT_OUT.get(table, ())
    names = [row[1] for row in read(db, f'PRAGMA table_info("{table}")') if row[1] not in left_out]
    columns: list[tuple[str, str, tuple[str, ...]]] = []  # name in the line, table joined to, its columns
    joins = []
    for name in names:
        if name in _SPAN_COLUMNS:
            columns.append((name, f"{name}_of", _SPAN))
            joins.append(f'LEFT JOIN span AS "{name}_of" ON "{name}_of".id = "{table}"."{name}"')
        else:
            columns.append((name, table, (name,)))
    if table == "source":
        columns.append(("content", "content", _CONTENT))
        joins.append("LEFT JOIN content ON content.key = source.content")
    selected = ", ".join(f'"{of}"."{inner}"' for _name, of, inners in columns for inner in inners)
    where = f'WHERE "{table}".stage = ?' if stage else ""
    order = ", ".join(str(1 + n) for n in range(sum(len(inners) for *_, inners in columns)))
    query = f'SELECT {selected} FROM "{table}" {" ".join(joins)} {where} ORDER BY {order}'
    for row in read(db, query, *([stage] if stage else [])):
        values: dict[str, object] = {"table": table}
        at = iter(row)
        for name, of, inners in columns:
            found = [_plain(next(at)) for _ in inners]
            is_one = of == table
            values[name] = found[0] if is_one else None if found[0] is None else found
        yield _line(values)


def _plain(value: object) -> object:
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value


def _line(values: dict[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False)
