"""Pairs that are worth comparing."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from provenance.conflicts.blocking import find_pairs

SETS = st.lists(st.frozensets(st.integers(0, 6), max_size=4), max_size=12)


@given(SETS)
def test_all_pairs_with_a_common_member_are_found_where_members_are_rare(sets: list[frozenset[int]]) -> None:
    slow = [(i, j) for i, j in combinations(range(len(sets)), 2) if sets[i] & sets[j]]
    assert find_pairs(sets, 12) == slow


@given(SETS, st.integers(1, 3))
def test_work_is_bounded_by_members(sets: list[frozenset[int]], most: int) -> None:
    found = find_pairs(sets, most)
    assert len(found) <= most * sum(map(len, sets))
    assert all(i < j and sets[i] & sets[j] for i, j in found)
