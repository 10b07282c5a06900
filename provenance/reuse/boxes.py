"""Passages of the paraphrase tier: boxes of two texts in which loose seeds are dense."""

import numpy as np

from provenance.model.settings import ReuseSettings
from provenance.reuse.chains import split
from provenance.reuse.corpus import Corpus
from provenance.reuse.extend import align_words, make_piece
from provenance.reuse.likeness import Likeness
from provenance.reuse.loose import content_rows
from provenance.reuse.pieces import Block, Piece
from provenance.reuse.seeds import Seeds
from provenance.text.shingles import Indices, distinct

PIECE_SHARE = 0.5
"""Share of a box that one near-verbatim piece covers, from which it stands for the box, 0..1."""


def find_boxes(corpus: Corpus, seeds: Seeds, settings: ReuseSettings) -> list[Piece]:
    """Pieces, one for each dense box. Their ends are words of seeds, their blocks the best word alignment."""
    seeds, first = _group(corpus, seeds, settings)
    likeness = Likeness(corpus)
    content = content_rows(corpus, settings)
    pieces = []
    for begin, end in zip(first[:-1].tolist(), first[1:].tolist(), strict=True):
        box = seeds.take(np.arange(begin, end))
        a, a_end, b, b_end = (int(v) for v in (box.a.min(), box.a_end.max(), box.b.min(), box.b_end.max()))
        covered = min(len(distinct(box.a)), len(distinct(box.b)))
        words_a, words_b = _between(content, a, a_end), _between(content, b, b_end)
        density = covered / max(1, words_a, words_b)
        is_long = covered + 2 >= settings.loose_words and density >= settings.loose_density
        is_short = covered + 2 >= settings.loose_short_words and density >= settings.loose_short_density
        if is_long or is_short:
            blocks: list[Block] = []
            align_words(corpus, (a, a_end, b, b_end), likeness, blocks)
            pieces.append(make_piece(blocks, float(covered)))
    return pieces


def add_boxes(pieces: list[Piece], boxes: list[Piece]) -> list[Piece]:
    """All pieces, and the boxes of which no piece covers PIECE_SHARE: what is exact is never given up."""
    beyond = [box for box in boxes if _covered(box, pieces) < PIECE_SHARE]
    return sorted([*pieces, *beyond], key=lambda p: (p.a, p.b, p.a_end, p.b_end))


def _group(corpus: Corpus, seeds: Seeds, settings: ReuseSettings) -> tuple[Seeds, Indices]:
    """Seeds by box, thin boxes dropped; box i has the seeds [first[i], first[i + 1])."""
    label = corpus.document[seeds.a] * max(1, len(corpus.ids)) + corpus.document[seeds.b]
    groups = -1
    while len(seeds):
        label = split(label, seeds.a, settings.loose_gap)
        label = split(label, seeds.b, settings.loose_gap)
        kept = np.bincount(label)[label] >= settings.loose_seeds
        seeds, label = seeds.take(kept), label[kept]
        count = len(distinct(label))
        if count == groups and kept.all():
            break
        groups = count
    order = np.argsort(label, kind="stable")
    label = label[order]
    first = np.flatnonzero(np.concatenate(([True], label[1:] != label[:-1]))) if len(label) else label
    return seeds.take(order), np.append(first, len(label))


def _between(rows: Indices, start: int, end: int) -> int:
    return int(np.searchsorted(rows, end) - np.searchsorted(rows, start))


def _covered(box: Piece, pieces: list[Piece]) -> float:
    """Greatest share of the box that one piece covers, on the side where it is less, 0..1."""
    best = 0.0
    for piece in pieces:
        in_a = min(piece.a_end, box.a_end) - max(piece.a, box.a)
        in_b = min(piece.b_end, box.b_end) - max(piece.b, box.b)
        if in_a > 0 and in_b > 0:
            best = max(best, min(in_a / (box.a_end - box.a), in_b / (box.b_end - box.b)))
    return best
