"""names.csv: a table with the columns relation, a, b, and if wanted kind and note."""

import csv
import io
from collections.abc import Iterator, Mapping

from provenance.errors import UsageError
from provenance.model.name_rules import CanonicalName, NameRelation, NameRule, NameRules
from provenance.model.names import EntityKind
from provenance.readers.name_rules.statements import (
    Place,
    make_canonical,
    make_rules,
    read_kind,
    read_name,
    read_note,
)

_NEEDED = ("relation", "a", "b")
_COLUMNS = (*_NEEDED, "kind", "note")
_CANONICAL = "alias"
"""The relation of a row that says how `a` is to be written, `b` being another name of it or nothing."""
_RELATIONS = (*(relation.value for relation in NameRelation), _CANONICAL)


def read_csv(path: str, file: str, text: str) -> NameRules:
    """What a names.csv says; rows that give one name in `a` with aliases in `b` are one statement.

    UsageError with line and reason for whatever is wrong in it.
    """
    rules: list[NameRule] = []
    forms: dict[tuple[str, EntityKind | None], CanonicalName] = {}
    for line, row in _rows(path, file, text):
        place = Place(path, file, line)
        relation = row["relation"].strip().lower()
        if relation not in _RELATIONS:
            place.refuse(f"no such relation: {row['relation']!r}; there are {', '.join(_RELATIONS)}")
        name = read_name(place, row["a"], "the name in column a")
        kind, note = read_kind(place, row.get("kind", "").strip()), read_note(place, row.get("note"))
        if relation == _CANONICAL:
            other = [read_name(place, row["b"], "the name in column b")] if row["b"].strip() else []
            make_canonical(place, name, other, kind, note)
            first = forms.get((name, kind))
            before = first.aliases if first else ()
            at = Place(path, file, int(first.where.rpartition(" ")[2])) if first else place
            forms[name, kind] = make_canonical(
                at, name, (*before, *other), kind, first.note if first else note
            )
        else:
            other = [read_name(place, row["b"], "the name in column b")]
            rules += make_rules(place, NameRelation(relation), [name, *other], kind, note)
    return NameRules(tuple(rules), tuple(forms.values()))


def is_rules_head(line: str) -> bool:
    """Does the first line of a table name the columns that are needed here?"""
    delimiter = max(",;\t", key=line.count)
    return set(_NEEDED) <= {cell.strip(' "\r').lower() for cell in line.split(delimiter)}


def _rows(path: str, file: str, text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """(the line on which it begins, its cells by column) of each row that is not empty."""
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] = []
    line = 1
    try:
        for cells in reader:
            begin, line = line, reader.line_num + 1
            if not any(cell.strip() for cell in cells) or (cells[0].startswith("#")):
                continue
            if not columns:
                columns = _read_head(Place(path, file, begin), cells)
                continue
            if len(cells) != len(columns):
                Place(path, file, begin).refuse(f"{len(columns)} columns are needed, here are {len(cells)}")
            yield begin, dict(zip(columns, cells, strict=True))
    except csv.Error as error:
        message = f"{path}, line {max(1, reader.line_num)}: not valid CSV: {error}"
        raise UsageError(message) from error


def _read_head(place: Place, cells: list[str]) -> list[str]:
    columns = [cell.strip().lower() for cell in cells]
    for column in columns:
        if column not in _COLUMNS:
            place.refuse(f"no such column: {column!r}; there are {', '.join(_COLUMNS)}")
    for column in _NEEDED:
        if columns.count(column) != 1:
            place.refuse(
                f"one column {column} is needed; the first line names the columns: {','.join(_COLUMNS)}"
            )
    if len(set(columns)) != len(columns):
        place.refuse("a column stands there twice")
    return columns
