"""Latin spellings of words in any script, and whether the script left the vowels out."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii
from attrs import frozen

from provenance.text.folding import APOSTROPHES

LONGEST_NAME = 300
"""Characters of a name that are read; longer ones are no names."""

_ARABIC = dict(
    zip(
        "ابپتثجچحخدذرزژسشصضطظعغفقكکگلمنهةويیىآأإؤئءھہےۀ",
        (
            "a b p t th j ch h kh d dh r z zh s sh s d t z a gh f q k k g l m n h h w y y y "
            "a a a w y _ h h y h"
        ).split(),
        strict=True,
    )
)
_HEBREW = dict(
    zip(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        "a b g d h w z h t y k k l m m n n s _ p f ts ts k r sh t".split(),
        strict=True,
    )
)
_CONSONANT_LETTERS = {letter: latin.replace("_", "") for letter, latin in (_ARABIC | _HEBREW).items()}
"""Letters of the scripts that write consonants and long vowels only. ا and א stand for any vowel."""

_DROPPED = {ord(mark): None for mark in APOSTROPHES} | {ord("ـ"): None, ord("ʹ"): None, ord("ʺ"): None}
_UNSEEN = ("Mn", "Cf")
"""Marks, and invisible signs inside words."""
_WORD = re.compile(r"[^\W_]+")
_GREEK_Y = re.compile("(?<=[aeoAEO])y")
"""Upsilon after another vowel: ou, eu, au."""
_SYLLABLE = re.compile(r"[A-Z][a-z]*|[a-z]+|[0-9]+")


@frozen
class RomanWord:
    """`text`: Latin letters or digits, capitals kept. `is_vowelless`: written in consonants.

    `is_syllable`: one syllable of a script that does not put spaces between words (Han, Hangul).
    """

    text: str
    is_vowelless: bool = False
    is_syllable: bool = False


@lru_cache(maxsize=1 << 13)
def romanise(text: str) -> tuple[RomanWord, ...]:
    """The words of `text` in Latin letters, in order; only the first LONGEST_NAME characters are read."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST_NAME]).translate(_DROPPED)
    if plain.isascii():
        return tuple(RomanWord(word) for word in _WORD.findall(plain))
    plain = "".join(mark for mark in plain if unicodedata.category(mark) not in _UNSEEN)
    words: list[RomanWord] = []
    for found in _WORD.finditer(plain):
        words += _romanise_word(found.group())
    return tuple(words)


def _romanise_word(word: str) -> list[RomanWord]:
    if word.isascii():
        return [RomanWord(word)]
    if any(letter in _CONSONANT_LETTERS for letter in word):
        return _romanise_consonants(word)
    latin = anyascii(word)
    if any("\u3400" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7a3" for letter in word):
        return [RomanWord(found, is_syllable=True) for found in _SYLLABLE.findall(latin)]
    joined = re.sub("[^A-Za-z0-9]", "", latin)
    if any("\u0370" <= letter <= "\u03ff" for letter in word):
        joined = _GREEK_Y.sub("u", joined)
    return [RomanWord(joined)] if joined else []


def _romanise_consonants(word: str) -> list[RomanWord]:
    article = []
    if word.startswith("ال") and len(word) > 4:
        article, word = [RomanWord("al")], word[2:]
    latin = "".join(_CONSONANT_LETTERS.get(letter) or anyascii(letter) for letter in word)
    latin = re.sub("[^A-Za-z0-9]", "", latin).lower()
    return [*article, RomanWord(latin, is_vowelless=True)] if latin else []
