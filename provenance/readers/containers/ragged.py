"""Rows of another width than their table: what is plainly there is read, and what is odd is said."""

import re
from collections.abc import Sequence

from attrs import frozen

from provenance.readers.containers.columns import clean, is_known
from provenance.readers.containers.delimited import Record, split_cells
from provenance.readers.containers.lines import decode_line, find_newline
from provenance.readers.containers.prose import is_prose

ONE_COLUMN = "\uffff"
"""The delimiter of a table of one column: no character, which no text has."""
_SHOWN_CHARS = 200
_SAMPLE_LINES = 50
_CLOSE = re.compile(r"[,;|](?!\s)")


@frozen
class Shape:
    """How a table is written. `is_escaped`: as in delimited.py. `is_one_column`: a line is a cell."""

    delimiter: str
    is_escaped: bool
    encoding: str
    is_one_column: bool = False


def is_one_column(sample: str, shape: Shape) -> bool:
    """Has the header one name, or are the lines sentences whose delimiters are their commas?"""
    lines = [
        line for line in sample.split(find_newline(sample), _SAMPLE_LINES)[:_SAMPLE_LINES] if line.strip()
    ]
    if not lines or lines[0].count('"') % 2:
        return False
    first = split_cells(lines[0], shape.delimiter)
    if len(first) == 1:
        return True
    if shape.delimiter not in ",;" or any(map(is_known, first)) or any(map(_CLOSE.search, lines)):
        return False
    return all('"' not in line[:1] and is_prose(line) for line in lines)


def fit_cells(record: Record, width: int, column: int, shape: Shape) -> tuple[Sequence[str], str]:
    """The cells of a record for `width` columns, of which `column` is the text; and what is odd, or "".

    Cells too many are joined where quotes (') or the spaces behind commas say that one cell was cut; the
    others stay out and are told.
    """
    cells = record.cells
    count = len(cells)
    beyond = [cell for cell in cells[width:] if cell.strip()]
    escapes = 'quotes are written \\" in it' if shape.is_escaped and b'\\"' in record.raw else ""
    if shape.is_one_column:
        return _fit_line(record, shape) if width == 1 and count == 1 else (cells, escapes)
    if not beyond:
        few = f"{count} cells, the table has {width} columns" if count < width else ""
        return cells, "; ".join(filter(None, (few, escapes)))
    odd = f"{count} cells, the table has {width} columns"
    joined = _join_quoted(cells, shape.delimiter)
    if len(joined) == width:
        return joined, f"{odd}: those between ' were taken for one"
    if _is_cut_text(record, width, column, shape):
        last = column + count - width + 1
        whole = shape.delimiter.join(cells[column:last])
        return (*cells[:column], whole, *cells[last:]), f"{odd}: the text's own commas seem to have cut it"
    shown = clean(f" {shape.delimiter} ".join(beyond))[:_SHOWN_CHARS]
    return cells[:width], f"{odd}; beyond them stands: {shown}"


def _fit_line(record: Record, shape: Shape) -> tuple[Sequence[str], str]:
    """The cell of a line in a table of one column."""
    text = decode_line(record.raw, shape.encoding)[0]
    cells = split_cells(text, shape.delimiter, is_escaped=shape.is_escaped)
    if not any(cell.strip() for cell in cells[1:]):
        return cells[:1], ""
    return record.cells, f"{len(cells)} cells, the table has 1 column: the whole line was taken for one"


def _join_quoted(cells: Sequence[str], delimiter: str) -> Sequence[str]:
    """Cells between single quotes as one each, without the quotes."""
    joined: list[str] = []
    open_: list[str] = []
    for cell in cells:
        if not open_ and not cell.startswith("'"):
            joined.append(cell)
            continue
        open_.append(cell)
        if cell.endswith("'") and (len(open_) > 1 or len(cell) > 1):
            joined.append(delimiter.join(open_)[1:-1].replace("''", "'"))
            open_ = []
    return [*joined, *open_]


def _is_cut_text(record: Record, width: int, column: int, shape: Shape) -> bool:
    """Did the delimiters inside of a text without quotes make it several cells?"""
    cells = record.cells
    last = column + len(cells) - width + 1
    pieces = cells[column:last]
    if column == width - 1:
        is_cut = True
    else:
        is_cut = all(piece[:1].isspace() for piece in pieces[1:])
    written = decode_line(record.raw, shape.encoding)[0]
    whole = shape.delimiter.join(pieces)
    before = written.find(whole)
    return is_cut and before >= 0 and written[before - 1 : before] != '"'
