"""What goes on beyond the outermost runs of a chain: most often nothing, and that is told for all at once."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.likeness import Likeness
from provenance.reuse.passages.scoring import gap_costs
from provenance.text.shingles import Indices

SEEN_WORDS = 20
"""Words beyond an edge in which equal words are looked for."""
WORTHY_RUNS = ((2, 3.0), (3, 6.0), (4, 20.0))
"""Equal words in a row beyond an edge, and the cost of the gap before them up to which they tell that the
passage may go on: somewhat more than they weigh themselves, for further ones can follow."""
NEAR_WORDS = 32
"""The same, where it is only asked whether a sentence may be alike."""
NEAR_STEPS = 8
"""Words beyond an edge that are compared one by one."""
LEAST_LIKE = 2
"""Words of them that are equal or readings of each other, from which the passage may go on."""
CLOSE_LETTERS = 2
"""Letters by which two words of these differ in length, at most: misreadings change it little."""
CHUNK = 8192
"""Edges looked at together: bounds the memory."""


class Edges(NamedTuple):
    """Ends of chains. `a`, `b`: the first rows beyond; `room`: words there are, on either side; `step`: 1 or
    -1, the direction that leads away from the passage."""

    chain: Indices
    a: Indices
    b: Indices
    room: Indices
    step: int

    def take(self, rows: NDArray[np.bool_]) -> "Edges":
        """Only those rows."""
        return Edges(self.chain[rows], self.a[rows], self.b[rows], self.room[rows], self.step)


class Cells(NamedTuple):
    """Pairs of words that follow an edge without a gap."""

    chain: Indices
    a: Indices
    b: Indices
    is_equal: NDArray[np.bool_]


def may_go_on(corpus: Corpus, edges: Edges, likeness: Likeness, settings: ReuseSettings) -> NDArray[np.bool_]:
    """Beyond which edges is there a run of equal words so close that it may weigh more than the gap, or are
    there several words like those of the other side in the same place?"""
    found = _meets_runs(corpus, edges, settings)
    others = np.flatnonzero(~found)
    found[others] = _count_like(corpus, edges.take(~found), likeness) >= LEAST_LIKE
    return found


def share_pairs(corpus: Corpus, edges: Edges) -> NDArray[np.bool_]:
    """Beyond which edges do two words follow each other on both sides, near the edge?"""
    found = np.zeros(len(edges.a), bool)
    for part, is_equal in _compared(corpus, edges, NEAR_WORDS):
        found[part] = (is_equal[:, :-1, :-1] & is_equal[:, 1:, 1:]).any(axis=(1, 2))
    return found


def _count_like(corpus: Corpus, edges: Edges, likeness: Likeness) -> Indices:
    """Words right beyond each edge, in the same place on both sides, that are equal or readings of one."""
    steps = np.arange(NEAR_STEPS)
    edge, step = np.nonzero(steps < edges.room[:, None])
    a, b = edges.a[edge] + edges.step * step, edges.b[edge] + edges.step * step
    is_like = corpus.words[a] == corpus.words[b]
    is_close = np.abs(corpus.letters[a] - corpus.letters[b]) <= CLOSE_LETTERS
    others = np.flatnonzero(~is_like & is_close)
    is_like[others] = likeness.are_near(a[others], b[others])
    return np.bincount(edge, weights=is_like, minlength=len(edges.a)).astype(np.int64)


def _meets_runs(corpus: Corpus, edges: Edges, settings: ReuseSettings) -> NDArray[np.bool_]:
    steps = np.arange(SEEN_WORDS)
    costs = gap_costs(steps[:, None], steps[None, :], settings)
    found = np.zeros(len(edges.a), bool)
    for part, is_equal in _compared(corpus, edges, SEEN_WORDS):
        is_run, length = is_equal, 1
        for least, most in WORTHY_RUNS:
            while length < least:
                is_run = is_run[:, :-1, :-1] & is_equal[:, length:, length:]
                length += 1
            size = SEEN_WORDS - length + 1
            found[part] |= is_run[:, costs[:size, :size] <= most].any(axis=1)
    return found


def _compared(corpus: Corpus, edges: Edges, most: int) -> Iterator[tuple[slice, NDArray[np.bool_]]]:
    """(some of the edges, which of the `most` words beyond each edge of a are equal to which of b)."""
    steps = np.arange(most)
    for begin in range(0, len(edges.a), CHUNK):
        part = slice(begin, begin + CHUNK)
        inside = steps < edges.room[part, None]
        a, b = edges.a[part, None] + edges.step * steps, edges.b[part, None] + edges.step * steps
        last = len(corpus) - 1
        one = np.where(inside, corpus.words[np.clip(a, 0, last)], -1)
        other = np.where(inside, corpus.words[np.clip(b, 0, last)], -2)
        yield part, one[:, :, None] == other[:, None, :]


def follow(corpus: Corpus, edges: Edges, likeness: Likeness) -> Cells:
    """The words right beyond each edge as long as they are equal or readings of each other."""
    found: list[Cells] = []
    for step in range(NEAR_STEPS):
        edges = edges.take(edges.room > step)
        a, b = edges.a + edges.step * step, edges.b + edges.step * step
        is_equal = corpus.words[a] == corpus.words[b]
        is_kept = is_equal.copy()
        is_kept[~is_equal] = likeness.are_near(a[~is_equal], b[~is_equal])
        found.append(Cells(edges.chain[is_kept], a[is_kept], b[is_kept], is_equal[is_kept]))
        edges = edges.take(is_kept)
    return Cells(*(np.concatenate(column) for column in zip(*found, strict=True)))
