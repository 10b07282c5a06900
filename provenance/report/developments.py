"""Figures that took one another's place, and quotations aligned across sources, as the report lists them."""

from attrs import frozen

from provenance.model.quotations import QuotationGroup, QuotationUse
from provenance.model.report import ReportData
from provenance.model.timelines import Timeline, TimelinePoint
from provenance.report.places import Directory, SourceCard

MOST = 30
"""Timelines, and quotations, that one page lists."""
MOST_PLACES = 20
"""Figures of a timeline, and uses of a quotation, that are listed."""


@frozen
class ToldTimeline:
    """`points`: each with its source. `more`: how many further figures there are."""

    timeline: Timeline
    points: tuple[tuple[SourceCard, TimelinePoint], ...]
    more: int

    @property
    def what(self) -> str:
        """What is counted, and what happened to it."""
        line = self.timeline
        return f"{line.subject}: {line.predicate}" + (f" ({line.unit})" if line.unit else "")


@frozen
class ToldQuotation:
    """`uses`: the fullest first, each with its source. `more`: how many further places there are."""

    group: QuotationGroup
    uses: tuple[tuple[SourceCard, QuotationUse], ...]
    more: int


@frozen
class Developments:
    """What is listed, and how much more there is."""

    timelines: tuple[ToldTimeline, ...]
    more_timelines: int
    quotations: tuple[ToldQuotation, ...]
    more_quotations: int


def make_developments(data: ReportData, directory: Directory) -> Developments:
    """Timelines and quotations in the order of the data, cut to what one page can hold."""
    cards = directory.by_id
    return Developments(
        tuple(
            ToldTimeline(
                line,
                tuple((cards[p.source_id], p) for p in line.points[:MOST_PLACES]),
                max(0, len(line.points) - MOST_PLACES),
            )
            for line in data.timelines[:MOST]
        ),
        max(0, len(data.timelines) - MOST),
        tuple(
            ToldQuotation(
                group,
                tuple((cards[u.source_id], u) for u in group.uses[:MOST_PLACES]),
                max(0, len(group.uses) - MOST_PLACES),
            )
            for group in data.quotations[:MOST]
        ),
        max(0, len(data.quotations) - MOST),
    )


def say_use(use: QuotationUse, speaker: str) -> str:
    """How a use stands to the fullest one, in words."""
    parts = [use.variant.value]
    if use.speaker and use.speaker != speaker:
        parts.append(f"said by “{use.speaker}”")
    if use.differs:
        parts.append(f"differs: “{use.differs}”")
    if use.addressee:
        parts.append(f"to “{use.addressee}”")
    if use.occasion:
        parts.append(f"“{use.occasion}”")
    return ", ".join(parts)
