"""How many things of a list have each kind, class, severity, name and publisher."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from provenance.model.conflicts import Level
from provenance.store.rows import read
from provenance.store.views import VIEWS, Row, view_rows
from provenance.text.folding import fold_text

_PLAIN = ("kind", "severity", "class", "review")
_ENTITY, _PUBLISHER, _NOT_STATED = "entity", "publisher", "(not stated)"
_LONGEST_NAME = 8
"""Words of a name that is looked up."""


def count_facets(db: Database, view: str, rows: Sequence[Row], most: int | None = None) -> list[Row]:
    """Rows (facet, value, count), the most frequent value of a facet first; severities from high to low.

    What several rows show counts once. `entity`: a name, in any of its spellings, in what the list is
    searched in. `most`: values a facet.
    """
    found: list[Row] = []
    for facet, pairs in _facets(db, view, rows):
        counts = Counter(value for value, _ in sorted(set(pairs)))
        ordered = sorted(counts.items(), key=lambda item: (_rank(facet, item[0]), -item[1], item[0]))
        found += [{"facet": facet, "value": value, "count": count} for value, count in ordered[:most]]
    return found


def _rank(facet: str, value: str) -> int:
    return Level(value).rank if facet == "severity" else 0


def _facets(db: Database, view: str, rows: Sequence[Row]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each facet with its (value, thing)."""
    one = VIEWS[view].one
    columns = rows[0].keys() if rows else ()
    for facet in _PLAIN:
        if facet in columns:
            yield facet, [(str(row[facet]), str(row[one])) for row in rows if row[facet]]
    yield _ENTITY, list(_names(db, view, rows))
    publishers = {str(row["key"]): str(row["publisher"] or _NOT_STATED) for row in view_rows(db, "sources")}
    held = VIEWS[view].sources
    yield (
        _PUBLISHER,
        [(publishers.get(str(row[column]), _NOT_STATED), str(row[one])) for row in rows for column in held],
    )


def _names(db: Database, view: str, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    query = """SELECT variant.text, entity.name FROM variant JOIN entity ON entity.key = variant.entity
        ORDER BY 1, 2"""
    called: dict[str, str] = {}
    for text, name in read(db, query):
        called.setdefault(fold_text(str(text)), str(name))
    called.pop("", None)
    found: dict[str, list[str]] = {}
    for row in rows:
        for column in VIEWS[view].searched:
            cell = str(row[column] or "")
            if cell not in found:
                found[cell] = sorted(_named_in(cell, called))
            for name in found[cell]:
                yield name, str(row[VIEWS[view].one])


def _named_in(cell: str, called: dict[str, str]) -> set[str]:
    words = fold_text(cell).split()
    return {
        called[" ".join(words[start:end])]
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + _LONGEST_NAME) + 1)
        if " ".join(words[start:end]) in called
    }
