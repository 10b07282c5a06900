"""What speaks for and against the direction of a shared passage, weightiest first."""

from collections.abc import Mapping

from attrs import frozen

from provenance.model.reuse import Alignment, Direction, DirectionEvidence
from provenance.report.words import weight, with_labels

REASONS = 8
"""Reasons listed for one passage; the others are counted."""


@frozen
class Reason:
    """One piece of evidence. `says`: for or against and how much ("for, strong"), or for what where nothing
    is asserted ("S2 first, little")."""

    says: str
    text: str


@frozen
class Reasons:
    """`more`: how many are not listed."""

    listed: tuple[Reason, ...]
    more: int


def list_reasons(alignment: Alignment, labels: Mapping[str, str]) -> Reasons:
    """All evidence of a passage; `labels`: what the texts a and b are called."""
    listed = tuple(_reason(each, alignment.direction, labels) for each in alignment.evidence[:REASONS])
    return Reasons(listed, max(0, len(alignment.evidence) - REASONS))


def _reason(evidence: DirectionEvidence, asserted: Direction, labels: Mapping[str, str]) -> Reason:
    much = weight(evidence.weight)
    says = "no weight" if much == "none" else f"{_stance(evidence, asserted, labels)}, {much}"
    return Reason(says, with_labels(evidence.reason, labels))


def _stance(evidence: DirectionEvidence, asserted: Direction, labels: Mapping[str, str]) -> str:
    outcome = {
        Direction.A_TO_B: f"{labels['a']} first",
        Direction.B_TO_A: f"{labels['b']} first",
        Direction.COMMON_SOURCE: "a third text",
        Direction.UNKNOWN: "neither",
    }[evidence.towards]
    if asserted is Direction.UNKNOWN:
        return outcome
    return "for" if evidence.towards is asserted else f"against ({outcome})"
