"""How many independent sources stand behind a side, as a range."""

import pytest

from provenance.conflicts.independence import Place, count_independent
from provenance.conflicts.pile import Pile
from provenance.model.annotations import AnnotatedSource
from provenance.model.reuse import Alignment, ChangeKind, Direction
from provenance.model.settings import ConflictSettings
from tests.conflicts.pools import BODY, KNOWLEDGE, PERSON, align, make_source, place, pool

NAMES = {"Ada Obi": ("obi", PERSON), "Port Council": ("council", BODY)}
VALUE = "twelve sailors drowned"


def text(before: str = "", after: str = "") -> str:
    return f"{before} Ada Obi of the Port Council said that {VALUE}. {after}"


def counted(
    *sources: AnnotatedSource, alignments: tuple[Alignment, ...] = ()
) -> tuple[int, int, tuple[str, ...]]:
    pile = Pile(pool(*sources, alignments=alignments), KNOWLEDGE, ConflictSettings())
    found = count_independent(pile, [Place(s.source.id, place(s, VALUE)) for s in sources])
    return found.least, found.most, found.reasons


def make(
    path: str, publisher: str | None, published: str | None = "2020-05-01", body: str = ""
) -> AnnotatedSource:
    return make_source(path, body or text(path), NAMES, publisher, published)


def test_two_publishers_and_one_event_are_two_origins() -> None:
    assert counted(make("a", "Gazette"), make("b", "Herald")) == (2, 2, ())


def test_one_source_is_one_origin() -> None:
    assert counted(make("a", None))[:2] == (1, 1)


def test_an_unknown_publisher_widens_the_range() -> None:
    least, most, reasons = counted(make("a", "Gazette"), make("b", None))
    assert (least, most) == (1, 2)
    assert "publisher is not stated" in reasons[0]


def test_one_publisher_is_one_origin() -> None:
    assert counted(make("a", "Gazette"), make("b", "The gazette".removeprefix("The ")))[:2] == (1, 1)


def test_naming_the_others_publisher_as_the_source_makes_one_origin() -> None:
    a = make("a", "Rescue Corps")
    credit = "According to the Rescue Corps " + VALUE + " off the cape, Ada Obi told the Port Council."
    b, c = make("b", "Herald", body=credit), make("c", "Gazette")
    least, most, reasons = counted(a, b)
    assert (least, most) == (1, 1)
    assert "publisher" in reasons[0]
    assert counted(b, c)[:2] == (2, 2)
    named = make("d", "Herald", body=f"Beside the Rescue Corps {VALUE}, Ada Obi told the Port Council.")
    assert counted(a, named)[:2] == (2, 2)


def test_a_shared_passage_makes_one_origin() -> None:
    a, b = make("a", "Gazette"), make("b", "Herald")
    assert counted(a, b, alignments=(align(a, b),))[:2] == (1, 1)


def test_a_passage_that_does_not_cover_the_claim_changes_nothing() -> None:
    a = make("a", "Gazette", body=text("It rained all day in the old port."))
    b = make("b", "Herald", body=text("It rained all day in the old port."))
    shared = align(a, b, within=("It rained all day", "It rained all day"))
    assert counted(a, b, alignments=(shared,))[:2] == (2, 2)


def test_one_agency_in_both_sentences_is_one_origin() -> None:
    body = f"Ada Obi of the Port Council told Reuters that {VALUE}."
    assert counted(make("a", "Gazette", body=body), make("b", "Herald", body=body))[:2] == (1, 1)


def test_one_agency_elsewhere_in_both_texts_widens_the_range() -> None:
    found = counted(
        make("a", "Gazette", body=text(after="Reuters saw it.")),
        make("b", "Herald", body=text(after="With Reuters.")),
    )
    assert found[:2] == (1, 2)


@pytest.mark.parametrize("published", [None, "2012-01-01"])
def test_without_one_event_the_range_is_open(published: str | None) -> None:
    assert counted(make("a", "Gazette"), make("b", "Herald", published))[:2] == (1, 2)


@pytest.mark.parametrize(
    ("direction", "expected"),
    [(Direction.A_TO_B, (0, 0)), (Direction.B_TO_A, (1, 1)), (Direction.UNKNOWN, (0, 1))],
)
def test_an_altered_copy_is_no_witness(direction: Direction, expected: tuple[int, int]) -> None:
    a = make("a", "Gazette", body=text().replace("twelve", "thirteen"))
    b = make("b", "Herald", body=text())
    pile = Pile(
        pool(a, b, alignments=(align(a, b, ChangeKind.NUMBER, direction),)), KNOWLEDGE, ConflictSettings()
    )
    found = count_independent(pile, [Place("b", place(b, VALUE))])
    assert (found.least, found.most) == expected


def test_an_altered_copy_that_names_its_own_source_is_a_witness() -> None:
    a = make("a", "Gazette", body=text().replace("twelve", "thirteen"))
    b = make("b", "Herald", body=text().replace("drowned.", "drowned, according to the coast guard."))
    pile = Pile(
        pool(a, b, alignments=(align(a, b, ChangeKind.NUMBER, Direction.A_TO_B),)),
        KNOWLEDGE,
        ConflictSettings(),
    )
    assert count_independent(pile, [Place("b", place(b, VALUE))]).most == 1


def test_three_texts_and_one_to_three_origins() -> None:
    found = counted(make("a", "Gazette"), make("b", None), make("c", None))
    assert found[:2] == (1, 3)


def test_to_credit_the_text_that_was_copied_is_to_name_no_source_of_ones_own() -> None:
    a = make("a", "Gazette", body=text().replace("twelve", "thirteen"))
    b = make("b", "Herald", body=text().replace("drowned.", "drowned, according to the Gazette."))
    copied = align(a, b, ChangeKind.NUMBER, Direction.A_TO_B)
    pile = Pile(pool(a, b, alignments=(copied,)), KNOWLEDGE, ConflictSettings())
    assert count_independent(pile, [Place("b", place(b, VALUE))]).most == 0


def test_only_the_altered_side_is_blamed_and_an_open_question_is_called_one() -> None:
    a = make("a", "Gazette", body=text().replace("twelve", "thirteen"))
    b = make("b", "Herald", body=text())
    copied = align(a, b, ChangeKind.NUMBER, Direction.UNKNOWN)
    pile = Pile(pool(a, b, alignments=(copied,)), KNOWLEDGE, ConflictSettings())
    found = count_independent(pile, [Place("b", place(b, VALUE))])
    assert found.reasons == ("which of the copies was altered is not known",)


def test_a_third_text_that_shows_which_copy_was_altered_clears_the_other() -> None:
    a, b = make("a", "Gazette"), make("b", "Herald")
    c = make("c", "Tribune", body=text().replace("twelve", "thirteen"))
    copies = (
        align(a, b),
        align(a, c, ChangeKind.NUMBER, Direction.A_TO_B),
        align(b, c, ChangeKind.NUMBER, Direction.UNKNOWN),
    )
    pile = Pile(pool(a, b, c, alignments=copies), KNOWLEDGE, ConflictSettings())
    found = count_independent(pile, [Place(s.source.id, place(s, VALUE)) for s in (a, b)])
    assert (found.least, found.most) == (1, 1)
    assert found.reasons == ("a shared passage covers it",)


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        ("the Mountain Rescue Corps", (1, 1)),
        ("the rescue corps", (1, 1)),
        ("the corps", (1, 2)),
        ("Ada Obi", (2, 2)),
    ],
)
def test_a_figure_credited_to_another_publisher_by_name_or_description_is_no_second_origin(
    credit: str, expected: tuple[int, int]
) -> None:
    a = make("a", "Mountain Rescue Corps")
    body = f"For Ada Obi and the Port Council: the toll was put at {VALUE} by {credit} and 9 by the press."
    least, most, _ = counted(a, make("b", "Herald", body=body))
    assert (least, most) == expected
