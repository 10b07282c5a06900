"""The page: nothing runs, nothing is loaded, every link leads somewhere, and empty cases stay true."""

import re
from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.model.conflicts import ConflictClass
from provenance.model.report import Coverage, ReportData
from provenance.model.reuse import Direction, ReuseKind
from provenance.model.sources import State
from provenance.report import render_html, render_markdown
from provenance.report.visible import visible
from tests.report.reuse_pile import reuse_pile

QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def test_ids_are_unique_and_internal_links_lead_to_one(data: ReportData, read_page: Callable) -> None:
    page = read_page(render_html(data))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    links = [attributes["href"] for _, attributes in page.tags if "href" in attributes]
    assert len(ids) == len(set(ids))
    assert links
    assert {link[0] for link in links} == {"#"}
    assert {link[1:] for link in links} <= set(ids)


def test_every_text_can_be_reached_from_its_source(data: ReportData, read_page: Callable) -> None:
    page = read_page(render_html(data))
    links = {attributes.get("href") for _, attributes in page.tags}
    assert {f"#text-{number}" for number in (1, 2, 3, 4, 6)} <= links


def test_links_hold_when_one_finding_comes_twice(data: ReportData, read_page: Callable) -> None:
    twice = evolve(data, conflicts=data.conflicts * 2, alignments=data.alignments * 2)
    page = read_page(render_html(twice))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_page_has_its_policy_and_loads_nothing(data: ReportData, read_page: Callable) -> None:
    html = render_html(data)
    page = read_page(html)
    policies = [a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert policies == [POLICY]
    assert not {"script", "img", "link", "iframe", "object", "form", "base"} & {tag for tag, _ in page.tags}
    assert not any(name.startswith("on") or name in ("src", "style") for _, a in page.tags for name in a)
    assert "url(" not in html.replace("url(#arrow-head)", "")
    assert "@import" not in html


def test_nothing_is_collapsed_for_that_would_not_print(data: ReportData) -> None:
    assert "<details" not in render_html(data)


def test_same_data_give_the_same_bytes(data: ReportData) -> None:
    assert render_html(data) == render_html(evolve(data, sources=tuple(reversed(data.sources))))


@QUICK
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_in_any_field_makes_no_tag(
    data: ReportData, read_page: Callable, fill: Callable, text: str
) -> None:
    plain = read_page(render_html(fill(data, "x")))
    page = read_page(render_html(fill(data, text)))
    assert page.outline() == plain.outline()
    assert visible(text) in page.text


@QUICK
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_in_any_field_of_lineage_states_and_evidence_makes_no_tag(
    data: ReportData, read_page: Callable, fill: Callable, text: str
) -> None:
    pile = reuse_pile(data)
    page = read_page(render_html(fill(pile, text)))
    assert page.outline() == read_page(render_html(fill(pile, "x"))).outline()


@QUICK
@given(text=st.text(min_size=1, max_size=200))
def test_any_source_text_reads_back_from_the_page(
    data: ReportData, read_page: Callable, bare: ReportData, text: str
) -> None:
    source = evolve(data.sources[0], text=text)
    page = read_page(render_html(evolve(bare, sources=(source,))))
    assert visible(text) in page.text


def test_hidden_characters_are_shown(data: ReportData, read_page: Callable) -> None:
    html = render_html(data)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)
    assert "[U+202E]gpj.harbour.txt" in read_page(html).text


def test_quotes_stand_marked_in_their_context(data: ReportData, read_page: Callable) -> None:
    marked = read_page(render_html(data)).marked
    for conflict in data.conflicts:
        for side in conflict.sides:
            for evidence in side.evidence:
                assert visible(evidence.quote) in marked


def test_differences_carry_what_sort_of_thing_changed(data: ReportData) -> None:
    html = render_html(data)
    assert '<del>Four</del><small class="kind">number</small>' in html
    assert '<ins>Seven</ins><small class="kind">number</small>' in html
    assert '<del>If the wind had turned, the</del><small class="kind">condition</small>' in html


def test_header_counts_documents_and_points(data: ReportData, read_page: Callable) -> None:
    text = read_page(render_html(data)).text
    assert "6 documents (1 could not be read); 7 points to check, 1 of them high." in text


def test_origins_of_the_pile_stand_with_the_groups_only(data: ReportData, read_page: Callable) -> None:
    text = read_page(render_html(data)).text
    assert text.count("As wholes, 5 documents may go back to at least 2 and at most 3 origins.") == 1
    assert "independent source" not in text[: text.index("What was analysed, and what was not")].replace(
        "How many independent sources stand behind a statement", ""
    )


def test_coverage_without_gaps_needs_no_column_for_reasons(data: ReportData, read_page: Callable) -> None:
    whole = evolve(data, coverage=(Coverage("en", "reuse", 6, 0, ""),))
    assert "Why not" not in read_page(render_html(whole)).text
    assert "Why not" in read_page(render_html(data)).text


def test_the_page_says_what_wrote_it(data: ReportData) -> None:
    assert '<meta name="generator" content="provenance 0.1.0">' in render_html(data)[:1000]


def test_settled_points_are_not_counted_as_open(data: ReportData, read_page: Callable) -> None:
    reviews = ((data.conflicts[0].key, "rejected"), (data.conflicts[1].key, "stale"))
    text = read_page(render_html(evolve(data, reviews=reviews))).text
    assert "6 points to check, none of them high; 1 point settled by a person." in text
    assert "rejected by a person" in text
    assert "the evidence has changed since" in text


def test_only_differing_sources_may_contradict(data: ReportData, read_page: Callable) -> None:
    kept = tuple(c for c in data.conflicts if c.conflict_class is not ConflictClass.SOURCES_DIFFER)
    text = read_page(render_html(evolve(data, conflicts=kept))).text
    assert "contradict" not in text.casefold()


def test_copied_from_is_not_said(data: ReportData, read_page: Callable) -> None:
    text = read_page(render_html(data)).text
    assert "copied from" not in text
    assert "S2 is the earlier text, S3 the later one" in text


def test_earlier_text_stands_left(data: ReportData, read_page: Callable) -> None:
    first = evolve(data.alignments[0], direction=Direction.B_TO_A)
    html = render_html(evolve(data, alignments=(first,)))
    assert "S3 is the earlier text, S2 the later one" in read_page(html).text
    assert html.index("<del>Seven</del>") < html.index("<ins>Four</ins>")


def test_unknown_direction_says_so(data: ReportData, read_page: Callable) -> None:
    unknown = evolve(data.alignments[0], direction=Direction.UNKNOWN, direction_reason="")
    text = read_page(render_html(evolve(data, alignments=(unknown,), lineage=()))).text
    assert "Which text had it first is not known" in text
    assert "earlier text, S" not in text


def test_pile_without_findings_does_not_claim_agreement(
    nothing_found: ReportData, read_page: Callable
) -> None:
    text = read_page(render_html(nothing_found)).text
    assert "no point to check was found" in text
    assert "That is not agreement" in text
    assert "claims not analysed: Arabic" in text


def test_refused_sources_are_named_with_their_reason(only_refused: ReportData, read_page: Callable) -> None:
    text = read_page(render_html(only_refused)).text
    assert "2 documents, none of which could be read, so nothing was analysed." in text
    assert "31 % of its bytes are NUL" in text
    assert "independent source" not in text.split("Method and limits")[1].split("Sources")[0]


def test_empty_pile_says_that_nothing_was_looked_at(bare: ReportData, read_page: Callable) -> None:
    text = read_page(render_html(bare)).text
    assert "No document was given, so nothing was analysed." in text
    assert "An empty report is not agreement" in text


def test_findings_after_the_first_hundred_are_listed(data: ReportData, read_page: Callable) -> None:
    many = tuple(evolve(data.conflicts[4], scope_key=f"no. {n}", title=f"finding {n}") for n in range(130))
    page = read_page(render_html(evolve(data, conflicts=many)))
    assert "30 further findings" in page.text
    assert "finding 129" in page.text
    assert sum(a.get("class", "").startswith("card ") for _, a in page.tags) == 100


def test_long_texts_are_cut_to_excerpts_that_say_so(data: ReportData, read_page: Callable) -> None:
    filler = "\n\nNothing of note happened on the quay. " * 8_000
    long = tuple(evolve(s, text=s.text + filler) if s.state is State.READ else s for s in data.sources)
    html = render_html(evolve(data, sources=long))
    page = read_page(html)
    assert "only excerpts around the findings are shown" in page.text
    assert len(html) < 900_000
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    assert {a["href"][1:] for _, a in page.tags if "href" in a} <= ids


def test_many_sources_are_ranked_not_crossed(data: ReportData, bare: ReportData, read_page: Callable) -> None:
    first = data.alignments[0]
    sources = tuple(evolve(data.sources[n % 2], id=f"s-{n:03}", path=f"{n:03}.txt") for n in range(80))
    pairs = tuple(
        evolve(
            first,
            a=evolve(first.a, source_id=f"s-{n:03}"),
            b=evolve(first.b, source_id=f"s-{n + 1:03}"),
            changes=(),
        )
        for n in range(0, 80, 2)
    )
    page = read_page(render_html(evolve(bare, sources=sources, alignments=pairs)))
    assert not any(a.get("class") == "matrix" for _, a in page.tags)
    assert "Share of the first" in page.text
    assert "too many dated sources for one drawing" in page.text


def test_stage_that_did_not_run_is_not_called_empty(nothing_found: ReportData, read_page: Callable) -> None:
    stages = ("reuse", "names", "conflicts")
    coverage = tuple(Coverage("en", stage, 0, 5, "this stage has not run yet") for stage in stages)
    idle = evolve(nothing_found, coverage=coverage)
    text = read_page(render_html(idle)).text + render_markdown(idle)
    assert "No name was found" not in text
    assert "No point to check" not in text
    assert "No shared passage was found" not in text
    assert text.count("No text was searched for names.") == 2


@pytest.mark.parametrize("case", ["data", "bare", "nothing_found", "only_refused"])
def test_every_case_has_all_sections(case: str, request: pytest.FixtureRequest, read_page: Callable) -> None:
    page = read_page(render_html(request.getfixturevalue(case)))
    ids = {attributes.get("id") for _, attributes in page.tags}
    assert {"coverage", "check", "copies", "names", "groups", "timeline", "sources", "texts", "method"} <= ids


def test_a_sentence_of_ours_runs_left_to_right_and_what_it_quotes_as_it_is_written(data: ReportData) -> None:
    title = "“٣٠٠ متر” became “٤٠٠ متر” in a copied sentence"
    first, *others = data.conflicts
    html = render_html(evolve(data, conflicts=(evolve(first, title=title), *others)))
    told = "“<bdi>٣٠٠ متر</bdi>” became “<bdi>٤٠٠ متر</bdi>” in a copied sentence"
    assert f'<bdi dir="ltr">{told}</bdi>' in html


def test_the_head_counts_shared_passages_and_tells_what_stands_apart(data: ReportData) -> None:
    quoted = tuple(evolve(each, kind=ReuseKind.QUOTATION) for each in data.alignments[:1])
    pile = evolve(data, alignments=(*quoted, *data.alignments[1:]))
    passages = [each for each in pile.alignments if each.kind is not ReuseKind.VERSION]
    html = render_html(pile)
    counted = re.search(r"<b>(\d+)</b> <span>shared passages(?:; apart from them (\d+) of)?", html)
    assert counted is not None
    assert int(counted[1]) + int(counted[2] or 0) == len(passages)
