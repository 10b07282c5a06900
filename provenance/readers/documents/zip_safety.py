"""ZIP archives opened within limits: nothing is unfolded that was not counted, and nothing goes to disk."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from attrs import define, field, frozen

from provenance.errors import Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = b"PK\x05\x06"
_END_FORMAT = struct.Struct("<4s4H2LH")
_END64_PLACE = struct.Struct("<4sLQL")
_END64_FORMAT = struct.Struct("<4sQ2H2L4Q")
_LONGEST_COMMENT = 0xFFFF
_DIRECTORY_BYTES_AN_ENTRY = 1_000
"""A directory entry has 46 bytes and a name; office files' names have 30 characters."""
_CHUNK_BYTES = 1 << 16
_SMALL_BYTES = 1_000_000
"""Up to this size it does not matter how far an entry unfolds: runs of blanks unfold 1,000 times."""
_ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LONGEST_NAME_CHARS = 100
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, IndexError, OverflowError, NotImplementedError, RuntimeError),
)
"""What zipfile raises on damaged archives: the documented errors, and what its arithmetic makes of wild
offsets and names (ValueError covers UnicodeDecodeError)."""


@frozen
class Entry:
    """One file of an archive. `declared_bytes`: its size, if the directory says the truth."""

    name: str
    declared_bytes: int
    compressed_bytes: int
    is_encrypted: bool
    info: zipfile.ZipInfo = field(repr=False)


@define
class SafeZip:
    """An opened archive. `inflated_bytes`: how much was unfolded up to now; at most `most_bytes` ever is."""

    settings: ReadingSettings
    most_bytes: int
    entries: tuple[Entry, ...]
    _archive: zipfile.ZipFile
    inflated_bytes: int = 0

    def names(self) -> list[str]:
        """The names of the files in it, in the order of its directory, each once; no folders."""
        return list(dict.fromkeys(entry.name for entry in self.entries))

    def read(self, name: str, most_bytes: int | None = None) -> bytes:
        """The bytes of the last entry of that name, as unfolded. KeyError if there is none; else as below."""
        for entry in reversed(self.entries):
            if entry.name == name:
                return self.read_entry(entry, most_bytes)
        raise KeyError(name)

    def read_entry(self, entry: Entry, most_bytes: int | None = None) -> bytes:
        """The bytes of `entry`, at most `most_bytes` of them (None: what is left of the archive's limit).

        Unreadable with ZIP_LIMIT, ZIP_DAMAGED, ENCRYPTED_OR_LEGACY or FORMAT_NOT_READ (compression).
        """
        if entry.is_encrypted:
            message = f"{_shorten(entry.name)} in the archive is encrypted"
            raise Unreadable(message, Code.ENCRYPTED_OR_LEGACY)
        if entry.info.compress_type not in _METHODS:
            method = f"method {entry.info.compress_type}"  # 12: bzip2, 14: LZMA, 93: Zstandard
            message = f"{_shorten(entry.name)} is compressed by {method}: stored and deflated ones are read"
            raise Unreadable(message, Code.FORMAT_NOT_READ)
        self._check(entry, entry.declared_bytes, self.inflated_bytes + entry.declared_bytes, most_bytes)
        pieces = []
        size = 0
        for piece in self._inflate(entry):
            size += len(piece)
            self.inflated_bytes += len(piece)
            self._check(entry, size, self.inflated_bytes, most_bytes)
            pieces.append(piece)
        if size != entry.declared_bytes:
            message = (
                f"{_shorten(entry.name)} has {size:,} bytes, the directory says {entry.declared_bytes:,}"
            )
            raise Unreadable(message, Code.ZIP_DAMAGED)
        return b"".join(pieces)

    def _inflate(self, entry: Entry) -> Iterator[bytes]:
        """Piece by piece; zipfile stops at the declared size, and its checksum tells if there was more."""
        try:
            with self._archive.open(entry.info) as opened:
                while piece := opened.read(_CHUNK_BYTES):
                    yield piece
        except _DAMAGE as error:
            message = f"{_shorten(entry.name)} in the archive is damaged ({error})"
            raise Unreadable(message, Code.ZIP_DAMAGED) from error

    def _check(self, entry: Entry, size: int, total: int, most_bytes: int | None) -> None:
        """`size`: of this entry, `total`: of all that were unfolded, this one included."""
        name = _shorten(entry.name)
        if most_bytes is not None and size > most_bytes:
            message = f"{name} unfolds to more than {most_bytes:,} bytes"
            raise Unreadable(message, Code.ZIP_LIMIT)
        if total > self.most_bytes:
            limit = f"{self.most_bytes:,} bytes (largest_inflated_bytes)"
            message = f"{name} unfolds the archive to more than {limit}"
            raise Unreadable(message, Code.ZIP_LIMIT)
        if size > _SMALL_BYTES and size > entry.compressed_bytes * self.settings.largest_inflation:
            limit = f"{self.settings.largest_inflation} times (largest_inflation)"
            message = f"{name} unfolds from {entry.compressed_bytes:,} bytes to {size:,}: more than {limit}"
            raise Unreadable(message, Code.ZIP_LIMIT)


def open_zip(
    opened_or_bytes: BinaryIO | bytes, settings: ReadingSettings, most_bytes: int | None = None
) -> SafeZip:
    """The archive in a seekable file or in bytes, none of it unfolded yet.

    `most_bytes`: that all reads together may unfold; None: largest_inflated_bytes, which is meant for the
    parts of one document. Unreadable: ZIP_DAMAGED without a sound directory, ZIP_LIMIT with more than
    most_entries, ENCRYPTED_OR_LEGACY for the OLE container of old and of password-protected office files.
    """
    opened = BytesIO(opened_or_bytes) if isinstance(opened_or_bytes, bytes) else opened_or_bytes
    opened.seek(0)
    if opened.read(len(_OLE)) == _OLE:
        message = "an OLE container: either protected by a password or of an office program before 2007"
        raise Unreadable(message, Code.ENCRYPTED_OR_LEGACY)
    try:
        _check_directory(opened, settings)
        archive = zipfile.ZipFile(opened)
    except _DAMAGE as error:
        message = f"the archive's directory is damaged or cut off ({error})"
        raise Unreadable(message, Code.ZIP_DAMAGED) from error
    listed = archive.infolist()
    _check_count(len(listed), settings)
    entries = tuple(_make_entry(info) for info in listed if not info.filename.endswith("/"))
    return SafeZip(settings, most_bytes or settings.largest_inflated_bytes, entries, archive)


def _make_entry(info: zipfile.ZipInfo) -> Entry:
    is_encrypted = bool(info.flag_bits & _ENCRYPTED_FLAGS)
    return Entry(info.filename, info.file_size, info.compress_size, is_encrypted, info)


def _check_directory(opened: BinaryIO, settings: ReadingSettings) -> None:
    """Before zipfile builds an object for each entry: how many the end of the archive says there are."""
    size = opened.seek(0, 2)
    begin = max(0, size - _END_FORMAT.size - _LONGEST_COMMENT)
    opened.seek(begin)
    tail = opened.read()
    place = tail.rfind(_END)
    if place < 0:
        message = "no directory at the end"
        raise zipfile.BadZipFile(message)
    fields = _END_FORMAT.unpack_from(tail, place)
    count, directory_bytes = fields[4], fields[5]
    if count == 0xFFFF or directory_bytes == 0xFFFFFFFF:
        count, directory_bytes = _read_end64(opened, begin + place) or (count, directory_bytes)
    _check_count(count, settings)
    if directory_bytes > settings.most_entries * _DIRECTORY_BYTES_AN_ENTRY:
        limit = f"{settings.most_entries:,} entries (most_entries)"
        message = f"the archive's directory has {directory_bytes:,} bytes: too many for {limit}"
        raise Unreadable(message, Code.ZIP_LIMIT)


def _read_end64(opened: BinaryIO, end_place: int) -> tuple[int, int] | None:
    """(entries, bytes of the directory) of an archive with more than 65,535 entries or four gigabytes."""
    opened.seek(max(0, end_place - _END64_PLACE.size))
    locator = opened.read(_END64_PLACE.size)
    if not locator.startswith(b"PK\x06\x07"):
        return None
    opened.seek(_END64_PLACE.unpack(locator)[2])
    fields = _END64_FORMAT.unpack(opened.read(_END64_FORMAT.size))
    return fields[7], fields[8]


def _check_count(count: int, settings: ReadingSettings) -> None:
    if count > settings.most_entries:
        message = f"{count:,} entries in one archive, at most {settings.most_entries:,} (most_entries)"
        raise Unreadable(message, Code.ZIP_LIMIT)


def _shorten(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME_CHARS else name[:_LONGEST_NAME_CHARS] + "…"
