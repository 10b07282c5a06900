"""What SQLite's errors mean to a user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provenance.errors import CannotWrite, Damaged, Locked, NotOurDatabase, ProvenanceError

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT}
_UNWRITABLE = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
}


def meaning(error: sqlite3.Error, path: Path) -> ProvenanceError | None:
    """The error of ours that `error` stands for, or None if it is a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if primary in _BUSY:
        return Locked(f"{path}: the database is locked by another run; try again when that has ended")
    if primary in _DAMAGED:
        return Damaged(
            f"{path}: the database is damaged ({error}); restore a copy or run again into a new one"
        )
    if primary == sqlite3.SQLITE_NOTADB:
        return NotOurDatabase(f"{path}: this is not an SQLite database; name another file with --db")
    if primary in _UNWRITABLE:
        return CannotWrite(
            f"{path}: cannot be read or written ({error}); look at its permissions and the disk"
        )
    if "Could not decode to UTF-8" in str(error):
        return Damaged(
            f"{path}: the database is damaged ({error}); restore a copy or run again into a new one"
        )
    return None


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Inside, SQLite's errors that a user can act on are raised as ours, naming `path`."""
    try:
        yield
    except sqlite3.Error as error:
        ours = meaning(error, path)
        if ours is None:
            raise
        raise ours from error
