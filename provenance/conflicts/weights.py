"""What sources weigh on the sides of conflicts, the copying known (Dong, Berti-Equille, Srivastava 2009)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from provenance.conflicts.accuracy import Item, find_accuracies, log_odds, shares, vote_counts
from provenance.conflicts.independence import Place
from provenance.conflicts.pile import Pile
from provenance.conflicts.support import support, support_of
from provenance.model.claims import Claim, ClaimKind
from provenance.model.conflicts import Conflict, ConflictClass, Scope
from provenance.model.support import Counts, SourceSupport
from provenance.model.weighing import SideWeight, WeighedSource
from provenance.text.folding import fold_text

_WEIGHED = (ConflictClass.SOURCES_DIFFER, ConflictClass.CHANGED_IN_REUSE)
"""Where texts tell other things of the world: not people who are quoted, spellings, or what a page says of
itself."""
_OWN = {Counts.YES: 1.0, Counts.PERHAPS: 0.5, Counts.NO: 0.0}
"""How far a vote is its source's own: a copy's is none, of what is not known the half is taken."""
_AGREED = (ClaimKind.ROLE, ClaimKind.MEMBERSHIP, ClaimKind.QUANTITY, ClaimKind.EVENT_DATE)
"""Kinds of claims of which two that say the same bear one another out."""
_PAIR = 2
_MOST_AGREEING = 50
"""Sources of one agreed claim that are looked at."""


def weigh_sides(pile: Pile, conflicts: Sequence[Conflict]) -> list[SideWeight]:
    """Weights of all sides, by conflict and side; none for piles smaller than the settings say.

    The accuracy of a source comes from all conflicts in which texts differ and from the claims on which they
    agree. Nothing here says who is right: a sum of votes tells what the pile's sources bear out.
    """
    if len(pile.sources) < pile.settings.weigh_from:
        return []
    weighed = [each for each in sorted(conflicts, key=lambda one: one.key) if _is_weighed(each)]
    items = [Item(tuple(_votes(support(pile, side)) for side in each.sides)) for each in weighed]
    names = {name for item in items for value in item.values for name in value}
    accuracies = find_accuracies([*items, *_agreed(pile, names)])
    return [
        weight
        for conflict, item in zip(weighed, items, strict=True)
        for weight in _weights(pile, conflict, item, accuracies)
    ]


def _is_weighed(conflict: Conflict) -> bool:
    is_between = conflict.scope is Scope.BETWEEN and len(conflict.sides) >= _PAIR
    return is_between and conflict.conflict_class in _WEIGHED


def _votes(told: Sequence[SourceSupport]) -> dict[str, float]:
    return {each.source_id: _OWN[each.counts] for each in told}


def _weights(
    pile: Pile, conflict: Conflict, item: Item, accuracies: Mapping[str, float]
) -> Iterator[SideWeight]:
    counts = vote_counts(item, accuracies)
    for number, (value, total, share) in enumerate(zip(item.values, counts, shares(counts), strict=True), 1):
        sources = tuple(
            WeighedSource(name, accuracies[name], value[name], value[name] * log_odds(accuracies[name]))
            for name in sorted(value, key=lambda each: pile.positions[each])
        )
        yield SideWeight(conflict.key, number, total, share, sources)


def _agreed(pile: Pile, names: set[str]) -> Iterator[Item]:
    """Claims that at least two of these sources make alike: each bears the other out, as far as it is its
    own."""
    held: dict[tuple[str, ...], dict[str, Claim]] = defaultdict(dict)
    for kind in _AGREED:
        for claim in pile.claims_of(kind):
            if claim.source_id in names and (said := _said(claim)):
                held[said].setdefault(claim.source_id, claim)
    for _, claims in sorted(held.items()):
        if len(claims) >= _PAIR:
            places = [Place(claim.source_id, claim.span) for claim in claims.values()]
            yield Item((_votes(support_of(pile, places[:_MOST_AGREEING])),))


def _said(claim: Claim) -> tuple[str, ...]:
    """What a claim says, whatever its words; () where that is not known whole."""
    subject = claim.subject_entity or fold_text(claim.subject)
    number = "" if claim.number is None else f"{claim.number:.12g} {claim.unit or ''}"
    value = claim.value_entity or number or claim.valid_from or ""
    if not subject or not value:
        return ()
    stated = (claim.polarity.value, claim.modality.value, claim.hedge.value, fold_text(claim.scope))
    days = (claim.valid_from or "", claim.valid_to or "")
    return (claim.kind.value, subject, claim.predicate, value, *stated, *days)
