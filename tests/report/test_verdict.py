"""The first sentence: true in every case."""

import pytest
from attrs import evolve

from provenance.model.conflicts import Level
from provenance.model.report import Coverage, ReportData
from provenance.report.verdict import independent_sources, verdict
from provenance.report.words import count, language, listed, number_range


def test_groups_give_the_range(data: ReportData) -> None:
    assert independent_sources(data) == (2, 3)


def test_no_groups_no_word_on_independence(data: ReportData) -> None:
    assert "independent" not in verdict(evolve(data, groups=()))


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (slice(0, 0), "no point to check was found."),
        (slice(0, 1), "1 point to check, and it is high."),
        (slice(1, 2), "1 point to check."),
        (slice(0, 3), "3 points to check, 1 of them high."),
        (slice(1, 3), "2 points to check, none of them high."),
    ],
)
def test_points_are_counted(data: ReportData, kept: slice, words: str) -> None:
    assert verdict(evolve(data, conflicts=data.conflicts[kept])).endswith(words)


def test_search_that_was_not_made_is_not_called_empty(data: ReportData) -> None:
    coverage = (Coverage("en", "conflicts", 0, 5, "this stage has not run yet"),)
    said = verdict(evolve(data, conflicts=(), coverage=coverage))
    assert said.endswith("; differences were not searched for.")


def test_high_is_severity_not_consequence(data: ReportData) -> None:
    assert sum(c.consequence is Level.HIGH for c in data.conflicts) == 3
    assert ", 1 of them high" in verdict(data)


def test_all_settled_leaves_none(data: ReportData) -> None:
    reviews = tuple((conflict.key, "accepted") for conflict in data.conflicts)
    assert verdict(evolve(data, reviews=reviews)).endswith(
        "7 points settled by a person, none left to check."
    )


def test_words_for_counts_and_ranges() -> None:
    assert (count(1, "text"), count(1204, "text")) == ("1 text", "1,204 texts")
    assert number_range(0, 0, "independent source") == "no independent source"
    assert number_range(0, 1, "independent source") == "at most 1 independent source"
    assert number_range(2, 2, "independent source") == "2 independent sources"
    assert number_range(1, 3, "independent source") == "at least 1 and at most 3 independent sources"
    assert [listed([]), listed(["a"]), listed(["a", "b", "c"])] == ["", "a", "a, b and c"]


def test_languages_have_names() -> None:
    assert [language("ar"), language(""), language(None), language("tlh")] == [
        "Arabic", "all languages", "language unknown", "tlh",
    ]  # fmt: skip
