"""A database is opened with its promises kept, or refused by name."""

import os
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from provenance.errors import CannotWrite, Locked, NoSuchDatabase, NotOurDatabase
from provenance.store.connection import open_database, open_for_queries, snapshot, transaction
from provenance.store.failures import translated


def pragma(db: Database, name: str) -> object:
    return db.conn.execute(f"PRAGMA {name}").fetchone()[0]


def test_promises_are_kept_on_every_opening(path: Path) -> None:
    open_database(path).close()
    db = open_database(path)
    kept = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
    assert [pragma(db, name) for name in kept] == ["delete", 3, 1, 0]
    db.close()


def test_missing_database_is_not_made_unless_asked_for(path: Path) -> None:
    with pytest.raises(NoSuchDatabase, match=r"provenance\.db"):
        open_database(path, create=False)
    with pytest.raises(NoSuchDatabase):
        open_database(path, read_only=True)
    assert not path.parent.exists()


def test_new_database_leaves_nothing_else_behind(path: Path) -> None:
    open_database(path).close()
    assert os.listdir(path.parent) == ["provenance.db"]


def test_what_a_killed_making_left_is_no_obstacle(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("provenance.db.new").write_bytes(b"half")
    path.with_name("provenance.db.new-journal").write_bytes(b"half")
    path.with_name("provenance.db.lock").touch()
    open_database(path).close()
    assert os.listdir(path.parent) == ["provenance.db"]


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"SQLite format 3\x00 and then nothing of the kind"])
def test_file_that_is_no_database_is_refused_by_name_and_kept(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    with pytest.raises(NotOurDatabase, match=r"notes\.txt"):
        open_database(file)
    assert file.read_bytes() == content


def test_another_programs_database_is_refused_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE t (x)")
    other.close()
    before = file.read_bytes()
    with pytest.raises(NotOurDatabase, match="another program"):
        open_database(file)
    assert file.read_bytes() == before


def test_newer_database_is_refused(path: Path) -> None:
    db = open_database(path)
    db.conn.execute("PRAGMA user_version = 999")
    db.close()
    with pytest.raises(NotOurDatabase, match="newer version"):
        open_database(path)


def test_folder_is_not_a_database(tmp_path: Path) -> None:
    with pytest.raises(NotOurDatabase, match="not a file"):
        open_database(tmp_path)


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match="file"):
        open_database(tmp_path / "file" / "x.db")


def test_database_open_for_reading_refuses_to_write(filled: Database, path: Path) -> None:
    db = open_database(path, read_only=True)
    with pytest.raises(CannotWrite), translated(path):
        db.conn.execute("DELETE FROM source")
    db.close()


def test_database_without_write_permission_can_be_read(filled: Database, path: Path) -> None:
    filled.close()
    path.chmod(0o444)
    db = open_database(path, read_only=True)
    assert db.table("source").count == 3
    db.close()


def test_query_connection_refuses_to_write(filled: Database, path: Path) -> None:
    connection = open_for_queries(path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM source")
    connection.close()


def test_other_writer_means_locked(path: Path) -> None:
    db = open_database(path, busy_seconds=0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Locked, match="locked by another run"), translated(path), transaction(db):
        pass
    with pytest.raises(Locked):
        open_database(path, busy_seconds=0.1)
    other.close()
    db.close()


def test_transaction_leaves_nothing_of_what_was_broken_off(fresh_db: Database) -> None:
    with pytest.raises(KeyboardInterrupt), transaction(fresh_db):
        fresh_db.table("report_file").insert({"path": "x", "sha256": "y"})
        raise KeyboardInterrupt
    assert fresh_db.table("report_file").count == 0
    assert not fresh_db.conn.in_transaction


def test_snapshot_reads_one_moment(filled: Database, path: Path) -> None:
    with snapshot(filled), snapshot(filled):
        assert filled.table("source").count == 3
    assert not filled.conn.in_transaction
