"""The least and the greatest number that a figure means, hedges, ranges and words for many counted."""

import math
import re

from provenance.conflicts.pile import Pile
from provenance.model.claims import Claim, Hedge

_VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|tens|millions|billions|several|few|many)\b", re.IGNORECASE
)
_WIDE = (0.5, 3.0)
"""How far below and above its plain range a word for many is taken: dozens can be a dozen, or over 300."""
_SHORT_OF = re.compile(
    r"\b(?:almost|nearly|just\s(?:under|below|short)|close|approaching|nigh|shy)\b", re.IGNORECASE
)
_LEAST_SHARE = 0.8
"""Almost two is more than a fifth below it."""


def is_vague(claim: Claim) -> bool:
    """Is its figure a word for many (dozens)?"""
    return _VAGUE.search(claim.value) is not None


def meant_bounds(pile: Pile, claim: Claim) -> tuple[float, float]:
    """Least and greatest number meant, in the claim's own unit: both ends of a range, hedges counted."""
    if claim.span is not None and claim.hedge is Hedge.ABOUT:  # as ranges are
        start, _ = pile.sentence_at(claim.source_id, claim.span.start)
        for number in pile.numbers_at(claim.source_id, claim.span.start):
            is_here = claim.span.start <= number.start + start < claim.span.end
            if is_here and number.low is not None and number.high is not None:
                wide = _WIDE if is_vague(claim) else (1.0, 1.0)
                return number.low * wide[0], number.high * wide[1]
    low, high = _bounds(claim)
    if claim.hedge is Hedge.LESS_THAN and _SHORT_OF.search(claim.quote):
        low = _LEAST_SHARE * high
    return low, high


def _bounds(claim: Claim) -> tuple[float, float]:
    number = claim.number or 0.0
    if claim.hedge is Hedge.MORE_THAN:
        return math.nextafter(number, float("inf")), float("inf")
    if claim.hedge is Hedge.AT_LEAST:
        return number, float("inf")
    if claim.hedge in (Hedge.AT_MOST, Hedge.LESS_THAN):
        return float("-inf"), number
    if claim.hedge is Hedge.ABOUT:
        margin = _margin(abs(number))
        return number - margin, number + margin
    return number, number


def _margin(number: float) -> float:
    """How far "about" reaches: a tenth, or half a unit of the last digit that is not rounded away (about
    20 is 15 to 25), though never more than a quarter."""
    if number < 1 or number != int(number):
        return number / 10
    digits = f"{int(number)}"
    unit = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return max(number / 10, min(unit / 2, number / 4))
