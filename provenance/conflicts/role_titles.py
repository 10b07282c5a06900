"""Titles of one person that do not go together: two ranks, two countries, excluding callings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.conflicts.offices import DEPUTIES, country_of, is_present
from provenance.conflicts.pile import Pile
from provenance.conflicts.ranks import are_two_ranks, is_below
from provenance.conflicts.role_held import Held, find_met
from provenance.conflicts.ties import Tie, name_of, tie_conflict
from provenance.model.claims import Claim
from provenance.model.conflicts import Conflict, ConflictKind, Level

_INFORMAL = frozenset({"head", "leader", "chief", "boss", "top official"})
"""Words for whoever leads, whatever the office is called: between them nothing differs."""


def differing_titles(pile: Pile, held: Sequence[Held]) -> Iterator[Conflict]:
    """Two formal titles of one leader in one body, which no text uses side by side."""
    groups: dict[tuple[str, str], list[Held]] = defaultdict(list)
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
            if pair := find_met(pile, one, two):
                yield _titles(pile, person, body, (a, b), pair)


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


def two_ranks(pile: Pile, held: Sequence[Held]) -> Iterator[Conflict]:
    """One person as the head of a body and as that head's deputy, at one time."""
    groups: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for each in held:
        if each.office.body and each.office.is_formal and is_present(pile, each.claim, DEPUTIES):
            groups[each.holder, each.office.body].append(each)
    for (person, body), group in sorted(groups.items()):
        for a, b in combinations(sorted({h.claim.predicate for h in group}), 2):
            if not are_two_ranks(a, b):
                continue
            senior, junior = (b, a) if is_below(a, b) else (a, b)
            above, below = ([h for h in group if h.claim.predicate == title] for title in (senior, junior))
            if pair := find_met(pile, above, below):
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


def two_countries(pile: Pile, held: Sequence[Held]) -> Iterator[Conflict]:
    """One sole office of state, for one person, in two countries."""
    groups: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for each in held:
        role = pile.knowledge.roles.get(each.claim.predicate)
        if role and role.is_sole and country_of(pile, each.claim) and is_present(pile, each.claim):
            groups[each.holder, each.claim.predicate].append(each)
    for (person, title), group in sorted(groups.items()):
        for a, b in combinations(sorted({h.office.body for h in group}), 2):
            one, two = ([h for h in group if h.office.body == country] for country in (a, b))
            if pair := find_met(pile, one, two):
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


def excluding(pile: Pile, held: Sequence[Held]) -> Iterator[Conflict]:
    """Prosecutor and defence lawyer, leader of the opposition and minister: nobody is both in one affair."""
    groups: dict[str, list[Held]] = defaultdict(list)
    for each in held:
        if each.office.is_formal and is_present(pile, each.claim):
            groups[each.holder].append(each)
    known = pile.knowledge.predicates
    for person, group in sorted(groups.items()):
        for a, b in combinations(sorted({h.claim.predicate for h in group}), 2):
            if f"excludes {a} / {b}" not in known and f"excludes {b} / {a}" not in known:
                continue
            one, two = ([h for h in group if h.claim.predicate == title] for title in (a, b))
            if pair := find_met(pile, one, two):
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
