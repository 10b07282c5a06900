"""One person or thing in two states at one time that exclude each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import evolve

from provenance.conflicts.blocking import find_pairs
from provenance.conflicts.clauses import clause_around
from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import class_of, make_side, quoted, say_support, scope_of
from provenance.conflicts.statement_things import are_one_thing, read_thing, shared_names
from provenance.conflicts.statement_times import LASTING, Time, is_inside, meet, text_day, time_of
from provenance.conflicts.words import FUNCTION_WORDS
from provenance.model.claims import Claim, ClaimKind, Modality, Polarity
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level
from provenance.model.spans import Span

_FINAL = {
    ("life", "dead"), ("decision", "approved"), ("decision", "rejected"), ("verdict", "guilty"),
    ("verdict", "cleared"), ("existence", "dissolved"), ("place_in_contest", "first"),
    ("place_in_contest", "not_first"),
}  # fmt: skip
"""What no later state of the same theme follows: whoever is dead stays so."""
_GRAVE = frozenset({"custody", "verdict", "life", "decision", "gunfire", "solvency"})
_ACTING = frozenset(
    "attend see speak visit arrive meet return enter play testify vote sign announce say go resign".split()
)
"""Classes of what only the living do."""
_OCCASIONAL = frozenset({"presence", "gunfire", "plea"})
"""Themes of one occasion: texts of it near in time speak of that one."""
_SHARED = frozenset({"gunfire"})
"""Themes of what happened, whoever it is told of."""
_MOST_HOLDERS = 60
_LONGEST_CLAUSE = 200
"""Code points of a clause that is shown whole."""
_SAME_DAYS = 3
_YEAR = 366
_SLOW = 45
"""Days for which "still" excludes an earlier change of what does not change from day to day."""
_WIDE = 8
"""Days of a time that is too wide to say that two states of it meet, where states come and go."""


def find_status_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Pairs of states of one holder, from two texts, that cannot both have held.

    A change told as such is a timeline: two dated changes, or a state and a later change. It is a conflict
    if both hold on one day, if one held all the time in which the other falls, or if one is final and came
    first.
    """
    claims = [c for c in pile.claims_of(ClaimKind.STATUS) if c.span and c.modality is Modality.ASSERTED]
    if not claims:
        return
    yield from _dead_and_acting(pile, claims)
    mixed = _mixed(pile, claims)
    seen: set[tuple[str, str, str, str]] = set()
    for i, j in find_pairs([_keys(pile, c) for c in claims], _MOST_HOLDERS):
        a, b = claims[i], claims[j]
        if a.source_id == b.source_id or not _exclude(a, b) or pile.are_one_page(a.source_id, b.source_id):
            continue
        key = (_holder(a) or _holder(b), a.predicate, a.source_id, b.source_id)
        if key in seen or not _is_one_holder(pile, a, b) or not _hold_at_once(pile, a, b, mixed):
            continue
        event = find_event(pile, a.source_id, b.source_id)
        if event is not None and not _is_reported_too(pile, a, b):
            seen.add(key)
            yield _finding(pile, a, b, event)


def _dead_and_acting(pile: Pile, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Somebody dead by a day in one text, who does something on that day or later in another."""
    dead = [
        c for c in claims if (c.predicate, c.value) == ("life", "dead") and c.subject_entity and c.valid_to
    ]
    acting: dict[str, list[Claim]] = defaultdict(list)
    for claim in pile.claims_of(ClaimKind.STATEMENT) if dead else ():
        is_done = claim.modality is Modality.ASSERTED and claim.polarity is Polarity.AFFIRMED
        if claim.subject_entity and is_done and claim.predicate in _ACTING:
            acting[claim.subject_entity].append(claim)
    seen: set[tuple[str | None, str, str]] = set()
    for claim in dead:
        for other in acting.get(claim.subject_entity or "", [])[:_MOST_HOLDERS]:
            key = (claim.subject_entity, claim.source_id, other.source_id)
            if key not in seen and claim.source_id != other.source_id and _acts_after(pile, claim, other):
                seen.add(key)
                event = find_event(pile, claim.source_id, other.source_id) or ""
                yield _finding(pile, claim, evolve(other, value="alive"), event)


def _acts_after(pile: Pile, dead: Claim, other: Claim) -> bool:
    day = _day_of(pile, other)
    if day is None or dead.valid_to is None or day < dead.valid_to or not _is_past(dead, day):
        return False
    return find_event(pile, dead.source_id, other.source_id) is not None


def _is_past(claim: Claim, day: str) -> bool:
    """Had the death come about before that day, and not in its course?"""
    return claim.valid_basis != "event" or (claim.valid_to or "") < day


def _day_of(pile: Pile, claim: Claim) -> str | None:
    """The first day of a statement, or the one day that its sentence tells."""
    if claim.valid_from is not None:
        return claim.valid_from
    start = claim.span.start if claim.span else 0
    days = {
        c.valid_from for c in pile.claims_at(claim.source_id, ClaimKind.EVENT_DATE, start) if c.valid_from
    }
    return days.pop() if len(days) == 1 else None


def _holder(claim: Claim) -> str:
    return claim.subject_entity or ""


def _keys(pile: Pile, claim: Claim) -> frozenset[str]:
    thing = read_thing(pile, claim.subject)
    heads = {thing.head} if claim.subject_entity is None else {thing.head, *thing.modifiers, *thing.names}
    named = {claim.subject_entity} if claim.subject_entity else set()
    if claim.predicate in _SHARED and claim.span is not None:
        start, end = pile.sentence_at(claim.source_id, claim.span.start)
        named |= {m.entity for m in pile.mentions_in(claim.source_id, start, end)}
    return frozenset(f"{claim.predicate} {key}" for key in heads | named if key)


def _exclude(a: Claim, b: Claim) -> bool:
    """Two states of one theme, or one state affirmed and denied; two denials exclude nothing."""
    if a.predicate != b.predicate:
        return False
    if a.value == b.value:
        return a.polarity is not b.polarity
    return a.polarity is Polarity.AFFIRMED and b.polarity is Polarity.AFFIRMED


def _mixed(pile: Pile, claims: Sequence[Claim]) -> frozenset[tuple[str, str, str]]:
    """(source, holder, theme) of which a text tells several states: it tells of a change, or of parts."""
    states: dict[tuple[str, str, str], set[tuple[str, Polarity]]] = defaultdict(set)
    for claim in claims:
        states[claim.source_id, _whose(pile, claim), claim.predicate].add((claim.value, claim.polarity))
    return frozenset(key for key, told in states.items() if len(told) > 1)


def _whose(pile: Pile, claim: Claim) -> str:
    return claim.subject_entity or read_thing(pile, claim.subject).head


def _is_one_holder(pile: Pile, a: Claim, b: Claim) -> bool:
    if a.predicate in _SHARED:
        shared = shared_names(pile, a, b)
        return len(shared) > 1 or (bool(shared) and meet(time_of(pile, a), time_of(pile, b)))
    if not are_one_thing(pile, (a.subject, a.subject_entity), (b.subject, b.subject_entity)):
        return False
    if a.subject_entity is not None and b.subject_entity is not None:
        return True
    return bool(shared_names(pile, a, b))


def _hold_at_once(pile: Pile, a: Claim, b: Claim, mixed: frozenset[tuple[str, str, str]]) -> bool:
    """Do the times of both leave no room for a change from one to the other?"""
    if a.scope and b.scope and not _scope_words(a) & _scope_words(b):
        return False
    one, two = time_of(pile, a), time_of(pile, b)
    for x, y, there, here in ((a, b, one, two), (b, a, two, one)):
        if x.valid_basis == LASTING and _falls_inside(pile, y, here, there):
            return True
    is_mixed = any((c.source_id, _whose(pile, c), c.predicate) in mixed for c in (a, b))
    if is_mixed or LASTING in (a.valid_basis, b.valid_basis):
        return False
    if _is_final_first(a, one, b, two) or _is_final_first(b, two, a, one):
        return True
    return _hold_then(pile, (a, one), (b, two))


def _hold_then(pile: Pile, a: tuple[Claim, Time], b: tuple[Claim, Time]) -> bool:
    """Do both hold on one day, as far as is told?"""
    (x, one), (y, two) = a, b
    if one.is_stated and two.is_stated:
        widest = max(one.days, two.days)
        is_narrow = widest <= _SAME_DAYS or (widest <= _YEAR and _has_survived(x, y))
        return meet(one, two) and (is_narrow or _are_final(x, y))
    if _are_final(x, y) or x.predicate in _OCCASIONAL:
        return _are_near(pile, x, y)
    return _is_of_text_day(x, y, one, two) or _is_of_text_day(y, x, two, one)


def _has_survived(a: Claim, b: Claim) -> bool:
    """Is one said to have come through what the other died of?"""
    return any(c.wording.lower().startswith("surviv") and c.value == "alive" for c in (a, b))


def _scope_words(claim: Claim) -> set[str]:
    return set(claim.scope.lower().split()[1:]) - FUNCTION_WORDS


def _is_of_text_day(a: Claim, b: Claim, one: Time, two: Time) -> bool:
    """Is `a` told of the day of its text, and `b` dated to that day?"""
    return a.valid_basis == "publication date" and b.valid_from is not None and meet(one, two)


def _falls_inside(pile: Pile, other: Claim, time: Time, lasting: Time) -> bool:
    if other.valid_basis == LASTING:
        time, lasting = _from_its_end(time), _from_its_end(lasting)
        return meet(time, lasting) and time.last != lasting.first and lasting.last != time.first
    if time.first is not None and time.last is not None:
        if time.days > _WIDE and lasting.first is None:
            return False
        return is_inside(time, lasting)
    day = text_day(pile, other)
    if day is None or lasting.last is None:
        return False
    if lasting.first is None:  # still at large on Friday: what a text of that time tells
        return 0 <= (lasting.last - day).days <= (_SLOW if other.predicate in _GRAVE else 1)
    return lasting.first < day <= lasting.last


def _from_its_end(time: Time) -> Time:
    """What still holds, nobody says since when, holds on its last day."""
    return Time(time.last, time.last, time.is_stated) if time.first is None else time


def _is_final_first(a: Claim, one: Time, b: Claim, two: Time) -> bool:
    """Had `a`, which is final, come about before `b` still held?"""
    if (a.predicate, a.value) not in _FINAL or (b.predicate, b.value) in _FINAL:
        return False
    if a.polarity is Polarity.DENIED or b.polarity is Polarity.DENIED:
        return False
    if one.last is None or two.first is None or not one.is_stated:
        return False
    return one.last <= two.first


def _are_final(a: Claim, b: Claim) -> bool:
    return (a.predicate, a.value) in _FINAL and (b.predicate, b.value) in _FINAL


def _are_near(pile: Pile, a: Claim, b: Claim) -> bool:
    if pile.pool.is_one_subject:
        return True
    days = [text_day(pile, c) for c in (a, b)]
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= _SAME_DAYS


def _is_reported_too(pile: Pile, a: Claim, b: Claim) -> bool:
    """Is one said by somebody whom the other text reports as saying so?"""
    for x, y in ((a, b), (b, a)):
        if x.speaker_entity is None or y.speaker_entity == x.speaker_entity:
            continue
        for other in pile.claims_in(y.source_id, ClaimKind.STATUS):
            same = other.speaker_entity == x.speaker_entity and other.predicate == x.predicate
            if same and other.value == x.value and other.polarity is x.polarity:
                return True
    return False


def _finding(pile: Pile, a: Claim, b: Claim, event: str) -> Conflict:
    spans = [_clause(pile, c, c.span) for c in (a, b) if c.span is not None]
    sides = tuple(make_side(pile, _say_state(c), [span]) for c, span in zip((a, b), spans, strict=True))
    people = {c.speaker_entity for c in (a, b) if c.speaker_entity}
    name = _name(pile, a, b)
    return Conflict(
        kind=ConflictKind.STATUS,
        conflict_class=ConflictClass.PEOPLE_DIFFER if len(people) > 1 else class_of(sides),
        consequence=Level.HIGH if a.predicate in _GRAVE else Level.MEDIUM,
        certainty=Level.HIGH if a.subject_entity and a.subject_entity == b.subject_entity else Level.MEDIUM,
        scope=scope_of(sides),
        title=f"{name}: {_say_state(a)} or {_say_state(b)}?",
        why=(
            f"{quoted(pile.quote(spans[0]))} and {quoted(pile.quote(spans[1]))} tell of one "
            f"{'person' if a.subject_entity else 'thing'} ({name}) two states that exclude each other. "
            f"{_say_times(a, b)} {event} {say_support(pile, sides)}"
        ),
        subject=a.subject_entity or b.subject_entity or read_thing(pile, a.subject).head,
        predicate=a.predicate,
        scope_key=" ".join(sorted({_say_state(a), _say_state(b)})),
        sides=sides,
    )


def _clause(pile: Pile, claim: Claim, span: Span) -> Span:
    """The state with its clause, which tells since when; only the state where that is long."""
    bounds = pile.sentence_at(span.source_id, span.start)
    wide = clause_around(pile.text(span.source_id), claim.source_id, span.start, span.end, bounds)
    return wide if len(wide) <= _LONGEST_CLAUSE else span


def _say_state(claim: Claim) -> str:
    printed = " ".join(claim.wording.split())
    return f"not {printed}" if claim.polarity is Polarity.DENIED else printed


def _say_times(a: Claim, b: Claim) -> str:
    return " ".join(_say_time(c) for c in (a, b))


def _say_time(claim: Claim) -> str:
    printed = quoted(_say_state(claim))
    if claim.valid_basis == LASTING:
        since = f" since {claim.valid_from}" if claim.valid_from else ""
        until = f" up to {claim.valid_to}" if claim.valid_to else ""
        return f"{printed} is told as lasting{since}{until}."
    if claim.valid_from is None:
        return f"When {printed} began is not told."
    days = (
        claim.valid_from if claim.valid_from == claim.valid_to else f"{claim.valid_from} to {claim.valid_to}"
    )
    return f"{printed} is of {days}."


def _name(pile: Pile, a: Claim, b: Claim) -> str:
    entity = pile.entities.get(a.subject_entity or b.subject_entity or "")
    return entity.name if entity else " ".join(a.subject.split())
