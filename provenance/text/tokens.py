"""Words of a text with their offsets."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from provenance.text.folding import APOSTROPHES, fold_text

_JOINERS = re.escape("".join(sorted(APOSTROPHES))) + "\u00ad\u200c\u200d"
_WORD = re.compile(rf"[^\W_]+(?:(?:[\u0300-\u036f]|[{_JOINERS}](?=[^\W_]))[^\W_]*)*")


class Token(NamedTuple):
    """A word: letters or digits, inner apostrophes kept, hyphens split. `folded`: its folded form."""

    start: int
    end: int
    text: str
    folded: str


_fold_word = lru_cache(maxsize=1 << 16)(fold_text)
"""The words of a language are far fewer than their places."""
_new = tuple.__new__
"""What a named tuple is made by, without the call in between: words are what there is most of."""
_LONGEST_KEPT = 40
"""Letters up to which a word's folded form is kept: a page without spaces must not fill the memory."""


def find_words(text: str) -> Iterator[Token]:
    """Words of `text` in order."""
    for found in _WORD.finditer(text):
        word = found.group()
        folded = _fold_word(word) if len(word) <= _LONGEST_KEPT else fold_text(word)
        if folded:
            yield _new(Token, (*found.span(), word, folded))
