"""A number in a text, and the tokens that the grammar of numbers works on."""

import re
from typing import NamedTuple

from attrs import frozen

from provenance.model.claims import Hedge

DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2212"
"""Hyphens and dashes, as they stand in a character class."""

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
"""Words that multiply the number before them."""

PERCENT = re.compile(r"[^\S\n]?(?:%|per[^\S\n]?cent\b|pct\b)", re.IGNORECASE)
"""A percent sign or word right after a number."""

_LONGEST_GAP = 3


@frozen(order=True)
class NumberExpression:
    """A number at [start, end), with its currency sign, multiplier word and percent sign, without hedge.

    `value`: what it amounts to; for a range its lower end. `low`, `high`: ends of a range ("10 to 12",
    "dozens"), else None. `hedge`: None if none is stated; `hedge_start`: where the hedge before it starts,
    else `start`. `unit`: "percent", an ISO 4217 code for a currency sign, "times", "share" (two thirds of)
    or None. `is_word`: written in words. `is_ordinal`: 3rd, third; `value` is its rank.
    """

    start: int
    end: int
    value: float
    hedge: Hedge | None = None
    hedge_start: int = 0
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    is_word: bool = False
    is_ordinal: bool = False

    @property
    def bounds(self) -> tuple[float, float]:
        """Least and greatest value that the number itself names, the hedge not counted."""
        low = self.value if self.low is None else self.low
        return low, (self.value if self.high is None else self.high)


class Token(NamedTuple):
    """A word, numeral or mark at [start, end). `text`: in lower case, cut if it is very long."""

    start: int
    end: int
    kind: str
    text: str


@frozen
class Words:
    """Cardinals below a hundred; hedge phrases by their last word, longest first; words that can open a
    number; words of which every number in words has one."""

    cardinals: dict[str, float]
    hedges: dict[str, tuple[tuple[tuple[str, ...], Hedge], ...]]
    openers: frozenset[str]
    makers: frozenset[str]


def is_near(text: str, end: int, start: int) -> bool:
    """Are two tokens parted by nothing, one hyphen, or a little white space on one line or a wrap?"""
    gap = text[end:start] if start - end <= _LONGEST_GAP else "\n\n"
    return (not gap.strip() and gap.count("\n") <= 1) or gap in DASHES[1:]


def is_inside_word(text: str, start: int) -> bool:
    """Does a letter, or a letter and a hyphen, stand right before?"""
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "_#@":
        return True
    return before in DASHES[1:] and start > 1 and text[start - 2].isalpha()


def skip_to(tokens: list[Token], at: int, end: int) -> int:
    """Index of the first token from `at` on that starts at offset `end` or later."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at
