"""What copies of one text say of themselves: other bylines and datelines are page data, no changed facts."""

from collections.abc import Collection, Iterator, Sequence

from attrs import evolve, frozen

from provenance.conflicts.page_lines import PageLine, PageRange
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import list_position, listed, quoted
from provenance.conflicts.statements import shares_a_person
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Evidence, Level, Scope, Side
from provenance.model.reuse import Alignment, Change, ChangeKind, ReuseKind
from provenance.model.spans import Span
from provenance.text.components import find_components
from provenance.text.folding import fold_text

_NO_COPIES = (ReuseKind.BOILERPLATE, ReuseKind.QUOTATION, ReuseKind.VERSION)
_LEAST_LETTERS = 3
"""Of a word that may abbreviate another: Nov., November."""


@frozen(order=True)
class _Line:
    """A byline or dateline of one source."""

    source_id: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """A name that no other line has."""
        return f"{self.source_id} {self.start}"


def find_story_part(pile: Pile, alignment: Alignment, change: Change) -> Change | None:
    """The change without what lies in lines where the texts speak of themselves; None if that is all."""
    a, b = alignment.a.source_id, alignment.b.source_id
    one = _story(pile, a, change.a_start, change.a_end)
    two = _story(pile, b, change.b_start, change.b_end)
    if one == (change.a_start, change.a_end) and two == (change.b_start, change.b_end):
        return None if _is_inside(pile, a, one) and _is_inside(pile, b, two) else change
    texts = pile.text(a)[slice(*one)], pile.text(b)[slice(*two)]
    if not any(character.isalnum() for text in texts for character in text):
        return None
    rest = evolve(
        change,
        a_start=one[0],
        a_end=one[1],
        a_text=texts[0],
        b_start=two[0],
        b_end=two[1],
        b_text=texts[1],
    )
    is_value = any(character.isdigit() for text in texts for character in text)
    if change.kind in (ChangeKind.NUMBER, ChangeKind.DATE) and not is_value:
        return evolve(rest, kind=ChangeKind.WORDING)
    return rest


def is_parted(pile: Pile, source_id: str, start: int, end: int) -> bool:
    """Does what a text says of itself end or begin between two places?"""
    ranges = pile.page_ranges(source_id)
    return any(start <= at <= end for one in ranges for at in (one.start, one.end))


def find_page_changes(pile: Pile) -> Iterator[Conflict]:
    """Other authors, and other places or days of writing, that copies of one text name: one finding a line
    and all that stands in its place. What only one copy has is no finding, nor are two posting dates, which
    the sources' own data tell."""
    for kind in (PageLine.BYLINE, PageLine.DATELINE):
        pairs = {pair for alignment in pile.alignments for pair in _other_lines(pile, alignment, kind)}
        lines = {line.key: line for pair in pairs for line in pair}
        group_of = find_components(sorted(lines), sorted((one.key, two.key) for one, two in pairs))
        for head in sorted(set(group_of.values())):
            yield _finding(pile, kind, [line for key, line in lines.items() if group_of[key] == head])


def _other_lines(pile: Pile, alignment: Alignment, kind: PageLine) -> Iterator[tuple[_Line, _Line]]:
    a, b = alignment.a.source_id, alignment.b.source_id
    if a == b or alignment.kind in _NO_COPIES:
        return
    for change in alignment.changes:
        for one in _touched(pile, a, change.a_start, change.a_end, kind):
            for two in _touched(pile, b, change.b_start, change.b_end, kind):
                first, second = _Line(a, one.start, one.end), _Line(b, two.start, two.end)
                if _differ(pile, kind, first, second):
                    yield first, second


def _touched(pile: Pile, source_id: str, start: int, end: int, kind: PageLine) -> list[PageRange]:
    ranges = pile.page_ranges(source_id)
    return [one for one in ranges if one.kind is kind and one.start <= end and start <= one.end]


def _differ(pile: Pile, kind: PageLine, one: _Line, two: _Line) -> bool:
    """Is it another author, or another dateline of which neither is the other cut short?"""
    if kind is PageLine.BYLINE:
        names = [_authors(pile, line) for line in (one, two)]
        return all(names) and not shares_a_person(*names)
    words = [fold_text(_quote(pile, line)).split() for line in (one, two)]
    return not (_holds(words[0], words[1]) or _holds(words[1], words[0]))


def _holds(many: Sequence[str], few: Sequence[str]) -> bool:
    return all(any(_may_abbreviate(word, other) for other in many) for word in few)


def _may_abbreviate(a: str, b: str) -> bool:
    if a == b:
        return True
    short = min(len(a), len(b))
    return short >= _LEAST_LETTERS and a.isalpha() and b.isalpha() and a[:short] == b[:short]


def _authors(pile: Pile, line: _Line) -> list[str]:
    return [
        item.value
        for item in pile.sources[line.source_id].source.metadata
        if item.name == "author"
        and item.span is not None
        and line.start <= item.span.start
        and item.span.end <= line.end
    ]


def _quote(pile: Pile, line: _Line) -> str:
    return pile.text(line.source_id)[line.start : line.end]


def _shown(pile: Pile, kind: PageLine, line: _Line) -> str:
    if kind is PageLine.BYLINE:
        return listed(_authors(pile, line))
    return " ".join(_quote(pile, line).rstrip(" \u00a0-–—:").split())


def _finding(pile: Pile, kind: PageLine, lines: Collection[_Line]) -> Conflict:
    evidence: dict[str, list[Evidence]] = {}
    values: dict[str, str] = {}
    for line in sorted(lines, key=lambda each: (list_position(pile, each.source_id), each)):
        value = _shown(pile, kind, line)
        span = Span(line.source_id, line.start, line.end)
        values.setdefault(fold_text(value), value)
        evidence.setdefault(fold_text(value), []).append(Evidence(line.source_id, span, pile.quote(span)))
    sides = tuple(Side(values[key], tuple(found), 0, 1) for key, found in evidence.items())
    what = "authors" if kind is PageLine.BYLINE else "datelines"
    advice = (
        "The text may have been passed on under another name: ask who wrote it."
        if kind is PageLine.BYLINE
        else "The text may have been sent again, or the place or day of writing was altered."
    )
    return Conflict(
        kind=ConflictKind.METADATA,
        conflict_class=ConflictClass.PAGE_DATA,
        consequence=Level.LOW,
        certainty=Level.MEDIUM,
        scope=Scope.BETWEEN,
        title=f"Copies of one text have other {what}: {' / '.join(quoted(side.value) for side in sides)}",
        why=f"The texts share a passage, but not what they say of themselves there. {advice}",
        subject=" / ".join(sorted({pile.sources[line.source_id].source.path for line in lines})),
        predicate="author" if kind is PageLine.BYLINE else "dateline",
        scope_key="copies",
        sides=sides,
    )


def _story(pile: Pile, source_id: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without what lies in page lines at its two ends."""
    text, ranges = pile.text(source_id), pile.page_ranges(source_id)
    for one in ranges:
        first = _first_sign(text, start, end)
        if one.start <= first < one.end:
            start = min(end, one.end)
    for one in reversed(ranges):
        last = _last_sign(text, start, end)
        if one.start < last <= one.end and start < end:
            end = max(start, one.start)
    return start, end


def _first_sign(text: str, start: int, end: int) -> int:
    """Where the first letter or figure of [start, end) stands; its end if there is none."""
    while start < end and not text[start].isalnum():
        start += 1
    return start


def _last_sign(text: str, start: int, end: int) -> int:
    """Behind the last letter or figure of [start, end); its start if there is none."""
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return end


def _is_inside(pile: Pile, source_id: str, place: tuple[int, int]) -> bool:
    """Does a place of no length, or of marks alone, stand in a page line?"""
    return any(one.start <= place[0] and place[1] <= one.end for one in pile.page_ranges(source_id))
