"""Runs, the stages' records, states and coverage ↔ rows. Times stand only here and in decisions."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from attrs import frozen
from sqlite_utils import Database

from provenance.model.report import Coverage
from provenance.store.rows import TableRows, insert, read

_NOT_OF_RESULTS: Mapping[str, tuple[str, ...]] = {
    "reading": ("jobs", "wall_seconds"),
    "reuse": ("jobs",),
}
"""Settings by section that say how fast a run is and not what it finds: no result rests on them."""


@frozen
class StageState:
    """What a stage's standing results were made of: equal digests, equal results."""

    stage: str
    version: str
    settings_digest: str
    input_digest: str
    output_digest: str
    count: int


def start_run(db: Database, now: datetime, version: str, model: str, settings: str) -> int:
    """Note that a run begins, and that one that never ended was interrupted; its number."""
    at = _written(now)
    db.conn.execute("UPDATE run SET status = 'interrupted', finished_at = ? WHERE status = 'running'", [at])
    cursor = db.conn.execute(
        "INSERT INTO run (started_at, status, version, model, settings) VALUES (?, 'running', ?, ?, ?)",
        [at, version, model, settings],
    )
    return int(cursor.lastrowid or 0)


def end_run(db: Database, run: int, now: datetime, status: str) -> None:
    """Note how a run ended: "done" seals it, "interrupted" does not."""
    db.conn.execute("UPDATE run SET status = ?, finished_at = ? WHERE id = ?", [status, _written(now), run])


def last_status(db: Database) -> str | None:
    """Status of the last run; None if there was none."""
    row = next(read(db, "SELECT status FROM run ORDER BY id DESC LIMIT 1"), None)
    return str(row[0]) if row else None


def load_states(db: Database) -> dict[str, StageState]:
    """State of each stage whose results stand."""
    query = """SELECT stage, version, settings_digest, input_digest, output_digest, result_count
        FROM stage_state ORDER BY stage"""
    return {row[0]: StageState(*row) for row in read(db, query)}


def save_state(db: Database, state: StageState) -> None:
    """Note what stands now."""
    db.conn.execute("DELETE FROM stage_state WHERE stage = ?", [state.stage])
    columns = ("stage", "version", "settings_digest", "input_digest", "output_digest", "result_count")
    row = (
        *(state.stage, state.version, state.settings_digest),
        *(state.input_digest, state.output_digest, state.count),
    )
    insert(db, [TableRows("stage_state", columns, (row,))])


def record_stage(db: Database, run: int, state: StageState, now: datetime, *, is_recomputed: bool) -> None:
    """Note that a run had this stage, and whether it had to be computed."""
    db.conn.execute(
        "INSERT INTO stage_record (run, stage, version, settings_digest, input_digest, output_digest, "
        "is_recomputed, result_count, finished_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            *(
                run,
                state.stage,
                state.version,
                state.settings_digest,
                state.input_digest,
                state.output_digest,
            ),
            *(int(is_recomputed), state.count, _written(now)),
        ],
    )


def save_coverage(db: Database, stage: str, coverage: Sequence[Coverage]) -> None:
    """Replace a stage's coverage."""
    db.conn.execute("DELETE FROM stage_coverage WHERE stage = ?", [stage])
    rows = tuple((stage, one.language, one.done, one.not_done, one.reason) for one in coverage)
    insert(db, [TableRows("stage_coverage", ("stage", "language", "done", "not_done", "reason"), rows)])


def load_coverage(db: Database) -> list[Coverage]:
    """The public view, in its order."""
    return [
        Coverage(*row) for row in read(db, "SELECT language, stage, done, not_done, reason FROM coverage")
    ]


def load_run_settings(db: Database) -> list[tuple[str, str]]:
    """(name, value) of every setting of the last run that results rest on, the language model first.

    [] before any run.
    """
    row = next(read(db, "SELECT model, settings FROM run ORDER BY id DESC LIMIT 1"), None)
    if row is None:
        return []
    parts = json.loads(row[1])
    named = [
        (f"{part}: {name.replace('_', ' ')}", str(value))
        for part in sorted(parts)
        for name, value in sorted(parts[part].items())
        if name not in _NOT_OF_RESULTS.get(part, ())
    ]
    return [("language model", str(row[0])), *named]


def load_report_files(db: Database) -> dict[str, str]:
    """Files that the last report wrote, with their SHA-256."""
    return dict(read(db, "SELECT path, sha256 FROM report_file ORDER BY path"))


def _written(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds")
