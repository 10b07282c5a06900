"""What columns are called, and what their values say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.sources import Basis, ZoneBasis
from provenance.readers.containers.columns import choose_text_column, describe

LONG = (
    "The mayor said on Tuesday that the bridge, closed since the storm, would be open again by the spring. "
)


@pytest.mark.parametrize(
    ("column", "value", "name", "found"),
    [
        ("Pub_Date", "4 May 2019", "published", "2019-05-04"),
        ("publishedAt", "2019-05-04T10:00:00Z", "published", "2019-05-04T10:00:00+00:00"),
        ("created_utc", 1556964000, "published", "2019-05-04T10:00:00Z"),
        ("timestamp", "1556964000000", "published", "2019-05-04T10:00:00Z"),
        ("date", "20190504", "published", "2019-05-04"),
        ("Last Modified", "2019", "modified", "2019"),
        ("retrieved", "2019-05-04", "captured_at", "2019-05-04"),
        ("Canonical URL", "https://example.org/a", "canonical_url", "https://example.org/a"),
        ("source", "https://example.org/a", "url", "https://example.org/a"),
        ("source", {"id": "x", "name": "The Daily"}, "publisher", "The Daily"),
        ("Headline", " A \n title ", "title", "A title"),
    ],
)
def test_columns_of_usual_names_are_metadata(column: str, value: object, name: str, found: str) -> None:
    (made,) = describe([(column, value)], Basis.METADATA, "column").metadata
    assert (made.name, made.value, made.field) == (name, found, f"column {column}")


def test_the_surest_name_goes_first() -> None:
    made = describe([("date", "2019-05-05"), ("published", "2019-05-04")], Basis.METADATA, "column").metadata
    assert [metadatum.value for metadatum in made] == ["2019-05-04", "2019-05-05"]


def test_times_in_seconds_are_utc() -> None:
    (made,) = describe([("created", 1556964000)], Basis.METADATA, "column").metadata
    assert (made.earliest, made.latest, made.zone) == (
        "2019-05-04T10:00:00Z",
        "2019-05-04T10:00:01Z",
        ZoneBasis.UTC_BY_FORMAT,
    )


@pytest.mark.parametrize(
    ("column", "value"),
    [("date", "soon"), ("url", "see below"), ("title", "x" * 600), ("date", 10**400), ("date", float("nan"))],
)
def test_values_that_say_nothing_are_told_or_left_out(column: str, value: object) -> None:
    assert describe([(column, value)], Basis.SET, "sources.csv").metadata == ()


def test_the_text_column_is_named_or_longest() -> None:
    assert choose_text_column(["id", "Body"], [["1", "short"]]) == 1
    assert choose_text_column(["text", "body"], [["", "x"]]) == 1
    assert choose_text_column(["a", "b", "c"], [["1", LONG, LONG * 2]]) == 2
    assert choose_text_column(["name", "description"], [["x", "Two words"]]) is None
    assert choose_text_column(["name", "description"], [["x", LONG]]) == 1
    assert choose_text_column(["a"], [["https://example.org/" + "x" * 300]]) is None
    assert choose_text_column([], []) is None


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_columns = st.sampled_from(["title", "author", "date", "url", "source", "published", "modified", "Äöü", ""])


@given(st.lists(st.tuples(_columns, _values), max_size=6))
def test_any_value_can_be_described(pairs: list[tuple[str, object]]) -> None:
    described = describe(pairs, Basis.METADATA, "column")
    for metadatum in described.metadata:
        assert metadatum.value and "\x00" not in metadatum.value and "\n" not in metadatum.value
        assert (metadatum.earliest is None) == (metadatum.zone is None)
