"""The table of file formats that can be read: a new format is a row here and a reader beside it."""

from importlib import import_module
from pathlib import PurePath
from typing import cast

from provenance.readers.interface import Census, Format, Reader, Splitter

_DOCUMENTS = "provenance.readers.documents"
_CONTAINERS = "provenance.readers.containers"
_PAGES = "provenance.readers.pages"
_ZIP = b"PK\x03\x04"

FORMATS = (
    Format("plain text", "text/plain", (".txt", ".text"), f"{_DOCUMENTS}.plain:read_plain"),
    Format("Markdown", "text/markdown", (".md", ".markdown"), f"{_DOCUMENTS}.plain:read_plain"),
    Format(
        "HTML",
        "text/html",
        (".html", ".htm"),
        f"{_PAGES}.html:read_html",
        census=f"{_PAGES}.census:count_html",
    ),
    Format(
        "XHTML",
        "application/xhtml+xml",
        (".xhtml", ".xht"),
        f"{_PAGES}.html:read_html",
        census=f"{_PAGES}.census:count_html",
    ),
    Format("XML", "application/xml", (".xml",), f"{_DOCUMENTS}.xml:read_xml"),
    Format(
        "PDF",
        "application/pdf",
        (".pdf",),
        f"{_DOCUMENTS}.pdf:read_pdf",
        signatures=(b"%PDF-",),
    ),
    Format(
        "Word",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx",),
        f"{_DOCUMENTS}.docx:read_docx",
        census=f"{_DOCUMENTS}.docx:count_docx",
        signatures=(_ZIP,),
    ),
    Format(
        "OpenDocument text",
        "application/vnd.oasis.opendocument.text",
        (".odt",),
        f"{_DOCUMENTS}.odt:read_odt",
        census=f"{_DOCUMENTS}.odt:count_odt",
        signatures=(_ZIP,),
    ),
    Format(
        "Rich Text",
        "application/rtf",
        (".rtf",),
        f"{_DOCUMENTS}.rtf:read_rtf",
        census=f"{_DOCUMENTS}.rtf:count_rtf",
        signatures=(b"{\\rtf",),
    ),
    Format("mail", "message/rfc822", (".eml", ".mhtml", ".mht"), splitter=f"{_CONTAINERS}.mail:split_mail"),
    Format("mailbox", "application/mbox", (".mbox", ".mbx"), splitter=f"{_CONTAINERS}.mbox:split_mbox"),
    Format(
        "web archive",
        "application/warc",
        (".warc", ".warc.gz"),
        splitter=f"{_CONTAINERS}.warc:split_warc",
        signatures=(b"WARC/", b"\x1f\x8b"),
    ),
    Format(
        "JSON lines", "application/jsonl", (".jsonl", ".ndjson"), splitter=f"{_CONTAINERS}.jsonl:split_jsonl"
    ),
    Format("JSON", "application/json", (".json",), splitter=f"{_CONTAINERS}.jsonl:split_json"),
    Format("CSV", "text/csv", (".csv",), splitter=f"{_CONTAINERS}.table:split_csv"),
    Format("TSV", "text/tab-separated-values", (".tsv", ".tab"), splitter=f"{_CONTAINERS}.table:split_csv"),
    Format(
        "ZIP archive",
        "application/zip",
        (".zip",),
        splitter=f"{_CONTAINERS}.archive:split_zip",
        signatures=(_ZIP, b"PK\x05\x06"),
    ),
)
"""Suffixes are compared in lower case."""

_BY_SUFFIX = {suffix: format_ for format_ in FORMATS for suffix in format_.suffixes}


def find_format(name: str) -> Format | None:
    """The format that a file's name promises; None if we do not read it."""
    suffixes = [suffix.casefold() for suffix in PurePath(name.strip()).suffixes]
    return _BY_SUFFIX.get("".join(suffixes[-2:])) or _BY_SUFFIX.get("".join(suffixes[-1:]))


def list_suffixes() -> str:
    """All suffixes that are read, for messages: ".txt .text .md …"."""
    return " ".join(_BY_SUFFIX)


def load_reader(format_: Format) -> Reader | None:
    """The function that reads a document of a format; its libraries are only imported now."""
    return cast(Reader, _load(format_.reader)) if format_.reader else None


def load_splitter(format_: Format) -> Splitter | None:
    """The function that takes a file of a format apart; None if such a file is one document."""
    return cast(Splitter, _load(format_.splitter)) if format_.splitter else None


def load_census(format_: Format) -> Census | None:
    """The function that counts the text in a file of a format; None if there is none."""
    return cast(Census, _load(format_.census)) if format_.census else None


def _load(place: str) -> object:
    module, _, function = place.partition(":")
    return getattr(import_module(module), function)
