"""Files under the paths → sources: the workspace's sources under each path become equal to it."""

from collections.abc import Generator
from contextlib import closing
from typing import cast

from attrs import define
from sqlite_utils import Database

from provenance.model.keys import digest
from provenance.readers import find_files, read_files
from provenance.readers.interface import Document, FileEnd
from provenance.stages.coverage import cover, unread
from provenance.stages.places import Places
from provenance.stages.planning import Plan, make_plan, sha256_of
from provenance.stages.progress import UNCHANGED, FileProgress, gravest
from provenance.stages.saving import save
from provenance.stages.stage import Job, Stage
from provenance.stages.storing import Storing
from provenance.store.arrivals import digest_files
from provenance.store.connection import transaction
from provenance.store.runs import StageState, load_states, record_stage
from provenance.store.sources import count_states, iterate_light_sources


def ingest(job: Job, stage: Stage, run: int) -> tuple[int, bool]:
    """How many sources there are now, and whether anything had changed.

    Files are read and stored as they come, some at a time, so that memory does not grow with their number;
    a run that is broken off keeps what it stored, and the next one reads the rest.
    """
    standing = load_states(job.db).get(stage.name)
    version, settings = stage.full_version, stage.settings_digest(job)
    reading = digest([version, settings])
    progress = _Progress(job)
    places = Places(job.database.absolute().parent, job.paths)
    plan = make_plan(job.db, find_files(job.paths, job.database), places, reading, progress.tell_unchanged)
    storing = Storing(job, stage, reading, places, plan.aside, list(plan.gone))
    _read(job, plan, storing, progress)
    if standing is not None and not storing.has_begun:
        if (standing.version, standing.settings_digest) == (version, settings):
            return _record(job, run, standing), False
    count = sum(count_states(job.db).values())
    coverage = cover(stage.name, iterate_light_sources(job.db), unread)
    save(job, stage, run, _nothing_more, coverage, count, (version, settings, digest_files(job.db)))
    return count, True


@define
class _Progress:
    """Tells whoever wants to know how many files are done."""

    job: Job
    done: int = 0

    def tell_unchanged(self, path: str, done: int, total: int) -> None:
        """A file need not be read."""
        self.done = done
        if self.job.on_file is not None:
            self.job.on_file(FileProgress(path, UNCHANGED, 0, 0.0, done, total))

    def tell_read(self, path: str, state: str, documents: int, seconds: float, total: int) -> None:
        """A file was read."""
        self.done += 1
        if self.job.on_file is not None:
            self.job.on_file(FileProgress(path, state, documents, seconds, self.done, total))


def _read(job: Job, plan: Plan, storing: Storing, progress: _Progress) -> None:
    for file in plan.told:
        storing.add(file, Document(plan.aside.source(file.stored), None))
        state = gravest(storing.end(FileEnd(file, sha256_of(file.path), 1, 0.0))).value
        progress.tell_read(file.stored, state, 1, 0.0, plan.total)
    at = 0
    reading = read_files(plan.files, job.settings.reading)
    # closed by hand: after an exception its frame lives on with the traceback, and its processes with it
    with closing(cast(Generator[Document | FileEnd, None, None], reading)):
        for found in reading:
            if isinstance(found, Document):
                storing.add(plan.files[at], found)
                continue
            state = gravest(storing.end(found)).value
            progress.tell_read(found.file.stored, state, found.count, found.cpu_seconds, plan.total)
            at += 1
    storing.flush()


def _record(job: Job, run: int, standing: StageState) -> int:
    with transaction(job.db) as db:
        record_stage(db, run, standing, job.clock(), is_recomputed=False)
    return standing.count


def _nothing_more(_db: Database) -> None:
    """All rows are stored already."""
