"""The place in front of a report: KHARTOUM, May 3 (Wire) — Forty people …"""

from collections.abc import Collection, Sequence
from itertools import takewhile

from provenance.names.mentions.sentences import Sentence
from provenance.names.mentions.words import Word

_LONGEST_PLACE = 4
_LONGEST = 12
"""Words in front of the dash, at most: place, country, date and agency."""
_LONGEST_LETTERHEAD = 7
SECTIONS = frozenset(
    "file tennis cycling basketball athletics football soccer cricket rugby golf swimming boxing baseball "
    "hockey skiing rowing sailing handball volleyball gymnastics wrestling judo rallying snooker darts chess "
    "update correction exclusive breaking factbox analysis explainer advisory obituary opinion editorial "
    "review profile feature business sport sports politics weather markets".split()
)
"""In capitals before a dash the heading of a report or a picture, no place (FILE - , TENNIS —)."""
_DASHES = frozenset("-\u2013\u2014\u2012\u2015")


def is_dateline(words: Sentence, text: str) -> bool:
    """Does the sentence open a paragraph with a place in capitals, set off from the report by a dash?

    The country, a date and the agency in brackets may stand between. What is not in capitals is a place
    only where a bracket or a date is there too.
    """
    if not _opens_paragraph(words.start(0), text) or words[0].plain in SECTIONS:
        return False
    place = list(
        takewhile(lambda word: word.gap in ("", " ", " / ") and word.is_capital, words[: _LONGEST_PLACE + 1])
    )
    if not 0 < len(place) <= _LONGEST_PLACE or len(place) == len(words):
        return False
    end = next((n for n, word in enumerate(words[:_LONGEST]) if _is_dash(word.gap)), 0)
    if end < len(place):
        return False
    between = words[len(place) : end]
    if between and words[len(place)].gap.strip() not in (",", "("):
        return False
    has_more = any(word.text[:1].isdigit() or word.gap.strip() == "(" for word in between)
    return has_more or all(word.text.isupper() and len(word.text) > 2 for word in place)


def is_letterhead(words: Sentence, text: str, months: Collection[str]) -> bool:
    """Is the line a name and a date only, as where and when a letter was written (Lille, 4 May 1911)?"""
    if len(words) > _LONGEST_LETTERHEAD or not _opens_paragraph(words.start(0), text):
        return False
    comma = next((n for n, word in enumerate(words) if word.gap == ", "), 0)
    rest = [word for word in words[comma:] if not word.text[:1].isdigit()]
    is_date = comma > 0 and len(rest) == 1 and rest[0].plain in months and len(words) > comma + 1
    return is_date and all(word.is_capital for word in words[:comma])


def is_agency(words: Sequence[Word], first: int, last: int) -> bool:
    """In a dateline: the name in brackets before the dash?"""
    after = words[last + 1].gap if last + 1 < len(words) else ""
    return words[first].gap.strip() == "(" and after.startswith(")") and _is_dash(after) and last < _LONGEST


def _opens_paragraph(start: int, text: str) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0*_#")
    return not before or before.endswith("\n")


def _is_dash(gap: str) -> bool:
    """Between blanks, or long: hyphens join words."""
    bare = gap.strip(" )\u00a0")
    return (bare in _DASHES or bare == "--") and gap not in ("-", "\u2013", "\u2012")
