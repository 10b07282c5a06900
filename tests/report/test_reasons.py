"""What speaks for a direction and against it, with its weight in words."""

from attrs import evolve

from provenance.model.report import ReportData
from provenance.model.reuse import Direction, DirectionEvidence, ReuseKind
from provenance.report import render_html, render_markdown, words
from provenance.report.reasons import REASONS, list_reasons
from provenance.report.view import make_view
from tests.report.reuse_pile import reuse_pile

LABELS = {"a": "S1", "b": "S2"}


def test_evidence_is_for_or_against_what_is_asserted(data: ReportData) -> None:
    found = list_reasons(reuse_pile(data).alignments[0], LABELS)
    assert [(reason.says, reason.text) for reason in found.listed] == [
        ("for, strong", "S2 credits S1"),
        ("against (S2 first), little", "S2 is the longer one"),
        ("no weight", "a posting date alone"),
    ]


def test_where_nothing_is_asserted_each_piece_says_what_it_speaks_for(data: ReportData) -> None:
    unknown = evolve(reuse_pile(data).alignments[0], direction=Direction.UNKNOWN, direction_confidence=0.0)
    third = DirectionEvidence(Direction.COMMON_SOURCE, 0.4, "both name a herald")
    neither = DirectionEvidence(Direction.UNKNOWN, 0.4, "a third text could be the source")
    found = list_reasons(evolve(unknown, evidence=(*unknown.evidence[:2], third, neither)), LABELS)
    assert [reason.says for reason in found.listed] == [
        "S1 first, strong", "S2 first, little", "a third text, some", "neither, some",
    ]  # fmt: skip


def test_reasons_beyond_what_a_passage_has_room_for_are_counted(data: ReportData) -> None:
    first = reuse_pile(data).alignments[0]
    found = list_reasons(evolve(first, evidence=first.evidence[:1] * (REASONS + 3)), LABELS)
    assert (len(found.listed), found.more) == (REASONS, 3)


def test_weights_and_confidences_have_words() -> None:
    assert [words.weight(value) for value in (1.0, 0.6, 0.3, 0.01, 0.0)] == [
        "strong", "strong", "some", "little", "none",
    ]  # fmt: skip
    assert [words.confidence(value) for value in (0.8, 0.6, 0.1)] == [
        "high, 0.80",
        "medium, 0.60",
        "low, 0.10",
    ]


def test_a_third_source_is_named(data: ReportData) -> None:
    pile = reuse_pile(data)
    told = "Both seem to go back to a third text, Norvik Press, which both name: both credit one agency"
    assert told in render_html(pile)
    assert told in render_markdown(pile)


def test_no_confidence_is_told_where_no_direction_is_asserted(data: ReportData) -> None:
    pile = reuse_pile(data)
    unknown = evolve(pile.alignments[0], direction=Direction.UNKNOWN)
    (copy,) = make_view(evolve(pile, alignments=(unknown,))).copies
    assert copy.confidence == ""


def test_kinds_that_occur_are_explained(data: ReportData) -> None:
    pile = reuse_pile(data)
    html, markdown = render_html(pile), render_markdown(pile)
    for kind in ReuseKind:
        is_here = kind in {alignment.kind for alignment in pile.alignments}
        assert (words.REUSE_EXPLAINED[kind] in html) is is_here
        assert (words.REUSE_EXPLAINED[kind] in markdown) is is_here
