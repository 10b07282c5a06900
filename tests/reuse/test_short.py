"""Short passages: whole sentences, parts of them beside a longer passage, and the stock of all reporters."""

import pytest

from provenance.model.reuse import ChangeKind
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse import find_alignments
from provenance.reuse.passages.formulas import count_formula_words
from tests.reuse.cases import BAKER, FERRY, MILL, SETTINGS

KNOWLEDGE = load_knowledge()
GAUGE = "Barges above the weir pay the lower toll until noon."


def quotes(one: str, other: str) -> list[tuple[str, str]]:
    """What both sides of every alignment read."""
    texts = {"a": one, "b": other}
    found = find_alignments(texts, SETTINGS, KNOWLEDGE)
    return [(each.a.quote(one), each.b.quote(other)) for each in found]


def test_a_whole_sentence_word_for_word_is_a_copy_though_it_is_short() -> None:
    one, other = f"{MILL} {GAUGE} Nobody objected.", f"{BAKER}\n\n{GAUGE}\n\nThe meeting closed."
    assert quotes(one, other) == [(GAUGE, GAUGE)]


def test_one_word_of_it_may_be_changed() -> None:
    changed = GAUGE.replace("lower", "higher")
    assert quotes(f"{MILL} {GAUGE}", f"{BAKER} {changed} He left.") == [(GAUGE, changed)]


def test_two_changed_words_are_too_much() -> None:
    changed = GAUGE.replace("lower", "higher").replace("weir", "bridge")
    assert quotes(f"{MILL} {GAUGE}", f"{BAKER} {changed} He left.") == []


PLANKS = (
    "Every plank of the wrecked schooner was numbered, carried uphill by villagers and laid out to dry "
    "behind the chapel for a museum."
)
LOGS = (
    "Every plank of the sunken schooner was counted, carried uphill by soldiers and laid out to rot "
    "behind the tower for a museum."
)


def test_a_whole_sentence_with_every_fourth_word_replaced_is_an_edited_copy() -> None:
    assert quotes(f"{PLANKS} {MILL}", f"{BAKER} {LOGS}") == [(PLANKS, LOGS)]


def test_as_many_words_in_the_middle_of_longer_sentences_are_not() -> None:
    one, other = (text.removesuffix(".") for text in (PLANKS, LOGS))
    assert (
        quotes(f"They wrote that {one} next spring. {MILL}", f"No one knew if {other} or not. {BAKER}") == []
    )


def test_the_same_words_inside_longer_sentences_are_too_few() -> None:
    part = "barges above the weir pay the lower toll until spring"
    assert quotes(f"The clerk wrote that {part}. {MILL}", f"Last year {part}, said Ann. {BAKER}") == []


def test_a_sentence_of_frequent_words_is_no_copy() -> None:
    plain = "The two sides are expected to meet again next week."
    assert quotes(f"{MILL} {plain}", f"{BAKER} {plain} He left.") == []


@pytest.mark.parametrize(
    "stock",
    [
        "The company could not immediately be reached for comment on Tuesday.",
        "A spokesman for the ministry did not immediately respond to a request for comment.",
        "There was no immediate claim of responsibility for the attack on the barracks.",
        "The envoy spoke on condition of anonymity because he was not authorized to speak to the press.",
        "The cause of the derailment was not immediately clear, the railway said in a statement.",
        "An investigation into the cause of the derailment has been opened, according to the prosecutor.",
        "The minister told reporters that those responsible would be brought to justice.",
    ],
)
def test_stock_phrases_are_no_copy_even_beside_one(stock: str) -> None:
    assert quotes(f"{MILL} {stock}", f"{BAKER} {stock} He left.") == []
    assert quotes(f"{FERRY} {MILL} {stock}", f"{FERRY} {BAKER} {stock} He left.") == [(FERRY, FERRY)]


def test_a_formula_of_many_texts_is_no_copy() -> None:
    texts = {f"s{number}": f"{number * 7919} {GAUGE} {number * 7907}" for number in range(7)}
    assert find_alignments(texts, SETTINGS, KNOWLEDGE) == []


def test_beside_a_longer_passage_the_beginning_of_a_sentence_is_enough() -> None:
    begun = "The parish will buy the flooded mill back from its owners"
    one = f"{FERRY} {MILL} {begun} unless the price has doubled by the autumn."
    other = f"{FERRY} {BAKER} {begun}."
    dropped = f"{begun} unless the price has doubled by the autumn."
    assert (dropped, f"{begun}.") in quotes(one, other)
    assert quotes(one.removeprefix(FERRY), other.removeprefix(FERRY)) == []


def test_a_sentence_cut_short_belongs_to_the_passage_after_it() -> None:
    one = (
        f"{MILL} The lower bridge could close in May unless the council of the three parishes finds the "
        f"money for new planks. {GAUGE}"
    )
    other = f"{BAKER} The lower bridge must close in May. {GAUGE}"
    texts = {"a": one, "b": other}
    (found,) = find_alignments(texts, SETTINGS, KNOWLEDGE)
    assert found.a.quote(one) == one.removeprefix(f"{MILL} ")
    assert found.b.quote(other) == other.removeprefix(f"{BAKER} ")
    assert [(change.kind, change.a_text[:22], change.b_text) for change in found.changes] == [
        (ChangeKind.MODALITY, "could", "must"),
        (ChangeKind.CONDITION, "unless the council of ", ""),
    ]


def test_a_sentence_cut_short_belongs_to_the_passage_before_it() -> None:
    one = f"{MILL} {GAUGE} The lower bridge will close in May for repairs that last until the first frost."
    other = f"{BAKER} {GAUGE} The lower bridge will close in May."
    (found,) = quotes(one, other)
    assert found[0].endswith("The lower bridge will close in May")
    assert found[1].endswith("The lower bridge will close in May.")


def test_passages_on_both_sides_of_a_cut_are_one() -> None:
    cut = " although the keeper of the lock and both of his sons had asked the board for two more weeks"
    one, other = f"{FERRY[:-1]}{cut}. {MILL}", f"{FERRY} {MILL}"
    (found,) = quotes(one, other)
    assert found == (one, other)


def test_words_of_stock_phrases_are_counted() -> None:
    assert count_formula_words("she could not immediately be reached for comment") == 7
    assert count_formula_words("the baker puts two loaves on the step") == 0
    assert count_formula_words("") == 0
