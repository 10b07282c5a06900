"""Folded forms of a text, each with a map back to the offsets of the original."""

import unicodedata
from functools import lru_cache

from attrs import frozen

APOSTROPHES = frozenset("'\u2018\u2019\u201b\u02bc\u02be\u02bf\u02bb\u02b9`\u00b4\u2032\uff07")
"""Apostrophes, quotation marks used as such, hamza and ayn: dropped, so that Asa'ib folds to asaib."""

_IGNORED = frozenset({"Mn", "Me", "Cf", "Lm"})


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
    ignored (apostrophes, combining marks, soft hyphens), " " for everything that separates."""
    if character in APOSTROPHES or unicodedata.category(character) in _IGNORED:
        return ""
    kept = [
        c
        for c in unicodedata.normalize("NFKD", character).casefold()
        if unicodedata.category(c) not in _IGNORED and c.isalnum()
    ]
    return "".join(kept) or " "


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
