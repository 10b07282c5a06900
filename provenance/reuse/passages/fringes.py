"""Passages without the word or two of a neighbouring sentence that both texts happen to have in common.

Many sentences end or begin alike ("he said.", "The …", Japanese "…た。"): what stands beyond a sentence's end
and is no whole sentence there is no part of what was copied, however equal it is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from provenance.model.settings import ReuseSettings
from provenance.reuse.passages.corpus import Corpus
from provenance.reuse.passages.openings import PLAIN_STOP, ends_plainly
from provenance.reuse.passages.pieces import Block, BlockKind, Piece, between
from provenance.reuse.passages.scoring import block_score, make_piece
from provenance.text.sentences import find_sentences

FRINGE_UNITS = 2
"""Shared units of a neighbouring sentence that are taken off at either end, at most."""
_WINDOW = 120
"""Code points on either side of a place in which sentences are looked for."""
BREAK = re.compile(
    "[\\n\\r\\u2028\\u2029]|[^\\w\\s,;:'\"()\u2018\u2019\u201c\u201d\u00ab\u00bb\\-\u2013\u2014/]"
)
"""What may end a sentence in any script: a new line, or a mark that is none of those inside of sentences."""
STOP = re.compile(
    "[\u3002\uff01\uff1f\uff61\u0964\u0965\u061f\u06d4\u1362\u1367\u104b\u17d4]|\\n[^\\S\\n]*\\n"
)
"""Ends of sentences that need no white space after them."""
_Row = tuple[int, int]


def trim_fringes(corpus: Corpus, piece: Piece, settings: ReuseSettings) -> Piece:
    """`piece` from the first to the last sentence of which it has more than a fringe."""
    shared = [block for block in piece.blocks if block.kind is not BlockKind.GAP]
    begin, end = _head(corpus, shared), _tail(corpus, shared)
    if (begin, end) == (piece.a, piece.a_end) or begin >= end:
        return piece
    blocks = between(piece.blocks, begin, end)
    return make_piece(blocks, sum(block_score(block, settings) for block in blocks))


def _head(corpus: Corpus, shared: Sequence[Block]) -> int:
    """The row of a where the passage begins without the fringe of a sentence before."""
    rows = list(islice(_rows(shared), FRINGE_UNITS + 1))
    for before, after in pairwise(rows):
        # whether the order breaks there is asked last: hardly ever does a sentence end there
        if not (before[1] < after[1] and is_parted(corpus, before, after)):
            continue
        if after[1] <= min((x.b for x in shared if x.a > after[0]), default=after[1]):
            previous = rows[0][0] - 1, rows[0][1] - 1
            return rows[0][0] if is_parted(corpus, previous, rows[0]) else after[0]
    return rows[0][0]


def _tail(corpus: Corpus, shared: Sequence[Block]) -> int:
    """One past the row of a where it ends without the fringe of a sentence after."""
    rows = list(islice(_rows_back(shared), FRINGE_UNITS + 1))
    last = rows[0]
    for after, before in pairwise(rows):
        if not (after[1] > before[1] and is_parted(corpus, before, after)):
            continue
        if before[1] >= max((x.b_end - 1 for x in shared if x.a_end - 1 < before[0]), default=before[1]):
            following = last[0] + 1, last[1] + 1
            return (last if is_parted(corpus, last, following) else before)[0] + 1
    return last[0] + 1


def _rows(shared: Sequence[Block]) -> Iterator[_Row]:
    """Rows of shared units of a and b, from the first one on."""
    return ((x.a + at, x.b + at) for x in shared for at in range(x.a_end - x.a))


def _rows_back(shared: Sequence[Block]) -> Iterator[_Row]:
    """The same from the last one back."""
    return ((x.a_end - at, x.b_end - at) for x in reversed(shared) for at in range(1, x.a_end - x.a + 1))


def is_parted(corpus: Corpus, before: _Row, after: _Row) -> bool:
    """Does a sentence end between the two units, in both texts?"""
    return all(_ends_between(corpus, *pair) for pair in zip(before, after, strict=True))


def _ends_between(corpus: Corpus, row: int, next_row: int) -> bool:
    count = len(corpus.document)
    if row < 0 or next_row >= count or corpus.document[row] != corpus.document[next_row]:
        return True
    text = corpus.texts[int(corpus.document[row])]
    end, start = int(corpus.ends[row]), int(corpus.starts[next_row])
    gap = text[end:start]
    if gap == " " or BREAK.search(gap) is None:
        return False
    if STOP.search(gap):
        return True
    if PLAIN_STOP.match(gap) and text[start].isupper() and ends_plainly(text, end):
        return True
    low = max(0, end - _WINDOW)
    found = find_sentences(text[low : start + _WINDOW])
    return any(end < low + begin <= start for begin, _ in found)
