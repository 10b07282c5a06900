"""Trees of who derives from whom: every text once, no circle, large families as tables."""

from collections.abc import Iterator, Sequence

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.report import ReportData
from provenance.model.reuse import Alignment, Lineage, ReuseKind
from provenance.model.sources import Source, State
from provenance.model.spans import Span
from provenance.report import render_html, render_markdown
from provenance.report.families import FAMILIES, LINKS, Member, make_families
from provenance.report.places import Directory, SourceCard
from tests.report.reuse_pile import reuse_pile


def directory_of(count: int) -> Directory:
    """So many sources, s-000 being S1."""
    cards = tuple(
        SourceCard(n + 1, Source(f"s-{n:03}", f"{n:03}.txt", State.READ, "0" * 64, "text/plain", "x", "en"))
        for n in range(count)
    )
    return Directory(cards, {card.source.id: card for card in cards})


def edge(parent: str, child: str, confidence: float = 0.5) -> Lineage:
    return Lineage("s-000", parent, child, confidence, f"{parent} before {child}")


def shown(members: Sequence[Member], depth: int = 0) -> Iterator[str]:
    """One line a member, indented."""
    for member in members:
        also = f" + {', '.join(name for name, _, _ in member.also)}" if member.also else ""
        yield "  " * depth + member.name + also
        yield from shown(member.below, depth + 1)


def tree(edges: Sequence[Lineage], count: int = 8) -> list[str]:
    families, _ = make_families(edges, directory_of(count))
    return [line for family in families for line in shown(family.roots)]


def test_a_family_is_a_tree_with_the_ancestor_on_top() -> None:
    assert tree([edge("s-001", "s-000"), edge("s-001", "s-002"), edge("s-002", "s-003")]) == [
        "S2", "  S1", "  S3", "    S4",
    ]  # fmt: skip


def test_a_text_of_two_ancestors_stands_under_the_surer_one_and_names_the_other() -> None:
    assert tree([edge("s-000", "s-002", 0.4), edge("s-001", "s-002", 0.9)]) == ["S1", "S2", "  S3 + S1"]


def test_a_circle_is_cut_at_its_weakest_link() -> None:
    edges = [edge("s-000", "s-001", 0.9), edge("s-001", "s-002", 0.8), edge("s-002", "s-000", 0.1)]
    assert tree(edges) == ["S1 + S3", "  S2", "    S3"]


def test_lost_texts_are_numbered_only_if_there_are_several() -> None:
    one = [edge("x-b", "s-000"), edge("x-b", "s-001")]
    assert tree(one) == ["lost text", "  S1", "  S2"]
    assert tree([*one, edge("x-a", "s-002"), edge("s-001", "s-002", 0.1)]) == [
        "lost text 1", "  S3 + S2", "lost text 2", "  S1", "  S2",
    ]  # fmt: skip


def test_a_link_to_itself_or_to_nothing_known_is_left_out() -> None:
    assert tree([edge("s-000", "s-000"), edge("s-900", "s-001")]) == []


@given(links=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0, 1)), max_size=25))
def test_every_text_stands_once_and_every_link_is_told(links: list[tuple[int, int, float]]) -> None:
    edges = [edge(f"s-{a:03}", f"s-{b:03}", sure) for a, b, sure in links if a != b]
    families, _ = make_families(edges, directory_of(10))
    lines = [line.strip() for family in families for line in shown(family.roots)]
    told = [line.split(" + ")[0] for line in lines]
    assert sorted(told) == sorted({f"S{int(key[2:]) + 1}" for e in edges for key in (e.parent, e.child)})
    links_told = sum(1 + line.count(",") for line in lines if " + " in line) + sum(
        bool(member.confidence) for family in families for member in _all(family.roots)
    )
    assert links_told == len(edges)


def _all(members: Sequence[Member]) -> Iterator[Member]:
    for member in members:
        yield member
        yield from _all(member.below)


def test_a_thousand_texts_are_a_table_with_the_surest_links_first() -> None:
    edges = [edge(f"s-{n:03}", f"s-{n + 1:03}", (n % 10) / 10) for n in range(999)]
    (family,), more = make_families(edges, directory_of(1_000))
    assert (family.size, family.roots, more) == ("1,000 texts", (), 0)
    assert (len(family.links), family.more) == (LINKS, 999 - LINKS)
    assert family.links[0].confidence == "high, 0.90"


def test_a_line_too_long_for_a_narrow_page_is_a_table() -> None:
    (family,), _ = make_families([edge(f"s-{n:03}", f"s-{n + 1:03}") for n in range(20)], directory_of(21))
    assert not family.roots
    assert len(family.links) == 20


def test_families_beyond_what_a_page_holds_are_counted() -> None:
    edges = [
        Lineage(f"s-{n:03}", f"s-{n:03}", f"s-{n + 1:03}", 0.5, "") for n in range(0, 2 * FAMILIES + 6, 2)
    ]
    families, more = make_families(edges, directory_of(2 * FAMILIES + 6))
    assert (len(families), more) == (FAMILIES, 3)


def test_texts_that_share_with_a_family_and_have_no_place_in_it_are_named() -> None:
    def copy(a: str, b: str) -> Alignment:
        return Alignment(Span(a, 0, 1), Span(b, 0, 1), ReuseKind.EDITED, 0.9)

    copies = [copy("s-000", "s-001"), copy("s-001", "s-003"), copy("s-003", "s-004"), copy("s-005", "s-006")]
    (family,), _ = make_families([edge("s-000", "s-001")], directory_of(8), copies)
    assert family.size == "2 texts; where S4 and S5 stand is not known"
    (alone,), _ = make_families([edge("s-000", "s-001")], directory_of(8), copies[:2])
    assert alone.size == "2 texts; where S4 stands is not known"


def test_both_reports_show_the_tree_with_confidence_in_words_and_number(data: ReportData) -> None:
    pile = reuse_pile(data)
    markdown, html = render_markdown(pile), render_html(pile)
    assert "- lost text (a text that is not in the pile)\n  - S1 `s-1.txt`" in markdown
    assert "confidence high, 0.84: S1 is credited" not in markdown
    assert "confidence high, 0.84: S2 credits S1" in markdown
    assert "also from S1, confidence low, 0.31" in html
    assert "Family 1: 4 texts and 1 text that is not in the pile" in html


def test_a_pile_without_lineage_has_no_such_section(data: ReportData) -> None:
    bare = evolve(data, lineage=())
    assert "Who derives from whom" not in render_html(bare) + render_markdown(bare)
