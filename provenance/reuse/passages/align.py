"""Words of two ranges aligned: the fewest replaced, added and left out (Levenshtein over words)."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.likeness import Likeness
from provenance.reuse.passages.pieces import Block, BlockKind
from provenance.text.shingles import Indices

MOST_STRANGE = 3
"""Replaced words in a row that are no readings of each other, after which no more are looked for."""

KINDS = (BlockKind.EQUAL, BlockKind.NEAR, BlockKind.GAP)
"""Kinds of blocks by their number in tables."""
EQUAL, NEAR, GAP = range(len(KINDS))
_TAGS = {"equal": EQUAL, "insert": GAP, "delete": GAP, "replace": NEAR}


class Rows(NamedTuple):
    """Blocks as a table, a row each. `owner`: what they belong to; `kind`: a place in KINDS."""

    owner: Indices
    kind: Indices
    a: Indices
    a_end: Indices
    b: Indices
    b_end: Indices


def join_rows(parts: Sequence[Rows]) -> Rows:
    """All of them, one after the other; at least one."""
    return Rows(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def align_windows(corpus: Corpus, windows: Indices, likeness: Likeness) -> Rows:
    """What `align_words` finds in many windows (owner, a, a_end, b, b_end; a column each), the blocks of a
    window in its order. Those of one kind that follow each other are not always joined."""
    steps: list[list[tuple[str, int, int, int, int]]] = []
    words = corpus.words
    for a, a_end, b, b_end in windows[1:].T.tolist():
        found = Levenshtein.opcodes(words[a:a_end].tolist(), words[b:b_end].tolist())
        steps.append(cast(list[tuple[str, int, int, int, int]], found.as_list()))
    rows = list(chain.from_iterable(steps))
    tags, *places = zip(*rows, strict=True) if rows else ((), (), (), (), ())
    window = np.repeat(np.arange(len(steps)), np.array(list(map(len, steps)), np.int64))
    kind = np.array(list(map(_TAGS.__getitem__, tags)), np.int64)
    ends = np.array(places, np.int64) + windows[[1, 1, 3, 3]][:, window]
    return _with_near_words(Rows(windows[0][window], kind, *ends), likeness)


def _with_near_words(rows: Rows, likeness: Likeness) -> Rows:
    """The blocks, with those of replaced words that hold readings of each other taken apart into words."""
    replaced = np.flatnonzero(rows.kind == NEAR)
    sizes = (rows.a_end - rows.a)[replaced]
    owner = np.repeat(np.arange(len(replaced)), sizes)
    at = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    a, b = rows.a[replaced][owner] + at, rows.b[replaced][owner] + at
    near = likeness.are_near(a, b)
    near &= _are_seen(near, owner)
    has_near = np.bincount(owner, weights=near, minlength=len(replaced)) > 0
    rows.kind[replaced[~has_near]] = GAP
    kept = np.ones(len(rows.kind), bool)
    kept[replaced[has_near]] = False
    cells = has_near[owner]
    row, a, b = replaced[owner[cells]], a[cells], b[cells]
    words = Rows(rows.owner[row], np.where(near[cells], NEAR, GAP), a, a + 1, b, b + 1)
    order = np.argsort(np.concatenate((np.flatnonzero(kept), row)), kind="stable")
    whole = Rows(*(column[kept] for column in rows))
    return Rows(*(column[order] for column in join_rows((whole, words))))


def _are_seen(near: NDArray[np.bool_], owner: Indices) -> NDArray[np.bool_]:
    """Which words of stretches of replaced ones are looked at: up to the first MOST_STRANGE in a row that are
    no readings of each other, and behind the last."""
    if not len(near):
        return near
    size, place = len(near), np.arange(len(near))
    is_strange = np.zeros(size, bool)  # so many of them end here
    count = max(0, size - MOST_STRANGE + 1)
    if count:
        last = np.ones(count, bool)
        for step in range(MOST_STRANGE):
            last &= ~near[step : step + count]
        last &= owner[:count] == owner[size - count :]
        is_strange[size - count :] = last
    begins = np.flatnonzero(np.diff(owner, prepend=-1))
    first = np.minimum.reduceat(np.where(is_strange, place, size), begins)[owner]
    final = np.maximum.reduceat(np.where(is_strange, place, -1), begins)[owner]
    return (place <= first) | (place > final - MOST_STRANGE)


def align_words(
    corpus: Corpus, window: tuple[int, int, int, int], likeness: Likeness, blocks: list[Block]
) -> None:
    """Blocks of one window (rows a, a_end, b, b_end), added to `blocks`."""
    a, a_end, b, b_end = window
    one, other = corpus.words[a:a_end].tolist(), corpus.words[b:b_end].tolist()
    steps = cast(list[tuple[str, int, int, int, int]], Levenshtein.opcodes(one, other).as_list())
    for tag, i, i_end, j, j_end in steps:
        if tag == "equal":
            add_block(blocks, BlockKind.EQUAL, a + i, a + i_end, b + j, b + j_end)
        elif tag != "replace":
            add_block(blocks, BlockKind.GAP, a + i, a + i_end, b + j, b + j_end)
        else:
            near = _near_words(likeness, (a + i, b + j), one[i:i_end], other[j:j_end])
            if not any(near):
                add_block(blocks, BlockKind.GAP, a + i, a + i_end, b + j, b + j_end)
                continue
            for x, is_near in enumerate(near):
                kind = BlockKind.NEAR if is_near else BlockKind.GAP
                add_block(blocks, kind, a + i + x, a + i + x + 1, b + j + x, b + j + x + 1)


def add_block(blocks: list[Block], kind: BlockKind, a: int, a_end: int, b: int, b_end: int) -> None:
    """A block more, or the last one longer where both are of one kind."""
    if blocks and blocks[-1].kind is kind:
        last = blocks[-1]
        blocks[-1] = Block(kind, last.a, a_end, last.b, b_end)
    else:
        blocks.append(Block(kind, a, a_end, b, b_end))


def _near_words(likeness: Likeness, rows: tuple[int, int], one: list[int], other: list[int]) -> list[bool]:
    """Which replaced words are readings of each other: looked for from both ends of the stretch, until
    MOST_STRANGE others follow each other, for then the texts have nothing to do with each other there."""
    near = [False] * len(one)
    size = len(one)
    strange, x = 0, 0
    while x < size and strange < MOST_STRANGE:
        near[x] = likeness.is_near(rows[0] + x, rows[1] + x, one[x], other[x])
        strange = 0 if near[x] else strange + 1
        x += 1
    strange, last = 0, size - 1
    while last >= x and strange < MOST_STRANGE:
        near[last] = likeness.is_near(rows[0] + last, rows[1] + last, one[last], other[last])
        strange = 0 if near[last] else strange + 1
        last -= 1
    return near
