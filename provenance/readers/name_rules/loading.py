"""Which files speak of names, and what they say together."""

from collections.abc import Callable
from pathlib import Path

from provenance.errors import UsageError
from provenance.model.name_rules import NameRules
from provenance.readers.name_rules.entity_file import read_entities
from provenance.readers.name_rules.table_file import is_rules_head, read_csv
from provenance.readers.name_rules.toml_file import read_toml

LARGEST_BYTES = 5_000_000
"""Bytes of one file: some 50,000 names. A whole sanctions list is no list of what a pile speaks of."""
TOML_FILE = "names.toml"
_READERS: dict[str, Callable[[str, str, str], NameRules]] = {
    TOML_FILE: read_toml,
    "names.csv": read_csv,
    "names.ftm.json": read_entities,
    "names.ftm.jsonl": read_entities,
}
"""The files of a workspace that are read, in this order."""
_BY_SUFFIX = {".toml": read_toml, ".csv": read_csv, ".json": read_entities, ".jsonl": read_entities}
_TEMPLATE = """\
# What you know of names, read at every `provenance run` in this folder. A line that starts with # is a
# comment: remove the # of an example and put your own names in. `provenance explain KEY` prints lines to
# paste here. A table is as good: names.csv with the columns relation,a,b,kind,note (relation: same,
# different or alias). Entities of FollowTheMoney may stand in names.ftm.json, one a line.

# [[same]]                 # these names are one
# names = ["Yousef al-Mansouri", "Yusuf Al Mansuri"]
# kind = "person"          # person, organization, place, event or other; left out: any
# note = "his own office writes both"

# [[different]]            # these are two, however alike
# names = ["Karim Wasfi", "Karam Wasfi"]

# [[name]]                 # how a name is to be written, and its other names
# canonical = "World Health Organization"
# aliases = ["WHO", "Organisation mondiale de la sant\u00e9"]
# kind = "organization"
"""


def load_name_rules(place: Path) -> NameRules:
    """What `place` says: a file, or a folder with names.toml, names.csv, names.ftm.json or .jsonl.

    Empty where a folder has none of them. UsageError names file, line and reason of whatever is wrong.
    """
    if place.suffix.lower() in _BY_SUFFIX and not place.is_dir():
        return _BY_SUFFIX[place.suffix.lower()](str(place), place.name, _read_text(place))
    if not place.is_dir():
        message = f"{place}: no such folder, nor a file of names (.toml, .csv, .json or .jsonl)"
        raise UsageError(message)
    there = [(place / name, read) for name, read in _READERS.items() if _is_there(place / name)]
    said = [read(str(path), path.name, _read_text(path)) for path, read in there]
    return NameRules(
        tuple(rule for one in said for rule in one.rules),
        tuple(form for one in said for form in one.canonical),
        tuple(rule for one in said for rule in one.suggested),
    )


def is_rules_file(name: str, head: bytes) -> bool:
    """Is a file of that name, which begins so, one that speaks of names? Another names.csv may be a table."""
    if name == "names.csv":
        return is_rules_head(head.decode("utf-8-sig", errors="replace").partition("\n")[0])
    return name in _READERS


def names_template() -> str:
    """names.toml with an example of everything, as comments."""
    return _TEMPLATE


def _is_there(path: Path) -> bool:
    """Also a link that leads nowhere: that is a mistake to be told of."""
    return path.exists() or path.is_symlink()


def _read_text(path: Path) -> str:
    """The whole file, without a byte order mark, lines ended by one character."""
    if path.is_dir():
        message = f"{path} is a folder, not a file of names"
        raise UsageError(message)
    if path.exists() and not path.is_file():
        message = f"{path} is no regular file"
        raise UsageError(message)
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        message = f"cannot read {path}: {(error.strerror or str(error)).lower()}"
        raise UsageError(message) from error
    if len(raw) > LARGEST_BYTES:
        message = f"{path} is larger than {LARGEST_BYTES:,} bytes: keep what your documents speak of"
        raise UsageError(message)
    if b"\x00" in raw:
        message = f"{path}, line {_line(raw, raw.index(0))}: a NUL byte: this is no text"
        raise UsageError(message)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path}, line {_line(raw, error.start)}: not UTF-8; save the file as UTF-8"
        raise UsageError(message) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _line(raw: bytes, at: int) -> int:
    return raw.count(b"\n", 0, at) + 1
