"""The schema: what the steps make is what is written down, promised and enforced."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from provenance.store.migrations import SCHEMA_VERSION, STEPS, migrate, schema_text, statements

ROOT = Path(__file__).parents[2]

CONTRACT = {
    "sources": "key path url canonical_url title author publisher published published_basis "
    "published_earliest published_latest modified captured_at version_of media_type language characters "
    "sha256 state problem",
    "source_problems": "source path state code text",
    "source_metadata": "source path name value basis field start end quote earliest latest zone",
    "furniture": "source path kind start end text reason",
    "coverage": "language stage done not_done reason",
    "near_duplicates": "key a a_path b b_path resemblance containment cluster",
    "contained_texts": "key a a_path b b_path containment resemblance",
    "duplicate_texts": "cluster source path published published_earliest published_latest sha256 "
    "folded_sha256 version_of",
    "source_groups": "source path dependence_group counts reason",
    "lineage": "family parent child confidence reason",
    "reused_passages": "key kind similarity direction direction_reason a a_path a_start a_end a_text "
    "b b_path b_start b_end b_text changes review direction_confidence evidence upstream",
    "mentions": "entity name kind source path start end text",
    "name_variants": "key entity name kind variant mentions sources score reason review",
    "name_pairs": "key a b kind score verdict reason review",
    "decisions": "id at action key value reason reviewer undone_by",
    "claims": "key kind subject predicate value number unit valid_from valid_to speaker voice hedge source "
    "path start end quote field scope wording polarity modality condition valid_basis addressee occasion",
    "conflicts": "key kind severity severity_rank scope title why side value source path start end quote "
    "independent_min independent_max class consequence certainty review field",
    "timelines": "key subject predicate unit at basis value number is_stale source path start end quote",
    "quotations": "key speaker words variant said_by differs addressee occasion source path start end quote "
    "claim",
    "side_sources": "conflict side value independent_min independent_max source path counts reason other "
    "other_path",
    "plugin_notes": "stage position plugin event key about reason",
    "side_weights": "conflict side value total share source path accuracy independence vote",
}
"""The public views with their columns, in their order: a change here needs a note on migration."""


@pytest.mark.parametrize("view", sorted({*CONTRACT, "open_conflicts"}))
def test_view_has_the_promised_columns(fresh_db: Database, view: str) -> None:
    columns = [column.name for column in fresh_db.view(view).columns]
    assert columns == CONTRACT[view.removeprefix("open_")].split()


def test_written_schema_is_what_the_steps_make() -> None:
    written = (ROOT / "db" / "schema.sql").read_text(encoding="utf-8")
    assert written == schema_text() + "\n", "write it anew: provenance schema > db/schema.sql"


def test_written_schema_makes_a_database(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "x.db")
    connection.executescript(schema_text())
    assert connection.execute("SELECT count(*) FROM conflicts").fetchone() == (0,)
    connection.close()


def test_every_table_is_strict(fresh_db: Database) -> None:
    tables = fresh_db.conn.execute("PRAGMA table_list").fetchall()
    ours = [row for row in tables if row[2] == "table" and not row[1].startswith(("sqlite_", "_sqlite_"))]
    assert len(ours) > 20
    assert [row[1] for row in ours if not row[5]] == []


def test_every_foreign_key_has_an_index(fresh_db: Database) -> None:
    for name in fresh_db.table_names():
        table = fresh_db.table(name)
        led = {index.columns[0] for index in table.indexes} | {table.pks[0]}
        assert {key.column or "conflict" for key in table.foreign_keys} <= led | {"undoes"}, name


def test_migrating_again_changes_nothing(fresh_db: Database) -> None:
    before = list(fresh_db.conn.iterdump())
    migrate(fresh_db)
    assert list(fresh_db.conn.iterdump()) == before


def test_steps_are_numbered_from_one_without_a_gap() -> None:
    assert [name[:5] for name in STEPS] == [f"m{n:03}_" for n in range(1, SCHEMA_VERSION + 1)]


def test_failing_step_leaves_nothing(tmp_path: Path) -> None:
    db = Database(tmp_path / "x.db", execute_plugins=False)
    db.conn.execute("CREATE TABLE claim (x)")
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrate(db)
    assert db.table_names() == ["claim"]
    db.close()


def test_script_is_cut_into_statements_and_triggers_stay_whole() -> None:
    trigger = "CREATE TRIGGER a AFTER INSERT ON t BEGIN\n  SELECT 1;\nEND;"
    script = f"-- note\nCREATE TABLE t (x);\n{trigger}\nSELECT ';'"
    assert [one.split()[-1] for one in statements(script)] == ["(x);", "END;", "';'"]


def test_decisions_can_only_be_added(fresh_db: Database) -> None:
    insert = """INSERT INTO decision (at, action, key, reason, reviewer, previous_hash, hash)
        VALUES ('2026-01-01', 'accept', 'k-1', 'seen', 'me', '', 'h')"""
    fresh_db.conn.execute(insert)
    for change in ("UPDATE decision SET reason = 'x'", "DELETE FROM decision"):
        with pytest.raises(sqlite3.IntegrityError, match="only added"):
            fresh_db.conn.execute(change)


def test_decision_shows_in_the_review_of_its_conflict_until_undone(filled: Database) -> None:
    (key, digest), *_ = filled.conn.execute("SELECT key, evidence_digest FROM conflict").fetchall()
    insert = """INSERT INTO decision
        (at, action, key, reason, reviewer, undoes, evidence_digest, previous_hash, hash)
        VALUES ('2026-01-01', ?, ?, 'seen', 'me', ?, ?, '', ?)"""

    def review() -> set[tuple[str]]:
        return set(filled.conn.execute("SELECT review FROM conflicts").fetchall())

    assert review() == {("open",)}
    filled.conn.execute(insert, ["accept", key, None, digest, "1"])
    assert review() == {("accepted",)}
    assert filled.conn.execute("SELECT count(*) FROM open_conflicts").fetchone() == (0,)
    filled.conn.execute(insert, ["undo", key, 1, None, "2"])
    assert review() == {("open",)}
    filled.conn.execute(insert, ["reject", key, None, "other evidence", "3"])
    assert review() == {("stale",)}
    undone = filled.conn.execute("SELECT undone_by FROM decisions ORDER BY id").fetchall()
    assert undone == [(2,), (None,), (None,)]
