"""Names that say less than two others which conflict: which of the two is meant, nothing tells."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from provenance.text.folding import fold_text

_MOST = 8
"""Longer names of one name that are held against one another."""
_GENERATIONS = frozenset("jr sr junior senior ii iii iv".split())

Edge = tuple[float, int, int]
"""Score, and the places of two names that are one by it."""


def without_torn(
    edges: Sequence[Edge], names: Sequence[tuple[str, str]], conflict: Callable[[int, int], bool]
) -> list[Edge]:
    """`edges` without those of a person's name to names that have an initial or a generation more, where two
    of these conflict: George Bush is not George W. Bush where George H. W. Bush is in the list too.
    """
    parts = {place: fold_text(names[place][0]).split() for _, i, j in edges for place in (i, j)}
    longer: dict[int, list[int]] = defaultdict(list)
    for _, i, j in edges:
        if names[i][1] == "person":
            for short, long in ((i, j), (j, i)):
                if _adds_little(parts[short], parts[long]):
                    longer[short].append(long)
    torn = {short for short in longer if _conflict(sorted(longer[short])[:_MOST], conflict)}
    return [
        edge
        for edge in edges
        if not (_is_torn(edge[1], edge[2], torn, parts) or _is_torn(edge[2], edge[1], torn, parts))
    ]


def _is_torn(short: int, long: int, torn: set[int], parts: Mapping[int, Sequence[str]]) -> bool:
    """Is the first such a name, and has the second all its words and more? George Walker Bush too."""
    return short in torn and set(parts[short]) < set(parts[long])


def _conflict(places: Sequence[int], conflict: Callable[[int, int], bool]) -> bool:
    return any(
        conflict(one, other) for at, one in enumerate(places) for other in islice(places, at + 1, None)
    )


def _adds_little(short: Sequence[str], long: Sequence[str]) -> bool:
    """Has the one all words of the other, in any order, none of them an initial, and initials or a
    generation more?"""
    if len(short) < 2 or len(short) >= len(long) or any(_is_little(word) for word in short):
        return False
    return sorted(word for word in long if not _is_little(word)) == sorted(short)


def _is_little(word: str) -> bool:
    return len(word) == 1 or word in _GENERATIONS
