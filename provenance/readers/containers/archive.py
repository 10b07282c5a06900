"""ZIP archives: each file in them is a document, read in memory and never written to disk."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from provenance.errors import Unreadable
from provenance.model.settings import ReadingSettings
from provenance.readers.containers.columns import clean
from provenance.readers.documents.zip_safety import Entry, open_zip
from provenance.readers.interface import Part

_LITTER = frozenset(("thumbs.db", "desktop.ini", "ehthumbs.db"))
_SHOWN_BYTES = 1 << 16
_UTF8_FLAG = 0x800
_LONGEST_NAME_CHARS = 500


def split_zip(opened: BinaryIO, settings: ReadingSettings) -> Iterator[Part]:
    """The files of an archive in the order of its directory, each under its path there.

    Hidden files and what file managers leave behind are no documents, as in folders. A file that cannot be
    unfolded within the limits is refused and the others go on. A name that leads out of the archive
    (`../x`, `/x`, `C:\\x`) is a name like others: nothing is written. Of several files of one name the later
    ones get their number there.
    """
    archive = open_zip(opened, settings, settings.largest_file_bytes)
    taken: set[str] = set()
    for number, entry in enumerate(archive.entries, 1):
        name = _read_name(entry)
        if _is_hidden(name):
            continue
        member = name
        while member in taken:
            member = f"{member} ({number})"
        taken.add(member)
        try:
            raw = archive.read_entry(entry, settings.largest_inflated_bytes)
        except Unreadable as problem:
            yield Part(member, b"", name, failure=problem)
            continue
        yield Part(member, raw, name)


def _read_name(entry: Entry) -> str:
    """As UTF-8 where the archive's flag says so or the bytes are that, else as the old code page 437."""
    name = entry.name
    if not entry.info.flag_bits & _UTF8_FLAG:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = entry.name
    shown = clean(name.replace("\\", "/"))[:_LONGEST_NAME_CHARS]
    parts = [part for part in shown.split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "file"


def _is_hidden(name: str) -> bool:
    path = PurePosixPath(name)
    is_dotted = any(part.startswith(".") for part in path.parts)
    return is_dotted or "__MACOSX" in path.parts or path.name.casefold() in _LITTER
