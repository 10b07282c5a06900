"""How evidence is weighed and said in words."""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from provenance.names.comparing.words import NameWord, WordPair

Rates = Sequence[tuple[float, float]]
_ONE_NAME = 0.88
"""Similarity of words from which they speak for one person."""
Said = str | tuple[Callable[..., str], *tuple[Any, ...]]
"""Words for a reader, or a function that makes them and what it takes: they are made when they are read."""
Sign = tuple[Said, Sequence[tuple[str, float]]]
"""What is shown, and the features that give it its weight, each with an amount."""


def say(said: Said) -> str:
    """The words."""
    return said if isinstance(said, str) else said[0](*said[1:])


def say_word(what: str, words: Sequence[NameWord], more: str = "") -> str:
    """What is shown of words of one name."""
    return f"{what} {printed(words)}{more}"


def say_words(what: str, a: Sequence[NameWord], b: Sequence[NameWord], between: str = " / ") -> str:
    """What is shown of words of both names."""
    return f"{what}: {printed(a)}{between}{printed(b)}"


def printed(words: Iterable[NameWord]) -> str:
    """The words as they stand in the name."""
    return " ".join([word.printed for word in words])


def rate_similarity(similarity: float, rates: Rates) -> float:
    """Weight of a similarity, linear between the (similarity, weight) points, which rise."""
    for (low, first), (high, second) in pairwise(rates):
        if similarity <= high:
            return round(first + (second - first) * (similarity - low) / (high - low), 3)
    return rates[-1][1]


def say_pair(part: str, pair: WordPair) -> str:
    """What two paired words show."""
    first, second = printed(pair.a), printed(pair.b)
    if pair.similarity == 1.0:
        return f"{part} equal: {first}"
    if any([word.is_vowelless for word in pair.a + pair.b]):
        how = "has the same consonants" if pair.similarity >= 0.9 else "has similar consonants"
        return f"{part} {how}: {first} ~ {second}"
    if pair.similarity >= _ONE_NAME:
        return f"{part} equal under romanisation: {first} ~ {second}"
    return f"{part} only alike: {first} / {second}"


def score_of_weights(weights: Iterable[float]) -> float:
    """The same of the weights alone."""
    total = math.fsum(weights)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
