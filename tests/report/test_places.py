"""Places: sources with labels, quotes in their context, links that the page can follow."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.report import ReportData
from provenance.model.spans import Span
from provenance.report.places import CONTEXT_CHARS, after, before, make_directory, shorten

TEXT = "The quay was empty. " * 40


def test_sources_are_numbered_by_path(data: ReportData) -> None:
    cards = make_directory(data).cards
    assert [(card.label, card.source.path) for card in cards][:2] == [
        ("S1", "gazette/alarms.html"),
        ("S2", "gazette/fire.html"),
    ]


def test_card_says_what_is_not_known(data: ReportData) -> None:
    card = make_directory(data).by_id["s-d"]
    assert (card.publisher, card.date) == ("publisher not stated", "date not known")


def test_date_comes_with_its_basis(data: ReportData) -> None:
    assert make_directory(data).by_id["s-c"].date == "2031-05-06 (inferred)"


def test_context_is_cut_at_words() -> None:
    assert before(TEXT, 400).startswith("… ")
    assert after(TEXT, 400).endswith(" …")
    assert before(TEXT, 24) == TEXT[:24]
    assert after("short", 3) == "rt"


def test_context_without_spaces_is_cut_anyway() -> None:
    assert before("x" * 500, 400) == "…" + "x" * CONTEXT_CHARS
    assert after("x" * 500, 100) == "x" * CONTEXT_CHARS + "…"


def test_blank_lines_are_left_out_of_context() -> None:
    assert before("One.\n\n \nTwo. ", 14) == "One.\nTwo. "


@given(text=st.text(max_size=400), start=st.integers(0, 400))
def test_context_never_grows(text: str, start: int) -> None:
    assert len(before(text, start)) <= CONTEXT_CHARS + 2
    assert len(after(text, start)) <= CONTEXT_CHARS + 2


@given(text=st.text(max_size=50), most=st.integers(3, 50))
def test_shortened_text_tells_what_it_lacks(text: str, most: int) -> None:
    head, omitted, tail = shorten(text, most)
    assert len(head) + omitted + len(tail) == len(text)
    assert text.startswith(head)
    assert text.endswith(tail)


def test_link_goes_to_the_text_if_the_page_holds_it(data: ReportData) -> None:
    directory = evolve(make_directory(data), shown={"s-a": ((0, 100),)})
    assert directory.link(Span("s-a", 10, 200)) == "t2-10"
    assert directory.link(Span("s-a", 100, 200)) == "s2"
    assert directory.link(Span("s-b", 10, 20)) == "s3"


def test_long_quote_loses_its_middle(data: ReportData) -> None:
    long = evolve(data.sources[0], text=TEXT * 3)
    directory = make_directory(evolve(data, sources=(long,)))
    place = directory.place(Span("s-a", 0, len(TEXT) * 3))
    assert place.omitted == len(TEXT) * 3 - len(place.quote) - len(place.tail) > 0


def test_endless_titles_are_cut(data: ReportData) -> None:
    metadata = tuple(evolve(m, value="x" * 5_000) for m in data.sources[0].metadata)
    card = make_directory(evolve(data, sources=(evolve(data.sources[0], metadata=metadata),))).cards[0]
    assert {len(card.title), len(card.publisher)} == {300}
    assert len(card.date) == 309
    assert {len(statement.value) for _, statement in card.facts} == {2_000}


def test_stored_property_links_to_its_source(data: ReportData) -> None:
    place = make_directory(data).stored("s-a", None, "a value")
    assert (place.field, place.link, place.start) == ("stored property", "s2", None)


def test_unknown_metadata_come_last(data: ReportData) -> None:
    metadata = (evolve(data.sources[0].metadata[0], name="genre"), *data.sources[0].metadata)
    directory = make_directory(evolve(data, sources=(evolve(data.sources[0], metadata=metadata),)))
    assert [name for name, _ in directory.cards[0].facts] == ["title", "publisher", "published", "genre"]
