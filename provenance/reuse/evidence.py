"""Evidence for a direction, and how it is weighed."""

from collections.abc import Sequence

from attrs import frozen

from provenance.model.reuse import Direction

DATES, TEXTS, CREDIT = 1, 2, 3
"""Ranks of evidence: publication dates, what the texts tell, an explicit credit."""


@frozen
class Evidence:
    """`rank`: DATES, TEXTS or CREDIT. `reason`: in words."""

    direction: Direction
    rank: int
    reason: str


def _texts(count: int) -> str:
    return "another text that has the passage" if count == 1 else f"{count} other texts that have the passage"


def weigh(
    evidence: Sequence[Evidence], *, is_identical: bool, third: tuple[str, ...]
) -> tuple[Direction, str]:
    """(direction, reason): the strongest evidence decides, unless evidence as strong or dates contradict.

    Dates do not decide on identical text, beside a shared credit, or if a third text has the passage.
    """
    if not evidence:
        return Direction.UNKNOWN, "neither dates nor the texts tell which is earlier"
    reasons = "; ".join(dict.fromkeys(each.reason for each in sorted(evidence, key=lambda e: -e.rank)))
    directed = [each for each in evidence if each.direction is not Direction.COMMON_SOURCE]
    if len({each.direction for each in directed}) > 1:
        return Direction.UNKNOWN, f"the evidence contradicts itself: {reasons}"
    strongest = max((each.rank for each in directed), default=0)
    doubt = ""
    if strongest < CREDIT and len(directed) < len(evidence):
        return Direction.COMMON_SOURCE, reasons
    if strongest < CREDIT and third:
        doubt = f"{_texts(len(third))} could be the source; "
    elif strongest == DATES and is_identical:
        doubt = "identical text: dates alone do not tell who copied; "
    return (Direction.UNKNOWN, doubt + reasons) if doubt else (directed[0].direction, reasons)
