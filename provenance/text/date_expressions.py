"""Dates in running English text: absolute, incomplete, ranges and relative ones."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from provenance.model.knowledge import Knowledge
from provenance.text.calendars import (
    JULIAN,
    find_calendar_dates,
    from_julian,
    old_style_end,
    plain_digits,
)
from provenance.text.date_patterns import FIGURES, ORDINAL_DAYS, YEARS, DatePatterns, date_patterns
from provenance.text.kept import kept

PREPOSITIONS = frozenset(
    "on in at by before after since until till from to of during around circa between through for dated"
    " within".split()
)
"""Words that are reported as a date's `preposition` when they stand right before it."""

_SURE_OF_YEAR = frozenset(
    "in since during until till year spring summer autumn fall winter early late mid circa from between"
    " within christmas easter eve".split()
)
_UNSURE_OF_YEAR = frozenset("by before after of around through the a an and to or for".split())
_DIGIT = re.compile(r"\d")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s-]{1,3}\Z")
_WORD_AFTER = re.compile(r"\s{1,2}([^\W\d_]+)")
_YEAR_BEFORE = re.compile(r"\b[12]\d{3},?\s(?:and|to|or)\s\Z")
_OF_LENGTH = re.compile(r"\b(?:the|his|her|its|their|our|your|my)\s\Z", re.IGNORECASE)
"""Words before "last week" with which it is a length of time or a part of something, no date."""
_TO_DAY = re.compile(r"\s?[-\u2010-\u2014]\s?|\s(?:through|thru|to)\s")
_TO_DAY_BEFORE = re.compile(r"(?:\s?[-\u2010-\u2014]\s?|\s(?:through|thru|to)\s)\Z")
_EDGE_BEFORE = re.compile(
    r"\b(by|before|after|until|till|since)\s(?:the\s)?(?:very\s)?(?:end|start|beginning|middle|close)\sof\s\Z"
)
_EVERY = re.compile(r"\b(?:every|each)\s\Z", re.IGNORECASE)
_LONGEST_JOIN = 8
_LOOK = 24
_DATE_REACH = 160
"""Characters before and behind a month's name that hold more than the longest date with it."""
_LAST_YEAR = 2100


@frozen(order=True)
class DateExpression:
    """A date at [start, end), without the preposition before it; parts that are not stated are None.

    `weekday`: 0 (Monday)..6. `end_year`, `end_month`, `end_day`: last day of a range, as stated; its missing
    parts are those of the first day, and the other way round. `relative`: normalised words that need the
    time of writing ("last month", "on tuesday", "today", "over the weekend", "earlier this month", "end of
    this year", "2 weeks ago"), None if absolute. `preposition`: the word before, if one of PREPOSITIONS, else
    "". `is_ambiguous`: in figures, and day and month can be exchanged. `is_attributive`: a year that stands
    as an adjective (the 2018 election). `calendar`: that of the date as printed, if it is not ours; the parts
    are then the days of ours that it can mean. Parts need not make a possible date.
    """

    start: int
    end: int
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    relative: str | None = None
    preposition: str = ""
    is_ambiguous: bool = False
    is_attributive: bool = False
    calendar: str = ""

    @property
    def is_range(self) -> bool:
        """Is a last day, month or year stated?"""
        return any(part is not None for part in (self.end_year, self.end_month, self.end_day))

    @property
    def is_full(self) -> bool:
        """Are year, month and day stated?"""
        return None not in (self.year, self.month, self.day)


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
    candidates: list[DateExpression] = list(_of_other_calendars(text))
    if _has(low, patterns.month_signs):
        places = _around_months(text, patterns)
        candidates += _named(text, places, patterns, knowledge)
        candidates += _worded(text, places, patterns, knowledge)
    if _DIGIT.search(text):
        candidates += [*_figures(text, patterns, knowledge), *_years(text)]
    if _has(low, patterns.relative_signs):
        candidates += _relative(text, patterns, knowledge)
    if _has(low, patterns.weekday_signs):
        candidates += _weekdays(text, patterns, knowledge)
    candidates.sort(key=lambda date: (date.start, -date.end))
    found: list[DateExpression] = []
    for date in candidates:
        if not found or date.start >= found[-1].end:
            whole = _from_old_style(text, _with_weekday(text, date, patterns, knowledge))
            found.append(evolve(whole, preposition=_preposition(text, date.start)))
    return _joined_by_and(text, found)


def _of_other_calendars(text: str) -> Iterator[DateExpression]:
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


def _from_old_style(text: str, date: DateExpression) -> DateExpression:
    """25 October 1917 (O.S.): 7 November."""
    if date.year is None or date.month is None or date.day is None or date.is_range or date.calendar:
        return date
    end = old_style_end(text, date.start, date.end)
    day = from_julian(date.year, date.month, date.day) if end is not None else None
    if end is None or day is None:
        return date
    return evolve(date, end=end, year=day.year, month=day.month, day=day.day, calendar=JULIAN)


def _has(low: str, signs: Iterable[str]) -> bool:
    """Does a sign stand in the text? Beyond ASCII that is not asked: letters there can match others."""
    return not low.isascii() or any(sign in low for sign in signs)


def _joined_by_and(text: str, dates: list[DateExpression]) -> list[DateExpression]:
    """Between 15 August and 2 September 2016: two dates made one range."""
    joined: list[DateExpression] = []
    for date in dates:
        before = joined[-1] if joined else None
        if before is not None and _is_last_of_range(text, before, date):
            joined[-1] = _range(before, date)
        else:
            joined.append(date)
    return joined


def _is_last_of_range(text: str, first: DateExpression, last: DateExpression) -> bool:
    if first.preposition != "between" or last.start - first.end > _LONGEST_JOIN:
        return False
    if text[first.end : last.start].strip(" \n,") != "and":
        return False
    both = (first, last)
    is_plain = all(d.relative is None and d.weekday is None and not d.is_range for d in both)
    is_alike = (first.month is None, first.day is None) == (last.month is None, last.day is None)
    return is_plain and is_alike and (first.month is not None or None not in (first.year, last.year))


def _range(first: DateExpression, last: DateExpression) -> DateExpression:
    """From the one to the other; the year may be stated with either."""
    year, end_year = first.year or last.year, None
    if first.year and last.year and first.year != last.year:
        end_year = last.year
    elif first.year and not last.year and (last.month or 0) < (first.month or 0):
        end_year = first.year + 1
    return evolve(
        first,
        end=last.end,
        year=year,
        end_year=end_year,
        end_month=last.month,
        end_day=last.day,
        is_ambiguous=first.is_ambiguous or last.is_ambiguous,
    )


def _preposition(text: str, start: int) -> str:
    before = text[max(0, start - 2 * _LOOK) : start].lower()
    for _ in range(2):
        word = _WORD_BEFORE.search(before)
        if word is None:
            return ""
        if word[1] == "of" and (edge := _EDGE_BEFORE.search(before)):
            return edge[1]
        if word[1] in PREPOSITIONS:
            return word[1]
        if word[1] not in ("the", "early", "late", "mid", "about", "around"):
            return ""
        before = before[: word.start()]
    return ""


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


def _named(
    text: str, places: Sequence[tuple[int, int]], patterns: DatePatterns, knowledge: Knowledge
) -> Iterator[DateExpression]:
    """Dates with the name of a month."""
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


def _with_weekday(
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


def _figures(text: str, patterns: DatePatterns, knowledge: Knowledge) -> Iterator[DateExpression]:
    """2018-02-21; Friday, 21/02/2018 and 02/21/2018, of which a day of 12 or less is ambiguous."""
    for found in FIGURES.finditer(text):
        start, end = found.span()
        before = patterns.weekday_before.search(text, max(0, start - _LOOK), start)
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


def _years(text: str) -> Iterator[DateExpression]:
    for found in YEARS.finditer(text):
        year, year2 = int(found["year"]), found["year2"]
        last = None
        if year2:
            last = int(year2) if len(year2) == 4 else year - year % 100 + int(year2)
            if last <= year:
                continue
        before = text[max(0, found.start() - _LOOK) : found.start()]
        after = text[found.end() : found.end() + _LOOK]
        if last is None and (year > _LAST_YEAR or not _is_year(year, before, after)):
            continue
        word = _WORD_BEFORE.search(before)
        is_attributive = last is None and word is not None and word[1].lower() in ("the", "a", "an")
        yield DateExpression(
            found.start(), found.end(), year=year, end_year=last, is_attributive=is_attributive
        )


def _is_year(year: int, before: str, after: str) -> bool:
    """Do the words around show that the number is a year?"""
    if before.endswith("(") and after[:1] in (")", ",", ";", "-", "\u2013"):
        return True
    word = _WORD_BEFORE.search(before)
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


def _relative(text: str, patterns: DatePatterns, knowledge: Knowledge) -> Iterator[DateExpression]:
    pattern = patterns.relative if "ago" in text.lower() else patterns.relative_but_ago
    for found in pattern.finditer(text):
        parts = {name: " ".join(part.lower().split()) for name, part in found.groupdict().items() if part}
        words, month, weekday = "", None, None
        if "edge" in parts:
            edge = "start" if parts["edge"] in ("start", "beginning") else "end"
            words = f"{edge} of {parts['edge_which'].replace('the', 'this')} {parts['edge_unit']}"
        elif "part" in parts:
            words = f"{parts['part']} {parts['part_which']} {parts['part_unit']}"
        elif "which" in parts:
            unit = found["unit"]
            month, weekday = knowledge.months.get(parts["unit"]), knowledge.weekdays.get(parts["unit"])
            if not _is_relative(text, found, is_name=month is not None or weekday is not None):
                continue
            if weekday is not None and _is_of_date(text, found.start("unit"), patterns):
                continue
            which = {"this past": "last", "this coming": "next"}.get(parts["which"], parts["which"])
            words = f"{which} {unit.lower()}"
        elif "weekend" in parts:
            words = "over the weekend"
        elif "count" in parts:
            count = _count(parts["count"], knowledge)
            if count is None:
                continue
            words = f"{count} {parts['ago_unit']}s ago"
        else:
            words = "today" if parts["today"].startswith(("this", "tonight")) else parts["today"]
        yield DateExpression(found.start(), found.end(), weekday=weekday, month=month, relative=words)


def _is_of_date(text: str, start: int, patterns: DatePatterns) -> bool:
    """Last Friday, 3 March: is the weekday that of a date?"""
    return any(
        (full := pattern.match(text, start)) is not None and full["weekday"] is not None
        for pattern in (patterns.month_first, patterns.day_first)
    )


def _is_relative(text: str, found: re.Match[str], *, is_name: bool) -> bool:
    """Not "the last week", "her last day", not "this May 12", not "this fall in prices"."""
    unit = found["unit"]
    if is_name and not unit[0].isupper():
        return False
    if _OF_LENGTH.search(text[max(0, found.start() - 7) : found.start()]):
        return False
    after = text[found.end() : found.end() + 5]
    if is_name and re.match(r"\.?\s\d", after):
        return False
    return not (unit.lower() == "fall" and re.match(r"\s(?:in|of)\b", after)) and not after.startswith("-")


def _count(word: str, knowledge: Knowledge) -> int | None:
    if word.isdigit():
        return int(word)
    value = 1.0 if word in ("a", "an") else knowledge.number_words.get(word)
    return None if value is None else int(value)


def _weekdays(text: str, patterns: DatePatterns, knowledge: Knowledge) -> Iterator[DateExpression]:
    """A weekday alone: capitalised, and no part of a longer name (Black Friday, Sunday Times)."""
    for found in patterns.capital_weekday.finditer(text):
        if found["weekday"].isupper():
            continue
        before = re.search(r"(\S+)[^\S\n]\Z", text[max(0, found.start() - _LOOK) : found.start()])
        after = re.match(r"[^\S\n](\w)|[-\u2010]", text[found.end() : found.end() + 3])
        if before and before[1][0].isupper() and before[1].lower() not in PREPOSITIONS:
            continue
        is_plain = before is not None and before[1].lower() in PREPOSITIONS  # On Saturday Paris said
        if after and (after[1] is None or (after[1].isupper() and not is_plain)):
            continue
        if _is_schedule(text, patterns, found):
            continue
        weekday = knowledge.weekdays[found["weekday"].lower()]
        words = f"on {found['weekday'].lower()}"
        yield DateExpression(found.start(), found.end(), weekday=weekday, relative=words)


def _is_schedule(text: str, patterns: DatePatterns, found: re.Match[str]) -> bool:
    """Monday through Friday, every Monday: no day in particular."""
    if _EVERY.search(text, max(0, found.start() - _LOOK), found.start()):
        return True
    joined = _TO_DAY.match(text, found.end())
    if joined and patterns.weekday.match(text, joined.end()):
        return True
    before = text[max(0, found.start() - _LOOK) : found.start()]
    joined = _TO_DAY_BEFORE.search(before)
    return joined is not None and patterns.weekday.search(before[: joined.start()][-12:]) is not None
