"""Clauses of a source: each group of verbs with its subject, and whom pronouns and titles stand for."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import evolve, frozen

from provenance.claims import statement_words as words
from provenance.claims.reading import Reading, Sentence
from provenance.claims.statement_conditions import Condition, find_conditions
from provenance.claims.statement_groups import Group, find_groups
from provenance.claims.statement_phrases import Phrase, find_objects, find_phrases, find_subject
from provenance.claims.statement_units import Unit, find_units
from provenance.model.claims import Claim
from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind

_PLANS = frozenset(
    "plan plans bid bids attempt attempts decision effort efforts proposal right move offer request call "
    "order bill law pledge promise agreement deal need failure refusal permission man men woman".split()
)
"""Nouns with an infinitive of their own, whose doer is not told."""


_HIM_OR_HER = frozenset({"he", "she", "him", "her"})
_OPENING = words.OPENERS | words.JOINERS
_RELATIVE_REACH = 9
_COUNTS = frozenset("number count total tally majority bulk".split())
"""The number of accidents: what stands behind "of" is what the verb speaks of."""
_TOO_WIDE = frozenset({"people", "persons", "those", "them"})
_PARTS = frozenset("none neither all most some many few much both either".split())
"""Words that only tell how much of what stands behind "of"."""


@frozen
class Named:
    """A noun phrase as printed, and the name in it."""

    text: str
    entity: str | None
    start: int
    end: int
    kind: EntityKind | None = None
    phrase: Phrase | None = None


@frozen(eq=False)
class Clause:
    """One group with the part of the sentence that is its own, units [start, stop)."""

    units: Sequence[Unit]
    group: Group
    start: int
    stop: int


class Memory:
    """Whom pronouns and titles stand for: the last people and bodies spoken of, and who holds which title."""

    def __init__(self, roles: Sequence[Claim]) -> None:
        self.person: Named | None = None
        self.body: Named | None = None
        self.has_met = False
        held = sorted((r for r in roles if r.span and r.subject_entity), key=lambda r: r.span or r)
        self.holders = [(r.span.start if r.span else 0, _title_head(r.predicate), r) for r in held]

    def meet(self, found: Named | None) -> None:
        """Remember the subject of a clause."""
        if found is not None and found.entity is not None:
            if found.kind is EntityKind.PERSON:
                self.person, self.has_met = found, True
            elif found.kind is EntityKind.ORGANIZATION:
                self.body = found

    def close(self, sentence: Sentence) -> None:
        """Remember the one person of a sentence of which no person was a subject."""
        if not self.has_met:
            people = {m.entity: m for m in sentence.mentions if m.kind is EntityKind.PERSON}
            if len(people) == 1:
                m = next(iter(people.values()))
                self.person = Named(m.text, m.entity, m.span.start, m.span.end, m.kind)
        self.has_met = False

    def holder(self, title: str, offset: int) -> Claim | None:
        """Who was last given the title before `offset`, or else is anywhere; None for two or more."""
        every = {r.subject_entity: r for _, head, r in self.holders if head == title}
        if len(every) == 1:
            return next(iter(every.values()))
        near = [r for start, head, r in self.holders if head == title and start < offset]
        return near[-1] if near and len({r.subject_entity for r in near[-2:]}) == 1 else None


def _title_head(title: str) -> str:
    """The word by which a holder is called for short: the minister; a deputy is not called so."""
    words_of = title.partition(" of ")[0].partition(" for ")[0].split()
    is_below = bool(words_of) and words_of[0] in ("deputy", "vice", "assistant", "former", "acting")
    return words_of[-1] if words_of and not is_below else ""


NOBODY = Memory(())
"""For phrases whose pronouns are left as they are."""


@frozen(eq=False)
class SentenceRead:
    """A sentence with its units, its clauses in order with the subject of each, and its conditions."""

    sentence: Sentence
    units: Sequence[Unit]
    clauses: tuple[tuple[Clause, Named | None], ...]
    conditions: Sequence[Condition]


def read_clauses(reading: Reading, roles: Sequence[Claim] = ()) -> list[SentenceRead]:
    """Sentences that hold a group of verbs or an event noun, in order; page furniture is passed over."""
    knowledge = reading.knowledge
    heads = _heads(knowledge)
    memory = Memory(roles)
    found: list[SentenceRead] = []
    for sentence in reading.sentences:
        if sentence.is_furniture or not sentence.words:
            continue
        units = find_units(reading, sentence)
        groups = find_groups(units, knowledge, heads)
        if groups:
            clauses = tuple(_clauses(reading, units, groups, memory))
            found.append(SentenceRead(sentence, units, clauses, find_conditions(units)))
        memory.close(sentence)
    return found


@lru_cache(maxsize=8)
def _heads(knowledge: Knowledge) -> frozenset[str]:
    """First words of forms that have two."""
    return frozenset(form.partition(" ")[0] for form in knowledge.event_verbs if " " in form)


def _clauses(
    reading: Reading, units: Sequence[Unit], groups: Sequence[Group], memory: Memory
) -> Iterator[tuple[Clause, Named | None]]:
    """Each group with its own part of the sentence and its grammatical subject."""
    before: tuple[Group, Named | None] | None = None
    last: Group | None = None
    for number, group in enumerate(groups):
        after = (g.first for g in groups[number + 1 :] if not g.is_noun)
        stop = next(after, len(units))
        start = last.last + 1 if last is not None else 0
        clause = Clause(units, group, start, stop)
        subject = None if group.is_noun else _subject(reading, clause, before, memory)
        if not group.is_noun:
            last = group
            before = group, subject
            if group.is_finite:
                memory.meet(subject)
        yield clause, subject


def _subject(
    reading: Reading, clause: Clause, before: tuple[Group, Named | None] | None, memory: Memory
) -> Named | None:
    units, group = clause.units, clause.group
    if before is not None:
        found, is_told = _from_before(reading, clause, before, memory)
        if is_told:
            return found
    elif not group.is_finite and not group.is_bare:
        return None
    start = 0 if units[group.first].mark == "," else clause.start  # X, whose firm failed, was …
    phrase = find_subject(units, group, start)
    if phrase is None:
        return before[1] if before else None
    return named(reading, units, phrase, memory)


def _from_before(
    reading: Reading, clause: Clause, before: tuple[Group, Named | None], memory: Memory
) -> tuple[Named | None, bool]:
    """The subject where the clause before it tells it, and whether that does."""
    units, group = clause.units, clause.group
    last, subject = before
    if not group.is_finite and not group.is_bare:  # an infinitive or -ing form
        objects = [p for p in find_objects(units, last, group.first) if not p.preposition]
        is_asked = bool(objects) and units[group.first].low == "to" and last.form is not None
        return (named(reading, units, objects[0], memory) if is_asked else subject), True
    if group.first and units[group.first - 1].is_plain and units[group.first - 1].low in words.JOINERS:
        return subject, True
    if units[group.first].mark == ",":  # left the court, cleared on all counts
        return subject, group.is_bare and last.is_finite and not _is_object_before(units, last, group)
    if _is_inside_noun(units, last, group):  # a plan to reopen it was …
        phrases = [p for p in find_phrases(units, 0, last.first) if not p.preposition]
        return (named(reading, units, phrases[-1], memory) if phrases else None), True
    relative = _after_relative(reading, units, last, group) if group.is_finite else -1
    if relative < 0 or relative >= last.first - 1:
        return subject, relative >= 0
    phrases = find_phrases(units, max(0, relative - _RELATIVE_REACH), relative)
    return (named(reading, units, phrases[0], memory) if phrases else None), True


def _is_object_before(units: Sequence[Unit], last: Group, group: Group) -> bool:
    """Arrested X, wanted for theft: does a person, the verb's object, stand right before the mark?"""
    between = units[last.last + 1 : group.first]
    phrases = find_phrases(units, last.last + 1, group.first)
    if not phrases or phrases[-1].first != last.last + 1 or phrases[-1].last != group.first:
        return False
    return any((name := u.name) is not None and name.kind is EntityKind.PERSON for u in between)


def _person(units: Sequence[Unit], at: int, memory: Memory) -> Named | None:
    """Whom he or she stands for: the last subject, else the one person named before in the sentence."""
    people = {u.name.entity: u for u in units[:at] if u.name is not None and u.name.kind is EntityKind.PERSON}
    if memory.has_met or len(people) != 1:
        return memory.person
    unit = next(iter(people.values()))
    if unit.name is None:
        return memory.person
    return Named(unit.name.text, unit.name.entity, unit.start, unit.end, EntityKind.PERSON)


def _after_relative(reading: Reading, units: Sequence[Unit], before: Group, group: Group) -> int:
    """Where the relative pronoun stands whose clause ends before `group`: the man who robbed it was …; -1
    if none does."""
    between = units[before.last + 1 : group.first]
    if any(u.mark in (",", ";") or (u.is_plain and u.low in _OPENING) for u in between):
        return -1
    for at in range(before.first - 1, max(0, before.first - _RELATIVE_REACH), -1):
        if units[at + 1].mark in (",", ";"):
            return -1
        if units[at].is_plain and units[at].low in words.RELATIVES:
            is_said = units[at - 1].low in reading.knowledge.say_verbs or units[at].mark != ""
            return -1 if is_said else at
    return -1


def _of_which(units: Sequence[Unit], phrase: Phrase) -> Phrase | None:
    """None of the eelgrass: the phrase behind "of", where the first only tells how much of it."""
    is_part = phrase.last - phrase.first == 1 and units[phrase.first].low in _PARTS
    is_part = is_part or (phrase.last - phrase.first == 2 and units[phrase.last - 1].low in _COUNTS)
    if not is_part or phrase.last >= len(units) or units[phrase.last].low != "of":
        return None
    behind = find_phrases(units, phrase.last, min(len(units), phrase.last + 10))
    if not behind or behind[0].first == phrase.first or units[behind[0].first].low in _TOO_WIDE:
        return None
    return behind[0]


def _is_inside_noun(units: Sequence[Unit], before: Group, group: Group) -> bool:
    """Does the infinitive before only tell which noun is meant: a plan to reopen the mine was rejected?"""
    if before.is_finite or units[before.first].low != "to" or not before.first:
        return False
    if any(u.mark in (",", ";") for u in units[before.first : group.first + 1]):
        return False
    between = units[before.last + 1 : group.first]
    is_opened = any(u.is_plain and u.low in _OPENING for u in between)
    leading = units[before.first - 1]
    return group.is_finite and not is_opened and leading.is_plain and leading.low in _PLANS


def named(reading: Reading, units: Sequence[Unit], phrase: Phrase, memory: Memory) -> Named:
    """The phrase as printed with its name: its own, that of a pronoun, or of who holds the title."""
    whole = _of_which(units, phrase)
    if whole is not None:
        told = named(reading, units, whole, memory)
        return evolve(told, phrase=phrase)
    first, last = units[phrase.first], units[phrase.last - 1]
    printed = reading.text[first.start : last.end]
    inside = [u for u in units[phrase.first : phrase.last] if u.name is not None]
    owned = [u for u in inside if u.low != "'s"]
    if owned and owned[-1] is last:
        name = owned[-1].name
        if name is not None:
            return Named(printed, name.entity, first.start, last.end, name.kind, phrase)
    if first.is_plain and phrase.last - phrase.first == 1:
        known = _person(units, phrase.first, memory) if first.low in _HIM_OR_HER else None
        known = memory.body if first.low == "it" else known
        if known is not None:
            return Named(printed, known.entity, first.start, last.end, known.kind, phrase)
    if first.is_plain and first.low in ("the", "this") and not inside:
        holder = memory.holder(last.low, first.start)
        if holder is not None:
            return Named(printed, holder.subject_entity, first.start, last.end, EntityKind.PERSON, phrase)
    return Named(printed, None, first.start, last.end, None, phrase)
