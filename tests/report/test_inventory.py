"""The list of sources: all in full if they are few, else those that something rests on."""

from attrs import evolve

from provenance.model.report import ReportData
from provenance.report.inventory import FULL, SHORT, make_inventory
from provenance.report.places import make_directory


def test_few_sources_stand_in_full(data: ReportData) -> None:
    inventory = make_inventory(make_directory(data), set())
    assert (len(inventory.full), inventory.short, inventory.unlisted) == (6, (), 0)


def test_of_many_only_the_named_stand_in_full(data: ReportData) -> None:
    sources = tuple(evolve(data.sources[0], id=f"s-{n}", path=f"{n:05}") for n in range(FULL + SHORT + 3))
    inventory = make_inventory(make_directory(evolve(data, sources=sources)), {"s-7"})
    assert [card.source.id for card in inventory.full] == ["s-7"]
    assert (len(inventory.short), inventory.unlisted) == (SHORT, FULL + 2)
    assert len(inventory.anchored) == SHORT + 1
