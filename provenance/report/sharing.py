"""Who shares text with whom: a matrix of few sources, a ranked table of many."""

from collections.abc import Sequence

from attrs import frozen

from provenance.model.reuse import Alignment
from provenance.report.copies import covered
from provenance.report.places import Directory, SourceCard

MATRIX_SOURCES = 30
"""More sources than this are shown as a ranked table of pairs."""
RANKED_PAIRS = 200
"""Rows of that table."""


@frozen
class Share:
    """How much of `row`'s text also stands in `column`. `share`: 0..1 of row's characters."""

    row: SourceCard
    column: SourceCard
    characters: int
    share: float

    @property
    def percent(self) -> str:
        """In words: `28%`, `under 1%`."""
        return f"{self.share:.0%}" if self.share >= 0.01 else "under 1%"

    @property
    def depth(self) -> int:
        """0..4: how dark the cell is; the number says the same."""
        return sum(self.share >= limit for limit in (0.01, 0.1, 0.25, 0.5))


@frozen
class Sharing:
    """`cells[row][column]`: None on the diagonal and where nothing is shared; empty when `ranked` is used."""

    cards: tuple[SourceCard, ...]
    cells: tuple[tuple[Share | None, ...], ...]
    ranked: tuple[Share, ...]
    more: int


def make_sharing(alignments: Sequence[Alignment], directory: Directory) -> Sharing:
    """From passages that are neither boilerplate nor quotation; only those between sources count."""
    ranges = _ranges(alignments)
    held = {source for pair in ranges for source in pair}
    cards = tuple(card for card in directory.cards if card.source.id in held)
    shares = {
        (row, column): _share(directory.by_id[row], directory.by_id[column], spans)
        for (row, column), spans in ranges.items()
    }
    if len(cards) <= MATRIX_SOURCES:
        cells = tuple(tuple(shares.get((r.source.id, c.source.id)) for c in cards) for r in cards)
        return Sharing(cards, cells, (), 0)
    ranked = sorted(shares.values(), key=lambda s: (-s.characters, s.row.number, s.column.number))
    return Sharing(cards, (), tuple(ranked[:RANKED_PAIRS]), max(0, len(ranked) - RANKED_PAIRS))


def _ranges(alignments: Sequence[Alignment]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for alignment in alignments:
        a, b = alignment.a, alignment.b
        if a.source_id == b.source_id:
            continue
        found.setdefault((a.source_id, b.source_id), []).append((a.start, a.end))
        found.setdefault((b.source_id, a.source_id), []).append((b.start, b.end))
    return found


def _share(row: SourceCard, column: SourceCard, spans: Sequence[tuple[int, int]]) -> Share:
    characters = covered(spans)
    return Share(row, column, characters, characters / max(1, len(row.source.text)))
