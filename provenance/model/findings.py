"""All that the comparison of claims gives."""

from attrs import frozen

from provenance.model.conflicts import Conflict
from provenance.model.quotations import QuotationGroup
from provenance.model.support import SideSupport
from provenance.model.timelines import Timeline
from provenance.model.weighing import SideWeight


@frozen
class Findings:
    """`conflicts`: most severe first. `weights`: only for piles of more sources than the settings say.
    `support`: of sides with several sources, by conflict and side."""

    conflicts: tuple[Conflict, ...] = ()
    timelines: tuple[Timeline, ...] = ()
    quotations: tuple[QuotationGroup, ...] = ()
    weights: tuple[SideWeight, ...] = ()
    support: tuple[SideSupport, ...] = ()
