"""A name that two conflicting ones could have is in neither's cluster."""

from itertools import permutations

import pytest

from provenance.model.knowledge import Knowledge
from provenance.names.clustering.cluster import cluster_names
from provenance.names.clustering.torn import without_torn
from provenance.readers.gazetteers import load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The word lists of the package."""
    return load_knowledge()


def clusters(names: tuple[str, ...], knowledge: Knowledge) -> list[int]:
    return cluster_names([(name, "person") for name in names], knowledge)


def test_a_name_that_fits_two_with_other_initials_joins_neither(knowledge: Knowledge) -> None:
    for names in permutations(("Peter Haller", "Peter K. Haller", "Peter M. L. Haller")):
        assert clusters(names, knowledge) == [0, 1, 2]


def test_a_name_that_fits_one_with_an_initial_joins_it(knowledge: Knowledge) -> None:
    assert clusters(("Peter Haller", "Peter K. Haller"), knowledge) == [0, 0]
    assert clusters(("Peter Haller", "Peter K. Haller", "Haller, Peter K."), knowledge) == [0, 0, 0]


def test_spellings_of_the_torn_name_stay_together(knowledge: Knowledge) -> None:
    names = ("Peter Haller", "Haller, Peter", "Peter K. Haller", "Peter M. L. Haller")
    assert clusters(names, knowledge) == [0, 0, 1, 2]


def test_a_torn_name_joins_no_name_with_the_word_written_out(knowledge: Knowledge) -> None:
    names = ("Peter Haller", "Peter K. Haller", "Peter M. L. Haller", "Peter Konrad Haller")
    assert clusters(names, knowledge) == [0, 1, 2, 1]


def test_longer_names_that_do_not_conflict_leave_all_edges() -> None:
    names = [("Ana Lima", "person"), ("Ana R. Lima", "person"), ("Ana R. S. Lima", "person")]
    edges = [(0.9, 0, 1), (0.9, 0, 2), (0.8, 1, 2)]
    assert without_torn(edges, names, lambda a, b: False) == edges
    assert without_torn(edges, names, lambda a, b: True) == [(0.8, 1, 2)]


def test_bodies_are_not_torn() -> None:
    names = [("Ana Lima", "organization"), ("Ana R. Lima", "organization"), ("Ana T. Lima", "organization")]
    edges = [(0.9, 0, 1), (0.9, 0, 2)]
    assert without_torn(edges, names, lambda a, b: True) == edges
