"""The list of what was changed in a copy: grave first, small ones counted, long ones cut."""

from attrs import evolve

from provenance.model.report import ReportData
from provenance.model.reuse import Change, ChangeKind, Direction
from provenance.report import render_html, render_markdown
from provenance.report.changes import LINES, TEXT_CHARS, list_changes
from tests.report.reuse_pile import reuse_pile


def change(kind: ChangeKind, left: str, right: str, at: int = 0, judgement: str = "") -> Change:
    return Change(kind, at, at + len(left), left, at, at + len(right), right, judgement)


def test_no_change_is_no_difference() -> None:
    assert list_changes(()).heading == "no difference"


def test_grave_changes_come_first_and_possible_misreadings_last() -> None:
    found = list_changes(
        (
            change(ChangeKind.NUMBER, "38", "88", 0, "possible misreading"),
            change(ChangeKind.NAME, "Ana Brandt", "Ina Brandt", 4, "another name"),
            change(ChangeKind.NUMBER, "4", "7", 20),
        )
    )
    assert [(line.kind, line.left, line.right, line.judgement) for line in found.lines] == [
        ("number", "4", "7", ""),
        ("name", "Ana Brandt", "Ina Brandt", "another name"),
        ("number", "38", "88", "possible misreading"),
    ]


def test_small_changes_are_counted_only() -> None:
    small = [change(ChangeKind.WORDING, "a", "b", n) for n in range(4)] + [
        change(ChangeKind.OCR, "c1", "cl", 9)
    ]
    found = list_changes([*small, change(ChangeKind.NEGATION, "not", "", 20)])
    assert found.heading == "6 differences: 1 × negation, 4 × wording, 1 × possible misreading"
    assert [line.kind for line in found.lines] == ["negation"]
    assert found.folded == "4 × wording, 1 × possible misreading"


def test_a_sentence_that_one_text_lacks_is_listed_and_other_judgements_are_counted() -> None:
    found = list_changes(
        [
            change(ChangeKind.WORDING, "He wept. ", "", 40, "sentence dropped"),
            change(ChangeKind.TYPOGRAPHY, "a", "a", 0, "moved"),
            change(ChangeKind.WORDING, "teh", "the", 4, "possible misspelling"),
        ],
        is_flipped=True,
    )
    assert [(line.kind, line.left, line.right, line.judgement) for line in found.lines] == [
        ("sentence", "", "He wept. ", "")
    ]
    assert found.folded == "1 × possible misspelling, 1 × moved"


def test_the_left_text_is_told_first_even_if_it_is_text_b() -> None:
    (line,) = list_changes([change(ChangeKind.NUMBER, "4", "7")], is_flipped=True).lines
    assert (line.left, line.right) == ("7", "4")


def test_many_changes_are_cut_and_counted_and_long_ones_are_cut() -> None:
    found = list_changes([change(ChangeKind.DATE, "x" * 900, "y", n) for n in range(LINES + 5)])
    assert (len(found.lines), found.more) == (LINES, 5)
    assert len(found.lines[0].left) == TEXT_CHARS


def test_what_stands_on_one_side_only_says_on_which(data: ReportData) -> None:
    pile = reuse_pile(data)
    first = pile.alignments[0]
    dropped = evolve(first, changes=(evolve(first.changes[0], b_end=first.changes[0].b_start, b_text=""),))
    told = "“Hassan Ali” only in the earlier text, another name"
    assert told in render_markdown(evolve(pile, alignments=(dropped,)))
    added = evolve(first, changes=(evolve(first.changes[0], a_end=first.changes[0].a_start, a_text=""),))
    assert "“Hussein Ali” only in the later text" in render_markdown(evolve(pile, alignments=(added,)))


def test_both_reports_tell_the_judgement_of_a_name(data: ReportData) -> None:
    pile = reuse_pile(data)
    assert "- **name**: “Hassan Ali” → “Hussein Ali”, another name" in render_markdown(pile)
    html = render_html(pile)
    assert "another name" in html
    assert "1 × wording" in html


def test_of_two_texts_of_unknown_order_neither_became_the_other(data: ReportData) -> None:
    pile = reuse_pile(data)
    unknown = tuple(evolve(each, direction=Direction.UNKNOWN) for each in pile.alignments)
    told = evolve(pile, alignments=unknown, versions=())
    assert "“Hassan Ali” / “Hussein Ali”, another name" in render_markdown(told)
    html = render_html(told)
    assert " became </span>" not in html
    assert " became </span>" in render_html(pile)
