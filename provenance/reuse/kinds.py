"""What sort of sharing an alignment is, as far as the texts alone tell."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.settings import ReuseSettings
from provenance.reuse.boilerplate import Spread, is_boilerplate
from provenance.reuse.quotations import find_quotations, is_quotation

PARAPHRASE_GRADE = 0.6
"""Grade under which a passage found by the weaker seeds is a paraphrase, 0..1."""


def judge_kinds(
    alignments: Sequence[Alignment], texts: Mapping[str, str], settings: ReuseSettings
) -> list[Alignment]:
    """The same alignments in the same order, with the kinds that only the whole texts tell."""
    used = sorted({side.source_id for each in alignments for side in (each.a, each.b)})
    quotations = {source: find_quotations(texts[source]) for source in used}
    spread = Spread(alignments)
    judged = []
    for each in alignments:
        kind = _plain_kind(each, settings)
        if is_boilerplate(each, texts, spread):
            kind = ReuseKind.BOILERPLATE
        elif all(is_quotation(side, quotations[side.source_id]) for side in (each.a, each.b)):
            kind = ReuseKind.QUOTATION
        judged.append(evolve(each, kind=kind))
    return judged


def _plain_kind(alignment: Alignment, settings: ReuseSettings) -> ReuseKind:
    if settings.tier == "paraphrase" and alignment.grade < PARAPHRASE_GRADE:
        return ReuseKind.PARAPHRASE
    return alignment.kind
