"""Does what is stored agree with itself, with its hashes and with this version's schema?"""

import hashlib
import sqlite3
import struct
from collections.abc import Callable, Iterator

from sqlite_utils import Database

from provenance.model.keys import digest
from provenance.store.dump import stage_digest
from provenance.store.migrations import APPLICATION_ID, SCHEMA_VERSION, expected_objects, objects
from provenance.store.rows import STAGE_TABLES, read
from provenance.store.runs import load_states
from provenance.store.sources import iterate_light_sources, load_content_text, load_text

READING_ERRORS = (sqlite3.Error, ArithmeticError, LookupError, MemoryError, TypeError, ValueError)
"""What reading a damaged database was seen to raise, beside sqlite3.Error: a flipped bit in a text is a
UnicodeDecodeError, in an enumerated word a ValueError, in a reference a KeyError."""

_KEYED_BY = ("sha256", "media_type", "encoding", "extractor", "language", "text_sha256")
_HASH_PART = (1 << 24) - 1
_MOST = 20
"""Problems of one kind that are listed."""


def verify(db: Database) -> list[str]:
    """Problems in words, none when sound. Nothing that a damaged file makes SQLite do is raised."""
    problems: list[str] = []
    checks: tuple[Callable[[Database], Iterator[str]], ...] = (
        _check_integrity,
        _check_schema,
        _check_contents,
        _check_spans,
        _check_files,
        _check_postings,
        _check_stages,
    )
    for check in checks:
        found: list[str] = []
        try:
            for problem in check(db):
                found.append(problem)
                if len(found) > _MOST:
                    found[-1] = "… and more of this kind"
                    break
        except READING_ERRORS as error:
            found.append(f"{check.__name__.strip('_').replace('_', ' ')}: cannot be read ({error})")
        problems += found
    return problems


def _check_integrity(db: Database) -> Iterator[str]:
    for (said,) in read(db, "PRAGMA integrity_check"):
        if said != "ok":
            yield f"integrity: {said}"
    for table, row, parent, _number in read(db, "PRAGMA foreign_key_check"):
        yield f"integrity: row {row} of {table} refers to a {parent} that is not there"


def _check_schema(db: Database) -> Iterator[str]:
    for pragma, wanted in (("application_id", APPLICATION_ID), ("user_version", SCHEMA_VERSION)):
        (found,) = next(read(db, f"PRAGMA {pragma}"))
        if found != wanted:
            yield f"schema: {pragma} is {found}, not {wanted}"
    expected = {name: (kind, table, sql) for kind, name, table, sql in expected_objects()}
    stored = {name: (kind, table, sql) for kind, name, table, sql in objects(db.conn)}
    for name in sorted(expected.keys() | stored.keys()):
        if name not in stored:
            yield f"schema: {name} is missing"
        elif name not in expected:
            yield f"schema: {name} does not belong here"
        elif stored[name] != expected[name]:
            yield f"schema: {name} was changed"


def _check_contents(db: Database) -> Iterator[str]:
    query = f"SELECT key, raw, characters, {', '.join(_KEYED_BY)} FROM content ORDER BY key"
    for key, raw, characters, *known in read(db, query):
        text = load_content_text(db, key)
        if hashlib.sha256(raw).hexdigest() != known[0]:
            yield f"content {key}: its bytes do not have the SHA-256 {known[0]}"
        if hashlib.sha256(text.encode()).hexdigest() != known[-1] or len(text) != characters:
            yield f"content {key}: its text was changed"
        if digest(known) != key:
            yield f"content {key}: it should not have this key"


def _check_spans(db: Database) -> Iterator[str]:
    for source in iterate_light_sources(db):
        text = load_text(db, source.id)
        for table, quote in (("span", "quote"), ("sentence", "text")):
            query = f'SELECT start, "end", {quote} FROM {table} WHERE source = ? ORDER BY start, id'
            for start, end, said in read(db, query, source.id):
                if text[start:end] != said:
                    yield f"{table} {source.id} {start}..{end}: its text does not stand there"


def _check_files(db: Database) -> Iterator[str]:
    query = "SELECT place FROM file WHERE is_whole AND place NOT IN (SELECT place FROM place) ORDER BY 1"
    for (place,) in read(db, query):
        yield f"file {place}: it has no source, not even one that says why"
    query = "SELECT key FROM source WHERE key NOT IN (SELECT source FROM place) ORDER BY 1"
    for (source,) in read(db, query):
        yield f"source {source}: no file has it"
    query = (
        "SELECT span.id FROM furniture_span AS f JOIN span ON span.id = f.span WHERE span.stage <> f.stage"
    )
    for (span,) in read(db, query):
        yield f"furniture {span}: it stands at another stage's span"


def _check_postings(db: Database) -> Iterator[str]:
    """Do they say what the fingerprints of the sources say? By number, offset and a part of each hash."""
    if not any(postings <= most for postings, most in read(db, "SELECT postings, most FROM posting_index")):
        for (count,) in read(db, "SELECT count(*) FROM posting"):
            if count:
                yield f"postings: {count} that no run has made"
        return
    query = f"SELECT number, count(*), sum(start), sum(hash & {_HASH_PART}) FROM posting GROUP BY number"
    found = {row[0]: row[1:] for row in read(db, query)}
    query = """SELECT f.source, p.number, f.passages FROM fingerprint AS f
        LEFT JOIN posting_source AS p ON p.source = f.source ORDER BY 1"""
    for source, number, passages in read(db, query):
        count = start_sum = hash_sum = 0
        for full, start, _end in struct.iter_unpack(">QII", passages):
            count += 1
            start_sum += start
            hash_sum += (full >> 16) & _HASH_PART
        known = found.pop(number, (0, 0, 0))
        if known != (count, start_sum, hash_sum):
            yield f"postings of source {source}: they are not those of its fingerprint"
    for number in sorted(found):
        yield f"postings of number {number}: no source has them"


def _check_stages(db: Database) -> Iterator[str]:
    states = load_states(db)
    for stage in STAGE_TABLES:
        if stage in states and stage_digest(db, stage) != states[stage].output_digest:
            yield f"stage {stage}: its results are not those that it saved"
