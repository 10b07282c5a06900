"""All findings over a pool, most severe first."""

from collections.abc import Callable, Iterator

from provenance.conflicts.acronyms import find_wrong_acronyms
from provenance.conflicts.age import find_age_conflicts
from provenance.conflicts.alias_conflict import find_alias_conflicts
from provenance.conflicts.alias_self import find_self_aliases
from provenance.conflicts.arithmetic import find_sums
from provenance.conflicts.attribution import find_attribution_conflicts
from provenance.conflicts.condition import find_dropped_conditions_told
from provenance.conflicts.consequences import at_most_its_kind
from provenance.conflicts.control import find_control_conflicts
from provenance.conflicts.date_order import find_date_orders
from provenance.conflicts.description import find_descriptions
from provenance.conflicts.durations import find_wrong_durations
from provenance.conflicts.edited_copy import find_edited_copies
from provenance.conflicts.event_date import find_date_conflicts
from provenance.conflicts.grouping import group_findings
from provenance.conflicts.growth import find_wrong_growth
from provenance.conflicts.headline import find_wrong_headlines
from provenance.conflicts.impossible_date import find_impossible_dates
from provenance.conflicts.kinship import find_kinship_conflicts
from provenance.conflicts.lifetimes import find_wrong_lifetimes
from provenance.conflicts.location import find_location_conflicts
from provenance.conflicts.membership import find_membership_conflicts
from provenance.conflicts.name_variant import find_name_variants
from provenance.conflicts.opposed import find_opposed_statements
from provenance.conflicts.page_changes import find_page_changes
from provenance.conflicts.page_data import find_page_data
from provenance.conflicts.page_dates import find_page_dates
from provenance.conflicts.paraphrase import find_paraphrase_conflicts
from provenance.conflicts.parts import find_wrong_parts
from provenance.conflicts.pile import Pile
from provenance.conflicts.quantity import find_quantity_conflicts
from provenance.conflicts.quotation_groups import align_quotations
from provenance.conflicts.role import find_role_conflicts
from provenance.conflicts.same_places import without_repeats
from provenance.conflicts.stale_figure import find_stale_figures
from provenance.conflicts.status import find_status_conflicts
from provenance.conflicts.sums import find_missed_sums
from provenance.conflicts.support import find_support
from provenance.conflicts.timelines import find_timelines
from provenance.conflicts.two_values import find_two_values
from provenance.conflicts.versions import as_one_page, find_page_versions
from provenance.conflicts.weekday_date import find_wrong_weekdays
from provenance.conflicts.weights import weigh_sides
from provenance.conflicts.wording import find_wording_conflicts
from provenance.model.conflicts import Conflict
from provenance.model.findings import Findings
from provenance.model.knowledge import Knowledge
from provenance.model.pool import Pool
from provenance.model.settings import ConflictSettings

KINDS: tuple[Callable[[Pile], Iterator[Conflict]], ...] = (
    find_edited_copies,
    find_quantity_conflicts,
    find_stale_figures,
    find_age_conflicts,
    find_wrong_lifetimes,
    find_wrong_durations,
    find_sums,
    find_missed_sums,
    find_wrong_parts,
    find_wrong_growth,
    find_role_conflicts,
    find_membership_conflicts,
    find_control_conflicts,
    find_kinship_conflicts,
    find_status_conflicts,
    find_opposed_statements,
    find_dropped_conditions_told,
    find_date_conflicts,
    find_location_conflicts,
    find_attribution_conflicts,
    find_wording_conflicts,
    find_paraphrase_conflicts,
    find_self_aliases,
    find_wrong_acronyms,
    find_alias_conflicts,
    find_name_variants,
    find_wrong_weekdays,
    find_impossible_dates,
    find_date_orders,
    find_two_values,
    find_wrong_headlines,
    find_page_dates,
    find_page_data,
    find_page_changes,
    find_descriptions,
    find_page_versions,
)
"""One function a kind."""


def find_findings(pool: Pool, knowledge: Knowledge, settings: ConflictSettings | None = None) -> Findings:
    """Conflicts over `pool`, the timelines of figures that replaced one another, quotations aligned across
    sources, and what sources weigh on each side where there are many."""
    pile = Pile(pool, knowledge, settings or ConflictSettings())
    conflicts = _find(pile)
    return Findings(
        conflicts=tuple(conflicts),
        timelines=tuple(find_timelines(pile)),
        quotations=tuple(align_quotations(pile)),
        weights=tuple(weigh_sides(pile, conflicts)),
        support=tuple(find_support(pile, conflicts)),
    )


def find_conflicts(
    pool: Pool, knowledge: Knowledge, settings: ConflictSettings | None = None
) -> list[Conflict]:
    """Findings over `pool`, the most severe first, spellings last; no two with one key, none twice.

    Nothing here says who is right. Two claims conflict only if they speak of one event and cannot both
    hold, hedges included; the support of each side is counted in sources not known to depend on each other.
    """
    return _find(Pile(pool, knowledge, settings or ConflictSettings()))


def _find(pile: Pile) -> list[Conflict]:
    found: dict[str, Conflict] = {}
    for find in KINDS:
        for conflict in find(pile):
            found.setdefault(conflict.key, at_most_its_kind(as_one_page(pile, conflict)))
    grouped = group_findings(pile, without_repeats(list(found.values())))
    return sorted(grouped, key=lambda conflict: (conflict.order, conflict.key))
