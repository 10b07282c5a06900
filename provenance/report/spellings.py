"""Names with their spellings against the sources that use them."""

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from provenance.model.names import Entity, NamePair, NameVariant, Verdict
from provenance.model.report import ReportData
from provenance.report.places import Directory, SourceCard

GRID_SOURCES = 12
"""More sources than this are counted, not listed one a column."""
GRIDS = 60
"""Names with more than one spelling that are shown as a grid."""
SINGLES = 200
"""Names with one spelling, and pairs of names, that are listed."""


@frozen
class Spelling:
    """A row of a grid: how often each source (a column) uses it; `counts` is empty for many sources."""

    variant: NameVariant
    counts: tuple[int, ...]
    mentions: int
    sources: int


@frozen
class Grid:
    """A name's spellings, most used first."""

    number: int
    entity: Entity
    cards: tuple[SourceCard, ...]
    spellings: tuple[Spelling, ...]
    mentions: int
    sources: int

    @property
    def anchor(self) -> str:
        """Id within the page."""
        return f"name-{self.number}"


@frozen
class Spellings:
    """`grids`: names in more than one spelling; `singles`: in one; `once`: how many were seen once only,
    each a mention and not yet a name. `unsure`, `apart`: pairs not merged. `more_…`: not listed."""

    grids: tuple[Grid, ...]
    more_grids: int
    singles: tuple[Grid, ...]
    more_singles: int
    once: int
    unsure: tuple[NamePair, ...]
    apart: tuple[NamePair, ...]
    more_pairs: int


def make_spellings(data: ReportData, directory: Directory) -> Spellings:
    """Names by how often they are used; names seen once are only counted."""
    ranked = sorted(data.entities, key=lambda entity: (-_mentions(entity), entity))
    used = [entity for entity in ranked if _mentions(entity) > 1]
    grids = [_grid(number, entity, directory) for number, entity in enumerate(used, start=1)]
    several = [grid for grid in grids if len(grid.spellings) > 1]
    single = [grid for grid in grids if len(grid.spellings) == 1]
    unsure = _pairs(data.pairs, Verdict.UNSURE)
    apart = _pairs(data.pairs, Verdict.DIFFERENT)
    return Spellings(
        grids=tuple(several[:GRIDS]),
        more_grids=max(0, len(several) - GRIDS),
        singles=tuple(single[:SINGLES]),
        more_singles=max(0, len(single) - SINGLES),
        once=sum(_mentions(entity) == 1 for entity in ranked),
        unsure=tuple(unsure[:SINGLES]),
        apart=tuple(apart[:SINGLES]),
        more_pairs=max(0, len(unsure) - SINGLES) + max(0, len(apart) - SINGLES),
    )


def _mentions(entity: Entity) -> int:
    return sum(len(variant.mentions) for variant in entity.variants)


def _pairs(pairs: Sequence[NamePair], verdict: Verdict) -> list[NamePair]:
    return sorted((pair for pair in pairs if pair.verdict == verdict), key=lambda pair: (-pair.score, pair))


def _grid(number: int, entity: Entity, directory: Directory) -> Grid:
    found = {span.source_id for variant in entity.variants for span in variant.mentions}
    cards = tuple(card for card in directory.cards if card.source.id in found)
    columns = cards if len(cards) <= GRID_SOURCES else ()
    variants = sorted(entity.variants, key=lambda variant: (-len(variant.mentions), variant.text))
    spellings = tuple(_spelling(variant, columns) for variant in variants)
    return Grid(number, entity, columns, spellings, _mentions(entity), len(cards))


def _spelling(variant: NameVariant, columns: Sequence[SourceCard]) -> Spelling:
    counts = Counter(span.source_id for span in variant.mentions)
    used = tuple(counts[card.source.id] for card in columns)
    return Spelling(variant, used, len(variant.mentions), len(counts))
