"""Persons' names that differ as a given name and its short form do, or by an initial more."""

from provenance.model.names import EntityKind
from provenance.names.resolving.generations import without_generation
from provenance.names.resolving.initials import only_says_less
from provenance.names.resolving.nodes import Node, name_words

_LEAST_LETTERS = 4
"""Letters of a short form of a given name, at least."""


def is_clipped(a: Node, b: Node) -> bool:
    """Is a given name the beginning or the end of the other's, all else equal (Tunde, Babatunde), or does
    one only write initials where the other has less (C. K. Obi, Chidi Obi)? Never enough by itself.
    """
    if a.kind is not EntityKind.PERSON or b.kind is not EntityKind.PERSON:
        return False
    return only_says_less(a.text, b.text) or is_short_form(a.text, b.text)


def is_short_form(a: str, b: str) -> bool:
    """Are two persons' names alike but that the given name of the one begins or ends the other's?"""
    first, second = (without_generation(name_words(name)) for name in (a, b))
    if len(first) != len(second) or len(first) < 2 or first[1:] != second[1:]:
        return False
    shorter, longer = sorted((first[0], second[0]), key=len)
    if len(shorter) < _LEAST_LETTERS or len(longer) < len(shorter) + 2:
        return False  # Paul, Paula
    return longer.startswith(shorter) or longer.endswith(shorter)
