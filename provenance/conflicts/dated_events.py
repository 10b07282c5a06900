"""Happenings of a text with the day, month or year that it gives them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from attrs import evolve, field, frozen

from provenance.conflicts.events import published_interval
from provenance.conflicts.masked import D, Masked, N
from provenance.conflicts.pile import Pile
from provenance.model.names import EntityKind
from provenance.model.spans import Span
from provenance.text.dates import DateExpression, DateInterval, resolve_date

_FORMS = {
    "birth": r"born",
    "death": r"died|passed\saway|(?:was|were|been)\s(?:killed|executed|hanged|shot\sdead|murdered)"
    r"|perished|drowned",
    "burial": r"buried|funeral\s(?:was|took\splace)",
    "work": r"(?:work|construction|building(?:\swork)?|excavation)\s(?:[\w-]+\s){0,4}?(?:began"
    r"|started|commenced|begun)"
    r"|foundation\sstone\s(?:[\w-]+\s){0,3}?laid|broke\sground|ground\swas\sbroken",
    "open": r"opened|inaugurated|completed|finished|consecrated|moved\sin(?:to)?|unveiled|commissioned",
    "arrest": r"arrested|detained|taken\sinto\scustody",
    "trial": r"trial\s(?:[\w-]+\s){0,6}?(?:began|opened|started|begun)|tried|stood\strial"
    r"|went\son\strial|put\son\strial",
    "verdict": r"convicted|found\sguilty|sentenced|acquitted",
    "release": r"released|freed|set\sfree|let\sgo",
    "elected": r"elected|won\sthe\s(?:election|vote|presidency)|voted\sin",
    "office": r"took\soffice|sworn\sin|presented\s(?:\S+\s){0,3}?(?:credentials|credence)"
    r"|took\sup\s(?:the|his|her)\s(?:post|office)|assumed\soffice",
    "join": r"joined|hired|recruited|enlisted|enrolled|signed\son|entered\sthe\sservice|started\s(?:work|at)",
    "leave": r"left|resigned|retired|dismissed|fired|sacked|stepped\sdown|recalled|quit|graduated|gone"
    r"|last\s(?:working\s)?day"
    r"(?:\s[\w-]+){0,4}?\swas",
    "sign": r"signed|concluded",
    "ratify": r"ratified",
    "force": r"(?:came|entered)\sinto\sforce|took\seffect",
    "pass": r"passed|adopted|enacted",
    "apply": r"applications?\s(?:\S+\s){0,8}?(?:is\s|was\s)?dated"
    r"|applied|filed|submitted|applications?\s(?:was|were)\s(?:made|lodged)",
    "grant": r"granted|approved|awarded|issued",
    "marry": r"married|wed|wedding",
    "divorce": r"divorced|separated",
    "depart": r"left|departed|took\soff|set\s(?:out|off|sail)|sailed|launched|lifted\soff",
    "arrive": r"arrived|landed|reached|docked|moored|touched\sdown|dropped\sanchor",
    "publish": r"(?:first\s)?(?:published|posted)",
    "update": r"(?:last\s)?(?:updated|modified|revised|corrected)",
    "write": r"wrote|written|writing|painted|composed",
    "injury": r"(?:was|were|got|been)\s(?:badly\s|seriously\s)?(?:injured|hurt|wounded)",
    "operation": r"operated\son|(?:had|underwent)\s(?:an\s|his\s|her\s)?(?:\w+\s)?(?:operation|surgery)",
    "order": r"ordered",
    "deliver": r"delivered|handed\sover",
    "diagnose": r"diagnosed|fell\sill",
    "found": r"founded|established|set\sup|created|formed",
    "dissolve": r"dissolved|disbanded|abolished|went\sbankrupt|shut\sdown",
    "begin": r"began|started|begun|kicked\soff|broke\sout",
    "end": r"ended|finished|concluded",
    "make": r"launched|laid\sdown|built",
    "lose": r"sank|sunk|wrecked|scuttled|demolished|torn\sdown|burn(?:ed|t)\sdown|destroyed",
    "admit": r"admitted",
    "discharge": r"discharged",
}  # fmt: skip
_EVENT = {name: re.compile(rf"\b(?:{forms})\b", re.IGNORECASE) for name, forms in _FORMS.items()}
_ANY = re.compile("|".join(f"\\b(?:{forms})\\b" for forms in _FORMS.values()), re.IGNORECASE)
_ANY_SMALL = re.compile(rf"\b(?:{'|'.join(_FORMS.values())})\b")
"""The same for text in small letters, in which it is found several times as fast."""
_UNREAL = re.compile(
    r"\b(?:to|will|would|should|could|might|may|must|can|shall|not|never|due|planned|scheduled|supposed|expected|until"
    r"|if|unless|nor|without|n't|again|re|second|another|once\smore|third|next|first)\s(?:\w+\s){0,2}?\Z"
)
_AGAIN = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:again|once\smore|for\s(?:the|a)\s(?:second|third|fourth)\stime)\b"
)
_TIME = re.compile(r"\bat\s(?:about\s|around\s)?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d)")
_HINT = re.compile(rf"{D}|\bat\s(?:about\s|around\s)?\d|\byear|\b(?:that|same)\smonth|\s(?:before|after)\s")
"""What a sentence has that gives a day, a year or a time of day."""
_SAME_DAY = re.compile(
    r"\s?(?:hours?\s|gmt\s|local\stime\s)?(?:on\s)?(?:that|the)\s(?:same\s)?(?:day|morning|afternoon|evening|night|date)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    rf"\b(?:(?P<count>{N}|an?|the)\s(?P<unit>years?)\s(?P<side>after|later|earlier|before)(?!\s(?:the|his|her|its|their|he|she|a|an|{D}))"
    r"|the\s(?P<next>following|next|previous|same)\s(?P<next_unit>year))\b"
)
_OF_THAT = re.compile(rf"\bon\sthe\s(?P<day>{N})\sof\s(?:that|the\ssame)\s(?:month)")
_OFFSET = re.compile(
    rf"(?P<count>{N}|an?)\s(?P<unit>day|week|month|year)s?\s(?P<side>before|after)\s(?:the\s)?(?P<base>{D}|christmas|new\syear"
    rf"|easter)(?:\s(?P<year>{D}))?",
    re.IGNORECASE,
)
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_HOLIDAYS = {"christmas": (12, 25), "new year": (1, 1)}
_FAR = 90
"""Characters between a verb and its date, at most."""
ANY_DAY = DateInterval(date.min, date.max, True)
"""Of a time of day that stands without a day."""


@frozen
class DatedEvent:
    """`what`: a key of the table; `at`: place of the verb in the masked text; `names`: keys of the persons
    named before it in its sentence. `minute`: of the day, None if no time is given."""

    what: str
    at: int
    sentence: int
    days: DateInterval
    spans: tuple[Span, ...]
    names: frozenset[str]
    minute: int | None = None
    is_same_day: bool = False
    wording: str = field(default="", eq=False)


def find_dated_events(pile: Pile, masked: Masked) -> list[DatedEvent]:
    """Happenings with their dates, in order; planned, denied and repeated ones are left out."""
    found: list[DatedEvent] = []
    anchor = published_interval(pile, masked.source_id)
    before: DateInterval | None = None
    for index, (start, end) in enumerate(masked.sentences):
        sentence = masked.text[start:end]
        if _HINT.search(sentence) is None or _ANY_SMALL.search(sentence.lower()) is None:
            continue
        dates = sorted(_dates(masked, start, end, anchor, before))
        times = [(start + m.start(), m) for m in _TIME.finditer(sentence)]
        for verb in _ANY.finditer(masked.text, start, end):
            if _UNREAL.search(masked.text, max(start, verb.start() - 24), verb.start()):
                continue
            if _AGAIN.match(masked.text, verb.end()):
                continue
            for what in _classes_of(verb.group()):
                told = (what, verb.start(), verb.end())
                event = _event(pile, masked, index, told, dates)
                timed = _timed(pile, masked, index, told, times, dates)
                if event is not None and timed is not None and timed.days == ANY_DAY:
                    timed = evolve(event, minute=timed.minute)
                found += [e for e in (timed or event,) if e is not None]
        if dates:
            before = dates[-1][2]
    return sorted(found, key=lambda e: (e.at, e.what))


@lru_cache(maxsize=4096)
def _classes_of(wording: str) -> tuple[str, ...]:
    """Keys of the table whose forms have this wording."""
    return tuple(what for what, pattern in _EVENT.items() if pattern.fullmatch(wording))


def _dates(
    masked: Masked, start: int, end: int, anchor: tuple[date, date] | None, before: DateInterval | None
) -> Iterator[tuple[int, int, DateInterval]]:
    """(start, end, days) of the dates of a sentence, those counted from another date too."""
    taken: set[int] = set()
    for found in _OFFSET.finditer(masked.text, start, end):
        days = _offset(masked, found, anchor)
        if days is not None:
            taken |= set(range(found.start(), found.end()))
            yield found.start(), found.end(), days
    last = before
    for found in re.finditer(f"{D}|{_OF_THAT.pattern}|{_LATER.pattern}", masked.text[start:end]):
        at = start + found.start()
        if at in taken:
            continue
        sign = masked.text[at]
        if masked.is_date(sign):
            days = _resolved(masked.date(sign), anchor)
            if days is not None:
                last = days
                yield at, at + 1, days
        elif last is not None:
            days = _counted(masked, at, end, last)
            if days is not None:
                yield at, start + found.end(), days


def _resolved(stated: DateExpression, anchor: tuple[date, date] | None) -> DateInterval | None:
    if stated.is_range or stated.is_attributive:
        return None
    return resolve_date(stated, anchor)


def _offset(masked: Masked, found: re.Match[str], anchor: tuple[date, date] | None) -> DateInterval | None:
    base = found["base"]
    if masked.is_date(base[0]):
        days = _resolved(masked.date(base), anchor)
    else:
        year = masked.date(found["year"]).year if found["year"] else None
        fixed = _HOLIDAYS.get(" ".join(base.lower().split()))
        days = (
            _resolved(DateExpression(0, 0, year=year, month=fixed[0], day=fixed[1]), anchor)
            if fixed
            else None
        )
    if days is None:
        return None
    count = masked.figure(found["count"]).value if masked.is_figure(found["count"][0]) else 1.0
    shift = timedelta(days=min(count, 2000) * _UNITS[found["unit"].lower()])
    slack = timedelta(days=_UNITS[found["unit"].lower()] // 2)
    sign = -1 if found["side"].lower() == "before" else 1
    try:
        return DateInterval(days.first + sign * shift - slack, days.last + sign * shift + slack, True)
    except OverflowError:
        return None


def _counted(masked: Masked, at: int, end: int, last: DateInterval) -> DateInterval | None:
    """The year after, the 20th of that month: counted from the date before."""
    of_that = _OF_THAT.match(masked.text, at, end)
    try:
        if of_that is not None:
            day = last.first.replace(day=int(masked.figure(of_that["day"]).value))
            return DateInterval(day, day, True)
        later = _LATER.match(masked.text, at, end)
        if later is None:
            return None
        if later["next"]:
            shift = {"previous": -1, "same": 0}.get(later["next"].lower(), 1)
        else:
            count = later["count"]
            many = int(masked.figure(count).value) if masked.is_figure(count[0]) else 1
            shift = many if later["side"] in ("after", "later") else -many
        year = last.first.year + shift
        return DateInterval(date(year, 1, 1), date(last.last.year + shift, 12, 31), True)
    except (ValueError, OverflowError):
        return None


def _event(
    pile: Pile,
    masked: Masked,
    index: int,
    verb: tuple[str, int, int],
    dates: list[tuple[int, int, DateInterval]],
) -> DatedEvent | None:
    """The verb with the date behind it, or the one that opens its clause."""
    _what, start, end = verb
    behind = next((d for d in dates if d[0] >= end), None)
    if behind is not None and behind[0] - end <= _FAR and _is_free(masked.text[end : behind[0]]):
        return _make(pile, masked, index, verb, behind)
    ahead = next((d for d in reversed(dates) if d[1] <= start), None)
    if ahead is not None and start - ahead[1] <= _FAR and _is_opening(masked, index, ahead[0]):
        between = masked.text[ahead[1] : start]
        if _is_free(between) and not re.search(rf"{D}|;", between):
            return _make(pile, masked, index, verb, ahead)
    return None


def _is_free(between: str) -> bool:
    """Does no other happening stand between a verb and a date?"""
    return _ANY.search(between) is None and re.search(rf"[;:]|\.\s|{D}|\bwho\b|\bwhich\b", between) is None


def _is_opening(masked: Masked, index: int, at: int) -> bool:
    """Does the date open its sentence or a clause of it?"""
    lead = masked.text[masked.sentences[index][0] : at]
    return len(lead.split()) <= 1 or re.search(r"[,;]\s(?:and\s|but\s)?(?:on|in)\s\Z", lead) is not None


def _timed(
    pile: Pile,
    masked: Masked,
    index: int,
    verb: tuple[str, int, int],
    times: list[tuple[int, re.Match[str]]],
    dates: list[tuple[int, int, DateInterval]],
) -> DatedEvent | None:
    """The verb with a time of day behind it, on a day of its own or on the same one."""
    _what, _start, end = verb
    behind = next(((at, m) for at, m in times if at >= end), None)
    if behind is None or behind[0] - end > _FAR or not _is_free(masked.text[end : behind[0]]):
        return None
    at, found = behind
    last = at + len(found.group())
    same = _SAME_DAY.match(masked.text, last)
    day = next((d for d in dates if 0 <= d[0] - last <= 6), None)
    days = day[2] if day else ANY_DAY
    minute = int(found["hour"]) * 60 + int(found["minute"])
    event = _make(pile, masked, index, verb, (at, last, days))
    spans = (masked.span(at, day[1] if day else last),)
    return evolve(event, minute=minute, is_same_day=same is not None, spans=spans)


def _make(
    pile: Pile, masked: Masked, index: int, verb: tuple[str, int, int], when: tuple[int, int, DateInterval]
) -> DatedEvent:
    start = masked.sentences[index][0]
    what, first, last = verb
    begin, end = min(first, when[0]), max(last, when[1])
    mentions = pile.mentions_in(masked.source_id, masked.offset(start), masked.offset(first))
    names = frozenset(m.entity for m in mentions if m.kind is EntityKind.PERSON)
    return DatedEvent(
        what,
        first,
        index,
        when[2],
        (masked.span(begin, end),),
        names,
        wording=masked.text[first:last],
    )
