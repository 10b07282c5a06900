"""Dates and times as pages print them, each with the interval in UTC that it can mean."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from attrs import frozen

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ZONES = {  # hours east of UTC; letters that stand for several zones (CST, IST, BST) are left out
    **{"z": 0.0, "utc": 0.0, "gmt": 0.0, "est": -5.0, "edt": -4.0, "mst": -7.0, "mdt": -6.0},
    **{"pst": -8.0, "pdt": -7.0, "cdt": -5.0, "cet": 1.0, "cest": 2.0, "eet": 2.0, "eest": 3.0},
}
_EARLIEST_ZONE_HOURS = 14.0  # Kiribati
_LATEST_ZONE_HOURS = -12.0  # Baker Island
_YEARS = range(1400, 2200)

_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?,?\s{1,3})?"
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:(?P<colon>[:.])(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,9})?)?)?"
    r"(?:\s{0,2}(?P<half>[ap]\.?m\b\.?))?"
    r"(?:\s{0,2}\(?(?P<zone>z|utc|gmt|[ecmp][sd]t|ces?t|eest|eet|[+-]\d{2}:?\d{2})\b\)?)?"
)
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w.,/-]){_WEEKDAY}{_DAY}\s{{1,3}}(?:of\s)?{_MONTH},?\s{{1,3}}{_YEAR}(?![\w-])",
        rf"(?<![\w/-]){_WEEKDAY}{_MONTH}\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR}(?![\w-])",
        rf"(?<![\w.,/-]){_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?=T\d|[^\w-]|$)",
        rf"(?<![\w.,/-]){_YEAR}/(?P<month>\d{{2}})/(?P<day>\d{{2}})(?![\w/-])",
        rf"(?<![\w.,/-])(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}(?![\w.-])",
        rf"(?<![\w.,/-])(?P<first>\d{{1,2}})/(?P<then>\d{{1,2}})/{_YEAR}(?![\w/-])",
    )
)
_YEARLESS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w.,/-]){_WEEKDAY}{_DAY}\s{{1,3}}{_MONTH}(?![\w-])",
        rf"(?<![\w/-]){_WEEKDAY}{_MONTH}\s{{1,3}}{_DAY}(?![\w-])",
    )
)
_CLOCK_AFTER = re.compile(r"(?:T|[\s,|·•–—-]{1,4}(?:at\s{1,2})?)" + _CLOCK, re.IGNORECASE)
_CLOCK_BEFORE = re.compile(
    _CLOCK + r"(?:\s(?:et|ct|mt|pt|ist|bst|cst))?(?:\s{0,2}[,|·•–—-]|\s{1,2}on)?\s{1,2}$", re.IGNORECASE
)
_BEFORE_CHARS = 40


@frozen
class Stamp:
    """A date, perhaps with a time, at [start, end) of the text it was found in.

    `value`: ISO 8601, as exact as printed. `earliest`, `latest`: UTC, ISO 8601 with seconds.
    """

    start: int
    end: int
    value: str
    earliest: str
    latest: str


def find_stamps(text: str) -> list[Stamp]:
    """Every date with a year in `text`, in order, with the time of day beside it.

    A date in figures that can be read in two ways (03/04/2018) is left out. `text` should be a line.
    """
    found: list[Stamp] = []
    for pattern in _DATES:
        for hit in pattern.finditer(text):
            day = _date_of(hit)
            if day and not any(hit.start() < stamp.end and stamp.start < hit.end() for stamp in found):
                found.append(_with_clock(text, hit, day))
    return sorted(found, key=lambda stamp: stamp.start)


def find_yearless(text: str, near: date) -> Stamp | None:
    """The first date without a year in `text`, in the year that puts it closest to `near`."""
    for hit in (hit for pattern in _YEARLESS for hit in pattern.finditer(text)):
        days = [
            _make_date(year, hit["month"], hit["day"]) for year in (near.year - 1, near.year, near.year + 1)
        ]
        candidates = [day for day in days if day]
        if candidates:
            return _stamp_day(hit.start(), hit.end(), min(candidates, key=lambda day: (abs(day - near), day)))
    return None


def read_stamp(value: str) -> Stamp | None:
    """The stamp that a property holds: the first date in it; a month or year alone counts too."""
    stamps = find_stamps(value[:200])
    if stamps:
        return stamps[0]
    short = re.fullmatch(r"\s*(\d{4})(?:-(\d{2}))?\s*", value)
    if short is None or int(short[1]) not in _YEARS:
        return None
    return _stamp_month(int(short[1]), int(short[2]) if short[2] else None)


def _date_of(hit: re.Match[str]) -> date | None:
    groups = hit.groupdict()
    if "first" not in groups:
        return _make_date(int(hit["year"]), hit["month"], hit["day"])
    first, then = int(hit["first"]), int(hit["then"])
    if first <= 12 and then <= 12 and first != then:
        return None
    day, month = (first, then) if first > 12 else (then, first)
    return _make_date(int(hit["year"]), str(month), str(day))


def _make_date(year: int, month: str, day: str) -> date | None:
    number = _MONTHS.get(month.casefold()) or int(month)
    if year not in _YEARS:
        return None
    try:
        return date(year, number, int(day))
    except ValueError:
        return None


def _with_clock(text: str, hit: re.Match[str], day: date) -> Stamp:
    after = _CLOCK_AFTER.match(text, hit.end())
    if after and _is_clock(after):
        return _stamp_clock(hit.start(), after.end(), day, after)
    begin = max(0, hit.start() - _BEFORE_CHARS)
    for before in _CLOCK_BEFORE.finditer(text[begin : hit.start()]):
        if _is_clock(before):
            return _stamp_clock(begin + before.start(), hit.end(), day, before)
    return _stamp_day(hit.start(), hit.end(), day)


def _is_clock(clock: re.Match[str]) -> bool:
    if not (clock["colon"] or clock["half"]) or int(clock["hour"]) > 23 or int(clock["minute"] or 0) > 59:
        return False
    return int(clock["second"] or 0) < 60 and (not clock["half"] or 1 <= int(clock["hour"]) <= 12)


def _stamp_clock(start: int, end: int, day: date, clock: re.Match[str]) -> Stamp:
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"][0] in "pP" else 0)
    exact = timedelta(hours=1) if not clock["minute"] else timedelta(minutes=1)
    exact = timedelta(seconds=1) if clock["second"] else exact
    moment = datetime(
        day.year, day.month, day.day, hour, int(clock["minute"] or 0), int(clock["second"] or 0)
    )
    value = moment.isoformat(timespec="seconds" if clock["second"] else "minutes")
    offset = _offset_hours(clock["zone"])
    if offset is None:
        return Stamp(start, end, value, *_interval(moment, moment + exact))
    earliest = moment - timedelta(hours=offset)
    sign, minutes = "-" if offset < 0 else "+", round(abs(offset) * 60)
    zone = f"{sign}{minutes // 60:02d}:{minutes % 60:02d}"
    return Stamp(start, end, value + zone, _print_utc(earliest), _print_utc(earliest + exact))


def _offset_hours(zone: str | None) -> float | None:
    if not zone:
        return None
    if zone[0] in "+-":
        hours = int(zone[1:3]) + int(zone[-2:]) / 60
        return (hours if zone[0] == "+" else -hours) if hours <= _EARLIEST_ZONE_HOURS else None
    return _ZONES.get(zone.casefold())


def _stamp_day(start: int, end: int, day: date) -> Stamp:
    moment = datetime(day.year, day.month, day.day)
    return Stamp(start, end, day.isoformat(), *_interval(moment, moment + timedelta(days=1)))


def _stamp_month(year: int, month: int | None) -> Stamp | None:
    if month is None:
        begin, end, value = datetime(year, 1, 1), datetime(year + 1, 1, 1), f"{year:04d}"
    elif 1 <= month <= 12:
        begin = datetime(year, month, 1)
        end = datetime(year + month // 12, month % 12 + 1, 1)
        value = f"{year:04d}-{month:02d}"
    else:
        return None
    return Stamp(0, len(value), value, *_interval(begin, end))


def _interval(begin: datetime, end: datetime) -> Iterator[str]:
    """Without a zone: from the earliest place on earth to the latest."""
    yield _print_utc(begin - timedelta(hours=_EARLIEST_ZONE_HOURS))
    yield _print_utc(end - timedelta(hours=_LATEST_ZONE_HOURS))


def _print_utc(moment: datetime) -> str:
    return moment.replace(tzinfo=UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
