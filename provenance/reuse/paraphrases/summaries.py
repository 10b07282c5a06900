"""Summaries: a short stretch of one text whose sentences are taken from places all over the other.

The sentences of the stretch are alike others that lie far apart; no single place accounts for most of them.
Where passages of some length were taken over, those are reported one by one, and no summary.
"""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from provenance.reuse.paraphrases.evidence import best_regions, evidence
from provenance.reuse.paraphrases.regions import Region, Sides, best_stretch, group_seeds, window
from provenance.reuse.paraphrases.seeds import UnitSeeds
from provenance.reuse.paraphrases.units import MOST_WORDS
from provenance.reuse.passages.pieces import Piece
from provenance.text.shingles import Indices, distinct

NEAR_UNITS = 3
"""Units between neighbouring sentences of a summary that are alike some of the other text, at most."""
FAR_UNITS = 20
"""Units between neighbouring sentences that are summed up, at most."""
LEAST_PLACES = 3
"""Units of the other text that are summed up, at least."""
MARGIN_WORDS = 20
"""Words beyond the outermost sentences in which the ends of the summary are looked for."""
ENDS_SHARE = 0.4
"""Share of weight in common that the ends of a summary must show, 0..1."""
LEAST_SHARE = 0.5
"""Share of the weight of a summary that the sentences which it is alike have too, 0..1."""
LEAST_RATIO = 2.5
"""Times that the other side is as long, at least."""
MOST_LOCAL = 0.8
"""Share of what both sides have in common that one place may account for, 0..1."""
LOCAL_RATIO = 1.5
"""Times the length of the summary that count as one place, with one unit beyond."""
MOST_PLACES = 100
"""Places at which that one is looked for, about."""
LEAST_EVIDENCE = 65.0
"""Evidence of a summary, at least, as that of a region: it has more of the other text to choose from."""
LEAST_ELSEWHERE = 36.0
"""The same of what stands outside of the best place: five rare words."""
MOST_PASSAGE = 85
"""Words of the summary that one passage by itself may cover: three or four sentences."""


@frozen(eq=False)
class _Side:
    """Seeds of one group, seen from the text that may sum up: `here` its units, `there` the other's."""

    here: Indices
    there: Indices
    is_first: bool

    def take(self, rows: NDArray[np.bool_]) -> "_Side":
        """Only those seeds."""
        return _Side(self.here[rows], self.there[rows], self.is_first)


def find_summaries(sides: Sides, seeds: UnitSeeds, passages: Iterable[Region | Piece]) -> list[Region]:
    """Regions whose one side sums up the other, where none of `passages` accounts for most of it; of those
    that overlap on both sides the one with most evidence, by place."""
    document = sides.corpus.document
    by_pair: dict[tuple[int, int], list[Region | Piece]] = defaultdict(list)
    for passage in passages:
        by_pair[int(document[passage.a]), int(document[passage.b])].append(passage)
    found = []
    for is_first in (True, False):
        gaps = (NEAR_UNITS, FAR_UNITS) if is_first else (FAR_UNITS, NEAR_UNITS)
        for rows in group_seeds(sides, seeds, gaps):
            if len(rows) < LEAST_PLACES:
                continue
            here, there = (seeds.a, seeds.b) if is_first else (seeds.b, seeds.a)
            summary = _summary(sides, _Side(here[rows], there[rows], is_first))
            if summary is None:
                continue
            known = by_pair[int(document[summary.a]), int(document[summary.b])]
            if not any(_holds_passage(summary, is_first, each) for each in known):
                found.append(summary)
    return best_regions(sides, found, LEAST_EVIDENCE)


def _summary(sides: Sides, side: _Side) -> Region | None:
    """The summary that these seeds make, if they do."""
    terms = sides.terms
    if len(distinct(side.there)) < LEAST_PLACES or np.ptp(side.there) + 1 < 2 * (np.ptp(side.here) + 1):
        return None
    rows = slice(int(terms.first[side.here.min()]), int(terms.first[side.here.max() + 1]))
    around = window(sides, rows, MARGIN_WORDS)
    for _ in range(2):
        found = sides.is_common(terms.term[around], _terms_of(sides, side.there))
        first, last = best_stretch(terms.weight[around] * (found - ENDS_SHARE))
        rows = slice(around.start + first, around.start + last)
        inside = (terms.first[side.here + 1] > rows.start) & (terms.first[side.here] < rows.stop)
        side = side.take(inside)
        if len(distinct(side.there)) < LEAST_PLACES:
            return None
    there = slice(int(terms.first[side.there.min()]), int(terms.first[side.there.max() + 1]))
    if there.stop - there.start < LEAST_RATIO * (rows.stop - rows.start):
        return None
    a, b = (rows, there) if side.is_first else (there, rows)
    region = Region(a.start, a.stop, b.start, b.stop)
    return region if _is_spread(sides, side, rows, evidence(sides, region)) else None


def _is_spread(sides: Sides, side: _Side, rows: slice, found: float) -> bool:
    """Is most of the summary told, and is enough of it told elsewhere than in one place?"""
    terms, weight = sides.terms.term[rows], sides.terms.weight[rows]
    told = float(weight @ sides.is_common(terms, _terms_of(sides, side.there)))
    if told < LEAST_SHARE * float(weight.sum()):
        return False
    words = LOCAL_RATIO * (rows.stop - rows.start) + MOST_WORDS
    places = distinct(side.there)
    begins, ends = sides.terms.first[places], sides.terms.first[places + 1]
    best = 0.0
    for start in range(0, len(places), 1 + len(places) // MOST_PLACES):
        local = places[(begins >= begins[start]) & (ends <= begins[start] + words)]
        best = max(best, float(weight @ sides.is_common(terms, _terms_of(sides, local))))
    return best <= MOST_LOCAL * told and found * (1 - best / told) >= LEAST_ELSEWHERE


def _terms_of(sides: Sides, units: Indices) -> Indices:
    """The terms of these units."""
    first = sides.terms.first
    parts = [sides.terms.term[first[unit] : first[unit + 1]] for unit in distinct(units).tolist()]
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)


def _holds_passage(summary: Region, is_first: bool, passage: Region | Piece) -> bool:
    """Does the passage by itself cover more of the summary than a few sentences?"""
    if not summary.overlaps(passage):
        return False
    if is_first:
        words = min(summary.a_end, passage.a_end) - max(summary.a, passage.a)
    else:
        words = min(summary.b_end, passage.b_end) - max(summary.b, passage.b)
    return words > MOST_PASSAGE
