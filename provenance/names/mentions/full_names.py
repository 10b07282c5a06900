"""Do the words of a name look like a person's: given names, surnames, initials, small words?"""

from collections.abc import Sequence

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.cuts import Candidate
from provenance.names.mentions.heads import BUSINESS, HAPPENINGS
from provenance.names.mentions.words import Word, is_common

_NASAB = frozenset(
    "bin ben ibn bint binti van von der den ter ould de da dos das di du del dela della degli dalla dei la "
    "le los al el zu vom ní nic uí".split()
)
_OF_BODIES = frozenset(("of", "for", "and"))
_CAPITAL_PARTICLES = frozenset(
    "mac ó ní nic uí de du van von der la le el al bin ben st da dos dal del della di abu umm ibn ag ap ter "
    "ten te ua".split()
)
"""Written with a capital inside a name."""
_BEGINNINGS = ("al-", "el-", "mc", "o'")
_LONGEST = 7
"""Words from which on a name is no person's."""
_MOST_UNKNOWN = 3
"""Words of a person's name of which nothing is known, at most."""


def weigh_full_name(candidate: Candidate, knowledge: Knowledge) -> float:
    """What the words of a name of several words say for a person; below 0 for another kind."""
    words = candidate.words
    if len(words) > _LONGEST or words[-1].text.isdigit():
        return 0.0
    capitals = [word for word in words if word.is_capital]
    found = _weigh_given(words, knowledge) + _weigh_surname(words[-1].plain, knowledge)
    if any([_is_initials(word) for word in capitals[:-1]]):
        found += 3
    if words[0].plain in _NASAB and not words[0].is_capital:
        found += 3
    if len(capitals) < len(words) and _has_particle(words):
        found += 1.5
    if any([word.plain.startswith(_BEGINNINGS) for word in words[1:]]):
        found += 1.5
    inner = [word for word in capitals[1:-1] if word.plain in _CAPITAL_PARTICLES]
    if inner:  # Eimear Mac Giolla Rí
        found += 1.5
        capitals = [word for word in capitals if word not in inner]
    unknown = [is_common(word.plain, knowledge) for word in capitals].count(False)
    has_acronym = any([w.is_acronym and len(w.text) > 2 for w in words])
    if unknown == len(capitals) and len(words) - len(inner) <= _MOST_UNKNOWN and not has_acronym:
        return found + 1.5
    return found - 1.5 * (len(capitals) - unknown)


def _has_particle(words: Sequence[Word]) -> bool:
    """Do small words as persons' names have them stand inside, and none as those of bodies?"""
    small = [word.plain for word in words[1:-1] if not word.is_capital]
    return not _NASAB.isdisjoint(small) and _OF_BODIES.isdisjoint([word.plain for word in words])


def _weigh_given(words: Sequence[Word], knowledge: Knowledge) -> float:
    first = words[0].plain
    if first in knowledge.demonyms or not (
        first in knowledge.given_names or is_double_given(first, knowledge)
    ):
        return 0.0
    is_plain = is_common(first, knowledge)
    found = 2.0 if is_plain or first in knowledge.places else 4.0
    return found + 3 if is_plain and _may_be_bearer(words, knowledge) else found


def _weigh_surname(last: str, knowledge: Knowledge) -> float:
    names = knowledge.surnames
    if last in names or last.partition("-")[0] in names or last.removeprefix("al-") in names:
        return 0.5 if is_common(last, knowledge) else 2.0
    return 0.0


def _may_be_bearer(words: Sequence[Word], knowledge: Knowledge) -> bool:
    """Faith Kipyegon, Grace Flood: a given name that is a word, and behind it what may be a surname."""
    last = words[-1].plain
    if len(words) > 3 or any(not word.is_capital or word.is_acronym for word in words[1:]):
        return False
    if words[0].plain in knowledge.months or words[0].plain in knowledge.weekdays:
        return len(words) == 2 and not is_common(last, knowledge)  # May Okoro
    is_head = (
        last in knowledge.organization_heads
        or last in knowledge.organization_words
        or last in knowledge.place_words
        or last in knowledge.legal_forms
        or last in BUSINESS
    )
    is_known = last in knowledge.surnames or last in HAPPENINGS
    return is_known or not (is_head or is_common(last, knowledge))


def _is_initials(word: Word) -> bool:
    return len(word.text) == 1 or (word.text[-1] == "." and len(word.plain) <= 3)


def is_double_given(word: str, knowledge: Knowledge) -> bool:
    """Is one half of it a given name: Jean-Luc?"""
    parts = word.split("-")
    return len(parts) == 2 and (parts[0] in knowledge.given_names or parts[1] in knowledge.given_names)
