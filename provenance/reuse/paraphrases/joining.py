"""Passages of one pair of texts that stand close to each other on both sides are one passage."""

from collections import defaultdict
from collections.abc import Iterable

from attrs import evolve

from provenance.reuse.paraphrases.evidence import evidence
from provenance.reuse.paraphrases.regions import Region, Sides
from provenance.reuse.passages.pieces import Piece

CLOSE_WORDS = 12
"""Words between two passages on either side, up to which nothing more is asked."""
NEAR_WORDS = 80
"""The same, up to which what stands between must have something in common."""
LEFT_OUT = 2.0
"""Words that the one side leaves out between two passages which follow each other on the other, at most, as a
share of both passages."""
NEAR_SHARE = 0.5
"""Words between two passages as a share of the longer one's, at most, on either side."""
LEAST_BETWEEN = 10.0
"""Evidence in what stands between: a rare word, or two frequent ones."""


def join_neighbours(sides: Sides, regions: Iterable[Region]) -> list[Region]:
    """The regions, those that are close to each other on both sides as one, by place.

    The order on the other side does not count: moved sentences belong to their passage.
    """
    document = sides.corpus.document
    by_pair: dict[tuple[int, int], list[Region]] = defaultdict(list)
    for region in sorted(regions, key=lambda each: (each.a, each.b, each.a_end, each.b_end)):
        by_pair[int(document[region.a]), int(document[region.b])].append(region)
    joined: list[Region] = []
    for pair in sorted(by_pair):
        joined += _joined(sides, by_pair[pair])
    return joined


def _joined(sides: Sides, regions: list[Region]) -> list[Region]:
    """Until nothing is close to anything any more; each round makes them fewer."""
    count = len(regions) + 1
    while len(regions) < count:
        count = len(regions)
        kept: list[Region] = []
        for region in regions:
            place = next((n for n, other in enumerate(kept) if _are_close(sides, other, region)), None)
            if place is None:
                kept.append(region)
            else:
                kept[place] = hull(evolve(kept[place], exact=(*kept[place].exact, *region.exact)), region)
        regions = kept
    return regions


def hull(region: Region, other: Region | Piece) -> Region:
    """The region and all that stands between it and the other one."""
    return evolve(
        region,
        a=min(region.a, other.a),
        a_end=max(region.a_end, other.a_end),
        b=min(region.b, other.b),
        b_end=max(region.b_end, other.b_end),
    )


def _are_close(sides: Sides, one: Region, other: Region) -> bool:
    stretch = sides.corpus.stretch
    if stretch[one.a] != stretch[other.a] or stretch[one.b] != stretch[other.b]:
        return False
    between_a = _between(one.a, one.a_end, other.a, other.a_end)
    between_b = _between(one.b, one.b_end, other.b, other.b_end)
    gaps = between_a[1] - between_a[0], between_b[1] - between_b[0]
    if min(gaps) < -CLOSE_WORDS:  # one place here, two there: copies of one passage
        return False
    if max(gaps) <= CLOSE_WORDS:
        return True
    both_a = one.a_end - one.a + other.a_end - other.a
    both_b = one.b_end - one.b + other.b_end - other.b
    if min(gaps) <= CLOSE_WORDS and gaps[0] <= LEFT_OUT * both_a and gaps[1] <= LEFT_OUT * both_b:
        return True
    longer_a = max(one.a_end - one.a, other.a_end - other.a)
    longer_b = max(one.b_end - one.b, other.b_end - other.b)
    if max(gaps) > NEAR_WORDS or gaps[0] > NEAR_SHARE * longer_a or gaps[1] > NEAR_SHARE * longer_b:
        return False
    return min(gaps) > 0 and evidence(sides, Region(*between_a, *between_b)) >= LEAST_BETWEEN


def _between(first: int, end: int, other: int, other_end: int) -> tuple[int, int]:
    """The rows between two ranges; those that both have, turned round, where they overlap."""
    return min(end, other_end), max(first, other)
