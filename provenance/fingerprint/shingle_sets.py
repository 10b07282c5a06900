"""The distinct shingles of many texts in one array: what signatures, resemblance and containment count."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import numpy as np
from attrs import frozen

from provenance.text.shingles import HashedWords, Hashes, Indices, distinct, hash_texts, shingle_hashes

_BATCH_CHARS = 1 << 22


@frozen(eq=False)
class ShingleSets:
    """`names`: in order. Text i has `values[begins[i]:begins[i + 1]]`, sorted, each once."""

    names: tuple[str, ...]
    values: Hashes
    begins: Indices

    def of(self, row: int) -> Hashes:
        """The set of one text, sorted."""
        return self.values[self.begins[row] : self.begins[row + 1]]

    @property
    def sizes(self) -> Indices:
        """Shingles of each text."""
        return np.diff(self.begins)


def shingle_sets(texts: Mapping[str, str], size: int) -> ShingleSets:
    """Of runs of `size` words of every text, by name. A text of fewer words has none."""
    pattern = tuple(range(size))
    hashed = zip(texts, hash_by_turns(texts.values()), strict=True)
    return collect_sets((name, shingle_hashes(words.hashes, pattern)) for name, words in hashed)


def hash_by_turns(texts: Iterable[str]) -> Iterator[HashedWords]:
    """The words of each text, in their order; some millions of code points are hashed at a time."""
    for batch in _batches(texts):
        words, first = hash_texts(batch)
        for begin, end in pairwise(first.tolist()):
            part = slice(begin, end)
            places = words.starts[part], words.ends[part]
            yield HashedWords(*places, words.hashes[part], words.stems[part], words.letters[part])


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= _BATCH_CHARS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def collect_sets(shingles: Iterable[tuple[str, Hashes]]) -> ShingleSets:
    """Of (name, shingles in any order, repeated ones too), by name."""
    made = sorted(((name, distinct(values)) for name, values in shingles), key=lambda pair: pair[0])
    begins = np.zeros(len(made) + 1, np.int64)
    np.cumsum([len(values) for _, values in made], out=begins[1:])
    values = np.concatenate([np.zeros(0, np.uint64), *(values for _, values in made)])
    return ShingleSets(tuple(name for name, _ in made), values, begins)


def count_common(one: Hashes, other: Hashes) -> int:
    """How many shingles two sorted sets have in common."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    if not len(few):
        return 0
    places = np.searchsorted(many, few)
    places[places == len(many)] = 0
    return int((many[places] == few).sum())
