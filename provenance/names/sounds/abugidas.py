"""Words of the scripts of India and Sri Lanka in Latin letters, and which scripts nobody here can read.

The blocks of these scripts put the same letter in the same place (ISCII, kept by Unicode), so one table reads
all. A consonant is spoken with a, unless a sign takes it away; Hindi, Bengali, Punjabi and Gujarati leave the
last one out.
"""

import unicodedata
from functools import lru_cache

from anyascii import anyascii

_CONSONANTS = dict(
    zip(
        (*range(0x15, 0x3A), *range(0x58, 0x60)),
        (
            "k kh g gh n ch ch j j n t th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h"
            " q kh g z r rh f y"
        ).split(),
        strict=True,
    )
)
_FIRST_VOWELS = dict(zip(range(0x05, 0x15), "a a i i u u ri l e e e ai o o o au".split(), strict=True))
_VOWELS = dict(zip(range(0x3E, 0x4D), "a i i u u ri ri e e e ai o o o au".split(), strict=True))
_NASALS = (0x01, 0x02, 0x70)
_NUKTA, _VIRAMA, _BREATH = 0x3C, 0x4D, 0x03
_WITH_DOT = {"j": "z", "ph": "f", "d": "r", "dh": "rh", "k": "q", "y": "y"}
_CHILLUS = dict(zip(range(0x0D7A, 0x0D80), "n n r l l k".split(), strict=True)) | {0x09CE: "t"}
_FIRST, _SINHALA, _END = 0x0900, 0x0D80, 0x0E00
_BENGALI, _TAMIL = 0x0980, 0x0B80
_SILENT = (0x0900, 0x0980, 0x0A00, 0x0A80)
"""Blocks of the scripts whose last inherent vowel is not spoken."""
_MARKED = (*range(0x0900, 0x1100), *range(0x1780, 0x1800), *range(0x1A20, 0x1AB0))
MARKS = "".join(chr(code) for code in _MARKED if unicodedata.category(chr(code)) in ("Mn", "Mc"))
"""Signs that belong to the words of scripts that write vowels on consonants, from India to Bali."""
_READ = frozenset(
    "LATIN GREEK CYRILLIC ARMENIAN GEORGIAN HEBREW ARABIC DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL"
    " TELUGU KANNADA MALAYALAM SINHALA ETHIOPIC CJK HANGUL HIRAGANA KATAKANA KATAKANA-HIRAGANA FULLWIDTH"
    " HALFWIDTH MODIFIER".split()
)


def is_indic(word: str) -> bool:
    """Does the word begin in a script that `romanise_indic` reads?"""
    return _FIRST <= ord(word[0]) < _END


@lru_cache(maxsize=1 << 12)
def romanise_indic(word: str) -> str:
    """Lower case; what is no letter of these scripts is left out."""
    sounds: list[str] = []
    is_open, is_cluster = False, False  # is the last consonant still without its vowel; did two meet?
    for place, sign in enumerate(word):
        code = ord(sign)
        consonant = _consonant(sign)
        if consonant:
            if is_open:
                sounds.append("a")
            is_cluster = sounds[-1:] == [""]
            is_ya = is_cluster and code == _BENGALI + 0x2F
            sounds.append("" if is_ya else consonant)
            is_open = True
        elif _is_virama(code):
            sounds.append("")
            is_open = False
        elif code & 0x7F == _NUKTA and code < _SINHALA:
            sounds[-1:] = [_WITH_DOT.get(last, last) for last in sounds[-1:]]
        elif _nasal(code):
            sounds += ["a"] * is_open + [_nasal_before(word[place + 1 :])]
            is_open = False
        else:
            vowel = _vowel(sign)
            if is_open and not _is_dependent(code):
                sounds.append("a")
            sounds.append(vowel)
            is_open = is_open and not vowel
    is_spoken = is_cluster or (ord(word[0]) & ~0x7F) not in _SILENT
    if is_open and (is_spoken or not any([sound[-1:] in tuple("aeiou") for sound in sounds if sound])):
        sounds.append("a")
    return "".join(sounds)


def _consonant(sign: str) -> str:
    code = ord(sign)
    if _SINHALA <= code < _END:
        return anyascii(sign).lower() if 0x0D9A <= code <= 0x0DC6 else ""
    if not _FIRST <= code < _SINHALA or code in _CHILLUS:
        return ""
    if code == _TAMIL + 0x1A:
        return "s"
    return "j" if code == _BENGALI + 0x2F else _CONSONANTS.get(code & 0x7F, "")


def _is_virama(code: int) -> bool:
    return code == 0x0DCA or (code < _SINHALA and code & 0x7F == _VIRAMA)


def _nasal(code: int) -> bool:
    if code >= _SINHALA:
        return code == 0x0D82
    return code & 0x7F in _NASALS


def _nasal_before(rest: str) -> str:
    following = _consonant(rest[0]) if rest else ""
    if following == "h":
        return "ng"
    return "m" if following[:1] in ("p", "b", "m") else "n"


def _is_dependent(code: int) -> bool:
    return unicodedata.category(chr(code)) in ("Mn", "Mc")


def _vowel(sign: str) -> str:
    code = ord(sign)
    if code in _CHILLUS:
        return _CHILLUS[code]
    if code >= _SINHALA:
        return "".join([letter for letter in anyascii(sign).lower() if letter.isalnum()])
    place = code & 0x7F
    if place == _BREATH:
        return "h"
    read = _FIRST_VOWELS.get(place) or _VOWELS.get(place)
    return read or "".join([letter for letter in anyascii(sign).lower() if letter.isalnum()])


@lru_cache(maxsize=1 << 13)
def unread_script(text: str) -> str:
    """The first script, in lower case, whose letters cannot be read as they sound; "" if there is none."""
    if text.isascii():
        return ""
    for letter in text:
        script = "LATIN" if letter < "\u0250" or not letter.isalpha() else _script(letter)
        if script not in _READ:
            return script.lower()
    return ""


@lru_cache(maxsize=1 << 12)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "unknown script").split(" ", 1)[0]
