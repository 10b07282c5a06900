"""Passages cut where something that is not compared stands inside them.

Article text runs on across an advertisement or the caption of a picture, so what stands on both sides of
it is judged as one passage. But a span that held the advertisement would quote it, and a change would be
told where there is none: so it is reported as its parts, each of which quotes the article and nothing else.
"""

from itertools import groupby

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.pieces import Piece, between, paired_rows
from provenance.reuse.passages.scoring import block_score, make_piece


def cut_at_breaks(corpus: Corpus, piece: Piece, settings: ReuseSettings) -> list[Piece]:
    """The parts of `piece` in which neither side has anything masked, in order; itself if nothing is."""
    is_whole = all(
        corpus.stretch[first] == corpus.stretch[last - 1]
        for first, last in ((piece.a, piece.a_end), (piece.b, piece.b_end))
    )
    if is_whole:
        return [piece]
    rows = paired_rows(piece.blocks)
    runs = groupby(rows, key=lambda row: (int(corpus.stretch[row[0]]), int(corpus.stretch[row[1]])))
    parts = []
    for _, run in runs:
        places = [a for a, _ in run]
        blocks = between(piece.blocks, places[0], places[-1] + 1)
        parts.append(make_piece(blocks, sum(block_score(block, settings) for block in blocks)))
    return parts
