"""Sentences that a trade writes again and again, and copied ones that were altered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.reuse import Alignment, Change, ChangeKind, ReuseKind
from provenance.model.spans import Span
from provenance.reuse import judge_directions
from provenance.reuse.kinds.stock import find_stock, is_stock
from tests.reuse.cases import find, source

HARBOUR = (
    "The harbour master of Velden, Ida Ravn, met the owners of the fleet in Quay House. They spoke about "
    "the price "
    "of ice and the new crane from Tolva. {} The clerk Nils Pell writes the report for the council by Easter."
)
VIOLINS = (
    "The library in Ashmere lends violins since autumn. Irene Halloran, who tunes them, says that the "
    "Dervish Fund "
    "has paid for forty. {} Next come cellos, if the Guild of Luthiers in Dunwall agrees."
)
CRANES = HARBOUR.replace(
    "They spoke about the price of ice and the new crane from", "Many asked for ice from"
)

STOCK = [
    (
        "{} pleaded not guilty to all charges and was released on bail until the court meets again.",
        ("Kovacs", "Dubois"),
    ),
    (
        "{} clinched the set with an ace on his third break point and never looked back after that in the "
        "match.",
        ("Rossi", "Delacroix"),
    ),
    (
        "Anyone with information about the fire is asked to contact the police in {} at any time of the day.",
        ("Eik", "Urm"),
    ),
    (
        "The work was approved by the ethics committee of {}, and all patients gave written informed "
        "consent.",
        ("Ur", "Po"),
    ),
]
FIGURES = [
    (
        "Officers were called to the address shortly after {} by a neighbour who had heard screams.",
        ("9 p.m.", "4 a.m."),
    ),
    (
        "Preheat the oven to {} degrees and grease a round cake tin with butter before you sift flour.",
        ("180", "220"),
    ),
    ("Every {} bridge in the county rests on piles that worms have eaten, says a paper.", ("third", "ninth")),
]
ALTERED = [
    (
        "The opera in Karsund burned to the ground, and {} firefighters were hurt when the roof fell in.",
        ("14", "19"),
    ),
    (
        "Senator Dale voted for the pipeline a day after his wife had bought {} shares of the firm that "
        "lays it.",
        ("4", "9"),
    ),
    (
        "{} ordered the gates of the dam to be opened while the village of Upper Sill was asleep.",
        ("Haddad", "Mirov"),
    ),
    (
        "Captain {} let the riders off first and then burned the log book of the Corvus in the galley.",
        ("Moreau", "Laurent"),
    ),
    (
        "{} did open the gates of the weir although all of the people in the valley were asleep.",
        ("Haddad", "Hadad"),
    ),
]


def kinds(one: str, other: str) -> set[ReuseKind]:
    return {each.kind for each in find(a=one, b=other) if each.a.source_id != each.b.source_id}


@pytest.mark.parametrize(("sentence", "values"), STOCK)
def test_a_formula_filled_anew_in_two_unrelated_texts_is_boilerplate(
    sentence: str, values: tuple[str, str]
) -> None:
    one, other = (text.format(sentence.format(x)) for text, x in zip((HARBOUR, VIOLINS), values, strict=True))
    assert kinds(one, other) == {ReuseKind.BOILERPLATE}


@pytest.mark.parametrize(("sentence", "values"), STOCK)
def test_the_same_in_two_texts_of_one_thing_is_an_altered_copy(
    sentence: str, values: tuple[str, str]
) -> None:
    one, other = (text.format(sentence.format(x)) for text, x in zip((HARBOUR, CRANES), values, strict=True))
    assert ReuseKind.BOILERPLATE not in kinds(one, other)


@pytest.mark.parametrize(("sentence", "values"), [*ALTERED, *FIGURES])
def test_a_copied_sentence_that_keeps_a_name_or_has_only_another_figure_is_an_altered_copy(
    sentence: str, values: tuple[str, str]
) -> None:
    one, other = (text.format(sentence.format(x)) for text, x in zip((HARBOUR, VIOLINS), values, strict=True))
    assert kinds(one, other) == {ReuseKind.EDITED}


def test_a_formula_beside_another_copied_paragraph_is_a_part_of_the_copying() -> None:
    sentence, values = STOCK[0]
    story = (
        "Every morning a baker on the corner puts two loaves on a step, and a clerk feeds a family of crows."
    )
    one, other = (
        f"{text.format(sentence.format(x))}\n\n{story}"
        for text, x in zip((HARBOUR, VIOLINS), values, strict=True)
    )
    assert ReuseKind.EDITED in kinds(one, other)


def test_a_formula_stays_one_in_texts_of_two_known_houses() -> None:
    sentence, values = STOCK[0]
    one, other = (text.format(sentence.format(x)) for text, x in zip((HARBOUR, VIOLINS), values, strict=True))
    known = [source(n, t, publisher=f"{n} Gazette") for n, t in (("a", one), ("b", other))]
    found = [each for each in find(a=one, b=other) if each.a.source_id != each.b.source_id]
    assert {each.kind for each in judge_directions(found, known)} == {ReuseKind.BOILERPLATE}


def test_standard_clauses_of_two_firms_are_stock_whatever_was_put_between() -> None:
    clauses = (
        "Actual results could differ materially from those implied{}. {} undertakes no obligation to "
        "update any "
        "forward-looking statements, whether as a result of new information or otherwise."
    )
    fills = (("", "The company"), (" because of things that it cannot foresee", "Kestrel Air"))
    one, other = (
        text.format(clauses.format(*fill)) for text, fill in zip((HARBOUR, VIOLINS), fills, strict=True)
    )
    assert kinds(one, other) == {ReuseKind.BOILERPLATE}


def test_stock_is_told_sentence_by_sentence() -> None:
    assert is_stock("In lieu of flowers, gifts go to the lifeboat. A memorial service will be held in May.")
    assert not is_stock("In lieu of flowers, gifts go to the lifeboat. She had sunk it.")
    assert not is_stock("")


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80), st.sampled_from(ChangeKind))
def test_any_text_can_be_looked_at(one: str, other: str, kind: ChangeKind) -> None:
    a, b = Span("a", 0, len(one)), Span("b", 0, len(other))
    change = Change(kind, 0, len(one), one, 0, len(other), other)
    alignment = Alignment(a, b, ReuseKind.EDITED, 0.5, (change,))
    assert find_stock([alignment], {"a": one, "b": other}) <= {(a, b)}
