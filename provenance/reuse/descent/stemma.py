"""Who derives from whom among a few texts, as a distribution over trees: the stemma of philologists.

Witnesses that share changes stand together (common errors, after Lachmann and Maas); the tree is that which
needs the fewest changes, neighbouring trees count by how many more they need, and a text that is not in the
pile is put between three where each has readings of its own against the other two (Buneman's median). The
root follows from evidence, and else from how many orders of copying a root allows (rumour centrality, Shah
and Zaman 2011). Sums over trees and roots give the odds for every pair: nothing is forced.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import exp, log
from typing import Protocol

from attrs import frozen

from provenance.reuse.descent.trees import (
    LOOSEST,
    Edge,
    count_orders,
    hang_on,
    list_chains,
    near_trees,
    neighbours,
)

CHANGE_COST = 1.0
"""Of one more change, natural logarithm: the same change is seldom made twice."""
WORD_WORTH = 0.1
"""Of a shared word: a text that lacks a passage is no model for it."""
LOST_COST = 4.5
"""Of a text that is not in the pile."""
LOST_ROOT = log(2.5)
"""That a lost text between several is their origin rather than a copy of one of them."""
MIDDLE = log(0.03)
"""That two texts go back to a lost one, of which nothing else tells."""
NAMED_BELOW = log(0.5)
"""That a source which others name, and which is not in the pile, has the passage from a text of the pile."""
DIRECT_SHARE = 0.9
"""What a credit says against a third text between the two, of the same."""
CREDIT_SHARE = 0.9
"""What a credit says against two texts being copies of a third, of what it says against the reverse."""
LEAST_UNIQUE = 2.4
"""Changes of its own against two others, from which a text may have a lost one beside it."""
NEGLIGIBLE = 9.0
"""How much worse than the best a tree with its root is no longer added up, natural logarithm."""
MOST_BESIDE = 8
"""Neighbours of a text among which such are looked for."""


class Collation(Protocol):
    """Readings of all texts."""

    def unique(self, k: int, i: int, j: int) -> float:
        """Changes that `k` alone has, where `i` and `j` agree."""
        ...

    def to_median(self, core: Sequence[int]) -> Mapping[int, float]:
        """Changes of each text against one that reads what most of `core` do."""
        ...


@frozen
class Bond:
    """Of two texts, the first number less than the second. `words`: that they share; `changes`: between them.

    `forward`, `backward`: logarithm of the odds against the second being the model of the first, and the
    reverse; `credits`: the same of credits alone, which also tell against a common model. `apart`: against
    either being the model of the other. `is_open`: further texts that are not looked at have the passage too.
    `passed_forward`, `passed_backward`: of the credits those that can be passed on with the passage, and do
    not tell against a third text between the two.
    """

    words: float
    changes: float
    forward: float = 0.0
    backward: float = 0.0
    credit_forward: float = 0.0
    credit_backward: float = 0.0
    apart: float = 0.0
    is_open: bool = False
    passed_forward: float = 0.0
    passed_backward: float = 0.0


@frozen
class Odds:
    """`above[i, j]`: odds that i is a model of j, directly or not, 0..1. `parent[p, j]`: that p is its
    nearest model in the pile, or, as negative numbers, a lost text. `lost`: children of each lost text."""

    above: Mapping[Edge, float]
    parent: Mapping[Edge, float]
    lost: Mapping[int, tuple[int, ...]]


@frozen
class _Tree:
    """Numbers from `count` on are lost texts. `named`: texts that name the lost one as their source."""

    weight: float
    edges: tuple[Edge, ...]
    lost: int = 0
    named: tuple[int, ...] = ()


def judge_stemma(
    count: int,
    bonds: Mapping[Edge, Bond],
    collation: Collation,
    named: tuple[int, ...] = (),
    is_lost: bool = True,
) -> Odds:
    """The odds over all trees near the best. `named`: texts that name one source; `is_lost`: which is none of
    these, so that it stands above them all."""
    worth = {e: WORD_WORTH * b.words - CHANGE_COST * b.changes for e, b in bonds.items()}
    trees: list[_Tree] = []
    if named:
        trees += _with_lost(named, 0.0, count, bonds, worth, collation, named if is_lost else ())
    if not (named and is_lost):
        near = near_trees(count, worth)
        trees += [_Tree(weight, edges) for weight, edges in near]
        for core in _cores(near[0][1], count, collation):
            trees += _with_lost(core, LOST_COST, count, bonds, worth, collation)
    best = max(tree.weight for tree in trees)
    return _add_up([tree for tree in trees if tree.weight >= best - 2 * LOOSEST], count, bonds)


def _add_up(trees: Sequence[_Tree], count: int, bonds: Mapping[Edge, Bond]) -> Odds:
    """Sums over trees and roots."""
    rooted = [each for tree in trees for each in _rooted(tree, count, bonds)]
    best = max(weight for weight, _, _ in rooted)
    above: dict[Edge, float] = {}
    parent: dict[tuple[int | tuple[int, ...], int], float] = {}
    total = 0.0
    for weight, parents, chains in rooted:
        if weight < best - NEGLIGIBLE:
            continue
        share = exp(weight - best)
        total += share
        for child, chain in enumerate(chains):
            for each in chain:
                if each < count:
                    above[each, child] = above.get((each, child), 0.0) + share
            seen = next((each for each in chain if each < count), None)
            key: int | tuple[int, ...] = seen if seen is not None else _below(parents, count)
            if chain:
                parent[key, child] = parent.get((key, child), 0.0) + share
    return _odds(above, parent, total)


def _odds(
    above: Mapping[Edge, float], parent: Mapping[tuple[int | tuple[int, ...], int], float], total: float
) -> Odds:
    groups = sorted({key for key, _ in parent if isinstance(key, tuple)})
    number = {group: -1 - place for place, group in enumerate(groups)}
    return Odds(
        {pair: value / total for pair, value in sorted(above.items())},
        {
            (number[key] if isinstance(key, tuple) else key, child): value / total
            for (key, child), value in parent.items()
        },
        {number[group]: group for group in groups},
    )


def _below(parents: Mapping[int, int], count: int) -> tuple[int, ...]:
    """Texts of the pile whose nearest model is the lost root of this tree."""
    found = []
    for child in range(count):
        at = parents.get(child, -1)
        while at >= count:
            at = parents.get(at, -1)
        if at < 0 and child in parents:
            found.append(child)
    return tuple(found)


def _cores(edges: Sequence[Edge], count: int, collation: Collation) -> list[tuple[int, ...]]:
    """Texts that may derive from one lost text: one with neighbours that agree against it where it has
    readings of its own."""
    found = set()
    for k in range(count):
        near = sorted(j if i == k else i for i, j in edges if k in (i, j))
        core = tuple(sorted((k, *_alike(k, near[:MOST_BESIDE], collation))))
        if len(core) > 2:
            found.add(core)
    return sorted(found)


def _with_lost(
    core: tuple[int, ...],
    cost: float,
    count: int,
    bonds: Mapping[Edge, Bond],
    worth: Mapping[Edge, float],
    collation: Collation,
    named: tuple[int, ...] = (),
) -> list[_Tree]:
    """Trees with one more text, which reads what most of `core` do and has all that any two share."""
    whole = dict(worth)
    most = 0.0
    changes = collation.to_median(core)
    for n in range(count):
        words = max((bond.words for pair, bond in bonds.items() if n in pair), default=0.0)
        if words:
            whole[n, count] = WORD_WORTH * words - CHANGE_COST * changes.get(n, 0.0)
            most = max(most, words)
    # The lost text has all that they share: it is not counted as shared once more.
    least = 1 if not cost else 3
    return [
        _Tree(weight - WORD_WORTH * most - cost, edges, 1, named)
        for weight, edges in near_trees(count + 1, whole)
        if sum(count in edge for edge in edges) >= least
    ]


def _alike(k: int, seen: Sequence[int], collation: Collation) -> list[int]:
    """Neighbours of `k` of which any two agree against it often enough, in order; none or two at least."""
    pairs = sorted(((-collation.unique(k, i, j), i, j) for i, j in combinations(seen, 2)))
    if not pairs or -pairs[0][0] < LEAST_UNIQUE:
        return []
    moved = list(pairs[0][1:])
    for n in seen:
        if n not in moved and all(collation.unique(k, *sorted((n, m))) >= LEAST_UNIQUE for m in moved):
            moved.append(n)
    return sorted(moved)


def _rooted(
    tree: _Tree, count: int, bonds: Mapping[Edge, Bond]
) -> Iterator[tuple[float, dict[int, int], list[list[int]]]]:
    """(weight, child → parent, of each text all above it) for every root: a text, a lost one, or a lost one
    in the middle of an edge."""
    whole = count + tree.lost
    near = neighbours(tree.edges, whole)
    for root in range(whole):
        parents = hang_on(near, root)
        prior = LOST_ROOT if root >= count else 0.0
        if tree.named and root != count:
            if not all(_is_under(parents, n, count) for n in tree.named):
                continue
            prior = NAMED_BELOW
        chains = list_chains(parents, count)
        likely = _likelihood(chains, count, bonds) - count_orders(parents, root)
        yield tree.weight + prior + likely, parents, chains
    for i, j in () if tree.named else tree.edges:
        if j >= count:
            continue
        bond = bonds[i, j]
        parents = {**hang_on(near, i, without=j), **hang_on(near, j, without=i), i: whole, j: whole}
        prior = 0.0 if bond.is_open else MIDDLE
        chains = list_chains(parents, count)
        likely = _likelihood(chains, count, bonds) - count_orders(parents, whole)
        yield tree.weight + prior + likely, parents, chains


def _is_under(parents: Mapping[int, int], node: int, above: int) -> bool:
    at = parents.get(node, -1)
    while at >= 0 and at != above:
        at = parents.get(at, -1)
    return at == above


def _likelihood(chains: Sequence[Sequence[int]], count: int, bonds: Mapping[Edge, Bond]) -> float:
    """What the evidence says against this tree: of each text, the strongest of what tells that it is no
    copy of one above it, and all credits, which also tell against two copies of a third."""
    nearest = [next((n for n in chain if n < count), -1) for chain in chains]
    total = 0.0
    worst = [0.0] * count
    for (i, j), bond in bonds.items():
        if i in chains[j]:
            worst[j] = max(worst[j], bond.backward)
            total -= bond.credit_backward + bond.apart
            total -= DIRECT_SHARE * (bond.credit_forward - bond.passed_forward) * (nearest[j] != i)
        elif j in chains[i]:
            worst[i] = max(worst[i], bond.forward)
            total -= bond.credit_forward + bond.apart
            total -= DIRECT_SHARE * (bond.credit_backward - bond.passed_backward) * (nearest[i] != j)
        else:
            total -= CREDIT_SHARE * (bond.credit_forward + bond.credit_backward)
    return total - sum(worst)
