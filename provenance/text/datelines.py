"""Datelines: where, when and from whom, before the dash at the head of a text."""

import re
from collections.abc import Collection

from attrs import frozen

_LONGEST_PLACE_WORDS = 5
_MOST_PLACES = 3
_LEAST_WORDS_BEHIND = 3
"""Words that follow the dash: with fewer, the line is a heading or a list."""
_HEAD_CHARS = 160
_MARK = re.compile(r"\s?[—–]|\s-{1,2}(?=\s)|(?<=[\d)/])-{1,2}(?=\s)|(?<=\))-(?=\w)|--|:(?=\s)")
_DESK = re.compile(r"\([^()\n]{2,60}\)|/[^/\n]{2,40}/")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s{1,2})?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WHEN = re.compile(
    rf"\b{_WEEKDAY}(?:{_MONTH}\s{{1,2}}{_DAY}\b(?:,?\s{{1,2}}\d{{4}}\b)?"
    rf"|{_DAY}\s{{1,2}}{_MONTH}(?:,?\s{{1,2}}\d{{4}}\b)?)",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(rf"(?:by|{_MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w.'’/-]{0,40}")
_SMALL = frozenset(
    "al am and aan au aux da de del der des di do du el en la le los of on sur the upon".split()
)


@frozen
class Dateline:
    """ "RIVERTON, Nov. 20 (Agency) — ": [start, end) of the text, the mark behind it included.

    `when`: range of the date, None if there is none. `desk`: what stands in brackets or between strokes.
    """

    start: int
    end: int
    when: tuple[int, int] | None
    desk: str


def find_dateline(text: str, start: int, end: int, agencies: Collection[str] = ()) -> Dateline | None:
    """The dateline with which the line at [start, end) of `text` begins; None if it has none.

    One to three places, then a day in any order with what names the desk; a dash or colon, and a sentence.
    Without a day, the desk must be one of `agencies` (lower case) and a dash follow it.
    """
    mark = _MARK.search(text, start, min(end, start + _HEAD_CHARS))
    if mark is None or len(text[mark.end() : end][:400].split()) < _LEAST_WORDS_BEHIND:
        return None
    head = text[start : mark.start()]
    desk = _DESK.search(head)
    left = _without(head, desk)
    when = _WHEN.search(left)
    left = _without(left, when)
    name = desk.group()[1:-1].strip() if desk else ""
    is_agency = name.casefold() in agencies and mark.group() != ":"
    first = min(found.start() for found in (desk, when) if found) if desk or when else 0
    if not (when or is_agency) or not _are_places(left[:first]) or _WORD.search(left, first):
        return None
    return Dateline(start, mark.end(), (start + when.start(), start + when.end()) if when else None, name)


def _without(head: str, found: re.Match[str] | None) -> str:
    """`head` of the same length with spaces where `found` stands."""
    if found is None:
        return head
    return f"{head[: found.start()]}{' ' * len(found.group())}{head[found.end() :]}"


def _are_places(text: str) -> bool:
    pieces = [piece.split() for piece in text.strip(" \t\u00a0,").split(",")]
    return len(pieces) <= _MOST_PLACES and all(_is_place(words) for words in pieces)


def _is_place(words: list[str]) -> bool:
    """Words of a name, and neither an author's nor a day's: "Friday, Nov. 20 —" is of a programme."""
    if not 1 <= len(words) <= _LONGEST_PLACE_WORDS or not words[0][:1].isupper():
        return False
    if _NO_PLACE.fullmatch(words[0]):
        return False
    return all(_WORD.fullmatch(word) is not None and (word[0].isupper() or word in _SMALL) for word in words)
