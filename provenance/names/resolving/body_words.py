"""Words of bodies' names that tell one from another, and words that only say what it is."""

from collections.abc import Sequence

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.words import is_common
from provenance.names.resolving.nodes import Node, name_words

_STAFF = frozenset(
    "workers employees staff labor labour pensioners shareholders supporters fans alumni".split()
)
_KEPT = frozenset(
    "union foundation fund trust museum school academy college hospital stadium arena cup prize award".split()
)
"""Words of bodies that one of another sort may have beside it, under its name."""


def without_other_bodies(owners: Sequence[Node]) -> Sequence[Node]:
    """Without those of a body's staff, and without those that it may keep or own where it is one itself:
    unions, foundations, museums, insurers.
    """
    own = [owner for owner in owners if not _STAFF & set(name_words(owner.text))]
    return [owner for owner in own if not _KEPT & set(name_words(owner.text))] or own


def is_beside(word: str) -> bool:
    """Does a plain word tell of a body that is named after someone, and is not his firm: a foundation?"""
    return word in _STAFF or word in _KEPT or word in ("university", "institute", "hall", "street", "square")


def is_title_word(word: str, knowledge: Knowledge) -> bool:
    """A word that says what a body is and is hardly used for anything else, as of newspapers: Tribune."""
    is_kind = word in knowledge.organization_words and word not in knowledge.organization_heads
    return is_kind and not is_common(word, knowledge) and word not in _STAFF | _KEPT


def is_own_word(word: str, knowledge: Knowledge, *, may_be_place: bool = False) -> bool:
    """A word that tells an organisation from others: no place, people or kind of body."""
    return (
        (may_be_place or word not in knowledge.places)
        and word not in knowledge.countries
        and word not in knowledge.demonyms
        and word not in knowledge.groups
        and word not in knowledge.organization_words
        and not is_common(word, knowledge)
    )
