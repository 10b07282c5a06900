"""Page furniture stands at true places, by the stage that found it."""

import sqlite3
from typing import Any

import pytest
from sqlite_utils import Database

from provenance.model.sources import Furniture, FurnitureKind
from provenance.model.spans import Span
from provenance.store.connection import transaction
from provenance.store.furniture import furniture_rows
from provenance.store.rows import clear_stage, insert
from provenance.store.search import search
from provenance.store.sources import load_sources
from provenance.store.views import view_rows


def test_stage_that_looks_for_furniture_can_leave_out_its_own(filled: Database, pile: Any) -> None:
    kinds = {
        stages: {part.kind.value for source in load_sources(filled, stages) for part in source.furniture}
        for stages in (("ingest",), ("fingerprint",), ("ingest", "fingerprint"), ())
    }
    assert list(kinds.values()) == [{"credit"}, {"repeated"}, {"credit", "repeated"}, set()]


def test_overlapping_parts_of_two_stages_come_apart(filled: Database, pile: Any) -> None:
    a = next(source for source in pile.sources if source.path == "a.txt")
    later = Furniture(Span(a.id, 5, 20), FurnitureKind.REPEATED, "on all pages")
    inside = Furniture(Span(a.id, 2, 6), FurnitureKind.REPEATED, "on all pages")
    with transaction(filled):
        clear_stage(filled, "fingerprint")
        insert(filled, furniture_rows("fingerprint", [inside, later, later], {a.id: a.text}))
    loaded = next(source for source in load_sources(filled) if source.id == a.id)
    assert [(part.span.start, part.span.end, part.kind.value) for part in loaded.furniture] == [
        (0, 10, "credit"),
        (10, 20, "repeated"),
    ]


def test_furniture_that_is_not_there_is_refused(filled: Database, pile: Any) -> None:
    a = next(source for source in pile.sources if source.path == "a.txt")
    wrong = Furniture(Span(a.id, 0, 6), FurnitureKind.TEASER, "x")
    with pytest.raises(sqlite3.IntegrityError), transaction(filled):
        insert(filled, furniture_rows("fingerprint", [wrong], {a.id: "other words"}))


def test_view_quotes_each_part_with_its_reason(filled: Database) -> None:
    credit, repeated = view_rows(filled, "furniture")
    assert (credit["path"], credit["text"], credit["reason"]) == ("a.txt", "By Ann Lee", "a line of its own")
    assert (repeated["kind"], repeated["text"]) == ("repeated", "Nothing else is known.")


def test_search_says_in_which_part_of_a_page_it_found_the_words(filled: Database) -> None:
    parts = {words: search(filled, words, 9)[0]["part"] for words in ("known", "Ann Lee", "twelve")}
    assert parts == {"known": "repeated", "Ann Lee": "credit", "twelve": "article"}
