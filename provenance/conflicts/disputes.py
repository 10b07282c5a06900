"""People quoted who differ: one denies what another is said to claim, or says the opposite of it."""

import re
from collections.abc import Iterator

from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import make_side, quoted
from provenance.conflicts.words import content_stems
from provenance.model.annotations import ResolvedMention
from provenance.model.claims import Claim, ClaimKind, Voice
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.names import EntityKind
from provenance.model.spans import Span

_ASSERTION = re.compile(
    r"(?:['’]s?)\s(?:[\w-]{1,20}\s){0,2}?(?:allegations?|claims?|accusations?|assertions?|statements?|charges|"
    r"suggestions?|version|account|remarks?|comments?)\b",
    re.IGNORECASE,
)
_REJECTION = re.compile(
    r"\b(?:baseless|unfounded|groundless|untrue|false|lies?|nonsense|fabricated|fabrications?|wrong|inaccurate|"
    r"incorrect|misleading|absurd|ridiculous|fictional|slander|not\strue|no\struth|without\sfoundation)\b",
    re.IGNORECASE,
)
_REJECTS = re.compile(_REJECTION.pattern)
"""The same for text in small letters, in which it is found several times as fast."""
_SHARED_STEMS = 2


def find_disputes(pile: Pile) -> Iterator[Conflict]:
    """ "X's claims that … are false", said by another, with the place where X is quoted on it."""
    for source_id in pile.sources:
        for start, end in pile.sentences(source_id):
            sentence = pile.text(source_id)[start:end]
            if _REJECTS.search(sentence.lower()) is None:
                continue
            rejection = _REJECTION.search(sentence)
            if rejection is None:
                continue
            people = [m for m in pile.mentions_in(source_id, start, end) if m.kind is EntityKind.PERSON]
            for claimant in people:
                assertion = _ASSERTION.match(sentence, claimant.span.end - start)
                if assertion is None or rejection.start() < assertion.end():
                    continue
                others = [
                    m for m in people if m.entity != claimant.entity and m.span.end <= claimant.span.start
                ]
                if others and rejection.start() - assertion.end() <= 200:
                    close = start + rejection.end()
                    while close < end and pile.text(source_id)[close] in ".,”\"’'":
                        close += 1
                    place = Span(source_id, claimant.span.start, close)
                    yield from _answered(pile, claimant, others[-1], place)
                    break


def _answered(
    pile: Pile, claimant: ResolvedMention, denier: ResolvedMention, denial: Span
) -> Iterator[Conflict]:
    """The denial beside what the claimant is quoted with in the same text, where words are shared."""
    stems = set(content_stems(pile.quote(denial))) - set(content_stems(claimant.text))
    best: tuple[int, Claim] | None = None
    for claim in pile.claims_in(denial.source_id, ClaimKind.ATTRIBUTION):
        if claim.span is None or claim.span.overlap(denial) or claim.voice is Voice.NARRATOR:
            continue
        if claim.speaker_entity != claimant.entity:
            continue
        shared = len(stems & set(content_stems(_around(pile, claim.span))))
        if shared >= _SHARED_STEMS and (best is None or shared > best[0]):
            best = (shared, claim)
    if best is not None and best[1].span is not None:
        yield _finding(pile, claimant, denier, best[1].span, denial)


def _around(pile: Pile, span: Span) -> str:
    """A quotation with the part of its sentence before it: fragments take their subject from there."""
    start, _ = pile.sentence_at(span.source_id, span.start)
    return pile.text(span.source_id)[max(start, span.start - 60) : span.end]


def _finding(
    pile: Pile, claimant: ResolvedMention, denier: ResolvedMention, said: Span, denial: Span
) -> Conflict:
    start = max(pile.sentence_at(said.source_id, said.start)[0], said.start - 60)
    text = pile.text(said.source_id)
    while start < said.start and start > 0 and not text[start - 1].isspace():
        start += 1
    comma = text.rfind(", ", start, said.start)
    place = Span(said.source_id, comma + 2 if comma > start else start, said.end)
    sides = (make_side(pile, claimant.name, [place]), make_side(pile, denier.name, [denial]))
    return Conflict(
        kind=ConflictKind.ATTRIBUTION,
        conflict_class=ConflictClass.PEOPLE_DIFFER,
        consequence=Level.MEDIUM,
        certainty=Level.HIGH,
        scope=Scope.WITHIN,
        title=f"{claimant.name} and {denier.name} differ",
        why=(
            f"{pile.label(said.source_id)} reports {claimant.name} with {quoted(pile.quote(place))}, and "
            f"{denier.name} as rejecting it: {quoted(pile.quote(denial))}. The people quoted differ; the "
            "text itself does not have to choose between them."
        ),
        subject=" / ".join(sorted((claimant.entity, denier.entity))),
        predicate="denies",
        scope_key=pile.sources[said.source_id].source.path,
        sides=sides,
    )
