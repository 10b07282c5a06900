"""Clusters grow from the surest pairs and never hold a conflict."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.knowledge import Knowledge
from provenance.names.clustering.cluster import cluster_names, merge_best_first
from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge

P, ORG = "person", "organization"
SPELLINGS = [
    ["Hadi al-Ameri", "Hadi al-Amiri", "Al-Amiri, Hadi", "هادي العامري"],
    ["Haider al-Abadi", "Haidar al-Abadi"],
    ["Haider al-Asadi"],
    ["George W. Bush", "George Walker Bush"],
    ["George H. W. Bush"],
    ["Kim Jong Un", "Kim Jong-un"],
    ["Kim Jong Il"],
    ["Odinga"],
    ["Raila Odinga"],
]

BUSHES = "George Bush|George W. Bush|George H. W. Bush|G. Bush|Bush|George Bush Jr.|Jorge Bush".split("|")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The word lists of the package."""
    return load_knowledge()


def partition(names: list[tuple[str, str]], clusters: list[int]) -> set[frozenset[tuple[str, str]]]:
    groups: dict[int, set[tuple[str, str]]] = {}
    for name, cluster in zip(names, clusters, strict=True):
        groups.setdefault(cluster, set()).add(name)
    return {frozenset(group) for group in groups.values()}


def test_spellings_come_together_and_look_alikes_do_not(knowledge: Knowledge) -> None:
    names = [(name, P) for group in SPELLINGS for name in group]
    found = partition(names, cluster_names(names, knowledge))
    assert found == {frozenset((name, P) for name in group) for group in SPELLINGS}


def test_numbers_count_from_first_appearance_and_equal_names_share_one(knowledge: Knowledge) -> None:
    names = [("Kim Jong Il", P), ("Raila Odinga", P), ("Kim Jong Il", P), ("Kim Jong Il", ORG)]
    assert cluster_names(names, knowledge) == [0, 1, 0, 2]
    assert cluster_names([], knowledge) == []


def test_order_of_names_does_not_change_the_partition(knowledge: Knowledge) -> None:
    names = [(name, P) for group in SPELLINGS for name in group]
    expected = partition(names, cluster_names(names, knowledge))
    for seed in range(5):
        shuffled = random.Random(seed).sample(names, len(names))
        assert partition(shuffled, cluster_names(shuffled, knowledge)) == expected


@given(
    st.lists(
        st.sampled_from(BUSHES),
        max_size=8,
    )
)
@settings(deadline=None)
def test_no_cluster_holds_two_names_that_conflict(names: list[str]) -> None:
    knowledge = Knowledge()
    clusters = cluster_names([(name, P) for name in names], knowledge)
    for (i, a), (j, b) in combinations(enumerate(names), 2):
        if clusters[i] == clusters[j]:
            assert compare_names(a, b, P, knowledge).verdict != "different"


def test_the_best_edge_wins_over_an_earlier_one() -> None:
    edges = [(0.7, 0, 1), (0.9, 1, 2)]
    merged = merge_best_first(3, edges, lambda i, j: {i, j} == {0, 2})
    assert merged[1] == merged[2] != merged[0]


def test_a_veto_anywhere_across_two_clusters_keeps_them_apart() -> None:
    edges = [(0.9, 0, 1), (0.9, 2, 3), (0.8, 1, 2)]
    merged = merge_best_first(4, edges, lambda i, j: (i, j) in {(0, 3), (3, 0)})
    assert merged[0] == merged[1] != merged[2] == merged[3]


def test_without_a_veto_everything_along_the_edges_is_one() -> None:
    edges = [(0.6, i, i + 1) for i in range(9)]
    assert len(set(merge_best_first(10, edges, lambda _i, _j: False))) == 1
