"""Regular expressions of English dates, built from the month and weekday names that are known."""

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from provenance.model.knowledge import Knowledge

GAP = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,3})"
"""White space inside a date: a few blanks, or one line break where text is wrapped."""

_SUFFIX = "(?:st|nd|rd|th)?"
_DASH = r"[^\S\n]?[-\u2010-\u2014][^\S\n]?"
_JOIN = rf"(?:{_DASH}|{GAP}(?:to|through|until|till){GAP})"
_JOIN_OR_AND = rf"(?:{_DASH}|{GAP}(?:to|through|until|till|and){GAP})"
_NOT_AFTER_FIGURE = r"(?<![\d.,/:$£€-])"
_DAY = rf"{_NOT_AFTER_FIGURE}\d{{1,2}}{_SUFFIX}(?![\w%]|[.:,/]\d)"
_DAY_AFTER = rf"\d{{1,2}}{_SUFFIX}(?![\w%]|[.:/]\d|,\d{{3}}(?!\d))"
_NO_COUNT = (
    rf"(?!{GAP}(?:percent|per[^\S\n]cent|hundred|thousand|million|billion|trillion|dozen)\b|[^\S\n]?%)"
)
_YEAR = r"[12]\d{3}(?![\w%]|[.,]\d)"
_UNITS = "day|night|week|weekend|month|year|quarter|spring|summer|autumn|fall|winter"
_PARTS_OF_DAY = ("tomorrow", "morning", "afternoon", "evening")
_LONG_NAME = 5
_AGO = rf"|(?P<count>\d{{1,3}}|an?|[a-z]{{3,9}}){GAP}(?P<ago_unit>day|week|month|year)s?{GAP}ago"

_UNITS_OF_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split()
ORDINAL_DAYS = {
    name: day
    for day, name in enumerate(
        [
            *_UNITS_OF_ORDINALS,
            *"tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth".split(),
            *"eighteenth nineteenth twentieth".split(),
            *(f"twenty-{unit}" for unit in _UNITS_OF_ORDINALS),
            "thirtieth",
            *(f"thirty-{unit}" for unit in _UNITS_OF_ORDINALS[:2]),
        ],
        1,
    )
}
"""Days of a month in words; the thirty-second is there so that it can be told to be none."""


LOOK = 24
"""Characters before and behind a date in which words that belong to it are looked for."""
WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s-]{1,3}\Z")
"""The word right before a place, in the text up to there."""


@frozen
class DatePatterns:
    """One compiled pattern for each shape of date; named groups are the parts.

    `capital_month`: at every name of a month with a capital, and perhaps at other words. `relative_but_ago`:
    without "2 days ago", of which every word could be the first.
    Signs: letters in lower case of which some stand in everything that the pattern finds.
    """

    capital_month: re.Pattern[str]
    month_first: re.Pattern[str]
    day_first: re.Pattern[str]
    month_year: re.Pattern[str]
    month_alone: re.Pattern[str]
    relative: re.Pattern[str]
    relative_but_ago: re.Pattern[str]
    weekday: re.Pattern[str]
    capital_weekday: re.Pattern[str]
    worded: re.Pattern[str]
    weekday_before: re.Pattern[str]
    weekday_after: re.Pattern[str]
    month_signs: tuple[str, ...]
    relative_signs: tuple[str, ...]
    weekday_signs: tuple[str, ...]


FIGURES = re.compile(
    r"(?<![\d/.:-])(?:(?P<iso_year>\d{4})-(?P<iso_month>\d{2})-(?P<iso_day>\d{2})(?!\d|-\d)"
    r"|(?P<first>\d{1,2})(?P<sep>[/.])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4})(?![\d/]))"
)
"""2018-02-21, 21/02/2018, 21.02.2018."""

YEARS = re.compile(
    r"(?<![\w.,$£€/:-])(?P<year>[12]\d{3})(?:[-\u2010-\u2014](?P<year2>[12]\d{3}|\d{2}))?(?![\w%-]|[.,:/]\d)"
)
"""A year, or two joined by a dash; what stands around it must show that it is one."""


@lru_cache(maxsize=8)
def date_patterns(knowledge: Knowledge) -> DatePatterns:
    """Patterns for the names of `knowledge`; without names they find nothing."""
    month, weekday = _names(knowledge.months), _names(knowledge.weekdays)
    long_weekday = _names(name for name in knowledge.weekdays if len(name) > _LONG_NAME)
    return DatePatterns(
        capital_month=_capital(knowledge.months),
        month_first=_month_first(month, weekday),
        day_first=_day_first(month, weekday),
        month_year=_compile(
            rf"\b(?P<month>{month})\b\.?(?:{_JOIN}(?P<month2>{month})\b\.?)?,?{GAP}(?:(?:of|in){GAP})?(?P<year>{_YEAR})"
        ),
        month_alone=_compile(
            r"\b(?:in|since|by|until|till|during|before|after|from|of|early|late|mid|through|between)"
            rf"(?:{GAP}|-)(?:(?:early|late|mid)(?:{GAP}|-))?"
            rf"(?P<month>{month})\b(?:{_JOIN}(?P<month2>{month})\b)?(?!\.?{GAP}\d|-)"
        ),
        relative=_relative(month, weekday, _AGO),
        relative_but_ago=_relative(month, weekday, ""),
        weekday=_compile(rf"\b(?P<weekday>{long_weekday})\b"),
        capital_weekday=_capitals(name for name in knowledge.weekdays if len(name) > _LONG_NAME),
        worded=_worded(month),
        weekday_before=_compile(rf"\b(?P<weekday>{weekday})\b\.?,?{GAP}\(?\Z"),
        weekday_after=_after(weekday),
        month_signs=_signs(knowledge.months),
        relative_signs=_signs([*_UNITS.split("|"), *_PARTS_OF_DAY, *knowledge.months, *knowledge.weekdays]),
        weekday_signs=_signs(knowledge.weekdays),
    )


def _month_first(month: str, weekday: str) -> re.Pattern[str]:
    """Tuesday, May 12th, 2018; June 11-July 26; August 28-29."""
    last = rf"(?:(?:{_JOIN}(?P<month2>{month})\b\.?{GAP}|{_JOIN_OR_AND})(?P<day2>{_DAY_AFTER}){_NO_COUNT})?"
    return _compile(
        rf"{_before(weekday)}\b(?P<month>{month})\b\.?{GAP}(?:the{GAP})?"
        rf"(?P<day>{_DAY_AFTER}){_NO_COUNT}{last}(?:,?{GAP}(?P<year>{_YEAR})|,(?P<year_glued>{_YEAR}))?"
    )


def _day_first(month: str, weekday: str) -> re.Pattern[str]:
    """Tuesday 12 May 2018; the 3rd of June; 28-29 August; 30 April to 2 May 2018."""
    first = rf"(?P<day>{_DAY})(?:{GAP}(?P<month>{month})\b\.?{_JOIN}|{_JOIN_OR_AND})"
    return _compile(
        rf"{_before(weekday)}(?:{first}|{_NOT_AFTER_FIGURE})(?P<day2>{_DAY_AFTER})"
        rf"{GAP}(?:of{GAP})?(?P<month2>{month})\b\.?(?:,?{GAP}(?:(?:of|in){GAP})?(?P<year>{_YEAR}))?"
    )


def _worded(month: str) -> re.Pattern[str]:
    """The twenty-ninth of February 1900; June the first."""
    names = "|".join(sorted(ORDINAL_DAYS, key=lambda name: (-len(name), name))).replace("-", "[- ]")
    year = rf"(?:,?{GAP}(?:(?:of|in){GAP})?(?P<year>{_YEAR}))?"
    return _compile(rf"\b(?P<ordinal>{names}){GAP}(?:day{GAP})?of{GAP}(?P<month>{month})\b\.?{year}")


def _after(weekday: str) -> re.Pattern[str]:
    """19 November 2024, a Saturday; 19 November (Saturday)."""
    return _compile(
        rf"(?:,{GAP}|[^\S\n][-\u2013\u2014][^\S\n])(?:which{GAP}(?:was|is|will{GAP}be){GAP})?(?:an?|the){GAP}(?P<weekday>{weekday})\b(?!['\u2019])"
        rf"|[^\S\n]\((?:an?{GAP})?(?P<bracketed>{weekday})\.?\)"
        rf"|,{GAP}(?P<apart>{weekday})(?=,)"
    )


def _before(weekday: str) -> str:
    part = rf"(?:{GAP}(?:morning|afternoon|evening|night)(?:{GAP}of(?={GAP}))?)?"
    return rf"(?:\b(?P<weekday>{weekday})\b\.?{part},?{GAP}(?:the{GAP}|\()?)?"


def _relative(month: str, weekday: str, ago: str) -> re.Pattern[str]:
    return _compile(
        rf"\b(?:(?P<edge>end|start|beginning|close){GAP}of{GAP}(?P<edge_which>the|this|last|next)"
        rf"{GAP}(?P<edge_unit>week|month|year)"
        rf"|(?P<part>earlier|later|early|late){GAP}(?P<part_which>this|last|next){GAP}(?P<part_unit>{_UNITS})"
        rf"|(?P<which>last|next|this(?:{GAP}(?:past|coming))?){GAP}(?P<unit>{_UNITS}|{weekday}|{month})"
        rf"|(?:over|at|during){GAP}the{GAP}(?P<weekend>weekend)"
        rf"{ago}"
        rf"|(?P<today>today|yesterday|tomorrow|tonight|this{GAP}(?:morning|afternoon|evening)))\b"
    )


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _signs(names: Iterable[str]) -> tuple[str, ...]:
    """The names in lower case, without those that hold another one: where that is missing they are too."""
    low = {name.rstrip(".").casefold() for name in names}
    return tuple(sorted(name for name in low if not any(one in name for one in low if one != name)))


def _capital(table: Iterable[str]) -> re.Pattern[str]:
    """A capital with which a name begins, then the rest of one: it opens with a letter that is looked for
    fast, and only then is it asked whether a word begins there."""
    names = sorted({name.rstrip(".") for name in table})
    first = "".join(sorted({re.escape(name[:1].upper()) for name in names}))
    rest = "|".join(re.escape(name[1:]) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"[{first}](?<!\w.)(?i:{rest})\b" if names else r"(?!)")


def _capitals(table: Iterable[str]) -> re.Pattern[str]:
    """Just the names, each with a capital, as a named group; see `_capital`."""
    names = sorted({name.rstrip(".") for name in table}, key=lambda name: (-len(name), name))
    each = "|".join(rf"{re.escape(name[:1].upper())}(?<!\w.)(?i:{re.escape(name[1:])})" for name in names)
    return re.compile(rf"(?P<weekday>{each})\b" if names else "(?P<weekday>(?!))")


def _names(table: Iterable[str]) -> str:
    names = sorted({name.rstrip(".") for name in table}, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(re.escape(name) for name in names) + ")" if names else "(?!)"
