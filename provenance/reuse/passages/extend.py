"""From chains of seeds to pieces with word-exact ends.

Runs of equal words on the diagonals of a chain need no alignment; only what lies between them, and beyond the
outermost ones, is aligned (Levenshtein over words). Those stretches are kept whose equal words outweigh the
gaps: local alignment after Smith and Waterman 1981, with the drop-off of BLAST (Altschul 1990).
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.align import (
    EQUAL,
    GAP,
    KINDS,
    NEAR,
    Rows,
    add_block,
    align_windows,
    join_rows,
)
from provenance.reuse.passages.anchors import choose_anchors, find_crossing
from provenance.reuse.passages.chains import Chains
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.edges import Edges, follow, may_go_on
from provenance.reuse.passages.likeness import Likeness
from provenance.reuse.passages.merge import label_neighbourhoods
from provenance.reuse.passages.pieces import Block, BlockKind, Piece
from provenance.reuse.passages.repetitions import row_blocks
from provenance.reuse.passages.runs import Runs, Windows, find_runs, find_windows, join_runs
from provenance.reuse.passages.scoring import (
    best_stretches,
    gap_costs,
    make_piece,
)
from provenance.text.shingles import Indices

MOST_WORDS = 2000
"""Words of a gap between two runs, on both sides, that are aligned at most: so its cost grows with the length
of the texts only, and no run of three words stands in a longer one."""

LEAST_INSIDE = 5
"""Equal words of the runs of a chain, from which it is worth looking beyond them."""

LEAST_EQUAL = 4
"""Equal words of a chain from which it can give a piece."""

BLOCK_WORDS = 1 << 17
"""Words of the windows of chains that are looked at together: bounds the memory."""


class _Found(NamedTuple):
    """Stretches of blocks, one after the other: `sizes`: how many rows of `table` each has."""

    table: Rows
    sizes: Indices
    scores: list[float]


def extend_chains(corpus: Corpus, chains: Chains, settings: ReuseSettings) -> list[Piece]:
    """Pieces of at least `piece_score` around every chain."""
    if not len(chains):
        return []
    likeness = Likeness(corpus)
    found = [_stretches(corpus, part, likeness, settings) for part in _blocks(chains, settings)]
    table = join_rows([each.table for each in found])
    sizes = np.concatenate([each.sizes for each in found])
    scores = [score for each in found for score in each.scores]
    return _going_on(corpus, _pieces(corpus, _Found(table, sizes, scores), settings))


def _blocks(chains: Chains, settings: ReuseSettings) -> Iterator[Chains]:
    """Some chains at a time, so that the memory is bounded however many there are."""
    seeds, begins = chains.seeds, chains.first[:-1]
    words = np.maximum.reduceat(seeds.a_end, begins).astype(np.int64) - seeds.a[begins]
    bounds = np.concatenate(([0], np.cumsum(words + 2 * settings.margin_words)))
    for begin, end in row_blocks(bounds, BLOCK_WORDS):
        first = chains.first[begin : end + 1]
        yield Chains(seeds.take(np.arange(first[0], first[-1])), first - first[0])


def _stretches(corpus: Corpus, chains: Chains, likeness: Likeness, settings: ReuseSettings) -> _Found:
    """What scores enough around these chains."""
    windows = find_windows(corpus, chains, settings)
    runs = find_runs(corpus, chains, windows)
    equal = np.bincount(runs.chain, weights=runs.size, minlength=len(chains))
    runs = runs.take(equal[runs.chain] >= LEAST_EQUAL)
    anchors = choose_anchors(runs, len(chains), settings)
    if not len(anchors):
        none = np.zeros(0, np.int64)
        return _Found(Rows(none, none, none, none, none, none), none, [])
    crossing = find_crossing(runs, anchors, settings)
    if len(crossing):  # words in another order, which nothing but their number tells from chance
        own = np.arange(len(crossing)) + len(chains)
        anchors = join_runs(anchors, Runs(own, crossing.line, crossing.a, crossing.b, crossing.size))
        windows = Windows(*(np.append(column, column[crossing.chain]) for column in windows))
    parts = [
        _equal_blocks(anchors),
        *_gap_blocks(corpus, anchors, likeness),
        *_edge_blocks(corpus, anchors, windows, likeness, settings),
    ]
    table = _tidy(join_rows(parts), corpus)
    return _found(table, settings)


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
            add_block(blocks, *block)
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


def _equal_blocks(anchors: Runs) -> Rows:
    a_end, b_end = anchors.a + anchors.size, anchors.b + anchors.size
    return Rows(anchors.chain, np.full(len(anchors), EQUAL), anchors.a, a_end, anchors.b, b_end)


def _gap_blocks(corpus: Corpus, anchors: Runs, likeness: Likeness) -> list[Rows]:
    """What stands between the runs of each chain: words of one side only as they are, one or two replaced
    words by their likeness, all else aligned."""
    joint = np.flatnonzero(anchors.chain[1:] == anchors.chain[:-1])
    chain = anchors.chain[joint]
    a, a_end = anchors.a[joint] + anchors.size[joint], anchors.a[joint + 1]
    b, b_end = anchors.b[joint] + anchors.size[joint], anchors.b[joint + 1]
    one, other = a_end - a, b_end - b
    added = (np.minimum(one, other) == 0) & (np.maximum(one, other) > 0)
    replaced = (one == other) & (one > 0) & (one <= 2)
    huge = np.minimum(one, other) > MOST_WORDS
    added |= huge
    hard = ~added & ~replaced & (one > 0)
    gaps = Rows(chain[added], np.full(int(added.sum()), GAP), a[added], a_end[added], b[added], b_end[added])
    second = replaced & (one == 2)
    cells = (
        np.concatenate((chain[replaced], chain[second])),
        np.concatenate((a[replaced], a[second] + 1)),
        np.concatenate((b[replaced], b[second] + 1)),
    )
    kinds = np.where(likeness.are_near(cells[1], cells[2]), NEAR, GAP)
    kinds = np.where(corpus.words[cells[1]] == corpus.words[cells[2]], EQUAL, kinds)
    windows = np.stack([column[hard] for column in (chain, a, a_end, b, b_end)])
    return [gaps, _cell_blocks(*cells, kinds), align_windows(corpus, windows, likeness)]


def _edge_blocks(
    corpus: Corpus, anchors: Runs, windows: Windows, likeness: Likeness, settings: ReuseSettings
) -> list[Rows]:
    """What follows beyond the outermost runs of each chain."""
    equal = np.bincount(anchors.chain, weights=anchors.size)
    anchors = anchors.take(equal[anchors.chain] >= LEAST_INSIDE)
    if not len(anchors):
        return []
    is_new = anchors.chain[1:] != anchors.chain[:-1]
    first = np.flatnonzero(np.concatenate(([True], is_new)))
    last = np.flatnonzero(np.concatenate((is_new, [True])))
    chain, a, b = anchors.chain[first], anchors.a[first], anchors.b[first]
    a_end, b_end = (anchors.a + anchors.size)[last], (anchors.b + anchors.size)[last]
    most = settings.margin_words
    before = np.minimum(np.minimum(a - windows.a[chain], b - windows.b[chain]), most)
    after = np.minimum(np.minimum(windows.a_end[chain] - a_end, windows.b_end[chain] - b_end), most)
    parts = []
    for edges in (Edges(chain, a - 1, b - 1, before, -1), Edges(chain, a_end, b_end, after, 1)):
        goes_on = may_go_on(corpus, edges, likeness, settings)
        cells = follow(corpus, edges.take(~goes_on), likeness)
        kinds = np.where(cells.is_equal, EQUAL, NEAR)
        parts.append(_cell_blocks(cells.chain, cells.a, cells.b, kinds))
        far = edges.take(goes_on)
        bounds = [far.a, far.a + far.room] if far.step > 0 else [far.a - far.room + 1, far.a + 1]
        bounds += [far.b, far.b + far.room] if far.step > 0 else [far.b - far.room + 1, far.b + 1]
        parts.append(align_windows(corpus, np.stack([far.chain, *bounds]), likeness))
    return parts


def _cell_blocks(chain: Indices, a: Indices, b: Indices, kind: Indices) -> Rows:
    return Rows(chain, kind, a, a + 1, b, b + 1)


def _tidy(table: Rows, corpus: Corpus) -> Rows:
    """The blocks in the order of chain and place; those of one kind that follow each other as one."""
    order = np.argsort(table.owner * (2 * len(corpus) + 1) + table.a + table.b, kind="stable")
    chain, kind, a, a_end, b, b_end = (column[order] for column in table)
    is_new = np.ones(len(chain), bool)
    is_new[1:] = (chain[1:] != chain[:-1]) | (kind[1:] != kind[:-1])
    first = np.flatnonzero(is_new)
    last = np.append(first[1:], len(chain)) - 1
    return Rows(chain[first], kind[first], a[first], a_end[last], b[first], b_end[last])


def _found(table: Rows, settings: ReuseSettings) -> _Found:
    """The stretches of all chains of `table` that score enough."""
    table, scores = _promising(table, _scores(table, settings), settings.piece_score)
    bounds = np.flatnonzero(np.diff(table.owner, prepend=-1, append=-1)).tolist()
    found = [
        (begin + first, begin + last + 1, score)
        for begin, end in pairwise(bounds)
        for first, last, score in best_stretches(scores[begin:end], settings.piece_score, settings.drop_score)
    ]
    sizes = np.array([end - first for first, end, _ in found], np.int64)
    starts = np.array([first for first, _, _ in found], np.int64)
    held = np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
    return _Found(Rows(*(column[held] for column in table)), sizes, [score for *_, score in found])


def _pieces(corpus: Corpus, found: _Found, settings: ReuseSettings) -> list[Piece]:
    """Pieces of the stretches that may be of use; their blocks are in one order on both sides."""
    if not found.scores:
        return []
    kept = _useful(corpus, found, settings)
    sizes = found.sizes[kept]
    ends = np.cumsum(sizes)
    rows = np.repeat(np.cumsum(found.sizes)[kept] - ends, sizes) + np.arange(sizes.sum())
    table = Rows(*(column[rows] for column in found.table))
    first, last = ends - sizes, ends - 1
    words = table.a_end - table.a
    counts = [np.add.reduceat(np.where(table.kind == kind, words, 0), first) for kind in (EQUAL, NEAR)]
    places = table.a[first], table.a_end[last], table.b[first], table.b_end[last]
    kinds = map(KINDS.__getitem__, table.kind.tolist())
    blocks = list(map(Block._make, zip(kinds, *(column.tolist() for column in table[2:]), strict=True)))
    columns = (column.tolist() for column in (*places, *counts, first, ends))
    return [
        Piece(a, a_end, b, b_end, found.scores[number], equal, near, tuple(blocks[begin:end]))
        for number, a, a_end, b, b_end, equal, near, begin, end in zip(kept.tolist(), *columns, strict=True)
    ]


def _useful(corpus: Corpus, found: _Found, settings: ReuseSettings) -> Indices:
    """Numbers of the stretches without those that score too little to be reported in any case and have none
    near them with which they could be joined."""
    ends = np.cumsum(found.sizes)
    first, last, table = ends - found.sizes, ends - 1, found.table
    places = np.stack((table.a[first], table.a_end[last], table.b[first], table.b_end[last]))
    label = label_neighbourhoods(corpus, places, 2 * settings.join_words)
    is_alone = np.bincount(label)[label] == 1
    least = min(settings.sentence_score, settings.least_score)
    return np.flatnonzero(~is_alone | (np.array(found.scores) >= least))


def _scores(table: Rows, settings: ReuseSettings) -> NDArray[np.float64]:
    one, other = table.a_end - table.a, table.b_end - table.b
    shared = np.where(table.kind == NEAR, one * settings.near_word, one.astype(np.float64))
    return np.where(table.kind == GAP, -gap_costs(one, other, settings), shared)


def _promising(table: Rows, scores: NDArray[np.float64], least: float) -> tuple[Rows, list[float]]:
    """Only chains of which all shared words together score enough."""
    most = np.bincount(table.owner, weights=np.maximum(scores, 0))
    kept = most[table.owner] >= least
    return Rows(*(column[kept] for column in table)), scores[kept].tolist()


def _going_on(corpus: Corpus, pieces: list[Piece]) -> list[Piece]:
    """The pieces, run on where the words right before or after them are equal."""
    if not pieces:
        return []
    places = np.array([(p.a, p.a_end, p.b, p.b_end) for p in pieces], np.int64).T
    for number in np.flatnonzero(_have_equal_beside(corpus, places)).tolist():
        pieces[number] = _run_on(corpus, pieces[number])
    return pieces


def _have_equal_beside(corpus: Corpus, places: Indices) -> NDArray[np.bool_]:
    """Which places (a, a_end, b, b_end; a column each) may have equal words right before or after them."""
    last = len(corpus) - 1
    a, b = np.maximum(places[[0, 2]] - 1, 0)
    a_end, b_end = np.minimum(places[[1, 3]], last)
    found: NDArray[np.bool_] = (corpus.words[a] == corpus.words[b]) | (
        corpus.words[a_end] == corpus.words[b_end]
    )
    return found
