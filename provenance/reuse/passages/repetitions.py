"""What a text says over and over, beyond the places that seeds are made of."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from provenance.model.spans import Span
from provenance.text.shingles import Hashes, Indices, distinct, hash_texts, mix, shingle_hashes

MOST_PLACES = 20
"""Places of one seed in one text that are compared; a refrain or a formula rarely comes more often."""
GRAM_WORDS = 6
"""Words of the runs by which repetition is told; as words in a plain seed."""
BLOCK_WORDS = 1 << 16
"""Words of texts that are looked at together: their arrays stay in the processor's cache."""
_NUMBER = np.uint64(1)
"""What stands for any number where only the form counts."""
_BUCKET_SHIFT = np.uint64(64 - 18)
"""Runs are counted in 2**18 buckets."""


def first_places(grams: Hashes, document: Indices) -> NDArray[np.bool_]:
    """Which places of a gram are among the first MOST_PLACES of their text.

    `grams` ordered, equal ones by text and place. A line that a text holds a hundred thousand times is
    compared in twenty places, so that its passages are twenty times two, and no square of anything.
    """
    place, begins = np.arange(len(grams)), _begin_groups(grams, document)
    return place - np.maximum.accumulate(np.where(begins, place, 0)) < MOST_PLACES


def find_repetitions(texts: Mapping[str, str]) -> dict[str, tuple[Span, ...]]:
    """Source id → what stood in MOST_PLACES places of that text before, by start.

    Only words of which every run of GRAM_WORDS words around them has been there so often. Beyond the first
    places no passage begins with such words, though one may run on over them into another text. Texts
    without such repetitions are not named. Time and memory grow with the length of the texts.
    """
    names = sorted(texts)
    words, first = hash_texts([texts[name] for name in names])
    is_repeated, _ = mark_repetitions(words.hashes, first, words.numbers)
    found: dict[str, tuple[Span, ...]] = {}
    for text in distinct(np.searchsorted(first, np.flatnonzero(is_repeated), "right") - 1).tolist():
        rows = slice(int(first[text]), int(first[text + 1]))
        padded = np.concatenate(([False], is_repeated[rows], [False]))
        begins = np.flatnonzero(padded[1:] & ~padded[:-1])
        last = np.flatnonzero(padded[:-1] & ~padded[1:]) - 1
        spans = zip(words.starts[rows][begins].tolist(), words.ends[rows][last].tolist(), strict=True)
        found[names[text]] = tuple(Span(names[text], *each) for each in spans)
    return found


def describe_repetitions(spans: tuple[Span, ...]) -> str:
    """What was left out of one text, in words; "" if nothing was."""
    if not spans:
        return ""
    return (
        f"what it repeats more than {MOST_PLACES} times is looked for in its first {MOST_PLACES} places only"
        f" ({sum(map(len, spans)):,} characters are beyond them)"
    )


def mark_repetitions(
    hashes: Hashes, first: Indices, numbers: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """(which words are such repetitions; which stand in a run that their text says in more than MOST_PLACES
    places, the first ones included, be it with other numbers: the lines of a log differ in nothing else).
    `numbers`: which words are numbers."""
    is_repeated, is_formula = np.zeros(len(hashes), bool), np.zeros(len(hashes), bool)
    for begin, end in row_blocks(first):
        bounds = first[begin : end + 1]
        rows = slice(int(bounds[0]), int(bounds[-1]))
        runs, further = _frequent_runs(hashes[rows], numbers[rows], bounds - bounds[0])
        if len(further):
            is_repeated[rows] = _covered_by(further, bounds - bounds[0])
        if len(runs):
            is_formula[rows] = _held_by(runs, rows.stop - rows.start) > 0
    return is_repeated, is_formula


def row_blocks(first: Indices, words: int = BLOCK_WORDS) -> Iterator[tuple[int, int]]:
    """(first text, end) of groups of texts that follow each other, of about `words` words together."""
    begin = 0
    while begin < len(first) - 1:
        end = max(begin + 1, int(np.searchsorted(first, first[begin] + words, "right")) - 1)
        yield begin, end
        begin = end


def _frequent_runs(hashes: Hashes, numbers: NDArray[np.bool_], first: Indices) -> tuple[Indices, Indices]:
    """(where runs stand that their text says in more than MOST_PLACES places, whatever the numbers in them;
    where runs stand that it has said so often before, the same numbers in them), both in order."""
    pattern = tuple(range(GRAM_WORDS))
    forms = shingle_hashes(np.where(numbers, _NUMBER, hashes), pattern)
    text = np.repeat(np.arange(len(first) - 1), np.diff(first))
    inside = np.flatnonzero(text[: len(forms)] == text[len(text) - len(forms) :])
    buckets = ((forms[inside] ^ mix(text[inside].astype(np.uint64))) >> _BUCKET_SHIFT).astype(np.int64)
    rows = inside[np.bincount(buckets)[buckets] > MOST_PLACES]  # few, mostly none
    if not len(rows):
        return rows, rows
    runs, is_further = _in_many_places(forms, text, rows)
    group = np.cumsum(_begin_groups(forms[runs], text[runs])) - 1
    frequent = np.sort(runs[np.bincount(group, weights=is_further)[group] > 0])
    runs, is_further = _in_many_places(shingle_hashes(hashes, pattern), text, frequent)
    return frequent, np.sort(runs[is_further])


def _in_many_places(grams: Hashes, text: Indices, rows: Indices) -> tuple[Indices, NDArray[np.bool_]]:
    """(the rows by text and gram; which of them are beyond the first places of theirs)."""
    rows = rows[np.lexsort((rows, grams[rows], text[rows]))]
    return rows, ~first_places(grams[rows], text[rows])


def _begin_groups(grams: Hashes, document: Indices) -> NDArray[np.bool_]:
    """Which places are the first of their gram in their text, equal ones side by side."""
    begins = np.ones(len(grams), bool)
    begins[1:] = (grams[1:] != grams[:-1]) | (document[1:] != document[:-1])
    return begins


def _covered_by(further: Indices, first: Indices) -> NDArray[np.bool_]:
    """Words of which all runs that hold them are among those that begin at `further`."""
    size = int(first[-1])
    is_other = np.zeros(size, bool)
    for begin, end in pairwise(first.tolist()):
        is_other[begin : max(begin, end - GRAM_WORDS + 1)] = True
    is_other[further] = False
    is_short = np.repeat(np.diff(first) < GRAM_WORDS, np.diff(first))
    is_covered: NDArray[np.bool_] = (_held_by(np.flatnonzero(is_other), size) == 0) & ~is_short
    return is_covered


def _held_by(runs: Indices, size: int) -> Indices:
    """How many of the runs that begin there hold each of `size` words."""
    steps = np.zeros(size + 1, np.int64)
    steps[runs] += 1
    steps[runs + GRAM_WORDS] -= 1
    held: Indices = np.cumsum(steps)[:-1]
    return held
