"""How much shows that two sentences tell one happening: names, places, words, figures, days, and no other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from provenance.conflicts.events import telling_names
from provenance.conflicts.happenings import GENERIC, PERSONAL, REPEATED, Happening
from provenance.conflicts.pile import Pile

_ENOUGH = 3
"""Points from which two sentences of texts of one event tell one happening."""
_MOST_NAMES, _MOST_STEMS = 3, 3
_ENOUGH_ALONE = 4
"""Points where part of them is that neither text tells another of the class."""
_ONLY, _NEAR = 2, 2
_NEAR_DAYS = 3
"""Days by which a slip of a pen or a count of nights is commonly off."""
_OTHER_PEOPLE = _OTHER_NAMES = 2
_LEAST_FIGURE, _FIGURE = 10, 2


class Told:
    """Which happenings each text tells: for a class, the days or names of places that it gives them."""

    def __init__(self, happenings: Iterable[tuple[Happening, frozenset[str]]]) -> None:
        found: dict[tuple[str, str], list[set[str]]] = defaultdict(list)
        for told, values in happenings:
            for event in told.governing:
                _join(found[told.sentence[0], event], {*values, f"sentence {told.sentence[1]}"})
        self._values: Mapping[tuple[str, str], list[set[str]]] = found

    def are_only(self, a: Happening, b: Happening) -> bool:
        """Does each of the two texts tell but one happening of a class that both have, and that is no
        everyday one?"""
        shared = (a.governing & b.governing) - GENERIC - REPEATED
        sources = (a.sentence[0], b.sentence[0])
        return any(all(len(self._values.get((s, event), ())) == 1 for s in sources) for event in shared)


def _join(groups: list[set[str]], values: set[str]) -> None:
    """Adds the values to the group that has one of them, else as a new group."""
    met = [group for group in groups if group & values]
    groups[:] = [group for group in groups if not group & values]
    groups.append(values.union(*met))


def are_one(pile: Pile, told: Told, a: Happening, b: Happening, days_apart: int | None = None) -> bool:
    """Is there enough to take the two for one?

    Where both texts tell but one happening of a class, that counts too, and the more if their days nearly
    meet. What happens to one person needs the person, or one text that names nobody.
    """
    is_personal = bool((a.governing | b.governing) & PERSONAL)
    if is_personal and a.people & b.people:
        return True
    points = _points(pile, a, b, days_apart)
    if not is_personal and points >= _ENOUGH:
        return True
    is_other = bool(a.named and b.named and not a.named & b.named)  # another ship
    if (is_personal and a.people and b.people) or is_other or not told.are_only(a, b):
        return False
    is_near = days_apart is not None and days_apart <= _NEAR_DAYS
    return points + _ONLY + (_NEAR if is_near else 0) >= _ENOUGH_ALONE


def _points(pile: Pile, a: Happening, b: Happening, days_apart: int | None) -> int:
    """Two for the first name that tells, one for each other one, for a place, for each word that both
    have, two for each large figure; less for other persons and other names."""
    named = telling_names(pile, a.named & b.named)
    places = telling_names(pile, a.places & b.places)
    points = min(_MOST_NAMES, len(named) + 1) if named else 0
    points += 1 if places else 0
    points += min(_MOST_STEMS, len(a.stems & b.stems))
    points += _FIGURE * len({n for n in a.figures & b.figures if n >= _LEAST_FIGURE})
    if a.people and b.people and not a.people & b.people:
        points -= _OTHER_PEOPLE
    if not named and not places and (a.named | a.places) and (b.named | b.places):
        points -= _OTHER_NAMES
    return points
