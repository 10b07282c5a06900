"""Offices: two holders of one, one left and still held, and roles that exclude each other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.conflicts.events import are_two_affairs
from provenance.conflicts.offices import Office, is_past, is_present, office_of, tells_change
from provenance.conflicts.pile import Pile
from provenance.conflicts.role_held import MOST_TIMES, Held, topic_of
from provenance.conflicts.role_titles import differing_titles, excluding, two_countries, two_ranks
from provenance.conflicts.ties import (
    Tie,
    are_one_name,
    by_place,
    day_of,
    find_affair,
    interval_of,
    is_later,
    is_surely_one_name,
    name_of,
    shares_context,
    tie_conflict,
    times_meet,
)
from provenance.model.claims import Claim, ClaimKind, Polarity
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.names import EntityKind
from provenance.text.folding import fold_text

_COURTESY = frozenset(
    "president governor ambassador senator judge general colonel captain mayor king queen speaker coach "
    "professor chancellor admiral".split()
)
"""Titles by which people go on to be called when they hold the office no more."""
_CAPITALS = re.compile(r"[A-Z][\w&'\u2019-]{1,24}(?:\s[A-Z][\w&'\u2019-]{1,24}){0,4}")
_HEADS = frozenset({"head", "president", "leader"})
"""Of a body that is no state: one person leads it, whatever it calls that."""
_INFORMAL = frozenset({"head", "leader", "chief", "boss"})
_LEADS = frozenset(
    "head|leader|manager|director|chief executive|chairman|president|principal|editor".split("|")
)
_OF_BODIES = frozenset(
    "chief executive|chairman|director|head|president|chief financial officer|finance director|coach|captain|"
    "manager|secretary-general|editor-in-chief|administrator|commander|principal|rector|dean".split("|")
)
"""Offices of bodies rather than of towns and states."""
_MOST_HOLDERS = 24
_SHARED_STEMS = 3
_SETTLED_DAYS = 7
_STAND_IN_DAYS = 120


def find_role_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Rival holders, an office left and still held, differing titles, callings that exclude each other."""
    claims = [c for c in pile.claims_of(ClaimKind.ROLE) if c.span and c.subject_entity]
    topics = {source_id: topic_of(pile, source_id) for source_id in sorted({c.source_id for c in claims})}
    held = [Held(c, office_of(pile, c), topics[c.source_id]) for c in claims]
    yield from _rival_holders(pile, held)
    yield from _left_and_held(pile, held)
    yield from differing_titles(pile, held)
    yield from two_ranks(pile, held)
    yield from two_countries(pile, held)
    yield from excluding(pile, held)


def _rival_holders(pile: Pile, held: Sequence[Held]) -> Iterator[Conflict]:
    present = [h for h in held if h.office.is_sole and h.office.is_formal and is_present(pile, h.claim)]
    by_key: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for each in present:
        for key in _keys(pile, each):
            by_key[each.office.name, key].append(each)
            if each.office.name in _HEADS and _is_organization(pile, each.office.body):
                by_key["leader", each.office.body].append(each)
    done: set[tuple[str, str, str]] = set()
    for (name, _key), group in sorted(by_key.items()):
        people = sorted({h.holder for h in group})[:_MOST_HOLDERS]
        for a, b in combinations(people, 2):
            if (name, a, b) in done:
                continue
            one, two = ([h for h in group if h.holder == person] for person in (a, b))
            pair = _rivals_met(pile, one, two)
            if pair is not None:
                done.add((name, a, b))
                yield _rivals(pile, name, pair)


def _is_organization(pile: Pile, body: str) -> bool:
    entity = pile.entities.get(body)
    return entity is not None and entity.kind is EntityKind.ORGANIZATION


def _keys(pile: Pile, one: Held) -> list[str]:
    """Under which others that may speak of the same office are looked for."""
    office, claim = one.office, one.claim
    keys = [office.body] if office.body else []
    keys += [f"~{stem}" for stem in office.stems]
    entity = pile.entities.get(claim.value_entity or "")
    if claim.value:
        keys.append(f"~{fold_text(entity.name if entity else claim.value)}")
    if not office.body and claim.span is not None:
        start, end = pile.sentence_at(claim.source_id, claim.span.start)
        near = pile.mentions_in(claim.source_id, start, end)
        keys += [m.entity for m in near if m.entity != claim.subject_entity]
        keys += [
            f"~{fold_text(run[0])}" for run in _CAPITALS.finditer(pile.text(claim.source_id), start, end)
        ]
    return list(dict.fromkeys([*keys, office.body]))


def _rivals_met(pile: Pile, one: Sequence[Held], two: Sequence[Held]) -> tuple[list[Held], list[Held]] | None:
    """The claims of both sides that speak of one office at one time, if no text tells of a change."""
    met = [(x, y) for x in one[:MOST_TIMES] for y in two[:MOST_TIMES] if _is_one_office(pile, x, y)]
    if not met or any(tells_change(pile, h.claim) for h in (*one, *two)):
        return None
    x, y = met[0]
    left = [h for h in one if _is_one_office(pile, h, y)]
    right = [h for h in two if _is_one_office(pile, x, h)]
    return left, right


def _is_one_office(pile: Pile, x: Held, y: Held) -> bool:
    a, b = x.claim, y.claim
    if are_one_name(a.subject, b.subject, a.subject_entity, b.subject_entity) or not _at_one_time(pile, x, y):
        return False
    if _tells_succession(pile, x, y) or _tells_succession(pile, y, x):
        return False
    event = find_affair(pile, a, b)
    if x.office.body and x.office.body == y.office.body:
        is_named = not x.office.stems
        is_known = is_named and not are_two_affairs(pile, a.source_id, b.source_id)
        return event is not None or (is_known and shares_context(a, b, 1))
    if event is None or a.source_id == b.source_id:
        return False
    if x.office.body and y.office.body:
        return _is_one_body(x, y) and shares_context(a, b, 1)
    return not _knows_apart(pile, x, y) and _is_tied(pile, x, y)


def _tells_succession(pile: Pile, one: Held, other: Held) -> bool:
    """Does the text of the one holder say that the other has left that office?"""
    return any(
        c.subject_entity == other.holder
        and (c.predicate.startswith("former ") or (c.valid_to is not None and c.valid_basis == "stated"))
        and _is_alike(one.office, c.predicate.removeprefix("former "))
        for c in pile.claims_in(one.claim.source_id, ClaimKind.ROLE)
    )


def _at_one_time(pile: Pile, x: Held, y: Held) -> bool:
    """Do the times meet, and neither office was taken just before the time of the other?"""
    a, b = x.claim, y.claim
    if is_past(a) != is_past(b) and not x.office.name.startswith("acting "):
        return False
    if x.office.name.startswith("acting ") and not _are_near(pile, a, b):
        return False
    return _is_settled(pile, a, b) and _is_settled(pile, b, a) and times_meet(pile, a, b)


def _are_near(pile: Pile, a: Claim, b: Claim) -> bool:
    """Were the texts written within the time for which an office is commonly left to a stand-in?"""
    days = [day_of(pile, c.source_id) for c in (a, b)]
    return days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= _STAND_IN_DAYS


def _is_tied(pile: Pile, x: Held, y: Held) -> bool:
    """Offices of which one at least is told without a body: what the texts are about, or the words beside."""
    a, b = x.claim, y.claim
    is_topic = bool(x.topic) and x.topic == y.topic and x.office.name.removeprefix("acting ") in _OF_BODIES
    if not x.office.body and not y.office.body:
        if x.office.name.startswith("acting "):
            return True  # in one affair there is but one vacant post of a name
        return is_topic or shares_context(a, b, _SHARED_STEMS)
    bare, told = (a, y) if not x.office.body else (b, x)
    return fold_text(told.claim.value) in fold_text(pile.sentence_text(bare.span)) if bare.span else False


def _is_one_body(x: Held, y: Held) -> bool:
    """Both described, and one description holds the words of the other."""
    one, two = set(x.office.stems), set(y.office.stems)
    if one and two:
        return one <= two or two <= one
    a, b = x.claim, y.claim
    return is_surely_one_name(a.value, b.value, a.value_entity, b.value_entity)


def _is_settled(pile: Pile, a: Claim, b: Claim) -> bool:
    """An office taken just before the time of which the other claim speaks was another's until then."""
    if a.valid_from is None:
        return True
    other = interval_of(pile, b)
    return other is None or is_later(other[1][:10], a.valid_from, _SETTLED_DAYS) or other[1] == "9999-12-31"


def _knows_apart(pile: Pile, x: Held, y: Held) -> bool:
    """Does one of the texts name both holders, and give the other one that office too, or no office?"""
    for one, other in ((x, y), (y, x)):
        if other.holder not in pile.names_of[one.claim.source_id]:
            continue
        roles = [
            c.predicate.removeprefix("former ")
            for c in pile.claims_in(one.claim.source_id, ClaimKind.ROLE)
            if c.subject_entity == other.holder
        ]
        if not roles or any(_is_alike(one.office, role) for role in roles):
            return True
    return False


def _is_alike(office: Office, title: str) -> bool:
    words = title.split()
    return title in office.name or (len(words) == 1 and office.name.split()[-1] == words[0])


def _rivals(pile: Pile, name: str, pair: tuple[list[Held], list[Held]]) -> Conflict:
    claims = [by_place(h.claim for h in held) for held in pair]
    names = [name_of(pile, held[0]) for held in claims]
    told = next((c for held in claims for c in held if c.value), claims[0][0])
    office = f"{name} of {' '.join(told.value.split())}" if told.value else name
    is_sure = all(any(" " in c.subject for c in held) for held in claims) and all(
        any(c.value and not c.is_inferred for c in held) for held in claims
    )
    tie = Tie(
        ConflictKind.ROLE,
        f"{names[0]} or {names[1]} as {office}?",
        f"One person at a time is {office}. No text shown speaks of a change of office.",
        next((h.office.body for held in pair for h in held if h.office.body), name),
        pair[0][0].claim.predicate,
        " / ".join(sorted(held[0].holder for held in pair)),
        Level.MEDIUM,
        Level.HIGH if is_sure else Level.MEDIUM,
    )
    return tie_conflict(pile, tie, names, claims)


def _left_and_held(pile: Pile, held: Sequence[Held]) -> Iterator[Conflict]:
    """ "The former minister", who is the minister in a text of the same time or later."""
    groups: dict[str, list[Held]] = defaultdict(list)
    for each in held:
        if each.office.is_sole or _is_lead(each):
            groups[each.holder].append(each)
    for _person, group in sorted(groups.items()):
        gone = [h for h in group if _is_gone(h) and h.claim.polarity is Polarity.AFFIRMED]
        here = [h for h in group if h.office.is_formal and is_present(pile, h.claim) and not _is_gone(h)]
        pairs = [(x, y) for x in gone[:MOST_TIMES] for y in here[:MOST_TIMES] if _is_after(pile, x, y)]
        for name in sorted({y.office.name for _, y in pairs}):
            found = [(x, y) for x, y in pairs if y.office.name == name]
            yield _left(
                pile,
                [x for x in gone if any(x is p[0] for p in found)],
                [y for y in here if any(y is p[1] for p in found)],
            )


def _is_gone(one: Held) -> bool:
    """Called former, or said to have ended on a day."""
    return not one.office.is_formal or bool(one.claim.valid_to and one.claim.valid_basis == "stated")


def _is_lead(one: Held) -> bool:
    return one.office.name in _LEADS


def _is_one_post(gone: Held, here: Held) -> bool:
    """One office, or what a verb tells (ran the mill) and the title of who does that in the same body."""
    if gone.office.name == here.office.name:
        return True
    is_verb = gone.claim.predicate in _INFORMAL and gone.claim.valid_to is not None
    bodies = [fold_text(h.claim.value) for h in (gone, here)]
    return is_verb and _is_lead(here) and bool(bodies[0]) and bodies[0] == bodies[1]


def _is_after(pile: Pile, gone: Held, here: Held) -> bool:
    """Is the office held at or after the time at which it was left?"""
    a, b = gone.claim, here.claim
    if a.source_id == b.source_id or b.valid_from or b.valid_to or not _is_one_post(gone, here):
        return False
    if b.predicate in _COURTESY and not b.value:
        return False
    is_one_body = gone.office.body == here.office.body or fold_text(a.value) == fold_text(b.value)
    if gone.office.body and here.office.body and not is_one_body:
        return False
    then, now = a.valid_to, interval_of(pile, b)
    written = interval_of(pile, Claim(a.kind, a.source_id, a.span, a.quote, "", "", ""))
    ended = then or (written[0] if written else None)
    if ended is None or now is None or find_affair(pile, a, b) is None:
        return False
    return is_later(now[0], ended, -1 if not then else 3)


def _left(pile: Pile, gone: Sequence[Held], here: Sequence[Held]) -> Conflict:
    claims = [by_place(h.claim for h in side) for side in (gone, here)]
    name, office = name_of(pile, claims[0][0]), here[0].office.name
    tie = Tie(
        ConflictKind.ROLE,
        f"{name}: {office}, or no longer?",
        f"One side speaks of {name} as {office} of an earlier time, the other, at that time or later, as "
        f"{office} in office.",
        gone[0].holder,
        f"left: {office}",
        here[0].office.body or gone[0].office.body,
        Level.MEDIUM,
        Level.HIGH if claims[0][0].valid_to else Level.MEDIUM,
    )
    return tie_conflict(pile, tie, (f"former {office}", office), claims)
