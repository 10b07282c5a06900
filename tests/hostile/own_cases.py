"""Hostile files of our own making, small, each with what should become of it."""

import codecs
import io
import os
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random

from attrs import frozen

from provenance.model.notices import Code

TEXT = (
    "The harbour master said on Monday that “forty people” were on board when the ferry left the quay.\n\n"
    "Ann Lee, who lost her brother, asked the ministry to search for another week.\n"
)
RUSSIAN = "Капитан сообщил, что судно вышло из порта в понедельник вечером и не вернулось.\n" * 3


@frozen
class Case:
    """`name`: path below the folder, in bytes. `state`: of the source. `code`: among its notices, if any."""

    name: bytes
    make: bytes | Callable[[Path], None]
    state: str
    code: Code | None = None


def _case(
    name: str | bytes, made: bytes | str | Callable[[Path], None], state: str, code: Code | None
) -> Case:
    raw = made.encode() if isinstance(made, str) else made
    return Case(name.encode() if isinstance(name, str) else name, raw, state, code)


def _read(name: str | bytes, made: bytes | str) -> Case:
    return _case(name, made, "read", None)


def _warned(name: str, made: bytes | str, code: Code) -> Case:
    return _case(name, made, "warned", code)


def _refused(name: str, made: bytes | str, code: Code) -> Case:
    return _case(name, made, "refused", code)


def _skipped(name: str, made: bytes | str | Callable[[Path], None], code: Code) -> Case:
    return _case(name, made, "skipped", code)


def _page(body: str, head: str = "<meta charset=utf-8>") -> str:
    return f"<!doctype html><html><head>{head}<title>Ferry</title></head><body>{body}</body></html>"


def _archive(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in entries.items():
            archive.writestr(zipfile.ZipInfo(name, (2018, 1, 1, 0, 0, 0)), raw, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


_WORD_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def _word(text: bytes, doctype: bytes = b"", **more: bytes) -> bytes:
    """The least that a Word document needs."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_CONTENT}"/></Types>'
    )
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
    )
    body = f'<w:document xmlns:w="{_WORD_SPACE}"><w:body><w:p><w:r><w:t>'.encode()
    document = b'<?xml version="1.0"?>' + doctype + body + text + b"</w:t></w:r></w:p></w:body></w:document>"
    parts = {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": links.encode(),
        "word/document.xml": document,
    }
    return _archive(parts | more)


def _pdf(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """One page that draws `content`, which is packed already."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(content), filters, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    written = b"%PDF-1.5\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer\n<< /Size 6 /Root 1 0 R >>\n"
    return written + head + b"startxref\n%d\n%%%%EOF\n" % len(written)


_DRAWN = zlib.compress(b"BT /F1 12 Tf 72 700 Td (The ferry left the quay at noon on Monday.) Tj ET")
_BOMB = zlib.compress(bytes(120_000_000), 9)
_MAIL = f"From: ann@example.org\nTo: bob@example.org\nSubject: Ferry\nMIME-Version: 1.0\n\n{TEXT}"
_LAUGHS = b"<!DOCTYPE l [<!ENTITY a 'x'><!ENTITY b '&a;&a;'><!ENTITY c '&b;&b;'>]>"
_OUTSIDE = b"<!DOCTYPE l [<!ENTITY a SYSTEM '../secret.txt'>]>"
_RANDOM = Random(7)


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: os.symlink(target, path)


CASES = (
    _read("plain.txt", TEXT),
    _read("mark.txt", codecs.BOM_UTF8 + TEXT.encode()),
    _read("wide.txt", TEXT.encode("utf-16")),
    _read("widest.txt", TEXT.encode("utf-32")),
    _read("mac.txt", TEXT.replace("\n", "\r")),
    _read("windows.txt", TEXT.replace("\n", "\r\n")),
    _read("separators.txt", TEXT.replace("\n", "\u2028") + "\x85\x0b\x0c\x1c"),
    _warned("western.txt", TEXT.encode("cp1252"), Code.ENCODING_GUESSED),
    _warned("russian.txt", RUSSIAN.encode("koi8_r"), Code.ENCODING_GUESSED),
    _warned("unmarked.txt", TEXT.encode("utf-16-be"), Code.ENCODING_GUESSED),
    _warned("odd.txt", TEXT.encode("utf-16") + b"x", Code.DECODE_REPLACED),
    _warned("broken.txt", TEXT.encode() + b"\xed\xa0\x80\xc0\xaf", Code.DECODE_REPLACED),
    _warned("two.txt", TEXT.encode() + TEXT.encode("cp1252"), Code.DECODE_REPLACED),
    _warned("nul.txt", TEXT.replace(" ", "\x00 ", 3), Code.NUL_BYTES),
    _warned("garbled.txt", TEXT.encode().decode("latin-1"), Code.MOJIBAKE),
    _warned("seven.html", _page("+ADw-p+AD4-", "<meta charset=utf-7>"), Code.ENCODING_UNSUPPORTED),
    _warned("lies.html", _page(f"<p>{TEXT}</p>", "<meta charset=koi8-r>"), Code.ENCODING_CONFLICT),
    _refused("zeros.txt", bytes(3_000), Code.BINARY),
    _refused("noise.txt", _RANDOM.randbytes(9_000), Code.BINARY),
    _warned("turned.txt", "The \u202eyrref\u202c left the quay at noon.", Code.BIDI_CONTROL),
    _warned("hidden.txt", "The fer\u200bry left the quay at noon.", Code.ZERO_WIDTH),
    _warned("disguised.txt", "The fеrry left the quаy at noon.", Code.MIXED_SCRIPT),
    _warned("flood.txt", "The ferry" + "\u0301\u0323" * 4_000 + " left.", Code.COMBINING_FLOOD),
    _warned("escape.txt", "The \x1b[31mferry\x1b[0m \x1b]0;left\x07 the quay.", Code.CONTROL_CHARACTERS),
    _warned("tags.txt", "The ferry\U000e0068\U000e0069 left the quay.", Code.INVISIBLE_TAGS),
    _read("figures.txt", "١٢ of ４０ people, ² and ½; " + "9" * 5_000 + " left on 31 June 2019."),
    _read("ligatures.txt", "ﷺ" * 300 + " İSTANBUL ẞ ﬃ"),
    _warned("empty.txt", b"", Code.EMPTY),
    _warned("empty.pdf", b"", Code.EMPTY),
    _warned("empty.docx", b"", Code.EMPTY),
    _warned("blank.txt", " \t\r\n\u00a0\u3000", Code.EMPTY),
    _read("one.txt", "x"),
    _warned("word.txt", "A" * 70_000, Code.TOKEN_TOO_LONG),
    _warned("again.txt", "The ferry left. " * 6_000, Code.REPEATED_PASSAGE),
    _read("script.txt", f"Ann Lee <script>alert('ferry')</script> said so.\n{TEXT}"),
    _read("cells.txt", f"=HYPERLINK('http://127.0.0.1/ferry') said Ann Lee.\n{TEXT}"),
    _warned("deep.html", _page("<div>" * 400 + f"<p>{TEXT}</p>"), Code.NESTING_LIMIT),
    _read("page.html", _page(f"<article><h1>Ferry lost</h1><p>{TEXT}</p><p>{TEXT}</p></article>")),
    _refused("laughs.xml", b"<?xml version='1.0'?>" + _LAUGHS + b"<l>&c;</l>", Code.XML_ENTITIES),
    _refused("outside.xml", b"<?xml version='1.0'?>" + _OUTSIDE + b"<l>&a;</l>", Code.XML_ENTITIES),
    _read("outside.html", _OUTSIDE + f"<html><body><p>&a; {TEXT}</p></body></html>".encode()),
    _read("page.pdf", _pdf(_DRAWN)),
    _refused("half.pdf", _pdf(_DRAWN)[:200], Code.PDF_DAMAGED),
    _refused("bomb.pdf", _pdf(_BOMB), Code.PDF_LIMIT),
    _warned("page_in.pdf", _page(f"<p>{TEXT}</p>"), Code.TYPE_MISMATCH),
    _read("letter.docx", _word(TEXT.encode())),
    _refused("bomb.docx", _word(b" " * 120_000_000), Code.ZIP_LIMIT),
    _refused("laughs.docx", _word(b"&c;", _LAUGHS), Code.XML_ENTITIES),
    _refused("half.docx", _word(TEXT.encode())[:300], Code.ZIP_DAMAGED),
    _refused("secret.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), Code.ENCRYPTED_OR_LEGACY),
    _refused("database.txt", b"SQLite format 3\x00" + _RANDOM.randbytes(900), Code.BINARY),
    _refused("book.epub", _archive({"mimetype": b"application/epub+zip"}), Code.FORMAT_NOT_READ),
    _refused("addresses.txt", "https://example.org/a\nhttps://example.org/b\n", Code.URL_LIST),
    _read("letter.eml", _MAIL),
    _warned("letter.txt", _MAIL, Code.TYPE_MISMATCH),
    _skipped("page_files/ferry.js", "let ferry = 1", Code.PAGE_RESOURCE),
    _skipped("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(90), Code.FORMAT_NOT_READ),
    _skipped("out.txt", _link("../secret.txt"), Code.SYMLINK_OUTSIDE),
    _skipped("in.txt", _link("plain.txt"), Code.SYMLINK),
    _skipped("gone.txt", _link("nowhere.txt"), Code.SYMLINK_DANGLING),
    _skipped("pipe.txt", os.mkfifo, Code.NOT_REGULAR_FILE),
    _read("line\nbreak.txt", TEXT),
    _read("\x1b[31mred.txt", TEXT),
    _read("--help", TEXT),
    _read(" ends in spaces .txt ", TEXT),
    _read("turned\u202etxt.exe", TEXT),
    _read(b"bytes\xff\xfe.txt", TEXT),
    _read("'); DROP TABLE source;--.txt", TEXT),
    _read("a?mode=ro#b.txt", TEXT),
    _read("=1+1.txt", TEXT),
    _read("folder.txt/inside.txt", TEXT),
    _read("/".join(["deep" * 12] * 30) + "/x.txt", TEXT),
)


SECRET = "What stands outside of the folder is nobody's business."


def write_cases(folder: Path) -> None:
    """All of them below `folder`, and a text beside it to which some lead."""
    folder.mkdir(parents=True)
    (folder.parent / "secret.txt").write_text(SECRET)
    for case in CASES:
        path = folder / os.fsdecode(case.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(case.make):
            case.make(path)
        else:
            path.write_bytes(case.make)
