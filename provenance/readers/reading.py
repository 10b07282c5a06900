"""One document's bytes → a source, whatever its reader does: the frame around every reader."""

import hashlib
import re

from attrs import field, frozen

from provenance.errors import Skipped, Unreadable
from provenance.model.keys import make_key
from provenance.model.notices import Code, Notice, print_notices
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Content, Metadatum, Source, State
from provenance.readers.interface import Census, Document, Reader, Reading
from provenance.readers.languages import find_language
from provenance.readers.oddities import find_oddities
from provenance.readers.refusals import check_size, explain_failure, refuse
from provenance.text.masking import lacks_article, mask

LEAST_SHARE = 0.8
"""Share of a file's letters and digits that its text must have; less is said to be a loss. Of 150 pages of
many programs' documentation none had less than all of them: the rest is room for how a count may differ."""
LEAST_COUNT = 40
"""Letters and digits from which shares say something."""

_OWN_MARK = b'name="generator" content="provenance'
"""What our own reports say of themselves in their first lines, as HTML and inside a Markdown comment."""
_OWN_MARK_BYTES = 4_000
_WORD_PIECE = re.compile(r"[^\W_]+")
_OF_THE_CONTAINER = ("url", "captured_at")
"""What a container knows better than the document: where it was fetched, and when."""


@frozen
class Task:
    """A document to be read. `path`: stored path with member. `name`: of its format, for messages.

    `notices`, `metadata`: what is known of it before it is read.
    """

    path: str
    raw: bytes
    read: Reader
    name: str
    media_type: str
    census: Census | None = None
    notices: tuple[Notice, ...] = field(default=())
    metadata: tuple[Metadatum, ...] = ()


def read_document(task: Task, settings: ReadingSettings) -> Document:
    """The document of a task: read, warned, refused or skipped; nothing is raised for it."""
    digest = hashlib.sha256(task.raw).hexdigest()
    source_id = make_key("s", task.path, digest)
    try:
        check_size(len(task.raw), settings)
        if _OWN_MARK in task.raw[:_OWN_MARK_BYTES]:
            message = "a report that provenance wrote: no document to compare with those it is about"
            raise Skipped(message, Code.OWN_REPORT)
        reading = _read(task, source_id, settings)
        return _make_document(task, source_id, digest, reading, settings)
    except (Exception, SystemExit) as failure:
        # Broad on purpose, and only here and around splitters: parsers of other houses raise whatever they
        # stumble over on a damaged file, AttributeError and KeyError too, and one file must not end the run.
        return refuse(task.path, explain_failure(failure, task.name, settings))


def _read(task: Task, source_id: str, settings: ReadingSettings) -> Reading:
    """What the reader makes of it; nothing, with EMPTY, where there is nothing in any format."""
    if not task.raw.strip():
        what = "white space only" if task.raw else "the file is empty"
        return Reading("", "utf-8", "none", notices=(Notice(Code.EMPTY, what),))
    reading = task.read(task.raw, source_id, settings)
    length, limit = len(reading.text), settings.largest_text_characters
    if length > limit:
        message = f"a text of {length:,} characters, at most {limit:,} (largest_text_characters in [reading])"
        raise Unreadable(message, Code.OUTPUT_LIMIT)
    return reading


def _make_document(
    task: Task, source_id: str, digest: str, reading: Reading, settings: ReadingSettings
) -> Document:
    notices = (*task.notices, *reading.notices, *find_oddities(reading.text), *_find_loss(task, reading))
    metadata = merge_metadata(reading.metadata, task.metadata)
    known = {notice.code for notice in notices}
    if Code.NO_ARTICLE_TEXT not in known and lacks_article(reading.text, reading.furniture, metadata):
        notices = (*notices, Notice(Code.NO_ARTICLE_TEXT, "all of the text is page furniture"))
    notices = tuple(dict.fromkeys(notices))
    language = _find_language(reading)
    content = Content(
        digest, task.raw, task.media_type, reading.encoding, reading.extractor, reading.text, language
    )
    source = Source(
        id=source_id,
        path=task.path,
        state=State.WARNED if notices else State.READ,
        content_id=digest,
        media_type=task.media_type,
        text=reading.text,
        language=language,
        problem=print_notices(notices),
        metadata=metadata,
        notices=notices,
        furniture=reading.furniture,
    )
    return Document(source, content)


def merge_metadata(own: tuple[Metadatum, ...], given: tuple[Metadatum, ...]) -> tuple[Metadatum, ...]:
    """A document's statements on itself before its container's, but for address and time of capture."""
    first = tuple(metadatum for metadatum in given if metadatum.name in _OF_THE_CONTAINER)
    return (*first, *own, *(metadatum for metadatum in given if metadatum not in first))


def _find_loss(task: Task, reading: Reading) -> tuple[Notice, ...]:
    """A notice if the independent count finds much more text in the bytes than the reader did."""
    if task.census is None:
        return ()
    expected = task.census(_in_utf8(task.raw, reading.encoding))
    found = sum(len(piece[0]) for piece in _WORD_PIECE.finditer(reading.text))
    if expected < LEAST_COUNT or found >= LEAST_SHARE * expected:
        return ()
    message = f"{found:,} letters and digits were read of about {expected:,} in the file"
    return (Notice(Code.TEXT_LOST, message),)


def _in_utf8(raw: bytes, encoding: str) -> bytes:
    """The bytes with their characters as UTF-8: in other encodings a letter may be counted as several."""
    try:
        return raw.decode(encoding, "replace").encode("utf-8", "replace")
    except LookupError:  # what the reader names is no encoding of text
        return raw


def _find_language(reading: Reading) -> str | None:
    """Of what is no furniture; of all where that says too little."""
    if not reading.furniture:
        return find_language(reading.text)
    article = " ".join(mask(reading.text, [part.span for part in reading.furniture]).split())
    return find_language(article) or find_language(reading.text)
