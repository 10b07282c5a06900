"""A comparison as it is printed: passages in two columns, what only one text has folded."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from attrs import frozen

from provenance.commands._cells import TWO_COLUMNS, Line, Piece, beside, flat, page_width, paint, wrap
from provenance.commands._terminal import one_line
from provenance.model.reuse import MOVED, Alignment, Change, Direction, ReuseKind
from provenance.stages.comparing import Comparison, Passage, Range

GUTTER = " │ "
_INDENT = 3
_DIRECTIONS = {
    Direction.A_TO_B: "A is the earlier text",
    Direction.B_TO_A: "B is the earlier text",
    Direction.COMMON_SOURCE: "both from a third text",
    Direction.UNKNOWN: "direction not known",
}
_TEXT_NAMES = re.compile(r"\btext ([ab])\b")
_MARKS = (("[-", "-]", "red"), ("{+", "+}", "green"))
_MOVED_COLOUR = "cyan"
_LIKE_MARKS = re.compile(
    r"\[(?=-)|(?<=-)\]|\{(?=\+)|(?<=\+)\}|<(?=(?:see )?\d[\d, ]{0,40}: )| :(?:see )?\d[\d, ]{0,40}>"
)
"""What in a text itself looks like the beginning or the end of a mark."""


@frozen
class Look:
    """How much is shown. `context`: sentences without a change that stay around one with a change, None for
    all; `only_changes`: nothing of what only one text has; `is_whole`: all of that, unfolded."""

    context: int | None = None
    only_changes: bool = False
    is_whole: bool = False


def draw(comparison: Comparison, texts: tuple[str, str], look: Look) -> Iterator[str]:
    """The lines of a comparison of two texts."""
    page = _Page(texts, look, page_width())
    if any(_LIKE_MARKS.search(text) for text in texts) and comparison.passages:
        yield "Where \\ stands before a bracket, the text itself has this bracket: it is no mark of ours."
    for passage in comparison.passages:
        yield from page.draw_unshared(passage.before)
        yield ""
        yield from page.draw_passage(passage)
    yield from page.draw_unshared(comparison.after)


@frozen
class _Page:
    """Texts, what is to be shown of them, and how wide."""

    texts: tuple[str, str]
    look: Look
    width: int

    @property
    def column(self) -> int:
        """Cells of one of two columns."""
        return (self.width - _INDENT - len(GUTTER)) // 2

    def draw_passage(self, passage: Passage) -> Iterator[str]:
        """Its heading, evidence, both texts, and the list of what was changed."""
        yield from self._told(describe_passage(passage))
        yield from self._told(*describe_direction(passage.alignment))
        marks = _Marks(passage, 0), _Marks(passage, 1)
        hidden = 0
        for row, is_shown in zip(passage.rows, self._shown(passage, marks), strict=True):
            if not is_shown:
                hidden += 1
                continue
            yield from self._fold(hidden)
            hidden = 0
            yield from self._columns(
                wrap(self._pieces(marks[0], row.a, 0), self._room),
                wrap(self._pieces(marks[1], row.b, 1), self._room),
            )
        yield from self._fold(hidden)
        held = passage.elsewhere or ((),) * len(passage.alignment.changes)
        for change, numbers in zip(passage.alignment.changes, held, strict=True):
            yield from self._told(describe_change(change, numbers), indent=_INDENT + 2)

    def draw_unshared(self, ranges: tuple[Range, Range]) -> Iterator[str]:
        """What only one of the texts has at this place."""
        parts = [text[start:end] for text, (start, end) in zip(self.texts, ranges, strict=True)]
        if self.look.only_changes or not any(map(_has_words, parts)):
            return
        yield ""
        cells: list[list[Line]] = []
        for part, name in zip(parts, "AB", strict=True):
            if not _has_words(part):
                cells.append([])
            elif self.look.is_whole:
                cells.append([(Piece(f"only in {name}:"),)])
                for line in part.splitlines():
                    cells[-1] += wrap([Piece(_plain(line))], self._room)
            else:
                cells.append(wrap([Piece(_describe_part(part, name))], self._room))
        yield from self._columns(*cells)

    @property
    def _room(self) -> int:
        return self.column if self.width >= TWO_COLUMNS else self.width - _INDENT - 2

    def _columns(self, left: Sequence[Line], right: Sequence[Line]) -> Iterator[str]:
        indent = " " * _INDENT
        if self.width >= TWO_COLUMNS:
            yield from (f"{indent}{line}" for line in beside(left, right, self.column, GUTTER))
            return
        for name, lines in (("A ", left), ("B ", right)):
            for number, line in enumerate(lines):
                yield f"{indent}{'  ' if number else name}{paint(line)}"

    def _told(self, *sentences: str, indent: int = _INDENT) -> Iterator[str]:
        """Sentences of ours, wrapped; the first line of a heading stands out."""
        for sentence in sentences:
            for number, wrapped in enumerate(wrap([Piece(sentence)], self.width - indent - 2)):
                yield f"{' ' * (indent + 2 * bool(number))}{paint(wrapped)}"

    def _shown(self, passage: Passage, marks: "tuple[_Marks, _Marks]") -> list[bool]:
        """Of each row: is it shown, or folded away?"""
        context = 0 if self.look.context is None and self.look.only_changes else self.look.context
        if context is None:
            return [True] * len(passage.rows)
        shown = [False] * len(passage.rows)
        for number, row in enumerate(passage.rows):
            if marks[0].within(row.a) or marks[1].within(row.b):
                low = max(0, number - context)
                shown[low : number + context + 1] = [True] * len(shown[low : number + context + 1])
        return shown

    def _fold(self, hidden: int) -> Iterator[str]:
        if hidden:
            yield f"{' ' * _INDENT}… {hidden} sentence{'s' if hidden > 1 else ''} without a change …"

    def _pieces(self, marks: "_Marks", row: Range, side: int) -> list[Piece]:
        """A row of one text, with marks around what was changed or moved."""
        found = sorted(marks.within(row), key=lambda mark: (mark.start, -mark.end, not mark.is_moved))
        return list(_marked(self.texts[side], row, found))


def _marked(text: str, place: Range, marks: "Sequence[_Mark]") -> "Iterator[Piece]":
    """Text between two offsets; a change that lies in what was moved is marked inside of it."""
    at, end = place
    number = 0
    while number < len(marks):
        mark = marks[number]
        number += 1
        first, last = max(mark.start, at), min(mark.end, end)
        if first >= last:
            continue
        yield Piece(_plain(text[at:first]))
        at = last
        if not mark.is_moved:
            yield Piece(f"{mark.opens}{_plain(text[first:last]).strip()}{mark.closes}", mark.colour)
            continue
        inner = number
        while number < len(marks) and marks[number].start < last:
            number += 1
        yield Piece(mark.opens, mark.colour)
        for piece in _marked(text, (first, last), marks[inner:number]):
            yield piece if piece.colour else Piece(piece.text, mark.colour)
        yield Piece(mark.closes, mark.colour)
    yield Piece(_plain(text[at:end]))


def _plain(text: str) -> str:
    """Text without marks of ours, in one line; what looks like one has a backslash."""
    return _LIKE_MARKS.sub(lambda found: f"{found.group()[:-1]}\\{found.group()[-1]}", flat(text))


class _Mark(NamedTuple):
    """What is set around a range of a text; an empty range is where something was added on the other side."""

    start: int
    end: int
    opens: str
    closes: str
    colour: str
    is_moved: bool = False


class _Marks:
    """The marks of a passage on one side, found by their place: a long passage has many, a row few."""

    def __init__(self, passage: Passage, side: int) -> None:
        changes = passage.alignment.changes
        found = [
            _Mark(
                *((each.b_start, each.b_end) if side else (each.a_start, each.a_end)), *_look(side, numbers)
            )
            for each, numbers in zip(changes, passage.elsewhere or ((),) * len(changes), strict=True)
            if not _is_moved(each)
        ]
        found += [
            _Mark(*((moved.a, moved.b)[side]), f"<{number}: ", f" :{number}>", _MOVED_COLOUR, is_moved=True)
            for number, moved in enumerate(passage.moved, 1)
        ]
        self._marks = sorted(found)
        self._starts = [mark.start for mark in self._marks]
        self._furthest = list(accumulate((mark.end for mark in self._marks), max))

    def within(self, row: Range) -> list[_Mark]:
        """Those that touch a row, in their order."""
        first, last = bisect_left(self._furthest, row[0]), bisect_left(self._starts, row[1])
        return [mark for mark in self._marks[first:last] if mark.end > row[0] or mark.start >= row[0]]


def _look(side: int, elsewhere: Sequence[int]) -> tuple[str, str, str]:
    """What stands around a change on one side, and its colour."""
    if not elsewhere:
        return _MARKS[side]
    numbers = ", ".join(map(str, elsewhere))
    return f"<see {numbers}: ", f" :see {numbers}>", _MOVED_COLOUR


def describe_passage(passage: Passage) -> str:
    """The heading of a passage: what it is, where it stands, and its key."""
    one = passage.alignment
    moved = f", moved: number {passage.number_in_b} in B" if passage.is_moved else ""
    count = len(passage.moved)
    inside = f", {count} part{'s' if count > 1 else ''} moved inside it" if count else ""
    return (
        f"{passage.number}. {one.kind.value}, {one.grade:.0%} of the words equal, "
        f"A {one.a.start}–{one.a.end}, B {one.b.start}–{one.b.end}{moved}{inside}   {one.key}"
    )


def describe_direction(alignment: Alignment) -> Iterator[str]:
    """Which is the earlier text and why, and each piece of evidence with its weight."""
    if alignment.kind is ReuseKind.VERSION:
        yield "both are states of one page: what differs was changed on the page, not in a copy"
    sure = f", confidence {alignment.direction_confidence:.2f}" if alignment.direction_confidence else ""
    why = _named(alignment.direction_reason)
    yield f"{_DIRECTIONS[alignment.direction]}{sure}{f' ({why})' if why else ''}"
    if alignment.upstream:
        yield f"both name {one_line(alignment.upstream)}"
    for each in alignment.evidence:
        yield f"evidence {each.weight:.2f} for “{_DIRECTIONS[each.towards]}”: {_named(each.reason)}"


def describe_change(change: Change, elsewhere: Sequence[int] = ()) -> str:
    """One change: its type, what else is known of it, and what it replaced. `elsewhere`: the passages that
    hold what only one side of this one has."""
    before, after = one_line(change.a_text), one_line(change.b_text)
    if elsewhere:
        name, other = "AB" if before else "BA"
        start = change.a_start if before else change.b_start
        return (
            f"moved: {name} has it here, {other} elsewhere (see {', '.join(map(str, elsewhere))}): "
            f"“{before or after}” in {name} at {start}"
        )
    if _is_moved(change):
        return f"moved: “{before}” in A at {change.a_start}, in B at {change.b_start}"
    kind = f"{change.kind.value} ({one_line(change.judgement)})" if change.judgement else change.kind.value
    if not before:
        return f"{kind}: only in B, “{after}” at {change.b_start}"
    if not after:
        return f"{kind}: only in A, “{before}” at {change.a_start}"
    return f"{kind}: “{before}” in A at {change.a_start}, “{after}” in B at {change.b_start}"


def _is_moved(change: Change) -> bool:
    return change.judgement == MOVED and bool(change.a_text and change.b_text)


def _named(reason: str) -> str:
    """A reason with the names that the texts have here."""
    return _TEXT_NAMES.sub(lambda found: found.group(1).upper(), one_line(reason))


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _describe_part(text: str, name: str) -> str:
    lines = sum(1 for line in text.splitlines() if line.strip())
    return f"… {lines} line{'s' if lines > 1 else ''}, {len(text.strip()):,} characters only in {name} …"
