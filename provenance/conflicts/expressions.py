"""Whole dates and counts around a changed place, and whether two of them mean one value."""

import re

from provenance.conflicts.pile import Pile
from provenance.conflicts.slots import bounds
from provenance.conflicts.words import FUNCTION_WORDS
from provenance.model.knowledge import Knowledge
from provenance.text.folding import fold_text
from provenance.text.numbers import find_numbers
from provenance.text.scripts import script_of

_KEPT = "$£€¥%°"
_JOINTS = "-‐‑'’.,"
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:([ \u00a0\u2009\u202f.,'’])\d{3})(?:\1\d{3})*(?![\d])(?!\1\d)")
"""Figures in groups of three, with one mark between all groups."""
_UNITS_FIRST = re.compile(r"([^\W\d_]+)[ -]and[ -]([^\W\d_]+)", re.IGNORECASE)
_LONGEST = 60
"""Characters of an expression that is shown whole."""


def whole_expression(
    pile: Pile, source_id: str, start: int, end: int, *, is_date: bool = False
) -> tuple[int, int]:
    """The range widened to the dates that it touches, or else to the numbers with the word counted.

    `is_date`: what changed is a date, in whatever language, so that nothing is counted with it.
    """
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


def mean_one_value(a: str, b: str, knowledge: Knowledge) -> bool:
    """Are both texts nothing but a number, hedge included, and the same one? 14 and fourteen."""
    return _is_one_value(a, b, knowledge) or _is_one_value(_ungrouped(a), _ungrouped(b), knowledge)


def _ungrouped(text: str) -> str:
    """Figures without what parts their thousands, as other countries write it: 23.000, 23 000, 23'000."""
    return _GROUPED.sub(lambda found: "".join(c for c in found.group() if c.isdigit()), text)


def _is_one_value(a: str, b: str, knowledge: Knowledge) -> bool:
    values = []
    for text in (a, b):
        words = _tens_first(text, knowledge).strip()
        found = find_numbers(words, knowledge)
        if len(found) != 1 or found[0].end - found[0].start < len(words) - 1:
            return False
        values.append((bounds(found[0]), found[0].unit, found[0].is_ordinal))
    return values[0] == values[1]


def _tens_first(text: str, knowledge: Knowledge) -> str:
    """ "thirty-one" for "one and thirty", as older English has it."""
    found = _UNITS_FIRST.fullmatch(text.strip())
    if found is None:
        return text
    unit, tens = (knowledge.number_words.get(fold_text(word)) for word in found.groups())
    is_pair = unit in range(1, 10) and tens in range(20, 100, 10)
    return f"{found[2]}-{found[1]}" if is_pair else text
