"""What a stretch of aligned words is worth, in equal words."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.pieces import Block, BlockKind, Piece
from provenance.text.shingles import Indices


def gap_cost(a_words: int, b_words: int, settings: ReuseSettings) -> float:
    """What a gap costs, in equal words: an opening, each replaced word, more of it from the third on, and
    added words at a lower rate."""
    replaced, added = min(a_words, b_words), abs(a_words - b_words)
    rewritten = max(0, replaced - settings.slip_words)
    cost = settings.gap_open + replaced * settings.replaced_word + added * settings.added_word
    return cost + rewritten * settings.rewritten_word


def gap_costs(a_words: Indices, b_words: Indices, settings: ReuseSettings) -> NDArray[np.float64]:
    """`gap_cost` of many gaps."""
    replaced, added = np.minimum(a_words, b_words), np.abs(a_words - b_words)
    rewritten = np.maximum(0, replaced - settings.slip_words)
    cost = settings.gap_open + replaced * settings.replaced_word + added * settings.added_word
    costs: NDArray[np.float64] = cost + rewritten * settings.rewritten_word
    return costs


def block_score(block: Block, settings: ReuseSettings) -> float:
    """What a block adds to the score of a passage, in equal words; negative for gaps."""
    words = block.a_end - block.a
    if block.kind is BlockKind.EQUAL:
        return words
    if block.kind is BlockKind.NEAR:
        return words * settings.near_word
    return -gap_cost(words, block.b_end - block.b, settings)


def best_stretches(scores: Sequence[float], least: float, drop: float) -> Iterator[tuple[int, int, float]]:
    """(first, last, score) of the best stretches of blocks with these scores, from the left, each of at least
    `least`; cut where the score falls `drop` below its best."""
    place = 0
    while place < len(scores):
        if scores[place] <= 0:
            place += 1
            continue
        best, end = _best_end(scores, place, drop)
        if best >= least:
            yield place, end, best
        place = end + 1


def local_pieces(blocks: list[Block], settings: ReuseSettings, least: float) -> list[Piece]:
    """The best-scoring stretches of `blocks`, cut where the score falls `drop_score` below its best."""
    scores = [block_score(block, settings) for block in blocks]
    found = best_stretches(scores, least, settings.drop_score)
    return [make_piece(blocks[first : last + 1], score) for first, last, score in found]


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


def _best_end(scores: Sequence[float], start: int, drop: float) -> tuple[float, int]:
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
