"""Days told by other days: a week after 5 May, the next evening, Palm Sunday, on her 30th birthday."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from attrs import frozen

from provenance.claims.reading import Reading
from provenance.text.dates import DateExpression, DateInterval
from provenance.text.event_words import find_event_words
from provenance.text.feasts import FEAST, feast_day

_UNITS = r"(?:day|night|morning|evening|afternoon|week|fortnight|month|year)"
_OFFSET = re.compile(
    rf"\b(?P<count>the|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{{1,3}})[^\S\n]"
    rf"(?P<unit>{_UNITS})s?[^\S\n](?P<side>before|after|following|later|earlier|previously)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"\b(?:the|that)[^\S\n](?P<side>next|following|previous|same|very[^\S\n]same)[^\S\n]"
    rf"(?P<unit>{_UNITS})\b(?![^\S\n](?:of|to|in|from)\b)",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(
    r"\b(?P<preposition>on|since|until|till|by|from|before|after)[^\S\n]the[^\S\n](?P<day>\d{1,2})(?:st|nd|rd|th)"
    r"(?=[.,;:!?)]|[^\S\n](?:and|at|in|when|after|before|but|for|with|to|he|she|they|the)\b|\s*$)"
)
_BIRTHDAY = re.compile(
    r"\b(?:his|her|their)[^\S\n](?P<age>\d{1,3})(?:st|nd|rd|th)[^\S\n]birthday\b", re.IGNORECASE
)
_BORN = re.compile(r"\bborn\b", re.IGNORECASE)
_DAYS_OF = {"day": 1, "night": 1, "morning": 1, "evening": 1, "afternoon": 1, "week": 7, "fortnight": 14}
_COUNTS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"the": 1, "a": 1, "an": 1}
_BACK = frozenset({"before", "earlier", "previously", "previous"})
_FORWARD_REACH = 70
"""Characters behind "a week after" within which what it is counted from is looked for."""
_BACK_REACH = 300
_LOOSE = {"week": 2, "fortnight": 2, "month": 12, "year": 190}
"""Days by which people miss when they count in such units."""
_MOST = 400
_Told = dict[str, set[date]]
_END = re.compile(r"[.;!?:]\s|,\s|\n\s*\n")


@frozen
class AnchoredDate:
    """A date at [start, end) that rests on another day, and the days that it can mean."""

    expression: DateExpression
    days: DateInterval
    basis: str


def find_anchored_dates(reading: Reading) -> list[AnchoredDate]:
    """Such dates in order, without overlap; those whose other day is not known are left out."""
    text = reading.text
    found: list[AnchoredDate] = []
    for each in (_feasts(reading), _month_days(reading), _birthdays(reading)):
        found += each
    starts = sorted((a.expression.start, a.days) for a in found)
    if re.search(r"before|after|following|later|earlier|previous|same|next", text, re.IGNORECASE):
        found += _offsets(reading, starts)
        found += _neighbours(reading)
    found.sort(key=lambda a: (a.expression.start, -a.expression.end))
    kept: list[AnchoredDate] = []
    for one in found[:_MOST]:
        if not kept or one.expression.start >= kept[-1].expression.end:
            kept.append(one)
    return kept


def _feasts(reading: Reading) -> Iterator[AnchoredDate]:
    for found in FEAST.finditer(reading.text):
        basis = "stated"
        if found["year"]:
            day = feast_day(found["feast"], int(found["year"]))
        else:
            day, basis = _nearest_feast(reading, found["feast"]), "publication date"
        if day is not None:
            days = DateInterval(day, day, basis != "stated")
            yield _dated(reading, found.start(), found.end(), days, basis)


def _nearest_feast(reading: Reading, name: str) -> date | None:
    anchor = reading.anchor if reading.anchor is not None else reading.weak_anchor
    if anchor is None:
        return None
    day = anchor if isinstance(anchor, date) else anchor[1]
    near = [d for year in (day.year - 1, day.year, day.year + 1) if (d := feast_day(name, year))]
    return min(near, key=lambda d: (abs((d - day).days), d), default=None)


def _month_days(reading: Reading) -> Iterator[AnchoredDate]:
    """On the 11th: of the month that ran when the text was written, or of that before."""
    if not isinstance(reading.anchor, date):
        return
    for found in _DAY_OF_MONTH.finditer(reading.text):
        month = reading.anchor.replace(day=1)
        is_ahead = int(found["day"]) > reading.anchor.day and found["preposition"] not in (
            "until",
            "till",
            "by",
        )
        if is_ahead:
            month = (month - timedelta(days=1)).replace(day=1)
        try:
            day = month.replace(day=int(found["day"]))
        except ValueError:
            continue
        start = found.start("day")
        days = DateInterval(day, day, True)
        yield _dated(reading, start, found.end(), days, "publication date", found["preposition"])


def _birthdays(reading: Reading) -> Iterator[AnchoredDate]:
    """On his 30th birthday, where the same or the next sentence tells when he was born."""
    for found in _BIRTHDAY.finditer(reading.text):
        sentence = reading.sentence_at(found.start())
        if sentence is None:
            continue
        at = reading.sentence_index(sentence)
        near = reading.sentences[max(0, at - 1) : at + 2]
        for other in near:
            born = _BORN.search(reading.text, other.start, other.end)
            full = [d for d in reading.dates_in(born.end(), other.end) if d.is_full] if born else []
            day = _birthday(full[0], int(found["age"])) if full else None
            if day is not None:
                yield _dated(reading, found.start(), found.end(), DateInterval(day, day, True), "birthday")
                break


def _birthday(born: DateExpression, age: int) -> date | None:
    try:
        return date((born.year or 0) + age, born.month or 0, born.day or 0)
    except ValueError:
        return None


def _offsets(reading: Reading, feasts: Sequence[tuple[int, DateInterval]]) -> Iterator[AnchoredDate]:
    """A week after 5 May, two days before Christmas, three days later."""
    text = reading.text
    told: _Told = {}
    for found in _OFFSET.finditer(text):
        side, unit = found["side"].lower(), found["unit"].lower()
        count = _count(found["count"])
        if count is None or (found["count"].lower() == "the" and unit in ("year", "month", "week")):
            continue
        if side in ("before", "after", "following"):
            other = _reference(reading, found.end(), feasts, told)
            end = found.end()
        else:
            other, end = _date_before(reading, found.start()), found.end()
        days = _shifted(other, -count if side in _BACK else count, unit) if other else None
        if days is not None:
            yield _dated(reading, found.start(), end, days, "another date")


def _neighbours(reading: Reading) -> Iterator[AnchoredDate]:
    """The next evening, the previous day, the same day: of the date told just before."""
    for found in _NEXT.finditer(reading.text):
        side, unit = found["side"].lower(), found["unit"].lower()
        if unit in ("week", "month", "year", "fortnight"):
            continue
        other = _date_before(reading, found.start())
        step = 0 if side.endswith("same") else -1 if side in _BACK else 1
        if other is not None and (days := _shifted(other, step, "day")) is not None:
            yield _dated(reading, found.start(), found.end(), days, "another date")


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else _COUNTS.get(word.lower())


def _shifted(other: DateInterval, count: int, unit: str) -> DateInterval | None:
    """Days `count` units from a day; None where that is no single day."""
    if other.first != other.last:
        return None
    try:
        if unit in _DAYS_OF:
            middle = other.first + timedelta(days=count * _DAYS_OF[unit])
        else:
            middle = other.first + timedelta(days=round(count * (30.44 if unit == "month" else 365.25)))
        loose = timedelta(days=_LOOSE.get(unit, 0))
        return DateInterval(middle - loose, middle + loose, True)
    except OverflowError:
        return None


def _reference(
    reading: Reading, start: int, feasts: Sequence[tuple[int, DateInterval]], told: _Told
) -> DateInterval | None:
    """The day right behind "a week after": a date, a named day, or that of an event dated elsewhere."""
    stop = _END.search(reading.text, start)
    end = min(start + _FORWARD_REACH, stop.start() if stop else len(reading.text))
    at = bisect_left(feasts, start, key=lambda f: f[0])
    if at < len(feasts) and feasts[at][0] < end:
        return feasts[at][1]
    for found in reading.dates_in(start, end):
        return reading.days_of(found)
    return _day_of_event(reading, start, end, told)


def _day_of_event(reading: Reading, start: int, end: int, told: _Told) -> DateInterval | None:
    """The one day that the text gives to the event named at [start, end): two days after the vote."""
    sentence = reading.sentence_at(start)
    if sentence is None:
        return None
    named = find_event_words(sentence.words_in(start, end), reading.knowledge)[:1]
    if not named:
        return None
    if not told:
        told.update(_days_of_events(reading))
    days = {day for event in named[0].events for day in told.get(event, ())}
    only = days.pop() if len(days) == 1 else None
    return DateInterval(only, only, True) if only else None


def _days_of_events(reading: Reading) -> _Told:
    """Class of event → the single days that the text gives to events of that class; never empty."""
    found: _Told = {"": set()}
    for one in reading.dates[:_MOST]:
        sentence = reading.sentence_at(one.start)
        if sentence is None or one.is_attributive or sentence.is_furniture:
            continue
        days = reading.days_of(one)
        if days is not None and days.first == days.last:
            near = sentence.words_in(one.start - 80, one.end + 40)
            for word in find_event_words(near, reading.knowledge):
                for event in word.events:
                    found.setdefault(event, set()).add(days.first)
    return found


def _date_before(reading: Reading, start: int) -> DateInterval | None:
    """The last single day told in this sentence or the one before."""
    for found in reversed(reading.dates_in(max(0, start - _BACK_REACH), start)):
        if found.is_attributive or reading.is_furniture(found.start, found.end):
            continue
        if "\n\n" in reading.text[found.end : start]:
            return None
        days = reading.days_of(found)
        return days if days is not None and days.first == days.last else None
    return None


def _dated(
    reading: Reading, start: int, end: int, days: DateInterval, basis: str, preposition: str = ""
) -> AnchoredDate:
    before = re.search(r"(\w+)[^\S\n]\Z", reading.text[max(0, start - 12) : start])
    word = preposition or (before[1].lower() if before else "")
    return AnchoredDate(DateExpression(start, end, relative="anchored", preposition=word), days, basis)
