"""Word lists: the package's tables, then the user's, as one Knowledge."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from provenance.errors import ProvenanceError, UsageError
from provenance.model.knowledge import EventForm, Knowledge, Role

PACKAGE_FOLDER = Path(__file__).parent.parent / "gazetteers"

WORD_LISTS = (
    "given_names surnames common_words common_names function_words honorifics organizations "
    "organization_words organization_heads legal_forms places place_words event_words groups agencies "
    "modals negations conditions country_parts namesakes furniture_cues plain_words"
).split()
"""Tables of one column, each a field of Knowledge."""
TEXT_TABLES = (
    "organization_translations body_words place_names countries demonyms say_verbs units hedges agency_names"
    " credit_wordings opposites states foreign name_forms capitals regions body_names predicates happenings"
    " synonyms"
).split()
"""Tables of two columns: key, value."""
NUMBER_TABLES = "months weekdays number_words".split()
"""Tables of two columns: key, number."""
_COLUMNS = {"roles": 4, "event_verbs": 5}
"""Tables of more columns, each read in its own way."""
_NONE = "-"
_TRUTH = {"1": True, "0": False}

TABLES = (*WORD_LISTS, *TEXT_TABLES, *NUMBER_TABLES, *_COLUMNS)
"""All tables; each is a field of Knowledge."""

Rows = dict[str, tuple[str, ...]]
UserTables = tuple[tuple[str, tuple[tuple[str, tuple[str, ...] | None], ...]], ...]
"""Table, key, fields behind the key: rows that a user adds; None instead of fields takes the row out."""


@lru_cache(maxsize=4)
def load_knowledge(user_folder: Path | None = None, user_tables: UserTables = ()) -> Knowledge:
    """The tables of the package; those of `user_folder`, where they have the same name, add to them, and
    `user_tables` to both.

    A user's row replaces the package's row with the same key; a row "-KEY" of a file removes one. UsageError
    names the folder that is not there, or the file and line that cannot be read; ProvenanceError a table of
    the package that is missing.
    """
    if user_folder is not None and not user_folder.is_dir():
        message = (
            f"{user_folder}: no such folder of word lists; leave the option out to use the package's own"
        )
        raise UsageError(message)
    seen = hashlib.sha256()
    fields: dict[str, object] = {}
    written = dict(user_tables)
    for name in TABLES:
        rows: Rows = {}
        for folder in (PACKAGE_FOLDER, user_folder):
            if folder is not None:
                is_there = _add_file(folder / f"{name}.tsv", rows, columns_of(name), seen)
                _check_installed(folder, name, is_there)
        _add_written(name, written.get(name, ()), rows, seen)
        fields[name] = _field(name, rows)
    return _knowledge(seen.hexdigest(), fields)


def read_table(text: str, where: str, columns: int) -> Rows:
    """Rows of a table by key: lower case, apostrophes as ', fields split at tabs; # starts a comment line.

    UsageError if a row has too few fields; further ones are notes of the author and left out.
    """
    lines = text.replace("\u2019", "'").splitlines()
    if columns == 1:
        words = [line.partition("\t")[0].strip() for line in lines if line.strip() and line[0] != "#"]
        return dict.fromkeys(map(str.lower, words), ())
    rows: Rows = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line[0] == "#":
            continue
        key, *values = map(str.strip, line.split("\t"))
        if len(values) < columns - 1 and not key.startswith("-"):
            have = len(values) + 1
            message = f"{where}, line {number}: {columns} fields split by tabs are needed, here are {have}"
            raise UsageError(message)
        rows[key.lower()] = tuple(values[: columns - 1])
    return rows


def columns_of(name: str) -> int:
    """How many fields a row of the table has, its key among them."""
    if name in WORD_LISTS:
        return 1
    return _COLUMNS.get(name, 2)


def _check_installed(folder: Path, name: str, is_there: bool) -> None:
    """Without a table of the package, the rules that need it would silently find nothing."""
    if folder == PACKAGE_FOLDER and not is_there:
        message = f"{folder / name}.tsv: a word list of the package is missing; install provenance again"
        raise ProvenanceError(message)


def _add_file(path: Path, rows: Rows, columns: int, seen: "hashlib._Hash") -> bool:
    """Is the file there? Its rows are added."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return False
    except OSError as problem:
        message = f"{path}: cannot be read ({problem.strerror}); make it readable or leave it out"
        raise UsageError(message) from problem
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        message = f"{path}: not UTF-8 at byte {problem.start}; save the file as UTF-8"
        raise UsageError(message) from problem
    seen.update(f"{path.name}\t{len(raw)}\n".encode())
    seen.update(raw)
    found = read_table(text, str(path), columns)
    if "-" not in {key[:1] for key in found}:
        rows.update(found)
        return True
    for key, values in found.items():
        if columns == 1 or values:
            rows[key] = values
        if key.startswith("-") and key != "-":
            rows.pop(key, None)
            rows.pop(key[1:], None)
    return True


def _add_written(
    name: str, written: Sequence[tuple[str, tuple[str, ...] | None]], rows: Rows, seen: "hashlib._Hash"
) -> None:
    """Rows that were read from elsewhere than a table's file."""
    for key, fields in written:
        seen.update(f"{name}\t{key}\t{fields}\n".encode())
        rows.pop(key, None)
        if fields is not None:
            rows[key] = fields


def _field(name: str, rows: Rows) -> object:
    if name in WORD_LISTS:
        return frozenset(rows)
    if name in TEXT_TABLES:
        return {key: values[0] for key, values in rows.items()}
    if name == "roles":
        return {key: _role(key, values) for key, values in rows.items()}
    if name == "event_verbs":
        return {key: _event_form(values) for key, values in rows.items()}
    return {key: _number(name, key, values[0]) for key, values in rows.items()}


def _event_form(values: tuple[str, ...]) -> EventForm:
    return EventForm(*(("" if value == _NONE else value) for value in values))


def _role(key: str, values: tuple[str, ...]) -> Role:
    title, is_sole, is_leader = values
    if is_sole not in _TRUTH or is_leader not in _TRUTH:
        message = (
            f"roles.tsv, {key!r}: the third and fourth fields are 0 or 1, not {is_sole!r} and {is_leader!r}"
        )
        raise UsageError(message)
    return Role(title, _TRUTH[is_sole], _TRUTH[is_leader])


def _number(name: str, key: str, value: str) -> float:
    try:
        return float(value) if name == "number_words" else int(value)
    except ValueError as problem:
        message = f"{name}.tsv, {key!r}: the second field is a number, not {value!r}"
        raise UsageError(message) from problem


def _knowledge(digest: str, fields: Mapping[str, object]) -> Knowledge:
    make: type[Knowledge] = Knowledge
    return make(digest=digest, **fields)  # type: ignore[arg-type]  # one field for each table, checked by a test
