"""What the words of a paraphrase are compared by: terms, how much each says, and the units they stand in.

A word that both texts have is evidence only as far as other texts would not have it: its weight is minus the
logarithm of the share of units (sentences, about) that hold it (Sparck Jones 1972; by sentences as in
Sanchez-Perez, Sidorov and Gelbukh 2014). In a small pile that share says little, so it is smoothed by what is
known of the language at large; and what the pile speaks of all over is common there, however rare elsewhere.
"""

import sys
from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from provenance.model.knowledge import Knowledge
from provenance.reuse.paraphrases.units import find_units
from provenance.reuse.passages.corpus import Corpus
from provenance.text.folding import fold_text
from provenance.text.shingles import Hashes, Indices, distinct, mix

Weights = NDArray[np.float64]

STEM_LETTERS = 6
"""Letters of a word that tell it from others: longer endings are inflections more often than not."""
LEAST_STEM = 3
"""Letters that an ending leaves of a word, at least."""
ENDINGS = ("ingly", "ings", "ing", "edly", "ed", "es", "s", "ly")
"""Endings of English words, which do no harm in other languages; these go by the first letters alone."""

GRAMMAR_SHARE = 1 / 20
"""Share of sentences that hold a given word of grammar."""
COMMON_SHARE = 1 / 250
"""The same of a given frequent word."""
RARE_SHARE = 1 / 10_000
"""The same of a given other word."""
KNOWN_UNITS = 2000
"""Units of the pile that count for as much as what is known of the language at large."""
TOPIC_UNITS = 50
"""Units beyond which a pile shows what it speaks of all over."""
MOST_WEIGHT = 9.9
"""Weight of a word, at most: every twenty thousandth sentence has it. In a large pile of another subject any
word of an event is rarer than that, and so are the words that two reports of it share."""
COMPARED = 2
"""Units with a term that do not count: the two that are compared."""
LEAST_WEIGHT = 3.9
"""Weight under which a word says nothing: every fiftieth sentence has it."""
SHORT_LETTERS = 3
"""Letters up to which a Latin word counts as one of grammar; one more, and it counts as frequent."""


@frozen(eq=False)
class Terms:
    """Words as terms, a row each as in the corpus. Equal `term`: inflections of one word; in scripts without
    spaces a word stands for itself and the character after it.

    `weight`: what the term says if both texts have it, 0 for words that say nothing. `is_name`: the word
    begins with a capital or a digit, or is a number in words. `unit`: number of the unit of a row; unit u has
    the rows [first[u], first[u + 1]). `count`: how many terms there are; the first `words` of them are whole
    words, the others pairs of characters.
    """

    term: Indices
    weight: Weights
    is_name: NDArray[np.bool_]
    unit: Indices
    first: Indices
    count: int
    words: int

    @property
    def units(self) -> int:
        """How many units there are."""
        return len(self.first) - 1


def make_terms(corpus: Corpus, knowledge: Knowledge) -> Terms:
    """The terms of all words of `corpus`."""
    example = _examples(corpus)
    spelled = _texts(corpus, example.tolist())
    term, shares, words = _number_terms(corpus, spelled, knowledge)
    first = find_units(corpus)
    unit = np.zeros(len(corpus), np.int64)
    unit[first[:-1]] = 1
    unit = np.cumsum(unit) - 1
    weight = _weigh(term, unit, shares, len(first) - 1)
    weight[words:] /= 2  # two pairs next to each other tell the same character
    numbers = {fold_text(word) for word in knowledge.number_words}
    is_number = np.array([word in numbers for word in spelled], bool)
    is_name = _find_names(corpus) | is_number[corpus.words]
    return Terms(term, weight[term], is_name, unit, first, len(shares), words)


def _examples(corpus: Corpus) -> Indices:
    """A row that holds each word, the first."""
    found = np.zeros(int(corpus.words.max()) + 1 if len(corpus) else 0, np.int64)
    found[corpus.words[::-1]] = np.arange(len(corpus))[::-1]
    return found


def _find_names(corpus: Corpus) -> NDArray[np.bool_]:
    """Which words begin with a capital or a digit."""
    letters = np.zeros(len(corpus), np.uint32)
    for number, text in enumerate(corpus.texts):
        rows = slice(int(corpus.first[number]), int(corpus.first[number + 1]))
        letters[rows] = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)[
            corpus.starts[rows]
        ]
    is_there = np.zeros(sys.maxunicode + 1, bool)
    is_there[letters] = True
    for code in np.flatnonzero(is_there).tolist():
        is_there[code] = chr(code).isupper() or chr(code).isnumeric()
    found: NDArray[np.bool_] = is_there[letters]
    return found


def _weigh(term: Indices, unit: Indices, shares: Weights, units: int) -> Weights:
    """The weight of each term."""
    held = distinct(unit * len(shares) + term) % max(1, len(shares))
    others = np.maximum(np.bincount(held, minlength=len(shares)) - COMPARED, 0)
    share = np.maximum(
        (others + KNOWN_UNITS * shares) / (units + KNOWN_UNITS), others / (units + TOPIC_UNITS)
    )
    weight: Weights = np.minimum(-np.log(np.minimum(share, 1.0)), MOST_WEIGHT)
    weight[weight < LEAST_WEIGHT] = 0.0
    return weight


def _number_terms(
    corpus: Corpus, spelled: Sequence[str], knowledge: Knowledge
) -> tuple[Indices, Weights, int]:
    """(term of each word, share of sentences at large that hold each term, how many are whole words).

    `spelled`: the text of each word, by its number.
    """
    grammar = {_stem(word) for word in knowledge.function_words}
    common = {_stem(word) for word in knowledge.common_words}
    numbers: dict[str, int] = {}
    shares: list[float] = []
    of_word = np.zeros(len(spelled), np.int64)
    for word, text in enumerate(spelled):
        stem = _stem(text)
        number = numbers.setdefault(stem, len(shares))
        of_word[word] = number
        if number == len(shares):
            shares.append(_share(text, stem, grammar, common))
    term = of_word[corpus.words]
    return *_pair_characters(corpus, term, np.array(shares)), len(shares)


def _pair_characters(corpus: Corpus, term: Indices, shares: Weights) -> tuple[Indices, Weights]:
    """Terms of two characters where words follow each other without anything between them."""
    follows = (corpus.ends[:-1] == corpus.starts[1:]) & (corpus.document[:-1] == corpus.document[1:])
    rows = np.flatnonzero(follows)
    if not len(rows):
        return term, shares
    pairs: Hashes = mix(corpus.hashes[rows] * np.uint64(3) + corpus.hashes[rows + 1])
    known = distinct(pairs)
    numbered = term.copy()
    numbered[rows] = len(shares) + np.searchsorted(known, pairs)
    return numbered, np.concatenate((shares, np.full(len(known), COMMON_SHARE)))


def _texts(corpus: Corpus, rows: list[int]) -> list[str]:
    """The folded words of these rows; all at once, unless one of them holds what parts words."""
    words = [corpus.word(row) for row in rows]
    folded = fold_text("\n".join(words)).split(" ")
    if len(folded) == len(words):
        return folded
    return [fold_text(word).replace(" ", "") for word in words]


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            word = word[: -len(ending)]
            break
    if word.endswith("e") and len(word) > LEAST_STEM + 1:
        word = word[:-1]
    return word[:STEM_LETTERS]


def _share(word: str, stem: str, grammar: set[str], common: set[str]) -> float:
    """How many sentences at large hold the word, as far as lists and its length tell."""
    if stem in grammar or len(word) == 1 or (word.isascii() and len(word) <= SHORT_LETTERS):
        return GRAMMAR_SHARE
    is_short = word.isascii() and len(word) == SHORT_LETTERS + 1
    return COMMON_SHARE if is_short or stem in common else RARE_SHARE
