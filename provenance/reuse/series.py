"""What one house repeats: blocks at the edge of its texts, and states of one page."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.sources import Source
from provenance.reuse.boilerplate import LEAST_GRADE, is_at_edge
from provenance.reuse.pages import link_reason


def refine_boilerplate(alignments: Sequence[Alignment], known: Mapping[str, Source]) -> list[Alignment]:
    """Blocks hardly changed at the edge of two texts of one publisher are its boilerplate."""
    return [
        evolve(each, kind=ReuseKind.BOILERPLATE) if _is_of_one_house(each, known) else each
        for each in alignments
    ]


def is_one_page(a: Source, b: Source) -> bool:
    """May they be states of one page: by their address, or by publisher and title? Only asked of texts that
    share passages: an address alone proves nothing."""
    return bool(link_reason(a, b))


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
