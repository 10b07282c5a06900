"""Are two figures told of one thing? By the thing itself, by what was done, and by whose it is."""

import re

from provenance.conflicts.acts import RISING
from provenance.conflicts.as_of import STATED
from provenance.conflicts.evidence import ENOUGH, evidence
from provenance.conflicts.measures import COUNT, Measure
from provenance.conflicts.surroundings import Surroundings
from provenance.conflicts.things import PERSON, is_group, meaning_of, thing_of

_NEEDED = 3
"""Words and names that two sentences with counts of one class of things share."""
_NEEDED_MEASURE = 4
"""The same for measures (money, time, length), of which one text has many."""
_NEEDED_INSIDE = 5
"""The same within one text, where figures of one kind are most often of several things."""
_KEPT_APART = frozenset(
    {
        "required",
        "planned",
        "alone",
        "net",
        "gross",
        "still",
        "change",
        "lost",
        "found",
        "wanted",
        "beginning",
    }
)
"""What only one of two figures is, so that they are of two things."""
_NEVER = frozenset({"old", "denied", "part", "other"})
SUBSETS = frozenset("woman man child civilian soldier pupil girl boy baby civil".split())
"""Kinds of people that are counted apart from all of them."""
PERSON_NOUNS = SUBSETS | frozenset(
    thing_of(word)
    for word in "people fighters sailors crew officers workers protesters visitors delegates residents "
    "students patients passengers tourists migrants refugees officials policemen journalists doctors nurses "
    "teachers farmers miners members guests fans players prisoners hostages detainees firefighters "
    "rescuers".split()
)
"""Nouns that count people."""
TURNOUT = "turnout"
_MOST_TIMES = 20.0
"""Figures of one thing that differ by more are of two things, unless only the scale is another."""
RISING_DEEDS = frozenset(
    {"kill", "injure", "infect", "arrest", "displace", "destroy", "rescue", "burn", "release"}
)
"""What goes on while an event is told, so that its counts rise."""
_WHOLE = re.compile(
    r"\bof\s(?:(?:the|its|their|all)\s(?:the\s|its\s)?|(?:[\w.-]{1,20}\s){0,3}[\w.-]{1,20}['\u2019]s?\s)(\d[\d,.]*)"
)
_NEEDED_NAMES = 2
"""Words near two shares that must be the same where one does not tell what it is a share of."""
_MATTER = frozenset({"mass", "volume"})
"""Dimensions of stuff, which is named behind the figure."""
_MEN = frozenset(thing_of(w) for w in "men soldiers sailors fighters officers miners policemen".split())
"""Groups that are called men for short: 58 men, the 49 soldiers."""
_SHORT = frozenset({"day", "week", "month"})
_LONGEST_DAYS = 31
_STAYS_DAYS = 14
"""Days for which what is so now is taken to have been so."""


def are_comparable(a: Measure, b: Measure) -> bool:
    """Can the figures be of one thing at all, in one dimension, for one period, both as facts?"""
    if a.dimension != b.dimension or _is_flagged(a, b):
        return False
    one, two = a.around, b.around
    is_elsewhere = bool(one.where and two.where and one.where != two.where)  # 12 in A, 31 in B
    if is_elsewhere or _is_out_of_scale(a, b) or _has_passed(a, b) or _is_another_thing(a, b):
        return False
    periods = {one.period, two.period} - {""}
    return len(periods) < 2 and not (periods & _SHORT and one.period != two.period)


def _is_flagged(a: Measure, b: Measure) -> bool:
    """Is one of them no figure of today's whole: old, denied, a part, planned, net, what is left?"""
    one, two = a.around.flags, b.around.flags
    apart = (one ^ two) & _KEPT_APART
    if PERSON_NOUNS & (a.around.things | b.around.things):
        apart -= {"lost"}  # lost 58 men, 49 men died
    if a.dimension == "duration":
        apart -= {"planned"}  # a truce of six months is to run for three
        if "offset" in one | two:
            return True
    if (one | two) & _NEVER or apart or (a.is_listed is not b.is_listed and not (a.owner and b.owner)):
        return True
    if _is_anothers(a, b) or (a.dimension == "percent" and _is_another_share(one, two)):
        return True
    return a.dimension == COUNT and ("part" in a.noun) != ("part" in b.noun) and not _is_one_whole(a, b)


def _is_anothers(a: Measure, b: Measure) -> bool:
    """Is one given to somebody else, or to the same in one town and in all?"""
    if not (_is_of_owner(a.owner, b) and _is_of_owner(b.owner, a)):
        return True
    return bool(a.owner or b.owner) and bool(a.places) is not bool(b.places)


def _is_another_share(one: frozenset[str], two: frozenset[str]) -> bool:
    """Up 6 per cent one day, 13 per cent lower another; by 5 p.m., and in the end?"""
    return {"rising", "falling"} <= one | two or ("interim" in one) is not ("interim" in two)


def _is_of_owner(owner: str, other: Measure) -> bool:
    """Is what is given to `owner` in a list told of it in the other sentence too?"""
    if not owner or owner == other.owner:
        return True
    return not other.owner and (owner in other.names or set(owner.split()) <= other.said)


def _is_one_whole(a: Measure, b: Measure) -> bool:
    """Two thirds of the 60, 20 of the 60: parts of one number."""
    wholes = [_WHOLE.search(m.claim.quote) for m in (a, b)]
    return bool(wholes[0] and wholes[1] and wholes[0][1] == wholes[1][1])


def _is_another_thing(a: Measure, b: Measure) -> bool:
    """Heroin and cocaine; what one owns and what another does; those saved and all those on board."""
    one, two = a.around, b.around
    if a.dimension in _MATTER and one.things and two.things and not one.things & two.things:
        return True
    if "own" in one.before & two.before and a.dimension == "percent":
        owners = one.before - {"own"}, two.before - {"own"}
        return bool(owners[0] and owners[1]) and not owners[0] & owners[1]
    done = [m for m in (a, b) if m.act in RISING]
    is_half_done = len(done) == 1 and not one.deeds & two.deeds and a.dimension == COUNT
    return is_half_done and bool(one.things & two.things) and not (a.act and b.act)


def is_of_one_thing(a: Measure, b: Measure) -> bool:
    """Do both count one class of things, or what befell people, or measure what one noun names?"""
    one, two = a.around, b.around
    if a.act in RISING and b.act in RISING and a.act != b.act:
        return False
    if a.dimension == COUNT:
        return _is_one_count(a, b)
    if TURNOUT in one.things | two.things and (
        TURNOUT in one.things ^ two.things or bool(a.places) is not bool(b.places)
    ):
        return False  # of a town and of the country
    is_told = _is_told_of(one.things, two) and _is_told_of(two.things, one)
    if a.dimension == "percent" and not is_told and len(one.near & two.near) < _NEEDED_NAMES:
        return False
    if one.things & two.things or one.deeds & two.deeds or len(one.near & two.near) > 1:
        return True
    return a.dimension == "duration" and one.lead == two.lead != "" and bool(one.near & two.near)


def _is_told_of(things: frozenset[str], other: Surroundings) -> bool:
    """Does the other sentence speak of any of what a share is of, if that is told?"""
    said = other.things | other.all | other.wide
    return not things or any({t, meaning_of(t), meaning_of(f"{t}s")} & said for t in things)


def _is_one_count(a: Measure, b: Measure) -> bool:
    one, two = a.around, b.around
    own = a.own_deeds & b.own_deeds
    is_of_people = PERSON in one.things | two.things and one.things | two.things <= PERSON_NOUNS
    is_done_to_people = is_of_people and (one.deeds & two.deeds) - RISING_DEEDS - own
    if is_done_to_people or _is_size(one, two) or _is_size(two, one):
        return True
    is_bare_number = not one.things or not two.things
    if is_bare_number and not {a.act, b.act} & RISING and len(one.near & two.near) >= _NEEDED:
        return True
    if one.things & two.things:
        return PERSON not in one.things & two.things or bool(one.deeds & two.deeds) or a.act == b.act
    return _is_one_toll(a, b)


def _is_size(one: Surroundings, two: Surroundings) -> bool:
    """Is one the size of a group, and the other what the group consists of: a team of 42 specialists?"""
    groups = {thing for thing in one.things & two.near if is_group(thing)}
    return bool(groups) and (two.lead == "of" or bool(groups & two.members))


def _is_one_toll(a: Measure, b: Measure) -> bool:
    """Of two counts of those whom one thing befell: are both of all of them?"""
    one, two = a.around, b.around
    is_one_act = a.act in RISING and a.act == b.act
    if not is_one_act and not one.deeds & two.deeds & RISING_DEEDS:
        return False
    if is_bare(a) and is_bare(b):
        return is_one_act
    if "man" in one.things | two.things and one.things | two.things <= _MEN:
        return len(one.near & two.near) > 1
    if (one.things | two.things) & SUBSETS and not (one.things <= two.near or two.things <= one.near):
        return False
    if "so far" in one.flags | two.flags:
        return is_bare(a) or is_bare(b) or bool(one.things & two.near or two.things & one.near)
    return any(x.things and x.things <= y.near for x, y in ((one, two), (two, one)))


def is_bare(found: Measure) -> bool:
    """Are those counted called people or not at all?"""
    return found.around.things <= {PERSON}


def _is_out_of_scale(a: Measure, b: Measure) -> bool:
    low, high = sorted((abs(a.claim.number or 0.0), abs(b.claim.number or 0.0)))
    if a.unit != b.unit or not low or high <= _MOST_TIMES * low:
        return False
    return f"{low:.6e}"[:8] != f"{high:.6e}"[:8]


def are_told_alike(a: Measure, b: Measure) -> bool:
    """Do both sentences speak of one thing, so that their figures answer one question?"""
    if not is_of_one_thing(a, b) or not _is_one_time(a, b) or _is_elsewhere(a, b):
        return False
    one, two = a.around, b.around
    own = a.own_deeds & b.own_deeds
    near = (one.near & two.near) - one.things - RISING_DEEDS - own
    shared = (one.all | one.wide) & (two.all | two.wide) - (one.things & two.things) - own
    weight = len(shared) + len(near) + len(a.names & b.names)
    is_near = bool(near or (shared and (one.wide or two.wide)))
    if a.claim.source_id == b.claim.source_id:
        if a.years & b.years and one.things & two.things and a.dimension != COUNT:
            return True
        return weight >= _NEEDED_INSIDE and bool(one.things & two.things) and len(near) > 1
    if _is_known_by_name(a, b) or _is_count_of_one_time(a, b) or _has_enough(a, b):
        return True
    if a.dimension == COUNT:
        return weight >= _NEEDED and is_near
    return weight >= _NEEDED_MEASURE and is_near


def _has_enough(a: Measure, b: Measure) -> bool:
    """Does the sum of what speaks for it suffice? Counts must be of one class of things all the same."""
    is_countable = a.dimension != COUNT or bool(a.around.things & b.around.things)
    return is_countable and evidence(a, b) >= ENOUGH


def _is_known_by_name(a: Measure, b: Measure) -> bool:
    """The magnitude; the ninety-day truce, which binds them for sixty days: known by its noun alone."""
    one, two = a.around, b.around
    if one.things & two.things & {"magnitude", TURNOUT}:
        return bool((one.all | one.wide) & (two.all | two.wide) - one.things)
    if a.dimension not in ("duration", "length"):
        return False
    named = [
        x for x, y in ((one, two), (two, one)) if x.is_definite and x.things & y.things and y.is_definite
    ]
    bound = [
        x for x, y in ((one, two), (two, one)) if x.is_definite and x.things & y.near and y.lead == "for"
    ]
    return bool(named or bound)


def _is_count_of_one_time(a: Measure, b: Measure) -> bool:
    """Two counts of all whom one thing befell, both given as of one stated day."""
    if not (is_bare(a) and is_bare(b) and a.act in RISING and a.act == b.act):
        return False
    one, two = a.as_of, b.as_of
    if one is None or two is None or one.basis != two.basis or one.basis != STATED:
        return False
    return one.first == one.last == two.first == two.last


def _is_one_time(a: Measure, b: Measure) -> bool:
    """Do the years, and the days on which it happened, meet, if both sentences state some?"""
    one_years, two_years = _years(a), _years(b)
    if (a.years or b.years) and one_years and two_years and not one_years & two_years:
        return False
    one = [days for days in a.days if (days[1] - days[0]).days <= _LONGEST_DAYS]
    two = [days for days in b.days if (days[1] - days[0]).days <= _LONGEST_DAYS]
    if not one or not two:
        return True
    return any(x[0] <= y[1] and y[0] <= x[1] for x in one for y in two)


def _has_passed(a: Measure, b: Measure) -> bool:
    """Does one say how it is now, and the other, weeks apart, how it was then?"""
    if "so far" not in a.around.flags | b.around.flags or a.around.deeds & b.around.deeds & RISING_DEEDS:
        return False
    if a.as_of is None or b.as_of is None:
        return True
    first, second = sorted((a.as_of, b.as_of))
    return (second.first - first.last).days > _STAYS_DAYS


def _years(found: Measure) -> frozenset[int]:
    """Years that the sentence names, else those of its days, else that of its text."""
    if found.years or found.days:
        return found.years or frozenset(day.year for days in found.days for day in days)
    return frozenset({found.as_of.first.year, found.as_of.last.year}) if found.as_of else frozenset()


def _is_elsewhere(a: Measure, b: Measure) -> bool:
    """Do both sentences name places, and none of them both?"""
    return bool(a.places and b.places and not a.places & b.places)
