"""Tables of text with delimiters (.csv .tsv .tab): each row is a document, one column its text."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import BinaryIO

from attrs import evolve, frozen

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.readers.containers.columns import (
    choose_text_column,
    clean,
    find_day_orders,
    is_known,
    is_named_text,
)
from provenance.readers.containers.delimited import Record, choose_delimiter, has_escapes, read_records
from provenance.readers.containers.lines import read_lines
from provenance.readers.containers.preamble import read_preamble
from provenance.readers.containers.prose import is_prose, is_statement
from provenance.readers.containers.ragged import ONE_COLUMN, Shape, fit_cells, is_one_column
from provenance.readers.containers.rows import (
    MOST_SEARCHED,
    Row,
    TextFile,
    begin_text,
    damaged_part,
    explain_no_text,
    make_part,
)
from provenance.readers.containers.url_list import is_url_list
from provenance.readers.interface import Part

_SAMPLE_ROWS = 50
_LONGEST_NAME_CHARS = 60
_VALUE = re.compile(r"[\d.,:/+ -]{1,60}$|https?://", re.IGNORECASE)
_MEDIA_TYPE = "text/csv"


@frozen
class _Table:
    """How a table's rows become documents: its columns, and the number of that which holds the texts."""

    file: TextFile
    shape: Shape
    columns: Sequence[str]
    column: int


def split_csv(opened: BinaryIO, settings: ReadingSettings) -> Iterator[Part]:
    """A document for each row, numbered from 1 without the header.

    The delimiter is that which cuts the first rows most evenly, the text column as in columns.py. A line
    `sep=;` and remarks before the header (`# exported …`) are no rows. A row that cannot be cut is refused
    and the others go on; one of more cells than columns is read as far as it is plain, with a notice.
    A first row that names no column is a row like others. Skipped for a table without prose; Unreadable for
    one with prose but no column of text, and with URL_LIST for a list of addresses.
    """
    file = begin_text(opened)
    preamble = read_preamble(file.sample)
    sample = file.sample[preamble.size :]
    if is_url_list(sample):
        message = "a list of web addresses: save the pages and put them into the folder (nothing is fetched)"
        raise Unreadable(message, Code.URL_LIST)
    delimiter = preamble.delimiter or choose_delimiter(sample)
    shape = Shape(delimiter, is_escaped=has_escapes(sample), encoding=file.encoding)
    shape = evolve(shape, is_one_column=is_one_column(sample, shape))
    lines = islice(read_lines(opened, settings.largest_bytes, file.newline), preamble.line_count, None)
    cut = ONE_COLUMN if shape.is_one_column else delimiter
    first = next(
        read_records(lines, file.encoding, cut, None, settings.largest_bytes, is_escaped=shape.is_escaped),
        None,
    )
    if first is None:
        return
    columns = _name_columns(first)
    records = read_records(
        lines, file.encoding, cut, len(columns), settings.largest_bytes, is_escaped=shape.is_escaped
    )
    begin = list(islice(records, _SAMPLE_ROWS))
    if not _is_header(first, begin):
        columns = [f"column {number}" for number in range(1, len(columns) + 1)]
        begin.insert(0, first)
    file = evolve(file, day_orders=find_day_orders(columns, [record.cells for record in begin]))
    column = _choose_column(columns, begin, settings)
    if column is None:
        yield from _explain_no_text(chain(begin, records), columns, settings)
        return
    table = _Table(file, shape, columns, column)
    for number, record in enumerate(chain(begin, records), 1):
        yield _make_part(number, record, table)


def _name_columns(first: Record) -> list[str]:
    if first.problem is not None:
        message = f"the table's first row cannot be read: {first.problem}"
        if first.is_too_long:
            message += " (largest_bytes in [reading])"
        raise Unreadable(message, Code.CONTAINER_DAMAGED)
    return [clean(cell) for cell in first.cells]


def _is_header(first: Record, rows: Sequence[Record]) -> bool:
    """Is the first row one of names: a usual one among them, or all short, different, and no values?"""
    names = [clean(cell) for cell in first.cells]
    if any(len(name) > _LONGEST_NAME_CHARS for name in names):
        return False
    if any(is_known(name) for name in names):
        return True
    if any(_VALUE.match(name) or is_statement(name) for name in names):
        return False
    return bool(rows) and len(set(names)) == len(names)


def _choose_column(columns: Sequence[str], begin: Sequence[Record], settings: ReadingSettings) -> int | None:
    """The text column; by its name alone where rows could not be read, whose cells would have told."""
    found = choose_text_column(columns, [record.cells for record in begin], settings.text_column)
    if found is None and not settings.text_column and any(record.problem for record in begin):
        return next((number for number, column in enumerate(columns) if is_named_text(column)), None)
    return found


def _explain_no_text(
    records: Iterator[Record], columns: Sequence[str], settings: ReadingSettings
) -> Iterator[Part]:
    """The rows that cannot be read; then raises what is to be said of all others."""
    has_prose = False
    for number, record in enumerate(islice(records, MOST_SEARCHED), 1):
        if record.problem is not None:
            yield _damaged(number, record)
        has_prose = has_prose or record.problem is not None or any(map(is_prose, record.cells))
    raise explain_no_text(columns, settings, has_prose=has_prose)


def _damaged(number: int, record: Record) -> Part:
    problem = record.problem or ""
    return damaged_part(number, record.raw, record.line, problem, is_too_long=record.is_too_long)


def _make_part(number: int, record: Record, table: _Table) -> Part:
    columns, column = table.columns, table.column
    if record.problem is not None:
        return _damaged(number, record)
    cells, odd = fit_cells(record, len(columns), column, table.shape)
    if column >= len(cells):
        problem = f"{len(cells)} cells, the table has {len(columns)} columns"
        return damaged_part(number, record.raw, record.line, problem)
    notices = record.notices
    if odd:
        notices = (*notices, Notice(Code.ROW_DAMAGED, f"line {record.line:,}: {odd}"))
    others = [(name, cell) for name, cell in zip(columns, cells, strict=False) if name != columns[column]]
    row = Row(number, record.raw, _MEDIA_TYPE, notices)
    return make_part(row, others, columns[column], cells[column], table.file)
