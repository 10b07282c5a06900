"""Dates as they stand in a text: which days they name, and whether the text is clean enough to judge."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from provenance.conflicts.events import published_interval
from provenance.conflicts.pile import Pile
from provenance.model.spans import Span
from provenance.text.dates import DateExpression

GREGORIAN_FROM = 1753
"""First year in which dates of English texts are Gregorian as a rule (Calendar Act 1750)."""
_JULIAN_UNTIL = 1923
_NOISE = re.compile(r"[^\W\d_]\d[^\W\d_]|\ufffd|[|~^]{2}")
_MOST_NOISE = 2.0
"""Broken words (l1ke, s0me, replacement characters) per 1,000 characters of a text read by a machine."""


def dated_places(pile: Pile) -> Iterator[tuple[DateExpression, Span]]:
    """Dates of all texts with their places, in order."""
    for source_id in pile.sources:
        for found in pile.texts.dates(source_id):
            yield found, Span(source_id, found.start, found.end)


@lru_cache(maxsize=64)
def is_clean(text: str) -> bool:
    """Does the text look typed rather than badly recognised?"""
    return len(_NOISE.findall(text)) * 1000 <= _MOST_NOISE * max(len(text), 1000)


def possible_years(pile: Pile, source_id: str, found: DateExpression) -> list[int]:
    """The year stated, or those next to the source's publication; empty if nothing is known."""
    if found.year is not None:
        return [found.year]
    interval = published_interval(pile, source_id)
    if interval is None:
        return []
    return list(range(interval[0].year - 1, interval[1].year + 2))


def day_of(year: int, month: int, day: int) -> date | None:
    """That day; None if the Gregorian calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_julian_leap_day(year: int, month: int, day: int) -> bool:
    """29 February of a century year, which the Julian calendar has: in use here and there until 1923."""
    is_leap_day = month == 2 and day == 29
    return is_leap_day and year % 4 == 0 and not calendar.isleap(year) and year <= _JULIAN_UNTIL
