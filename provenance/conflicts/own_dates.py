"""The dates that a source states of itself, as days where they were written and as intervals in UTC."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from attrs import frozen

from provenance.conflicts.pile import Pile
from provenance.model.conflicts import Evidence
from provenance.model.sources import Basis, Metadatum, ZoneBasis
from provenance.model.spans import Span

NAMES = ("published", "modified", "captured_at")
_CREDIBLE = (Basis.STATED, Basis.METADATA, Basis.SET)
_OF_THE_FILE = re.compile(r"creat|^(?:pdf|docx|odt|rtf|http)\b", re.IGNORECASE)
"""Fields that tell when a file was made or saved, which says nothing of publication."""
_ROUTINE_DAYS = 1
"""A day apart is routine: a dateline is written the day before, and the zones of a page's own data and of
its readers differ. Two lines of one page that print their dates in full are of one hand and one zone."""
_BESIDE_CHARS = 60
"""What may stand beside the date in such a line, before it and behind it: a label, a byline."""


@frozen(order=True)
class OwnDate:
    """`first`, `last`: days as printed, both inclusive. `begin`, `end`: UTC, end excluded.

    `is_line`: printed in full in a short line, not in a sentence; `is_markup`: in the page's markup.
    """

    what: str
    first: date
    last: date
    begin: datetime
    end: datetime
    is_zoned: bool
    is_line: bool
    is_markup: bool
    evidence: Evidence

    @property
    def is_moment(self) -> bool:
        """Is it exact to the minute or the second, in a known zone?"""
        return self.is_zoned and self.end - self.begin <= timedelta(minutes=1)


def find_own_dates(pile: Pile, source_id: str) -> list[OwnDate]:
    """What the source says of its publication, change and capture; file times and guesses left out.

    A date that stands in the text without its year counts, for day and month are printed.
    """
    return sorted(
        found for item in pile.sources[source_id].source.metadata for found in _read(pile, source_id, item)
    )


def are_apart(a: OwnDate, b: OwnDate) -> bool:
    """Is there no day that both can mean, nor two neighbouring ones but in lines that print them in full?

    Where a zone is known the intervals in UTC must be disjoint as well.
    """
    gap = max((b.first - a.last).days, (a.first - b.last).days)
    if gap <= (0 if a.is_line and b.is_line else _ROUTINE_DAYS):
        return False
    return not (a.is_zoned or b.is_zoned) or a.end <= b.begin or b.end <= a.begin


def is_before(a: OwnDate, b: OwnDate) -> bool:
    """Is `a` wholly before `b`? Moments are compared to the second, days as in `are_apart`."""
    if a.is_moment and b.is_moment and a.is_markup and b.is_markup:
        return a.end <= b.begin
    return are_apart(a, b) and a.last < b.first


def _read(pile: Pile, source_id: str, item: Metadatum) -> Iterator[OwnDate]:
    is_printed_day = item.basis is Basis.INFERRED and item.span is not None
    if item.name not in NAMES or not (item.basis in _CREDIBLE or is_printed_day):
        return
    is_of_file = item.name != "captured_at" and _OF_THE_FILE.search(item.field or "") is not None
    days = _days(item.value)
    if days is None or is_of_file or (is_printed_day and days[0] != days[1]):
        return
    interval = [_moment(text) for text in (item.earliest, item.latest)]
    begin = interval[0] or datetime(days[0].year, days[0].month, days[0].day, tzinfo=UTC)
    end = interval[1] or begin + (days[1] - days[0]) + timedelta(days=1)
    span = item.span
    is_placed = span is not None and span.source_id == source_id and span.end <= len(pile.text(source_id))
    evidence = (
        Evidence(source_id, span, pile.quote(span))
        if is_placed and span
        else Evidence(source_id, None, item.value, item.field or item.name)
    )
    is_line = is_placed and item.basis is Basis.STATED and _is_in_line(pile.text(source_id), item.span)
    is_markup = item.basis is Basis.METADATA and not is_placed
    yield OwnDate(item.name, *days, begin, max(begin, end), _is_zoned(item), is_line, is_markup, evidence)


def _is_in_line(text: str, span: Span | None) -> bool:
    if span is None:
        return False
    before = text[max(0, span.start - _BESIDE_CHARS - 1) : span.start]
    behind = text[span.end : span.end + _BESIDE_CHARS + 1]
    beside = len(before.rsplit("\n", 1)[-1]) + len(behind.split("\n", 1)[0])
    return beside <= _BESIDE_CHARS


def _is_zoned(item: Metadatum) -> bool:
    if item.zone is not None:
        return item.zone is not ZoneBasis.NONE
    return "T" in item.value and item.earliest is not None


def _days(value: str) -> tuple[date, date] | None:
    """Days that an ISO 8601 value covers, a month's or a year's too; None if it is none."""
    try:
        if re.fullmatch(r"\d{4}", value):
            return date(int(value), 1, 1), date(int(value), 12, 31)
        if re.fullmatch(r"\d{4}-\d{2}", value):
            first = date.fromisoformat(f"{value}-01")
            following = first.replace(day=28) + timedelta(days=4)
            return first, following - timedelta(days=following.day)
        day = date.fromisoformat(value[:10])
    except (ValueError, OverflowError):
        return None
    return day, day


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment
