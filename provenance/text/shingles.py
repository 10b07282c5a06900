"""Words of a text as numbers, and n-grams of them: the raw material of fingerprints and seeds.

The unit is a run of letters and digits, folded as in `folding`; in scripts written without spaces
(Han, kana, Thai, Lao, Burmese, Khmer) it is one character.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from provenance.text.code_points import LETTER, Block, Codes, ends_after, read_blocks

Hashes = NDArray[np.uint64]
Indices = NDArray[np.int64]
Offsets = NDArray[np.int32]
Numbers = TypeVar("Numbers", NDArray[np.uint64], NDArray[np.uint32], NDArray[np.int64])

STEM_LETTERS = 6
"""Letters of a word that its stem hash covers: inflections and damage at the end do not change it."""

_POSITIONS = 64
_HASH_BITS = 64
_NO_WORDS = (
    np.zeros(0, np.int32),
    np.zeros(0, np.int32),
    np.zeros(0, np.uint64),
    np.zeros(0, np.uint64),
    np.zeros(0, np.int32),
    np.zeros(0, bool),
)
_DIGITS = ord("0") + LETTER, ord("9") + LETTER
_LEAST_TABLE_BITS, _MOST_TABLE_BITS = 8, 23
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


@frozen(eq=False)
class HashedWords:
    """Words of one text, a row each: where they stand, 64-bit hashes of the folded word and of its stem.

    `starts`, `ends`: code points in the text, end excluded. `letters`: folded letters of the word.
    `numbers`: which words begin with a digit; empty where nobody asked.
    """

    starts: Offsets
    ends: Offsets
    hashes: Hashes
    stems: Hashes
    letters: Offsets
    numbers: NDArray[np.bool_] = _NO_WORDS[5]

    def __len__(self) -> int:
        return len(self.starts)


def hash_words(text: str) -> HashedWords:
    """The words of `text`, in order. A word broken by a hyphen at a line's end is one word; combining marks
    belong to the letter before them."""
    return hash_texts([text])[0]


def hash_texts(texts: Sequence[str]) -> tuple[HashedWords, Indices]:
    """(words of all `texts`, one text after the other; first word of each text and one past the last).

    The words are those of `hash_words`. Texts are read side by side, some hundred thousand code points at a
    time, so that short ones cost no more than one long one.
    """
    size = sum(map(len, texts))
    # of what is never written to, no memory is taken: so no column is held twice
    columns = [np.empty(size, column.dtype) for column in _NO_WORDS]
    counts = np.zeros(len(texts) + 1, np.int64)
    done = 0
    for block in read_blocks(texts):
        starts, ends, *others = _hash_runs(block)
        bounds = np.cumsum([0, *(1 + len(part.characters) for part in block.parts)])
        held = np.diff(np.searchsorted(starts, bounds))
        np.add.at(counts, [part.text + 1 for part in block.parts], held)
        begins = np.array([part.start for part in block.parts]) - bounds[:-1] - 1
        shift = np.repeat(begins.astype(np.int32), held)
        if done + len(starts) > len(columns[0]):  # one sign can be several words: U+337F is four
            more = len(columns[0]) + len(starts)
            columns = [np.concatenate((each[:done], np.empty(more, each.dtype))) for each in columns]
        for column, values in zip(columns, (starts + shift, ends + shift, *others), strict=True):
            column[done : done + len(values)] = values
        done += len(starts)
    return HashedWords(*(column[:done] for column in columns)), np.cumsum(counts)


def distinct(values: Numbers) -> Numbers:
    """The different values in their order, by one sort: `numpy.unique` goes by a hash table since 2.3, which
    takes 5 to 15 times as long here and more for each value the more there are."""
    ordered = np.sort(values)
    is_new = np.ones(len(ordered), bool)
    is_new[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_new]


def order_by(*columns: NDArray[np.integer[Any]]) -> Indices:
    """Row numbers in the order of the columns, the first one first; equal rows keep their order.

    No column holds a negative number. Where all of them fit into 64 bits, with the row's number below, one
    plain sort does it, in a third of the time of `numpy.lexsort`.
    """
    count = len(columns[0])
    widths = [int(column.max(initial=0)).bit_length() for column in columns]
    if sum(widths) + count.bit_length() > _HASH_BITS:
        return np.lexsort(columns[::-1])
    key = np.zeros(count, np.uint64)
    for column, width in zip(columns, widths, strict=True):
        key <<= np.uint64(width)
        key |= column.astype(np.uint64)
    return _sort_rows(key, count.bit_length())


def order_hashes(hashes: Hashes) -> Indices:
    """Row numbers in the order of the hashes; equal ones keep their order."""
    bits = len(hashes).bit_length()
    order = _sort_rows(hashes >> np.uint64(bits), bits)
    ordered = hashes[order]
    if (ordered[1:] >= ordered[:-1]).all():
        return order
    return np.argsort(hashes, kind="stable")  # hashes that differ in their last bits alone: hardly ever


def _sort_rows(key: Hashes, bits: int) -> Indices:
    """Rows in the order of keys that leave `bits` free for the row's number."""
    packed = (key << np.uint64(bits)) | np.arange(len(key), dtype=np.uint64)
    packed.sort()
    return (packed & np.uint64((1 << bits) - 1)).astype(np.int64)


def may_repeat(hashes: Hashes) -> Indices:
    """Rows of all hashes that occur more than once, and of a few others, in order: they share some bits with
    another. To sort only these takes a fraction of the time where most occur once."""
    bits = min(_MOST_TABLE_BITS, max(_LEAST_TABLE_BITS, (4 * len(hashes)).bit_length()))
    slots = (hashes >> np.uint64(_HASH_BITS - bits)).astype(np.int64)
    last = np.zeros(1 << bits, np.int32)
    rows = np.arange(len(hashes), dtype=np.int32)
    last[slots] = rows
    is_shared = np.zeros(1 << bits, bool)
    is_shared[slots[last[slots] != rows]] = True
    return np.flatnonzero(is_shared[slots])


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


def _hash_runs(block: Block) -> tuple[Offsets, Offsets, Hashes, Hashes, Offsets, NDArray[np.bool_]]:
    """The columns of the words of a block; places in the block."""
    first, last = _runs(block.codes)
    if not len(first):
        return _NO_WORDS
    letters = last + 1 - first
    hashes, stems = _hash_letters(block.codes, first, letters)
    starts, ends = block.places[first], ends_after(block, block.places[last])
    initials = block.codes[first]
    numbers = (initials >= _DIGITS[0]) & (initials <= _DIGITS[1])
    return starts.astype(np.int32), ends.astype(np.int32), hashes, stems, letters.astype(np.int32), numbers


def _runs(codes: Codes) -> tuple[Indices, Indices]:
    """(first, last) letter of every word."""
    is_letter = codes >= LETTER
    if codes.max(initial=0) < _UNSPACED[0][0] + LETTER:
        edges = np.flatnonzero(is_letter[1:] != is_letter[:-1])
        return edges[::2] + 1, edges[1::2]
    single = np.zeros(len(codes), bool)
    for low, high in _UNSPACED:
        single |= (codes >= low + LETTER) & (codes <= high + LETTER)
    begins = is_letter.copy()
    begins[1:] &= ~is_letter[:-1] | single[1:] | single[:-1]
    closes = is_letter.copy()
    closes[:-1] &= ~is_letter[1:] | begins[1:]
    return np.flatnonzero(begins), np.flatnonzero(closes)


def _hash_letters(codes: Codes, first: Indices, letters: Indices) -> tuple[Hashes, Hashes]:
    """(hashes of whole words, of their stems): one step for the n-th letters of all words that have so many.

    Longest words first, so that those of a step are a slice. Letters from _POSITIONS on weigh the same.
    """
    most = _POSITIONS - 1
    capped = np.minimum(letters, most)
    order = np.argsort((most - capped).astype(np.uint8), kind="stable")
    longer = len(first) - np.cumsum(np.bincount(capped, minlength=most))
    at = first[order]
    total = np.zeros(len(first), np.uint64)
    stems = total
    for place, count in enumerate([len(first), *longer[1:most].tolist()]):
        if place == STEM_LETTERS:
            stems = total.copy()
        if not count:
            break
        total[:count] += codes.take(at[:count]) * _WEIGHTS[place]
        at[:count] += 1
    endless = np.flatnonzero(letters[order] > most)
    if len(endless):
        bounds = np.stack([at[endless], (first + letters)[order[endless]]], 1)
        total[endless] += np.add.reduceat(codes.astype(np.uint64), bounds.ravel())[::2] * _WEIGHTS[most]
    return _put_back(mix(total), order), _put_back(mix(stems), order)


def _put_back(values: Hashes, order: Indices) -> Hashes:
    placed = np.empty_like(values)
    placed[order] = values
    return placed


def winnow(hashes: Hashes, window: int, bounds: Indices | None = None) -> Indices:
    """Indices of the hashes kept: the least of every `window` consecutive ones, the rightmost of equals.

    Any `window` consecutive hashes that two texts share give at least one index in both (Schleimer,
    Wilkerson and Aiken 2003). Fewer hashes than a window count as one window. `bounds`: where the hashes of
    each of several texts begin, and the end of the last; no window reaches from one into the next.
    """
    borders = np.array([0, len(hashes)]) if bounds is None else bounds
    is_kept = np.zeros(len(hashes), bool)
    sizes = np.diff(borders)
    if len(hashes) >= window:
        least = _least(hashes, window)
        is_window = np.ones(len(hashes), bool)
        for before in range(1, window):
            is_window[(borders[1:] - before)[sizes >= before]] = False
        is_kept[least[is_window[: len(least)]]] = True
    for size in range(1, window):
        rows = borders[:-1][sizes == size, None] + np.arange(size)
        if len(rows):
            last = size - 1 - hashes[rows[:, ::-1]].argmin(axis=1)
            is_kept[rows[:, 0] + last] = True
    return np.flatnonzero(is_kept)


def _least(hashes: Hashes, window: int) -> Indices:
    """Index of the rightmost least hash of the window that begins at each place: windows of twice the size
    are made of two."""
    least, values, size = np.arange(len(hashes)), hashes, 1
    while size < window:
        step = min(size, window - size)
        is_later = values[step:] <= values[:-step]
        least = np.where(is_later, least[step:], least[:-step])
        values = np.minimum(values[step:], values[:-step])
        size += step
    return least
