"""Figures for one thing in one event that cannot both hold."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.conflicts.acts import RISING
from provenance.conflicts.copied_figures import is_altered, is_told_of_copies
from provenance.conflicts.courses import has_risen
from provenance.conflicts.events import find_event, printed_day
from provenance.conflicts.independence import Place, Tie, judge_tie
from provenance.conflicts.measures import Measure, can_both_hold
from provenance.conflicts.one_measure import NEEDED_STEMS
from provenance.conflicts.pile import Pile
from provenance.conflicts.questions import Question, find_questions
from provenance.conflicts.sides import count, list_position, listed, make_side, quoted, say_support, scope_of
from provenance.model.claims import Claim
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope, Side

_MOST_SHOWN = 3
"""Pairs of figures that are named where many differ."""
_Clash = tuple[Sequence[Measure], Sequence[Measure]]


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
    clashes = _clashes(pile, ordered)
    return Conflict(
        kind=ConflictKind.QUANTITY,
        conflict_class=_class(ordered, scope_of(sides)),
        consequence=Level.HIGH,
        certainty=_certainty(pile, first, second, clashes),
        scope=scope_of(sides),
        title=_title(pile, first, sides),
        why=_why(pile, (first, second), clashes, ordered, sides),
        subject=_subject(first),
        predicate=first.act or second.act or "count",
        scope_key=" / ".join(sorted(first.places & second.places)),
        sides=sides,
    )


def _clashes(pile: Pile, groups: Sequence[Sequence[Measure]]) -> list[_Clash]:
    """Each two sides that cannot both hold, the lower figure first, but for those that only copies altered.

    What one copy has instead of another is told once, as a change in a copy.
    """
    held = [g for g in groups if not all(is_altered(pile, m) for m in g)]
    found = []
    for one, two in combinations(held, 2):
        if not can_both_hold(one[0], two[0]) and any(_differ(pile, a, b) for a in one for b in two):
            is_lower = (one[0].claim.number or 0) <= (two[0].claim.number or 0)
            found.append((one, two) if is_lower else (two, one))
    return found


def _differ(pile: Pile, a: Measure, b: Measure) -> bool:
    """Do two places differ of themselves, neither altered nor the two sides of a changed copy?"""
    if is_altered(pile, a) or is_altered(pile, b) or a.claim.span is None or b.claim.span is None:
        return False
    return not is_told_of_copies(pile, a, b)


def _title(pile: Pile, found: Measure, sides: Sequence[Side]) -> str:
    """The values as one question; a figure that only altered copies have is not asked after."""
    values = [side.value for side in sides if side.independent_max]
    values = values if len(values) > 1 else [side.value for side in sides]
    joined = _joined(pile, values)
    act = found.act if found.act in RISING and found.act not in joined.split() else ""
    if len(values) > 2 and act:
        return f"How many were {act}: {joined[0].lower()}{joined[1:]}?"
    return f"{joined}{' ' if act else ''}{act}?"


def _joined(pile: Pile, values: Sequence[str]) -> str:
    """ "14, 17 or about 20 workers": what values end with as the last one does is said once."""
    words = [value.split() for value in values]
    last = words[-1]
    for other in words[:-1]:
        at = 0
        while at < min(len(other), len(last)) - 1 and other[-1 - at] == last[-1 - at]:
            at += 1
        del other[len(other) - at :]
    shown = [" ".join(w) for w in words]
    shown[1:] = [_uncapitalised(pile, value) for value in shown[1:]]
    return f"{', '.join(shown[:-1])} or {shown[-1]}"


def _uncapitalised(pile: Pile, value: str) -> str:
    """A number word or hedge that began a sentence, as inside one."""
    first = value.partition(" ")[0].casefold()
    hedges = {phrase.partition(" ")[0] for phrase in pile.knowledge.hedges}
    is_plain = first in pile.knowledge.number_words or first in hedges
    return value[:1].lower() + value[1:] if is_plain else value


def _value(claim: Claim) -> str:
    return " ".join(claim.quote.split()) if len(claim.quote) <= 60 else " ".join(claim.value.split())


def _subject(found: Measure) -> str:
    return " ".join(sorted(found.noun)) or found.unit or found.act


def _class(groups: Sequence[Sequence[Measure]], scope: Scope) -> ConflictClass:
    speakers = [{m.claim.speaker_entity or m.claim.speaker for m in g} for g in groups]
    if all(None not in s for s in speakers) and not set.intersection(*speakers):
        return ConflictClass.PEOPLE_DIFFER
    return ConflictClass.SOURCES_DIFFER if scope is Scope.BETWEEN else ConflictClass.INSIDE_ONE_TEXT


def _certainty(pile: Pile, a: Measure, b: Measure, clashes: Sequence[_Clash]) -> Level:
    """Medium at most for counts that rise; low where each higher figure may have risen from the lower, or
    where the order of the texts is not known."""
    if a.act in RISING and a.claim.source_id != b.claim.source_id:
        is_rival = any(has_risen(pile, *clash) is False for clash in clashes)
        return Level.MEDIUM if is_rival else Level.LOW
    is_close = a.noun == b.noun and len(a.context & b.context) >= NEEDED_STEMS + 1
    return Level.HIGH if is_close and a.claim.hedge is b.claim.hedge else Level.MEDIUM


def _why(
    pile: Pile,
    pair: tuple[Measure, Measure],
    clashes: Sequence[_Clash],
    groups: Sequence[Sequence[Measure]],
    sides: Sequence[Side],
) -> str:
    one, two = (m.claim for m in pair)
    ids = {e.source_id for side in sides for e in side.evidence}
    named = listed([pile.label(i) for i in (one.source_id, two.source_id)])
    event = find_event(pile, one.source_id, two.source_id) or ""
    sentences = [event if len(ids) < 3 else event.replace("The two texts", named), _say_clashes(clashes)]
    if pair[0].act in RISING and one.source_id != two.source_id:
        sentences.append(_say_order(pile, clashes))
    sentences += _say_altered(pile, groups, sides)
    tie, reason = judge_tie(pile, Place(one.source_id, one.span), Place(two.source_id, two.span))
    if tie is Tie.DEPENDENT and one.source_id != two.source_id and reason:
        texts = "The two texts" if len(ids) < 3 else named
        sentences.append(f"{texts} are not independent here: {reason}.")
    sentences.append(say_support(pile, sides))
    return " ".join(s for s in sentences if s)


def _say_clashes(clashes: Sequence[_Clash]) -> str:
    """Which figures cannot both hold, the first few by name."""
    pairs = [f"{quoted(_value(a[0].claim))} and {quoted(_value(b[0].claim))}" for a, b in clashes]
    if len(pairs) == 1:
        return f"Hedges and rounding included, {pairs[0]} cannot both hold."
    more = len(pairs) - _MOST_SHOWN
    rest = f"; and {count(more, 'more pair')}" if more > 0 else ""
    shown = "; ".join(pairs[:_MOST_SHOWN])
    return f"Hedges and rounding included, these cannot both hold: {shown}{rest}."


def _say_altered(pile: Pile, groups: Sequence[Sequence[Measure]], sides: Sequence[Side]) -> Iterator[str]:
    """A sentence for each figure that only altered copies have."""
    for group, side in zip(groups, sides, strict=True):
        if all(is_altered(pile, m) for m in group):
            yield f"{quoted(side.value)} stands only where a copied passage was altered."


def _say_order(pile: Pile, clashes: Sequence[_Clash]) -> str:
    """What the dates of the texts say of a count that rises while an event is told."""
    start = "Such a count changes while an event is told"
    told = [has_risen(pile, *clash) for clash in clashes]
    if False in told:
        rival = [clash for clash, risen in zip(clashes, told, strict=True) if risen is False]
        if any({m.claim.source_id for m in a} & {m.claim.source_id for m in b} for a, b in rival):
            return f"{start}, but one text gives two of the figures side by side."
        lower, higher = rival[0]
        days = [{printed_day(pile, m.claim.source_id) for m in side} for side in (lower, higher)]
        if days[0] & days[1]:
            return f"{start}, but texts of one day differ here; a later count alone does not explain it."
        return f"{start}, but a later text has a lower figure, which may be a stale one."
    if None in told:
        return f"{start}, and which text is later is not known."
    return f"{start}; the later text has the higher figure, so it may have risen, though neither says so."
