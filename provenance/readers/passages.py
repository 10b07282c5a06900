"""How often each passage of a text stands in it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_BASE = np.uint64(0x9E3779B97F4A7C15)
"""An odd number whose bits are well mixed: the golden ratio times 2**64 (Knuth's multiplicative hashing)."""


def count_passages(words: Sequence[int], length_words: int) -> list[int]:
    """How often each of the different runs of `length_words` words occurs, in no order that says anything.

    `words`: a number for each word of the text. `length_words`: a power of two.
    """
    _, counts = np.unique(_hash_passages(np.array(words, np.uint64), length_words), return_counts=True)
    found: list[int] = counts.tolist()
    return found


def _hash_passages(numbers: NDArray[np.uint64], length_words: int) -> NDArray[np.uint64]:
    """A hash for each run of words: of two runs of half the length, again and again."""
    hashes = numbers * _BASE
    base, reach = int(_BASE), 1
    while reach < length_words:
        hashes = hashes[:-reach] * np.uint64(base) + hashes[reach:]
        hashes ^= hashes >> np.uint64(29)
        base = base * base % (1 << 64)
        reach *= 2
    return hashes
