"""Fathers and sons of one name: what suffixes, epithets and words of kinship say of the generation."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from provenance.model.names import Mention

YOUNGER, ELDER = "younger", "elder"
_SUFFIXES = {
    **dict.fromkeys(("jr", "jnr", "junior"), YOUNGER),
    **dict.fromkeys(("sr", "snr", "senior"), ELDER),
}
_LEAST_NAMES = 2
"""Words of a name before one that tells the generation: Neymar Junior has none."""
_EPITHETS = {
    **dict.fromkeys(("young", "younger", "junior", "jun", "fils"), YOUNGER),
    **dict.fromkeys(("old", "elder", "older", "senior", "sen", "p\u00e8re"), ELDER),
}
_KIN = {
    **dict.fromkeys("son daughter grandson granddaughter nephew niece".split(), YOUNGER),
    **dict.fromkeys("father mother grandfather grandmother uncle aunt".split(), ELDER),
}
_SIBLINGS = frozenset(("brother", "sister", "sibling"))
_EPITHET_BEFORE = re.compile(r"\b(young|younger|junior|old|elder|older|senior)\s$", re.IGNORECASE)
_BEHIND = re.compile(r",?\s(?:the\s)?(elder|younger|[Ss]enior|[Jj]unior|[Jj]un\b|[Ss]en\b|fils|p\u00e8re)\b")
_KIN_BEFORE = re.compile(r"(?:\b([a-z]+)\s)?([a-z]+),?\s$")
_KIN_BEHIND = re.compile(r",\s(?:his|her|their|the|[A-Z]\w+['\u2019]s)\s(?:([a-z]+)\s)?([a-z]+)\b")
_REACH = 40
"""Code points before a name in which its generation may be told."""


def generation_of(words: Sequence[str]) -> str:
    """YOUNGER or ELDER, as the last of a person's folded words says: Jr., Senior; else ""."""
    return _SUFFIXES.get(words[-1], "") if len(words) > _LEAST_NAMES else ""


def without_generation(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a person's name but for one that tells the generation."""
    return tuple(words[:-1] if generation_of(words) else words)


def told_generation(text: str, start: int, end: int) -> str:
    """YOUNGER or ELDER, as a text sets one apart from another: the younger Kim, Pitt the elder; else ""."""
    before = _EPITHET_BEFORE.search(text[max(0, start - _REACH) : start])
    behind = _BEHIND.match(text, end)
    return _EPITHETS[before[1].lower()] if before else _EPITHETS[behind[1].lower()] if behind else ""


def find_generations(
    texts: Mapping[str, str], people: Sequence[Mention], words_of: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    """Full names → YOUNGER or ELDER, where all that the texts say of them agrees.

    `words_of`: the folded words of every name.
    """
    said: dict[str, set[str]] = defaultdict(set)
    for mention in people:
        words = words_of[mention.text]
        if len(words) > 1:
            text, span = texts[mention.span.source_id], mention.span
            found = (
                generation_of(words)
                or told_generation(text, span.start, span.end)
                or _as_kin(text, span.start, span.end)
            )
            if found:
                said[mention.text].add(found)
    return {name: min(found) for name, found in sorted(said.items()) if len(found) == 1}


def _as_kin(text: str, start: int, end: int) -> str:
    """As a word of kinship beside it says: his son Otto Maier; Otto Maier, her younger brother."""
    for found in (
        _KIN_BEFORE.search(text[max(0, start - _REACH) : start]),
        _KIN_BEHIND.match(text, end),
    ):
        if found and found[2] in _KIN:
            return _KIN[found[2]]
        if found and found[2] in _SIBLINGS:
            return _EPITHETS.get(found[1] or "", "")
    return ""
