"""Rows of tables and objects of JSON as documents: the text is one value, the others say what it is."""

import codecs
import re
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from attrs import evolve, field, frozen

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Basis
from provenance.readers.containers.columns import clean, describe, order_date
from provenance.readers.containers.lines import find_newline, of_encoding
from provenance.readers.decoding import Decoded, decode
from provenance.readers.documents.plain import read_plain
from provenance.readers.interface import Part, Reading
from provenance.readers.pages.html import read_html

MOST_SEARCHED = 5_000
"""Rows that are looked through for prose before a table is said to hold none."""
_SAMPLE_BYTES = 1 << 20
_MARKS = (
    *(codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF8),
    *(codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE),
)
_MARKUP = re.compile(
    r"\s{0,100}<(?:!doctype\s|(?:html|head|body|main|article|section|div|p|h[1-6]|table|ul|ol|blockquote|figure|"
    r"header|span|strong|em|b|i|a|img|br)(?=[\s/>]))",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</[a-z]|<(?:br|p|img)\b", re.IGNORECASE)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SHOWN_COLUMNS = 20


@frozen
class TextFile:
    """How the lines of a file are to be read. `sample`: its first text, whole lines if it has any.

    `notices`: of its decoding, for what is not ASCII. `newline`: what parts its records, in its encoding.
    `day_orders`: of columns with dates in figures, whether the day stands first.
    """

    encoding: str
    sample: str
    newline: bytes
    notices: tuple[Notice, ...]
    day_orders: Mapping[str, bool] = field(factory=dict)


@frozen
class Row:
    """`number`: from 1. `raw`: its bytes as they stand in the file. `notices`: of decoding and cutting it."""

    number: int
    raw: bytes
    media_type: str
    notices: tuple[Notice, ...] = ()


@frozen
class CellReader:
    """Reads a row's document, of which it holds the text already; the row's bytes stay what they are."""

    text: str
    column: str
    encoding: str
    notices: tuple[Notice, ...] = ()

    def __call__(self, raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
        """A value that begins as markup does is read as a page, any other as plain text."""
        text, notices = _without_damage(self.text)
        read = read_html if is_markup(text) else read_plain
        reading = read(text.encode("utf-8"), source_id, settings)
        return evolve(
            reading,
            encoding=self.encoding,
            extractor=f"column {self.column}, {reading.extractor}",
            notices=(*self.notices, *notices, *reading.notices),
        )


def begin_text(opened: BinaryIO) -> TextFile:
    """How `opened` is encoded, judged by its beginning; it then stands behind its byte order mark.

    Unreadable, with a code, for what is no text.
    """
    opened.seek(0)
    head = opened.read(_SAMPLE_BYTES)
    mark = next((mark for mark in _MARKS if head.startswith(mark)), b"")
    end = len(head) - len(head) % 4 if mark else head.rfind(b"\n") + 1
    decoded = decode(head[:end] or head if len(head) == _SAMPLE_BYTES else head)
    if not decoded.encoding.startswith("utf") and _is_mostly_utf8(head[:end]):
        decoded = Decoded(head.decode("utf-8", "replace"), "utf-8")
    newline = find_newline(decoded.text)
    opened.seek(len(mark))
    end = decoded.text.rfind(newline) + 1
    sample = decoded.text[: end or None] if len(head) == _SAMPLE_BYTES else decoded.text
    of_file = [notice for notice in of_encoding(decoded.notices) if notice.code != Code.DECODE_REPLACED]
    return TextFile(decoded.encoding, sample, newline.encode(decoded.encoding), tuple(of_file))


def make_part(row: Row, pairs: Sequence[tuple[str, object]], column: str, text: str, file: TextFile) -> Part:
    """The document of a row. `pairs`: the other columns' values, of which usual names become metadata."""
    dated = [
        (name, order_date(value, file.day_orders.get(name)) if isinstance(value, str) else value)
        for name, value in pairs
    ]
    described = describe(dated, Basis.METADATA, "column")
    notices = row.notices if row.raw.isascii() else (*file.notices, *row.notices)
    reader = CellReader(text, clean(column)[:100], file.encoding, notices)
    return Part(f"{row.number}", row.raw, f"{row.number}.txt", row.media_type, reader, described.metadata)


def damaged_part(number: int, raw: bytes, line: int, problem: str, *, is_too_long: bool = False) -> Part:
    """A row that cannot be read: refused, with its line; `is_too_long`: with the setting that says so."""
    if is_too_long:
        problem = f"{problem} (largest_bytes in [reading])"
    failure = Unreadable(f"line {line:,}: {problem}", Code.TOO_LARGE if is_too_long else Code.ROW_DAMAGED)
    return Part(f"{number}", raw, f"{number}.txt", failure=failure)


def explain_no_text(columns: Sequence[str], settings: ReadingSettings, *, has_prose: bool) -> Unreadable:
    """Why no row is a document, with what to do: Skipped if there is no prose in the table."""
    listed = ", ".join(clean(column)[:40] for column in columns[:_SHOWN_COLUMNS])
    wished = settings.text_column
    if wished:
        message = f"no column {wished} (text_column in [reading]); the columns are {listed}"
    else:
        message = f"no column of text; name it with text_column in [reading]; the columns are {listed}"
    if has_prose:
        return Unreadable(f"{message}; there is text in it", Code.NO_TEXT)
    return Skipped(message, Code.NO_TEXT)


def is_markup(text: str) -> bool:
    """Does a value begin with an element of HTML, and is there a second tag?"""
    return _MARKUP.match(text) is not None and _CLOSED.search(text[:100_000]) is not None


def _is_mostly_utf8(head: bytes) -> bool:
    """Are at least half of the lines that are not ASCII valid UTF-8? Each row is decoded by itself then."""
    wide = [line for line in head.splitlines() if not line.isascii()]
    valid = sum(1 for line in wide if "\ufffd" not in line.decode("utf-8", "replace"))
    return valid * 2 >= len(wide)


def _without_damage(text: str) -> tuple[str, tuple[Notice, ...]]:
    """Without NUL and lone surrogates, which escapes in JSON and tables can hold; one sign for one sign."""
    notices = []
    if "\x00" in text:
        notices.append(Notice(Code.NUL_BYTES, f"{text.count(chr(0))} NUL characters, shown as U+FFFD"))
        text = text.replace("\x00", "\ufffd")
    whole, count = _SURROGATES.subn("\ufffd", text)
    if count:
        notices.append(Notice(Code.DECODE_REPLACED, f"{count} halves of characters, shown as U+FFFD"))
    return whole, tuple(notices)
