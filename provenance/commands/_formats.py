"""Rows printed as a table or in a format for machines."""

import json
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence

import click
from tabulate import tabulate

from provenance.commands._terminal import is_terminal, one_line, visible

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown")
Row = Mapping[str, object]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), full-width forms included."""
_LEAST_CELL_CHARS = 12
_WIDTH_IN_PIPES = 200
_GAP = 2
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
    """A plain table, long cells clipped to the terminal's width; numbers stay as they are written."""
    if not rows:
        return "(none)"
    cells = [[one_line(_plain(row.get(column))) for column in columns] for row in rows]
    widths = _fit([max(len(line[i]) for line in [list(columns), *cells]) for i in range(len(columns))])
    clipped = [[_clip(cell, width) for cell, width in zip(line, widths, strict=True)] for line in cells]
    heads = [_clip(column, width) for column, width in zip(columns, widths, strict=True)]
    return str(tabulate(clipped, headers=heads, tablefmt="simple", disable_numparse=True))


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
    return safe_json({column: row.get(column) for column in columns})


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
    """Columns of the terminal; in a pipe a fixed number, so that output is the same everywhere."""
    return shutil.get_terminal_size().columns if is_terminal() else _WIDTH_IN_PIPES


def _fit(widths: Sequence[int]) -> list[int]:
    """Widths that fit the terminal: the widest columns give way first."""
    fitted = list(widths)
    room = terminal_width() - _GAP * (len(widths) - 1)
    while sum(fitted) > room:
        widest = max(range(len(fitted)), key=lambda i: (fitted[i], i))
        if fitted[widest] <= _LEAST_CELL_CHARS:
            break
        fitted[widest] -= 1
    return fitted


def _clip(cell: str, width: int) -> str:
    return cell if len(cell) <= width else cell[: width - 1] + "…"
