"""Trees of a few texts: the best ones by the worth of their edges, and how they hang on a root."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from math import log, prod

LOOSEST = 5.0
"""How much worse than the best a tree may be and still count, natural logarithm."""
MOST_TREES = 100

Edge = tuple[int, int]


def near_trees(count: int, worth: Mapping[Edge, float]) -> list[tuple[float, tuple[Edge, ...]]]:
    """(worth, edges) of the best spanning tree, then of those near it, by worth."""
    ordered = sorted(worth, key=lambda e: (-worth[e], e))
    best = _spanning(count, ordered)
    top = sum(worth[e] for e in best)
    found = {best}
    trees: list[tuple[float, tuple[Edge, ...]]] = []
    rim = [(0.0, best)]
    while rim and len(trees) < MOST_TREES:
        minus, tree = heappop(rim)
        trees.append((top - minus, tree))
        for exchanged, loss in _exchanges(tree, ordered, worth, count):
            if exchanged not in found and minus + loss <= LOOSEST:
                found.add(exchanged)
                heappush(rim, (round(minus + loss, 9), exchanged))
    return trees


def _spanning(count: int, ordered: Sequence[Edge]) -> tuple[Edge, ...]:
    """Kruskal's maximum spanning forest of edges given best first."""
    root = list(range(count))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    kept = []
    for i, j in ordered:
        one, other = find(i), find(j)
        if one != other:
            root[max(one, other)] = min(one, other)
            kept.append((i, j))
    return tuple(sorted(kept))


def _exchanges(
    tree: tuple[Edge, ...], ordered: Sequence[Edge], worth: Mapping[Edge, float], count: int
) -> Iterator[tuple[tuple[Edge, ...], float]]:
    """Trees that differ by one edge, and how much worse they are."""
    near = neighbours(tree, count)
    for edge in ordered:
        if edge not in tree:
            for dropped in _path(near, *edge):
                if worth[dropped] - worth[edge] <= LOOSEST:
                    yield (
                        tuple(sorted([edge, *(e for e in tree if e != dropped)])),
                        worth[dropped] - worth[edge],
                    )


def _path(near: Sequence[Sequence[int]], start: int, end: int) -> list[Edge]:
    before = {start: start}
    rim = [start]
    while rim and end not in before:
        rim = [n for at in rim for n in near[at] if n not in before and before.setdefault(n, at) == at]
    edges = []
    while end != start and end in before:
        edges.append((min(end, before[end]), max(end, before[end])))
        end = before[end]
    return edges


def hang_on(near: Sequence[Sequence[int]], root: int, without: int = -1) -> dict[int, int]:
    """Child → parent, of the part of a tree that hangs on `root`."""
    parents: dict[int, int] = {}
    rim = [root]
    while rim:
        at = rim.pop()
        for n in near[at]:
            is_barred = at == root and n == without
            if n not in parents and n != root and not is_barred:
                parents[n] = at
                rim.append(n)
    return parents


def count_orders(parents: Mapping[int, int], root: int) -> float:
    """Logarithm of the product of the sizes of all subtrees below the root: the larger, the fewer orders of
    copying a root allows."""
    size: dict[int, int] = dict.fromkeys(parents, 0)
    for child in parents:
        at = child
        while at != root:
            size[at] += 1
            at = parents[at]
    return log(prod(size.values()))


def list_chains(parents: Mapping[int, int], count: int) -> list[list[int]]:
    """Of each text of the pile all above it, nearest first."""
    found = []
    for child in range(count):
        chain = []
        at = parents.get(child)
        while at is not None:
            chain.append(at)
            at = parents.get(at)
        found.append(chain)
    return found


def neighbours(edges: Sequence[Edge], count: int) -> list[list[int]]:
    """Of each node those that an edge joins with it, in the order of edges."""
    near: list[list[int]] = [[] for _ in range(count)]
    for i, j in edges:
        near[i].append(j)
        near[j].append(i)
    return near
