"""Regions: stretches of two texts that say the same in other words.

Seeds close to each other on both sides make a first region. Then each end is moved to where the words that
the other side has too stop outweighing those that it has not: the heaviest stretch of the one side given the
other (Bentley 1984), in turns, until nothing moves. No order is asked for, so shuffled words do as well.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from provenance.reuse.kinds.quotations import find_quotations
from provenance.reuse.paraphrases.seeds import UnitSeeds
from provenance.reuse.paraphrases.terms import Terms, Weights
from provenance.reuse.passages.chains import split
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.pieces import Piece
from provenance.text.shingles import Indices

GAP_UNITS = 4
"""Units between neighbouring seeds of a region, at most, on either side."""
LEAST_SEEDS = 30.0
"""Weight in common of the seeds of a region, at least: four rare words, about."""
MARGIN_WORDS = 60
"""Words beyond its seeds in which the ends of a region are looked for."""
TURNS = 3
"""Times that both ends are moved."""
CHANCE_WORDS = 400
"""Words on either side of a region that show how much of it stands there by chance."""
CHANCE = 0.1
"""Share of words that stand in a region by chance where nothing is known of it, 0..1."""
CHANCE_WEIGHT = 100.0
"""Weight of that guess: as that of about a dozen words."""
ABOVE_CHANCE = 0.15
"""Share of weight that must be in common beyond chance at the ends of a region, 0..1."""
LEAST_SHARE, MOST_SHARE = 0.2, 0.33
"""Bounds of the share of weight in common at the ends of a region, 0..1."""
EXACT_SHARE = 0.7
"""Share of words that near-verbatim pieces cover, from which a region is theirs and must earn its ends with
MOST_SHARE."""


@frozen
class Region:
    """Word rows [a, a_end) of one text and [b, b_end) of a later one. `exact`: the near-verbatim
    pieces that it meets on both sides."""

    a: int
    a_end: int
    b: int
    b_end: int
    exact: tuple[Piece, ...] = ()

    def overlaps(self, other: "Region | Piece") -> bool:
        """Do they share words on both sides?"""
        in_a = min(self.a_end, other.a_end) > max(self.a, other.a)
        return in_a and min(self.b_end, other.b_end) > max(self.b, other.b)


class Sides:
    """Compares stretches of words by their terms. Its look-up tables are as long as there are terms."""

    def __init__(self, corpus: Corpus, terms: Terms, pieces: Iterable[Piece]) -> None:
        self.corpus, self.terms = corpus, terms
        self._there, self._here = np.zeros(terms.count), np.zeros(terms.count)
        self._quotations: dict[int, Indices] = {}
        self._exact: dict[tuple[int, int], list[Piece]] = defaultdict(list)
        for piece in pieces:
            self._exact[int(corpus.document[piece.a]), int(corpus.document[piece.b])].append(piece)

    def exact_in(self, region: Region) -> tuple[Piece, ...]:
        """The near-verbatim pieces that the region meets on both sides."""
        pair = int(self.corpus.document[region.a]), int(self.corpus.document[region.b])
        return tuple(piece for piece in self._exact.get(pair, ()) if region.overlaps(piece))

    def common(self, terms: Indices, others: Indices) -> Weights:
        """For each of `terms` how far it is found among `others`, 0..1: less than 1 if it is there less
        often than here, by the square root of the ratio."""
        np.add.at(self._there, others, 1.0)
        np.add.at(self._here, terms, 1.0)
        found: Weights = np.sqrt(np.minimum(1.0, self._there[terms] / self._here[terms]))
        self._there[others] = self._here[terms] = 0.0
        return found

    def is_quoted(self, rows: Indices) -> NDArray[np.bool_]:
        """Which of these rows of one text stand in quotation marks."""
        if not len(rows):
            return np.zeros(0, bool)
        document = int(self.corpus.document[rows[0]])
        if document not in self._quotations:
            found = find_quotations(self.corpus.texts[document])
            self._quotations[document] = np.array(found, np.int64).reshape(-1)
        marks = self._quotations[document]
        inside: NDArray[np.bool_] = np.searchsorted(marks, self.corpus.starts[rows], side="right") % 2 == 1
        return inside

    def is_common(self, terms: Indices, others: Indices) -> NDArray[np.bool_]:
        """Which of `terms` stand among `others`."""
        self._there[others] = 1.0
        found: NDArray[np.bool_] = self._there[terms] > 0
        self._there[others] = 0.0
        return found


def find_regions(sides: Sides, seeds: UnitSeeds) -> list[Region]:
    """Regions around groups of seeds; those of one pair of texts may overlap."""
    return [move_ends(sides, region) for region in _first_regions(sides, seeds)]


def move_ends(sides: Sides, region: Region) -> Region:
    """The region with its ends where they belong."""
    a, b = slice(region.a, region.a_end), slice(region.b, region.b_end)
    windows = window(sides, a, MARGIN_WORDS), window(sides, b, MARGIN_WORDS)
    exact = sides.exact_in(Region(windows[0].start, windows[0].stop, windows[1].start, windows[1].stop))
    held = [(piece.a, piece.a_end) for piece in exact], [(piece.b, piece.b_end) for piece in exact]
    least = _least_share(sides, a, b), _least_share(sides, b, a)
    if exact and max(_covered(a, held[0]), _covered(b, held[1])) >= EXACT_SHARE:
        least = MOST_SHARE, MOST_SHARE
    for _ in range(TURNS):
        before = a, b
        a = _heaviest(sides, windows[0], held[0], _open_terms(sides, b, held[1]), least[0])
        b = _heaviest(sides, windows[1], held[1], _open_terms(sides, a, held[0]), least[1])
        if before == (a, b):
            break
    moved = Region(a.start, a.stop, b.start, b.stop)
    return evolve(moved, exact=sides.exact_in(moved))


def best_stretch(scores: Weights) -> tuple[int, int]:
    """(first, one past the last) of the run of numbers with the greatest sum, the shortest of equals."""
    total = np.concatenate(([0.0], np.cumsum(scores)))
    least = np.minimum.accumulate(total)
    last = int(np.argmax(total[1:] - least[:-1]))
    first = int(np.flatnonzero(total[: last + 1] == least[last])[-1])
    return first, last + 1


def _first_regions(sides: Sides, seeds: UnitSeeds) -> Iterator[Region]:
    """Hulls of seeds that are close to each other on both sides, within what nothing masked parts."""
    for rows in group_seeds(sides, seeds, (GAP_UNITS, GAP_UNITS)):
        if seeds.shared[rows].sum() >= LEAST_SEEDS:
            yield hull(sides.terms, seeds, rows)


def group_seeds(sides: Sides, seeds: UnitSeeds, gaps: tuple[int, int]) -> list[Indices]:
    """Seeds by region: their rows. Within one no gap between neighbours is larger than `gaps`, in units of
    a and of b."""
    if not len(seeds):
        return []
    stretch = sides.corpus.stretch[sides.terms.first[:-1]]
    groups, count = split(split(seeds.pair, stretch[seeds.a], 0), stretch[seeds.b], 0), -1
    while count != int(groups.max()):
        count = int(groups.max())
        groups = split(split(groups, seeds.a, gaps[0]), seeds.b, gaps[1])
    order = np.argsort(groups, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(groups[order])) + 1)


def hull(terms: Terms, seeds: UnitSeeds, rows: Indices) -> Region:
    """The words from the first to the last of these seeds, on both sides."""
    a, b, first = seeds.a[rows], seeds.b[rows], terms.first
    return Region(int(first[a.min()]), int(first[a.max() + 1]), int(first[b.min()]), int(first[b.max() + 1]))


def window(sides: Sides, rows: slice, margin: int) -> slice:
    """`rows` and up to `margin` words on either side, all of one text between what is masked."""
    corpus = sides.corpus
    document = int(corpus.document[rows.start])
    begin = max(int(corpus.first[document]), rows.start - margin)
    end = min(int(corpus.first[document + 1]), rows.stop + margin)
    inside = np.flatnonzero(corpus.stretch[begin:end] == corpus.stretch[rows.start])
    return slice(begin + int(inside[0]), begin + int(inside[-1]) + 1)


def _least_share(sides: Sides, rows: slice, others: slice) -> float:
    """Share of weight in common that the ends of a side must show: more than what the words around it have
    in common with the other side by chance or for their topic."""
    corpus, terms = sides.corpus, sides.terms
    document = int(corpus.document[rows.start])
    before = slice(max(int(corpus.first[document]), rows.start - CHANCE_WORDS), rows.start)
    after = slice(rows.stop, min(int(corpus.first[document + 1]), rows.stop + CHANCE_WORDS))
    weight = np.concatenate((terms.weight[before], terms.weight[after]))
    around = np.concatenate((terms.term[before], terms.term[after]))
    found = float(weight @ sides.is_common(around, terms.term[others]))
    chance = (found + CHANCE * CHANCE_WEIGHT) / (float(weight.sum()) + CHANCE_WEIGHT)
    return float(min(max(chance + ABOVE_CHANCE, LEAST_SHARE), MOST_SHARE))


def _heaviest(
    sides: Sides, window: slice, held: Sequence[tuple[int, int]], others: Indices, least: float
) -> slice:
    """The stretch of the window whose words are most in common with `others`; those in `held` always are."""
    terms = sides.terms
    found = sides.common(terms.term[window], others)
    for first, last in held:
        found[max(0, first - window.start) : max(0, last - window.start)] = 1.0
    first, last = best_stretch(terms.weight[window] * (found - least))
    return slice(window.start + first, window.start + last)


def _open_terms(sides: Sides, rows: slice, held: Sequence[tuple[int, int]]) -> Indices:
    """Terms of those words that no near-verbatim piece has."""
    terms = sides.terms.term[rows]
    if not held:
        return terms
    is_open = np.ones(len(terms), bool)
    for first, last in held:
        is_open[max(0, first - rows.start) : max(0, last - rows.start)] = False
    return terms[is_open]


def _covered(rows: slice, held: Sequence[tuple[int, int]]) -> float:
    """Words in `held` as a share of those in `rows`, 0 or more."""
    words: int = rows.stop - rows.start
    return sum(last - first for first, last in held) / max(1, words)
