"""Dates of other calendars as the days of ours that they can mean; digits of other scripts."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from attrs import frozen
from convertdate import islamic, julian, persian

ISLAMIC = "Islamic calendar (tabular, civil; one day either side)"
"""Months begin with the sighting of the moon, by place: a day either side of the reckoned one is possible."""
IRANIAN = "Iranian calendar (solar Hijri)"
JULIAN = "Julian calendar (Old Style)"

_ZEROS = (
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6,
    0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0,
    0x0F20, 0x1040, 0x17E0, 0x1810, 0xFF10,
)  # fmt: skip
"""Zeros of the digits of Arabic, Persian, NKo, Devanagari and other scripts (Unicode, category Nd)."""
_DIGITS = {zero + value: str(value) for zero in _ZEROS for value in range(10)}
_MARKS = {0x066A: "%", 0x066B: ".", 0x066C: ","}
"""Arabic signs for percent, decimals and thousands."""
_FOREIGN_DIGIT = re.compile("[" + "".join(f"{chr(zero)}-{chr(zero + 9)}" for zero in _ZEROS) + "]")

_ARTICLE = r"(?:a[lrzstdn]|u[lrsz]|ul)[-\s'’]?"
_ISLAMIC_MONTHS = (
    r"Mu[hḥ]arr?am|محرم",
    r"[SṢ]afar|صفر",
    rf"Rab[iīee]+['’ʿ`]?\s?(?:{_ARTICLE})?\s?(?:Awwal|Avval|Ūlā|Ula)|Rab[iī]['’ʿ]?\sI(?!I)|ربيع\sالأول|ربیع‌?\s?الاول",
    rf"Rab[iīee]+['’ʿ`]?\s?(?:{_ARTICLE})?\s?(?:[TṬ]h?[aā]n[iī]|[AĀ]kh[iī]r|Sani)|Rab[iī]['’ʿ]?\sII|ربيع\s(?:الآخر|الثاني)",
    rf"Jum[aā]d[aāi]\s?(?:{_ARTICLE})?\s?(?:Awwal|Ūlā|Ula|[UŪ]l[aā])|Jum[aā]d[aā]\sI(?!I)|جمادى\sالأولى",
    rf"Jum[aā]d[aāi]\s?(?:{_ARTICLE})?\s?(?:[TṬ]h?[aā]n[iī](?:yah?)?|[AĀ]kh[ia]ra?h?|Sani)|Jum[aā]d[aā]\sII|جمادى\s(?:الآخرة|الثانية)",
    r"Raj[ae]b|رجب",
    r"Sha['’ʿ`]?b[aā]n|شعبان",
    r"Rama[dḍz][aā]n|رمضان",
    r"Shaww[aā]l|شوال",
    rf"(?:Dh?[uū]|Z[iu]l?)\s?[-'’]?(?:{_ARTICLE})?\s?[QK][aāi]['’ʿ`]?da?h?|ذو\sالقعدة",
    rf"(?:Dh?[uū]|Z[iu]l?)\s?[-'’]?(?:{_ARTICLE})?\s?[HḤ]ijj?ah?|ذو\sالحجة",
)
_IRANIAN_MONTHS = (
    "Farvard[iī]n|فروردین", "Ordibehesht|اردیبهشت", "Khord[aā]d|خرداد", "T[iī]r|تیر", "(?:A)?Mord[aā]d|مرداد",
    "Shahr[iī]var|شهریور", "Mehr|مهر", "[AĀ]b[aā]n|آبان", "[AĀ]zar|آذر", "Dey|دی",
    "Bahman|بهمن", "Esfand|اسفند",
)  # fmt: skip
"""Names of the months in English texts and in their script. Written from general knowledge of both."""


@frozen
class _Calendar:
    name: str
    months: tuple[re.Pattern[str], ...]
    pattern: re.Pattern[str]
    first_year: int
    last_year: int


def _calendar(name: str, months: tuple[str, ...], era: str, years: tuple[int, int]) -> _Calendar:
    any_month = "|".join(f"(?:{month})" for month in months)
    gap = r"[^\S\n]{1,2}"
    year = rf"(?P<YEAR>1[0-5]\d\d)(?!\d)(?:{gap}?(?:{era}))?"
    text = (
        rf"(?<![\w.])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{gap}(?:of{gap})?)?(?P<month>{any_month})(?!\w),?{gap}{year}"
        rf"|(?<!\w)(?P<month_b>{any_month}){gap}(?P<day_b>\d{{1,2}})(?:st|nd|rd"
        rf"|th)?,{gap}{year.replace('YEAR', 'year_b')}"
        rf"|(?<![\w.])(?P<year_c>1[0-5]\d\d){gap}(?:{era})(?!\w)"
    ).replace("YEAR", "year_a")
    compiled = tuple(re.compile(month) for month in months)
    return _Calendar(name, compiled, re.compile(text), *years)


_CALENDARS = (
    _calendar(ISLAMIC, _ISLAMIC_MONTHS, r"A\.?H\b\.?|H\b\.?|هـ|Hijri\b", (1000, 1600)),
    _calendar(IRANIAN, _IRANIAN_MONTHS, r"S\.?H\b\.?|A\.?P\b\.?|ش|solar\sHijri\b", (1200, 1500)),
)
_SIGNS = re.compile(
    r"[\u0600-\u06ff]|A(?<!\w.)\.?H\b|S(?<!\w.)\.?H\b|Hijri|[Mm]uharr?am|[Ss]afar|Rab|Jum|Raj|Sha|Ram|Zil|Z[iu]|Dh?[uū]|Du|Farv|Ord|Khor|"
    r"T(?<!\w.)[iī]r|Mord|Mehr|[AĀ]b[aā]n|[AĀ]zar|Dey|Bahman|Esfand|Ḥ|ḥ|Ṣ"
)
"""Letters of which some stand in every such date; each begins with one that is looked for fast."""
_OLD_STYLE = re.compile(
    r",?\s?[(\[]?\s?(?:O\.\s?S\.|OS(?=[)\],.;\s]|\Z)|[Oo]ld\s[Ss]tyle|(?:(?:of|by|in|according\sto)\sthe\s)?Julian(?:\scalendar)?"
    r"|ст\.\s?ст\.|по\sстарому\sстилю)\s?[)\]]?"
)
_OLD_STYLE_BEFORE = re.compile(r"\b(?:O\.\s?S\.|[Oo]ld\s[Ss]tyle)\s\Z")


@frozen(order=True)
class CalendarDate:
    """A date of another calendar at [start, end). `first`, `last`: days of ours, both inclusive."""

    start: int
    end: int
    calendar: str
    first: date
    last: date


def plain_digits(text: str) -> str:
    """`text` with the digits of other scripts as 0 to 9, and the Arabic marks of numbers; of one length."""
    if text.isascii() or _FOREIGN_DIGIT.search(text) is None:
        return text
    return text.translate(_DIGITS | _MARKS)


def find_calendar_dates(text: str) -> Iterator[CalendarDate]:
    """Dates of the Islamic and the Iranian calendar: 12 Ramadan 1445, Ramadan 1445, 1445 AH; 22 Bahman 1357.

    A day is printed with its year, or is not found. Digits of other scripts: see `plain_digits`. An Islamic
    date stands for the reckoned day and one on either side.
    """
    if _SIGNS.search(text) is None:
        return
    for calendar in _CALENDARS:
        for found in calendar.pattern.finditer(text):
            days = _days(calendar, found)
            if days is not None:
                yield CalendarDate(found.start(), found.end(), calendar.name, *days)


def old_style_end(text: str, start: int, end: int) -> int | None:
    """Where the mark of the Julian calendar about the date at [start, end) ends; None if there is none."""
    behind = _OLD_STYLE.match(text, end)
    if behind is not None:
        return behind.end()
    return end if _OLD_STYLE_BEFORE.search(text, max(0, start - 12), start) else None


def from_julian(year: int, month: int, day: int) -> date | None:
    """The day of our calendar; None if the Julian one has no such day."""
    try:
        return date(*julian.to_gregorian(year, month, day))
    except (ValueError, OverflowError):
        return None


def _days(calendar: _Calendar, found: re.Match[str]) -> tuple[date, date] | None:
    year = int(found["year_a"] or found["year_b"] or found["year_c"])
    named = found["month"] or found["month_b"]
    day = found["day"] or found["day_b"]
    if not calendar.first_year <= year < calendar.last_year:
        return None
    month = next((i for i, one in enumerate(calendar.months, 1) if named and one.fullmatch(named)), None)
    if named and month is None:
        return None
    try:
        if calendar.name == ISLAMIC:
            return _islamic(year, month, int(day) if day else None)
        return _iranian(year, month, int(day) if day else None)
    except (ValueError, OverflowError):  # a day that the month does not have
        return None


def _islamic(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    if day is not None and not 1 <= day <= 30:
        return None
    one = timedelta(days=1)
    first = date(*islamic.to_gregorian(year, month or 1, day or 1))
    if day is not None:
        return first - one, first + one
    following = (year, month + 1) if month and month < 12 else (year + 1, 1)
    return first - one, date(*islamic.to_gregorian(*following, 1))


@lru_cache(maxsize=512)
def _new_year(year: int) -> date:
    """Nowruz, by the equinox at Tehran."""
    return date(*persian.to_gregorian(year, 1, 1))


def _iranian(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    if month is None:
        return _new_year(year), _new_year(year + 1) - timedelta(days=1)
    start = _new_year(year) + timedelta(days=31 * min(month - 1, 6) + 30 * max(0, month - 7))
    end = _new_year(year + 1) if month == 12 else start + timedelta(days=31 if month <= 6 else 30)
    if day is None:
        return start, end - timedelta(days=1)
    found = start + timedelta(days=day - 1)
    return (found, found) if 1 <= day and found < end else None
