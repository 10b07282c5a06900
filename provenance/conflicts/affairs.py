"""Piles that hold texts about several look-alike affairs: which text is about which.

Where a pile is small, names that both of two texts bear tell little: two fights of one boxer, two sackings
at one club share the man, the club and the league. But the texts about each share many more names among
themselves than with the texts about the other. Groups by average linkage (Sokal and Michener 1958) over the
names of each text, each weighted by its rarity (inverse document frequency, Sparck Jones 1972).
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import log, sqrt

_FEWEST_SOURCES = 10
"""Sources from which groups of a pile can be told from chance."""
_MOST_SOURCES = 240
"""In greater piles names tell an affair by how few texts have them; work grows with the square."""
_FEWEST_OF_ONE = 4
"""Texts of a group that is told from another one."""
_APART = 0.3
"""Likeness across two groups, as a share of that inside of them, up to which they are two affairs."""
_Likeness = list[list[float]]
_Merge = tuple[list[int], list[int]]


def split_affairs(names: Mapping[str, Collection[str]]) -> dict[str, int]:
    """Source → number of its affair, for sources of which it is sure; two numbers are two affairs.

    Sources that belong to no group stay out: nothing is known of them. Empty for piles of few sources, of
    very many, and for those about one affair.
    """
    keys = sorted(names)
    if not _FEWEST_SOURCES <= len(keys) <= _MOST_SOURCES:
        return {}
    like = _likenesses([frozenset(names[key]) for key in keys])
    found: dict[str, int] = {}
    members = list(range(len(keys)))
    for number, group in enumerate(_split(like, _merges(like, members), members)):
        found |= {keys[at]: number for at in group}
    return found if len(set(found.values())) > 1 else {}


def _likenesses(held: Sequence[frozenset[str]]) -> _Likeness:
    """Cosine of each two texts' names, weighted by rarity."""
    counts = Counter(word for words in held for word in words)
    weight = {word: log((len(held) + 1) / count) ** 2 for word, count in sorted(counts.items())}
    norm = [sqrt(sum(weight[word] for word in sorted(words))) or 1.0 for words in held]
    like = [[0.0] * len(held) for _ in held]
    for i, one in enumerate(held):
        for j in range(i):
            shared = sum(weight[word] for word in sorted(one & held[j]))
            like[i][j] = like[j][i] = shared / (norm[i] * norm[j])
    return like


def _split(like: _Likeness, merges: Sequence[_Merge], members: list[int]) -> list[list[int]]:
    """Groups apart from each other, found from the top of the tree; texts outside of both halves of a split
    are left out. `merges`: those among `members`."""
    for one, two in reversed(merges):
        if min(len(one), len(two)) < _FEWEST_OF_ONE:
            continue
        inside = sqrt(_mean_inside(like, one) * _mean_inside(like, two))
        if _mean_between(like, one, two) > _APART * inside:
            return [members]
        return [group for half in (one, two) for group in _split(like, _inside(merges, half), half)]
    return [members]


def _inside(merges: Sequence[_Merge], members: Sequence[int]) -> list[_Merge]:
    """The merges among `members`, a group of the tree: as they would be found among those alone."""
    held = set(members)
    return [(one, two) for one, two in merges if held.issuperset(one) and held.issuperset(two)]


def _merges(like: _Likeness, members: Sequence[int]) -> list[_Merge]:
    """Both groups of each merge, the closest texts first.

    The closest two stand first in a heap; what is said there of groups that have grown since is passed over.
    """
    groups = {at: [at] for at in members}
    close = [list(row) for row in like]
    nearest = [(-close[a][b], a, b) for a in members for b in members if a < b]
    heapify(nearest)
    merges = []
    while len(groups) > 1:
        value, a, b = heappop(nearest)
        if a not in groups or b not in groups or close[a][b] != -value:
            continue
        one, two = groups[a], groups.pop(b)
        merges.append((one, two))
        whole = len(one) + len(two)
        for other in groups:
            if other != a:
                new = (close[a][other] * len(one) + close[b][other] * len(two)) / whole
                close[a][other] = close[other][a] = new
                heappush(nearest, (-new, a, other) if a < other else (-new, other, a))
        groups[a] = sorted([*one, *two])
    return merges


def _mean_between(like: _Likeness, one: Sequence[int], two: Sequence[int]) -> float:
    return sum(like[a][b] for a in one for b in two) / (len(one) * len(two))


def _mean_inside(like: _Likeness, group: Sequence[int]) -> float:
    pairs = [(a, b) for at, a in enumerate(group) for b in group[:at]]
    return sum(like[a][b] for a, b in pairs) / max(1, len(pairs))
