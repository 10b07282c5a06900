"""Whom a place has its words from: the person or body that is quoted for them."""

from collections.abc import Iterator

from attrs import frozen

from provenance.conflicts.pile import Pile
from provenance.model.claims import Claim, ClaimKind
from provenance.model.spans import Span
from provenance.text.folding import fold_text

_THE_WHOLE = 0.8
"""Share of a quotation from which a place is that quotation itself, and its text the witness that it fell."""


@frozen
class Upstream:
    """`known`: entity → name, of those who are quoted for what stands at a place. `likely`: the same, folded
    words → words, of those that are no known name (police), and of whoever speaks the place itself."""

    known: dict[str, str]
    likely: dict[str, str]


def find_upstream(pile: Pile, span: Span) -> Upstream:
    """Who is quoted for what stands at `span`."""
    found = Upstream({}, {})
    for claim in _claims_over(pile, span):
        if not claim.speaker:
            continue
        if claim.speaker_entity and not _is_the_words(claim, span):
            entity = pile.entities.get(claim.speaker_entity)
            found.known.setdefault(claim.speaker_entity, entity.name if entity else claim.speaker)
        else:
            found.likely.setdefault(fold_text(claim.speaker).removeprefix("the "), claim.speaker)
    return found


def _claims_over(pile: Pile, span: Span) -> Iterator[Claim]:
    for claims in pile.claims_beside(span.source_id, span.start):
        for claim in claims:
            if claim.span is not None and 2 * claim.span.overlap(span) >= min(len(span), len(claim.span)):
                yield claim


def _is_the_words(claim: Claim, span: Span) -> bool:
    """Is the place what was said, whole? Then the texts are witnesses of that."""
    whole = len(claim.span) if claim.span else 0
    return claim.kind is ClaimKind.ATTRIBUTION and len(span) >= _THE_WHOLE * whole
