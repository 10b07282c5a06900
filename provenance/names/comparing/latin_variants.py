"""Two words in Latin letters: spellings of one foreign word, or words that only sound alike?"""

import re
from collections.abc import Sequence
from functools import lru_cache

from provenance.names.sounds.mandarin import read_pinyin

_LENGTHS = tuple(
    (re.compile(written), plain)
    for written, plain in (
        ("(?<=[a-z]{3})our(?=ed|$)", "or"),
        ("[aou]l+ah$", "ula"),
        ("iyy?(?:ah|eh|a|e)$|i(?:ah|eh)$", "ia"),
        ("(?<=[^aeiou])(?:ah|eh|a)$", "a"),
        ("q(?!u)", "k"),
        ("dh", "d"),
        ("a[iy]|e[iy]|ae", "Y"),
        ("aa", "a"),
        ("ee|ii|iy", "i"),
        ("oo|ou|uu|a[wu]|ow", "u"),
        (r"(.)\1+", r"\1"),
    )
)
"""How one sound of Arabic, Persian, Hindi is written long or short, in this order."""
_LONG_WORD = tuple(
    (re.compile(written), plain)
    for written, plain in (
        ("shch|sch", "sh"),
        ("tch", "ch"),
        ("(?<=n|k|o|e|i|a)ch(?=n|t)", "kh"),
        ("x", "ks"),
        ("ph", "f"),
        ("kh", "h"),
        ("zh", "j"),
        ("c(?=[aoulrk])|ck", "k"),
        ("w", "v"),
        ("[ij](?=[aeou])|y(?=[aeou])", ""),
        ("(?:ii|iy|yi|yj|ij|y)$", "i"),
    )
)
"""What differs besides in Slavic words, and in long ones, which are hardly another word by chance."""
_SHORTEST = 4
_LEAST_DOUBLED = 5
_LEAST_LONG = 9
_LEAST_SLAVIC = 5
_EASTERN = re.compile("l+ah$|llah|kh|q(?!u)|iyy|^ibn|^abd")
"""Letters that stand for a sound of Arabic."""
_VOWELS = (str.maketrans("eoy", "iui"), str.maketrans("eoy", "aui"))
"""Vowels that are heard alike in it."""


@lru_cache(maxsize=1 << 14)
def are_spellings(x: str, y: str, is_eastern: bool = False, is_slavic: bool = False) -> bool:
    """Do two lower-case words differ in nothing but how one foreign word is written in Latin letters?

    `is_eastern`: an article, or a list of places, shows that they come from Arabic or the like; then e and i,
    o and u may change places too. `is_slavic`: a legal form shows that they come from Russian or the like.
    """
    if x == y:
        return True
    size = min(len(x), len(y))
    if (size < _SHORTEST and not is_eastern) or any([letter.isdigit() for letter in x + y]):
        return False
    first, second = _plain(x, _LENGTHS), _plain(y, _LENGTHS)
    if first == second:
        return size >= _LEAST_DOUBLED or len(x) == len(y) or is_eastern
    if is_eastern or looks_eastern(x) or looks_eastern(y) or size >= _LEAST_LONG:
        is_one = first.translate(_VOWELS[0]) == second.translate(_VOWELS[0])
        if is_one or _inner_vowels(first) == _inner_vowels(second):
            return True
    heard = [_plain(_plain(word, _LONG_WORD), _LENGTHS).translate(_VOWELS[0]) for word in (x, y)]
    return size >= (_LEAST_SLAVIC if is_slavic else _LEAST_LONG) and heard[0] == heard[1]


def looks_eastern(word: str) -> bool:
    """Has a lower-case word letters for a sound of Arabic?"""
    return _EASTERN.search(word) is not None


def _inner_vowels(word: str) -> str:
    """With e heard as a, but at neither end: Aden and Eden, Tyre and Tyra are others."""
    return word[0] + word[1:-1].translate(_VOWELS[1]) + word[-1]


def _plain(word: str, rules: Sequence[tuple[re.Pattern[str], str]]) -> str:
    for written, plain in rules:
        word = written.sub(plain, word)
    return word


def is_latin(letter: str) -> bool:
    """Latin, or no letter."""
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00" or not letter.isalpha()


def have_other_syllables(x: str, y: str) -> bool:
    """Are they other names in Chinese, two syllables of pinyin and more, as many in both?"""
    first, second = read_pinyin((x,)), read_pinyin((y,))
    if not first or not second or first & second:
        return False
    return any([len(one) == len(other) > 1 for one in first for other in second])
