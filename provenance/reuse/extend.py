"""From chains of seeds to pieces with word-exact ends.

The words around a chain are aligned (Levenshtein over words), and the stretches are kept whose equal words
outweigh the gaps: local alignment after Smith and Waterman 1981, with the drop-off of BLAST (Altschul 1990).
"""

from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from provenance.model.settings import ReuseSettings
from provenance.reuse.chains import Chains
from provenance.reuse.corpus import Corpus
from provenance.reuse.likeness import Likeness
from provenance.reuse.pieces import Block, BlockKind, Piece
from provenance.text.shingles import Indices

ANCHOR_WORDS = 400
"""Words after which a long alignment is cut at a seed, so that its cost grows with its length only."""


def extend_chains(corpus: Corpus, chains: Chains, settings: ReuseSettings) -> list[Piece]:
    """Pieces of at least `piece_score` around every chain."""
    likeness = Likeness(corpus)
    pieces: list[Piece] = []
    bounds = chains.first.tolist()
    for begin, end in pairwise(bounds):
        blocks: list[Block] = []
        for window in _windows(corpus, chains, begin, end, settings):
            blocks += _align(corpus, window, likeness)
        pieces += local_pieces(_joined(blocks), settings, settings.piece_score)
    return pieces


def gap_cost(a_words: int, b_words: int, settings: ReuseSettings) -> float:
    """What a gap costs, in equal words: an opening, each replaced word, and added words at a lower rate."""
    replaced, added = min(a_words, b_words), abs(a_words - b_words)
    return settings.gap_open + replaced * settings.replaced_word + added * settings.added_word


def local_pieces(blocks: list[Block], settings: ReuseSettings, least: float) -> list[Piece]:
    """The best-scoring stretches of `blocks`, cut where the score falls `drop_score` below its best."""
    scores = [_block_score(block, settings) for block in blocks]
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
        tuple(blocks),
    )


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


def _block_score(block: Block, settings: ReuseSettings) -> float:
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


def _align(corpus: Corpus, window: tuple[int, int, int, int], likeness: Likeness) -> Iterator[Block]:
    a, a_end, b, b_end = window
    one, other = corpus.words[a:a_end].tolist(), corpus.words[b:b_end].tolist()
    for step in Levenshtein.opcodes(one, other):
        i, i_end, j, j_end = a + step.src_start, a + step.src_end, b + step.dest_start, b + step.dest_end
        if step.tag == "equal":
            yield Block(BlockKind.EQUAL, i, i_end, j, j_end)
        elif step.tag != "replace":
            yield Block(BlockKind.GAP, i, i_end, j, j_end)
        else:
            for row, partner in zip(range(i, i_end), range(j, j_end), strict=True):
                kind = BlockKind.NEAR if likeness.is_near(row, partner) else BlockKind.GAP
                yield Block(kind, row, row + 1, partner, partner + 1)


def _joined(blocks: list[Block]) -> list[Block]:
    """Neighbouring blocks of one kind made one."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and last.kind is block.kind:
            joined[-1] = Block(block.kind, last.a, block.a_end, last.b, block.b_end)
        else:
            joined.append(block)
    return joined
