"""Texts that are mostly one passage again and again, or a list of names: comparing them costs more than it
tells."""

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from provenance.model.notices import Code, Notice

PASSAGE_WORDS = 64
"""Words of a passage, a long paragraph. Shorter ones stand often in honest tables and lists."""
MOST_REPEATS = 1_000
"""From so many on, a passage of a text is said to be repeated: no refrain or footer of a book comes near."""
MOST_NAMES = 5_000
"""Different sequences of two to four capitalised words; a novel has two thousand. Names are compared within
blocks of those that sound alike: beyond this, not each with each."""

_LEAST_LETTER_SHARE = 0.5
"""Share of the words that must have a letter: tables of figures repeat themselves honestly."""
_HALVINGS = 6
_BASE = np.uint64(0x9E3779B97F4A7C15)
"""An odd number whose bits are well mixed: the golden ratio times 2**64 (Knuth's multiplicative hashing)."""
_CAPITALISED = r"[^\W\d_a-z][^\W\d_]{0,30}"
_BETWEEN = r"[ '‘’‑-]{1,2}"
_NAME = re.compile(
    rf"(?<![\w'-]){_CAPITALISED}(?:{_BETWEEN}(?:[a-z]{{1,3}}{_BETWEEN})?{_CAPITALISED}){{1,3}}"
)
_LEAST_CAPITALS = 2 * MOST_NAMES
_CAPITAL = re.compile("[A-Z\u00c0-\u00de]")


def find_repetition(text: str) -> Iterator[Notice]:
    """A notice if at least half of the text's passages stand in it MOST_REPEATS times or more."""
    words = text.split()
    if len(words) < MOST_REPEATS + PASSAGE_WORDS:
        return
    numbers, letter_share = _number_words(words)
    if letter_share < _LEAST_LETTER_SHARE:
        return
    hashes = _hash_passages(numbers)
    _, counts = np.unique(hashes, return_counts=True)
    repeated = counts[counts >= MOST_REPEATS]
    share = int(repeated.sum()) / len(hashes)
    if share >= 0.5:
        message = f"{share:.0%} of the text is a passage that stands in it {int(repeated.max()):,} times"
        yield Notice(Code.REPEATED_PASSAGE, message)


def _number_words(words: list[str]) -> tuple[NDArray[np.uint64], float]:
    """A number for each word, the same for equal words; and which share of the words have a letter."""
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words), 1)}
    lettered = {word for word in numbers if any(map(str.isalpha, word[:100]))}
    share = sum(1 for word in words if word in lettered) / len(words)
    return np.fromiter(map(numbers.__getitem__, words), np.uint64, len(words)), share


def _hash_passages(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A hash for each run of PASSAGE_WORDS words: of two runs of half the length, six times."""
    hashes = numbers * _BASE
    base = int(_BASE)
    for halving in range(_HALVINGS):
        reach = 1 << halving
        hashes = hashes[:-reach] * np.uint64(base) + hashes[reach:]
        hashes ^= hashes >> np.uint64(29)
        base = base * base % (1 << 64)
    return hashes


def find_variants(text: str) -> Iterator[Notice]:
    """A notice if the text holds more different names than one document's comparison is made for."""
    if len(text) < 8 * MOST_NAMES or len(_CAPITAL.findall(text)) < _LEAST_CAPITALS:
        return
    count = len({name[0] for name in _NAME.finditer(text)})
    if count > MOST_NAMES:
        message = f"{count:,} different names: they are compared only with those that sound alike"
        yield Notice(Code.TOO_MANY_VARIANTS, message)
