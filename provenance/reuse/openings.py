"""Where sentences begin and end among the words of a corpus."""

from provenance.reuse.corpus import Corpus
from provenance.text.sentences import find_sentences

WINDOW = 60
"""Code points on either side of a word that are read to tell whether a sentence begins there."""
OPENING_MARKS = 4
"""Marks before the first word of a sentence, at most."""


def opens_sentence(corpus: Corpus, row: int) -> bool:
    """Does a sentence or a line begin with the word of that row? So does whatever follows a text's end."""
    if row >= len(corpus) or row == corpus.first[corpus.document[row]]:
        return True
    text = corpus.texts[int(corpus.document[row])]
    before, start = int(corpus.ends[row - 1]), int(corpus.starts[row])
    if text[before:start].strip(" ,") == "":
        return False
    begin = max(0, before - WINDOW)
    sentences = find_sentences(text[begin : start + WINDOW])
    return any(before <= begin + each <= start <= begin + each + OPENING_MARKS for each, _ in sentences)


def closes_sentence(corpus: Corpus, end_row: int) -> bool:
    """Does a sentence or a line end with the word before that row?"""
    document = int(corpus.document[end_row - 1])
    return end_row == corpus.first[document + 1] or opens_sentence(corpus, end_row)


def sentence_start(corpus: Corpus, end_row: int, most: int) -> int | None:
    """First row of the sentence that ends before `end_row`; None if it has more than `most` words."""
    least = max(int(corpus.first[corpus.document[end_row - 1]]), end_row - most)
    return next((row for row in range(end_row - 1, least - 1, -1) if opens_sentence(corpus, row)), None)


def sentence_end(corpus: Corpus, row: int, most: int) -> int | None:
    """One past the last row of the sentence that begins with `row`; None beyond `most` words."""
    last = min(int(corpus.first[corpus.document[row] + 1]), row + most)
    return next((end for end in range(row + 1, last + 1) if closes_sentence(corpus, end)), None)
