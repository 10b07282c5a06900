"""Where files lie, relative to the database's folder: a workspace can be moved as a whole."""

import os
from collections.abc import Sequence
from pathlib import Path

from attrs import evolve, field, frozen

from provenance.readers.interface import FileToRead
from provenance.readers.walk import stored_path
from provenance.store.arrivals import StoredFile


@frozen
class Places:
    """`base`: folder of the database. `roots`: the paths of a run."""

    base: Path
    roots: Sequence[Path]
    _folders: tuple[str, ...] = field(init=False)

    @_folders.default
    def _find_folders(self) -> tuple[str, ...]:
        return tuple(self._absolute(self.of(root)) for root in self.roots)

    def of(self, path: Path) -> str:
        """The place of a file, undecodable bytes as \\xNN."""
        relative = os.path.relpath(os.path.abspath(path), self.base)
        return os.fsencode(relative).decode("utf-8", "backslashreplace")

    def is_inside(self, place: str) -> bool:
        """Does it lie under one of the run's paths?"""
        absolute = self._absolute(place)
        return any(
            absolute == folder or absolute.startswith(folder.rstrip(os.sep) + os.sep)
            for folder in self._folders
        )

    def find(self, known: StoredFile) -> FileToRead | None:
        """A known file as find_files would give it; None if it is no longer there."""
        file = Path(self._absolute(known.place))
        written = file.as_posix()
        if not os.path.lexists(file) or not written.endswith("/" + known.path):
            return None
        return FileToRead(Path(written[: -len(known.path)]), file, known.path)

    def _absolute(self, place: str) -> str:
        return os.path.normpath(os.path.join(self.base, place))


def without_clash(taken: set[str], file: FileToRead) -> FileToRead:
    """The file, its root raised by folders while its stored path is `taken` by a file elsewhere."""
    while file.stored in taken and file.root.absolute() != file.root.absolute().parent:
        root = file.root.absolute().parent
        file = evolve(file, root=root, stored=stored_path(root, file.path))
    return file
