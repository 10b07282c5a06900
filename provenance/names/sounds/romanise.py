"""Latin spellings of words in any script, and whether the script left the vowels out."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from anyascii import anyascii
from attrs import frozen

from provenance.names.sounds.abugidas import MARKS, is_indic, romanise_indic
from provenance.text.folding import APOSTROPHES

LONGEST_NAME = 300
"""Characters of a name that are read; longer ones are no names."""

_ARABIC = dict(
    zip(
        "ابپتثجچحخدذرزژسشصضطظعغفقكکگلمنهةويیىآأإؤئءھہےۀ",
        (
            "a b p t th j ch h kh d dh r z zh s sh s dh t z a gh f q k k g l m n h h w y y y "
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
_ASCII_APOSTROPHES = sorted(mark for mark in APOSTROPHES if mark.isascii())
_UNSEEN = ("Mn", "Cf")
"""Marks, and invisible signs inside words."""
_WORD = re.compile(r"[^\W_]+")
_KEPT_MARKS = frozenset(map(ord, MARKS))
_MARKED_WORD = re.compile(rf"(?:[^\W_]|[{re.escape(MARKS)}])+")
_GREEK_Y = re.compile("(?<=[aeoAEO])y")
"""Upsilon after another vowel: ou, eu, au."""
_GREEK = re.compile("[\u0370-\u03ff]")
_SYLLABIC = re.compile("[\u3400-\u9fff\uac00-\ud7a3]")
_NO_LETTER = re.compile("[^A-Za-z0-9]")
_SYLLABLE = re.compile(r"[A-Z][a-z]*|[a-z]+|[0-9]+")


@frozen
class RomanWord:
    """`text`: Latin letters or digits, capitals kept. `is_vowelless`: written in consonants.

    `is_syllable`: one syllable of a script that does not put spaces between words (Han, Hangul).
    """

    text: str
    is_vowelless: bool = False
    is_syllable: bool = False


class _Seen(dict[int, int | None]):
    """Code point → itself, or None for what is written on letters or not seen; filled as they are met."""

    def __missing__(self, code: int) -> int | None:
        is_unseen = unicodedata.category(chr(code)) in _UNSEEN and code not in _KEPT_MARKS
        kept = self[code] = None if is_unseen else code
        return kept


_SEEN = _Seen()


@lru_cache(maxsize=1 << 13)
def romanise(text: str) -> tuple[RomanWord, ...]:
    """The words of `text` in Latin letters, in order; only the first LONGEST_NAME characters are read."""
    return _read(text, _romanise_word)


def romanise_once(text: str) -> tuple[RomanWord, ...]:
    """The same for texts that are read but once, entries of tables: nothing is kept of them."""
    return _read(text, _read_word)


def _read(text: str, read_word: Callable[[str], tuple[RomanWord, ...]]) -> tuple[RomanWord, ...]:
    text = text[:LONGEST_NAME]
    words = latin_words(text)
    if words is not None:
        return tuple([_plain_word(word) for word in words])
    plain = unicodedata.normalize("NFKC", text).translate(_DROPPED)
    if plain.isascii():
        for mark in _ASCII_APOSTROPHES:
            plain = plain.replace(mark, "")
        return tuple([_plain_word(word) for word in _WORD.findall(plain)])
    found: list[RomanWord] = []
    for word in _MARKED_WORD.findall(plain.translate(_SEEN)):
        found += read_word(word)
    return tuple(found)


def latin_words(text: str) -> list[str] | None:
    """What `romanise` gives of a text in ASCII, without more ado; None of any other."""
    if not text.isascii():
        return None
    plain = text[:LONGEST_NAME]
    for mark in _ASCII_APOSTROPHES:
        plain = plain.replace(mark, "")
    return _WORD.findall(plain)


@lru_cache(maxsize=1 << 15)
def _plain_word(word: str) -> RomanWord:
    """One value for a word that many names have."""
    return RomanWord(word)


def _read_word(word: str) -> tuple[RomanWord, ...]:
    if word.isascii():
        return (_plain_word(word),)
    if not _CONSONANT_LETTERS.keys().isdisjoint(word):
        return _romanise_consonants(word)
    if is_indic(word):
        joined = _NO_LETTER.sub("", romanise_indic(word))
        return (RomanWord(joined[:1].upper() + joined[1:]),) if joined else ()
    latin = anyascii(word)
    if _SYLLABIC.search(word):
        return tuple(RomanWord(found, is_syllable=True) for found in _SYLLABLE.findall(latin))
    joined = _NO_LETTER.sub("", latin)
    if _GREEK.search(word):
        joined = _GREEK_Y.sub("u", joined)
    return (RomanWord(joined),) if joined else ()


_romanise_word = lru_cache(maxsize=1 << 15)(_read_word)


def _romanise_consonants(word: str) -> tuple[RomanWord, ...]:
    article: tuple[RomanWord, ...] = ()
    if word.startswith("ال") and len(word) > 4:
        article, word = (RomanWord("al"),), word[2:]
    latin = "".join(_CONSONANT_LETTERS.get(letter) or anyascii(letter) for letter in word)
    latin = _NO_LETTER.sub("", latin).lower()
    return (*article, RomanWord(latin, is_vowelless=True)) if latin else ()
