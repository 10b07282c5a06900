"""Where sentences begin among words: as the sentences of the whole window tell."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.reuse.passages.corpus import Corpus, make_corpus
from provenance.reuse.passages.openings import MOST_WORDS, OPENING_MARKS, Openings
from provenance.text.sentences import find_sentences

WORDS = ["a", "b", "I", "é", "The", "the", "Mr", "harbour", "U.S", "p.m", "Sept", "7", "noon", "Anyway"]
MARKS = [
    ". ",
    ".",
    "! ",
    "?\u201d ",
    ".) ",
    ", ",
    "; ",
    ': "',
    "\u2026 ",
    "\u3002",
    "(",
    "-",
    "\uff01",
    "\u300d",
    "\u0964",
    "\u6f22",
    "\u104b ",
]
WINDOW = 60
"""Code points of the text around that the slow reference reads."""
SPACES = [" ", " ", " ", "\n", "\n\n", "\r\n", " \n "]
PARTS = st.sampled_from([*WORDS, *MARKS, *SPACES])


def slow_opens(corpus: Corpus, row: int) -> bool:
    """Without any short cut."""
    if row >= len(corpus) or row == corpus.first[corpus.document[row]]:
        return True
    text = corpus.texts[int(corpus.document[row])]
    before, start = int(corpus.ends[row - 1]), int(corpus.starts[row])
    begin = max(0, before - WINDOW)
    sentences = find_sentences(text[begin : start + WINDOW])
    return any(before <= begin + each <= start <= begin + each + OPENING_MARKS for each, _ in sentences)


@settings(deadline=None, max_examples=300)
@given(st.lists(PARTS, max_size=60).map("".join))
def test_a_sentence_begins_where_the_sentences_of_the_text_around_say(text: str) -> None:
    corpus = make_corpus({"a": text, "b": "Another text."})
    openings = Openings(corpus)
    slow = [slow_opens(corpus, row) for row in range(len(corpus) + 1)]
    assert [openings.opens(row) for row in range(len(corpus) + 1)] == slow
    assert Openings(corpus).open_rows(np.arange(len(corpus) + 1)).tolist() == slow
    for document in range(2):
        first, close = int(corpus.first[document]), int(corpus.first[document + 1])
        for row in range(first, close):
            ends = [end for end in range(row + 1, close + 1) if end == close or slow[end]]
            starts = [start for start in range(first, row + 1) if slow[start]]
            near_end = ends[0] if ends[0] - row <= MOST_WORDS else None
            near_start = starts[-1] if row + 1 - starts[-1] <= MOST_WORDS else None
            assert (openings.end(row), openings.start(row + 1)) == (near_end, near_start)


def test_a_sentence_beyond_the_most_words_is_not_looked_for() -> None:
    corpus = make_corpus({"a": "word " * (MOST_WORDS + 5)})
    openings = Openings(corpus)
    assert openings.end(0) is None
    assert openings.end(10) == len(corpus)
    assert openings.start(len(corpus)) is None
