"""What each text of a family reads at the places where they differ."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from provenance.model.reuse import Alignment, Change, ChangeKind
from provenance.text.folding import fold_text

SLIP_WEIGHT = 0.4
"""Of a changed letter or two in a word: made and mended by many hands. Another wording has 1."""
NAME_WEIGHT = 0.8
"""Of the same in a name, which a copyist cannot mend."""
FIGURE_WEIGHT = 2.0
"""Of a figure in which a digit was changed: two hands do not change it into the same one."""
LEAST_SLIP_LETTERS = 4
SMALL_WORDS = frozenset("a an the of to in on at by and or for that which who is was".split())
"""Words that house styles add and drop."""
MOST_CHARACTERS = 400
"""Longer readings are compared by their beginnings, code points."""
LEAST_COMMON = 0.5
"""Share of what two texts have in common that must stand in the reference, for their readings to be compared
there."""

PHRASE_WEIGHT = 1.5
"""Of several words put for several others: two hands do not find the same ones."""
LEAST_PHRASE = 5
"""Different words of the two that make such a phrase."""

Pairs = Mapping[tuple[int, int], Sequence[Alignment]]


class _Place(NamedTuple):
    """A stretch of the reference, end excluded; empty where others have more."""

    start: int
    end: int


class Readings:
    """Readings of a family at every place of the text that shares most with the others, the reference.

    As in a collation with one base text: a text's reading is that of the reference but for its changes, and
    not known where it lacks the passage.
    """

    def __init__(self, pairs: Pairs, count: int) -> None:
        """`pairs`: numbers of two texts, the less one's text on side a → what they share."""
        self._pairs = pairs
        base = _reference(pairs, count)
        changes = {n: tuple(_changes(pairs, base, n)) for n in range(count) if n != base}
        self._covered = {n: _ranges(pairs, base, n) for n in range(count) if n != base}
        places = _merged(each for n in sorted(changes) for each, _, _ in changes[n])
        self._states = [
            {
                n: _state(place, base_read, changes[n]) if n != base else base_read
                for n in range(count)
                if n == base or _is_covered(place, self._covered[n])
            }
            for place, base_read in ((p, _base_text(p, changes)) for p in places)
        ]
        self._base = base

    def distance(self, i: int, j: int) -> float:
        """What the differences between two texts weigh together, 0 where they do not meet."""
        shared = self._pairs.get((i, j), ())
        if not self._is_comparable(i, j, shared):
            return sum(weigh_change(change) for each in shared for change in each.changes)
        return sum(_weigh(s[i], s[j]) for s in self._states if i in s and j in s)

    def unique(self, k: int, i: int, j: int) -> float:
        """What the readings weigh that `k` has alone, where `i` and `j` agree."""
        held = [s for s in self._states if i in s and j in s and k in s]
        return sum(_weigh(s[k], s[i]) for s in held if not _weigh(s[i], s[j]))

    def to_median(self, core: Sequence[int]) -> dict[int, float]:
        """What each text has alone against a lost one of which `core` are copies: most of these have its
        reading, and where none agree, the reference has."""
        total: dict[int, float] = {}
        for held in self._states:
            reading = _majority([held[n] for n in core if n in held], held[self._base])
            for n, own in held.items():
                total[n] = total.get(n, 0.0) + _weigh(own, reading)
        return total

    def _is_comparable(self, i: int, j: int, shared: Sequence[Alignment]) -> bool:
        if self._base in (i, j):
            return True
        common = _overlap(self._covered[i], self._covered[j])
        return common >= LEAST_COMMON * sum(len(each.a) for each in shared)


def weigh_change(change: Change) -> float:
    """How much a change tells of who copied whom: nothing for marks, little for letters, most for words."""
    return 0.0 if change.kind is ChangeKind.TYPOGRAPHY else _weigh(change.a_text, change.b_text)


@lru_cache(maxsize=1 << 12)
def _weigh(one: str, other: str) -> float:
    if one == other:
        return 0.0
    a, b = (fold_text(each[:MOST_CHARACTERS]).split() for each in (one, other))
    if a == b:
        return 0.0
    differing = {*a} ^ {*b}
    if differing and differing <= SMALL_WORDS:
        return SLIP_WEIGHT
    if len(a) == len(b):
        pairs = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        if _is_changed_figure(a, b):
            return FIGURE_WEIGHT
        if all(is_slip(x, y) for x, y in pairs):
            return NAME_WEIGHT if _are_names(one, other) else SLIP_WEIGHT
    is_phrase = min(len(a), len(b)) > 1 and len(differing) >= LEAST_PHRASE
    return PHRASE_WEIGHT if is_phrase else 1.0


def _is_changed_figure(a: Sequence[str], b: Sequence[str]) -> bool:
    """The same words with one figure, in which a digit was changed or two were exchanged; none is rounded."""
    if [each for each in a if not each.isdigit()] != [each for each in b if not each.isdigit()]:
        return False
    one, other = ("".join(filter(str.isdigit, each)) for each in (a, b))
    if not one or len(one) != len(other) or one.endswith("0") or other.endswith("0"):
        return False
    return one[0] == other[0] or sorted(one) == sorted(other)


def _are_names(one: str, other: str) -> bool:
    """Is the one word that differs capitalised in both?"""
    words = zip(one.split(), other.split(), strict=False)
    return all(x[:1].isupper() and y[:1].isupper() for x, y in words if fold_text(x) != fold_text(y))


def is_slip(one: str, other: str) -> bool:
    """Two readings of one word: at most two neighbouring letters added, dropped, replaced or exchanged."""
    least = min(len(one), len(other))
    if least < LEAST_SLIP_LETTERS or one == other:
        return False
    head = next((i for i in range(least) if one[i] != other[i]), least)
    tail = next((i for i in range(least - head) if one[-1 - i] != other[-1 - i]), least - head)
    return max(len(one), len(other)) - head - tail <= 2


def _majority(readings: Sequence[str], base_read: str) -> str:
    """The reading that most have; of several, and of those that one alone has, the reference's."""
    counts = Counter(readings)
    best = max(counts.values(), default=0)
    if best < 2 or counts[base_read] == best:
        return base_read
    return min(each for each, count in counts.items() if count == best)


def _reference(pairs: Pairs, count: int) -> int:
    shared = [0] * count
    for (i, j), held in pairs.items():
        length = sum(min(len(each.a), len(each.b)) for each in held)
        shared[i] += length
        shared[j] += length
    return max(range(count), key=lambda n: (shared[n], -n))


def _changes(pairs: Pairs, base: int, n: int) -> Iterable[tuple[_Place, str, str]]:
    """(place in the reference, what that reads, what `n` reads), in order of places."""
    is_a = base < n
    found = []
    for each in pairs.get((min(base, n), max(base, n)), ()):
        for c in each.changes:
            if c.kind is ChangeKind.TYPOGRAPHY:
                continue
            ours, theirs = (c.a_text, c.b_text) if is_a else (c.b_text, c.a_text)
            place = _Place(c.a_start, c.a_end) if is_a else _Place(c.b_start, c.b_end)
            found.append((place, ours, theirs))
    return sorted(found)


def _ranges(pairs: Pairs, base: int, n: int) -> tuple[_Place, ...]:
    held = pairs.get((min(base, n), max(base, n)), ())
    sides = (each.a if base < n else each.b for each in held)
    return tuple(sorted(_Place(side.start, side.end) for side in sides))


def _merged(places: Iterable[_Place]) -> list[_Place]:
    """Places that overlap, or are the same point, as one."""
    found: list[_Place] = []
    for place in sorted(set(places)):
        if found and (place.start < found[-1].end or place == found[-1]):
            found[-1] = _Place(found[-1].start, max(found[-1].end, place.end))
        else:
            found.append(place)
    return found


def _base_text(place: _Place, changes: Mapping[int, Sequence[tuple[_Place, str, str]]]) -> str:
    """What the reference reads there: the longest that a change of this place tells of it."""
    told = (ours for held in changes.values() for at, ours, _ in _within(place, held))
    return max(told, key=lambda text: (len(text), text), default="")


def _state(place: _Place, base_read: str, changes: Sequence[tuple[_Place, str, str]]) -> str:
    """The reading of a text: the reference's with its changes there."""
    held = list(_within(place, changes))
    if not held:
        return base_read
    if len(held) == 1 and held[0][0] == place:
        return held[0][2]
    read, at = [], place.start
    for where, _, theirs in held:
        read += [base_read[max(0, at - place.start) : max(0, where.start - place.start)], theirs]
        at = max(at, where.end)
    return "".join([*read, base_read[max(0, at - place.start) :]])


def _within(place: _Place, changes: Sequence[tuple[_Place, str, str]]) -> Iterable[tuple[_Place, str, str]]:
    at = bisect_left(changes, (place, "", ""))
    while at < len(changes) and changes[at][0].start <= place.end:
        if changes[at][0].end <= place.end and (changes[at][0].start < place.end or place.start == place.end):
            yield changes[at]
        at += 1


def _is_covered(place: _Place, ranges: Sequence[_Place]) -> bool:
    return any(low <= place.start and place.end <= high for low, high in ranges)


def _overlap(one: Sequence[_Place], other: Sequence[_Place]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
