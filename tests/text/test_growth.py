"""Hostile repetition costs no more than its length: steps are counted, not seconds."""

from collections.abc import Callable

import pytest

from provenance.text.folding import fold_text
from provenance.text.sentences import find_paragraphs, find_sentences
from provenance.text.tokens import find_words
from tests.growth import steps

REPEATED = [
    ".",
    "!",
    " ",
    "\n",
    " \n",
    "a",
    "A.",
    ". ",
    "'",
    "’a",
    "“",
    "…”",
    "U.S. ",
    "\u00ad",
    "\u0301",
    "\u2029",
]


@pytest.mark.parametrize("piece", REPEATED)
@pytest.mark.parametrize("work", [find_sentences, find_paragraphs, fold_text, lambda t: list(find_words(t))])
def test_twice_the_text_takes_about_twice_the_calls(work: Callable[[str], object], piece: str) -> None:
    short, long = piece * 500, piece * 1000
    work(long)  # fills the caches
    assert steps(lambda: work(long)) <= 2.5 * steps(lambda: work(short)) + 20
