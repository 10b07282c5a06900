"""Given names that are forms of one: in two languages, or one a short form of the other."""

from attrs import evolve

from provenance.names.comparing.person_name import PersonName
from provenance.names.comparing.words import Pairing, WordPair

_ALIKE = 0.7
"""Likeness of forms of one name, as words: what they share is not their spelling."""


def are_forms(pair: WordPair, a: PersonName, b: PersonName) -> bool:
    """Are the paired words no spellings of each other, but forms of one name: Pyotr, Peter?"""
    return _share_form(a.forms[pair.place_a], b.forms[pair.place_b])


def pair_forms(a: PersonName, b: PersonName, pairing: Pairing) -> Pairing:
    """Words left of both names that are forms of one are a pair too."""
    for i in pairing.left_a:
        for j in pairing.left_b:
            if _share_form(a.forms[i], b.forms[j]) and (i == 0) == (j == 0):
                pair = WordPair((a.words[i],), (b.words[j],), i, j, _ALIKE)
                rest = evolve(
                    pairing,
                    pairs=tuple(sorted((*pairing.pairs, pair), key=_place)),
                    left_a=tuple(k for k in pairing.left_a if k != i),
                    left_b=tuple(k for k in pairing.left_b if k != j),
                )
                return pair_forms(a, b, rest)
    return pairing


def _share_form(first: str, second: str) -> bool:
    return bool(first and second) and not set(first.split()).isdisjoint(second.split())


def _place(pair: WordPair) -> int:
    return pair.place_a
