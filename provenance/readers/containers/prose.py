"""What is prose in a cell of a table: sentences, and not labels, names or figures."""

import re
from collections.abc import Sequence

_END = re.compile(r"[.!?…。！？؟।۔][\"'”’»」』)\]]{0,3}\Z")
_STOP_INSIDE = re.compile(r"[.!?…؟।۔][\"'”’»)\]]{0,3}\s|[。！？]")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
"""Signs of scripts that write no spaces: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_SIGNS_A_WORD = 2
_LEAST_WORDS = 8
"""Of a sentence that stands for itself; labels, names and addresses have fewer words, or no full stop."""
_LEAST_LONG_WORDS = 15
"""Of text that ends without a full stop, if one stands in it."""
_LEAST_BARE_WORDS = 25
_LEAST_STATEMENT_WORDS = 5
_LOOKED_AT_CHARS = 2_000


def count_words(text: str) -> int:
    """Words between spaces; of scripts without spaces, half as many as there are signs."""
    unspaced = len(_UNSPACED.findall(text)) if not text.isascii() else 0
    return len(text.split()) + unspaced // _SIGNS_A_WORD


def is_prose(cell: str) -> bool:
    """Is it a sentence of eight words, or as much text as no label has?"""
    words = count_words(cell[:_LOOKED_AT_CHARS])
    if words < _LEAST_WORDS:
        return False
    if words >= _LEAST_BARE_WORDS or _END.search(cell.rstrip()[-20:]):
        return _has_letters(cell)
    return words >= _LEAST_LONG_WORDS and _STOP_INSIDE.search(cell[:_LOOKED_AT_CHARS]) is not None


def is_statement(cell: str) -> bool:
    """Is it a sentence that no column is called by? Questions are names of columns in polls."""
    end = _END.search(cell.rstrip()[-20:])
    return end is not None and end[0][0] not in "?？؟…" and count_words(cell) >= _LEAST_STATEMENT_WORDS


def is_column_of_prose(cells: Sequence[str]) -> bool:
    """Are at least half of the cells that hold anything prose?"""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and 2 * sum(map(is_prose, filled)) >= len(filled)


def _has_letters(cell: str) -> bool:
    """Are most words words, and not figures or addresses?"""
    pieces = cell[:_LOOKED_AT_CHARS].split()
    return 2 * sum(1 for piece in pieces if any(map(str.isalpha, piece))) >= len(pieces)
