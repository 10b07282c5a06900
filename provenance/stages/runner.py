"""The main job: stages in their order, each computed only if what it rests on has changed."""

import json
import os
from collections.abc import Mapping
from importlib import import_module

from attrs import asdict

from provenance._version import VERSION
from provenance.errors import UsageError
from provenance.model.keys import digest
from provenance.model.runs import StageResult
from provenance.readers.tables import say_user_tables
from provenance.stages import STAGES
from provenance.stages.ingest import ingest
from provenance.stages.reporting import write_report
from provenance.stages.saving import save_stage
from provenance.stages.stage import Job, Prepared, Stage
from provenance.store.connection import transaction
from provenance.store.plugin_notes import has_failed
from provenance.store.runs import StageState, end_run, load_states, record_stage, start_run


def run_stages(job: Job, until: str | None = None) -> list[StageResult]:
    """What each stage did, up to and with `until`. UsageError if there is no such stage.

    A run that is broken off keeps what its finished stages saved, is marked as interrupted (or, if
    killed, stays "running"), and the next run goes on from there.
    """
    stages = check_until(until)
    model = job.model
    with transaction(job.db) as db:
        run = start_run(db, job.clock(), VERSION, model, json.dumps(_settings(job), sort_keys=True))
    try:
        results = [_run_stage(job, stage, run) for stage in stages if _is_wanted(job, stage)]
    except BaseException:
        with transaction(job.db) as db:
            end_run(db, run, job.clock(), "interrupted")
        raise
    with transaction(job.db) as db:
        end_run(db, run, job.clock(), "done")
    return results


def _settings(job: Job) -> dict[str, object]:
    """All that was set for the run, by part; what is at its default because nobody wrote it is left out."""
    plugins = {plugin.name: plugin.label.removeprefix(f"{plugin.name} ") for plugin in job.plugins}
    written = {"tables": say_user_tables(job.tables), "plugins": plugins}
    return {**asdict(job.settings), **{name: part for name, part in written.items() if part}}


def check_until(until: str | None) -> tuple[Stage, ...]:
    """The stages up to and with `until`, all if it is None. UsageError if there is no such stage."""
    names = [stage.name for stage in STAGES]
    if until is None:
        return STAGES
    if until not in names:
        message = f"no such stage: {until}; stages are {', '.join(names)}"
        raise UsageError(message)
    return STAGES[: names.index(until) + 1]


def _is_wanted(job: Job, stage: Stage) -> bool:
    return stage.name != "report" or job.reports is not None


def _run_stage(job: Job, stage: Stage, run: int) -> StageResult:
    started = _cpu_seconds()
    job.on_stage(stage.name, "starts")
    if stage.name == "ingest":
        count, is_recomputed = ingest(job, stage, run)
    elif stage.name == "report" and job.reports is not None:
        count, is_recomputed = write_report(job, stage, run, job.reports)
    else:
        count, is_recomputed = _compute_if_needed(job, stage, run)
    job.on_stage(stage.name, f"{count} {stage.unit}" if is_recomputed else f"unchanged, {count} {stage.unit}")
    return StageResult(stage.name, is_recomputed, count, stage.unit, _cpu_seconds() - started)


def _cpu_seconds() -> float:
    """Of this process and of those that it started and that have ended."""
    now = os.times()
    return now.user + now.system + now.children_user + now.children_system


def _compute_if_needed(job: Job, stage: Stage, run: int) -> tuple[int, bool]:
    states = load_states(job.db)
    wanted = _keys(job, stage, states)
    standing = states.get(stage.name)
    stands = standing and (standing.version, standing.settings_digest, standing.input_digest) == wanted
    is_whole = not (stage.uses_plugins and has_failed(job.db, stage.name))  # a failed plugin is asked again
    if standing and stands and is_whole:
        with transaction(job.db) as db:
            record_stage(db, run, standing, job.clock(), is_recomputed=False)
        return standing.count, False
    prepared: Prepared = import_module(f"provenance.stages.{stage.name}").prepare(job)
    save_stage(job, stage, run, prepared, wanted)
    return prepared.count, True


def _keys(job: Job, stage: Stage, states: Mapping[str, StageState]) -> tuple[str, str, str]:
    inputs = digest([[name, states[name].output_digest] for name in stage.reads])
    return stage.full_version, stage.settings_digest(job), inputs
