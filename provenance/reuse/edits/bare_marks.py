"""Numbers that state nothing: marks of notes, numbers of a list's items, of pages and of lines."""

import re
from itertools import pairwise

_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_SMALL = re.compile(r"\d{1,2}")
_BRACKETED = re.compile(r"\d{1,3}")
_NOTE_BEFORE = re.compile(r"[^\W\d_]{3}[.!?][\"”’')]?$")
"""A note's number is glued to the end of a sentence: three letters at least, for No.1 is none."""
_LINE_BEFORE = re.compile(
    r"(?:^|[.!?:;\n][ \t]{0,8}\n|(?:^|\n)[ \t]{0,8}\d{1,2}[.)][ \t][^\n]{0,200}\n)[ \t]{0,8}$"
)
"""A list's item begins its line, after a blank line, a stop, a colon or another item."""
_PAGE = re.compile(
    r"[-\u2013\u2014\[(|~]? ?(?:page |pages |p\. ?|pg\. ?|seite |página |pagina |стр\. ?|- )?"
    r"(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?: ?(?:/|of|von|de|sur|di) ?\d{1,4})? ?[-\u2013\u2014\])|~]?",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:\d{1,4}[ \t]+[^\n]{2,60}|[^\n]{2,60}[ \t]\d{1,4})")
"""A running head: a line that begins or ends with a page's number."""
_WINDOW = 240
_LONGEST = 12
"""Code points of a mark with the signs around it, at most."""


def is_page_mark(text: str, start: int, end: int) -> bool:
    """Is `text[start:end]` a page's number, alone on its line, or a running head in a sentence?"""
    if end - start > _LONGEST_HEAD:
        return False
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if line_end - line_start > _LONGEST_HEAD + 2 * _LONGEST:
        return False
    line = text[line_start:line_end].strip(" \t\f\r")
    inside = text[start:end].strip(" \t\f\r.-\u2013\u2014[]()|~")
    if not inside or "\n" in inside or len(line) - len(inside) > _LONGEST:
        return False
    before, after = text[:line_start][-_LONGEST:].rstrip(" \t\f\r"), text[line_end : line_end + _LONGEST]
    is_blank_around = before.endswith("\n\n") and after.lstrip(" \t\r").startswith(("\n\n", "\n\r\n"))
    before, after = before.rstrip(), after.lstrip()
    is_broken = (before[-1:].islower() or before[-1:] in (",", "-")) and after[:1].islower()
    if _PAGE.fullmatch(line):
        is_named = line.strip("-\u2013\u2014[](|~ )")[:1].isalpha() and not line.isalpha()
        return is_broken or is_blank_around or is_named
    return is_broken and _HEAD.fullmatch(line) is not None


def are_line_numbers(marks: list[tuple[str, int, int]]) -> bool:
    """Do these figures stand at the beginning of lines (or at their ends) and count in equal steps?

    `marks`: (text, start, end) of each, in order.
    """
    if len(marks) < _LEAST_LINES:
        return False
    if not (all(_begins_line(*mark) for mark in marks) or all(_ends_line(*mark) for mark in marks)):
        return False
    numbers = [int(text[start:end]) for text, start, end in marks]
    steps = {after - before for before, after in pairwise(numbers)}
    return len(steps) == 1 and steps.pop() in _STEPS


_LEAST_LINES = 3
_STEPS = (1, 2, 4, 5, 10)
_LONGEST_HEAD = 72


def _begins_line(text: str, start: int, end: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not line.strip() and text[end : end + 1] in (" ", "\t", ".", ")", ":", "|")


def _ends_line(text: str, start: int, end: int) -> bool:
    stop = text.find("\n", end, end + _LONGEST)
    return stop >= 0 and not text[end:stop].strip() and text[max(0, start - 1) : start].isspace()


def is_bare_mark(text: str, start: int, end: int) -> bool:
    """Is `text[start:end]` nothing but the mark of a note (Tuesday.¹) or a list item's number (1. First)?"""
    if end - start > _LONGEST:
        return False
    mark = text[start:end].strip(".) ")
    if _RAISED.fullmatch(mark):
        return True
    start = text.find(mark, start)
    end = start + len(mark)
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + 2]
    if before.endswith("[") and after.startswith("]"):
        return _BRACKETED.fullmatch(mark) is not None
    if not _SMALL.fullmatch(mark):
        return False
    if _NOTE_BEFORE.search(before):
        return not after.strip() or after[0].isspace()
    is_item = after[:1] in (".", ")") and after[1:].isspace()
    return is_item and _LINE_BEFORE.search(before) is not None
