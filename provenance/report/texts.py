"""Full texts with every shown place anchored and marked, as much of them as one page can hold."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from provenance.model.spans import Span
from provenance.report.places import Directory, SourceCard, text_anchor
from provenance.report.words import FURNITURE

TEXT_BUDGET_CHARS = 400_000
"""Characters of full text that one page holds; browsers stay quick, and the file can be sent by mail."""
EXCERPT_CHARS = 1_000
"""Text kept before and after a place where only excerpts fit."""

Ranges = tuple[tuple[int, int], ...]


@frozen
class Stretch:
    """A run of text with one look. `anchor`: id if a place starts here; `findings`: (number, anchor).

    `furniture`: what kind of page furniture it is, "" for the article; `reason`: how we know. `is_first`: of
    the stretches of one piece of furniture.
    """

    text: str
    anchor: str = ""
    findings: tuple[tuple[int, str], ...] = ()
    is_evidence: bool = False
    is_shared: bool = False
    furniture: str = ""
    reason: str = ""
    is_first: bool = False


@frozen
class TextCard:
    """A source's text. `parts`: (offset, stretches), more than one where only excerpts are shown."""

    card: SourceCard
    parts: tuple[tuple[int, tuple[Stretch, ...]], ...]
    is_whole: bool


@frozen
class Marked:
    """Places to mark in one text: evidence with its finding's (number, anchor), and shared passages."""

    evidence: tuple[tuple[Span, int, str], ...] = ()
    shared: tuple[Span, ...] = ()


def choose_ranges(directory: Directory, spans: Sequence[Span]) -> tuple[dict[str, Ranges], str]:
    """Which ranges of which texts the page holds, and a sentence on what it leaves out ("" if nothing).

    Everything if it fits TEXT_BUDGET_CHARS; else the texts with a finding; else excerpts around the places.
    """
    whole: dict[str, Ranges] = {
        card.source.id: ((0, len(card.source.text)),) for card in directory.cards if card.source.is_readable
    }
    if _size(whole) <= TEXT_BUDGET_CHARS:
        return whole, ""
    named = {span.source_id for span in spans}
    with_findings = {source: ranges for source, ranges in whole.items() if source in named}
    if _size(with_findings) <= TEXT_BUDGET_CHARS:
        return with_findings, "The texts are too long for one page: only those with a finding are shown."
    excerpts = _excerpts(with_findings, spans)
    lost = len(with_findings) - len(excerpts)
    words = "The texts are too long for one page: only excerpts around the findings are shown"
    return excerpts, f"{words}, and none of {lost:,} further texts." if lost else f"{words}."


def make_texts(
    directory: Directory, shown: Mapping[str, Ranges], marks: Mapping[str, Marked]
) -> tuple[TextCard, ...]:
    """The texts in the order of their sources."""
    cards = []
    for card in directory.cards:
        if card.source.id not in shown:
            continue
        ranges = shown[card.source.id]
        marked = marks.get(card.source.id, Marked())
        parts = tuple((start, _stretches(card, start, end, marked)) for start, end in ranges)
        cards.append(TextCard(card, parts, ranges == ((0, len(card.source.text)),)))
    return tuple(cards)


def _size(ranges: Mapping[str, Ranges]) -> int:
    return sum(end - start for found in ranges.values() for start, end in found)


def _excerpts(whole: Mapping[str, Ranges], spans: Sequence[Span]) -> dict[str, Ranges]:
    windows: dict[str, list[tuple[int, int]]] = {}
    for span in spans:
        length = whole[span.source_id][0][1]
        window = (max(0, span.start - EXCERPT_CHARS), min(length, span.start + 2 * EXCERPT_CHARS))
        windows.setdefault(span.source_id, []).append(window)
    kept: dict[str, Ranges] = {}
    left = TEXT_BUDGET_CHARS
    for source in whole:
        ranges = merged(windows[source])
        size = _size({source: ranges})
        if size <= left:
            kept[source] = ranges
            left -= size
    return kept


def merged(ranges: Sequence[tuple[int, int]]) -> Ranges:
    """The ranges in order, overlapping and touching ones joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _stretches(card: SourceCard, start: int, end: int, marked: Marked) -> tuple[Stretch, ...]:
    places = sorted((span.start, span.end, number, anchor) for span, number, anchor in marked.evidence)
    evidence = merged([(low, high) for low, high, _, _ in places])
    shared = merged([(span.start, span.end) for span in marked.shared])
    findings: dict[int, dict[int, str]] = {}
    for low, _, number, anchor in places:
        findings.setdefault(low, {})[number] = anchor
    anchors = {low for low, _, _, _ in places} | {span.start for span in marked.shared}
    parts = card.source.furniture
    apart = tuple((part.span.start, part.span.end) for part in parts)
    edges = {edge for ranges in (evidence, shared, apart) for pair in ranges for edge in pair} | anchors
    cuts = sorted({start, end} | {edge for edge in edges if start < edge < end})
    in_evidence, in_shared, in_furniture = _Inside(evidence), _Inside(shared), _Inside(apart)
    stretches = []
    for low, high in pairwise(cuts):
        part = parts[in_furniture.at] if in_furniture.holds(low) else None
        stretches.append(
            Stretch(
                text=card.source.text[low:high],
                anchor=text_anchor(card, low) if low in anchors else "",
                findings=tuple(sorted(findings.get(low, {}).items())),
                is_evidence=in_evidence.holds(low),
                is_shared=in_shared.holds(low),
                furniture=FURNITURE[part.kind] if part else "",
                reason=part.reason if part else "",
                is_first=part is not None and low == part.span.start,
            )
        )
    return tuple(stretches)


class _Inside:
    """Answers for rising offsets whether they lie in one of the ranges, in one pass over them."""

    def __init__(self, ranges: Ranges) -> None:
        self.ranges = ranges
        self.at = 0

    def holds(self, offset: int) -> bool:
        while self.at < len(self.ranges) and self.ranges[self.at][1] <= offset:
            self.at += 1
        return self.at < len(self.ranges) and self.ranges[self.at][0] <= offset
