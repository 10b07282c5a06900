"""Cheap looks at a line that say whether a pattern can be found in it at all."""

import re
from collections.abc import Sequence
from itertools import accumulate

_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_LIKE_ASCII = "\u0130\u0131\u017f\u212a"
_TO_ASCII = str.maketrans(_LIKE_ASCII, "iisk")
"""Letters beyond ASCII that re.IGNORECASE takes for letters of it: dotted and dotless i, long s, kelvin."""
_OTHER_BREAKS = ("\r", "\u2028", "\u2029")


def fold_letters(text: str) -> str:
    """`text`, character for character, in small letters of ASCII; "?" for what is not ASCII.

    Every character that re.IGNORECASE takes for a letter of ASCII is that letter: so a word of ASCII
    that a pattern demands stands here wherever the pattern is found.
    """
    if text.isascii():
        return text.lower()
    if holds_any(text, _LIKE_ASCII):
        text = text.translate(_TO_ASCII)
    return text.encode("ascii", "replace").decode("ascii").lower()


def holds_any(folded: str, words: Sequence[str]) -> bool:
    """Does one of `words` stand in `folded`? A plain loop: a generator costs more than all the looking."""
    for word in words:
        if word in folded:
            return True
    return False


def find_lines(text: str, ignored: str) -> list[tuple[int, int]]:
    """(start, end) of each line of `text` in which something else than characters of `ignored` stands.

    Lines end at line feeds, carriage returns and Unicode's separators of lines and paragraphs.
    """
    pieces = _BREAK.split(text) if holds_any(text, _OTHER_BREAKS) else text.split("\n")
    starts = accumulate(map(len, pieces), lambda start, length: start + length + 1, initial=0)
    return [
        (start, start + len(piece))
        for piece, start in zip(pieces, starts, strict=False)
        if piece.strip(ignored)
    ]
