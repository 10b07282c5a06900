"""Who owns, holds or runs a thing: two at one time where there can be but one, or lost and still held."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.ties import (
    Tie,
    are_one_name,
    by_place,
    find_affair,
    interval_of,
    is_actual,
    is_told_both_ways,
    name_of,
    tie_conflict,
)
from provenance.model.claims import Claim, ClaimKind, Polarity
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.text.folding import fold_text

_LARGEST = 40
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)")
_WHOLE = 100.0
_GENERIC = frozenset("the a an of at in town city village airport port station company firm group".split())

_HOURS = frozenset("night dawn daybreak morning noon midday afternoon evening dusk sunset midnight".split())


def find_control_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Rival owners, holders and operators of one thing whose times meet."""
    by_thing: dict[str, list[Claim]] = defaultdict(list)
    for claim in pile.claims_of(ClaimKind.CONTROL):
        if claim.span is None or not is_actual(claim):
            continue
        for key in _keys(claim):
            by_thing[key].append(claim)
    done: set[tuple[str, ...]] = set()
    for _key, group in sorted(by_thing.items()):
        held = group[:_LARGEST]
        for at, a in enumerate(held):
            for b in held[at + 1 :]:
                if a.source_id == b.source_id or not _is_rival(pile, a, b):
                    continue
                rivals = (a.predicate, *sorted((_holder(a), _holder(b))))
                if rivals not in done:
                    done.add(rivals)
                    yield _finding(pile, a, b)


def _keys(claim: Claim) -> list[str]:
    words = [w for w in fold_text(claim.value).split() if w not in _GENERIC and len(w) > 2]
    return list(dict.fromkeys(([claim.value_entity] if claim.value_entity else []) + words))


def _holder(claim: Claim) -> str:
    return claim.subject_entity or fold_text(claim.subject)


def _is_rival(pile: Pile, a: Claim, b: Claim) -> bool:
    if a.predicate != b.predicate or is_told_both_ways(pile, a, b) or not _is_one_thing(a, b):
        return False
    event = find_affair(pile, a, b) or find_event(pile, a.source_id, b.source_id, is_named=True)
    if event is None or not _parts_meet(a, b) or _are_other_hours(pile, a, b):
        return False
    is_one_holder = are_one_name(a.subject, b.subject, a.subject_entity, b.subject_entity)
    denied = [c for c in (a, b) if c.polarity is Polarity.DENIED]
    if len(denied) == 1 and is_one_holder:
        return _times_meet(pile, a, b)
    if denied == [] and is_one_holder:
        return bool(_share(a.scope) or _share(b.scope)) and a.scope != b.scope and _times_meet(pile, a, b)
    if denied == [] and not is_one_holder:
        return _times_meet(pile, a, b) and not _is_kin_of_holders(pile, a, b)
    return False


def _is_one_thing(a: Claim, b: Claim) -> bool:
    if a.value_entity and b.value_entity:
        if a.value_entity != b.value_entity:
            return False
        return True
    one, two = (set(fold_text(c.value).split()) - _GENERIC for c in (a, b))
    return bool(one and two) and (one <= two or two <= one)


def _parts_meet(a: Claim, b: Claim) -> bool:
    """Shares that fit into one whole, and parts of a place that differ, leave room for both."""
    shares = [_share(c.scope) for c in (a, b)]
    if shares[0] is not None or shares[1] is not None:
        is_all = "all" in (a.scope, b.scope)
        is_one = are_one_name(a.subject, b.subject, a.subject_entity, b.subject_entity)
        if is_one:
            return is_all or (None not in shares and shares[0] != shares[1])
        return sum((_WHOLE if s is None else s) for s in shares) > _WHOLE + 1 and (
            is_all or None not in shares
        )
    if a.scope and b.scope and a.scope != b.scope:
        return "whole" in (a.scope, b.scope)
    return not (
        bool(a.scope) != bool(b.scope)
        and "whole" not in (a.scope, b.scope)
        and "all" not in (a.scope, b.scope)
    )


def _share(scope: str) -> float | None:
    found = _PERCENT.search(scope)
    if found:
        return float(found[1].replace(",", "."))
    named = {
        "third": 33.0,
        "quarter": 25.0,
        "half": 50.0,
        "fifth": 20.0,
        "stake": 1.0,
        "share": 1.0,
        "minority": 25.0,
        "majority": 51.0,
        "part": 1.0,
    }
    return next((value for word, value in named.items() if word in scope.split()), None)


def _is_kin_of_holders(pile: Pile, a: Claim, b: Claim) -> bool:
    """Does one text itself name both holders side by side? A firm belongs to a family through its holding."""
    for one, other in ((a, b), (b, a)):
        words = [w for w in fold_text(other.subject).split() if len(w) > 3]
        sentence = fold_text(pile.sentence_text(one.span)) if one.span else ""
        if (
            one.subject != other.subject
            and words
            and words[-1] in sentence.split()
            and "through" in sentence.split()
        ):
            return True
    return False


def _times_meet(pile: Pile, a: Claim, b: Claim) -> bool:
    """Changes count from their day; what was is not what is."""
    if "past" in (a.valid_basis, b.valid_basis) and not (a.valid_from and b.valid_from):
        return a.valid_basis == b.valid_basis
    one, two = interval_of(pile, a), interval_of(pile, b)
    if one is None or two is None:
        return a.valid_basis != "changed" and b.valid_basis != "changed"
    changes = [(c, span) for c, span in ((a, one), (b, two)) if c.valid_basis == "changed"]
    if len(changes) == 2:  # two took it: in turn, unless on one day
        return bool(a.valid_from and b.valid_from and a.valid_from == b.valid_from)
    if len(changes) == 1:
        change, span = changes[0]
        other = two if change is a else one
        return other[1] >= span[0] and (
            other[0] >= span[0]
            or other[0] == "0001-01-01"
            or (b if change is a else a).valid_from is not None
        )
    return (one[0] <= two[1] and two[0] <= one[1]) or not (a.valid_from or b.valid_from)


def _are_other_hours(pile: Pile, a: Claim, b: Claim) -> bool:
    """Do the two sentences speak of other parts of a day, night here and dawn there?"""
    parts = [
        {word for word in fold_text(pile.sentence_text(c.span)).split() if word in _HOURS}
        if c.span
        else set()
        for c in (a, b)
    ]
    return bool(parts[0] and parts[1]) and not parts[0] & parts[1]


def _finding(pile: Pile, a: Claim, b: Claim) -> Conflict:
    held: Sequence[Sequence[Claim]] = (by_place([a]), by_place([b]))
    names = [_told(pile, c) for c in (a, b)]
    thing = " ".join(max((a.value, b.value), key=len).split())
    verb = {"own": "owns", "run": "runs", "hold": "holds", "lease": "leases"}[a.predicate]
    tie = Tie(
        ConflictKind.CONTROL,
        f"Who {verb} {thing}: {names[0]} or {names[1]}?",
        f"Only one can be said to {a.predicate} {thing} at a time, and the times of which the texts "
        f"speak meet.",
        a.value_entity or fold_text(a.value),
        a.predicate,
        "",
        Level.MEDIUM,
        Level.MEDIUM,
    )
    return tie_conflict(pile, tie, names, held)


def _told(pile: Pile, claim: Claim) -> str:
    name = name_of(pile, claim)
    said = f"{name} ({claim.scope})" if claim.scope else name
    return f"not {said}" if claim.polarity is Polarity.DENIED else said
