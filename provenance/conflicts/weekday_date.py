"""A weekday that is not that of the date beside it."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from provenance.conflicts.dates import GREGORIAN_FROM, dated_places, day_of, is_clean, possible_years
from provenance.conflicts.events import published_interval
from provenance.conflicts.inside import is_said_to_be_wrong, names_other_calendar
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import make_side, quoted
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.spans import Span
from provenance.text.dates import DateExpression

_REACH_DAYS = 300
"""How far after the publication a day without its year may lie."""
_CLEAR_DAYS = 45
"""Days about the publication within which a day without its year is that one, and of no other year."""
_ELSEWHEN = re.compile(
    r"\b(?:years?\s(?:ago|earlier|before|later|on)|last\syear|next\syear|previous\syear|anniversary|in\s[12]\d{3}"
    r"|back\sthen|that\syear|that\stime)\b|\b(?:1[5-9]|20)\d\d\b",
    re.IGNORECASE,
)


def find_wrong_weekdays(pile: Pile) -> Iterator[Conflict]:
    """ "Friday, 30 November 2017", which was a Thursday; low unless something rests on it.

    Where the year is not printed, only if the weekday fits none of the years about the publication.
    """
    for found, span in dated_places(pile):
        if found.weekday is None or found.month is None or found.day is None or found.is_range:
            continue
        days = [
            day
            for year in possible_years(pile, span.source_id, found)
            if year >= GREGORIAN_FROM and (day := day_of(year, found.month, found.day))
        ]
        days = _near(pile, span.source_id, found, days)
        if names_other_calendar(pile.sentence_text(span)) or is_said_to_be_wrong(pile.sentence_text(span)):
            continue
        if days and all(day.weekday() != found.weekday for day in days):
            yield _finding(pile, found, span, days)


def _near(pile: Pile, source_id: str, found: DateExpression, days: list[date]) -> list[date]:
    """The days of a date without its year that lie less than ten months behind the publication: who means
    a day that far ahead prints its year. One within weeks of it is meant, unless the
    sentence speaks of other years."""
    interval = published_interval(pile, source_id)
    if found.year is not None or interval is None:
        return days
    reach, clear = timedelta(days=_REACH_DAYS), timedelta(days=_CLEAR_DAYS)
    near = [day for day in days if interval[0] - clear <= day <= interval[1] + clear]
    if near and not _ELSEWHEN.search(pile.sentence_text(Span(source_id, found.start, found.end))):
        return near
    return [day for day in days if day <= interval[1] + reach]


def _finding(pile: Pile, found: DateExpression, span: Span, days: list[date]) -> Conflict:
    text = " ".join(pile.quote(span).split())
    stated = calendar.day_name[found.weekday or 0]
    is_stated = found.year is not None
    return Conflict(
        kind=ConflictKind.WEEKDAY_DATE,
        conflict_class=ConflictClass.INSIDE_ONE_TEXT,
        consequence=Level.LOW,
        certainty=Level.HIGH if is_stated and is_clean(pile.text(span.source_id)) else Level.MEDIUM,
        scope=Scope.WITHIN,
        title=_title(text, days, is_stated),
        why=_why(pile, span, stated, days, is_stated),
        subject=text.casefold(),
        predicate="weekday",
        scope_key=pile.sources[span.source_id].source.path,
        sides=(make_side(pile, text, [span]),),
    )


def _title(text: str, days: list[date], is_stated: bool) -> str:
    if is_stated:
        return f"{text} was a {calendar.day_name[days[0].weekday()]}"
    if len(days) == 1:
        return f"{text} was a {calendar.day_name[days[0].weekday()]} in {days[0].year}"
    return f"{text}: not that weekday in {days[0].year} to {days[-1].year}"


def _why(pile: Pile, span: Span, stated: str, days: list[date], is_stated: bool) -> str:
    name = pile.label(span.source_id)
    if not is_stated:
        fits = "; ".join(f"in {d.year} it was a {calendar.day_name[d.weekday()]}" for d in days)
        return (
            f"{name} says {quoted(pile.quote(span))} without a year. Near its publication the date fell "
            f"on no {stated}: {fits}. The weekday or the date is a slip."
        )
    day = days[0]
    near = [day + timedelta(days=shift) for shift in (-3, -2, -1, 1, 2, 3)]
    same = next(d for d in near if calendar.day_name[d.weekday()] == stated)
    return (
        f"{name} says {quoted(pile.quote(span))}; {_written(day)} was a {calendar.day_name[day.weekday()]}, "
        f"and the nearest {stated} was {_written(same)}. The weekday or the date is a slip."
    )


def _written(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
