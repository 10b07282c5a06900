"""Words of a text with their offsets."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from provenance.text.folding import APOSTROPHES, fold_text

_JOINERS = re.escape("".join(sorted(APOSTROPHES))) + "\u00ad\u200c\u200d"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f]|[{_JOINERS}](?=[^\W_]))*")


class Token(NamedTuple):
    """A word: letters or digits, inner apostrophes kept, hyphens split. `folded`: its folded form."""

    start: int
    end: int
    text: str
    folded: str


def find_words(text: str) -> Iterator[Token]:
    """Words of `text` in order."""
    known: dict[str, str] = {}  # the words of one text are far fewer than its places
    for found in _WORD.finditer(text):
        word = found.group()
        folded = known.get(word)
        if folded is None:
            folded = known[word] = fold_text(word)
        if folded:
            yield Token(found.start(), found.end(), word, folded)
