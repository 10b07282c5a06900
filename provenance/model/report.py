"""What a report holds: everything that its pages are made of, in the order in which it is shown."""

from attrs import frozen

from provenance.model.claims import Claim
from provenance.model.conflicts import Conflict
from provenance.model.fingerprints import NearDuplicate
from provenance.model.names import Entity, NamePair
from provenance.model.quotations import QuotationGroup
from provenance.model.reuse import Alignment, Lineage, PageVersion, SourceGroup
from provenance.model.sources import Source
from provenance.model.timelines import Timeline


@frozen(order=True)
class Coverage:
    """How many sources of a language a stage analysed. `language`: ISO 639-1, "unknown", or "" for all.

    `reason`: why the others were not, "" where all were.
    """

    language: str
    stage: str
    done: int
    not_done: int
    reason: str


@frozen
class ReportData:
    """`conflicts`: most severe first. `reviews`: (conflict key, review state) of those not open.

    `settings`: (name, value) as printed under method and limits. No time of making: same input, same bytes.
    """

    title: str
    version: str
    sources: tuple[Source, ...]
    coverage: tuple[Coverage, ...]
    conflicts: tuple[Conflict, ...]
    alignments: tuple[Alignment, ...]
    near_duplicates: tuple[NearDuplicate, ...]
    entities: tuple[Entity, ...]
    pairs: tuple[NamePair, ...]
    claims: tuple[Claim, ...]
    groups: tuple[SourceGroup, ...]
    lineage: tuple[Lineage, ...]
    reviews: tuple[tuple[str, str], ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    versions: tuple[PageVersion, ...] = ()
    timelines: tuple[Timeline, ...] = ()
    quotations: tuple[QuotationGroup, ...] = ()
