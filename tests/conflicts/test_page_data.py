"""What a page says of itself in several places: what differs is told, what only looks so is not."""

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from provenance.conflicts.statements import are_one_house, are_one_title, shares_a_person
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level
from provenance.model.sources import Basis, Metadatum
from provenance.model.spans import Span
from tests.conflicts.pools import KNOWLEDGE, findings, make_source, pool

TEXT = (
    "Mill fire kills two\n\nBy Ann Lee\n\n" + "A fire killed two people at the old mill on the river. " * 12
)
BYLINE = Metadatum(
    "author", "Ann Lee", Basis.STATED, Span("a.html", TEXT.index("Ann"), TEXT.index("Ann") + 7)
)


def found(*stated: Metadatum, language: str | None = "en") -> list[Conflict]:
    source = make_source("a.html", TEXT)
    return findings(pool(evolve(source, source=evolve(source.source, metadata=stated, language=language))))


def meta(name: str, value: str, field: str = "meta") -> Metadatum:
    return Metadatum(name, value, Basis.METADATA, None, field)


def test_another_author_in_the_markup_is_page_data_with_both_places() -> None:
    (conflict,) = found(BYLINE, meta("author", "Tom Ray", "JSON-LD author"))
    assert conflict.kind is ConflictKind.METADATA and conflict.conflict_class is ConflictClass.PAGE_DATA
    assert conflict.severity is Level.LOW and conflict.predicate == "author"
    first, second = (side.evidence[0] for side in conflict.sides)
    assert first.span is not None and first.quote == first.span.quote(TEXT) == "Ann Lee"
    assert (second.span, second.field, second.quote) == (None, "JSON-LD author", "Tom Ray")


@pytest.mark.parametrize(
    "author",
    [
        "ANN LEE",
        "Lee, Ann",
        "A. Lee",
        "Lee",
        "Ann Li Lee",
        "Anne Leigh-Lee",
        "Ann Lee and Tom Ray",
        "annlee7",
        "admin",
        "Staff Reporter",
        "The Evening Post",
        "Reuters",
        "Press Office",
        "Анна Ли",
    ],
)
def test_other_forms_desks_and_accounts_are_no_other_author(author: str) -> None:
    assert found(BYLINE, meta("author", author)) == []


def test_one_of_several_authors_is_enough() -> None:
    several = (meta("author", "Tom Ray"), meta("author", "Ann Lee"))
    assert found(BYLINE, *several) == []


@pytest.mark.parametrize(
    ("one", "two", "is_one"),
    [
        ("The Evening Post", "Harwick Gazette", False),
        ("The Evening Post", "Evening Post", True),
        ("The Coast", "The Other Herald", False),
        ("The Who", "Who", True),
        ("The", "the", True),
        ("MailOnline", "Mail Online", True),
        ("KBN", "Kenya Broadcasting News", True),
        ("The Evening Post", "Rift Media Group", True),
        ("The Evening Post", "Meridian Ltd", True),
        ("The Evening Post", "eveningpost.example", True),
        ("The Evening Post", "Anna Brandt", True),
        ("Evening Post", "", True),
    ],
)
def test_two_houses_differ_only_if_neither_may_be_the_other_or_own_it(
    one: str, two: str, is_one: bool
) -> None:
    assert are_one_house(one, two, KNOWLEDGE) is is_one
    stated = (meta("publisher", one, "JSON-LD publisher"), meta("publisher", two or " ", "og"))
    assert [c.certainty for c in found(*stated)] == ([] if is_one else [Level.LOW])


def test_the_owner_in_a_copyright_line_is_no_other_publisher() -> None:
    owner = Metadatum("publisher", "Ann Lee", Basis.STATED, BYLINE.span)
    assert found(meta("publisher", "Harwick Gazette"), owner) == []


@pytest.mark.parametrize(
    ("one", "two", "is_one"),
    [
        ("Mill fire kills 2 in Harwick", "Mill fire kills 5 in Harwick", False),
        ("Mill fire kills two in Harwick", "Mill fire kills five in Harwick | The Post", False),
        ("Mill fire kills 2", "Mill fire kills 2 | The Post", True),
        ("Mill fire kills 2 in Harwick", "Two die in Harwick mill fire", True),
        ("Mill fire kills 2 in Harwick", "Blaze at the mill: what we know", True),
        ("Mill fire kills 2 in Harwick", "Mill fire kills 2 in …", True),
        ("Mill fire kills 2 in Harwick", "10 things to know today", True),
        ("Mill fire", "MILL FIRE", True),
    ],
)
def test_titles_differ_only_in_their_figures(one: str, two: str, is_one: bool) -> None:
    assert are_one_title(one, two, KNOWLEDGE) is is_one


def test_a_figure_changed_in_one_title_only_is_told() -> None:
    titles = (
        meta("title", "Mill fire kills 2 in Harwick", "JSON-LD headline"),
        meta("title", "Mill fire kills 5 in Harwick", "og"),
    )
    (conflict,) = found(*titles)
    assert [side.value for side in conflict.sides] == [title.value for title in titles]


@pytest.mark.parametrize(
    ("declared", "language", "count"),
    [
        (["en-GB"], "en", 0),
        (["ar"], "en", 1),
        (["ar", "en_US"], "en", 0),
        (["no"], "nb", 0),
        (["in"], "id", 0),
        (["ar"], None, 0),
        ([], "en", 0),
    ],
)
def test_a_declared_language_is_held_against_the_text(
    declared: list[str], language: str | None, count: int
) -> None:
    stated = [meta("language", code, f"place {number}") for number, code in enumerate(declared)]
    conflicts = found(*stated, language=language)
    assert len(conflicts) == count
    for conflict in conflicts:
        assert conflict.sides[1].evidence[0].span is not None


def test_a_canonical_address_on_another_host_is_information_and_no_finding() -> None:
    assert found(meta("url", "https://a.example/x"), meta("canonical_url", "https://b.example/y")) == []


@pytest.mark.parametrize(
    ("one", "two", "count"),
    [
        ("https://www.coast.example/a", "https://herald.test/a", 1),
        ("https://www.coast.example/a", "http://m.coast.example/b", 0),
        ("https://www.coast.com/a", "https://coast.co.uk/a", 0),
        ("https://www.coast.com/a", "/a", 0),
        ("https://[broken", "https://coast.com", 0),
    ],
)
def test_two_canonical_links_to_two_hosts_exclude_each_other(one: str, two: str, count: int) -> None:
    stated = [meta("canonical_url", address, 'link[rel="canonical"]') for address in (one, two)]
    conflicts = found(*stated)
    assert [(c.severity, c.conflict_class) for c in conflicts] == [
        (Level.LOW, ConflictClass.PAGE_DATA)
    ] * count
    assert found(stated[0], evolve(stated[1], field="og:url")) == []


STORM = (
    "Boats counted after the storm\n\nThe harbour master counted 14 boats at the quay on Friday, two days "
    "after the storm that tore the pier apart and flooded the cellars of the old town.\n\nNobody was hurt, "
    "and the ferries to the islands sail again from Monday, the port said in a short notice on its gate.\n"
)


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("Mayor resigns over budget", 1),
        ("Mayor resigns over budget | The Daily Mayor", 0),
        ("What the harbour looks like now", 0),
        ("Storm: all boats found", 0),
        ("Pier torn apart and cellars flooded", 0),
        ("Daily Courier", 0),
        ("Alcalde dimite por el presupuesto según él", 0),
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_title_left_over_from_another_text_shares_no_word(title: str, count: int, language: str) -> None:
    source = make_source("a.html", STORM)
    headline = Metadatum("title", STORM[:29], Basis.STATED, Span("a.html", 0, 29))
    house = meta("publisher", "The Daily Mayor" if "Daily" in title else "Coast", "JSON-LD publisher")
    stated = (headline, meta("title", title, "og:title"), house)
    read = evolve(source, source=evolve(source.source, metadata=stated, language=language))
    assert len(findings(pool(read))) == (count if language == "en" else 0)


@settings(max_examples=40)
@given(st.text(), st.text())
@example("B\rA", "")
def test_comparing_is_symmetric_and_everything_is_itself(one: str, two: str) -> None:
    assert are_one_house(one, two, KNOWLEDGE) == are_one_house(two, one, KNOWLEDGE)
    assert are_one_title(one, two, KNOWLEDGE) == are_one_title(two, one, KNOWLEDGE)
    assert shares_a_person([one], [two]) == shares_a_person([two], [one])
    assert are_one_house(one, one, KNOWLEDGE) and are_one_title(one, one, KNOWLEDGE)
    assert found(meta("author", one, "a"), meta("author", one, "b"), meta("title", two, "a")) == []
