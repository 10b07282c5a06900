"""What was found of a text, by the stretches that the sources have of it: one over the other, one by one."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from provenance.model.reuse import ANOTHER_SPELLING, MISSPELLING, MOVED, Alignment, ChangeKind
from provenance.model.spans import Span
from provenance.model.traces import Age, TracedPassage
from provenance.stages.trace_ages import Dated, judge_age
from provenance.text.folding import fold_text

GAP_CHARACTERS = 40
"""Of the text handed in, in a passage, that the source does not have: from here on told as a gap."""

VALUES = frozenset((ChangeKind.NUMBER, ChangeKind.DATE, ChangeKind.ROLE, ChangeKind.NAME))
"""Changes of a value: one in the place of another."""
TURNING = frozenset((ChangeKind.NEGATION, ChangeKind.MODALITY, ChangeKind.CONDITION))
"""Changes after which a sentence says something else, even where words were only put in or left out."""
_SAME = (MOVED, ANOTHER_SPELLING, MISSPELLING)

Range = tuple[int, int]


@frozen
class Found:
    """An alignment of a source (a) with the text handed in (b). `number`: of the source in the postings;
    `gaps`, `is_whole`, `is_common`: as of a `TracedPassage`."""

    number: int
    alignment: Alignment
    is_whole: bool = False
    is_common: bool = False

    @property
    def range(self) -> Range:
        """In the text handed in."""
        return self.alignment.b.start, self.alignment.b.end

    @property
    def other_values(self) -> tuple[Range, ...]:
        """Where the source says something else: another number, name, condition …"""
        return tuple(
            (each.b_start, max(each.b_end, each.b_start + 1))
            for each in self.alignment.changes
            if (each.kind in TURNING or (each.kind in VALUES and each.a_text and each.b_text))
            and each.judgement not in _SAME
        )

    @property
    def gaps(self) -> tuple[Range, ...]:
        """What was put in: longer than `GAP_CHARACTERS`, and twice as long as what it replaces."""
        found = sorted(
            (each.b_start, each.b_end)
            for each in self.alignment.changes
            if each.judgement != MOVED
            and len(each.b_text) >= max(GAP_CHARACTERS, 2 * len(each.a_text))
            and self.range[0] < each.b_start < each.b_end < self.range[1]
        )
        return tuple(_joined(found))

    @property
    def stretches(self) -> tuple[Range, ...]:
        """What the source has of the range."""
        edges = [self.range[0], *(edge for gap in self.gaps for edge in gap), self.range[1]]
        return tuple(zip(edges[::2], edges[1::2], strict=True))


def find_places(found: Iterable[Found]) -> list[list[Found]]:
    """Those together whose stretches lie mostly over those of the widest, by their place in the text."""
    places: list[list[Found]] = []
    firsts: list[tuple[Range, ...]] = []
    open_places: list[int] = []
    for each in sorted(found, key=_widest_first):
        held = each.stretches
        open_places = [number for number in open_places if firsts[number][-1][1] > each.range[0]]
        over = (number for number in open_places if _lies_over(held, firsts[number]))
        number = next(over, len(places))
        if number == len(places):
            places.append([])
            firsts.append(held)
            open_places.append(number)
        places[number].append(each)
    return places


def _widest_first(found: Found) -> tuple[int, int, int, Span, bool]:
    start, end = found.range
    return start, -end, found.number, found.alignment.a, found.is_common


class Ages:
    """Which of the sources that have a stretch of the text is dated first, judged stretch by stretch."""

    def __init__(self, found: Iterable[Found], dated: Mapping[str, Dated]) -> None:
        every = list(found)
        self._dated = dated
        self._had = _by_source(each for each in every if not each.is_common)
        self._had_or_common = _by_source(every)
        others: dict[str, list[Range]] = {}
        for each in every:
            others.setdefault(each.alignment.a.source_id, []).extend(each.other_values)
        self._otherwise = {source: _joined(sorted(ranges)) for source, ranges in others.items()}

    def judge(self, one: Found) -> tuple[Age, str]:
        """(age, why) among the sources that have half of what this one has, or more; of those that have less
        and are dated before it, the first is named."""
        own, held = one.stretches, self._had_or_common if one.is_common else self._had
        holders, parts = [], []
        for source, ranges in held.items():
            common = _common(own, ranges)
            if 2 * _length(common) >= _length(own):
                holders.append(source)
                continue
            start, end = max(common, key=lambda part: (part[1] - part[0], -part[0]), default=(0, 0))
            if end - start >= GAP_CHARACTERS:
                parts.append((self._dated[source], f"{start}–{end}"))
        source = one.alignment.a.source_id
        age, reason = judge_age(holders.index(source), [self._dated[each] for each in holders], parts)
        exact = [each for each in holders if not _common(own, self._otherwise[each])]
        if one.other_values or not 0 < len(exact) < len(holders) or source not in exact:
            return age, reason
        among, _ = judge_age(exact.index(source), [self._dated[each] for each in exact])
        told = _AS_HERE.get(among)
        return age, f"{reason}; {told}" if told else reason


_AS_HERE = {
    Age.ONLY: "no other text has it as it stands here",
    Age.EARLIEST: "the earliest of those that have it as it stands here",
    Age.EARLIEST_DATED: "the earliest dated of those that have it as it stands here",
    Age.POSSIBLY_EARLIEST: "possibly the earliest of those that have it as it stands here",
}


def _by_source(found: Iterable[Found]) -> dict[str, list[Range]]:
    """What each source has of the text, by source id."""
    had: dict[str, list[Range]] = {}
    for each in found:
        had.setdefault(each.alignment.a.source_id, []).extend(each.stretches)
    return {source: _joined(sorted(had[source])) for source in sorted(had)}


def found_ranges(text: str, passages: Iterable[TracedPassage]) -> list[Range]:
    """What of a text was found, in order: the stretches of passages, and lines that repeat a line in one."""
    ranges = _joined(sorted(part for each in passages for part in each.stretches))
    if not ranges:
        return []
    lines = list(_lines(text))
    starts = [start for start, _end in ranges]
    known = set()
    for start, end in lines:
        at = bisect_right(starts, start) - 1
        words = text[start:end].rstrip(_MARKS)
        if at >= 0 and start + len(words) <= ranges[at][1]:
            known.add(fold_text(words))
    repeated = [each for each in lines if fold_text(text[slice(*each)]) in known]
    return _joined(sorted([*ranges, *repeated]))


_MARKS = " .!?,;:…\"'”’»)\t\r"


def _lines(text: str) -> Iterator[Range]:
    """Lines with words in them, without the white space around them."""
    at = 0
    for line in text.splitlines(keepends=True):
        start = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        if any(map(str.isalnum, line)):
            yield start, end
        at += len(line)


def _lies_over(one: Sequence[Range], other: Sequence[Range]) -> bool:
    """Have they half of the shorter one in common?"""
    return 2 * _length(_common(one, other)) >= min(_length(one), _length(other))


def _common(one: Sequence[Range], other: Sequence[Range]) -> list[Range]:
    """What lies in both, each in order."""
    found = []
    for start, end in one:
        place = bisect_right(other, (start, start))
        if place and other[place - 1][1] > start:
            place -= 1
        while place < len(other) and other[place][0] < end:
            found.append((max(start, other[place][0]), min(end, other[place][1])))
            place += 1
    return found


def _joined(ranges: Iterable[Range]) -> list[Range]:
    """Sorted ranges, those that touch as one."""
    found: list[Range] = []
    for start, end in ranges:
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _length(ranges: Iterable[Range]) -> int:
    return sum(end - start for start, end in ranges)
