"""What every reader of a file format offers."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Protocol

from attrs import field, frozen

from provenance.model.notices import Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Content, Furniture, Metadatum, Source


@frozen
class FileToRead:
    """A file under one of the paths given. `stored`: its path relative to `root`, as sources carry it."""

    root: Path
    path: Path
    stored: str


@frozen
class Document:
    """One document of a file: a source, and its content if it could be read."""

    source: Source
    content: Content | None


@frozen
class FileEnd:
    """No more documents of `file` follow. `digest`: SHA-256 of its bytes, None if they could not be read."""

    file: FileToRead
    digest: str | None
    count: int
    cpu_seconds: float


@frozen
class Reading:
    """What a reader made of a document's bytes. `encoding`, `extractor`: how the text came out of them.

    `text` holds no NUL and no lone surrogate; "" if there is none, with a notice that says so. `metadata`:
    the preferred statement of each name first. `furniture`: by start, none overlapping another.
    """

    text: str
    encoding: str
    extractor: str
    metadata: tuple[Metadatum, ...] = ()
    notices: tuple[Notice, ...] = field(default=())
    furniture: tuple[Furniture, ...] = ()


class Reader(Protocol):
    """Bytes → text and metadata, for one family of formats. Runs in a process of its own, within limits."""

    def __call__(self, raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
        """Text and metadata of `raw`, with spans that name `source_id`.

        Unreadable, with a code, if nothing can be made of it; Skipped if it is no document.
        """
        ...


@frozen
class Part:
    """One document inside a file of several.

    `member`: its name there, what follows the # in its path: a number from 1, or a path in an archive;
    "" is the file itself, as the message of a mail with attachments.
    `raw`: its own bytes, as they stand in the file. `name`: a file name that tells its format ("3.eml"),
    unless `read` reads it. `media_type`: what it is called where `read` is given. `metadata`: what the
    container says of it, less preferred than what it says of itself, but for `captured_at` and `url`.
    `failure`: why there is nothing to read: it is refused, or skipped if that is a Skipped.
    """

    member: str
    raw: bytes
    name: str
    media_type: str | None = None
    read: Reader | None = None
    metadata: tuple[Metadatum, ...] = ()
    notices: tuple[Notice, ...] = ()
    failure: Exception | None = None


class Splitter(Protocol):
    """A file of several documents → its documents one by one, never all of them in memory."""

    def __call__(self, opened: BinaryIO, settings: ReadingSettings) -> Iterator[Part]:
        """The parts of the seekable file `opened`, in its order.

        Unreadable at any point where no more can be made of the file: what came before counts.
        """
        ...


class Census(Protocol):
    """An independent, cheap count of what text a file holds: against silent losses of its reader."""

    def __call__(self, raw: bytes) -> int:
        """About how many letters and digits the text in `raw` has; never raises."""
        ...


@frozen
class Format:
    """One row of the table of formats: a reader of one document, or a splitter into several.

    `reader`, `splitter`, `census`: "module:function", imported when first needed. `signatures`: how such a
    file begins, if it must.
    """

    name: str
    media_type: str
    suffixes: Sequence[str]
    reader: str | None = None
    splitter: str | None = None
    census: str | None = None
    signatures: Sequence[bytes] = ()
