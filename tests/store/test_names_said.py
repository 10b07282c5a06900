"""Evidence, rules and spellings as rows and views."""

import json
from typing import Any

import pytest
from sqlite_utils import Database

from provenance.model.names import EntityKind, LinkBasis, NameLink, NameTable
from provenance.model.spans import Span
from provenance.store.filters import Filter, filtered_rows
from provenance.store.names_said import count_rules, link_rows, load_contradictions
from provenance.store.rows import SpanBook
from provenance.store.views import find_key, view_rows


def test_a_link_has_a_row_for_each_place_and_one_without_any(filled: Database, pile: Any) -> None:
    rows = view_rows(filled, "name_links")
    joined = [row for row in rows if row["joined"]]
    assert [row["quote"] for row in joined] == ["Zoë Quirke", "Zoe Quirk"]
    assert {row["key"] for row in joined} == {pile.names.links[0].key}
    (refused,) = [row for row in rows if not row["joined"]]
    assert (refused["start"], refused["name"], refused["basis"]) == (None, "Ann Lee", "listed")


def test_a_link_is_found_by_its_key(filled: Database, pile: Any) -> None:
    what, rows = find_key(filled, pile.names.links[0].key)
    assert what == "name link" and len(rows) == 2


def test_equal_evidence_at_two_places_is_one_link_of_the_highest_score() -> None:
    def link(score: float, start: int) -> NameLink:
        place = (Span("s", start, start + 1),)
        return NameLink("e", "a", "b", EntityKind.PERSON, LinkBasis.STATED, score, "why", True, place)

    table = NameTable((), (), (), (link(0.9, 0), link(0.5, 3)))
    links, places, *_ = link_rows(table, SpanBook("names"), {"s": "abcd"})
    assert [row[6] for row in links.rows] == [0.9] and len(places.rows) == 2


def test_rules_are_told_with_what_became_of_them(filled: Database) -> None:
    (row,) = view_rows(filled, "name_rules")
    assert (row["place"], row["relation"], row["effect"]) == (
        "names.toml line 2",
        "different",
        "not followed",
    )
    assert row["contradiction"] == "a shared passage"
    assert count_rules(filled) == [("not followed", 1)]
    assert [one.evidence for one in load_contradictions(filled)] == ["a shared passage"]


def test_a_description_is_told_with_the_mention_before_it(filled: Database) -> None:
    (row,) = view_rows(filled, "name_descriptions")
    assert (row["name"], row["text"], row["antecedent"]) == ("Zoë Quirke", "people", "Zoe Quirk")


def test_spellings_have_their_places(filled: Database) -> None:
    rows = view_rows(filled, "inconsistent_names")
    assert [(row["path"], row["spelling"], row["mentions"]) for row in rows] == [
        ("a.txt", "Zoë Quirke", 1),
        ("b.txt", "Zoe Quirk", 1),
    ]
    assert all(len(json.loads(str(row["places"]))) == 1 for row in rows)


def test_spellings_stand_in_their_sources_with_publishers(filled: Database) -> None:
    rows = {row["path"]: row for row in view_rows(filled, "name_sources")}
    assert rows["a.txt"]["publisher"] == "The Daily Gull" and rows["a.txt"]["mentions"] == 1


@pytest.mark.parametrize("view", ["name_sources", "inconsistent_names"])
def test_names_are_narrowed_by_publisher(filled: Database, view: str) -> None:
    rows = filtered_rows(filled, view, Filter(publisher="the daily gull"))
    assert rows and filtered_rows(filled, view, Filter(publisher="nobody")) == []
