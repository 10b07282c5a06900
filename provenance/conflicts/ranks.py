"""Ranks that exclude each other: an office and that of its deputy, held by one person in one body."""

_BELOW = tuple("deputy vice assistant under associate junior second".split())
"""Words that make of a title the one below it: deputy director, vice-president, second officer."""
_UNDER_A_CAPTAIN = frozenset(
    "first officer|second officer|third officer|chief mate|first mate|second mate|co-pilot".split("|")
)
"""Officers of ships and aircraft, who serve under one captain."""


def is_below(junior: str, senior: str) -> bool:
    """Is `junior` the title of the deputy of whoever is `senior`? Titles as their common form, lower case."""
    if senior == "captain":
        return junior in _UNDER_A_CAPTAIN
    words = junior.replace("-", " ").split()
    rest = " ".join(words[1:])
    return bool(rest) and words[0] in _BELOW and rest == senior.replace("-", " ")


def are_two_ranks(a: str, b: str) -> bool:
    """Is one of the two titles below the other?"""
    return is_below(a, b) or is_below(b, a)
