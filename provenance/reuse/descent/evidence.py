"""Evidence for a direction: what it rests on, how much it says, and how it is listed."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from math import log

from attrs import frozen

from provenance.model.reuse import Direction, DirectionEvidence


class Rests(StrEnum):
    """What a piece of evidence rests on."""

    CREDIT = "credit"  # one text names the other, in words that a reader sees
    DECLARED = "declared"  # the page's markup names the other
    TEXT = "text"  # what the wording tells
    DATES = "dates"  # when the texts say that they were published
    UPSTREAM = "upstream"  # both name a third
    FAMILY = "family"  # what all texts with the passage tell together


METADATA = frozenset({Rests.DECLARED, Rests.DATES})
"""What decides nothing on identical text."""


@frozen(order=True)
class Evidence:
    """`towards`: the direction for which it speaks. `weight`: 0..1; of two equal ones that contradict each
    other nothing is left, and 0 is listed and proves nothing. A text that it makes the later one is the
    earlier one after all in (1 - weight) / 2 of such cases, as far as planted families tell. `quote`: of a
    credit, its words in the text."""

    towards: Direction
    rests: Rests
    weight: float
    reason: str
    quote: str = ""

    @property
    def odds(self) -> float:
        """Logarithm of the odds that it gives its direction."""
        return log((1 + self.weight) / (1 - self.weight))


def list_evidence(found: Iterable[Evidence]) -> tuple[DirectionEvidence, ...]:
    """Weightiest first, each reason once."""
    ordered = sorted(set(found), key=lambda e: (-e.weight, e.rests, e.towards, e.reason))
    return tuple(DirectionEvidence(e.towards, round(e.weight, 2), e.reason) for e in ordered)


def describe(found: Sequence[Evidence]) -> str:
    """All reasons in words, weightiest first, each once."""
    ordered = sorted(found, key=lambda e: (-e.weight, e.rests, e.towards, e.reason))
    return "; ".join(dict.fromkeys(each.reason for each in ordered))
