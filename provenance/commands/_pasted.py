"""What was given to trace: a text, a path, or text with the marks of a page or a terminal in it."""

import html
import re

from provenance.text.lengths import weigh_characters

LONGEST_NAME = 65
"""Length of a word with a slash in it, from which it is a text without spaces."""
_SUFFIX = re.compile(r"[^\s\u3002\uff01\uff1f]{1,200}\.[A-Za-z][A-Za-z0-9]{0,4}")
_PLACE = re.compile(r"(?:[/~]|\.{1,2}[/\\]|[A-Za-z]:[/\\])[^\n]{1,250}")
_TAG = re.compile(
    r"</?(?:a|abbr|article|b|blockquote|br|cite|div|em|figcaption|figure|font|h[1-6]|i|img|li|main|ol|p|q|"
    r"section|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"</?(?:article|blockquote|br|div|fig|h[1-6]|li|main|ol|p|section|t|ul)", re.IGNORECASE)
_CODES = re.compile(r"\x1b(?:\[[0-9;:?]{0,30}[@-~]|\][^\x07\x1b]{0,200}(?:\x07|\x1b\\))")
"""Colours, cursor movements and titles (ECMA-48)."""


def looks_like_path(given: str) -> bool:
    """Would nobody write that as a text? It begins like a path, or is one word with a slash or a suffix."""
    name = given.strip()
    if _PLACE.fullmatch(name):
        return len(name.split()) == 1 or _SUFFIX.fullmatch(name.split()[-1]) is not None
    if len(name.split()) != 1 or "://" in name:
        return False
    has_slash = ("/" in name or "\\" in name) and weigh_characters(name) < LONGEST_NAME
    return has_slash or _SUFFIX.fullmatch(name) is not None


def without_marks(text: str) -> tuple[str, str]:
    """(the text without tags of HTML and codes of terminals, what was left out in words, "" if nothing)."""
    plain = _CODES.sub("", text)
    told = ["codes of a terminal"] if plain != text else []
    bare = _TAG.sub(lambda found: "\n" if _BLOCK.match(found.group()) else "", plain)
    if bare != plain:
        told.append("tags of HTML")
        bare = html.unescape(bare)
    return bare.strip("\n") if told else text, " and ".join(told)
