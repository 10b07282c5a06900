"""Statements: who did what to whom, where and when, in every clause whose verb or noun names an event."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from provenance.claims import statement_words as words
from provenance.claims.reading import Reading, Sentence, is_content
from provenance.claims.statement_conditions import Condition, find_conditions
from provenance.claims.statement_groups import Group, find_groups
from provenance.claims.statement_phrases import Phrase, find_objects, find_subject
from provenance.claims.statement_units import Unit, find_units
from provenance.model.claims import Claim, ClaimKind, Modality, Polarity
from provenance.model.names import EntityKind
from provenance.model.spans import Span

_REACH = 100
"""Characters between a verb and its subject or object that one span covers."""
_MOST_WORDS = 12
"""Content words of a clause that are kept."""
_SILENT = frozenset({"say"})
_HEAD_WORDS = 6


@frozen
class _Named:
    """A noun phrase as printed, and the name in it."""

    text: str
    entity: str | None
    start: int
    end: int
    kind: EntityKind | None = None
    phrase: Phrase | None = None


@frozen(eq=False)
class _Clause:
    """One group with the part of the sentence that is its own, units [start, stop)."""

    units: Sequence[Unit]
    group: Group
    start: int
    stop: int


class _Memory:
    """Whom pronouns and titles stand for: the last people and bodies spoken of, and who holds which title."""

    def __init__(self, roles: Sequence[Claim]) -> None:
        self.person: _Named | None = None
        self.body: _Named | None = None
        self._has_met = False
        held = sorted((r for r in roles if r.span and r.subject_entity), key=lambda r: r.span or r)
        self.holders = [(r.span.start if r.span else 0, r.predicate.split()[-1:], r) for r in held]

    def meet(self, found: _Named | None) -> None:
        """Remember the subject of a clause."""
        if found is not None and found.entity is not None:
            if found.kind is EntityKind.PERSON:
                self.person, self._has_met = found, True
            elif found.kind is EntityKind.ORGANIZATION:
                self.body = found

    def close(self, sentence: Sentence) -> None:
        """Remember the one person of a sentence of which no person was a subject."""
        if not self._has_met:
            people = {m.entity: m for m in sentence.mentions if m.kind is EntityKind.PERSON}
            if len(people) == 1:
                m = next(iter(people.values()))
                self.person = _Named(m.text, m.entity, m.span.start, m.span.end, m.kind)
        self._has_met = False

    def holder(self, title: str, offset: int) -> Claim | None:
        """Who was last given the title before `offset`, or else is anywhere; None for two or more."""
        every = {r.subject_entity: r for _, head, r in self.holders if head == [title]}
        if len(every) == 1:
            return next(iter(every.values()))
        near = [r for start, head, r in self.holders if head == [title] and start < offset]
        return near[-1] if near and len({r.subject_entity for r in near[-2:]}) == 1 else None


def find_statements(reading: Reading, roles: Sequence[Claim] = ()) -> list[Claim]:
    """Statement claims in order of place.

    `subject` does it, `value` has it done to it, whatever the voice of the verb; `predicate`: class of event
    (event_verbs.tsv); `scope`: place as printed; `context`: content words of the clause, folded. `valid_from`
    and `valid_to` only from a date in the clause. A statement inside a condition is possible, not asserted.
    """
    knowledge = reading.knowledge
    heads = frozenset(form.partition(" ")[0] for form in knowledge.event_verbs if " " in form)
    memory = _Memory(roles)
    found: list[Claim] = []
    for sentence in reading.sentences:
        if sentence.is_furniture or not sentence.words:
            continue
        units = find_units(reading, sentence)
        groups = find_groups(units, knowledge, heads)
        if not groups:
            memory.close(sentence)
            continue
        conditions = find_conditions(units)
        for clause, subject in _clauses(reading, units, groups, memory):
            found.extend(_claims(reading, sentence, clause, subject, conditions))
        memory.close(sentence)
    return found


def _clauses(
    reading: Reading, units: Sequence[Unit], groups: Sequence[Group], memory: _Memory
) -> Iterator[tuple[_Clause, _Named | None]]:
    """Each group with its own part of the sentence and its grammatical subject."""
    before: tuple[Group, _Named | None] | None = None
    last: Group | None = None
    for number, group in enumerate(groups):
        after = (g.first for g in groups[number + 1 :] if not g.is_noun)
        stop = next(after, len(units))
        start = last.last + 1 if last is not None else 0
        clause = _Clause(units, group, start, stop)
        subject = None if group.is_noun else _subject(reading, clause, before, memory)
        if not group.is_noun:
            last = group
            before = group, subject
            if group.is_finite:
                memory.meet(subject)
        yield clause, subject


def _subject(
    reading: Reading, clause: _Clause, before: tuple[Group, _Named | None] | None, memory: _Memory
) -> _Named | None:
    units, group = clause.units, clause.group
    if not group.is_finite and not group.is_bare:  # an infinitive or -ing form: that of the verb before
        between = find_objects(units, before[0], group.first) if before else []
        told = [p for p in between if not p.preposition]
        if told and units[group.first].low == "to":
            return _named(reading, units, told[0], memory)
        return before[1] if before else None
    low = units[group.first - 1].low if group.first else ""
    if before is not None and low in words.JOINERS and units[group.first - 1].is_plain:
        return before[1]
    start = 0 if units[group.first].mark == "," else clause.start  # X, whose firm failed, was …
    phrase = find_subject(units, group, start)
    if phrase is None:
        return before[1] if before else None
    return _named(reading, units, phrase, memory)


def _named(reading: Reading, units: Sequence[Unit], phrase: Phrase, memory: _Memory) -> _Named:
    """The phrase as printed with its name: its own, that of a pronoun, or of who holds the title."""
    first, last = units[phrase.first], units[phrase.last - 1]
    printed = reading.text[first.start : last.end]
    inside = [u for u in units[phrase.first : phrase.last] if u.name is not None]
    owned = [u for u in inside if u.low != "'s"]
    if owned and (owned[-1] is last or len(inside) == 1):
        name = owned[-1].name
        if name is not None:
            return _Named(printed, name.entity, first.start, last.end, name.kind, phrase)
    if first.is_plain and phrase.last - phrase.first == 1:
        known = memory.person if first.low in words.PERSONAL or first.low in ("him", "her") else None
        known = memory.body if first.low == "it" else known
        if known is not None:
            return _Named(printed, known.entity, first.start, last.end, known.kind, phrase)
    if first.is_plain and first.low in ("the", "this") and not inside:
        holder = memory.holder(last.low, first.start)
        if holder is not None:
            return _Named(printed, holder.subject_entity, first.start, last.end, EntityKind.PERSON, phrase)
    return _Named(printed, None, first.start, last.end, None, phrase)


def _claims(
    reading: Reading,
    sentence: Sentence,
    clause: _Clause,
    subject: _Named | None,
    conditions: Sequence[Condition],
) -> Iterator[Claim]:
    group, units = clause.group, clause.units
    if group.form is None or group.form.event in _SILENT:
        return
    nobody = _Memory(())
    phrases = find_objects(units, group, clause.stop)
    doer, affected = _arguments(reading, clause, subject, phrases)
    if doer is None and affected is None:
        return
    polarity = _polarity(units, group, subject, phrases)
    place = next((p for p in phrases if p.preposition in words.PLACING and _is_place(units, p)), None)
    where = _named(reading, units, place, nobody) if place else None
    yield _claim(reading, sentence, clause, (doer, affected, where), polarity, conditions)


def _arguments(
    reading: Reading, clause: _Clause, subject: _Named | None, phrases: Sequence[Phrase]
) -> tuple[_Named | None, _Named | None]:
    """Who does it and to whom, whatever the voice."""
    group, units = clause.group, clause.units
    nobody = _Memory(())
    direct = next((p for p in phrases if not p.preposition and p.first == group.last + 1), None)
    agent = next((p for p in phrases if p.preposition == "by"), None)
    if group.is_noun:
        owner = _owner(reading, units, group)
        of = next((p for p in phrases[:1] if p.preposition == "of"), None)
        named = _named(reading, units, of, nobody) if of else owner
        by = _named(reading, units, agent, nobody) if agent else (owner if of else None)
        is_done_to = group.form is not None and "o" in group.form.kinds
        return (by, named) if is_done_to else (named, None)
    is_passive = group.is_passive or _is_reduced(units, group, direct)
    if is_passive:
        return _named(reading, units, agent, nobody) if agent else None, subject
    return subject, _named(reading, units, direct, nobody) if direct else None


def _is_reduced(units: Sequence[Unit], group: Group, direct: Phrase | None) -> bool:
    """Is a form that may be past tense the participle of the noun before it: the man arrested on Monday?"""
    if not group.is_bare or not group.is_finite or direct is not None or group.form is None:
        return False
    if "o" not in group.form.kinds:
        return False
    following = units[group.last + 1] if group.last + 1 < len(units) else None
    is_led = following is not None and not following.mark and following.low in words.PREPOSITIONS
    return units[group.first].mark == "," or is_led or following is None or bool(following.date)


def _owner(reading: Reading, units: Sequence[Unit], group: Group) -> _Named | None:
    """Whose an event noun is: X's arrest, his release has none."""
    for at in range(group.first - 1, max(-1, group.first - 4), -1):
        unit = units[at]
        if unit.name is not None:
            if unit.low == "'s":
                return _Named(
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
    units: Sequence[Unit], group: Group, subject: _Named | None, phrases: Sequence[Phrase]
) -> Polarity:
    """Denied by the verb, by its subject (no sailings, none of them) or by its object (found no damage)."""
    is_denied = group.polarity is Polarity.DENIED
    if subject is not None and subject.phrase is not None and subject.end <= units[group.first].start:
        is_denied ^= _is_nobody(units, subject.phrase.first)
    direct = next((p for p in phrases if not p.preposition and p.first == group.last + 1), None)
    if direct is not None and _is_nobody(units, direct.first):
        is_denied = True
    if units[group.first - 1].low == "without" if group.first else False:
        is_denied = True
    return Polarity.DENIED if is_denied else Polarity.AFFIRMED


def _is_nobody(units: Sequence[Unit], at: int) -> bool:
    """Does a phrase begin with no, none of, not one?"""
    if not units[at].is_plain:
        return False
    low = units[at].low
    before = units[at - 1].low if at and not units[at].mark else ""
    return (
        low in words.NOBODY
        or (before == "of" and at > 1 and units[at - 2].low in words.NOBODY)
        or (before == "not" and low in ("a", "an", "any", "one"))
    )


def _is_place(units: Sequence[Unit], phrase: Phrase) -> bool:
    return any(
        (name := units[at].name) is not None and name.kind is EntityKind.PLACE
        for at in range(phrase.first, phrase.last)
    )


def _claim(
    reading: Reading,
    sentence: Sentence,
    clause: _Clause,
    parts: tuple[_Named | None, _Named | None, _Named | None],
    polarity: Polarity,
    conditions: Sequence[Condition],
) -> Claim:
    doer, affected, where = parts
    units, group = clause.units, clause.group
    begin, end = units[group.first].start, units[group.last].end
    near = [p for p in parts if p is not None]
    first = min([begin, *[p.start for p in near if 0 <= begin - p.start <= _REACH]])
    last = max([end, *[p.end for p in near if 0 <= p.end - end <= _REACH]])
    event = group.form.event if group.form else ""
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


def _conditioned(
    reading: Reading, units: Sequence[Unit], group: Group, conditions: Sequence[Condition]
) -> tuple[str, Modality]:
    """The condition on which it depends, as printed, and its modality."""
    offset = units[group.main].start
    if any(c.start <= offset < c.end for c in conditions):
        return "", Modality.POSSIBLE
    printed = next((reading.text[c.start : c.end] for c in conditions), "")
    return printed, group.modality


def _dates(reading: Reading, clause: _Clause, group: Group) -> tuple[str | None, str | None, bool]:
    """The days of the date that stands nearest behind the verb in its clause, else before it."""
    units = clause.units
    behind = [u.date for u in units[group.last + 1 : clause.stop] if u.date is not None]
    before = [u.date for u in units[_dates_from(clause) : group.first] if u.date is not None]
    for date in [*behind[:1], *before[-1:]]:
        is_future = True if group.modality is Modality.PLANNED and group.tense != "past" else None
        days = reading.days_of(date, is_future=False if group.tense == "past" else is_future)
        if days is not None:
            return days.first.isoformat(), days.last.isoformat(), days.is_inferred
    return None, None, False


def _dates_from(clause: _Clause) -> int:
    """Where dates before the verb belong to it: from the start of the sentence, or from the last mark."""
    at = clause.group.first
    while clause.start and at > clause.start and not clause.units[at].mark:
        at -= 1
    return at if clause.start else 0


def _context(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Content words of the clause, folded, each once."""
    inside = (w.folded for w in sentence.words_in(start, end))
    return tuple(dict.fromkeys(w for w in inside if is_content(w)))[:_MOST_WORDS]
