"""A length of time, or an anniversary, that does not fit the dates beside it."""

import re
from collections.abc import Iterator
from datetime import date

from attrs import evolve

from provenance.conflicts.events import published_interval
from provenance.conflicts.inside import (
    is_said_to_be_wrong,
    make_finding,
    names_other_calendar,
    place_of,
    printed,
)
from provenance.conflicts.masked import D, Masked, N, masked_texts
from provenance.conflicts.pile import Pile
from provenance.model.conflicts import Conflict, ConflictKind
from provenance.text.dates import DateExpression, DateInterval, resolve_date

_DAYS = {
    "day": 1.0, "night": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "season": 365.25, "decade": 3652.5,
}  # fmt: skip
_FROM_UNTIL = re.compile(r"\bfrom\s[^.;]{1,60}?\s(?:until|till|to)\b")
_UNIT = r"(?P<unit>day|night|week|month|year|season|decade)"
_LENGTH = re.compile(
    rf"\b(?:lasted|lasting|lasts|took|taking|needed|required|dragged\son\sfor|went\son\sfor|ran\sfor|continued\sfor"
    rf"|spent|served)\s(?:only\s|just\s|the\s|a\stotal\sof\s|all\sof\s)?(?P<long>{N})\s{_UNIT}s?\b"
    rf"|\bfor\s(?:only\s|just\s)?(?P<for>{N})\s(?P<for_unit>day|night|week|month|year|season|decade)s?\b"
    rf"|(?P<adjective>{N})-(?P<adjective_unit>day|night|week|month|year)(?!-old)\b(?!\s(?:deal|contract|plan|high|low))"
)
_BEGIN = re.compile(
    rf"\b(?:began|begun|begins|started|opened|sailed|left|departed|set\s(?:out|sail)|broke\sout|from|since|arrested|detained"
    rf"|seized|kidnapped|captured|joined|appointed|elected|jailed|imprisoned|entered|ran|between|embarked|took\soffice"
    rf"|came\sto\spower|launched|signed)\b[^.;{D[1:-1]}]{{0,50}}?(?P<date>{D})"
)
_END = re.compile(
    rf"\b(?:ended|until|till|to|closed|arrived|anchor|reached|released|freed|finished|surrendered|marched\sout|landed"
    rf"|retired|left|resigned|completed|fell|over|lifted|stepped\sdown|died|and|through)\b[^.;{D[1:-1]}]{{0,50}}?(?P<date>{D})"
)
_END_BEHIND = re.compile(
    rf"(?P<date>{D})[^.;{D[1:-1]}]{{0,60}}?\b(?:ended|closed|arrived|released|freed|surrendered|marched\sout|landed"
    rf"|retired|resigned|lifted|stepped\sdown|returned|capitulated|was\sover)\b"
)
_RUN = re.compile(
    rf"\bfrom\s(?P<a>{D})\s(?:to|until|till|through)\s(?P<b>{D})|\bbetween\s(?P<c>{D})\sand\s(?P<d>{D})"
)
_FOUNDED = re.compile(
    rf"\b(?:founded|established|opened|built|launched|born|created|formed|began|signed|died|set\sup|started|killed"
    rf"|happened|took\splace)\b[^.;{D[1:-1]}{N[1:-1]}]{{0,50}}?(?P<date>{D})",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(rf"(?P<rank>{N})\s(?:anniversary|birthday|jubilee)\b")
_HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
    "new year's day": (1, 1), "christmas": (12, 25),
}  # fmt: skip
_HOLIDAY = re.compile(
    r"\b(?P<name>christmas(?:\s(?:eve|day))?|boxing\sday|new\syear's\s(?:eve|day))(?:\s(?:of\s(?P<same>that|the\ssame)\syear"
    rf"|(?:of\s|in\s)?(?P<year>{D})))",
    re.IGNORECASE,
)
_NO_LENGTH = re.compile(
    r"\b(?:will|would|due|planned|scheduled|expected|originally|sentence\w*|jailed\sfor|term|every|each|interrupted|later"
    r"|ago|earlier|after\sthat|except)\b",
    re.IGNORECASE,
)


def find_wrong_durations(pile: Pile) -> Iterator[Conflict]:
    """ "began on 4 May and lasted eleven weeks; on 2 June the garrison marched out": four weeks."""
    for masked in masked_texts(pile):
        for index, (start, end) in enumerate(masked.sentences):
            for found in _LENGTH.finditer(masked.text, start, end):
                conflict = _length(pile, masked, index, found)
                if conflict is not None:
                    yield conflict
                    break
            yield from _anniversaries(pile, masked, index)


def _length(pile: Pile, masked: Masked, index: int, found: re.Match[str]) -> Conflict | None:
    sign = found["long"] or found["for"] or found["adjective"]
    unit = found["unit"] or found["for_unit"] or found["adjective_unit"]
    number = masked.figure(sign)
    is_for = not found["long"]
    start, end = masked.sentences[index]
    reach = (start, end) if is_for else _window(masked, index)
    text = masked.text[slice(*reach)]
    if number.is_ordinal or number.high or number.unit or number.value <= 0 or _NO_LENGTH.search(text):
        return None
    if is_said_to_be_wrong(text) or names_other_calendar(text):
        return None
    run = _run(pile, masked, reach)
    if run is None and (not is_for or _FROM_UNTIL.search(text)):
        run = _span(pile, masked, reach)
    if run is None:
        return None
    (first, one), (last, two) = run
    if last.first <= first.last:
        return None
    size = _DAYS[unit]
    least, most = (last.first - first.last).days / size, ((last.last - first.first).days + 1) / size
    slack = 1.0 if size > 1 else 1.5
    if number.hedge is not None or number.value >= 10:
        slack += 0.15 * number.value
    if least - slack <= number.value <= most + slack:
        return None
    length = " ".join(
        pile.text(masked.source_id)[number.start : masked.offset(found.end() - 1, True)].split()
    )
    true = f"{least:.0f}" if round(least) == round(most) else f"{least:.0f} to {most:.0f}"
    names = [_written(masked, pile, each) for each in (one, two)]
    return make_finding(
        pile,
        ConflictKind.ARITHMETIC,
        f"{length} from {names[0]} to {names[1]}: the dates do not fit",
        f"From {names[0]} to {names[1]} are {true} {unit}s, not {length}. A date or the length is wrong.",
        [
            (f"{names[0]} to {names[1]}", [masked.span(at, at + 1) for at in (one, two)]),
            (length, [place_of(masked, sign)]),
        ],
        "duration",
    )


def _window(masked: Masked, index: int) -> tuple[int, int]:
    """The sentence, the one before and the two behind."""
    first = masked.sentences[max(0, index - 1)][0]
    return first, masked.sentences[min(index + 2, len(masked.sentences) - 1)][1]


Placed = tuple[DateInterval, int]


def _run(pile: Pile, masked: Masked, reach: tuple[int, int]) -> tuple[Placed, Placed] | None:
    """From the one date to the other."""
    found = _RUN.search(masked.text, *reach)
    if found is None:
        return _one_range(pile, masked, reach)
    signs = [s for s in found.groups() if s]
    return _dated(pile, masked, masked.at(signs[0]), masked.at(signs[1]))


def _one_range(pile: Pile, masked: Masked, reach: tuple[int, int]) -> tuple[Placed, Placed] | None:
    """From 1 March to 20 March 2022, which is one date with two ends."""
    for found in re.finditer(D, masked.text[slice(*reach)]):
        at = reach[0] + found.start()
        stated = masked.date(masked.text[at])
        days = resolve_date(stated, published_interval(pile, masked.source_id)) if stated.end_day else None
        if days is not None and stated.preposition in ("from", "between"):
            one = DateInterval(days.first, days.first)
            return (one, at), (DateInterval(days.last, days.last), at)
    return None


def _span(pile: Pile, masked: Masked, reach: tuple[int, int]) -> tuple[Placed, Placed] | None:
    """A beginning and an end, if the window has two dates and no more."""
    text = masked.text[slice(*reach)]
    begin = _BEGIN.search(masked.text, *reach)
    places = [reach[0] + m.start() for m in re.finditer(D, text)]
    places = [at for at in places if masked.date(masked.text[at]).relative is None]
    holiday = _HOLIDAY.search(masked.text, *reach)
    if begin is None:
        return None
    if holiday is not None and len(places) == 1 and holiday["same"]:
        return _dated(pile, masked, begin.start("date"), holiday.start("name"), holiday["name"])
    first = begin.start("date")
    ends = {m.start("date") for each in (_END, _END_BEHIND) for m in each.finditer(masked.text, *reach)}
    if len(places) != 2 or not any({first, at} == set(places) for at in ends - {first}):
        return None
    return _dated(pile, masked, places[0], places[1])


def _dated(pile: Pile, masked: Masked, one: int, two: int, holiday: str = "") -> tuple[Placed, Placed] | None:
    first = masked.date(masked.text[one])
    if holiday:
        month, day = _HOLIDAYS[" ".join(holiday.lower().split())]
        last = DateExpression(0, 0, year=first.year, month=month, day=day)
    else:
        last = masked.date(masked.text[two])
    if first.year is None and last.year is not None:
        first = evolve(first, year=last.year)
    elif last.year is None and first.year is not None:
        is_next = (last.month or 0) < (first.month or 0)
        last = evolve(last, year=first.year + is_next)
    anchor = published_interval(pile, masked.source_id)
    days = [resolve_date(each, anchor) for each in (first, last)]
    if first.is_range or last.is_range or (first.month is None and last.month is not None):
        return None
    return ((days[0], one), (days[1], two)) if days[0] and days[1] else None


def _written(masked: Masked, pile: Pile, at: int) -> str:
    sign = masked.text[at]
    if masked.is_date(sign):
        return printed(masked, pile, sign)
    found = _HOLIDAY.match(masked.text, at)
    return found["name"] if found else ""


def _anniversaries(pile: Pile, masked: Masked, index: int) -> Iterator[Conflict]:
    """Founded in 1950, and the 60th anniversary in 2015."""
    start, end = masked.sentences[index]
    found = _ANNIVERSARY.search(masked.text, start, end)
    if found is None or not masked.figure(found["rank"]).is_ordinal:
        return
    first = masked.sentences[max(0, index - 1)][0]
    last = masked.sentences[min(index + 1, len(masked.sentences) - 1)][1]
    origins = [m for m in _FOUNDED.finditer(masked.text, first, last) if masked.date(m["date"]).year]
    interval = published_interval(pile, masked.source_id)
    dates = [masked.date(s) for s in re.findall(D, masked.text[first:last])]
    years = [d.year for d in dates if d.year and not d.is_range]
    if len(origins) != 1 or interval is None or is_said_to_be_wrong(masked.text[first:last]):
        return
    founded = masked.date(origins[0]["date"]).year or 0
    rank = int(masked.figure(found["rank"]).value)
    possible = {y for y in years if y != founded} | _around(interval)
    if not rank or founded + rank in possible or any(founded + rank + shift in years for shift in (-1, 1)):
        return
    name = printed(masked, pile, found["rank"])
    yield make_finding(
        pile,
        ConflictKind.ARITHMETIC,
        f"{founded} and the {name}: the years do not fit",
        f"What is of {founded} has its {name} in {founded + rank}. The year or the rank is wrong.",
        [
            (str(founded), [place_of(masked, origins[0]["date"])]),
            (name, [place_of(masked, found["rank"])]),
        ],
        "anniversary",
    )


def _around(interval: tuple[date, date]) -> set[int]:
    return set(range(interval[0].year - 1, interval[1].year + 2))
