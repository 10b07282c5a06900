"""Rows of the public views: in a fixed order, narrowed, found by key."""

from typing import Any

import pytest
from sqlite_utils import Database

from provenance.errors import NoSuchKey, UsageError
from provenance.store.filters import Filter, filtered_rows
from provenance.store.search import search
from provenance.store.views import VIEWS, find_key, load_reviews, view_columns, view_rows


@pytest.mark.parametrize("view", VIEWS)
def test_rows_have_the_views_columns_as_keys(filled: Database, view: str) -> None:
    rows = view_rows(filled, view)
    assert rows or view == "decisions"
    assert all(list(row) == view_columns(filled, view) for row in rows)


def test_view_that_there_is_not_is_named(filled: Database) -> None:
    with pytest.raises(UsageError, match="no such view: source; there are sources,"):
        view_rows(filled, "source")


def test_source_row_tells_its_metadata_and_their_basis(filled: Database) -> None:
    a, b, lost = view_rows(filled, "sources")
    assert (a["author"], a["publisher"], a["published"]) == ("Ann Lee", "The Daily Gull", "2016-10-07")
    assert (b["published_basis"], lost["published_basis"]) == ("metadata", "unknown")
    assert (lost["state"], lost["problem"], lost["sha256"]) == ("refused", "binary: no text", None)


def test_conflict_has_a_row_for_each_side_and_evidence(filled: Database) -> None:
    rows = view_rows(filled, "conflicts")
    assert [(row["side"], row["quote"], row["field"]) for row in rows] == [
        (1, "twelve", None),
        (2, "ten", None),
        (2, "2016-10-09", "published"),
    ] or [row["side"] for row in rows] == [1, 2, 2]
    assert {row["severity_rank"] for row in rows} == {2}
    assert [row["start"] is None for row in rows].count(True) == 1


def test_coverage_tells_of_stages_that_have_not_run(fresh_db: Database, filled: Database) -> None:
    filled.conn.execute("DELETE FROM stage_coverage WHERE stage IN ('claims', 'conflicts')")
    rows = view_rows(filled, "coverage")
    assert [row["stage"] for row in rows] == [
        *("ingest", "fingerprint", "reuse", "names", "claims", "claims", "conflicts", "conflicts")
    ]
    assert rows[-1] == {
        "language": "unknown",
        "stage": "conflicts",
        "done": 0,
        "not_done": 1,
        "reason": "this stage has not run yet",
    }


def test_key_prefix_and_path_find_the_same(filled: Database, pile: Any) -> None:
    key = pile.claims[0].key
    assert find_key(filled, key) == find_key(filled, key[:8])
    assert find_key(filled, key)[0] == "claim"
    a = next(source for source in pile.sources if source.path == "a.txt")
    assert find_key(filled, "a.txt") == find_key(filled, a.id) == ("source", view_rows(filled, "sources")[:1])


def test_every_kind_of_thing_is_found(filled: Database, pile: Any) -> None:
    keys = {
        pile.near[0].key: "near-duplicate",
        pile.contained[0].key: "contained text",
        pile.alignments[0].key: "reused passage",
        pile.names.entities[0].variants[0].key: "name variant",
        pile.names.pairs[0].key: "name pair",
        pile.conflicts[0].key: "conflict",
    }
    for key, what in keys.items():
        found, rows = find_key(filled, key)
        assert found == what
        assert rows


@pytest.mark.parametrize(
    "key", ["", "k", "k-1", "zzzz", "k-ffffffffffffffff", "%", "c-%%%%", "nothing.txt", "é—"]
)
def test_key_that_nothing_has_is_an_error(filled: Database, key: str) -> None:
    with pytest.raises(NoSuchKey):
        find_key(filled, key)


def test_prefix_of_several_names_them(filled: Database) -> None:
    filled.conn.execute("INSERT INTO entity VALUES ('e-abc', 'X', 'person'), ('e-abd', 'Y', 'person')")
    with pytest.raises(NoSuchKey, match="more than one entity"):
        find_key(filled, "e-ab")


def test_about_a_name_counts_its_other_spellings(filled: Database) -> None:
    rows = filtered_rows(filled, "mentions", Filter(about="ZOE QUIRK"))
    assert {row["text"] for row in rows} == {"Zoë Quirke", "Zoe Quirk"}
    assert filtered_rows(filled, "mentions", Filter(about="Quir")) == []
    assert [row["text"] for row in filtered_rows(filled, "mentions", Filter(about="asaib"))] == ["Asa’ib"]


def test_about_a_part_of_a_persons_name_counts_all_spellings(filled: Database) -> None:
    rows = filtered_rows(filled, "mentions", Filter(about="quirke"))
    assert {row["text"] for row in rows} == {"Zoë Quirke", "Zoe Quirk"}


def test_finding_keeps_all_its_rows_when_one_passes(filled: Database) -> None:
    for wanted in (
        Filter(about="twelve"),
        Filter(limit=1),
        Filter(publisher="daily gull"),
        Filter(kind="quantity"),
    ):
        assert len(filtered_rows(filled, "conflicts", wanted)) == 3


@pytest.mark.parametrize(("severity", "count"), [("high", 0), ("medium", 3), ("low", 3)])
def test_severity_means_that_or_worse(filled: Database, severity: str, count: int) -> None:
    assert len(filtered_rows(filled, "conflicts", Filter(severity=severity))) == count


def test_dates_are_those_of_publication_both_included(filled: Database) -> None:
    def paths(first: str, last: str) -> list[object]:
        return [row["path"] for row in filtered_rows(filled, "sources", Filter(between=(first, last)))]

    assert paths("2016-10-07", "2016-10-08") == ["a.txt"]
    assert paths("2016-10-01", "2016-10-09") == ["a.txt", "b.txt"]
    assert len(filtered_rows(filled, "name_variants", Filter(between=("2016-10-09", "2016-10-09")))) == 1


@pytest.mark.parametrize(
    ("view", "wanted"),
    [
        ("sources", Filter(kind="x")),
        ("claims", Filter(severity="low")),
        ("conflicts", Filter(severity="awful")),
        ("sources", Filter(between=("yesterday", "2016-10-09"))),
        ("coverage", Filter(about="x")),
        ("claims", Filter(about="’ ")),
        ("name_pairs", Filter(publisher="x")),
        ("sources", Filter(limit=-1)),
    ],
)
def test_filter_that_makes_no_sense_is_refused(filled: Database, view: str, wanted: Filter) -> None:
    with pytest.raises(UsageError):
        filtered_rows(filled, view, wanted)


@pytest.mark.parametrize(
    "words", ["Asaib", "asa'ib", "ASA’IB", "Asa’ib dock", '"people were hurt"', "twelve NOT xyz", "wel"]
)
def test_search_finds_however_it_is_written(filled: Database, words: str) -> None:
    found = search(filled, words, 50)
    assert (len(found) > 0) == (words != "twelve NOT xyz")
    for row in found:
        assert list(row) == ["source", "path", "start", "end", "text", "part"]


@pytest.mark.parametrize("words", ["", "’", '"', "-", "\0"])
def test_search_for_nothing_is_refused(filled: Database, words: str) -> None:
    with pytest.raises(UsageError, match="nothing to search for"):
        search(filled, words, 50)


def test_search_by_sqlite_utils_itself_finds_folded_forms(filled: Database) -> None:
    assert filled.table("sentence").detect_fts() == "sentence_fts"
    for words in ("Asaib", "Asa’ib", "zoe"):
        assert list(filled.table("sentence").search(words, quote=True))


def test_reviews_are_those_not_open(filled: Database) -> None:
    assert load_reviews(filled) == []


def test_sources_are_narrowed_by_state_and_by_the_code_of_a_problem(filled: Database) -> None:
    def paths(view: str, wanted: Filter) -> list[object]:
        return [row["path"] for row in filtered_rows(filled, view, wanted)]

    assert paths("sources", Filter(state="warned")) == ["a.txt"]
    assert paths("sources", Filter(code="binary")) == ["c.txt"]
    assert paths("source_problems", Filter(state="refused")) == ["c.txt"]
    assert paths("source_metadata", Filter(code="encoding-guessed")) == ["a.txt"] * 4


def test_statements_of_a_source_stand_with_basis_place_and_zone(filled: Database) -> None:
    rows = [row for row in view_rows(filled, "source_metadata") if row["path"] == "a.txt"]
    byline = next(row for row in rows if row["name"] == "author")
    assert (byline["value"], byline["basis"], byline["quote"]) == ("Ann Lee", "stated", "Ann Lee")
    dated = next(row for row in rows if row["field"] == "meta[date]")
    assert (dated["zone"], dated["earliest"]) == ("none", "2016-10-06T10:00:00Z")
