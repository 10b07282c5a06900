"""Shared passages side by side."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.report import ReportData
from provenance.model.reuse import ChangeKind, Direction, ReuseKind
from provenance.model.sources import Basis, Metadatum
from provenance.model.spans import Span
from provenance.report.copies import EQUAL_CHARS, Copy, covered, make_copies, ranked, side_pieces
from provenance.report.places import make_directory


def copy_of(data: ReportData, **changes: object) -> Copy:
    """The first alignment, changed, as a copy."""
    return make_copies([evolve(data.alignments[0], **changes)], make_directory(data))[0]


ranges = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(ChangeKind)), max_size=6)


@given(text=st.text(min_size=60, max_size=60), found=ranges)
def test_pieces_give_the_passage_back(text: str, found: list[tuple[int, int, ChangeKind]]) -> None:
    pieces = side_pieces(text, Span("s", 5, 55), found)
    assert "".join(piece.text for piece in pieces) == text[5:55]


def test_long_equal_run_loses_its_middle_between_words() -> None:
    text = "every word stands here " * 200
    pieces = side_pieces(text, Span("s", 0, len(text)), ())
    head, gap, tail = pieces
    assert head.text.split()[-1] in {"every", "word", "stands", "here"}
    assert tail.text.split()[0] in {"every", "word", "stands", "here"}
    assert len(head.text) + gap.omitted + len(tail.text) == len(text) > EQUAL_CHARS


def test_wording_has_no_label_and_numbers_have() -> None:
    pieces = side_pieces(
        "four good men", Span("s", 0, 13), [(0, 4, ChangeKind.NUMBER), (5, 9, ChangeKind.WORDING)]
    )
    assert [(piece.text, piece.label) for piece in pieces if piece.is_changed] == [
        ("four", "number"),
        ("good", ""),
    ]


def test_earlier_text_stands_left(data: ReportData) -> None:
    copy = copy_of(data, direction=Direction.B_TO_A)
    assert (copy.left.card.source.id, copy.left.letter, copy.left.role) == ("s-b", "b", "earlier text")


def test_unknown_direction_gives_no_roles(data: ReportData) -> None:
    copy = copy_of(data, direction=Direction.UNKNOWN, direction_reason="no date is stated")
    assert (copy.left.role, copy.right.role) == ("one text", "other text")
    assert copy.direction == "Which text had it first is not known: no date is stated"


def test_the_reason_calls_both_texts_by_their_labels_and_leaves_quotes(data: ReportData) -> None:
    reason = 'text b credits the publisher of text a: "as text a of 1 May says"'
    copy = copy_of(data, direction=Direction.A_TO_B, direction_reason=reason)
    a, b = copy.left.card.label, copy.right.card.label
    assert copy.direction.endswith(f': {b} credits the publisher of {a}: "as text a of 1 May says"')


def test_third_text_is_said_to_be_likely(data: ReportData) -> None:
    copy = copy_of(data, direction=Direction.COMMON_SOURCE, direction_reason="")
    assert copy.direction == "Both seem to go back to a third text"


def test_one_publisher_reuses(data: ReportData) -> None:
    metadata = (Metadatum("publisher", "Tarnwick Gazette", Basis.STATED),)
    sources = tuple(evolve(s, metadata=metadata) for s in data.sources)
    assert "reused by its publisher" in copy_of(evolve(data, sources=sources)).direction


def test_passage_within_one_text_has_places(data: ReportData) -> None:
    first = data.alignments[0]
    copy = copy_of(data, b=evolve(first.a, start=first.a.start + 10), changes=(), direction=Direction.UNKNOWN)
    assert (copy.places, copy.left.role, copy.changes) == ("S2, twice", "first place", "no difference")
    assert copy.direction == "Both places stand in one text"


def test_grave_changes_come_first_and_boilerplate_apart(data: ReportData) -> None:
    together, apart = ranked(reversed(data.alignments))
    assert [alignment.kind for alignment in together] == [ReuseKind.EDITED, ReuseKind.VERBATIM]
    assert [alignment.kind for alignment in apart] == [ReuseKind.BOILERPLATE]


@given(found=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda p: (min(p), max(p)))))
def test_covered_counts_each_place_once(found: list[tuple[int, int]]) -> None:
    assert covered(found) == len({at for start, end in found for at in range(start, end)})
