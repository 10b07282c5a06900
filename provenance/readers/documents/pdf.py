"""PDF: the text of the pages as pypdf finds it, paragraphs joined, with the properties of the document."""

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from typing import TypeVar

import pypdf
from attrs import define, field
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import FurnitureKind, Metadatum
from provenance.readers.documents.assembly import (
    Block,
    drop_unchanged,
    empty_reading,
    join_blocks,
    make_property,
    make_reading,
)
from provenance.readers.documents.office_xml import get_attribute, iter_named, parse_part
from provenance.readers.documents.pdf_drawing import Drawing, count_odd_words
from provenance.readers.documents.pdf_pages import lay_out_pages
from provenance.readers.interface import Reading

_EXTRACTOR = f"pypdf {pypdf.__version__}"
_T = TypeVar("_T")
_DAMAGE = re.compile(
    r"circular|not defined|invalid stream|ignoring page tree|impossible to decode|trailer cannot be read|"
    r"truncated|(?:can not|cannot) be read|data might be wrong|EOF marker not found|object not found|"
    r"contents are not|broken line|exceeds maximum|too many lookup|error -\d while decompressing|"
    r"ignoring wrong pointing|resources are not|further form content|searching object|skipping the entry",
    re.IGNORECASE,
)
"""pypdf's messages of repairs after which something may be missing. A table of objects that was only found
elsewhere, or rebuilt from the objects themselves, is none: the text is the same."""
_FONTS = re.compile(
    r"output will be incomplete|text corruption|embedded font|encoding.{0,80}not implemented|fonttools",
    re.IGNORECASE,
)
_LONGEST_MESSAGE_CHARS = 150
_MOST_LISTED = 5
_XMP_DATES = {"CreateDate": "created", "ModifyDate": "modified"}
_MOST_AUTHORS = 20
_LEAST_ODD_WORDS = 2
"""Of a page, from which its text is said to stand in the wrong order."""


def read_pdf(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """The pages' text in the order in which pypdf finds it, a blank line between paragraphs and pages.

    Lines of a paragraph are joined (pdf_pages says why); headers, footers and page numbers that return on
    the pages are marked as furniture. All of pypdf's own limits hold. Pages that cannot be read, or hold
    pictures only, are warnings if others have text. Unreadable: PDF_DAMAGED, PDF_ENCRYPTED, PDF_LIMIT.
    """
    if not raw.strip():
        return empty_reading(_EXTRACTOR)
    with _listen() as heard:
        opened = _open(raw)
        pages = _Pages()
        pages.read(opened, settings)
        properties = _properties(opened)
    notices = [*pages.notices(), *_heard_notices(heard)]
    if not any(text.strip() for text in pages.texts):
        _refuse_damage(pages, notices)
    title = next((metadatum.value for metadatum in properties if metadatum.name == "title"), None)
    joined = join_blocks([*lay_out_pages(pages.texts, title), *pages.hidden], source_id)
    return make_reading(joined, source_id, _EXTRACTOR, properties, notices)


def _refuse_damage(pages: "_Pages", notices: Sequence[Notice]) -> None:
    """A file without text that is damaged is refused: nothing says that it is a scanned one."""
    if pages.failures:
        raise pages.failures[0][1]
    for notice in notices:
        if notice.code is Code.PDF_DAMAGED:
            message = f"no text could be read; {notice.text}"
            raise Unreadable(message, Code.PDF_DAMAGED)


def _attempt(function: Callable[[], _T], what: str) -> _T:
    """What `function` returns; Unreadable with the code of what went wrong.

    The one place where every exception is caught: pypdf documents that broken files might cause other
    exceptions than its own, and they do (AttributeError, KeyError, RecursionError, zlib.error …).
    Running out of memory is not the file's damage, and goes on to the reading process's own limit.
    """
    try:
        return function()
    except MemoryError:
        raise
    except LimitReachedError as error:
        message = f"{what}: a limit of pypdf was reached ({_shorten(error)})"
        raise Unreadable(message, Code.PDF_LIMIT) from error
    except FileNotDecryptedError as error:
        message = f"{what}: encrypted, and does not open without a password"
        raise Unreadable(message, Code.PDF_ENCRYPTED) from error
    except DependencyError as error:
        message = f"{what}: encrypted by AES, which needs a further Python package ({_shorten(error)})"
        raise Unreadable(message, Code.PDF_ENCRYPTED) from error
    except Unreadable:
        raise
    except Exception as error:
        message = f"{what} cannot be read: {type(error).__name__} ({_shorten(error)})"
        raise Unreadable(message, Code.PDF_DAMAGED) from error


def _shorten(message: object) -> str:
    line = " ".join(str(message).split())
    return line if len(line) <= _LONGEST_MESSAGE_CHARS else line[:_LONGEST_MESSAGE_CHARS] + "…"


def _open(raw: bytes) -> pypdf.PdfReader:
    """The document, opened with the empty password where it is encrypted. No one is asked for another."""
    opened = _attempt(lambda: pypdf.PdfReader(BytesIO(raw)), "the file")
    if opened.is_encrypted and not _attempt(lambda: opened.decrypt(""), "the file"):
        message = "encrypted: it opens with a password only"
        raise Unreadable(message, Code.PDF_ENCRYPTED)
    return opened


@define
class _Pages:
    """The text of each page, "" where there is none. `failures`: (page number from 1, why)."""

    texts: list[str] = field(factory=list)
    failures: list[tuple[int, Unreadable]] = field(factory=list)
    pictures: list[int] = field(factory=list)
    backward: list[int] = field(factory=list)
    hidden: list[Block] = field(factory=list)
    stated_count: int | None = None

    def read(self, opened: pypdf.PdfReader, settings: ReadingSettings) -> None:
        count = _attempt(lambda: len(opened.pages), "the list of pages")
        self.stated_count = _find_count(opened)
        if not count:
            message = "the file has no pages"
            raise Unreadable(message, Code.PDF_DAMAGED)
        size = 0
        for number in range(count):
            text = self._read_page(opened, number)
            size += len(text)
            if size > settings.largest_text_characters:
                limit = f"{settings.largest_text_characters:,} characters (largest_text_characters)"
                message = f"the text of the first {number + 1} pages has more than {limit}"
                raise Unreadable(message, Code.PDF_LIMIT)
            self.texts.append(text)

    def _read_page(self, opened: pypdf.PdfReader, number: int) -> str:
        try:
            page = _attempt(lambda: opened.pages[number], f"page {number + 1}")
            text = self._extract(page, number)
        except Unreadable as failure:
            self.failures.append((number + 1, failure))
            return ""
        if not text.strip() and _holds_picture(page):
            self.pictures.append(number + 1)
        return text

    def _extract(self, page: pypdf.PageObject, number: int) -> str:
        drawing = Drawing()

        def extract() -> str:
            return page.extract_text(
                visitor_text=drawing.hear_text, visitor_operand_before=drawing.hear_operator
            )

        drawn = str(_attempt(extract, f"page {number + 1}"))
        text, hidden = drawing.read(drawn)
        if hidden:
            self.hidden.append(
                Block(hidden, FurnitureKind.HIDDEN, f"drawn on page {number + 1}, but not seen")
            )
        if count_odd_words(text) >= _LEAST_ODD_WORDS:
            self.backward.append(number + 1)
        return text

    def notices(self) -> Iterator[Notice]:
        count = len(self.texts)
        if self.failures:
            first = self.failures[0][1]
            some = f"{len(self.failures)} of {count} pages"
            listed = _list_numbers([page for page, _ in self.failures])
            yield Notice(Code(first.code), f"{some} could not be read ({listed}): {first}")
        if self.stated_count is not None and self.stated_count != count:
            yield Notice(
                Code.PDF_DAMAGED, f"the list of pages says {self.stated_count:,} pages, it holds {count:,}"
            )
        if not any(text.strip() for text in self.texts):
            yield Notice(Code.NO_TEXT, f"none of {count} pages holds text: scanned pictures?")
        elif self.pictures:
            listed = _list_numbers(self.pictures)
            what = "hold a picture and no text: scanned?"
            yield Notice(Code.TEXT_LOST, f"{len(self.pictures)} of {count} pages ({listed}) {what}")
        if self.backward:
            listed = _list_numbers(self.backward)
            what = "words of Arabic or Hebrew stand in the order in which they are seen, not read"
            yield Notice(Code.TEXT_LOST, f"{listed}: {what}; they cannot be searched or compared")


def _list_numbers(pages: Sequence[int]) -> str:
    listed = ", ".join(map(str, pages[:_MOST_LISTED]))
    return f"{'page' if len(pages) == 1 else 'pages'} {listed}{' …' if len(pages) > _MOST_LISTED else ''}"


def _find_count(opened: pypdf.PdfReader) -> int | None:
    """How many pages the document says it has."""

    def find() -> object:
        pages = opened.root_object["/Pages"].get_object()
        return pages.get("/Count") if isinstance(pages, pypdf.generic.DictionaryObject) else None

    try:
        count = _attempt(find, "the list of pages")
    except Unreadable:
        return None
    return int(count) if isinstance(count, int) else None


def _holds_picture(page: pypdf.PageObject) -> bool:
    def find() -> bool:
        resources = page.get("/Resources", {}).get_object()
        found = resources.get("/XObject", {})
        return any(
            found[name].get_object().get("/Subtype") in ("/Image", "/Form") for name in list(found)[:50]
        )

    try:
        return _attempt(find, "the page's resources")
    except Unreadable:
        return False


class _Ear(logging.Handler):
    """Keeps what pypdf logs of its repairs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if len(self.messages) < 10_000:
            self.messages.append(_shorten(record.getMessage()))


@contextmanager
def _listen() -> Iterator[list[str]]:
    """What pypdf says meanwhile, instead of on standard error."""
    logger, ear = logging.getLogger("pypdf"), _Ear()
    before = logger.propagate
    logger.addHandler(ear)
    logger.propagate = False
    try:
        yield ear.messages
    finally:
        logger.removeHandler(ear)
        logger.propagate = before


def _heard_notices(messages: Sequence[str]) -> Iterator[Notice]:
    for code, pattern, what in (
        (Code.PDF_DAMAGED, _DAMAGE, "repaired while it was read"),
        (Code.TEXT_LOST, _FONTS, "characters of a font may be missing or wrong"),
    ):
        chosen = list(dict.fromkeys(message for message in messages if pattern.search(message)))
        if chosen:
            more = f" and {len(chosen) - 1} more" if len(chosen) > 1 else ""
            yield Notice(code, f"{what}: {chosen[0]}{more}")


def _properties(opened: pypdf.PdfReader) -> list[Metadatum]:
    """Of the document information, then of the XMP packet where that says something else."""
    found: list[Metadatum] = []
    for find in (_find_information, _find_xmp):
        try:
            stated = _attempt(partial(find, opened), "the properties")
        except Unreadable:
            continue
        known = {(metadatum.name, metadatum.value) for metadatum in found}
        found += [metadatum for metadatum in stated if (metadatum.name, metadatum.value) not in known]
    return drop_unchanged(sorted(found, key=lambda metadatum: _NAMES.index(metadatum.name)))


_NAMES = ("title", "author", "created", "modified")


def _find_information(opened: pypdf.PdfReader) -> list[Metadatum]:
    stated = opened.metadata
    if stated is None:
        return []
    return [
        *make_property("title", stated.title, "PDF /Title"),
        *make_property("author", stated.author, "PDF /Author"),
        *make_property("created", _print(stated.creation_date_raw), "PDF /CreationDate"),
        *make_property("modified", _print(stated.modification_date_raw), "PDF /ModDate"),
    ]


def _print(value: object) -> str:
    return str(value) if value else ""


def _find_xmp(opened: pypdf.PdfReader) -> list[Metadatum]:
    packet = opened.root_object.get("/Metadata")
    stream = packet.get_object() if packet is not None else None
    if not isinstance(stream, pypdf.generic.StreamObject):
        return []
    root, _ = parse_part(bytes(stream.get_data()).strip(b"\x00 \r\n\t"), "the XMP packet")
    if root is None:
        return []
    found: list[Metadatum] = []
    for name, element_name in (("title", "title"), ("author", "creator")):
        for element in list(iter_named(root, element_name))[:1]:
            for value in list(iter_named(element, "li"))[:_MOST_AUTHORS]:
                found += make_property(name, value.text, f"PDF XMP dc:{element_name}")
    for date_name, name in _XMP_DATES.items():
        stated = [get_attribute(element, date_name) for element in iter_named(root, "Description")]
        stated += [element.text for element in iter_named(root, date_name)]
        for value in [value for value in stated if value][:1]:
            found += make_property(name, value, f"PDF XMP xmp:{date_name}")
    return found
