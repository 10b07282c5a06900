"""ZIP archives: each file in them is a document, read in memory and never written to disk."""

from collections.abc import Container, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from provenance.errors import Skipped, Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.readers.containers.columns import clean
from provenance.readers.documents.zip_safety import Entry, SafeZip, open_zip
from provenance.readers.interface import FileToRead, Part
from provenance.readers.sidecars import Sidecars, read_sidecars

_LITTER = frozenset(("thumbs.db", "desktop.ini", "ehthumbs.db"))
_SHOWN_BYTES = 1 << 16
_UTF8_FLAG = 0x800
_LONGEST_NAME_CHARS = 500
_ROOT = Path("/")
"""Where archives' files are said to lie while paths in sidecars are looked up: nothing is opened there."""
_SHOWN_LOST = 5
_SHOWN_CHARS = 200


def split_zip(opened: BinaryIO, settings: ReadingSettings) -> Iterator[Part]:
    """The files of an archive in the order of its directory, each under its path there.

    Hidden files and what file managers leave behind are no documents, as in folders. A file that cannot be
    unfolded within the limits is refused and the others go on. A name that leads out of the archive
    (`../x`, `/x`, `C:\\x`) is a name like others: nothing is written. Of several files of one name the later
    ones get their number there. Sidecars describe the files beside them, as in folders.
    """
    archive = open_zip(opened, settings, settings.largest_file_bytes)
    members = _name_members(archive)
    sidecars = _read_sidecars(archive, members)
    for member, (name, entry) in members.items():
        if sidecars.is_sidecar(member):
            yield _tell_sidecar(member, name, sidecars, members)
            continue
        try:
            raw = archive.read_entry(entry, settings.largest_inflated_bytes)
        except Unreadable as problem:
            yield Part(member, b"", name, failure=problem)
            continue
        yield Part(member, raw, name, metadata=sidecars.statements(member))


def _name_members(archive: SafeZip) -> dict[str, tuple[str, Entry]]:
    """Each file's path in the archive, none twice, with its name as it stands and its entry."""
    members: dict[str, tuple[str, Entry]] = {}
    for number, entry in enumerate(archive.entries, 1):
        name = _read_name(entry)
        if _is_hidden(name):
            continue
        member = name
        while member in members:
            member = f"{member} ({number})"
        members[member] = (name, entry)
    return members


def _read_sidecars(archive: SafeZip, members: Mapping[str, tuple[str, Entry]]) -> Sidecars:
    """What files of the archive say of others in it; no path in them leads to the disk."""

    def read(file: FileToRead, most_bytes: int) -> bytes:
        return archive.read_entry(members[file.stored][1], most_bytes)

    files = [FileToRead(_ROOT, _ROOT / member, member) for member in members if "\x00" not in member]
    return read_sidecars(files, read)


def _tell_sidecar(member: str, name: str, sidecars: Sidecars, members: Container[str]) -> Part:
    """Skipped, or refused if it cannot be read."""
    first, *others = sidecars.notices(member)
    if sidecars.is_damaged(member) and others:
        text = "; ".join(notice.text for notice in (*others, first))
        return Part(member, b"", name, failure=Unreadable(text, others[0].code))
    lost = [path for path in sidecars.described() if path not in members]
    if lost and PurePosixPath(member).suffix.casefold() == ".csv":
        shown = ", ".join(lost[:_SHOWN_LOST])[:_SHOWN_CHARS]
        others.append(Notice(Code.SIDECAR, f"parts of files in the archive cannot be described: {shown}"))
    text = "; ".join(notice.text for notice in (first, *others))
    return Part(member, b"", name, failure=Skipped(text, Code.SIDECAR))


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
