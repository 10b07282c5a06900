"""Rows of word lists that a user writes into provenance.toml, as the lists themselves have them."""

import re
from collections.abc import Mapping, Sequence

from provenance.errors import UsageError
from provenance.model.claims import Hedge
from provenance.readers.gazetteers import TABLES, UserTables, columns_of

Written = Mapping[str, Mapping[str, object]]
"""Table → key → value, as TOML gives them."""

_MONTHS, _DAYS = 12, 7
_NUMBERS: Mapping[str, tuple[float, float]] = {
    "months": (1, _MONTHS),
    "weekdays": (0, _DAYS - 1),
    "number_words": (0, float("inf")),
}
_WORDS = {"hedges": frozenset(hedge.value for hedge in Hedge)}
"""Tables whose values come from a closed set."""
_CODES = ("countries", "demonyms", "capitals")
_CODE = re.compile(r"[A-Z]{2}")
_SPLITS = re.compile(r"[\t\r\n\v\f\x00\x1c-\x1e\x85\u2028\u2029]")
_FIELDS = {
    "roles": "[canonical title, true if one at a time holds it, true if the holder leads the body]",
    "event_verbs": '[class of event, kinds of form, theme or "-", side or "-"]',
}


def read_user_tables(written: Written, where: str, text: str = "") -> UserTables:
    """The rows by table and key, in order; None for a key that is taken out (its value is "" or false).

    `where`: the file, for messages; `text`: what it holds, so that they can name the line. UsageError for a
    table that is not there, and for a key or a value that its table cannot hold.
    """
    tables = []
    for name in sorted(written):
        rows = written[name]
        if name not in TABLES:
            message = f"{where}: no such table [tables.{name}]; there are {', '.join(sorted(TABLES))}"
            raise UsageError(message)
        if not isinstance(rows, Mapping):
            message = f"{where}: tables.{name} is a section, write [tables.{name}]"
            raise UsageError(message)
        read = {}
        for key, value in rows.items():
            try:
                read[_key(key)] = _fields(name, value)
            except ValueError as error:
                line = _find_line(text, name, key)
                at = f"{where}, line {line}" if line else where
                message = f"{at}: [tables.{name}] {key!r}: {error.args[0]}"
                raise UsageError(message) from error
        if read:
            tables.append((name, tuple(sorted(read.items()))))
    return tuple(tables)


def say_user_tables(tables: UserTables) -> dict[str, str]:
    """Table → its rows in words, as the record of a run keeps them."""
    return {name: "; ".join(_say_row(key, fields) for key, fields in rows) for name, rows in tables}


def _say_row(key: str, fields: Sequence[str] | None) -> str:
    if fields is None:
        return f"{key}: taken out"
    return f"{key} = {', '.join(fields)}" if fields else key


def _key(key: str) -> str:
    folded = key.replace("\u2019", "'").strip().lower()
    if not folded or _SPLITS.search(folded):
        message = "a key is a word or phrase in one line"
        raise ValueError(message)
    return folded


def _fields(name: str, value: object) -> tuple[str, ...] | None:
    """The fields behind the key; None where the row is taken out. ValueError says what is wanted."""
    if value is False or value == "":
        return None
    if columns_of(name) == 1:
        if value is not True:
            message = f"is true (in the list) or false (taken out), not {value!r}"
            raise ValueError(message)
        return ()
    if name in _FIELDS:
        return _several(name, value)
    if name in _NUMBERS:
        return (_number(name, value),)
    return (_text(name, value),)


def _number(name: str, value: object) -> str:
    low, high = _NUMBERS[name]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not low <= float(str(value)) <= high:
        wanted = f"a number of {low:g} to {high:g}" if high < float("inf") else f"a number from {low:g}"
        message = f"is {wanted}, or false to take it out, not {value!r}"
        raise ValueError(message)
    if name != "number_words" and not isinstance(value, int):
        message = f"is a whole number, not {value!r}"
        raise ValueError(message)
    return str(value)


def _text(name: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip() or _SPLITS.search(value):
        message = f'is a text in quotes, or "" to take it out, not {value!r}'
        raise ValueError(message)
    known = _WORDS.get(name)
    if known is not None and value not in known:
        message = f"is one of {', '.join(sorted(known))}, not {value!r}"
        raise ValueError(message)
    if name in _CODES and not _CODE.fullmatch(value):
        message = f"is a country's code of two capitals (ISO 3166-1), not {value!r}"
        raise ValueError(message)
    return value.strip()


def _several(name: str, value: object) -> tuple[str, ...]:
    wanted = _FIELDS[name]
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) != columns_of(name) - 1:
        message = f"is {wanted}, or false to take it out, not {value!r}"
        raise ValueError(message)
    truths = (1, 2) if name == "roles" else ()
    fields = []
    for position, one in enumerate(value):
        if isinstance(one, bool) != (position in truths) or not isinstance(one, bool | str | int):
            message = f"is {wanted}; its field {position + 1} is {one!r}"
            raise ValueError(message)
        field = str(int(one)) if isinstance(one, bool) else str(one).strip()
        if not field or _SPLITS.search(field):
            message = f"is {wanted}; its field {position + 1} is empty or has several lines"
            raise ValueError(message)
        fields.append(field)
    return tuple(fields)


def _find_line(text: str, table: str, key: str) -> int:
    """Number of the line at which the key stands in its section; 0 where it is written in another way."""
    header = re.compile(rf"\s*\[\s*tables\s*\.\s*[\"']?{re.escape(table)}[\"']?\s*\]")
    start = re.compile(rf"\s*(?:\"{re.escape(key)}\"|'{re.escape(key)}'|{re.escape(key)})\s*=")
    is_inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            is_inside = bool(header.match(line))
        elif is_inside and start.match(line):
            return number
    return 0
