"""Questions in SQL: read-only, within limits of time and size, by their text or by a saved name."""

import re
import sqlite3
import time
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from provenance.errors import QueryRefused
from provenance.store.connection import open_for_queries
from provenance.store.failures import translated

SECONDS = 5.0
"""Longest time for one query."""
ROWS = 100_000
"""Most rows that one query may give."""
_LENGTH = 50_000_000
"""Longest value in bytes: more than the largest file that is read."""
_STEPS = 10_000
"""Steps of SQLite's machine between two looks at the clock."""
_PRAGMAS = {
    "table_info",
    "table_xinfo",
    "table_list",
    "index_list",
    "index_info",
    "foreign_key_list",
    "data_version",
}
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
_FORBIDDEN_FUNCTIONS = {"load_extension", "fts3_tokenizer", "edit", "writefile", "readfile"}
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,99}")


def ask(
    database: Path, question: str, parameters: Mapping[str, str] | None = None, seconds: float = SECONDS
) -> tuple[list[str], list[tuple[object, ...]]]:
    """(column names, rows) of a SELECT, or of the saved question of that name.

    QueryRefused if it writes, fails, names nothing, takes too long or gives too much.
    """
    query = find_question(database, question) if _NAME.fullmatch(question.strip()) else question
    connection = open_for_queries(database)
    try:
        _limit(connection, seconds)
        with translated(database):
            return _run(connection, query, parameters or {}, seconds)
    finally:
        connection.close()


def find_question(database: Path, name: str) -> str:
    """SQL of a saved question: in `queries` beside the database first, then the package's own."""
    name = name.strip()
    folder = database.absolute().parent / "queries"
    own = folder / f"{name}.sql"
    try:
        if own.is_file():
            return own.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{own}: cannot be read ({error})"
        raise QueryRefused(message) from error
    packaged = files("provenance.store.queries").joinpath(f"{name}.sql")
    if not packaged.is_file():
        names = ", ".join(sorted(saved_questions(database)))
        message = f"no saved question called {name}; there are {names}; or give a whole SELECT"
        raise QueryRefused(message)
    return packaged.read_text(encoding="utf-8")


def saved_questions(database: Path) -> dict[str, str]:
    """Name → first comment line of every saved question (/* … */: sqlite-utils takes -- for an option)."""
    folder = database.absolute().parent / "queries"
    own = sorted(folder.glob("*.sql")) if folder.is_dir() else []
    packaged = [one for one in files("provenance.store.queries").iterdir() if one.name.endswith(".sql")]
    names = {one.name.removesuffix(".sql") for one in (*packaged, *own)}
    return {name: find_question(database, name).partition("\n")[0].strip("-/* ") for name in sorted(names)}


def _limit(connection: sqlite3.Connection, seconds: float) -> None:
    connection.execute("SELECT rowid FROM sentence_fts LIMIT 0").fetchall()  # set up while it still may
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LENGTH)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.set_authorizer(_authorize)
    deadline = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)


def _authorize(
    action: int, first: str | None, second: str | None, _db: str | None, _inner: str | None
) -> int:
    is_read = action in _ALLOWED
    is_function = action == sqlite3.SQLITE_FUNCTION and (second or "").lower() not in _FORBIDDEN_FUNCTIONS
    is_pragma = action == sqlite3.SQLITE_PRAGMA and (first or "").lower() in _PRAGMAS
    return sqlite3.SQLITE_OK if is_read or is_function or is_pragma else sqlite3.SQLITE_DENY


def _run(
    connection: sqlite3.Connection, query: str, parameters: Mapping[str, str], seconds: float
) -> tuple[list[str], list[tuple[object, ...]]]:
    try:
        cursor = connection.execute(query, dict(parameters))
        rows = cursor.fetchmany(ROWS + 1)
    except (sqlite3.Error, sqlite3.Warning, UnicodeEncodeError, OverflowError) as error:
        raise _refusal(error, seconds) from error
    if cursor.description is None:
        message = "the query gives no table: only SELECT is answered, nothing is changed"
        raise QueryRefused(message)
    if len(rows) > ROWS:
        message = f"the query gives more than {ROWS:,} rows; add LIMIT"
        raise QueryRefused(message)
    return [str(column[0]) for column in cursor.description], [tuple(row) for row in rows]


def _refusal(error: Exception, seconds: float) -> Exception:
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_INTERRUPT:
        return QueryRefused(f"the query takes longer than {seconds:g} seconds; narrow it down")
    if code in (sqlite3.SQLITE_AUTH, sqlite3.SQLITE_READONLY):
        return QueryRefused(f"the query is refused ({error}): the database is only read here")
    if code is not None and code & 0xFF in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_NOTADB,
    ):
        return error
    if "binding parameter" in str(error):
        return QueryRefused(f"the question wants a value ({error}); give it with -p NAME VALUE")
    return QueryRefused(f"the query cannot be run: {error}")
