"""Connected components."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.text.components import find_components

nodes = st.lists(st.sampled_from("abcdefgh"), unique=True)
edges = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))


def reachable(start: str, names: list[str], pairs: list[tuple[str, str]]) -> set[str]:
    """The slow way: walk until nothing new is met."""
    met = {start}
    while True:
        near = {y for x, y in pairs if x in met} | {x for x, y in pairs if y in met}
        if near & set(names) <= met:
            return met
        met |= near & set(names)


def test_nodes_without_edges_stand_alone_in_their_order() -> None:
    assert list(find_components(["c", "a"], []).items()) == [("c", "c"), ("a", "a")]


@given(nodes, edges)
def test_every_node_gets_the_least_it_reaches(names: list[str], pairs: list[tuple[str, str]]) -> None:
    inside = [(a, b) for a, b in pairs if a in names and b in names]
    assert find_components(names, pairs) == {n: min(reachable(n, names, inside)) for n in names}
