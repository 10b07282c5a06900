"""The schema as numbered steps, applied in one transaction."""

import sqlite3
from collections.abc import Callable, Iterator
from importlib.resources import files

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x50524F56
"""Marks a file as ours: "PROV" in ASCII."""

STEPS = (
    "m001_sources",
    "m002_reuse",
    "m003_names",
    "m004_claims",
    "m005_conflicts",
    "m006_runs",
    "m007_decisions",
    "m008_views",
)
"""In the order of their making. A released step is never edited."""

SCHEMA_VERSION = len(STEPS)
"""Kept as user_version: how many steps the file has."""

_HEADER = """\
-- The schema of a provenance database, written by `provenance schema > db/schema.sql`: do not edit.
PRAGMA application_id = {application_id};
PRAGMA user_version = {version};
"""

_OBJECTS = """
SELECT type, name, tbl_name, sql FROM sqlite_schema
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_sqlite\\_%' ESCAPE '\\'
  AND name NOT LIKE 'idx\\__sqlite\\_%' ESCAPE '\\' AND name NOT GLOB 'sentence_fts_*'
ORDER BY rowid
"""


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script one by one (executescript would commit what is open)."""
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered.strip()
            gathered = ""
    if gathered.strip():
        yield gathered.strip()


def migrate(db: Database) -> None:
    """Bring `db` to SCHEMA_VERSION, all or nothing; does nothing where it is there already."""
    with db.atomic():
        _migrations().apply(db)
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def objects(connection: sqlite3.Connection) -> list[tuple[str, str, str, str]]:
    """(type, name, table, SQL) of every object of ours, in the order of making."""
    return [tuple(row) for row in connection.execute(_OBJECTS)]


def expected_objects() -> list[tuple[str, str, str, str]]:
    """The objects that a database of this version holds."""
    db = Database(memory=True, execute_plugins=False)
    try:
        migrate(db)
        return objects(db.conn)
    finally:
        db.close()


def schema_text() -> str:
    """The whole schema as an SQL script, as db/schema.sql holds it, without the last line's end."""
    header = _HEADER.format(application_id=APPLICATION_ID, version=SCHEMA_VERSION)
    return header + "\n".join(f"\n{sql};" for _type, _name, _table, sql in expected_objects())


def _migrations() -> Migrations:
    migrations = Migrations("provenance")
    for name in STEPS:
        migrations(name=name)(_step(name))
    return migrations


def _step(name: str) -> Callable[[Database], None]:
    def apply(db: Database) -> None:
        script = files("provenance.store.steps").joinpath(f"{name}.sql").read_text(encoding="utf-8")
        for statement in statements(script):
            db.conn.execute(statement)

    return apply
