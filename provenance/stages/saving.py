"""Saving a stage: all its rows, its coverage and its state in one transaction."""

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from provenance.model.report import Coverage
from provenance.stages import STAGES
from provenance.stages.stage import Job, Prepared, Stage
from provenance.store.connection import transaction
from provenance.store.dump import stage_digest
from provenance.store.rows import clear_stage, insert
from provenance.store.runs import StageState, record_stage, save_coverage, save_state


def save_stage(job: Job, stage: Stage, run: int, prepared: Prepared, keys: tuple[str, str, str]) -> None:
    """Replace a stage's results; those of later stages go if they rest on something that is now other."""

    def write(db: Database) -> None:
        clear_stage(db, stage.name)
        insert(db, prepared.rows)

    save(job, stage, run, write, prepared.coverage, prepared.count, keys)


def save(
    job: Job,
    stage: Stage,
    run: int,
    write: Callable[[Database], None],
    coverage: Sequence[Coverage],
    count: int,
    keys: tuple[str, str, str],
) -> None:
    """One transaction: clear what rests on the old results, `write` the new ones, note what stands now."""
    with transaction(job.db) as db:
        for name in reversed(dependents(stage.name)):
            clear_stage(db, name)
        write(db)
        save_coverage(db, stage.name, coverage)
        state = StageState(stage.name, *keys, stage_digest(db, stage.name), count)
        save_state(db, state)
        record_stage(db, run, state, job.clock(), is_recomputed=True)


def dependents(name: str) -> list[str]:
    """Stages that rest on `name`, directly or not, in their order."""
    found: list[str] = []
    for stage in STAGES:
        if name in stage.reads or any(one in stage.reads for one in found):
            found.append(stage.name)
    return found
