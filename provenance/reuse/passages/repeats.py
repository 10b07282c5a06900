"""What repeats itself: within one text, each repetition is linked to the first and to the one before it only;
of two blocks of equal lines, one passage is reported, and none that is the same a line further."""

from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from itertools import count, pairwise

import numpy as np
from attrs import define

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.merge import label_neighbourhoods
from provenance.reuse.passages.pieces import Piece, between, paired_rows
from provenance.reuse.passages.scoring import local_pieces
from provenance.reuse.passages.worth import is_worth_reporting
from provenance.text.shingles import Indices

LEAST_SHARE = 0.5
"""Share of the words of a repetition for which a link is to the first or the previous one, from which on it
is kept, 0..1."""
SHIFTED_SHARE = 0.5
"""Share of the words of either side that a better passage of the same texts covers, from which on a passage
is that one shifted, 0..1."""
OWN_WORDS = 9
"""Words by which a shifted passage goes on beyond the other one on both sides, at most: more are its own."""
LEAST_REST = 20
"""Words that a passage has beyond the better one over which it runs, from which they are a copy of their own:
fewer are a heading or a line of a form that comes again."""
PERIODIC_SHARE = 0.95
"""Share of words that are said again a line further, from which a passage is but a line repeated, 0..1."""
MOST_PERIODS = 16
"""Lengths of that line that are tried, the shortest first."""
BLOCK_GAP = 3
"""Words between two parts of one block of repeated lines, at most."""


def thin_repeats(corpus: Corpus, pieces: Sequence[Piece], settings: ReuseSettings) -> list[Piece]:
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
    kept = [piece for number, piece in enumerate(pieces) if number not in dropped]
    return _without_shifted(corpus, kept, settings)


@define
class _Kept:
    """A piece that stays; `a`, `a_end`, `b`, `b_end`: the places of it and of what it stands for. Where it is
    one line said over and over, it stands for all that lie side by side."""

    piece: Piece
    is_periodic: bool
    a: int
    a_end: int
    b: int
    b_end: int

    def covers(self, piece: Piece, is_within: bool) -> bool:
        """Is most of one side of `piece` in here, and some words of the other too (if it is but a line
        repeated, at most BLOCK_GAP away)? Or are both parts of one stretch that a text says again right
        after it?"""
        least = -BLOCK_GAP if self.is_periodic else OWN_WORDS
        one = min(piece.a_end, self.a_end) - max(piece.a, self.a)
        other = min(piece.b_end, self.b_end) - max(piece.b, self.b)
        is_over_a = one >= SHIFTED_SHARE * (piece.a_end - piece.a) and other >= least
        is_over_b = other >= SHIFTED_SHARE * (piece.b_end - piece.b) and one >= least
        is_inside = is_within and self.a <= piece.a and piece.b_end <= self.b_end
        return is_over_a or is_over_b or (is_inside and _is_in_a_row(self.piece) and _is_in_a_row(piece))

    def take(self, piece: Piece) -> None:
        """Stand for `piece` too."""
        self.a, self.a_end = min(self.a, piece.a), max(self.a_end, piece.a_end)
        self.b, self.b_end = min(self.b, piece.b), max(self.b_end, piece.b_end)


def _without_shifted(corpus: Corpus, pieces: list[Piece], settings: ReuseSettings) -> list[Piece]:
    """The pieces without those that are a better piece of the same texts, begun some words later on one side.
    Of one that goes on from there into a copy of its own, that part stays. Where a piece is but a line said
    over and over, it stands for all that lie side by side."""
    changed: dict[int, list[Piece]] = {}
    for numbers in _groups(corpus, pieces):
        is_within = bool(corpus.document[pieces[numbers[0]].a] == corpus.document[pieces[numbers[0]].b])
        stay = _unshifted(corpus, [pieces[number] for number in numbers], is_within, settings)
        changed |= {number: stay if number == numbers[0] else [] for number in numbers}
    found = [part for number, piece in enumerate(pieces) for part in changed.get(number, [piece])]
    if not changed:
        return found
    once = _of_one_block_once(corpus, found)
    return sorted(once, key=lambda piece: (piece.a, piece.b, piece.a_end, piece.b_end))


def _of_one_block_once(corpus: Corpus, pieces: list[Piece]) -> list[Piece]:
    """The pieces, of those between two texts that are parts of the same two blocks of one line the best only,
    however far apart these parts are."""
    held: dict[tuple[int, int], list[Piece]] = defaultdict(list)
    found = []
    for piece in sorted(pieces, key=lambda piece: (-piece.score, piece.a, piece.b)):
        a, b = int(corpus.document[piece.a]), int(corpus.document[piece.b])
        if a == b or not _is_periodic(corpus, piece):
            found.append(piece)
        elif not any(_are_of_one_block(corpus, piece, other) for other in held[a, b]):
            held[a, b].append(piece)
            found.append(piece)
    return found


def _are_of_one_block(corpus: Corpus, piece: Piece, other: Piece) -> bool:
    """Is what both pieces and all between them hold one line said over and over, on either side?"""
    sides = (
        (min(piece.a, other.a), max(piece.a_end, other.a_end)),
        (min(piece.b, other.b), max(piece.b_end, other.b_end)),
    )
    return all(_repeats(corpus.words[slice(*side)]) for side in sides)


def _unshifted(corpus: Corpus, pieces: list[Piece], is_within: bool, settings: ReuseSettings) -> list[Piece]:
    """The same of pieces that lie side by side, the best first."""
    kept: list[_Kept] = []
    waiting = [(-piece.score, number, piece) for number, piece in enumerate(pieces)]
    heapify(waiting)
    serial = count(len(pieces))
    while waiting:
        _, number, piece = heappop(waiting)
        one = next((k for k in kept if k.covers(piece, is_within) or _is_shifted(piece, k.piece)), None)
        if number >= len(pieces) and one is None and all(_are_told(piece, kept)):
            continue
        if one is None:
            kept.append(_Kept(piece, _is_periodic(corpus, piece), piece.a, piece.a_end, piece.b, piece.b_end))
        elif one.is_periodic or is_within:
            one.take(piece)
        else:
            for part in _beyond(corpus, piece, one.piece, settings):
                heappush(waiting, (-part.score, next(serial), part))
    return [each.piece for each in kept]


def _are_told(piece: Piece, kept: Sequence[_Kept]) -> tuple[bool, bool]:
    """Is most of side a, of side b in one of those that stay, each side perhaps in another?"""
    places = [(each.piece.a, each.piece.a_end, each.piece.b, each.piece.b_end) for each in kept]
    in_a = max(min(piece.a_end, end) - max(piece.a, begin) for begin, end, _, _ in places)
    in_b = max(min(piece.b_end, end) - max(piece.b, begin) for _, _, begin, end in places)
    return (
        in_a >= SHIFTED_SHARE * (piece.a_end - piece.a),
        in_b >= SHIFTED_SHARE * (piece.b_end - piece.b),
    )


def _beyond(corpus: Corpus, piece: Piece, other: Piece, settings: ReuseSettings) -> list[Piece]:
    """What of `piece` has nothing of `other` on the side where less of it is, if that is most of it there and
    worth reporting; none where its words stand in another order."""
    if any(one.b_end > two.b for one, two in pairwise(piece.blocks)):
        return []
    one = min(piece.a_end, other.a_end) - max(piece.a, other.a)
    two = min(piece.b_end, other.b_end) - max(piece.b, other.b)
    side = 0 if one * (piece.b_end - piece.b) < two * (piece.a_end - piece.a) else 1
    begin, end = ((other.a, other.a_end), (other.b, other.b_end))[side]
    rows = paired_rows(piece.blocks)
    parts = [row for row in rows if row[side] < begin], [row for row in rows if row[side] >= end]
    found: list[Piece] = []
    for part in parts:
        if len(part) < max(LEAST_REST, (1 - SHIFTED_SHARE) * len(rows)):
            continue
        blocks = between(piece.blocks, part[0][0], part[-1][0] + 1)
        found += local_pieces(blocks, settings, settings.least_score)
    return [part for part in found if is_worth_reporting(corpus, part, settings)]


def _is_periodic(corpus: Corpus, piece: Piece) -> bool:
    """Is either side some words said over and over?"""
    return any(
        _repeats(corpus.words[slice(*side)]) for side in ((piece.a, piece.a_end), (piece.b, piece.b_end))
    )


def _repeats(words: Indices) -> bool:
    periods = np.flatnonzero(words[1 : len(words) // 2 + 1] == words[:1])[:MOST_PERIODS] + 1
    return any((words[period:] == words[:-period]).mean() >= PERIODIC_SHARE for period in periods.tolist())


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
