"""Dates and times as pages print them, each with the interval in UTC that it can mean."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from attrs import evolve, frozen

from provenance.model.sources import ZoneBasis
from provenance.readers.statements.months import month_number
from provenance.readers.statements.prechecks import fold_letters, holds_any
from provenance.readers.statements.zones import (
    EARLIEST_HOURS,
    LATEST_HOURS,
    NAMED,
    OFFSET,
    print_offset,
    read_zone,
)

_YEARS = range(1400, 2200)
_ENGLISH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_MONTH = r"(?P<month>[^\W\d_][^\s\d.,;:/|-]{1,13})\.?"
"""A word, which the table of months must know."""
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?,?\s{1,3})?"
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:(?P<colon>[:.h])(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?)?"
    r"(?!\d)(?:\s{0,2}(?P<half>[ap]\.?m\b\.?))?"
)
_ZONE = rf"(?:\s{{0,2}}[(,]?\s?(?P<zone>{OFFSET}|{NAMED})\)?)?"
_BEFORE = r"(?<![\w.,/-])"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BEFORE}{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|[.º°])?\s{{1,3}}(?:(?:of|de)\s|d[’'])?"
        rf"{_MONTH},?\s{{1,3}}(?:del?\s)?{_YEAR}(?![\w-])",
        rf"(?<![\w/-]){_WEEKDAY}{_ENGLISH}\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR}(?![\w-])",
        rf"{_BEFORE}{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?=T\d|[^\w-]|$)",
        rf"{_BEFORE}{_YEAR}/(?P<month>\d{{2}})/(?P<day>\d{{2}})(?![\w/-])",
        rf"{_BEFORE}(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}(?!\w|[.-]\d)",
        rf"{_BEFORE}(?P<first>\d{{1,2}})(?P<mark>[/-])(?P<then>\d{{1,2}})(?P=mark){_YEAR}(?![\w/-])",
        rf"{_BEFORE}(?P<day>\d{{1,2}})-(?P<month>[^\W\d_]{{3,9}})-{_YEAR}(?![\w-])",
        rf"(?<![\w.,/-]){_YEAR}[.,]?\s{{1,2}}{_MONTH}\s{{1,2}}(?P<day>\d{{1,2}})(?!\d|\w)",
        rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]",
    )
)
_UNIX = re.compile(
    rf"(?<![\w/-])(?:mon|tue|wed|thu|fri|sat|sun)\s{_ENGLISH}\s{{1,2}}(?P<day>\d{{1,2}})\s{_CLOCK}"
    rf"(?:\s(?P<zone>{OFFSET}|{NAMED}))?\s{_YEAR}(?![\w-])",
    re.IGNORECASE,
)
_MONTH_STEMS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NEEDED: tuple[tuple[re.Pattern[str], Sequence[str]], ...] = (
    (_UNIX, _MONTH_STEMS),
    *zip(_DATES, ((), _MONTH_STEMS, "-", "/", ".", "/-", "-", (), ()), strict=True),
)
"""Signs of which one stands in all that a pattern finds; none: it can find anything."""
_KNOWN_CHARS = 300
_COMPACT = re.compile(
    r"(?:D:)?(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?(?P<hour>\d{2})(?P<minute>\d{2})"
    r"(?P<second>\d{2})?(?:\d{3})?)?(?P<zone>Z|[+-]\d{2}[:']?(?:\d{2})?)?'?(?:00'?00'?)?",
    re.IGNORECASE,
)
_YEARLESS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BEFORE}{_WEEKDAY}{_DAY}\s{{1,3}}{_ENGLISH}(?![\w-])",
        rf"(?<![\w/-]){_WEEKDAY}{_ENGLISH}\s{{1,3}}{_DAY}(?![\w-])",
    )
)
_ANY_YEAR = re.compile(r"\d{4}")
_AT = r"(?:(?:at|um|à|alle(?:\sore)?|ore|às|as|a\slas|kl\.?|om|в|о)\s{1,2})?"
_CLOCK_AFTER = re.compile(rf"(?P<iso>T|[\s,|·•–—/-]{{1,4}}{_AT})" + _CLOCK + _ZONE, re.IGNORECASE)
_CLOCK_BEFORE = re.compile(_CLOCK + _ZONE + r"(?:\s{0,2}[,|·•–—-]|\s{1,2}on)?\s{1,2}$", re.IGNORECASE)
_BEFORE_CHARS = 40
_PROPERTY_CHARS = 200


@frozen
class Stamp:
    """A date, perhaps with a time, at [start, end) of the text it was found in.

    `value`: ISO 8601, as exact as printed. `earliest`, `latest`: UTC, ISO 8601 with seconds; `zone`: how the
    zone is known. `is_ambiguous`: a date in figures that can be read in two ways (03/04/2018): the value is
    its year, which both have, and the interval covers both.
    """

    start: int
    end: int
    value: str
    earliest: str
    latest: str
    zone: ZoneBasis = ZoneBasis.NONE
    is_ambiguous: bool = False


def find_stamps(text: str) -> list[Stamp]:
    """Every date with a year in `text`, in order, with the time of day beside it. `text` should be a line."""
    if not _ANY_YEAR.search(text):
        return []
    return list(_known_stamps(text) if len(text) <= _KNOWN_CHARS else _read_stamps(text))


def _read_stamps(text: str) -> tuple[Stamp, ...]:
    found: list[Stamp] = []
    taken = bytearray(len(text))
    for hit in (hit for pattern in _possible_dates(text) for hit in pattern.finditer(text)):
        days = _days_of(hit)
        if days and not any(taken[hit.start() : hit.end()]):
            stamp = _make_stamp(text, hit, days)
            taken[hit.start() : hit.end()] = b"\x01" * (hit.end() - hit.start())
            found.append(stamp)
    return tuple(sorted(found, key=lambda stamp: stamp.start))


_known_stamps = lru_cache(maxsize=256)(_read_stamps)
"""Whoever asks for what a page says of itself looks at its few lines again and again."""


def _possible_dates(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns of dates of which `text` holds what every hit must have."""
    folded = fold_letters(text)
    for pattern, signs in _NEEDED:
        if not signs or holds_any(folded, signs):
            yield pattern


def find_yearless(text: str, near: date) -> Stamp | None:
    """The first date without a year in `text`, in the year that puts it closest to `near`."""
    for hit in (hit for pattern in _YEARLESS for hit in pattern.finditer(text)):
        days = [
            _make_date(str(year), hit["month"], hit["day"])
            for year in (near.year - 1, near.year, near.year + 1)
        ]
        candidates = [day for day in days if day]
        if candidates:
            return _with_clock(text, hit, min(candidates, key=lambda day: (abs(day - near), day)))
    return None


def read_stamp(value: str, *, is_utc: bool = False, keeps_ambiguous: bool = False) -> Stamp | None:
    """The stamp that a property holds: the first date in it; a month or a year alone counts too, and so do
    figures without marks (20180303, 20180303041500Z, D:20180303041500-05'00').

    A date that can be read in two ways is none unless `keeps_ambiguous`. `is_utc`: the format says that it
    is UTC (WARC, HTTP, an archive's address), whatever stands beside it.
    """
    stamp = _read_property(value.strip()[:_PROPERTY_CHARS])
    if stamp is None or (stamp.is_ambiguous and not keeps_ambiguous):
        return None
    if not is_utc:
        return stamp
    if stamp.zone is ZoneBasis.STATED:
        return evolve(stamp, zone=ZoneBasis.UTC_BY_FORMAT)
    earliest = datetime.fromisoformat(stamp.earliest) + timedelta(hours=EARLIEST_HOURS)
    latest = datetime.fromisoformat(stamp.latest) + timedelta(hours=LATEST_HOURS)
    value = stamp.value + ("+00:00" if "T" in stamp.value else "")
    return Stamp(
        stamp.start,
        stamp.end,
        value,
        _print_utc(earliest),
        _print_utc(latest),
        ZoneBasis.UTC_BY_FORMAT,
        stamp.is_ambiguous,
    )


def _read_property(value: str) -> Stamp | None:
    stamps = find_stamps(value)
    if stamps:
        return stamps[0]
    compact = _COMPACT.fullmatch(value)
    day = _make_date(compact["year"], compact["month"], compact["day"]) if compact else None
    if compact and day:
        is_timed = compact["hour"] is not None and _is_clock(compact)
        return _at_clock(0, len(value), day, compact) if is_timed else _at_days(0, len(value), [day])
    short = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", value)
    if short is None or int(short[1]) not in _YEARS:
        return None
    return _at_month(int(short[1]), int(short[2]) if short[2] else None)


def _days_of(hit: re.Match[str]) -> list[date]:
    """The day that is named; two of them, in order, where figures can be read in two ways."""
    groups = hit.groupdict()
    if "first" not in groups:
        day = _make_date(hit["year"], hit["month"], hit["day"])
        return [day] if day else []
    pairs = ((groups["first"], groups["then"]), (groups["then"], groups["first"]))
    return sorted({day for d, m in pairs if (day := _make_date(hit["year"], m, d))})


def _make_date(year: str, month: str, day: str) -> date | None:
    number = month_number(month)
    if number is None or int(year) not in _YEARS:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _make_stamp(text: str, hit: re.Match[str], days: list[date]) -> Stamp:
    if len(days) > 1:
        return _at_days(hit.start(), hit.end(), days)
    if hit.re is _UNIX and _is_clock(hit):
        return _at_clock(hit.start(), hit.end(), days[0], hit)
    return _with_clock(text, hit, days[0])


def _with_clock(text: str, hit: re.Match[str], day: date) -> Stamp:
    after = _CLOCK_AFTER.match(text, hit.end())
    if after and _is_clock(after):
        return _at_clock(hit.start(), _clock_end(after), day, after)
    begin = max(0, hit.start() - _BEFORE_CHARS)
    for before in _CLOCK_BEFORE.finditer(text[begin : hit.start()]):
        if _is_clock(before):
            return _at_clock(begin + before.start(), hit.end(), day, before)
    return _at_days(hit.start(), hit.end(), [day])


def _is_clock(clock: re.Match[str]) -> bool:
    """Is it a time of day, and no other number?"""
    groups = clock.groupdict()
    half = groups.get("half")
    if "colon" in groups and not (groups["colon"] or half):
        return False
    if int(clock["hour"]) > 23 or int(clock["minute"] or 0) > 59 or int(clock["second"] or 0) > 59:
        return False
    return not half or 1 <= int(clock["hour"]) <= 12


def _clock_end(clock: re.Match[str]) -> int:
    return (
        clock.end()
        if _zone_of(clock)
        else max(clock.end(name) for name in ("hour", "second", "minute", "half"))
    )


def _zone_of(clock: re.Match[str]) -> tuple[float, float] | None:
    """The zone beside a clock. "09:00-10:00" in a text is from nine to ten, and no zone."""
    zone = clock["zone"]
    if not zone:
        return None
    is_exact = clock["second"] is not None or clock.groupdict().get("iso") in ("T", "t")
    is_range = ":" in zone and zone[0] == "-" and not is_exact
    return None if is_range else read_zone(zone.replace("'", ""))


def _at_clock(start: int, end: int, day: date, clock: re.Match[str]) -> Stamp:
    hour, half = int(clock["hour"]), clock.groupdict().get("half")
    if half:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    exact = timedelta(minutes=1) if clock["minute"] else timedelta(hours=1)
    exact = timedelta(seconds=1) if clock["second"] else exact
    moment = datetime(
        day.year, day.month, day.day, hour, int(clock["minute"] or 0), int(clock["second"] or 0)
    )
    value = moment.isoformat(timespec="seconds" if clock["second"] else "minutes")
    zone = _zone_of(clock)
    if zone is None:
        return Stamp(start, end, value, *_interval(moment, moment + exact))
    if zone[0] == zone[1]:
        value += print_offset(zone[0])
    return Stamp(start, end, value, *_interval(moment, moment + exact, zone), ZoneBasis.STATED)


def _at_days(start: int, end: int, days: list[date]) -> Stamp:
    """A day; of two readings the year as value and an interval over both."""
    begin, last = (datetime(day.year, day.month, day.day) for day in (days[0], days[-1]))
    value = days[0].isoformat() if len(days) == 1 else f"{days[0].year:04d}"
    interval = _interval(begin, last + timedelta(days=1))
    return Stamp(start, end, value, *interval, ZoneBasis.NONE, len(days) > 1)


def _at_month(year: int, month: int | None) -> Stamp | None:
    if month is None:
        begin, end, value = datetime(year, 1, 1), datetime(year + 1, 1, 1), f"{year:04d}"
    elif 1 <= month <= 12:
        begin = datetime(year, month, 1)
        end = datetime(year + month // 12, month % 12 + 1, 1)
        value = f"{year:04d}-{month:02d}"
    else:
        return None
    return Stamp(0, len(value), value, *_interval(begin, end))


def _interval(
    begin: datetime, end: datetime, zone: tuple[float, float] = (LATEST_HOURS, EARLIEST_HOURS)
) -> tuple[str, str]:
    """Without a zone: from the earliest place on earth to the latest."""
    return _print_utc(begin - timedelta(hours=zone[1])), _print_utc(end - timedelta(hours=zone[0]))


def _print_utc(moment: datetime) -> str:
    return moment.replace(tzinfo=UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
