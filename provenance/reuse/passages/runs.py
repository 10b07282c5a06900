"""Runs of equal words on the diagonals of chains: what needs no alignment."""

from typing import NamedTuple

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.chains import Chains
from provenance.reuse.passages.corpus import Corpus
from provenance.text.shingles import Indices

AROUND_WORDS = 16
"""Words on either side of the seeds of a diagonal that are compared on it."""
BETWEEN_WORDS = 80
"""Words between two such stretches of one diagonal that are compared too."""


class Windows(NamedTuple):
    """Word rows in which the passage of each chain is looked for, a row a chain."""

    a: Indices
    a_end: Indices
    b: Indices
    b_end: Indices


@frozen(eq=False)
class Runs:
    """Equal words, as many as can be in a row: `size` words from rows `a` and `b` on.

    Ordered by chain, `line` (a number for each diagonal of a chain) and a.
    """

    chain: Indices
    line: Indices
    a: Indices
    b: Indices
    size: Indices

    def __len__(self) -> int:
        return len(self.a)

    def take(self, rows: Indices | NDArray[np.bool_]) -> "Runs":
        """Only those rows."""
        return Runs(self.chain[rows], self.line[rows], self.a[rows], self.b[rows], self.size[rows])


def join_runs(one: Runs, other: Runs) -> Runs:
    """The rows of both, one after the other."""
    columns = ("chain", "line", "a", "b", "size")
    return Runs(*(np.concatenate((getattr(one, name), getattr(other, name))) for name in columns))


def find_windows(corpus: Corpus, chains: Chains, settings: ReuseSettings) -> Windows:
    """Each chain and the margin around it, inside of its texts. A passage begins on both sides or on none.

    The two windows of a chain within one text do not overlap.
    """
    seeds, begins, margin = chains.seeds, chains.first[:-1], settings.margin_words
    first_a, last_a = seeds.a[begins], np.maximum.reduceat(seeds.a_end, begins)
    first_b, last_b = np.minimum.reduceat(seeds.b, begins), np.maximum.reduceat(seeds.b_end, begins)
    one, other = corpus.document[first_a], corpus.document[first_b]
    last_a = np.where(one == other, np.minimum(last_a, first_b), last_a)
    middle = (last_a + first_b) // 2
    begin_b = np.where(one == other, middle, corpus.first[other])
    close_a = np.where(one == other, middle, corpus.first[one + 1])
    first_b, last_a = np.maximum(first_b, begin_b), np.minimum(last_a, close_a)
    before = np.minimum(np.minimum(first_a - corpus.first[one], first_b - begin_b), margin)
    after = np.minimum(np.minimum(close_a - last_a, corpus.first[other + 1] - last_b), margin)
    return Windows(first_a - before, last_a + after, first_b - before, last_b + after)


def find_runs(corpus: Corpus, chains: Chains, windows: Windows) -> Runs:
    """The runs on every diagonal on which a chain has seeds, near those seeds."""
    chain, diagonal, low, high = _segments(chains, windows)
    sizes = high - low
    begins = np.cumsum(sizes) - sizes
    segment = np.repeat(np.arange(len(sizes)), sizes)
    rows = np.arange(sizes.sum()) + (low - begins)[segment]
    is_equal = corpus.words[rows] == corpus.words[rows + diagonal[segment]]
    is_first, is_last = is_equal.copy(), is_equal.copy()
    is_first[1:] &= ~is_equal[:-1] | (segment[1:] != segment[:-1])
    is_last[:-1] &= ~is_equal[1:] | (segment[1:] != segment[:-1])
    first = np.flatnonzero(is_first)
    size = np.flatnonzero(is_last) - first + 1
    owner, a = segment[first], rows[first]
    is_new = np.ones(len(chain), bool)
    is_new[1:] = (chain[1:] != chain[:-1]) | (diagonal[1:] != diagonal[:-1])
    line = np.cumsum(is_new) - 1
    return Runs(chain[owner], line[owner], a, a + diagonal[owner], size)


def _segments(chains: Chains, windows: Windows) -> tuple[Indices, Indices, Indices, Indices]:
    """(chain, diagonal, first row of a, one past the last) of stretches around seeds, without overlap, by
    chain, diagonal and place. A seed lies on the diagonal of its first word and on that of its last."""
    seeds = chains.seeds
    chain = np.repeat(np.arange(len(chains)), np.diff(chains.first))
    begin, end = seeds.b - seeds.a, seeds.b_end - seeds.a_end
    bent = np.flatnonzero(begin != end)
    chain, diagonal, low, high = _joined_neighbours(
        np.concatenate((chain, chain[bent])),
        np.concatenate((begin, end[bent])),
        np.concatenate((seeds.a, seeds.a_end[bent] - 1)),
        np.concatenate((np.where(begin == end, seeds.a_end, seeds.a + 1), seeds.a_end[bent])),
        0,
    )
    order = np.lexsort((low, diagonal, chain))
    chain, diagonal, low, high = chain[order], diagonal[order], low[order], high[order]
    low, high = low - AROUND_WORDS, high + AROUND_WORDS
    low = np.maximum(low, np.maximum(windows.a[chain], windows.b[chain] - diagonal))
    high = np.minimum(high, np.minimum(windows.a_end[chain], windows.b_end[chain] - diagonal))
    inside = low < high
    return _joined_neighbours(chain[inside], diagonal[inside], low[inside], high[inside], BETWEEN_WORDS)


def _joined_neighbours(
    chain: Indices, diagonal: Indices, low: Indices, high: Indices, most: int
) -> tuple[Indices, Indices, Indices, Indices]:
    """Rows that follow each other on one diagonal as one, where no more than `most` lie between them."""
    if not len(chain):
        return chain, diagonal, low, high
    is_new = np.ones(len(chain), bool)
    is_new[1:] = (chain[1:] != chain[:-1]) | (diagonal[1:] != diagonal[:-1])
    group = np.cumsum(is_new) - 1
    span = int(high.max()) + 1
    reached = np.maximum.accumulate(high + group * span) - group * span
    is_new[1:] |= low[1:] - reached[:-1] > most
    first = np.flatnonzero(is_new)
    return (
        chain[first],
        diagonal[first],
        np.minimum.reduceat(low, first),
        np.maximum.reduceat(high, first),
    )
