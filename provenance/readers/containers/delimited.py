"""Records of text with delimiters: quoted cells, line breaks in them, and damage that stays in one record."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO

from attrs import frozen

from provenance.model.notices import Notice
from provenance.readers.containers.lines import RawLine, decode_line, find_newline, read_lines

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_RECORDS = 50
_SAMPLE_CHARS = 100_000
_BLANK = b" \r\n\x00"
"""Bytes of lines without a cell, in UTF-16 too; a tab is a delimiter."""
_ESCAPED = re.compile(r'\\"[\w ]')
"""A quote behind a backslash and before a letter: in a quoted cell of RFC 4180 that is damage."""
_MOST_READINGS = 4
"""Times that a line may be read again on average, where one damaged record after the other runs on."""


@frozen
class Record:
    """`line`: number of its first line, from 1. `raw`: its bytes. `problem`: why `cells` is empty.

    `notices`: of lines that are in another encoding than the file.
    """

    line: int
    raw: bytes
    cells: tuple[str, ...] = ()
    problem: str | None = None
    notices: tuple[Notice, ...] = ()
    is_too_long: bool = False


def choose_delimiter(sample: str) -> str:
    """The sign that cuts the sample's records most evenly; a comma if each has a single cell.

    `sample` should end with a whole line. Of equal ones, that which gives more cells.
    """
    ranked = []
    for number, delimiter in enumerate(_DELIMITERS):
        counts = [len(cells) for cells in _split_text(sample, delimiter)]
        wide = counts[0] if counts else 1
        even = sum(1 for count in counts if count == wide)
        if wide > 1:
            ranked.append((round(even / len(counts), 1), wide, -number))
    return _DELIMITERS[-max(ranked)[2]] if ranked else _DELIMITERS[0]


def has_escapes(sample: str) -> bool:
    """Are quotes in cells written \\" and not doubled, as some databases do?"""
    return _ESCAPED.search(sample[:_SAMPLE_CHARS]) is not None


def split_cells(text: str, delimiter: str, *, is_escaped: bool = False) -> tuple[str, ...]:
    """The cells of one whole record, read as the csv module of the standard library reads them."""
    scan = _Scan(delimiter, is_escaped=is_escaped)
    scan.feed(text.rstrip("\r\n"))
    return scan.finish()


def read_records(
    lines: Iterable[RawLine],
    encoding: str,
    delimiter: str,
    width: int | None,
    longest_bytes: int,
    *,
    is_escaped: bool = False,
) -> Iterator[Record]:
    """Every record of `lines` that is not blank. `width`: cells that a record should have.

    `is_escaped`: a quote in a cell may stand behind a backslash instead of being doubled.
    A quote that is never closed, or that makes a record of another width out of several lines, damages the
    line it stands in only: the next line begins a new record.
    """
    source = _Lines(iter(lines))
    scan = partial(_Scan, delimiter, is_escaped=is_escaped)
    while (first := source.take()) is not None:
        if not first.raw.strip(_BLANK):
            continue
        taken, record = _read_record(first, source, encoding, scan(), longest_bytes)
        is_damaged = record.problem is not None or not _has_width(record.cells, width)
        if len(taken) > 1 and is_damaged:
            is_back = source.give_back(taken[1:])
            problem = record.problem or "a quote that is not closed"
            raw = first.raw if is_back else b"".join(line.raw for line in taken)
            yield Record(first.number, raw, (), problem, is_too_long=record.is_too_long)
        elif record.problem is not None or any(cell.strip() for cell in record.cells):
            yield record


def _has_width(cells: Sequence[str], width: int | None) -> bool:
    """Empty cells at the end do not count."""
    return width is None or len(cells) == width or (len(cells) > width and not any(cells[width:]))


class _Lines:
    """Lines that can be given back, as long as reading them again does not outgrow reading the file."""

    def __init__(self, source: Iterator[RawLine]) -> None:
        self._source = source
        self._waiting: deque[RawLine] = deque()
        self._taken_count = 0
        self._back_count = 0

    def take(self) -> RawLine | None:
        if self._waiting:
            return self._waiting.popleft()
        self._taken_count += 1
        return next(self._source, None)

    def give_back(self, lines: list[RawLine]) -> bool:
        if self._back_count > _MOST_READINGS * self._taken_count:
            return False
        self._back_count += len(lines)
        self._waiting.extendleft(reversed(lines))
        return True


def _read_record(
    first: RawLine, source: _Lines, encoding: str, scan: "_Scan", longest_bytes: int
) -> tuple[list[RawLine], Record]:
    """The lines of the record that begins with `first`, and the record."""
    taken: list[RawLine] = []
    size = 0
    notices: list[Notice] = []
    line: RawLine | None = first
    while line is not None:
        taken.append(line)
        size += len(line.raw)
        if line.is_cut or size > longest_bytes:
            too_long = f"longer than {longest_bytes:,} bytes"
            return taken, Record(first.number, first.raw, (), too_long, is_too_long=True)
        text, noticed = decode_line(line.raw, encoding)
        notices += noticed
        body = text.rstrip("\r\n")
        scan.feed(body)
        if not scan.is_quoted:
            raw = b"".join(taken_line.raw for taken_line in taken)
            return taken, Record(first.number, raw, scan.finish(), None, tuple(dict.fromkeys(notices)))
        scan.add(text[len(body) :])
        line = source.take()
    return taken, Record(first.number, first.raw, (), "a quote that is not closed")


class _Scan:
    """The cells of a record so far; a quote opens only at the start of a cell, as RFC 4180 has it."""

    def __init__(self, delimiter: str, *, is_escaped: bool = False) -> None:
        self._delimiter = delimiter
        self._is_escaped = is_escaped
        self._cells: list[str] = []
        self._cell: list[str] = []
        self.is_quoted = False

    def feed(self, text: str) -> None:
        """Go on with a line, without its line break."""
        at = 0
        while True:
            if self.is_quoted:
                at = self._feed_quoted(text, at)
                if self.is_quoted:
                    return
            elif text.startswith('"', at):
                self.is_quoted = True
                at += 1
                continue
            end = text.find(self._delimiter, at)
            if end < 0:
                self.add(text[at:])
                return
            self.add(text[at:end])
            self._end_cell()
            at = end + 1

    def add(self, text: str) -> None:
        """More of the cell that is open."""
        self._cell.append(text)

    def finish(self) -> tuple[str, ...]:
        """All cells, the open one included."""
        self._end_cell()
        return tuple(self._cells)

    def _end_cell(self) -> None:
        self._cells.append("".join(self._cell))
        self._cell = []

    def _feed_quoted(self, text: str, at: int) -> int:
        while (end := text.find('"', at)) >= 0:
            if self._is_escaped and _is_behind_backslash(text, at, end):
                self.add(text[at : end - 1] + '"')
                at = end + 1
                continue
            self.add(text[at:end])
            if not text.startswith('""', end):
                self.is_quoted = False
                return end + 1
            self.add('"')
            at = end + 2
        self.add(text[at:])
        return len(text)


def _is_behind_backslash(text: str, start: int, at: int) -> bool:
    """Behind one that is not itself behind one."""
    begin = at
    while begin > start and text[begin - 1] == "\\":
        begin -= 1
    return (at - begin) % 2 == 1


def _split_text(sample: str, delimiter: str) -> list[tuple[str, ...]]:
    """The first whole records of a text."""
    sample = sample[:_SAMPLE_CHARS]
    newline = find_newline(sample).encode()
    lines = read_lines(BytesIO(sample.encode("utf-8", "replace")), len(sample) * 4 + 4, newline)
    records = read_records(lines, "utf-8", delimiter, None, len(sample) * 4 + 4)
    found = []
    for record in records:
        if record.problem is None:
            found.append(record.cells)
        if len(found) >= _SAMPLE_RECORDS:
            break
    return found
