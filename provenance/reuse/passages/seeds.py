"""Seeds: places of two texts that share a few words in the same order, found by one sort."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.repetitions import MOST_PLACES, first_places, row_blocks
from provenance.text.shingles import Hashes, Indices, may_repeat, order_hashes, shingle_hashes, winnow

Rows = NDArray[np.signedinteger[Any]]


@frozen(eq=False)
class Seeds:
    """Pairs of places, a row each. `a`, `b`: word rows of the corpus, a < b; `a_end`, `b_end`: one past.

    `weight`: how much a seed counts as evidence; a plain run of words more than words with gaps.
    """

    a: Rows
    b: Rows
    a_end: Rows
    b_end: Rows
    weight: Rows

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
    """Seeds between all texts and within each; rows are 32-bit numbers, since of seeds there are many.

    Two kinds: winnowed runs of `run_words` words (any shared run of run_words + run_window - 1 words
    gives one), and three content words in order with at most one left out (they survive changed words).
    """
    parts = [_seeds(corpus, _run_places(corpus, settings), settings.max_holders, settings.run_weight)]
    for pattern in settings.content_patterns:
        places = _content_places(corpus, settings, pattern)
        parts.append(_seeds(corpus, places, settings.content_holders, 1))
    return join_seeds(parts)


def join_seeds(parts: Sequence[Seeds]) -> Seeds:
    """All of them, one after the other; at least one."""
    if len(parts) == 1:
        return parts[0]
    columns = ((part.a, part.b, part.a_end, part.b_end, part.weight) for part in parts)
    a, b, a_end, b_end, weight = (np.concatenate(column) for column in zip(*columns, strict=True))
    return Seeds(a, b, a_end, b_end, weight)


def _run_places(corpus: Corpus, settings: ReuseSettings) -> Places:
    """Winnowed runs of words, in the order of the corpus."""
    size = settings.run_words
    grams, rows = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    for begin, end in row_blocks(corpus.first):
        first, close = int(corpus.first[begin]), int(corpus.first[end])
        hashes = shingle_hashes(corpus.hashes[first:close], tuple(range(size)))
        document = corpus.document[first:close]
        inside = np.flatnonzero(document[: len(hashes)] == document[len(document) - len(hashes) :])
        hashes = hashes[inside]
        counts = np.maximum(np.diff(corpus.first[begin : end + 1]) - size + 1, 0)
        kept = winnow(hashes, settings.run_window, np.concatenate(([0], np.cumsum(counts))))
        grams.append(hashes[kept])
        rows.append(inside[kept] + first)
    row = np.concatenate(rows)
    return Places(np.concatenate(grams), row, row + size)


def _content_places(corpus: Corpus, settings: ReuseSettings, pattern: tuple[int, ...]) -> Places:
    """Content words by a pattern, in the order of the corpus."""
    content = np.flatnonzero(corpus.letters >= settings.content_letters)
    grams = shingle_hashes(corpus.stems[content], pattern)
    first, last = content[: len(grams)], content[len(content) - len(grams) :]
    inside = (corpus.document[first] == corpus.document[last]) & (last - first <= settings.content_reach)
    return Places(grams[inside], first[inside], last[inside] + 1)


def _seeds(corpus: Corpus, places: Places, holders: int, weight: int) -> Seeds:
    a, b, a_end, b_end = (column.astype(np.int32) for column in pair_equal(corpus, places, holders))
    return Seeds(a, b, a_end, b_end, np.full(len(a), weight, np.int8))


def pair_equal(corpus: Corpus, places: Places, holders: int) -> tuple[Indices, Indices, Indices, Indices]:
    """(a, b, a_end, b_end) of every pair of places with the same gram that do not overlap, a before b.

    Of a gram that stands in one text very often only the first places count (`first_places`). Where more
    than `holders` places have a gram, each is paired with the first one and with its predecessor only: such
    grams are neither dropped nor squared.
    """
    grams, row, end = _in_groups(corpus, places)
    begins = np.flatnonzero(np.concatenate(([True], grams[1:] != grams[:-1]))) if len(grams) else row
    one, other = _pairs(begins, np.diff(np.append(begins, len(grams))), holders)
    apart = row[other] >= end[one]
    one, other = one[apart], other[apart]
    return row[one], row[other], end[one], end[other]


def _in_groups(corpus: Corpus, places: Places) -> Places:
    """Those places whose gram may stand elsewhere too, equal grams side by side and in order of rows."""
    rows = may_repeat(places.grams)
    if (places.row[1:] < places.row[:-1]).any():
        rows = rows[np.argsort(places.row[rows], kind="stable")]
    grams = places.grams[rows]
    order = order_hashes(grams)
    grams, rows = grams[order], rows[order]
    if (grams[MOST_PLACES:] == grams[: max(0, len(grams) - MOST_PLACES)]).any():
        kept = first_places(grams, corpus.document[places.row[rows]])
        grams, rows = grams[kept], rows[kept]
    return Places(grams, places.row[rows], places.end[rows])


def _pairs(begins: Indices, counts: Indices, holders: int) -> tuple[Indices, Indices]:
    """Numbers of the places that are paired; groups begin at `begins` and have `counts` places."""
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
    return np.concatenate(left), np.concatenate(right)
