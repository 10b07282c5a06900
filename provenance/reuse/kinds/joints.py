"""Passages that are several shared blocks with other paragraphs between them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from provenance.model.reuse import MOVED, Alignment, Change, ChangeKind, ReuseKind
from provenance.model.spans import Span

MOST_ALIKE = 0.6
"""Share of two paragraphs that is equal, from which they are no longer other paragraphs, 0..1."""
LEAST_CHARACTERS = 60
"""Of a block, in code points."""
MOST_PARAGRAPHS = 40
"""A passage of more is not looked at: nobody joins so many blocks."""

_BREAK = re.compile(r"\n\s*\n\s*")
_Range = tuple[int, int]


def cut_joints(alignment: Alignment, a_text: str, b_text: str) -> list[Alignment]:
    """The runs of paragraphs that both sides share, without the unlike ones between; the alignment itself if
    there are none, or if its paragraphs do not stand against each other one by one."""
    a_side, b_side = alignment.a, alignment.b
    if not alignment.changes or any(change.judgement == MOVED for change in alignment.changes):
        return [alignment]
    ones = _paragraphs(a_side, a_text)
    if not 3 <= len(ones) <= MOST_PARAGRAPHS:
        return [alignment]
    others = _paragraphs(b_side, b_text)
    if len(others) != len(ones):
        return [alignment]
    held: list[list[Change]] = [[] for _ in ones]
    for change in alignment.changes:
        place = _place(change, ones, others)
        if place < 0:
            return [alignment]
        held[place].append(change)
    alike = [_share(*each) >= MOST_ALIKE for each in zip(ones, others, held, strict=True)]
    if all(alike):
        return [alignment]
    parts = [_part(alignment, run, ones, others, held) for run in _runs(alike)]
    return [each for each in parts if min(len(each.a), len(each.b)) >= LEAST_CHARACTERS]


def _paragraphs(side: Span, text: str) -> list[_Range]:
    gaps = [(found.start(), found.end()) for found in _BREAK.finditer(text, side.start, side.end)]
    edges = [(side.start, side.start), *gaps, (side.end, side.end)]
    return [(before[1], _trimmed(text, before[1], after[0])) for before, after in pairwise(edges)]


def _trimmed(text: str, start: int, end: int) -> int:
    """Where what stands in [start, end) ends without blanks behind it."""
    return start + len(text[start:end].rstrip(" \t"))


def _place(change: Change, ones: Sequence[_Range], others: Sequence[_Range]) -> int:
    """The number of the two paragraphs in which a change lies; -1 if there are none."""
    for number, (one, other) in enumerate(zip(ones, others, strict=True)):
        in_one = one[0] <= change.a_start and change.a_end <= one[1]
        if in_one and other[0] <= change.b_start and change.b_end <= other[1]:
            return number
    return -1


def _share(one: _Range, other: _Range, changes: Sequence[Change]) -> float:
    """How much of both is equal, 0..1."""
    told = [each for each in changes if each.kind is not ChangeKind.TYPOGRAPHY]
    changed = sum(each.a_end - each.a_start + each.b_end - each.b_start for each in told)
    return 1.0 - changed / max(1, one[1] - one[0] + other[1] - other[0])


def _runs(alike: Sequence[bool]) -> Iterator[_Range]:
    """(first, last) of what stands together and is alike, both inclusive."""
    first = -1
    for number, is_alike in enumerate([*alike, False]):
        if is_alike and first < 0:
            first = number
        elif not is_alike and first >= 0:
            yield first, number - 1
            first = -1


def _part(
    alignment: Alignment,
    run: _Range,
    ones: Sequence[_Range],
    others: Sequence[_Range],
    held: Sequence[Sequence[Change]],
) -> Alignment:
    first, last = run
    changes = tuple(each for n in range(first, last + 1) for each in held[n])
    a, b = (ones[first][0], ones[last][1]), (others[first][0], others[last][1])
    told = [each for each in changes if each.kind is not ChangeKind.TYPOGRAPHY]
    return evolve(
        alignment,
        a=Span(alignment.a.source_id, *a),
        b=Span(alignment.b.source_id, *b),
        kind=ReuseKind.EDITED if told else ReuseKind.VERBATIM,
        grade=round(_share(a, b, changes), 4),
        changes=changes,
    )
