"""Counts of a list, and rows narrowed by the time that they speak of."""

from sqlite_utils import Database

from provenance.store.facets import count_facets
from provenance.store.filters import Filter, filtered_rows
from provenance.store.views import view_rows


def test_a_conflict_counts_once_however_many_rows_show_it(filled: Database) -> None:
    rows = view_rows(filled, "conflicts")
    found = [(row["facet"], row["value"], row["count"]) for row in count_facets(filled, "conflicts", rows)]
    assert len(rows) > 1
    assert ("kind", "quantity", 1) in found and ("class", "sources differ", 1) in found
    assert ("publisher", "The Daily Gull", 1) in found
    assert all(count == 1 for _, _, count in found)


def test_names_are_counted_in_any_spelling_and_the_limit_is_a_facets(filled: Database) -> None:
    rows = view_rows(filled, "claims")
    found = count_facets(filled, "claims", rows)
    assert {row["facet"] for row in found} >= {"kind", "publisher"}
    named = [{**rows[0], "subject": "zoe quirk"}, {**rows[0], "subject": "Zoë Quirke’s boat"}]
    counted = count_facets(filled, "claims", named)
    assert [(row["value"], row["count"]) for row in counted if row["facet"] == "entity"] == [
        ("Zoë Quirke", 1)
    ]
    short = count_facets(filled, "claims", rows, 1)
    assert len(short) == len({row["facet"] for row in found})
    assert count_facets(filled, "claims", []) == []


def test_a_figures_own_day_narrows_a_timeline(filled: Database) -> None:
    assert filtered_rows(filled, "timelines", Filter(between=("2016-10-08", "2016-10-08")))
    assert not filtered_rows(filled, "timelines", Filter(between=("2016-10-06", "2016-10-07")))


def test_a_claims_own_time_goes_before_the_day_of_its_text(filled: Database) -> None:
    filled.conn.execute(
        "UPDATE claim SET valid_from = '1999', valid_to = '2001-06' WHERE key = (SELECT min(key) FROM claim)"
    )
    found = filtered_rows(filled, "claims", Filter(between=("2000-01-01", "2000-01-02")))
    assert [row["valid_from"] for row in found] == ["1999"]
    assert not filtered_rows(filled, "claims", Filter(between=("2001-07-01", "2002-01-01")))
    published = filtered_rows(filled, "claims", Filter(between=("2016-10-07", "2016-10-07")))
    assert all(row["valid_from"] != "1999" for row in published)
