"""Days that have a name of their own: Christmas Eve, Palm Sunday, New Year's Day."""

import re
from datetime import date, timedelta

_FIXED = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "st stephen's day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "epiphany": (1, 6),
    "twelfth night": (1, 5),
    "candlemas": (2, 2),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "midsummer day": (6, 24),
    "assumption day": (8, 15),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
    "armistice day": (11, 11),
    "st nicholas day": (12, 6),
    "bastille day": (7, 14),
    "independence day of the united states": (7, 4),
}
_OF_EASTER = {
    "shrove tuesday": -47,
    "mardi gras": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter saturday": -1,
    "easter sunday": 0,
    "easter day": 0,
    "easter monday": 1,
    "ascension day": 39,
    "whit sunday": 49,
    "pentecost": 49,
    "whit monday": 50,
    "corpus christi": 60,
}
"""Days from Easter Sunday of the western churches."""
_NAMES = "|".join(
    rf"{name[0].upper()}(?<!\w.)(?i:{re.escape(name[1:])})"
    for name in sorted({*_FIXED, *_OF_EASTER}, key=lambda name: (-len(name), name))
)
_NAMES = _NAMES.replace("'", "['\u2019]?").replace(r"\ ", r"[^\S\n]")
FEAST = re.compile(rf"(?P<feast>{_NAMES})(?:,?[^\S\n](?P<year>[12]\d{{3}}))?\b(?!['\u2019][sS]?\b)")
"""A named day with a capital, with its year where that follows."""


def feast_day(name: str, year: int) -> date | None:
    """The day of that name, in any case, in a year from 1583 on; None for other names and years."""
    key = " ".join(name.lower().replace("\u2019", "'").split())
    if not 1583 <= year <= 9998:
        return None
    fixed = _FIXED.get(key) or next((d for n, d in _FIXED.items() if n.replace("'", "") == key), None)
    if fixed is not None:
        return date(year, *fixed)
    days = _OF_EASTER.get(key)
    return None if days is None else easter(year) + timedelta(days=days)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature 1876; Meeus 1991)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, left = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift + 15) % 30
    quarter, days = divmod(rest, 4)
    week = (32 + 2 * left + 2 * quarter - epact - days) % 7
    late = (golden + 11 * epact + 22 * week) // 451
    month, day = divmod(epact + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
