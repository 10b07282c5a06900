"""Files under the paths → sources: the workspace's sources under each path become equal to it."""

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import frozen
from sqlite_utils import Database

from provenance.model.keys import digest
from provenance.model.sources import Content, Source, State
from provenance.readers import find_files, read_path
from provenance.readers.walk import stored_path
from provenance.stages.coverage import cover, unread
from provenance.stages.saving import save
from provenance.stages.stage import Job, Stage
from provenance.store.connection import transaction
from provenance.store.runs import load_states, record_stage
from provenance.store.sources import (
    Place,
    load_light_sources,
    load_places,
    prepare_sources,
    replace_sources,
)


@frozen
class Plan:
    """`gone`: places to empty; `placed`: place → source id to fill in; `arrivals`: sources to store.

    `kept`: what stays where it is.
    """

    gone: tuple[str, ...]
    placed: Mapping[str, str]
    arrivals: tuple[tuple[Source, Content | None], ...]
    kept: Mapping[str, Place]

    @property
    def is_empty(self) -> bool:
        """Is everything as it was?"""
        return not self.gone and not self.placed


def ingest(job: Job, stage: Stage, run: int) -> tuple[int, bool]:
    """How many sources there are now, and whether anything had changed."""
    standing = load_states(job.db).get(stage.name)
    is_current = standing is not None and standing.version == stage.full_version
    plan = _make_plan(job, is_current)
    if standing is not None and is_current and plan.is_empty:
        with transaction(job.db) as db:
            record_stage(db, run, standing, job.clock(), is_recomputed=False)
        return standing.count, False
    rows = prepare_sources(job.db, plan.arrivals, {place.content_id for place in plan.kept.values()})
    sources = _sources_after(job.db, plan)
    keys = (stage.full_version, stage.settings_digest(job), digest(source.id for source in sources))

    def write(db: Database) -> None:
        replace_sources(db, plan.gone, plan.placed, rows)

    save(job, stage, run, write, cover(stage.name, sources, unread), len(sources), keys)
    return len(sources), True


def _make_plan(job: Job, is_current: bool) -> Plan:
    """What to read and what to forget, so that the places under the paths equal the folders.

    Where this stage has become another one (`is_current` is False), everything known is read anew, also
    elsewhere; what is no longer there then goes.
    """
    known = load_places(job.db)
    base = job.database.absolute().parent
    inside = _places_under(known, base, job.paths)
    files = find_files(job.paths, job.database)
    if not is_current:
        files += _files_elsewhere(known.keys() - inside, known, base)
        inside = set(known)
    taken = {known[place].path for place in known.keys() - inside}
    found: set[str] = set()
    placed: dict[str, str] = {}
    read: dict[str, tuple[Source, Content | None]] = {}
    for given_root, file, _given_path in files:
        root, path = _without_clash(taken, given_root, file)
        taken.add(path)
        place = _place(base, file)
        found.add(place)
        before = known.get(place) if is_current else None
        if before is not None and _is_unchanged(before, file, path):
            continue
        source, content = _storable(*read_path(root, file))
        if before is None or (before.source_id, before.problem) != (source.id, source.problem):
            placed[place] = source.id
            read[source.id] = (source, content)
    gone = (inside - found) | (placed.keys() & known.keys())
    kept = {place: known[place] for place in known if place not in gone}
    stored = {place.source_id for place in kept.values()}
    return Plan(
        tuple(sorted(gone)), placed, tuple(read[key] for key in sorted(read) if key not in stored), kept
    )


def _place(base: Path, path: Path) -> str:
    """Where a file lies, relative to the database's folder: a workspace can be moved as a whole."""
    relative = os.path.relpath(os.path.abspath(path), base)
    return os.fsencode(relative).decode("utf-8", "backslashreplace")


def _places_under(places: Iterable[str], base: Path, roots: Iterable[Path]) -> set[str]:
    folders = [_absolute(base, _place(base, root)) for root in roots]
    return {
        place
        for place in places
        for folder in folders
        if _absolute(base, place) == folder
        or _absolute(base, place).startswith(folder.rstrip(os.sep) + os.sep)
    }


def _absolute(base: Path, place: str) -> str:
    return os.path.normpath(os.path.join(base, place))


def _files_elsewhere(
    places: Iterable[str], known: Mapping[str, Place], base: Path
) -> list[tuple[Path, Path, str]]:
    """Known files that are not under the paths of this run, as find_files would give them."""
    found = []
    for place in sorted(places):
        file, path = Path(_absolute(base, place)), known[place].path
        if file.exists() and file.as_posix().endswith("/" + path):
            found.append((Path(file.as_posix()[: -len(path)]), file, path))
    return found


def _without_clash(taken: set[str], root: Path, file: Path) -> tuple[Path, str]:
    """The root, raised by folders while a file elsewhere has the same stored path, and that path."""
    path = stored_path(root, file)
    while path in taken and root.absolute() != root.absolute().parent:
        root = root.absolute().parent
        path = stored_path(root, file)
    return root, path


def _is_unchanged(before: Place, file: Path, path: str) -> bool:
    return before.path == path and before.content_id is not None and before.content_id == _sha256(file)


def _sha256(file: Path) -> str | None:
    """Of a regular file's bytes; None where only the reader can tell what to make of it."""
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return None
        with open(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None


def _storable(source: Source, content: Content | None) -> tuple[Source, Content | None]:
    """The same, or refused if its text holds what the database cannot count or keep."""
    problem = _unstorable(content.text) if content else ""
    if not problem:
        return source, content
    bare = Source(source.id, source.path, State.REFUSED, problem=problem)
    return bare, None


def _unstorable(text: str) -> str:
    if "\0" in text:
        return "the text holds NUL characters"
    try:
        text.encode()
    except UnicodeEncodeError:
        return "the text holds halves of surrogate pairs"
    return ""


def _sources_after(db: Database, plan: Plan) -> list[Source]:
    """All sources as they will be, without texts, by key."""
    stored = {place.source_id for place in plan.kept.values()}
    kept = [source for source in load_light_sources(db) if source.id in stored]
    return sorted([*kept, *(source for source, _content in plan.arrivals)], key=lambda source: source.id)
