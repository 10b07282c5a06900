"""The work of the paraphrase tier in blocks: some texts and all that they may share with later ones."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from provenance.reuse.paraphrases.seeds import UnitSeeds
from provenance.reuse.paraphrases.terms import Terms
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.pieces import Piece
from provenance.reuse.passages.repetitions import row_blocks

BLOCK_SEEDS = 1 << 12
"""Seeds of a block, near-verbatim pieces counted with them: some tenths of a second of work."""


@frozen(eq=False)
class Common:
    """What all blocks share."""

    corpus: Corpus
    terms: Terms


@frozen(eq=False)
class ParaphraseBlock:
    """The seeds and the near-verbatim pieces whose text of a is one of some texts, each in their order."""

    seeds: UnitSeeds
    exact: tuple[Piece, ...]


def paraphrase_blocks(
    corpus: Corpus, terms: Terms, seeds: UnitSeeds, exact: Sequence[Piece]
) -> list[ParaphraseBlock]:
    """Blocks of about BLOCK_SEEDS; texts are not parted, and those without any are left out."""
    texts = len(corpus.ids)
    of_seeds = seeds.pair // texts
    of_exact = corpus.document[np.array([piece.a for piece in exact], np.int64)]
    held = np.bincount(of_seeds, minlength=texts) + np.bincount(of_exact, minlength=texts)
    blocks = []
    order = np.argsort(of_exact, kind="stable")
    for begin, end in row_blocks(np.concatenate(([0], np.cumsum(held))), BLOCK_SEEDS):
        first, last = np.searchsorted(of_seeds, (begin, end)).tolist()
        low, high = np.searchsorted(of_exact[order], (begin, end)).tolist()
        if first < last or low < high:
            rows = slice(first, last)
            some = UnitSeeds(seeds.pair[rows], seeds.a[rows], seeds.b[rows], seeds.shared[rows])
            inside = tuple(exact[number] for number in order[low:high].tolist())
            blocks.append(ParaphraseBlock(some, inside))
    return blocks
