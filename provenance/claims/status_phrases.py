"""States told by a phrase of the table (in custody, on bail, closed): of whom, and when they hold."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve, frozen

from provenance.claims import statement_words as words
from provenance.claims.reading import Reading
from provenance.claims.statement_clauses import NOBODY, Clause, Named, SentenceRead, named
from provenance.claims.statement_phrases import denies, find_objects, find_phrases
from provenance.claims.statement_units import Unit
from provenance.model.claims import Claim, ClaimKind, Modality, Polarity
from provenance.model.knowledge import Knowledge
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
_STILL = frozenset("still remain remains remained stays stayed continues continued uninterrupted".split())
GAPLESS = (
    "without a break", "without interruption", "without a day", "without a pause", "ever since",
    "all along", "the whole time", "at no time", "not for a day", "without a single day", "since then",
)  # fmt: skip
"""Expressions, in small letters, that tell of a state without a break."""
_FEARED = frozenset("feared presumed believed reported thought allegedly reportedly nearly almost".split())
_LINKING = frozenset(
    "stay continue find hold leave go return see say give arrive live enter pay die other".split()
)
"""Classes of verbs behind which a phrase tells the state of their subject: left the court a free man."""
_MOST_BACK = 14
_MOST_WORDS = 4
_REACH = 110


class StatePhrase(NamedTuple):
    """A phrase of the table at units [first, last); `state`: theme and state, "custody held"."""

    first: int
    last: int
    state: str


@frozen
class StateTime:
    """First and last day (ISO) that a state holds, None if unknown; `basis` as told at `find_statuses`."""

    first: str | None
    last: str | None
    basis: str
    is_inferred: bool = False


@lru_cache(maxsize=8)
def phrase_heads(knowledge: Knowledge) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """First word → phrases of the table, with their states, that begin with it, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for printed, state in knowledge.states.items():
        phrase = tuple(printed.split())
        found.setdefault(phrase[0], []).append((phrase, state))
    for phrases in found.values():
        phrases.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return found


def find_phrase_statuses(
    reading: Reading, one: SentenceRead, heads: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
) -> Iterator[Claim]:
    """The states that phrases of the table tell in one sentence, in order; `heads` as of `phrase_heads`."""
    for hit in _hits(one.units, heads):
        claim = _of_phrase(reading, one, hit)
        if claim is not None:
            yield claim


def _hits(
    units: Sequence[Unit], heads: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
) -> Iterator[StatePhrase]:
    lows = tuple([unit.low for unit in units])
    if heads.keys().isdisjoint(lows):
        return
    at = 0
    while at < len(units):
        for phrase, state in heads.get(lows[at], ()):
            if lows[at : at + len(phrase)] == phrase:
                yield StatePhrase(at, at + len(phrase), state)
                at += len(phrase) - 1
                break
        at += 1


def _of_phrase(reading: Reading, one: SentenceRead, hit: StatePhrase) -> Claim | None:
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
    claim = make_status(reading, one, holder, hit.first, hit.last, (theme, state))
    scope = _behind(reading, units, hit) if theme in ("verdict", "presence") else ""
    time = find_time(reading, one, clause, hit)
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


def _is_attribute(units: Sequence[Unit], hit: StatePhrase) -> bool:
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


def _governor(one: SentenceRead, hit: StatePhrase) -> tuple[Clause | None, Named | None]:
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


def _can_link(units: Sequence[Unit], clause: Clause, hit: StatePhrase) -> bool:
    """Can the verb carry the phrase to its subject? What an event brings about is told by the event."""
    form = clause.group.form
    if hit.first <= clause.group.main < hit.last:
        return form is None or form.event not in BRINGS or hit.last - hit.first > 1
    before = units[hit.first - 1].low if hit.first else ""
    if before in ("years", "months", "year", "life", "days", "weeks"):
        return False  # twelve years in prison is a sentence
    return form is None or form.event in _LINKING or _segment(units, hit.first) > clause.group.last


def _apposed(
    reading: Reading, units: Sequence[Unit], clause: Clause | None, hit: StatePhrase
) -> Named | None:
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
    units: Sequence[Unit], clause: Clause | None, holder: Named | None, hit: StatePhrase
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


def _behind(reading: Reading, units: Sequence[Unit], hit: StatePhrase) -> str:
    """The phrase with "of", "from" or "at" behind the state."""
    phrases = find_phrases(units, hit.last, min(len(units), hit.last + 8))
    if phrases and phrases[0].preposition in ("of", "from", "at"):
        first, last = units[phrases[0].first], units[phrases[0].last - 1]
        return f"{phrases[0].preposition} {reading.text[first.start : last.end]}"
    return ""


def make_status(
    reading: Reading, one: SentenceRead, holder: Named, first: int, last: int, state: tuple[str, str]
) -> Claim:
    """The claim that `holder` is in the state (theme, state) that units [first, last) tell."""
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


def find_time(reading: Reading, one: SentenceRead, clause: Clause | None, hit: StatePhrase) -> StateTime:
    """When the state holds: at a date of its clause, all the time up to the text's day, or on that day."""
    units = one.units
    text = reading.text[one.sentence.start : one.sentence.end].lower()
    day = text_day(reading)
    dates = near_dates(units, clause, hit)
    is_still = bool(_STILL & {u.low for u in units[max(0, hit.first - 6) : hit.first]})
    is_gapless = any(phrase in text for phrase in GAPLESS)
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
        return StateTime(began.last.isoformat() if began else None, last, "lasting", True)
    tense = clause.group.tense if clause is not None else ""
    for unit in dates:
        days = reading.days_of(unit.date, is_future=False if tense == "past" else None) if unit.date else None
        if days is not None:
            return StateTime(days.first.isoformat(), days.last.isoformat(), "stated", days.is_inferred)
    if any(u.low == "weekend" for u in units[max(0, hit.first - 6) : hit.last + 4]) and day is not None:
        return _weekend(day)
    if tense == "present" and day is not None:
        return StateTime(day, day, "publication date", True)
    return StateTime(None, None, "")


def _weekend(day: str) -> StateTime:
    """Saturday and Sunday, the last ones up to the day of the text."""
    until = date.fromisoformat(day)
    saturday = until - timedelta(days=(until.weekday() - 5) % 7)
    return StateTime(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat(), "stated", True)


def near_dates(units: Sequence[Unit], clause: Clause | None, hit: StatePhrase) -> list[Unit]:
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


def text_day(reading: Reading) -> str | None:
    """The day of the text, the last one if it is not known to the day."""
    anchor = reading.anchor
    if anchor is None:
        return None
    return (anchor[1] if isinstance(anchor, tuple) else anchor).isoformat()
