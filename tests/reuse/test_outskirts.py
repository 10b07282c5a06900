"""What one side replaced, added or left out at the very beginning or end of a copied sentence."""

import pytest

import provenance
from provenance.model.reuse import Alignment, ChangeKind

TOLD = (
    "The observatory on the ridge counts fallen stars for the whole country, and its keeper has not missed a "
    "clear night since the war. The dome leaks, the motor is older than he is, and the mayor has promised "
    "that a new roof will be finished"
)
AROUND = (
    ("Our village is proud of three things. The first is its plum brandy.", "The third is known to all."),
    ("A reader asks where schools could go in June.", "Take a coat, and book the evening train."),
)


def copies(one: str, other: str, sep: str = "\n\n") -> list[tuple[str, str, Alignment]]:
    """(quote of the one, quote of the other, alignment) of two texts of their own around these passages."""
    sides = (
        sep.join((before, told, after)) for (before, after), told in zip(AROUND, (one, other), strict=True)
    )
    texts = dict(zip("ab", sides, strict=True))
    found = provenance.find_reuse(texts)
    return [(x.a.quote(texts["a"]), x.b.quote(texts["b"]), x) for x in found]


@pytest.mark.parametrize("sep", ["\n\n", " "])
@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (" on Monday.", " on Friday.", ChangeKind.DATE),
        (" by 3 May.", " by 9 August.", ChangeKind.DATE),
        (" for 300,000 crowns.", " for 900,000 crowns.", ChangeKind.NUMBER),
        (" by Clara Brandt.", " by Pavel Moss.", ChangeKind.NAME),
        (" soon if the county agrees.", " soon.", ChangeKind.CONDITION),
        (" soon.", " soon, officials said.", ChangeKind.ATTRIBUTION),
    ],
)
def test_what_was_changed_at_the_end_is_told(one: str, other: str, kind: ChangeKind, sep: str) -> None:
    ((a, b, passage),) = copies(TOLD + one, TOLD + other, sep)
    assert (a, b) == (TOLD + one, TOLD + other)
    assert kind in {change.kind for change in passage.changes}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("In 1984", "In 1948", ChangeKind.DATE),
        ("Three months ago", "Five months ago", ChangeKind.NUMBER),
        ("Mayor Ines Dahl said that", "Governor Ines Dahl said that", ChangeKind.ROLE),
        ("If the county agrees,", "", ChangeKind.CONDITION),
        ("", "He said", ChangeKind.ATTRIBUTION),
    ],
)
def test_and_at_the_beginning(one: str, other: str, kind: ChangeKind) -> None:
    told = TOLD[0].lower() + TOLD[1:] + " soon."
    sides = [f"{head} {told}" if head else TOLD + " soon." for head in (one, other)]
    ((a, b, passage),) = copies(sides[0], sides[1])
    assert [a, b] == sides
    (change,) = (each for each in passage.changes if each.kind is not ChangeKind.TYPOGRAPHY)
    assert change.kind is kind and change.a_text in one and change.b_text in other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (" in a while and then painted in red.", " by men whom he has yet to hire from abroad."),
    ],
)
def test_sentences_that_go_on_each_in_its_own_way_end_where_they_part(one: str, other: str) -> None:
    ((a, b, passage),) = copies(TOLD + one, TOLD + other)
    assert {a, b} <= {TOLD}
    assert passage.changes == ()


def test_a_dateline_and_who_said_it_are_no_part_of_what_was_copied() -> None:
    for head in ("LINDFELL (Seawire) - ", "Lindfell, 3 May: ", "LINDFELL — "):
        ((_, b, passage),) = copies(f"{TOLD} soon.", f"{head}{TOLD} soon.")
        assert b == f"{TOLD} soon." and passage.changes == ()
    ((a, b, _),) = copies(f"“{TOLD} soon,” Ines Dahl said.", f"“{TOLD} soon,” a guest complained.")
    assert a == b == f"“{TOLD} soon"


def test_other_pieces_of_the_two_texts_keep_their_words() -> None:
    last = "And the brandy is drunk by whoever counts the most of them before the bells of the chapel ring."
    one, other = f"{TOLD} on Monday. {last}", f"{TOLD} on Friday. {last}"
    found = copies(one, other)
    for number, (_, _, each) in enumerate(found):
        for _, _, later in found[number + 1 :]:
            assert not each.a.overlap(later.a) and not each.b.overlap(later.b)


def test_a_line_beside_a_copied_list_of_which_the_figure_was_changed_belongs_to_it() -> None:
    listed = (
        "- {} g of flour\n- 2 eggs\n- 200 g of brown sugar\n- 150 g of butter\n- 1 spoon of soda\n- {} plums"
    )
    ((a, b, passage),) = copies(listed.format(300, "40 ripe"), listed.format(350, "60 ripe"))
    assert a.endswith("40 ripe plums") and b.startswith("350 g of flour")
    assert [(x.a_text, x.b_text) for x in passage.changes] == [("300", "350"), ("40", "60")]


@pytest.mark.parametrize("end", [" \u2026", "...", "", "\n\nRead more"])
def test_a_text_that_breaks_off_has_left_nothing_out(end: str) -> None:
    told = f"{TOLD} before the second week of May if the county agrees."
    texts = {"a": f"{AROUND[0][0]}\n\n{told}\n", "b": f"{AROUND[1][0]}\n\n{TOLD}{end}"}
    (passage,) = provenance.find_reuse(texts)
    assert passage.a.quote(texts["a"]) == TOLD and passage.changes == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Item 4: ", "Item 7: "),
        ("[12] ", "[14] "),
        ("12:30 ", "14:10 "),
        ("Share 12 ", "Share 45 "),
        ("\u00a7 4 ", "\u00a7 6 "),
        ("Updated 4 June\n", "Updated 9 June\n"),
        ("LINDFELL \u2014 ", "VELMAR \u2014 "),
        ("4 June 2024 \u2013 ", "5 June 2024 \u2013 "),
        ("By Ines Dahl ", "By Paul Marsh "),
    ],
)
def test_what_stands_before_a_sentence_is_none_of_it(one: str, other: str) -> None:
    ((a, b, passage),) = copies(f"{one}{TOLD} soon.", f"{other}{TOLD} soon.")
    assert a.endswith(f"{TOLD} soon.") and a == b and passage.changes == ()


def test_nor_is_a_line_after_it() -> None:
    ((a, b, passage),) = copies(f"{TOLD} soon. Read more on page 12", f"{TOLD} soon. Read more on page 17")
    assert a == b and passage.changes == ()


def test_a_short_sentence_of_which_the_figure_was_changed_belongs_to_the_passage_beside_it() -> None:
    one, other = (
        f"It was {day} May. {TOLD} soon. They paid {sum_} crowns." for day, sum_ in ((14, 30), (19, 50))
    )
    ((a, b, passage),) = copies(one, other)
    assert (a, b) == (one, other)
    assert [(x.a_text, x.b_text) for x in passage.changes] == [
        ("14 May", "19 May"),
        ("30", "50"),
    ]
