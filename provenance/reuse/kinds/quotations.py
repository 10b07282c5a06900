"""Stretches of a text that somebody else said: in quotation marks, or told as the words of a speaker."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from provenance.model.spans import Span
from provenance.reuse.kinds.speakers import REACH_CHARACTERS, SENTENCE_START, says

_CLOSING = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb", "\u300c": "\u300d", '"': '"'}
_MARK = re.compile('["\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]')
MOST_CHARACTERS = 3000
"""A mark without its partner within so many code points opens no quotation."""
LEAST_QUOTED = 0.6
"""Share of a passage that lies in quotation marks, where the rest only says whose words they are, 0..1."""
MOST_TAG = 120
"""The longest stretch that says whose words a quotation is, code points."""
# Single marks are apostrophes too: one opens before a letter and closes behind a stop. The mark comes first
# and then what stands before it: so a text is searched for three signs and not tried at each place.
_SINGLE = re.compile(
    "['\u2018\u2019](?:(?P<open>(?<=['\u2018])(?<![^\\s(\u201c\u2014].)(?=[^\\W\\d_]))|"
    "(?<=[.,!?\u2026]['\u2019])(?!\\w))"
)


def find_quotations(text: str) -> list[tuple[int, int]]:
    """(start, end) of what stands in double quotation marks, marks included, in order, not nested."""
    found = []
    opened, opener, closers = -1, "", ""
    for mark in _MARK.finditer(text):
        character, place = mark.group(), mark.start()
        if opened >= 0 and place - opened > MOST_CHARACTERS:
            opened, closers = -1, ""
        if opened >= 0 and character in closers:
            if character == opener and _opens_anew(text, opened, place):
                continue
            found.append((opened, place + 1))
            opened, closers = -1, ""
        elif opened < 0 and character in _CLOSING:
            opened, opener, closers = place, character, _CLOSING[character]
    return found


def _opens_anew(text: str, opened: int, place: int) -> bool:
    """Does a mark that could close the quotation begin the next paragraph of it? The first paragraph of a
    speech is not closed then."""
    if not text[opened + 1 : opened + 2].isalnum() or not text[place + 1 : place + 2].isalnum():
        return False
    before = text[max(opened, place - 40) : place].rstrip(" \t")
    return before.endswith("\n") and (opened == 0 or not text[opened - 1].isalnum())


def is_quotation(span: Span, quotations: Sequence[tuple[int, int]]) -> bool:
    """Does `span` lie inside one quotation, but for marks at its ends?"""
    place = bisect_right(quotations, (span.start + 1, span.end + MOST_CHARACTERS)) - 1
    if place < 0:
        return False
    start, end = quotations[place]
    return start <= span.start + 1 and span.end <= end + 1 and span.start < end


def find_single(text: str) -> list[tuple[int, int]]:
    """(start, end) of what stands in single quotation marks and ends in a stop, marks included, in order."""
    found = []
    opened = -1
    for mark in _SINGLE.finditer(text):
        if mark["open"] is not None:
            opened = mark.start()
        elif 0 <= opened and mark.end() - opened <= MOST_CHARACTERS:
            found.append((opened, mark.end()))
            opened = -1
    return found


def find_all_quotations(text: str) -> list[tuple[int, int]]:
    """Both sorts, in order, not nested: of two that overlap the one in double marks."""
    double = find_quotations(text)
    found = list(double)
    for start, end in find_single(text):
        place = bisect_right(double, (end, 0)) - 1
        if place < 0 or double[place][1] <= start:
            found.append((start, end))
    return sorted(found)


def is_quoted(span: Span, text: str, quotations: Sequence[tuple[int, int]]) -> bool:
    """As `is_quotation`; or most of `span` lies in quotation marks and the rest, of the same sentence, says
    who spoke, be it before, between or behind the words said."""
    if is_quotation(span, quotations):
        return True
    first = max(0, bisect_right(quotations, (span.start, 0)) - 1)
    rests, inside, at = [], 0, span.start
    for start, end in quotations[first : first + 6]:
        if min(end, span.end) <= max(start, span.start):
            continue
        inside += min(end, span.end) - max(start, span.start)
        rests.append((at, max(at, start)))
        at = min(end, span.end)
    if inside < LEAST_QUOTED * len(span):
        return False
    rests.append((at, span.end))
    return _is_only_tag(rests, text)


def _is_only_tag(rests: Sequence[tuple[int, int]], text: str) -> bool:
    """Does what stands around a quotation belong to its sentence, and say who spoke? A passage can end within
    the words that say so."""
    for start, end in rests:
        if end - start > MOST_TAG or SENTENCE_START.search(text, start + 1, max(start + 1, end - 1)):
            return False
    (start, first), (last, end) = rests[0], rests[-1]
    before = text[max(0, start - REACH_CHARACTERS) : first]
    behind = text[last : end + REACH_CHARACTERS]
    cuts = [found.end() for found in SENTENCE_START.finditer(before)]
    cut = SENTENCE_START.search(behind, 1)
    inner = [text[a:b] for a, b in rests[1:-1]]
    told = [before[cuts[-1] if cuts else 0 :], *inner, behind[: cut.start() if cut else None]]
    return any(says().search(each) for each in told)
