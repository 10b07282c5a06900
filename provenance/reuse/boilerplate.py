"""Blocks that a publisher repeats: notes on itself, legal lines, page furniture."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from provenance.model.reuse import Alignment
from provenance.model.spans import Span

EDGE_SHARE = 0.15
"""Share of a text, from either end, in which a block counts as standing at its edge."""
EDGE_CHARACTERS = 400
"""The same in code points: the smaller the text, the larger the share."""
MOST_SHARE = 0.5
"""A block that makes up more of a text than this is its body."""
LEAST_SPREAD = 3
"""Texts in which a block at the edge stands, from which it is boilerplate without further signs."""
LINE_CHARACTERS = 4_000
"""Code points before and after a block in which the ends of its lines are looked for."""
LEAST_GRADE = 0.8
"""Boilerplate is repeated, not rewritten, 0..1."""

_BLANK = re.compile(" {20,}")
_BODIES = (
    "organi[sz]ation|institute|institution|foundation|centre|center|company|corporation|charity|agency|"
    "newspaper|magazine|website|network|broadcaster|publisher|publication|association|think tank|group|"
    "provider|manufacturer|university|council|service|project|initiative"
)
_SELF_DESCRIPTION = re.compile(
    rf"\b(?:is|are) (?:an?|the|one of)\b[^.!?\n]{{0,120}}\b(?:{_BODIES})s?\b", re.IGNORECASE
)
_FURNITURE = re.compile(
    r"all rights reserved|\bcopyright\b|\u00a9|\bsubscri(?:be|ption)|\bnewsletter\b|\bsign up\b|"
    r"\bclick here\b|"
    r"\bfollow us\b|\bterms (?:of|and)\b|\bprivacy policy\b|\bdonat(?:e|ions?)\b|\bviews expressed\b|"
    r"\b(?:opinions|views)\b[^.!?\n]{0,40}\b(?:their|his|her) own\b|\bcontact us\b|\bfor more information\b|"
    r"\bfor further information\b|\bread more\b|\bnotes? to editors\b|^about\b|\bcookies\b|\bdisclaimer\b",
    re.IGNORECASE | re.MULTILINE,
)


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

    def count(self, span: Span, enough: int = 1_000) -> int:
        """Texts in which at least four fifths of `span` stand, its own included; no more than `enough`."""
        if span not in self._known:
            self._known[span] = self._count(span, enough)
        return self._known[span]

    def _count(self, span: Span, enough: int) -> int:
        sides, reach = self._sides.get(span.source_id, []), self._reach.get(span.source_id, [])
        missing = len(span) // 5
        found = {span.source_id}
        place = bisect_left(sides, (span.start + missing + 1,))
        while place > 0 and len(found) < enough and reach[place - 1] >= span.end - missing:
            place -= 1
            start, end, other = sides[place]
            if min(end, span.end) - max(start, span.start) >= 0.8 * len(span):
                found.add(other)
        return len(found)


def is_boilerplate(alignment: Alignment, texts: Mapping[str, str], spread: Spread) -> bool:
    """The same block, hardly changed, at the edge of both texts, and one more sign that it is furniture:
    it stands in three texts at least, describes its publisher, or speaks to the reader of the page."""
    if alignment.grade < LEAST_GRADE or alignment.a.source_id == alignment.b.source_id:
        return False
    if not all(is_at_edge(side, texts[side.source_id]) for side in (alignment.a, alignment.b)):
        return False
    quote = alignment.a.quote(texts[alignment.a.source_id])
    if _FURNITURE.search(quote) or _SELF_DESCRIPTION.search(quote[:400]):
        return True
    return any(spread.count(side, LEAST_SPREAD) >= LEAST_SPREAD for side in (alignment.a, alignment.b))


def is_at_edge(span: Span, text: str) -> bool:
    """Whole lines near the beginning or the end of `text`, and not its body; blanked parts do not count."""
    blanks = _blanks(text)
    length = blanks.seen(0, len(text))
    if len(span) > MOST_SHARE * length:
        return False
    edge = max(EDGE_SHARE * length, EDGE_CHARACTERS)
    above = text[max(0, span.start - LINE_CHARACTERS) : span.start]
    below = text[span.end : span.end + LINE_CHARACTERS]
    before, after = above.rstrip(" \t"), below.lstrip(" \t.,;:!?\"'\u201d\u2019")
    if (before and before[-1] not in "\r\n") or (after and after[0] not in "\r\n"):
        return False
    before_length = blanks.seen(0, span.start) - (len(above) - len(before))
    after_length = blanks.seen(span.end, len(text)) - (len(below) - len(after))
    return after_length <= edge or before_length <= edge / 2


class _Blanks:
    """Where long runs of spaces stand in a text: furniture that was blanked."""

    def __init__(self, text: str) -> None:
        self._ends: list[int] = [0]
        self._blank: list[int] = [0]
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
