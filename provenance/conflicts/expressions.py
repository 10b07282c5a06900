"""Whole dates and counts around a changed place, and whether two of them mean one value."""

import re
from weakref import WeakKeyDictionary

from provenance.conflicts.pile import Pile
from provenance.conflicts.words import FUNCTION_WORDS
from provenance.text.scripts import script_of

_KEPT = "$£€¥%°"
_JOINTS = "-‐‑'’.,"
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:([ \u00a0\u2009\u202f.,'’])\d{3})(?:\1\d{3})*(?![\d])(?!\1\d)")
"""Figures in groups of three, with one mark between all groups."""
_LONGEST = 60
"""Characters of an expression that is shown whole."""

_WHOLE: WeakKeyDictionary[Pile, dict[tuple[str, int, int, bool], tuple[int, int]]] = WeakKeyDictionary()


def whole_expression(
    pile: Pile, source_id: str, start: int, end: int, *, is_date: bool = False
) -> tuple[int, int]:
    """The range widened to the dates that it touches, or else to the numbers with the word counted.

    `is_date`: what changed is a date, in whatever language, so that nothing is counted with it. Many copies
    have been changed at one place of a text, where it is widened once.
    """
    held = _WHOLE.setdefault(pile, {})
    place = (source_id, start, end, is_date)
    if place not in held:
        held[place] = _widened(pile, source_id, start, end, is_date=is_date)
    return held[place]


def _widened(pile: Pile, source_id: str, start: int, end: int, *, is_date: bool) -> tuple[int, int]:
    first = pile.sentence_at(source_id, start)[0]
    touched = [d for d in pile.dates_in(source_id, max(first, start - _LONGEST), end) if d.end > start]
    if is_date:
        return min([start, *(d.start for d in touched)]), max([end, *(d.end for d in touched)])
    if touched:
        return min(start, touched[0].start), max(end, touched[-1].end)
    numbers = [
        (n.start + first, n.end + first)
        for n in pile.numbers_at(source_id, start)
        if n.start + first < end and start < n.end + first
    ]
    if not numbers:
        return start, end
    start, end = min(start, numbers[0][0]), max(end, numbers[-1][1])
    after = next((w for w in pile.words_at(source_id, start) if w.start >= end), None)
    is_beside = after is not None and after.start - end == 1 and after.folded not in FUNCTION_WORDS
    return start, after.end if after is not None and is_beside and numbers[-1][1] == end else end


def bare_words(text: str, start: int, end: int) -> str:
    """What stands at a range on one line, cut words made whole, without the marks around them."""
    while start < end and not text[start].isalnum() and text[start] not in _KEPT:
        start += 1
    while start < end and not text[end - 1].isalnum() and text[end - 1] not in _KEPT:
        end -= 1
    if start == end:
        return ""
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > first and _is_inside(text, start - 1):
        start -= 1
    while end < last and _is_inside(text, end):
        end += 1
    return " ".join(text[start:end].split())


def _is_inside(text: str, at: int) -> bool:
    """Is the character part of a word, or what joins the parts of one: 24-year-old, 4,200? Letters of
    scripts in which words do not stand apart are words of their own."""
    if text[at].isalnum():
        return not text[at].isalpha() or bool(script_of(text[at]))
    is_joint = text[at] in _JOINTS and 0 < at < len(text) - 1
    return is_joint and text[at - 1].isalnum() and text[at + 1].isalnum()


def whole_figures(text: str, start: int, end: int) -> str:
    """What stands at [start, end), figures that reach beyond it whole: "1 250 000"."""
    low = max(0, start - _LONGEST)
    for found in _GROUPED.finditer(text, low, min(len(text), end + _LONGEST)):
        if found.start() < end and start < found.end():
            start, end = min(start, found.start()), max(end, found.end())
    return text[start:end]
