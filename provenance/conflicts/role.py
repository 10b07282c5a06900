"""Offices: two holders of one, titles that differ, and roles that one person cannot both hold."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import class_of, listed, make_side, quoted, say_support, scope_of
from provenance.model.claims import Claim, ClaimKind
from provenance.model.conflicts import Conflict, ConflictKind, Level
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


def find_role_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Rival holders of one office, differing titles of one person, offices that exclude each other."""
    claims = [c for c in pile.claims_of(ClaimKind.ROLE) if c.span and c.subject_entity]
    yield from _rival_holders(pile, claims)
    yield from _differing_titles(pile, claims)
    yield from _excluding_offices(pile, claims)


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
    left, right = set(), set()
    for x in one:
        for y in two:
            if _can_be_one_time(x, y) and find_event(pile, x.source_id, y.source_id):
                left.add(x)
                right.add(y)
    return (sorted(left, key=_place), sorted(right, key=_place)) if left else None


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
            f"One person at a time is {office}. {pile.label(pair[0][0].source_id)} says "
            f"{quoted(pair[0][0].quote)}, {pile.label(pair[1][0].source_id)} "
            f"says {quoted(pair[1][0].quote)}. "
            f"{event} Neither text speaks of a change of office. {say_support(pile, sides)}"
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
    """Titles of one leader in one body: they can all hold."""
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        role = pile.knowledge.roles.get(claim.predicate)
        if role and role.is_leader and claim.value_entity and _is_present(pile, claim):
            held[_holder(claim), claim.value_entity].append(claim)
    for (person, body), group in sorted(held.items()):
        titles = {c.predicate for c in group}
        if len(titles) > 1 and titles - _INFORMAL:
            yield _titles(pile, person, body, group)


def _titles(pile: Pile, person: str, body: str, group: Sequence[Claim]) -> Conflict:
    by_title: dict[str, list[Claim]] = defaultdict(list)
    for claim in group:
        by_title[claim.predicate].append(claim)
    ordered = sorted(by_title, key=lambda t: (-len(by_title[t]), t))
    sides = tuple(make_side(pile, t, [c.span for c in by_title[t] if c.span]) for t in ordered)
    name = _name(pile, group[0])
    body_name = pile.entities[body].name if body in pile.entities else group[0].value
    return Conflict(
        kind=ConflictKind.ROLE,
        conflict_class=class_of(sides),
        consequence=Level.LOW,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"Titles of {name} in {body_name}: {', '.join(ordered)}",
        why=(
            f"{name} is called {listed(ordered)} of {body_name}. All can hold: such titles may name one "
            f"office, or change with time. {say_support(pile, sides)}"
        ),
        subject=person,
        predicate="titles",
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
            f"{name} is called {quoted(pair[0][0].quote)} and {quoted(pair[1][0].quote)}; nobody holds this "
            f"office in two countries at one time. {say_support(pile, sides)}"
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


def _is_present(pile: Pile, claim: Claim) -> bool:
    """Nothing in the claim, its scope or the words just before it speaks of another time or a share."""
    if claim.span is None:
        return False
    before = pile.text(claim.source_id)[max(0, claim.span.start - 25) : claim.span.start]
    words = set(fold_text(f"{before} {claim.quote} {claim.scope}").split())
    return not words & _OTHER_TIME


def _tells_change(pile: Pile, pair: tuple[list[Claim], list[Claim]]) -> bool:
    """Does a sentence that names either holder with the title tell of a change of office?"""
    for claims in pair:
        for claim in claims:
            if claim.span and set(fold_text(pile.sentence_text(claim.span)).split()) & _OTHER_TIME:
                return True
    return False


def _can_be_one_time(a: Claim, b: Claim) -> bool:
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
