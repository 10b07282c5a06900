"""Whether two different words are readings of one: spellings, inflections, damage."""

from rapidfuzz.distance import Indel

from provenance.reuse.corpus import Corpus
from provenance.text.folding import fold_text

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
        pair = (word, other_word)
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = is_near(self._text(row, word), self._text(other, other_word))
        return known

    def _text(self, row: int, word: int) -> str:
        text = self._folded.get(word)
        if text is None:
            text = self._folded[word] = fold_text(self._corpus.word(row))
        return text


def is_near(one: str, other: str) -> bool:
    """Are two folded words readings of one? Numbers are not."""
    if len(one) < LEAST_LETTERS or len(other) < LEAST_LETTERS or one.isdigit() or other.isdigit():
        return False
    same_start = one[:COMMON_START] == other[:COMMON_START]
    if same_start and abs(len(one) - len(other)) <= ENDING_LETTERS:
        return True
    return Indel.normalized_similarity(one, other, score_cutoff=LEAST_RATIO) > 0
