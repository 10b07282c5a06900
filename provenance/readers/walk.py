"""Which files there are under the paths that were given, in a fixed order."""

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from provenance.errors import NothingToRead

_BESIDE = ("", "-journal", "-wal", "-shm", ".lock", ".new", ".new-journal")
"""Ends of the names of the files that a database at work makes."""


def find_files(paths: Sequence[Path], database: Path | None = None) -> list[tuple[Path, Path, str]]:
    """(root, file, stored path) of every file under `paths`, ordered by stored path.

    A file given by itself is stored under its name. Hidden files and folders are left out, and so is
    `database` with what it keeps beside it: they are ours, no sources. Links are
    listed and not followed, folders that cannot be opened are listed too: reading them says why not.
    A place that is reached twice counts once. Where two paths hold files of one stored path, the
    later ones are stored with their folder's name before it. NothingToRead for a path that is not
    there, cannot be listed, or holds no file at all.
    """
    found: dict[str, tuple[Path, Path, str]] = {}
    seen: set[str] = set()
    ours = {os.path.realpath(f"{database}{end}") for end in _BESIDE} if database is not None else set()
    for path in paths:
        given = _list_path(path, ours)
        for root, file in given:
            place = os.path.abspath(file)
            if place not in seen:
                seen.add(place)
                entry = _without_clash(found, root, file)
                found[entry[2]] = entry
    return [found[stored] for stored in sorted(found)]


def stored_path(root: Path, path: Path) -> str:
    """`path` relative to `root` with /, undecodable bytes as \\xNN."""
    relative = os.path.relpath(os.path.abspath(path), os.path.abspath(root))
    return os.fsencode(relative).replace(os.sep.encode(), b"/").decode("utf-8", "backslashreplace")


def printable_path(path: Path) -> str:
    """A path for messages: undecodable bytes as \\xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _list_path(path: Path, ours: Collection[str]) -> list[tuple[Path, Path]]:
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
        return [(file.parent, file)]
    try:
        files = [(path, file) for file in _walk(path, is_root=True) if not _is_ours(file, ours)]
    except OSError as error:
        message = f"cannot list {printable_path(path)}: {error.strerror or error}"
        raise NothingToRead(message) from error
    if not files:
        message = f"the folder {printable_path(path)} holds no files: put documents there first"
        raise NothingToRead(message)
    return files


def _is_ours(file: Path, ours: Collection[str]) -> bool:
    return bool(ours) and os.path.join(os.path.realpath(file.parent), file.name) in ours


def _walk(folder: Path, *, is_root: bool = False) -> Iterator[Path]:
    """Files below `folder`; a folder inside that cannot be listed is given as if it were a file."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: os.fsencode(entry.name))
    except OSError:
        if is_root:
            raise
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name)
        else:
            yield folder / entry.name


def _without_clash(
    found: dict[str, tuple[Path, Path, str]], root: Path, file: Path
) -> tuple[Path, Path, str]:
    """The entry of a file; its root goes up a folder while another file has the same stored path."""
    stored = stored_path(root, file)
    while stored in found and root.absolute() != root.absolute().parent:
        root = root.absolute().parent
        stored = stored_path(root, file)
    return root, file, stored
