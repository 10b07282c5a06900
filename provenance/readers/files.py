"""One file → its documents: opened with care, hashed, read by the reader of its format or taken apart."""

import hashlib
from collections.abc import Callable, Generator, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TypeVar

from attrs import define, evolve, frozen

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Metadatum
from provenance.readers.formats import find_format, load_census, load_reader, load_splitter
from provenance.readers.interface import Document, Format, Part, Reading, Splitter
from provenance.readers.opening import Watched, explain_refusal, open_regular
from provenance.readers.reading import Task, read_document
from provenance.readers.refusals import check_size, explain_failure, refuse, too_large
from provenance.readers.sidecars import OF_ALL_MEMBERS
from provenance.readers.sniffing import HEAD_BYTES, choose_format

Choice = Callable[[str, bytes], tuple[Format, tuple[Notice, ...]]]
"""How the format of a file is found from its name and its beginning; raises Unreadable or Skipped if none."""

Loaded = TypeVar("Loaded")


def _nothing(*_given: object) -> None:
    return None


@frozen
class Watch:
    """Who wants to know how far reading is. `opened`: the file's digest, before anything is parsed.

    `begin`: the path of a document that will be read now. `beat`: long work of ours goes on.
    """

    opened: Callable[[str], None] = _nothing
    begin: Callable[[str], None] = _nothing
    beat: Callable[[], None] = _nothing


_UNWATCHED = Watch()


@define
class _Progress:
    """Of one file. `after`: so many documents are known already. `count`: come by so far, those included.

    `is_told`: one of them has the file's own path, `stored`; there is never a second one.
    """

    stored: str
    settings: ReadingSettings
    after: int
    choose: Choice
    watch: Watch
    count: int = 0
    is_told: bool = False


@frozen
class _Container:
    """A file, or a document in one, that holds documents. `depth`: 1 for the file itself.

    `metadata`: what the container that it lies in says of it.
    """

    path: str
    name: str
    media_type: str
    opened: BinaryIO
    split: Splitter
    notices: tuple[Notice, ...]
    depth: int
    metadata: tuple[Metadatum, ...] = ()

    def said_of(self, member: str) -> tuple[Metadatum, ...]:
        """What of that holds for one of its documents; "" is the file itself, as the message of a mail."""
        return tuple(one for one in self.metadata if not member or one.name in OF_ALL_MEMBERS)


def read_file(
    root: Path,
    path: Path,
    stored: str,
    settings: ReadingSettings,
    *,
    after: int = 0,
    choose: Choice = choose_format,
    watch: Watch = _UNWATCHED,
) -> Generator[Document, None, str | None]:
    """The documents of the file at `path` below `root`, one by one, but for the first `after`.

    At least one for every file: what cannot be read is a source that says why; nothing is raised for it.
    Returns the SHA-256 of the file's bytes, None if they could not be read or changed meanwhile.
    It reads in this process, without any limit of time or memory: hostile files are for read_files.
    """
    progress = _Progress(stored, settings, after, choose, watch)
    try:
        with open_regular(root, path) as opened:
            return (yield from _read_opened(opened, stored, progress))
    except Unreadable as reason:
        yield from _say_why(reason, progress)
    except OSError as error:
        yield from _say_why(explain_refusal(error), progress)
    return None


def _say_why(reason: Unreadable, progress: _Progress) -> Iterator[Document]:
    """The last document of a file, beyond any limit of their number."""
    if not progress.is_told:
        progress.count += 1
        if progress.count > progress.after:
            yield refuse(progress.stored, reason)


def _read_opened(opened: BinaryIO, stored: str, progress: _Progress) -> Generator[Document, None, str | None]:
    settings, file = progress.settings, Watched(opened)
    _check_name(stored, file.size, settings)
    format_, notices = progress.choose(stored, opened.read(HEAD_BYTES))
    split = _load(load_splitter, format_)
    if split is None:
        check_size(file.size, settings)
        raw = file.read_all()
        digest = hashlib.sha256(raw).hexdigest()
        progress.watch.opened(digest)
        yield from _read_one(_make_task(format_, stored, raw, notices), progress)
        return digest
    _check_file_size(file.size, settings)
    digest = file.hash_all(progress.watch.beat)
    progress.watch.opened(digest)
    name, media_type = format_.name, format_.media_type
    yield from _read_parts(_Container(stored, name, media_type, opened, split, notices, 1), progress)
    file.check_all(digest, progress.watch.beat)
    return digest


def _check_name(stored: str, size: int, settings: ReadingSettings) -> None:
    """Skipped or Unreadable where name and size already say no."""
    name = PurePosixPath(stored).name
    promised = find_format(name)
    if promised is None and name.startswith("."):
        message = "a hidden file that is not named like a document"
        raise Skipped(message, Code.HIDDEN)
    if promised is not None and promised.reader is not None:
        check_size(size, settings)


def _check_file_size(size: int, settings: ReadingSettings) -> None:
    if size > settings.largest_file_bytes:
        raise too_large(size, settings.largest_file_bytes, "largest_file_bytes")


def _make_task(format_: Format, path: str, raw: bytes, notices: tuple[Notice, ...]) -> Task:
    read, census = _load(load_reader, format_), _load(load_census, format_)
    if read is None:
        message = f"format not read yet ({format_.name})"
        raise Skipped(message, Code.FORMAT_NOT_READ)
    return Task(path, raw, read, format_.name, format_.media_type, census, notices)


def _load(load: Callable[[Format], Loaded], format_: Format) -> Loaded:
    try:
        return load(format_)
    except ImportError as error:
        message = f"what reads {format_.name} is not installed ({error.name})"
        raise Unreadable(message, Code.FORMAT_NOT_READ) from error


def _emit(progress: _Progress, path: str, make: Callable[[], Document]) -> Iterator[Document]:
    """One more document of the file, made unless it is known already. Unreadable if it is one too many."""
    limit = progress.settings.most_documents
    if progress.count >= limit:
        message = f"{limit:,} documents of it were read, the rest is not (most_documents in [reading])"
        raise Unreadable(message, Code.TOO_MANY_DOCUMENTS)
    progress.count += 1
    progress.is_told = progress.is_told or path == progress.stored
    if progress.count > progress.after:
        progress.watch.begin(path)
        yield make()


def _refuse(progress: _Progress, path: str, reason: Unreadable) -> Iterator[Document]:
    return _emit(progress, path, partial(refuse, path, reason))


def _read_one(task: Task, progress: _Progress) -> Iterator[Document]:
    return _emit(progress, task.path, partial(read_document, task, progress.settings))


def _read_parts(container: _Container, progress: _Progress) -> Iterator[Document]:
    """Documents of a container up to where it breaks; of a broken or empty one, a source that says so."""
    before = progress.count
    for part in _split(container, progress.settings):
        if isinstance(part, Unreadable):
            count = progress.count - before
            where = f"after {count:,} document{'s' if count > 1 else ''}: " if count else ""
            reason = type(part)(f"{where}{part}", part.code)
            yield from _refuse(progress, container.path, reason)
            return
        yield from _read_part(container, part, progress)
    if progress.count == before:
        yield from _read_empty(container, progress)


def _split(container: _Container, settings: ReadingSettings) -> Iterator[Part | Unreadable]:
    """The parts, and at the end why there are no more, if something broke."""
    is_empty = not container.opened.read(1)
    container.opened.seek(0)
    if is_empty:
        return
    try:
        yield from container.split(container.opened, settings)
    except (Exception, SystemExit) as failure:  # as in read_document, and for the same reason
        yield explain_failure(failure, container.name, settings)


def _read_part(container: _Container, part: Part, progress: _Progress) -> Iterator[Document]:
    member = part.member.encode("utf-8", "backslashreplace").decode()
    path = f"{container.path}#{member}" if member else container.path
    try:
        inner = _prepare_part(container, part, path, progress)
    except Unreadable as reason:
        yield from _refuse(progress, path, reason)
        return
    if isinstance(inner, Task):
        yield from _read_one(inner, progress)
    else:
        yield from _read_parts(inner, progress)


def _prepare_part(container: _Container, part: Part, path: str, progress: _Progress) -> Task | _Container:
    """What is to be done with a part. Unreadable, or Skipped, if nothing is."""
    if part.failure is not None:
        raise explain_failure(part.failure, container.name, progress.settings)
    notices = (*container.notices, *part.notices)
    part = evolve(part, metadata=(*part.metadata, *container.said_of(part.member)))
    if part.read is not None:
        media_type = part.media_type or container.media_type
        return Task(path, part.raw, part.read, container.name, media_type, None, notices, part.metadata)
    format_, odd = progress.choose(part.name, part.raw[:HEAD_BYTES])
    split = _load(load_splitter, format_)
    if split is None:
        task = _make_task(format_, path, part.raw, (*notices, *odd))
        return evolve(task, metadata=part.metadata, media_type=part.media_type or task.media_type)
    depth, limit = container.depth + 1, progress.settings.deepest_container
    if depth > limit:
        message = f"it lies in {limit} containers and is one itself (deepest_container in [reading])"
        raise Unreadable(message, Code.NESTING_LIMIT)
    return _Container(
        *(path, format_.name, format_.media_type, BytesIO(part.raw), split),
        *((*part.notices, *odd), depth, part.metadata),
    )


def _read_empty(container: _Container, progress: _Progress) -> Iterator[Document]:
    """A container without documents is a document without text, if it is no larger than one may be."""
    raw = _read_small(container.opened, progress.settings.largest_bytes)
    message = "there is no document in it"
    if raw is None:
        return _refuse(progress, container.path, Unreadable(message, Code.EMPTY))
    notices = (*container.notices, Notice(Code.EMPTY, message)) if raw.strip() else container.notices
    task = Task(container.path, raw, _read_nothing, container.name, container.media_type, None, notices)
    return _read_one(task, progress)


def _read_small(opened: BinaryIO, limit: int) -> bytes | None:
    opened.seek(0)
    raw = opened.read(limit + 1)
    return raw if len(raw) <= limit else None


def _read_nothing(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """The reading of a container in which there is nothing to read."""
    del raw, source_id, settings
    return Reading("", "utf-8", "none")
