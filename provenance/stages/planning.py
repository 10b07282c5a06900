"""Which files have to be read, and which are gone, so that the sources under the paths equal the folders."""

import hashlib
import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import frozen
from sqlite_utils import Database

from provenance.readers.interface import FileToRead
from provenance.stages.aside import Aside, find_aside
from provenance.stages.places import Places, without_clash
from provenance.store.arrivals import StoredFile, find_file, iterate_files


@frozen
class Plan:
    """`files`: those to read, in their order; `told`: those to note without reading; `gone`: places to empty.

    `total`: how many files there are, unchanged ones included.
    """

    files: Sequence[FileToRead]
    told: Sequence[FileToRead]
    gone: Sequence[str]
    aside: Aside
    total: int

    @property
    def is_empty(self) -> bool:
        """Is there nothing to read and nothing to forget?"""
        return not self.files and not self.told and not self.gone


def make_plan(
    db: Database,
    found: Sequence[FileToRead],
    places: Places,
    reading: str,
    on_unchanged: Callable[[str, int, int], None],
) -> Plan:
    """What to do about the files `found` under the run's paths.

    `reading`: digest of the version and settings to read with. Files elsewhere that were read with others
    are read anew too, and go if they are no longer there. `on_unchanged` is called with the path of each
    file that need not be read, how many there were so far, and how many files there are.
    """
    known = [file.path for file in iterate_files(db) if not places.is_inside(file.place)]
    files = _without_clashes(set(known), found)
    elsewhere, gone = _find_elsewhere(db, places, reading)
    aside = find_aside(db, [*files, *elsewhere])
    there: set[str] = set()
    changed: list[FileToRead] = []
    unchanged = 0
    total = len(files) + len(elsewhere)
    for file in (*files, *elsewhere):
        place = places.of(file.path)
        there.add(place)
        if is_unchanged(find_file(db, place), file, aside.digest(file.stored), reading):
            unchanged += 1
            on_unchanged(file.stored, unchanged, total)
        else:
            changed.append(file)
    gone += [
        file.place for file in iterate_files(db) if places.is_inside(file.place) and file.place not in there
    ]
    return Plan(
        [file for file in changed if not aside.is_aside(file.stored)],
        [file for file in changed if aside.is_aside(file.stored)],
        gone,
        aside,
        total,
    )


def is_unchanged(known: StoredFile | None, file: FileToRead, described_as: str, reading: str) -> bool:
    """Would reading the file give what is known of it?"""
    if known is None or not known.is_whole:
        return False
    if (known.path, known.sidecars, known.reading) != (file.stored, described_as, reading):
        return False
    return known.sha256 is not None and known.sha256 == sha256_of(file.path)


def _without_clashes(taken: set[str], found: Sequence[FileToRead]) -> list[FileToRead]:
    files = []
    for given in found:
        file = without_clash(taken, given)
        taken.add(file.stored)
        files.append(file)
    return files


def _find_elsewhere(db: Database, places: Places, reading: str) -> tuple[list[FileToRead], list[str]]:
    """All files outside of the paths, if one of them was read otherwise; and the places of those lost."""
    known = [file for file in iterate_files(db) if not places.is_inside(file.place)]
    if all(file.reading == reading for file in known):
        return [], []
    found = [(file, places.find(file)) for file in known]
    return (
        [there for _file, there in found if there],
        [file.place for file, there in found if there is None and file.reading != reading],
    )


def sha256_of(file: Path) -> str | None:
    """Of a regular file's bytes; None where only the reader can tell what to make of it."""
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return None
        with open(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None
