"""Acronyms: which strings are some, and whether one is made of a name's first letters."""

import re
from functools import lru_cache

from provenance.names.mentions.words import plain_word

_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,7}|(?:[A-Z]\.){2,8}[A-Z]?|[A-Z]{1,4}[a-z]{1,2}[A-Z]{1,4}")
_SMALL = frozenset(
    "of for the and & in on to at against with from by a an de la le du des del der die das und et e y al "
    "el".split()
)
_WORD = re.compile(r"[^\W_]+(?:['\u2018\u2019\u02bc][^\W_]+)*|&")


def is_acronym(name: str) -> bool:
    """Written as an acronym: two capitals and more, with or without dots, one small word's letter inside."""
    return _ACRONYM.fullmatch(name) is not None


def acronym_letters(name: str) -> str:
    """What two spellings of an acronym share: lower case without dots."""
    return plain_word(name).replace("&", "")


@lru_cache(maxsize=1 << 14)
def spells_name(acronym: str, name: str) -> bool:
    """Are the letters of `acronym` the first letters of the words of `name`, in order?

    Small words and the article al- may count or not; a hyphened word may count as one or as its parts.
    """
    if not is_acronym(acronym) or is_acronym(name):
        return False
    words = [plain_word(word) for word in _WORD.findall(name[:200].replace("-", " "))]
    if len(words) < 2 or len(words) > 15:
        return False
    return _is_spelled(acronym_letters(acronym), words)


def _is_spelled(letters: str, words: list[str]) -> bool:
    """Walks the words: small ones may be passed over, the others must each give their letter."""
    reached = {0}
    for word in words:
        following = {place + 1 for place in reached if place < len(letters) and letters[place] == word[0]}
        if word in _SMALL or len(word) == 1:
            following |= reached
        reached = following
    return len(letters) in reached
