"""Which names hang together: connected components."""

from collections.abc import Iterable


def find_components(nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Every node → the least node that it is connected with, in the order of `nodes`.

    Edges that touch none of the nodes, or only one, join nothing. Union-find with path halving.
    """
    parent = {node: node for node in nodes}

    def root(node: str) -> str:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in edges:
        if a in parent and b in parent:
            low, high = sorted((root(a), root(b)))
            parent[high] = low
    return {node: root(node) for node in parent}
