"""Seeds: places of two texts that share a few words in the same order, found by one sort."""

from typing import NamedTuple

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from provenance.model.settings import ReuseSettings
from provenance.reuse.corpus import Corpus
from provenance.reuse.repetitions import first_places
from provenance.text.shingles import Hashes, Indices, shingle_hashes, winnow


@frozen(eq=False)
class Seeds:
    """Pairs of places, a row each. `a`, `b`: word rows of the corpus, a < b; `a_end`, `b_end`: one past.

    `weight`: how much a seed counts as evidence; a plain run of words more than words with gaps.
    """

    a: Indices
    b: Indices
    a_end: Indices
    b_end: Indices
    weight: Indices

    def __len__(self) -> int:
        return len(self.a)

    def take(self, rows: Indices | NDArray[np.bool_]) -> "Seeds":
        """Only those rows."""
        return Seeds(self.a[rows], self.b[rows], self.a_end[rows], self.b_end[rows], self.weight[rows])


class Places(NamedTuple):
    """Where grams stand: `row`: their first word, `end`: one past their last."""

    grams: Hashes
    row: Indices
    end: Indices


def find_seeds(corpus: Corpus, settings: ReuseSettings) -> Seeds:
    """Seeds between all texts and within each, in the order of a and b.

    Two kinds: winnowed runs of `run_words` words (any shared run of run_words + run_window - 1 words
    gives one), and three content words in order with at most one left out (they survive changed words).
    """
    parts = [_run_seeds(corpus, settings)]
    parts += [_content_seeds(corpus, settings, pattern) for pattern in settings.content_patterns]
    a, b, a_end, b_end, weight = (np.concatenate(column) for column in zip(*parts, strict=True))
    found = Seeds(a, b, a_end, b_end, weight)
    return found.take(np.lexsort((found.b_end, found.a_end, found.b, found.a)))


def _run_seeds(corpus: Corpus, settings: ReuseSettings) -> tuple[Indices, ...]:
    pattern = tuple(range(settings.run_words))
    grams, rows = [], []
    for begin, end in zip(corpus.first[:-1].tolist(), corpus.first[1:].tolist(), strict=True):
        hashes = shingle_hashes(corpus.hashes[begin:end], pattern)
        kept = winnow(hashes, settings.run_window)
        grams.append(hashes[kept])
        rows.append(kept + begin)
    if not rows:
        nothing = np.zeros(0, np.int64)
        return _weighted(corpus, Places(np.zeros(0, np.uint64), nothing, nothing), 1, 1)
    row = np.concatenate(rows)
    ends = row + settings.run_words
    places = Places(np.concatenate(grams), row, ends)
    return _weighted(corpus, places, settings.max_holders, settings.run_weight)


def _content_seeds(corpus: Corpus, settings: ReuseSettings, pattern: tuple[int, ...]) -> tuple[Indices, ...]:
    content = np.flatnonzero(corpus.letters >= settings.content_letters)
    grams = shingle_hashes(corpus.stems[content], pattern)
    first, last = content[: len(grams)], content[len(content) - len(grams) :]
    inside = (corpus.document[first] == corpus.document[last]) & (last - first <= settings.content_reach)
    places = Places(grams[inside], first[inside], last[inside] + 1)
    return _weighted(corpus, places, settings.content_holders, 1)


def _weighted(corpus: Corpus, places: Places, holders: int, weight: int) -> tuple[Indices, ...]:
    a, b, a_end, b_end = pair_equal(corpus, places, holders)
    return a, b, a_end, b_end, np.full(len(a), weight, np.int64)


def pair_equal(corpus: Corpus, places: Places, holders: int) -> tuple[Indices, Indices, Indices, Indices]:
    """(a, b, a_end, b_end) of every pair of places with the same gram that do not overlap, a before b.

    Of a gram that stands in one text very often only the first places count (`first_places`). Where more
    than `holders` places have a gram, each is paired with the first one and with its predecessor only: such
    grams are neither dropped nor squared.
    """
    order = np.lexsort((places.row, places.grams))
    order = order[first_places(places.grams[order], corpus.document[places.row[order]])]
    grams, row, end = places.grams[order], places.row[order], places.end[order]
    begins = np.flatnonzero(np.concatenate(([True], grams[1:] != grams[:-1]))) if len(grams) else row
    counts = np.diff(np.append(begins, len(grams)))
    left, right = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for count in range(2, holders + 1):
        group = begins[counts == count]
        one, other = np.triu_indices(count, 1)
        left.append((group[:, None] + one).ravel())
        right.append((group[:, None] + other).ravel())
    many = counts > holders
    size = counts[many]
    place = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
    holder = np.repeat(begins[many], size) + place
    left += [holder[place > 0] - 1, (holder - place)[place > 1]]
    right += [holder[place > 0], holder[place > 1]]
    one, other = np.concatenate(left), np.concatenate(right)
    swapped = row[one] > row[other]
    one, other = np.where(swapped, other, one), np.where(swapped, one, other)
    apart = row[other] >= end[one]
    one, other = one[apart], other[apart]
    return row[one], row[other], end[one], end[other]
