"""What a file is read as: its bytes before its name, and nothing wanted is just skipped."""

import gzip
import io
import zipfile

import pytest

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code
from provenance.readers.sniffing import HEAD_BYTES, choose_format

TEXT = b"The ferry left the quay at noon and did not come back.\n"
PAGE = b"<!DOCTYPE html>\n<html><body><p>The ferry left.</p></body></html>"
MAIL = b"Received: from a by b; Mon, 3 Feb 2020 10:00:00 +0000\nFrom: Ann <ann@example.org>\n\nGone.\n"
MAILBOX = b"From ann@example.org Mon Feb  3 10:00:00 2020\n" + MAIL
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def packed(*names: str, mimetype: str = "") -> bytes:
    """A ZIP archive with entries of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr(zipfile.ZipInfo("mimetype"), mimetype)
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "<x/>")
    return buffer.getvalue()


WORD = packed("[Content_Types].xml", "_rels/.rels", "word/document.xml")
SHEET = packed("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")
ODT = packed("content.xml", mimetype="application/vnd.oasis.opendocument.text")
EPUB = packed("content.opf", mimetype="application/epub+zip")
ARCHIVE = packed("a.txt", "b.docx")


@pytest.mark.parametrize(
    ("name", "head", "format_name"),
    [
        ("a.txt", TEXT, "plain text"),
        ("A.TXT", TEXT, "plain text"),
        ("a.md", b"<div align=center>\n# Ferry\n</div>", "Markdown"),
        ("no suffix", TEXT, "plain text"),
        ("--help", TEXT, "plain text"),
        (" leading and trailing .txt ", TEXT, "plain text"),
        ("x\u202etxt.exe", TEXT, "plain text"),
        ("report.pdf.txt", TEXT, "plain text"),
        ("minutes.2019", TEXT, "plain text"),
        ("a.txt", b"From noon at 10:00 the ferry\nNote: it left.\n", "plain text"),
        ("a.txt", b"Title: Ferry lost\nDate: 3 May 2018\nFrom: Ann Lee\n\nThe ferry left.\n", "plain text"),
        ("a.txt", b"<?xml is how a text on markup may begin", "plain text"),
        ("a.html", PAGE, "HTML"),
        ("a.html", b"<b>x</b>", "HTML"),
        ("a.html", "<p>Ferry</p>".encode("utf-16"), "HTML"),
        ("article.php", PAGE, "HTML"),
        ("index.html?p=12", PAGE, "HTML"),
        (
            "saved",
            b"\xef\xbb\xbf <!-- saved from url=(0014)about:internet -->\r\n<html lang=en><body>",
            "HTML",
        ),
        ("a.xhtml", PAGE, "XHTML"),
        ("a.xml", b"<?xml version='1.0'?><rss><channel/></rss>", "XML"),
        ("feed", b"<?xml version='1.0'?><rss><channel/></rss>", "XML"),
        ("a.pdf", b"%PDF-1.7\n...", "PDF"),
        ("a.pdf", b"\r\njunk before\r\n%PDF-1.4 ...\x00\x01\x02\x03\x04", "PDF"),
        ("a.docx", WORD, "Word"),
        ("a.docx", WORD[:60], "Word"),
        ("a.odt", ODT, "OpenDocument text"),
        ("a.zip", ARCHIVE, "ZIP archive"),
        ("a.rtf", b"{\\rtf1 ferry}", "Rich Text"),
        ("a.eml", MAIL, "mail"),
        ("1580724000.M1P2.host:2,S", MAIL, "mail"),
        ("a.mbox", MAILBOX, "mailbox"),
        ("Inbox", MAILBOX, "mailbox"),
        ("a.mht", b"From: <Saved by Blink>\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n\r\n", "mail"),
        ("a.warc", b"WARC/1.0\r\n", "web archive"),
        ("a.warc.gz", gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n", mtime=0), "web archive"),
        ("a.jsonl", b'{"text": "x"}\n', "JSON lines"),
        ("a.json", b'{"text": "x"}\n{"text": "y"}\n', "JSON lines"),
        ("a.json", b'{"articles": [\n  {"text": "x"}]}', "JSON"),
        ("a.csv", b"title,text\nx,y\n", "CSV"),
        ("a.pdf", b"", "PDF"),
        ("nothing", b"", "plain text"),
    ],
)
def test_what_is_as_it_is_called_is_read_as_that(name: str, head: bytes, format_name: str) -> None:
    format_, notices = choose_format(name, head)
    assert (format_.name, notices) == (format_name, ())


@pytest.mark.parametrize(
    ("name", "head", "format_name"),
    [
        ("a.pdf", PAGE, "HTML"),
        ("a.pdf", TEXT, "plain text"),
        ("a.txt", b"%PDF-1.7\n...", "PDF"),
        ("a.txt", PAGE, "HTML"),
        ("a.txt", MAIL, "mail"),
        ("a.html", TEXT, "plain text"),
        ("a.html", b"%PDF-1.7\n...", "PDF"),
        ("a.docx", b"{\\rtf1 ferry}", "Rich Text"),
        ("a.doc", b"{\\rtf1 ferry}", "Rich Text"),
        ("a.doc", PAGE, "HTML"),
        ("a.doc", WORD, "Word"),
        ("a.docx", ARCHIVE, "ZIP archive"),
        ("a.zip", WORD, "Word"),
        ("a.eml", b"Dear Ann,\n\nthe ferry left.", "plain text"),
        ("a.jpg", PAGE, "HTML"),
        ("a.png", TEXT, "plain text"),
        ("a.js", PAGE, "HTML"),
        ("a.warc", TEXT, "plain text"),
    ],
)
def test_a_name_that_lies_is_named_beside_what_the_bytes_are(
    name: str, head: bytes, format_name: str
) -> None:
    format_, (notice,) = choose_format(name, head)
    assert format_.name == format_name and notice.code is Code.TYPE_MISMATCH
    assert f"named .{name.rpartition('.')[2]}" in notice.text and format_name in notice.text


@pytest.mark.parametrize(
    ("name", "head", "code", "what"),
    [
        ("a.txt", PNG, Code.BINARY, "PNG"),
        ("a.txt", b"SQLite format 3\x00" + bytes(100), Code.BINARY, "SQLite"),
        ("a", b"\x7fELF\x02" + bytes(100), Code.BINARY, "program"),
        ("a.tar.gz", gzip.compress(TEXT, mtime=0), Code.BINARY, "unpack"),
        ("a.txt", bytes(4096), Code.BINARY, "control characters"),
        ("a.bin", bytes(range(256)) * 10, Code.BINARY, "control characters"),
        ("scan.tif", b"II*\x00" + bytes(100), Code.BINARY, "TIFF"),
        ("a.doc", OLE, Code.ENCRYPTED_OR_LEGACY, "save it as .docx"),
        ("a.docx", OLE, Code.ENCRYPTED_OR_LEGACY, "without a password"),
        ("a.xls", OLE, Code.ENCRYPTED_OR_LEGACY, "save it as .csv"),
        ("a.xlsx", SHEET, Code.FORMAT_NOT_READ, "Excel"),
        ("a.xlsx", packed("[Content_Types].xml"), Code.FORMAT_NOT_READ, ".xlsx"),
        ("a.epub", EPUB, Code.FORMAT_NOT_READ, "EPUB"),
        ("page.url", b"[InternetShortcut]\r\nURL=https://example.org/a\r\n", Code.URL_LIST, "link"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_it_is(
    name: str, head: bytes, code: Code, what: str
) -> None:
    with pytest.raises(Unreadable, match=what) as caught:
        choose_format(name, head)
    assert caught.value.code == code and not isinstance(caught.value, Skipped)


@pytest.mark.parametrize(
    ("name", "head", "code"),
    [
        ("page_files/x.js", b"function a(){}", Code.PAGE_RESOURCE),
        ("page_files/x.js.download", b"function a(){}", Code.PAGE_RESOURCE),
        ("Seite-Dateien/x.json", b"{}", Code.PAGE_RESOURCE),
        ("page_files/x.png", PNG, Code.PAGE_RESOURCE),
        ("page_files/gone.png", PAGE, Code.PAGE_RESOURCE),
        ("style.css?v=1.2", b"p {color: red}", Code.PAGE_RESOURCE),
        ("a.woff", b"wOFF" + bytes(100), Code.PAGE_RESOURCE),
        ("a.png", PNG, Code.FORMAT_NOT_READ),
        ("a.png", b"", Code.FORMAT_NOT_READ),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", Code.FORMAT_NOT_READ),
        ("a.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(100), Code.FORMAT_NOT_READ),
        ("a.py", b"print()", Code.FORMAT_NOT_READ),
        ("settings.toml", b"[a]\nb = 1", Code.FORMAT_NOT_READ),
        ("Thumbs.db", OLE, Code.FORMAT_NOT_READ),
        ("._a.txt", b"\x00\x05\x16\x07\x00\x02", Code.FORMAT_NOT_READ),
    ],
)
def test_what_lies_beside_documents_is_skipped(name: str, head: bytes, code: Code) -> None:
    with pytest.raises(Skipped) as caught:
        choose_format(name, head)
    assert caught.value.code == code


def test_a_page_and_a_text_among_a_pages_parts_are_read() -> None:
    assert choose_format("case_files/witness.txt", TEXT)[0].name == "plain text"
    assert choose_format("case_files/frame.html", PAGE)[0].name == "HTML"


def test_a_head_that_ends_inside_a_character_is_text() -> None:
    head = ("é" * HEAD_BYTES).encode()[: HEAD_BYTES - 1]
    assert choose_format("a.txt", head)[0].name == "plain text"


@pytest.mark.parametrize(
    "piece", [b"<!--", b"<?xml ?>", b"<!DOCTYPE x [", b"PK\x03\x04", b"A: b\n", b"From ", b" ", b"[", b"<"]
)
def test_repetition_is_no_way_to_stop_it(piece: bytes) -> None:
    assert choose_format("a", (piece * HEAD_BYTES)[:HEAD_BYTES])
