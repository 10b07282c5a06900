"""What a dated or placed claim tells: classes of the happening, who takes part, and whether it came about."""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from attrs import frozen

from provenance.conflicts.events import proper_words
from provenance.conflicts.pile import Pile
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.annotations import ResolvedMention
from provenance.model.claims import Claim
from provenance.model.names import EntityKind
from provenance.text.event_words import EventWord, find_event_words
from provenance.text.tokens import Token

GENERIC = frozenset(
    "hold begin give take go make produce get receive see know come need use keep let plan announce confirm "
    "say allow include continue put lead own support promise deny warn inform accuse consider exist belong "
    "depend cause demand change lie fail succeed manage try prevent follow reach recall show perform "
    "identify disclose find_out happen end mean locate other".split()
)
"""Classes that say little of what happened: the noun beside them does."""
_SAYING = frozenset(
    "announce confirm say deny warn inform accuse promise disclose recall show consider know see support "
    "demand plan need".split()
)
"""Classes that are no happening worth comparing: told, supported, knew."""
_KIN = {
    "kill": "die",
    "execute": "die",
    "build": "open",
    "found": "open",
    "complete": "finish",
    "jail": "sentence",
    "convict": "sentence",
    "land": "arrive",
    "strike_hit": "quake",
    "defeat": "win",
    "match": "win",
    "receive": "give",
    "sell": "buy",
    "lend": "borrow",
    "lose": "win",
}
"""Classes by which two texts may tell one happening → the class that stands for both."""
PERSONAL = frozenset(
    "die be_born arrest release resign appoint dismiss charge acquit sentence convict injure kidnap marry "
    "divorce bury diagnose pardon rescue extradite crown".split()
)
"""Happenings of one person: another person's is another happening."""
REPEATED = frozenset(
    "go visit live work speak meet leave return arrive play match win negotiate attack stay "
    "move film study see search treat test trial verdict give take withdraw enter lead serve attend "
    "locate ship receive sell buy announce publish vote sign pay question travel join move_court "
    "happen hold".split()
)
"""What happens to the same people again and again: only one day or place makes it one happening."""
_PLANNED = re.compile(
    r"\b(?:slated|scheduled|planned|plans?|due|expected|set\sto|to\sbe|hopes?\sto"
    r"|(?:is|are|was|were)\sto\s\w+|going\sto|intends?|aims?\sto|if|unless|ahead\sof"
    r"|forthcoming|upcoming|proposed|original(?:ly)?|called\sfor|wants?\sto|wanted\sto|seeks?\sto)\b"
)
_WAS_TO = re.compile(
    r"\b(?:(?:was|were)\sto\shave|(?:was|were|had\sbeen)\s(?:originally\s|first\s)?(?:due|planned|scheduled|expected|set)\sto"
    r"|(?:should|would|could|might)\shave)\s(?:been\s)?\w+\b[^.;]*\Z"
)
_MODAL = re.compile(
    r"\b(?:will|shall|would|won['’]t|should|must|may|might|could|can|cannot)"
    r"(?:\s(?:not|be|have|been|also|only|then|now|soon|still|first|stay|remain|keep|stay|remain|keep|at\slast|[a-z]+ly|he|she|they|it|we|I)){0,4}\s\Z"
)
"""A modal verb that governs what follows right behind it."""
_MOVED = re.compile(
    r"\b(?:postpon\w+|reschedul\w+|resched\w*|brought\sforward|put\s(?:off|back)|delay(?:ed|s)?|moved\s(?:to|from|it)"
    r"|instead\sof|adjourn\w*|called\soff|cancel\w*|later\sthan\s(?:planned|agreed)|originally|relocated)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no|nor|denie[sd]|without|n['’]t)\b|n['’]t\b", re.IGNORECASE)
_ORDINALS = {
    form: number
    for number, forms in enumerate(
        (
            "second 2nd another",
            "third 3rd",
            "fourth 4th",
            "fifth 5th",
            "sixth 6th",
            "seventh 7th",
            "eighth 8th",
            "ninth 9th",
            "tenth 10th",
        ),
        2,
    )
    for form in forms.split()
}
_PRONOUNS = frozenset("he she they him her them his hers their it its".split())
_SUBJECTS = frozenset("he she they it".split())
_MARKS = frozenset(',;:"“”—')
_NEAR_CHARS = 60
_LONGEST_SENTENCE = 1200


@frozen(eq=False)
class SentenceFacts:
    """What a sentence holds for all claims in it."""

    source_id: str
    start: int
    words: tuple[Token, ...]
    events: tuple[EventWord, ...]
    mentions: tuple[ResolvedMention, ...]
    before: tuple[ResolvedMention, ...]
    proper: frozenset[str]
    stems: frozenset[str]
    ordinals: frozenset[int]
    figures: frozenset[float]


@frozen(eq=False)
class Happening:
    """A claim with what happened.

    `governing`: classes of the nearest event word; `events`: of all of the sentence. `people`, `named`:
    persons, and all names but places, of the sentence, and of that before it where a pronoun points back.
    `focus`: the person nearest to the event word. `is_planned`: told as to come. `is_moved`: something was
    put off or moved. `word`: the event word as printed.
    """

    claim: Claim
    governing: frozenset[str]
    events: frozenset[str]
    people: frozenset[str]
    named: frozenset[str]
    places: frozenset[str]
    focus: str | None
    stems: frozenset[str]
    ordinals: frozenset[int]
    figures: frozenset[float]
    is_planned: bool
    is_denied: bool
    is_moved: bool
    word: str
    sentence: tuple[str, int]


def read_happening(pile: Pile, claim: Claim, facts: dict[tuple[str, int], SentenceFacts]) -> Happening | None:
    """What happened at the place of `claim`; None if no event word stands in its sentence. Fills `facts`."""
    if claim.span is None:
        return None
    start, end = pile.sentence_at(claim.source_id, claim.span.start)
    if end - start > _LONGEST_SENTENCE:
        return None
    found = facts.get((claim.source_id, start))
    if found is None:
        found = facts[claim.source_id, start] = _facts(pile, claim.source_id, start, end)
    word = _governing(pile, found, claim.span.start, claim.span.end)
    if word is None or set(word.events) <= _SAYING:
        return None
    text = pile.text(claim.source_id)
    near = text[max(start, word.start - _NEAR_CHARS) : word.end + 12]
    people = _people(found)
    mentions = found.mentions + (found.before if _points_back(found) else ())
    return Happening(
        claim=claim,
        governing=frozenset(map(_kin, _telling(found, word))),
        events=frozenset(_kin(event) for each in found.events for event in each.events),
        people=frozenset(people),
        named=frozenset(m.entity for m in mentions if m.kind is not EntityKind.PLACE) | found.proper,
        places=frozenset(m.entity for m in found.mentions if m.kind is EntityKind.PLACE),
        focus=_focus(found, word),
        stems=found.stems,
        ordinals=found.ordinals,
        figures=found.figures,
        is_planned=_is_to_come(claim, near, text[max(start, word.start - _NEAR_CHARS) : word.start]),
        is_denied=bool(_DENIED.search(near[-_NEAR_CHARS // 2 - 12 :])),
        is_moved=bool(_MOVED.search(text[start:end])),
        word=" ".join(text[word.start : word.end].split()),
        sentence=(claim.source_id, start),
    )


def is_unreal(before: str) -> bool:
    """Do the words before a date tell of what was to be, and so may never have been?"""
    return _WAS_TO.search(before) is not None


def _is_to_come(claim: Claim, near: str, before: str) -> bool:
    """Is it told as planned, or dated to tomorrow?"""
    is_ahead = claim.quote.lower().startswith("tomorrow")
    return is_ahead or bool(_PLANNED.search(near) or _MODAL.search(before))


def tell_one(a: Happening, b: Happening) -> bool:
    """Do both tell the same happening, as far as classes, persons and rounds go?"""
    if not (a.governing & b.events and b.governing & a.events):
        return False
    if a.ordinals != b.ordinals or a.is_denied or b.is_denied:
        return False
    if (a.governing | b.governing) & PERSONAL:
        if a.focus and b.focus and a.focus != b.focus:
            return False
        if a.people and b.people and not a.people & b.people:
            return False
    return True


def _kin(event: str) -> str:
    return _KIN.get(event, event)


def _facts(pile: Pile, source_id: str, start: int, end: int) -> SentenceFacts:
    words = tuple(pile.words_at(source_id, start))
    mentions = tuple(pile.mentions_in(source_id, start, end))
    free = [w for w in words if not _is_named(mentions, w)]
    events = tuple(e for e in find_event_words(words, pile.knowledge) if not _is_inside(mentions, e))
    proper = proper_words(pile, source_id)
    told = {w.folded for w in words if any(e.start <= w.start < e.end for e in events)}
    return SentenceFacts(
        source_id=source_id,
        start=start,
        words=words,
        events=events,
        mentions=mentions,
        before=_before(pile, source_id, start),
        proper=_proper(free, proper),
        stems=frozenset(stem(w.folded) for w in free if _is_theme(pile, w) and w.folded not in told),
        ordinals=frozenset(_ORDINALS[w.folded] for w in free if w.folded in _ORDINALS),
        figures=_figures(pile, source_id, start, end),
    )


def _figures(pile: Pile, source_id: str, start: int, end: int) -> frozenset[float]:
    """Counts and sums of the sentence, without what is part of a date."""
    dates = pile.dates_in(source_id, start, end)
    return frozenset(
        n.value
        for n in pile.numbers_at(source_id, start)
        if not n.is_ordinal and not any(d.start < n.end + start and n.start + start < d.end for d in dates)
    )


def _proper(words: Sequence[Token], known: Container[str]) -> frozenset[str]:
    """Names that no mention holds, of one word or two."""
    capital = [w for w in words if not w.text.islower() and w.folded not in FUNCTION_WORDS]
    pairs = [f"{a.folded} {b.folded}" for a, b in pairwise(capital)]
    return frozenset(f"~{name}" for name in (*(w.folded for w in capital), *pairs) if name in known)


def _is_theme(pile: Pile, word: Token) -> bool:
    known = pile.knowledge
    return not (
        word.folded in FUNCTION_WORDS
        or word.folded in known.say_verbs
        or word.folded in known.months
        or word.folded in known.weekdays
        or word.folded in known.number_words
        or any(c.isdigit() for c in word.folded)
        or len(word.folded) < 3
    )


def _is_named(mentions: Sequence[ResolvedMention], word: Token) -> bool:
    return any(m.span.start <= word.start < m.span.end for m in mentions)


def _is_inside(mentions: Sequence[ResolvedMention], word: EventWord) -> bool:
    return any(m.span.start <= word.start and word.end <= m.span.end for m in mentions)


def _before(pile: Pile, source_id: str, start: int) -> tuple[ResolvedMention, ...]:
    at = pile.sentence_index(source_id, start)
    if at == 0:
        return ()
    return tuple(pile.mentions_in(source_id, *pile.sentences(source_id)[at - 1]))


def _points_back(facts: SentenceFacts) -> bool:
    """Does a pronoun, or no person at all, ask for the sentence before?"""
    return any(w.folded in _PRONOUNS for w in facts.words[:12])


def _people(facts: SentenceFacts) -> list[str]:
    own = [m.entity for m in facts.mentions if m.kind is EntityKind.PERSON]
    if own and not _starts_with_pronoun(facts):
        return own
    return (
        own + [m.entity for m in facts.before if m.kind is EntityKind.PERSON] if _points_back(facts) else own
    )


def _starts_with_pronoun(facts: SentenceFacts) -> bool:
    return any(w.folded in _SUBJECTS for w in facts.words[:2])


def _focus(facts: SentenceFacts, word: EventWord) -> str | None:
    """The person nearest before the event word, else after it."""
    own = [m for m in facts.mentions if m.kind is EntityKind.PERSON]
    if _starts_with_pronoun(facts):
        back = [m for m in facts.before if m.kind is EntityKind.PERSON]
        return back[0].entity if len({m.entity for m in back}) == 1 else None
    before = [m for m in own if m.span.end <= word.start]
    before = [m for m in before if not _is_attribute(facts, m)] or before
    after = [m for m in own if m.span.start >= word.end]
    nearest = before[-1] if before else after[0] if after else None
    return nearest.entity if nearest else None


def _is_attribute(facts: SentenceFacts, mention: ResolvedMention) -> bool:
    """Does a preposition stand before the name: the director of the builder Naryn Stroy?"""
    ahead = [w for w in facts.words if w.end <= mention.span.start][-3:]
    return any(w.folded in _OF for w in ahead) and all(w.text.islower() for w in ahead[1:])


_OF = frozenset("of for at with from under".split())
_BREAK = frozenset(
    "which who whom whose where while whereas although though because and but after before when until as if "
    "since that".split()
)


_JUST_THEN = frozenset({"when", "as", "while"})


def _governing(pile: Pile, facts: SentenceFacts, start: int, end: int) -> EventWord | None:
    """The event word that a date or place at [start, end) belongs to: the nearest, over the fewest breaks."""
    best: tuple[float, int, EventWord] | None = None
    text = pile.text(facts.source_id)
    starts = {w.start: i for i, w in enumerate(facts.words)}
    here = next((i for i, w in enumerate(facts.words) if w.end > start), len(facts.words))
    there = next((i for i, w in enumerate(facts.words) if w.start >= end), len(facts.words))
    for word in facts.events:
        at = starts[word.start]
        if word.start < end and start < word.end:
            continue
        between = facts.words[at + 1 : here] if at < here else facts.words[there:at]
        cost = len(between) + 4.0 * sum(w.folded in _BREAK for w in between) + (2.0 if at >= there else 0.0)
        gap = text[word.end : start] if at < here else text[end : word.start]
        cost += 6.0 * word.is_noun + 8.0 * (";" in gap) + 1.5 * gap.count(",") + 3.0 * gap.count("(")
        cost += 8.0 * ("," in gap and set(word.events) <= _SAYING)
        cost += 6.0 * (at >= there and text[word.start : word.end].endswith("ing"))
        if best is None or (cost, word.start) < best[:2]:
            best = cost, word.start, word
    return None if best is None or _is_saying(pile, facts, start, end) else best[2]


def _is_saying(pile: Pile, facts: SentenceFacts, start: int, end: int) -> bool:
    """Is it the day or place where somebody said so? A reporting verb stands right at it, without a comma."""
    text = pile.text(facts.source_id)
    before = [w for w in facts.words if w.end <= start][-3:]
    after = [w for w in facts.words if w.start >= end][:2]
    for word in before:
        if word.folded in pile.knowledge.say_verbs and not set(text[word.end : start]) & _MARKS:
            return not any(e.start <= word.start < e.end for e in facts.events)
    for word in after:
        if word.folded in pile.knowledge.say_verbs and not set(text[end : word.start]) & _MARKS:
            return not any(e.start <= word.start < e.end for e in facts.events)
    return False


def _telling(facts: SentenceFacts, word: EventWord) -> set[str]:
    """Classes of the event word and of what happened just then; where it says little, of the next word."""
    own = {event for event in word.events if event not in GENERIC}
    for other in facts.events:
        if other is not word and _are_at_once(facts, min(word, other), max(word, other)):
            own |= {event for event in other.events if event not in GENERIC}
    if own:
        return own
    others = [e for e in facts.events if e is not word and set(e.events) - GENERIC]
    beside = [e for e in others if e.is_noun and _is_one_clause(facts, min(word, e), max(word, e))]
    return {event for e in beside for event in e.events if event not in GENERIC} or set(word.events)


def _is_one_clause(facts: SentenceFacts, first: EventWord, second: EventWord) -> bool:
    return not any(w.folded in _BREAK for w in facts.words if first.end <= w.start < second.start)


def _are_at_once(facts: SentenceFacts, first: EventWord, second: EventWord) -> bool:
    """Died when a bomb destroyed her car: one clause tells what happened as the other did."""
    between = [w.folded for w in facts.words if first.end <= w.start < second.start]
    return bool(_JUST_THEN & set(between)) and not (_BREAK - _JUST_THEN) & set(between)
