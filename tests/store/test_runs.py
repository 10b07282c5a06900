"""Records of runs: when they began, how they ended, what stands now."""

from datetime import UTC, datetime

from sqlite_utils import Database

from provenance.model.report import Coverage
from provenance.store.health import check_database, check_sqlite
from provenance.store.runs import (
    StageState,
    end_run,
    last_status,
    load_coverage,
    load_run_settings,
    load_states,
    record_stage,
    save_coverage,
    save_state,
    start_run,
)

NOON = datetime(2016, 10, 7, 12, 0, tzinfo=UTC)


def test_run_that_never_ended_is_interrupted_once_another_begins(fresh_db: Database) -> None:
    assert last_status(fresh_db) is None
    first = start_run(fresh_db, NOON, "0", "none", "{}")
    assert last_status(fresh_db) == "running"
    second = start_run(fresh_db, NOON, "0", "none", "{}")
    end_run(fresh_db, second, NOON, "done")
    rows = fresh_db.conn.execute("SELECT id, status, finished_at FROM run ORDER BY id").fetchall()
    at = "2016-10-07T12:00:00+00:00"
    assert rows == [(first, "interrupted", at), (second, "done", at)]


def test_state_is_replaced_and_the_record_stays(fresh_db: Database) -> None:
    run = start_run(fresh_db, NOON, "0", "none", "{}")
    for count in (1, 2):
        state = StageState("claims", "1", "s", "i", "o", count)
        save_state(fresh_db, state)
    record_stage(fresh_db, run, state, NOON, is_recomputed=True)
    assert load_states(fresh_db) == {"claims": state}
    assert fresh_db.conn.execute("SELECT stage, is_recomputed FROM stage_record").fetchall() == [
        ("claims", 1)
    ]


def test_coverage_is_replaced_by_stage(filled: Database) -> None:
    save_coverage(filled, "claims", [Coverage("ar", "claims", 0, 2, "English only")])
    assert Coverage("ar", "claims", 0, 2, "English only") in load_coverage(filled)
    assert Coverage("en", "claims", 2, 0, "") not in load_coverage(filled)


def test_settings_of_the_last_run_are_told_one_by_one(fresh_db: Database) -> None:
    assert load_run_settings(fresh_db) == []
    start_run(fresh_db, NOON, "0", "some model", '{"reuse": {"tier": "verbatim"}}')
    assert load_run_settings(fresh_db) == [("language model", "some model"), ("reuse: tier", "verbatim")]


def test_health_is_good_here(fresh_db: Database) -> None:
    assert all(good for _what, _value, good in [*check_sqlite(), *check_database(fresh_db)])
