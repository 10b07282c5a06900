"""Which words of a person's name a text may call someone by, and surnames of man and woman."""

import re
from collections.abc import Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.names.comparing.person_name import parse_person
from provenance.names.resolving.lineage import others_places
from provenance.names.resolving.nodes import Node

_SHORT_SURNAME = 3
"""Letters of a surname that may stand first although it is a given name elsewhere: Li, Lee, Kim."""
_FOUR_NAMES = 4
"""Names of a person from which the last but one is a surname too, as in Spanish."""
_HYPHENED = re.compile(r"^\S+\s[^\W\d_]+[-\u2010\u2011][a-z][^\W\d_]*$")
"""Moon Jae-in: a given name of two syllables behind the surname."""


def surname_places(node: Node, words: Sequence[str], knowledge: Knowledge) -> frozenset[int]:
    """Which words can be what a text calls someone by: the last, or the first of names that put it there."""
    last = len(words) - 1
    places = {last}
    if node.kind is not EntityKind.PERSON:
        return frozenset(places)
    known, given = knowledge.surnames, knowledge.given_names
    places -= others_places(words, knowledge)
    is_first = words[0] in known and (words[0] not in given or len(words[0]) <= _SHORT_SURNAME)
    is_first |= last == 1 and words[0] not in given and words[1] in given - known
    if is_first or _HYPHENED.search(node.text) or parse_person(node.text, knowledge).is_in_syllables:
        places.add(0)
    is_double = last > 1 and words[-2] in known and words[-2] not in given
    if is_double or last >= _FOUR_NAMES - 1:
        places.add(last - 1)
    return frozenset(places)


def is_feminine(word: str, other: str) -> bool:
    """Is `word` the surname of a woman whose brother's is `other`? Voronina, Voronin; Novotna, Novotny."""
    for ending, masculine in (
        ("aya", ("y", "i", "iy", "ii", "yy", "oy")),
        ("a", ("", "y", "i")),
        ("ova", ("", "a")),
    ):
        if word.endswith(ending) and other in {word.removesuffix(ending) + end for end in masculine}:
            return True
    return False
