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
