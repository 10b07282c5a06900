"""Texts that share a passage: families, and which alignments make them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from attrs import evolve, frozen

from provenance.model.reuse import Alignment, ReuseKind

COPIES = frozenset({ReuseKind.VERBATIM, ReuseKind.EDITED, ReuseKind.PARAPHRASE})
"""Kinds of which one side may derive from the other."""
LEAST_OVERLAP = 0.65
"""Share of the longer of two passages of one text that they have in common where they are one passage: a text
made of two others has a passage with each, and neither is that which its copies share with it."""
MOST_OPEN = 64
"""Different passages of one text that go on at one place, at most: more of them join through these."""


@frozen
class Family:
    """`members`: pages in the order of ids. `pairs`: numbers of two members, the less first → what they
    share, the first member's text being side a."""

    members: tuple[str, ...]
    pairs: Mapping[tuple[int, int], tuple[Alignment, ...]]


@frozen
class Families:
    """`families`: those in which an alignment is judged. `place`: number of an alignment among those given →
    number of its family, the one of most members."""

    families: tuple[Family, ...]
    place: Mapping[int, int]


def find_families(alignments: Sequence[Alignment], page_of: Mapping[str, str], most: int) -> Families:
    """Families by the passage that they share: a text made of two others belongs to two.

    `page_of`: source id → page for sources that are states of one page: they are one member, and of two pages
    those states are compared that are most alike. What members of a family share beside its passage counts
    there too, unless it has more than `most` members.
    """
    pages = [
        tuple(sorted((_page(e.a.source_id, page_of), _page(e.b.source_id, page_of)))) for e in alignments
    ]
    grouped: dict[int, list[int]] = defaultdict(list)
    for number, root in enumerate(_join(alignments)):
        grouped[root].append(number)
    between: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, pair in enumerate(pages):
        between[pair].append(number)
    closed = {}
    for root, own in grouped.items():
        members = tuple(sorted({name for n in own for name in pages[n]}))
        pairs = combinations(members, 2) if len(members) <= most else ()
        closed[root] = members, sorted({*own, *(n for pair in pairs for n in between.get(pair, ()))})
    best: dict[int, int] = {}
    for root in sorted(closed, key=lambda r: (-len(closed[r][0]), r)):
        for number in closed[root][1]:
            best.setdefault(number, root)
    used = sorted(set(best.values()))
    families = tuple(_family([alignments[n] for n in closed[root][1]], page_of) for root in used)
    position = {root: place for place, root in enumerate(used)}
    return Families(families, {number: position[root] for number, root in best.items()})


def _page(source_id: str, page_of: Mapping[str, str]) -> str:
    return page_of.get(source_id, source_id)


def _join(copies: Sequence[Alignment]) -> list[int]:
    """For each alignment the least one that it hangs together with by sides that are one passage."""
    root = list(range(len(copies)))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    sides: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, each in enumerate(copies):
        sides[each.a.source_id].append((each.a.start, -each.a.end, number))
        sides[each.b.source_id].append((each.b.start, -each.b.end, number))
    for source_id in sorted(sides):
        held: list[tuple[int, int, int]] = []  # passages that reach to the present place
        for start, minus_end, number in sorted(sides[source_id]):
            held = [each for each in held if each[1] > start][-MOST_OPEN:]
            for first, last, other in held:
                shared = min(last, -minus_end) - start
                if shared >= LEAST_OVERLAP * max(last - first, -minus_end - start):
                    one, two = find(number), find(other)
                    root[max(one, two)] = min(one, two)
            if not any((first, last) == (start, -minus_end) for first, last, _ in held):
                held.append((start, -minus_end, number))
    return [find(number) for number in range(len(copies))]


def _family(held: Iterable[Alignment], page_of: Mapping[str, str]) -> Family:
    states: dict[tuple[str, str], dict[tuple[str, str], list[Alignment]]] = {}
    for each in held:
        ids = each.a.source_id, each.b.source_id
        one, other = (_page(name, page_of) for name in ids)
        oriented = flip(each) if other < one else each
        states.setdefault((min(one, other), max(one, other)), {}).setdefault(ids, []).append(oriented)
    members = tuple(sorted({name for pair in states for name in pair}))
    number = {name: place for place, name in enumerate(members)}
    pairs = {
        (number[one], number[other]): tuple(min(found.items(), key=_unlikeness)[1])
        for (one, other), found in states.items()
    }
    return Family(members, dict(sorted(pairs.items())))


def flip(alignment: Alignment) -> Alignment:
    """The same, read from the other side."""
    changes = tuple(
        evolve(
            each,
            a_start=each.b_start,
            a_end=each.b_end,
            a_text=each.b_text,
            b_start=each.a_start,
            b_end=each.a_end,
            b_text=each.a_text,
        )
        for each in alignment.changes
    )
    return evolve(
        alignment, a=alignment.b, b=alignment.a, changes=changes, direction=alignment.direction.flipped()
    )


def _unlikeness(entry: tuple[tuple[str, str], list[Alignment]]) -> tuple[int, tuple[str, str]]:
    """Changes less what is shared, the least first."""
    ids, shared = entry
    return sum(len(e.changes) for e in shared) - sum(len(e.a) for e in shared) // 100, ids
