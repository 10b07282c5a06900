"""Sources, their contents, places and metadata ↔ rows."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from attrs import evolve, frozen
from sqlite_utils import Database

from provenance.model.sources import Basis, Content, Metadatum, Source, State
from provenance.model.spans import Span
from provenance.store.rows import SpanBook, TableRows, Value, insert, read, unique
from provenance.text.folding import fold_text
from provenance.text.sentences import find_sentences

BLOCK_CHARS = 2048
"""Code points a block: written into the schema's triggers, so a change needs a migration."""
_CONTENT_COLUMNS = tuple("id raw media_type encoding extractor language text_sha256 characters".split())
_SOURCE_COLUMNS = tuple("key path state problem content media_type language".split())
_METADATUM_COLUMNS = tuple("source position name value basis span field earliest latest".split())
_SENTENCE_COLUMNS = tuple("id source start end text folded".split())
_SOURCES = "SELECT key, path, state, problem, content, media_type, language FROM source ORDER BY key"
_METADATA = """
SELECT m.source, m.name, m.value, m.basis, m.field, m.earliest, m.latest, span.start, span."end"
FROM metadatum AS m LEFT JOIN span ON span.id = m.span
ORDER BY m.source, m.position
"""

_UNINDEX = """
INSERT INTO sentence_fts (sentence_fts, rowid, text, folded)
SELECT 'delete', id, text, folded FROM sentence WHERE source NOT IN (SELECT source FROM place)
"""
_INDEX = """
INSERT INTO sentence_fts (rowid, text, folded) SELECT id, text, folded FROM sentence WHERE id > ? ORDER BY id
"""


@frozen
class Place:
    """Which source lies at a place. `content_id` is None for a file that could not be read."""

    source_id: str
    content_id: str | None
    path: str
    problem: str | None


def load_places(db: Database) -> dict[str, Place]:
    """Every known place, in order."""
    query = """SELECT place.place, source.key, source.content, source.path, source.problem
        FROM place JOIN source ON source.key = place.source ORDER BY place.place"""
    return {row[0]: Place(*row[1:]) for row in read(db, query)}


def load_sources(db: Database) -> list[Source]:
    """All sources with text and metadata, by key."""
    metadata: dict[str, list[Metadatum]] = {}
    for source_id, name, value, basis, field, earliest, latest, start, end in read(db, _METADATA):
        span = None if start is None else Span(source_id, start, end)
        found = Metadatum(name, value, Basis(basis), span, field, earliest, latest)
        metadata.setdefault(source_id, []).append(found)
    texts = load_texts(db)
    return [
        evolve(
            source, text=texts.get(source.content_id or "", ""), metadata=tuple(metadata.get(source.id, ()))
        )
        for source in load_light_sources(db)
    ]


def load_light_sources(db: Database) -> list[Source]:
    """All sources without text and metadata, by key."""
    return [
        Source(key, path, State(state), content, media_type, "", language, problem)
        for key, path, state, problem, content, media_type, language in read(db, _SOURCES)
    ]


def load_raw(db: Database) -> dict[str, bytes]:
    """Bytes of every content, by its id."""
    return dict(read(db, "SELECT id, raw FROM content ORDER BY id"))


def load_texts(db: Database) -> dict[str, str]:
    """Text of every content, by its id."""
    blocks: dict[str, list[str]] = {}
    for content, text in read(db, "SELECT content, text FROM block ORDER BY content, number"):
        blocks.setdefault(content, []).append(text)
    return {content: "".join(parts) for content, parts in blocks.items()}


def load_text(db: Database, source_id: str) -> str:
    """Stored text of a source, "" for one that could not be read."""
    query = """SELECT block.text FROM source JOIN block ON block.content = source.content
        WHERE source.key = ? ORDER BY block.number"""
    return "".join(row[0] for row in read(db, query, source_id))


def prepare_sources(
    db: Database, arrivals: Sequence[tuple[Source, Content | None]], kept: AbstractSet[str | None]
) -> list[TableRows]:
    """Rows of sources that are not in `db` yet, in an order in which they can be inserted.

    `kept`: ids of the contents that stay; one that only sources about to go have is stored anew.
    """
    sources = unique([source for source, _content in arrivals], lambda source: source.id)
    contents = unique([content for _source, content in arrivals if content], lambda content: content.id)
    spans = SpanBook("ingest", _greatest(db, "SELECT max(id) FROM span WHERE stage = 'ingest'"))
    metadata = tuple(row for source in sources for row in _metadata_rows(source, spans))
    sentences = [row for source in sources for row in _sentence_rows(source)]
    first = _greatest(db, "SELECT max(id) FROM sentence") + 1
    return [
        TableRows("content", _CONTENT_COLUMNS, tuple(_content_row(c) for c in contents if c.id not in kept)),
        TableRows("block", ("content", "number", "text"), tuple(_block_rows(contents, kept))),
        TableRows("source", _SOURCE_COLUMNS, tuple(_source_row(source) for source in sources)),
        spans.rows(),
        TableRows("metadatum", _METADATUM_COLUMNS, metadata),
        TableRows("sentence", _SENTENCE_COLUMNS, tuple((first + n, *row) for n, row in enumerate(sentences))),
    ]


def replace_sources(
    db: Database, gone: Sequence[str], placed: Mapping[str, str], rows: Sequence[TableRows]
) -> None:
    """Empty the places `gone`, add prepared rows, and note what lies where (`placed`: place → source id).

    Sources that lie nowhere any more, and contents that no source has, go with them.
    """
    db.conn.executemany("DELETE FROM place WHERE place = ?", [(place,) for place in gone])
    db.conn.execute(_UNINDEX)
    db.conn.execute("DELETE FROM source WHERE key NOT IN (SELECT source FROM place)")
    db.conn.execute(
        "DELETE FROM content WHERE id NOT IN (SELECT content FROM source WHERE content IS NOT NULL)"
    )
    last = _greatest(db, "SELECT max(id) FROM sentence")
    insert(db, rows)
    db.conn.execute(_INDEX, [last])
    db.conn.executemany("INSERT INTO place (place, source) VALUES (?, ?)", list(placed.items()))


def _greatest(db: Database, query: str) -> int:
    return next(read(db, query))[0] or 0


def _content_row(content: Content) -> tuple[Value, ...]:
    text_sha256 = hashlib.sha256(content.text.encode()).hexdigest()
    return (
        content.id,
        content.raw,
        content.media_type,
        content.encoding,
        content.extractor,
        content.language,
        text_sha256,
        len(content.text),
    )


def _block_rows(contents: Sequence[Content], kept: AbstractSet[str | None]) -> Iterator[tuple[Value, ...]]:
    for content in contents:
        if content.id not in kept:
            for number, start in enumerate(range(0, len(content.text), BLOCK_CHARS)):
                yield content.id, number, content.text[start : start + BLOCK_CHARS]


def _source_row(source: Source) -> tuple[Value, ...]:
    return (
        source.id,
        source.path,
        source.state.value,
        source.problem,
        source.content_id,
        source.media_type,
        source.language,
    )


def _metadata_rows(source: Source, spans: SpanBook) -> Iterator[tuple[Value, ...]]:
    for position, found in enumerate(source.metadata):
        span = spans.add(found.span, found.span.quote(source.text)) if found.span else None
        yield (
            source.id,
            position,
            found.name,
            found.value,
            found.basis.value,
            span,
            found.field,
            found.earliest,
            found.latest,
        )


def _sentence_rows(source: Source) -> Iterator[tuple[Value, ...]]:
    for start, end in find_sentences(source.text):
        sentence = source.text[start:end]
        yield source.id, start, end, sentence, fold_text(sentence)
