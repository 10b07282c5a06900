"""Statements: who did what to whom, where and when, in every clause whose verb or noun names an event."""

from collections.abc import Iterator, Sequence

from provenance.claims import statement_words as words
from provenance.claims.reading import FUNCTION_WORDS, Reading, Sentence
from provenance.claims.statement_clauses import NOBODY, Clause, Named, SentenceRead, named
from provenance.claims.statement_conditions import Condition
from provenance.claims.statement_groups import Group
from provenance.claims.statement_phrases import Phrase, denies, find_objects, find_phrases
from provenance.claims.statement_units import Unit
from provenance.model.claims import Claim, ClaimKind, Modality, Polarity
from provenance.model.names import EntityKind
from provenance.model.spans import Span
from provenance.text.dates import DateExpression

_REACH = 100
"""Characters between a verb and its subject or object that one span covers."""
_MOST_WORDS = 12
"""Content words of a clause that are kept."""
_LEADING = 12
"""Characters from the start of a sentence in which a date is that of all of it."""
_SILENT = frozenset({"say", "other"})
"""Classes that only end the clauses of others."""
_HEAD_WORDS = 6
_CONTENTS = frozenset(
    "fact claim claims idea news hope day days moment time view report reports evidence sign signs fear "
    "fears rumour rumours rumor rumors belief statement allegation allegations so".split()
)
"""Nouns behind which "that" tells what they say."""
_RULINGS = {
    "clear": "approve", "cleared": "approve", "clears": "approve", "clearing": "approve",
    "waved": "approve", "block": "reject", "blocked": "reject", "blocks": "reject", "blocking": "reject",
    "barred": "reject", "stopped": "reject", "halted": "reject", "quashed": "reject", "killed": "reject",
    "sank": "reject", "shelved": "reject",
}  # fmt: skip
"""What a verb of another class means of something that is decided upon."""
_RULED_ON = frozenset(
    "merger takeover deal sale plan plans project bill bid purchase acquisition proposal application law "
    "drug budget permit scheme reform treaty agreement offer request petition transfer vaccine".split()
)


def find_statements(reading: Reading, read: Sequence[SentenceRead]) -> list[Claim]:
    """Statement claims in order of place.

    `subject` does it, `value` has it done to it, whatever the voice of the verb; `predicate`: class of event
    (event_verbs.tsv); `scope`: place as printed; `context`: content words of the clause, folded. `valid_from`
    and `valid_to` only from a date in the clause. A statement inside a condition is possible, not asserted.
    """
    return [
        claim
        for one in read
        for clause, subject in one.clauses
        for claim in _claims(reading, one.sentence, clause, subject, one.conditions)
    ]


def _claims(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    subject: Named | None,
    conditions: Sequence[Condition],
) -> Iterator[Claim]:
    group, units = clause.group, clause.units
    if group.form is None or group.form.event in _SILENT:
        return
    phrases = find_objects(units, group, clause.stop)
    doer, affected = _arguments(reading, clause, subject, phrases)
    if doer is None and affected is None:
        return
    polarity = _polarity(units, group, subject, phrases)
    place = next((p for p in phrases if p.preposition in words.PLACING and _is_place(units, p)), None)
    where = named(reading, units, place, NOBODY) if place else None
    yield _claim(reading, sentence, clause, (doer, affected, where), polarity, conditions)


def _arguments(
    reading: Reading, clause: Clause, subject: Named | None, phrases: Sequence[Phrase]
) -> tuple[Named | None, Named | None]:
    """Who does it and to whom, whatever the voice."""
    group, units = clause.group, clause.units
    direct = next((p for p in phrases if not p.preposition and p.first == group.last + 1), None)
    agent = next((p for p in phrases if p.preposition == "by"), None)
    if group.is_noun:
        owner = _owner(reading, units, group)
        of = next((p for p in phrases[:1] if p.preposition == "of"), None)
        whose = named(reading, units, of, NOBODY) if of else owner
        by = named(reading, units, agent, NOBODY) if agent else (owner if of else None)
        is_done_to = group.form is not None and "o" in group.form.kinds
        return (by, whose) if is_done_to else (whose, None)
    relative = _relative_object(units, subject) if direct is None and not group.is_passive else None
    if relative is not None:
        return subject, named(reading, units, relative, NOBODY)
    is_passive = group.is_passive or _is_reduced(units, group, direct)
    if is_passive:
        return named(reading, units, agent, NOBODY) if agent else None, subject
    return subject, named(reading, units, direct, NOBODY) if direct else None


def _relative_object(units: Sequence[Unit], subject: Named | None) -> Phrase | None:
    """X, whom the board dismissed: the phrase right before the pronoun that the subject stands behind."""
    if subject is None or subject.phrase is None:
        return None
    at = subject.phrase.first - 1
    if at < 1 or not units[at].is_plain or units[at].low not in ("whom", "that", "which"):
        return None
    phrases = find_phrases(units, max(0, at - _HEAD_WORDS - 2), at)
    is_told = bool(phrases) and phrases[-1].last == at and units[at - 1].low not in _CONTENTS
    return phrases[-1] if is_told else None


def _is_reduced(units: Sequence[Unit], group: Group, direct: Phrase | None) -> bool:
    """Is a form that may be past tense the participle of the noun before it: the man arrested on Monday?"""
    if not group.is_bare or not group.is_finite or direct is not None or group.form is None:
        return False
    if group.last > group.main:  # opened fire
        return False
    if "o" not in group.form.kinds:
        return False
    following = units[group.last + 1] if group.last + 1 < len(units) else None
    is_led = following is not None and not following.mark and following.low in words.PREPOSITIONS
    return units[group.first].mark == "," or is_led or following is None or bool(following.date)


def _owner(reading: Reading, units: Sequence[Unit], group: Group) -> Named | None:
    """Whose an event noun is: X's arrest, his release has none."""
    for at in range(group.first - 1, max(-1, group.first - 4), -1):
        unit = units[at]
        if unit.name is not None:
            if unit.low == "'s":
                return Named(
                    reading.text[unit.start : unit.end],
                    unit.name.entity,
                    unit.start,
                    unit.end,
                    unit.name.kind,
                )
            return None
        if unit.mark or unit.low in words.PREPOSITIONS:
            return None
    return None


def _polarity(
    units: Sequence[Unit], group: Group, subject: Named | None, phrases: Sequence[Phrase]
) -> Polarity:
    """Denied by the verb, by its subject (no sailings, none of them) or by its object (found no damage)."""
    is_denied = group.polarity is Polarity.DENIED
    if subject is not None and subject.phrase is not None and subject.end <= units[group.first].start:
        is_denied ^= denies(units, subject.phrase.first)
    direct = next((p for p in phrases if not p.preposition and p.first == group.last + 1), None)
    if direct is not None and denies(units, direct.first):
        is_denied = True
    if units[group.first - 1].low == "without" if group.first else False:
        is_denied = True
    return Polarity.DENIED if is_denied else Polarity.AFFIRMED


def _is_place(units: Sequence[Unit], phrase: Phrase) -> bool:
    return any(
        (name := units[at].name) is not None and name.kind is EntityKind.PLACE
        for at in range(phrase.first, phrase.last)
    )


def _claim(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    parts: tuple[Named | None, Named | None, Named | None],
    polarity: Polarity,
    conditions: Sequence[Condition],
) -> Claim:
    doer, affected, where = parts
    units, group = clause.units, clause.group
    begin, end = units[group.first].start, units[group.last].end
    near = [p for p in parts if p is not None]
    first = min([begin, *[p.start for p in near if 0 <= begin - p.start <= _REACH]])
    last = max([end, *[p.end for p in near if 0 <= p.end - end <= _REACH]])
    following = units[group.last + 1].low if group.last + 1 < len(units) else ""
    event = _event(group, affected, following == "to")
    span = Span(reading.source.id, first, last)
    condition, modality = _conditioned(reading, units, group, conditions)
    window = units[clause.start].start, units[clause.stop - 1].end
    valid = _dates(reading, clause, group)
    return Claim(
        ClaimKind.STATEMENT,
        reading.source.id,
        span,
        reading.text[first:last],
        doer.text if doer else "",
        event,
        affected.text if affected else "",
        subject_entity=doer.entity if doer else None,
        value_entity=affected.entity if affected else None,
        valid_from=valid[0],
        valid_to=valid[1],
        valid_basis="stated" if valid[0] else "",
        is_inferred=valid[2],
        scope=where.text if where else "",
        context=_context(sentence, *window),
        wording=reading.text[units[group.main].start : end],
        polarity=polarity,
        modality=modality,
        condition=condition,
    )


def _event(group: Group, affected: Named | None, is_followed: bool) -> str:
    """The class of the event; dropping something is giving it up, dropping by something is a fall."""
    event = group.form.event if group.form else ""
    if affected is not None and affected.kind is not EntityKind.PERSON and group.low.split()[0] in _RULINGS:
        head = {w.lower() for w in affected.text.split()}
        if head & _RULED_ON:
            return _RULINGS[group.low.split()[0]]
    if event == "fall" and group.low.startswith("declin") and is_followed:
        return "refuse"
    if event == "fall" and group.low.startswith("drop") and affected is not None and not group.is_noun:
        return event if affected.text[:1].isdigit() else "cancel"
    return event


def _conditioned(
    reading: Reading, units: Sequence[Unit], group: Group, conditions: Sequence[Condition]
) -> tuple[str, Modality]:
    """The condition on which it depends, as printed, and its modality."""
    offset = units[group.main].start
    if any(c.start <= offset < c.end for c in conditions):
        return "", Modality.POSSIBLE
    if not group.is_finite and not _is_governed(reading, units, group):
        return "", group.modality  # pressed them to leave: the condition is of the pressing
    printed = next((reading.text[c.start : c.end] for c in conditions), "")
    return printed, group.modality


def _is_governed(reading: Reading, units: Sequence[Unit], group: Group) -> bool:
    """Does an infinitive stand right behind its verb: agreed to sell?"""
    if group.is_noun or not group.first or units[group.first].low != "to":
        return False
    before = units[group.first - 1].low
    known = reading.knowledge
    return before in known.event_verbs or before in known.say_verbs or before in words.GOVERNORS


def _dates(reading: Reading, clause: Clause, group: Group) -> tuple[str | None, str | None, bool]:
    """The days of the date that stands nearest behind the verb in its clause, else before it."""
    units = clause.units
    behind = _dates_behind(clause)
    if len(behind) > 1 and (span := _range(reading, behind[0], behind[1])) is not None:
        return span
    before = [u.date for u in units[_dates_from(clause) : group.first] if u.date is not None]
    dated = [u.date for u in units if u.date is not None]
    leading = dated if len(dated) == 1 and units[0].start + _LEADING >= dated[0].start else []
    for date in [*behind[:1], *before[-1:], *leading]:
        is_future = True if group.modality is Modality.PLANNED and group.tense != "past" else None
        days = reading.days_of(date, is_future=False if group.tense == "past" else is_future)
        if days is not None:
            return days.first.isoformat(), days.last.isoformat(), days.is_inferred
    return None, None, False


def _range(
    reading: Reading, first: DateExpression, last: DateExpression
) -> tuple[str | None, str | None, bool] | None:
    """From November 2023 to February 2024: all the time between."""
    if reading.text[first.end : last.start].strip() not in ("to", "until", "and", "through", "till"):
        return None
    if reading.text[max(0, first.start - 9) : first.start].split()[-1:] not in (["from"], ["between"]):
        return None
    begin, end = reading.days_of(first), reading.days_of(last)
    if begin is None or end is None or end.last < begin.first:
        return None
    return begin.first.isoformat(), end.last.isoformat(), begin.is_inferred or end.is_inferred


def _dates_behind(clause: Clause) -> list[DateExpression]:
    """Dates behind the verb, up to a mark that does not stand right before one."""
    found: list[DateExpression] = []
    for unit in clause.units[clause.group.last + 1 : clause.stop]:
        if unit.mark in (",", ";") and unit.date is None:
            break
        if unit.date is not None:
            found.append(unit.date)
    return found


def _dates_from(clause: Clause) -> int:
    """Where dates before the verb belong to it: from the start of the sentence, or from the last mark."""
    at = clause.group.first
    while clause.start and at > clause.start and not clause.units[at].mark:
        at -= 1
    return at if clause.start else 0


def _context(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Content words of the clause, folded, each once."""
    inside = [w.folded for w in sentence.words_in(start, end)]
    return tuple(dict.fromkeys([w for w in inside if w not in FUNCTION_WORDS and len(w) > 1]))[:_MOST_WORDS]
