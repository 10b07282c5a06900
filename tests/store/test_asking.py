"""Questions in SQL are answered, and nothing else is done."""

from pathlib import Path

import pytest
from sqlite_utils import Database

from provenance.errors import QueryRefused
from provenance.store.asking import ask, find_question, saved_questions

ROOT = Path(__file__).parents[2]
PACKAGED = ROOT / "provenance" / "store" / "queries"


def test_select_is_answered_with_columns_and_rows(filled: Database, path: Path) -> None:
    columns, rows = ask(path, "SELECT path, :x AS x FROM sources ORDER BY 1", {"x": "é"})
    assert columns == ["path", "x"]
    assert rows == [("a.txt", "é"), ("b.txt", "é"), ("c.txt", "é")]


def test_full_text_and_pragmas_that_read_are_answered(filled: Database, path: Path) -> None:
    assert ask(path, "SELECT count(*) FROM sentence_fts WHERE sentence_fts MATCH 'asaib'")[1] == [(2,)]
    assert ask(path, "PRAGMA table_info(source)")[1]


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM source",
        "UPDATE source SET path = 'x' RETURNING path",
        "DROP TABLE source",
        "CREATE TEMP TABLE t (x)",
        "ATTACH 'other.db' AS other",
        "PRAGMA query_only = OFF",
        "PRAGMA journal_mode = WAL",
        "PRAGMA writable_schema = ON",
        "VACUUM INTO 'copy.db'",
        "VACUUM",
        "BEGIN IMMEDIATE",
        "SELECT load_extension('x')",
        "SELECT 1; DELETE FROM source",
        "SELECT * FROM nothing",
        "SELECT :missing",
        "SELECT zeroblob(2000000000)",
        "SELECT randomblob(900000000)",
        "SELECT '\ud800'",
        "SELECT 'a\0b'",
        "",
        ";",
        "-- only a note",
        "no_such_question",
        "../../etc/passwd",
        "SELECT",
        "REINDEX",
        "ANALYZE",
        "INSERT INTO sentence_fts(sentence_fts) VALUES ('rebuild')",
    ],
)
def test_anything_else_is_refused_and_nothing_changes(filled: Database, path: Path, query: str) -> None:
    before = path.read_bytes()
    with pytest.raises(QueryRefused):
        ask(path, query)
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["provenance.db"]


def test_value_that_a_question_wants_is_asked_for(filled: Database, path: Path) -> None:
    with pytest.raises(QueryRefused, match=r":name.*-p NAME VALUE"):
        ask(path, "who_says_what")


def test_endless_query_is_cut_short(filled: Database, path: Path) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(QueryRefused, match=r"longer than 0\.2 seconds"):
        ask(path, endless, seconds=0.2)


def test_endless_rows_are_refused_with_advice(filled: Database, path: Path) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
    with pytest.raises(QueryRefused, match="add LIMIT"):
        ask(path, endless)


@pytest.mark.parametrize("name", sorted(file.stem for file in PACKAGED.glob("*.sql")))
def test_saved_question_runs_here_and_in_sqlite_utils(filled: Database, path: Path, name: str) -> None:
    columns, _rows = ask(path, name, {"name": "people"})
    as_it_stands = list(filled.query(find_question(path, name), {"name": "people"}))
    assert all(list(row) == columns for row in as_it_stands)
    assert not find_question(path, name).startswith("-")


def test_questions_shipped_and_those_in_the_repository_are_the_same() -> None:
    shown = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "db" / "queries").glob("*.sql")}
    shipped = {file.name: file.read_text(encoding="utf-8") for file in PACKAGED.glob("*.sql")}
    assert shown == shipped, "copy provenance/store/queries/*.sql to db/queries/"


def test_questions_about_the_pile_give_rows(filled: Database, path: Path) -> None:
    for name in ("conflicts_by_severity", "how_many_sources", "changed_copies", "quantities", "coverage"):
        assert ask(path, name, {"name": "people"})[1], name


def test_own_question_beside_the_database_comes_first(filled: Database, path: Path) -> None:
    (path.parent / "queries").mkdir()
    (path.parent / "queries" / "coverage.sql").write_text("/* Mine */\nSELECT 42 AS answer", encoding="utf-8")
    assert ask(path, "coverage") == (["answer"], [(42,)])
    assert saved_questions(path)["coverage"] == "Mine"
    assert saved_questions(path)["timeline"].startswith("What is said")


def test_own_question_that_cannot_be_read_is_named(filled: Database, path: Path) -> None:
    (path.parent / "queries").mkdir()
    (path.parent / "queries" / "mine.sql").write_bytes(b"\xff\xfe SELECT")
    with pytest.raises(QueryRefused, match=r"mine\.sql"):
        ask(path, "mine")
