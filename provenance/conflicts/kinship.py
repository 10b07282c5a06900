"""Kin told in two ways: a brother here, a cousin there; through the mother or the father; related or not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.ties import (
    Tie,
    are_one_name,
    by_place,
    find_affair,
    name_of,
    shares_context,
    tie_conflict,
)
from provenance.model.claims import Claim, ClaimKind, Polarity
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.knowledge import Knowledge
from provenance.text.folding import fold_text

_LARGEST = 40


def find_kinship_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Two people whose tie is told in two ways that do not go together."""
    by_name: dict[str, list[Claim]] = defaultdict(list)
    for claim in pile.claims_of(ClaimKind.KINSHIP):
        if claim.span is None:
            continue
        words = {fold_text(name).split(" ")[0] for name in (claim.subject, claim.value)}
        ends = {fold_text(name).split(" ")[-1] for name in (claim.subject, claim.value)}
        for key in sorted(words | ends):
            by_name[key].append(claim)
    done: set[tuple[str, ...]] = set()
    for _key, group in sorted(by_name.items()):
        held = group[:_LARGEST]
        for at, a in enumerate(held):
            for b in held[at + 1 :]:
                if a.source_id != b.source_id and (found := _differ(pile, a, b)):
                    told = (min(found[0], found[1]), max(found[0], found[1]), *sorted((a.subject, b.subject)))
                    if told not in done:
                        done.add(told)
                        yield _finding(pile, a, b, found)


def _differ(pile: Pile, a: Claim, b: Claim) -> tuple[str, str] | None:
    """The two ties as words, both of the same one to the same other, if they cannot both hold."""
    if a.value == "siblings" or b.value == "siblings":
        return _about_siblings(pile, a, b)
    if (turned := _same_pair(a, b)) is None or not _is_one_affair(pile, a, b):
        return None
    known = pile.knowledge
    one, two = a.predicate, inverse(known, b.predicate) if turned else b.predicate
    if "kin" in (one, two):
        return (_said(a), _said(b)) if (a.polarity is not b.polarity) else None
    if one == two:
        is_side = bool(a.scope and b.scope and a.scope != b.scope)
        return (f"{a.scope}'s side", f"{b.scope}'s side") if is_side else None
    if f"compatible {one}/{two}" in known.predicates or f"compatible {two}/{one}" in known.predicates:
        return None
    return (one, two)


def _said(claim: Claim) -> str:
    return "not related" if claim.polarity is Polarity.DENIED else claim.predicate


def _about_siblings(pile: Pile, a: Claim, b: Claim) -> tuple[str, str] | None:
    """An only child, and somebody's brother or sister."""
    only, other = (a, b) if a.value == "siblings" and a.polarity is Polarity.DENIED else (b, a)
    is_sibling = other.predicate == "sibling" and other.polarity is Polarity.AFFIRMED
    if only.value != "siblings" or only.polarity is Polarity.AFFIRMED or not is_sibling:
        return None
    names = [other.subject] if other.value == "siblings" else [other.subject, other.value]
    is_same = any(fold_text(only.subject) == fold_text(name) for name in names)
    is_same = is_same or (
        only.subject_entity is not None and only.subject_entity in (other.subject_entity, other.value_entity)
    )
    said = ("only child", "has siblings")
    return (said if only is a else said[::-1]) if is_same and _is_one_affair(pile, a, b) else None


def _same_pair(a: Claim, b: Claim) -> bool | None:
    """Do two claims speak of the same two people? True if the one of `a` is the other of `b`, None if not."""
    if _is_one(a.subject, a.subject_entity, b.subject, b.subject_entity) and _is_one(
        a.value, a.value_entity, b.value, b.value_entity
    ):
        return False
    if _is_one(a.subject, a.subject_entity, b.value, b.value_entity) and _is_one(
        a.value, a.value_entity, b.subject, b.subject_entity
    ):
        return True
    return None


def _is_one(a: str, entity_a: str | None, b: str, entity_b: str | None) -> bool:
    return are_one_name(a, b, entity_a, entity_b)


def _is_one_affair(pile: Pile, a: Claim, b: Claim) -> bool:
    is_full = all(" " in name for name in (a.subject, b.subject))
    if (
        a.subject_entity
        and a.value_entity
        and {a.subject_entity, a.value_entity} == {b.subject_entity, b.value_entity}
    ):
        return True
    return (
        find_affair(pile, a, b) is not None
        or (is_full and bool(find_event(pile, a.source_id, b.source_id, True)))
        or (shares_context(a, b, 3))
    )


def inverse(knowledge: Knowledge, kin: str) -> str:
    """What the other one is: of a child the parent; of a brother a sibling too."""
    known = knowledge.predicates
    if f"inverse {kin}" in known:
        return known[f"inverse {kin}"]
    return next((key[8:] for key in sorted(known) if key.startswith("inverse ") and known[key] == kin), kin)


def _finding(pile: Pile, a: Claim, b: Claim, said: tuple[str, str]) -> Conflict:
    names = sorted({name_of(pile, a), " ".join(a.value.split())})
    held: Sequence[Sequence[Claim]] = (by_place([a]), by_place([b]))
    told = tuple(f"{claim.wording or word}" for claim, word in zip((a, b), said, strict=True))
    values = told if told[0] != told[1] else said
    about = " and ".join(name for name in names if name != "siblings")
    tie = Tie(
        ConflictKind.KINSHIP,
        f"{about}: {said[0]} or {said[1]}?",
        f"The kinship of {about} is told in two ways that do not go together.",
        " / ".join(sorted(fold_text(name) for name in names)),
        "kin",
        "",
        Level.MEDIUM,
        Level.MEDIUM,
    )
    return tie_conflict(pile, tie, values, held)
