"""States: who or what is in custody, at large, alive, closed, approved, guilty, and since when."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from provenance.claims import statement_words as words
from provenance.claims.reading import Reading
from provenance.claims.statement_clauses import NOBODY, Named, SentenceRead, named
from provenance.claims.statement_phrases import Phrase, find_objects, find_phrases
from provenance.claims.status_phrases import (
    BRINGS,
    GAPLESS,
    StatePhrase,
    find_phrase_statuses,
    find_time,
    make_status,
    near_dates,
    phrase_heads,
    text_day,
)
from provenance.model.claims import Claim, ClaimKind, Modality, Polarity
from provenance.model.names import EntityKind

_NEVER = re.compile(
    r"\b(?:has|have)\s(?:not|never)\s|\b(?:hasn|haven)['\u2019]t\b|\bnever\b|\bat\sno\s(?:time|point|stage)\b"
    r"|\bat\sany\s(?:time|point|stage)\b|\bto\sthis\sday\b|\bso\sfar\b",
    re.IGNORECASE,
)
_WINDOW = 40
_HELD = frozenset({"held", "detained", "kept", "locked", "jailed", "imprisoned"})
_CELLS = frozenset("prison jail gaol custody detention cell cells prisons captivity".split())
_MOURNED = frozenset({"widow", "widower", "heirs", "heir", "funeral", "grave", "burial", "coffin", "wake"})
_STAYING = frozenset({"be", "stay", "pay", "hold", "live"})
_FAR = 9
"""Units between a verb and the cell or prison that it speaks of."""


def find_statuses(reading: Reading, read: Sequence[SentenceRead], statements: Sequence[Claim]) -> list[Claim]:
    """Status claims in order of place: `predicate` the theme, `value` the state (states.tsv), `wording` as
    printed; "of" what somebody is found guilty or cleared stands in `scope`.

    `valid_basis` "lasting": all the time up to `valid_to`, from `valid_from` on if that is known; "event":
    the state began there; "stated": it holds there; "publication date": on the day of the text.
    """
    heads = phrase_heads(reading.knowledge)
    found = [claim for s in statements for claim in _of_event(reading, s)]
    for one in read:
        found.extend(find_phrase_statuses(reading, one, heads))
        found.extend(_of_cells(reading, one))
        for special in (_of_mourning, _of_listed, _of_letting, _of_holding):
            found.extend(special(reading, one))
    return found


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
    never = text_day(reading) if not is_dated and _is_never(reading, statement) else None
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
        hit = StatePhrase(place, place + 1, "custody held")
        before = {u.low for u in units[group.last + 1 : place]}
        is_left = event in ("leave", "release", "escape", "go", "return") and group.low != "going"
        if is_left and group.polarity is Polarity.DENIED and event == "leave":
            claim = make_status(reading, one, subject, group.first, place + 1, ("custody", "held"))
            began = _since_before(reading, one, group.first, place)
            yield evolve(claim, valid_from=began, valid_to=text_day(reading), valid_basis="lasting")
        elif "in" in before and event in _STAYING and group.polarity is Polarity.AFFIRMED:
            time = find_time(reading, one, clause, hit)
            claim = make_status(reading, one, subject, group.first, place + 1, ("custody", "held"))
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
            yield make_status(reading, one, told, at, at + 1, (theme, value))


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
        claim = make_status(reading, one, told, group.first, go + 1, ("custody", "free"))
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
    if not any(phrase in text for phrase in (*GAPLESS, " since ")):
        return
    for clause, subject in one.clauses:
        group = clause.group
        is_told = group.low.split()[0] in _HELD and group.is_passive and group.modality is Modality.ASSERTED
        if not is_told or subject is None or subject.kind is not EntityKind.PERSON:
            continue
        since = next(
            (u for u in near_dates(one.units, clause, StatePhrase(group.main, group.last + 1, "")) if u.date),
            None,
        )
        days = reading.days_of(since.date) if since is not None and since.date is not None else None
        claim = make_status(reading, one, subject, group.first, group.last + 1, ("custody", "held"))
        yield evolve(
            claim,
            polarity=group.polarity,
            valid_from=days.last.isoformat() if days else None,
            valid_to=text_day(reading),
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
        claim = make_status(reading, one, whole, at, at + 1, ("life", "dead"))
        yield evolve(
            claim,
            valid_from=days.first.isoformat() if days else None,
            valid_to=days.last.isoformat() if days else None,
            valid_basis="stated" if days else "",
        )
