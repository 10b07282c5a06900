"""The table of file formats that can be read: a new format is a row here and a reader beside it."""

from importlib import import_module
from pathlib import PurePath
from typing import cast

from provenance.readers.interface import Format, Reader

FORMATS = (
    Format("plain text", "text/plain", (".txt", ".text"), "provenance.readers.plain:read_plain"),
    Format("Markdown", "text/markdown", (".md", ".markdown"), "provenance.readers.plain:read_plain"),
    Format("HTML", "text/html", (".html", ".htm"), "provenance.readers.html:read_html"),
    Format("XHTML", "application/xhtml+xml", (".xhtml",), "provenance.readers.html:read_html"),
)
"""Suffixes are compared in lower case."""

_BY_SUFFIX = {suffix: format_ for format_ in FORMATS for suffix in format_.suffixes}


def find_format(name: str) -> Format | None:
    """The format that a file's name promises; None if we do not read it."""
    return _BY_SUFFIX.get(PurePath(name.strip()).suffix.casefold())


def list_suffixes() -> str:
    """All suffixes that are read, for messages: ".txt .text .md …"."""
    return " ".join(_BY_SUFFIX)


def load_reader(format_: Format) -> Reader:
    """The function that reads a format; its libraries are only imported now."""
    module, _, function = format_.reader.partition(":")
    return cast(Reader, getattr(import_module(module), function))
