"""How accurate sources are, from what others bear out, the copying known.

Dong, Berti-Equille and Srivastava, Integrating conflicting data: the role of source dependence, VLDB 2009
(AccuCopy): the accuracy of sources gives the probability of values, and that the accuracy, in turns. What
they estimate, who copies whom, is known here for each place, so that a vote is discounted by it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log

from attrs import frozen

FALSE_VALUES = 10
"""Values that an item could have besides the true one (n of the paper)."""
FIRST_ACCURACY = 0.8
"""Of a source of which nothing is known (1 - ε of the paper)."""
PRIOR_ITEMS = 4.0
"""Items of first accuracy that every source is taken to have: one finding must not make or break it."""
LEAST_ACCURACY, MOST_ACCURACY = 0.1, 0.99
MOST_ROUNDS = 100
ENOUGH = 1e-6
"""Greatest change of an accuracy in a round from which the turns end."""


@frozen
class Item:
    """One question. `values`: for each answer who gives it, as source → independence, 0..1: how far its vote
    is its own there."""

    values: tuple[Mapping[str, float], ...]


_Votes = Sequence[Sequence[tuple[str, float]]]


def find_accuracies(items: Sequence[Item]) -> dict[str, float]:
    """Source → accuracy, LEAST_ACCURACY to MOST_ACCURACY, by source.

    The mean of the last accuracy and the one that its values give is taken in each round, so that the turns
    come to rest; they end after MOST_ROUNDS in any case.
    """
    names = sorted({name for item in items for value in item.values for name in value})
    accuracies = dict.fromkeys(names, FIRST_ACCURACY)
    ordered = [_ordered(item) for item in items]
    for _ in range(MOST_ROUNDS):
        new = _round(ordered, accuracies)
        moved = max((abs(new[name] - accuracies[name]) for name in names), default=0.0)
        accuracies = new
        if moved < ENOUGH:
            break
    return accuracies


def log_odds(accuracy: float) -> float:
    """What an independent vote of such a source weighs: ln(n·A / (1 - A)); more than 0 where it tells more
    than chance."""
    return log(FALSE_VALUES * accuracy / (1 - accuracy))


def vote_counts(item: Item, accuracies: Mapping[str, float]) -> list[float]:
    """For each value the sum of the votes for it, each as far as it is its source's own."""
    weights = {name: log_odds(accuracies[name]) for value in item.values for name in value}
    return _vote_counts(_ordered(item), weights)


def _ordered(item: Item) -> _Votes:
    """The votes for each value, by source: sums are always made in one order."""
    return [sorted(value.items()) for value in item.values]


def _vote_counts(votes: _Votes, weights: Mapping[str, float]) -> list[float]:
    return [sum([own * weights[name] for name, own in value]) for value in votes]


def shares(counts: Sequence[float]) -> list[float]:
    """Each value's part among those given, 0..1 and 1 together."""
    top = max(counts, default=0.0)
    raised = [exp(count - top) for count in counts]
    return [each / sum(raised) for each in raised]


def probabilities(counts: Sequence[float]) -> list[float]:
    """Each value's probability, where all values that nobody gives stay possible (formula 4 of the paper)."""
    top = max([*counts, 0.0])
    raised = [exp(count - top) for count in counts]
    whole = sum(raised) + max(0, FALSE_VALUES + 1 - len(counts)) * exp(-top)
    return [each / whole for each in raised]


def _round(items: Sequence[_Votes], accuracies: Mapping[str, float]) -> dict[str, float]:
    borne_out: dict[str, list[float]] = defaultdict(list)
    weights = {name: log_odds(accuracy) for name, accuracy in accuracies.items()}
    for item in items:
        found = probabilities(_vote_counts(item, weights))
        for value, probability in zip(item, found, strict=True):
            for name, _ in value:
                borne_out[name].append(probability)
    return {name: _next(before, borne_out[name]) for name, before in accuracies.items()}


def _next(before: float, borne_out: Sequence[float]) -> float:
    found = (sum(borne_out) + PRIOR_ITEMS * FIRST_ACCURACY) / (len(borne_out) + PRIOR_ITEMS)
    return (before + min(MOST_ACCURACY, max(LEAST_ACCURACY, found))) / 2
