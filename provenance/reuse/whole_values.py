"""Changes of dates and numbers, widened to the whole expression: "3 August 2016" reads better than "3"."""

from collections.abc import Sequence
from functools import lru_cache

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Change, ChangeKind
from provenance.text.dates import find_dates
from provenance.text.folding import fold_text
from provenance.text.numbers import find_numbers

Range = tuple[int, int]

REACH_CHARACTERS = 48
"""How far from a change its expression may begin or end, code points."""

_VALUES = (ChangeKind.DATE, ChangeKind.NUMBER)


def widen_values(
    changes: Sequence[Change], texts: tuple[str, str], spans: tuple[Range, Range], knowledge: Knowledge
) -> tuple[Change, ...]:
    """The changes in their order; those inside one date or number on both sides are one change of the whole.

    `spans`: where the passage stands in either of `texts`; no change goes beyond it.
    """
    widened: list[Change] = []
    taken = 0
    for number, change in enumerate(changes):
        if number < taken:
            continue
        whole = _whole(change, texts, spans, knowledge) if change.kind in _VALUES else None
        if whole is None:
            widened.append(change)
            continue
        last = number
        while last + 1 < len(changes) and _is_inside(changes[last + 1], whole):
            last += 1
        first = number
        while widened and _is_inside(widened[-1], whole):
            first -= 1
            widened.pop()
        inside = [*changes[first:number], *changes[number : last + 1]]
        joined = _joined(inside, whole, texts)
        widened += [joined] if joined is not None else inside
        taken = last + 1
    return tuple(widened)


def _whole(
    change: Change, texts: tuple[str, str], spans: tuple[Range, Range], knowledge: Knowledge
) -> tuple[Range, Range] | None:
    """Where the expressions stand that the change is a part of, on both sides."""
    sides = ((change.a_start, change.a_end), (change.b_start, change.b_end))
    is_date = change.kind is ChangeKind.DATE
    found = [_expression(*each, knowledge, is_date=is_date) for each in zip(texts, spans, sides, strict=True)]
    return (found[0], found[1]) if found[0] is not None and found[1] is not None else None


def _expression(text: str, span: Range, place: Range, knowledge: Knowledge, *, is_date: bool) -> Range | None:
    """The number, or the date where it is one, in which `place` lies."""
    start, end = place
    if start == end:
        return None
    begin, close = max(span[0], start - REACH_CHARACTERS), min(span[1], end + REACH_CHARACTERS)
    while span[0] < begin < start and text[begin - 1].isalnum():
        begin += 1
    window = text[begin:close]
    return next(
        (
            (begin + low, begin + high)
            for low, high in _expressions(window, knowledge, is_date=is_date)
            if begin + low <= start and end <= begin + high
        ),
        None,
    )


@lru_cache(maxsize=1 << 13)
def _expressions(text: str, knowledge: Knowledge, *, is_date: bool) -> tuple[Range, ...]:
    """Dates where they are asked for, then numbers; in a list of like lines one window comes often."""
    numbers = tuple((found.start, found.end) for found in find_numbers(text, knowledge))
    if not is_date:
        return numbers
    return (*((found.start, found.end) for found in find_dates(text, knowledge)), *numbers)


def _is_inside(change: Change, whole: tuple[Range, Range]) -> bool:
    (a, a_end), (b, b_end) = whole
    return a <= change.a_start and change.a_end <= a_end and b <= change.b_start and change.b_end <= b_end


def _joined(inside: list[Change], whole: tuple[Range, Range], texts: tuple[str, str]) -> Change | None:
    """One change of the whole, if what is not changed of it is the same on both sides."""
    (a, a_end), (b, b_end) = whole
    before = texts[0][a : inside[0].a_start], texts[1][b : inside[0].b_start]
    after = texts[0][inside[-1].a_end : a_end], texts[1][inside[-1].b_end : b_end]
    if any(fold_text(one) != fold_text(other) for one, other in (before, after)):
        return None
    kind = min((each.kind for each in inside), key=list(ChangeKind).index)
    if ChangeKind.DATE in {each.kind for each in inside}:
        kind = ChangeKind.DATE
    return Change(kind, a, a_end, texts[0][a:a_end], b, b_end, texts[1][b:b_end])
