"""Places given to one happening that cannot both be right."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from provenance.conflicts.blocking import find_pairs
from provenance.conflicts.changes import are_changed_in_copy
from provenance.conflicts.events import find_event
from provenance.conflicts.happenings import (
    GENERIC,
    REPEATED,
    Happening,
    SentenceFacts,
    read_happening,
    tell_one,
)
from provenance.conflicts.one_happening import Told, are_one
from provenance.conflicts.pile import Pile
from provenance.conflicts.places import Place, cannot_be_one, read_place
from provenance.conflicts.sides import class_of, make_side, quoted, say_support, scope_of
from provenance.model.claims import Claim, ClaimKind
from provenance.model.conflicts import Conflict, ConflictKind, Level

_MOST_HOLDERS = 60
_MOST_NAMES = 12
_MOST_EVENTS = 6
_SPREAD = frozenset(
    "protest quake storm flood outbreak rain elect strike_work truce infect spread threaten".split()
)
"""What happens in many places at once."""
_BROUGHT = frozenset("flown airlifted rushed taken brought transferred evacuated admitted".split())
"""Participles of what is done with the hurt and the sick."""
_FROM = frozenset({"kidnap", "rescue", "arrest"})
"""Acts for which "from" tells where they were done."""


@frozen(eq=False)
class _Placed:
    """A happening and its place; `around`: names of all places that the sentences next to it name."""

    told: Happening
    place: Place
    around: frozenset[str]


def find_location_conflicts(pile: Pile) -> Iterator[Conflict]:
    """One happening in two places: same act, persons or bodies and day, and places that exclude each other.

    A town in its country, a street in its town and a finer place in a wider one agree, as does what the
    other text names beside its own. Plans, what was moved, another round or another day are silent.
    """
    facts: dict[tuple[str, int], SentenceFacts] = {}
    placed = [p for c in pile.claims_of(ClaimKind.LOCATION) if (p := _placed(pile, c, facts))]
    by_source: dict[str, list[_Placed]] = defaultdict(list)
    for one in placed:
        by_source[one.place.claim.source_id].append(one)
    told = Told((p.told, p.place.names) for p in placed)
    found: dict[tuple[str, str], list[tuple[_Placed, _Placed, str]]] = defaultdict(list)
    for i, j in find_pairs([_keys(p.told) for p in placed], _MOST_HOLDERS):
        a, b = placed[i], placed[j]
        if not _is_one(pile, told, a, b):
            continue
        why = cannot_be_one(pile, a.place, b.place)
        if why is None or _is_agreed(pile, by_source, a, b) or _is_of_copy(pile, a, b):
            continue
        found[_subject(a.told, b.told), min(a.told.governing | b.told.governing)].append((a, b, why))
    for (subject, event), pairs in sorted(found.items()):
        yield _finding(pile, subject, event, pairs)


def _placed(pile: Pile, claim: Claim, facts: dict[tuple[str, int], SentenceFacts]) -> _Placed | None:
    told = read_happening(pile, claim, facts)
    place = read_place(pile, claim)
    if told is None or place is None or told.is_denied or told.is_moved:
        return None
    if claim.predicate == "from" and not told.governing & _FROM and not place.is_loose:
        return None
    if told.governing & _SPREAD and not told.governing - _SPREAD:
        return None
    return _Placed(told, place, _around(pile, claim.source_id, told.sentence[1]))


def _around(pile: Pile, source_id: str, start: int) -> frozenset[str]:
    at = pile.sentence_index(source_id, start)
    own = pile.sentences(source_id)[at]
    near = pile.sentences(source_id)[max(0, at - 1) : at + 2]
    text = pile.text(source_id)
    near = [s for s in near if "\n\n" not in text[min(own[0], s[0]) : max(own[1], s[1])].strip()]
    mentions = pile.mentions_in(source_id, near[0][0], near[-1][1]) if near else []
    return frozenset(m.entity for m in mentions)


def _keys(told: Happening) -> frozenset[str]:
    """What a rival shares: a class with a name or a telling word."""
    names = [*sorted(told.named)[:_MOST_NAMES], *sorted(told.stems)[:_MOST_NAMES]]
    bare = told.governing - GENERIC - REPEATED
    return bare | {
        f"{event} {name}"
        for event in sorted((told.events - GENERIC) | told.governing)[:_MOST_EVENTS]
        for name in names
    }


def _is_one(pile: Pile, told: Told, a: _Placed, b: _Placed) -> bool:
    one, two = a.told, b.told
    if one.sentence == two.sentence or one.is_planned != two.is_planned or not tell_one(one, two):
        return False
    if not a.place.side and ((a.place.names & b.around) or (b.place.names & a.around)):
        return False
    if not _is_one_time(a, b, bool((one.governing | two.governing) & REPEATED)):
        return False
    return are_one(pile, told, one, two) and bool(
        find_event(pile, a.place.claim.source_id, b.place.claim.source_id)
    )


def _is_one_time(a: _Placed, b: _Placed, needs_day: bool) -> bool:
    one, two = a.place.claim, b.place.claim
    if not (one.valid_from and one.valid_to and two.valid_from and two.valid_to):
        return not needs_day or _is_care(a, b)
    if one.valid_from > two.valid_to or two.valid_from > one.valid_to:
        return False
    return (
        not needs_day
        or _is_care(a, b)
        or (one.valid_from[:7] == one.valid_to[:7] and two.valid_from[:7] == two.valid_to[:7])
    )


def _is_care(a: _Placed, b: _Placed) -> bool:
    """Do both tell that one person was brought somewhere? Who is in such care is not moved every day."""
    return bool({a.told.word.lower(), b.told.word.lower()} <= _BROUGHT and a.told.people & b.told.people)


def _is_agreed(pile: Pile, by_source: dict[str, list[_Placed]], a: _Placed, b: _Placed) -> bool:
    """Does one of the two texts name, for this happening, a place that fits the other's?"""
    for one, other in ((a, b), (b, a)):
        for each in by_source[one.place.claim.source_id]:
            if each is one or not each.told.governing & other.told.events:
                continue
            if each.place.names & other.place.names:
                return True
    return False


def _is_of_copy(pile: Pile, a: _Placed, b: _Placed) -> bool:
    one, two = a.place.claim.span, b.place.claim.span
    return one is None or two is None or are_changed_in_copy(pile, one, two)


def _subject(a: Happening, b: Happening) -> str:
    shared = a.people & b.people or a.named & b.named
    return min(shared) if shared else " ".join(sorted(a.stems & b.stems)[:4])


def _finding(pile: Pile, subject: str, event: str, pairs: Sequence[tuple[_Placed, _Placed, str]]) -> Conflict:
    by_value: dict[str, list[_Placed]] = defaultdict(list)
    for a, b, _ in pairs:
        for one in (a, b):
            value = f"{one.place.claim.predicate} {' '.join(one.place.claim.value.split())}"
            by_value[value] += [] if one in by_value[value] else [one]
    values = sorted(by_value)
    sides = tuple(
        make_side(pile, value, [p.place.claim.span for p in by_value[value] if p.place.claim.span])
        for value in values
    )
    a, b, why = pairs[0]
    name = pile.entities[subject].name if subject in pile.entities else subject.removeprefix("~")
    words = list(dict.fromkeys(p.told.word for p in (a, b)))
    return Conflict(
        kind=ConflictKind.LOCATION,
        conflict_class=class_of(sides),
        consequence=Level.MEDIUM,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"{f'{name}, ' if name else ''}{' / '.join(words)}: {' or '.join(values)}?",
        why=(
            f"{find_event(pile, a.place.claim.source_id, b.place.claim.source_id) or ''} "
            f"Both tell where one thing happened ({quoted(a.told.word)}, {quoted(b.told.word)}), and it "
            f"cannot have been at both places: {why}. {say_support(pile, sides)}"
        ),
        subject=subject,
        predicate=event,
        scope_key="",
        sides=sides,
    )
