"""A file at work: what is known of it so far, and what its reading process may say of it."""

import hashlib
import os
from collections import deque

from attrs import Factory, define

from provenance.model.keys import make_key
from provenance.readers.interface import Document, FileEnd, FileToRead
from provenance.readers.isolation.frames import WireError

_BEAT_BYTES = 1 << 26
_HASH_DIGITS, _HEX = 64, frozenset("0123456789abcdef")
_UNKNOWN_SIZE = 10**12


@define
class Task:
    """A file that is being read. `after`: its documents so far. `begun`: path of the one in work."""

    file: FileToRead
    size: int
    job_bytes: int
    after: int = 0
    begun: str | None = None
    digest: str | None = None
    cpu_seconds: float = 0.0
    restarts: int = 0
    beats: int = 0
    is_tried_twice: bool = False
    is_done: bool = False
    out: deque[tuple[Document | FileEnd, int]] = Factory(deque)


def find_size(file: FileToRead) -> int:
    """Bytes of a file, 0 if the system does not say."""
    try:
        return os.lstat(file.path).st_size
    except OSError:
        return 0


def make_task(file: FileToRead) -> Task:
    """The task of reading a file from its beginning."""
    return Task(file, find_size(file), 2 * len(os.fsencode(file.path)) + 2 * len(file.stored))


def check_path(path: str, task: Task) -> str:
    """The same. WireError if it is neither the file nor in it."""
    if path == task.file.stored or path.startswith(task.file.stored + "#"):
        return path
    message = "a document of another file"
    raise WireError(message)


def check_digest(header: dict[str, object]) -> str | None:
    """The digest that a frame tells, or None. WireError if it is neither."""
    digest = header.get("digest")
    if digest is None or (isinstance(digest, str) and len(digest) == _HASH_DIGITS and set(digest) <= _HEX):
        return digest
    message = "a digest that is none"
    raise WireError(message)


def count_beat(task: Task) -> None:
    """Signs of life are as many as the file has pieces: none to win time with."""
    task.beats += 1
    if task.beats > 2 + 3 * (task.size or _UNKNOWN_SIZE) // _BEAT_BYTES:
        message = "too many signs of life"
        raise WireError(message)


def check_document(document: Document, task: Task) -> Document:
    """The same. WireError if its keys are not those of its path and bytes."""
    source, content = document.source, document.content
    path = check_path(source.path, task)
    digest = hashlib.sha256(content.raw).hexdigest() if content else None
    if source.content_id != digest or source.id != make_key("s", path, digest or source.state.value):
        message = "keys that do not belong to its document"
        raise WireError(message)
    return document
