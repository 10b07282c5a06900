"""A comparison as it is printed: passages in two columns, what only one text has folded."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from provenance.commands._cells import TWO_COLUMNS, Line, Piece, beside, flat, page_width, paint, wrap
from provenance.commands._terminal import one_line
from provenance.model.reuse import Alignment, Change, Direction, ReuseKind
from provenance.stages.comparing import Comparison, Passage, Range, Row

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
        hidden = 0
        for row, is_shown in zip(passage.rows, self._shown(passage), strict=True):
            if not is_shown:
                hidden += 1
                continue
            yield from self._fold(hidden)
            hidden = 0
            yield from self._columns(
                wrap(self._pieces(passage, row, 0), self._room),
                wrap(self._pieces(passage, row, 1), self._room),
            )
        yield from self._fold(hidden)
        for change in passage.alignment.changes:
            yield from self._told(describe_change(change), indent=_INDENT + 2)

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
                    cells[-1] += wrap([Piece(flat(line))], self._room)
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

    def _shown(self, passage: Passage) -> list[bool]:
        """Of each row: is it shown, or folded away?"""
        context = 0 if self.look.context is None and self.look.only_changes else self.look.context
        if context is None:
            return [True] * len(passage.rows)
        changed = [number for number, row in enumerate(passage.rows) if _is_changed(passage, row)]
        return [any(abs(number - each) <= context for each in changed) for number in range(len(passage.rows))]

    def _fold(self, hidden: int) -> Iterator[str]:
        if hidden:
            yield f"{' ' * _INDENT}… {hidden} sentence{'s' if hidden > 1 else ''} without a change …"

    def _pieces(self, passage: Passage, row: Row, side: int) -> list[Piece]:
        """A row of one text, with marks around what was changed or moved."""
        start, end = (row.a, row.b)[side]
        opening, closing, colour = _MARKS[side]
        marked: list[tuple[Range, str, str, str]] = [
            ((change.a_start, change.a_end), opening, closing, colour)
            if side == 0
            else ((change.b_start, change.b_end), opening, closing, colour)
            for change in passage.alignment.changes
        ]
        for number, moved in enumerate(passage.moved, 1):
            marked.append(((moved.a, moved.b)[side], f"<{number}: ", f" :{number}>", _MOVED_COLOUR))
        pieces, at = [], start
        for (low, high), opens, closes, shade in sorted(marked):
            first, last = max(low, at), min(high, end)
            if first < last:
                pieces.append(Piece(flat(self.texts[side][at:first])))
                pieces.append(Piece(f"{opens}{flat(self.texts[side][first:last]).strip()}{closes}", shade))
                at = last
        return [*pieces, Piece(flat(self.texts[side][at:end]))]


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


def describe_change(change: Change) -> str:
    """One change: its type, what else is known of it, and what it replaced."""
    before, after = one_line(change.a_text), one_line(change.b_text)
    kind = f"{change.kind.value} ({one_line(change.judgement)})" if change.judgement else change.kind.value
    if not before:
        return f"{kind}: only in B, “{after}” at {change.b_start}"
    if not after:
        return f"{kind}: only in A, “{before}” at {change.a_start}"
    return f"{kind}: “{before}” in A at {change.a_start}, “{after}” in B at {change.b_start}"


def _named(reason: str) -> str:
    """A reason with the names that the texts have here."""
    return _TEXT_NAMES.sub(lambda found: found.group(1).upper(), one_line(reason))


def _is_changed(passage: Passage, row: Row) -> bool:
    def touches(span: Range, here: Range) -> bool:
        return here[0] <= span[0] < here[1] or span[0] <= here[0] < span[1]

    changes = passage.alignment.changes
    return any(
        touches((c.a_start, c.a_end), row.a) or touches((c.b_start, c.b_end), row.b) for c in changes
    ) or any(touches(moved.a, row.a) or touches(moved.b, row.b) for moved in passage.moved)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _describe_part(text: str, name: str) -> str:
    lines = sum(1 for line in text.splitlines() if line.strip())
    return f"… {lines} line{'s' if lines > 1 else ''}, {len(text.strip()):,} characters only in {name} …"
