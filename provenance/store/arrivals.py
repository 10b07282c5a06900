"""Files and what was read from them → rows, a batch at a time; and those that are gone, taken out."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from attrs import frozen
from sqlite_utils import Database

from provenance.model.keys import digest
from provenance.model.sources import Content, Source
from provenance.store.furniture import furniture_rows
from provenance.store.rows import SpanBook, TableRows, Value, insert, read, unique
from provenance.text.folding import fold_text
from provenance.text.sentences import find_sentences

BLOCK_CHARS = 2048
"""Code points a block: written into the schema's triggers, so a change needs a migration."""
_CONTENT_COLUMNS = tuple(
    "key sha256 media_type encoding extractor language text_sha256 characters raw".split()
)
_SOURCE_COLUMNS = tuple("key path state problem content media_type language".split())
_METADATUM_COLUMNS = tuple("source position name value basis span field earliest latest zone".split())
_SENTENCE_COLUMNS = tuple("id source start end text folded".split())
_ONLY_THERE = """
SELECT source FROM place AS here WHERE place = ?1
AND NOT EXISTS (SELECT 1 FROM place AS there WHERE there.source = here.source AND there.place <> ?1)
"""
_UNINDEX = f"""
INSERT INTO sentence_fts (sentence_fts, rowid, text, folded)
SELECT 'delete', id, text, folded FROM sentence WHERE source IN ({_ONLY_THERE})
"""
_INDEX = """
INSERT INTO sentence_fts (rowid, text, folded) SELECT id, text, folded FROM sentence WHERE id > ? ORDER BY id
"""


@frozen
class StoredFile:
    """A file as it was read. `place`: relative to the database's folder; `path`: as its sources carry it.

    `sha256`: of its bytes, None where only reading it can tell whether it changed. `sidecars`: digest of
    what sidecar files say of it. `reading`: digest of the version and settings that it was read with.
    `is_whole`: have all its documents been stored?
    """

    place: str
    path: str
    sha256: str | None
    sidecars: str
    reading: str
    is_whole: bool


@frozen
class Arrival:
    """A source that was read from the file at `place`, and its content if it has one."""

    place: str
    source: Source
    content: Content | None


def find_file(db: Database, place: str) -> StoredFile | None:
    """The file at that place as it was read; None if it never was."""
    query = "SELECT place, path, sha256, sidecars, reading, is_whole FROM file WHERE place = ?"
    row = next(read(db, query, place), None)
    return _stored(row) if row else None


def iterate_files(db: Database) -> Iterator[StoredFile]:
    """Every known file, by place."""
    query = "SELECT place, path, sha256, sidecars, reading, is_whole FROM file ORDER BY place"
    for row in read(db, query):
        yield _stored(row)


def find_bare_sources(db: Database, place: str) -> list[tuple[str, str | None]] | None:
    """(id, problem) of the sources of a file, by id, if none of them has a content; else None."""
    query = """SELECT source.key, source.problem, source.content FROM place
        JOIN source ON source.key = place.source WHERE place.place = ? ORDER BY 1"""
    found = []
    for key, problem, content in read(db, query, place):
        if content is not None:
            return None
        found.append((key, problem))
    return found


def digest_files(db: Database) -> str:
    """SHA-256 over all files and what they were read with: equal ones give equal sources."""
    query = "SELECT path, sha256, sidecars, reading, is_whole FROM file ORDER BY path, place"
    found = hashlib.sha256()
    for row in read(db, query):
        found.update(digest(row).encode())
    return found.hexdigest()


def prepare_arrivals(
    db: Database, arrivals: Sequence[Arrival], gone: Collection[str] = ()
) -> list[TableRows]:
    """Rows of sources, in an order in which they can be inserted once the files `gone` are taken out.

    A source that is there already, in another file or an earlier part of its own, is not added again.
    """
    leaving = set(gone)
    new = [
        arrival
        for arrival in unique(arrivals, lambda arrival: arrival.source.id)
        if not _stays(db, arrival.source.id, leaving)
    ]
    sources = [arrival.source for arrival in new]
    keys = {arrival.source.id: content_key(arrival.content) for arrival in new if arrival.content}
    contents = unique(
        [(keys[one.source.id], one.content) for one in new if one.content], lambda pair: pair[0]
    )
    spans = SpanBook("ingest", _greatest(db, "SELECT max(id) FROM span WHERE stage = 'ingest'"))
    metadata = tuple(row for source in sources for row in _metadata_rows(source, spans))
    furniture = furniture_rows(
        "ingest",
        (part for source in sources for part in source.furniture),
        {source.id: source.text for source in sources if source.furniture},
        spans,
    )
    sentences = [row for source in sources for row in _sentence_rows(source)]
    first = _greatest(db, "SELECT max(id) FROM sentence") + 1
    return [
        TableRows("content", _CONTENT_COLUMNS, tuple(_content_row(*pair) for pair in contents), ("key",)),
        TableRows(
            *("block", ("content", "number", "text"), tuple(_block_rows(contents))),
            same=("content", "number"),
        ),
        TableRows("source", _SOURCE_COLUMNS, tuple(_source_row(source, keys) for source in sources)),
        TableRows(
            *("place", ("place", "source"), tuple((one.place, one.source.id) for one in arrivals)),
            same=("place", "source"),
        ),
        TableRows("notice", ("source", "position", "code", "text"), tuple(_notice_rows(sources))),
        spans.rows(),
        TableRows("metadatum", _METADATUM_COLUMNS, metadata),
        *furniture,
        TableRows("sentence", _SENTENCE_COLUMNS, tuple((first + n, *row) for n, row in enumerate(sentences))),
    ]


def store_arrivals(
    db: Database, gone: Sequence[str], files: Sequence[StoredFile], rows: Sequence[TableRows]
) -> None:
    """Take out the files at the places `gone` with all that only they hold, then add `files` and their rows.

    A file that is there already is noted as it is now. Inside a transaction of the caller's.
    """
    for place in gone:
        db.conn.execute(_UNINDEX, [place])
        db.conn.execute(f"DELETE FROM source WHERE key IN ({_ONLY_THERE})", [place])
        db.conn.execute("DELETE FROM file WHERE place = ?", [place])
    db.conn.executemany(
        "INSERT INTO file (place, path, sha256, sidecars, reading, is_whole) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (place) DO UPDATE SET path = excluded.path, sha256 = excluded.sha256, "
        "sidecars = excluded.sidecars, reading = excluded.reading, is_whole = excluded.is_whole",
        [(f.place, f.path, f.sha256, f.sidecars, f.reading, int(f.is_whole)) for f in files],
    )
    last = _greatest(db, "SELECT max(id) FROM sentence")
    insert(db, rows)
    db.conn.execute(_INDEX, [last])


def content_key(content: Content) -> str:
    """Of the bytes and of what was made of them: equal bytes read in two ways are two contents."""
    return digest(
        (
            *(content.id, content.media_type, content.encoding, content.extractor, content.language),
            _text_sha256(content.text),
        )
    )


def _stored(row: tuple[Any, ...]) -> StoredFile:
    place, path, sha256, sidecars, reading, is_whole = row
    return StoredFile(place, path, sha256, sidecars, reading, bool(is_whole))


def _stays(db: Database, source_id: str, leaving: Collection[str]) -> bool:
    places = read(db, "SELECT place FROM place WHERE source = ?", source_id)
    return any(place not in leaving for (place,) in places)


def _greatest(db: Database, query: str) -> int:
    return next(read(db, query))[0] or 0


def _text_sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _content_row(key: str, content: Content) -> tuple[Value, ...]:
    return (
        *(key, content.id, content.media_type, content.encoding, content.extractor, content.language),
        *(_text_sha256(content.text), len(content.text), content.raw),
    )


def _block_rows(contents: Sequence[tuple[str, Content]]) -> Iterator[tuple[Value, ...]]:
    for key, content in contents:
        for number, start in enumerate(range(0, len(content.text), BLOCK_CHARS)):
            yield key, number, content.text[start : start + BLOCK_CHARS]


def _source_row(source: Source, contents: dict[str, str]) -> tuple[Value, ...]:
    return (
        *(source.id, source.path, source.state.value, source.problem, contents.get(source.id)),
        *(source.media_type, source.language),
    )


def _notice_rows(sources: Sequence[Source]) -> Iterator[tuple[Value, ...]]:
    for source in sources:
        for position, notice in enumerate(source.notices):
            yield source.id, position, notice.code.value, notice.text


def _metadata_rows(source: Source, spans: SpanBook) -> Iterator[tuple[Value, ...]]:
    for position, found in enumerate(source.metadata):
        span = spans.add(found.span, found.span.quote(source.text)) if found.span else None
        yield (
            *(source.id, position, found.name, found.value, found.basis.value, span, found.field),
            *(found.earliest, found.latest, found.zone.value if found.zone else None),
        )


def _sentence_rows(source: Source) -> Iterator[tuple[Value, ...]]:
    for start, end in find_sentences(source.text):
        sentence = source.text[start:end]
        yield source.id, start, end, sentence, fold_text(sentence)
