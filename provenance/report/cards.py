"""Findings as cards: each side with its value, quotes, and how many independent sources that is and why."""

from collections.abc import Sequence

from attrs import frozen

from provenance.model.conflicts import Conflict, ConflictClass, Evidence, Scope, Side
from provenance.model.report import ReportData
from provenance.report.places import Directory, Place, SourceCard
from provenance.report.verdict import is_settled
from provenance.report.words import REVIEWS, count, listed, number_range

PLACES_A_SIDE = 8
"""Quotes shown for one side; the rest is counted, and stands in conflicts.csv and report.json."""


@frozen
class SideCard:
    """One side. `support`: the range of independent sources in words; `reasons`: why, in sentences."""

    value: str
    places: tuple[Place, ...]
    more: int
    support: str
    reasons: tuple[str, ...]


@frozen
class Card:
    """One finding. `number`: in the order of the report; `anchor`: its key, unique in the page."""

    number: int
    anchor: str
    conflict: Conflict
    sides: tuple[SideCard, ...]
    sources: tuple[SourceCard, ...]
    review: str
    is_settled: bool

    @property
    def reach(self) -> str:
        """Within which texts it lies: `inside S1`, `between S1, S2 and S4`."""
        labels = [card.label for card in self.sources]
        if len(labels) > 6:
            return f"between {len(labels)} documents"
        word = "inside" if self.conflict.scope is Scope.WITHIN or len(labels) == 1 else "between"
        return f"{word} {listed(labels)}"


def make_cards(data: ReportData, directory: Directory, conflicts: Sequence[Conflict]) -> tuple[Card, ...]:
    """One card for each of `conflicts`, in their order."""
    states = dict(data.reviews)
    reasons = _Reasons(data, directory)
    cards: list[Card] = []
    anchors: set[str] = set()
    for number, conflict in enumerate(conflicts, start=1):
        anchor = conflict.key if conflict.key not in anchors else f"{conflict.key}-{number}"
        anchors.add(anchor)
        sides = tuple(_side(side, directory, reasons, conflict) for side in conflict.sides)
        found = {e.source_id for side in conflict.sides for e in side.evidence}
        sources = tuple(card for card in directory.cards if card.source.id in found)
        state = states.get(conflict.key, "open")
        settled = is_settled(conflict, states)
        cards.append(Card(number, anchor, conflict, sides, sources, REVIEWS.get(state, state), settled))
    return tuple(cards)


class _Reasons:
    """Why a side's sources count as they do, from groups and what is known of publishers."""

    def __init__(self, data: ReportData, directory: Directory) -> None:
        self.directory = directory
        self.groups = {group.source_id: group for group in data.groups}

    def of(self, side: Side, conflict: Conflict) -> tuple[str, ...]:
        ids = {evidence.source_id for evidence in side.evidence}
        cards = [card for card in self.directory.cards if card.source.id in ids]
        found: list[str] = []
        if conflict.conflict_class is ConflictClass.CHANGED_IN_REUSE and side.independent_max == 0:
            found.append("An altered copy is no witness for what it changed.")
        if len(cards) > 1:
            found.extend(self._shared(cards))
        if side.independent_min != side.independent_max:
            found.extend(self._not_established(cards))
        return tuple(found)

    def _shared(self, cards: Sequence[SourceCard]) -> list[str]:
        by_group: dict[str, list[SourceCard]] = {}
        for card in cards:
            group = self.groups.get(card.source.id)
            by_group.setdefault(group.group if group else card.source.id, []).append(card)
        found = []
        for members in by_group.values():
            if len(members) < 2:
                continue
            because = sorted({self.groups[c.source.id].reason for c in members} - {""})
            labels = listed([card.label for card in members])
            found.append(f"{labels} are not known to be independent" + _tail(because))
        return found

    def _not_established(self, cards: Sequence[SourceCard]) -> list[str]:
        unknown = [card.label for card in cards if not card.source.value("publisher")]
        if unknown:
            return [f"The publisher of {listed(unknown)} is not stated."]
        return ["Whether they share an upstream source is not established."] if len(cards) > 1 else []


def _tail(because: Sequence[str]) -> str:
    return f": {'; '.join(reason.rstrip('.') for reason in because)}." if because else "."


def _side(side: Side, directory: Directory, reasons: _Reasons, conflict: Conflict) -> SideCard:
    shown = side.evidence[:PLACES_A_SIDE]
    texts = len({evidence.source_id for evidence in side.evidence})
    support = number_range(side.independent_min, side.independent_max, "independent source")
    return SideCard(
        value=side.value,
        places=tuple(_place(evidence, directory) for evidence in shown),
        more=len(side.evidence) - len(shown),
        support=f"{count(texts, 'text')}, {support}",
        reasons=reasons.of(side, conflict),
    )


def _place(evidence: Evidence, directory: Directory) -> Place:
    if evidence.span is None:
        return directory.stored(evidence.source_id, evidence.field, evidence.quote)
    return directory.place(evidence.span)
