"""Findings as cards: each side with its value, quotes, and how many independent sources that is and why."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Evidence, Scope, Side
from provenance.model.report import ReportData
from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.spans import Span
from provenance.report.copies import Copy
from provenance.report.places import Directory, Place, SourceCard
from provenance.report.states import page_of
from provenance.report.verdict import is_settled
from provenance.report.words import KINDS, REVIEWS, count, listed, number_range

PLACES_A_SIDE = 3
"""Quotes shown in their context for one side."""
LINKS_A_SIDE = 12
"""Further places given as links only; the rest is counted, and stands in conflicts.csv and report.json."""


@frozen
class SideCard:
    """One side. `places`: with quotes; `links`: further places; `more`: how many after those.

    `support`: the range of independent sources in words; `reasons`: why, in sentences.
    """

    value: str
    places: tuple[Place, ...]
    links: tuple[Place, ...]
    more: int
    support: str
    reasons: tuple[str, ...]


@frozen
class Card:
    """One finding. `number`: in the order of the report; `anchor`: its key, unique in the page;
    `passage`: the id of the shared passage that it lies in, "" if the page shows none."""

    number: int
    anchor: str
    conflict: Conflict
    sides: tuple[SideCard, ...]
    sources: tuple[SourceCard, ...]
    review: str
    is_settled: bool
    passage: str

    @property
    def kind(self) -> str:
        """What it is about, "" where the class says the same."""
        words = KINDS[self.conflict.kind]
        return "" if words == self.conflict.conflict_class.value else words

    @property
    def reach(self) -> str:
        """Within which texts it lies: `inside S1`, `between S1, S2 and S4`."""
        labels = [card.label for card in self.sources]
        if len(labels) > 6:
            return f"between {len(labels)} documents"
        word = "inside" if self.conflict.scope is Scope.WITHIN or len(labels) == 1 else "between"
        return f"{word} {listed(labels)}"


def make_cards(
    data: ReportData, directory: Directory, conflicts: Sequence[Conflict], copies: Sequence[Copy]
) -> tuple[Card, ...]:
    """One card for each of `conflicts`, in their order; `copies`: the shared passages that the page shows."""
    states = dict(data.reviews)
    reasons = _Reasons(data, directory)
    cards: list[Card] = []
    anchors: set[str] = set()
    for number, conflict in enumerate(conflicts, start=1):
        anchor = conflict.key if conflict.key not in anchors else f"{conflict.key}-{number}"
        anchors.add(anchor)
        sides = tuple(_side(side, conflict, directory, reasons) for side in conflict.sides)
        found = {e.source_id for side in conflict.sides for e in side.evidence}
        sources = tuple(card for card in directory.cards if card.source.id in found)
        state = states.get(conflict.key, "open")
        settled = is_settled(conflict, states)
        review = REVIEWS.get(state, state)
        passage = _passage(conflict, copies)
        cards.append(Card(number, anchor, conflict, sides, sources, review, settled, passage))
    return tuple(cards)


class _Reasons:
    """Why a side's texts are fewer sources than texts: publishers and passages in common, nothing guessed."""

    def __init__(self, data: ReportData, directory: Directory) -> None:
        self.cards = directory.cards
        self.pages = page_of(data.versions)
        self.shared: dict[str, list[Alignment]] = {}
        for alignment in data.alignments:
            if alignment.a.source_id != alignment.b.source_id:
                for span in (alignment.a, alignment.b):
                    self.shared.setdefault(span.source_id, []).append(alignment)

    def of(self, side: Side, conflict: Conflict) -> tuple[str, ...]:
        if conflict.kind is ConflictKind.PAGE_VERSION:
            return self._of_state(side)
        if side.independent_max == 0:
            return ("An altered copy is no witness for what it changed.",)
        spans: dict[str, list[Span]] = {}
        for evidence in side.evidence:
            spans.setdefault(evidence.source_id, []).extend([evidence.span] if evidence.span else [])
        cards = [card for card in self.cards if card.source.id in spans]
        if side.independent_min == side.independent_max == len(cards):
            return ()
        is_reuse = conflict.conflict_class is ConflictClass.CHANGED_IN_REUSE
        doubt = []
        if not side.independent_min and (is_reuse or self._is_changed(spans)):
            where = "" if is_reuse else "Another copy of this passage reads otherwise. "
            doubt = [f"{where}Which of the texts was altered is not known."]
        return (*doubt, *self._publishers(cards), *self._passages(cards, spans))

    def _of_state(self, side: Side) -> tuple[str, ...]:
        """Why what a state of a page says is not what the page says, and who else has it from there."""
        ids = {evidence.source_id for evidence in side.evidence}
        held = [card for card in self.cards if card.source.id in ids]
        states = [card.label for card in held if card.source.id in self.pages]
        others = [card.label for card in held if card.source.id not in self.pages]
        found = []
        if side.independent_max == 0:
            found.append(f"A later state of the page has taken the place of {listed(states)}.")
        elif not side.independent_min:
            found.append("Which of the states is the later one is not known.")
        if others:
            have = "has" if len(others) == 1 else "have"
            found.append(
                f"{listed(others)} {have} the passage too, and no source of its own for it is known."
            )
        return tuple(found)

    def _is_changed(self, spans: Mapping[str, Sequence[Span]]) -> bool:
        """Does any of the places hold what differs between the copies of a shared passage?"""
        for source, places in spans.items():
            for alignment in self.shared.get(source, ()):
                is_a = alignment.a.source_id == source
                for change in alignment.changes:
                    start, end = (change.a_start, change.a_end) if is_a else (change.b_start, change.b_end)
                    if any(place.start < end and start < place.end for place in places):
                        return True
        return False

    def _publishers(self, cards: Sequence[SourceCard]) -> list[str]:
        houses: dict[str, list[str]] = {}
        for card in cards:
            houses.setdefault((card.source.value("publisher") or "").casefold(), []).append(card.label)
        unknown = houses.pop("", [])
        found = [f"{listed(labels)} have one publisher." for labels in houses.values() if len(labels) > 1]
        return found + ([f"The publisher of {listed(unknown)} is not stated."] if unknown else [])

    def _passages(self, cards: Sequence[SourceCard], spans: Mapping[str, Sequence[Span]]) -> list[str]:
        """One sentence for each set of texts that shared passages join at these places."""
        joined = {card.source.id: {card.source.id} for card in cards}
        for card in cards:
            for alignment in self.shared.get(card.source.id, ()):
                a, b = alignment.a.source_id, alignment.b.source_id
                is_here = a in spans and b in spans
                if is_here and _overlaps(alignment.a, spans[a]) and _overlaps(alignment.b, spans[b]):
                    both = joined[a] | joined[b]
                    joined.update(dict.fromkeys(both, both))
        found = []
        for card in cards:
            members = joined[card.source.id]
            others = [other for other in cards if other.source.id in members]
            if len(others) < 2 or others[0] is not card:
                continue
            labels = listed([other.label for other in others])
            pages = {self.pages.get(other.source.id, "") for other in others}
            is_one_page = len(pages) == 1 and pages != {""}
            found.append(
                f"{labels} are states of one page."
                if is_one_page
                else f"It stands in text that {labels} share."
            )
        return found


def _passage(conflict: Conflict, copies: Sequence[Copy]) -> str:
    """The shared passage in which at least two of the sides stand; what states of one page have in common
    serves findings of any class."""
    is_copied = conflict.conflict_class is ConflictClass.CHANGED_IN_REUSE
    sides = [[e.span for e in side.evidence if e.span is not None] for side in conflict.sides]
    for copy in copies:
        if not is_copied and copy.alignment.kind is not ReuseKind.VERSION:
            continue
        a, b = copy.alignment.a, copy.alignment.b
        in_a = {number for number, spans in enumerate(sides) if _overlaps(a, spans)}
        in_b = {number for number, spans in enumerate(sides) if _overlaps(b, spans)}
        if in_a and in_b and len(in_a | in_b) > 1:
            return copy.anchor
    return ""


def _overlaps(passage: Span, spans: Sequence[Span]) -> bool:
    return any(passage.overlap(span) for span in spans)


def _side(side: Side, conflict: Conflict, directory: Directory, reasons: _Reasons) -> SideCard:
    places = tuple(_place(evidence, directory) for evidence in side.evidence[: PLACES_A_SIDE + LINKS_A_SIDE])
    texts = len({evidence.source_id for evidence in side.evidence})
    support = number_range(side.independent_min, side.independent_max, "independent source")
    return SideCard(
        value=side.value,
        places=places[:PLACES_A_SIDE],
        links=places[PLACES_A_SIDE:],
        more=len(side.evidence) - len(places),
        support=f"{count(texts, 'text')}, {support}",
        reasons=reasons.of(side, conflict),
    )


def _place(evidence: Evidence, directory: Directory) -> Place:
    if evidence.span is None:
        return directory.stored(evidence.source_id, evidence.field, evidence.quote)
    return directory.place(evidence.span)
