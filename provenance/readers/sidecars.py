"""Files that describe other files beside them: sources.csv of a folder, page.html.json of a page."""

import errno
import json
import os
import posixpath
import stat
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from itertools import islice

from attrs import frozen

from provenance.errors import Unreadable
from provenance.model.keys import digest
from provenance.model.notices import Code, Notice
from provenance.model.sources import Basis, Metadatum
from provenance.readers.containers.columns import clean, describe, describes_document, normal_column
from provenance.readers.containers.delimited import Record, choose_delimiter, read_records
from provenance.readers.containers.lines import find_newline, read_lines
from provenance.readers.containers.preamble import read_preamble
from provenance.readers.decoding import decode
from provenance.readers.interface import FileToRead

LARGEST_TABLE_BYTES = 50_000_000
"""Bytes of a sources.csv: a line has about 200, so that it describes 250,000 files."""
LARGEST_OBJECT_BYTES = 1_000_000
"""Bytes of a JSON file that describes one page."""
_TABLE = "sources.csv"
_OBJECT_ENDS = (".meta.json", ".metadata.json", ".info.json", ".json")
_PATHS = ("path", "file", "filename", "filepath")
_MOST_NOTICES = 20
_SAMPLE_CHARS = 100_000
OF_ALL_MEMBERS = frozenset(("author", "publisher", "published", "modified", "captured_at", "language"))
"""What is said of a file of several documents holds for each; a title or an address is one document's."""


ReadBytes = Callable[[FileToRead, int], bytes]
"""All bytes of a file, at most so many; raises Unreadable, with the reason, if there are more or none."""


class Sidecars:
    """What the sidecars among some files say of the others. Paths are as sources carry them."""

    def __init__(
        self,
        statements: Mapping[str, tuple[Metadatum, ...]],
        notices: Mapping[str, tuple[Notice, ...]],
        marked: frozenset[str] = frozenset(),
        damaged: frozenset[str] = frozenset(),
    ) -> None:
        """`marked`: files whose own names hold a #, which are no members. `damaged`: see is_damaged."""
        self._marked = marked
        self._damaged = damaged
        self._statements = statements
        self._notices = notices
        self._of_members: dict[str, list[str]] = {}
        for stored in sorted(statements):
            for at in _member_marks(stored):
                self._of_members.setdefault(stored[:at], []).append(stored)

    def is_sidecar(self, stored: str) -> bool:
        """Is the file one that describes others, and no document?"""
        return stored in self._notices

    def is_damaged(self, stored: str) -> bool:
        """Is it a sidecar that cannot be read, so that what it should say of others is lost?"""
        return stored in self._damaged

    def described(self) -> tuple[str, ...]:
        """The files, and members of files, of which anything is said."""
        return tuple(sorted(self._statements))

    def statements(self, stored: str) -> tuple[Metadatum, ...]:
        """What is said of a file, or of a member of one; what is said nearest to it first."""
        found = list(self._statements.get(stored, ()))
        for at in () if stored in self._marked else reversed(_member_marks(stored)):
            of_file = self._statements.get(stored[:at], ())
            found += [metadatum for metadatum in of_file if metadatum.name in OF_ALL_MEMBERS]
        return tuple(found)

    def digest(self, stored: str) -> str:
        """Of all that is said of a file or its members; "" if nothing is."""
        about = [place for place in (stored, *self._of_members.get(stored, ())) if place in self._statements]
        said = [
            (place, m.name, m.value, m.basis.value, m.field, m.earliest, m.latest)
            for place in about
            for m in self._statements[place]
        ]
        return digest(said) if said else ""

    def notices(self, stored: str) -> tuple[Notice, ...]:
        """Of a sidecar: the first says what it describes, the others what could not be used; else none."""
        return self._notices.get(stored, ())


def read_sidecars(files: Sequence[FileToRead], read: ReadBytes | None = None) -> Sidecars:
    """What the sidecars among `files` say of the other files. Never raises for what stands in them.

    `read`: how their bytes are come by, if not from the disk.

    A `sources.csv` is one if it has a column of paths (`path`, `file`): relative to its folder, of a member
    as `mail.mbox#3`. Its values are a person's word (Basis.SET). `page.html.json` and `page.html.meta.json`
    are sidecars if page.html is among `files` and they hold one JSON object that says something of a
    document; their values are Basis.METADATA.
    """
    places = _Places(files)
    read_bytes = read or _read_bytes
    damaged: set[str] = set()
    said: dict[str, list[Metadatum]] = {}
    notices: dict[str, tuple[Notice, ...]] = {}
    nearest = sorted(files, key=lambda file: (-file.stored.count("/"), file.stored))
    for file in nearest:
        found = _read_table(file, places, read_bytes) if _is_table(file.stored) else None
        if found is None:
            page = _described_page(file, places)
            found = _read_object(file, page, read_bytes) if page else None
        if found is not None:
            notices[file.stored] = found.notices
            damaged.update([file.stored] if found.is_damaged else [])
            for place, statements in found.statements:
                said.setdefault(place, []).extend(statements)
    marked = frozenset(file.stored for file in files if "#" in file.stored)
    ranked = {place: _set_first(statements) for place, statements in said.items()}
    return Sidecars(ranked, notices, marked, frozenset(damaged))


@frozen
class _Read:
    statements: tuple[tuple[str, tuple[Metadatum, ...]], ...]
    notices: tuple[Notice, ...]
    is_damaged: bool = False


class _Places:
    """Which stored path a path in a sidecar means."""

    def __init__(self, files: Sequence[FileToRead]) -> None:
        self._by_place = {os.path.abspath(file.path): file.stored for file in files}
        self._by_stored = {file.stored for file in files}
        self._by_letters: dict[str, list[str]] = {}
        for file in files:
            self._by_letters.setdefault(unicodedata.normalize("NFC", file.stored), []).append(file.stored)

    def find(self, sidecar: FileToRead, path: str) -> str | None:
        """The stored path, with the member; None if no such file is read."""
        for written in dict.fromkeys((path, path.replace("\\", "/"))):
            for at in [len(written), *reversed(_member_marks(written))]:
                stored = self._find_file(sidecar, written[:at])
                if stored is not None:
                    return stored + written[at:]
        return None

    def _find_file(self, sidecar: FileToRead, path: str) -> str | None:
        if not path or "\x00" in path:
            return None
        beside = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(sidecar.path)), path))
        if beside in self._by_place:
            return self._by_place[beside]
        stored = posixpath.normpath(posixpath.join(posixpath.dirname(sidecar.stored), path))
        if stored in self._by_stored:
            return stored
        alike = self._by_letters.get(unicodedata.normalize("NFC", stored), ())
        return alike[0] if len(alike) == 1 else None


def _member_marks(path: str) -> list[int]:
    """Where a # stands in a path that may part a file from its member; at most ten."""
    return list(islice((at for at, character in enumerate(path) if character == "#" and at), 10))


def _is_table(stored: str) -> bool:
    return posixpath.basename(stored).casefold() == _TABLE


def _set_first(found: Iterable[Metadatum]) -> tuple[Metadatum, ...]:
    """A person's word before a program's; of each, in the order in which it was found, once."""
    ranked = sorted(found, key=lambda metadatum: metadatum.basis is not Basis.SET)
    return tuple(dict.fromkeys(ranked))


def _read_table(file: FileToRead, places: _Places, read: ReadBytes) -> _Read | None:
    """What a sources.csv says; None if it has no column of paths: then it is a table like others."""
    try:
        raw = read(file, LARGEST_TABLE_BYTES)
        decoded = decode(raw)
    except Unreadable as problem:
        return _damaged("describes nothing", f"{problem}", Code(problem.code))
    sample = _whole_lines(decoded.text)
    preamble = read_preamble(sample)
    delimiter = preamble.delimiter or choose_delimiter(sample[preamble.size :])
    newline = find_newline(decoded.text[:_SAMPLE_CHARS]).encode()
    lines = read_lines(BytesIO(decoded.text.encode("utf-8")), LARGEST_OBJECT_BYTES, newline)
    lines = islice(lines, preamble.line_count, None)
    records = read_records(lines, "utf-8", delimiter, None, LARGEST_OBJECT_BYTES)
    header = next(records, None)
    columns = [clean(column) for column in header.cells] if header else []
    path_column = _choose_path_column(columns)
    if path_column is None:
        return None
    table = _Table(file, columns, path_column, places)
    for record in records:
        table.add(record)
    return table.finish()


class _Table:
    """The rows of a sources.csv, one after the other."""

    def __init__(self, file: FileToRead, columns: Sequence[str], path_column: int, places: _Places) -> None:
        self._file = file
        self._columns = columns
        self._path_column = path_column
        self._places = places
        self._said: dict[str, list[Metadatum]] = {}
        self._problems: list[str] = []
        self._row_count = 0
        self._is_damaged = False

    def add(self, record: Record) -> None:
        """One row; what is wrong with it becomes a problem."""
        where = f"line {record.line}"
        self._row_count += 1
        if record.problem is not None:
            self._is_damaged = True
            self._problems.append(f"{where}: {record.problem}")
            return
        cells = record.cells
        if len(cells) > len(self._columns) and any(cell.strip() for cell in cells[len(self._columns) :]):
            self._problems.append(f"{where}: more cells than columns")
            return
        path = cells[self._path_column].strip() if self._path_column < len(cells) else ""
        stored = self._places.find(self._file, path)
        if stored is None:
            self._problems.append(
                f"{where}: no such file: {clean(path)[:100]}" if path else f"{where}: no path"
            )
            return
        described = describe(zip(self._columns, cells, strict=False), Basis.SET, _TABLE)
        self._problems += [f"{where}: {problem}" for problem in described.problems]
        self._said.setdefault(stored, []).extend(described.metadata)

    def finish(self) -> _Read:
        """What was found in all rows; a table without rows is damaged: it was to say something."""
        if self._row_count == 0:
            return _damaged("describes nothing", "it has a header and no rows", Code.CONTAINER_DAMAGED)
        others = [column for column in self._columns if column and not describes_document(column)]
        ignored = [column for column in others if column != self._columns[self._path_column]]
        what = f"describes {len(self._said)} {'file' if len(self._said) == 1 else 'files'} beside it"
        if ignored:
            what += f"; columns without a meaning: {', '.join(ignored[:10])[:200]}"
        statements = tuple((place, tuple(found)) for place, found in self._said.items())
        is_damaged = self._is_damaged or not self._said
        return _Read(statements, _notices(what, self._problems, Code.ROW_DAMAGED), is_damaged)


def _choose_path_column(columns: Sequence[str]) -> int | None:
    names = [normal_column(column) for column in columns]
    return next((names.index(known) for known in _PATHS if known in names), None)


def _described_page(file: FileToRead, places: _Places) -> str | None:
    """The stored path of the file that a JSON file is named after; None if there is no such file."""
    name = posixpath.basename(file.stored)
    for end in _OBJECT_ENDS:
        if name.casefold().endswith(end) and len(name) > len(end):
            page = file.stored[: -len(end)]
            if places.find(file, posixpath.basename(page)) == page:
                return page
    return None


def _read_object(file: FileToRead, page: str, read: ReadBytes) -> _Read | None:
    """What a JSON object says of `page`; None if the file holds something else, a document perhaps."""
    name = posixpath.basename(page)
    try:
        raw = read(file, LARGEST_OBJECT_BYTES)
        text = decode(raw).text
        value = json.loads(text, strict=False)
    except Unreadable as problem:
        return _damaged(f"would describe {name}", f"{problem}", Code(problem.code))
    except (ValueError, RecursionError) as problem:
        what = "nested too deeply" if isinstance(problem, RecursionError) else "damaged"
        return _damaged(f"would describe {name}", f"the JSON is {what}", Code.DOCUMENT_DAMAGED)
    if not isinstance(value, dict):
        return None
    pairs = list(islice(value.items(), 1_000))
    for inner in ("metadata", "meta"):
        nested = value.get(inner)
        pairs += list(islice(nested.items(), 1_000)) if isinstance(nested, dict) else []
    described = describe(pairs, Basis.METADATA, posixpath.basename(file.stored))
    if not described.metadata:
        return None
    notices = _notices(f"describes {name}", list(described.problems), Code.ROW_DAMAGED)
    return _Read(((page, described.metadata),), notices)


def _damaged(what: str, problem: str, code: Code) -> _Read:
    """A sidecar that cannot be read."""
    return _Read((), _notices(what, [problem], code), is_damaged=True)


def _notices(what: str, problems: Sequence[str], code: Code) -> tuple[Notice, ...]:
    shown = [Notice(code, problem) for problem in problems[:_MOST_NOTICES]]
    if len(problems) > _MOST_NOTICES:
        shown.append(Notice(code, f"and {len(problems) - _MOST_NOTICES:,} more"))
    return (Notice(Code.SIDECAR, what), *shown)


def _whole_lines(text: str) -> str:
    """The beginning of a text up to the end of a line."""
    if len(text) <= _SAMPLE_CHARS:
        return text
    sample = text[:_SAMPLE_CHARS]
    end = sample.rfind(find_newline(sample)) + 1
    return sample[: end or None]


def _read_bytes(file: FileToRead, most_bytes: int) -> bytes:
    """All bytes of a regular file. Unreadable, with the reason, for anything else."""
    try:
        descriptor = os.open(file.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(descriptor, "rb") as opened:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                message = "not a regular file"
                raise Unreadable(message, Code.NOT_REGULAR_FILE)
            raw = opened.read(most_bytes + 1) if found.st_size <= most_bytes else b""
    except OSError as error:
        if error.errno == errno.ELOOP:
            message = "a symbolic link, not followed"
            raise Unreadable(message, Code.SYMLINK) from error
        message = f"cannot be read: {(error.strerror or 'unknown error').lower()}"
        raise Unreadable(message, Code.CANNOT_READ) from error
    if found.st_size > most_bytes or len(raw) > most_bytes:
        message = f"{found.st_size:,} bytes; at most {most_bytes:,} of a sidecar are read"
        raise Unreadable(message, Code.TOO_LARGE)
    return raw
