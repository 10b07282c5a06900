"""Rows of a view narrowed to what a person asks about."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum

from attrs import frozen
from sqlite_utils import Database

from provenance.errors import UsageError
from provenance.model.conflicts import Level
from provenance.model.names import EntityKind
from provenance.model.notices import Code
from provenance.model.sources import State
from provenance.store.rows import read
from provenance.store.views import VIEWS, Row, view_columns, view_rows
from provenance.text.folding import fold_text

_OWN_TIMES = (("valid_from", "valid_to"), ("at", "at"))
"""Columns of the first and the last day of which a row speaks."""


@frozen
class Filter:
    """`about`: a name, also a part of a person's, or words; all spellings of who is called so count.

    `between`: two ISO dates, both included, of the time that a row itself speaks of (claims, timelines), or
    of its sources' publication. `severity`: this or worse.
    `limit`: so many things at most (a conflict counts once, with all its rows). `state`: of sources.
    `code`: only sources of which a notice with this code tells.
    """

    about: str | None = None
    between: tuple[str, str] | None = None
    kind: str | None = None
    publisher: str | None = None
    severity: str | None = None
    limit: int | None = None
    state: str | None = None
    code: str | None = None


def filtered_rows(db: Database, view: str, wanted: Filter) -> list[Row]:
    """Rows of `view` that `wanted` lets through, in the view's order, whole findings only.

    UsageError if the view has nothing to filter by, or a value cannot be.
    """
    rows = view_rows(db, view)
    columns = view_columns(db, view)
    for test in _tests(db, view, columns, wanted):
        rows = _whole(rows, VIEWS[view].one, test)
    return _limited(rows, VIEWS[view].one, wanted.limit)


def _tests(db: Database, view: str, columns: list[str], wanted: Filter) -> Iterable[Callable[[Row], bool]]:
    if wanted.kind is not None:
        _need("kind" in columns, view, "kind")
        yield lambda row: row["kind"] == wanted.kind
    if wanted.severity is not None:
        _need("severity" in columns, view, "severity")
        worst = _levels(wanted.severity)
        yield lambda row: row["severity"] in worst
    if wanted.about is not None:
        searched = VIEWS[view].searched
        _need(bool(searched), view, "name")
        needles = _spellings(db, wanted.about)
        yield lambda row: any(_mentions(row[column], needles) for column in searched)
    if wanted.state is not None:
        _need("state" in columns, view, "state")
        _check_word(wanted.state, State, "state")
        yield lambda row: row["state"] == wanted.state
    if wanted.code is not None:
        _check_word(wanted.code, Code, "code")
        yield _by_source(db, view, _sources_noticed(db, wanted.code), "code")
    if wanted.publisher is not None:
        yield _by_source(db, view, _sources_of(db, wanted.publisher), "publisher")
    if wanted.between is not None:
        yield _by_time(db, view, columns, *wanted.between)


def _need(is_there: bool, view: str, what: str) -> None:
    if not is_there:
        message = f"{view} cannot be filtered by {what}"
        raise UsageError(message)


def _check_word(word: str, words: type[StrEnum], what: str) -> None:
    known = [one.value for one in words]
    if word not in known:
        message = f"no such {what}: {word}; there are {', '.join(known)}"
        raise UsageError(message)


def _levels(severity: str) -> set[str]:
    names = [level.value for level in Level]
    if severity not in names:
        message = f"no such severity: {severity}; there are {', '.join(names)}"
        raise UsageError(message)
    return set(names[: names.index(severity) + 1])


def _spellings(db: Database, about: str) -> set[str]:
    """The folded words, and every folded spelling of the entities that have them as a name.

    People are also known by a part of their name; a part of a body's name is often another's (Lagos in
    the Port of Lagos).
    """
    needle = fold_text(about)
    if not needle:
        message = f"nothing to look for in {about!r}: give a name or words"
        raise UsageError(message)
    query = "SELECT entity, kind, text FROM variant"
    folded = [(str(entity), str(kind), fold_text(str(text))) for entity, kind, text in read(db, query)]
    entities = {
        entity
        for entity, kind, text in folded
        if text == needle or (kind == EntityKind.PERSON and _mentions(text, [needle]))
    }
    return {needle} | {text for entity, _kind, text in folded if entity in entities and text}


def _mentions(cell: object, needles: Iterable[str]) -> bool:
    words = f" {fold_text(str(cell or ''))} "
    return any(f" {needle} " in words for needle in needles)


def _by_source(db: Database, view: str, sources: set[str], what: str) -> Callable[[Row], bool]:
    columns = VIEWS[view].sources
    if view == "name_variants":
        query = "SELECT mention.variant, span.source FROM mention JOIN span ON span.id = mention.span"
        variants = {variant for variant, source in read(db, query) if source in sources}
        return lambda row: row["key"] in variants
    _need(bool(columns), view, what)
    return lambda row: any(row[column] in sources for column in columns)


def _by_time(db: Database, view: str, columns: list[str], first: str, last: str) -> Callable[[Row], bool]:
    """Does the row's own time meet the days; of rows without one, were their sources published then?"""
    by_source = _by_source(db, view, _sources_between(db, first, last), "date")
    own = next((pair for pair in _OWN_TIMES if set(pair) <= set(columns)), None)
    if own is None:
        return by_source

    def test(row: Row) -> bool:
        begin, end = (row[own[0]] or row[own[1]], row[own[1]] or row[own[0]])
        if not begin:
            return by_source(row)
        return str(begin)[:10] <= last and first <= str(end)[:10].ljust(10, "~")

    return test


def _sources_of(db: Database, publisher: str) -> set[str]:
    needle = fold_text(publisher)
    return {str(row["key"]) for row in view_rows(db, "sources") if _mentions(row["publisher"], [needle])}


def _sources_noticed(db: Database, code: str) -> set[str]:
    return {str(source) for (source,) in read(db, "SELECT source FROM source_problems WHERE code = ?", code)}


def _sources_between(db: Database, first: str, last: str) -> set[str]:
    for day in (first, last):
        try:
            date.fromisoformat(day)
        except ValueError as error:
            message = f"not a date: {day}; write it as 2016-10-07"
            raise UsageError(message) from error
    query = "SELECT key, substr(published, 1, 10) FROM sources WHERE published IS NOT NULL"
    return {str(key) for key, day in read(db, query) if first <= day <= last}


def _whole(rows: list[Row], one: str, test: Callable[[Row], bool]) -> list[Row]:
    """Rows that pass; where several rows make one finding, all of them if one passes."""
    if not one:
        return [row for row in rows if test(row)]
    passed = {row[one] for row in rows if test(row)}
    return [row for row in rows if row[one] in passed]


def _limited(rows: list[Row], one: str, limit: int | None) -> list[Row]:
    if limit is None:
        return rows
    if limit < 0:
        message = f"not a number of rows: {limit}"
        raise UsageError(message)
    if not one:
        return rows[:limit]
    kept = list(dict.fromkeys(row[one] for row in rows))[:limit]
    return [row for row in rows if row[one] in set(kept)]
