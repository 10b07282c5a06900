"""Ages and births that put the birth of one person into different years."""

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
from provenance.conflicts.words import FUNCTION_WORDS
from provenance.model.annotations import ResolvedMention
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.names import EntityKind
from provenance.model.spans import Span
from provenance.text.dates import resolve_date
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
    rf"|(?:\b[Nn]ow|{D}),?\s(?:at|aged)\s(?P<today>{N})(?=[,.;)])"
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
_DIED_ON = re.compile(rf"\b(?:died|passed\saway|killed|death)\b[^.;]{{0,50}}?(?P<date>{D})")
_THEN = re.compile(r"\b(?:then|at\sthe\stime|when|after|before|until|had|ago|later|by\sthen)\b")
_PRONOUN = re.compile(r"\b(?:[Ss]?[Hh]e|[Hh]is|[Hh]er)\b")
_OTHERS = re.compile(
    r"\b(?:son|daughter|brother|sister|wife|husband|mother|father|child|children|niece|nephew)\b"
)
_AGE_PARTS = ("beside", "bracket", "hyphen", "today", "aged", "is")
_IS = re.compile(r"\b(?:is|was|turns|turned|were)\s(?:now\s|then\s|just\s|only\s|still\s)?\Z")
_BESIDE = 12
"""Characters between a name and what is said of it, if another person is named before."""
_YOUNGEST, _OLDEST = 1, 115
_BACK = 4
"""Sentences before in which the person of a pronoun may be named."""
_HEAD = 400
"""Characters at the top of a text in which a month with its year is that of the text."""
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
    """ "Born in 1941 … She was 79." in October 2024; one finding a person in one text, one between texts."""
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
    if days:
        return max(days), max(days)
    heads = [resolve_date(d, None) for d in masked.dates if d.year and d.month and d.end < _HEAD]
    months = [found for found in heads if found is not None]
    return (months[0].first, months[0].last) if months else None


def _births(pile: Pile, masked: Masked, day: tuple[date, date] | None) -> Iterator[tuple[str, Birth]]:
    """(entity, birth) of all that the text tells of births and ages."""
    for index, (start, end) in enumerate(masked.sentences):
        births = list(_BORN.finditer(masked.text, start, end))
        ages = list(_AGE.finditer(masked.text, start, end))
        if not (births or ages) or is_said_to_be_wrong(masked.text[start:end]):
            continue
        for found in births:
            yield from _stated_birth(pile, masked, index, found)
        for found in ages:
            yield from _stated_age(pile, masked, index, found, day)


def _stated_birth(
    pile: Pile, masked: Masked, index: int, found: re.Match[str]
) -> Iterator[tuple[str, Birth]]:
    stated = masked.date(found["date"] or found["life"])
    person = _person(pile, masked, index, found.start(), found.end())
    if person is None or stated.year is None or _OTHERS.search(found["between"] or ""):
        return
    if found["life"]:
        is_birth = _is_beside(masked, person, found.start())
    else:
        is_birth = not stated.is_range
    if is_birth:
        span = Span(masked.source_id, stated.start, stated.end)
        yield person.entity, Birth(stated.year, stated.year, span, f"born in {stated.year}", False)


def _stated_age(
    pile: Pile, masked: Masked, index: int, found: re.Match[str], day: tuple[date, date] | None
) -> Iterator[tuple[str, Birth]]:
    sign = next(s for name in _AGE_PARTS if (s := found[name]))
    number = masked.figure(sign)
    is_age = not (number.hedge or number.high or number.unit or number.is_ordinal)
    if not is_age or not _YOUNGEST <= number.value <= _OLDEST or number.value != int(number.value):
        return
    person = _person(pile, masked, index, found.start(), found.end(), found.lastgroup or "")
    when = _when(masked, masked.sentences[index], found, day)
    if person is None or when is None:
        return
    age = int(number.value)
    span = Span(masked.source_id, number.start, number.end)
    first, last = when[0] - age - 1, when[1] - age
    yield person.entity, Birth(first, last, span, f"{age} in {when[1]}", when[2])


def _is_beside(masked: Masked, person: ResolvedMention, at: int) -> bool:
    """Does the name stand right before the bracket?"""
    return 0 <= masked.offset(at) - person.span.end <= 1


def _when(
    masked: Masked, sentence: tuple[int, int], found: re.Match[str], day: tuple[date, date] | None
) -> tuple[int, int, bool] | None:
    """First and last year at which the age holds, and whether it is the present."""
    start, end = sentence
    text = masked.text[start:end]
    at = found.start("is") if found["is"] else found.start() + 1
    before = _IS.sub("", masked.text[start:at])
    near = _WHEN.search(before) or _AFTER_WHEN.match(masked.text, found.end())
    died = _DIED_ON.search(text) if found.lastgroup in ("aged", "is", "beside") else None
    sign = next(s for s in near.groups() if s) if near else died["date"] if died else None
    if sign is not None and (near or masked.date(sign).year):
        year = masked.date(sign).year
        return (year, year, False) if year and not masked.date(sign).is_range else None
    if day is None or not _is_present(masked, sentence, found, day):
        return None
    return day[0].year, day[1].year, True


def _is_present(
    masked: Masked, sentence: tuple[int, int], found: re.Match[str], day: tuple[date, date]
) -> bool:
    """Is the age that at the time of writing?"""
    start, end = sentence
    text = masked.text[start:end]
    is_apposed = bool(found["beside"] or found["bracket"])
    if _THEN.search(text) and not found["beside"]:
        return False
    if found["is"] and found["verb"] != "is":
        if "when" in masked.text[found.end() : found.end() + 6] or re.search(r"[12]\d{3}", text):
            return False
    told = masked.text[start : found.start()] if is_apposed else text
    years = [masked.date(s).year for s in re.findall(D, told)]
    return bool(_BORN.search(text)) or not any(year and year < day[0].year for year in years)


def _person(
    pile: Pile, masked: Masked, index: int, at: int, end: int, how: str = ""
) -> ResolvedMention | None:
    """The person of whom a birth or an age is told: beside it, or the one person of the sentences before."""
    source_id = masked.source_id
    start, stop = masked.sentences[index]
    people = _people(pile, source_id, masked.offset(start), masked.offset(at))
    apart = masked.offset(at) - people[-1].span.end if people else 0
    if how in ("beside", "bracket"):
        return people[-1] if people and apart <= 1 else None
    if how == "hyphen":
        return _described(pile, masked, index, (at, end))
    is_kin = _OTHERS.search(masked.text[start:at]) is not None
    if people:
        is_clear = len({m.entity for m in people}) == 1 or apart < _BESIDE
        return people[-1] if is_clear and not is_kin else None
    if masked.text[start:at].strip() in ("", "A", "The"):
        behind = _people(pile, source_id, masked.offset(end - 1), masked.offset(stop - 1) + 1)
        if behind:
            return behind[0]
    if is_kin or not _PRONOUN.search(masked.text[start:stop]):
        return None
    return _named_before(pile, masked, index)


def _described(pile: Pile, masked: Masked, index: int, place: tuple[int, int]) -> ResolvedMention | None:
    """Whom "the 54-year-old" is: the name behind it, or, without a noun, the one of the sentences before."""
    at, end = place
    named = _named_behind(pile, masked, end)
    if named is not None or not _stands_alone(pile, masked, at, end):
        return named
    start, stop = masked.sentences[index]
    own = _people(pile, masked.source_id, masked.offset(start), masked.offset(stop - 1, True))
    return None if own else _named_before(pile, masked, index)


def _stands_alone(pile: Pile, masked: Masked, at: int, end: int) -> bool:
    """The 54-year-old now lives there: does no noun follow?"""
    word = re.match(r"\s([a-z]+)", masked.text[end : end + 30])
    known = pile.knowledge
    is_definite = re.search(r"\b[Tt]he\s\Z", masked.text[max(0, at - 5) : at]) is not None
    if word is None:
        return is_definite and re.match(r"\s?[.,]", masked.text[end : end + 2]) is not None
    low = word[1]
    form = known.event_verbs.get(low)
    is_verb = form is not None and bool(set(form.kinds) & set("sd"))
    return is_definite and (low in FUNCTION_WORDS or low in known.say_verbs or is_verb or low == "now")


def _named_behind(pile: Pile, masked: Masked, end: int) -> ResolvedMention | None:
    """The 54-year-old teacher Maria Lenz."""
    first = masked.offset(end - 1)
    behind = _people(pile, masked.source_id, first, first + 60)
    gap = pile.text(masked.source_id)[first : behind[0].span.start] if behind else "."
    return behind[0] if behind and re.search(r"[.,;]", gap) is None else None


def _named_before(pile: Pile, masked: Masked, index: int) -> ResolvedMention | None:
    """The one person of the nearest of the sentences before that names one."""
    for back in range(index - 1, index - 1 - _BACK, -1):
        if back >= 0:
            start, end = masked.sentences[back]
            people = _people(pile, masked.source_id, masked.offset(start), masked.offset(end - 1, True))
            if people:
                told = _with_age(pile, masked, people)
                return people[-1] if len({m.entity for m in people}) == 1 else told
    return None


def _with_age(pile: Pile, masked: Masked, people: Sequence[ResolvedMention]) -> ResolvedMention | None:
    """The only one of several beside whom an age stands: of that one the next sentences tell."""
    text = pile.text(masked.source_id)
    aged = [m for m in people if re.match(r",\s\d{1,3}\b|\s\(\d{1,3}\)", text[m.span.end : m.span.end + 6])]
    return aged[0] if len(aged) == 1 else None


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
    """Do both texts name something else too? A birth is of no one event, but namesakes have other worlds."""
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
    years = [_years_of(b) for b in pair]
    return Conflict(
        kind=ConflictKind.ARITHMETIC,
        conflict_class=class_of(ordered),
        consequence=Level.MEDIUM,
        certainty=Level.MEDIUM,
        scope=scope_of(ordered),
        title=f"{name}: {pair[0].value}, {pair[1].value}",
        why=(
            f"{'; '.join(dict.fromkeys(said))}. The one makes {years[0]} the year of birth, the "
            f"other {years[1]}: an "
            f"age or a year is wrong.{'' if is_one else ' ' + say_support(pile, ordered)}"
        ),
        subject=fold_text(entity),
        predicate="birth and age",
        scope_key=pile.sources[pair[0].span.source_id].source.path if is_one else "",
        sides=ordered,
    )


def _years_of(birth: Birth) -> str:
    if birth.first == birth.last:
        return str(birth.last)
    return f"{birth.first} {'or' if birth.last - birth.first == 1 else 'to'} {birth.last}"
