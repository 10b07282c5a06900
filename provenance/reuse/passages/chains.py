"""Chains: seeds of two texts that follow each other in both, about as far apart."""

from collections.abc import Iterator

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.cores import best_cores
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.repetitions import row_blocks
from provenance.reuse.passages.seeds import Rows, Seeds, join_seeds
from provenance.text.shingles import Indices, distinct, order_by

CROWD_WORDS = 16
"""Words of b in which chains that begin there count as a crowd."""
MOST_CHAINS = 6
"""Chains of a crowd between two texts that are aligned: in a list of lines that are all alike, each line has
some in common with hundreds of others."""

MOST_WITHIN = 200
"""Chains between two places of one text that are aligned, the heaviest: a table is like itself everywhere."""

MOST_FORMULAS = 20
"""Chains between two texts that are aligned although all their words are what these texts say over and over,
the heaviest: two lists of one form have as many in common as they have lines."""
FORMULA_WORDS = 40
"""Words that seeds of such a chain cover on one diagonal, from which it is aligned in any case: a list
that was copied has several lines in a row, with the same numbers."""

SEGMENT_WORDS = 16
"""Words of a in which seeds on one diagonal are taken together, at most."""
BLOCK_SEEDS = 1 << 19
"""Seeds that are chained at a time; more where one text has more."""
CORE_WORDS = 5.5
"""Equal words, less replaced ones, that a chain has somewhere on one diagonal, if it is worth aligning: about
those of a plain seed. Of texts on one subject most chains are a few content words that met by chance."""
CORES_WORDS = 8.0
"""The same on all diagonals of the chain together, where words were added or left out between them."""


@frozen(eq=False)
class Chains:
    """Seeds in the order of their chain, then of a. Chain c has the seeds [first[c], first[c + 1]).

    Seeds that begin on one diagonal (b - a) within SEGMENT_WORDS words, and end on one, are taken together:
    from where the first begins to where the last one ends, with the weight of all. `left_out`: text, as a
    number of the corpus, and chains beyond MOST_WITHIN in it.
    """

    seeds: Seeds
    first: Indices
    left_out: tuple[tuple[int, int], ...] = ()

    def __len__(self) -> int:
        return len(self.first) - 1


@frozen(eq=False)
class _Segments:
    """Seeds taken together. `last`: where the last of them begins in a; `has_run`: one of them is plain;
    `is_own`: one of them is no formula of its texts; `label`: equal for those of one chain."""

    seeds: Seeds
    last: Rows
    has_run: NDArray[np.bool_]
    is_own: NDArray[np.bool_]
    label: Indices

    def __len__(self) -> int:
        return len(self.label)

    def take(self, rows: Indices | NDArray[np.bool_]) -> "_Segments":
        """Only those."""
        return _Segments(
            self.seeds.take(rows), self.last[rows], self.has_run[rows], self.is_own[rows], self.label[rows]
        )


def chain_seeds(corpus: Corpus, seeds: Seeds, settings: ReuseSettings) -> Chains:
    """Seeds grouped by pair of texts, diagonal and neighbourhood; thin groups dropped.

    Two seeds belong together if their diagonals (b - a) differ by at most `drift_words` and their
    places by at most `reach_words`, directly or through others. The seeds of some texts are chained at a
    time, so that memory is bounded.
    """
    parts = [_chain(corpus, block, settings) for block in _blocks(corpus, seeds)]
    if not parts:
        return Chains(seeds, np.zeros(1, np.int64))
    sizes = np.concatenate([np.diff(part.first) for part in parts])
    left_out = tuple(each for part in parts for each in part.left_out)
    return Chains(
        join_seeds([part.seeds for part in parts]), np.concatenate(([0], np.cumsum(sizes))), left_out
    )


def split(label: Indices, place: Rows, gap: int) -> Indices:
    """New labels: within one label, a step of more than `gap` between neighbouring places parts them."""
    return _split_spans(label, place, place, gap)


def _split_spans(label: Indices, begin: Rows, last: Rows, gap: int) -> Indices:
    """The same of stretches of places, none of which has a gap: from the last place so far to the next."""
    order = order_by(label, begin)
    label, begin, last = label[order], begin[order], last[order]
    room = int(last.max(initial=0)) + 1
    reached = np.maximum.accumulate(label * room + last)
    parts = np.ones(len(order), bool)
    parts[1:] = label[1:] * room + begin[1:] - reached[:-1] > gap
    parts[1:] |= label[1:] != label[:-1]
    parted = np.empty(len(order), np.int64)
    parted[order] = np.cumsum(parts) - 1
    return parted


def _blocks(corpus: Corpus, seeds: Seeds) -> Iterator[Seeds]:
    """The seeds of some texts, those of a, at a time."""
    if len(seeds) <= BLOCK_SEEDS:
        yield seeds
        return
    held = np.bincount(corpus.document[seeds.a], minlength=len(corpus.ids))
    for begin, end in row_blocks(np.concatenate(([0], np.cumsum(held))), BLOCK_SEEDS):
        is_inside = (seeds.a >= corpus.first[begin]) & (seeds.a < corpus.first[end])
        yield seeds.take(np.flatnonzero(is_inside))


def _chain(corpus: Corpus, seeds: Seeds, settings: ReuseSettings) -> Chains:
    segments = _grouped(_segments(corpus, seeds, settings), settings)
    segments = segments.take(_few_formulas(corpus, segments))
    segments = segments.take(_uncrowded(corpus, segments))
    segments = segments.take(_with_core(corpus, segments))
    kept, left_out = _few_within(corpus, segments.seeds, segments.label)
    segments = segments.take(kept)
    order = order_by(segments.label, segments.seeds.a, segments.seeds.b)
    label = segments.label[order]
    first = np.flatnonzero(np.concatenate(([True], label[1:] != label[:-1]))) if len(label) else label
    return Chains(segments.seeds.take(order), np.append(first, len(label)), left_out)


def _segments(corpus: Corpus, seeds: Seeds, settings: ReuseSettings) -> _Segments:
    """Labelled by pair of texts."""
    if not len(seeds):
        none = np.zeros(0, np.int64)
        return _Segments(
            Seeds(none, none, none, none, none), none, none.astype(bool), none.astype(bool), none
        )
    label = corpus.document[seeds.a] * len(corpus.ids) + corpus.document[seeds.b]
    diagonal, cell = seeds.b - seeds.a, seeds.a // SEGMENT_WORDS
    bend = seeds.b_end - seeds.a_end - diagonal
    bend -= bend.min()
    order = order_by(label, diagonal, cell, bend, seeds.a)
    seeds, label = seeds.take(order), label[order]
    is_new = np.ones(len(label), bool)
    is_new[1:] = (label[1:] != label[:-1]) | (seeds.a[1:] - seeds.a[:-1] > settings.reach_words)
    for column in (diagonal[order], cell[order], bend[order]):
        is_new[1:] |= column[1:] != column[:-1]
    first = np.flatnonzero(is_new)
    last = np.append(first[1:], len(label)) - 1
    together = Seeds(
        seeds.a[first].astype(np.int64),
        seeds.b[first].astype(np.int64),
        np.maximum.reduceat(seeds.a_end, first).astype(np.int64),
        np.maximum.reduceat(seeds.b_end, first).astype(np.int64),
        np.add.reduceat(seeds.weight, first, dtype=np.int64),
    )
    has_run = np.maximum.reduceat(seeds.weight, first) > 1
    is_own = np.logical_or.reduceat(~_are_formulas(corpus, seeds), first)
    return _Segments(together, seeds.a[last].astype(np.int64), has_run, is_own, label[first])


def _are_formulas(corpus: Corpus, seeds: Seeds) -> NDArray[np.bool_]:
    """Which seeds hold nothing on either side but what their text says over and over; of content words, which
    may leave a word out, the first and the last one tell."""
    is_formula = corpus.is_formula
    if not is_formula.any():
        return np.zeros(len(seeds), bool)
    held = np.concatenate(([0], np.cumsum(is_formula)))
    found = np.ones(len(seeds), bool)
    for begin, end in ((seeds.a, seeds.a_end), (seeds.b, seeds.b_end)):
        has_ends = is_formula[begin] & is_formula[end - 1]
        found &= np.where(seeds.weight > 1, held[end] - held[begin] == end - begin, has_ends)
    return found


def _grouped(segments: _Segments, settings: ReuseSettings) -> _Segments:
    """Those of chains that weigh enough, labelled by chain."""
    groups = -1
    while len(segments):
        seeds = segments.seeds
        label = split(segments.label, seeds.b - seeds.a, settings.drift_words)
        label = _split_spans(label, seeds.a, segments.last, settings.reach_words)
        weight = np.bincount(label, weights=seeds.weight)
        kept = weight[label] >= settings.chain_weight
        segments = evolve(segments, label=label).take(kept)
        count = int((weight >= settings.chain_weight).sum())
        if count == groups and kept.all():
            break
        groups = count
    return segments


def _with_core(corpus: Corpus, segments: _Segments) -> NDArray[np.bool_]:
    """Those of chains that have a core: a plain seed, CORE_WORDS, or CORES_WORDS on all diagonals."""
    if not len(segments):
        return np.zeros(0, bool)
    seeds, label = segments.seeds, segments.label
    has_core = np.zeros(int(label.max()) + 1, bool)
    has_core[label[segments.has_run]] = True
    others = np.flatnonzero(~has_core[label])
    best = best_cores(corpus, seeds.a[others], seeds.b[others])
    has_core[label[others[best >= CORE_WORDS]]] = True
    order = order_by(label[others], seeds.b[others] - seeds.a[others])
    others, best = others[order], best[order]
    chain, diagonal = label[others], seeds.b[others] - seeds.a[others]
    first = np.flatnonzero((np.diff(chain, prepend=-1) != 0) | (np.diff(diagonal, prepend=-1) != 0))
    if len(first):
        together = np.bincount(
            chain[first], weights=np.maximum.reduceat(best, first), minlength=len(has_core)
        )
        has_core |= together >= CORES_WORDS
    return has_core[label]


def _few_formulas(corpus: Corpus, segments: _Segments) -> NDArray[np.bool_]:
    """All segments but those of chains of formulas beyond the heaviest MOST_FORMULAS of two texts; of equally
    heavy ones the first stay."""
    label = segments.label
    has_own = np.zeros(int(label.max(initial=0)) + 1, bool)
    has_own[label[segments.is_own]] = True
    rows = np.flatnonzero(~has_own[label])
    if not len(rows):
        return np.ones(len(label), bool)
    has_own[_long_formulas(segments, rows)] = True
    rows = rows[~has_own[label[rows]]]
    if not len(rows):
        return has_own[label]
    chain, first = np.unique(label[rows], return_index=True)
    weight = np.bincount(label[rows], weights=segments.seeds.weight[rows])[chain].astype(np.int64)
    a, b = segments.seeds.a[rows[first]], segments.seeds.b[rows[first]]
    pair = corpus.document[a] * len(corpus.ids) + corpus.document[b]
    order = order_by(pair, weight.max() - weight, a, b)
    begins = np.ones(len(order), bool)
    begins[1:] = pair[order][1:] != pair[order][:-1]
    number = np.arange(len(order))
    rank = number - np.maximum.accumulate(np.where(begins, number, 0))
    has_own[chain[order[rank < MOST_FORMULAS]]] = True
    return has_own[label]


def _long_formulas(segments: _Segments, rows: Indices) -> Indices:
    """Chains of these segments that have FORMULA_WORDS on one diagonal."""
    seeds, label = segments.seeds.take(rows), segments.label[rows]
    diagonal = seeds.b - seeds.a
    order = order_by(label, diagonal)
    label, diagonal, words = label[order], diagonal[order], (seeds.a_end - seeds.a)[order]
    first = np.flatnonzero((np.diff(label, prepend=-1) != 0) | (np.diff(diagonal, prepend=-1) != 0))
    return label[first][np.add.reduceat(words, first) >= FORMULA_WORDS]


def _uncrowded(corpus: Corpus, segments: _Segments) -> NDArray[np.bool_]:
    """Segments of the heaviest chains of every crowd; of equally heavy ones the first and the last in a."""
    seeds, label = segments.seeds, segments.label
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
    lightness = weight.max() - weight[chain]
    for place in (a[chain], len(corpus) - a[chain]):
        order = order_by(pair, crowd, lightness, place)
        begins = np.ones(len(order), bool)
        begins[1:] = (pair[order][1:] != pair[order][:-1]) | (crowd[order][1:] != crowd[order][:-1])
        number = np.arange(len(order))
        rank = number - np.maximum.accumulate(np.where(begins, number, 0))
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
    crowded = np.flatnonzero(np.bincount(documents, minlength=1) > MOST_WITHIN)
    for document in crowded.tolist():
        rows = inside[documents == document]
        chains, first, chain = np.unique(label[rows], return_index=True, return_inverse=True)
        if len(chains) > MOST_WITHIN:
            weight = np.bincount(chain, weights=seeds.weight[rows])
            heaviest = np.lexsort((seeds.b[rows][first], seeds.a[rows][first], -weight))[:MOST_WITHIN]
            is_kept[rows[~np.isin(chain, heaviest)]] = False
            left_out.append((document, len(chains) - MOST_WITHIN))
    return is_kept, tuple(left_out)
