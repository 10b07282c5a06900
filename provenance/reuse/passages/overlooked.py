"""Long runs of equal words that no passage holds: they are passages by themselves.

Passages are made of what follows in one order; what is left out for that, and is so long that it is always
told, is looked for once more at the end.
"""

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.chains import Chains
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.pieces import Block, BlockKind, Piece
from provenance.reuse.passages.runs import find_runs, find_windows
from provenance.reuse.passages.scoring import make_piece
from provenance.text.shingles import Indices

SHARED_ENDS = 2
"""Words at either end of a run that a passage may have as well."""


def find_long_runs(corpus: Corpus, chains: Chains, settings: ReuseSettings) -> list[Piece]:
    """Pieces of the runs of these chains that have as many words as are always told, each once. Between two
    texts only: one that repeats itself says enough."""
    if not len(chains):
        return []
    runs = find_runs(corpus, chains, find_windows(corpus, chains, settings))
    runs = runs.take(runs.size >= settings.run_words + settings.run_window - 1)
    runs = runs.take(corpus.document[runs.a] != corpus.document[runs.b])
    places = zip(runs.a.tolist(), runs.b.tolist(), runs.size.tolist(), strict=True)
    return [
        make_piece([Block(BlockKind.EQUAL, a, a + size, b, b + size)], float(size))
        for a, b, size in sorted(set(places))
    ]


def with_overlooked(corpus: Corpus, pieces: Sequence[Piece], runs: Sequence[Piece]) -> list[Piece]:
    """The pieces, and those `runs` of which they have no word on either side, in order of place."""
    found = [*pieces, *itertools.compress(runs, _are_free(corpus, _places(runs), _places(pieces)))]
    return sorted(found, key=lambda piece: (piece.a, piece.b, piece.a_end, piece.b_end))


def _places(pieces: Sequence[Piece]) -> Indices:
    return np.array([(p.a, p.a_end, p.b, p.b_end) for p in pieces], np.int64).reshape(-1, 4).T


def _are_free(corpus: Corpus, runs: Indices, pieces: Indices) -> NDArray[np.bool_]:
    """Which runs have no word, but for their ends, in a piece of the same texts, on neither side?"""
    texts, room = len(corpus.ids), len(corpus) + 1
    pair, held = (corpus.document[rows[0]] * texts + corpus.document[rows[2]] for rows in (runs, pieces))
    is_free = np.ones(runs.shape[1], bool)
    if not pieces.shape[1]:
        return is_free
    for side in (0, 2):
        order = np.lexsort((pieces[side], held))
        keys, begins, ends = held[order], pieces[side][order], pieces[side + 1][order]
        reached = np.maximum.accumulate(keys * room + ends)
        place = np.searchsorted(keys * room + begins, pair * room + runs[side + 1] - SHARED_ENDS) - 1
        near = np.maximum(place, 0)
        is_free &= (place < 0) | (reached[near] <= pair * room + runs[side] + SHARED_ENDS)
    return is_free
