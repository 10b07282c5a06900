"""Things → clusters along scored edges, the best first, and never two together that are vetoed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

_DIRECT = 64
"""Pairs across two clusters that are all looked at: eight members on either side."""
_LOOKS = 60
"""Pairs that are looked at for each member, at most; two clusters that may become one share what is left."""


class Proof(Protocol):
    """Knows of many pairs at once that no veto stands between them. What it says must be sure."""

    def joined(self, kept: int, moved: int) -> None:
        """The cluster called `moved` has become part of the one called `kept`."""

    def unproven(self, a: int, b: int, most: int) -> Iterable[tuple[int, int]] | None:
        """Pairs (of the first cluster, of the second) that must be looked at; None if more than `most`."""


def merge_best_first(
    count: int,
    scored_edges: Sequence[tuple[float, int, int]],
    is_vetoed: Callable[[int, int], bool],
    proof: Proof | None = None,
    spent: Sequence[int] = (),
) -> list[int]:
    """A cluster number for each of `count` things, joined along (score, i, j), the best first; ties by i, j.

    Two clusters are joined only if `is_vetoed` holds for no pair across them. What keeps two apart keeps all
    apart that they grow into, so that no two clusters are compared twice. Without a `proof` all pairs inside
    a cluster are looked at, which squares with its size; with one, 60 for each member, less what was `spent`
    on it before, and two clusters stay apart that would take more.
    """
    return _Merger(count, is_vetoed, proof, spent).merged(scored_edges)


class _Merger:
    """A cluster bears the number of its member that was there first in the largest part."""

    def __init__(
        self,
        count: int,
        is_vetoed: Callable[[int, int], bool],
        proof: Proof | None,
        spent: Sequence[int],
    ) -> None:
        self._is_vetoed = is_vetoed
        self._proof = proof
        self._cluster_of = list(range(count))
        self._members = {place: [place] for place in range(count)}
        self._apart: dict[int, set[int]] = {}
        self._quarrels = [0] * count
        self._left = [_LOOKS - one for one in spent] or [_LOOKS] * count

    def merged(self, scored_edges: Sequence[tuple[float, int, int]]) -> list[int]:
        for _, i, j in sorted(scored_edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
            a, b = self._cluster_of[i], self._cluster_of[j]
            if a == b or b in self._apart.get(a, ()):
                continue
            if self._is_apart(a, b):
                self._apart.setdefault(a, set()).add(b)
                self._apart.setdefault(b, set()).add(a)
            else:
                self._join(a, b)
        return self._cluster_of

    def _is_apart(self, a: int, b: int) -> bool:
        """Is a pair across them vetoed, or are too many to be looked at? Quarrelsome members first."""
        ours, theirs = self._members[a], self._members[b]
        pairs: Iterable[tuple[int, int]] | None
        purse = max(0, self._left[a] + self._left[b])
        if self._proof is None or len(ours) * len(theirs) <= min(_DIRECT, purse):
            pairs = ((x, y) for x in self._worst_first(ours) for y in self._worst_first(theirs))
        else:
            pairs = self._proof.unproven(a, b, purse)
        if pairs is None:
            return True
        for x, y in pairs:
            self._left[a] -= 1
            if self._is_vetoed(x, y):
                self._quarrels[x] += 1
                self._quarrels[y] += 1
                return True
        return False

    def _worst_first(self, members: list[int]) -> list[int]:
        return sorted(members, key=lambda place: -self._quarrels[place])

    def _join(self, a: int, b: int) -> None:
        kept, moved = sorted((a, b), key=lambda cluster: (-len(self._members[cluster]), cluster))
        for place in self._members[moved]:
            self._cluster_of[place] = kept
        self._members[kept] += self._members.pop(moved)
        self._left[kept] += self._left[moved]
        for other in self._apart.pop(moved, ()):
            self._apart[other].remove(moved)
            self._apart[other].add(kept)
            self._apart.setdefault(kept, set()).add(other)
        if self._proof is not None:
            self._proof.joined(kept, moved)
