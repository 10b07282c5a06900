"""The same statement of one speaker in several places, aligned."""

from collections import defaultdict
from collections.abc import Sequence

from attrs import frozen

from provenance.conflicts.blocking import find_pairs
from provenance.conflicts.matter import matter_words
from provenance.conflicts.pile import Pile
from provenance.conflicts.quotes import Quotation, find_quotations, is_content
from provenance.conflicts.speeches import are_one_event, are_one_speaker, are_other_occasions, name_of
from provenance.conflicts.wording import compare_wordings, printed_difference
from provenance.model.claims import Claim, ClaimKind, Voice
from provenance.model.quotations import QuotationGroup, QuotationUse, Variant

_SHORTEST = 4
_RUN = 3
_LONG = 10
"""Words in common that need no other sign of one event."""
_MOST_HOLDERS = 40
_MOST_RETOLD = 80
"""Retellings of one speaker that a quotation is held against."""
_RETOLD_WORDS = 3
"""What a retelling and a quotation must share, classes of events and stems."""
_RETOLD_SHARE = 0.6


@frozen
class _Uses:
    """Places of one wording by one speaker, in order; the first stands for all."""

    all: tuple[Quotation, ...]

    @property
    def first(self) -> Quotation:
        return self.all[0]


@frozen
class _Told:
    """A retelling and what it is about."""

    claim: Claim
    words: frozenset[str]


def align_quotations(pile: Pile) -> list[QuotationGroup]:
    """Quotations that stand in two places at least, with their retellings, by key."""
    uses = _gather(pile)
    parts = _join(pile, uses)
    retold = _retellings(pile)
    groups = [_group(pile, [q for each in part for q in uses[each].all], retold) for part in parts]
    found = [group for group in groups if len(group.uses) > 1]
    return sorted({group.key: group for group in found}.values(), key=lambda group: group.key)


def _gather(pile: Pile) -> list[_Uses]:
    found: dict[tuple[tuple[str, ...], str], list[Quotation]] = defaultdict(list)
    for quotation in find_quotations(pile):
        if len(quotation.words) >= _SHORTEST and quotation.claim.voice is Voice.QUOTED:
            found[quotation.folded, quotation.speaker].append(quotation)
    return [_Uses(tuple(each)) for each in found.values()]


def _runs(quotation: Quotation) -> frozenset[tuple[str, ...]]:
    words = quotation.folded
    runs = (words[at : at + _RUN] for at in range(len(words) - _RUN + 1))
    return frozenset(run for run in runs if any(is_content(word) for word in run))


def _join(pile: Pile, uses: Sequence[_Uses]) -> list[list[int]]:
    """Positions of wordings of one utterance, each set in order."""
    home = list(range(len(uses)))

    def root(at: int) -> int:
        while home[at] != at:
            home[at] = home[home[at]]
            at = home[at]
        return at

    for i, j in find_pairs([_runs(each.first) for each in uses], _MOST_HOLDERS):
        if root(i) != root(j) and _are_one(pile, uses[i].first, uses[j].first):
            home[max(root(i), root(j))] = min(root(i), root(j))
    parts: dict[int, list[int]] = defaultdict(list)
    for at in range(len(uses)):
        parts[root(at)].append(at)
    return list(parts.values())


def _are_one(pile: Pile, a: Quotation, b: Quotation) -> bool:
    wordings = compare_wordings(a, b)
    if wordings is None:
        return False
    if not are_one_speaker(pile, a, b) and wordings.telling:
        return False
    is_long = wordings.compared.equal >= _LONG
    return is_long or are_one_event(pile, a.span.source_id, b.span.source_id)


def _group(pile: Pile, quotations: Sequence[Quotation], retold: dict[str, list[_Told]]) -> QuotationGroup:
    order = sorted(quotations, key=lambda q: (-len(q.words), pile.positions[q.span.source_id], q.span))
    fullest, rest = order[0], order[1:]
    places = sorted(rest, key=lambda q: (pile.positions[q.span.source_id], q.span))
    uses = [_use(pile, fullest, Variant.FULLEST, "")]
    uses += [_use(pile, each, *_variant(pile, fullest, each)) for each in places]
    uses += _retold(pile, fullest, retold.get(fullest.speaker, ()))
    return QuotationGroup(name_of(pile, fullest), " ".join(fullest.folded), tuple(uses))


def _variant(pile: Pile, fullest: Quotation, other: Quotation) -> tuple[Variant, str]:
    """How `other` stands to the fullest, and its words that differ: the graver first."""
    wordings = compare_wordings(fullest, other)
    differs = printed_difference(pile, other, wordings, 1) if wordings and wordings.telling else ""
    if not are_one_speaker(pile, fullest, other):
        return Variant.OTHER_SPEAKER, name_of(pile, other)
    if are_other_occasions(pile, fullest, other):
        return Variant.OTHER_OCCASION, other.claim.occasion
    if wordings is None or wordings.telling:
        return Variant.OTHER_WORDS, differs
    return (Variant.SAME if len(other.words) == len(fullest.words) else Variant.EXCERPT), ""


def _use(pile: Pile, quotation: Quotation, variant: Variant, differs: str) -> QuotationUse:
    claim = quotation.claim
    return QuotationUse(
        quotation.span.source_id,
        quotation.span,
        pile.quote(quotation.span),
        variant,
        claim.key,
        name_of(pile, quotation),
        differs,
        claim.addressee,
        claim.occasion,
    )


def _retellings(pile: Pile) -> dict[str, list[_Told]]:
    found: dict[str, list[_Told]] = defaultdict(list)
    for claim in pile.claims_of(ClaimKind.ATTRIBUTION):
        if claim.voice is Voice.REPORTED and claim.speaker_entity and claim.span is not None:
            told = _Told(claim, matter_words(claim.quote, pile.knowledge))
            found[claim.speaker_entity].append(told)
    return found


def _retold(pile: Pile, fullest: Quotation, retellings: Sequence[_Told]) -> list[QuotationUse]:
    words = matter_words(pile.quote(fullest.span), pile.knowledge)
    found = []
    for told in retellings[:_MOST_RETOLD]:
        claim = told.claim
        shared = len(words & told.words)
        least = min(len(words), len(told.words))
        if claim.span is None or shared < _RETOLD_WORDS or shared < _RETOLD_SHARE * least:
            continue
        if are_one_event(pile, fullest.span.source_id, claim.source_id):
            found.append(
                QuotationUse(
                    claim.source_id,
                    claim.span,
                    claim.quote,
                    Variant.PARAPHRASE,
                    claim.key,
                    name_of(pile, fullest),
                    "",
                    claim.addressee,
                    claim.occasion,
                )
            )
    return found
