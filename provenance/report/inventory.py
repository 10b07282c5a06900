"""Which sources the page lists in full, which in one line, and which it only counts."""

from collections.abc import Sequence, Set

from attrs import frozen

from provenance.report.places import Directory, SourceCard

FULL = 200
"""Up to this many sources all stand in full; of more, only those that a finding or passage names."""
SHORT = 2_000
"""Further sources listed in one line each."""


@frozen
class Inventory:
    """`anchored`: ids of the sources that have an entry to link to. `unlisted`: how many have none."""

    full: tuple[SourceCard, ...]
    short: tuple[SourceCard, ...]
    unlisted: int
    anchored: frozenset[str]


def make_inventory(directory: Directory, named: Set[str]) -> Inventory:
    """`named`: ids of sources that shown findings and passages rest on; they always stand in full."""
    if len(directory.cards) <= FULL:
        return _inventory(directory.cards, (), 0)
    full = [card for card in directory.cards if card.source.id in named]
    rest = [card for card in directory.cards if card.source.id not in named]
    return _inventory(full, rest[:SHORT], max(0, len(rest) - SHORT))


def _inventory(full: Sequence[SourceCard], short: Sequence[SourceCard], unlisted: int) -> Inventory:
    anchored = frozenset(card.source.id for card in (*full, *short))
    return Inventory(tuple(full), tuple(short), unlisted, anchored)
