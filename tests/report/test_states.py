"""Pages in several states: told apart from copies, with what was changed and whether the page says so."""

import json
from collections.abc import Callable
from itertools import pairwise

from attrs import evolve

from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Evidence, Level, Scope, Side
from provenance.model.report import ReportData
from provenance.model.reuse import ReuseKind
from provenance.model.spans import Span
from provenance.report import render_html, render_json, render_markdown
from provenance.report.copies import ranked
from provenance.report.view import make_view
from tests.report.reuse_pile import TEXTS, reuse_pile


def test_states_are_no_copies_and_not_counted_as_such(data: ReportData) -> None:
    pile = reuse_pile(data)
    together, apart = ranked(pile.alignments)
    assert ReuseKind.VERSION not in {alignment.kind for alignment in together + apart}
    view = make_view(pile)
    assert (len(view.copies), len(view.states)) == (2, 1)
    assert [card.label for card in view.sharing.cards] == ["S1", "S2", "S3"]


def test_a_pair_tells_its_order_its_notice_and_what_was_changed(data: ReportData) -> None:
    (pair,) = make_view(reuse_pile(data)).states
    assert pair.order == "S4 is the earlier state, S5 the later one"
    assert pair.reason == "one address; S5 has the later date"
    assert pair.notice is not None
    assert pair.notice.quote == "Corrected on Friday: the price was wrong."
    (copy,) = pair.passages
    assert (copy.left.role, copy.right.role) == ("earlier state", "later state")
    assert [(line.kind, line.left, line.right) for line in copy.listed.lines] == [("number", "400", "900")]


def test_the_earlier_state_stands_left_whatever_its_id(data: ReportData) -> None:
    pile = reuse_pile(data)
    (version,) = pile.versions
    turned = evolve(pile, versions=(evolve(version, earlier="s-5", later="s-4", notice=None),))
    (pair,) = make_view(turned).states
    assert pair.order == "S5 is the earlier state, S4 the later one"
    (copy,) = pair.passages
    assert (copy.left.card.label, copy.listed.lines[0].left) == ("S5", "900")
    assert pair.silence.endswith("what differs was changed silently")


def test_an_unknown_order_is_said_and_no_silence_is_charged(data: ReportData) -> None:
    pile = reuse_pile(data)
    (version,) = pile.versions
    (pair,) = make_view(evolve(pile, versions=(evolve(version, is_ordered=False, notice=None),))).states
    assert pair.order == "which of them is the earlier state is not known"
    assert "silently" not in pair.silence
    assert pair.passages[0].left.role == "one state"


def test_nothing_is_silent_where_nothing_differs(data: ReportData) -> None:
    pile = reuse_pile(data)
    (version,) = pile.versions
    equal = tuple(evolve(each, changes=()) for each in pile.alignments)
    (pair,) = make_view(evolve(pile, alignments=equal, versions=(evolve(version, notice=None),))).states
    assert "silently" not in pair.silence


def test_the_pages_hold_the_states_with_links_that_lead_somewhere(
    data: ReportData, read_page: Callable
) -> None:
    pile = reuse_pile(data)
    page = read_page(render_html(pile))
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    assert {"states", "lineage"} <= ids
    assert {a["href"][1:] for _, a in page.tags if "href" in a} <= ids
    assert "Corrected on Friday: the price was wrong." in page.marked
    markdown = render_markdown(pile)
    assert "### S4 and S5: S4 is the earlier state, S5 the later one" in markdown
    assert "- **number**: “400” → “900”" in markdown


def test_headings_come_in_order(data: ReportData, read_page: Callable) -> None:
    page = read_page(render_html(reuse_pile(data)))
    levels = [int(tag[1]) for tag, _ in page.tags if tag in ("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_a_finding_between_two_states_links_to_their_passage(data: ReportData) -> None:
    pile = reuse_pile(data)
    spans = [Span(key, TEXTS[key].index(text), TEXTS[key].index(text) + 3) for key, text in
             (("s-4", "400"), ("s-5", "900"))]  # fmt: skip
    sides = tuple(
        Side(text, (Evidence(span.source_id, span, text),), 1, 1)
        for span, text in zip(spans, ("400", "900"), strict=True)
    )
    finding = Conflict(
        ConflictKind.QUANTITY, ConflictClass.SOURCES_DIFFER, Level.HIGH, Level.HIGH, Scope.BETWEEN,
        "400 or 900", "", "price", "price", "", sides,
    )  # fmt: skip
    (card,) = make_view(evolve(pile, conflicts=(finding,))).cards
    assert card.passage == pile.alignments[2].key


def test_two_states_are_one_reason_on_a_card(data: ReportData) -> None:
    pile = reuse_pile(data)
    spans = [Span(key, TEXTS[key].index("crowns"), TEXTS[key].index("crowns") + 6) for key in ("s-4", "s-5")]
    side = Side("crowns", tuple(Evidence(span.source_id, span, "crowns") for span in spans), 1, 1)
    finding = Conflict(
        ConflictKind.QUANTITY, ConflictClass.SOURCES_DIFFER, Level.LOW, Level.LOW, Scope.BETWEEN,
        "crowns", "", "price", "coin", "", (side, evolve(side, value="marks")),
    )  # fmt: skip
    (card,) = make_view(evolve(pile, conflicts=(finding,))).cards
    assert "S4 and S5 are states of one page." in card.sides[0].reasons


def test_json_has_the_pairs_with_their_notice(data: ReportData) -> None:
    (row,) = json.loads(render_json(reuse_pile(data)))["page_versions"]
    assert (row["earlier_path"], row["later_path"], row["is_ordered"]) == ("s-4.txt", "s-5.txt", 1)
    assert TEXTS["s-5"][row["notice_start"] : row["notice_end"]] == row["notice"]
    silent = evolve(reuse_pile(data), versions=(evolve(reuse_pile(data).versions[0], notice=None),))
    assert json.loads(render_json(silent))["page_versions"][0]["notice"] is None
