"""Grounds for names being one or two, from what is stored of them."""

from collections.abc import Iterable, Iterator, Sequence

from sqlite_utils import Database

from provenance.model.explanations import Ground, GroundPlace
from provenance.names.resolving.canonical import CANONICAL_RULE, copied_places
from provenance.names.resolving.rule_keys import rule_key
from provenance.store.reuse import load_alignments
from provenance.store.views import Row, view_rows

_RELATIONS = {
    "same": "is",
    "different": "is not",
    "written as": "is how to write",
    "suggested": "may be",
}


def naming(db: Database, name: str, rows: Sequence[Row]) -> Iterator[Ground]:
    """By what the name was chosen, and what each spelling had to show for it."""
    rules = view_rows(db, "name_rules", "relation = 'written as' AND effect = 'followed' AND a = ?", name)
    if len(rows) == 1 and rows[0]["variant"] == name and not rules:
        yield Ground(f"{name}: the only spelling, {counted(rows[0])}")
        return
    how = f"you set this name ({rules[0]['place']})" if rules else CANONICAL_RULE
    if all(row["variant"] != name for row in rows):
        how += "; it stands so in no text"
    own = _independent(db, str(rows[0]["entity"]))
    order = sorted(
        rows, key=lambda row: (row["variant"] != name, -_number(row["sources"]), str(row["variant"]))
    )
    parts = [
        Ground(f"{row['variant']}: {counted(row)}, {own.get(str(row['variant']), 0)} outside copied passages")
        for row in order
    ]
    yield Ground(f"{name}: {how}", parts=tuple(parts))


def kept_apart(db: Database, spellings: Sequence[str], kind: str) -> Iterator[Ground]:
    """Pairs that were not joined, each with the evidence that was refused; then what else was refused."""
    marks = ", ".join("?" * len(spellings))
    where = f"kind = ? AND (a IN ({marks}) OR b IN ({marks}))"
    refused: dict[tuple[str, str], dict[str, Ground]] = {}
    links = view_rows(db, "name_links", f"NOT joined AND {where}", kind, *spellings, *spellings)
    for ground, row in grouped(links):
        refused.setdefault(_names(row), {}).setdefault(ground.text, ground)
    for row in view_rows(db, "name_pairs", where, kind, *spellings, *spellings):
        a, b = _names(row)
        parts = refused.pop((a, b), {})
        text = f"{a} / {b}: {row['verdict']}, {row['reason']} ({row['key']})"
        told = [part for part in parts.values() if part.text != row["reason"] or part.places]
        yield Ground(text, score=figure(row["score"]), parts=tuple(told))
    for (a, b), grounds in refused.items():
        yield Ground(f"{a} / {b}: two", parts=tuple(grounds.values()))


def descriptions(db: Database, entity: str) -> Iterator[Ground]:
    """What texts call it without its name, each wording with its places."""
    places: dict[str, list[GroundPlace]] = {}
    for row in view_rows(db, "name_descriptions", "entity = ?", entity):
        wording = str(row["text"])
        places.setdefault(wording.lower(), []).append(place_of({**row, "quote": wording}))
    for wording, found in places.items():
        yield Ground(f"{wording}: {count(len(found), 'time')}", places=tuple(found))


def rules_about(db: Database, names: Iterable[str], is_both: bool = False) -> Iterator[Row]:
    """Lines of the user's that speak of any of the names, or of both."""
    wanted = {rule_key(name) for name in names}
    for row in view_rows(db, "name_rules"):
        met = {rule_key(str(row["a"])), rule_key(str(row["b"]))} & wanted
        if len(met) == len(wanted) if is_both else met:
            yield row


def say_rules(rows: Iterable[Row]) -> Iterator[Ground]:
    """The lines in words, with what became of them."""
    for row in rows:
        note = f", “{row['note']}”" if row["note"] else ""
        parts = [Ground(f"against it: {row['contradiction']}")] if row["contradiction"] else []
        said = f"{row['a']} {_RELATIONS[str(row['relation'])]} {row['b']}"
        if row["a"] == row["b"]:
            said = f"{row['a']} is how to write it"
        text = f"{row['place']}: {said}{note}: {row['effect']}"
        yield Ground(text, basis="rule", parts=tuple(parts))


def grouped(rows: Sequence[Row]) -> Iterator[tuple[Ground, Row]]:
    """Each link with all its places, and its first row."""
    by_key: dict[object, list[Row]] = {}
    for row in rows:
        by_key.setdefault(row["key"], []).append(row)
    for same in by_key.values():
        first = same[0]
        places = tuple(place_of(row) for row in same if row["start"] is not None)
        yield Ground(str(first["reason"]), None, figure(first["score"]), str(first["basis"]), places), first


def counted(row: Row) -> str:
    """How often a spelling stands in how many sources."""
    mentions, sources = _number(row["mentions"]), _number(row["sources"])
    return f"{count(mentions, 'mention')} in {count(sources, 'source')}"


def count(number: int, what: str) -> str:
    """A number of things."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def figure(value: object) -> float | None:
    """A number of a row; None if there is none."""
    return float(value) if isinstance(value, int | float) else None


def _independent(db: Database, entity: str) -> dict[str, int]:
    """Spelling → the sources that have it outside of passages that a source before them has too."""
    copied = copied_places(load_alignments(db))
    found: dict[str, set[str]] = {}
    for row in view_rows(db, "mentions", "entity = ?", entity):
        start, end = _number(row["start"]), _number(row["end"])
        if not any(low <= start and end <= high for low, high in copied.get(str(row["source"]), ())):
            found.setdefault(str(row["text"]), set()).add(str(row["source"]))
    return {text: len(sources) for text, sources in found.items()}


def _names(row: Row) -> tuple[str, str]:
    a, b = sorted((str(row["a"]), str(row["b"])))
    return a, b


def place_of(row: Row) -> GroundPlace:
    """Where a row stands."""
    start, end = _number(row["start"]), _number(row["end"])
    return GroundPlace(str(row["source"]), str(row["path"]), start, end, str(row["quote"]))


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
