"""Blocks of equal lines: one passage for two texts that share one, few within one text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.reuse import Alignment
from provenance.reuse import find_alignments
from tests.reuse.cases import BAKER, FERRY, KNOWLEDGE, MILL, SETTINGS

LINE = "The lamp keeper of the northern light wrote each night that all was calm upon the water.\n"


def of_both(found: list[Alignment]) -> list[Alignment]:
    return [each for each in found if each.a.source_id != each.b.source_id]


@pytest.mark.parametrize(("many", "few"), [(900, 400), (60, 45), (70, 8), (5, 3)])
def test_two_blocks_of_one_line_share_the_longest_run_once(many: int, few: int) -> None:
    found = find_alignments({"a": LINE * many, "b": LINE * few}, SETTINGS, KNOWLEDGE)
    shared = of_both(found)
    assert [(len(each.a), len(each.b)) for each in shared] == [(len(LINE * few) - 1,) * 2]
    assert len(found) - len(shared) <= 5


def test_a_passage_copied_to_two_places_is_told_twice() -> None:
    texts = {"a": f"{MILL}\n\n{FERRY}", "b": f"{FERRY}\n\n{BAKER}\n\n{FERRY}"}
    assert [len(each.b) for each in of_both(find_alignments(texts, SETTINGS, KNOWLEDGE))] == [len(FERRY)] * 2


def test_a_passage_copied_twice_in_a_row_is_told_twice() -> None:
    texts = {"a": f"{MILL}\n\n{FERRY}", "b": f"{FERRY}\n\n{FERRY}"}
    assert [len(each.b) for each in of_both(find_alignments(texts, SETTINGS, KNOWLEDGE))] == [len(FERRY)] * 2


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 50), st.integers(2, 50))
def test_however_often_each_repeats_its_line_the_longest_run_is_found_and_hardly_more(
    one: int, other: int
) -> None:
    texts = {"a": f"{MILL}\n\n{LINE * one}", "b": f"{LINE * other}\n{BAKER}"}
    shared = of_both(find_alignments(texts, SETTINGS, KNOWLEDGE))
    assert len(shared) <= 3
    assert max(len(each.a) for each in shared) >= min(one, other) * len(LINE) - 1


GOODS = [
    f"The {colour} {thing} of {matter} costs {3 + number * 5 % 17} crowns and comes with a bag of {gift}."
    for number, (colour, thing, matter, gift) in enumerate(
        zip(
            ("blue", "red", "green", "white", "black", "grey", "brown", "pink"),
            ("kettle", "lamp", "bucket", "ladder", "spade", "barrow", "stool", "mirror"),
            ("tin", "oak", "zinc", "pine", "steel", "ash", "elm", "glass"),
            ("salt", "nails", "seed", "oats", "lime", "sand", "wool", "soap"),
            strict=True,
        )
    )
]
"""Lines so alike that each could be the one before, edited."""


def places(other: str, goods: list[str]) -> list[tuple[int, int]]:
    """Where `goods` stand in `other`, each place of all of them."""
    text, found, at = "\n".join(goods), [], 0
    while (at := other.find(text, at)) >= 0:
        found.append((at, at + len(text)))
        at += 1
    return found


@pytest.mark.parametrize("left_out", [(), (0,), (0, 1), (0, 1, 2), (5, 6, 7), (7,)])
@pytest.mark.parametrize("between", ["\n", "\n\n", f"\n\n{MILL}\n\n"])
def test_a_list_of_goods_told_twice_side_by_side_is_told_twice(
    left_out: tuple[int, ...], between: str
) -> None:
    again = [line for number, line in enumerate(GOODS) if number not in left_out]
    other = f"{BAKER}\n\n" + "\n".join(GOODS) + between + "\n".join(again)
    texts = {"a": f"{FERRY}\n\n" + "\n".join(GOODS), "b": other}
    found = [(each.b.start, each.b.end) for each in of_both(find_alignments(texts, SETTINGS, KNOWLEDGE))]
    whole = places(other, GOODS)[0]
    begin = len(other) - len("\n".join(again))
    assert whole in found
    # a line of the first list may be taken for the one that is left out of the second
    assert any(
        begin - len(GOODS[-1]) - 2 <= start <= begin + 20 and end == len(other) for start, end in found
    )


def test_of_a_list_said_once_a_line_or_two_of_it_is_told_in_its_place() -> None:
    texts = {"a": "\n".join(GOODS[2:4]) + f"\n\n{FERRY}", "b": f"{BAKER}\n" + "\n".join(GOODS[:6])}
    (found,) = of_both(find_alignments(texts, SETTINGS, KNOWLEDGE))
    assert [(found.b.start, found.b.end)] == places(texts["b"], GOODS[2:4])


def test_a_week_of_lines_is_one_passage_in_whatever_place_it_begins() -> None:
    days = "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
    hours = "six", "seven", "eight", "six", "nine", "seven", "five"
    week = [
        f"{day}: the film at the Mill Hall begins at half past {hour} and tickets cost {price} crowns."
        for price, (day, hour) in enumerate(zip(days, hours, strict=True), 3)
    ]
    texts = {"a": f"{FERRY}\n\n" + "\n".join(week), "b": "\n".join(week) + f"\n\n{BAKER}"}
    (found,) = of_both(find_alignments(texts, SETTINGS, KNOWLEDGE))
    assert (found.grade, len(found.a)) == (1.0, len("\n".join(week)))


def test_a_chorus_is_told_from_each_place_to_each() -> None:
    chorus = (
        "Row the barge down, lads, row the barge home,\nThe lamps of the harbour are lit on the foam,\n"
        "The kettle is singing, the net has its share,\nAnd nobody asks who was weeping out there."
    )
    texts = {"a": f"{FERRY}\n\n{chorus}\n\n{MILL}\n\n{chorus}", "b": f"{chorus}\n\n{BAKER}\n\n{chorus}"}
    shared = of_both(find_alignments(texts, SETTINGS, KNOWLEDGE))
    assert sorted((each.a.start, each.b.start) for each in shared) == [
        (a, b) for a, _ in places(texts["a"], [chorus]) for b, _ in places(texts["b"], [chorus])
    ]
