"""Changes of letters that a machine misread or a typist slipped on: they change no meaning."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from provenance.conflicts.words import stem
from provenance.model.knowledge import Knowledge
from provenance.text.tokens import find_words

_MIXED = re.compile(r"[^\W\d_][01568][^\W\d_]|^[01568][^\W\d_]{4,}$|^[^\W\d_]{3,}[01568]$")
"""0 for O, 1 for l or I, 5 for S, 6 for G, 8 for B, between letters or at one end of a long word."""
_ALIKE = 60.0
"""Least likeness of two words, 0..100, of which one is a misreading of the other."""
_STRETCH = 3
"""Differing words from which a stretch is looked at as a whole."""
_ALIKE_STRETCH = 80.0
"""The same of stretches with different numbers of words, where words ran together or fell apart."""


def is_misreading(a: str, b: str, knowledge: Knowledge) -> bool:
    """Do `a` and `b` differ only in words that look alike, one of each pair being no known word?

    Figures are never misreadings: 14 for 40 is another number.
    """
    one, two = ([w.folded for w in find_words(text)] for text in (a, b))
    if not one or not two or any(word.isdigit() for word in one + two):
        return False
    pairs = [(x, y) for x, y in zip(one, two, strict=False) if x != y]
    if len(one) == len(two) and len(pairs) < _STRETCH:
        return bool(pairs) and all(_is_slip(x, y, knowledge) for x, y in pairs)
    strange = sum(not _is_known(word, knowledge) for word in one + two)
    return strange > 0 and fuzz.ratio(" ".join(one), " ".join(two)) >= _ALIKE_STRETCH


def is_misread(text: str) -> bool:
    """Has `text` a long word with a figure that looks like a letter, as a scanner misreads it ("se1dom")?"""
    return any(_MIXED.search(word.text) for word in find_words(text))


def _is_slip(a: str, b: str, knowledge: Knowledge) -> bool:
    are_known = _is_known(a, knowledge) and _is_known(b, knowledge)
    is_inflected = stem(a) == stem(b)
    return not are_known and not is_inflected and fuzz.ratio(a, b) >= _ALIKE


def _is_known(word: str, knowledge: Knowledge) -> bool:
    return word in _known(knowledge) or (word.endswith("s") and word[:-1] in _known(knowledge))


@lru_cache(maxsize=4)
def _known(knowledge: Knowledge) -> frozenset[str]:
    """Frequent words and names; without word lists nothing is known, and nothing is called a slip."""
    names = knowledge.given_names | knowledge.surnames | knowledge.places | knowledge.countries.keys()
    grammar = knowledge.modals | knowledge.negations | knowledge.conditions | knowledge.hedges.keys()
    counted = knowledge.number_words.keys() | knowledge.months.keys() | knowledge.weekdays.keys()
    return frozenset(knowledge.common_words | names | grammar | counted | knowledge.demonyms.keys())
