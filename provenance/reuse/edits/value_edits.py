"""Changes of values made whole on both sides: "38.5 million euros" reads "€35.8 million", one change.

A value of either side is quoted from its beginning to its end, currency and unit included, and the other side
with the words that stand there; changes that lie in it are one. Where both sides say the same, it is a change
of typography.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from attrs import define

from provenance.model.reuse import ANOTHER_SPELLING, OPPOSED, ChangeKind
from provenance.reuse.edits.differences import Edit, Sides, trim
from provenance.reuse.edits.opposites import are_opposed
from provenance.reuse.edits.value_runs import Range, value_around
from provenance.reuse.edits.whole_values import are_dates
from provenance.reuse.edits.wording import Language, Wording
from provenance.text.values import mean_the_same

Whole = Callable[[str, int, int, Wording], Range]
"""Text, start, end → the range of the value there."""
VALUES = frozenset((ChangeKind.NUMBER, ChangeKind.DATE))
_ROUNDS = 4
"""A side that was widened may have reached into a longer value, so often at most."""
_LONGEST = 80
"""Longer changes are no part of a value, code points."""


def with_whole_values(edits: list[Edit], sides: Sides, language: Language) -> list[Edit]:
    """The edits, those of numbers and dates widened to whole values and told apart from equal ones; those of
    opposed words judged."""
    wholes: dict[int, Whole] = {}
    text, other, wording = sides.text, sides.other_text, language.wording
    opposites = wording.knowledge.opposites if language.is_english else {}
    for number, (a, a_end, b, b_end, kind, judgement) in enumerate(edits):
        if kind is ChangeKind.WORDING or kind is ChangeKind.NAME:
            if a_end - a > _LONGEST_PLAIN or b_end - b > _LONGEST_PLAIN:
                continue
            one, two = text[a:a_end], other[b:b_end]
            whole = _whole_of(one, two, text[a_end : a_end + 1] + other[b_end : b_end + 1])
            if whole is not None:
                wholes[number] = whole
            elif kind is ChangeKind.WORDING and not judgement and are_opposed(one, two, opposites):
                edits[number] = edits[number]._replace(judgement=OPPOSED)
        elif kind in VALUES:
            wholes[number] = value_around
    return _widened(edits, wholes, sides, wording) if wholes else edits


def _widened(edits: list[Edit], wholes: dict[int, Whole], sides: Sides, wording: Wording) -> list[Edit]:
    """Each edit of `wholes` widened to what these tell, with those beside it that are parts of the value."""
    found: list[Edit] = []
    at = 0
    while at < len(edits):
        edit = edits[at]
        if at in wholes:
            reach = _Reach(sides, wording, edits, found, at, wholes[at])
            reach.widen()
            judged = _judged(edit, reach, sides, wording)
            if judged is not None:
                del found[reach.first :]
                edit, at = judged, reach.last
                if at + 1 < len(edits) and _is_stop(edit, edits[at + 1], sides):
                    at += 1
                    edit = edit._replace(a_end=edits[at].a_end, b_end=edits[at].b_end)
        found.append(edit)
        at += 1
    return found


def _is_stop(edit: Edit, mark: Edit, sides: Sides) -> bool:
    """Is the next change nothing but the stop of a shortened word, right behind: Tuesday, Tue.?"""
    if mark.kind is not ChangeKind.TYPOGRAPHY or edit.kind is not ChangeKind.TYPOGRAPHY:
        return False
    is_beside = (mark.a, mark.b) == (edit.a_end, edit.b_end)
    shown = sides.text[mark.a : mark.a_end] + sides.other_text[mark.b : mark.b_end]
    return is_beside and shown == "."


_FIGURED = re.compile(r"\d|per ?cent")
_LONGEST_PLAIN = 32
"""Longer changes of wording hold more than a value, code points."""
_LETTERS = re.compile(r"(?:[A-Z]\.){2,6}")
_PART = re.compile(r"[A-Z](?:\.[A-Z]){0,5}")


def _whole_of(one: str, other: str, after: str) -> Whole | None:
    """How the whole is found of which two texts are parts, if they have figures or are initials with dots
    (U.N, A.U); `after`: what follows each."""
    if one.isalpha() and other.isalpha():  # most changes are words
        return _letters_around if after == ".." and len(one) == len(other) == 1 else None
    if _FIGURED.search(one) or _FIGURED.search(other):
        return value_around
    is_part = after == ".." and all(not part or _PART.fullmatch(part) for part in (one, other))
    return _letters_around if is_part else None


def _letters_around(text: str, start: int, end: int, _: Wording) -> Range:
    """The initials of which [start, end) is a part."""
    low = max(0, start - len("U.N.E.S.C.O"))
    for found in _LETTERS.finditer(text, low, end + len("U.N.E.S.C.O")):
        if found.start() <= start and end <= found.end():
            return found.span()
    return start, end


def _judged(edit: Edit, reach: "_Reach", sides: Sides, wording: Wording) -> Edit | None:
    """The whole change; None for one of wording that is no value."""
    a, a_end = trim(sides.text, reach.a, reach.a_end)
    b, b_end = trim(sides.other_text, reach.b, reach.b_end)
    one, other = sides.text[a:a_end], sides.other_text[b:b_end]
    if reach.whole is _letters_around:
        is_whole = bool(_LETTERS.fullmatch(one)) and bool(_LETTERS.fullmatch(other)) and one != other
        return Edit(a, a_end, b, b_end, ChangeKind.NAME) if is_whole else None
    if mean_the_same(one, other, wording.knowledge, wording.language):
        if edit.kind is ChangeKind.WORDING:  # in other words: fourteen, 14
            return Edit(a, a_end, b, b_end, edit.kind)
        return Edit(a, a_end, b, b_end, ChangeKind.TYPOGRAPHY, ANOTHER_SPELLING)
    if edit.kind not in VALUES:
        return None
    if one.count("(") > one.count(")") and sides.text[a_end : a_end + 1] == ")":
        a_end += 1
    if other.count("(") > other.count(")") and sides.other_text[b_end : b_end + 1] == ")":
        b_end += 1
    if (a, a_end, b, b_end) == edit[:4]:
        return edit
    is_date = are_dates((sides.text, a, a_end), (sides.other_text, b, b_end), wording)
    kind = ChangeKind.DATE if is_date else ChangeKind.NUMBER
    return Edit(a, a_end, b, b_end, kind, edit.judgement if edit.kind is kind else "")


@define
class _Reach:
    """A change of a value, with those before and behind it that belong to the same value.

    `found`: changes before it, of which those from `first` on belong to it; `edits`: all, of which those up
    to `last` do.
    """

    sides: Sides
    wording: Wording
    edits: Sequence[Edit]
    found: Sequence[Edit]
    last: int
    whole: Whole
    first: int = 0
    a: int = 0
    a_end: int = 0
    b: int = 0
    b_end: int = 0

    def widen(self) -> None:
        """To the whole values of both sides; stays as it is where they cannot be told apart from others."""
        edit = self.edits[self.last]
        start = (*edit[:4], len(self.found), self.last)
        self._take(start)
        sides = self.sides
        self._snap()
        for _ in range(_ROUNDS):
            whole = self._whole(sides.text, self.a, self.a_end, (sides.starts[0], sides.ends[-1]))
            other = self._whole(
                sides.other_text, self.b, self.b_end, (sides.other_starts[0], sides.other_ends[-1])
            )
            before = self.a, self.a_end, self.b, self.b_end
            is_done = self._to_right(whole[1], other[1]) and self._to_left(whole[0], other[0])
            if not is_done or max(self.a_end - self.a, self.b_end - self.b) > _LONGEST:
                self._take(start)
                return
            if before == (self.a, self.a_end, self.b, self.b_end):
                return

    def _take(self, start: tuple[int, int, int, int, int, int]) -> None:
        self.a, self.a_end, self.b, self.b_end, self.first, self.last = start

    def _whole(self, text: str, start: int, end: int, room: Range) -> Range:
        if start == end:
            return start, end
        begin, stop = self.whole(text, start, end, self.wording)
        return max(begin, min(start, room[0])), min(stop, max(end, room[1]))

    def _snap(self) -> None:
        """No side begins or ends inside of a word of figures that both texts have there."""
        sides = self.sides
        self.a = _word_start(sides.starts, sides.ends, self.a)
        self.b = _word_start(sides.other_starts, sides.other_ends, self.b)
        self.a_end = _word_end(sides.starts, sides.ends, self.a_end)
        self.b_end = _word_end(sides.other_starts, sides.other_ends, self.b_end)

    def _to_right(self, due: int, other_due: int) -> bool:
        """Both sides end where the values do, and where what stands there in the other text ends."""
        sides = self.sides
        while due > self.a_end or other_due > self.b_end:
            row, other_row = (
                bisect_left(sides.starts, self.a_end),
                bisect_left(sides.other_starts, self.b_end),
            )
            count = max(
                bisect_left(sides.starts, due) - row, bisect_left(sides.other_starts, other_due) - other_row
            )
            if row + count > len(sides.starts) or other_row + count > len(sides.other_starts):
                return False
            end = max(due, sides.ends[row + count - 1] if count > 0 else due)
            other_end = max(other_due, sides.other_ends[other_row + count - 1] if count > 0 else other_due)
            follows = self.edits[self.last + 1] if self.last + 1 < len(self.edits) else None
            if follows is not None and (
                follows.a < end or follows.b < other_end or (follows.a <= end and follows.b <= other_end)
            ):
                if not self._is_apart(follows, is_after=True):
                    return False
                self.a_end, self.b_end = max(self.a_end, follows.a_end), max(self.b_end, follows.b_end)
                self.last += 1
                continue
            self.a_end, self.b_end = max(end, self.a_end), max(other_end, self.b_end)
            return True
        return True

    def _to_left(self, due: int, other_due: int) -> bool:
        """The same for where both sides begin."""
        sides = self.sides
        while due < self.a or other_due < self.b:
            row, other_row = bisect_left(sides.starts, self.a), bisect_left(sides.other_starts, self.b)
            count = max(
                row - bisect_left(sides.starts, due), other_row - bisect_left(sides.other_starts, other_due)
            )
            if count > min(row, other_row):
                return False
            start = min(due, sides.starts[row - count]) if count > 0 else min(due, self.a)
            other_start = (
                min(other_due, sides.other_starts[other_row - count]) if count > 0 else min(other_due, self.b)
            )
            before = self.found[self.first - 1] if self.first else None
            if before is not None and (
                before.a_end > start
                or before.b_end > other_start
                or (before.a_end >= start and before.b_end >= other_start)
            ):
                if not self._is_apart(before, is_after=False):
                    return False
                self.a, self.b = min(self.a, before.a), min(self.b, before.b)
                self.first -= 1
                continue
            self.a, self.b = min(start, self.a), min(other_start, self.b)
            return True
        return True

    def _is_apart(self, edit: Edit, *, is_after: bool) -> bool:
        """Does `edit` stand in order, on both sides, and is it short enough for a part of a value?"""
        if max(edit.a_end - edit.a, edit.b_end - edit.b) > _LONGEST:
            return False
        if is_after:
            return edit.a >= self.a_end and edit.b >= self.b_end
        return edit.a_end <= self.a and edit.b_end <= self.b


def _word_start(starts: Sequence[int], ends: Sequence[int], place: int) -> int:
    row = bisect_left(starts, place) - 1
    return starts[row] if row >= 0 and starts[row] < place < ends[row] else place


def _word_end(starts: Sequence[int], ends: Sequence[int], place: int) -> int:
    row = bisect_left(starts, place) - 1
    return ends[row] if row >= 0 and starts[row] < place < ends[row] else place
