"""When a report has to be made anew: if the results changed, or its files are not as they were written."""

import hashlib
import os
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from provenance.errors import CannotWrite
from provenance.model.keys import digest
from provenance.model.settings import settings_digest
from provenance.stages.saving import save_stage
from provenance.stages.stage import Job, Prepared, Stage, of_results
from provenance.store.connection import transaction
from provenance.store.rows import TableRows
from provenance.store.runs import load_report_files, load_states, record_stage

HTML_NAME = "report.html"


def write_report(job: Job, stage: Stage, run: int, folder: Path) -> tuple[int, bool]:
    """How many files the report in `folder` has, and whether they had to be made anew."""
    states = load_states(job.db)
    results = [[name, states[name].output_digest] for name in stage.reads]
    inputs = digest([list(job.formats), settings_digest(of_results(job.settings)), job.model, *results])
    keys = (stage.full_version, stage.settings_digest(job), inputs)
    standing = states.get(stage.name)
    is_same = standing and (standing.version, standing.settings_digest, standing.input_digest) == keys
    if standing and is_same and _stand_in(folder, load_report_files(job.db)):
        with transaction(job.db) as db:
            record_stage(db, run, standing, job.clock(), is_recomputed=False)
        return standing.count, False
    paths: list[Path] = import_module("provenance.stages.report").export(job.db, folder, job.formats)
    rows = tuple((str(path.absolute()), _sha256(path.read_bytes())) for path in paths)
    save_stage(
        job, stage, run, Prepared([TableRows("report_file", ("path", "sha256"), rows)], (), len(rows)), keys
    )
    return len(rows), True


def check_writable(folder: Path) -> None:
    """CannotWrite, before any work is done, if no report could be written into `folder`."""
    nearest = folder.absolute()
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        message = f"{folder}: the report cannot be written here; name another folder with --reports"
        raise CannotWrite(message)


def _stand_in(folder: Path, files: Mapping[str, str]) -> bool:
    """Are the files of the last report still there, in this folder, as they were written?"""
    try:
        return bool(files) and all(
            Path(path).parent == folder.absolute() and _sha256(Path(path).read_bytes()) == sha256
            for path, sha256 in files.items()
        )
    except OSError:
        return False


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
