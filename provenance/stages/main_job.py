"""The main job from end to end: under the run lock, with all that a run needs loaded once."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from provenance.model.conflicts import Conflict, Level
from provenance.model.name_rules import NameRules
from provenance.model.runs import Finding, Problem, RunResult, StageResult
from provenance.model.settings import Settings
from provenance.readers import find_files
from provenance.readers.gazetteers import load_knowledge
from provenance.readers.name_rules import load_name_rules
from provenance.readers.plugins import load_plugins
from provenance.readers.tables import Written, read_user_tables
from provenance.readers.taggers import load_tagger
from provenance.stages.progress import FileProgress
from provenance.stages.reporting import HTML_NAME, check_writable
from provenance.stages.runner import check_until, run_stages
from provenance.stages.stage import Job
from provenance.store.conflicts import load_conflicts
from provenance.store.locking import run_lock
from provenance.store.names_said import count_rules, load_contradictions
from provenance.store.plugin_notes import load_plugin_notes
from provenance.store.runs import load_coverage
from provenance.store.sources import count_states, iterate_light_sources

_TOP = 3


def run_main_job(  # noqa: PLR0913  # the caller's choices, each by its name
    db: Database,
    database: Path,
    paths: Sequence[Path],
    *,
    reports: Path | None,
    until: str | None,
    settings: Settings,
    gazetteers: Path | None,
    tables: Written,
    plugins: str,
    names: Path | None,
    on_stage: Callable[[str, str], None],
    on_file: Callable[[FileProgress], None] | None,
    clock: Callable[[], datetime],
) -> RunResult:
    """What the run did. Whatever a user can have got wrong is told before anything is written."""
    check_until(until)
    find_files(paths, database)
    if reports is not None:
        check_writable(reports)
    user_tables = read_user_tables(tables, "tables")
    knowledge = load_knowledge(gazetteers, user_tables)
    rules = load_name_rules(names) if names is not None else NameRules()
    tagger = load_tagger(settings.names.model)
    chosen = load_plugins(plugins)
    job = Job(
        db,
        database,
        tuple(paths),
        settings,
        knowledge,
        tagger,
        clock,
        on_stage,
        on_file,
        reports,
        rules=rules,
        tables=user_tables,
        plugins=chosen,
    )
    with run_lock(database):
        stages = run_stages(job, until)
        return _result(job, stages)


def _result(job: Job, stages: Sequence[StageResult]) -> RunResult:
    conflicts = load_conflicts(job.db)
    has_report = job.reports is not None and any(stage.name == "report" for stage in stages)
    return RunResult(
        stages=tuple(stages),
        states=tuple(count_states(job.db).items()),
        problems=tuple(
            sorted(
                Problem(source.path, source.state.value, source.problem)
                for source in iterate_light_sources(job.db)
                if source.problem
            )
        ),
        top=tuple(_finding(conflict) for conflict in conflicts[:_TOP]),
        findings=len(conflicts),
        worst=min((c.severity for c in conflicts), key=lambda level: level.rank, default=None),
        report=str(job.reports / HTML_NAME) if job.reports is not None and has_report else None,
        model=job.model,
        contradictions=tuple(load_contradictions(job.db)),
        rules=tuple(count_rules(job.db)),
        plugins=tuple(plugin.label for plugin in job.plugins),
        plugin_notes=tuple(load_plugin_notes(job.db)),
        coverage=tuple(load_coverage(job.db)),
    )


def _finding(conflict: Conflict) -> Finding:
    severity: Level = conflict.severity
    return Finding(severity.rank, conflict.key, severity.value, conflict.kind.value, conflict.title)
