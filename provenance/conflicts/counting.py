"""What a number of a masked sentence counts, and the members of a list of numbers."""

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from provenance.conflicts.masked import D, Masked, N
from provenance.conflicts.words import FUNCTION_WORDS, stem

_WORD = re.compile(r"[ -](?:[\"'“‘])?([^\W\d_][\w'-]*)")
_IRREGULAR = frozenset("people men women children personnel troops police crew staff feet percent".split())
_SEPARATOR = re.compile(r"(?:,|;)\s(?:and\s|plus\s|with\s|while\s)?|\s(?:and|plus)\s")
_NUMBER = re.compile(N)
_DATE = re.compile(D)
_PAIR = re.compile(r"(?:\w+\s){0,3}?both\s\w", re.IGNORECASE)
_LONE = re.compile(
    r"(?:a|an)\s(?!few\b|number\b|handful\b|further\b|group\b|couple\b|dozen\b)[\w-]+", re.IGNORECASE
)
_MOST_WORDS = 4


@frozen
class Part:
    """A member of a list: its value, where it stands in the masked text, its words, and its number's sign."""

    value: float
    start: int
    end: int
    words: tuple[str, ...]
    sign: str | None


def noun_after(text: str, at: int, units: Mapping[str, str]) -> str:
    """Stem of the plural or unit noun that stands right behind a number; "" if none does."""
    for _ in range(_MOST_WORDS):
        found = _WORD.match(text, at)
        if found is None:
            return ""
        low = found[1].lower()
        if low in FUNCTION_WORDS:
            return ""
        if is_plural(low) or low in units:
            return stem(low)
        at = found.end()
    return ""


def is_plural(word: str) -> bool:
    """Does a word in lower case look like a plural?"""
    if word in _IRREGULAR or word.endswith(("men", "people")):
        return len(word) > 2
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def read_list(masked: Masked, start: int, end: int) -> tuple[Part, ...]:
    """Members of the list that begins at `start`, up to the first that is none; joined by commas and "and".

    "both drivers" counts two and "a nurse" one, where another member has a number.
    """
    parts: list[Part] = []
    at = start
    while at < end:
        separator = _SEPARATOR.search(masked.text, at, end)
        last = separator.start() if separator else end
        part = _part(masked, at, last)
        if part is None:
            break
        parts.append(part)
        if separator is None:
            break
        at = separator.end()
    while parts and parts[-1].sign is None and len(parts) < 3:
        parts.pop()
    return tuple(parts) if any(part.sign for part in parts) else ()


def is_closed(masked: Masked, parts: Sequence[Part]) -> bool:
    """Is the last member joined by "and"?"""
    return len(parts) > 1 and " and " in f" {masked.text[parts[-2].end : parts[-1].start]} "


def _part(masked: Masked, start: int, end: int) -> Part | None:
    text = masked.text[start:end]
    signs = _NUMBER.findall(text)
    words = tuple(word.lower() for word in re.findall(r"[^\W\d_]{2,}", text))
    if _DATE.search(text) or len(signs) > 1:
        return None
    if len(signs) == 1:
        number = masked.figure(signs[0])
        if number.hedge is not None or number.high is not None or number.is_ordinal:
            return None
        return Part(number.value, start, end, words, signs[0])
    if _PAIR.match(text):
        return Part(2.0, start, end, words, None)
    return Part(1.0, start, end, words, None) if _LONE.match(text) and len(words) <= 6 else None
