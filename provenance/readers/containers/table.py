"""Tables of text with delimiters (.csv .tsv .tab): each row is a document, one column its text."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import BinaryIO

from attrs import evolve

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.readers.containers.columns import clean, find_day_orders, is_known
from provenance.readers.containers.delimited import Record, choose_delimiter, read_records
from provenance.readers.containers.lines import read_lines
from provenance.readers.containers.rows import (
    Row,
    TextFile,
    begin_text,
    damaged_part,
    find_text_column,
    make_part,
)
from provenance.readers.containers.url_list import is_url_list
from provenance.readers.interface import Part

_SAMPLE_ROWS = 50
_LONGEST_NAME_CHARS = 60
_VALUE = re.compile(r"[\d.,:/+ -]{1,60}$|https?://", re.IGNORECASE)
_MEDIA_TYPE = "text/csv"


def split_csv(opened: BinaryIO, settings: ReadingSettings) -> Iterator[Part]:
    """A document for each row, numbered from 1 without the header.

    The delimiter is that which cuts the first rows most evenly, the text column as in columns.py. A row that
    cannot be cut is refused and the others go on. A first row that names no column is a row like others.
    Skipped for a table without a column of text; Unreadable with URL_LIST for a list of addresses.
    """
    file = begin_text(opened)
    if is_url_list(file.sample):
        message = "a list of web addresses: save the pages and put them into the folder (nothing is fetched)"
        raise Unreadable(message, Code.URL_LIST)
    delimiter = choose_delimiter(file.sample)
    lines = read_lines(opened, settings.largest_bytes, file.newline)
    first = next(read_records(lines, file.encoding, delimiter, None, settings.largest_bytes), None)
    if first is None:
        return
    columns = _name_columns(first)
    records = read_records(lines, file.encoding, delimiter, len(columns), settings.largest_bytes)
    begin = list(islice(records, _SAMPLE_ROWS))
    if not _is_header(first, begin):
        columns = [f"column {number}" for number in range(1, len(columns) + 1)]
        begin.insert(0, first)
    rows = [record.cells for record in begin]
    column = find_text_column(columns, rows, settings)
    file = evolve(file, day_orders=find_day_orders(columns, rows))
    for number, record in enumerate(chain(begin, records), 1):
        yield _make_part(number, record, columns, column, file)


def _name_columns(first: Record) -> list[str]:
    if first.problem is not None:
        message = f"the table's first row cannot be read: {first.problem}"
        raise Unreadable(message, Code.CONTAINER_DAMAGED)
    return [clean(cell) for cell in first.cells]


def _is_header(first: Record, rows: Sequence[Record]) -> bool:
    """Is the first row one of names: a usual one among them, or all short, different, and no values?"""
    names = [clean(cell) for cell in first.cells]
    if any(len(name) > _LONGEST_NAME_CHARS for name in names):
        return False
    if any(is_known(name) for name in names):
        return True
    return bool(rows) and len(set(names)) == len(names) and not any(_VALUE.match(name) for name in names)


def _make_part(number: int, record: Record, columns: Sequence[str], column: int, file: TextFile) -> Part:
    cells = record.cells
    if record.problem is not None:
        return damaged_part(number, record.raw, record.line, record.problem)
    beyond = [cell for cell in cells[len(columns) :] if cell.strip()]
    if beyond or column >= len(cells):
        problem = f"{len(cells)} cells, the table has {len(columns)} columns"
        return damaged_part(number, record.raw, record.line, problem)
    notices = record.notices
    if len(cells) < len(columns):
        text = f"line {record.line:,}: {len(cells)} cells, the table has {len(columns)} columns"
        notices = (*notices, Notice(Code.ROW_DAMAGED, text))
    others = [(name, cell) for name, cell in zip(columns, cells, strict=False) if name != columns[column]]
    row = Row(number, record.raw, _MEDIA_TYPE, notices)
    return make_part(row, others, columns[column], cells[column], file)
