"""Latin spellings of words in any script, and whether the script left the vowels out."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from string import ascii_uppercase

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
_AZERBAIJANI = {"ə": "a", "Ə": "A"}
"""As names are spelt abroad: Heydər Əliyev, Heydar Aliyev."""
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
_ARTICLE = re.compile(r"(?<![^\W_])(ال)(?=[^\W_]{3})")
_APART = re.compile("[^a-z0-9\n]+")
_DIGITS = re.compile("[0-9]+")
_LINE = 10
_SYLLABLE = re.compile(r"[A-Z][a-z]*|[a-z]+|[0-9]+")


@frozen
class RomanWord:
    """`text`: Latin letters or digits, capitals kept. `is_vowelless`: written in consonants.

    `is_syllable`: one syllable of a script that does not put spaces between words (Han, Hangul).
    """

    text: str
    is_vowelless: bool = False
    is_syllable: bool = False


_Read = tuple[str, bool, bool]
"""The fields of a word: what is kept of thousands are values that sweeps for cycles pass by."""


class _Ascii(dict[int, str]):
    """Code point → its usual spelling in ASCII; filled as they are met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        spelt = self[code] = _AZERBAIJANI.get(letter) or anyascii(letter)
        return spelt


class _Consonants(dict[int, str]):
    """The same for words in consonants: lower-case letters and digits."""

    def __missing__(self, code: int) -> str:
        spelt = _CONSONANT_LETTERS.get(chr(code)) or _ASCII[code]
        kept = self[code] = _NO_LETTER.sub("", spelt).lower()
        return kept


class _ByLetter(dict[int, str]):
    """Code point → its letters and digits in lower case; a space for what is none."""

    def __missing__(self, code: int) -> str:
        if code in _DROPPED:
            kept = ""
        elif _WORD.match(chr(code)) is not None:
            kept = _CONSONANTS[code]
        else:
            kept = "\n" if code == _LINE else " "
        self[code] = kept
        return kept


class _Seen(dict[int, int | None]):
    """Code point → itself, or None for what is dropped or not seen; filled as they are met."""

    def __missing__(self, code: int) -> int | None:
        is_unseen = unicodedata.category(chr(code)) in _UNSEEN and code not in _KEPT_MARKS
        kept = self[code] = None if is_unseen else code
        return kept


_ASCII = _Ascii()
_CONSONANTS = _Consonants()
_BY_LETTER = _ByLetter()
_SEEN = _Seen(_DROPPED)


@lru_cache(maxsize=1 << 10)  # what is read of whole names is kept elsewhere
def romanise(text: str) -> tuple[RomanWord, ...]:
    """The words of `text` in Latin letters, in order; only the first LONGEST_NAME characters are read."""
    return _read(text, _romanise_word)


def romanise_once(text: str) -> tuple[RomanWord, ...]:
    """The same for texts that are read but once, entries of tables: nothing is kept of them."""
    return _read(text, _read_word)


def fold_texts(texts: Iterable[str]) -> dict[str, str]:
    """Of each text the words that `romanise` gives, in lower case with one space between, in the same order.

    For tables: those of one sort are read at once, as lines of one text.
    """
    folded = {text: text.lower() if text.isalnum() else "" for text in texts}  # most are one plain word
    plain = [text for text, read in folded.items() if not read and text.isascii()]
    others = [text for text in folded if not text.isascii()]
    long = [text for text in folded if len(text) > LONGEST_NAME]
    folded |= zip(plain, _fold_lines(plain, _fold_ascii), strict=True)
    for written, fold in _BY_SCRIPT:
        chosen = [text for text in others if written.fullmatch(text)]
        folded |= zip(chosen, _fold_lines(chosen, fold), strict=True)
        others = [text for text in others if not written.fullmatch(text)]
    return folded | {text: _fold_alone(text) for text in (*others, *long)}


def _fold_lines(texts: Sequence[str], fold: Callable[[str], str]) -> list[str]:
    lines = fold("\n".join(texts)).split("\n") if texts else []
    if len(lines) != len(texts):  # line breaks in them
        return [_fold_alone(text) for text in texts]
    return [" ".join(line.split()) if "  " in line else line.strip() for line in lines]


def _fold_alone(text: str) -> str:
    return " ".join([word.text.lower() for word in romanise_once(text)])


def _fold_ascii(lines: str) -> str:
    for mark in _ASCII_APOSTROPHES:
        lines = lines.replace(mark, "")
    return _APART.sub(" ", lines.lower())


def _fold_letters(lines: str) -> str:
    return _ARTICLE.sub(r"\1 ", lines).translate(_BY_LETTER)


def _fold_greek(lines: str) -> str:
    return _GREEK_Y.sub("u", lines.translate(_BY_LETTER))


def _fold_syllables(lines: str) -> str:
    lines = lines.translate(_ASCII)
    for letter in ascii_uppercase:
        lines = lines.replace(letter, f" {letter}")
    return _APART.sub(" ", _DIGITS.sub(r" \g<0> ", lines.lower()))


_BY_SCRIPT = (
    (
        re.compile(
            "[\x00-\x7f\u2013\u2014\u2018\u2019\u02bc\u05f3\u060c\xc0-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0180-\u01c3"
            "\u01cd-\u01f0\u01f4-\u024f\u1e00-\u1e99\u1e9c-\u1eff\u0400-\u0481\u048a-\u052f\u05d0-\u05ea"
            "\u0620-\u063f\u0641-\u064a\u0671-\u0674\u0679-\u06d3\u3041-\u3096\u30a1-\u30fa\u30fc]*"
        ),
        _fold_letters,
    ),
    (re.compile("[\u0386\u0388-\u03ce ,.-]*"), _fold_greek),
    (re.compile("[\u4e00-\u9fff\uac00-\ud7a3 ]*"), _fold_syllables),
)
"""Letters that mean the same in every word and that no normal form changes; Greek; Han and Hangul."""


def _read(text: str, read_word: Callable[[str], tuple[_Read, ...]]) -> tuple[RomanWord, ...]:
    text = text[:LONGEST_NAME]
    words = latin_words(text)
    if words is not None:
        return tuple([_plain_word(word) for word in words])
    plain = unicodedata.normalize("NFKC", text).translate(_SEEN)
    if plain.isascii():
        return tuple([_plain_word(word) for word in _WORD.findall(plain)])
    found: list[RomanWord] = []
    for word in _MARKED_WORD.findall(plain):
        found += [RomanWord(*read) for read in read_word(word)]
    return tuple(found)


def is_plain(text: str) -> bool:
    """Is it words of letters from A to Z, with one space between, in which nothing more can stand?"""
    if not text.isascii() or not text.replace(" ", "").isalpha():
        return False
    return "  " not in text and text[0] != " " != text[-1]


def latin_words(text: str) -> list[str] | None:
    """What `romanise` gives of a text in ASCII, without more ado; None of any other."""
    if is_plain(text):
        return text[:LONGEST_NAME].split()
    if not text.isascii():
        return None
    plain = text[:LONGEST_NAME]
    for mark in _ASCII_APOSTROPHES:
        plain = plain.replace(mark, "")
    return _WORD.findall(plain)


@lru_cache(maxsize=1 << 11)
def _plain_word(word: str) -> RomanWord:
    """One value for a word that many names have."""
    return RomanWord(word)


def _read_word(word: str) -> tuple[_Read, ...]:
    if word.isascii():
        return ((word, False, False),)
    if not _CONSONANT_LETTERS.keys().isdisjoint(word):
        return _romanise_consonants(word)
    if is_indic(word):
        joined = _NO_LETTER.sub("", romanise_indic(word))
        return ((joined[:1].upper() + joined[1:], False, False),) if joined else ()
    latin = word.translate(_ASCII)
    if _SYLLABIC.search(word):
        return tuple((found, False, True) for found in _SYLLABLE.findall(latin))
    joined = _NO_LETTER.sub("", latin)
    if _GREEK.search(word):
        joined = _GREEK_Y.sub("u", joined)
    return ((joined, False, False),) if joined else ()


_romanise_word = lru_cache(maxsize=1 << 15)(_read_word)


def _romanise_consonants(word: str) -> tuple[_Read, ...]:
    article: tuple[_Read, ...] = ()
    if word.startswith("ال") and len(word) > 4:
        article, word = (("al", False, False),), word[2:]
    latin = word.translate(_CONSONANTS)
    return (*article, (latin, True, False)) if latin else ()
