"""Given names that are forms or spellings of one, or are known to be others.

What a word may stand for comes from the table name_forms: a plain word is the name that it is a form of, in
another language or cut short (Pyotr, Peter); one behind = is the name that it spells, in whatever
orthography (Cemal, Djamel, Jamal). Spellings of two names are two names, however alike they sound.
"""

from functools import lru_cache

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
    return spell_two_names(a.forms[pair.place_a], b.forms[pair.place_b])


def spell_two_names(first: str, second: str) -> bool:
    """Do two words' forms, as PersonName has them, show that they spell two names: Mansur, Mansuri?"""
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
    if not pairing.left_a or not pairing.left_b:
        return _with_spellings(pairing, a, b)
    pairs, left_a, left_b = list(pairing.pairs), list(pairing.left_a), list(pairing.left_b)
    for i in pairing.left_a:
        first = a.forms[i]
        for j in left_b if first else ():
            second = b.forms[j]
            if second and (i == 0) == (j == 0) and _share(first, second):
                pairs.append(WordPair((a.words[i],), (b.words[j],), i, j, _ALIKE))
                left_a.remove(i)
                left_b.remove(j)
                break
    if len(pairs) > len(pairing.pairs):
        pairs.sort(key=_place)
        pairing = Pairing(tuple(pairs), tuple(left_a), tuple(left_b))
    return _with_spellings(pairing, a, b)


def _with_spellings(pairing: Pairing, a: PersonName, b: PersonName) -> Pairing:
    """Spellings of one name are as alike as such are."""
    spelt = [place for place, pair in enumerate(pairing.pairs) if _is_spelt(pair, a, b)]
    if not spelt:
        return pairing
    pairs = list(pairing.pairs)
    for place in spelt:
        pairs[place] = pairs[place]._replace(similarity=_ONE_SPELT)
    return Pairing(tuple(pairs), pairing.left_a, pairing.left_b)


def _is_spelt(pair: WordPair, a: PersonName, b: PersonName) -> bool:
    if pair.similarity >= _ONE_SPELT or len(pair.a) > 1 or len(pair.b) > 1:
        return False
    return spell_one_name(a.forms[pair.place_a], b.forms[pair.place_b])


def _are_forms(first: str, second: str) -> bool:
    return bool(first and second) and _share(first, second) and not spell_one_name(first, second)


@lru_cache(maxsize=1 << 13)
def _share(first: str, second: str) -> bool:
    return not set(first.split()).isdisjoint(second.split())


@lru_cache(maxsize=1 << 13)
def _spell_one(first: str, second: str) -> bool:
    """Nothing less and nothing more: Djamel, which may be Jamal or Jamil, is no spelling of Jamil alone."""
    return _spelt(first) == _spelt(second)


@lru_cache(maxsize=1 << 13)
def _are_others(first: str, second: str) -> bool:
    return not _share(first, second)


def _spelt(forms: str) -> set[str]:
    return {form for form in forms.split() if form[0] == "="}


def _place(pair: WordPair) -> int:
    return pair.place_a
