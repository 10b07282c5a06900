"""Whom a text credits for its words: agencies, outlets, first publications."""

import re
from collections.abc import Sequence

from attrs import frozen

from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.text.folding import fold_text

_CAPITALISED = r"[A-Z\u00c0-\u00de](?:[\w'\u2019&-]|\.(?=\w)){0,30}"
_NAME = rf"(?P<name>(?:[Tt]he )?{_CAPITALISED}(?: (?:of|and|for|the|al|de|{_CAPITALISED})){{0,5}})"
_SAID = r"(?:first |exclusively )?(?:reported|reports|revealed|has reported|had reported|wrote)"
_FROM = r"(?:from|with permission (?:of|from))"
_REPUBLISHED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Ff]irst|[Oo]riginally) (?:published|appeared|reported|posted) (?:in|by|on|at) {_NAME}",
        rf"\b(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced|[Aa]dapted) {_FROM} {_NAME}",
    )
)
_PATTERNS = (
    *_REPUBLISHED,
    re.compile(rf"\b[Aa]ccording to {_NAME}"),
    re.compile(rf"{_NAME} {_SAID}\b"),
    re.compile(rf"{_NAME} said in (?:a|an|its|the) (?:press |news )?(?:release|statement)\b"),
    re.compile(rf"\b(?:told|[Ss]ource:|[Vv]ia) {_NAME}"),
)
_DATELINE = re.compile(r"\((?P<name>[A-Z][\w&. ]{1,30})\) ?[-\u2013\u2014]")
DATELINE_CHARACTERS = 600
"""Where an agency's mark in a dateline stands at the latest, code points from the beginning."""
NEAR_CHARACTERS = 400
"""How far from a shared passage, or from an end of the text, a credit still speaks of it, code points."""


@frozen(order=True)
class Credit:
    """`name`: folded. `quote`: the words of the text. `place`: where they begin."""

    name: str
    quote: str
    place: int


def find_credits(text: str) -> tuple[Credit, ...]:
    """All credits of `text`, in order of their names."""
    found = {
        Credit(_plain(each["name"]), each.group(), each.start())
        for pattern in _PATTERNS
        for each in pattern.finditer(text)
    }
    found |= {Credit(name, f"({name})", 0) for name in _dateline(text)}
    return tuple(sorted(found))


def near_credits(found: tuple[Credit, ...], length: int, passages: Sequence[Span]) -> tuple[Credit, ...]:
    """Those near one of `passages` or at either end of a text of that length."""
    return tuple(each for each in found if _is_near(each.place, length, passages))


def is_credited(source: Source, found: tuple[Credit, ...]) -> str:
    """The words that credit the publisher of `source`, "" if none do."""
    publisher = _plain(source.value("publisher") or "")
    return next((each.quote for each in found if publisher and each.name == publisher), "")


def shared_credit(a: str, b: str) -> str:
    """Name of an agency in the datelines of both texts, or of an outlet that both say they were first
    published by; "" if there is none. Speakers and reports that both cite are no source of the words."""
    common = sorted((_dateline(a) & _dateline(b)) | (_republished(a) & _republished(b)))
    return common[0] if common else ""


def _dateline(text: str) -> set[str]:
    return {_plain(each["name"]) for each in _DATELINE.finditer(text[:DATELINE_CHARACTERS])}


def _republished(text: str) -> set[str]:
    return {_plain(each["name"]) for pattern in _REPUBLISHED for each in pattern.finditer(text)}


def _is_near(place: int, length: int, passages: Sequence[Span]) -> bool:
    if place < NEAR_CHARACTERS or place > length - NEAR_CHARACTERS:
        return True
    return any(p.start - NEAR_CHARACTERS <= place <= p.end + NEAR_CHARACTERS for p in passages)


def _plain(name: str) -> str:
    return fold_text(name).removeprefix("the ")
