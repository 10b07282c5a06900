"""Stretches of a text that somebody else said: in quotation marks, or told as the words of a speaker."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from provenance.model.spans import Span
from provenance.text.folding import fold_text

_CLOSING = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb", "\u300c": "\u300d", '"': '"'}
_MARK = re.compile('["\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]')
MOST_CHARACTERS = 3000
"""A mark without its partner within so many code points opens no quotation."""
LEAST_QUOTED = 0.8
"""Share of a passage that lies in one quotation, where the rest only says whose words they are, 0..1."""
REACH_CHARACTERS = 160
"""How far before or behind a passage its speaker is named, in its sentence, code points."""

_SAID = (
    r"(?:said|says|saying|told|tells|telling|stated|states|declared|declares|declaring|warned|warns|added|adds|"
    r"explained|explains|announced|announces|claimed|claims|argued|argues|insisted|insists|promised|promises|"
    r"denied|confirmed|confirms|admitted|admits|noted|notes|stressed|replied|wrote|writes|recalled|vowed)"
)
_PART = r"[A-Z\u00c0-\u00de\u0410-\u042f][\w\u2019'-]{1,40}"
_NAME = rf"(?P<name>{_PART}(?: {_PART}){{0,3}})"
_SAYS = re.compile(rf"\b{_SAID}\b")
_ASIDE = r"(?:, [^.!?;\"\u201c\u201d]{1,80},)?"
_BEFORE = re.compile(rf"{_NAME}{_ASIDE}(?: \w+)? {_SAID}\b[^.!?;\"\u201c\u201d]{{0,40}}\Z")
_BEHIND = re.compile(
    rf"[,.]?[\"\u201d\u00bb]?,? (?:{_SAID} (?:the )?(?:[a-z]+ ){{0,3}}{_NAME}|"
    rf"{_NAME.replace('<name>', '<name_2>')} {_SAID})\b"
)
_SENTENCE_START = re.compile(r"[.!?\u2026][\"\u201d\u2019\u00bb)]{0,2}\s|\n")


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


def is_quoted(span: Span, text: str, quotations: Sequence[tuple[int, int]]) -> bool:
    """As `is_quotation`; or nearly all of `span` lies in one quotation and the rest says who spoke."""
    if is_quotation(span, quotations):
        return True
    first = max(0, bisect_right(quotations, (span.start, 0)) - 1)
    for start, end in quotations[first : first + 3]:
        inside = min(end, span.end) - max(start, span.start)
        if inside >= LEAST_QUOTED * len(span):
            rest = text[span.start : max(span.start, start)] + " " + text[min(span.end, end) : span.end]
            return _SAYS.search(rest) is not None
    return False


def find_speaker(span: Span, text: str) -> str:
    """Whose words `span` is, where its sentence says so before or behind it: the last word of a name, folded;
    "" if it does not, or if the passage is more than a sentence."""
    if _SENTENCE_START.search(text, span.start + 1, max(span.start + 1, span.end - 2)):
        return ""
    before = text[max(0, span.start - REACH_CHARACTERS) : span.start]
    ends = [found.end() for found in _SENTENCE_START.finditer(before)]
    told = _BEFORE.search(before, ends[-1] if ends else 0)
    if told:
        return fold_text(told["name"].split()[-1])
    told = _BEHIND.match(text, span.end, span.end + REACH_CHARACTERS)
    return fold_text((told["name"] or told["name_2"]).split()[-1]) if told else ""
