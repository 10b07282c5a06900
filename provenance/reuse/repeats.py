"""What repeats itself within one text: each repetition linked to the first and to the one before it only."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from provenance.reuse.corpus import Corpus
from provenance.reuse.pieces import Piece

LEAST_SHARE = 0.5
"""Share of the words of a repetition for which a link is to the first or the previous one, from which on it
is kept, 0..1."""


def thin_repeats(corpus: Corpus, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, in their order, without links within a text to other repetitions than those two."""
    within: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        document = int(corpus.document[piece.a])
        if document == corpus.document[piece.b]:
            within[document].append(piece)
    dropped: set[Piece] = set()
    for document in sorted(within):
        dropped |= _others(within[document], int(corpus.first[document]), int(corpus.first[document + 1]))
    return [piece for piece in pieces if piece not in dropped]


def _others(pieces: list[Piece], begin: int, end: int) -> set[Piece]:
    """Pieces that are neither the first nor the previous one for most of their words."""
    first = np.full(end - begin, end, np.int64)
    previous = np.full(end - begin, -1, np.int64)
    for piece in pieces:
        rows = slice(piece.b - begin, piece.b_end - begin)
        first[rows] = np.minimum(first[rows], piece.a)
        previous[rows] = np.maximum(previous[rows], piece.a)
    dropped = set()
    for piece in pieces:
        rows = slice(piece.b - begin, piece.b_end - begin)
        least = LEAST_SHARE * (piece.b_end - piece.b)
        if max((first[rows] == piece.a).sum(), (previous[rows] == piece.a).sum()) < least:
            dropped.add(piece)
    return dropped
