"""Which reader a file gets: what its bytes are beats what its name says."""

import re
from pathlib import PurePosixPath

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code, Notice
from provenance.readers.containers.url_list import is_url_list
from provenance.readers.decoding import check_text
from provenance.readers.formats import FORMATS, find_format
from provenance.readers.interface import Format
from provenance.readers.signatures import (
    Seen,
    has_header,
    has_markup,
    has_pdf_header,
    is_fragment,
    is_page,
    narrow,
    see,
)

HEAD_BYTES = 1 << 16
"""How much of a file's beginning choose_format wants to see."""

_BY_NAME = {format_.name: format_ for format_ in FORMATS}
_PLAIN, _HTML, _PDF = _BY_NAME["plain text"], _BY_NAME["HTML"], _BY_NAME["PDF"]
_PACKAGES = ("Word", "OpenDocument text")
_LISTS = ("plain text", "Markdown", "CSV", "TSV")
"""Formats in which addresses are listed."""
_SAME = (
    frozenset(("HTML", "XHTML", "XML")),
    frozenset(("mail", "mailbox")),
    frozenset(("JSON", "JSON lines")),
)
"""Formats that are not told apart by how they begin: the name may choose among them."""

_PICTURES = frozenset(".png .jpg .jpeg .gif .webp .avif .bmp .ico .cur .svg .heic .psd".split())
_MEDIA = frozenset(
    ".mp3 .m4a .ogg .oga .opus .wav .flac .mp4 .m4v .webm .mov .avi .mkv .ts .m3u8 .swf".split()
)
_FONTS = frozenset(".woff .woff2 .ttf .otf .eot".split())
_PAGE_PARTS = frozenset(".css .js .mjs .cjs .map .scss .less .wasm .webmanifest".split()) | _FONTS
_CODE = frozenset(
    ".py .pyi .ipynb .c .h .cc .cpp .hpp .cs .java .kt .scala .go .rs .rb .pl .pm .php .lua .r .jl .swift .m "
    ".tsx .jsx .vue .sh .bash .zsh .bat .cmd .ps1 .sql .mk .cmake .gradle .yml .yaml .toml .ini .cfg .conf "
    ".properties .env .lock .plist .gitignore .gitattributes .editorconfig .dtd .xsd .xsl .xslt "
    ".po .pot".split()
)
_UNREAD = {  # documents of other programs: what to do with them
    ".doc": "save it as .docx",
    ".xls": "save it as .csv",
    ".ppt": "save it as .pdf",
    ".pps": "save it as .pdf",
    ".msg": "save it as .eml",
    ".pst": "export it as .mbox",
    ".docx": "save it without a password",
    ".xlsx": "save it as .csv",
    ".ods": "save it as .csv",
    ".numbers": "export it as .csv",
    ".epub": "convert it to .html",
    ".mobi": "convert it to .html",
    ".azw3": "convert it to .html",
}
_SAVE_AS = "save it as .docx, .pdf or .csv"
_LITTER = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".localized"))
_APPLE_DOUBLE = b"\x00\x05\x16\x07"
"""What file managers leave in folders, by name; and how the other half of a file from a Mac begins."""
_PAGE_FOLDERS = tuple(
    "_files .files -dateien _fichiers _bestanden _file _archivos -filer _tiedostot _pliki _soubory _elemei "
    "_ficheiros _arquivos _dosyalar _datoteke _fitxers _failid _fails _bylos _fajlovi _fitxategiak".split()
)
"""Ends of the names of folders in which browsers save what belongs to a page: the list that Microsoft
documents under "Connected Files"."""
_SHORTCUT = re.compile(rb"\s*\[InternetShortcut\]|\s*\[Desktop Entry\].{0,2000}\nURL=", re.DOTALL)
_SUFFIX = re.compile(r"\.\w{1,12}$", re.ASCII)


def choose_format(name: str, head: bytes) -> tuple[Format, tuple[Notice, ...]]:
    """The format to read a file as, and what is odd about its name.

    `name`: with its folders where they are known. `head`: its first HEAD_BYTES. Skipped for what lies
    beside documents and is none: parts of saved pages, pictures, programs' sources; Unreadable, with what
    to do, for what is no text, and for documents in formats that are not read. An empty file passes.
    """
    suffix = _find_suffix(name)
    _skip_litter(name, head)
    seen = see(head)
    _skip_by_name(name, suffix, head, seen)
    promised = find_format(name)
    if not head:
        return promised or _PLAIN, ()
    found = _read_seen(promised, suffix, seen) if seen else _read_promise(promised, suffix, head)
    return _choose(promised, suffix, found)


def _find_suffix(name: str) -> str:
    """In lower case, without what an address had behind it: "x.css?v=1.2" has .css."""
    base = PurePosixPath(name.strip()).name.removesuffix(".download")
    found = _SUFFIX.search(base)
    asked = _SUFFIX.search(base.partition("?")[0])
    if asked and asked[0].casefold() in _PAGE_PARTS | _PICTURES | _MEDIA:
        return asked[0].casefold()
    return found[0].casefold() if found else ""


def _skip_litter(name: str, head: bytes) -> None:
    if PurePosixPath(name).name.casefold() in _LITTER or head.startswith(_APPLE_DOUBLE):
        message = "left by a file manager: no document"
        raise Skipped(message, Code.FORMAT_NOT_READ)


def _skip_by_name(name: str, suffix: str, head: bytes, seen: Seen | None) -> None:
    """What is called by a name that no document has, unless a document's bytes are in it."""
    is_part = any(part.casefold().endswith(_PAGE_FOLDERS) for part in PurePosixPath(name).parts[:-1])
    is_document = seen is not None and (seen.format is not None or seen.is_legacy or seen.is_unread)
    if is_document and not (is_part and seen and seen.format == "HTML"):
        return
    if suffix in _PAGE_PARTS or (is_part and suffix in _PICTURES | _MEDIA | _CODE | {".json"}):
        message = f"a part of a saved page ({suffix}): no document"
        raise Skipped(message, Code.PAGE_RESOURCE)
    if suffix in _PICTURES | _MEDIA and not (seen is None and head and _is_other_text(suffix, head)):
        what = "a picture" if suffix in _PICTURES else "a recording"
        message = f"{what} ({suffix}): only text is read"
        raise Skipped(message, Code.FORMAT_NOT_READ)
    if suffix in _CODE and seen is None:
        message = f"a program's source or settings ({suffix}): no document"
        raise Skipped(message, Code.FORMAT_NOT_READ)


def _is_other_text(suffix: str, head: bytes) -> bool:
    """Text under a picture's name, of which only .svg is text."""
    if suffix in (".svg", ".ts", ".m3u8"):
        return False
    try:
        check_text(head)
    except Unreadable:
        return False
    return True


def _read_seen(promised: Format | None, suffix: str, seen: Seen) -> Format:
    """The format of bytes that say what they are. Unreadable if that is none that is read."""
    if seen.format is None:
        raise _refuse(suffix, seen)
    found = _BY_NAME[seen.format]
    if found.name == "ZIP archive":
        if promised is None and suffix in _UNREAD:
            raise _refuse(suffix, Seen(None, f"a document ({suffix})", is_unread=True))
        if seen.is_package and promised is not None and promised.name in _PACKAGES:
            return promised
    return found


def _refuse(suffix: str, seen: Seen) -> Unreadable:
    if seen.is_legacy:
        message = f"{seen.what}: {_UNREAD.get(suffix, _SAVE_AS)}"
        return Unreadable(message, Code.ENCRYPTED_OR_LEGACY)
    if seen.is_unread:
        message = f"{seen.what}, which is not read yet: {_UNREAD.get(suffix, _SAVE_AS)}"
        return Unreadable(message, Code.FORMAT_NOT_READ)
    advice = ": unpack it" if seen.what.endswith("archive") else ""
    message = f"this is {seen.what}, not text{advice}"
    return Unreadable(message, Code.BINARY)


def _read_promise(promised: Format | None, suffix: str, head: bytes) -> Format:
    """Bytes without a signature: as promised if they can be that, else text. Unreadable if neither."""
    if promised is _PDF and has_pdf_header(head):
        return _PDF
    if promised is not None and promised.signatures and head.startswith(tuple(promised.signatures)):
        return promised
    check_text(head)
    _refuse_addresses(promised, head)
    if promised is None:
        return _read_unknown(suffix, head)
    if promised.name == "JSON" and _is_json_lines(narrow(head).lstrip()):
        return _BY_NAME["JSON lines"]
    return promised if _is_plausible(promised, head) else _PLAIN


def _refuse_addresses(promised: Format | None, head: bytes) -> None:
    """Unreadable for what only says where documents are."""
    if _SHORTCUT.match(head):
        message = "a link to a page, not the page: save the page itself"
        raise Unreadable(message, Code.URL_LIST)
    if (promised is None or promised.name in _LISTS) and is_url_list(narrow(head)):
        message = "a list of web addresses, and nothing is fetched: save the pages and give their folder"
        raise Unreadable(message, Code.URL_LIST)


def _read_unknown(suffix: str, head: bytes) -> Format:
    """Text under a name that promises nothing."""
    start = narrow(head).lstrip()
    if suffix in _UNREAD:
        return _PLAIN
    if is_page(start) or is_fragment(start):
        return _HTML
    return _BY_NAME["XML"] if start.startswith(b"<?xml") else _PLAIN


def _is_json_lines(start: bytes) -> bool:
    lines = [line.strip() for line in start.splitlines()[:3]]
    return len(lines) > 1 and all(line.startswith(b"{") and line.endswith(b"}") for line in lines[:2])


def _is_plausible(promised: Format, head: bytes) -> bool:
    """May text be of that format?"""
    if promised.signatures:
        return False
    if promised.name in ("HTML", "XHTML", "XML"):
        return has_markup(head)
    if promised.name in ("mail", "mailbox"):
        return has_header(head)
    return True


def _choose(promised: Format | None, suffix: str, found: Format) -> tuple[Format, tuple[Notice, ...]]:
    if promised is None or promised is found:
        is_odd = promised is None and suffix in _PICTURES | _MEDIA | _PAGE_PARTS | frozenset(_UNREAD)
        return found, (_mismatch(suffix, found),) if is_odd else ()
    if any(promised.name in same and found.name in same for same in _SAME):
        return (promised if promised.name == "XHTML" else found), ()
    return found, (_mismatch(suffix, found),)


def _mismatch(suffix: str, found: Format) -> Notice:
    return Notice(Code.TYPE_MISMATCH, f"named {suffix}, but its bytes are {found.name}, as which it is read")
