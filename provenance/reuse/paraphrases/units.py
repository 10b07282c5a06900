"""Units of a text: its sentences, as far as they are neither very short nor very long."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from provenance.reuse.passages.corpus import Corpus
from provenance.text.shingles import Indices

LEAST_WORDS = 4
"""Words of a unit, at least: shorter sentences belong to the one before."""
MOST_WORDS = 40
"""Words of a unit, at most: longer sentences, and texts without any, are cut there."""
_STOPS = np.array([ord(mark) for mark in ".!?;\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964"], np.uint32)
_AFTER = np.array([ord(mark) for mark in "\"')]\u2019\u201d\u00bb"], np.uint32)
_LAST_SPACE = ord(" ")
_LINE = ord("\n")
_WIDE = 0x2E80


def find_units(corpus: Corpus) -> Indices:
    """First rows of all units in order, and the number of words of the corpus after the last.

    A unit is cut at the end of a sentence, at an empty line, and where something masked stands.
    """
    if not len(corpus):
        return np.zeros(1, np.int64)
    is_first = np.zeros(len(corpus), bool)
    is_first[1:] = corpus.stretch[1:] != corpus.stretch[:-1]
    for number, text in enumerate(corpus.texts):
        begin, end = int(corpus.first[number]), int(corpus.first[number + 1])
        if end - begin > 1:
            ends = np.concatenate(([0], np.cumsum(_ends_sentence(text))))
            here, there = ends[corpus.ends[begin : end - 1]], ends[corpus.starts[begin + 1 : end]]
            is_first[begin + 1 : end] |= there > here
    whole = np.concatenate((corpus.first[:-1], np.flatnonzero(corpus.stretch[1:] != corpus.stretch[:-1]) + 1))
    is_first[whole[whole < len(corpus)]] = True
    fixed = set(whole.tolist())
    starts = [*np.flatnonzero(is_first).tolist(), len(corpus)]
    return np.array([*_evened(starts, fixed), len(corpus)], np.int64)


def _ends_sentence(text: str) -> NDArray[np.bool_]:
    """Which code points end a sentence."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    ends = np.isin(codes, _STOPS)
    after = codes[1:]
    ends[:-1] &= (after <= _LAST_SPACE) | (codes[:-1] >= _WIDE) | np.isin(after, _AFTER)
    is_line = codes == _LINE
    ends[1:] |= is_line[1:] & is_line[:-1]
    return ends


def _evened(starts: list[int], fixed: set[int]) -> Iterator[int]:
    """Starts of units of a fair length; those in `fixed` stay."""
    last = -LEAST_WORDS
    for place, start in enumerate(starts[:-1]):
        if start in fixed or start - last >= LEAST_WORDS:
            yield start
            last = start
        while starts[place + 1] - last > MOST_WORDS + LEAST_WORDS:
            last += MOST_WORDS
            yield last
