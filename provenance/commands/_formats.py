"""Rows printed as a table or in a format for machines."""

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence

import click
from tabulate import tabulate

from provenance.commands._cells import NARROWEST, Piece, clip, paint, text_width, wrap
from provenance.commands._terminal import is_terminal, one_line, visible

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown")
Row = Mapping[str, object]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), full-width forms included."""
_LEAST_CELL_CHARS = 12
_WIDTH_IN_PIPES = 200
_GAP = 2
_HEAD_ROOM = 2
"""What tabulate leaves beside the name of a column."""
_INDENT = 3
_KEY = "key"
_UNCLIPPED = (_KEY, "parent", "child")
"""Columns that hold keys: a part of one is of no use."""
_LISTS = ("changes", "evidence", "gaps", "places")
"""Columns of views that hold lists as JSON."""
_JSON_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\u200b-\u200f\ufeff]")
_MARKDOWN_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~$&])")


def print_rows(rows: Sequence[Row], columns: Sequence[str], format_: str, shown: Sequence[str] = ()) -> None:
    """`rows` on standard output. `columns`: all; `shown`: those of the table, all if empty."""
    if format_ == "table":
        click.echo(as_table(rows, shown or columns))
        return
    writers = {"json": as_json, "jsonl": as_jsonl, "csv": as_csv, "tsv": as_tsv, "markdown": as_markdown}
    text = writers[format_](rows, columns)
    click.echo(text, nl=bool(text) and not text.endswith("\n"))


def as_table(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """A plain table, long cells clipped to the terminal's width; numbers and keys stay as they are written.
    Where the terminal is too narrow for that, each row as a paragraph with the names of its columns."""
    if not rows:
        return "(none)"
    cells = [[one_line(_plain(row.get(column))) for column in columns] for row in rows]
    heads = [text_width(column) + _HEAD_ROOM for column in columns]
    wanted = [max(heads[i], *(text_width(line[i]) for line in cells)) for i in range(len(columns))]
    least = [
        width if column in _UNCLIPPED else min(width, _LEAST_CELL_CHARS)
        for column, width in zip(columns, wanted, strict=True)
    ]
    widths = _fit(wanted, least)
    if sum(widths) + _GAP * (len(widths) - 1) > terminal_width():
        return "\n".join(_as_paragraphs(cells, columns))
    names = [clip(column, max(1, width - _HEAD_ROOM)) for column, width in zip(columns, widths, strict=True)]
    clipped = [[clip(cell, width) for cell, width in zip(line, widths, strict=True)] for line in cells]
    return str(tabulate(clipped, headers=names, tablefmt="simple", disable_numparse=True))


def _as_paragraphs(cells: Sequence[Sequence[str]], columns: Sequence[str]) -> Iterator[str]:
    """The lines of each row under its key; that is not repeated where the next row has the same."""
    width = terminal_width()
    before = ""
    for line in cells:
        named = dict(zip(columns, line, strict=True))
        key = named.pop(_KEY, "")
        if key and key != before:
            yield key
        before = key
        parts = [f"{column} {clip(cell, width)}".lstrip() for column, cell in named.items() if cell]
        for number, wrapped in enumerate(wrap([Piece(" \u00b7 ".join(parts))], width - _INDENT)):
            yield f"{' ' * _INDENT * bool(key or number)}{paint(wrapped)}"


def as_json(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """A list of objects, one a line."""
    return "[" + ",\n ".join(_json_object(row, columns) for row in rows) + "]"


def as_jsonl(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """An object a line."""
    return "".join(_json_object(row, columns) + "\n" for row in rows)


def as_csv(rows: Sequence[Row], columns: Sequence[str], delimiter: str = ",") -> str:
    """Comma-separated values; a cell that a spreadsheet would compute starts with an apostrophe."""
    lines = [columns, *([_csv_cell(row.get(column)) for column in columns] for row in rows)]
    return "".join(delimiter.join(_quoted(cell, delimiter) for cell in line) + "\n" for line in lines)


def as_tsv(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """Tab-separated values, quoted like CSV where a value holds a tab or a line break."""
    return as_csv(rows, columns, delimiter="\t")


def as_markdown(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """A table of GitHub's Markdown."""
    lines = [columns, ["---"] * len(columns)]
    lines += [[_markdown_cell(row.get(column)) for column in columns] for row in rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}" if abs(value) < 1 else f"{value:.15g}"
    return str(value)


def _json_object(row: Row, columns: Iterable[str]) -> str:
    return safe_json({column: _unpacked(column, row.get(column)) for column in columns})


def _unpacked(column: str, value: object) -> object:
    """A list that a column keeps as JSON, as a list; anything else as it is."""
    if column not in _LISTS or not isinstance(value, str) or not value.startswith("["):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


def safe_json(value: object, indent: int | None = None) -> str:
    """`value` as JSON, controls that JSON leaves as they are as escapes, which every reader turns back."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _JSON_UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _csv_cell(value: object) -> str:
    if not isinstance(value, str):
        return "" if value is None else str(value)
    guarded = "'" + value if value.startswith(_FORMULA_STARTS) else value
    return visible(guarded) if is_terminal() else guarded


def _quoted(cell: str, delimiter: str) -> str:
    """By RFC 4180, a lone carriage return included, which Python's writer leaves bare."""
    needs_quotes = any(character in cell for character in (delimiter, '"', "\r", "\n"))
    return '"' + cell.replace('"', '""') + '"' if needs_quotes else cell


def _markdown_cell(value: object) -> str:
    return _MARKDOWN_SPECIAL.sub(r"\\\1", one_line(_plain(value)))


def terminal_width() -> int:
    """Columns of the terminal, or COLUMNS where that is set; in a pipe a fixed number, so that output is the
    same everywhere."""
    is_known = is_terminal() or os.environ.get("COLUMNS", "").isdigit()
    return max(NARROWEST, shutil.get_terminal_size().columns) if is_known else _WIDTH_IN_PIPES


def _fit(widths: Sequence[int], least: Sequence[int]) -> list[int]:
    """Widths that fit the terminal, if that can be: the widest columns give way first, as far as `least`."""
    fitted = list(widths)
    room = terminal_width() - _GAP * (len(widths) - 1)
    while sum(fitted) > room:
        able = [i for i in range(len(fitted)) if fitted[i] > least[i]]
        if not able:
            break
        fitted[max(able, key=lambda i: (fitted[i], i))] -= 1
    return fitted
