"""Offices: two holders of one, one left and still held, and roles that exclude each other."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import frozen

from provenance.conflicts.offices import (
    DEPUTIES,
    Office,
    country_of,
    is_past,
    is_present,
    office_of,
    tells_change,
)
from provenance.conflicts.pile import Pile
from provenance.conflicts.ranks import are_two_ranks, is_below
from provenance.conflicts.ties import (
    Tie,
    are_one_name,
    by_place,
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

_INFORMAL = frozenset({"head", "leader", "chief", "boss", "top official"})
"""Words for whoever leads, whatever the office is called: between them nothing differs."""
_COURTESY = frozenset(
    "president governor ambassador senator judge general colonel captain mayor king queen speaker coach "
    "professor chancellor admiral".split()
)
"""Titles by which people go on to be called when they hold the office no more."""
_CAPITALS = re.compile(r"[A-Z][\w&'\u2019-]{1,24}(?:\s[A-Z][\w&'\u2019-]{1,24}){0,4}")
_HEADS = frozenset({"head", "president", "leader"})
"""Of a body that is no state: one person leads it, whatever it calls that."""
_OF_BODIES = frozenset(
    "chief executive|chairman|director|head|president|chief financial officer|finance director|coach|captain|"
    "manager|secretary-general|editor-in-chief|administrator|commander|principal|rector|dean".split("|")
)
"""Offices of bodies rather than of towns and states."""
_OFTEN = 3
_MOST_TIMES = 12
_MOST_HOLDERS = 24
_SHARED_STEMS = 3
_SETTLED_DAYS = 7


@frozen
class _Held:
    claim: Claim
    office: Office
    topic: str = ""
    """The body that the text is about, of an office of a body that is told without one."""

    @property
    def holder(self) -> str:
        return self.claim.subject_entity or ""


def find_role_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Rival holders, an office left and still held, differing titles, callings that exclude each other."""
    claims = [c for c in pile.claims_of(ClaimKind.ROLE) if c.span and c.subject_entity]
    topics = {source_id: _topic(pile, source_id) for source_id in sorted({c.source_id for c in claims})}
    held = [_Held(c, office_of(pile, c), topics[c.source_id]) for c in claims]
    yield from _rival_holders(pile, held)
    yield from _left_and_held(pile, held)
    yield from _differing_titles(pile, held)
    yield from _two_ranks(pile, held)
    yield from _two_countries(pile, held)
    yield from _excluding(pile, held)


def _topic(pile: Pile, source_id: str) -> str:
    """The body that a text names most often, three times at least and more often than any other."""
    counts = Counter(m.entity for m in pile.sources[source_id].mentions if m.kind is EntityKind.ORGANIZATION)
    first = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    is_clear = bool(first) and first[0][1] >= _OFTEN and (len(first) == 1 or first[0][1] > first[1][1])
    return first[0][0] if is_clear else ""


def _rival_holders(pile: Pile, held: Sequence[_Held]) -> Iterator[Conflict]:
    present = [h for h in held if h.office.is_sole and h.office.is_formal and is_present(pile, h.claim)]
    by_key: dict[tuple[str, str], list[_Held]] = defaultdict(list)
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


def _keys(pile: Pile, one: _Held) -> list[str]:
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


def _rivals_met(
    pile: Pile, one: Sequence[_Held], two: Sequence[_Held]
) -> tuple[list[_Held], list[_Held]] | None:
    """The claims of both sides that speak of one office at one time, if no text tells of a change."""
    met = [(x, y) for x in one[:_MOST_TIMES] for y in two[:_MOST_TIMES] if _is_one_office(pile, x, y)]
    if not met or any(tells_change(pile, h.claim) for h in (*one, *two)):
        return None
    x, y = met[0]
    left = [h for h in one if _is_one_office(pile, h, y)]
    right = [h for h in two if _is_one_office(pile, x, h)]
    return left, right


def _is_one_office(pile: Pile, x: _Held, y: _Held) -> bool:
    a, b = x.claim, y.claim
    if are_one_name(a.subject, b.subject, a.subject_entity, b.subject_entity) or not _at_one_time(pile, x, y):
        return False
    event = find_affair(pile, a, b)
    if x.office.body and x.office.body == y.office.body:
        is_named = not x.office.stems
        return event is not None or (is_named and shares_context(a, b, 1))
    if event is None or a.source_id == b.source_id:
        return False
    if x.office.body and y.office.body:
        return _is_one_body(x, y) and shares_context(a, b, 1)
    return not _name_both(pile, a, b) and _is_tied(pile, x, y)


def _at_one_time(pile: Pile, x: _Held, y: _Held) -> bool:
    """Do the times meet, and neither office was taken just before the time of the other?"""
    a, b = x.claim, y.claim
    if is_past(a) != is_past(b) and not x.office.name.startswith("acting "):
        return False
    return _is_settled(pile, a, b) and _is_settled(pile, b, a) and times_meet(pile, a, b)


def _is_tied(pile: Pile, x: _Held, y: _Held) -> bool:
    """Offices of which one at least is told without a body: what the texts are about, or the words beside."""
    a, b = x.claim, y.claim
    is_topic = bool(x.topic) and x.topic == y.topic and x.office.name.removeprefix("acting ") in _OF_BODIES
    if not x.office.body and not y.office.body:
        return is_topic or shares_context(a, b, _SHARED_STEMS)
    bare, told = (a, y) if not x.office.body else (b, x)
    return fold_text(told.claim.value) in fold_text(pile.sentence_text(bare.span)) if bare.span else False


def _is_one_body(x: _Held, y: _Held) -> bool:
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


def _name_both(pile: Pile, a: Claim, b: Claim) -> bool:
    """Does one of the texts name both holders? Then it knows them apart."""
    return any(other.subject_entity in pile.names_of[one.source_id] for one, other in ((a, b), (b, a)))


def _rivals(pile: Pile, name: str, pair: tuple[list[_Held], list[_Held]]) -> Conflict:
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


def _left_and_held(pile: Pile, held: Sequence[_Held]) -> Iterator[Conflict]:
    """ "The former minister", who is the minister in a text of the same time or later."""
    groups: dict[tuple[str, str], list[_Held]] = defaultdict(list)
    for each in held:
        if each.office.is_sole:
            groups[each.holder, each.office.name].append(each)
    for (_person, _name), group in sorted(groups.items()):
        gone = [h for h in group if not h.office.is_formal and h.claim.polarity is Polarity.AFFIRMED]
        here = [h for h in group if h.office.is_formal and is_present(pile, h.claim)]
        pairs = [(x, y) for x in gone[:_MOST_TIMES] for y in here[:_MOST_TIMES] if _is_after(pile, x, y)]
        if pairs:
            yield _left(
                pile,
                [x for x in gone if any(x is p[0] for p in pairs)],
                [y for y in here if any(y is p[1] for p in pairs)],
            )


def _is_after(pile: Pile, gone: _Held, here: _Held) -> bool:
    """Is the office held at or after the time at which it was left?"""
    a, b = gone.claim, here.claim
    if a.source_id == b.source_id or b.valid_from or b.valid_to:
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


def _left(pile: Pile, gone: Sequence[_Held], here: Sequence[_Held]) -> Conflict:
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


def _differing_titles(pile: Pile, held: Sequence[_Held]) -> Iterator[Conflict]:
    """Two formal titles of one leader in one body, which no text uses side by side."""
    groups: dict[tuple[str, str], list[_Held]] = defaultdict(list)
    for each in held:
        role = pile.knowledge.roles.get(each.claim.predicate)
        is_formal = role is not None and role.is_leader and each.claim.predicate not in _INFORMAL
        if is_formal and each.claim.value_entity and is_present(pile, each.claim):
            groups[each.holder, each.claim.value_entity].append(each)
    for (person, body), group in sorted(groups.items()):
        for a, b in combinations(sorted({h.claim.predicate for h in group}), 2):
            one, two = ([h for h in group if h.claim.predicate == title] for title in (a, b))
            is_side_by_side = bool({h.claim.source_id for h in one} & {h.claim.source_id for h in two})
            is_one = one[0].office.name == two[0].office.name
            if is_side_by_side or is_one or are_two_ranks(a, b):
                continue
            if pair := _met(pile, one, two):
                yield _titles(pile, person, body, (a, b), pair)


def _met(pile: Pile, one: Sequence[_Held], two: Sequence[_Held]) -> tuple[list[Claim], list[Claim]] | None:
    """Claims of both sides in texts of one event, at one time, without a change told."""
    met = [
        (x.claim, y.claim)
        for x in one[:_MOST_TIMES]
        for y in two[:_MOST_TIMES]
        if times_meet(pile, x.claim, y.claim) and find_affair(pile, x.claim, y.claim)
    ]
    if not met or any(tells_change(pile, c) for pair in met for c in pair):
        return None
    return by_place({x.key: x for x, _ in met}.values()), by_place({y.key: y for _, y in met}.values())


def _titles(
    pile: Pile, person: str, body: str, titles: tuple[str, str], pair: tuple[list[Claim], list[Claim]]
) -> Conflict:
    body_name = pile.entities[body].name if body in pile.entities else pair[0][0].value
    tie = Tie(
        ConflictKind.ROLE,
        f"Different titles of {name_of(pile, pair[0][0])} in {body_name}: {titles[0]}, {titles[1]}",
        "Each text gives another formal title, and none gives both. One person can hold both, or one text "
        "uses a word loosely.",
        person,
        f"titles: {titles[0]}, {titles[1]}",
        body,
        Level.LOW,
        Level.MEDIUM,
    )
    return tie_conflict(pile, tie, titles, pair)


def _two_ranks(pile: Pile, held: Sequence[_Held]) -> Iterator[Conflict]:
    """One person as the head of a body and as that head's deputy, at one time."""
    groups: dict[tuple[str, str], list[_Held]] = defaultdict(list)
    for each in held:
        if each.office.body and each.office.is_formal and is_present(pile, each.claim, DEPUTIES):
            groups[each.holder, each.office.body].append(each)
    for (person, body), group in sorted(groups.items()):
        for a, b in combinations(sorted({h.claim.predicate for h in group}), 2):
            if not are_two_ranks(a, b):
                continue
            senior, junior = (b, a) if is_below(a, b) else (a, b)
            above, below = ([h for h in group if h.claim.predicate == title] for title in (senior, junior))
            if pair := _met(pile, above, below):
                yield _ranked(pile, person, body, (senior, junior), pair)


def _ranked(
    pile: Pile, person: str, body: str, titles: tuple[str, str], pair: tuple[list[Claim], list[Claim]]
) -> Conflict:
    body_name = " ".join(pair[0][0].value.split())
    tie = Tie(
        ConflictKind.ROLE,
        f"{name_of(pile, pair[0][0])}: {titles[0]} or {titles[1]} of {body_name}?",
        f"A {titles[1]} serves under the {titles[0]}: nobody is both in one body at one time. No text shown "
        "speaks of a change of office.",
        person,
        f"rank: {titles[0]}, {titles[1]}",
        body,
        Level.MEDIUM,
        Level.HIGH if all(any(" " in c.subject for c in side) for side in pair) else Level.MEDIUM,
    )
    return tie_conflict(pile, tie, titles, pair)


def _two_countries(pile: Pile, held: Sequence[_Held]) -> Iterator[Conflict]:
    """One sole office of state, for one person, in two countries."""
    groups: dict[tuple[str, str], list[_Held]] = defaultdict(list)
    for each in held:
        role = pile.knowledge.roles.get(each.claim.predicate)
        if role and role.is_sole and country_of(pile, each.claim) and is_present(pile, each.claim):
            groups[each.holder, each.claim.predicate].append(each)
    for (person, title), group in sorted(groups.items()):
        for a, b in combinations(sorted({h.office.body for h in group}), 2):
            one, two = ([h for h in group if h.office.body == country] for country in (a, b))
            if pair := _met(pile, one, two):
                values = [f"{title}, {claims[0].value}" for claims in pair]
                tie = Tie(
                    ConflictKind.ROLE,
                    f"{name_of(pile, pair[0][0])}: {values[0]} or {values[1]}?",
                    f"Nobody is {title} of two countries at one time. No text shown speaks of a "
                    f"change of office.",
                    person,
                    title,
                    "country",
                    Level.MEDIUM,
                    Level.MEDIUM,
                )
                yield tie_conflict(pile, tie, values, pair)


def _excluding(pile: Pile, held: Sequence[_Held]) -> Iterator[Conflict]:
    """Prosecutor and defence lawyer, leader of the opposition and minister: nobody is both in one affair."""
    groups: dict[str, list[_Held]] = defaultdict(list)
    for each in held:
        if each.office.is_formal and is_present(pile, each.claim):
            groups[each.holder].append(each)
    known = pile.knowledge.predicates
    for person, group in sorted(groups.items()):
        for a, b in combinations(sorted({h.claim.predicate for h in group}), 2):
            if f"excludes {a} / {b}" not in known and f"excludes {b} / {a}" not in known:
                continue
            one, two = ([h for h in group if h.claim.predicate == title] for title in (a, b))
            if pair := _met(pile, one, two):
                tie = Tie(
                    ConflictKind.ROLE,
                    f"{name_of(pile, pair[0][0])}: {a} or {b}?",
                    f"Nobody is {a} and {b} in one affair. No text shown speaks of a change.",
                    person,
                    f"callings: {a}, {b}",
                    "",
                    Level.MEDIUM,
                    Level.MEDIUM,
                )
                yield tie_conflict(pile, tie, (a, b), pair)
