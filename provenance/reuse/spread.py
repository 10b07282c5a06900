"""Steps over blocks that do not depend on each other, done in turn or wherever the caller has room."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

import numpy as np

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.chains import Chains
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.pieces import Piece
from provenance.reuse.passages.repetitions import row_blocks
from provenance.text.shingles import Indices

CHAIN_WORDS = 1 << 18
"""Words of the chains of a block: some tenths of a second of work."""
PIECE_WORDS = 1 << 18
"""The same of pieces, on both sides."""
OF_A_PIECE = 32
"""Words for which each piece counts besides its own: what is done once for it."""

Shared = TypeVar("Shared")
Block = TypeVar("Block")
Result = TypeVar("Result")


class Spread(Protocol):
    """Does a step with each block. `step` is a function of a module and needs nothing but `shared` and its
    block, so the results, in the order of the blocks, are the same wherever they are made."""

    def __call__(
        self, step: Callable[[Shared, Block], Result], shared: Shared, blocks: Sequence[Block], /
    ) -> Iterable[Result]: ...


def in_turn(
    step: Callable[[Shared, Block], Result], shared: Shared, blocks: Sequence[Block]
) -> Iterator[Result]:
    """One block after the other, in this process."""
    return (step(shared, block) for block in blocks)


def chain_blocks(corpus: Corpus, chains: Chains, settings: ReuseSettings) -> list[Chains]:
    """The chains in their order, which is that of the text of a; those of one such text are not parted."""
    if not len(chains):
        return []
    seeds, begins = chains.seeds, chains.first[:-1]
    words = np.maximum.reduceat(seeds.a_end, begins).astype(np.int64) - seeds.a[begins]
    found = []
    for rows in _text_blocks(
        corpus.document[seeds.a[begins]], words + 2 * settings.margin_words, CHAIN_WORDS
    ):
        first = chains.first[rows.start : rows.stop + 1]
        found.append(Chains(seeds.take(np.arange(first[0], first[-1])), first - first[0]))
    return found


def piece_blocks(corpus: Corpus, pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces by the text of a, in their order otherwise; those of one such text are not parted."""
    if not pieces:
        return []
    documents = corpus.document[np.array([piece.a for piece in pieces])]
    words = np.array([piece.a_end - piece.a + piece.b_end - piece.b + OF_A_PIECE for piece in pieces])
    order = np.argsort(documents, kind="stable")
    sorted_pieces = [pieces[number] for number in order.tolist()]
    return [sorted_pieces[rows] for rows in _text_blocks(documents[order], words[order], PIECE_WORDS)]


def _text_blocks(documents: Indices, words: Indices, most: int) -> Iterator[slice]:
    """Rows of some texts that follow each other, with about so many words together."""
    bounds = np.flatnonzero(np.diff(documents, prepend=-1, append=-1))
    held = np.concatenate(([0], np.cumsum(words)))[bounds]
    for begin, end in row_blocks(held, most):
        yield slice(int(bounds[begin]), int(bounds[end]))
