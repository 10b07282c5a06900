"""Offices as claims hold them: whose, of what body, met in texts of one affair."""

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from provenance.conflicts.offices import Office, tells_change
from provenance.conflicts.pile import Pile
from provenance.conflicts.ties import by_place, find_affair, times_meet
from provenance.model.claims import Claim
from provenance.model.names import EntityKind

_OFTEN = 3
MOST_TIMES = 12


@frozen
class Held:
    """A role claim with the office that it speaks of."""

    claim: Claim
    office: Office
    topic: str = ""
    """The body that the text is about, of an office of a body that is told without one."""

    @property
    def holder(self) -> str:
        return self.claim.subject_entity or ""


def topic_of(pile: Pile, source_id: str) -> str:
    """The body that a text names most often, three times at least and more often than any other; else the one
    body of this text that more than half of all texts name."""
    counts = Counter(m.entity for m in pile.sources[source_id].mentions if m.kind is EntityKind.ORGANIZATION)
    first = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    is_clear = bool(first) and first[0][1] >= _OFTEN and (len(first) == 1 or first[0][1] > first[1][1])
    if is_clear:
        return first[0][0]
    known = sorted(((pile.name_counts[key], key) for key in counts), reverse=True)[:2]
    is_alone = bool(known) and (len(known) == 1 or known[0][0] > known[1][0])
    is_subject = is_alone and known[0][0] >= _OFTEN and 2 * known[0][0] > len(pile.sources)
    return known[0][1] if is_subject else ""


def find_met(pile: Pile, one: Sequence[Held], two: Sequence[Held]) -> tuple[list[Claim], list[Claim]] | None:
    """Claims of both sides in texts of one event, at one time, without a change told."""
    met = [
        (x.claim, y.claim)
        for x in one[:MOST_TIMES]
        for y in two[:MOST_TIMES]
        if times_meet(pile, x.claim, y.claim) and find_affair(pile, x.claim, y.claim)
    ]
    if not met or any(tells_change(pile, c) for pair in met for c in pair):
        return None
    return by_place({x.key: x for x, _ in met}.values()), by_place({y.key: y for _, y in met}.values())
