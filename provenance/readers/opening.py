"""Opens a file below a folder with care: no link is followed, no pipe waited for, no change overlooked."""

import errno
import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code
from provenance.readers.links import describe_link, is_link

_OPEN_FOLDER = os.O_DIRECTORY | os.O_CLOEXEC | getattr(os, "O_PATH", os.O_RDONLY)
"""With O_PATH a folder may be passed through that cannot be listed."""
_OPEN_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_LONGEST_STEP = 2_000
"""Bytes of a path that the system is given at once; it takes no more than 4,096."""
_CHUNK_BYTES = 1 << 20
_BEAT_BYTES = 1 << 26
_FRESH_NS = 2_000_000_000
"""A file that was changed so shortly ago may change again without its time telling: the coarsest clock of
a file system in use has two seconds. It is read twice, as Git does with fresh entries of its index."""

_SETTLED_NS = 100_000_000
"""A file that was changed in this very moment may be in the middle of a large write: it is given so long."""


@contextmanager
def open_regular(root: Path, path: Path) -> Iterator[BinaryIO]:
    """The regular file at `path` below `root`, to read from; paths of any length.

    `root` itself may be a link, for a person named it; below it none is followed, whatever is swapped for
    what meanwhile. Skipped for links and for what is no regular file, OSError where the system refuses.
    """
    *folders, name = split_path(root, path)
    parent = open_folder(root, folders)
    try:
        _check_kind(os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode, root, path, parent)
        try:
            descriptor = os.open(name, _OPEN_FILE, dir_fd=parent)
        except OSError as error:
            _check_kind(os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode, root, path, parent)
            raise error
    finally:
        os.close(parent)
    with open(descriptor, "rb") as opened:
        _check_kind(os.fstat(descriptor).st_mode, root, path, None)
        yield opened


def split_path(root: Path, path: Path) -> list[str]:
    """The names that lead from `root` to `path`. Unreadable if `path` is not below it."""
    parts = list(path.relative_to(root).parts) if path.is_relative_to(root) else [os.pardir]
    if os.pardir in parts:
        parts = os.path.relpath(os.path.abspath(path), os.path.abspath(root)).split(os.sep)
    if os.pardir in parts or not parts:
        message = "it does not lie in the folder that was given"
        raise Unreadable(message, Code.CANNOT_READ)
    return parts


def open_folder(root: Path, names: Sequence[str], start: int | None = None, depth: int = 0) -> int:
    """A descriptor of the folder that `names` lead to from `root`; no link below `root` is followed.

    `start`: a descriptor of the folder that the first `depth` names lead to, where one is open; it stays so.
    Skipped if one of `names` is a link, OSError where the system refuses.
    """
    current = _open_root(root) if start is None else os.dup(start)
    for reached, name in enumerate(names[depth:], depth + 1):
        try:
            inner = os.open(name, _OPEN_FOLDER | os.O_NOFOLLOW, dir_fd=current)
        except OSError as error:
            if error.errno in (errno.ENOTDIR, errno.ELOOP) and is_link(name, current):
                raise Skipped(*describe_link(root, Path(root, *names[:reached]))) from error
            raise
        finally:
            os.close(current)
        current = inner
    return current


def _open_root(root: Path) -> int:
    """Follows links: what a person named is meant. In steps, for one call takes no long path."""
    if len(os.fsencode(root)) <= _LONGEST_STEP:
        return os.open(root, _OPEN_FOLDER)
    first, *names = root.parts
    current = os.open(first, _OPEN_FOLDER)
    for name in names:
        try:
            inner = os.open(name, _OPEN_FOLDER, dir_fd=current)
        finally:
            os.close(current)
        current = inner
    return current


def _check_kind(mode: int, root: Path, path: Path, parent: int | None) -> None:
    """Returns for a regular file only; `parent`: descriptor of its folder, None once it is open."""
    if stat.S_ISREG(mode):
        return
    if stat.S_ISLNK(mode):
        raise Skipped(*describe_link(root, path))
    if not stat.S_ISDIR(mode):
        message = "a pipe, socket or device, not a regular file"
        raise Skipped(message, Code.NOT_REGULAR_FILE)
    if path.name.startswith("."):
        message = "a hidden folder, not looked into: name it, and it is read"
        raise Skipped(message, Code.HIDDEN)
    if parent is not None:
        os.close(os.open(path.name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=parent))
    message = "this folder could not be listed: run again"
    raise Unreadable(message, Code.CANNOT_READ)


def explain_refusal(error: OSError) -> Unreadable:
    """What the system's refusal means for a person."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ESTALE):
        return Unreadable("it was there when the folder was listed, and is no longer", Code.VANISHED)
    if error.errno in (errno.EACCES, errno.EPERM):
        return Unreadable("permission denied", Code.PERMISSION)
    if error.errno == errno.ELOOP:
        return Skipped("a symbolic link, not followed", Code.SYMLINK)
    if error.errno == errno.ENXIO:
        return Skipped("a pipe, socket or device, not a regular file", Code.NOT_REGULAR_FILE)
    return Unreadable(f"cannot be read: {(error.strerror or 'unknown error').lower()}", Code.CANNOT_READ)


class Watched:
    """Notices whether an open file changes: size, time and place, and for fresh files the bytes."""

    def __init__(self, opened: BinaryIO) -> None:
        self._opened = opened
        self._before = self._look()
        self.size = self._before[0]

    def read_all(self) -> bytes:
        """All its bytes, of one moment. Unreadable with CHANGED_DURING_READ if there is none such."""
        self._settle()
        raw = self._read(self.size)
        if self._is_fresh() and self._read(self.size) != raw:
            raise _changed()
        self.check()
        if len(raw) != self.size:
            raise _changed()
        return raw

    def hash_all(self, beat: Callable[[], None]) -> str:
        """SHA-256 of its bytes, piece by piece; calls `beat` now and then."""
        self._settle()
        found, since = hashlib.sha256(), 0
        self._opened.seek(0)
        while chunk := self._opened.read(_CHUNK_BYTES):
            found.update(chunk)
            since += len(chunk)
            if since >= _BEAT_BYTES:
                beat()
                since = 0
        self._opened.seek(0)
        self.check()
        return found.hexdigest()

    def check_all(self, digest: str, beat: Callable[[], None]) -> None:
        """As `check`; of a fresh file the bytes are compared too, by `digest`."""
        self.check()
        if self._is_fresh() and self.hash_all(beat) != digest:
            raise _changed()

    def check(self) -> None:
        """Unreadable with CHANGED_DURING_READ if it is not as it was."""
        if self._look() != self._before:
            raise _changed()

    def _look(self) -> tuple[int, int, int, int]:
        status = os.fstat(self._opened.fileno())
        return status.st_size, status.st_mtime_ns, status.st_dev, status.st_ino

    def _read(self, size: int) -> bytes:
        self._opened.seek(0)
        raw = self._opened.read(size)
        self._opened.seek(0)
        return raw

    def _age_ns(self) -> int:
        """Since its last change; clocks of other machines may be ahead of ours."""
        return abs(time.time_ns() - self._before[1])

    def _is_fresh(self) -> bool:
        return self._age_ns() < _FRESH_NS

    def _settle(self) -> None:
        time.sleep(max(0, _SETTLED_NS - self._age_ns()) / 1e9)


def _changed() -> Unreadable:
    return Unreadable("it changed while it was being read: run again", Code.CHANGED_DURING_READ)
