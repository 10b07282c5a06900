"""States: who or what is in custody, at large, alive, closed, approved, guilty, and since when."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve, frozen

from provenance.claims import statement_words as words
from provenance.claims.reading import Reading
from provenance.claims.statement_clauses import NOBODY, Clause, Named, SentenceRead, named
from provenance.claims.statement_phrases import Phrase, denies, find_objects, find_phrases
from provenance.claims.statement_units import Unit
from provenance.model.claims import Claim, ClaimKind, Modality, Polarity
from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.model.spans import Span

BRINGS = {
    "arrest": "custody held", "jail": "custody held", "release": "custody free", "escape": "custody free",
    "convict": "verdict guilty", "sentence": "verdict guilty", "acquit": "verdict cleared",
    "kill": "life dead", "die": "life dead", "execute": "life dead", "bury": "life dead",
    "survive": "life alive", "rescue": "life alive", "open": "door open", "close": "door closed",
    "approve": "decision approved", "reject": "decision rejected", "suspend": "force suspended",
    "reinstate": "force in_force", "dissolve": "existence dissolved", "revoke": "force suspended",
    "attend": "presence present", "miss": "presence absent",
}  # fmt: skip
"""Class of event → theme and state in which it leaves the one it happens to."""
LASTING = frozenset({"lasting", "lasting since"})
"""What `valid_basis` says of a state that held all the time up to the day of the text, or from a day on."""
_STILL = frozenset("still remain remains remained stays stayed continues continued uninterrupted".split())
_GAPLESS = (
    "without a break", "without interruption", "without a day", "without a pause", "ever since",
    "all along", "the whole time", "at no time", "not for a day", "without a single day", "since then",
)  # fmt: skip
_NEVER = re.compile(
    r"\b(?:has|have)\s(?:not|never)\s|\b(?:hasn|haven)['\u2019]t\b|\bnever\b|\bat\sno\s(?:time|point|stage)\b"
    r"|\bat\sany\s(?:time|point|stage)\b|\bto\sthis\sday\b|\bso\sfar\b",
    re.IGNORECASE,
)
_WINDOW = 40
_HELD = frozenset({"held", "detained", "kept", "locked", "jailed", "imprisoned"})
_CELLS = frozenset("prison jail gaol custody detention cell cells prisons captivity".split())
_MOURNED = frozenset({"widow", "widower", "heirs", "heir", "funeral", "grave", "burial", "coffin", "wake"})
_FEARED = frozenset("feared presumed believed reported thought allegedly reportedly nearly almost".split())
_LINKING = frozenset(
    "stay continue find hold leave go return see say give arrive live enter pay die other".split()
)
"""Classes of verbs behind which a phrase tells the state of their subject: left the court a free man."""
_STAYING = frozenset({"be", "stay", "pay", "hold", "live"})
_FAR = 9
"""Units between a verb and the cell or prison that it speaks of."""
_MOST_BACK = 14
_MOST_WORDS = 4
_REACH = 110


class _Hit(NamedTuple):
    """A phrase of the table at units [first, last)."""

    first: int
    last: int
    state: str


@frozen
class _Time:
    first: str | None
    last: str | None
    basis: str
    is_inferred: bool = False


def find_statuses(reading: Reading, read: Sequence[SentenceRead], statements: Sequence[Claim]) -> list[Claim]:
    """Status claims in order of place: `predicate` the theme, `value` the state (states.tsv), `wording` as
    printed; "of" what somebody is found guilty or cleared stands in `scope`.

    `valid_basis` "lasting": all the time up to `valid_to`, from `valid_from` on if that is known; "event":
    the state began there; "stated": it holds there; "publication date": on the day of the text.
    """
    heads = _heads(reading.knowledge)
    found = [claim for s in statements for claim in _of_event(reading, s)]
    for one in read:
        for hit in _hits(one.units, heads):
            claim = _of_phrase(reading, one, hit)
            if claim is not None:
                found.append(claim)
        found.extend(_of_cells(reading, one))
        for special in (_of_mourning, _of_listed, _of_letting, _of_holding):
            found.extend(special(reading, one))
    return found


@lru_cache(maxsize=8)
def _heads(knowledge: Knowledge) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """First word → phrases of the table that begin with it, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for printed, state in knowledge.states.items():
        phrase = tuple(printed.split())
        found.setdefault(phrase[0], []).append((phrase, state))
    for phrases in found.values():
        phrases.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return found


def _hits(
    units: Sequence[Unit], heads: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
) -> Iterator[_Hit]:
    lows = tuple([unit.low for unit in units])
    if heads.keys().isdisjoint(lows):
        return
    at = 0
    while at < len(units):
        for phrase, state in heads.get(lows[at], ()):
            if lows[at : at + len(phrase)] == phrase:
                yield _Hit(at, at + len(phrase), state)
                at += len(phrase) - 1
                break
        at += 1


def _of_event(reading: Reading, statement: Claim) -> Iterator[Claim]:
    """The state that an event leaves behind."""
    brought = BRINGS.get(statement.predicate)
    if brought is None or statement.modality is not Modality.ASSERTED:
        return
    form = reading.knowledge.event_verbs.get(statement.wording.lower())
    is_done_to = bool(statement.value) or (form is not None and "o" in form.kinds)
    if statement.predicate == "survive" and statement.value and statement.value_entity:
        return  # survived by her sister: nothing is told of the sister
    is_done_to = is_done_to and statement.predicate not in ("die", "survive", "escape", "attend", "miss")
    subject = statement.value if is_done_to else statement.subject
    entity = statement.value_entity if is_done_to else statement.subject_entity
    if not subject:
        return
    theme, state = brought.split()
    is_dated = statement.valid_from is not None
    never = _text_day(reading) if not is_dated and _is_never(reading, statement) else None
    yield evolve(
        statement,
        kind=ClaimKind.STATUS,
        subject=subject,
        subject_entity=entity,
        predicate=theme,
        value=state,
        value_entity=None,
        valid_to=never or statement.valid_to,
        valid_basis="lasting" if never else "event" if is_dated else "",
        scope=_charge(reading, statement) or (f"at {statement.value}" if theme == "presence" else ""),
    )


def _is_never(reading: Reading, statement: Claim) -> bool:
    """Is it denied of all the time up to the text: has not been arrested, was at no time arrested?"""
    if statement.polarity is not Polarity.DENIED or statement.span is None:
        return False
    at = statement.span.start + max(0, statement.quote.find(statement.wording))
    return (
        _NEVER.search(reading.text, max(0, at - _WINDOW), at + len(statement.wording) + _WINDOW) is not None
    )


def _charge(reading: Reading, statement: Claim) -> str:
    """Of what: "of fraud", behind the verb."""
    if statement.span is None or statement.predicate not in ("convict", "acquit"):
        return ""
    behind = reading.text[statement.span.start : statement.span.end + 60]
    at = behind.find(" of ", max(0, behind.find(statement.wording)))
    return "of " + " ".join(behind[at + 4 :].split()[:2]).strip(",.;") if at >= 0 else ""


def _of_phrase(reading: Reading, one: SentenceRead, hit: _Hit) -> Claim | None:
    """The state that a phrase tells of the subject of its verb, or of the noun that it stands behind."""
    units = one.units
    if _is_attribute(units, hit):
        return None
    clause, subject = _governor(one, hit)
    if clause is not None and not _can_link(units, clause, hit):
        return None
    is_apart = clause is None or clause.group.last < _segment(units, hit.first)
    holder = (_apposed(reading, units, clause, hit) or subject) if is_apart else subject
    if holder is None:
        return None
    polarity, modality = _told(units, clause, holder, hit)
    if modality is None:
        return None
    theme, state = hit.state.split()
    claim = _claim(reading, one, holder, hit.first, hit.last, (theme, state))
    scope = _behind(reading, units, hit) if theme in ("verdict", "presence") else ""
    time = _time(reading, one, clause, hit)
    return evolve(
        claim,
        polarity=polarity,
        modality=modality,
        scope=scope,
        valid_from=time.first,
        valid_to=time.last,
        valid_basis=time.basis,
        is_inferred=time.is_inferred,
    )


def _is_attribute(units: Sequence[Unit], hit: _Hit) -> bool:
    """Does the phrase only describe a noun behind it: closed doors, the free market, an open letter?"""
    if hit.last - hit.first > 1:
        return False
    before = units[hit.first - 1] if hit.first and not units[hit.first].mark else None
    after = units[hit.last] if hit.last < len(units) and not units[hit.last].mark else None
    if units[hit.first].mark == "-" or (hit.last < len(units) and units[hit.last].mark == "-"):
        return True
    if before is not None and before.is_plain and before.low in words.DETERMINERS | {"behind", "of", "to"}:
        return True
    return after is not None and after.is_plain and not _may_follow(after.low)


def _may_follow(low: str) -> bool:
    """Can the word stand behind a state that ends its phrase?"""
    return (
        low in words.PREPOSITIONS
        or low in words.OPENERS
        or low in words.JOINERS
        or low in words.MIDDLE
        or low in words.DETERMINERS
        or low.endswith("ly")
        or low in ("or", "said", "says", "today", "yesterday", "tomorrow", "here", "there")
    )


def _segment(units: Sequence[Unit], at: int) -> int:
    while at > 0 and units[at].mark not in (",", ";"):
        at -= 1
    return at


def _governor(one: SentenceRead, hit: _Hit) -> tuple[Clause | None, Named | None]:
    """The last clause whose verb stands before the phrase, or holds it, and whom it speaks of."""
    best: tuple[Clause | None, Named | None] = (None, None)
    for each, subject in one.clauses:
        group = each.group
        if not group.is_noun and group.first < hit.last and hit.first - group.last <= _MOST_BACK:
            best = (each, subject)
    clause = best[0]
    if clause is None or clause.group.form is None:
        return best
    if clause.group.form.event in ("find", "hold"):
        direct = next(iter(find_objects(one.units, clause.group, hit.first)), None)
        if direct is not None and not clause.group.is_passive and not direct.preposition:
            named_object = Named(  # found the surgeon guilty: of the object
                "", None, one.units[direct.first].start, one.units[direct.last - 1].end, None, direct
            )
            return clause, named_object
    return best


def _can_link(units: Sequence[Unit], clause: Clause, hit: _Hit) -> bool:
    """Can the verb carry the phrase to its subject? What an event brings about is told by the event."""
    form = clause.group.form
    if hit.first <= clause.group.main < hit.last:
        return form is None or form.event not in BRINGS or hit.last - hit.first > 1
    before = units[hit.first - 1].low if hit.first else ""
    if before in ("years", "months", "year", "life", "days", "weeks"):
        return False  # twelve years in prison is a sentence
    return form is None or form.event in _LINKING or _segment(units, hit.first) > clause.group.last


def _apposed(reading: Reading, units: Sequence[Unit], clause: Clause | None, hit: _Hit) -> Named | None:
    """X, then on bail, …: the noun phrase before the mark."""
    at = _segment(units, hit.first)
    if not at or units[at].mark != "," or hit.first - at > _MOST_WORDS:
        return None
    start = clause.group.last + 1 if clause is not None else max(0, at - _MOST_BACK)
    phrases = find_phrases(units, start, at)
    if not phrases or (clause is not None and (phrases[-1].preposition or phrases[-1].first != start)):
        return None
    return named(reading, units, phrases[-1], NOBODY)


def _told(
    units: Sequence[Unit], clause: Clause | None, holder: Named | None, hit: _Hit
) -> tuple[Polarity, Modality | None]:
    """Polarity and modality; no modality where the phrase is only feared or asked."""
    near = {u.low for u in units[max(0, hit.first - _MOST_WORDS) : hit.first]}
    if near & _FEARED:
        return Polarity.AFFIRMED, None
    modality = clause.group.modality if clause is not None else Modality.ASSERTED
    is_denied = clause is not None and clause.group.polarity is Polarity.DENIED
    is_denied = is_denied or bool(near & words.NEGATIONS)
    if holder is not None and holder.phrase is not None and denies(units, holder.phrase.first):
        is_denied = not is_denied
    if words.NEGATIONS & {u.low for u in units[hit.first : hit.last]}:
        is_denied = False  # the phrase has its own: never seen again
    polarity = Polarity.DENIED if is_denied else Polarity.AFFIRMED
    if clause is not None and modality is not Modality.ASSERTED:
        return polarity, None
    return polarity, modality


def _behind(reading: Reading, units: Sequence[Unit], hit: _Hit) -> str:
    """The phrase with "of", "from" or "at" behind the state."""
    phrases = find_phrases(units, hit.last, min(len(units), hit.last + 8))
    if phrases and phrases[0].preposition in ("of", "from", "at"):
        first, last = units[phrases[0].first], units[phrases[0].last - 1]
        return f"{phrases[0].preposition} {reading.text[first.start : last.end]}"
    return ""


def _claim(
    reading: Reading, one: SentenceRead, holder: Named, first: int, last: int, state: tuple[str, str]
) -> Claim:
    units = one.units
    if not holder.text and holder.phrase is not None:
        holder = named(reading, units, holder.phrase, NOBODY)
    begin, end = units[first].start, units[last - 1].end
    start = holder.start if 0 <= begin - holder.start <= _REACH else begin
    stop = max(end, holder.end if 0 <= holder.end - end <= _REACH else end)
    return Claim(
        ClaimKind.STATUS,
        reading.source.id,
        Span(reading.source.id, start, stop),
        reading.text[start:stop],
        holder.text,
        state[0],
        state[1],
        subject_entity=holder.entity,
        context=one.sentence.content,
        wording=reading.text[begin:end],
    )


def _time(reading: Reading, one: SentenceRead, clause: Clause | None, hit: _Hit) -> _Time:
    """When the state holds: at a date of its clause, all the time up to the text's day, or on that day."""
    units = one.units
    text = reading.text[one.sentence.start : one.sentence.end].lower()
    day = _text_day(reading)
    dates = _near_dates(units, clause, hit)
    is_still = bool(_STILL & {u.low for u in units[max(0, hit.first - 6) : hit.first]})
    is_gapless = any(phrase in text for phrase in _GAPLESS)
    since = next((d for d in dates if _is_since(units, hit.last, d)), None)
    if is_still or is_gapless or since is not None:
        began = reading.days_of(since.date) if since is not None and since.date is not None else None
        behind = units[hit.last].start if hit.last < len(units) else one.sentence.end
        is_first = clause is None or clause.start == 0
        dated = [
            d for d in dates if d is not since and d.date is not None and (is_first or d.start >= behind)
        ]
        dated = [] if since is not None else dated  # arrested in March and on bail since April
        until = reading.days_of(dated[0].date) if dated and dated[0].date is not None else None
        last = until.last.isoformat() if until else day
        return _Time(began.last.isoformat() if began else None, last, "lasting", True)
    tense = clause.group.tense if clause is not None else ""
    for unit in dates:
        days = reading.days_of(unit.date, is_future=False if tense == "past" else None) if unit.date else None
        if days is not None:
            return _Time(days.first.isoformat(), days.last.isoformat(), "stated", days.is_inferred)
    if any(u.low == "weekend" for u in units[max(0, hit.first - 6) : hit.last + 4]) and day is not None:
        return _weekend(day)
    if tense == "present" and day is not None:
        return _Time(day, day, "publication date", True)
    return _Time(None, None, "")


def _weekend(day: str) -> _Time:
    """Saturday and Sunday, the last ones up to the day of the text."""
    until = date.fromisoformat(day)
    saturday = until - timedelta(days=(until.weekday() - 5) % 7)
    return _Time(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat(), "stated", True)


def _near_dates(units: Sequence[Unit], clause: Clause | None, hit: _Hit) -> list[Unit]:
    """Dates behind the phrase up to the next verb, then those before it."""
    stop = clause.stop if clause is not None and clause.stop > hit.first else len(units)
    start = clause.start if clause is not None else max(0, hit.first - _MOST_BACK)
    behind = [u for u in units[hit.last : max(stop, hit.last)] if u.date is not None]
    before = [u for u in units[start : hit.first] if u.date is not None]
    return behind + before[::-1]


def _is_since(units: Sequence[Unit], first: int, date_unit: Unit) -> bool:
    """Does "since" stand between the phrase and the date behind it: since 2021, since his arrest in May?"""
    between = [u for u in units[first:] if u.start < date_unit.start]
    return any(u.low == "since" for u in between) and date_unit in units[first:]


def _text_day(reading: Reading) -> str | None:
    """The day of the text, the last one if it is not known to the day."""
    anchor = reading.anchor
    if anchor is None:
        return None
    return (anchor[1] if isinstance(anchor, tuple) else anchor).isoformat()


def _of_cells(reading: Reading, one: SentenceRead) -> Iterator[Claim]:
    """In Mile Six prison, in a cell: of the subject; has not left his cell: all the time."""
    units = one.units
    for clause, subject in one.clauses:
        group = clause.group
        if subject is None or group.is_noun or group.modality is not Modality.ASSERTED:
            continue
        behind = range(group.last + 1, min(clause.stop, group.last + _FAR))
        place = next((at for at in behind if units[at].low in _CELLS), -1)
        event = group.form.event if group.form is not None else "be"
        if place < 0:
            continue
        hit = _Hit(place, place + 1, "custody held")
        before = {u.low for u in units[group.last + 1 : place]}
        is_left = event in ("leave", "release", "escape", "go", "return") and group.low != "going"
        if is_left and group.polarity is Polarity.DENIED and event == "leave":
            claim = _claim(reading, one, subject, group.first, place + 1, ("custody", "held"))
            began = _since_before(reading, one, group.first, place)
            yield evolve(claim, valid_from=began, valid_to=_text_day(reading), valid_basis="lasting")
        elif "in" in before and event in _STAYING and group.polarity is Polarity.AFFIRMED:
            time = _time(reading, one, clause, hit)
            claim = _claim(reading, one, subject, group.first, place + 1, ("custody", "held"))
            yield evolve(claim, valid_from=time.first, valid_to=time.last, valid_basis=time.basis)


def _since_before(reading: Reading, one: SentenceRead, first: int, place: int) -> str | None:
    """Was detained on 13 March and has not left his cell since: the last date before."""
    if not any(u.low == "since" for u in one.units[place : place + 3]):
        return None
    dates = [u.date for u in one.units[:first] if u.date is not None]
    days = reading.days_of(dates[-1]) if dates else None
    return days.last.isoformat() if days else None


def _of_listed(reading: Reading, one: SentenceRead) -> Iterator[Claim]:
    """Among those freed is X; one of the dead was Y: the name behind the verb is in that state too."""
    units = one.units
    for at in range(1, len(units) - 2):
        unit = units[at]
        if units[at - 1].low not in ("those", "the") or units[at + 1].low not in words.BE or unit.mark:
            continue
        form = reading.knowledge.event_verbs.get(unit.low)
        state = BRINGS.get(form.event) if form is not None and "n" in form.kinds else None
        state = state or (reading.knowledge.states.get(unit.low) if units[at - 1].low == "the" else None)
        phrases = find_phrases(units, at + 2, min(len(units), at + 2 + _FAR)) if state else []
        if not state or not phrases or phrases[0].preposition:
            continue
        told = named(reading, units, phrases[0], NOBODY)
        if told.kind is EntityKind.PERSON and at > 1 and units[at - 2].low in ("of", "among", "to"):
            theme, value = state.split()
            yield _claim(reading, one, told, at, at + 1, (theme, value))


def _of_letting(reading: Reading, one: SentenceRead) -> Iterator[Claim]:
    """The court let X go: X is free."""
    units = one.units
    for clause, _subject in one.clauses:
        group = clause.group
        if group.low not in ("let", "lets", "letting") or group.is_noun:
            continue
        phrases = find_objects(units, group, len(units))
        if not phrases or phrases[0].preposition or phrases[0].first != group.last + 1:
            continue
        go = next(
            (at for at in range(group.last + 2, min(len(units), group.last + 7)) if units[at].low == "go"), -1
        )
        if go < 0 or group.modality is not Modality.ASSERTED or group.polarity is Polarity.DENIED:
            continue
        told = named(reading, units, Phrase(phrases[0].first, min(go, phrases[0].last)), NOBODY)
        if told.kind is not EntityKind.PERSON:
            continue
        claim = _claim(reading, one, told, group.first, go + 1, ("custody", "free"))
        dates = [u.date for u in [*units[go:], *units[: group.first]] if u.date is not None]
        days = reading.days_of(dates[0], is_future=False) if dates else None
        if days is not None:
            claim = evolve(
                claim, valid_from=days.first.isoformat(), valid_to=days.last.isoformat(), valid_basis="event"
            )
        yield claim


def _of_holding(reading: Reading, one: SentenceRead) -> Iterator[Claim]:
    """Has been held without interruption since May: in custody all the time."""
    text = reading.text[one.sentence.start : one.sentence.end].lower()
    if not any(phrase in text for phrase in (*_GAPLESS, " since ")):
        return
    for clause, subject in one.clauses:
        group = clause.group
        is_told = group.low.split()[0] in _HELD and group.is_passive and group.modality is Modality.ASSERTED
        if not is_told or subject is None or subject.kind is not EntityKind.PERSON:
            continue
        since = next(
            (u for u in _near_dates(one.units, clause, _Hit(group.main, group.last + 1, "")) if u.date), None
        )
        days = reading.days_of(since.date) if since is not None and since.date is not None else None
        claim = _claim(reading, one, subject, group.first, group.last + 1, ("custody", "held"))
        yield evolve(
            claim,
            polarity=group.polarity,
            valid_from=days.last.isoformat() if days else None,
            valid_to=_text_day(reading),
            valid_basis="lasting",
        )


def _of_mourning(reading: Reading, one: SentenceRead) -> Iterator[Claim]:
    """X's widow, the widow of X, the late X: X is dead when the sentence's verb happens."""
    units = one.units
    for at, unit in enumerate(units):
        holder = None
        if unit.low in _MOURNED and at + 2 < len(units) and units[at + 1].low == "of":
            phrases = find_phrases(units, at + 2, min(len(units), at + 8))
            holder = phrases[0] if phrases else None
        elif unit.low in _MOURNED and at and units[at - 1].low == "'s":
            holder = Phrase(at - 1, at)
        elif unit.low == "late" and at and units[at - 1].low in ("the", "his", "her") and at + 1 < len(units):
            phrases = find_phrases(units, at + 1, min(len(units), at + 6))
            holder = phrases[0] if phrases else None
        if holder is None:
            continue
        told = named(reading, units, holder, NOBODY)
        name = next((u.name for u in units[holder.first : holder.last] if u.name is not None), None)
        if name is None or name.kind is not EntityKind.PERSON:
            continue
        whole = Named(told.text, name.entity, told.start, told.end, name.kind)
        dates = [u for u in units if u.date is not None]
        days = reading.days_of(dates[0].date) if dates and dates[0].date is not None else None
        claim = _claim(reading, one, whole, at, at + 1, ("life", "dead"))
        yield evolve(
            claim,
            valid_from=days.first.isoformat() if days else None,
            valid_to=days.last.isoformat() if days else None,
            valid_basis="stated" if days else "",
        )
