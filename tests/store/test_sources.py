"""Sources go in and come out the same, and what is not true is refused."""

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from provenance.model.notices import Code, Notice
from provenance.model.sources import Basis, Content, Metadatum, Source, State
from provenance.model.spans import Span
from provenance.store.arrivals import (
    BLOCK_CHARS,
    Arrival,
    StoredFile,
    iterate_files,
    prepare_arrivals,
    store_arrivals,
)
from provenance.store.connection import transaction
from provenance.store.migrations import migrate, schema_text
from provenance.store.sources import (
    iterate_light_sources,
    load_sources,
    load_text,
)
from provenance.store.verifying import verify
from tests.store.pile import store

SPAN = 'INSERT INTO span (stage, source, start, "end", quote) VALUES (?, ?, ?, ?, ?)'


def stored_bytes(db: Database) -> dict[str, bytes]:
    return dict(db.conn.execute("SELECT sha256, raw FROM content").fetchall())


def test_sources_come_back_as_they_went_in(filled: Database, pile: Any) -> None:
    assert tuple(load_sources(filled)) == pile.sources
    assert stored_bytes(filled) == {content.id: content.raw for content in pile.contents}
    light = [
        (source.id, source.state, source.problem, source.text) for source in iterate_light_sources(filled)
    ]
    assert light == [(source.id, source.state, source.problem, "") for source in pile.sources]


def test_text_of_a_source_is_the_stored_one(filled: Database, pile: Any) -> None:
    for source in pile.sources:
        assert load_text(filled, source.id) == source.text


def test_source_that_lies_nowhere_any_more_goes_with_all_that_is_its(filled: Database, pile: Any) -> None:
    gone = next(source for source in pile.sources if source.path == "a.txt")
    store(filled, gone=["a.txt"])
    assert gone.id not in {source.id for source in load_sources(filled)}
    for table in ("span", "metadatum", "sentence", "claim"):
        column = filled.conn.execute(f'SELECT count(*) FROM "{table}" WHERE source = ?', [gone.id]).fetchone()
        assert column == (0,)
    assert gone.content_id not in stored_bytes(filled)
    assert filled.conn.execute(
        "SELECT count(*) FROM sentence_fts WHERE sentence_fts MATCH 'mayor'"
    ).fetchone() == (1,)


def test_two_sources_share_one_content(fresh_db: Database, make_source: Callable[..., Any]) -> None:
    (a, content), (b, same) = make_source("a.txt", "One text."), make_source("b.txt", "One text.")
    store(fresh_db, (a, content), (b, same))
    assert fresh_db.table("content").count == 1
    store(fresh_db, gone=["a.txt"])
    assert load_sources(fresh_db) == [b]
    assert [file.place for file in iterate_files(fresh_db)] == ["b.txt"]


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [(0, 5, "mayor"), (0, 5, "Mayo"), (0, 4, "Mayor"), (500, 505, "Mayor"), (-1, 4, "Mayor"), (5, 5, "")],
)
def test_span_whose_quote_is_not_there_is_refused(
    filled: Database, pile: Any, start: int, end: int, quote: str
) -> None:
    source = next(source for source in pile.sources if source.path == "b.txt")
    with pytest.raises(sqlite3.IntegrityError):
        filled.conn.execute(SPAN, ["names", source.id, start, end, quote])
    filled.conn.execute(SPAN, ["names", source.id, 0, 5, "Mayor"])


def test_span_of_a_source_without_text_is_refused(filled: Database, pile: Any) -> None:
    lost = next(source for source in pile.sources if source.state is State.REFUSED)
    for key in (lost.id, "s-none"):
        with pytest.raises(sqlite3.IntegrityError):
            filled.conn.execute(SPAN, ["names", key, 0, 1, "M"])


def test_spans_and_contents_are_never_changed(filled: Database) -> None:
    for table, column in (("span", "quote"), ("content", "encoding"), ("block", "text")):
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            filled.conn.execute(f"UPDATE {table} SET {column} = 'x'")


def test_changed_words_that_are_not_in_their_passage_are_refused(filled: Database) -> None:
    filled.conn.execute("CREATE TEMP TABLE one AS SELECT * FROM change")
    for wrong in ("a_text = 'eleven'", "b_text = 'x'", "a_start = a_start + 1", "b_end = 9999"):
        filled.conn.execute("DELETE FROM change")
        filled.conn.execute("CREATE TEMP TABLE other AS SELECT * FROM one")
        filled.conn.execute(f"UPDATE other SET {wrong}")
        with pytest.raises(sqlite3.IntegrityError, match="do not stand"):
            filled.conn.execute("INSERT INTO change SELECT * FROM other")
        filled.conn.execute("DROP TABLE other")


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), st.data())
def test_any_text_comes_back_and_all_its_spans_are_true(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span("s-x", start, data.draw(st.integers(start + 1, len(text))))
    content = Content("0" * 64, text.encode(), "text/plain", "utf-8", "plain", text, None)
    title = Metadatum("title", "t", Basis.STATED, span)
    source = Source("s-x", "x.txt", State.READ, content.id, "text/plain", text, None, None, (title,))
    db = Database(memory=True, execute_plugins=False)
    migrate(db)
    store(db, (source, content))
    assert load_sources(db) == [source]
    for start, end, said in db.conn.execute('SELECT start, "end", text FROM sentence').fetchall():
        assert text[start:end] == said
    db.close()


@pytest.mark.parametrize("length", [1, 2047, 2048, 2049, 4096, 9000])
def test_spans_are_checked_across_the_borders_of_blocks(
    fresh_db: Database, make_source: Callable[..., Any], length: int
) -> None:
    text = "".join(chr(0x1F600 + n % 50) if n % 3 else "é" for n in range(length - 1)) + "."
    source, content = make_source("a.txt", text)
    store(fresh_db, (source, content))
    assert load_text(fresh_db, source.id) == text
    edges = sorted({n for n in (0, 1, 2046, 2047, 2048, 2049, 4095, 4096, length - 1, length) if n <= length})
    for start in edges:
        for end in edges:
            if start < end:
                fresh_db.conn.execute(SPAN, ["names", source.id, start, end, text[start:end]])
                with pytest.raises(sqlite3.IntegrityError, match="does not stand"):
                    fresh_db.conn.execute(SPAN, ["claims", source.id, start, end, "x" * (end - start)])
    with pytest.raises(sqlite3.IntegrityError):
        fresh_db.conn.execute(SPAN, ["claims", source.id, length, length + 1, "x"])


def test_block_has_the_length_that_the_triggers_count_in(fresh_db: Database) -> None:
    schema = schema_text()
    assert schema.count(f"/ {BLOCK_CHARS}") == schema.count(" / ")
    assert f"BETWEEN 1 AND {BLOCK_CHARS})" in schema


def test_equal_bytes_read_in_two_ways_have_two_texts_and_one_digest(
    fresh_db: Database, make_source: Callable[..., Any]
) -> None:
    (page, as_page), (note, as_text) = make_source("a.html", "<b>One</b>"), make_source("a.txt", "<b>One</b>")
    as_page = evolve(as_page, media_type="text/html", text="One")
    page = evolve(page, media_type="text/html", text="One")
    store(fresh_db, (page, as_page), (note, as_text))
    assert {source.path: source.text for source in load_sources(fresh_db)} == {
        "a.html": "One",
        "a.txt": "<b>One</b>",
    }
    assert fresh_db.conn.execute("SELECT count(DISTINCT sha256), count(*) FROM sources").fetchone() == (1, 2)
    assert stored_bytes(fresh_db) == {as_text.id: as_text.raw}
    assert verify(fresh_db) == []


def test_warned_source_may_have_no_text_at_all(fresh_db: Database, make_source: Callable[..., Any]) -> None:
    empty, content = make_source("a.txt", "")
    notice = Notice(Code.EMPTY, "the file is empty")
    empty = evolve(empty, state=State.WARNED, notices=(notice,), problem=str(notice))
    store(fresh_db, (empty, content))
    assert load_sources(fresh_db) == [empty]
    assert fresh_db.conn.execute("SELECT characters FROM sources").fetchone() == (0,)
    assert verify(fresh_db) == []


def test_file_that_is_read_anew_keeps_nothing_of_before(
    fresh_db: Database, make_source: Callable[..., Any]
) -> None:
    source, content = make_source("a.txt", "One text.", ("title", "Old"))
    store(fresh_db, (source, content))
    anew = evolve(source, metadata=())
    store(fresh_db, (anew, content), gone=["a.txt"])
    assert load_sources(fresh_db) == [anew]
    assert fresh_db.conn.execute("SELECT rowid FROM sentence_fts WHERE sentence_fts MATCH 'text'").fetchall()
    assert len(load_sources(fresh_db)) == fresh_db.table("sentence").count == 1


def test_source_in_two_files_stays_until_both_are_gone(
    fresh_db: Database, make_source: Callable[..., Any]
) -> None:
    source, content = make_source("a.zip#b.txt", "One text.")
    for place in ("a.zip", "a.zip#b.txt"):
        rows = prepare_arrivals(fresh_db, [Arrival(place, source, content)])
        with transaction(fresh_db):
            store_arrivals(fresh_db, [], [StoredFile(place, place, None, "", "", is_whole=True)], rows)
    store(fresh_db, gone=["a.zip"])
    assert load_sources(fresh_db) == [source]
    store(fresh_db, gone=["a.zip#b.txt"])
    assert load_sources(fresh_db) == []
    assert stored_bytes(fresh_db) == {}
