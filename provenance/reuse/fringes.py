"""Passages without the word or two of a neighbouring sentence that both texts happen to have in common.

Many sentences end or begin alike ("he said.", "The …", Japanese "…た。"): what stands beyond a sentence's end
and is no whole sentence there is no part of what was copied, however equal it is.
"""

import re
from collections.abc import Sequence

from provenance.model.settings import ReuseSettings
from provenance.reuse.corpus import Corpus
from provenance.reuse.pieces import Piece, between, paired_rows
from provenance.reuse.scoring import block_score, make_piece
from provenance.text.sentences import find_sentences

FRINGE_UNITS = 2
"""Shared units of a neighbouring sentence that are taken off at either end, at most."""
_WINDOW = 120
"""Code points on either side of a place in which sentences are looked for."""
_STOP = re.compile(
    "[\u3002\uff01\uff1f\uff61\u0964\u0965\u061f\u06d4\u1362\u1367\u104b\u17d4]|\\n[^\\S\\n]*\\n"
)
"""Ends of sentences that need no white space after them."""
_Rows = Sequence[tuple[int, int]]


def trim_fringes(corpus: Corpus, piece: Piece, settings: ReuseSettings) -> Piece:
    """`piece` from the first to the last sentence of which it has more than a fringe."""
    rows = paired_rows(piece.blocks)
    first, last = _head(corpus, rows), len(rows) - _tail(corpus, rows)
    if (first, last) == (0, len(rows)) or first >= last:
        return piece
    blocks = between(piece.blocks, rows[first][0], rows[last - 1][0] + 1)
    return make_piece(blocks, sum(block_score(block, settings) for block in blocks))


def _head(corpus: Corpus, rows: _Rows) -> int:
    """How many shared units at the beginning are the fringe of a sentence before."""
    for count in range(1, min(FRINGE_UNITS, len(rows) - 1) + 1):
        before, after = rows[count - 1], rows[count]
        if not _is_edge(rows[:count], rows[count:], after) or not _is_parted(corpus, before, after):
            continue
        previous = rows[0][0] - 1, rows[0][1] - 1
        return 0 if _is_parted(corpus, previous, rows[0]) else count
    return 0


def _tail(corpus: Corpus, rows: _Rows) -> int:
    """How many at the end are the fringe of a sentence after."""
    for count in range(1, min(FRINGE_UNITS, len(rows) - 1) + 1):
        before, after = rows[-count - 1], rows[-count]
        if not _is_edge(rows[:-count], rows[-count:], after) or not _is_parted(corpus, before, after):
            continue
        following = rows[-1][0] + 1, rows[-1][1] + 1
        return 0 if _is_parted(corpus, rows[-1], following) else count
    return 0


def _is_edge(before: _Rows, after: _Rows, first: tuple[int, int]) -> bool:
    """Do all of `before` stand before all of `after` in b as well: is nothing moved over this place?"""
    return max(b for _, b in before) < first[1] == min(b for _, b in after)


def _is_parted(corpus: Corpus, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Does a sentence end between the two units, in both texts?"""
    return all(_ends_between(corpus, *pair) for pair in zip(before, after, strict=True))


def _ends_between(corpus: Corpus, row: int, next_row: int) -> bool:
    count = len(corpus.document)
    if row < 0 or next_row >= count or corpus.document[row] != corpus.document[next_row]:
        return True
    text = corpus.texts[int(corpus.document[row])]
    end, start = int(corpus.ends[row]), int(corpus.starts[next_row])
    if text[end:start] == " ":
        return False
    if _STOP.search(text, end, start):
        return True
    low = max(0, end - _WINDOW)
    found = find_sentences(text[low : start + _WINDOW])
    return any(end < low + begin <= start for begin, _ in found)
