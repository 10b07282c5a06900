"""Given names that are forms or spellings of one, or are known to be others.

What a word may stand for comes from the table name_forms: a plain word is the name that it is a form of, in
another language or cut short (Pyotr, Peter); one behind = is the name that it spells, in whatever
orthography (Cemal, Djamel, Jamal). Spellings of two names are two names, however alike they sound.
"""

from functools import lru_cache

from attrs import evolve

from provenance.names.comparing.person_name import PersonName
from provenance.names.comparing.words import Pairing, WordPair

_ALIKE = 0.7
"""Likeness of forms of one name, as words: what they share is not their spelling."""
_ONE_SPELT = 0.95
"""Likeness of spellings of one name."""


def are_forms(pair: WordPair, a: PersonName, b: PersonName) -> bool:
    """Are the paired words no spellings of each other, but forms of one name: Pyotr, Peter?"""
    return _are_forms(a.forms[pair.place_a], b.forms[pair.place_b])


def are_other_names(pair: WordPair, a: PersonName, b: PersonName) -> bool:
    """Are the paired words spellings of two names, of which neither is a form of the other: Karim, Karam?"""
    first, second = a.forms[pair.place_a], b.forms[pair.place_b]
    return first != second and "=" in first and "=" in second and _are_others(first, second)


def spell_one_name(first: str, second: str) -> bool:
    """Do two words' forms, as PersonName has them, show that they spell one name: Haq, Huq?"""
    return "=" in first and "=" in second and _spell_one(first, second)


def share_form(first: str, second: str) -> bool:
    """Do two words' forms, as PersonName has them, show that they may stand for one name?"""
    return first != "" and second != "" and _share(first, second)


def pair_forms(a: PersonName, b: PersonName, pairing: Pairing) -> Pairing:
    """Paired words that are spellings of one name are alike as such; words left of both names that are
    spellings or forms of one are a pair too.
    """
    if not pairing.left_a and not pairing.left_b and all([p.similarity >= _ONE_SPELT for p in pairing.pairs]):
        return pairing
    pairs = [
        pair._replace(similarity=_ONE_SPELT)
        if pair.similarity < _ONE_SPELT and _is_spelt(pair, a, b)
        else pair
        for pair in pairing.pairs
    ]
    left_a, left_b = list(pairing.left_a), list(pairing.left_b)
    for i in pairing.left_a:
        for j in left_b:
            first, second = a.forms[i], b.forms[j]
            if first and second and (i == 0) == (j == 0) and _share(first, second):
                likeness = _ONE_SPELT if _spell_one(first, second) else _ALIKE
                pairs.append(WordPair((a.words[i],), (b.words[j],), i, j, likeness))
                left_a.remove(i)
                left_b.remove(j)
                break
    pairs.sort(key=_place)
    return evolve(pairing, pairs=tuple(pairs), left_a=tuple(left_a), left_b=tuple(left_b))


def _is_spelt(pair: WordPair, a: PersonName, b: PersonName) -> bool:
    if len(pair.a) > 1 or len(pair.b) > 1:
        return False
    return spell_one_name(a.forms[pair.place_a], b.forms[pair.place_b])


def _are_forms(first: str, second: str) -> bool:
    return bool(first and second) and _share(first, second) and not _share_spelling(first, second)


@lru_cache(maxsize=1 << 13)
def _share(first: str, second: str) -> bool:
    return not set(first.split()).isdisjoint(second.split())


@lru_cache(maxsize=1 << 13)
def _share_spelling(first: str, second: str) -> bool:
    return not _spelt(first).isdisjoint(_spelt(second))


@lru_cache(maxsize=1 << 13)
def _spell_one(first: str, second: str) -> bool:
    """Each of them that name only: Djamel may be Jamal or Jamil."""
    return len(_spelt(first)) == 1 and _spelt(first) == _spelt(second)


@lru_cache(maxsize=1 << 13)
def _are_others(first: str, second: str) -> bool:
    return not _share(first, second)


def _spelt(forms: str) -> set[str]:
    return {form for form in forms.split() if form[0] == "="}


def _place(pair: WordPair) -> int:
    return pair.place_a
