"""Mails: the headers that a reader is shown and the text below them, quoted replies included."""

import re
from collections.abc import Iterator, Sequence
from email.utils import parseaddr
from functools import partial

from attrs import define, evolve, field

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Basis, Furniture, FurnitureKind, Metadatum
from provenance.model.spans import Span
from provenance.readers.containers.web_reader import WebReader
from provenance.readers.decoding import decode
from provenance.readers.documents.mail_headers import read_header
from provenance.readers.documents.mail_parts import Letter, TextPart, open_mail
from provenance.readers.documents.mail_text import find_end, unflow
from provenance.readers.interface import Reading
from provenance.readers.pages.html import read_html
from provenance.readers.statements.furniture import find_furniture
from provenance.readers.statements.knowledge import reading_knowledge
from provenance.readers.statements.stamps import read_stamp
from provenance.readers.statements.visible import find_visible
from provenance.text.masking import mask

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_SHOWN_CHARS = 1_000
_WEB = re.compile(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)
_FROM_BODY = ("published", "publisher", "url", "canonical_url")
"""What the text below the headers may say of itself: a press release has its dateline there."""


def read_mail(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """The shown headers, a blank line, and the text; attachments are documents of their own.

    Of alternatives the plain text is taken, unless the page beside it says much more. Quoted replies are
    part of the text; the signature, a mailing list's footer and the headers but for the subject are
    furniture. A page that a browser saved as one file (.mhtml) has the form of a mail: it is read as a page.
    """
    return read_letter(open_mail(raw), source_id, settings)


def read_message(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """A mail in a mailbox, which gives its attachments as documents of their own."""
    return read_letter(open_mail(raw, is_in_mailbox=True), source_id, settings)


def read_letter(letter: Letter, source_id: str, settings: ReadingSettings) -> Reading:
    """The text of a mail that was taken apart."""
    if letter.is_saved_page:
        return _read_saved_page(letter, source_id, settings)
    sheet = _Sheet(source_id)
    _write_headers(letter, sheet)
    for part in letter.texts:
        if part.is_page:
            _write_page(part, sheet, settings)
        else:
            _write_plain(part, sheet)
    if not sheet.extractors:
        sheet.notices.append(Notice(Code.NO_TEXT, "there is no text in the mail"))
    found = _unique([*sheet.metadata, *_hidden_headers(letter), *sheet.from_body])
    notices = tuple(dict.fromkeys((*letter.notices, *sheet.notices)))
    furniture = tuple(_without_overlap(sheet.furniture))
    extractor = ", ".join(["mail", *dict.fromkeys(sheet.extractors)])
    return Reading("".join(sheet.pieces), sheet.encoding or "ascii", extractor, found, notices, furniture)


@define
class _Sheet:
    """The text as it grows, and what is known of its places."""

    source_id: str
    pieces: list[str] = field(factory=list)
    size: int = 0
    encoding: str = ""
    metadata: list[Metadatum] = field(factory=list)
    from_body: list[Metadatum] = field(factory=list)
    notices: list[Notice] = field(factory=list)
    furniture: list[Furniture] = field(factory=list)
    extractors: list[str] = field(factory=list)

    def write(self, text: str) -> int:
        """Where the text that was added begins."""
        start = self.size
        self.pieces.append(text)
        self.size += len(text)
        return start

    def span(self, start: int, end: int) -> Span:
        return Span(self.source_id, start, end)

    def mark(self, start: int, end: int, kind: FurnitureKind, reason: str) -> None:
        if end > start:
            self.furniture.append(Furniture(self.span(start, end), kind, reason))


def _write_headers(letter: Letter, sheet: _Sheet) -> None:
    for name in _SHOWN:
        raw = (
            ", ".join(letter.raw_headers(name))
            if name in ("To", "Cc")
            else next(iter(letter.raw_headers(name)), "")
        )
        shown = read_header(raw)[:_SHOWN_CHARS].rstrip()
        if not shown:
            continue
        start = sheet.write(f"{name}: {shown}\n")
        place = start + len(name) + 2
        if name != "Subject":
            sheet.mark(start, place + len(shown), FurnitureKind.NOTICE, f"mail header {name}")
        sheet.metadata += _state_header(name, raw, shown, partial(_span_at, sheet.source_id, place))
    sheet.metadata.sort(key=lambda metadatum: ("title", "author", "published").index(metadatum.name))


def _span_at(source_id: str, place: int, start: int, end: int) -> Span:
    return Span(source_id, place + start, place + end)


def _state_header(name: str, raw: str, shown: str, span: partial[Span]) -> Iterator[Metadatum]:
    """What a shown header says. `span`: from places in `shown` to places in the text."""
    if name == "Subject":
        yield Metadatum("title", shown, Basis.STATED, span(0, len(shown)))
    elif name == "From":
        author = _read_author(raw[:_SHOWN_CHARS])
        start = shown.find(author) if author else -1
        if start >= 0:
            yield Metadatum("author", author, Basis.STATED, span(start, start + len(author)))
    elif name == "Date":
        dated = _date("published", shown, None)
        if dated is not None:
            yield evolve(dated, basis=Basis.STATED, span=span(0, len(shown)))


def _read_author(raw: str) -> str:
    """The name of the first who wrote, or the address where there is no name."""
    try:
        full_name, address = parseaddr(raw.split(">,", 1)[0])
    except (ValueError, IndexError, RecursionError):
        return ""
    return read_header(full_name).strip(" \"'") or read_header(address)


def _hidden_headers(letter: Letter) -> Iterator[Metadatum]:
    """What headers say that mail programs do not show at first."""
    if not any(_date("published", shown, None) for shown in letter.headers("Date")[:1]):
        received = [value.rpartition(";")[2] for value in letter.headers("Received")]
        dated = _date("published", received[-1], "mail header Received") if received else None
        yield from [dated] if dated else []
    organization = letter.header("Organization")
    list_name = letter.header("List-Id").partition("<")[0].strip(" \"'")
    for header, value in (("Organization", organization), ("List-Id", list_name)):
        if value and len(value) <= 200:
            yield Metadatum("publisher", value, Basis.METADATA, None, f"mail header {header}")
    for name, header in (("sender", "Sender"), ("message_id", "Message-ID"), ("in_reply_to", "In-Reply-To")):
        value = letter.header(header)[:_SHOWN_CHARS]
        if value:
            yield Metadatum(name, value, Basis.METADATA, None, f"mail header {header}")
    address = _WEB.search(letter.header("Archived-At"))
    if address:
        yield Metadatum("url", address[0], Basis.METADATA, None, "mail header Archived-At")


def _date(name: str, text: str, header: str | None) -> Metadatum | None:
    stamp = read_stamp(text)
    if stamp is None:
        return None
    return Metadatum(
        name, stamp.value, Basis.METADATA, None, header, stamp.earliest, stamp.latest, stamp.zone
    )


def _write_plain(part: TextPart, sheet: _Sheet) -> None:
    try:
        decoded = decode(part.raw, part.charset)
    except Unreadable as problem:
        sheet.notices.append(Notice(Code.DOCUMENT_DAMAGED, f"a text part cannot be read: {problem}"))
        return
    text = unflow(decoded.text, deletes_space=part.deletes_space) if part.is_flowed else decoded.text
    if not text.strip():
        return
    start = _begin_part(sheet, decoded.encoding, "plain")
    sheet.write(text if text.endswith("\n") else f"{text}\n")
    sheet.notices += decoded.notices
    end = find_end(text)
    if end is not None:
        sheet.mark(start + end[0], start + len(text.rstrip()), FurnitureKind.NOTICE, end[1])
    marked = find_furniture(text, sheet.source_id)
    sheet.furniture += [_shift(one, start) for one in marked]
    article = mask(text, [one.span for one in marked])
    said = find_visible(article, sheet.source_id, reading_knowledge(), text, sheet.metadata)
    sheet.from_body += _shift_metadata(said, start)


def _write_page(part: TextPart, sheet: _Sheet, settings: ReadingSettings) -> None:
    try:
        reading = _read_page(part, sheet.source_id, settings)
    except Unreadable as problem:
        sheet.notices.append(Notice(Code.NO_TEXT, f"the mail's page cannot be read: {problem}"))
        return
    if not reading.text.strip():
        return
    start = _begin_part(sheet, reading.encoding, reading.extractor)
    sheet.write(f"{reading.text}\n")
    sheet.notices += reading.notices
    sheet.furniture += [_shift(one, start) for one in reading.furniture]
    sheet.from_body += _shift_metadata(reading.metadata, start)


def _read_page(part: TextPart, source_id: str, settings: ReadingSettings) -> Reading:
    read = WebReader(part.charset, is_page=True) if part.charset else read_html
    return read(part.raw, source_id, settings)


def _begin_part(sheet: _Sheet, encoding: str, extractor: str) -> int:
    """Where a further part's text begins: after a blank line."""
    if sheet.pieces:
        sheet.write("\n")
    sheet.encoding = sheet.encoding or encoding
    sheet.extractors.append(extractor)
    return sheet.size


def _shift(one: Furniture, start: int) -> Furniture:
    return evolve(one, span=Span(one.span.source_id, one.span.start + start, one.span.end + start))


def _shift_metadata(found: Sequence[Metadatum], start: int) -> list[Metadatum]:
    kept = [metadatum for metadatum in found if metadatum.name in _FROM_BODY]
    return [
        evolve(one, span=Span(one.span.source_id, one.span.start + start, one.span.end + start))
        if one.span
        else one
        for one in kept
    ]


def _read_saved_page(letter: Letter, source_id: str, settings: ReadingSettings) -> Reading:
    """A page in the form of a mail: the mail's headers are the browser's."""
    part = next(part for part in letter.texts if part.is_page)
    reading = _read_page(part, source_id, settings)
    address = _WEB.fullmatch(letter.header("Snapshot-Content-Location"))
    found = (
        [Metadatum("url", address[0], Basis.METADATA, None, "mail header Snapshot-Content-Location")]
        if address
        else []
    )
    captured = _date("captured_at", letter.header("Date"), "mail header Date")
    title = letter.header("Subject")
    found += [captured] if captured else []
    found += [Metadatum("title", title, Basis.METADATA, None, "mail header Subject")] if title else []
    notices = tuple(dict.fromkeys((*letter.notices, *reading.notices)))
    return evolve(reading, metadata=_unique([*reading.metadata, *found]), notices=notices)


def _unique(found: Sequence[Metadatum]) -> tuple[Metadatum, ...]:
    kept: dict[tuple[object, ...], Metadatum] = {}
    for metadatum in found:
        kept.setdefault((metadatum.name, metadatum.value, metadatum.earliest, metadatum.span), metadatum)
    return tuple(kept.values())


def _without_overlap(found: Sequence[Furniture]) -> Iterator[Furniture]:
    end = 0
    for one in sorted(found):
        if one.span.start >= end:
            yield one
            end = one.span.end
