"""Figures for one thing in one event that cannot both hold."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from provenance.conflicts.events import find_event, printed_day, published_interval
from provenance.conflicts.independence import Place, Tie, judge_tie
from provenance.conflicts.measures import RISING, Measure
from provenance.conflicts.pile import Pile
from provenance.conflicts.questions import (
    NEEDED_STEMS,
    Question,
    find_questions,
    is_altered,
    may_have_risen,
)
from provenance.conflicts.sides import list_position, make_side, quoted, say_support, scope_of
from provenance.model.claims import Claim
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope, Side


def find_quantity_conflicts(pile: Pile) -> Iterator[Conflict]:
    """One finding a question that is answered with figures that cannot all hold, with all its answers.

    A count that one text itself reports as risen is none; a difference that a changed copy explains is
    that copy's finding, and the copy's figure is listed here beside others only.
    """
    for question in find_questions(pile):
        yield _finding(pile, question)


def _by_value(pile: Pile, question: Question) -> list[list[Measure]]:
    """The claims of a question, those of one figure together, in the order of sources."""
    held: dict[tuple[float, str], dict[str, Measure]] = defaultdict(dict)
    for found in question.measures:
        held[found.claim.number or 0.0, found.claim.hedge.value][found.claim.key] = found
    groups = [sorted(held[key].values(), key=lambda m: _place(pile, m)) for key in sorted(held)]
    return sorted(groups, key=lambda g: _place(pile, g[0]))


def _place(pile: Pile, found: Measure) -> tuple[int, int, str]:
    claim = found.claim
    return list_position(pile, claim.source_id), claim.span.start if claim.span else 0, claim.key


def _finding(pile: Pile, question: Question) -> Conflict:
    ordered = _by_value(pile, question)
    sides = tuple(
        make_side(pile, _value(group[0].claim), [m.claim.span for m in group if m.claim.span])
        for group in ordered
    )
    first, second = sorted(question.pair, key=lambda m: _place(pile, m))
    values = [*(side.value for side in sides)]
    return Conflict(
        kind=ConflictKind.QUANTITY,
        conflict_class=_class(ordered, scope_of(sides)),
        consequence=Level.HIGH,
        certainty=_certainty(pile, first, second),
        scope=scope_of(sides),
        title=f"{' or '.join([', '.join(values[:-1]), values[-1]])}{_said_act(first)}?",
        why=_why(pile, first, second, ordered, sides),
        subject=_subject(first),
        predicate=first.act or second.act or "count",
        scope_key=" / ".join(sorted(first.places & second.places)),
        sides=sides,
    )


def _said_act(found: Measure) -> str:
    """The act as a reader says it of counted people or things; "" where it is no participle."""
    return f" {found.act}" if found.act in RISING and found.act not in found.claim.quote else ""


def _value(claim: Claim) -> str:
    return " ".join(claim.quote.split()) if len(claim.quote) <= 60 else " ".join(claim.value.split())


def _subject(found: Measure) -> str:
    return " ".join(sorted(found.noun)) or found.unit or found.act


def _class(groups: Sequence[Sequence[Measure]], scope: Scope) -> ConflictClass:
    speakers = [{m.claim.speaker_entity or m.claim.speaker for m in g} for g in groups]
    if all(None not in s for s in speakers) and not set.intersection(*speakers):
        return ConflictClass.PEOPLE_DIFFER
    return ConflictClass.SOURCES_DIFFER if scope is Scope.BETWEEN else ConflictClass.INSIDE_ONE_TEXT


def _certainty(pile: Pile, a: Measure, b: Measure) -> Level:
    """Medium at most for counts that rise; low where they may have risen from text to text, or where the
    order of the texts is not known."""
    if a.act in RISING and a.claim.source_id != b.claim.source_id:
        known = all(published_interval(pile, m.claim.source_id) for m in (a, b))
        return Level.MEDIUM if known and not may_have_risen(pile, a, b) else Level.LOW
    is_close = a.noun == b.noun and len(a.context & b.context) >= NEEDED_STEMS + 1
    return Level.HIGH if is_close and a.claim.hedge is b.claim.hedge else Level.MEDIUM


def _why(
    pile: Pile, a: Measure, b: Measure, groups: Sequence[Sequence[Measure]], sides: Sequence[Side]
) -> str:
    one, two = a.claim, b.claim
    sentences = [
        find_event(pile, one.source_id, two.source_id) or "",
        f"Hedges and rounding included, {quoted(_value(one))} and {quoted(_value(two))} cannot both hold.",
    ]
    if a.act in RISING and one.source_id != two.source_id:
        sentences.append(_say_order(pile, a, b))
    sentences += _say_altered(pile, groups, sides)
    tie, reason = judge_tie(pile, Place(one.source_id, one.span), Place(two.source_id, two.span))
    if tie is Tie.DEPENDENT and one.source_id != two.source_id and reason:
        sentences.append(f"The two texts are not independent here: {reason}.")
    sentences.append(say_support(pile, sides))
    return " ".join(s for s in sentences if s)


def _say_altered(pile: Pile, groups: Sequence[Sequence[Measure]], sides: Sequence[Side]) -> Iterator[str]:
    """A sentence for each figure that only altered copies have."""
    for group, side in zip(groups, sides, strict=True):
        if all(is_altered(pile, m) for m in group):
            yield f"{quoted(side.value)} stands only where a copied passage was altered."


def _say_order(pile: Pile, a: Measure, b: Measure) -> str:
    """What the dates of two texts say of a count that rises while an event is told."""
    one, two = (printed_day(pile, m.claim.source_id) for m in (a, b))
    start = "Such a count changes while an event is told"
    if one is None or two is None:
        return f"{start}, and which text is later is not known."
    if one == two:
        return f"{start}, and both texts are of one day."
    if may_have_risen(pile, a, b):
        return f"{start}; the later text has the higher figure, so it may have risen, though neither says so."
    return f"{start}; the later text has the lower figure, which may be a stale one."
