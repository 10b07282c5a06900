"""Is SQLite here what a database of ours needs?"""

import sqlite3

from sqlite_utils import Database

from provenance.store.migrations import SCHEMA_VERSION
from provenance.store.rows import read

LEAST_SQLITE = (3, 37)
"""The first version with STRICT tables."""

Finding = tuple[str, str, bool]
"""What was looked at, what was found, whether that is good."""


def check_sqlite() -> list[Finding]:
    """Of the SQLite library itself."""
    memory = sqlite3.connect(":memory:")
    try:
        options = {row[0] for row in memory.execute("PRAGMA compile_options")}
    finally:
        memory.close()
    version = tuple(int(part) for part in sqlite3.sqlite_version.split("."))
    return [
        ("SQLite", f"{sqlite3.sqlite_version} (3.37 or newer is needed)", version >= LEAST_SQLITE),
        (
            "full text search (FTS5)",
            "there" if "ENABLE_FTS5" in options else "missing",
            "ENABLE_FTS5" in options,
        ),
    ]


def check_database(db: Database) -> list[Finding]:
    """Of one open database: its promises against power cuts and broken references."""
    (journal,) = next(read(db, "PRAGMA journal_mode"))
    (synchronous,) = next(read(db, "PRAGMA synchronous"))
    (foreign_keys,) = next(read(db, "PRAGMA foreign_keys"))
    (version,) = next(read(db, "PRAGMA user_version"))
    return [
        ("schema version", str(version), version == SCHEMA_VERSION),
        ("journal mode", str(journal), journal == "delete"),
        ("synchronous", {3: "EXTRA"}.get(synchronous, str(synchronous)), synchronous == 3),
        ("foreign keys", "on" if foreign_keys else "off", bool(foreign_keys)),
    ]
