"""Files that were not read, or not wholly, and furniture, as the report shows them."""

import csv
import io
import json

from attrs import evolve

from provenance.model.notices import Code, Notice, print_notices
from provenance.model.report import ReportData
from provenance.model.sources import Furniture, FurnitureKind, Source, State
from provenance.model.spans import Span
from provenance.report import render_csv, render_html, render_json, render_markdown
from provenance.report.codes import CODES, explain
from provenance.report.places import SourceCard
from provenance.report.troubles import SHOWN, group_troubles

TEXT = "Home  Sport\n\nThe mill at Harrow Weir burned down.\n\nSign up for our letter."


def trouble(number: int, state: State, *notices: Notice) -> Source:
    text = TEXT if state is State.WARNED else ""
    return Source(
        f"s{number}", f"f{number:03}.txt", state, text=text, problem=print_notices(notices), notices=notices
    )


def furnished(*parts: tuple[int, int, FurnitureKind]) -> Source:
    found = tuple(Furniture(Span("f", start, end), kind, "<nav> element") for start, end, kind in parts)
    return Source("f", "page.html", State.READ, text=TEXT, furniture=found)


def only(data: ReportData, *sources: Source) -> ReportData:
    empty = {"conflicts": (), "alignments": (), "near_duplicates": (), "entities": (), "pairs": ()}
    return evolve(data, sources=sources, claims=(), groups=(), lineage=(), reviews=(), **empty)


def test_every_code_is_explained_in_words() -> None:
    assert set(CODES) == set(Code)
    assert explain("of-a-later-version") == "of a later version"


def test_sources_are_grouped_refused_first_the_largest_group_first() -> None:
    sources = [
        trouble(1, State.WARNED, Notice(Code.ZERO_WIDTH, "2"), Notice(Code.NUL_BYTES, "1")),
        trouble(2, State.REFUSED, Notice(Code.BINARY, "no text")),
        trouble(3, State.REFUSED, Notice(Code.PDF_DAMAGED, "cut off")),
        trouble(4, State.REFUSED, Notice(Code.PDF_DAMAGED, "no pages")),
        trouble(5, State.SKIPPED, Notice(Code.SIDECAR, "of page.html")),
        evolve(trouble(6, State.SKIPPED), problem="an old database says so"),
        trouble(7, State.READ),
    ]
    groups = group_troubles([SourceCard(number, one) for number, one in enumerate(sources, 1)])
    assert [(group.state.value, group.code, len(group.sources)) for group in groups] == [
        ("refused", "pdf-damaged", 2),
        ("refused", "binary", 1),
        ("skipped", "", 1),
        ("skipped", "sidecar", 1),
        ("warned", "nul-bytes", 1),
        ("warned", "zero-width", 1),
    ]


def test_hundreds_of_refused_files_are_counted_and_do_not_drown_the_page(data: ReportData) -> None:
    sources = [
        trouble(n, State.REFUSED, Notice(Code.BINARY, f"file {n} is <b>no</b> text")) for n in range(400)
    ]
    html, markdown = render_html(only(data, *sources)), render_markdown(only(data, *sources))
    coverage = html.split('id="check"')[0]
    assert coverage.count("is &lt;b&gt;no&lt;/b&gt; text") == SHOWN
    assert "<b>400 sources</b>: no text, but binary content <code>binary</code>" in coverage
    assert f"and {400 - SHOWN} more sources" in coverage
    assert f"and {400 - SHOWN} more sources" in markdown


def test_furniture_is_marked_with_its_kind_and_reason(data: ReportData) -> None:
    source = furnished(
        (0, 11, FurnitureKind.NAVIGATION), (len(TEXT) - 23, len(TEXT), FurnitureKind.NEWSLETTER)
    )
    html = render_html(only(data, source))
    assert (
        '<small class="kind">navigation</small><span class="furniture" title="navigation: &lt;nav&gt;' in html
    )
    assert "Sign up for our letter.</span>" in html
    assert "Harrow Weir burned down.\n\n<small" in html
    assert "2 parts, 34 characters: not compared" in html


def test_a_text_that_is_only_furniture_is_named(data: ReportData) -> None:
    source = furnished((0, len(TEXT), FurnitureKind.TEASER))
    assert "<h3>No article text</h3>" in render_html(only(data, source))
    assert "No article text, only page furniture:" in render_markdown(only(data, source))
    assert "No article text" not in render_html(only(data, furnished((0, 11, FurnitureKind.TEASER))))


def test_json_and_csv_carry_notices_and_furniture(data: ReportData) -> None:
    page = furnished((0, 11, FurnitureKind.NAVIGATION))
    bad = trouble(1, State.REFUSED, Notice(Code.BINARY, "no text"))
    found = only(data, page, bad)
    content = json.loads(render_json(found))
    row = {"source": "f", "path": "page.html", "kind": "navigation", "start": 0, "end": 11}
    assert content["furniture"] == [row | {"text": TEXT[:11], "reason": "<nav> element"}]
    assert content["source_problems"] == [
        {"source": "s1", "path": "f001.txt", "state": "refused", "code": "binary", "text": "no text"}
    ]
    files = render_csv(found)
    rows = list(csv.DictReader(io.StringIO(files["furniture.csv"], newline="")))
    assert [(each["kind"], each["text"]) for each in rows] == [("navigation", TEXT[:11])]
    states = {each["path"]: each["problem"] for each in csv.DictReader(io.StringIO(files["sources.csv"]))}
    assert states == {"page.html": "", "f001.txt": "binary: no text"}


def test_no_hostile_reason_or_notice_runs(data: ReportData) -> None:
    attack = "<script>document.title='PWNED'</script>"
    part = Furniture(Span("f", 0, 11), FurnitureKind.HIDDEN, f'"{attack}')
    bad = trouble(1, State.WARNED, Notice(Code.MOJIBAKE, attack))
    html = render_html(only(data, evolve(furnished(), furniture=(part,)), bad))
    assert attack not in html
