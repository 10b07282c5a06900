"""Families of texts: who derives from whom, which text is lost, and how surely that is known."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.keys import KEY_HEX
from provenance.model.reuse import (
    LOST,
    MISSPELLING,
    MOVED,
    Alignment,
    Change,
    ChangeKind,
    Direction,
    Lineage,
    PageVersion,
    ReuseKind,
)
from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.reuse import find_alignments, judge_families
from provenance.reuse.descent.cuts import find_cuts
from provenance.reuse.descent.families import find_families, flip
from provenance.reuse.descent.lineage import draw_lineage, lost_key
from provenance.reuse.descent.readings import Readings
from provenance.reuse.descent.stemma import Bond, judge_stemma
from provenance.reuse.descent.steps import is_slip, read_changes, weigh_change
from tests.growth import steps
from tests.reuse.cases import BAKER, FERRY, KNOWLEDGE, MILL, SETTINGS, source

TOWN = (
    "The council of Ashmere voted on Monday to close the old swimming bath, which has lost money for years. "
    "Mayor Irene Carrow called the decision bitter but necessary, and promised a new bath beside the mill. "
    "About ninety swimmers protested in front of the hall with towels around their shoulders. "
    "The building needs a new roof and pipes that nobody makes any longer, an engineer told the members. "
    "A petition with four thousand names will be handed to the governor before the summer begins. "
    "Children of the town learn to swim in the river until another place is found for their lessons. "
)
FRAMES = (MILL, BAKER, FERRY, MILL[::-1], BAKER[::-1], FERRY[::-1])


def edit(text: str, *changes: str) -> str:
    """`text` with each "old/new" replaced."""
    for change in changes:
        old, new = change.split("/")
        assert old in text
        text = text.replace(old, new)
    return text


def family(
    dates: dict[str, str | None], publishers: dict[str, str] | None = None, **texts: str
) -> list[Source]:
    """Sources, each with a frame of its own around its text."""
    houses = publishers or {}
    return [
        source(name, f"{FRAMES[place]}\n\n{text}", dates.get(name), houses.get(name))
        for place, (name, text) in enumerate(sorted(texts.items()))
    ]


def judge(
    sources: list[Source], versions: tuple[PageVersion, ...] = ()
) -> tuple[dict[tuple[str, str], Alignment], dict[str, set[str]]]:
    """(pair → its longest alignment, parent → children)."""
    found = find_alignments({each.id: each.text for each in sources}, SETTINGS, KNOWLEDGE)
    judged = judge_families(found, sources, KNOWLEDGE, versions)
    again = judge_families(found[::-1], sources[::-1], KNOWLEDGE, versions)
    assert again.lineage == judged.lineage
    longest = {(e.a.source_id, e.b.source_id): e for e in sorted(judged.alignments, key=lambda e: len(e.a))}
    links: dict[str, set[str]] = {}
    for link in judged.lineage:
        assert 0.0 < link.confidence <= 1.0 and link.reason and link.family == min(s.id for s in sources)
        links.setdefault(link.parent, set()).add(link.child)
    return longest, links


FIRST = edit(TOWN, "bitter/painful", "ninety/eighty", "pipes/boilers")
SECOND = edit(FIRST, "handed/brought", "learn/practise", "swimmers/bathers")
SIBLING = edit(TOWN, "voted/decided", "members/councillors", "lessons/courses", "governor/minister")


def test_a_chain_of_copies_has_no_link_from_its_first_to_its_last() -> None:
    dates = {"a": "2020-01-02", "b": "2020-02-02", "c": "2020-03-02"}
    pairs, links = judge(family(dates, a=TOWN, b=FIRST, c=SECOND))
    assert links == {"a": {"b"}, "b": {"c"}}
    assert [pairs[key].direction.value for key in (("a", "b"), ("a", "c"), ("b", "c"))] == ["a->b"] * 3


def test_two_copies_of_one_text_have_a_common_source_whatever_their_dates() -> None:
    dates = {"a": "2020-01-02", "b": "2020-02-02", "c": "2020-03-02"}
    pairs, links = judge(family(dates, a=TOWN, b=FIRST, c=SIBLING))
    assert links == {"a": {"b", "c"}}
    assert pairs["b", "c"].direction is Direction.COMMON_SOURCE
    assert "both derive from a.txt" in pairs["b", "c"].direction_reason
    assert 0.9 < pairs["b", "c"].direction_confidence <= 1.0


def test_without_any_evidence_for_an_order_nothing_is_told() -> None:
    pairs, links = judge(family({}, a=TOWN, b=FIRST))
    assert links == {} and pairs["a", "b"].direction is Direction.UNKNOWN


def test_a_credit_alone_orders_a_chain_from_there_on() -> None:
    named = family({}, {"a": "The Ashmere Post"}, a=TOWN, b=f"{FIRST}\n\nSource: The Ashmere Post", c=SECOND)
    pairs, links = judge(named)
    assert links["a"] >= {"b"} and pairs["a", "b"].direction is Direction.A_TO_B
    assert pairs["a", "b"].evidence[0].reason.startswith("text b credits the publisher of text a")


def test_texts_that_share_changes_against_none_of_them_go_back_to_a_lost_one() -> None:
    first = edit(FIRST, "protested/shouted", "summer/autumn", "roof/ceiling", "front/sight")
    second = edit(SIBLING, "money/cash", "towels/blankets", "river/stream", "promised/offered")
    third = edit(TOWN, "close/shut", "bath,/pool,", "shoulders/necks", "engineer/expert", "thousand/hundred")
    third = edit(third, "petition/letter", "learn/practise")
    pairs, links = judge(family({}, a=first, b=second, c=third))
    assert {each.direction for each in pairs.values()} <= {Direction.COMMON_SOURCE, Direction.UNKNOWN}
    assert links == {lost_key("abc"): {"a", "b", "c"}}


def test_two_texts_that_name_one_agency_derive_from_its_lost_report() -> None:
    sources = family(
        {}, {"a": "North", "b": "South"}, a=f"{TOWN}(Seawire)", b=f"{FIRST}\n\nWith files from Seawire"
    )
    pairs, links = judge(sources)
    assert pairs["a", "b"].direction is Direction.COMMON_SOURCE and pairs["a", "b"].upstream == "Seawire"
    (lost,) = links
    assert lost.startswith(LOST) and len(lost) == len(LOST) + KEY_HEX and links[lost] == {"a", "b"}


def test_an_agency_named_by_one_text_leaves_open_what_dates_would_tell() -> None:
    dates = {"a": "2020-01-02", "b": "2020-02-02"}
    pairs, links = judge(family(dates, {"a": "North", "b": "South"}, a=f"{TOWN}(Seawire)", b=FIRST))
    assert pairs["a", "b"].direction is Direction.UNKNOWN and links == {}
    assert "a third source" in pairs["a", "b"].direction_reason


def test_a_text_made_of_two_others_derives_from_both() -> None:
    other = " ".join(reversed(TOWN.split()))
    dates = {"a": "2020-01-02", "b": "2020-01-05", "c": "2020-03-02"}
    merged = f"{FIRST}\n\n{edit(other, 'pipes/boilers', 'roof/ceiling')}"
    sources = family(dates, a=TOWN, b=other, c=merged)
    found = find_alignments({each.id: each.text for each in sources}, SETTINGS, KNOWLEDGE)
    lineage = judge_families(found, sources, KNOWLEDGE).lineage
    assert [(link.parent, link.child) for link in lineage] == [("a", "c"), ("b", "c")]
    assert all("made of 2 texts" in link.reason for link in lineage)


def test_identical_text_gets_no_lineage_from_dates() -> None:
    pairs, links = judge(family({"a": "2020-01-02", "b": "2020-02-02"}, a=TOWN, b=TOWN))
    assert links == {} and pairs["a", "b"].direction is Direction.UNKNOWN


def test_states_of_one_page_are_one_text_in_a_family() -> None:
    dates = {"a": "2020-01-02", "b": "2020-02-02", "c": "2020-03-02"}
    version = PageVersion("a", "b", "a", True, "one address")
    pairs, links = judge(family(dates, a=TOWN, b=FIRST, c=SIBLING), (version,))
    assert links == {"a": {"c"}}
    assert pairs["a", "b"].direction_reason == "two states of one page, not a copy"


def test_links_drawn_from_directions_leave_out_what_others_explain() -> None:
    def told(a: str, b: str) -> Alignment:
        spans = Span(a, 0, 90), Span(b, 0, 90)
        return Alignment(*spans, ReuseKind.EDITED, 0.9, (), Direction.A_TO_B, "dates", 0.95)

    drawn = draw_lineage([told("a", "b"), told("a", "c"), told("b", "c")])
    assert [(link.parent, link.child) for link in drawn] == [("a", "b"), ("b", "c")]
    assert drawn[0] == Lineage("a", "a", "b", 0.95, "dates")


def test_a_family_too_large_to_be_judged_together_is_judged_pair_by_pair() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
    sources = [
        source(f"s{n:02}", f"{word} {TOWN.replace('ninety', word)}\n\nSource: The Ashmere Post", None)
        for n, word in enumerate(words)
    ]
    sources.append(source("t", f"{MILL}\n\n{TOWN}", None, "The Ashmere Post"))
    found = find_alignments({each.id: each.text for each in sources}, SETTINGS, KNOWLEDGE)
    links = judge_families(found, sources, KNOWLEDGE).lineage
    assert links and {link.parent for link in links} == {"t"}


def test_a_block_of_many_texts_costs_about_as_much_a_text() -> None:
    def work(count: int) -> None:
        names = [f"b{n:04}" for n in range(count)]
        pairs = pairwise(names)
        alignments = [Alignment(Span(a, 0, 80), Span(b, 0, 80), ReuseKind.VERBATIM, 1.0) for a, b in pairs]
        judge_families(alignments, [source(name, "x" * 90) for name in names], KNOWLEDGE)

    assert steps(lambda: work(400)) < 2.6 * steps(lambda: work(200))


def test_passages_of_one_text_that_overlap_little_are_two_families() -> None:
    whole, parts = Span("c", 0, 1000), (Span("c", 0, 600), Span("c", 600, 1000))
    found = [
        Alignment(Span(n, 0, len(p)), p, ReuseKind.EDITED, 0.9) for n, p in zip("ab", parts, strict=True)
    ]
    assert len(find_families(found, {}, 12).families) == 2
    longer = Alignment(whole, Span("d", 0, 1000), ReuseKind.EDITED, 0.9)
    families = find_families([*found, longer], {}, 12).families
    assert [family.members for family in families] == [("b", "c"), ("c", "d"), ("a", "c")] or len(
        families
    ) == 3


def test_an_alignment_read_from_the_other_side_twice_is_the_same() -> None:
    change = Change(ChangeKind.WORDING, 3, 4, "x", 5, 7, "yz")
    one = Alignment(Span("a", 0, 9), Span("b", 2, 12), ReuseKind.EDITED, 0.9, (change,), Direction.A_TO_B)
    assert flip(one).direction is Direction.B_TO_A and flip(one).changes[0].a_text == "yz"
    assert flip(flip(one)) == one


@pytest.mark.parametrize(
    ("one", "other", "weight"),
    [
        ("returned", "reutrned", 0.8),
        ("little", "small", 1.0),
        ("Hall", "hall", 0.0),
        ("", "the", 0.4),
        ("", "a bath", 1.0),
    ],
)
def test_what_a_change_weighs(one: str, other: str, weight: float) -> None:
    change = Change(ChangeKind.WORDING, 0, len(one), one, 0, len(other), other)
    assert weigh_change(change) == weight


@given(st.text("abcd", min_size=4, max_size=9), st.text("abcd", min_size=4, max_size=9))
def test_a_slip_is_one_in_both_directions(one: str, other: str) -> None:
    assert is_slip(one, other) == is_slip(other, one)
    assert not is_slip(one, one)


def test_readings_are_held_against_the_text_that_shares_most() -> None:
    def change(at: int, one: str, other: str) -> Change:
        return Change(ChangeKind.WORDING, at, at + len(one), one, at, at + len(other), other)

    def shared(one: str, other: str, *changes: Change) -> tuple[Alignment, ...]:
        return (Alignment(Span(one, 0, 99), Span(other, 0, 99), ReuseKind.EDITED, 0.9, changes),)

    pairs = {
        (0, 1): shared("a", "b", change(10, "cold", "warm"), change(30, "north", "south")),
        (0, 2): shared("a", "c", change(10, "cold", "warm"), change(50, "early", "tardy")),
        (1, 2): shared("b", "c", change(30, "south", "north"), change(50, "early", "tardy")),
    }
    readings = Readings(pairs, 3)
    assert [readings.distance(*pair) for pair in sorted(pairs)] == [2.0, 2.0, 2.0]
    assert [readings.unique(0, 1, 2), readings.unique(1, 0, 2), readings.unique(2, 0, 1)] == [1.0, 1.0, 1.0]
    assert readings.to_median((0, 1, 2)) == {0: 1.0, 1: 1.0, 2: 1.0}


@given(st.lists(st.tuples(*[st.floats(0.0, 4.0)] * 3), min_size=3, max_size=3))
def test_odds_are_shares_and_no_two_texts_stand_above_each_other(rows: list[tuple[float, ...]]) -> None:
    bonds = {
        pair: Bond(100.0, round(changes), forward, backward)
        for pair, (changes, forward, backward) in zip(((0, 1), (0, 2), (1, 2)), rows, strict=True)
    }
    odds = judge_stemma(3, bonds, Readings({}, 3))
    for i, j in bonds:
        both = odds.above.get((i, j), 0.0) + odds.above.get((j, i), 0.0)
        assert -1e-9 <= both <= 1.0 + 1e-9
    for child in range(3):
        assert sum(value for (_, name), value in odds.parent.items() if name == child) <= 1.0 + 1e-9


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("1934", "1943", 3.0, 3.0),
        ("4.7 million crowns", "4.1 million crowns", 3.0, 3.0),
        ("4,300 tickets", "3,400 tickets", 3.0, 3.0),
        ("43 crowns", "40 crowns", 1.0, 1.0),
        ("Halim", "Helim", 1.5, 1.5),
        ("harbour", "harbuor", 0.8, 0.8),
        ("before the first snow fell", "when winter came to the hills", 1.5, 1.5),
    ],
)
def test_what_two_hands_would_hardly_change_alike_weighs_more(
    one: str, other: str, least: float, most: float
) -> None:
    change = Change(ChangeKind.WORDING, 0, len(one), one, 0, len(other), other)
    assert least <= weigh_change(change) <= most


def test_a_chain_of_dated_copies_is_told_step_by_step() -> None:
    first = edit(TOWN, "four thousand/4,321")
    second = edit(first, "4,321/4,231", "Carrow/Carow")
    third = edit(second, "bitter but necessary/sad", "towels around their shoulders/caps upon their heads")
    beside = edit(first, "a new bath/a bigger bath", "until another place is found/for the time being")
    days = {"p": "2021-04-01", "q": "2021-04-06", "r": "2021-04-11", "s": "2021-04-16"}
    known = family(days, p=first, q=second, r=third, s=beside)
    texts = {each.id: each.text for each in known}
    judged = judge_families(find_alignments(texts, SETTINGS, KNOWLEDGE), known, KNOWLEDGE)
    assert {(link.parent, link.child) for link in judged.lineage} == {("p", "q"), ("q", "r"), ("p", "s")}


def test_all_pairs_of_two_branches_with_shared_errors_and_dates_are_told() -> None:
    first = edit(TOWN, "four thousand/4,321")
    second = edit(first, "4,321/4,231", "Carrow/Carow")
    third = edit(second, "ninety/nineteen", "bitter/painful", "pipes/boilers")
    fourth = edit(third, "Ashmere/Ashmeer", "handed/brought")
    other = edit(first, "before the summer begins/by the end of spring", "Irene/Irena")
    last = edit(other, "swimming bath/indoor pool", "nobody makes any longer/are out of stock")
    texts = {"a": first, "b": second, "c": third, "d": fourth, "e": other, "f": last}
    days = {name: f"2025-03-{5 * place + 1:02}" for place, name in enumerate(texts)}
    pairs, links = judge(family(days, **texts))
    assert links == {"a": {"b", "e"}, "b": {"c"}, "c": {"d"}, "e": {"f"}}
    branches = ("abcd", "aef")
    for (one, other_one), each in pairs.items():
        is_chain = any(one in branch and other_one in branch for branch in branches)
        assert each.direction is (Direction.A_TO_B if is_chain else Direction.COMMON_SOURCE)
    assert len(pairs) == 15


def test_readings_are_those_of_the_texts_where_changes_overlap() -> None:
    texts = {"a": "the old cold north wind", "b": "the cool south wind", "c": "the old cold western wind"}

    def changed(at: int, one: str, there: int, other: str) -> Change:
        return Change(ChangeKind.WORDING, at, at + len(one), one, there, there + len(other), other)

    def shared(one: str, other: str, *changes: Change) -> tuple[Alignment, ...]:
        spans = Span(one, 0, len(texts[one])), Span(other, 0, len(texts[other]))
        return (Alignment(*spans, ReuseKind.EDITED, 0.9, changes),)

    pairs = {
        (0, 1): shared("a", "b", changed(4, "old cold north", 4, "cool south")),
        (0, 2): shared("a", "c", changed(13, "north", 13, "western")),
    }
    assert Readings(pairs, 3, texts).unique(1, 0, 2) == 0.0
    assert Readings(pairs, 3, texts).distance(0, 2) == 1.0


def test_a_misspelling_is_a_reading_and_other_marks_are_none() -> None:
    slip = Change(ChangeKind.TYPOGRAPHY, 0, 7, "another", 0, 7, "anotehr", MISSPELLING)
    marks = Change(ChangeKind.TYPOGRAPHY, 9, 10, ",", 9, 10, ";")
    moved = Change(ChangeKind.TYPOGRAPHY, 20, 60, "x" * 40, 90, 130, "x" * 40, MOVED)
    inside = Change(ChangeKind.WORDING, 30, 33, "old", 100, 103, "new")
    assert read_changes([slip, marks, moved, inside]) == [slip]
    assert weigh_change(slip) > 0.0 == weigh_change(marks)


def test_copies_that_are_cut_at_one_place_are_told_from_one_that_goes_on() -> None:
    covered = {1: [(100, 900)], 2: [(104, 500)], 3: [(300, 498)]}
    cuts = list(find_cuts(covered, 0))
    assert cuts == [
        {0: False, 1: False, 2: False, 3: True},
        {0: False, 1: False, 2: True, 3: True},
    ]


def test_passages_with_little_between_them_are_not_cut_there() -> None:
    assert list(find_cuts({1: [(0, 400), (430, 900)], 2: [(0, 900)]}, 0)) == []


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), max_size=6))
def test_at_every_cut_some_copy_is_cut_and_two_texts_go_on(ranges: list[tuple[int, int]]) -> None:
    covered = {n: [(start, start + length)] for n, (start, length) in enumerate(ranges, 1)}
    for found in find_cuts(covered, 0):
        assert True in found.values() and list(found.values()).count(False) > 1
