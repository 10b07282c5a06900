"""Whether two different words are readings of one: spellings, inflections, damage."""

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from provenance.reuse.passages.corpus import Corpus
from provenance.text.folding import fold_text
from provenance.text.shingles import Indices, distinct

LEAST_LETTERS = 4
"""Shorter words are not compared: too many different ones look alike."""
COMMON_START = 4
"""Letters at the start that make an inflection (warned, warning)."""
ENDING_LETTERS = 3
"""Letters by which an inflection's ending may be longer."""
LEAST_RATIO = 0.65
"""Least share of letters in common, 0..1 (2 x common / both): two of eight letters changed pass."""
_LETTER_BITS = 64
_PAIRS, _FOURS = np.uint64(0x5555555555555555), np.uint64(0x3333333333333333)
_BYTES, _ONES = np.uint64(0x0F0F0F0F0F0F0F0F), np.uint64(0x0101010101010101)


class Likeness:
    """Compares words of one corpus. Of each word that is asked for, once: its folded form, which letters it
    has, and the first ones, so that most pairs are told apart by a few numbers."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._folded: dict[int, str] = {}
        words = int(corpus.words.max(initial=-1)) + 1
        self._is_known = np.zeros(words, bool)
        self._sizes = np.zeros(words, np.int32)
        self._letters = np.zeros(words, np.uint64)
        self._begins = np.zeros((words, COMMON_START), np.uint32)

    def is_near(self, row: int, other: int, word: int, other_word: int) -> bool:
        """Are the words of these rows, numbered so in the corpus, readings of one word?"""
        if min(self._corpus.letters[row], self._corpus.letters[other]) < LEAST_LETTERS:
            return False
        return is_near(self._text(row, word), self._text(other, other_word))

    def are_near(self, rows: Indices, others: Indices) -> NDArray[np.bool_]:
        """`is_near` of many pairs of rows. Most are told by the lengths of their words alone, and of the rest
        most by the letters that one of the two lacks."""
        corpus = self._corpus
        letters, other_letters = corpus.letters[rows], corpus.letters[others]
        shorter, longer = np.minimum(letters, other_letters), np.maximum(letters, other_letters)
        is_close = (2 * shorter >= LEAST_RATIO * (shorter + longer)) | (longer - shorter <= ENDING_LETTERS)
        near = (shorter >= LEAST_LETTERS) & is_close
        places = np.flatnonzero(near)
        rows, others = rows[places], others[places]
        self._learn(np.concatenate((rows, others)))
        one, other = corpus.words[rows], corpus.words[others]
        near[places] = self._have_one_start(one, other)
        may_be = self._may_be_near(one, other) & ~near[places]
        places, one, other = places[may_be], one[may_be], other[may_be]
        if len(places):
            ratios = cpdist(
                [self._folded[word] for word in one.tolist()],
                [self._folded[word] for word in other.tolist()],
                scorer=Indel.normalized_similarity,
                score_cutoff=LEAST_RATIO,
            )
            near[places] = ratios > 0
        return near

    def _have_one_start(self, words: Indices, others: Indices) -> NDArray[np.bool_]:
        """Which are inflections of one word? (Numbers have no letters here.)"""
        is_word = (self._sizes[words] >= LEAST_LETTERS) & (self._sizes[others] >= LEAST_LETTERS)
        is_word &= np.abs(self._sizes[words] - self._sizes[others]) <= ENDING_LETTERS
        is_word &= (self._begins[words] == self._begins[others]).all(axis=1)
        return is_word

    def _may_be_near(self, words: Indices, others: Indices) -> NDArray[np.bool_]:
        """Which words could share enough letters, in view of those that one of them has and the other not?"""
        sizes, other_sizes = self._sizes[words], self._sizes[others]
        letters, other_letters = self._letters[words], self._letters[others]
        common = np.minimum(
            sizes - _count_bits(letters & ~other_letters), other_sizes - _count_bits(other_letters & ~letters)
        )
        is_word = (sizes >= LEAST_LETTERS) & (other_sizes >= LEAST_LETTERS)
        is_word &= 2 * common >= LEAST_RATIO * (sizes + other_sizes)
        return is_word

    def _learn(self, rows: Indices) -> None:
        """Look at the words of these rows, each word once; a number has no letters."""
        rows = rows[~self._is_known[self._corpus.words[rows]]]
        if not len(rows):
            return
        place = np.zeros(len(self._is_known), np.int64)
        place[self._corpus.words[rows]] = rows
        words = distinct(self._corpus.words[rows])
        texts = self._fold(place[words])
        self._folded.update(zip(words.tolist(), texts, strict=True))
        self._is_known[words] = True
        is_word = np.array([len(text) >= LEAST_LETTERS and not text.isdigit() for text in texts])
        words = words[is_word]
        kept = [text for text, is_kept in zip(texts, is_word.tolist(), strict=True) if is_kept]
        if not kept:
            return
        sizes = np.array(list(map(len, kept)), np.int32)
        codes = np.frombuffer("".join(kept).encode("utf-32-le", "surrogatepass"), np.uint32)
        first = np.cumsum(sizes) - sizes
        bits = np.uint64(1) << (codes % _LETTER_BITS).astype(np.uint64)
        self._sizes[words] = sizes
        self._letters[words] = np.bitwise_or.reduceat(bits, first)
        self._begins[words] = codes[first[:, None] + np.arange(COMMON_START)]

    def _text(self, row: int, word: int) -> str:
        text = self._folded.get(word)
        if text is None:
            text = self._folded[word] = self._fold(np.array([row]))[0]
        return text

    def _fold(self, rows: Indices) -> list[str]:
        """The words of these rows, folded."""
        corpus = self._corpus
        places = (column[rows].tolist() for column in (corpus.document, corpus.starts, corpus.ends))
        printed = [corpus.texts[text][start:end] for text, start, end in zip(*places, strict=True)]
        return [each.lower() if each.isascii() and each.isalnum() else fold_text(each) for each in printed]


def _count_bits(values: NDArray[np.uint64]) -> NDArray[np.int64]:
    """How many bits of each are set: pairs of bits are added up, then fours, then bytes."""
    values = values - ((values >> np.uint64(1)) & _PAIRS)
    values = (values & _FOURS) + ((values >> np.uint64(2)) & _FOURS)
    values = (values + (values >> np.uint64(4))) & _BYTES
    return ((values * _ONES) >> np.uint64(56)).astype(np.int64)


def is_near(one: str, other: str) -> bool:
    """Are two folded words readings of one? Numbers are not."""
    if len(one) < LEAST_LETTERS or len(other) < LEAST_LETTERS or one.isdigit() or other.isdigit():
        return False
    same_start = one[:COMMON_START] == other[:COMMON_START]
    if same_start and abs(len(one) - len(other)) <= ENDING_LETTERS:
        return True
    return Indel.normalized_similarity(one, other, score_cutoff=LEAST_RATIO) > 0
