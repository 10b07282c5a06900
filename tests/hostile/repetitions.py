"""Texts that repeat something of which patterns are made: where a pattern goes back, its time grows faster
than they do."""

from collections.abc import Callable
from functools import partial

_PIECES = {
    "letter": "a",
    "words": "so ",
    "capitals": "A b",
    "titles": "Mr. Dr. Gen. ",
    "initials": "J.R.R.",
    "hyphens": "al-",
    "apostrophes": "'",
    "quotes": "“",
    "quoted": "“Yes,” he said. ",
    "brackets": "(",
    "nested": "((a+)+)+",
    "digits": "7",
    "figures": "1,",
    "slashes": "12/",
    "days": "3 May, ",
    "times": "10:00 ",
    "dollars": "$5 million ",
    "numbers": "two hundred and ",
    "spaces": " ",
    "mixed spaces": "\t \u00a0",
    "lines": "\n",
    "blank lines": " \n\n",
    "dots": ".",
    "sentences": "The ferry left. ",
    "addresses": "http://",
    "mail": "a.b@",
    "marks": "e\u0301",
    "flood": "\u0301",
    "hidden": "a\u200b",
    "directions": "\u202e",
    "wide": "😀 ",
    "ligatures": "ﷺ",
    "bylines": "By Ann Lee and ",
    "credits": "Photo: Ann Lee/Example\n",
    "roles": "Ann Lee, the head of ",
    "aliases": "the Harbour Board (HB), also known as ",
    "labels": "Published: 3 May 2018\n",
    "bars": "News | ",
    "markup": "<p><b>",
    "entities": "&amp;",
}


def _repeat(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length] + "x"


REPETITIONS: dict[str, Callable[[int], str]] = {
    name: partial(_repeat, piece) for name, piece in _PIECES.items()
}
"""By name: a text of about so many code points. It ends with what fits into no pattern."""


def fibonacci_text(length: int) -> str:
    """The Fibonacci word over two words: repetitive at every length, and yet without a period."""
    before, text = "left ", "quay "
    while len(text) < length:
        before, text = text, text + before
    return text[:length]


REPETITIONS["fibonacci"] = fibonacci_text
