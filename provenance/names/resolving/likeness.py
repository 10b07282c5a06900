"""Whether two names that a copy puts for one another are spelled alike, word by word."""

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.names.resolving.initials import only_says_less
from provenance.names.resolving.nodes import name_words
from provenance.names.sounds.phonetics import skeleton_of

_SMALL = frozenset("of for the and in on de la le du des del der el al bin ibn".split())
_LEAST_LETTERS = 5
"""Letters of a word that may be another spelling of one that is not equal, at least."""


def are_alike(a: str, b: str, kind: EntityKind, knowledge: Knowledge) -> bool:
    """Has every word of the one a word of the other that is it in another spelling?

    Legal forms and small words may be left out, of persons' names initials and middle names too. Never
    where two words are both known as names or places: those are two, however alike they sound.
    """
    if kind is EntityKind.PERSON and only_says_less(a, b) and not _has_other(a, b):
        return True
    words, others = (_words(name, knowledge) for name in (a, b))
    if len(words) != len(others):
        return False
    for word in words:
        match = next((other for other in others if other == word), None)
        if match is None:
            match = next((other for other in others if _is_one(word, other, knowledge)), None)
        if match is None:
            return False
        others.remove(match)
    return True


def _words(name: str, knowledge: Knowledge) -> list[str]:
    words = [part for word in name_words(name) for part in word.split()]
    return [word for word in words if word not in _SMALL and word not in knowledge.legal_forms] or words


def _has_other(a: str, b: str) -> bool:
    """Do both names have words of more than a letter that the other lacks?"""
    words, others = set(name_words(a)), set(name_words(b))
    return any(len(word) > 1 for word in words - others) and any(len(word) > 1 for word in others - words)


def _is_one(word: str, other: str, knowledge: Knowledge) -> bool:
    if is_known(word, knowledge) and is_known(other, knowledge):
        return False
    if min(len(word), len(other)) < _LEAST_LETTERS or word[0] != other[0]:
        return False  # of short words one vowel makes two: Berg, Borg
    return skeleton_of(word) == skeleton_of(other) or _is_damaged(word, other)


def is_known(word: str, knowledge: Knowledge) -> bool:
    """Is a folded word known as a name or place by itself?"""
    return word in knowledge.given_names or word in knowledge.surnames or word in knowledge.places


def _is_damaged(word: str, other: str) -> bool:
    """Do two words of one length differ in one letter?"""
    return len(word) == len(other) and sum(x != y for x, y in zip(word, other, strict=True)) == 1
