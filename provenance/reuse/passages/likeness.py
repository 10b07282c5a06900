"""Whether two different words are readings of one: spellings, inflections, damage."""

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from provenance.reuse.passages.corpus import Corpus
from provenance.text.folding import fold_text
from provenance.text.shingles import Indices

LEAST_LETTERS = 4
"""Shorter words are not compared: too many different ones look alike."""
COMMON_START = 4
"""Letters at the start that make an inflection (warned, warning)."""
ENDING_LETTERS = 3
"""Letters by which an inflection's ending may be longer."""
LEAST_RATIO = 0.65
"""Least share of letters in common, 0..1 (2 x common / both): two of eight letters changed pass."""


class Likeness:
    """Compares words of one corpus, each pair once."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._known: dict[tuple[int, int], bool] = {}
        self._folded: dict[int, str] = {}

    def is_near(self, row: int, other: int, word: int, other_word: int) -> bool:
        """Are the words of these rows, numbered so in the corpus, readings of one word?"""
        text, other_text = self._folded.get(word), self._folded.get(other_word)
        if text is None:
            text = self._text(row, word)
        if len(text) < LEAST_LETTERS:
            return False
        if other_text is None:
            other_text = self._text(other, other_word)
        if len(other_text) < LEAST_LETTERS:
            return False
        return is_near(text, other_text)

    def are_near(self, rows: Indices, others: Indices) -> NDArray[np.bool_]:
        """`is_near` of many pairs of rows. Most are told by the lengths of their words alone."""
        corpus = self._corpus
        letters, other_letters = corpus.letters[rows], corpus.letters[others]
        shorter, longer = np.minimum(letters, other_letters), np.maximum(letters, other_letters)
        is_close = (2 * shorter >= LEAST_RATIO * (shorter + longer)) | (longer - shorter <= ENDING_LETTERS)
        near = (shorter >= LEAST_LETTERS) & is_close
        places = np.flatnonzero(near)
        rows, others = rows[places], others[places]
        pairs = zip(
            rows.tolist(),
            others.tolist(),
            corpus.words[rows].tolist(),
            corpus.words[others].tolist(),
            strict=True,
        )
        near[places] = [self.is_near(*pair) for pair in pairs]
        return near

    def _text(self, row: int, word: int) -> str:
        text = self._folded.get(word)
        if text is None:
            printed = self._corpus.word(row)
            is_plain = printed.isascii() and printed.isalnum()
            text = self._folded[word] = printed.lower() if is_plain else fold_text(printed)
        return text


def is_near(one: str, other: str) -> bool:
    """Are two folded words readings of one? Numbers are not."""
    if len(one) < LEAST_LETTERS or len(other) < LEAST_LETTERS or one.isdigit() or other.isdigit():
        return False
    same_start = one[:COMMON_START] == other[:COMMON_START]
    if same_start and abs(len(one) - len(other)) <= ENDING_LETTERS:
        return True
    return Indel.normalized_similarity(one, other, score_cutoff=LEAST_RATIO) > 0
