"""Rows → sources, with their texts, metadata, notices and furniture."""

from collections.abc import Collection, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Generic, TypeVar

from attrs import define, evolve, field
from sqlite_utils import Database

from provenance.model.notices import Code, Notice, print_notices
from provenance.model.sources import Basis, Metadatum, Source, State, ZoneBasis
from provenance.model.spans import Span
from provenance.store.arrivals import BLOCK_CHARS
from provenance.store.furniture import STAGES, iterate_furniture
from provenance.store.rows import read

T = TypeVar("T")

_SOURCES = """
SELECT
  s.key, s.path, s.state, s.problem, content.sha256, s.media_type, s.language, s.content, site.code, site.text
FROM source AS s
LEFT JOIN content ON content.key = s.content
LEFT JOIN site_notice AS site ON site.source = s.key
ORDER BY s.key
"""
_METADATA = """
SELECT m.source, m.name, m.value, m.basis, m.field, m.earliest, m.latest, m.zone, span.start, span."end"
FROM metadatum AS m LEFT JOIN span ON span.id = m.span
ORDER BY m.source, m.position
"""
_NOTICES = """
SELECT source, code, text FROM (
  SELECT source, position, 0 AS is_of_site, code, text FROM notice
  UNION ALL SELECT source, 0, 1, code, text FROM site_notice
) ORDER BY source, is_of_site, position
"""
_STATES = """
SELECT CASE WHEN s.state = 'read' AND site.source IS NOT NULL THEN 'warned' ELSE s.state END AS now, count(*)
FROM source AS s LEFT JOIN site_notice AS site ON site.source = s.key GROUP BY now ORDER BY now
"""
_BLOCKS = "SELECT text FROM block WHERE content = ? ORDER BY number"


def load_sources(db: Database, furniture: Collection[str] = STAGES) -> list[Source]:
    """All sources with text, metadata, notices and furniture, by key.

    `furniture`: the stages whose furniture is wanted; a stage that finds some leaves itself out, or its
    results would rest on those that it had before.
    """
    return list(iterate_sources(db, furniture))


def iterate_sources(db: Database, furniture: Collection[str] = STAGES) -> Iterator[Source]:
    """As load_sources, one by one: whoever keeps none needs the memory of one."""
    metadata = _Beside((key, tuple(map(_metadatum, rows))) for key, rows in _by_source(db, _METADATA))
    notices = _Beside(
        (key, tuple(Notice(Code(code), text) for _source, code, text in rows))
        for key, rows in _by_source(db, _NOTICES)
    )
    parts = _Beside(iterate_furniture(db, furniture))
    for source, content in _iterate_with_content(db):
        yield evolve(
            source,
            text="".join(row[0] for row in read(db, _BLOCKS, content)) if content else "",
            metadata=metadata.of(source.id, ()),
            notices=notices.of(source.id, ()),
            furniture=parts.of(source.id, ()),
        )


def iterate_light_sources(db: Database) -> Iterator[Source]:
    """All sources without text, metadata, notices and furniture, by key, one by one."""
    for source, _content in _iterate_with_content(db):
        yield source


def count_states(db: Database) -> dict[str, int]:
    """How many sources there are of each state, in the order of states' names."""
    return dict(read(db, _STATES))


def load_text(db: Database, source_id: str) -> str:
    """Stored text of a source, "" for one that could not be read."""
    query = """SELECT block.text FROM source JOIN block ON block.content = source.content
        WHERE source.key = ? ORDER BY block.number"""
    return "".join(row[0] for row in read(db, query, source_id))


def load_part(db: Database, source_id: str, start: int, end: int) -> str:
    """What stands at [start, end) of a source's stored text, as far as it goes; only its blocks are read."""
    first = start // BLOCK_CHARS
    query = """SELECT block.text FROM source JOIN block ON block.content = source.content
        WHERE source.key = ? AND block.number BETWEEN ? AND ? ORDER BY block.number"""
    found = "".join(row[0] for row in read(db, query, source_id, first, end // BLOCK_CHARS))
    return found[start - first * BLOCK_CHARS : end - first * BLOCK_CHARS]


def load_content_text(db: Database, content: str) -> str:
    """Text of the content with that key."""
    return "".join(row[0] for row in read(db, _BLOCKS, content))


@define
class _Beside(Generic[T]):
    """What belongs to sources, read beside them in the same order of ids."""

    _pairs: Iterator[tuple[str, T]]
    _ahead: tuple[str, T] | None = field(default=None, init=False)

    def of(self, source_id: str, nothing: T) -> T:
        """What belongs to that source; ids have to be asked for in their order."""
        while self._ahead is None or self._ahead[0] < source_id:
            self._ahead = next(self._pairs, None)
            if self._ahead is None:
                return nothing
        return self._ahead[1] if self._ahead[0] == source_id else nothing


def _by_source(db: Database, query: str) -> Iterator[tuple[str, Iterator[tuple[Any, ...]]]]:
    yield from groupby(read(db, query), itemgetter(0))


def _iterate_with_content(db: Database) -> Iterator[tuple[Source, str | None]]:
    for key, path, state, problem, sha256, media_type, language, content, code, text in read(db, _SOURCES):
        source = Source(key, path, State(state), sha256, media_type, "", language, problem)
        yield (source if code is None else _warn(source, Notice(Code(code), text))), content


def _warn(source: Source, notice: Notice) -> Source:
    """The source with what its whole site shows of it."""
    state = State.WARNED if source.state is State.READ else source.state
    problem = "; ".join(filter(None, (source.problem, print_notices((notice,)))))
    return evolve(source, state=state, problem=problem)


def _metadatum(row: tuple[Any, ...]) -> Metadatum:
    source_id, name, value, basis, field_, earliest, latest, zone, start, end = row
    span = None if start is None else Span(source_id, start, end)
    known = None if zone is None else ZoneBasis(zone)
    return Metadatum(name, value, Basis(basis), span, field_, earliest, latest, known)
