"""When two names of one entity are spellings of one name, and not a short, long or other name."""

from unicodedata import category, normalize

from rapidfuzz import fuzz

from provenance.text.folding import APOSTROPHES, fold_text

PARTICLES = frozenset(
    "al el ul as ash an ad ar at the of for and bin ibn ben de da di du la le der den van von y".split()
)
"""Small words inside names that come and go between spellings of one name."""

_ALIKE = 60.0
"""Least likeness of two words, 0..100, that are spellings of one word."""
_SHORTEST_WORD = 4
_ALIKE_WHOLE = 90.0
"""Least likeness of two names in as many letters, whose words are parted otherwise."""
_ALIKE_SHORT = 80.0
"""The same of words with a letter less."""
_LONGEST_ABBREVIATION = 8


def is_abbreviation(name: str) -> bool:
    """Letters that stand for words: PMF, P.M.F., MeK."""
    letters = [c for c in name if c.isalpha()]
    if not 2 <= len(letters) <= _LONGEST_ABBREVIATION or " " in name.strip() or "-" in name:
        return False
    capitals = sum(c.isupper() for c in letters)
    return capitals >= 2 and capitals * 2 >= len(letters) and (len(letters) <= 4 or capitals == len(letters))


def printed_form(name: str) -> str:
    """What counts as one spelling: case, apostrophes, white space and what no one sees aside."""
    composed = name if name.isascii() else normalize("NFC", name)
    kept = "".join(c for c in composed if c not in APOSTROPHES and (c < "\x80" or category(c) != "Cf"))
    return " ".join(kept.replace("-", " ").split()).casefold()


def abbreviation_form(name: str) -> str:
    """What counts as one abbreviation: dots matter, case and white space do not."""
    return "".join(name.split()).casefold()


def word_count(name: str) -> int:
    """Words of a name, particles aside."""
    return len(_words(name))


def are_spellings(a: str, b: str) -> bool:
    """Are two full names the same words, spelled differently?

    Particles aside, as many words on both sides, each pair equal or alike, one at least not equal; the words
    may stand in another order.
    """
    one, two = _words(a), _words(b)
    if set(one) < set(two) or set(two) < set(one) or a.rstrip(". ") == b.rstrip(". "):
        return False  # a shorter form of a name; Corp and Corp.
    if one and two and len(fold_text(a).split()) != len(fold_text(b).split()):
        whole = ["".join(fold_text(name).split()) for name in (a, b)]
        if fuzz.ratio(*whole) >= _ALIKE_WHOLE:
            return True  # Benali, Ben Ali
    if len(one) != len(two) or not one:
        return False
    pairs = list(zip(one, two, strict=True))
    if all(x == y for x, y in pairs):
        return printed_form(a) != printed_form(b)
    turned = zip(sorted(one), sorted(two), strict=True)  # the family name stands first in one of them
    return all(_are_alike(x, y) for x, y in pairs) or all(_are_alike(x, y) for x, y in turned)


def _words(name: str) -> list[str]:
    return [w for w in fold_text(name).split() if w not in PARTICLES]


def _are_alike(a: str, b: str) -> bool:
    if a == b:
        return True
    shortest = min(len(a), len(b))
    if shortest < _SHORTEST_WORD - 1 or any(c.isdigit() for c in a + b):
        return False
    return fuzz.ratio(a, b) >= (_ALIKE if shortest >= _SHORTEST_WORD else _ALIKE_SHORT)
