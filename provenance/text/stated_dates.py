"""Dates in running English text that are stated: with the name of a month, in figures, years alone."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.text.calendars import JULIAN, find_calendar_dates, from_julian, old_style_end
from provenance.text.date_expressions import DateExpression
from provenance.text.date_patterns import FIGURES, LOOK, ORDINAL_DAYS, WORD_BEFORE, YEARS, DatePatterns

_SURE_OF_YEAR = frozenset(
    "in since during until till year spring summer autumn fall winter early late mid circa from between"
    " within christmas easter eve".split()
)
_UNSURE_OF_YEAR = frozenset("by before after of around through the a an and to or for".split())
_WORD_AFTER = re.compile(r"\s{1,2}([^\W\d_]+)")
_YEAR_BEFORE = re.compile(r"\b[12]\d{3},?\s(?:and|to|or)\s\Z")
_DATE_REACH = 160
"""Characters before and behind a month's name that hold more than the longest date with it."""
_LAST_YEAR = 2100


def find_of_other_calendars(text: str) -> Iterator[DateExpression]:
    """12 Ramadan 1445, as the days of our calendar that it can mean."""
    for found in find_calendar_dates(text):
        one, two = found.first, found.last
        end = (None, None, None) if one == two else (two.year, two.month, two.day)
        yield DateExpression(
            found.start,
            found.end,
            None,
            one.year,
            one.month,
            one.day,
            end_year=end[0],
            end_month=end[1],
            end_day=end[2],
            calendar=found.calendar,
        )


def in_new_style(text: str, date: DateExpression) -> DateExpression:
    """25 October 1917 (O.S.): 7 November."""
    if date.year is None or date.month is None or date.day is None or date.is_range or date.calendar:
        return date
    end = old_style_end(text, date.start, date.end)
    day = from_julian(date.year, date.month, date.day) if end is not None else None
    if end is None or day is None:
        return date
    return evolve(date, end=end, year=day.year, month=day.month, day=day.day, calendar=JULIAN)


def with_weekday(
    text: str, date: DateExpression, patterns: DatePatterns, knowledge: Knowledge
) -> DateExpression:
    """The date with the weekday that stands behind it: 19 November 2024, a Saturday."""
    if date.weekday is not None or date.day is None or date.month is None or date.is_range:
        return date
    after = patterns.weekday_after.match(text, date.end)
    name = after and (after["weekday"] or after["bracketed"] or after["apart"])
    if not after or not name or not name[0].isupper():
        return date
    return evolve(date, end=after.end(), weekday=_lookup(name, knowledge.weekdays))


def find_named(text: str, patterns: DatePatterns, knowledge: Knowledge) -> Iterator[DateExpression]:
    """Dates with the name of a month: 3 March 2018, the third of March, March 2018, in March."""
    places = _around_months(text, patterns)
    yield from _with_figures(text, places, patterns, knowledge)
    yield from _worded(text, places, patterns, knowledge)


def find_figures(text: str, patterns: DatePatterns, knowledge: Knowledge) -> Iterator[DateExpression]:
    """2018-02-21; Friday, 21/02/2018 and 02/21/2018, of which a day of 12 or less is ambiguous."""
    for found in FIGURES.finditer(text):
        start, end = found.span()
        before = patterns.weekday_before.search(text, max(0, start - LOOK), start)
        weekday = _lookup(before["weekday"], knowledge.weekdays) if before else None
        if before and weekday is not None:
            start = before.start()
        if found["iso_year"]:
            year, month, day = (int(found[name]) for name in ("iso_year", "iso_month", "iso_day"))
            yield DateExpression(start, end, weekday, year, month, day)
            continue
        first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
        month, day = (second, first) if first > 12 or found["sep"] == "." else (first, second)
        is_ambiguous = first <= 12 and second <= 12 and first != second and found["sep"] == "/"
        yield DateExpression(start, end, weekday, year=year, month=month, day=day, is_ambiguous=is_ambiguous)


def find_years(text: str) -> Iterator[DateExpression]:
    """Years, and ranges of years, where the words around show that they are some."""
    for found in YEARS.finditer(text):
        year, year2 = int(found["year"]), found["year2"]
        last = None
        if year2:
            last = int(year2) if len(year2) == 4 else year - year % 100 + int(year2)
            if last <= year:
                continue
        before = text[max(0, found.start() - LOOK) : found.start()]
        after = text[found.end() : found.end() + LOOK]
        if last is None and (year > _LAST_YEAR or not _is_year(year, before, after)):
            continue
        word = WORD_BEFORE.search(before)
        is_attributive = last is None and word is not None and word[1].lower() in ("the", "a", "an")
        yield DateExpression(
            found.start(), found.end(), year=year, end_year=last, is_attributive=is_attributive
        )


def _around_months(text: str, patterns: DatePatterns) -> list[tuple[int, int]]:
    """Where dates with the capitalised name of a month can stand, in order and apart: only there is it worth
    looking for them."""
    places: list[tuple[int, int]] = []
    for found in patterns.capital_month.finditer(text):
        start, end = max(0, found.start() - _DATE_REACH), min(len(text), found.end() + _DATE_REACH)
        if places and start <= places[-1][1]:
            places[-1] = (places[-1][0], end)
        else:
            places.append((start, end))
    return places


def _with_figures(
    text: str, places: Sequence[tuple[int, int]], patterns: DatePatterns, knowledge: Knowledge
) -> Iterator[DateExpression]:
    """3 March 2018, March 3, March 2018, in March."""
    for pattern in (patterns.month_first, patterns.day_first, patterns.month_year, patterns.month_alone):
        for found in itertools.chain.from_iterable(pattern.finditer(text, *place) for place in places):
            parts = found.groupdict()
            names = [parts.get(name) for name in ("month", "month2", "weekday")]
            if pattern is patterns.month_first and _ends_sentence(text, found, knowledge):
                continue
            if all(name is None or name[0].isupper() for name in names):
                yield _from_parts(found, parts, pattern is patterns.day_first, knowledge)


def _ends_sentence(text: str, found: re.Match[str], knowledge: Knowledge) -> bool:
    """Does a sentence end behind the month: "closed in May. The 40 beds"? A short form has its own stop."""
    name = found["month"].lower()
    if text[found.end("month") : found.end("month") + 1] != ".":
        return False
    number = _lookup(name, knowledge.months)
    return not any(
        other.startswith(name) and len(other) > len(name)
        for other, n in knowledge.months.items()
        if n == number and not other.endswith(".")
    )


def _from_parts(
    found: re.Match[str], parts: dict[str, str | None], is_day_first: bool, knowledge: Knowledge
) -> DateExpression:
    month, month2 = (
        _lookup(parts.get("month"), knowledge.months),
        _lookup(parts.get("month2"), knowledge.months),
    )
    day, day2 = _digits(parts.get("day")), _digits(parts.get("day2"))
    year = _digits(parts.get("year") or parts.get("year_glued"))
    if is_day_first:  # the month stands with the last day
        month, month2 = month or month2, month2 if month else None
        day, day2 = (day2, None) if day is None else (day, day2)
    start, end = found.span()
    if found.group().endswith(".") and len(parts.get("month2") or parts.get("month") or "") > 4:
        end -= 1  # a full stop, not that of an abbreviation
    if "weekday" not in parts and "day" not in parts:
        start = found.start("month")
    weekday = _lookup(parts.get("weekday"), knowledge.weekdays)
    return DateExpression(start, end, weekday, year, month, day, None, month2, day2)


def _lookup(name: str | None, table: Mapping[str, int]) -> int | None:
    if name is None:
        return None
    folded = name.lower()
    return table.get(folded, table.get(folded + "."))


def _digits(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _worded(
    text: str, places: Sequence[tuple[int, int]], patterns: DatePatterns, knowledge: Knowledge
) -> Iterator[DateExpression]:
    """The twenty-ninth of February 1900."""
    for found in itertools.chain.from_iterable(patterns.worded.finditer(text, *place) for place in places):
        if found["month"][0].isupper():
            day = ORDINAL_DAYS[found["ordinal"].lower().replace(" ", "-")]
            month = _lookup(found["month"], knowledge.months)
            end = found.end() - (found.group().endswith(".") and len(found["month"]) > 3)
            yield DateExpression(found.start(), end, None, _digits(found["year"]), month, day)


def _is_year(year: int, before: str, after: str) -> bool:
    """Do the words around show that the number is a year?"""
    if before.endswith("(") and after[:1] in (")", ",", ";", "-", "\u2013"):
        return True
    word = WORD_BEFORE.search(before)
    if word is None:
        return False
    last = word[1].lower()
    if last in ("and", "to", "or"):
        return _YEAR_BEFORE.search(before) is not None
    follows = _WORD_AFTER.match(after)
    is_counted = follows is not None and _is_plural(follows[1])
    if last in ("the", "a", "an"):
        return 1800 <= year < 2100 and follows is not None
    if last in _SURE_OF_YEAR:
        return not is_counted or 1800 <= year < 2100
    return last in _UNSURE_OF_YEAR and not is_counted


def _is_plural(word: str) -> bool:
    return word in ("people", "men", "women", "children") or (
        len(word) > 3 and word.islower() and word.endswith("s") and not word.endswith("ss")
    )
