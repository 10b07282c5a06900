"""How much speaks for two figures being of one thing: a small sum in which no single sign is asked for."""

from provenance.conflicts.as_of import STATED
from provenance.conflicts.measures import COUNT, Measure

ENOUGH = 4.0
"""Sum from which two figures of two texts are taken to be of one thing."""
_THING = 1.5
_THING_BESIDE = 1.0
_DEED = 1.0
_NEAR = 1.0
_FAR = 0.5
_MOST_FAR = 1.5
"""Words of the rest of the sentences count this much together, at most."""
_NAME = 0.75
_DAY = 1.5
_ACT = 1.0
_OWNER = 2.5
_SLIP = 1.5
"""The same digits in another order, or another power of ten: what a slip of the pen makes of a figure."""
_LEAST_DIGITS = 2


def evidence(a: Measure, b: Measure) -> float:
    """The sum: the thing, what was done, words near and far, names, the day, who has it, a likely slip.

    0 where nothing near the figures is shared: two sentences about one affair hold many figures.
    """
    one, two = a.around, b.around
    things = one.things & two.things
    near = (one.near & two.near) - things - one.deeds - _own_deeds(a, b)
    is_beside = bool(one.things & two.near or two.things & one.near)
    deeds = (one.deeds & two.deeds) - _own_deeds(a, b)
    if not things and not near and not is_beside and not deeds:
        return 0.0
    far = ((one.all | one.wide) & (two.all | two.wide)) - near - things - one.deeds
    total = _THING * bool(things) + _THING_BESIDE * (is_beside and not things)
    total += _DEED * min(2, len(deeds))
    total += _NEAR * len(near) + min(_MOST_FAR, _FAR * len(far)) + _NAME * len(a.names & b.names)
    total += _DAY * _is_one_day(a, b) + _ACT * (a.act == b.act != "")
    total += _OWNER * (a.owner == b.owner != "") + _SLIP * is_slip(a, b)
    return total


def _own_deeds(a: Measure, b: Measure) -> frozenset[str]:
    """What only the counted noun itself says was done: employees are employed."""
    return a.own_deeds & b.own_deeds


def _is_one_day(a: Measure, b: Measure) -> bool:
    """Do both give one day, of what happened or of the count?"""
    if any(x == y and x[0] == x[1] for x in a.days for y in b.days):
        return True
    one, two = a.as_of, b.as_of
    return one is not None and two is not None and one.basis == two.basis == STATED and one.last == two.last


def is_slip(a: Measure, b: Measure) -> bool:
    """Do both figures consist of the same digits, in another order or shifted by a power of ten?"""
    if a.dimension != b.dimension or a.unit != b.unit or (a.dimension == COUNT and not a.noun & b.noun):
        return False
    one, two = (_digits(m.claim.number or 0.0) for m in (a, b))
    return len(one) >= _LEAST_DIGITS and one != two and sorted(one) == sorted(two)


def _digits(number: float) -> str:
    """The digits that mean something, without zeros around them."""
    return f"{abs(number):.6f}".replace(".", "").strip("0")
