"""Offices: two holders of one, titles that differ, and roles that one person cannot both hold."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.conflicts.events import find_event, find_meeting, printed_day
from provenance.conflicts.pile import Pile
from provenance.conflicts.ranks import are_two_ranks, is_below
from provenance.conflicts.sides import class_of, make_side, say_support, scope_of
from provenance.model.claims import Claim, ClaimKind
from provenance.model.conflicts import Conflict, ConflictKind, Level, Side
from provenance.model.names import EntityKind
from provenance.text.folding import fold_text

_OTHER_TIME = frozenset(
    "former formerly ex then late past previous previously predecessor successor succeeded succeeds succeed "
    "replaced replaces replace replacing incoming outgoing next elect designate designated acting interim "
    "deputy assistant caretaker resigned resigns resignation stepped quit ousted sacked fired dismissed "
    "retired appointed appoints elected nominated nominee candidate named became become sworn once shadow "
    "vice co joint rival founding honorary two both several".split()
)
"""Words near a title that say that it is held at another time, by several, or in another way."""

_INFORMAL = frozenset({"head", "leader", "chief", "boss", "top official"})
"""Words for whoever leads, whatever the office is called: between them nothing differs."""

_DEPUTIES = frozenset("deputy vice assistant second".split())
"""Words among them that are part of a rank."""
_MOST_TIMES = 12
"""Claims of each side among which two of one time are looked for."""


def find_role_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Rival holders of one office, differing titles of one person, offices that exclude each other."""
    claims = [c for c in pile.claims_of(ClaimKind.ROLE) if c.span and c.subject_entity]
    yield from _rival_holders(pile, claims)
    yield from _differing_titles(pile, claims)
    yield from _excluding_offices(pile, claims)
    yield from _two_ranks(pile, claims)


def _rival_holders(pile: Pile, claims: Sequence[Claim]) -> Iterator[Conflict]:
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        body = _body(pile, claim)
        if body and _is_sole(pile, claim) and _is_present(pile, claim):
            held[claim.predicate, body].append(claim)
    for (title, body), group in sorted(held.items()):
        for a, b in combinations(sorted({_holder(c) for c in group}), 2):
            pair = _meeting(
                [c for c in group if _holder(c) == a], [c for c in group if _holder(c) == b], pile
            )
            if pair and not _tells_change(pile, pair):
                yield _rivals(pile, title, body, pair)


def _meeting(
    one: Sequence[Claim], two: Sequence[Claim], pile: Pile
) -> tuple[list[Claim], list[Claim]] | None:
    """The claims of both sides that stand in sources of one event, at one time."""
    met = find_meeting(pile, [c.source_id for c in one], [c.source_id for c in two])
    if met is None:
        return None
    left = [x for x in one if find_event(pile, x.source_id, met[1])]
    right = [y for y in two if find_event(pile, met[0], y.source_id)]
    times = [(x, y) for x in left[:_MOST_TIMES] for y in right[:_MOST_TIMES] if _can_be_one_time(pile, x, y)]
    if not times:
        return None
    x, y = times[0]
    return (
        sorted((c for c in left if _can_be_one_time(pile, c, y)), key=_place),
        sorted((c for c in right if _can_be_one_time(pile, x, c)), key=_place),
    )


def _rivals(pile: Pile, title: str, body: str, pair: tuple[list[Claim], list[Claim]]) -> Conflict:
    names = [_name(pile, claims[0]) for claims in pair]
    sides = tuple(
        make_side(pile, name, [c.span for c in claims if c.span])
        for name, claims in zip(names, pair, strict=True)
    )
    event = find_event(pile, pair[0][0].source_id, pair[1][0].source_id) or ""
    office = _office(title, pair[0][0])
    return Conflict(
        kind=ConflictKind.ROLE,
        conflict_class=class_of(sides),
        consequence=Level.MEDIUM,
        certainty=Level.HIGH if _is_sure(pile, pair) else Level.MEDIUM,
        scope=scope_of(sides),
        title=f"{names[0]} or {names[1]} as {office}?",
        why=(
            f"One person at a time is {office}. {event} No text shown speaks of a change of office. "
            f"{say_support(pile, sides)}"
        ),
        subject=body,
        predicate=title,
        scope_key=" / ".join(sorted(_holder(c[0]) for c in pair)),
        sides=sides,
    )


def _is_sure(pile: Pile, pair: tuple[list[Claim], list[Claim]]) -> bool:
    """Full names on both sides."""
    return all(any(" " in c.subject for c in claims) for claims in pair)


def _differing_titles(pile: Pile, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Two formal titles of one leader in one body, which no text uses side by side.

    Words for whoever leads, titles of which one text gives both, and those of other times say nothing.
    """
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        role = pile.knowledge.roles.get(claim.predicate)
        is_formal = role is not None and role.is_leader and claim.predicate not in _INFORMAL
        if is_formal and claim.value_entity and _is_present(pile, claim):
            held[_holder(claim), claim.value_entity].append(claim)
    for (person, body), group in sorted(held.items()):
        for a, b in combinations(sorted({c.predicate for c in group}), 2):
            one, two = ([c for c in group if c.predicate == title] for title in (a, b))
            is_side_by_side = bool({c.source_id for c in one} & {c.source_id for c in two})
            pair = None if is_side_by_side or are_two_ranks(a, b) else _meeting(one, two, pile)
            if pair and not _tells_change(pile, pair):
                yield _titles(pile, person, body, (a, b), pair)


def _titles(
    pile: Pile, person: str, body: str, titles: tuple[str, str], pair: tuple[list[Claim], list[Claim]]
) -> Conflict:
    sides = _sides(pile, titles, pair)
    name = _name(pile, pair[0][0])
    body_name = pile.entities[body].name if body in pile.entities else pair[0][0].value
    return Conflict(
        kind=ConflictKind.ROLE,
        conflict_class=class_of(sides),
        consequence=Level.LOW,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"Different titles of {name} in {body_name}: {titles[0]}, {titles[1]}",
        why=(
            "Each text gives another formal title, and none gives both. One person can hold both, or one "
            f"text uses a word loosely. {say_support(pile, sides)}"
        ),
        subject=person,
        predicate=f"titles: {titles[0]}, {titles[1]}",
        scope_key=body,
        sides=sides,
    )


def _sides(pile: Pile, values: Sequence[str], pair: tuple[list[Claim], list[Claim]]) -> tuple[Side, ...]:
    return tuple(
        make_side(pile, value, [c.span for c in claims if c.span])
        for value, claims in zip(values, pair, strict=True)
    )


def _two_ranks(pile: Pile, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """One person as the head of a body and as that head's deputy, at one time."""
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        body = _body(pile, claim) or fold_text(claim.value)
        if body and _is_present(pile, claim, _OTHER_TIME - _DEPUTIES):
            held[_holder(claim), body].append(claim)
    for (person, body), group in sorted(held.items()):
        for a, b in combinations(sorted({c.predicate for c in group}), 2):
            if not are_two_ranks(a, b):
                continue
            senior, junior = (b, a) if is_below(a, b) else (a, b)
            above, below = ([c for c in group if c.predicate == title] for title in (senior, junior))
            pair = _meeting(above, below, pile)
            if pair and not _tells_change(pile, pair, _OTHER_TIME - _DEPUTIES):
                yield _ranked(pile, person, body, (senior, junior), pair)


def _ranked(
    pile: Pile, person: str, body: str, titles: tuple[str, str], pair: tuple[list[Claim], list[Claim]]
) -> Conflict:
    sides = _sides(pile, titles, pair)
    body_name = " ".join(pair[0][0].value.split())
    event = find_event(pile, pair[0][0].source_id, pair[1][0].source_id) or ""
    return Conflict(
        kind=ConflictKind.ROLE,
        conflict_class=class_of(sides),
        consequence=Level.MEDIUM,
        certainty=Level.HIGH if _is_sure(pile, pair) else Level.MEDIUM,
        scope=scope_of(sides),
        title=f"{_name(pile, pair[0][0])}: {titles[0]} or {titles[1]} of {body_name}?",
        why=(
            f"A {titles[1]} serves under the {titles[0]}: nobody is both in one body at one time. {event} No "
            f"text shown speaks of a change of office. {say_support(pile, sides)}"
        ),
        subject=person,
        predicate=f"rank: {titles[0]}, {titles[1]}",
        scope_key=body,
        sides=sides,
    )


def _excluding_offices(pile: Pile, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """One sole office of state, for one person, in two countries."""
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if _is_sole(pile, claim) and _country(pile, claim) and _is_present(pile, claim):
            held[_holder(claim), claim.predicate].append(claim)
    for (person, title), group in sorted(held.items()):
        for a, b in combinations(sorted({_country(pile, c) for c in group}), 2):
            of_a, of_b = ([c for c in group if _country(pile, c) == country] for country in (a, b))
            pair = _meeting(of_a, of_b, pile)
            if pair and not _tells_change(pile, pair):
                yield _two_countries(pile, person, title, pair)


def _two_countries(pile: Pile, person: str, title: str, pair: tuple[list[Claim], list[Claim]]) -> Conflict:
    sides = tuple(
        make_side(pile, f"{title}, {claims[0].value}", [c.span for c in claims if c.span]) for claims in pair
    )
    name = _name(pile, pair[0][0])
    return Conflict(
        kind=ConflictKind.ROLE,
        conflict_class=class_of(sides),
        consequence=Level.MEDIUM,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"{name}: {sides[0].value} or {sides[1].value}?",
        why=(
            f"Nobody is {title} of two countries at one time. No text shown speaks of a change of office. "
            f"{say_support(pile, sides)}"
        ),
        subject=person,
        predicate=title,
        scope_key="country",
        sides=sides,
    )


def _body(pile: Pile, claim: Claim) -> str:
    """The body of an office: a country, an entity, or the name as printed; "" if none is said."""
    return _country(pile, claim) or claim.value_entity or ""


def _country(pile: Pile, claim: Claim) -> str:
    entity = pile.entities.get(claim.value_entity or "")
    names = [fold_text(claim.value), claim.value.casefold()]
    if entity is not None and entity.kind is EntityKind.PLACE:
        names.append(entity.name.casefold())
    for name in names:
        found = pile.knowledge.countries.get(name) or pile.knowledge.demonyms.get(name)
        if found:
            return found
    return ""


def _is_sole(pile: Pile, claim: Claim) -> bool:
    role = pile.knowledge.roles.get(claim.predicate)
    return role is not None and role.is_sole


def _is_present(pile: Pile, claim: Claim, words_of_change: frozenset[str] = _OTHER_TIME) -> bool:
    """Nothing in the claim, its scope or the words just before it speaks of another time or a share."""
    if claim.span is None:
        return False
    start, _ = pile.sentence_at(claim.source_id, claim.span.start)
    before = pile.text(claim.source_id)[max(start, claim.span.start - 25) : claim.span.start]
    words = set(fold_text(f"{before} {claim.quote} {claim.scope}").split())
    return not words & words_of_change


def _tells_change(
    pile: Pile, pair: tuple[list[Claim], list[Claim]], words_of_change: frozenset[str] = _OTHER_TIME
) -> bool:
    """Does a sentence that names either holder with the title tell of a change of office?"""
    for claims in pair:
        for claim in claims:
            if claim.span and set(fold_text(pile.sentence_text(claim.span)).split()) & words_of_change:
                return True
    return False


def _can_be_one_time(pile: Pile, a: Claim, b: Claim) -> bool:
    """Do the times meet? A claim without one speaks of about the day on which its text was published."""
    days = [printed_day(pile, c.source_id) for c in (a, b)]
    if days[0] and days[1] and abs((days[0] - days[1]).days) > pile.settings.event_window_days:
        return False
    if not (a.valid_from and b.valid_from):
        return True
    ends = [c.valid_to or "9999" for c in (a, b)]
    return a.valid_from <= ends[1] and b.valid_from <= ends[0]


def _holder(claim: Claim) -> str:
    return claim.subject_entity or ""


def _name(pile: Pile, claim: Claim) -> str:
    entity = pile.entities.get(claim.subject_entity or "")
    return entity.name if entity else " ".join(claim.subject.split())


def _office(title: str, claim: Claim) -> str:
    return f"{title} of {' '.join(claim.value.split())}" if claim.value else title


def _place(claim: Claim) -> tuple[str, int, str]:
    return claim.source_id, claim.span.start if claim.span else 0, claim.key
