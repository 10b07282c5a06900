"""Chains: seeds of two texts that follow each other in both, about as far apart."""

import numpy as np
from attrs import frozen

from provenance.model.settings import ReuseSettings
from provenance.reuse.corpus import Corpus
from provenance.reuse.seeds import Seeds
from provenance.text.shingles import Indices


@frozen(eq=False)
class Chains:
    """Seeds in the order of their chain, then of a. Chain c has the seeds [first[c], first[c + 1])."""

    seeds: Seeds
    first: Indices

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
        count = len(np.unique(label))
        if count == groups and kept.all():
            break
        groups = count
    order = np.lexsort((seeds.b, seeds.a, label))
    label = label[order]
    first = np.flatnonzero(np.concatenate(([True], label[1:] != label[:-1]))) if len(label) else label
    return Chains(seeds.take(order), np.append(first, len(label)))


def split(label: Indices, place: Indices, gap: int) -> Indices:
    """New labels: within one label, a step of more than `gap` between neighbouring places parts them."""
    order = np.lexsort((place, label))
    label, place = label[order], place[order]
    parts = np.ones(len(order), bool)
    parts[1:] = (label[1:] != label[:-1]) | (place[1:] - place[:-1] > gap)
    parted = np.empty(len(order), np.int64)
    parted[order] = np.cumsum(parts) - 1
    return parted
