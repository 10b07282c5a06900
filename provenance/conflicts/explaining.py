"""Why a finding is one: its claims as read, the rule, the event, and who stands behind each side."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from provenance.conflicts.events import find_event
from provenance.conflicts.measures import Measure, can_both_hold, measure
from provenance.conflicts.pile import Pile
from provenance.conflicts.rules import RULES
from provenance.conflicts.sides import count, quoted
from provenance.conflicts.support import support
from provenance.model.claims import Claim, ClaimKind, Hedge, Modality, Polarity, Voice
from provenance.model.conflicts import SEVERITY, Conflict, Scope, Side
from provenance.model.explanations import Chapter, Ground, GroundPlace
from provenance.model.spans import Span
from provenance.model.support import SourceSupport
from provenance.model.weighing import SideWeight

_HEDGES = {
    Hedge.EXACT: "exactly",
    Hedge.ABOUT: "about",
    Hedge.AT_LEAST: "at least",
    Hedge.AT_MOST: "at most",
    Hedge.MORE_THAN: "more than",
    Hedge.LESS_THAN: "less than",
}


def explain_finding(pile: Pile, conflict: Conflict, weights: Sequence[SideWeight]) -> list[Chapter]:
    """Chapters in the order in which a reader asks: what, which rule, read how, why not both, one event, who.

    `weights`: those of the finding's sides, if the pile was large enough for them.
    """
    read = [claims_of_side(pile, conflict, side) for side in conflict.sides]
    chapters = [
        Chapter("why", (Ground(conflict.why), Ground(f"class: {conflict.conflict_class.value}"))),
        Chapter("severity", (Ground(_say_severity(conflict)),)),
        Chapter("rule", tuple(_rule(conflict))),
        Chapter("read as", tuple(_reading(pile, conflict, read))),
        Chapter("why both cannot hold", tuple(_why_not_both(pile, conflict, read))),
        Chapter("one event", tuple(_event(pile, conflict))),
        Chapter("sources behind each side", tuple(_support(pile, conflict))),
        Chapter("weights: figures, no verdict", tuple(_weights(pile, conflict, weights))),
    ]
    return [chapter for chapter in chapters if chapter.grounds]


def claims_of_side(pile: Pile, conflict: Conflict, side: Side) -> list[Claim]:
    """The claims that the rule of the finding compares, which stand at the places of one side."""
    kinds = RULES[conflict.kind].claims
    found: dict[str, Claim] = {}
    for place in side.evidence:
        for kind in kinds:
            for claim in pile.claims_in(place.source_id, kind):
                is_field = claim.span is None and place.span is None and claim.field == place.field
                if is_field or (claim.span and place.span and claim.span.overlap(place.span)):
                    found[claim.key] = claim
    return list(found.values())


def place_of(pile: Pile, span: Span) -> GroundPlace:
    """A place with its quote, as explanations show it."""
    path = pile.sources[span.source_id].source.path
    return GroundPlace(span.source_id, path, span.start, span.end, pile.quote(span))


def _say_severity(conflict: Conflict) -> str:
    same = SEVERITY[conflict.consequence, conflict.certainty]
    return (
        f"{conflict.severity.value}: consequence {conflict.consequence.value} with certainty "
        f"{conflict.certainty.value} makes {same.value}; it is never above the consequence"
    )


def _rule(conflict: Conflict) -> Iterator[Ground]:
    rule = RULES[conflict.kind]
    yield Ground(f"{conflict.kind.value}: {rule.finds}", parts=tuple(map(Ground, rule.silent)))


def _reading(pile: Pile, conflict: Conflict, read: Sequence[Sequence[Claim]]) -> Iterator[Ground]:
    for number, (side, claims) in enumerate(zip(conflict.sides, read, strict=True), 1):
        places = tuple(place_of(pile, e.span) for e in side.evidence if e.span)
        fields = [
            Ground(f"{e.field}: {quoted(e.quote)} ({_path(pile, e.source_id)})")
            for e in side.evidence
            if not e.span
        ]
        parts = (*fields, *(_as_read(pile, claim) for claim in claims))
        yield Ground(f"side {number}: {side.value}", places=places, parts=parts)


def _as_read(pile: Pile, claim: Claim) -> Ground:
    head = f"claim {claim.key}, {claim.kind.value}: {claim.subject} / {claim.predicate} / {claim.value}"
    return Ground(head, parts=tuple(Ground(text) for text in _normalised(pile, claim)))


def _normalised(pile: Pile, claim: Claim) -> Iterator[str]:
    """What was made of what is printed, each step in words, and what limits it."""
    if claim.number is not None:
        meant = _meant(pile, claim)
        unit = f" {claim.unit}" if claim.unit else ""
        hedge = _HEDGES[claim.hedge]
        yield f"printed {quoted(claim.value)} → {_figure(claim.number)}{unit}, {hedge}{meant}"
    for printed, entity in (
        (claim.subject, claim.subject_entity),
        (claim.value, claim.value_entity),
        (claim.speaker or "", claim.speaker_entity),
    ):
        if entity and entity in pile.entities:
            yield f"name {quoted(printed)} → {pile.entities[entity].name} ({entity})"
    if claim.valid_from or claim.valid_to:
        basis = claim.valid_basis or ("inferred" if claim.is_inferred else "stated")
        yield f"time → {_days(claim.valid_from, claim.valid_to)}; it rests on: {basis}"
    yield from _limits(claim)


def _limits(claim: Claim) -> Iterator[str]:
    if claim.wording and claim.wording != claim.predicate:
        yield f"printed {quoted(claim.wording)} → {claim.predicate}"
    if claim.polarity is Polarity.DENIED:
        yield "said not to be so"
    if claim.modality is not Modality.ASSERTED:
        yield f"not told as a fact: {claim.modality.value}"
    if claim.condition:
        yield f"on a condition: {quoted(claim.condition)}"
    if claim.scope:
        yield f"only of: {quoted(claim.scope)}"
    if claim.voice is not Voice.NARRATOR:
        yield f"{claim.voice.value}, said by {claim.speaker or 'somebody who is not named'}"


def _meant(pile: Pile, claim: Claim) -> str:
    found = measure(pile, claim) if claim.kind is ClaimKind.QUANTITY else None
    return f": means {_range(found)}" if found else ""


def _range(found: Measure) -> str:
    if found.low == found.high:
        return _figure(found.low)
    if found.high == float("inf"):
        return f"{_figure(found.low)} or more"
    if found.low == float("-inf"):
        return f"{_figure(found.high)} or less"
    return f"{_figure(found.low)} to {_figure(found.high)}"


def _figure(number: float) -> str:
    return f"{number:,.15g}"


def _why_not_both(pile: Pile, conflict: Conflict, read: Sequence[Sequence[Claim]]) -> Iterator[Ground]:
    yield Ground(RULES[conflict.kind].because)
    for (one, claims), (two, others) in combinations(enumerate(read, 1), 2):
        parts = [f"sides {one} and {two}: {said}" for said in _meeting(pile, claims, others)]
        yield from map(Ground, parts[:1])


def _meeting(pile: Pile, claims: Sequence[Claim], others: Sequence[Claim]) -> Iterator[str]:
    """Whether what two sides mean meets, for each pair of claims that can be laid side by side."""
    for a in claims:
        for b in others:
            one, two = (measure(pile, c) if c.kind is ClaimKind.QUANTITY else None for c in (a, b))
            if one and two and one.dimension == two.dimension:
                verb = "meet" if can_both_hold(one, two) else "do not meet, hedges and rounding included"
                yield f"{_range(one)} and {_range(two)} {verb}"
            elif a.kind is b.kind is ClaimKind.EVENT_DATE and a.valid_from and b.valid_from:
                apart = _are_apart(a, b)
                days = [_days(c.valid_from, c.valid_to) for c in (a, b)]
                yield f"{days[0]} and {days[1]} share {'no day' if apart else 'a day'}"


def _are_apart(a: Claim, b: Claim) -> bool:
    first, last = (max(a.valid_from or "", b.valid_from or ""), min(_end(a), _end(b)))
    return first > last


def _end(claim: Claim) -> str:
    return claim.valid_to or claim.valid_from or ""


def _days(first: str | None, last: str | None) -> str:
    if first and last and first != last:
        return f"{_day(first)} to {_day(last)}"
    return _day(first or last or "")


def _day(written: str) -> str:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    return f"{written} ({day:%A})"


def _event(pile: Pile, conflict: Conflict) -> Iterator[Ground]:
    """find_event's sentence for the first texts of each pair of sides; once if it is the same."""
    if conflict.scope is Scope.WITHIN:
        yield Ground("All places stand in one text.")
        return
    said: dict[str, None] = {}
    for one, two in combinations(conflict.sides, 2):
        pairs = [(a.source_id, b.source_id) for a in one.evidence for b in two.evidence]
        for a, b in pairs:
            found = find_event(pile, a, b) or find_event(pile, a, b, is_named=True)
            if found and a != b:
                said[f"{_path(pile, a)} and {_path(pile, b)}: {found}"] = None
                break
    yield from map(Ground, said)


def _support(pile: Pile, conflict: Conflict) -> Iterator[Ground]:
    """Each source of a side: does it count as an origin of its own, may it, or why not."""
    for number, side in enumerate(conflict.sides, 1):
        told = support(pile, side)
        least, most = side.independent_min, side.independent_max
        origins = f"{least}" if least == most else f"{least} to {most}"
        yield Ground(
            f"side {number}, {quoted(side.value)}: {count(len(told), 'text')}; not known to depend on each "
            f"other: {origins}",
            parts=tuple(_counted(pile, one) for one in told),
        )


def _counted(pile: Pile, told: SourceSupport) -> Ground:
    other = f" (with {_path(pile, told.other)})" if told.other else ""
    reason = f": {told.reason}{other}" if told.reason else ""
    return Ground(
        f"{_path(pile, told.source_id)}, {_publisher(pile, told.source_id)}: {told.counts.value}{reason}"
    )


def _weights(pile: Pile, conflict: Conflict, weights: Sequence[SideWeight]) -> Iterator[Ground]:
    """The sums of Dong et al. 2009, side by side, with what each source adds."""
    for one in sorted(weights, key=lambda weight: weight.side):
        value = conflict.sides[one.side - 1].value if one.side <= len(conflict.sides) else ""
        parts = tuple(
            Ground(
                f"{_path(pile, x.source_id)}: vote {x.vote:+.2f} = its accuracy {x.accuracy:.2f} as "
                f"log-odds, counted by how far it is its own: {x.independence:.2f}"
            )
            for x in one.sources
        )
        yield Ground(f"side {one.side}, {quoted(value)}: sum {one.total:+.2f}", score=one.share, parts=parts)


def _path(pile: Pile, source_id: str) -> str:
    return pile.sources[source_id].source.path


def _publisher(pile: Pile, source_id: str) -> str:
    source = pile.sources[source_id].source
    published = source.value("published")
    told = f"publisher {source.value('publisher') or 'not stated'}"
    return f"{told}, {published[:10]}" if published else f"{told}, without date"
