"""names.toml: tables [[same]], [[different]] and [[name]]."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import partial
from typing import Any

from provenance.errors import UsageError
from provenance.model.name_rules import CanonicalName, NameRelation, NameRule, NameRules
from provenance.readers.name_rules.statements import (
    Place,
    make_canonical,
    make_rules,
    read_kind,
    read_name,
    read_note,
)

_KEYS = {
    "same": ("names", "kind", "note"),
    "different": ("names", "kind", "note"),
    "name": ("canonical", "aliases", "kind", "note"),
}
"""Tables that may stand in the file, and the keys of each."""
_TOKEN = re.compile(
    r'"""(?s:(?:\\.|[^\\"]|"(?!""))*)"{3,5}'
    r"|'''(?s:(?:[^']|'(?!''))*)'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|(?<![^\n])[ \t]*\[\[[ \t]*(?P<table>[A-Za-z\"']+)[ \t]*\]\]"
    r"|[\[\]\n]"
)
"""What a line count must see: texts and comments, in which nothing counts, headers of tables, brackets."""
_POSITION = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read_toml(path: str, file: str, text: str) -> NameRules:
    """What a names.toml says. UsageError with line and reason for whatever is wrong in it."""
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(_say_broken(path, text, str(error))) from error
    except RecursionError as error:
        message = f"{path} is not valid TOML: brackets inside brackets, too deep to be read"
        raise UsageError(message) from error
    lines = find_headers(text)
    rules: list[NameRule] = []
    canonical: list[CanonicalName] = []
    for table, parts in written.items():
        at = partial(Place, path, file)
        if table not in _KEYS:
            at(_line_of(text, table)).refuse(
                f"no such table: {table}; there are [[same]] [[different]] [[name]]"
            )
        if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
            at(_line_of(text, table)).refuse(f"{table} is a list of tables, write [[{table}]]")
        known = lines[table] if len(lines[table]) == len(parts) else [_line_of(text, table)] * len(parts)
        for line, part in zip(known, parts, strict=True):
            _check_keys(at(line), table, part)
            if table == "name":
                canonical.append(_read_form(at(line), part))
            else:
                rules += _read_pair(at(line), NameRelation(table), part)
    return NameRules(tuple(rules), tuple(canonical))


def find_headers(text: str) -> dict[str, list[int]]:
    """Table → the lines, from 1, of its [[headers]]; not of what looks like one inside a text."""
    found: dict[str, list[int]] = defaultdict(list)
    line, depth = 1, 0
    for token in _TOKEN.finditer(text):
        if token["table"] and not depth:
            found[token["table"].strip("\"'")].append(line)
        elif token["table"]:
            depth += token.group().count("[") - token.group().count("]")
        elif token.group() in "[]":
            depth += 1 if token.group() == "[" else -1
        line += token.group().count("\n")
    return found


def _check_keys(place: Place, table: str, part: Mapping[str, Any]) -> None:
    for key in part:
        if key not in _KEYS[table]:
            place.refuse(f"no such key in [[{table}]]: {key}; there are {', '.join(_KEYS[table])}")


def _read_pair(place: Place, relation: NameRelation, part: Mapping[str, Any]) -> list[NameRule]:
    if "names" not in part:
        place.refuse(f'[[{relation.value}]] takes names = ["…", "…"]')
    names = _read_names(place, part["names"], "names")
    return make_rules(
        place, relation, names, read_kind(place, part.get("kind")), read_note(place, part.get("note"))
    )


def _read_form(place: Place, part: Mapping[str, Any]) -> CanonicalName:
    if "canonical" not in part:
        place.refuse('[[name]] takes canonical = "…"')
    name = read_name(place, part["canonical"], "canonical")
    aliases = _read_names(place, part.get("aliases", []), "aliases")
    return make_canonical(
        place, name, aliases, read_kind(place, part.get("kind")), read_note(place, part.get("note"))
    )


def _read_names(place: Place, value: object, key: str) -> list[str]:
    if not isinstance(value, list):
        place.refuse(f'{key} is a list: {key} = ["…", "…"]')
    return [read_name(place, one, f"a name in {key}") for one in value]


def _line_of(text: str, table: str) -> int:
    """The first line that begins with the table's or key's name, 1 if none does."""
    found = re.search(rf"(?m)^[ \t]*\[*[ \t]*[\"']?{re.escape(table)}\b", text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _say_broken(path: str, text: str, error: str) -> str:
    found = _POSITION.search(error)
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    return f"{path}, line {line}: not valid TOML: {_POSITION.sub('', error)}"
