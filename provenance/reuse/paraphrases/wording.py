"""Wording in common: words that stand beside each other in both texts, whatever their order.

Two who write of one event without having seen each other's story share its names and figures, its quotations
and the words for what happened; but each puts these words together in a way of their own. Who writes from a
text keeps words together, even where he shuffles, replaces or translates them: so counted is what is neither
name nor number nor quoted by both, and only as far as it has the same neighbour on both sides. Pairs of words
in a window without order are from retrieval (Metzler and Croft 2005).
"""

from bisect import bisect_left

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from provenance.reuse.paraphrases.regions import Region, Sides
from provenance.reuse.paraphrases.terms import Weights
from provenance.text.shingles import Indices, distinct

NEIGHBOURS = 2
"""Words that say something up to which another is a neighbour, on either side."""
QUOTED_WORDS = 4
"""Words in a row that both texts have in quotation marks, from which they are a quotation of both."""
LEAST_WORDING = 30.0
"""Weight of the words with the same neighbours, at least, in natural units of information: three rare words
or five frequent ones. How many there are says little, since two long reports of one event have many."""
LEAST_ORDERED = 7
"""Words in the same order that are as good."""
LEAST_LIKENESS, BESIDE_LIKENESS = 1.03, 0.7
"""Likeness of two sides, at least: the share of words with the same neighbours, that of words in the same
order, and BEYOND times what plain words have in common beyond all words. Two reports of one event have up
to 1.0, in piles of any size; who writes from a text, 1.1 to 2. The second is enough beside a passage of the
same two texts that has the first."""
BEYOND = 2.5
SURE_WORDING, SURE_LIKENESS = 20.0, 1.4
"""Weight that is enough where the likeness is that great: a short passage of which little was replaced."""
LEAST_SHARE = 0.55
"""Share of words with the same neighbours that is enough by itself, 0..1: two reports have up to .5."""
LEAST_PLAIN = 0.7
"""Share of plain words in common on either side that is enough by itself, 0..1: all words were moved, none
was replaced. Two reports have up to .6."""
LONG_WORDS, LONG_SHARE = 12, 0.8
"""Words in the same order, and their share of those in common, that are enough by themselves, 0..1: where
most words were replaced one by one few neighbours are left, but nothing was moved."""


@frozen
class Wording:
    """What two sides have in common of it.

    `weight`: of the words with the same neighbours, each term once; `share`: theirs of the side that has more
    of it, 0..1. `words`: how many terms that each side has once are common; `in_order`: how many of these
    stand in the same order. `plain`: share of the weight of what is neither name nor number that the other
    side has too, on the side where it is less, 0..1; `beyond`: how much greater it is, on the side where it
    is more, than the same share of all words, -1..1: below 0 where names are what both have in common.
    """

    weight: float = 0.0
    share: float = 0.0
    words: int = 0
    in_order: int = 0
    plain: float = 0.0
    beyond: float = 0.0

    @property
    def is_sure(self) -> bool:
        """Is it far more than two reports of one event have?"""
        return self.weight >= SURE_WORDING and self._likeness() >= SURE_LIKENESS

    @property
    def is_likely(self) -> bool:
        """Is it enough beside another passage of the same two texts that has it?"""
        return self.is_enough or self._likeness() >= BESIDE_LIKENESS

    def _likeness(self) -> float:
        return self.share + self.in_order / max(LEAST_ORDERED, self.words) + BEYOND * self.beyond

    @property
    def is_enough(self) -> bool:
        """Is it more than two reports of one event have?"""
        order = self.in_order / max(LEAST_ORDERED, self.words)
        if self.words >= LONG_WORDS and (self.plain >= LEAST_PLAIN or order >= LONG_SHARE):
            return True
        if self.is_sure:
            return True
        if self.weight < LEAST_WORDING and self.in_order < LEAST_ORDERED:
            return False
        return self.share >= LEAST_SHARE or self._likeness() >= LEAST_LIKENESS


def find_wording(sides: Sides, region: Region) -> Wording:
    """The wording that both sides of the region have in common."""
    terms = sides.terms
    a, b = _own_rows(sides, region)
    both = np.concatenate((a, b))
    plain = distinct(terms.term[both[~terms.is_name[both]]])
    shares = _plain_shares(sides, a, b)
    a, b = (rows[(terms.weight[rows] > 0) & sides.is_common(terms.term[rows], plain)] for rows in (a, b))
    ties = np.intersect1d(
        _ties(terms.term[a], terms.count), _ties(terms.term[b], terms.count), assume_unique=True
    )
    tied = _tied(sides, ties)
    weight, tied_shares = 0.0, [0.0]
    for rows in (a, b):
        inside = rows[sides.is_common(terms.term[rows], tied)]
        if len(inside):
            first = np.unique(terms.term[inside], return_index=True)[1]
            weight = float(terms.weight[inside[first]].sum())
            tied_shares.append(float(terms.weight[inside].sum() / terms.weight[rows].sum()))
    whole = (rows[terms.term[rows] < terms.words] for rows in (a, b))
    in_order = _count_in_order(*(terms.term[rows] for rows in whole))
    return Wording(weight, max(tied_shares), *in_order, *shares)


def _plain_shares(sides: Sides, a: Indices, b: Indices) -> tuple[float, float]:
    """(`plain`, `beyond`) of the wording of these rows."""
    terms = sides.terms
    plain, whole = [], []
    for one, other in ((a, b), (b, a)):
        weight = terms.weight[one]
        common = weight * sides.is_common(terms.term[one], terms.term[other])
        is_word = ~terms.is_name[one]
        plain.append(_share(common[is_word], weight[is_word]))
        whole.append(_share(common, weight))
    return min(plain), max(plain) - sum(whole) / 2


def _share(part: Weights, whole: Weights) -> float:
    total = float(whole.sum())
    return float(part.sum()) / total if total else 0.0


def _count_in_order(a: Indices, b: Indices) -> tuple[int, int]:
    """(how many terms stand once on either side, how many of them in the same order)."""
    once = []
    for rows in (a, b):
        term, place, times = np.unique(rows, return_index=True, return_counts=True)
        once.append((term[times == 1], place[times == 1]))
    _, mine, theirs = np.intersect1d(once[0][0], once[1][0], assume_unique=True, return_indices=True)
    tails: list[int] = []
    for place in once[1][1][theirs][np.argsort(once[0][1][mine])].tolist():
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(mine), len(tails)


def _ties(term: Indices, count: int) -> Indices:
    """Pairs of neighbours as numbers, the lesser term first, in order, each once."""
    found = [np.zeros(0, np.int64)]
    for step in range(1, NEIGHBOURS + 1):
        one, other = term[:-step], term[step:]
        is_pair = one != other
        found.append((np.minimum(one, other) * count + np.maximum(one, other))[is_pair])
    return distinct(np.concatenate(found))


def _tied(sides: Sides, ties: Indices) -> Indices:
    """Terms of these pairs of neighbours, in order; without pairs that stand alone: both sides have set terms
    of two words, whoever writes."""
    one, other = np.divmod(ties, sides.terms.count)
    ordered = np.sort(np.concatenate((one, other)))
    several = ordered[1:][ordered[1:] == ordered[:-1]]
    is_kept = sides.is_common(one, several) | sides.is_common(other, several)
    return distinct(np.concatenate((one[is_kept], other[is_kept])))


def _own_rows(sides: Sides, region: Region) -> tuple[Indices, Indices]:
    """Rows of both sides without what both quote."""
    a, b = np.arange(region.a, region.a_end), np.arange(region.b, region.b_end)
    is_quoted = sides.is_quoted(a), sides.is_quoted(b)
    if not (is_quoted[0].any() and is_quoted[1].any()):
        return a, b
    quoted = _quoted_grams(sides, a, is_quoted[0]), _quoted_grams(sides, b, is_quoted[1])
    both = np.intersect1d(quoted[0][1], quoted[1][1])
    if not len(both):
        return a, b
    return _without(a, quoted[0], both), _without(b, quoted[1], both)


def _quoted_grams(
    sides: Sides, rows: Indices, quoted: NDArray[np.bool_]
) -> tuple[Indices, NDArray[np.uint64]]:
    """(places in `rows`, hashes) of the runs of QUOTED_WORDS that are `quoted`."""
    count = max(0, len(rows) - QUOTED_WORDS + 1)
    inside = np.ones(count, bool)
    total = np.zeros(count, np.uint64)
    for step in range(QUOTED_WORDS):
        inside &= quoted[step : step + count]
        total = total * np.uint64(0x9E3779B97F4A7C15) + sides.corpus.hashes[rows[step : step + count]]
    return np.flatnonzero(inside), total[inside]


def _without(rows: Indices, grams: tuple[Indices, NDArray[np.uint64]], both: NDArray[np.uint64]) -> Indices:
    places, hashes = grams
    kept = np.ones(len(rows), bool)
    shared = places[np.isin(hashes, both)]
    for step in range(QUOTED_WORDS):
        kept[shared + step] = False
    return rows[kept]
