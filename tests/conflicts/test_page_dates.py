"""What a page says of its own dates."""

from attrs import evolve

from provenance.model.annotations import AnnotatedSource
from provenance.model.conflicts import ConflictClass, ConflictKind, Level
from provenance.model.sources import Basis, Metadatum
from tests.conflicts.pools import findings, make_source, pool


def with_dates(source: AnnotatedSource, *dates: tuple[str, str, Basis]) -> AnnotatedSource:
    metadata = tuple(Metadatum(n, v, b, None, "meta", v, v) for n, v, b in dates)
    return evolve(source, source=evolve(source.source, metadata=metadata))


def test_two_date_lines_that_differ_are_page_data() -> None:
    text = "Mill fire kills two\n\nPosted: 4 May 2019\n\nBy A. B.\n\nThursday, 2 May 2019\n\nA fire.\n"
    (found,) = findings(pool(make_source("a.txt", text)), ConflictKind.METADATA)
    assert found.conflict_class is ConflictClass.PAGE_DATA
    assert found.severity is Level.LOW
    assert [e.quote for s in found.sides for e in s.evidence] == ["Thursday, 2 May 2019", "4 May 2019"]


def test_dates_told_in_the_text_are_none_of_the_page() -> None:
    text = "Mill fire\n\n4 May 2019\n\nIt began on 2 May 2019.\n\nOn 3 May 2019 it was out.\n"
    assert findings(pool(make_source("a.txt", text))) == []


def test_a_day_apart_in_a_stored_field_may_be_a_time_zone() -> None:
    source = with_dates(
        make_source("a.txt", "Mill fire\n\n4 May 2019\n\nA fire."),
        ("published", "2019-05-05", Basis.METADATA),
    )
    assert findings(pool(source)) == []


def test_a_page_changed_before_it_was_posted() -> None:
    source = with_dates(
        make_source("a.txt", "A text."),
        ("published", "2019-05-05", Basis.METADATA),
        ("modified", "2018-01-01", Basis.METADATA),
    )
    (found,) = findings(pool(source))
    assert found.kind is ConflictKind.DATE_ORDER
    assert all(e.field and e.span is None for s in found.sides for e in s.evidence)


def test_a_page_changed_later_and_a_file_time_say_nothing() -> None:
    source = with_dates(
        make_source("a.txt", "A text."),
        ("published", "2019-05-05", Basis.METADATA),
        ("modified", "2019-05-09", Basis.METADATA),
        ("published", "2024-01-01", Basis.FILE),
    )
    assert findings(pool(source)) == []


def test_exact_stamps_are_compared_to_the_second_and_across_zones() -> None:
    def find(published: str, modified: str) -> list[ConflictKind]:
        fields = (
            ("published", "2019-05-05T09:00:00+02:00", published),
            ("modified", "2019-05-05T0", modified),
        )
        metadata = tuple(Metadatum(n, v, Basis.METADATA, None, "meta", t, t) for n, v, t in fields)
        source = make_source("a.txt", "A text.")
        return [
            c.kind for c in findings(pool(evolve(source, source=evolve(source.source, metadata=metadata))))
        ]

    assert find("2019-05-05T07:00:00Z", "2019-05-05T05:30:00Z") == [ConflictKind.DATE_ORDER]
    assert find("2019-05-05T07:00:00Z", "2019-05-05T07:00:00Z") == []
    assert find("2019-05-05T07:00:00Z", "2019-05-05T08:30:00Z") == []
