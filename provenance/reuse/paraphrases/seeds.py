"""Pairs of units that say much the same: candidate pairs of texts, and in them the cosine of units.

Two texts are compared if they share some three terms near each other, in whatever order; between them, units
whose weighted terms are alike are seeds (Sanchez-Perez, Sidorov and Gelbukh 2014). One sort for the pairs of
texts, one look-up for what they share: there is no loop over pairs.
"""

from collections.abc import Iterator

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from provenance.reuse.paraphrases.terms import Terms, Weights
from provenance.reuse.passages.corpus import Corpus
from provenance.text.shingles import Hashes, Indices, distinct, mix

PATTERNS = ((0, 1, 2), (0, 1, 3), (0, 2, 3))
"""Which of four terms in a row make a gram, whose order does not count."""
LEAST_GRAMS = 2
"""Grams that two texts share before they are compared."""
MOST_HOLDERS = 8
"""Texts of one gram that are all paired; beyond, each is paired with the first and its predecessor."""
LEAST_COSINE = 0.25
"""Least likeness of two units that are a seed, 0..1."""
MOST_PLACES = 20
"""Units of one text with a term that are compared: a refrain is no sentence by sentence likeness."""
MOST_PRODUCT = 100
"""Pairs of units that one term makes between two texts, beyond which it is left out there."""
BLOCK = 400_000
"""Pairs of terms that are looked at together: bounds the memory."""
PART = 1_000_000
_BUCKETS = 1 << 20
_GRAM_BUCKETS = 1 << 22
_SALT = np.uint64(0x51ED270B)


@frozen(eq=False)
class UnitSeeds:
    """Pairs of units of two texts that are alike, a row each, in the order of `a` and `b`: units as numbers
    of the terms, a < b. `pair`: number of the pair of texts. `shared`: weight of the terms in common.
    """

    pair: Indices
    a: Indices
    b: Indices
    shared: Weights

    def __len__(self) -> int:
        return len(self.a)


@frozen(eq=False)
class _Postings:
    """Where terms stand: `unit` by text, then term. Group g is one term in one text: `key`, `first`, `size`;
    text d has the groups [of_text[d], of_text[d + 1])."""

    unit: Indices
    key: Indices
    first: Indices
    size: Indices
    of_text: Indices


def find_unit_seeds(corpus: Corpus, terms: Terms) -> UnitSeeds:
    """Seeds between the units of different texts.

    What two texts have in common counts word by word only where the places in both make no more than
    MOST_PRODUCT pairs of units: in two texts of a megabyte with every sentence shuffled in itself, the
    frequent words are left out, and about a quarter of the passages is not seen. Words that were shuffled
    over more than a few sentences make no seeds at all.
    """
    pairs = find_text_pairs(corpus, terms)
    texts = len(corpus.ids)
    nothing = np.zeros(0, np.int64)
    parts = [(nothing, nothing, np.zeros(0))]
    if len(pairs):
        postings, lengths = _postings(corpus, terms)
        for block in _blocks(pairs, postings, texts):
            parts.append(_alike(terms, *_share_terms(terms, block, postings), lengths))
    a, b, shared = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.lexsort((b, a))
    a, b, shared = a[order], b[order], shared[order]
    document = corpus.document[terms.first[:-1]] if len(a) else nothing
    return UnitSeeds(document[a] * texts + document[b] if len(a) else nothing, a, b, shared)


def find_text_pairs(corpus: Corpus, terms: Terms, part_words: int = PART) -> Indices:
    """Pairs of texts worth comparing, as numbers `a * texts + b` with a < b, in order.

    `part_words`: words whose grams are sorted together, about; it bounds the memory.
    """
    rows = np.flatnonzero(terms.weight > 0)
    words = mix(terms.term[rows].astype(np.uint64) + _SALT)
    documents = corpus.document[rows]
    times = np.zeros(_GRAM_BUCKETS, np.int32)
    for pattern in PATTERNS:
        gram = _grams(words, documents, pattern)[0]
        times += np.bincount(_bucket(gram), minlength=_GRAM_BUCKETS).astype(np.int32)
    parts = 1 + len(words) // part_words
    found = [
        _pair_holders(*_often(words, documents, times, part, parts), len(corpus.ids)) for part in range(parts)
    ]
    pairs = np.sort(np.concatenate(found))
    later = pairs[LEAST_GRAMS - 1 :]
    return distinct(later[later == pairs[: len(later)]])


def _often(
    words: Hashes, documents: Indices, times: NDArray[np.int32], part: int, parts: int
) -> tuple[Hashes, Indices]:
    """(gram, text) of those grams of one part that may be there more than once."""
    grams, owners = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    for pattern in PATTERNS:
        gram, owner = _grams(words, documents, pattern)
        bucket = _bucket(gram)
        often = (times[bucket] > 1) & (bucket % parts == part)
        grams.append(gram[often])
        owners.append(owner[often])
    return np.concatenate(grams), np.concatenate(owners)


def _grams(words: Hashes, documents: Indices, pattern: tuple[int, ...]) -> tuple[Hashes, Indices]:
    """(hash without regard to order, text) of the grams of one pattern."""
    count = max(0, len(words) - pattern[-1])
    total = np.zeros(count, np.uint64)
    for offset in pattern:
        total += words[offset : offset + count]
    inside = documents[:count] == documents[len(words) - count :]
    return total[inside], documents[:count][inside]


def _bucket(gram: Hashes) -> Indices:
    """A number for each gram, equal for equal ones: those alone in theirs need no sorting."""
    return (mix(gram) & np.uint64(_GRAM_BUCKETS - 1)).astype(np.int64)


def _pair_holders(gram: Hashes, owner: Indices, texts: int) -> Indices:
    """Pairs of texts that hold grams in common, as numbers, each as often as grams but LEAST_GRAMS times at
    most."""
    order = np.lexsort((owner, gram))
    gram, owner = gram[order], owner[order]
    is_new = np.ones(len(gram), bool)
    is_new[1:] = (gram[1:] != gram[:-1]) | (owner[1:] != owner[:-1])
    gram, owner = gram[is_new], owner[is_new]
    is_new = np.ones(len(gram), bool)
    is_new[1:] = gram[1:] != gram[:-1]
    group = np.cumsum(is_new) - 1
    begin = np.flatnonzero(is_new)
    size = np.bincount(group, minlength=1)[group] if len(gram) else group
    found = [np.zeros(0, np.int64)]
    for step in range(1, MOST_HOLDERS):
        left = np.flatnonzero((group[:-step] == group[step:]) & ((size[step:] <= MOST_HOLDERS) | (step == 1)))
        found.append(owner[left] * texts + owner[left + step])
    far = np.flatnonzero((size > MOST_HOLDERS) & ~is_new)
    found.append(owner[begin[group[far]]] * texts + owner[far])
    ordered = np.sort(np.concatenate(found))
    kept = np.ones(len(ordered), bool)
    kept[LEAST_GRAMS:] = ordered[LEAST_GRAMS:] != ordered[:-LEAST_GRAMS]
    return ordered[kept]


def _postings(corpus: Corpus, terms: Terms) -> tuple[_Postings, Weights]:
    """(the units of every term that says something, by text and term; length of each unit's vector)."""
    rows = np.flatnonzero(terms.weight > 0)
    order = np.argsort(corpus.document[rows] * terms.count + terms.term[rows], kind="stable")
    rows = rows[order]
    key, unit = corpus.document[rows] * terms.count + terms.term[rows], terms.unit[rows]
    is_new = np.ones(len(key), bool)
    is_new[1:] = (key[1:] != key[:-1]) | (unit[1:] != unit[:-1])
    key, unit, weight = key[is_new], unit[is_new], terms.weight[rows[is_new]]
    lengths = np.sqrt(np.bincount(unit, weight * weight, minlength=terms.units))
    is_new = np.ones(len(key), bool)
    is_new[1:] = key[1:] != key[:-1]
    first = np.flatnonzero(is_new)
    size = np.minimum(np.diff(np.append(first, len(key))), MOST_PLACES)
    of_text = np.searchsorted(key[first], np.arange(len(corpus.ids) + 1) * terms.count)
    return _Postings(unit, key[first], first, size, of_text), lengths


def _blocks(pairs: Indices, postings: _Postings, texts: int) -> Iterator[tuple[Indices, Indices]]:
    """The two texts of each pair, first the one with fewer terms; blocks of about BLOCK terms to look up."""
    one, other = pairs // texts, pairs % texts
    terms = np.diff(postings.of_text)
    swapped = terms[other] < terms[one]
    one, other = np.where(swapped, other, one), np.where(swapped, one, other)
    block = np.cumsum(terms[one]) // BLOCK
    for number in distinct(block).tolist():
        inside = block == number
        yield one[inside], other[inside]


def _share_terms(
    terms: Terms, pairs: tuple[Indices, Indices], postings: _Postings
) -> tuple[Indices, Weights]:
    """(pair of units as one number, weight) of every term that two units of two texts share."""
    one, other = pairs
    count = postings.of_text[one + 1] - postings.of_text[one]
    group = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count - postings.of_text[one], count)
    wanted = postings.key[group] + np.repeat((other - one) * terms.count, count)
    found = np.minimum(np.searchsorted(postings.key, wanted), len(postings.key) - 1)
    product = postings.size[group] * postings.size[found]
    kept = (postings.key[found] == wanted) & (product <= MOST_PRODUCT)
    group, found, product = group[kept], found[kept], product[kept]
    place = np.arange(product.sum()) - np.repeat(np.cumsum(product) - product, product)
    width = np.repeat(postings.size[found], product)
    x = postings.unit[np.repeat(postings.first[group], product) + place // width]
    y = postings.unit[np.repeat(postings.first[found], product) + place % width]
    weight = np.repeat(_weight_of(terms, postings, group), product)
    return np.minimum(x, y) * terms.units + np.maximum(x, y), weight


def _weight_of(terms: Terms, postings: _Postings, group: Indices) -> Weights:
    weight = np.zeros(terms.count)
    weight[terms.term] = terms.weight
    return weight[postings.key[group] % terms.count]


def _alike(
    terms: Terms, units: Indices, weight: Weights, lengths: Weights
) -> tuple[Indices, Indices, Weights]:
    """(a, b, weight in common) of the pairs of units whose cosine is enough, of two shared terms at least."""
    square = weight * weight
    bucket = (units ^ (units >> 19)) & (_BUCKETS - 1)
    most = np.bincount(bucket, square, minlength=1)[bucket]  # a bound: others may share the bucket
    wanted = LEAST_COSINE * lengths[units // terms.units] * lengths[units % terms.units]
    kept = (most >= wanted) & (most > square)
    units, weight, square = units[kept], weight[kept], square[kept]
    order = np.argsort(units, kind="stable")
    units = units[order]
    is_new = np.ones(len(units), bool)
    is_new[1:] = units[1:] != units[:-1]
    first = np.flatnonzero(is_new)
    if not len(first):
        return units, units, weight
    product = np.add.reduceat(square[order], first)
    shared = np.add.reduceat(weight[order], first)
    several = np.diff(np.append(first, len(units))) > 1
    a, b = units[first] // terms.units, units[first] % terms.units
    alike = several & (product >= LEAST_COSINE * lengths[a] * lengths[b])
    return a[alike], b[alike], shared[alike]
