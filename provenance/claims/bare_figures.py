"""Numbers behind which no noun stands: the dead numbered nine, magnitude 6.1, X 67 and Y 64."""

import re

from attrs import frozen

from provenance.claims.counted import CASUALTIES
from provenance.claims.reading import Reading, Sentence
from provenance.text.numbers import NumberExpression

_NAME = (
    r"[^\W\d_a-z][\w.'\u2019-]{0,24}(?:\s(?:(?:of|the|and|de|la|for)\s)?[^\W\d_a-z][\w.'\u2019-]{0,24}){0,4}"
)
_NUMBERED = re.compile(
    r"\b(?P<noun>[^\W\d_]{3,20})\s(?:(?:now|then|already|have|had|has|already)\s){0,2}"
    r"(?:number(?:s|ed)?|total(?:s|led|ed)?|amount(?:s|ed)?\sto|c[ao]me\sto|ran\sto)\s(?:to\s)?\Z",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"\b(?:br(?:ing|ings|inging|ought)|tak(?:e|es|ing|en)|took|rais(?:e|es|ed|ing)|push(?:es|ed|ing)?|lift(?:s|ed|ing)?)"
    r"\sto\s(?:at\sleast\s|more\sthan\s|about\s|over\s)?\Z",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\s(?:the|its|their)\s(?:[a-z]{2,12}\s)?(?:number|total|toll|tally|count)\b"
    r"(?:\s(?:of|who|that)\s(?:(?:the|those|all|people|have|had|been|were|are|was)\s){0,4}(?P<noun>[^\W\d_]{3,20}))?"
)
_SCALE = re.compile(r"\b(?P<noun>magnitude|intensity)[\s-](?:of\s)?\Z", re.IGNORECASE)
_MEMBER = re.compile(rf"(?::|,|;|\band)\s(?:the\s)?(?P<name>{_NAME})(?:,|\swith|\son)?\s\Z")
_CLOSED = re.compile(r"\s?(?:[,;.]|$|and\s)")
_SERIES = re.compile(rf"{_NAME}(?:,|\swith|\son)?\s\d[\d,]*(?=\s?(?:[,;.]|$|and\s))")
_WHAT = re.compile(r"\b(?P<noun>[a-z]{3,20}s)\b")
_LEAST = 2
_BACK = 60


@frozen
class Bare:
    """`noun`: what the number counts or measures, as printed. `predicate`: what befell those counted, the
    measure, or "count". `unit`: canonical, or None. `scope`: "for X" in a list of shares. `end`: of what
    names it."""

    noun: str
    predicate: str
    unit: str | None
    scope: str
    end: int


def find_bare(reading: Reading, sentence: Sentence, number: NumberExpression) -> Bare | None:
    """What a number without a noun behind it counts, as the words around it tell; None if none do."""
    text, start = reading.text, number.hedge_start
    first = max(sentence.start, start - _BACK)
    if found := _SCALE.search(text, first, start):
        noun = found["noun"].lower()
        return Bare(noun, noun, None, "", number.end)
    if found := _NUMBERED.search(text, first, start):
        noun = found["noun"]
        predicate = CASUALTIES.get(noun.lower(), "count")
        return Bare(noun, predicate, "person" if predicate != "count" else None, "", number.end)
    behind = _TOTAL.match(text, number.end, sentence.end)
    if behind is not None and _BROUGHT.search(text, first, start):
        noun = behind["noun"] or "number"
        predicate = CASUALTIES.get(noun.lower(), "count")
        return Bare("number" if predicate == "count" else noun, predicate, None, "", behind.end())
    return None


def find_listed(reading: Reading, sentence: Sentence, number: NumberExpression) -> Bare | None:
    """Of seats distributed thus: X 67, Y 64, Z 19: whose number it is, and what it counts."""
    text = reading.text
    colon = text.rfind(":", sentence.start, number.start)
    if number.is_word or number.unit or colon < 0 or not _CLOSED.match(text, number.end):
        return None
    member = _MEMBER.search(text, colon, number.start)
    if member is None or len(_SERIES.findall(text, colon, sentence.end)) < _LEAST:
        return None
    nouns = _WHAT.findall(text, sentence.start, colon)
    noun = next(
        (n for n in nouns if n in _counted_in(text, sentence.start, colon)), nouns[0] if nouns else ""
    )
    return Bare(noun, "count", None, f"for {member['name'].rstrip('.')}", number.end) if noun else None


def _counted_in(text: str, start: int, end: int) -> set[str]:
    """Plurals that a number stands before."""
    return set(re.findall(r"\b\d[\d,]*\s(?:[a-z]+\s)?([a-z]{3,20}s)\b", text[start:end]))
