"""Words of two ranges aligned: the fewest replaced, added and left out (Levenshtein over words)."""

from typing import cast

from rapidfuzz.distance import Levenshtein

from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.likeness import Likeness
from provenance.reuse.passages.pieces import Block, BlockKind

MOST_STRANGE = 3
"""Replaced words in a row that are no readings of each other, after which no more are looked for."""


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
