"""Which of many sets are worth comparing: those that share a member that not too many have."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

Member = TypeVar("Member", bound=Hashable)


def find_pairs(sets: Sequence[AbstractSet[Member]], most_holders: int) -> list[tuple[int, int]]:
    """Pairs of positions (i < j, in order) of sets with a common member that few hold.

    A member that more than `most_holders` sets hold brings together only each holder and its
    `most_holders` predecessors, so that the work is at most `most_holders` a member of a set: what is said
    over and over is compared with its neighbours in the pile, and not with all of it.
    """
    holders: dict[Member, list[int]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for position, members in enumerate(sets):
        for member in members:
            earlier = holders[member]
            found.update((other, position) for other in earlier[-most_holders:])
            earlier.append(position)
    return sorted(found)
