"""Small closed classes of words and signs that belong to the grammar of names."""

import re

ARTICLES = frozenset("al el as ash at ath an ar ad adh az ez il ul ur us".split())
"""The Arabic article in its written forms."""
LINEAGE = frozenset("bin ben ibn bint binte ould wuld".split())
"""Words for son or daughter between two names."""
ROMAN_NUMERAL = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")
"""Up to 39, capitals."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def roman_value(numeral: str) -> int:
    """XIV → 14, for what ROMAN_NUMERAL takes."""
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def are_of_two_genders(a: str, b: str) -> bool:
    """Amir and Amira, Ivanov and Ivanova, Lavrovsky and Lavrovskaya: lower-case words, in either order."""
    return _masculine(a) == b or _masculine(b) == a


def _masculine(word: str) -> str:
    """The word that a feminine ending was added to; "" if it has none."""
    if word.endswith("skaya") or word.endswith("skaia"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("a") and word[-2] not in "aeiouy":
        return word[:-1]
    return ""
