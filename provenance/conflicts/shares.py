"""What share of a whole a phrase speaks of: two of the eleven, a fifth, most, all."""

import re
from itertools import pairwise

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.text.numbers import find_numbers

_PHRASES = (
    (
        re.compile(
            r"\b(?:almost|nearly|virtually|practically)\s(?:all|every|the\sentire|the\swhole)\b", re.I
        ),
        0.8,
        1.0,
    ),
    (
        re.compile(
            r"\b(?:all|every|each|the\sentire|the\swhole|entirely)\b(?!\s(?:but|of\sthe\ssame|the\ssame"
            r"|day|over))",
            re.I,
        ),
        1.0,
        1.0,
    ),
    (re.compile(r"\b(?:the\svast\smajority|the\sgreat\smajority|the\sbulk|nearly\sall)\b", re.I), 0.6, 1.0),
    (
        re.compile(
            r"\b(?:most(?=\sof\b|\sof|\s[a-z]+s\b)|a\smajority|the\smajority|more\sthan\shalf|over\shalf)\b",
            re.I,
        ),
        0.501,
        1.0,
    ),
    (re.compile(r"\b(?:less\sthan\shalf|under\shalf|a\sminority)\b", re.I), 0.0, 0.499),
    (re.compile(r"\b(?:about|around|nearly|almost)?\s?half\b", re.I), 0.4, 0.6),
    (
        re.compile(
            r"\b(?:only\sa\sfew|very\sfew|a\shandful\sof|a\ssmall\s(?:part|share|number|minority))\b", re.I
        ),
        0.0,
        0.4,
    ),
)
_FRACTIONS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4,
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_SMALL = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
_FRACTION = re.compile(
    rf"\b(?P<above>{'|'.join(_SMALL)})[\s-](?P<below>{'|'.join(_FRACTIONS)})s?\b(?=\s(?:of|the)\b)", re.I
)
_OF = re.compile(r"\s(?:out\s)?of\s(?:the|our|their|its|his|her|these|those)?\s?\Z", re.I)
_SLACK = 0.1
_LOOK = 40


@frozen
class Share:
    """[low, high], both within 0..1, and where the phrase stands."""

    low: float
    high: float
    start: int
    end: int


def find_share(text: str, knowledge: Knowledge) -> Share | None:
    """The only share that `text` speaks of; None if there is none, or more than one."""
    found = [*_parts(text, knowledge), *_fractions(text)]
    for pattern, low, high in _PHRASES:
        for phrase in pattern.finditer(text):
            if not any(s.start < phrase.end() and phrase.start() < s.end for s in found):
                found.append(Share(low, high, phrase.start(), phrase.end()))
    return found[0] if len(found) == 1 else None


def _parts(text: str, knowledge: Knowledge) -> list[Share]:
    """Two of the eleven; a fifth as the words of numbers have it is for `_fractions`."""
    numbers = [n for n in find_numbers(text, knowledge) if n.value and n.unit is None and not n.is_ordinal]
    found = []
    for part, whole in pairwise(numbers):
        joined = text[part.end : whole.start]
        if (
            len(joined) < _LOOK
            and _OF.match(joined)
            and part.value
            and whole.value
            and part.value < whole.value
        ):
            ratio = part.value / whole.value
            found.append(Share(ratio, ratio, part.start, whole.end))
    for number in find_numbers(text, knowledge):
        if number.unit == "percent" and number.value is not None and number.value <= 100:
            ratio = number.value / 100
            found.append(Share(max(0.0, ratio - _SLACK), min(1.0, ratio + _SLACK), number.start, number.end))
    return found


def _fractions(text: str) -> list[Share]:
    found = []
    for fraction in _FRACTION.finditer(text):
        ratio = _SMALL[fraction["above"].lower()] / _FRACTIONS[fraction["below"].lower()]
        if ratio < 1:
            found.append(Share(max(0.0, ratio - _SLACK), min(1.0, ratio + _SLACK), *fraction.span()))
    return found


def are_apart(a: Share, b: Share) -> bool:
    """Can they not be one share?"""
    return a.high < b.low or b.high < a.low
