"""What each text of a family reads at the places where they differ."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from provenance.model.reuse import Alignment
from provenance.reuse.descent.cuts import CUT_WEIGHT, find_cuts
from provenance.reuse.descent.steps import read_changes, weigh_change, weigh_readings

LEAST_COMMON = 0.5
"""Share of what two texts have in common that must stand in the reference, for their readings to be compared
there."""

Pairs = Mapping[tuple[int, int], Sequence[Alignment]]


class _Place(NamedTuple):
    """A stretch of a text, end excluded; empty where others have more."""

    start: int
    end: int


class _Variant(NamedTuple):
    """Where in the reference, what that reads, what another text reads, and where in that."""

    place: _Place
    ours: str
    theirs: str
    there: _Place


class Readings:
    """Readings of a family at every place of the text that shares most with the others, the reference.

    As in a collation with one base text: a text's reading is that of the reference but for its changes, and
    not known where it lacks the passage. Where only two of more texts have the place, nothing is told.
    """

    def __init__(self, pairs: Pairs, count: int, texts: Mapping[str, str] | None = None) -> None:
        """`pairs`: numbers of two texts, the less one's text on side a → what they share. `texts`: source id
        → text, where it is known; else readings are put together of what the changes quote."""
        self._pairs = pairs
        base = _reference(pairs, count)
        variants = {n: _variants(pairs, base, n) for n in range(count) if n != base}
        self._covered = {n: _ranges(pairs, base, n) for n in variants}
        spelt = _spelt(pairs, texts or {})
        self._states = []
        for place in _merged(each.place for n in sorted(variants) for each in variants[n]):
            here = {n: list(_within(place, held)) for n, held in variants.items()}
            reading = _base_text(place, here, spelt.get(base, ""))
            states = {n: _state(place, reading, here[n], spelt.get(n, "")) for n in self._at(place)}
            if len(states) > 1 or count < 3:
                self._states.append({base: reading, **states})
        self._cuts = list(find_cuts(self._covered, base)) if count > 2 else []
        self._base = base

    def distance(self, i: int, j: int) -> float:
        """What the differences between two texts weigh together, 0 where they do not meet."""
        shared = self._pairs.get((i, j), ())
        if not self._is_comparable(i, j, shared):
            return sum(weigh_change(change) for each in shared for change in read_changes(each.changes))
        changed = sum(weigh_readings(s[i], s[j]) for s in self._states if i in s and j in s)
        return changed + CUT_WEIGHT * sum(c[i] != c[j] for c in self._cuts if i in c and j in c)

    def unique(self, k: int, i: int, j: int) -> float:
        """What the readings weigh that `k` has alone, where `i` and `j` agree."""
        held = [s for s in self._states if i in s and j in s and k in s]
        return sum(weigh_readings(s[k], s[i]) for s in held if not weigh_readings(s[i], s[j]))

    def to_median(self, core: Sequence[int]) -> dict[int, float]:
        """What each text has alone against a lost one of which `core` are copies: most of these have its
        reading, and where none agree, the reference has."""
        total: dict[int, float] = {}
        for held in self._states:
            reading = _majority([held[n] for n in core if n in held], held[self._base])
            for n, own in held.items():
                total[n] = total.get(n, 0.0) + weigh_readings(own, reading)
        for cut in self._cuts:
            seen = [cut[n] for n in core if n in cut]
            is_cut = 2 * sum(seen) > len(seen)
            for n, own_cut in cut.items():
                total[n] = total.get(n, 0.0) + CUT_WEIGHT * (own_cut != is_cut)
        return total

    def _at(self, place: _Place) -> list[int]:
        """Texts beside the reference that have the place."""
        return [n for n, ranges in self._covered.items() if _is_covered(place, ranges)]

    def _is_comparable(self, i: int, j: int, shared: Sequence[Alignment]) -> bool:
        if self._base in (i, j):
            return True
        common = _overlap(self._covered[i], self._covered[j])
        return common >= LEAST_COMMON * sum(len(each.a) for each in shared)


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


def _variants(pairs: Pairs, base: int, n: int) -> tuple[_Variant, ...]:
    """Where `n` differs from the reference, in order of places."""
    found = []
    for each in pairs.get((min(base, n), max(base, n)), ()):
        for c in read_changes(each.changes):
            one, other = _Place(c.a_start, c.a_end), _Place(c.b_start, c.b_end)
            is_a = base < n
            found.append(
                _Variant(one, c.a_text, c.b_text, other) if is_a else _Variant(other, c.b_text, c.a_text, one)
            )
    return tuple(sorted(found))


def _spelt(pairs: Pairs, texts: Mapping[str, str]) -> dict[int, str]:
    """Number of a member → its text, where that is known."""
    found: dict[int, str] = {}
    for pair, held in sorted(pairs.items()):
        for number, side in zip(pair, (held[0].a, held[0].b), strict=True):
            found.setdefault(number, texts.get(side.source_id, ""))
    return found


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


def _base_text(place: _Place, here: Mapping[int, Sequence[_Variant]], text: str) -> str:
    """What the reference reads there; without its text, the longest that a change of this place tells."""
    if text:
        return text[place.start : place.end]
    return max((v.ours for held in here.values() for v in held), key=lambda t: (len(t), t), default="")


def _state(place: _Place, base_read: str, held: Sequence[_Variant], text: str) -> str:
    """The reading of a text: the reference's with its changes there."""
    if not held:
        return base_read
    if len(held) == 1 and held[0].place == place:
        return held[0].theirs
    # Between its changes it reads what the reference reads: its ends are as far from them as there.
    start = held[0].there.start - (held[0].place.start - place.start)
    end = held[-1].there.end + (place.end - held[-1].place.end)
    if text and 0 <= start <= end:
        return text[start:end]
    read, at = [], place.start
    for where, _, theirs, _ in held:
        read += [base_read[max(0, at - place.start) : max(0, where.start - place.start)], theirs]
        at = max(at, where.end)
    return "".join([*read, base_read[max(0, at - place.start) :]])


def _within(place: _Place, variants: Sequence[_Variant]) -> Iterable[_Variant]:
    at = bisect_left(variants, (place,))
    while at < len(variants) and variants[at].place.start <= place.end:
        where = variants[at].place
        if where.end <= place.end and (where.start < place.end or place.start == place.end):
            yield variants[at]
        at += 1


def _is_covered(place: _Place, ranges: Sequence[_Place]) -> bool:
    return any(low <= place.start and place.end <= high for low, high in ranges)


def _overlap(one: Sequence[_Place], other: Sequence[_Place]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
