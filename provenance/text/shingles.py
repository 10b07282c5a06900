"""Words of a text as numbers, and n-grams of them: the raw material of fingerprints and seeds.

The unit is a run of letters and digits, folded as in `folding`; in scripts written without spaces
(Han, kana, Thai, Lao, Burmese, Khmer) it is one character.
"""

import re
from typing import TypeVar

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from provenance.text.folding import fold_character

Hashes = NDArray[np.uint64]
Indices = NDArray[np.int64]
Numbers = TypeVar("Numbers", NDArray[np.uint64], NDArray[np.uint32], NDArray[np.int64])

STEM_LETTERS = 6
"""Letters of a word that its stem hash covers: inflections and damage at the end do not change it."""

_UNREAD, _SEPARATOR, _IGNORED, _EXPANDED = 0xFFFFFFFF, 0, 1, 2
_LETTER_BASE = 16
_POSITIONS = 64
_BROKEN_WORD = re.compile("(?<=[^\\W\\d_])[-\u2010\u00ac]\\r?\\n[ \\t]{0,40}(?=[^\\W\\d_])")
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)

# One entry a code point, filled when a code point is first met: a pure function's memory.
_FOLDED = np.full(0x110000, _UNREAD, np.uint32)


@frozen(eq=False)
class HashedWords:
    """Words of one text, a row each: where they stand, 64-bit hashes of the folded word and of its stem.

    `starts`, `ends`: code points in the text, end excluded. `letters`: folded letters of the word.
    """

    starts: Indices
    ends: Indices
    hashes: Hashes
    stems: Hashes
    letters: Indices

    def __len__(self) -> int:
        return len(self.starts)


def hash_words(text: str) -> HashedWords:
    """The words of `text`, in order. A word broken by a hyphen at a line's end is one word."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    folded = _fold_codes(codes)
    for broken in _BROKEN_WORD.finditer(text):
        if text[broken.end()].islower():
            folded[broken.start() : broken.end()] = _IGNORED
    places = np.flatnonzero(folded != _IGNORED)
    folded = folded[places]
    if (folded == _EXPANDED).any():
        folded, places = _expand(codes, folded, places)
    return _hash_runs(folded, places)


def distinct(values: Numbers) -> Numbers:
    """The different values in their order, by one sort: `numpy.unique` goes by a hash table since 2.3, which
    takes 5 to 15 times as long here and more for each value the more there are."""
    ordered = np.sort(values)
    is_new = np.ones(len(ordered), bool)
    is_new[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_new]


def mix(values: Hashes) -> Hashes:
    """A bijection on 64 bits in which every input bit moves every output bit (splitmix64's finaliser)."""
    values = values ^ (values >> np.uint64(30))
    values = values * np.uint64(0xBF58476D1CE4E5B9)
    values = values ^ (values >> np.uint64(27))
    values = values * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def constants(count: int, start: int) -> Hashes:
    """`count` odd 64-bit numbers, the same everywhere and always (splitmix64 from `start`)."""
    steps = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    return mix(steps + np.uint64(start)) | np.uint64(1)


_WEIGHTS = constants(_POSITIONS, 0x70726F76)
_GRAM_WEIGHTS = constants(_POSITIONS, 0x6772616D)


def shingle_hashes(hashes: Hashes, pattern: tuple[int, ...]) -> Hashes:
    """Ordered n-grams of word hashes: entry i covers words i + p for p in `pattern`; it starts with 0.

    len(hashes) - pattern[-1] entries, none if the text is shorter. `range(n)` gives plain n-grams.
    """
    count = len(hashes) - pattern[-1]
    if count <= 0:
        return np.zeros(0, np.uint64)
    total = np.zeros(count, np.uint64)
    for weight, offset in zip(_GRAM_WEIGHTS, pattern, strict=False):
        total += hashes[offset : offset + count] * weight
    return mix(total)


def _fold_codes(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    folded = _FOLDED[codes]
    for code in distinct(codes[folded == _UNREAD]).tolist():
        letters = fold_character(chr(code))
        if letters in ("", " "):
            _FOLDED[code] = _SEPARATOR if letters else _IGNORED
        else:
            _FOLDED[code] = ord(letters) + _LETTER_BASE if len(letters) == 1 else _EXPANDED
    return _FOLDED[codes]


def _expand(
    codes: NDArray[np.uint32], folded: NDArray[np.uint32], places: Indices
) -> tuple[NDArray[np.uint32], Indices]:
    """Ligatures and the like, one row for each of their letters."""
    whole = np.flatnonzero(folded == _EXPANDED)
    letters = [fold_character(chr(code)) for code in codes[places[whole]].tolist()]
    counts = np.ones(len(folded), np.int64)
    counts[whole] = [len(each) for each in letters]
    longer = np.repeat(folded, counts)
    longer[longer == _EXPANDED] = [ord(c) + _LETTER_BASE for each in letters for c in each]
    return longer, np.repeat(places, counts)


def _hash_runs(folded: NDArray[np.uint32], places: Indices) -> HashedWords:
    is_letter = folded > _IGNORED
    if not is_letter.any():
        none, nothing = np.zeros(0, np.int64), np.zeros(0, np.uint64)
        return HashedWords(none, none, nothing, nothing, none)
    single = _is_unspaced(folded)
    begins = is_letter.copy()
    begins[1:] &= ~is_letter[:-1] | single[1:] | single[:-1]
    letter_rows = np.flatnonzero(is_letter)
    first = np.flatnonzero(begins[letter_rows])
    letters = np.diff(np.append(first, len(letter_rows)))
    place_in_word = np.arange(len(letter_rows)) - np.repeat(first, letters)
    weighted = folded[letter_rows].astype(np.uint64) * _WEIGHTS[np.minimum(place_in_word, _POSITIONS - 1)]
    stems = np.where(place_in_word < STEM_LETTERS, weighted, np.uint64(0))
    last = first + letters - 1
    return HashedWords(
        places[letter_rows[first]].astype(np.int64),
        places[letter_rows[last]].astype(np.int64) + 1,
        mix(np.add.reduceat(weighted, first)),
        mix(np.add.reduceat(stems, first)),
        letters.astype(np.int64),
    )


def _is_unspaced(folded: NDArray[np.uint32]) -> NDArray[np.bool_]:
    found = np.zeros(len(folded), bool)
    if folded.max(initial=0) < _UNSPACED[0][0]:
        return found
    for low, high in _UNSPACED:
        found |= (folded >= low + _LETTER_BASE) & (folded <= high + _LETTER_BASE)
    return found


def winnow(hashes: Hashes, window: int) -> Indices:
    """Indices of the hashes kept: the least of every `window` consecutive ones, the rightmost of equals.

    Any `window` consecutive hashes that two texts share give at least one index in both (Schleimer,
    Wilkerson and Aiken 2003). Fewer hashes than a window count as one window.
    """
    if not len(hashes):
        return np.zeros(0, np.int64)
    width = min(window, len(hashes))
    windows = np.lib.stride_tricks.sliding_window_view(hashes, width)
    least = width - 1 - windows[:, ::-1].argmin(axis=1)
    return distinct(least + np.arange(len(windows)))
