"""Whom a text credits for its words: agencies, outlets, first publications."""

import re

from attrs import frozen

from provenance.model.sources import Source
from provenance.text.folding import fold_text

_NAME = (
    r"(?P<name>(?:[Tt]he )?[A-Z\u00c0-\u024f][\w'\u2019&.-]{0,30}"
    r"(?: (?:of|and|for|the|al|de|[A-Z\u00c0-\u024f][\w'\u2019&.-]{0,30})){0,5})"
)
_SAID = r"(?:first |exclusively )?(?:reported|reports|revealed|has reported|had reported|wrote)"
_FROM = r"(?:from|with permission (?:of|from))"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Aa]ccording to {_NAME}",
        rf"\b(?:[Ff]irst|[Oo]riginally) (?:published|appeared|reported|posted) (?:in|by|on|at) {_NAME}",
        rf"\b(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced|[Aa]dapted) {_FROM} {_NAME}",
        rf"{_NAME} {_SAID}\b",
        rf"\b(?:told|[Ss]ource:|[Vv]ia) {_NAME}",
    )
)
_DATELINE = re.compile(r"\((?P<name>[A-Z][\w&. ]{1,30})\) ?[-\u2013\u2014]")
DATELINE_CHARACTERS = 600
"""Where an agency's mark in a dateline stands at the latest, code points from the beginning."""


@frozen(order=True)
class Credit:
    """`name`: folded. `quote`: the words of the text."""

    name: str
    quote: str


def find_credits(text: str) -> tuple[Credit, ...]:
    """Credits of `text`, in order of their names."""
    found = set()
    for pattern in _PATTERNS:
        for each in pattern.finditer(text):
            found.add(Credit(_plain(each["name"]), each.group()))
    for each in _DATELINE.finditer(text[:DATELINE_CHARACTERS]):
        found.add(Credit(_plain(each["name"]), each.group()))
    return tuple(sorted(found))


def is_credited(source: Source, found: tuple[Credit, ...]) -> str:
    """The words that credit the publisher of `source`, "" if none do."""
    publisher = _plain(source.value("publisher") or "")
    return next((each.quote for each in found if publisher and each.name == publisher), "")


def shared_credit(a: Source, b: Source, of_a: tuple[Credit, ...], of_b: tuple[Credit, ...]) -> str:
    """Name of an agency in the datelines of both, or of an outlet that both say they were first
    published by; "" if there is none. Common speakers and reports are no common source of the words."""
    lines = [
        {_plain(m["name"]) for m in _DATELINE.finditer(source.text[:DATELINE_CHARACTERS])}
        for source in (a, b)
    ]
    first = [
        {c.name for c in credits if "ublished" in c.quote or "rinted" in c.quote} for credits in (of_a, of_b)
    ]
    common = sorted((lines[0] & lines[1]) | (first[0] & first[1]))
    return common[0] if common else ""


def _plain(name: str) -> str:
    return fold_text(name).removeprefix("the ")
