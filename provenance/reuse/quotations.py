"""Stretches of a text that stand in quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from provenance.model.spans import Span

_CLOSING = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb", "\u300c": "\u300d", '"': '"'}
_MARK = re.compile('["\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]')
MOST_CHARACTERS = 3000
"""A mark without its partner within so many code points opens no quotation."""


def find_quotations(text: str) -> list[tuple[int, int]]:
    """(start, end) of what stands in double quotation marks, marks included, in order, not nested."""
    found = []
    opened, closers = -1, ""
    for mark in _MARK.finditer(text):
        character, place = mark.group(), mark.start()
        if opened >= 0 and place - opened > MOST_CHARACTERS:
            opened, closers = -1, ""
        if opened >= 0 and character in closers:
            found.append((opened, place + 1))
            opened, closers = -1, ""
        elif opened < 0 and character in _CLOSING:
            opened, closers = place, _CLOSING[character]
    return found


def is_quotation(span: Span, quotations: Sequence[tuple[int, int]]) -> bool:
    """Does `span` lie inside one quotation, but for marks at its ends?"""
    place = bisect_right(quotations, (span.start + 1, span.end + MOST_CHARACTERS)) - 1
    if place < 0:
        return False
    start, end = quotations[place]
    return start <= span.start + 1 and span.end <= end + 1 and span.start < end
