"""Opening a database: the only place that does, so that every connection keeps the same promises."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from provenance.errors import CannotWrite, Damaged, NoSuchDatabase, NotOurDatabase
from provenance.store.failures import translated
from provenance.store.locking import run_lock
from provenance.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate

BUSY_SECONDS = 30.0
"""How long to wait for another writer's short transaction before giving up."""

_MAGIC = b"SQLite format 3\x00"


def open_database(
    path: Path, *, create: bool = True, read_only: bool = False, busy_seconds: float = BUSY_SECONDS
) -> Database:
    """A connection to the database at `path`, made and migrated where needed and allowed.

    NoSuchDatabase if there is none and it is not to be created; NotOurDatabase for another program's
    file or a newer version's; Damaged, Locked and CannotWrite as they say. A file that was not there is
    made whole under another name first, so that no half-made or empty one is ever left in its place.
    """
    if not path.exists():
        if read_only or not create:
            message = f"{path}: no such database; `provenance run FOLDER` makes one, --db names another"
            raise NoSuchDatabase(message)
        _create(path, busy_seconds)
    _check_header(path)
    try:
        with translated(path):
            return _open(path, busy_seconds, read_only)
    except UnicodeDecodeError as error:  # SQLite quotes the schema's damaged words in its message
        message = f"{path}: the database is damaged ({error}); restore a copy or run again into a new one"
        raise Damaged(message) from error


def _open(path: Path, busy_seconds: float, read_only: bool) -> Database:
    connection = _connect(path, busy_seconds, read_only)
    try:
        db = Database(connection, recursive_triggers=False, execute_plugins=False)
        _check_version(db, path, read_only)
    except BaseException:
        connection.close()
        raise
    return db


def open_for_queries(path: Path) -> sqlite3.Connection:
    """A connection that cannot write at all: read-only file handle and query_only."""
    with translated(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
    return connection


@contextmanager
def transaction(db: Database) -> Iterator[Database]:
    """One BEGIN IMMEDIATE … COMMIT; rolled back on whatever goes wrong inside, Ctrl-C included."""
    try:
        db.conn.execute("BEGIN IMMEDIATE")
        with db.atomic():
            yield db
        db.conn.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(db: Database) -> Iterator[Database]:
    """Everything read inside is of one moment, whatever others write."""
    if db.conn.in_transaction:
        yield db
        return
    db.conn.execute("BEGIN")
    try:
        yield db
    finally:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")


def _create(path: Path, busy_seconds: float) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{path.parent}: cannot be made ({error.strerror}); name another file with --db"
        raise CannotWrite(message) from error
    with run_lock(path, busy_seconds):
        if path.exists():
            return
        new = path.with_name(path.name + ".new")
        for left in (new, new.with_name(new.name + "-journal")):
            left.unlink(missing_ok=True)  # of a making that was killed
        with translated(path):
            connection = _connect(new, busy_seconds, read_only=False)
            try:
                migrate(Database(connection, recursive_triggers=False, execute_plugins=False))
            finally:
                connection.close()
        os.replace(new, path)
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _connect(path: Path, busy_seconds: float, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only and not os.access(path, os.W_OK) else "rwc"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=busy_seconds, isolation_level=None
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA recursive_triggers = ON")
        if read_only:  # opened for writing all the same: a journal left by a kill has to be rolled back
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = EXTRA")
    except BaseException:
        connection.close()
        raise
    return connection


def _check_header(path: Path) -> None:
    if not path.is_file():
        message = f"{path}: this is not a file; name a database with --db"
        raise NotOurDatabase(message)
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror})"
        raise CannotWrite(message) from error
    if start != _MAGIC:
        message = f"{path}: this is not an SQLite database; name another file with --db"
        raise NotOurDatabase(message)


def _check_version(db: Database, path: Path, read_only: bool) -> None:
    (application_id,) = db.conn.execute("PRAGMA application_id").fetchone()
    (version,) = db.conn.execute("PRAGMA user_version").fetchone()
    if application_id != APPLICATION_ID:
        message = f"{path}: this database belongs to another program; name another file with --db"
        raise NotOurDatabase(message)
    if version > SCHEMA_VERSION:
        message = f"{path}: written by a newer version of provenance (schema {version}); update provenance"
        raise NotOurDatabase(message)
    if version < 1:
        message = f"{path}: the database is damaged (schema version {version})"
        raise Damaged(message)
    if version < SCHEMA_VERSION:
        if read_only:
            message = (
                f"{path}: made by an older version (schema {version}); any `provenance run` brings it up"
            )
            raise NotOurDatabase(message)
        migrate(db)
