"""Folded forms of a text, each with a map back to the offsets of the original."""

import unicodedata
from functools import lru_cache

from attrs import frozen

APOSTROPHES = frozenset("'\u2018\u2019\u201b\u02bc\u02be\u02bf\u02bb\u02b9`\u00b4\u2032\uff07")
"""Apostrophes, quotation marks used as such, hamza and ayn: dropped, so that Asa'ib folds to asaib."""

_ONE_LETTER = str.maketrans(
    "\u0131\u0649\u06cc\u06a9\u06be\u06c1\u06d5", "i\u064a\u064a\u0643\u0647\u0647\u0647"
)
"""One letter by two code points: dotless i, whose capital is that of i elsewhere; yeh, kaf and heh as
keyboards for Arabic, Persian, Urdu and Kurdish have them."""
_IGNORED = frozenset({"Mn", "Me", "Mc", "Cf", "Lm"})
_MARKS = frozenset({"Mn", "Me", "Mc"})
_VOWEL_SIGNS = (
    (0x0900, 0x0DFF),
    (0x0F00, 0x0FFF),
    (0x1700, 0x177F),
    (0x1900, 0x1C4F),
    (0xA800, 0xABFF),
    (0x11000, 0x11FFF),
)
"""Scripts of India and its neighbours that part words: their vowels are marks, and no diacritics."""


@frozen
class Folded:
    """`text`: lower case, no diacritics, no apostrophes, separators as one space each run.

    `origin[i]`: offset in the original of the code point that gave `text[i]`; len(origin) == len(text).
    """

    text: str
    origin: tuple[int, ...]

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of the folded range [start, end), end excluded. The range is not empty."""
        return self.origin[start], self.origin[end - 1] + 1


@lru_cache(maxsize=1 << 16)
def fold_character(character: str) -> str:
    """The folded form of one code point: letters and digits in lower case without marks, "" if it is
    ignored (apostrophes, combining marks, soft hyphens), " " for everything that separates.

    A vowel sign of an Indic script is a letter: without them its words would be parted or alike.
    """
    if character in APOSTROPHES or _is_ignored(character):
        return ""
    kept = [
        c
        for c in unicodedata.normalize("NFKD", character).casefold().translate(_ONE_LETTER)
        if not _is_ignored(c) and (c.isalnum() or unicodedata.category(c) in _MARKS)
    ]
    return "".join(kept) or " "


def is_mark(character: str) -> bool:
    """Is it written on, around or beside the letter before it?"""
    return unicodedata.category(character) in _MARKS


def _is_ignored(character: str) -> bool:
    """Passed over; no vowel sign, which has no place of its own in the order of diacritics (class 0)."""
    category = unicodedata.category(character)
    if category not in _IGNORED:
        return False
    is_sign = category == "Mc" or (category == "Mn" and not unicodedata.combining(character))
    return not (is_sign and any(low <= ord(character) <= high for low, high in _VOWEL_SIGNS))


def fold(text: str) -> Folded:
    """`text` folded, with its origin map. Runs of separators become one space; none at either end."""
    letters: list[str] = []
    origin: list[int] = []
    for offset, character in enumerate(text):
        for folded in fold_character(character):
            if folded == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(folded)
            origin.append(offset)
    if letters and letters[-1] == " ":
        letters.pop()
        origin.pop()
    return Folded("".join(letters), tuple(origin))


class _Folds(dict[int, str]):
    """Code point → its folded form, made when first met: faster than character by character."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_character(chr(code))
        return folded


_FOLDS = _Folds()


def fold_text(text: str) -> str:
    """Only the folded text: for keys, look-ups and full-text search."""
    return " ".join(text.translate(_FOLDS).split())
