"""Seeds of the paraphrase tier: content words near each other in any order, and weaker ones where a pair of
texts shares several of those."""

from collections.abc import Iterator

import numpy as np

from provenance.model.settings import ReuseSettings
from provenance.reuse.corpus import Corpus
from provenance.reuse.seeds import Places, Seeds, pair_equal
from provenance.text.shingles import Hashes, Indices, distinct, mix

SALT = np.uint64(0x51ED270B)
WEAK_PATTERNS = ((0, 1), (0, 2), (0, 3))
"""Pairs of content words with up to two between them."""
MOST_REPEATS = 2
"""Times that a pair of words may occur in one text to be a weak seed."""
COMMON_TEXTS = 40
"""From so many texts on, words that a quarter of them have carry no evidence."""
COMMON_SHARE = 0.25


def find_loose_seeds(corpus: Corpus, settings: ReuseSettings) -> Seeds:
    """Seeds without order between different texts, in the order of a and b."""
    rows = content_rows(corpus, settings)
    parts = [_strong(corpus, rows, settings)]
    parts += _weak(corpus, rows, parts[0], settings)
    a, b, a_end, b_end = (np.concatenate(column) for column in zip(*parts, strict=True))
    found = Seeds(a, b, a_end, b_end, np.ones(len(a), np.int64))
    return found.take(np.lexsort((found.b_end, found.a_end, found.b, found.a)))


def content_rows(corpus: Corpus, settings: ReuseSettings) -> Indices:
    """Rows of words that carry evidence: long enough, and not in a quarter of many texts."""
    kept = corpus.letters >= settings.loose_letters
    texts = len(corpus.ids)
    if texts > COMMON_TEXTS and len(corpus):
        holders = distinct(corpus.words * texts + corpus.document) // texts
        spread = np.bincount(holders, minlength=int(corpus.words.max()) + 1)
        kept &= spread[corpus.words] <= COMMON_SHARE * texts
    return np.flatnonzero(kept)


Pairs = tuple[Indices, Indices, Indices, Indices]


def _strong(corpus: Corpus, rows: Indices, settings: ReuseSettings) -> Pairs:
    grams, first, last = _grams(corpus, rows, settings.content_patterns)
    a, b, a_end, b_end = pair_equal(corpus, Places(grams, first, last + 1), settings.max_holders)
    apart = corpus.document[a] != corpus.document[b]
    return a[apart], b[apart], a_end[apart], b_end[apart]


def _weak(corpus: Corpus, rows: Indices, strong: Pairs, settings: ReuseSettings) -> Iterator[Pairs]:
    """Seeds of two words, only between texts that share some of three."""
    grams, first, last = _grams(corpus, rows, WEAK_PATTERNS)
    owner = corpus.document[first]
    order = np.lexsort((grams, owner))
    grams, first, last, owner = grams[order], first[order], last[order], owner[order]
    if not len(grams):
        return
    is_new = np.ones(len(grams), bool)
    is_new[1:] = (grams[1:] != grams[:-1]) | (owner[1:] != owner[:-1])
    group = np.cumsum(is_new) - 1
    rare = np.bincount(group)[group] <= MOST_REPEATS
    grams, first, last, owner = grams[rare], first[rare], last[rare], owner[rare]
    bounds = np.searchsorted(owner, np.arange(len(corpus.ids) + 1))
    texts = len(corpus.ids)
    pairs, counts = np.unique(
        corpus.document[strong[0]] * texts + corpus.document[strong[1]], return_counts=True
    )
    for pair in pairs[counts >= settings.loose_candidates].tolist():
        one, other = divmod(pair, texts)
        mine, theirs = slice(bounds[one], bounds[one + 1]), slice(bounds[other], bounds[other + 1])
        left = np.searchsorted(grams[theirs], grams[mine], "left")
        right = np.searchsorted(grams[theirs], grams[mine], "right")
        for step in range(MOST_REPEATS):
            x = np.flatnonzero(left + step < right)
            y = left[x] + step + bounds[other]
            x = x + bounds[one]
            yield first[x], first[y], last[x] + 1, last[y] + 1


def _grams(
    corpus: Corpus, rows: Indices, patterns: tuple[tuple[int, ...], ...]
) -> tuple[Hashes, Indices, Indices]:
    """(hash without regard to order, first row, last row) of content words by the patterns."""
    words = mix(corpus.stems[rows] + SALT)
    grams, first, last = [], [], []
    for pattern in patterns:
        count = max(0, len(rows) - pattern[-1])
        total = np.zeros(count, np.uint64)
        for offset in pattern:
            total += words[offset : offset + count]
        begin, end = rows[:count], rows[len(rows) - count :]
        inside = corpus.document[begin] == corpus.document[end]
        grams.append(mix(total[inside] * np.uint64(len(pattern))))
        first.append(begin[inside])
        last.append(end[inside])
    return np.concatenate(grams), np.concatenate(first), np.concatenate(last)
