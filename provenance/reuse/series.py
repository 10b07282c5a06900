"""What one house repeats: blocks at the edge of its texts, and states of one page."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.sources import Source
from provenance.reuse.boilerplate import LEAST_GRADE, Spread, is_at_edge, is_furniture
from provenance.reuse.pages import link_reason
from provenance.reuse.upstream import plain_name

WIDE_SPREAD = 8
"""Texts in which a block stands, from which it is furniture in texts of several houses too."""


def refine_boilerplate(alignments: Sequence[Alignment], known: Mapping[str, Source]) -> list[Alignment]:
    """Blocks hardly changed at the edge of two texts of one publisher are its boilerplate; what texts of two
    publishers share is copied, unless it says that it is furniture or stands in very many texts."""
    if not any(each.kind is ReuseKind.BOILERPLATE for each in alignments):
        return [_of_one_house(each, known) for each in alignments]
    spread = Spread(alignments)
    return [_of_one_house(_of_two_houses(each, known, spread), known) for each in alignments]


def _of_one_house(alignment: Alignment, known: Mapping[str, Source]) -> Alignment:
    is_own = _is_of_one_house(alignment, known)
    return evolve(alignment, kind=ReuseKind.BOILERPLATE) if is_own else alignment


def _of_two_houses(alignment: Alignment, known: Mapping[str, Source], spread: Spread) -> Alignment:
    if alignment.kind is not ReuseKind.BOILERPLATE or not _is_of_two_houses(alignment, known):
        return alignment
    if min(spread.count(side, WIDE_SPREAD) for side in (alignment.a, alignment.b)) >= WIDE_SPREAD:
        return alignment
    kind = ReuseKind.VERBATIM if alignment.grade == 1.0 else ReuseKind.EDITED
    return evolve(alignment, kind=kind)


def is_one_page(a: Source, b: Source) -> bool:
    """May they be states of one page: by their address, or by publisher and title? Only asked of texts that
    share passages: an address alone proves nothing."""
    return bool(link_reason(a, b))


def _is_of_two_houses(alignment: Alignment, known: Mapping[str, Source]) -> bool:
    """Of two stated publishers, and nothing in the block says that it is furniture?"""
    a, b = known.get(alignment.a.source_id), known.get(alignment.b.source_id)
    if a is None or b is None:
        return False
    houses = [plain_name(each.value("publisher") or "") for each in (a, b)]
    return all(houses) and houses[0] != houses[1] and not is_furniture(alignment.a.quote(a.text))


def _is_of_one_house(alignment: Alignment, known: Mapping[str, Source]) -> bool:
    if alignment.grade < LEAST_GRADE or alignment.a.source_id == alignment.b.source_id:
        return False
    a, b = known.get(alignment.a.source_id), known.get(alignment.b.source_id)
    if a is None or b is None:
        return False
    publisher = a.value("publisher")
    if not publisher or publisher != b.value("publisher"):
        return False
    return is_at_edge(alignment.a, a.text) and is_at_edge(alignment.b, b.text)
