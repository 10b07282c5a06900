"""Rows of the public views: columns, order, what stands where nothing is known."""

from attrs import evolve

from provenance.model.report import ReportData
from provenance.report import rows


def test_one_row_a_side_and_evidence(data: ReportData) -> None:
    found = rows.conflict_rows(data)
    assert [row["side"] for row in found if row["key"] == data.conflicts[0].key] == [1, 1, 2]
    assert [row["field"] for row in found if row["kind"] == "metadata"] == ["title", None]


def test_source_without_metadata_says_unknown(data: ReportData) -> None:
    row = rows.source_rows(evolve(data, sources=data.sources[-1:]))[0]
    assert (row["published"], row["published_basis"], row["publisher"]) == (None, "unknown", None)
    assert (row["characters"], row["sha256"], row["state"]) == (None, None, "refused")


def test_sources_come_by_path(data: ReportData) -> None:
    paths = [str(row["path"]) for row in rows.source_rows(data)]
    assert paths == sorted(paths)


def test_passages_quote_both_texts(data: ReportData) -> None:
    row = rows.reused_rows(data)[0]
    assert str(row["a_text"]).startswith("A fire broke out")
    assert str(row["b_text"]).endswith("9,000 passengers a day.")
    assert (row["direction"], row["similarity"], row["review"]) == ("a->b", 0.93, "open")


def test_variants_count_mentions_and_sources(data: ReportData) -> None:
    row = rows.variant_rows(data)[0]
    assert (row["variant"], row["mentions"], row["sources"]) == ("Yusuf al-Karimi", 2, 2)


def test_groups_and_lineage_name_what_they_tie(data: ReportData) -> None:
    assert rows.group_rows(data)[0] == {
        "source": "s-a",
        "path": "gazette/fire.html",
        "dependence_group": "s-a",
        "counts": 1,
        "reason": "",
    }
    assert rows.lineage_rows(data)[0]["parent"] == "s-a"


def test_reviewed_pair_shows_its_state(data: ReportData) -> None:
    reviewed = evolve(data, reviews=((data.pairs[0].key, "accepted"),))
    assert [row["review"] for row in rows.pair_rows(reviewed)] == ["accepted", "open"]


def test_near_duplicates_carry_paths(data: ReportData) -> None:
    assert rows.duplicate_rows(data)[0]["b_path"] == "herald-blaze.txt"
