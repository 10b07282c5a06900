"""Whether the words beside a figure single it out among the other figures of its text.

A report of a game has twenty counts of points and yards, a report of a quake ten distances: that one of them
and one of another text are both of points, or in kilometres, tells nothing. Where a text has several figures
of one measure, the words about a figure must match those about the other text's figure better than those
about each of its rivals do.
"""

from collections.abc import Mapping, Sequence

from provenance.conflicts.acts import RISING
from provenance.conflicts.measures import COUNT, Measure

_MOST_INSIDE = 3
"""Values of one measure in a text up to which two of them may be of one thing."""
_MANY = 2
"""Other values of the measure in a text from which the figure must be the one best match."""
_NEEDED_AMONG = 7
"""The same for counts, times and lengths, of which a text of many figures has those of many things."""
_SLACK = 3
"""How much closer a rival may be where what befell people is counted."""
_OF_ANYBODY = frozenset({COUNT, "duration", "length"})
"""What everybody has some of, so that whose it is must be told."""
_NEEDED = 4
"""Least closeness where there are rivals: one word beside both and two more in both sentences."""
Held = Mapping[tuple[str, str], Sequence[Measure]]
"""Source and dimension → all figures."""


def is_singled_out(held: Held, one: Measure, two: Measure) -> bool:
    """Are the two figures each other's best match in their texts, or the only ones of their measure?

    Where both sentences name people or bodies, beside who says it, one of them must be in both.
    """
    if not (one.act in RISING and two.act in RISING) and _are_of_others(one, two):
        return False
    if one.claim.source_id == two.claim.source_id:
        return len(_values([one, two, *_rivals(held, one, two), *_rivals(held, two, one)])) <= _MOST_INSIDE
    return _is_best(held, one, two) and _is_best(held, two, one)


def _are_of_others(one: Measure, two: Measure) -> bool:
    """Do both sentences name somebody, and nobody both?"""
    named = [m.people - {m.claim.speaker_entity} for m in (one, two)]
    return bool(named[0] and named[1]) and not (named[0] & named[1]) and one.dimension in _OF_ANYBODY


def _is_best(held: Held, own: Measure, other: Measure) -> bool:
    """Does no rival in the text of `own` match `other` as well?"""
    rivals = [m for m in _rivals(held, own, other) if _value(m) != _value(own)]
    closeness = _closeness(own, other)
    best = max((_closeness(m, other) for m in rivals), default=-1)
    if own.act in RISING:
        return best <= closeness + _SLACK
    if len(_values(rivals)) < _MANY:
        return best <= closeness
    return best < closeness and closeness >= (_NEEDED_AMONG if own.dimension in _OF_ANYBODY else _NEEDED)


def _rivals(held: Held, own: Measure, other: Measure) -> list[Measure]:
    """Figures of the text of `own` that measure or count the same kind of thing."""
    found = held.get((own.claim.source_id, own.dimension), ())
    return [m for m in found if m is not own and _is_of_kind(m, own, other)]


def _is_of_kind(found: Measure, own: Measure, other: Measure) -> bool:
    if found.dimension != COUNT:
        known = own.around.things | other.around.things
        return not known or not found.around.things or bool(known & found.around.things)
    if own.act and own.act == other.act:
        return found.act == own.act
    return bool(found.noun & own.noun or found.around.things & own.around.things)


def _closeness(a: Measure, b: Measure) -> int:
    """Words beside both count twice, those of both sentences, and names of both, once."""
    near = (a.around.near & b.around.near) - (a.around.things & b.around.things)
    deeds = a.around.deeds & b.around.deeds
    return 2 * len(near | deeds) + len(a.context & b.context) + len(a.names & b.names)


def _value(found: Measure) -> tuple[float, float]:
    return found.low, found.high


def _values(found: Sequence[Measure]) -> set[tuple[float, float]]:
    return {_value(m) for m in found}
