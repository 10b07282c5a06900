"""What sources and their texts tell of the time when they were written."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from attrs import evolve, frozen

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Direction
from provenance.model.sources import Basis, Source
from provenance.model.spans import Span
from provenance.text.dates import DateExpression, DateInterval, find_dates, resolve_date
from provenance.text.sentences import find_sentences

ZONE_DAYS = 1
"""Days by which a local day can differ from the day in UTC."""
REACH_CHARACTERS = 120
"""How far before a shared passage, in its sentence, a date still speaks of the same occurrence."""

_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|took|began|came|went|made|gave|held|led|left|met|won|lost|sent|fell|"
    r"killed|[a-z]{3,20}ed)\b"
)
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_PAGE_LINE = re.compile(
    r"\b(?:published|posted|updated|modified|retrieved|accessed|archived|printed|filed|created|issued)\b",
    re.I,
)
_FUTURE = re.compile(r"\b(?:will|would|is to|are to|shall|slated|scheduled|expected|planned|due|set for)\b")


@frozen
class Interval:
    """`earliest`, `latest`: days, both inclusive. `is_stated`: printed in the text or set by a person."""

    earliest: date
    latest: date
    is_stated: bool
    reason: str


@frozen
class Later:
    """Which way the text travelled, as the wording tells."""

    direction: Direction
    reason: str


def published_interval(source: Source) -> Interval | None:
    """Days in UTC on which the text can have been published, None if not known: of a page that was changed
    later, the days up to that change."""
    found = source.first("published")
    if found is None or found.earliest is None or found.latest is None:
        return None
    earliest, latest = _day(found.earliest), _day(found.latest)
    if earliest is None or latest is None:
        return None
    is_stated = found.basis in (Basis.STATED, Basis.SET) or found.span is not None
    reason = f"{found.value} ({found.basis.value})"
    changed = source.first("modified")
    last = _day(changed.latest) if changed is not None and changed.latest else None
    if changed is not None and last is not None and last > latest:
        return Interval(
            earliest, last, is_stated, f"{reason}, changed {changed.value} ({changed.basis.value})"
        )
    return Interval(earliest, latest, is_stated, reason)


def captured_interval(source: Source) -> Interval | None:
    """Days in UTC on which the source was captured, None if not known."""
    found = source.first("captured_at")
    if found is None or found.earliest is None or found.latest is None:
        return None
    earliest, latest = _day(found.earliest), _day(found.latest)
    if earliest is None or latest is None:
        return None
    return Interval(earliest, latest, False, found.value)


def later_by_wording(
    sources: tuple[Source, Source],
    sides: tuple[Span, Span],
    published: tuple[Interval | None, Interval | None],
    knowledge: Knowledge,
) -> Later | None:
    """One text dates an occurrence by the calendar where the other, in the same sentence, says "last month":
    this gives the days on which the other was written."""
    if not any(each is not None and each.is_stated for each in published):
        return None
    dates = [
        list(_dates_of(source.text, side, knowledge)) for source, side in zip(sources, sides, strict=True)
    ]
    for one, other, direction in ((0, 1, Direction.A_TO_B), (1, 0, Direction.B_TO_A)):
        anchor = published[one]
        if anchor is None or not anchor.is_stated:
            continue
        pair = _later_pair(dates[one], dates[other], anchor)
        if pair is not None:
            quotes = [
                sources[side].text[found.start : found.end]
                for side, found in zip((one, other), pair, strict=True)
            ]
            names = ("text a", "text b")
            reason = (
                f'{names[one]}, dated {anchor.reason}, says "{quotes[0]}" where {names[other]} says '
                f'"{quotes[1]}", so that {names[other]} was written later'
            )
            return Later(direction, reason)
    return None


def written_interval(source: Source, knowledge: Knowledge) -> Interval | None:
    """From the latest day, year included, of which the text tells in the past tense, on. None if none.

    The page's own dates are left out: they are metadata, even where a reader sees them.
    """
    latest: tuple[date, str] | None = None
    page_dates = [each.span for each in source.metadata if each.span is not None]
    for start, end in find_sentences(source.text):
        sentence = source.text[start:end]
        if not _YEAR.search(sentence) or not _PAST.search(sentence):
            continue
        if _FUTURE.search(sentence) or _PAGE_LINE.search(sentence):
            continue
        for expression in find_dates(sentence, knowledge):
            if not expression.is_full or expression.is_ambiguous or expression.is_range:
                continue
            place = Span(source.id, start + expression.start, start + expression.end)
            if any(stated.overlap(place) for stated in page_dates):
                continue
            day = resolve_date(expression, None)
            if day is not None and (latest is None or day.first > latest[0]):
                latest = day.first, sentence[expression.start : expression.end]
    if latest is None:
        return None
    after = latest[0] - timedelta(days=ZONE_DAYS)
    return Interval(after, date.max, True, f'tells of "{latest[1]}" as past')


def _later_pair(
    dates: list[DateExpression], other_dates: list[DateExpression], anchor: Interval
) -> tuple[DateExpression, DateExpression] | None:
    """A calendar date of one sentence, and the relative one of the other that puts it after `anchor`.

    Only if the other sentence has no calendar date and the one no relative date: else they need not speak
    of the same occurrence.
    """
    calendar = [found for found in dates if found.relative is None]
    relative = [found for found in other_dates if found.relative is not None]
    if len(calendar) < len(dates) or len(relative) < len(other_dates):
        return None
    for absolute in calendar:
        if absolute.day is None or absolute.is_range:
            continue
        occurred = resolve_date(absolute, (anchor.earliest, anchor.latest), is_future=False)
        if occurred is None or occurred.first > anchor.latest:
            continue
        for found in relative:
            if (found.relative or "").split()[0] not in ("last", "yesterday"):
                continue
            if _first_day(found, occurred) > anchor.latest + timedelta(days=ZONE_DAYS):
                return absolute, found
    return None


def _first_day(relative: DateExpression, occurred: DateInterval) -> date:
    """The first day on which `relative` (last month, last week, last year) can be said of `occurred`."""
    unit = (relative.relative or "").split()[-1]
    day = occurred.first
    if unit == "month":
        return date(day.year + day.month // 12, day.month % 12 + 1, 1)
    if unit == "year":
        return date(day.year + 1, 1, 1)
    return day + timedelta(days=1)


def _dates_of(text: str, side: Span, knowledge: Knowledge) -> Iterator[DateExpression]:
    """Dates inside the passage's first sentence, or before the passage in that sentence."""
    begin = max(0, side.start - REACH_CHARACTERS)
    window = text[begin : min(len(text), side.end + REACH_CHARACTERS)]
    place = side.start - begin
    for start, end in find_sentences(window):
        if start <= place < end:
            for found in find_dates(window[start:end], knowledge):
                shift = begin + start
                yield _moved(found, shift)
            return


def _moved(expression: DateExpression, shift: int) -> DateExpression:
    return evolve(expression, start=expression.start + shift, end=expression.end + shift)


def _day(stamp: str) -> date | None:
    try:
        return datetime.fromisoformat(stamp).date()
    except ValueError:
        return None
