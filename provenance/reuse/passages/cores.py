"""The best stretch of equal words around a seed, without a gap: what is cheap to look at before aligning."""

import numpy as np
from numpy.typing import NDArray

from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.seeds import Rows
from provenance.text.shingles import Indices

BEFORE_WORDS, AFTER_WORDS = 16, 48
"""Words before and after the beginning of a seed that are looked at."""
EQUAL, NEAR, OTHER = 5, 3, -5
"""Fifths of an equal word that equal words, words of one stem and other words count for."""
BLOCK_PAIRS = 1 << 14
"""Seeds that are looked at together: their arrays stay in the processor's cache."""


def best_cores(corpus: Corpus, a: Rows, b: Rows) -> NDArray[np.float64]:
    """For each pair of word rows the score of the best stretch near it on its diagonal, in equal words: equal
    words less the others (ungapped extension, Altschul and others 1990)."""
    words, stems = corpus.words.astype(np.int32), corpus.stems.astype(np.uint32)
    best = np.zeros(len(a), np.int16)
    for begin in range(0, len(a), BLOCK_PAIRS):
        rows = slice(begin, begin + BLOCK_PAIRS)
        best[rows] = _best(corpus, words, stems, (a[rows].astype(np.int64), b[rows].astype(np.int64)))
    return best / EQUAL


def _best(
    corpus: Corpus, words: NDArray[np.int32], stems: NDArray[np.uint32], pairs: tuple[Indices, Indices]
) -> NDArray[np.int16]:
    a, b = pairs
    one, other = corpus.document[a], corpus.document[b]
    low = -np.minimum(a - corpus.first[one], b - corpus.first[other])
    high = np.minimum(corpus.first[one + 1] - a, corpus.first[other + 1] - b)
    low, high = np.maximum(low, -BEFORE_WORDS), np.minimum(high, AFTER_WORDS)
    best, score = np.zeros(len(a), np.int16), np.zeros(len(a), np.int16)
    for step in range(-BEFORE_WORDS, AFTER_WORDS):
        x, y = (np.clip(rows + step, 0, len(words) - 1) for rows in (a, b))
        score += np.where(stems[x] == stems[y], NEAR, OTHER).astype(np.int16)
        score += (words[x] == words[y]) * np.int16(EQUAL - NEAR)
        score[(step < low) | (step >= high)] = 0
        np.maximum(score, 0, out=score)
        np.maximum(best, score, out=best)
    return best
