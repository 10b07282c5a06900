"""Names of bodies in other languages that have small words of those inside: Conseil des arts du Nord."""

from collections.abc import Sequence

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.heads import FOREIGN_BODIES
from provenance.names.mentions.links import BLANKS
from provenance.names.mentions.words import Word, is_common

_LINKS = frozenset(
    "de des du la le les et y e da das dos della dello delle dei degli del di für und der zur zum "
    "och og voor het til van von pour para por sobre sul sulla na".split()
)
_LONGEST = 8
"""Small words up to the next capital, at most."""
_ENGLISH = ("ed", "ing", "ly", "s", "er")
"""Ends of words that are rather English, where none of the links stands before."""


def is_foreign(run: Sequence[Word], knowledge: Knowledge) -> bool:
    """Does the name start with a head of another language?"""
    first = run[1].plain if run[0].plain == "the" and len(run) > 1 else run[0].plain
    if first in FOREIGN_BODIES:
        return True
    return first in knowledge.organization_translations and first not in knowledge.organization_words


def foreign_tail(run: Sequence[Word], words: Sequence[Word], place: int, knowledge: Knowledge) -> int:
    """How many words from `place` on lead to a capitalised one of the same name, it included; or 0."""
    if not is_foreign(run, knowledge) or run[-1].is_possessive:
        return 0
    is_linked = False
    for end in range(place, min(len(words), place + _LONGEST)):
        word = words[end]
        if word.gap not in BLANKS:
            return 0
        if word.is_capital:
            return end - place + 1 if end > place else 0
        if not (word.plain in _LINKS or is_linked or _is_strange(word, knowledge)):
            return 0
        is_linked = word.plain in _LINKS
    return 0


def _is_strange(word: Word, knowledge: Knowledge) -> bool:
    """No English word, as far as one can see."""
    plain = word.plain
    if len(plain) < len("arts") or plain.endswith(_ENGLISH) or not plain.isalpha():
        return False
    return not (is_common(plain, knowledge) or plain in knowledge.say_verbs)
