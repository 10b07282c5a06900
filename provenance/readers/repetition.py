"""Texts that are mostly one passage again and again, or a list of names: comparing them costs more than it
tells."""

import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module

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
_CAPITALISED = r"[^\W\d_a-z][^\W\d_]{0,30}"
_BETWEEN = r"[ '‘’‑-]{1,2}"
_NAME = re.compile(
    rf"(?<![\w'-]){_CAPITALISED}(?:{_BETWEEN}(?:[a-z]{{1,3}}{_BETWEEN})?{_CAPITALISED}){{1,3}}"
)
_LEAST_CAPITALS = 2 * MOST_NAMES
_CAPITALS = bytes([*range(0x41, 0x5B), *range(0xC0, 0xDF)])
"""In Latin-1."""


def find_repetition(text: str) -> Iterator[Notice]:
    """A notice if at least half of the text's passages stand in it MOST_REPEATS times or more."""
    least = MOST_REPEATS + PASSAGE_WORDS
    words = text.split() if len(text) >= 2 * least - 1 else []
    if len(words) < least or not _may_repeat(words):
        return
    numbers, letter_share = _number_words(words)
    if letter_share < _LEAST_LETTER_SHARE:
        return
    # Only now: most files have no need of it, and loading numpy takes longer than reading them.
    counts = import_module("provenance.readers.passages").count_passages(numbers, PASSAGE_WORDS)
    repeated = [count for count in counts if count >= MOST_REPEATS]
    share = sum(repeated) / (len(words) - PASSAGE_WORDS + 1)
    if share >= 0.5:
        message = f"{share:.0%} of the text is a passage that stands in it {max(repeated):,} times"
        yield Notice(Code.REPEATED_PASSAGE, message)


def _may_repeat(words: list[str]) -> bool:
    """Do so many words stand there often enough to begin half of the passages? Every word of a passage
    stands in the text as often as the passage."""
    often = sum(count for count in Counter(words).values() if count >= MOST_REPEATS)
    return 2 * often > len(words) - PASSAGE_WORDS


def _number_words(words: list[str]) -> tuple[list[int], float]:
    """A number for each word, the same for equal words; and which share of the words have a letter."""
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words), 1)}
    lettered = {word for word in numbers if any(map(str.isalpha, word[:100]))}
    share = sum(1 for word in words if word in lettered) / len(words)
    return list(map(numbers.__getitem__, words)), share


def find_variants(text: str) -> Iterator[Notice]:
    """A notice if the text holds more different names than one document's comparison is made for."""
    if len(text) < 8 * MOST_NAMES or _count_capitals(text) < _LEAST_CAPITALS:
        return
    count = len({name[0] for name in _NAME.finditer(text)})
    if count > MOST_NAMES:
        message = f"{count:,} different names: they are compared only with those that sound alike"
        yield Notice(Code.TOO_MANY_VARIANTS, message)


def _count_capitals(text: str) -> int:
    """How many capitals of A-Z and Latin-1 `text` has."""
    encoded = text.encode("latin-1", "replace")
    return len(encoded) - len(encoded.translate(None, _CAPITALS))
