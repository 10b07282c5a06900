"""Timelines and aligned quotations in every format of the report."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from provenance.model.quotations import QuotationGroup, QuotationUse, Variant
from provenance.model.report import ReportData
from provenance.model.spans import Span
from provenance.model.timelines import Timeline, TimelinePoint
from provenance.report import render_csv, render_html, render_json, render_markdown
from provenance.report.visible import visible

QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def developed(data: ReportData, text: str = "said") -> ReportData:
    """The data with a timeline of 22 figures and a quotation of two uses, `text` wherever one can stand."""
    a, b = [source for source in data.sources if source.is_readable and len(source.text) > 90][:2]
    points = tuple(
        TimelinePoint(text, float(n), text, a.id, Span(a.id, n, n + 3), text, text, is_stale=n == 21)
        for n in range(22)
    )
    uses = (
        QuotationUse(a.id, Span(a.id, 0, 9), text, Variant.FULLEST, speaker=text),
        QuotationUse(b.id, Span(b.id, 0, 9), text, Variant.OTHER_SPEAKER, "", text + "?", text, text, text),
    )
    line = Timeline(text, text, text, "", points)
    return evolve(data, timelines=(line,), quotations=(QuotationGroup(text, text, uses),))


@QUICK
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_in_them_makes_no_tag(data: ReportData, read_page: Callable, text: str) -> None:
    plain = read_page(render_html(developed(data, "x")))
    page = read_page(render_html(developed(data, text)))
    assert page.outline() == plain.outline()
    assert visible(text) in page.text


@QUICK
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_in_them_makes_no_markup(data: ReportData, text: str) -> None:
    parsed = [
        [token.type for token in MarkdownIt().enable("table").parse(render_markdown(developed(data, one)))]
        for one in ("x", text)
    ]
    assert parsed[0] == parsed[1]


def test_the_page_lists_figures_by_day_and_how_uses_differ(data: ReportData, read_page: Callable) -> None:
    text = read_page(render_html(developed(data, "dead"))).text
    assert "Figures that changed while an event was told" in text and "Quotations, aligned" in text
    assert "2 more figures in timelines.csv" in " ".join(text.split())
    assert "other speaker" in text and "differs: “dead”" in text


def test_without_any_the_report_has_no_such_sections(data: ReportData) -> None:
    for rendered in (render_html(data), render_markdown(data)):
        assert "Quotations, aligned" not in rendered and "Figures that changed" not in rendered


def test_the_files_have_the_rows_of_the_views(data: ReportData) -> None:
    found = developed(data)
    written, files = json.loads(render_json(found)), render_csv(found)
    for view, count in (("timelines", 22), ("quotations", 2), ("coverage", len(data.coverage))):
        rows = list(csv.DictReader(io.StringIO(files[f"{view}.csv"], newline="")))
        assert len(rows) == len(written[view]) == count
        assert [list(row) for row in rows] == [list(row) for row in written[view]]
    assert written["timelines"][21]["is_stale"] == 1


@pytest.mark.parametrize("render", [render_html, render_markdown, render_json])
def test_they_are_the_same_every_time(data: ReportData, render: Callable) -> None:
    assert render(developed(data)) == render(developed(data))
