"""Dates in running English text, and the calendar days that they can mean."""

import calendar
import re
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date, timedelta

from attrs import evolve, frozen

from provenance.model.knowledge import Knowledge
from provenance.text.calendars import plain_digits
from provenance.text.date_expressions import DateExpression, join_ranges, preposition_before
from provenance.text.date_patterns import date_patterns
from provenance.text.kept import kept
from provenance.text.relative_dates import find_relative, find_weekdays
from provenance.text.stated_dates import (
    find_figures,
    find_named,
    find_of_other_calendars,
    find_years,
    in_new_style,
    with_weekday,
)

__all__ = ["Anchor", "DateExpression", "DateInterval", "find_dates", "resolve_date"]

Anchor = tuple[date, date] | date | None
"""When a text was written: a day, the earliest and latest day it can be, or not known."""

_DIGIT = re.compile(r"\d")
_WIDEST_ANCHOR = 370
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
_WEEK = timedelta(days=7)
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


@frozen(order=True)
class DateInterval:
    """`first`, `last`: days, both inclusive. `is_inferred`: a part was concluded, not stated."""

    first: date
    last: date
    is_inferred: bool = False


@kept
def find_dates(text: str, knowledge: Knowledge) -> list[DateExpression]:
    """Dates of `text` in order, without overlap; of two readings that overlap the earlier, then longer.

    Month and weekday names are those of `knowledge`, and count only with a capital, so that the verbs may
    and march are none. Left out: clock times, decades (the 1990s), months without preposition, and numbers
    like 1,500 or 1500 where nothing shows that they are years.
    """
    patterns = date_patterns(knowledge)
    text = plain_digits(text)
    low = text.lower()
    candidates: list[DateExpression] = list(find_of_other_calendars(text))
    if _has(low, patterns.month_signs):
        candidates += find_named(text, patterns, knowledge)
    if _DIGIT.search(text):
        candidates += [*find_figures(text, patterns, knowledge), *find_years(text)]
    if _has(low, patterns.relative_signs):
        candidates += find_relative(text, patterns, knowledge)
    if _has(low, patterns.weekday_signs):
        candidates += find_weekdays(text, patterns, knowledge)
    candidates.sort(key=lambda each: (each.start, -each.end))
    found: list[DateExpression] = []
    for each in candidates:
        if not found or each.start >= found[-1].end:
            whole = in_new_style(text, with_weekday(text, each, patterns, knowledge))
            found.append(evolve(whole, preposition=preposition_before(text, each.start)))
    return join_ranges(text, found)


def resolve_date(
    expression: DateExpression, anchor: Anchor, *, is_future: bool | None = None
) -> DateInterval | None:
    """Days that `expression` can mean in a text written at `anchor`; None if that cannot be told.

    A missing year is that which brings the date nearest to the anchor; `is_future` (True, False, None for
    unknown) moves it to the right side. A weekday alone is the last one up to the anchor unless it lies in
    the future. If the anchor is an interval, the result covers what both of its ends give. None for
    impossible dates (31 February), without anchor for what needs one, and for anchors wider than a year.
    """
    try:
        if expression.relative is None and expression.year is not None:
            return _stated(expression, expression.year)
        if anchor is None:
            return None
        earliest, latest = (anchor, anchor) if isinstance(anchor, date) else anchor
        if (latest - earliest).days > _WIDEST_ANCHOR:
            return None
        results = [_resolve(expression, day, is_future) for day in dict.fromkeys((earliest, latest))]
    except (ValueError, OverflowError):  # no such day, or outside of years 1..9999
        return None
    known = [result for result in results if result is not None]
    if len(known) < len(results):
        return None
    return DateInterval(min(r.first for r in known), max(r.last for r in known), True)


def _has(low: str, signs: Iterable[str]) -> bool:
    """Does a sign stand in the text? Beyond ASCII that is not asked: letters there can match others."""
    return not low.isascii() or any(sign in low for sign in signs)


def _stated(expression: DateExpression, year: int) -> DateInterval:
    """The interval with that year. ValueError if there is no such day."""
    last_year = expression.end_year or year
    first_month, last_month = expression.month, expression.end_month or expression.month
    if first_month is None or last_month is None:
        return DateInterval(date(year, 1, 1), date(last_year, 12, 31))
    if last_month < first_month and expression.end_year is None:
        year -= 1  # December 30 to January 2, 2018
    if expression.day is None:
        last_day = calendar.monthrange(last_year, last_month)[1]
        return DateInterval(date(year, first_month, 1), date(last_year, last_month, last_day))
    first = date(year, first_month, expression.day)
    last = date(last_year, last_month, expression.end_day or expression.day)
    return DateInterval(first, max(first, last))


def _resolve(expression: DateExpression, anchor: date, is_future: bool | None) -> DateInterval | None:
    if expression.relative is None:
        return _nearest(expression, anchor, is_future)
    words = expression.relative.split()
    if expression.weekday is not None:
        return _weekday(expression.weekday, words[0], anchor, is_future)
    if expression.month is not None:
        return _month(expression.month, words[0], anchor)
    if words[0] == "over":
        return _weekend("next" if is_future else "this", anchor)
    return _from_words(words, anchor)


def _from_words(words: list[str], anchor: date) -> DateInterval:
    """What relative words without a weekday or month mean."""
    if words[0] in _DAYS:
        day = anchor + timedelta(days=_DAYS[words[0]])
        return DateInterval(day, day, True)
    if words[-1] == "ago":
        return _ago(int(words[0]), words[1].rstrip("s"), anchor)
    if words[0] in ("start", "end"):
        period = _period(words[2], words[3], anchor)
        day = period.first if words[0] == "start" else period.last
        return DateInterval(day, day, True)
    if words[0] in ("earlier", "later", "early", "late"):
        return _part(words[0], _period(words[1], words[2], anchor), anchor)
    return _period(words[0], words[1], anchor)


def _nearest(expression: DateExpression, anchor: date, is_future: bool | None) -> DateInterval | None:
    """The date in the year that brings it nearest to the anchor, on the side that the tense asks for."""
    found = []
    for year in range(max(MINYEAR, anchor.year - 2), min(MAXYEAR, anchor.year + 2) + 1):
        try:
            interval = _stated(expression, year)
        except ValueError:  # 29 February
            continue
        is_right = is_future is None or (interval.last >= anchor if is_future else interval.first <= anchor)
        found.append((not is_right, _distance(interval, anchor), interval))
    if not found:
        return None
    nearest = min(found, key=lambda entry: (entry[0], entry[1], entry[2]))[2]
    return DateInterval(nearest.first, nearest.last, True)


def _distance(interval: DateInterval, day: date) -> int:
    return max((interval.first - day).days, (day - interval.last).days, 0)


def _ago(count: int, unit: str, anchor: date) -> DateInterval:
    if unit == "day":
        day = anchor - timedelta(days=count)
        return DateInterval(day, day, True)
    if unit == "week":
        return _period("this", "week", anchor - count * _WEEK)
    if unit == "month":
        return _whole_month(*_of(anchor.year * 12 + anchor.month - 1 - count))
    return DateInterval(date(anchor.year - count, 1, 1), date(anchor.year - count, 12, 31), True)


def _part(which: str, period: DateInterval, anchor: date) -> DateInterval:
    """Earlier in a period ends at the anchor, later starts there; early and late are its halves."""
    if which == "earlier":
        return DateInterval(period.first, max(period.first, min(period.last, anchor)), True)
    if which == "later":
        return DateInterval(min(period.last, max(period.first, anchor)), period.last, True)
    middle = period.first + (period.last - period.first) // 2
    return (
        DateInterval(period.first, middle, True)
        if which == "early"
        else DateInterval(middle, period.last, True)
    )


def _weekday(weekday: int, which: str, anchor: date, is_future: bool | None) -> DateInterval:
    back = (anchor.weekday() - weekday) % 7
    if which == "next" or (which in ("on", "this") and is_future):
        day = anchor + timedelta(days=7 - back if back or which == "next" else 0)
    elif which == "last":
        day = anchor - timedelta(days=back or 7)
    elif which == "this":
        day = anchor + timedelta(days=weekday - anchor.weekday())
    else:
        day = anchor - timedelta(days=back)
    return DateInterval(day, day, True)


def _month(month: int, which: str, anchor: date) -> DateInterval:
    year = anchor.year
    if which == "last" and month >= anchor.month:
        year -= 1
    elif which == "next" and month <= anchor.month:
        year += 1
    return _whole_month(year, month)


def _whole_month(year: int, month: int) -> DateInterval:
    return DateInterval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), True)


def _weekend(which: str, anchor: date) -> DateInterval:
    """Saturday and Sunday: the one that runs or is just past, the one before the week, or the next."""
    saturday = anchor - timedelta(days=(anchor.weekday() - 5) % 7)
    if which == "next":
        saturday += _WEEK
    return DateInterval(saturday, saturday + timedelta(days=1), True)


def _period(which: str, unit: str, anchor: date) -> DateInterval:
    """The last, this or next week (Monday to Sunday), month, year and so on. ValueError if out of range."""
    shift = {"last": -1, "next": 1}.get(which, 0)
    if unit in ("day", "night"):
        day = anchor + timedelta(days=shift)
        return DateInterval(day, day, True)
    if unit == "weekend":
        return _weekend(which, anchor)
    if unit == "week":
        monday = anchor - timedelta(days=anchor.weekday()) + shift * _WEEK
        return DateInterval(monday, monday + timedelta(days=6), True)
    if unit in _SEASONS:
        return _season(unit, shift, anchor)
    return _months(unit, shift, anchor)


def _months(unit: str, shift: int, anchor: date) -> DateInterval:
    """A calendar month, quarter or year, `shift` units from the one that runs."""
    size = {"month": 1, "quarter": 3}.get(unit, 12)
    count = (anchor.year * 12 + anchor.month - 1) // size + shift
    first, last = count * size, count * size + size - 1
    return DateInterval(_whole_month(*_of(first)).first, _whole_month(*_of(last)).last, True)


def _of(months: int) -> tuple[int, int]:
    return months // 12, months % 12 + 1


def _season(season: str, shift: int, anchor: date) -> DateInterval:
    """A season of the northern calendar; last and next are counted from the one that runs."""
    first, last = _SEASONS[season]
    year = anchor.year
    if last > 12 and anchor.month <= last - 12:
        year -= 1  # January lies in the winter that began in the year before
    if shift < 0 and anchor.month <= last and (last <= 12 or anchor.month <= 12):
        year -= 1
    elif shift > 0 and (anchor.month >= first or (last > 12 and anchor.month <= last - 12)):
        year += 1
    end_year, end_month = (year + 1, last - 12) if last > 12 else (year, last)
    return DateInterval(date(year, first, 1), _whole_month(end_year, end_month).last, True)
