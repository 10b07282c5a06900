"""Initials that one spelling of a name has and another leaves out."""

from provenance.names.comparing.grammar import is_patronymic
from provenance.names.resolving.nodes import name_parts
from provenance.names.sounds.phonetics import skeleton_of


def only_says_less(a: str, b: str) -> bool:
    """Are the words of one, all written out, words or initials of the other, in order?

    Chikondi Banda and C. J. Banda: one says less and nothing else. Not so George W. and George H. W.
    """
    words = sorted((name_parts(a), name_parts(b)), key=len)
    return _is_within(*words) or (len(words[0]) == len(words[1]) and _is_within(words[1], words[0]))


def leaves_out_surname(a: str, b: str) -> bool:
    """Is one a given name and a father's name, which go with any surname? Ivan Petrovich, Ivan Sokolov.

    Of equal given names only.
    """
    first, second = name_parts(a), name_parts(b)
    return any(
        len(one) == 2 and is_patronymic(one[1]) and len(other) == 2 and _is_one(one[0], other[0])
        for one, other in ((first, second), (second, first))
    )


def _is_within(fewer: list[str], more: list[str]) -> bool:
    if len(fewer) < 2 or any(len(word) == 1 for word in fewer):
        return False
    rest = iter(more)
    return all(any(_is_one(word, other) for other in rest) for word in fewer)


def _is_one(word: str, other: str) -> bool:
    """Equal in sound, or the initial of the other."""
    if len(other) == 1:
        return word[0] == other
    return word == other or (word[0] == other[0] and skeleton_of(word) == skeleton_of(other))
