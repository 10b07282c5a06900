"""Web archives: each page or document that was captured, with its address and the time of the capture."""

import gzip
import io
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

from attrs import evolve
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Basis, Metadatum
from provenance.readers.containers.columns import clean
from provenance.readers.containers.warc_payload import DAMAGE, find_content_type, parse_http, read_payload
from provenance.readers.containers.web_reader import WebReader
from provenance.readers.formats import FORMATS, find_format
from provenance.readers.interface import Part
from provenance.readers.statements.stamps import read_stamp

_DOCUMENT_RECORDS = ("response", "resource", "conversion")
_SCHEMES = ("http://", "https://", "ftp://", "file:")
_FOR_PROGRAMS = frozenset(("robots.txt", "ads.txt", "app-ads.txt", "sellers.json"))
"""What crawlers fetch of every site, by the names that its standards give it."""
_GOOD_STATUS = ("200", "203")
_PAGE_TYPES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
_VAGUE_TYPES = frozenset(
    ("", "application/octet-stream", "binary/octet-stream", "application/x-download", "application/download")
)
_OTHER_NAMES = {  # what servers call formats that we read
    "text/xml": ".xml",
    "text/rtf": ".rtf",
    "application/x-pdf": ".pdf",
    "text/x-markdown": ".md",
}
_SUFFIXES = {format_.media_type: format_.suffixes[0] for format_ in FORMATS} | _OTHER_NAMES
_UNREAD_SUFFIXES = frozenset(".doc .xls .xlsx .ppt .pptx .ods .odp .epub".split())
"""Documents that cannot be read are named each; pictures, scripts and the like are only counted."""
_MOST_SHOWN = 12
_PIECE_BYTES = 1 << 16


def split_warc(opened: BinaryIO, settings: ReadingSettings) -> Iterator[Part]:
    """The captured pages and documents; a member's number is that of its record in the file, from 1.

    Requests, redirects, failures, pictures, scripts and repeated captures are no documents: the last part,
    `others`, is skipped and counts them by kind. Unreadable with CONTAINER_DAMAGED where the file is cut off
    or damaged; at the end too, if records were longer or shorter than they say.
    """
    opened.seek(0)
    stream = _Whole(gzip.GzipFile(fileobj=opened)) if opened.read(2) == b"\x1f\x8b" else opened
    opened.seek(0)
    archive = _Archive(stream)
    others: Counter[str] = Counter()
    for number, record in archive.records():
        with redirect_stderr(archive.complaints):
            part = _read_record(number, record, settings)
            archive.finish(record)
        if not isinstance(part, str):
            yield part
        elif not archive.cut:
            others[part] += 1
    if others:
        yield Part("others", b"", "others", failure=Skipped(_count(others), Code.FORMAT_NOT_READ))
    broken = getattr(stream, "broken", None) or archive.cut
    if broken or archive.complaints.tell():
        message = broken or "records are longer or shorter than they say"
        message = f"the archive is damaged, text may be lost: {clean(message)[:200]}"
        raise Unreadable(message, Code.CONTAINER_DAMAGED)


class _Archive:
    """The records of a file. `complaints`: what the library would print of damage; `cut`: how it ends."""

    def __init__(self, stream: "BinaryIO | _Whole") -> None:
        self.stream = stream
        self.complaints = io.StringIO()
        self.cut = ""

    def records(self) -> Iterator[tuple[int, ArcWarcRecord]]:
        """(number, record), each to be read before the next is asked for."""
        number = 0
        try:
            with redirect_stderr(self.complaints):
                iterator = ArchiveIterator(self.stream, no_record_parse=True)
            while True:
                with redirect_stderr(self.complaints):
                    record = next(iterator, None)
                if record is None:
                    return
                if not _has_length(record):
                    self.cut = f"it ends or breaks in the header of a record, after {number:,} whole ones"
                    return
                number += 1
                yield number, record
        except (ArchiveLoadFailed, StatusAndHeadersParserException, *DAMAGE) as error:
            message = f"damaged after {number:,} records: {clean(f'{error}')[:200]}"
            raise Unreadable(message, Code.CONTAINER_DAMAGED) from error

    def finish(self, record: ArcWarcRecord) -> None:
        """Reads what is left of a record, which tells if it is all there."""
        try:
            while record.raw_stream.read(_PIECE_BYTES):
                pass
        except DAMAGE:
            return  # the next record is asked for, and says it
        if getattr(record.raw_stream, "limit", 0) > 0:
            self.cut = "it ends inside of a record"


class _Whole(io.RawIOBase):
    """A compressed stream that ends where it breaks; `broken` then says why."""

    def __init__(self, stream: gzip.GzipFile) -> None:
        super().__init__()
        self._stream = stream
        self._place = 0
        self.broken: str | None = None

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def read(self, size: int = -1) -> bytes:
        if self.broken is not None:
            return b""
        try:
            piece = self._stream.read1(size)  # gives what there is before it fails
        except (EOFError, OSError, zlib.error) as error:
            self.broken = f"{error}"
            return b""
        self._place += len(piece)
        return piece


def _has_length(record: ArcWarcRecord) -> bool:
    """Every record has to say its length; one that does not is cut off in its header."""
    length = record.rec_headers.get_header("Content-Length" if record.format == "warc" else "length")
    return record.length is not None and (length is None or length.strip() != "")


def _read_record(number: int, record: ArcWarcRecord, settings: ReadingSettings) -> Part | str:
    """The document of a record, or what kind of other thing it is."""
    address = clean(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    part = Part(f"{number}", b"", f"{number}")
    try:
        other = _name_other(record, address)
    except (StatusAndHeadersParserException, *DAMAGE) as error:
        message = f"damaged HTTP headers: {clean(f'{error}')[:100]}"
        return evolve(part, failure=Unreadable(message, Code.CONTAINER_DAMAGED))
    if other is not None:
        return other
    media_type, charset = find_content_type(record)
    suffix = _find_suffix(media_type, address)
    if suffix is None:
        return f"{media_type.partition('/')[0]} files" if "/" in media_type else "files without a known type"
    part = evolve(part, name=f"{number}{suffix}", metadata=_describe(record, address))
    try:
        raw = read_payload(record, settings)
    except Unreadable as problem:
        return evolve(part, failure=problem)
    part = evolve(part, raw=raw, notices=_notices(record))
    if suffix in (".html", ".txt") and charset and _is_in_doubt(raw):
        page_type = "text/html" if suffix == ".html" else "text/plain"
        return evolve(part, media_type=page_type, read=WebReader(charset, is_page=suffix == ".html"))
    return part


def _is_in_doubt(raw: bytes) -> bool:
    """Text that is not UTF-8: what the server said of its encoding counts."""
    if raw.startswith((b"%PDF-", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff")):
        return False
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _name_other(record: ArcWarcRecord, address: str) -> str | None:
    """What kind of record it is if it can hold no document; its HTTP headers are read meanwhile."""
    kind = record.rec_type or "unknown"
    if kind not in _DOCUMENT_RECORDS:
        return "repeated captures" if kind == "revisit" else f"{clean(kind)[:20]} records"
    if not address.casefold().startswith(_SCHEMES):
        return "records of the capturing program"  # wget's log: metadata://, screenshots: urn:, names: dns:
    if address.casefold().rpartition("/")[2] in _FOR_PROGRAMS:
        return "files for programs"
    parse_http(record, address)
    status = _status(record)
    if status is None or status in _GOOD_STATUS:
        return None
    return "redirects" if status.startswith("3") else f"answers with status {clean(status)[:10]}"


def _status(record: ArcWarcRecord) -> str | None:
    """The number of an HTTP answer; None of records that hold none."""
    if record.http_headers is None:
        return None
    return (record.http_headers.statusline or "").split(" ", 1)[0]


def _find_suffix(media_type: str, address: str) -> str | None:
    """The suffix of a name that tells the format, "" if its bytes must tell; None if it is no document."""
    if media_type in _PAGE_TYPES:
        return _PAGE_TYPES[media_type]
    if media_type in _SUFFIXES:
        return _SUFFIXES[media_type]
    try:
        suffix = PurePosixPath(urlsplit(address).path).suffix.casefold()
    except ValueError:
        suffix = ""
    is_document = find_format(f"x{suffix}") is not None or suffix in _UNREAD_SUFFIXES
    if media_type in _VAGUE_TYPES:
        return suffix if is_document else ""
    is_office = media_type.startswith(("application/vnd.", "application/ms"))
    return suffix if is_office and is_document else None


def _notices(record: ArcWarcRecord) -> tuple[Notice, ...]:
    cut = record.rec_headers.get_header("WARC-Truncated")
    if cut:
        return (Notice(Code.TEXT_LOST, f"cut off when it was captured ({clean(cut)[:40]})"),)
    if getattr(record.raw_stream, "limit", 0) > 0 and not record.raw_stream.read(1):
        return (Notice(Code.CONTAINER_DAMAGED, "the record is shorter than it says"),)
    return ()


def _describe(record: ArcWarcRecord, address: str) -> tuple[Metadatum, ...]:
    """Address and times, of which WARC and HTTP say themselves that they are in UTC."""
    found = []
    if address.casefold().startswith(("http://", "https://")):
        found.append(Metadatum("url", address, Basis.METADATA, None, "WARC-Target-URI"))
    captured = _date("captured_at", record.rec_headers.get_header("WARC-Date"), "WARC-Date")
    found += [captured] if captured else []
    if record.http_headers is not None:
        sent = _date("captured_at", record.http_headers.get_header("Date"), "HTTP Date")
        modified = _date("modified", record.http_headers.get_header("Last-Modified"), "HTTP Last-Modified")
        made_for_us = modified and any(time and _is_near(modified, time) for time in (captured, sent))
        found += [modified] if modified and not made_for_us else []
    return tuple(found)


def _date(name: str, text: str | None, field: str) -> Metadatum | None:
    stamp = read_stamp(clean(text or ""), is_utc=True)
    if stamp is None:
        return None
    return Metadatum(name, stamp.value, Basis.METADATA, None, field, stamp.earliest, stamp.latest, stamp.zone)


def _is_near(modified: Metadatum, captured: Metadatum) -> bool:
    """Was the page made at the moment of the capture? Then the time says nothing of its text."""
    return (modified.earliest or "")[:16] >= (captured.earliest or "")[:16]


def _count(others: Counter[str]) -> str:
    ranked = sorted(others.items(), key=lambda entry: (-entry[1], entry[0]))
    shown = [f"{count:,} {kind}" for kind, count in ranked[:_MOST_SHOWN]]
    if len(ranked) > _MOST_SHOWN:
        shown.append("and more")
    return f"records that are no documents, {others.total():,} in all: {', '.join(shown)}"
