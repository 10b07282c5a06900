"""Markdown: no text from outside becomes a tag, link, image, heading, list or table."""

import re
from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from provenance.model.conflicts import Evidence, Side
from provenance.model.report import ReportData
from provenance.model.spans import Span
from provenance.report import render_markdown
from provenance.report.plaintext import code, literal
from provenance.report.view import CARDS, COPIES, LISTED
from provenance.report.visible import visible
from tests.report.reuse_pile import reuse_pile

QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SIGNS = st.text(st.sampled_from("<>&[]()!*_`#|~-+=:/.\\\n\t 1aw@$^{}\"'"), min_size=1, max_size=30)


def outline(markdown: str) -> list[str]:
    """Kinds of tokens, those of plain text apart."""
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    reader = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found = []
    for token in reader.parse(markdown):
        found.append(token.type)
        found.extend(child.type for child in token.children or () if not child.type.startswith("text"))
    return found


def shown(markdown: str) -> str:
    """The text that a reader sees."""
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    reader = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    inline = [child for token in reader.parse(markdown) for child in token.children or ()]
    return "".join(child.content for child in inline)


@QUICK
@given(text=st.one_of(st.text(min_size=1, max_size=40), SIGNS))
@example(text="<img src=x onerror=alert(1)>")
@example(text="[x](javascript:alert(1)) ![y](http://evil.example/y.png)")
@example(text="# heading\n- item\n| a | b |\n|---|---|")
@example(text="https://evil.example www.evil.example")
@example(text="``` ` ``")
def test_any_text_in_any_field_changes_no_structure(data: ReportData, fill: Callable, text: str) -> None:
    assume(text.split())
    assert outline(render_markdown(fill(data, text))) == outline(render_markdown(fill(data, "x")))


@QUICK
@given(text=st.one_of(st.text(min_size=1, max_size=40), SIGNS))
@example(text="<img src=x onerror=alert(1)>")
@example(text="# heading\n- item\n| a | b |\n|---|---|")
def test_any_text_in_lineage_states_and_evidence_changes_no_structure(
    data: ReportData, fill: Callable, text: str
) -> None:
    assume(text.split())
    pile = reuse_pile(data)
    assert outline(render_markdown(fill(pile, text))) == outline(render_markdown(fill(pile, "x")))


@given(text=st.one_of(st.text(max_size=60), SIGNS))
def test_literal_text_is_shown_as_it_is(text: str) -> None:
    assert shown(f"x {literal(text)}").removeprefix("x").strip() == " ".join(visible(text).split())


@given(text=st.one_of(st.text(max_size=60), SIGNS))
def test_literal_text_at_the_start_of_a_line_is_a_paragraph(text: str) -> None:
    assume(text.split())
    assert outline(literal(text)) == ["paragraph_open", "inline", "paragraph_close"]


@given(text=st.text("`a| ", max_size=20))
def test_code_keeps_its_backticks(text: str) -> None:
    assume(text.split())
    assert shown(code(text)).strip() == " ".join(text.split()).replace("|", "\u00a6")


def test_report_holds_no_tag(data: ReportData) -> None:
    outside_code = re.sub(r"(`+)[^`](?:.*?[^`])?\1", "", render_markdown(data))
    assert not re.search(r"<[A-Za-z/!?]", outside_code)


def test_report_opens_with_verdict_and_coverage(data: ReportData) -> None:
    lines = render_markdown(data).splitlines()
    assert lines[0] == "# Fire at Tarnwick ferry terminal: discrepancy report"
    assert 'name="generator" content="provenance' in lines[2]
    assert lines[4].startswith("**6 documents (1 could not be read); 7 points to check")
    assert lines[6] == "## What was analysed, and what was not"


def test_differences_are_marked_with_their_kind(data: ReportData) -> None:
    written = render_markdown(data)
    assert "\\[-Four-\\] (number)" in written
    assert "\\{+Seven+\\} (number)" in written


def test_long_piles_are_cut_and_say_so(data: ReportData, bare: ReportData) -> None:
    sources = tuple(evolve(data.sources[0], id=f"s-{n}", path=f"{n:05}") for n in range(2_300))
    side = Side("x", tuple(Evidence(s.id, Span(s.id, 0, 4), s.text[:4]) for s in sources[:19]))
    conflicts = tuple(
        evolve(data.conflicts[4], sides=(side,), scope_key=f"{n}") for n in range(CARDS + LISTED + 5)
    )
    passages = tuple(
        evolve(
            data.alignments[0], b=evolve(data.alignments[0].a, source_id=f"s-{n}"), a=Span("s-0", n, n + 9)
        )
        for n in range(1, COPIES + 4)
    )
    long = evolve(
        bare,
        sources=sources,
        conflicts=conflicts,
        alignments=passages,
        reviews=((conflicts[0].key, "unsure"),),
    )
    written = render_markdown(long)
    assert "2,005 further findings in `report.json`" in written
    assert "; and 4 more places in `conflicts.csv`." in written
    assert "3 shorter shared passages in `reused_passages.csv`" in written
    assert "more sources in `sources.csv`" in written
    assert "a person was unsure" in written


def test_long_quotes_and_passages_lose_their_middle(data: ReportData) -> None:
    text = "every word stands here " * 200
    source = evolve(data.sources[0], text=text)
    twin = evolve(source, id="s-z", path="z.txt")
    quote = Evidence("s-a", Span("s-a", 0, 2_000), text[:2_000])
    conflict = evolve(data.conflicts[4], sides=(Side("x", (quote,)),))
    passage = evolve(data.alignments[0], a=Span("s-a", 0, 4_000), b=Span("s-z", 0, 4_000), changes=())
    pile = evolve(
        data,
        sources=(source, twin),
        conflicts=(conflict,),
        alignments=(passage,),
        entities=(),
        groups=(),
        lineage=(),
        near_duplicates=(),
        claims=(),
    )
    written = render_markdown(pile)
    assert "\\[… 1,301 characters …\\]" in written
    assert "no difference" in written


def test_stored_properties_have_a_name_and_no_place(data: ReportData) -> None:
    stored = (Evidence("s-a", None, "a title", "title"),) * 4
    conflict = evolve(data.conflicts[5], sides=(Side("x", stored),))
    written = render_markdown(evolve(data, conflicts=(conflict,)))
    assert "S2, stored field `title`" in written
    assert "Also: S2, title." in written


def test_report_without_a_title_says_what_it_is(bare: ReportData) -> None:
    assert render_markdown(evolve(bare, title="")).startswith("# Discrepancy report\n")
    assert render_markdown(evolve(bare, title="Discrepancy report")).startswith("# Discrepancy report\n")


def test_code_of_nothing_is_a_dash() -> None:
    assert code(" \n") == "-"


@pytest.mark.parametrize("case", ["bare", "nothing_found", "only_refused"])
def test_empty_cases_do_not_claim_agreement(case: str, request: pytest.FixtureRequest) -> None:
    assert "An empty list is not agreement" in render_markdown(request.getfixturevalue(case))
