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
    within: dict[int, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        document = int(corpus.document[piece.a])
        if document == corpus.document[piece.b]:
            within[document].append(number)
    dropped: set[int] = set()
    for document in sorted(within):
        numbers = within[document]
        is_other = _are_others([pieces[number] for number in numbers])
        dropped |= {number for number, other in zip(numbers, is_other, strict=True) if other}
    return [piece for number, piece in enumerate(pieces) if number not in dropped]


def _are_others(pieces: list[Piece]) -> list[bool]:
    """Which pieces of one text are neither the first nor the previous one for most of their words."""
    begin, end = min(piece.b for piece in pieces), max(piece.b_end for piece in pieces)
    first = np.full(end - begin, end, np.int64)
    previous = np.full(end - begin, -1, np.int64)
    for piece in pieces:
        rows = slice(piece.b - begin, piece.b_end - begin)
        first[rows] = np.minimum(first[rows], piece.a)
        previous[rows] = np.maximum(previous[rows], piece.a)
    others = []
    for piece in pieces:
        rows = slice(piece.b - begin, piece.b_end - begin)
        least = LEAST_SHARE * (piece.b_end - piece.b)
        others.append(max((first[rows] == piece.a).sum(), (previous[rows] == piece.a).sum()) < least)
    return [bool(each) for each in others]
