"""Whether a region is worth reporting: how much its two sides have in common that other texts would not."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from provenance.reuse.paraphrases.regions import Region, Sides
from provenance.reuse.paraphrases.terms import Terms
from provenance.reuse.passages.pieces import Piece
from provenance.text.shingles import Indices, distinct

LEAST_EVIDENCE = 56.0
"""Evidence of a region, at least, in natural units of information: seven rare words or twelve frequent ones,
each counted once. Two reports of one event can have as much in a small pile: see `para_wording`."""
NAME_SHARE = 0.5
"""What a name or a number counts for: two reports of one event share them anyway."""


def best_regions(sides: Sides, regions: Iterable[Region], least: float | None = None) -> list[Region]:
    """The regions with enough evidence, by place; of those that overlap on both sides the one with most.

    `least`: evidence that is enough, LEAST_EVIDENCE if it is not said.
    """
    by_pair: dict[tuple[int, int], list[tuple[float, Region]]] = defaultdict(list)
    document = sides.corpus.document
    for region in regions:
        found = evidence(sides, region)
        if found >= (LEAST_EVIDENCE if least is None else least):
            by_pair[int(document[region.a]), int(document[region.b])].append((found, region))
    kept: list[Region] = []
    for pair in sorted(by_pair):
        kept += _apart(by_pair[pair])
    return kept


def evidence(sides: Sides, region: Region, taken: Sequence[Piece] = ()) -> float:
    """What both sides have in common, each term once; outside of the pieces in `taken`."""
    terms = sides.terms
    a = _rows(region.a, region.a_end, [(piece.a, piece.a_end) for piece in taken])
    b = _rows(region.b, region.b_end, [(piece.b, piece.b_end) for piece in taken])
    a = a[(terms.weight[a] > 0) & sides.is_common(terms.term[a], terms.term[b])]
    first = distinct(terms.term[a])
    weight = np.zeros(len(first))
    place = np.searchsorted(first, terms.term[a])
    weight[place] = terms.weight[a]
    b = b[sides.is_common(terms.term[b], first)]
    is_word = np.zeros(len(first), bool)
    for rows in (a, b):
        plain = rows[~terms.is_name[rows]]
        is_word[np.searchsorted(first, terms.term[plain])] = True
    return float((weight * np.where(is_word, 1.0, NAME_SHARE)).sum())


def snap(terms: Terms, first: int, last: int) -> tuple[int, int]:
    """The rows [first, last) with the whole of the units at their ends, where most of these is in them."""
    begin, end = (int(terms.first[terms.unit[first]]), int(terms.first[terms.unit[last - 1] + 1]))
    head = slice(begin, int(terms.first[terms.unit[first] + 1]))
    tail = slice(int(terms.first[terms.unit[last - 1]]), end)
    if _holds_most(terms, head, slice(max(first, head.start), min(last, head.stop))):
        first = begin
    if _holds_most(terms, tail, slice(max(first, tail.start), min(last, tail.stop))):
        last = end
    return first, last


SNAP_SHARE = 0.65
"""Share of the weight of a unit that a region must hold to be given all of it, 0..1."""


def _holds_most(terms: Terms, unit: slice, rows: slice) -> bool:
    return float(terms.weight[rows].sum()) >= SNAP_SHARE * float(terms.weight[unit].sum())


def _apart(found: list[tuple[float, Region]]) -> list[Region]:
    kept: list[Region] = []
    for _, region in sorted(found, key=lambda each: (-each[0], each[1].a, each[1].b, each[1].a_end)):
        if not any(region.overlaps(other) for other in kept):
            kept.append(region)
    return sorted(kept, key=lambda region: (region.a, region.b))


def _rows(first: int, last: int, taken: Sequence[tuple[int, int]]) -> Indices:
    """All rows but those that are taken."""
    if not taken:
        return np.arange(first, last)
    is_open = np.ones(last - first, bool)
    for begin, end in taken:
        is_open[max(0, begin - first) : max(0, end - first)] = False
    return np.flatnonzero(is_open) + first
