"""Markdown: no text from outside becomes a tag, link, image, heading, list or table."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from provenance.model.report import ReportData
from provenance.report import render_markdown
from provenance.report.plaintext import code, literal
from provenance.report.visible import visible

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
    assert lines[2].startswith("**6 documents (1 could not be read), at least 2 and at most 3")
    assert lines[4] == "## What was analysed, and what was not"


def test_differences_are_marked_with_their_kind(data: ReportData) -> None:
    written = render_markdown(data)
    assert "\\[-Four-\\] (number)" in written
    assert "\\{+Seven+\\} (number)" in written


@pytest.mark.parametrize("case", ["bare", "nothing_found", "only_refused"])
def test_empty_cases_do_not_claim_agreement(case: str, request: pytest.FixtureRequest) -> None:
    assert "An empty list is not agreement" in render_markdown(request.getfixturevalue(case))
