"""Texts as folded code points: what is a letter, what parts words, and what is passed over."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.text.folding import fold_character, is_mark

Codes = NDArray[np.uint32]
Indices = NDArray[np.int64]

SEPARATOR, IGNORED, MARK, EXPANDED = 0, 1, 2, 3
"""Codes under `LETTER`. IGNORED is passed over, and MARK too, which belongs to the letter before it; EXPANDED
folds to several letters."""
LETTER = 16
"""Folded letters are their code point and this."""
BLOCK_CHARACTERS = 1 << 17
"""Code points that are read at a time: their arrays stay in the processor's cache."""

_UNREAD = 0xFFFFFFFF
_HYPHENS = np.array([0x2D, 0xAC, 0xAD, 0x2010], np.uint32)
_NEWLINE, _RETURN = 10, 13
_REST_OF_BREAK = re.compile(r"[ \t]{0,40}(?=[^\W\d_])")
_CUT = re.compile(r"[^\W_][\s.,;:!?\u3001\u3002]")

# One entry a code point, filled when a code point is first met: a pure function's memory.
_FOLDED = np.full(0x110000, _UNREAD, np.uint32)


class Part(NamedTuple):
    """A stretch of a text that no word crosses the ends of. `text`: its number; `start`: its place there."""

    text: int
    start: int
    characters: str


class Block(NamedTuple):
    """Parts side by side, a separator before each and after the last.

    `folded`: of each code point. `codes`: those of letters and separators alone, a row for each letter of
    what folds to several; `places`: where they stand in `folded`.
    """

    parts: list[Part]
    folded: Codes
    codes: Codes
    places: Indices


def read_blocks(texts: Sequence[str], size: int = BLOCK_CHARACTERS) -> Iterator[Block]:
    """All of `texts` in order, about `size` code points at a time; more where a text has no separators."""
    parts: list[Part] = []
    length = 0
    for part in _parts(texts, size):
        if parts and length + len(part.characters) > size:
            yield _read(parts)
            parts, length = [], 0
        parts.append(part)
        length += len(part.characters)
    if parts:
        yield _read(parts)


def ends_after(block: Block, places: Indices) -> Indices:
    """One past each of these places and the marks that belong to it."""
    if not (block.folded == MARK).any():
        return places + 1
    unmarked = np.flatnonzero(block.folded != MARK)  # the last code point is a separator
    return unmarked[np.searchsorted(unmarked, places, "right")]


def _parts(texts: Sequence[str], size: int) -> Iterator[Part]:
    for number, text in enumerate(texts):
        start = 0
        while len(text) - start > size:
            cut = _CUT.search(text, start + size - 1)
            if cut is None:
                break
            yield Part(number, start, text[start : cut.end()])
            start = cut.end()
        yield Part(number, start, text[start:] if start else text)


def _read(parts: list[Part]) -> Block:
    joined = "\0".join(["", *(part.characters for part in parts), ""])
    raw = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    folded = _fold_codes(raw)
    for start, end in _broken_words(joined, raw):
        folded[start:end] = IGNORED
    places = np.flatnonzero((folded == SEPARATOR) | (folded > MARK))
    codes = folded.take(places)
    if (codes == EXPANDED).any():
        codes, places = _expand(raw, codes, places)
    return Block(parts, folded, codes, places)


def _fold_codes(raw: Codes) -> Codes:
    folded = _FOLDED.take(raw)
    unread = folded == _UNREAD
    if not unread.any():
        return folded
    for code in sorted(set(raw[unread].tolist())):
        letters = fold_character(chr(code))
        if len(letters) > 1:
            _FOLDED[code] = EXPANDED
        elif letters == " ":
            _FOLDED[code] = SEPARATOR
        elif letters:
            _FOLDED[code] = ord(letters) + LETTER
        else:
            _FOLDED[code] = MARK if is_mark(chr(code)) else IGNORED
    return _FOLDED.take(raw)


def _broken_words(text: str, raw: Codes) -> Iterator[tuple[int, int]]:
    """(start, end) of a hyphen and the line's end after it, in the middle of a word."""
    newlines = np.flatnonzero(raw == _NEWLINE)
    hyphens = newlines - 1 - (raw[newlines - 1] == _RETURN)
    is_break = np.isin(raw[hyphens], _HYPHENS)
    for hyphen, newline in zip(hyphens[is_break].tolist(), newlines[is_break].tolist(), strict=True):
        rest = _REST_OF_BREAK.match(text, newline + 1)
        if rest and text[hyphen - 1].isalpha() and text[rest.end()].islower():
            yield hyphen, rest.end()


def _expand(raw: Codes, codes: Codes, places: Indices) -> tuple[Codes, Indices]:
    """Ligatures and the like, one row for each of their letters."""
    whole = np.flatnonzero(codes == EXPANDED)
    letters = [fold_character(chr(code)) for code in raw[places[whole]].tolist()]
    counts = np.ones(len(codes), np.int64)
    counts[whole] = [len(each) for each in letters]
    longer = np.repeat(codes, counts)
    longer[longer == EXPANDED] = [ord(c) + LETTER for each in letters for c in each]
    return longer, np.repeat(places, counts)
