"""What a text says over and over, beyond the places that seeds are made of."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from provenance.model.spans import Span
from provenance.text.shingles import Hashes, Indices, hash_words, shingle_hashes

MOST_PLACES = 20
"""Places of one seed in one text that are compared; a refrain or a formula rarely comes more often."""
GRAM_WORDS = 6
"""Words of the runs by which repetition is told; as words in a plain seed."""


def first_places(grams: Hashes, document: Indices) -> NDArray[np.bool_]:
    """Which places of a gram are among the first MOST_PLACES of their text.

    `grams` ordered, equal ones by text and place. A line that a text holds a hundred thousand times is
    compared in twenty places, so that its passages are twenty times two, and no square of anything.
    """
    place = np.arange(len(grams))
    begins = np.ones(len(grams), bool)
    begins[1:] = (grams[1:] != grams[:-1]) | (document[1:] != document[:-1])
    return place - np.maximum.accumulate(np.where(begins, place, 0)) < MOST_PLACES


def find_repetitions(texts: Mapping[str, str]) -> dict[str, tuple[Span, ...]]:
    """Source id → what stood in MOST_PLACES places of that text before, by start.

    Only words of which every run of GRAM_WORDS words around them has been there so often. Beyond the first
    places no passage begins with such words, though one may run on over them into another text. Texts
    without such repetitions are not named. Time and memory grow with the length of the texts.
    """
    found: dict[str, tuple[Span, ...]] = {}
    for source_id in sorted(texts):
        words = hash_words(texts[source_id])
        is_repeated = find_repeated_words(words.hashes)
        padded = np.concatenate(([False], is_repeated, [False]))
        first = np.flatnonzero(padded[1:] & ~padded[:-1])
        last = np.flatnonzero(padded[:-1] & ~padded[1:]) - 1
        spans = zip(words.starts[first].tolist(), words.ends[last].tolist(), strict=True)
        found |= {source_id: tuple(Span(source_id, *each) for each in spans)} if len(first) else {}
    return found


def describe_repetitions(spans: tuple[Span, ...]) -> str:
    """What was left out of one text, in words; "" if nothing was."""
    if not spans:
        return ""
    return (
        f"what it repeats more than {MOST_PLACES} times is looked for in its first {MOST_PLACES} places only"
        f" ({sum(map(len, spans)):,} characters are beyond them)"
    )


def find_repeated_words(hashes: Hashes) -> NDArray[np.bool_]:
    """Which words of one text are such repetitions; `hashes`: of all its words in order."""
    is_kept = np.zeros(len(hashes) + 1, np.int64)
    grams = shingle_hashes(hashes, tuple(range(GRAM_WORDS)))
    if len(grams) <= MOST_PLACES:
        return np.zeros(len(hashes), bool)
    order = np.argsort(grams, kind="stable")
    kept = order[first_places(grams[order], np.zeros(len(grams), np.int64))]
    np.add.at(is_kept, kept, 1)
    np.add.at(is_kept, kept + GRAM_WORDS, -1)
    is_repeated: NDArray[np.bool_] = np.cumsum(is_kept)[:-1] == 0
    return is_repeated
