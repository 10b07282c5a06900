"""One statement about names as it was read, checked word for word before anything is done with it."""

import unicodedata
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NoReturn

from attrs import frozen

from provenance.errors import UsageError
from provenance.model.name_rules import CanonicalName, NameRelation, NameRule
from provenance.model.names import EntityKind
from provenance.text.folding import fold_text

MOST_NAMES = 100
"""Names of one statement."""
LONGEST_NAME = 400
"""Code points of one name."""
KINDS = tuple(kind.value for kind in EntityKind)


@frozen
class Place:
    """Where a statement stands. `path`: as messages name the file; `file`: its name alone; `line`: from 1."""

    path: str
    file: str
    line: int

    @property
    def where(self) -> str:
        """As results name it."""
        return f"{self.file} line {self.line}"

    def refuse(self, reason: str) -> NoReturn:
        """UsageError with file, line and reason."""
        message = f"{self.path}, line {self.line}: {reason}"
        raise UsageError(message)


def read_name(place: Place, value: object, what: str = "a name") -> str:
    """A name with white space as single spaces. UsageError for what cannot be one."""
    if not isinstance(value, str):
        place.refuse(f"{what} is a text in quotes, not {_shown(value)}")
    name = " ".join(unicodedata.normalize("NFC", value).split())
    if not name:
        place.refuse(f"{what} is empty")
    if len(name) > LONGEST_NAME:
        place.refuse(f"{what} has {len(name):,} characters; the most are {LONGEST_NAME}")
    strange = next((letter for letter in name if unicodedata.category(letter) in ("Cc", "Cs")), "")
    if strange:
        place.refuse(f"{what} holds a control character (U+{ord(strange):04X})")
    if not any(map(str.isalnum, name)):
        place.refuse(f"{what} has no letter or digit: {name!r}")
    return name


def read_kind(place: Place, value: object) -> EntityKind | None:
    """The kind that is named; None for "" and None."""
    if value in (None, ""):
        return None
    if not isinstance(value, str) or value.strip().lower() not in KINDS:
        place.refuse(f"no such kind: {_shown(value)}; there are {', '.join(KINDS)}")
    return EntityKind(value.strip().lower())


def read_note(place: Place, value: object) -> str:
    """A note, in one line."""
    if value is None:
        return ""
    if not isinstance(value, str):
        place.refuse(f"note is a text in quotes, not {_shown(value)}")
    return " ".join(value.split())


def make_rules(
    place: Place, relation: NameRelation, names: Sequence[str], kind: EntityKind | None, note: str
) -> list[NameRule]:
    """All pairs that are different; of those that are the same each with the next."""
    if len(names) < 2:
        place.refuse(f"{relation.value} takes two names or more")
    if len(names) > MOST_NAMES:
        place.refuse(f"{len(names)} names in one statement; the most are {MOST_NAMES}")
    seen: dict[str, str] = {}
    for name in names:
        form = (fold_text(name) or name) if relation is NameRelation.DIFFERENT else name
        if form in seen:
            place.refuse(f"one name with itself: {_pair(seen[form], name)}")
        seen[form] = name
    pairs = combinations(names, 2) if relation is NameRelation.DIFFERENT else pairwise(names)
    return [NameRule(a, b, relation, kind, place.where, note) for a, b in pairs]


def make_canonical(
    place: Place, name: str, aliases: Sequence[str], kind: EntityKind | None, note: str
) -> CanonicalName:
    """How a name is to be written; aliases once each, in their order."""
    if len(aliases) > MOST_NAMES:
        place.refuse(f"{len(aliases)} aliases in one statement; the most are {MOST_NAMES}")
    if name in aliases:
        place.refuse(f"one name with itself: {name!r} is its own alias")
    return CanonicalName(name, tuple(dict.fromkeys(aliases)), kind, place.where, note)


def _pair(a: str, b: str) -> str:
    return repr(a) if a == b else f"{a!r} and {b!r} differ in case, accents or punctuation only"


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:60] + "…"
