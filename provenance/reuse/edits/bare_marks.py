"""Numbers that state nothing: marks of notes and the numbers of a list's items."""

import re

_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_SMALL = re.compile(r"\d{1,2}")
_BRACKETED = re.compile(r"\d{1,3}")
_NOTE_BEFORE = re.compile(r"[^\W\d_]{3}[.!?][\"”’')]?$")
"""A note's number is glued to the end of a sentence: three letters at least, for No.1 is none."""
_LINE_BEFORE = re.compile(
    r"(?:^|[.!?:;\n][ \t]{0,8}\n|(?:^|\n)[ \t]{0,8}\d{1,2}[.)][ \t][^\n]{0,200}\n)[ \t]{0,8}$"
)
"""A list's item begins its line, after a blank line, a stop, a colon or another item."""
_WINDOW = 240
_LONGEST = 12
"""Code points of a mark with the signs around it, at most."""


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
