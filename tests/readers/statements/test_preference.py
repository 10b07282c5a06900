"""Which of several statements about one thing is preferred."""

from provenance.model.sources import Basis, Metadatum
from provenance.model.spans import Span
from provenance.readers.statements.preference import prefer

HEAD_END = 100


def told(
    basis: Basis, name: str = "published", start: int | None = None, field: str | None = None
) -> Metadatum:
    span = None if start is None else Span("s", start, start + 5)
    return Metadatum(name, f"{basis.value} {start}", basis, span, field)


def test_a_person_then_the_head_then_the_markup_then_the_article_then_the_file_then_conclusions() -> None:
    ordered = [
        told(Basis.SET),
        told(Basis.STATED, start=10),
        told(Basis.METADATA, field="meta"),
        told(Basis.STATED, start=200),
        told(Basis.FILE, field="file name"),
        told(Basis.INFERRED),
        told(Basis.UNKNOWN),
    ]
    assert prefer(reversed(ordered), HEAD_END) == ordered


def test_an_author_below_the_article_still_goes_before_the_markup() -> None:
    markup, printed = told(Basis.METADATA, "author", field="meta"), told(Basis.STATED, "author", 200)
    assert prefer([markup, printed], HEAD_END) == [printed, markup]


def test_the_outlet_in_the_markup_goes_before_the_owner_in_a_copyright_line() -> None:
    markup, owner = told(Basis.METADATA, "publisher", field="og"), told(Basis.STATED, "publisher", 200)
    assert prefer([owner, markup], HEAD_END) == [markup, owner]


def test_equal_values_of_two_fields_are_both_kept_and_of_one_field_once() -> None:
    values = [Metadatum("title", "Nine ships", Basis.METADATA, None, field) for field in ("a", "b", "a")]
    assert prefer(values, HEAD_END) == values[:2]
