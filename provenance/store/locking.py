"""The run lock: one run at a time on one database, let go by the system when the run dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provenance.errors import CannotWrite, Locked

_POLL_SECONDS = 0.05


@contextmanager
def run_lock(database: Path, wait_seconds: float = 0.0) -> Iterator[None]:
    """Hold the lock of `database`; Locked if another process still has it after `wait_seconds`.

    The lock is on a file of its own beside the database: closing any handle on the database itself would
    drop the locks that SQLite holds on it.
    """
    path = database.with_name(database.name + ".lock")
    held = _acquire(path, database, time.monotonic() + wait_seconds)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)  # while the lock is held: who waits sees that its file is gone
        os.close(held)


def _acquire(path: Path, database: Path, deadline: float) -> int:
    while True:
        handle = _open(path)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
        else:
            if _is_still_there(path, handle):
                return handle
            os.close(handle)
            continue
        if time.monotonic() >= deadline:
            message = f"{database}: another run is working on this database; wait until it has ended"
            raise Locked(message)
        time.sleep(_POLL_SECONDS)


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); a run needs to write beside its database"
        raise CannotWrite(message) from error


def _is_still_there(path: Path, handle: int) -> bool:
    """Is the locked file the one that the name stands for, and not one just removed?"""
    try:
        named = path.stat()
    except FileNotFoundError:
        return False
    held = os.fstat(handle)
    return (named.st_dev, named.st_ino) == (held.st_dev, held.st_ino)
