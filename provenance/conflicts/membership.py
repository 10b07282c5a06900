"""Members and wholes: a member here, none there; left, and still in it; outside a list that names all."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.ties import (
    Tie,
    are_one_name,
    by_place,
    day_of,
    find_affair,
    interval_of,
    is_actual,
    is_told_both_ways,
    name_of,
    tie_conflict,
    times_meet,
)
from provenance.conflicts.words import content_stems
from provenance.model.claims import Claim, ClaimKind, Polarity
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.text.folding import fold_text

_ALL = "(all)"
_GENITIVE = re.compile(r"['\u2019]s?\b")
_ONE_SORT = (
    frozenset("squad team side selection lineup".split()),
    frozenset("panel inquiry commission committee jury tribunal".split()),
    frozenset("coalition government cabinet alliance bloc".split()),
    frozenset("union group grouping league federation association bloc".split()),
    frozenset("board directors".split()),
)
"""Nouns by which one body of members is called."""
_MOST = 12
_LARGEST = 60
_SHORT_WORD, _MOST_WORDS = 3, 5
_SHARED = 2
"""Members that two lists must share to be lists of one whole."""


def find_membership_conflicts(pile: Pile) -> Iterator[Conflict]:
    """One that belongs to a whole in one place and not in another, where the times meet."""
    claims = [c for c in pile.claims_of(ClaimKind.MEMBERSHIP) if c.span and is_actual(c)]
    by_member: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        folded = fold_text(claim.subject)
        words = [word for word in folded.split() if len(word) > _SHORT_WORD][:_MOST_WORDS]
        for key in dict.fromkeys([claim.subject_entity or "", folded, folded.split(" ")[-1], *words]):
            if key:
                by_member[key].append(claim)
    done: set[tuple[str, ...]] = set()
    for _key, group in sorted(by_member.items()):
        denied = [c for c in group if c.polarity is Polarity.DENIED][:_LARGEST]
        affirmed = [c for c in group if c.polarity is Polarity.AFFIRMED][:_LARGEST]
        for no in denied:
            yes = [c for c in affirmed if _cannot_both_hold(pile, c, no)]
            question = (name_of(pile, no), _whole(no))
            if yes and question not in done:
                done.add(question)
                same = [c for c in denied if any(_cannot_both_hold(pile, y, c) for y in yes)]
                yield _finding(pile, yes, same)
    yield from _outside_closed_lists(pile, claims)
    yield from _two_lists(pile, claims)


def _whole(claim: Claim) -> str:
    return f"{claim.value_entity or fold_text(claim.value)} {fold_text(claim.scope)}".strip()


def _cannot_both_hold(pile: Pile, yes: Claim, no: Claim) -> bool:
    if not _is_one_member(yes, no):
        return False
    if not (are_one_whole(yes, no) or _is_alias(pile, yes, no)) or is_told_both_ways(pile, yes, no):
        return False
    if not _is_one_affair(pile, yes, no):
        return False
    return _times_meet(pile, yes, no)


def _is_one_affair(pile: Pile, a: Claim, b: Claim) -> bool:
    """One whole by name, texts of one event, or one member and texts that are nearly so."""
    if find_affair(pile, a, b) is not None or (bool(a.value_entity) and a.value_entity == b.value_entity):
        return True
    is_one_member = bool(a.subject_entity) and a.subject_entity == b.subject_entity
    return is_one_member and find_event(pile, a.source_id, b.source_id, is_named=True) is not None


def _is_alias(pile: Pile, a: Claim, b: Claim) -> bool:
    """Does a text say that the names of the two wholes are one's?"""
    if a.scope or b.scope:
        return False
    names = [
        {fold_text(c.value), fold_text(name) if (name := _entity_name(pile, c)) else ""} - {""}
        for c in (a, b)
    ]
    if any(_is_short_form(x, y) for x in names[0] for y in names[1]):
        return True
    for alias in pile.claims_of(ClaimKind.ALIAS):
        pair = [fold_text(alias.subject), fold_text(alias.value)]
        if (pair[0] in names[0] and pair[1] in names[1]) or (pair[1] in names[0] and pair[0] in names[1]):
            return True
    return False


def _is_short_form(a: str, b: str) -> bool:
    """Is one the first word of the other, "the Coordination" of the Coordination of A and B?"""
    short, long = sorted((a.split(), b.split()), key=len)
    return (
        len(short) == 1 and len(long) > 1 + len(short) and short[0] == long[0] and len(short[0]) > _SHORT_WORD
    )


def _entity_name(pile: Pile, claim: Claim) -> str:
    entity = pile.entities.get(claim.value_entity or "")
    return entity.name if entity else ""


def _times_meet(pile: Pile, yes: Claim, no: Claim) -> bool:
    """A past membership is denied by "never" alone; a change counts from its day on."""
    is_never = "never" in no.wording.split()
    one, two = interval_of(pile, yes), interval_of(pile, no)
    if one is None or two is None:
        return is_never or yes.valid_basis != "past"
    if is_never and (yes.valid_basis == "past" or one[0] <= two[1]):
        return True
    if "past" in (yes.valid_basis, no.valid_basis) and not is_never:
        is_dated = bool(no.valid_from and yes.valid_from)
        return is_dated and times_meet(pile, yes, no)
    if no.valid_basis == "changed":  # left on a day: in it before, out of it after
        since = no.valid_from or two[0]
        written = day_of(pile, yes.source_id)
        is_still = yes.valid_from and yes.valid_basis == "present" and written and written.isoformat() > since
        is_open = yes.valid_basis != "changed" and not yes.valid_to and one[1] > since
        return is_open and bool(one[0] > since or is_still)
    if yes.valid_basis == "changed" and not is_never:  # joined on a day: denied at a later one
        return (yes.valid_from or one[0]) < two[1]
    return times_meet(pile, yes, no)


def are_one_whole(a: Claim, b: Claim) -> bool:
    """Can the two wholes be one: one body, and the same part of it, for the same occasion?"""
    if _is_any(a, b) or _is_any(b, a):
        return True
    if a.occasion and b.occasion:
        one, two = content_stems(a.occasion), content_stems(b.occasion)
        if one and two and not set(one) & set(two):
            return False
    is_one_name = bool(a.value_entity) and a.value_entity == b.value_entity
    if not a.scope and not b.scope:
        return is_one_name or fold_text(a.value) == fold_text(b.value)
    if a.scope and b.scope:
        if not _is_one_part(a.scope, b.scope):
            return False
        is_bare = fold_text(a.value) in (fold_text(a.scope), "") or fold_text(b.value) in (
            fold_text(b.scope),
            "",
        )
        return is_one_name or is_bare or _is_ad_hoc(a.scope) or fold_text(a.value) == fold_text(b.value)
    whole, part = (a, b) if not a.scope else (b, a)
    last = fold_text(part.scope).split()[-1]
    words = fold_text(whole.value).split()
    return last in words and (is_one_name or fold_text(part.value) in (fold_text(part.scope), ""))


def _is_any(a: Claim, b: Claim) -> bool:
    """Is `a` the denial of belonging to any such body at all: never joined a party?"""
    is_bare = a.value_entity is None and fold_text(a.value) == fold_text(a.scope)
    is_any = a.polarity is Polarity.DENIED and is_bare and a.wording.split()[-1:] == ["any"]
    return is_any and fold_text(a.scope).split()[-1] in fold_text(f"{b.value} {b.scope}").split()


def _is_one_part(a: str, b: str) -> bool:
    """Equal nouns, or two for one sort of body, and no adjective that the other's contradicts."""
    one, two = fold_text(a).split(), fold_text(b).split()
    heads = {one[-1], two[-1]}
    if len(heads) > 1 and not any(heads <= sort for sort in _ONE_SORT):
        return set(one) <= set(two) or set(two) <= set(one)
    rest = [set(words[:-1]) for words in (one, two)]
    return not rest[0] or not rest[1] or bool(rest[0] & rest[1])


def _is_ad_hoc(scope: str) -> bool:
    """A body made for one affair: within one affair there is but one."""
    return fold_text(scope).split()[-1] in _ONE_SORT[0] | _ONE_SORT[1] | _ONE_SORT[2]


def _finding(pile: Pile, yes: Sequence[Claim], no: Sequence[Claim]) -> Conflict:
    held = [by_place(yes[:_MOST]), by_place(no[:_MOST])]
    name = name_of(pile, held[0][0])
    whole = " ".join(held[0][0].value.split())
    part = held[0][0].scope or held[1][0].scope
    told = f"{whole} ({part})" if part and part not in fold_text(whole) else whole
    is_sure = all(not c.is_inferred for side in held for c in side)
    tie = Tie(
        ConflictKind.MEMBERSHIP,
        f"{name}: in {told}, or not?",
        f"One side says that {name} belongs to {told}, the other that it does not, and the times of "
        f"which they "
        "speak meet.",
        held[0][0].subject_entity or fold_text(held[0][0].subject),
        "member of",
        _whole(held[0][0]),
        Level.MEDIUM,
        Level.HIGH if is_sure else Level.MEDIUM,
    )
    return tie_conflict(pile, tie, ("belongs to it", "does not belong to it"), held)


def _outside_closed_lists(pile: Pile, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """A list that names all members, and another text that names one more."""
    by_whole: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.polarity is Polarity.AFFIRMED and claim.value_entity:
            by_whole[_whole(claim)].append(claim)
    for whole, group in sorted(by_whole.items()):
        closed = [c for c in group if c.wording.endswith(_ALL)]
        for a, b in combinations(sorted({c.source_id for c in closed} | {c.source_id for c in group}), 2):
            yield from _one_more(pile, whole, group, a, b)


def _two_lists(pile: Pile, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Two lists that name all members of what can be one whole: of one all, and in the other one more."""
    lists: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.wording.endswith(_ALL) and claim.polarity is Polarity.AFFIRMED:
            lists[claim.source_id, claim.quote].append(claim)
    for one, two in combinations([lists[key] for key in sorted(lists)][:_LARGEST], 2):
        for few, many in ((one, two), (two, one)):
            rest = [c for c in many if not any(_is_one_member(c, other) for other in few)]
            shared = len(many) - len(rest)
            if not rest or shared < _SHARED or shared < len(few) or few[0].source_id == many[0].source_id:
                continue
            is_bare = fold_text(few[0].value) == fold_text(few[0].scope)
            is_known = bool(few[0].value_entity) and few[0].value_entity == many[0].value_entity
            if (
                is_bare
                and not is_known
                and times_meet(pile, few[0], many[0])
                and _is_one_affair(pile, few[0], many[0])
            ):
                yield _not_listed(pile, few, rest[0], _whole(many[0]))


def _is_one_member(a: Claim, b: Claim) -> bool:
    """One name; A's drivers, where the other text says those of A, are A's."""
    names = [_GENITIVE.sub("", c.subject) for c in (a, b)]
    return are_one_name(names[0], names[1], a.subject_entity, b.subject_entity)


def _one_more(pile: Pile, whole: str, group: Sequence[Claim], a: str, b: str) -> Iterator[Conflict]:
    for one, two in ((a, b), (b, a)):
        listed = [c for c in group if c.source_id == one and c.wording.endswith(_ALL)]
        others = [c for c in group if c.source_id == two]
        for other in others:
            is_listed = any(_is_one_member(c, other) for c in listed)
            if (
                not listed
                or is_listed
                or not times_meet(pile, listed[0], other)
                or find_affair(pile, listed[0], other) is None
            ):
                continue
            yield _not_listed(pile, listed, other, whole)
            return


def _not_listed(pile: Pile, listed: Sequence[Claim], other: Claim, whole: str) -> Conflict:
    name = name_of(pile, other)
    tie = Tie(
        ConflictKind.MEMBERSHIP,
        f"{name}: in {' '.join(other.value.split())}, or not?",
        f"One side lists the members and does not name {name}; the other says that {name} is one.",
        other.subject_entity or fold_text(other.subject),
        "member of",
        whole,
        Level.MEDIUM,
        Level.MEDIUM,
    )
    return tie_conflict(pile, tie, ("not in the list", "a member"), (listed, [other]))
