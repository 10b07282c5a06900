"""What repeats itself: within one text, each repetition is linked to the first and to the one before it only;
of two blocks of equal lines, one passage is reported, and none that is the same a line further."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from attrs import define

from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.merge import label_neighbourhoods
from provenance.reuse.passages.pieces import Piece

LEAST_SHARE = 0.5
"""Share of the words of a repetition for which a link is to the first or the previous one, from which on it
is kept, 0..1."""
SHIFTED_SHARE = 0.5
"""Share of the words of either side that a better passage of the same texts covers, from which on a passage
is that one shifted, 0..1."""
OWN_WORDS = 9
"""Words by which a shifted passage goes on beyond the other one on both sides, at most: more are its own."""
BLOCK_GAP = 3
"""Words between two parts of one block of repeated lines, at most."""


def thin_repeats(corpus: Corpus, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, in their order, without links within a text to other repetitions than those two, and
    without what is only a better piece shifted."""
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
    return _without_shifted(corpus, [piece for number, piece in enumerate(pieces) if number not in dropped])


@define
class _Kept:
    """A piece that stays; `a`, `a_end`, `b`, `b_end`: the places of it and of what it stands for."""

    piece: Piece
    a: int
    a_end: int
    b: int
    b_end: int

    def stands_for(self, piece: Piece, least: int) -> bool:
        """Is most of one side of `piece` in here, and the other side too, by `least` words (if negative, at
        most so many words away)? Or are both parts of one stretch that a text says again right after it?"""
        one = min(piece.a_end, self.a_end) - max(piece.a, self.a)
        other = min(piece.b_end, self.b_end) - max(piece.b, self.b)
        is_over_a = one >= SHIFTED_SHARE * (piece.a_end - piece.a) and other >= least
        is_over_b = other >= SHIFTED_SHARE * (piece.b_end - piece.b) and one >= least
        is_inside = self.a <= piece.a and piece.b_end <= self.b_end
        return is_over_a or is_over_b or (is_inside and _is_in_a_row(self.piece) and _is_in_a_row(piece))

    def take(self, piece: Piece) -> None:
        """Stand for `piece` too."""
        self.a, self.a_end = min(self.a, piece.a), max(self.a_end, piece.a_end)
        self.b, self.b_end = min(self.b, piece.b), max(self.b_end, piece.b_end)


def _without_shifted(corpus: Corpus, pieces: list[Piece]) -> list[Piece]:
    """The pieces, in their order, without those that are a better piece of the same texts, begun some words
    later on one side. Where all the words are lines that the text says over and over, one piece stands for
    all that lie side by side."""
    dropped: set[int] = set()
    for numbers in _groups(corpus, pieces):
        kept: list[_Kept] = []
        for number in sorted(numbers, key=lambda n: (-pieces[n].score, n)):
            piece = pieces[number]
            sides = slice(piece.a, piece.a_end), slice(piece.b, piece.b_end)
            is_formula = any(corpus.is_formula[side].all() for side in sides)
            least = -BLOCK_GAP if is_formula else OWN_WORDS
            one = next((k for k in kept if k.stands_for(piece, least) or _is_shifted(piece, k.piece)), None)
            if one is None:
                kept.append(_Kept(piece, piece.a, piece.a_end, piece.b, piece.b_end))
            else:
                one.take(piece)
                dropped.add(number)
    return [piece for number, piece in enumerate(pieces) if number not in dropped]


def _groups(corpus: Corpus, pieces: list[Piece]) -> list[list[int]]:
    """Numbers of the pieces of one text, or of those of two that lie side by side on both: only these are
    compared, so that long texts with many passages cost no square. Groups of one are left out."""
    places = np.array([(p.a, p.a_end, p.b, p.b_end) for p in pieces], np.int64).reshape(-1, 4).T
    if not len(pieces):
        return []
    groups: dict[tuple[bool, int], list[int]] = defaultdict(list)
    for number, label in enumerate(label_neighbourhoods(corpus, places, BLOCK_GAP).tolist()):
        document = int(corpus.document[pieces[number].a])
        is_within = document == corpus.document[pieces[number].b]
        groups[bool(is_within), document if is_within else label].append(number)
    return [numbers for numbers in groups.values() if len(numbers) > 1]


def _is_in_a_row(piece: Piece) -> bool:
    """Does the other side, of the same text, follow right after this one?"""
    return 0 <= piece.b - piece.a_end <= BLOCK_GAP


def _is_shifted(piece: Piece, other: Piece) -> bool:
    """Has `other` most of the words of either side of `piece`, which goes on beyond it on one side only?"""
    one = min(piece.a_end, other.a_end) - max(piece.a, other.a)
    two = min(piece.b_end, other.b_end) - max(piece.b, other.b)
    if one < SHIFTED_SHARE * (piece.a_end - piece.a) or two < SHIFTED_SHARE * (piece.b_end - piece.b):
        return False
    before = max(0, min(other.a - piece.a, other.b - piece.b))
    after = max(0, min(piece.a_end - other.a_end, piece.b_end - other.b_end))
    return before + after <= OWN_WORDS


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
