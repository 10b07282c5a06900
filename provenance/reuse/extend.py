"""From chains of seeds to pieces with word-exact ends.

The words around a chain are aligned (Levenshtein over words), and the stretches are kept whose equal words
outweigh the gaps: local alignment after Smith and Waterman 1981, with the drop-off of BLAST (Altschul 1990).
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from rapidfuzz.distance import Levenshtein

from provenance.model.settings import ReuseSettings
from provenance.reuse.chains import Chains
from provenance.reuse.corpus import Corpus
from provenance.reuse.likeness import Likeness
from provenance.reuse.pieces import Block, BlockKind, Piece
from provenance.text.shingles import Indices

ANCHOR_WORDS = 400
"""Words after which a long alignment is cut at a seed, so that its cost grows with its length only."""

MOST_STRANGE = 3
"""Replaced words in a row that are no readings of each other, after which no more are looked for."""


def extend_chains(corpus: Corpus, chains: Chains, settings: ReuseSettings) -> list[Piece]:
    """Pieces of at least `piece_score` around every chain."""
    likeness = Likeness(corpus)
    pieces: list[Piece] = []
    bounds = chains.first.tolist()
    for begin, end in pairwise(bounds):
        blocks: list[Block] = []
        for window in _windows(corpus, chains, begin, end, settings):
            align_words(corpus, window, likeness, blocks)
        found = local_pieces(blocks, settings, settings.piece_score)
        pieces += [_run_on(corpus, piece) for piece in found]
    return pieces


def gap_cost(a_words: int, b_words: int, settings: ReuseSettings) -> float:
    """What a gap costs, in equal words: an opening, each replaced word, more of it from the third on, and
    added words at a lower rate."""
    replaced, added = min(a_words, b_words), abs(a_words - b_words)
    rewritten = max(0, replaced - settings.slip_words)
    cost = settings.gap_open + replaced * settings.replaced_word + added * settings.added_word
    return cost + rewritten * settings.rewritten_word


def local_pieces(blocks: list[Block], settings: ReuseSettings, least: float) -> list[Piece]:
    """The best-scoring stretches of `blocks`, cut where the score falls `drop_score` below its best."""
    scores = [block_score(block, settings) for block in blocks]
    pieces = []
    place = 0
    while place < len(blocks):
        if scores[place] <= 0:
            place += 1
            continue
        best, end = _best_end(scores, place, settings.drop_score)
        if best >= least:
            pieces.append(make_piece(blocks[place : end + 1], best))
        place = end + 1
    return pieces


def make_piece(blocks: list[Block], score: float) -> Piece:
    """One piece of blocks in the order of a."""
    return Piece(
        min(block.a for block in blocks),
        max(block.a_end for block in blocks),
        min(block.b for block in blocks),
        max(block.b_end for block in blocks),
        score,
        sum(block.a_end - block.a for block in blocks if block.kind is BlockKind.EQUAL),
        sum(block.a_end - block.a for block in blocks if block.kind is BlockKind.NEAR),
        tuple(blocks),
    )


def _run_on(corpus: Corpus, piece: Piece) -> Piece:
    """`piece` with the equal words right before and after it: a long run needs no further seeds."""
    one, other = int(corpus.document[piece.a]), int(corpus.document[piece.b])
    close_a = piece.b if one == other else int(corpus.first[one + 1])
    room = min(close_a - piece.a_end, int(corpus.first[other + 1]) - piece.b_end)
    after = _equal_run(corpus, piece.a_end, piece.b_end, room, 1)
    begin_b = piece.a_end + after if one == other else int(corpus.first[other])
    room = min(piece.a - int(corpus.first[one]), piece.b - begin_b)
    before = _equal_run(corpus, piece.a - 1, piece.b - 1, room, -1)
    if not before and not after:
        return piece
    a, a_end, b, b_end = piece.a - before, piece.a_end + after, piece.b - before, piece.b_end + after
    blocks: list[Block] = []
    for block in (
        Block(BlockKind.EQUAL, a, piece.a, b, piece.b),
        *piece.blocks,
        Block(BlockKind.EQUAL, piece.a_end, a_end, piece.b_end, b_end),
    ):
        if block.a < block.a_end or block.b < block.b_end:
            _add(blocks, *block)
    return make_piece(blocks, piece.score + before + after)


def _equal_run(corpus: Corpus, a: int, b: int, room: int, step: int) -> int:
    """How many of at most `room` words are equal from these rows on, in the direction of `step`; within one
    text only as far as it does not repeat itself too often."""
    words, is_one = corpus.words, room > 0 and corpus.document[a] == corpus.document[b]
    length, size = 0, 1
    while length < room:
        size = min(2 * size, room - length)
        rows = np.arange(length, length + size) * step
        is_end = words[a + rows] != words[b + rows]
        if is_one:
            is_end |= corpus.is_repeated[b + rows]
        differing = np.flatnonzero(is_end)
        if len(differing):
            return length + int(differing[0])
        length += size
    return length


def _best_end(scores: list[float], start: int, drop: float) -> tuple[float, int]:
    """(score, index of the last block) of the best stretch that starts with block `start`."""
    total = best = 0.0
    end = start
    for place in range(start, len(scores)):
        total += scores[place]
        if total > best:
            best, end = total, place
        elif total <= 0 or best - total > drop:
            break
    return best, end


def block_score(block: Block, settings: ReuseSettings) -> float:
    """What a block adds to the score of a passage, in equal words; negative for gaps."""
    words = block.a_end - block.a
    if block.kind is BlockKind.EQUAL:
        return words
    if block.kind is BlockKind.NEAR:
        return words * settings.near_word
    return -gap_cost(words, block.b_end - block.b, settings)


def _windows(
    corpus: Corpus, chains: Chains, begin: int, end: int, settings: ReuseSettings
) -> Iterator[tuple[int, int, int, int]]:
    """Word rows (a, a_end, b, b_end) to align: the chain and its margins, cut at seeds where it is long."""
    seeds, margin = chains.seeds, settings.margin_words
    first_a, first_b = int(seeds.a[begin]), int(seeds.b[begin:end].min())
    last_a, last_b = int(seeds.a_end[begin:end].max()), int(seeds.b_end[begin:end].max())
    one, other = int(corpus.document[first_a]), int(corpus.document[first_b])
    begin_a, begin_b = int(corpus.first[one]), int(corpus.first[other])
    close_a, close_b = int(corpus.first[one + 1]), int(corpus.first[other + 1])
    if one == other:  # the two sides of reuse within one text do not overlap
        last_a = min(last_a, first_b)
        begin_b, close_a = last_a, first_b
    before = min(margin, first_a - begin_a, first_b - begin_b)  # a passage begins on both sides or on none
    after = min(margin, close_a - last_a, close_b - last_b)
    a, b, a_end, b_end = first_a - before, first_b - before, last_a + after, last_b + after
    for cut_a, cut_b in _anchors(seeds.a[begin:end], seeds.b[begin:end]):
        if a < cut_a < a_end and b < cut_b < b_end:
            yield a, cut_a, b, cut_b
            a, b = cut_a, cut_b
    if a < a_end and b < b_end:
        yield a, a_end, b, b_end


def _anchors(a: Indices, b: Indices) -> Iterator[tuple[int, int]]:
    """Places that most seeds around them agree on, one about every ANCHOR_WORDS, in order on both sides."""
    if a[-1] - a[0] < 2 * ANCHOR_WORDS:
        return
    wanted = range(int(a[0]) + ANCHOR_WORDS, int(a[-1]), ANCHOR_WORDS)
    last = int(b[0])
    for place in wanted:
        near = slice(*a.searchsorted([place - 40, place + 40]).tolist())
        diagonals = b[near] - a[near]
        if not len(diagonals):
            continue
        middle = sorted(diagonals.tolist())[len(diagonals) // 2]
        agreeing = (diagonals == middle).nonzero()[0]
        row = near.start + int(agreeing[len(agreeing) // 2])
        if b[row] > last:
            last = int(b[row])
            yield int(a[row]), last


def align_words(
    corpus: Corpus, window: tuple[int, int, int, int], likeness: Likeness, blocks: list[Block]
) -> None:
    """Blocks of one window, added to `blocks`."""
    a, a_end, b, b_end = window
    one, other = corpus.words[a:a_end].tolist(), corpus.words[b:b_end].tolist()
    for step in Levenshtein.opcodes(one, other):
        tag, i, i_end, j, j_end = step.tag, step.src_start, step.src_end, step.dest_start, step.dest_end
        if tag == "equal":
            _add(blocks, BlockKind.EQUAL, a + i, a + i_end, b + j, b + j_end)
        elif tag != "replace":
            _add(blocks, BlockKind.GAP, a + i, a + i_end, b + j, b + j_end)
        else:
            near = _near_words(likeness, (a + i, b + j), one[i:i_end], other[j:j_end])
            for x, is_near in enumerate(near):
                kind = BlockKind.NEAR if is_near else BlockKind.GAP
                _add(blocks, kind, a + i + x, a + i + x + 1, b + j + x, b + j + x + 1)


def _near_words(likeness: Likeness, rows: tuple[int, int], one: list[int], other: list[int]) -> list[bool]:
    """Which replaced words are readings of each other: looked for from both ends of the stretch, until
    MOST_STRANGE others follow each other, for then the texts have nothing to do with each other there."""
    near = [False] * len(one)
    for order in (range(len(one)), range(len(one) - 1, -1, -1)):
        strange = 0
        for x in order:
            if strange == MOST_STRANGE:
                break
            near[x] = near[x] or likeness.is_near(rows[0] + x, rows[1] + x, one[x], other[x])
            strange = 0 if near[x] else strange + 1
    return near


def _add(blocks: list[Block], kind: BlockKind, a: int, a_end: int, b: int, b_end: int) -> None:
    """A block more, or the last one longer where both are of one kind."""
    if blocks and blocks[-1].kind is kind:
        last = blocks[-1]
        blocks[-1] = Block(kind, last.a, a_end, last.b, b_end)
    else:
        blocks.append(Block(kind, a, a_end, b, b_end))
