"""How evidence is weighed and said in words."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from provenance.model.names import Reason
from provenance.names.comparing.words import NameWord, WordPair

Rates = Sequence[tuple[float, float]]
Sign = tuple[str, Sequence[tuple[str, float]]]
"""What is shown, in words for a reader, and the features that give it its weight, each with an amount."""


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
    if pair.similarity >= 0.8:
        return f"{part} equal under romanisation: {first} ~ {second}"
    return f"{part} only alike: {first} / {second}"


def score_of(reasons: Iterable[Reason]) -> float:
    """0..1, open at both ends: the logistic function of the weights' sum."""
    total = math.fsum([reason.weight for reason in reasons])
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
