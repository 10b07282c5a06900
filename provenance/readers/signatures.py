"""What bytes are, from how they begin: documents that are read, and kinds of files that are not."""

import re
import zlib

from attrs import frozen

_BINARY_KINDS = (  # from the formats' specifications; the number: at which byte the signature stands
    (0, b"\x89PNG\r\n", "a PNG picture"),
    (0, b"GIF8", "a GIF picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"II*\x00", "a TIFF picture"),
    (0, b"MM\x00*", "a TIFF picture"),
    (0, b"AT&TFORM", "a DjVu scan"),
    (8, b"WEBP", "a WebP picture"),
    (8, b"WAVE", "a sound recording"),
    (8, b"AVI ", "a film"),
    (4, b"ftyp", "a film or a picture (MP4, HEIC)"),
    (0, b"ID3", "a sound recording"),
    (0, b"OggS", "a sound recording or film"),
    (0, b"fLaC", "a sound recording"),
    (0, b"\x1aE\xdf\xa3", "a film"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"OTTO\x00", "a font"),
    (0, b"\x00\x01\x00\x00\x00", "a font"),
    (0, b"\x00\x00\x01\x00", "an icon"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\x00", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"\x00asm", "a program"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (60, b"BOOKMOBI", "a Mobipocket book"),
    (0, b"!BDN", "an Outlook archive"),
    (0, b"bplist00", "a web archive of Safari or a property list"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_WINDOW = 1024
"""Readers of PDF look for its header in the first so many bytes (ISO 32000, annex H of the 2008 edition)."""
_ZIP_ENTRY = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)
"""The fixed part of an entry's header, with the length of its name (APPNOTE 4.3.7)."""
_LONGEST_ENTRY_NAME = 300
_ZIP_KINDS = (
    ("word/", "Word"),
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("visio/", "a Visio drawing"),
)
_PACKAGE_PARTS = ("[Content_Types].xml", "_rels/", "docProps/", "customXml/", "word/", "xl/", "ppt/")
"""Where office documents begin; an archive that holds one begins with the name of that file."""
_PACKAGE_KINDS = (  # what the first entry, "mimetype", holds
    (b"application/vnd.oasis.opendocument.text", "OpenDocument text"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file that is no text"),
    (b"application/epub+zip", "an EPUB book"),
)
_TEXT_KINDS = (
    (b"%PDF-", "PDF", "PDF"),
    (b"{\\rtf", "Rich Text", "Rich Text"),
    (b"WARC/", "web archive", "a web archive"),
)
_MARKS = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PROLOGUE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,300}\?>\s*|<!--(?:[^-]|-(?!->)){0,4000}-->\s*){0,8}", re.IGNORECASE
)
_DOCTYPE = re.compile(
    rb"<!DOCTYPE\s+(\w{1,40})(?:[^>\[]{0,500}>|[^\[]{0,500}\[[^\]]{0,4000}\]\s*>)\s*", re.IGNORECASE
)
_PAGE = re.compile(rb"<html[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(
    rb"<(?:head|body|title|meta|link|div|article|section|table|h[1-6]|p|span|script|style)[\s>/]",
    re.IGNORECASE,
)
_TAG = re.compile(rb"<[a-zA-Z!/?]|&#?\w{2,8};")
_ENVELOPE = re.compile(
    rb"From \S{1,200} +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [^\n]{0,40}\d\d:\d\d[^\n]{0,40}\n[!-9;-~]{1,80}:"
)
"""A mailbox's first line has a sender and a time (RFC 4155), and then a header."""
_LINES = re.compile(rb"\n(?=From )")
_HEADER = re.compile(rb"([!-9;-~]{1,80}):")
_MAIL_MARKS = frozenset(
    (
        b"received",
        b"message-id",
        b"mime-version",
        b"return-path",
        b"delivered-to",
        b"content-type",
        b"x-mailer",
    )
)
"""Headers that programs write and people do not."""
_MAIL_NAMES = frozenset((b"from", b"to", b"subject", b"date", b"cc", b"reply-to")) | _MAIL_MARKS
_MOST_HEADERS = 200
_INFLATED_BYTES = 64


@frozen
class Seen:
    """What bytes are. `format`: the name of one that is read, or None; `what`: for people, with an article.

    `is_legacy`: an Office file that cannot be opened; `is_unread`: a document in a format that is not read;
    `is_package`: an office document of which more is not known.
    """

    format: str | None
    what: str
    is_legacy: bool = False
    is_unread: bool = False
    is_package: bool = False


def see(head: bytes) -> Seen | None:
    """What the file that begins with `head` is; None for text and what has no signature of its own."""
    if head.startswith(_OLE):
        return Seen(None, "an old or encrypted Office file", is_legacy=True)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _see_zip(head)
    if head.startswith(b"\x1f\x8b") and _begins_inside(head, b"WARC/"):
        return Seen("web archive", "a web archive")
    for place, signature, what in _BINARY_KINDS:
        if head.startswith(signature, place):
            return Seen(None, what)
    return _see_text(head)


def _see_zip(head: bytes) -> Seen:
    """Office documents are ZIP archives: what the first entries are called tells them apart."""
    names = _list_entries(head)
    first = names[0] if names else ""
    if first == "mimetype":
        for media_type, what in _PACKAGE_KINDS:
            if media_type in head[:300]:
                is_read = what == "OpenDocument text"
                return Seen(what if is_read else None, what, is_unread=not is_read)
    is_package = first.startswith(_PACKAGE_PARTS)
    if is_package:
        for folder, what in _ZIP_KINDS:
            if any(name.startswith(folder) for name in names):
                return Seen("Word" if what == "Word" else None, what, is_unread=what != "Word")
    if any(name.endswith(".iwa") for name in names):
        return Seen(None, "a document of Apple's office programs", is_unread=True)
    return Seen("ZIP archive", "a ZIP archive", is_package=is_package)


def _list_entries(head: bytes) -> list[str]:
    """Names of the entries whose headers stand in `head`, in its order."""
    found = []
    for entry in _ZIP_ENTRY.finditer(head):
        length = int.from_bytes(entry[1], "little")
        if length <= _LONGEST_ENTRY_NAME:
            found.append(head[entry.end() : entry.end() + length].decode("utf-8", "replace"))
    return found


def _begins_inside(head: bytes, signature: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, _INFLATED_BYTES).startswith(signature)
    except zlib.error:
        return False


def _see_text(head: bytes) -> Seen | None:
    """Formats that are text, or begin like it."""
    plain = narrow(head)
    start = plain.lstrip()
    for signature, name, what in _TEXT_KINDS:
        if start.startswith(signature):
            return Seen(name, what)
    if _ENVELOPE.match(start):
        return Seen("mailbox", "a mailbox")
    if is_page(plain):
        return Seen("HTML", "HTML")
    return Seen("mail", "a mail") if is_mail(start) else None


def narrow(head: bytes) -> bytes:
    """`head` without a byte order mark, and of UTF-16 and UTF-32 only the bytes that are no NUL: enough to
    recognise markup by."""
    for mark in _MARKS:
        if head.startswith(mark):
            rest = head[len(mark) :]
            return rest if mark == b"\xef\xbb\xbf" else rest.replace(b"\x00", b"")
    return head


def is_page(head: bytes) -> bool:
    """Does it begin as an HTML page does, before and after what may stand there?"""
    place = _after_prologue(head)
    doctype = _DOCTYPE.match(head, place)
    if doctype:
        place = _after_prologue(head, doctype.end())
        if doctype[1].lower() == b"html":
            return True
    return _PAGE.match(head, place) is not None


def _after_prologue(head: bytes, place: int = 0) -> int:
    found = _PROLOGUE.match(head, place)
    return found.end() if found else place


def is_fragment(head: bytes) -> bool:
    """Does it begin with an element of HTML?"""
    return _FRAGMENT.match(head, _after_prologue(head)) is not None


def has_markup(head: bytes) -> bool:
    """Is there any tag, or any character written by name?"""
    return _TAG.search(narrow(head)) is not None


def has_pdf_header(head: bytes) -> bool:
    """A PDF may begin after some other bytes."""
    return b"%PDF-" in head[:_PDF_WINDOW]


def has_header(head: bytes) -> bool:
    """Does it begin with a mail's header, or with a mailbox's line? Stray lines may stand before that."""
    start = narrow(head).lstrip()
    is_there = start.startswith(b"From ") or _HEADER.match(start) is not None
    return is_there or any(_ENVELOPE.match(start, found.end()) for found in _LINES.finditer(start, 0, 10_000))


def is_mail(start: bytes) -> bool:
    """Are the first lines headers of a mail: two or more that mails have, one of which a program wrote?"""
    names = set()
    for line in start[:16384].split(b"\n", _MOST_HEADERS)[:_MOST_HEADERS]:
        if not line.strip():
            break
        header = _HEADER.match(line)
        if header:
            names.add(header[1].lower())
        elif not line.startswith((b" ", b"\t")):
            return False
    return len(names & _MAIL_NAMES) > 1 and bool(names & _MAIL_MARKS)
