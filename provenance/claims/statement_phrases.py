"""Noun phrases around a group of verbs: who does it, to whom, where."""

from collections.abc import Sequence

from attrs import frozen

from provenance.claims import statement_words as words
from provenance.claims.statement_groups import Group
from provenance.claims.statement_units import Unit
from provenance.model.names import EntityKind

_MOST_BACK = 40
_TRAILING = words.JOINERS | words.MIDDLE | {"or", "either", "too", "there", "here", "home"}
_AMOUNTS = frozenset({"all", "both", "neither"})
_LONGEST = 8
"""Units of a noun phrase, at most."""


@frozen
class Phrase:
    """Units [first, last) of a noun phrase. `preposition`: what stands before it, or ""."""

    first: int
    last: int
    preposition: str = ""


def find_phrases(units: Sequence[Unit], first: int, last: int) -> list[Phrase]:
    """Noun phrases in [first, last), in order; dates are none."""
    found: list[Phrase] = []
    begin, preposition = -1, ""
    for at in range(first, last):
        unit = units[at]
        if begin >= 0 and _ends(units, at, begin):
            found.append(Phrase(begin, _without_joiner(units, begin, at), preposition))
            begin, preposition = -1, ""
        if unit.mark and unit.mark != "-":
            preposition = ""
        if unit.date is not None or unit.low in words.DAYS:
            preposition = ""
        elif unit.name is not None:
            begin = at if begin < 0 else begin
        elif unit.low in words.PREPOSITIONS:
            preposition = unit.low
        elif unit.low in words.OPENERS or (unit.low in words.JOINERS and begin < 0):
            preposition = ""
        elif begin < 0 and not _is_adverb(unit) and unit.low not in words.AUXILIARIES:
            begin = -1 if _is_participle(units, at) else at
    if begin >= 0:
        found.append(Phrase(begin, _without_joiner(units, begin, last), preposition))
    return found


def _without_joiner(units: Sequence[Unit], first: int, last: int) -> int:
    """The end of a phrase without "and", "or" or an adverb behind it."""
    while last - 1 > first and units[last - 1].is_plain and units[last - 1].low in _TRAILING:
        last -= 1
    return last


def _ends(units: Sequence[Unit], at: int, begin: int) -> bool:
    """Does the phrase that began end before the unit at `at`?"""
    unit = units[at]
    if unit.mark in (",", ";") or unit.date is not None or at - begin >= _LONGEST or unit.low in words.DAYS:
        return True
    before = units[at - 1]
    if unit.name is not None:
        return before.name is not None and before.low != "'s"
    if unit.low in words.DETERMINERS:
        return before.low not in words.DETERMINERS
    return (
        unit.low in words.PREPOSITIONS
        or unit.low in words.OPENERS
        or unit.low in words.PRONOUNS
        or unit.low in words.AUXILIARIES
        or (before.is_plain and before.low in words.PRONOUNS and unit.low not in words.JOINERS)
        or _is_participle(units, at)
    )


def _is_participle(units: Sequence[Unit], at: int) -> bool:
    """The eelgrass planted off the coast: an -ed form behind a noun, which it begins to describe."""
    if not at or units[at].mark or not units[at].low.endswith("ed") or len(units[at].low) < 5:
        return False
    before = units[at - 1]
    if not before.is_plain:
        return before.name is not None
    grammar = (
        before.low in words.DETERMINERS or before.low in words.PREPOSITIONS or before.low in words.JOINERS
    )
    return not grammar and not _is_adverb(before) and before.low not in words.AUXILIARIES


def _is_adverb(unit: Unit) -> bool:
    return unit.low.endswith("ly") or (unit.low in words.MIDDLE and unit.low not in _AMOUNTS)


def find_subject(units: Sequence[Unit], group: Group, start: int) -> Phrase | None:
    """The noun phrase that the verb at `group` says something of, looked for from `start` on."""
    start = max(start, group.first - _MOST_BACK)
    segment = _segment(units, group.first, start)
    before = units[group.first - 1] if group.first > start else None
    if before is not None and before.is_plain and before.low in words.RELATIVES:
        return _antecedent(units, group.first - 1, start, before.low)
    relative = _relative_with_verb(units, segment, group.first)
    phrases = find_phrases(units, segment, relative if relative > segment else group.first)
    if relative > segment:
        return next((p for p in phrases if not p.preposition), None)
    if phrases and phrases[-1].preposition in words.CLAUSAL:
        return phrases[-1]
    free = [p for p in phrases if not p.preposition]
    if free:
        return free[-1]
    if segment > start:
        return _first_free(units, start, segment)
    return None


def _relative_with_verb(units: Sequence[Unit], start: int, stop: int) -> int:
    """Where "that" opens a clause with a verb of its own before `stop`: the grass that they planted …; -1."""
    for at in range(start + 1, stop - 2):
        if units[at].is_plain and units[at].low in words.RELATIVES and not units[at - 1].low.endswith("ed"):
            behind = units[at + 1 : stop]
            if any(u.is_plain and u.low.endswith("ed") for u in behind[1:]) and units[at - 1].low != "said":
                return at
    return -1


def _segment(units: Sequence[Unit], at: int, start: int) -> int:
    """Where the part between two marks begins in which the unit at `at` stands."""
    while at > start and units[at].mark not in (",", ";"):
        at -= 1
    return at


def _antecedent(units: Sequence[Unit], at: int, start: int, relative: str) -> Phrase | None:
    """What "who", "which" or "that" at `at` stands for."""
    hard = _hard_start(units, at, start)
    phrases = find_phrases(units, hard, at)
    if relative == "who":
        people = [p for p in phrases if _holds(units, p, EntityKind.PERSON)]
        if people and at - people[-1].last <= _LONGEST:
            return people[-1]
    return phrases[-1] if phrases else None


def _hard_start(units: Sequence[Unit], at: int, start: int) -> int:
    while at > start and units[at].mark != ";":
        at -= 1
    return at


def _first_free(units: Sequence[Unit], start: int, last: int) -> Phrase | None:
    """The first phrase without preposition that opens a part: X, 46, director of Y, was …"""
    hard = _hard_start(units, last - 1, start) if last > start else start
    phrases = find_phrases(units, hard, last)
    free = [p for p in phrases if not p.preposition]
    named = [p for p in free if any(units[i].name is not None for i in range(p.first, p.last))]
    chosen = named or free
    return chosen[0] if chosen else None


def _holds(units: Sequence[Unit], phrase: Phrase, kind: EntityKind) -> bool:
    return any((n := units[i].name) is not None and n.kind is kind for i in range(phrase.first, phrase.last))


def find_objects(units: Sequence[Unit], group: Group, stop: int) -> list[Phrase]:
    """Noun phrases behind the group, up to a mark or an opener of a clause, in order."""
    last = group.last + 1
    while last < stop and units[last].mark not in (",", ";"):
        unit = units[last]
        if unit.is_plain and unit.low in words.OPENERS and unit.low != "yet":
            break
        last += 1
    return find_phrases(units, group.last + 1, last)


def denies(units: Sequence[Unit], at: int) -> bool:
    """Does a phrase begin with no, none of, not one?"""
    if not units[at].is_plain:
        return False
    low = units[at].low
    before = units[at - 1].low if at and not units[at].mark else ""
    return (
        low in words.NOBODY
        or (before == "of" and at > 1 and units[at - 2].low in words.NOBODY)
        or (before == "not" and low in ("a", "an", "any", "one"))
        or before in ("nor", "neither")
    )
