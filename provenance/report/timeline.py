"""When the dated sources were published, as bars on a line: geometry only, no drawing."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from attrs import frozen

from provenance.model.reuse import Lineage
from provenance.model.sources import Basis, Metadatum
from provenance.report.places import Directory, SourceCard, clip

TIMELINE_SOURCES = 60
"""More dated sources than this are listed under the sources only."""
LEFT, WIDTH, ROW = 240.0, 680.0, 26.0
"""Units of the drawing: where the bars start, how wide all are, height of a row."""
NAME_CHARS = 24
"""How much of a publisher's name stands before its bar."""
ARROWS = 16
"""More arrows than this are not drawn."""
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1_200, 2_400, 6_000, 12_000)
"""Steps between ticks: a number of days, or of months from January."""
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_DAYS = 30.44
_TICKS = 8
"""Ticks that a drawing has room for."""


@frozen
class Bar:
    """One source. `x`, `width`, `y`: units of the drawing. `date`: as printed, "" if it is long.

    `is_inferred`: the date is our conclusion.
    """

    card: SourceCard
    x: float
    width: float
    y: float
    name: str
    date: str
    words: str
    is_inferred: bool

    @property
    def is_right(self) -> bool:
        """Does the bar lie so far to the right that its date has to stand before it?"""
        return self.x + self.width > LEFT + WIDTH - 110


@frozen
class Arrow:
    """From an earlier to a later text: sideways from (x1, y1) to x2, then to y2; `words`: says so."""

    x1: float
    y1: float
    x2: float
    y2: float
    words: str


@frozen
class Timeline:
    """`ticks`: (x, label). `undated`: sources without a date that can be placed. `height`: of the drawing."""

    bars: tuple[Bar, ...]
    arrows: tuple[Arrow, ...]
    ticks: tuple[tuple[float, str], ...]
    undated: tuple[SourceCard, ...]
    height: float
    is_too_long: bool


def make_timeline(directory: Directory, lineage: Sequence[Lineage]) -> Timeline:
    """Bars from the earliest to the latest moment that each date can mean, earliest first."""
    readable = [card for card in directory.cards if card.source.is_readable]
    placed = [(interval(card.source.first("published")), card) for card in readable]
    undated = tuple(card for span, card in placed if span is None)
    dated = sorted(((span, card) for span, card in placed if span), key=lambda p: (p[0], p[1].number))
    if not dated or len(dated) > TIMELINE_SOURCES:
        return Timeline((), (), (), undated, 0.0, bool(dated))
    low = min(span[0] for span, _ in dated)
    high = max(span[1] for span, _ in dated)
    room = max((high - low) * 0.04, 0.5)
    low, high = low - room, high + room
    bars = tuple(_bar(row, span, card, low, high) for row, (span, card) in enumerate(dated))
    return Timeline(bars, _arrows(bars, lineage), _ticks(low, high), undated, len(bars) * ROW + 30.0, False)


def interval(published: Metadatum | None) -> tuple[float, float] | None:
    """(from, to) of a date in days since the year 1, UTC; None without a date that can be read."""
    if published is None:
        return None
    first = _days(published.earliest or published.value)
    last = _days(published.latest or published.value)
    if first is None or last is None:
        return None
    return min(first, last), max(first, last)


def _days(text: str) -> float | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    try:
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        return None
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return moment.toordinal() + seconds / 86_400


def _bar(row: int, span: tuple[float, float], card: SourceCard, low: float, high: float) -> Bar:
    x, end = _x(span[0], low, high), _x(span[1], low, high)
    published = card.source.first("published")
    name = " ".join((card.source.value("publisher") or card.source.path).split())
    return Bar(
        card=card,
        x=x,
        width=round(max(6.0, end - x), 1),
        y=row * ROW,
        name=clip(name, NAME_CHARS),
        date=published.value if published and len(published.value) <= NAME_CHARS else "",
        words=f"{card.label}, {card.date}",
        is_inferred=published is not None and published.basis in (Basis.INFERRED, Basis.UNKNOWN, Basis.FILE),
    )


def _arrows(bars: Sequence[Bar], lineage: Sequence[Lineage]) -> tuple[Arrow, ...]:
    by_id = {bar.card.source.id: bar for bar in bars}
    drawn = [
        (by_id[edge.parent], by_id[edge.child])
        for edge in lineage
        if {edge.parent, edge.child} <= by_id.keys()
    ]
    return tuple(_arrow(earlier, later) for earlier, later in drawn) if len(drawn) <= ARROWS else ()


def _arrow(earlier: Bar, later: Bar) -> Arrow:
    """Straight down from the earlier bar where the later one begins under it, else out of its side."""
    is_down = later.y > earlier.y
    x2 = round(later.x + min(10.0, later.width / 2), 1)
    x1 = min(max(x2, earlier.x), earlier.x + earlier.width)
    edge = 20.0 if is_down else 5.0
    return Arrow(
        x1=round(x1, 1),
        y1=earlier.y + (edge if x1 == x2 else 12.5),
        x2=x2,
        y2=later.y + (4.0 if is_down else 21.0),
        words=f"{earlier.card.label} is the earlier text, {later.card.label} the later one",
    )


def _x(day: float, low: float, high: float) -> float:
    return round(LEFT + WIDTH * (day - low) / (high - low), 1)


def _ticks(low: float, high: float) -> tuple[tuple[float, str], ...]:
    step = next((days for days in _DAYS if (high - low) / days <= _TICKS), 0)
    if step:
        days: Sequence[int] = range(max(1, int(low) + 1), min(int(high), date.max.toordinal()) + 1, step)
        return tuple((_x(day, low, high), _label(date.fromordinal(day), 0)) for day in days)
    months = next((m for m in _MONTHS if (high - low) / (m * _MONTH_DAYS) <= _TICKS), _MONTHS[-1])
    return tuple(
        (_x(day, low, high), _label(date.fromordinal(day), months)) for day in _firsts(low, high, months)
    )


def _firsts(low: float, high: float, months: int) -> list[int]:
    """First days of months between the two, every `months` months counted from January of year 0."""
    start = date.fromordinal(max(1, int(low) + 1))
    index = -(-(start.year * 12 + start.month - 1 + (start.day > 1)) // months) * months
    found = []
    while 12 <= index < 12 * (date.max.year + 1):
        day = date(index // 12, index % 12 + 1, 1).toordinal()
        if day > high:
            break
        found.append(day)
        index += months
    return found


def _label(day: date, months: int) -> str:
    if months >= 12:
        return str(day.year)
    name = _NAMES[day.month - 1]
    return f"{name} {day.year}" if months else f"{day.day} {name} {day.year}"
