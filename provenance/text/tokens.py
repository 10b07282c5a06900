"""Words of a text with their offsets."""

import re
from collections.abc import Iterator

from attrs import frozen

from provenance.text.folding import APOSTROPHES, fold_text

_JOINERS = re.escape("".join(sorted(APOSTROPHES))) + "\u00ad\u200c\u200d"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f]|[{_JOINERS}](?=[^\W_]))*")


@frozen(order=True)
class Token:
    """A word: letters or digits, inner apostrophes kept, hyphens split. `folded`: its folded form."""

    start: int
    end: int
    text: str
    folded: str


def find_words(text: str) -> Iterator[Token]:
    """Words of `text` in order."""
    for found in _WORD.finditer(text):
        folded = fold_text(found.group())
        if folded:
            yield Token(found.start(), found.end(), found.group(), folded)
