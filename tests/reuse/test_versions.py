"""States of one page: found, put in order, and kept apart from copies."""

from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.fingerprints import NearDuplicate
from provenance.model.reuse import Alignment, Direction, PageVersion, ReuseKind
from provenance.model.sources import Basis, Metadatum, Source, State, ZoneBasis
from provenance.model.spans import Span
from provenance.reuse import find_versions, mark_versions
from provenance.text.components import find_components

GOAL = (
    "The keeper saved two penalties before the striker from the second division put the ball over the line "
    "in the last minute of extra time, and the small club from the valley was through to the final."
)
BUDGET = (
    "The finance minister told the house that the levy on fuel would rise by a tenth in the spring, while "
    "pensions and the wages of nurses stay where they are until the autumn review is done."
)
JAPANESE = "昨夜の地震で橋が二つ落ち、町の人々は学校に避難した。電気はまだ戻っていないと市長が述べた。"
URL = "https://example.org/sport/final"


def state(
    name: str,
    text: str = GOAL,
    url: str | None = URL,
    at: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    canonical: str | None = None,
) -> Source:
    """A source with its address as an archive tells it, and the time of its capture."""
    values = [("url", url, "WARC-Target-URI"), ("publisher", publisher, "meta"), ("title", title, "<title>")]
    values.append(("canonical_url", canonical, 'link[rel="canonical"]'))
    found = [Metadatum(key, value, Basis.METADATA, None, field) for key, value, field in values if value]
    if at:
        found.append(
            Metadatum("captured_at", at, Basis.METADATA, None, "WARC-Date", at, at, ZoneBasis.STATED)
        )
    return Source(name, f"{name}.html", State.READ, text=text, metadata=tuple(found))


def pairs(*sources: Source) -> list[tuple[str, str, bool]]:
    return [(each.earlier, each.later, each.is_ordered) for each in find_versions(sources, [], [])]


def test_states_at_one_address_stand_in_the_order_of_their_captures() -> None:
    found = find_versions(
        [state("a", at="2020-03-01T00:00:00+00:00"), state("b"), state("c", at="2020-01-01T00:00:00+00:00")],
        [],
        [],
    )
    assert {each.page for each in found} == {found[0].earlier}
    assert sorted({found[0].earlier, *(each.later for each in found)}) == ["a", "b", "c"]
    assert pairs(state("a", at="2020-03-01T00:00:00+00:00"), state("c", at="2020-01-01T00:00:00+00:00")) == [
        ("c", "a", True)
    ]


def test_an_address_alone_proves_nothing() -> None:
    assert pairs(state("a", GOAL), state("b", BUDGET)) == []


def test_stories_that_took_turns_at_one_address_are_pages_of_their_own() -> None:
    times = [f"2020-0{month}-01T00:00:00+00:00" for month in range(1, 5)]
    texts = (GOAL, BUDGET, f"{GOAL} It rained.", f"{BUDGET} Nobody asked why.")
    states = [state(name, text, at=at) for name, text, at in zip("abcd", texts, times, strict=True)]
    assert pairs(*states) == [("a", "c", True), ("b", "d", True)]


def test_text_alone_proves_nothing() -> None:
    assert pairs(state("a", url=None), state("b", url=None)) == []
    assert pairs(state("a", url="https://one.example/x"), state("b", url="https://two.example/x")) == []


def test_one_publisher_and_title_are_one_page_and_one_title_is_not() -> None:
    one: dict[str, Any] = {"url": None, "publisher": "Valley News", "title": "Small club in the final"}
    assert pairs(state("a", **one), state("b", f"{GOAL} It rained.", **one)) == [("a", "b", False)]
    other = state("b", url=None, publisher="Harbour News", title="Small club in the final")
    assert pairs(state("a", **one), other) == []


def test_issues_of_a_column_are_no_states_of_a_story() -> None:
    def issue(name: str, day: str) -> Source:
        made = state(name, url=None, publisher="Valley News", title="Markets at noon")
        dated = Metadatum(
            "published", day, Basis.METADATA, None, "meta", f"{day}T00:00:00", f"{day}T23:59:59"
        )
        return evolve(made, metadata=(*made.metadata, dated))

    assert pairs(issue("a", "2020-03-02"), issue("b", "2020-03-09")) == []
    assert len(pairs(issue("a", "2020-03-02"), issue("b", "2020-03-03"))) == 1
    assert len(pairs(issue("a", "2020-03-02"), issue("b", "no date"))) == 1


def bulletin(name: str, figures: tuple[str, ...], url: str | None = None, day: str = "") -> Source:
    """One of a column's texts, each of the same form."""
    text = (
        "The reservoir above the town held {} million litres at daybreak, after {} millimetres of rain, and "
        "the level at the gauge stood at {} metres. The board asks gardeners to use cans, and expects no "
        "change in the coming days because the wind stays in the west."
    ).format(*figures)
    made = state(name, text, None, publisher="Valley News", title="Water this morning", canonical=url)
    if not day:
        return made
    dated = Metadatum("published", day, Basis.METADATA, None, "meta", f"{day}T00:00:00", f"{day}T23:59:59")
    return evolve(made, metadata=(*made.metadata, dated))


def test_a_column_filled_with_other_figures_is_no_page_that_was_changed() -> None:
    one, two = ("31.2", "14", "6.08"), ("30.7", "2", "5.91")
    assert pairs(bulletin("a", one), bulletin("b", two)) == []
    assert pairs(bulletin("a", one, day="2021-05-03"), bulletin("b", two, day="2021-05-04")) == []
    mended = ("31.2", "41", "6.08")
    assert len(pairs(bulletin("a", one), bulletin("b", mended))) == 1


def test_one_title_at_two_addresses_is_no_page() -> None:
    same = ("31.2", "14", "6.08")
    address = "https://valley.example/water/{}"
    assert pairs(bulletin("a", same, address.format(1)), bulletin("b", same, address.format(2))) == []
    assert len(pairs(bulletin("a", same, address.format(1)), bulletin("b", same, address.format(1)))) == 1
    assert len(pairs(bulletin("a", same, address.format(1)), bulletin("b", same))) == 1


def test_one_title_over_texts_that_are_only_half_alike_is_no_page() -> None:
    one: dict[str, Any] = {"url": None, "publisher": "Valley News", "title": "The council in short"}
    half = f"{GOAL} {BUDGET}"
    other = f"{GOAL} Nobody was hurt when the old mill by the weir burned down to its walls at dawn."
    assert pairs(state("a", half, **one), state("b", other, **one)) == []
    assert len(pairs(state("a", half), state("b", other))) == 1


def test_what_orders_one_copy_of_a_state_orders_all() -> None:
    early, late = "2020-01-01T00:00:00+00:00", "2020-02-01T00:00:00+00:00"
    changed = f"{GOAL} It rained."
    phone = state("p", changed, canonical="https://m.example.org/sport/final")
    sources = [state("a", at=early), state("b", changed, at=late), phone, state("q")]
    found = find_versions(sources, [], [])
    assert [(each.earlier, each.later, each.is_ordered, each.is_same_text) for each in found] == [
        ("a", "q", False, True),
        ("q", "b", True, False),
        ("b", "p", False, True),
    ]
    shared = [Alignment(Span(x, 0, 9), Span(y, 0, 9), ReuseKind.EDITED, 1.0) for x, y in ("ap", "bq", "bp")]
    directions = [each.direction for each in mark_versions(shared, found)]
    assert directions == [Direction.A_TO_B, Direction.B_TO_A, Direction.UNKNOWN]


def test_a_notice_orders_a_state_after_all_that_lack_it() -> None:
    note = "Correction: An earlier version of this article said three penalties."
    three = GOAL.replace("two penalties", "three penalties")
    sources = [state("a", f"{GOAL} It rained."), state("b"), state("c", three)]
    found = find_versions(sources, [], [], {"b": f"{GOAL}\n\n{note}"})
    assert [(each.earlier, each.later, each.is_ordered) for each in found] == [
        ("a", "b", True),
        ("c", "b", True),
    ]
    assert all(each.notice is not None for each in found)
    shared = Alignment(Span("a", 0, 9), Span("c", 0, 9), ReuseKind.EDITED, 1.0)
    assert mark_versions([shared], found)[0].direction is Direction.UNKNOWN


def test_what_is_known_of_some_pairs_only_orders_the_page_as_far_as_it_goes() -> None:
    def dated(name: str, text: str, published: str, at: str | None = None) -> Source:
        made = state(name, text, at=at)
        if not published:
            return made
        day = Metadatum(
            "published",
            published,
            Basis.METADATA,
            None,
            "meta",
            f"{published}T00:00:00",
            f"{published}T23:59:59",
        )
        return evolve(made, metadata=(*made.metadata, day))

    sources = [
        dated("a", f"{GOAL} It snowed.", "2021-06-09"),
        dated("b", f"{GOAL} It rained.", "2021-06-02", "2021-06-20T00:00:00+00:00"),
        dated("c", GOAL, "", "2021-06-11T00:00:00+00:00"),
    ]
    assert pairs(*sources) == [("c", "b", True), ("b", "a", True)]
    assert {each.page for each in find_versions(sources, [], [])} == {"c"}
    shared = Alignment(Span("a", 0, 9), Span("c", 0, 9), ReuseKind.EDITED, 1.0)
    (marked,) = mark_versions([shared], find_versions(sources, [], []))
    assert marked.direction is Direction.B_TO_A


def test_a_page_that_returned_to_what_it_said_has_three_states() -> None:
    times = [f"2020-0{month}-01T00:00:00+00:00" for month in range(1, 4)]
    texts = (GOAL, f"{GOAL} It rained.", GOAL)
    states = [state(name, text, at=at) for name, text, at in zip("abc", texts, times, strict=True)]
    assert pairs(*states) == [("a", "b", True), ("b", "c", True)]


def test_a_canonical_address_joins_no_two_publishers_and_no_two_hosts() -> None:
    own = state("a", publisher="Valley News")
    other = state("b", url="https://harbour.example/final", publisher="Harbour News", canonical=URL)
    unnamed = state("b", url="https://harbour.example/final", canonical=URL)
    saved = state("b", url=None, publisher="Valley News", canonical=URL)
    part = state("b", url="https://sport.example.org/final", publisher="Valley News", canonical=URL)
    assert [len(pairs(own, each)) for each in (other, unnamed, saved, part)] == [0, 0, 1, 1]


def test_a_report_that_grew_is_a_state_of_its_page() -> None:
    assert pairs(state("a", GOAL), state("b", f"{GOAL} {BUDGET} {BUDGET.upper()[::-1]}")) == [
        ("a", "b", False)
    ]


def test_short_texts_and_texts_without_spaces_are_compared() -> None:
    assert pairs(state("a", "Gone."), state("b", "gone")) == [("a", "b", False)]
    assert pairs(state("a", "Gone."), state("b", "Back.")) == []
    assert pairs(state("a", JAPANESE), state("b", JAPANESE.replace("二", "三"))) == [("a", "b", False)]
    assert pairs(state("a", ""), state("b", "")) == []


def test_passages_and_near_duplicates_found_before_count() -> None:
    long = Alignment(Span("a", 0, 150), Span("b", 0, 150), ReuseKind.EDITED, 0.6)
    sources = [state("a", GOAL), state("b", BUDGET)]
    assert len(find_versions(sources, [long], [])) == 1
    assert len(find_versions(sources, [], [NearDuplicate("d-1", "a", "b", 0.4, 0.6, "a")])) == 1


def test_a_notice_is_quoted_where_it_stands_in_the_whole_page() -> None:
    note = "Correction: An earlier version of this article said three penalties."
    a, b = state("a", at="2020-01-01T00:00:00+00:00"), state("b", at="2020-02-01T00:00:00+00:00")
    (found,) = find_versions([a, b], [], [], {"b": f"{GOAL}\n\n{note}"})
    assert found.notice == Span("b", len(GOAL) + 2, len(GOAL) + 2 + len(note))


def test_what_states_share_travelled_from_the_earlier_one() -> None:
    made = Alignment(Span("a", 0, 9), Span("b", 0, 9), ReuseKind.BOILERPLATE, 1.0)
    inside = Alignment(Span("a", 0, 9), Span("a", 20, 29), ReuseKind.VERBATIM, 1.0)
    other = Alignment(Span("b", 0, 9), Span("z", 0, 9), ReuseKind.VERBATIM, 1.0)
    versions = [PageVersion("b", "a", "b", True, "")]
    marked = mark_versions([made, inside, other], versions)
    assert (marked[0].kind, marked[0].direction) == (ReuseKind.VERSION, Direction.B_TO_A)
    assert marked[1:] == [inside, other]
    (unknown,) = mark_versions([made], [PageVersion("a", "b", "a", False, "")])
    assert (unknown.kind, unknown.direction) == (ReuseKind.VERSION, Direction.UNKNOWN)


def test_direction_is_known_only_within_a_run_of_ordered_states() -> None:
    versions = [
        PageVersion("a", "b", "a", True, ""),
        PageVersion("b", "c", "a", False, ""),
        PageVersion("c", "d", "a", True, ""),
    ]
    shared = [
        Alignment(Span(x, 0, 9), Span(y, 0, 9), ReuseKind.EDITED, 1.0) for x, y in ("ab", "ac", "bd", "cd")
    ]
    directions = [each.direction for each in mark_versions(shared, versions)]
    unknown, known = Direction.UNKNOWN, Direction.A_TO_B
    assert directions == [known, unknown, unknown, known]


def test_what_a_later_state_has_from_its_earlier_one_it_has_from_no_other_text() -> None:
    versions = [PageVersion("a", "b", "a", True, "")]
    page = Alignment(Span("a", 0, 90), Span("b", 10, 100), ReuseKind.EDITED, 1.0)
    told = Alignment(
        Span("b", 20, 80), Span("n", 0, 60), ReuseKind.EDITED, 1.0, (), Direction.B_TO_A, "n is earlier", 0.9
    )
    open_one = Alignment(Span("a", 10, 70), Span("n", 0, 60), ReuseKind.EDITED, 1.0)
    found = mark_versions([page, open_one, told], versions)[2]
    assert (found.direction, found.direction_confidence) == (Direction.UNKNOWN, 0.0)
    assert found.direction_reason.endswith("not enough by itself: n is earlier")
    copied = evolve(open_one, direction=Direction.B_TO_A)
    assert mark_versions([page, copied, told], versions)[2] == told
    elsewhere = evolve(told, a=Span("b", 95, 155))
    assert mark_versions([page, open_one, elsewhere], versions)[2] == elsewhere


def test_many_captures_are_a_chain() -> None:
    days = [f"2020-01-{day:02}T00:00:00+00:00" for day in range(1, 29)]
    found = find_versions([state(f"s{99 - n}", at=day) for n, day in enumerate(days)], [], [])
    assert [(each.earlier, each.later) for each in found] == [(f"s{99 - n}", f"s{98 - n}") for n in range(27)]
    assert all(each.is_ordered for each in found)


TEXTS = st.sampled_from([GOAL, BUDGET, f"{GOAL} It rained.", "Gone.", ""])
TIMES = st.sampled_from([None, "2020-01-01T00:00:00+00:00", "2020-02-01T00:00:00+00:00"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, TIMES), max_size=6), st.randoms(use_true_random=False))
def test_pages_are_one_piece_without_circles_whatever_the_order_of_the_sources(
    made: list[tuple[str, str | None]], chance: Random
) -> None:
    sources = [state(f"s{number}", text, at=at) for number, (text, at) in enumerate(made)]
    found = find_versions(sources, [], [])
    mixed = list(sources)
    chance.shuffle(mixed)
    assert find_versions(mixed, [], []) == found
    assert len({(each.earlier, each.later) for each in found}) == len(found)
    names = {name for each in found for name in (each.earlier, each.later)}
    pages = find_components(sorted(names), [(each.earlier, each.later) for each in found])
    assert len(set(pages.values())) == len({each.page for each in found})
    after = {(each.earlier, each.later) for each in found}
    for _ in names:
        after |= {(a, d) for a, b in after for c, d in after if b == c}
    assert all(a != b for a, b in after)
    texts = {source.id: source.text for source in sources}
    assert all(
        (texts[each.earlier] in BUDGET) == (texts[each.later] in BUDGET)
        for each in found
        if texts[each.later]
    )


@pytest.mark.parametrize("name", ["url", "canonical_url"])
def test_hostile_addresses_are_read(name: str) -> None:
    for value in (
        "http://" + "a" * 100_000,
        "http://[::1",
        "https://" * 500,
        "\0",
        "http://x.y/" + "%" * 999,
    ):
        source = Source("a", "a", State.READ, text=GOAL, metadata=(Metadatum(name, value, Basis.METADATA),))
        other = Source("b", "b", State.READ, text=GOAL, metadata=(Metadatum(name, value, Basis.METADATA),))
        assert len(find_versions([source, other], [], [])) <= 1
