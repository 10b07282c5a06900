"""A sentence as units: names, dates and words, each with the mark before it."""

from collections.abc import Sequence
from typing import NamedTuple

from provenance.claims.reading import Reading, Sentence
from provenance.model.annotations import ResolvedMention
from provenance.text.dates import DateExpression

HARD = ';:.!?()[]{}"“”«»„—–\n|'
"""Marks over which no phrase reaches."""


_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_JOINED = frozenset({" ", ",", "."})
"""Between words, and inside a number."""
_new = tuple.__new__
"""What a named tuple is made by, without the call in between."""
_OWNERS = frozenset({"'s", "’s", "' ", "’ "})


class Unit(NamedTuple):
    """A word, or a name or date of several. `mark`: "" if only space stands before it, "," or ";" for the
    hardest mark, "-" for a hyphen. `low`: lower case; of a name "'s" or "", as it is one's or not.
    `is_plain`: neither a name nor a date."""

    start: int
    end: int
    low: str
    mark: str
    name: ResolvedMention | None = None
    date: DateExpression | None = None
    is_plain: bool = True


def find_units(reading: Reading, sentence: Sentence) -> list[Unit]:
    """The units of a sentence in order."""
    names = _starts(sentence.mentions)
    dates = {found.start: found for found in reading.dates_in(sentence.start, sentence.end)}
    text = reading.text
    found: list[Unit] = []
    end = sentence.start
    for word in sentence.words:
        if word.start < end:
            continue
        gap = text[end : word.start]
        mark = _mark(gap) if found and gap != " " else ""
        name = names.get(word.start)
        date = dates.get(word.start) if name is None else None
        if name is not None:
            stop, low = name.span.end, "'s" if text[name.span.end : name.span.end + 2] in _OWNERS else ""
        elif date is not None:
            stop, low = max(date.end, word.end), ""
        else:
            stop, low = word.end, word.text.lower()
            if "’" in low:
                low = low.replace("’", "'")
        found.append(_new(Unit, (word.start, stop, low, mark, name, date, name is None and date is None)))
        end = stop
    return found


def _starts(mentions: Sequence[ResolvedMention]) -> dict[int, ResolvedMention]:
    """Start → the longest mention there."""
    found: dict[int, ResolvedMention] = {}
    for mention in mentions:
        known = found.get(mention.span.start)
        if known is None or mention.span.end > known.span.end:
            found[mention.span.start] = mention
    return found


def _mark(gap: str) -> str:
    if gap in _JOINED:
        return ""
    if any(sign in HARD for sign in gap) or " - " in gap:
        return ";"
    if "," in gap:
        return ","
    return "-" if gap.strip() in _HYPHENS else ""
