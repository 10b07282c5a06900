"""Names with their spellings against sources."""

from attrs import evolve

from provenance.model.report import ReportData
from provenance.model.spans import Span
from provenance.report.places import make_directory
from provenance.report.spellings import GRID_SOURCES, make_spellings


def test_names_are_ordered_by_use_and_spellings_counted(data: ReportData) -> None:
    found = make_spellings(data, make_directory(data))
    assert [grid.entity.name for grid in found.grids] == ["Yusuf al-Karimi", "Maritime Safety Board"]
    first = found.grids[0]
    assert [card.label for card in first.cards] == ["S2", "S3", "S6"]
    assert [row.counts for row in first.spellings] == [(1, 1, 0), (0, 1, 0), (0, 0, 1)]


def test_name_seen_once_is_no_name_yet(data: ReportData) -> None:
    found = make_spellings(data, make_directory(data))
    assert ([grid.entity.name for grid in found.singles], found.once) == (["Norra"], 1)


def test_pairs_are_told_apart_by_verdict(data: ReportData) -> None:
    found = make_spellings(data, make_directory(data))
    assert [pair.b for pair in found.unsure] == ["Norra Line"]
    assert [pair.b for pair in found.apart] == ["Anna Brand"]


def test_many_sources_are_counted_not_listed(data: ReportData) -> None:
    sources = tuple(evolve(data.sources[0], id=f"s-{n}", path=f"{n:02}") for n in range(GRID_SOURCES + 1))
    entity = data.entities[0]
    mentions = tuple(Span(source.id, 0, 4) for source in sources)
    several = evolve(entity, variants=(evolve(entity.variants[0], mentions=mentions),))
    pile = evolve(data, sources=sources, entities=(several,))
    grid = make_spellings(pile, make_directory(pile)).singles[0]
    assert (grid.cards, grid.sources, grid.mentions) == ((), GRID_SOURCES + 1, GRID_SOURCES + 1)
