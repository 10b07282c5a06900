"""Titles that are part of a body's name: General Electric, Corps of Engineers, Fiscalía General."""

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.heads import BUSINESS, FOREIGN_BODIES
from provenance.names.mentions.words import Word, is_common

_ALSO_FOREIGN = frozenset("general mayor superior president delegado".split())
"""Titles that are adjectives in bodies' names of other languages: Fiscalía General."""


def is_of_firm(title: Word, following: Word, knowledge: Knowledge) -> bool:
    """Is this no title: Baker & Stern LLP, General Staff, General Electric?"""
    if following.gap == " & ":
        return True
    if title.plain != "general" or following.plain in knowledge.given_names:
        return False
    plain = following.plain
    is_noun = is_common(plain, knowledge) or plain in BUSINESS or plain in knowledge.organization_words
    return is_noun and plain not in knowledge.surnames


def is_of_body(words: tuple[Word, ...], start: int, end: int, knowledge: Knowledge) -> bool:
    """Board of Commissioners, Corps of Engineers, Office of the High Commissioner for Refugees."""
    if start < 2:
        return False
    of = start - 1 if words[start - 1].plain != "the" else start - 2
    while of > 1 and words[of].plain not in ("of", "for"):
        of -= 1
    head = words[of - 1].plain
    if words[of].plain not in ("of", "for") or head not in knowledge.organization_heads:
        return False
    is_many = words[end - 1].plain.endswith(("s", "men")) and of == start - 1
    return is_many or (head == "office" and end < len(words) and not words[end].is_capital)


def is_of_office(
    title: Word, before: tuple[Word, ...], after: tuple[Word, ...], knowledge: Knowledge
) -> bool:
    """Fiscalía General de la Nación, Directorate General of Mines."""
    if before[0].plain in FOREIGN_BODIES and title.plain in _ALSO_FOREIGN:
        return True
    is_ended = not after or not after[0].is_capital
    return title.plain == "general" and is_ended and before[-1].plain in knowledge.organization_heads
