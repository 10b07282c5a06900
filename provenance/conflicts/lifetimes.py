"""Ages and births that put one person's birth into different years, in one text or in several of one event."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from attrs import frozen

from provenance.conflicts.changes import are_changed_in_copy
from provenance.conflicts.events import find_event, published_interval
from provenance.conflicts.inside import is_said_to_be_wrong
from provenance.conflicts.masked import D, Masked, N, masked_texts
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import class_of, make_side, quoted, say_support, scope_of
from provenance.model.annotations import ResolvedMention
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.names import EntityKind
from provenance.model.spans import Span
from provenance.text.dates import DateExpression, resolve_date
from provenance.text.folding import fold_text

_BORN = re.compile(
    rf"\b(?:born|birth)\b(?P<between>[^.;(){D[1:-1]}{N[1:-1]}]{{0,70}}?)(?P<date>{D})"
    rf"|\((?:b\.|born)?\s?(?P<life>{D})",
    re.IGNORECASE,
)
_AGE = re.compile(
    rf",\s(?:now\s|then\s|just\s|only\s|aged\s)?(?P<beside>{N})(?=[,.;)]|\swas\b|\sis\b|\shas\b)"
    rf"|\s\((?P<bracket>{N})\)"
    rf"|(?P<hyphen>{N})-year-old\b"
    rf"|\b(?:aged|at\sthe\sage\sof|age\sof|dies\sat|died\sat|dead\sat)\s(?:just\s|only\s)?(?P<aged>{N})(?!\s[a-z]*(?:years?\slater|months?|days?|weeks?)\b)"
    rf"|\b(?P<verb>is|was|turns|turned|were)\s(?:now\s|then\s|just\s|only\s|still\s)?(?P<is>{N})"
    rf"(?=(?:\syears?\sold)?(?:[.,;]|\sand\b|\swhen\b|\sat\sthe\stime\b|\syears\sold\b))"
)
_WHEN = re.compile(
    rf"\b(?:in|on|since)\s(?P<before>{D})[^.;{D[1:-1]}]{{0,60}}?\bwhen\s(?:s?he|they)\s?\Z"
    rf"|\b(?:in|on)\s(?P<first>{D}),?\s(?:at\s(?:the\sage\sof\s)?|aged\s)\Z"
)
_AFTER_WHEN = re.compile(
    rf"\s(?:years\sold\s)?(?:in|on)\s(?P<date>{D})|\s(?:years\sold\s)?when\s[^.;,{D[1:-1]}{N[1:-1]}]{{1,60}}?(?P<later>{D})"
)
_DIED = re.compile(r"\b(?:died|dies|death|dead|killed|passed\saway)\b")
_DIED_ON = re.compile(rf"\b(?:died|passed\saway|killed|death)\b[^.;]{{0,50}}?(?P<date>{D})")
_THEN = re.compile(r"\b(?:then|at\sthe\stime|when|after|before|until|had|ago|later|by\sthen)\b")
_PRONOUN = re.compile(r"\b(?:[Ss]?[Hh]e|[Hh]is|[Hh]er)\b")
_OTHERS = re.compile(
    r"\b(?:son|daughter|brother|sister|wife|husband|mother|father|child|children|niece|nephew)\b"
)
_YOUNGEST, _OLDEST = 1, 115
_MOST = 60
"""Statements of one person that are compared with each other."""


@frozen(order=True)
class Birth:
    """`first`, `last`: years in which the person can have been born. `is_plain`: a plain present age."""

    first: int
    last: int
    span: Span
    value: str
    is_plain: bool


def find_wrong_lifetimes(pile: Pile) -> Iterator[Conflict]:
    """ "Born in 1941 … died on Monday. She was 79." in October 2024; one finding a person in one text, one between texts."""
    held: dict[str, list[Birth]] = defaultdict(list)
    for masked in masked_texts(pile):
        day = _day_of(pile, masked)
        for entity, birth in _births(pile, masked, day):
            held[entity].append(birth)
    for entity, births in sorted(held.items()):
        pairs = [p for p in combinations(births[:_MOST], 2) if _conflict(pile, *p)]
        inside = next((p for p in pairs if p[0].span.source_id == p[1].span.source_id), None)
        between = next((p for p in pairs if p[0].span.source_id != p[1].span.source_id), None)
        for pair in (inside, between):
            if pair is not None:
                yield _finding(pile, entity, births, pair)


def _day_of(pile: Pile, masked: Masked) -> tuple[date, date] | None:
    """When the text was published; else its latest full date."""
    interval = published_interval(pile, masked.source_id)
    if interval is not None:
        return interval
    days = [found.first for d in masked.dates if d.is_full and (found := resolve_date(d, None))]
    return (max(days), max(days)) if days else None


def _births(pile: Pile, masked: Masked, day: tuple[date, date] | None) -> Iterator[tuple[str, Birth]]:
    for index, (start, end) in enumerate(masked.sentences):
        sentence = masked.text[start:end]
        if is_said_to_be_wrong(sentence):
            continue
        for found in _BORN.finditer(sentence):
            sign = found["date"] or found["life"]
            stated = masked.date(sign)
            person = _person(pile, masked, index, start + found.start(), start + found.end())
            if person and found["life"] and not _is_beside(masked, person, start + found.start()):
                continue
            if person and stated.year and not stated.is_range and not _OTHERS.search(found["between"] or ""):
                span = Span(masked.source_id, stated.start, stated.end)
                yield person.entity, Birth(stated.year, stated.year, span, f"born in {stated.year}", False)
            elif person and found["life"] and stated.year and stated.end_year:
                span = Span(masked.source_id, stated.start, stated.end)
                yield person.entity, Birth(stated.year, stated.year, span, f"born in {stated.year}", False)
        for found in _AGE.finditer(sentence):
            sign = next(s for name in ("beside", "bracket", "hyphen", "aged", "is") if (s := found[name]))
            number = masked.figure(sign)
            if number.hedge or number.high or number.unit or number.is_ordinal:
                continue
            if not (_YOUNGEST <= number.value <= _OLDEST and number.value == int(number.value)):
                continue
            at = start + found.start()
            person = _person(pile, masked, index, at, start + found.end(), found.lastgroup or "")
            when = _when(masked, start, at, start + found.end(), found, day)
            if person is None or when is None:
                continue
            age = int(number.value)
            span = Span(masked.source_id, number.start, number.end)
            is_plain = when[2]
            first, last = when[0] - age - 1, when[1] - age
            yield person.entity, Birth(first, last, span, f"{age} in {when[1]}", is_plain)


def _is_beside(masked: Masked, person: ResolvedMention, at: int) -> bool:
    """Does the name stand right before the bracket?"""
    return 0 <= masked.offset(at) - person.span.end <= 1


def _when(
    masked: Masked, start: int, at: int, end: int, found: re.Match[str], day: tuple[date, date] | None
) -> tuple[int, int, bool] | None:
    """First and last year at which the age holds, and whether it is the present."""
    before = masked.text[start : at + (found.start("is") - found.start() if found["is"] else 1)]
    before = re.sub(r"\b(?:was|is|turned|were)\s(?:now\s|then\s|just\s|only\s|still\s)?\Z", "", before)
    near = _WHEN.search(before) or _AFTER_WHEN.match(masked.text, end)
    if near is not None:
        sign = next(s for s in near.groups() if s)
        year = masked.date(sign).year
        return (year, year, False) if year and not masked.date(sign).is_range else None
    sentence = masked.text[start : masked.sentences[masked.sentence_at(start)][1]]
    died = _DIED_ON.search(sentence)
    if died is not None and masked.date(died["date"]).year and found.lastgroup in ("aged", "is", "beside"):
        year = masked.date(died["date"]).year or 0
        return year, year, False
    if found["is"] and found["verb"] in ("was", "were") and "when" in masked.text[end : end + 6]:
        return None
    if day is None or (_THEN.search(sentence) and not found["beside"]):
        return None
    if re.search(r"[12]\d{3}", sentence) and found["is"] and found["verb"] != "is":
        return None
    told = masked.text[start:at] if found["beside"] or found["bracket"] else sentence
    others = [masked.date(s).year for s in re.findall(D, told) if masked.date(s).year]
    if others and not _BORN.search(sentence) and any(year and year < day[0].year for year in others):
        return None
    return day[0].year, day[1].year, True


def _person(
    pile: Pile, masked: Masked, index: int, at: int, end: int, how: str = ""
) -> ResolvedMention | None:
    """The person of whom a birth or an age is told: beside it, or the one person of the sentences before."""
    start, stop = masked.sentences[index]
    offsets = [masked.offset(place) for place in (start, at)]
    people = _people(pile, masked.source_id, offsets[0], offsets[1])
    if how in ("beside", "bracket"):
        close = [m for m in people if offsets[1] - m.span.end <= 1]
        return close[-1] if close else None
    if how == "hyphen":
        behind = _people(pile, masked.source_id, masked.offset(end - 1), masked.offset(end - 1) + 60)
        gap = pile.text(masked.source_id)[masked.offset(end - 1) : behind[0].span.start] if behind else "."
        return behind[0] if behind and re.search(r"[.,;]", gap) is None else None
    if people and not _OTHERS.search(masked.text[start:at]):
        names = {m.entity for m in people}
        return people[-1] if len(names) == 1 or offsets[1] - people[-1].span.end < 12 else None
    if people:
        return None
    opens = masked.text[start : start + 8]
    if masked.text[start:at].strip() in ("", "A", "The") or opens.startswith(("Born", "born")):
        behind = _people(pile, masked.source_id, masked.offset(end - 1), masked.offset(stop - 1) + 1)
        if behind:
            return behind[0]
    if not _PRONOUN.search(masked.text[start:stop]) or _OTHERS.search(masked.text[start:at]):
        return None
    for back in (index - 1, index - 2):
        if back < 0:
            break
        first, last = masked.sentences[back]
        earlier = _people(pile, masked.source_id, masked.offset(first), masked.offset(last - 1, True))
        if earlier:
            return earlier[-1] if len({m.entity for m in earlier}) == 1 else None
    return None


def _people(pile: Pile, source_id: str, start: int, end: int) -> Sequence[ResolvedMention]:
    found = pile.mentions_in(source_id, start, end)
    return [m for m in found if m.kind is EntityKind.PERSON]


def _conflict(pile: Pile, a: Birth, b: Birth) -> bool:
    if a.first <= b.last and b.first <= a.last:
        return False
    if a.is_plain and b.is_plain:  # two present ages are compared as such
        return False
    is_one = a.span.source_id == b.span.source_id
    return is_one or (
        not are_changed_in_copy(pile, a.span, b.span)
        and _share_names(pile, a.span.source_id, b.span.source_id)
    )


def _share_names(pile: Pile, a: str, b: str) -> bool:
    """Do both texts name something else too? A birth is of no one event, but namesakes are of other worlds."""
    if find_event(pile, a, b) is not None:
        return True
    return len(pile.names_of[a].keys() & pile.names_of[b].keys()) > 1


def _finding(pile: Pile, entity: str, births: Sequence[Birth], pair: tuple[Birth, Birth]) -> Conflict:
    sides = []
    is_one = pair[0].span.source_id == pair[1].span.source_id
    for one in pair:
        same = [b.span for b in births if (b.first, b.last) == (one.first, one.last)]
        if is_one:
            same = [span for span in same if span.source_id == one.span.source_id]
        sides.append(make_side(pile, one.value, same))
    ordered = tuple(sides)
    name = pile.entities[entity].name if entity in pile.entities else entity
    said = [f"{pile.label(b.span.source_id)} says {quoted(pile.sentence_text(b.span))}" for b in pair]
    years = [
        str(b.last)
        if b.first == b.last
        else f"{b.first} or {b.last}"
        if b.last - b.first == 1
        else f"{b.first} to {b.last}"
        for b in pair
    ]
    return Conflict(
        kind=ConflictKind.ARITHMETIC,
        conflict_class=class_of(ordered),
        consequence=Level.MEDIUM,
        certainty=Level.MEDIUM,
        scope=scope_of(ordered),
        title=f"{name}: {pair[0].value}, {pair[1].value}",
        why=(
            f"{'; '.join(dict.fromkeys(said))}. The one makes {years[0]} the year of birth, the other {years[1]}: an "
            f"age or a year is wrong.{'' if is_one else ' ' + say_support(pile, ordered)}"
        ),
        subject=fold_text(entity),
        predicate="birth and age",
        scope_key=pile.sources[pair[0].span.source_id].source.path if is_one else "",
        sides=ordered,
    )
