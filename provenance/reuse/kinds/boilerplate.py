"""Blocks that a publisher repeats: notes on itself, legal lines, page furniture."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from provenance.model.reuse import ANOTHER_NAME, Alignment, Change, ChangeKind
from provenance.model.spans import Span
from provenance.reuse.kinds.notes import is_furniture, is_legal, speaks_to_reader

EDGE_SHARE = 0.15
"""Share of a text, from either end, in which a block counts as standing at its edge."""
EDGE_CHARACTERS = 400
"""The same in code points: the smaller the text, the larger the share."""
MOST_SHARE = 0.5
"""A block that makes up more of a text than this is its body."""
LEAST_SPREAD = 3
"""Texts in which an unchanged block at the edge stands, their other contents different, from which weak signs
that it is furniture are enough."""
MOST_LONGER = 1.25
"""How much longer than a block a passage may be in which it stands: a longer one shares other text too."""
MOST_LOOKED_AT = 200
"""Passages that hold a block, of those that are looked at: more of them tell no more."""
LINE_CHARACTERS = 4_000
"""Code points before and after a block in which the ends of its lines are looked for."""
MARKS_BEFORE = " \t\u00a9\"'\u201c\u2018\u00ab"
"""What can stand between the beginning of a line and a block's first word."""
LEAST_GRADE = 0.8
"""Boilerplate is repeated, not rewritten, 0..1."""

VALUES = frozenset({ChangeKind.NUMBER, ChangeKind.DATE, ChangeKind.NEGATION, ChangeKind.CONDITION})
"""What is told as a fact: neither repeated furniture nor two writers who heard one speaker differ in it."""
_LEAST_BLANK = " " * 20
_BLANK = re.compile(f"{_LEAST_BLANK} *")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Spread:
    """In how many texts each passage stands, by the alignments that share a side with it."""

    def __init__(self, alignments: Sequence[Alignment]) -> None:
        sides: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
        for each in alignments:
            sides[each.a.source_id].add((each.a.start, each.a.end, each.b.source_id))
            sides[each.b.source_id].add((each.b.start, each.b.end, each.a.source_id))
        self._sides = {source: sorted(found) for source, found in sides.items()}
        # Where all sides up to one end at the latest: behind a place that none reaches, nothing is looked at.
        self._reach = {
            source: list(accumulate((end for _, end, _ in found), max))
            for source, found in self._sides.items()
        }
        self._known: dict[Span, int] = {}
        self._shared: dict[tuple[str, str], int] = defaultdict(int)
        for each in alignments:
            self._shared[each.a.source_id, each.b.source_id] += len(each.a)
            self._shared[each.b.source_id, each.a.source_id] += len(each.b)

    def alone(self, span: Span, length: int) -> int:
        """Texts in which `span` stands as a passage by itself, its own included, that share no more than
        MOST_SHARE of that text, which has `length` code points."""
        found = {span.source_id}
        for number, (start, end, other) in enumerate(self._around(span)):
            if number >= MOST_LOOKED_AT:
                break
            if end - start > MOST_LONGER * len(span):
                continue
            if self._shared[span.source_id, other] <= MOST_SHARE * length:
                found.add(other)
        return len(found)

    def count(self, span: Span, enough: int = 1_000) -> int:
        """Texts in which at least four fifths of `span` stand, its own included; no more than `enough`."""
        if span not in self._known:
            self._known[span] = self._count(span, enough)
        return self._known[span]

    def _count(self, span: Span, enough: int) -> int:
        found = {span.source_id}
        for _, _, other in self._around(span):
            found.add(other)
            if len(found) >= enough:
                break
        return len(found)

    def _around(self, span: Span) -> Iterator[tuple[int, int, str]]:
        """(start, end, other text) of passages that hold at least four fifths of `span`."""
        sides, reach = self._sides.get(span.source_id, []), self._reach.get(span.source_id, [])
        missing = len(span) // 5
        place = bisect_left(sides, (span.start + missing + 1,))
        while place > 0 and reach[place - 1] >= span.end - missing:
            place -= 1
            start, end, other = sides[place]
            if min(end, span.end) - max(start, span.start) >= 0.8 * len(span):
                yield start, end, other


def is_boilerplate(alignment: Alignment, texts: Mapping[str, str], spread: Spread) -> bool:
    """The same block, hardly changed, that is furniture all through: standard clauses wherever they stand; at
    the edge of both texts a note on a body, a legal line or words to the reader of the page, and what only
    may be such words if it stands unchanged in three texts at least of which it is about all that they share.
    A block that tells what happened is copied, however many texts have it: copied news would be taken for
    three origins, and what was changed in it be lost."""
    if alignment.grade < LEAST_GRADE or alignment.a.source_id == alignment.b.source_id:
        return False
    a, b = alignment.a, alignment.b
    block = texts[a.source_id][max(0, a.start - 2) : a.end]
    is_clauses = is_legal(block) and is_legal(texts[b.source_id][b.start : b.end])
    if not is_clauses and not all(is_at_edge(side, texts[side.source_id]) for side in (a, b)):
        return False
    if any(is_told(change) for change in alignment.changes):
        return False
    if is_clauses or is_furniture(block):
        return True
    if any(change.kind is not ChangeKind.TYPOGRAPHY for change in alignment.changes):
        return False
    return speaks_to_reader(block) and all(
        spread.alone(side, len(texts[side.source_id])) >= LEAST_SPREAD for side in (a, b)
    )


def is_told(change: Change) -> bool:
    """Does it change what is told? The year of a copyright line changes with the year."""
    if change.kind not in VALUES and change.judgement != ANOTHER_NAME:
        return False
    return not (_YEAR.fullmatch(change.a_text) and _YEAR.fullmatch(change.b_text))


def is_at_edge(span: Span, text: str) -> bool:
    """Whole lines near the beginning or the end of `text`, and not its body; blanked parts do not count."""
    around = _around(span, text)
    return around is not None and (around[1] <= around[2] or around[0] <= around[2] / 2)


def is_at_end(span: Span, text: str) -> bool:
    """The same of its end only."""
    around = _around(span, text)
    return around is not None and around[1] <= around[2]


def _around(span: Span, text: str) -> tuple[int, int, float] | None:
    """(code points before, code points behind, how many an edge has) of whole lines that are not the body of
    `text`; None if they are."""
    blanks = _blanks(text)
    length = blanks.seen(0, len(text))
    if len(span) > MOST_SHARE * length:
        return None
    above = text[max(0, span.start - LINE_CHARACTERS) : span.start]
    below = text[span.end : span.end + LINE_CHARACTERS]
    before, after = above.rstrip(MARKS_BEFORE), below.lstrip(" \t.,;:!?\"'\u201d\u2019")
    if (before and before[-1] not in "\r\n") or (after and after[0] not in "\r\n"):
        return None
    before_length = blanks.seen(0, span.start) - (len(above) - len(before))
    after_length = blanks.seen(span.end, len(text)) - (len(below) - len(after))
    return before_length, after_length, max(EDGE_SHARE * length, EDGE_CHARACTERS)


class _Blanks:
    """Where long runs of spaces stand in a text: furniture that was blanked."""

    def __init__(self, text: str) -> None:
        self._ends: list[int] = [0]
        self._blank: list[int] = [0]
        if _LEAST_BLANK not in text:  # most often, and told much faster
            return
        for run in _BLANK.finditer(text):
            self._ends.append(run.end())
            self._blank.append(self._blank[-1] + run.end() - run.start())

    def seen(self, start: int, end: int) -> int:
        """Code points between these offsets, runs that end there left out."""
        return end - start - (self._before(end) - self._before(start))

    def _before(self, offset: int) -> int:
        return self._blank[bisect_right(self._ends, offset) - 1]


@lru_cache(maxsize=32)
def _blanks(text: str) -> _Blanks:
    return _Blanks(text)
