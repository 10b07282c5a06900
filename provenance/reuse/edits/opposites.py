"""Words that cannot both hold and stand for each other in a copy: rose, fell."""

from collections.abc import Mapping

_MOST_WORDS = 3


def are_opposed(one: str, other: str, opposites: Mapping[str, str]) -> bool:
    """Has either of two short texts a word that the other lacks, both on two sides of one theme?

    `opposites`: word → its themes, each with the side on which it stands.
    """
    if one.isalpha() and other.isalpha():  # most are one word
        themes = opposites.get(one.lower())
        other_themes = opposites.get(other.lower()) if themes else None
        return bool(themes and other_themes) and _differ(themes or "", other_themes or "")
    words, others = one.lower().split(), other.lower().split()
    if max(len(words), len(others)) > _MOST_WORDS:
        return False
    return any(
        _differ(opposites[word], opposites[against])
        for word in words
        if word in opposites and word not in others
        for against in others
        if against in opposites and against not in words
    )


def _differ(one: str, other: str) -> bool:
    sides = dict(each.split(" ", 1) for each in one.split("; "))
    others = dict(each.split(" ", 1) for each in other.split("; "))
    return any(theme in others and others[theme] != side for theme, side in sides.items())
