"""One text says that it happened, another that it did not, that the opposite did, or that another did it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen

from provenance.conflicts.blocking import find_pairs
from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import class_of, make_side, quoted, say_support, scope_of
from provenance.conflicts.statement_things import are_one_thing, read_thing, shared_names
from provenance.conflicts.statement_times import Time, meet, text_day, time_of, years_beside
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.claims import Claim, ClaimKind, Modality, Polarity
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level
from provenance.model.names import EntityKind
from provenance.model.spans import Span

_GENERAL = frozenset(
    "say demand take give receive need use see hear speak work live reach follow try plan produce include "
    "count cause serve study be change go stay hold measure depend belong exist write announce".split()
)
"""Classes of verbs that say too little to be denied by another text."""
_KNOWING = frozenset({"inform"})
"""Whoever is informed knows: the one that it is done to is the one who does the other."""
_TURNED = {"persuade": "support"}
"""Whoever is won over sides with the one who does it."""
_ONE_WINNER = frozenset({"win"})
_STATES = frozenset({"custody", "door", "force", "office"})
"""Themes that the comparison of states judges, which knows what can change."""
_DISPUTED = frozenset("denies denied denying disputes disputed refutes refuted contradicts".split())
_DEPARTURE = "departure"
"""Of whoever goes: of his own will, or sent away."""
_SACKED = ("dismiss", "fire", "sack", "oust", "depos")
_HARM = frozenset(
    "fire flames blaze flood floods damage destruction injury death harm disaster storm".split()
)
_SOME = frozenset("most some many few several part parts partly mostly others".split())
_MOST_HOLDERS = 40
_NEAR_DAYS = 3
_STANCE_DAYS = 10
_LEAST_SHARED = 3
_WIDEST = 130
"""Days of a time that is too wide for two changes in it to be one."""


@frozen
class _Told:
    """A statement with who does it and to whom, whatever the verb makes of them. `theme`, `side`: "" for a
    class without opposite."""

    claim: Claim
    event: str
    theme: str
    side: str
    doer: tuple[str, str | None]
    done_to: tuple[str, str | None]

    @property
    def is_denied(self) -> bool:
        return self.claim.polarity is Polarity.DENIED


def find_opposed_statements(pile: Pile) -> Iterator[Conflict]:
    """Pairs of statements of two texts about one thing at one time, that cannot both hold.

    One affirms what the other denies; verbs of one theme and two sides; one contest with two winners. What is
    planned or possible is no statement of fact; a denial of what came later is none of it.
    """
    themes = {f.event: (f.theme, f.side) for f in pile.knowledge.event_verbs.values()}
    told = [_read(pile, c, themes) for c in pile.claims_of(ClaimKind.STATEMENT) if _is_fact(c)]
    seen: set[tuple[str, str, str]] = set()
    for i, j in find_pairs([_keys(pile, t) for t in told], _MOST_HOLDERS):
        a, b = told[i], told[j]
        if a.claim.source_id == b.claim.source_id or not _is_opposite(pile, a, b):
            continue
        key = (a.claim.source_id, b.claim.source_id, a.theme or a.event)
        if key in seen or pile.are_one_page(a.claim.source_id, b.claim.source_id):
            continue
        event = find_event(pile, a.claim.source_id, b.claim.source_id)
        if event is not None and not _is_shared(pile, a.claim, b.claim) and not _is_disputed(pile, a, b):
            seen.add(key)
            yield _finding(pile, a, b, event)


def _is_fact(claim: Claim) -> bool:
    is_heard = claim.predicate == "hear" and not claim.subject and bool(claim.value)
    if claim.span is None or claim.condition or (claim.predicate in _GENERAL and not is_heard):
        return False
    return claim.modality is Modality.ASSERTED or claim.predicate in ("support", "oppose")


def _read(pile: Pile, claim: Claim, themes: Mapping[str, tuple[str, str]]) -> _Told:
    event = claim.predicate
    doer, done_to = (claim.subject, claim.subject_entity), (claim.value, claim.value_entity)
    head = read_thing(pile, claim.value).head
    if event == "escape" and any(stem(word) == head for word in _HARM):
        event, done_to = "survive", ("", None)
    if event in _KNOWING:
        doer, done_to = done_to, ("", None)
    if event in _TURNED:
        event, doer, done_to = _TURNED[event], done_to, doer
    if event == "hear" and not doer[0]:  # no alarm was heard: none sounded
        event, doer, done_to = "sound", done_to, ("", None)
    theme, side = themes.get(event, ("", ""))
    if theme == "office" and event == "resign":
        theme, side = _DEPARTURE, "1"
    if theme == "office" and event == "dismiss" and claim.wording.lower().startswith(_SACKED):
        theme, side, doer, done_to = _DEPARTURE, "2", done_to, ("", None)
    if theme == "survival" and (event in ("kill", "destroy", "execute") or (event == "burn" and done_to[0])):
        doer, done_to = done_to, ("", None)
    if theme == "survival" and event == "survive":
        done_to = ("", None)
    if not done_to[0] and claim.scope and event in ("visit", "enter", "arrive", "leave"):
        done_to = (claim.scope, None)
    return _Told(claim, event, theme, side, doer, done_to)


def _keys(pile: Pile, told: _Told) -> frozenset[str]:
    """What brings two statements together: the theme or class with a name or the head of a phrase."""
    about = told.theme or told.event
    found = set()
    for printed, entity in (told.doer, told.done_to):
        thing = read_thing(pile, printed)
        heads = {thing.head, *thing.modifiers, *thing.names} if entity else {thing.head}
        found |= {entity or "", *heads}
    return frozenset(f"{about} {key}" for key in found if key)


def _is_opposite(pile: Pile, a: _Told, b: _Told) -> bool:
    if a.event in _ONE_WINNER and b.event in _ONE_WINNER and not (a.is_denied or b.is_denied):
        return _are_two_winners(pile, a, b)
    is_antonym = bool(a.theme) and a.theme == b.theme and a.side != b.side
    is_same = a.event == b.event or (bool(a.theme) and (a.theme, a.side) == (b.theme, b.side))
    if is_antonym and (a.is_denied or b.is_denied or a.theme in _STATES):
        return False
    if not is_antonym and not (is_same and a.is_denied is not b.is_denied):
        return False
    return _are_about_one(pile, a, b) and _times_meet(pile, a, b, is_antonym) and _scopes_meet(a, b)


def _are_about_one(pile: Pile, a: _Told, b: _Told) -> bool:
    """Do doers and objects match, those that are told on both sides, one of them at least?"""
    doers = _match(pile, a.doer, b.doer)
    objects = _match(pile, a.done_to, b.done_to)
    if objects is False and _share_objects(pile, a, b):
        objects = True
    if doers is False or objects is False:
        return False
    if doers and objects:
        return True
    if not doers and not objects:
        return False
    is_bare = not a.done_to[0] and not b.done_to[0]
    names = shared_names(pile, a.claim, b.claim) - {a.doer[1], b.doer[1]}
    alike = _content(a.claim) & _content(b.claim)
    if is_bare and (a.theme == "change" or (a.theme == _DEPARTURE and a.doer[1] == b.doer[1])):
        return True
    if a.claim.span and b.claim.span:
        names |= {str(year) for year in years_beside(pile, a.claim) & years_beside(pile, b.claim)}
    if is_bare and doers and any(c.polarity is Polarity.DENIED and _is_of_all(c) for c in (a.claim, b.claim)):
        return len(alike) + len(names) >= _LEAST_SHARED - 1  # no alarm was heard in any part of the building
    return bool(names) and len(alike) + len(names) >= _LEAST_SHARED + int(not is_bare)


def _is_of_all(claim: Claim) -> bool:
    """Is it said of none of its kind: no alarm, nobody?"""
    return any(p.casefold().startswith(("no ", "none ")) for p in (claim.subject, claim.value))


def _match(pile: Pile, a: tuple[str, str | None], b: tuple[str, str | None]) -> bool | None:
    """Are both one thing? None if one is not told, or only by a pronoun."""
    if not read_thing(pile, a[0]).head and a[1] is None:
        return None
    if not read_thing(pile, b[0]).head and b[1] is None:
        return None
    return are_one_thing(pile, a, b)


def _share_objects(pile: Pile, a: _Told, b: _Told) -> bool:
    """Do both clauses name the same people, bodies and places behind the verb: its bid for X, the takeover
    of X?"""
    if a.theme == "stance":
        return False
    one, two = (_names_behind(pile, t.claim) for t in (a, b))
    return bool(one) and bool(two) and (one <= two or two <= one)


def _names_behind(pile: Pile, claim: Claim) -> set[str]:
    if claim.span is None:
        return set()
    text = pile.text(claim.source_id)
    _, end = pile.sentence_at(claim.source_id, claim.span.start)
    start = claim.span.start + max(0, claim.quote.find(claim.wording))
    stop = min(
        (at for at in (text.find(mark, start, end) for mark in (",", ";", ":")) if at >= 0), default=end
    )
    found = pile.mentions_in(claim.source_id, start, stop)
    return {m.entity for m in found if m.entity != claim.subject_entity}


def _content(claim: Claim) -> set[str]:
    return {stem(w) for w in claim.context if w not in FUNCTION_WORDS}


def _times_meet(pile: Pile, a: _Told, b: _Told, is_antonym: bool) -> bool:
    one, two = time_of(pile, a.claim), time_of(pile, b.claim)
    days = [text_day(pile, t.claim) for t in (a, b)]
    if one.is_stated and two.is_stated:
        is_same = (one.first, one.last) == (two.first, two.last)
        return meet(one, two) and (a.theme != "change" or is_same or max(one.days, two.days) <= _WIDEST)
    if a.theme == "change":
        shared = _content(a.claim) & _content(b.claim)
        return len(shared) >= _LEAST_SHARED + 2 and _are_near(days, _STANCE_DAYS * 6)
    if not is_antonym:
        denied, affirmed = (a, b) if a.is_denied else (b, a)
        return _covers(pile, denied, affirmed, time_of(pile, affirmed.claim))
    if one.is_stated != two.is_stated:
        known, other = (one, b) if one.is_stated else (two, a)
        return _is_of_days(pile, known, other)
    return _are_near(days, _STANCE_DAYS if a.theme == "stance" else _NEAR_DAYS)


def _is_of_days(pile: Pile, known: Time, other: _Told) -> bool:
    """A text that gives no time speaks of the days right before it, or of the year that it prints beside."""
    if known.last is None:
        return False
    day = text_day(pile, other.claim)
    is_near = day is not None and 0 <= (day - known.last).days <= _NEAR_DAYS
    return is_near or known.last.year in years_beside(pile, other.claim)


def _covers(pile: Pile, denied: _Told, affirmed: _Told, time: Time) -> bool:
    """Does the denial, which holds up to the day of its text, speak of the time of what is affirmed?"""
    if denied.claim.valid_from is not None and time.is_stated:
        return meet(time_of(pile, denied.claim), time)
    day, other = text_day(pile, denied.claim), text_day(pile, affirmed.claim)
    if day is None or other is None:
        return True
    if time.is_stated:
        return time.last is not None and time.last <= day
    return (other - day).days <= 1


def _are_near(days: Sequence[date | None], most: int) -> bool:
    one, two = days
    return one is not None and two is not None and abs((one - two).days) <= most


def _scopes_meet(a: _Told, b: _Told) -> bool:
    """Not where one speaks of most and the other of a part, or both of two places."""
    one, two = (t.claim for t in (a, b))
    some = [_SOME.intersection(w.lower() for w in (*c.context, *c.quote.split())) for c in (one, two)]
    if some[0] != some[1] and a.theme == "change":
        return False
    if one.scope and two.scope:
        return bool({w.lower() for w in one.scope.split()} & {w.lower() for w in two.scope.split()})
    return True


def _are_two_winners(pile: Pile, a: _Told, b: _Told) -> bool:
    """One contest, two winners by name."""
    if a.doer[1] is None or b.doer[1] is None or a.doer[1] == b.doer[1]:
        return False
    named = [pile.names_of[t.claim.source_id].get(t.doer[1] or "") for t in (a, b)]
    kinds = {name[1] for name in named if name is not None}
    if len(kinds) != 1 or EntityKind.PLACE in kinds:
        return False
    if not _match(pile, a.done_to, b.done_to):
        return False
    return _times_meet(pile, a, b, is_antonym=True)


def _is_shared(pile: Pile, a: Claim, b: Claim) -> bool:
    """Do both stand in one shared passage? What was changed in it is another finding."""
    for alignment in pile.shared(a.source_id, b.source_id):
        if all(any(s.overlap(c.span) for s in (alignment.a, alignment.b)) for c in (a, b) if c.span):
            return True
    return False


def _is_disputed(pile: Pile, a: _Told, b: _Told) -> bool:
    """Does one of the texts tell, beside its own statement, that somebody denies it?"""
    for told in (a, b):
        if told.is_denied or told.claim.span is None:
            continue
        sentences = pile.sentences(told.claim.source_id)
        index = pile.sentence_index(told.claim.source_id, told.claim.span.start)
        for start, _ in sentences[max(0, index - 1) : index + 2]:
            near = {w.folded for w in pile.words_at(told.claim.source_id, start)}
            if near & _DISPUTED:
                return True
    return False


def _finding(pile: Pile, a: _Told, b: _Told, event: str) -> Conflict:
    spans = [t.claim.span for t in (a, b) if t.claim.span is not None]
    values = [_value(pile, t, span) for t, span in zip((a, b), spans, strict=True)]
    sides = tuple(make_side(pile, value, [span]) for value, span in zip(values, spans, strict=True))
    people = {t.claim.speaker_entity for t in (a, b) if t.claim.speaker_entity}
    is_certain = bool(a.doer[1] and a.doer[1] == b.doer[1]) or bool(
        a.done_to[1] and a.done_to[1] == b.done_to[1]
    )
    subject = a.doer[1] or b.doer[1] or a.done_to[1] or b.done_to[1] or read_thing(pile, a.doer[0]).head
    return Conflict(
        kind=ConflictKind.OPPOSED,
        conflict_class=ConflictClass.PEOPLE_DIFFER if len(people) > 1 else class_of(sides),
        consequence=Level.HIGH,
        certainty=Level.MEDIUM if is_certain else Level.LOW,
        scope=scope_of(sides),
        title=f"{quoted(values[0])} or {quoted(values[1])}?",
        why=(
            f"{pile.label(spans[0].source_id)} says {quoted(values[0])}, {pile.label(spans[1].source_id)} "
            f"says {quoted(values[1])}. {_say_how(a, b)} {event} {say_support(pile, sides)}"
        ),
        subject=subject,
        predicate=a.theme or a.event,
        scope_key=" ".join(sorted({a.event, b.event})),
        sides=sides,
    )


def _value(pile: Pile, told: _Told, span: Span) -> str:
    return " ".join(pile.quote(span).split())


def _say_how(a: _Told, b: _Told) -> str:
    if a.is_denied is not b.is_denied:
        return "What one affirms the other denies."
    if a.event in _ONE_WINNER and b.event in _ONE_WINNER:
        return "Both name a winner of one contest, and not the same."
    return f"“{a.claim.wording}” and “{b.claim.wording}” cannot both hold of one thing at one time."
