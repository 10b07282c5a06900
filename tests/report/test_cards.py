"""Cards: sides with their places, support, and why it is no more."""

from attrs import evolve

from provenance.model.conflicts import ConflictClass, Evidence, Side
from provenance.model.report import ReportData
from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.spans import Span
from provenance.report.cards import LINKS_A_SIDE, PLACES_A_SIDE, Card, make_cards
from provenance.report.copies import make_copies
from provenance.report.places import make_directory


def cards_of(data: ReportData) -> tuple[Card, ...]:
    """All findings as cards."""
    directory = make_directory(data)
    return make_cards(data, directory, data.conflicts, make_copies(data.alignments, directory))


def test_side_tells_why_two_texts_are_one_source(data: ReportData) -> None:
    side = cards_of(data)[0].sides[0]
    assert side.support == "2 texts, 1 independent source"
    assert side.reasons == ("S1 and S2 have one publisher.", "It stands in text that S1 and S2 share.")


def test_unknown_publisher_widens_the_range(data: ReportData) -> None:
    side = cards_of(data)[2].sides[1]
    assert (side.support, side.reasons) == (
        "1 text, at most 1 independent source",
        ("The publisher of S4 is not stated.",),
    )


def test_altered_copy_is_no_witness(data: ReportData) -> None:
    side = cards_of(data)[0].sides[1]
    assert side.reasons == ("An altered copy is no witness for what it changed.",)


def test_unknown_direction_leaves_open_which_was_altered(data: ReportData) -> None:
    first = data.conflicts[0]
    sides = tuple(evolve(side, independent_min=0, independent_max=1) for side in first.sides)
    side = cards_of(evolve(data, conflicts=(evolve(first, sides=sides),)))[0].sides[1]
    assert side.reasons == ("Which of the texts was altered is not known.",)


def test_a_figure_that_differs_between_copies_is_said_to_in_other_findings_too(data: ReportData) -> None:
    first = data.conflicts[0]
    sides = tuple(evolve(side, independent_min=0, independent_max=1) for side in first.sides)
    between = evolve(first, sides=sides, conflict_class=ConflictClass.SOURCES_DIFFER)
    side = cards_of(evolve(data, conflicts=(between,)))[0].sides[1]
    assert side.reasons == (
        "Another copy of this passage reads otherwise. Which of the texts was altered is not known.",
    )


def test_one_source_needs_no_reason(data: ReportData) -> None:
    assert cards_of(data)[3].sides[1].reasons == ()


def test_change_in_a_shared_passage_links_to_it(data: ReportData) -> None:
    cards = cards_of(data)
    assert [card.passage for card in cards[:3]] == [data.alignments[0].key] * 2 + [""]
    assert cards_of(evolve(data, alignments=data.alignments[1:]))[1].passage == ""


def test_reach_names_the_texts(data: ReportData) -> None:
    reaches = [card.reach for card in cards_of(data)]
    assert reaches[0] == "between S1, S2 and S3"
    assert reaches[4] == "inside S1"


def test_reach_of_many_texts_is_a_count(data: ReportData) -> None:
    sources = tuple(evolve(data.sources[0], id=f"s-{n}", path=f"{n}") for n in range(20))
    side = Side("x", tuple(Evidence(s.id, Span(s.id, 0, 4), s.text[:4]) for s in sources))
    card = cards_of(
        evolve(data, sources=sources, conflicts=(evolve(data.conflicts[2], sides=(side,)),), alignments=())
    )[0]
    assert card.reach == "between 20 documents"
    shown = card.sides[0]
    assert (len(shown.places), len(shown.links), shown.more) == (PLACES_A_SIDE, LINKS_A_SIDE, 5)


def test_kind_is_not_said_twice(data: ReportData) -> None:
    assert [card.kind for card in cards_of(data)][4:6] == ["weekday and date", ""]


def test_review_state_is_said_in_words(data: ReportData) -> None:
    card = cards_of(evolve(data, reviews=((data.conflicts[0].key, "stale"),)))[0]
    assert (card.review, card.is_settled) == ("decided, but the evidence has changed since", False)


def test_passage_elsewhere_in_the_texts_is_no_reason(data: ReportData) -> None:
    footer = data.alignments[1]
    inside = evolve(footer, a=footer.b, b=evolve(footer.b, start=footer.b.start + 1))
    reasons = cards_of(evolve(data, alignments=(footer, inside)))[0].sides[0].reasons
    assert reasons == ("S1 and S2 have one publisher.",)


def test_texts_joined_by_passages_are_named_once(data: ReportData) -> None:
    sources = tuple(evolve(data.sources[0], id=f"s-{n}", path=f"{n}", metadata=()) for n in range(4))
    places = tuple(Evidence(s.id, Span(s.id, 0, 4), s.text[:4]) for s in sources)
    conflict = evolve(data.conflicts[2], sides=(Side("x", places, 1, 2),))
    links = tuple(
        Alignment(Span(a, 0, 9), Span(b, 0, 9), ReuseKind.VERBATIM, 1.0)
        for a, b in (("s-0", "s-2"), ("s-1", "s-3"), ("s-2", "s-3"))
    )
    pile = evolve(data, sources=sources, conflicts=(conflict,), alignments=links[:2])
    assert cards_of(pile)[0].sides[0].reasons[1:] == (
        "It stands in text that S1 and S3 share.",
        "It stands in text that S2 and S4 share.",
    )
    assert cards_of(evolve(pile, alignments=links))[0].sides[0].reasons[1:] == (
        "It stands in text that S1, S2, S3 and S4 share.",
    )
