"""Latin spellings of words in any script, and whether the script left the vowels out."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
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
_BY_WORD = re.compile("[\u0370-\u03ff\u0900-\u1100\u1780-\u1800\u1a20-\u1aaf\u3400-\u9fff\uac00-\ud7a3]")
"""Scripts in which a letter is read by others of its word."""
_ONLY_SYLLABIC = re.compile("[\u3400-\u9fff\uac00-\ud7a3 ]+")
_ONLY_GREEK = re.compile("[\u0370-\u03ff ,.-]+")
_ARTICLE = re.compile(r"(?<![^\W_])(ال)(?=[^\W_]{3})")
_APART = re.compile("[^a-z0-9\n]+")
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


class _Ascii(dict[int, str]):
    """Code point → its usual spelling in ASCII; filled as they are met."""

    def __missing__(self, code: int) -> str:
        spelt = self[code] = anyascii(chr(code))
        return spelt


class _Consonants(dict[int, str]):
    """The same for words in consonants: lower-case letters and digits."""

    def __missing__(self, code: int) -> str:
        spelt = _CONSONANT_LETTERS.get(chr(code)) or anyascii(chr(code))
        kept = self[code] = _NO_LETTER.sub("", spelt).lower()
        return kept


class _ByLetter(dict[int, str]):
    """Code point → its letters and digits in lower case; a space for what is none."""

    def __missing__(self, code: int) -> str:
        is_read = _WORD.match(chr(code)) is not None
        kept = self[code] = _CONSONANTS[code] if is_read else "\n" if code == _LINE else " "
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


@lru_cache(maxsize=1 << 13)
def romanise(text: str) -> tuple[RomanWord, ...]:
    """The words of `text` in Latin letters, in order; only the first LONGEST_NAME characters are read."""
    return _read(text, _romanise_word)


def romanise_once(text: str) -> tuple[RomanWord, ...]:
    """The same for texts that are read but once, entries of tables: nothing is kept of them."""
    return _read(text, _read_word)


def fold_texts(texts: Iterable[str]) -> dict[str, str]:
    """Of each text the words that `romanise` gives, in lower case with one space between, in the same order.

    For tables: all are read at once, as lines of one text.
    """
    folded = dict.fromkeys(texts, "")
    plain, others = [], []
    for text in folded:
        if not text.isascii():
            others.append(text)
        elif text.isalnum():
            folded[text] = text[:LONGEST_NAME].lower()  # most entries are one plain word
        else:
            plain.append(text)
    folded |= zip(plain, _read_lines(plain, _fold_ascii), strict=True)
    folded |= zip(others, _read_lines(others, _fold_lines), strict=True)
    return folded


def _read_lines(texts: Sequence[str], fold: Callable[[str], list[str]]) -> list[str]:
    lines = fold("\n".join([text[:LONGEST_NAME] for text in texts])) if texts else []
    if len(lines) == len(texts):
        return lines
    return [" ".join([word.text.lower() for word in romanise_once(text)]) for text in texts]  # line breaks


def _fold_ascii(lines: str) -> list[str]:
    for mark in _ASCII_APOSTROPHES:
        lines = lines.replace(mark, "")
    return [line.strip() for line in _APART.sub(" ", lines.lower()).split("\n")]


def _fold_lines(joined: str) -> list[str]:
    lines = unicodedata.normalize("NFKC", joined).translate(_SEEN).split("\n")
    read = ["" if _BY_WORD.search(line) else line for line in lines]
    read = _ARTICLE.sub(r"\1 ", "\n".join(read)).translate(_BY_LETTER).split("\n")
    return [
        " ".join(by_letter.split() if by_letter else _words_of(line))
        for line, by_letter in zip(lines, read, strict=True)
    ]


def _words_of(line: str) -> list[str]:
    if _ONLY_SYLLABIC.fullmatch(line):
        return [text.lower() for text in _SYLLABLE.findall(line.translate(_ASCII))]
    if _ONLY_GREEK.fullmatch(line):
        return _GREEK_Y.sub("u", line.translate(_BY_LETTER)).split()
    return [word.text.lower() for marked in _MARKED_WORD.findall(line) for word in _read_word(marked)]


def _read(text: str, read_word: Callable[[str], tuple[RomanWord, ...]]) -> tuple[RomanWord, ...]:
    text = text[:LONGEST_NAME]
    words = latin_words(text)
    if words is not None:
        return tuple([_plain_word(word) for word in words])
    plain = unicodedata.normalize("NFKC", text).translate(_SEEN)
    if plain.isascii():
        return tuple([_plain_word(word) for word in _WORD.findall(plain)])
    found: list[RomanWord] = []
    for word in _MARKED_WORD.findall(plain):
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
    latin = word.translate(_ASCII)
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
    latin = word.translate(_CONSONANTS)
    return (*article, RomanWord(latin, is_vowelless=True)) if latin else ()
