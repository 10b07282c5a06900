"""One file → one source: opened with care, hashed, read by the reader of its format."""

import errno
import hashlib
import os
import stat
from pathlib import Path

from provenance.errors import Skipped, Unreadable
from provenance.model.keys import make_key
from provenance.model.notices import print_notices
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Content, Source, State
from provenance.readers.formats import find_format, list_suffixes, load_reader
from provenance.readers.interface import Format
from provenance.readers.languages import find_language
from provenance.readers.walk import printable_path, stored_path

LARGEST_BYTES = 20_000_000
"""A larger file is refused before it is read: a long book has 2 to 5 million."""

_OWN_MARK = b'name="generator" content="provenance'
"""What our own reports say of themselves in their first lines, as HTML and inside a Markdown comment."""
_OWN_MARK_BYTES = 4_000

_NOT_REGULAR = "not a regular file (a pipe, socket or device)"


def read_path(root: Path, path: Path) -> tuple[Source, Content | None]:
    """The source at `path`, stored under its path below `root`, and its content if it could be read.

    A file that cannot be read is a source too: its state and problem say why; nothing is raised for it.
    """
    stored = stored_path(root, path)
    try:
        format_ = _check_format(root, path)
        raw = _read_bytes(path)
        if _OWN_MARK in raw[:_OWN_MARK_BYTES]:
            message = "a report that provenance wrote: no document to compare with those it is about"
            raise Skipped(message)
        return _read_content(stored, format_, raw)
    except Skipped as reason:
        return _source_without_text(stored, State.SKIPPED, str(reason)), None
    except Unreadable as problem:
        return _source_without_text(stored, State.REFUSED, str(problem)), None
    except OSError as error:
        return _source_without_text(stored, State.REFUSED, _explain(error)), None


def _source_without_text(stored: str, state: State, problem: str) -> Source:
    return Source(id=make_key("s", stored, state.value), path=stored, state=state, problem=problem)


def _explain(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "a symbolic link, not followed"
    return f"cannot be read: {(error.strerror or 'unknown error').lower()}"


def _check_format(root: Path, path: Path) -> Format:
    """The file's format, from its name. Skipped for links and unknown names, Unreadable for devices."""
    mode = os.lstat(path).st_mode
    if stat.S_ISLNK(mode):
        raise Skipped(_describe_link(root, path))
    if stat.S_ISDIR(mode):
        os.listdir(path)  # raises what made the walk give up
        message = "this folder could not be listed: run again"
        raise Unreadable(message)
    if not stat.S_ISREG(mode):
        raise Unreadable(_NOT_REGULAR)
    format_ = find_format(path.name)
    if format_ is None:
        suffix = path.suffix or "no suffix"
        message = f"format not read yet ({suffix}); read are {list_suffixes()}"
        raise Skipped(message)
    return format_


def _is_inside(root: Path, path: Path) -> bool:
    target = os.path.realpath(path)
    return os.path.commonpath((target, os.path.realpath(root))) == os.path.realpath(root)


def _describe_link(root: Path, path: Path) -> str:
    target = printable_path(Path(os.readlink(path)))
    if not path.exists():
        return f"a symbolic link to {target}, which is not there"
    where = "inside the folder, read there" if _is_inside(root, path) else "outside the folder, not followed"
    return f"a symbolic link to {target}, {where}"


def _read_bytes(path: Path) -> bytes:
    """All bytes of a regular file that does not change meanwhile. Never waits on a pipe, follows no link."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb") as opened:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise Unreadable(_NOT_REGULAR)
        if before.st_size > LARGEST_BYTES:
            message = f"too large: {before.st_size:,} bytes, at most {LARGEST_BYTES:,} are read"
            raise Unreadable(message)
        raw = opened.read(LARGEST_BYTES + 1)
        after = os.fstat(descriptor)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(
        raw
    ) != after.st_size:
        message = "changed while it was being read: run again"
        raise Unreadable(message)
    return raw


def _read_content(stored: str, format_: Format, raw: bytes) -> tuple[Source, Content]:
    digest = hashlib.sha256(raw).hexdigest()
    source_id = make_key("s", stored, digest)
    reader = load_reader(format_)
    if reader is None:
        message = f"format not read yet ({format_.name})"
        raise Skipped(message)
    reading = reader(raw, source_id, ReadingSettings())
    language = find_language(reading.text)
    content = Content(
        digest, raw, format_.media_type, reading.encoding, reading.extractor, reading.text, language
    )
    source = Source(
        id=source_id,
        path=stored,
        state=State.WARNED if reading.notices else State.READ,
        content_id=digest,
        media_type=format_.media_type,
        text=reading.text,
        language=language,
        problem=print_notices(reading.notices),
        notices=reading.notices,
        metadata=reading.metadata,
    )
    return source, content
