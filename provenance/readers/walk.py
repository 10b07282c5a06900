"""Which files there are under the paths that were given, in a fixed order."""

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from provenance.errors import NothingToRead, Unreadable
from provenance.readers.interface import FileToRead
from provenance.readers.opening import open_folder

_BESIDE = ("", "-journal", "-wal", "-shm", ".lock", ".new", ".new-journal")
"""Ends of the names of the files that a database at work makes."""

_PLACE_HOLDERS = frozenset((".gitkeep", ".keep", ".gitignore", ".gitattributes", ".DS_Store", ".localized"))
"""Hidden files that programs lay into folders and that never hold a person's text: not even listed."""


def find_files(paths: Sequence[Path], database: Path | None = None) -> list[FileToRead]:
    """Every file under `paths`, ordered by stored path.

    A file given by itself is stored under its name. `database` with what it keeps beside it is left out:
    it is ours, no source. Links are listed and not followed, folders that cannot be opened are listed too:
    reading them says why not. A place that is reached twice counts once. Where two paths hold files of one
    stored path, the later ones are stored with their folder's name before it. NothingToRead for a path that
    is not there, cannot be listed, or holds no file at all.

    Hidden files are listed like others: evidence may be hidden, and what is named like a document is read.
    Hidden folders (.git, .cache) are listed as one thing and not walked: they belong to programs. Reading
    them says so; a hidden folder that is given by itself is read. Place holders of version control and file
    managers are left out.
    """
    found: dict[str, FileToRead] = {}
    seen: set[str] = set()
    ours = {os.path.realpath(f"{database}{end}") for end in _BESIDE} if database is not None else set()
    for path in paths:
        for file in _list_path(path, ours):
            place = os.path.abspath(file.path)
            if place not in seen:
                seen.add(place)
                entry = _without_clash(found, file)
                found[entry.stored] = entry
    return [found[stored] for stored in sorted(found)]


def stored_path(root: Path, path: Path) -> str:
    """`path` relative to `root` with /, undecodable bytes as \\xNN."""
    relative = os.path.relpath(os.path.abspath(path), os.path.abspath(root))
    return os.fsencode(relative).replace(os.sep.encode(), b"/").decode("utf-8", "backslashreplace")


def printable_path(path: Path) -> str:
    """A path for messages: undecodable bytes as \\xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _list_path(path: Path, ours: Collection[str]) -> list[FileToRead]:
    try:
        is_folder = path.is_dir()
        is_there = is_folder or path.exists()
    except OSError as error:
        message = f"cannot look at {printable_path(path)}: {error.strerror or error}"
        raise NothingToRead(message) from error
    if not is_there:
        message = f"no such file or folder: {printable_path(path)}"
        raise NothingToRead(message)
    if not is_folder:
        file = path.resolve() if path.is_symlink() else path  # a link that was named is meant
        return [FileToRead(file.parent, file, stored_path(file.parent, file))]
    try:
        files = list(_walk(path, ours))
    except OSError as error:
        message = f"cannot list {printable_path(path)}: {error.strerror or error}"
        raise NothingToRead(message) from error
    if not files:
        message = f"the folder {printable_path(path)} holds no files: put documents there first"
        raise NothingToRead(message)
    return files


def _walk(root: Path, ours: Collection[str]) -> Iterator[FileToRead]:
    """Files below `root`; a folder inside that is not looked into is given as if it were a file.

    Works with folders of any depth: paths are longer than the system takes in one call, and there are more
    levels than a function may call itself or keep descriptors.
    """
    real, last = os.path.realpath(root), _Folder(open_folder(root, ()), ())
    waiting: list[tuple[str, ...]] = [()]
    try:
        while waiting:
            names = waiting.pop()
            try:
                last = _enter(root, names, last)
                entries = _list_folder(last.descriptor)
            except (OSError, Unreadable):
                if not names:
                    raise
                yield _make_file(root, names)
                continue
            for name, is_folder in entries:
                inner = (*names, name)
                if is_folder and not name.startswith("."):
                    waiting.append(inner)
                elif name not in _PLACE_HOLDERS and not (ours and os.path.join(real, *inner) in ours):
                    yield _make_file(root, inner)
    finally:
        os.close(last.descriptor)


@frozen
class _Folder:
    """An open one, and the names that lead to it from the root."""

    descriptor: int
    names: tuple[str, ...]


def _enter(root: Path, names: tuple[str, ...], last: _Folder) -> _Folder:
    """The folder at `names`, reached from `last`, which is closed, if it lies in that; else from the root."""
    depth = len(last.names)
    if names[:depth] == last.names:
        descriptor = open_folder(root, names, last.descriptor, depth)
    else:
        descriptor = open_folder(root, names)
    os.close(last.descriptor)
    return _Folder(descriptor, names)


def _list_folder(folder: int) -> list[tuple[str, bool]]:
    """Name of each entry, and whether it is a folder. OSError if it cannot be listed."""
    readable = os.open(".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=folder)
    try:
        with os.scandir(readable) as listing:
            entries = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in listing]
        return sorted(entries, key=lambda entry: os.fsencode(entry[0]))
    finally:
        os.close(readable)


def _make_file(root: Path, names: Sequence[str]) -> FileToRead:
    stored = os.fsencode("/".join(names)).decode("utf-8", "backslashreplace")
    return FileToRead(root, Path(root, *names), stored)


def _without_clash(found: Collection[str], file: FileToRead) -> FileToRead:
    """The same; its root goes up a folder while another file has the same stored path."""
    root, path = file.root, file.path
    if file.stored in found and root.is_symlink():
        path = root.resolve() / path.relative_to(root)  # below a root no link is followed when it is read
        root = root.resolve()
    stored = file.stored
    while stored in found and root.absolute() != root.absolute().parent:
        root = root.absolute().parent
        stored = stored_path(root, path)
    return FileToRead(root, path, stored)
