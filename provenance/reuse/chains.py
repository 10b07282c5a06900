"""Chains: seeds of two texts that follow each other in both, about as far apart."""

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from provenance.model.settings import ReuseSettings
from provenance.reuse.corpus import Corpus
from provenance.reuse.seeds import Seeds
from provenance.text.shingles import Indices, distinct

CROWD_WORDS = 16
"""Words of b in which chains that begin there count as a crowd."""
MOST_CHAINS = 6
"""Chains of a crowd between two texts that are aligned: in a list of lines that are all alike, each line has
some in common with hundreds of others."""

MOST_WITHIN = 200
"""Chains between two places of one text that are aligned, the heaviest: a table is like itself everywhere."""


@frozen(eq=False)
class Chains:
    """Seeds in the order of their chain, then of a. Chain c has the seeds [first[c], first[c + 1]).

    `left_out`: text, as a number of the corpus, and chains beyond MOST_WITHIN in it.
    """

    seeds: Seeds
    first: Indices
    left_out: tuple[tuple[int, int], ...] = ()

    def __len__(self) -> int:
        return len(self.first) - 1


def chain_seeds(corpus: Corpus, seeds: Seeds, settings: ReuseSettings) -> Chains:
    """Seeds grouped by pair of texts, diagonal and neighbourhood; thin groups dropped.

    Two seeds belong together if their diagonals (b - a) differ by at most `drift_words` and their
    places by at most `reach_words`, directly or through others.
    """
    label = corpus.document[seeds.a] * max(1, len(corpus.ids)) + corpus.document[seeds.b]
    groups = -1
    while len(seeds):
        label = split(label, seeds.b - seeds.a, settings.drift_words)
        label = split(label, seeds.a, settings.reach_words)
        weight = np.bincount(label, weights=seeds.weight)
        kept = weight[label] >= settings.chain_weight
        seeds, label = seeds.take(kept), label[kept]
        count = len(distinct(label))
        if count == groups and kept.all():
            break
        groups = count
    kept = _uncrowded(corpus, seeds, label)
    seeds, label = seeds.take(kept), label[kept]
    kept, left_out = _few_within(corpus, seeds, label)
    seeds, label = seeds.take(kept), label[kept]
    order = np.lexsort((seeds.b, seeds.a, label))
    label = label[order]
    first = np.flatnonzero(np.concatenate(([True], label[1:] != label[:-1]))) if len(label) else label
    return Chains(seeds.take(order), np.append(first, len(label)), left_out)


def _uncrowded(corpus: Corpus, seeds: Seeds, label: Indices) -> NDArray[np.bool_]:
    """Seeds of the heaviest chains of every crowd; of equally heavy ones the first and the last in a."""
    if not len(label):
        return np.ones(0, bool)
    count = int(label.max()) + 1
    weight = np.bincount(label, weights=seeds.weight, minlength=count).astype(np.int64)
    a, b = np.full(count, len(corpus)), np.full(count, len(corpus))
    np.minimum.at(a, label, seeds.a)
    np.minimum.at(b, label, seeds.b)
    chain = distinct(label)
    pair = corpus.document[np.minimum(a[chain], len(corpus) - 1)]
    crowd = b[chain] // CROWD_WORDS
    is_kept = np.zeros(count, bool)
    for direction in (1, -1):
        order = np.lexsort((direction * a[chain], -weight[chain], crowd, pair))
        begins = np.ones(len(order), bool)
        begins[1:] = (pair[order][1:] != pair[order][:-1]) | (crowd[order][1:] != crowd[order][:-1])
        place = np.arange(len(order))
        rank = place - np.maximum.accumulate(np.where(begins, place, 0))
        is_kept[chain[order[rank < MOST_CHAINS // 2]]] = True
    return is_kept[label]


def _few_within(
    corpus: Corpus, seeds: Seeds, label: Indices
) -> tuple[NDArray[np.bool_], tuple[tuple[int, int], ...]]:
    """(seeds of all chains but those beyond the heaviest MOST_WITHIN of a text with itself, what is left
    out); of equally heavy chains the first ones stay."""
    is_kept = np.ones(len(label), bool)
    left_out = []
    inside = np.flatnonzero(corpus.document[seeds.a] == corpus.document[seeds.b])
    documents = corpus.document[seeds.a[inside]]
    for document in distinct(documents).tolist():
        rows = inside[documents == document]
        chains, first, chain = np.unique(label[rows], return_index=True, return_inverse=True)
        if len(chains) > MOST_WITHIN:
            weight = np.bincount(chain, weights=seeds.weight[rows])
            heaviest = np.lexsort((seeds.b[rows][first], seeds.a[rows][first], -weight))[:MOST_WITHIN]
            is_kept[rows[~np.isin(chain, heaviest)]] = False
            left_out.append((document, len(chains) - MOST_WITHIN))
    return is_kept, tuple(left_out)


def split(label: Indices, place: Indices, gap: int) -> Indices:
    """New labels: within one label, a step of more than `gap` between neighbouring places parts them."""
    order = np.lexsort((place, label))
    label, place = label[order], place[order]
    parts = np.ones(len(order), bool)
    parts[1:] = (label[1:] != label[:-1]) | (place[1:] - place[:-1] > gap)
    parted = np.empty(len(order), np.int64)
    parted[order] = np.cumsum(parts) - 1
    return parted
