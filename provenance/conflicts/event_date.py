"""Days given to one happening that differ."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from attrs import frozen

from provenance.conflicts.blocking import find_pairs
from provenance.conflicts.changes import are_changed_in_copy
from provenance.conflicts.event_days import find_day_conflicts
from provenance.conflicts.events import find_event, telling_names
from provenance.conflicts.happenings import is_unreal
from provenance.conflicts.independence import Place, altered_direction
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import class_of, make_side, say_support, scope_of
from provenance.conflicts.slots import ACTS
from provenance.conflicts.words import FUNCTION_WORDS, IRREGULAR, content_stems, overlap, stem
from provenance.model.claims import Claim, ClaimKind
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.names import EntityKind
from provenance.model.reuse import Direction
from provenance.text.tokens import Token, find_words

_NEEDED_OVERLAP = 0.4
_NEEDED_OFTEN = 0.6
"""Share of content words that must agree for acts that a body does again and again."""
_NEEDED_UNNAMED = 0.75
"""Share of content words that sentences without a common name must have in common."""
_NEEDED_STEMS = 3
_NAME_STEMS = 2
_SHORTEST_MONTH = 28
_LONGEST_MONTH = 30
_LONGEST_YEAR = 366
_SELDOM = frozenset({"born", "died", "founded", "built", "resigned", "elected", "married", "ended", "closed"})
_ONCE = frozenset({"born", "died", "founded", "built"})
"""Acts that happen once, so that two years for them cannot both hold."""
_NEAR = 12
_NEAR_CHARS = 60
_MOST_TRIES = 6
_LONGEST_SENTENCE = 1200
"""Characters from which a sentence is a table or a list that lost its line ends."""
_MOST_HOLDERS = 100
"""Dated claims of one act that are compared with each other."""
_SCHEDULES = frozenset("by from until till through since before after between to".split())


@frozen(eq=False)
class _Dated:
    """A claim that something happened on a day. `acts`: what happened, by the words nearest to the date."""

    claim: Claim
    day: str
    sentence: tuple[str, int]
    acts: frozenset[str]
    nouns: frozenset[str]
    stems: tuple[str, ...]
    entities: frozenset[str]
    people: frozenset[str]
    persons: frozenset[str]
    places: frozenset[str]
    proper: frozenset[str]


def find_date_conflicts(pile: Pile) -> Iterator[Conflict]:
    """One happening on two days: same act, same persons or bodies, much the same words, one event."""
    dated = [d for c in pile.claims_of(ClaimKind.EVENT_DATE) if (d := _dated(pile, c))]
    readings = _readings(dated)
    found: dict[tuple[str, str], list[_Dated]] = defaultdict(list)
    kin: list[tuple[list[_Dated], list[_Dated]]] = []
    for i, j in find_pairs([r[0].acts | r[0].nouns for r in readings], _MOST_HOLDERS):
        met = _compare(pile, readings[i], readings[j])
        if met is None:
            continue
        a, b = met[0][0], met[1][0]
        if _meet(a.claim, b.claim) or _is_edit(pile, a, b) or _is_altered(pile, a) or _is_altered(pile, b):
            kin.append(met)
        else:
            found[_subject(a, b), min(_shared_acts(a, b))] += [*met[0], *met[1]]
    held: set[Claim] = set()
    for (subject, act), group in sorted(_joined(found).items()):
        members = set(group)
        near = [y for one, two in kin for x, y in ((one, two), (two, one)) if x[0] in members]
        stated = [d for side in near for d in side if not d.claim.is_inferred]
        stated = [d for d in stated if d in members or not any(_is_edit(pile, d, other) for other in group)]
        held.update(d.claim for d in group)
        yield _finding(pile, subject, act, list(dict.fromkeys([*group, *stated])))
    yield from find_day_conflicts(pile, held)


def _joined(found: Mapping[tuple[str, str], list[_Dated]]) -> dict[tuple[str, str], list[_Dated]]:
    """Groups that share a claim are of one question, that of the first."""
    joined: dict[tuple[str, str], list[_Dated]] = {}
    for key, group in sorted(found.items()):
        home = next((k for k, other in joined.items() if not set(other).isdisjoint(group)), key)
        joined[home] = [*joined.get(home, []), *group]
    return joined


def _readings(dated: Sequence[_Dated]) -> list[list[_Dated]]:
    """Claims that say one thing of one day in the same words, copies of one another as a rule, together."""
    held: dict[tuple[object, ...], list[_Dated]] = defaultdict(list)
    for one in dated:
        held[one.day, one.claim.subject, one.stems, one.acts, one.nouns, one.entities].append(one)
    return list(held.values())


def _compare(
    pile: Pile, one: Sequence[_Dated], two: Sequence[_Dated]
) -> tuple[list[_Dated], list[_Dated]] | None:
    """The claims of two readings that tell one happening in texts of one event; None if there are none.

    Of the first reading the first `_MOST_TRIES` claims are tried, each with all of the second.
    """
    if not _is_one_happening(pile, one[0], two[0]):
        return None
    for a in one[:_MOST_TRIES]:
        for b in two:
            if a.sentence != b.sentence and _find_event(pile, a, b):
                return _with_likes(pile, a, b, one), _with_likes(pile, b, a, two)
    return None


def _with_likes(pile: Pile, own: _Dated, rival: _Dated, reading: Sequence[_Dated]) -> list[_Dated]:
    """`own` and those of its reading that speak of the same event as it or as its rival."""
    others = [x for x in reading if x is not own]
    return [own, *(x for x in others if _find_event(pile, x, rival) or _find_event(pile, x, own))]


def _dated(pile: Pile, claim: Claim) -> _Dated | None:
    """None for dates that are no single day, or that say when something began, ended or is due."""
    if claim.span is None or not claim.valid_from or not claim.valid_to or not _is_narrow(claim):
        return None
    if claim.is_inferred and not any(c.isdigit() for c in claim.quote):
        return None  # a bare weekday may be that of last week
    start, end = pile.sentence_at(claim.source_id, claim.span.start)
    if end - start > _LONGEST_SENTENCE:
        return None
    text = pile.text(claim.source_id)
    words = pile.words_at(claim.source_id, claim.span.start)
    before = [w.folded for w in words if w.end <= claim.span.start]
    opening = [w.folded for w in find_words(claim.quote)][:1]
    if set(before[-1:] + opening) & _SCHEDULES or claim.predicate not in ("on", "in", "at", ""):
        return None
    if is_unreal(text[max(start, claim.span.start - _NEAR_CHARS) : claim.span.start]):
        return None
    mentions = pile.mentions_in(claim.source_id, start, end)
    free = [w for w in words if not any(m.span.start <= w.start < m.span.end for m in mentions)]
    acts, nouns = _acts(pile, free, claim.span.start)
    return _Dated(
        claim=claim,
        day=_written(claim),
        sentence=(claim.source_id, start),
        acts=acts,
        nouns=nouns,
        stems=tuple(content_stems(text[start:end], pile.knowledge)),
        entities=frozenset(m.entity for m in mentions),
        people=frozenset(m.entity for m in mentions if m.kind.value in ("person", "organization")),
        persons=frozenset(m.entity for m in mentions if m.kind is EntityKind.PERSON),
        places=frozenset(m.entity for m in mentions if m.kind is EntityKind.PLACE),
        proper=_proper([w for w in words if not _is_calendar(pile, w.folded)]),
    )


def _is_calendar(pile: Pile, word: str) -> bool:
    return word in pile.knowledge.months or word in pile.knowledge.weekdays


def _is_narrow(claim: Claim) -> bool:
    """A day, a month or a year."""
    try:
        first, last = (date.fromisoformat(d or "") for d in (claim.valid_from, claim.valid_to))
    except ValueError:
        return False
    return 0 <= (last - first).days <= _LONGEST_YEAR


def _written(claim: Claim) -> str:
    """The time in ISO form, as short as it is exact: a day, a month, a year, or two days."""
    first, last = claim.valid_from or "", claim.valid_to or ""
    if first == last:
        return first
    if first[:4] == last[:4] and first.endswith("01-01") and last.endswith("12-31"):
        return first[:4]
    is_month = first[:7] == last[:7] and first.endswith("-01") and int(last[8:]) >= _SHORTEST_MONTH
    return first[:7] if is_month else f"{first} to {last}"


def _meet(a: Claim, b: Claim) -> bool:
    return (a.valid_from or "") <= (b.valid_to or "") and (b.valid_from or "") <= (a.valid_to or "")


def _acts(pile: Pile, words: Sequence[Token], at: int) -> tuple[frozenset[str], frozenset[str]]:
    """What happened: the nearest plain act, or participles near the date; and nouns made of verbs.

    Who says so is no act.
    """
    near = sorted(words, key=lambda w: (abs(w.start - at), w.start))[: 2 * _NEAR]
    for word in near[:_NEAR]:
        if word.folded in ACTS:
            return frozenset({ACTS[word.folded]}), frozenset()
    plain = [w.folded for w in near if w.folded not in pile.knowledge.say_verbs and len(w.folded) > 5]
    verbs = frozenset(stem(w) for w in plain if w.endswith("ed"))
    verbs |= frozenset(IRREGULAR[w.folded] for w in near[:_NEAR] if w.folded in IRREGULAR)
    nouns = frozenset(stem(w) for w in plain if w.endswith("ion"))
    return verbs, nouns | frozenset(act for act in ACTS.values() if stem(act) in nouns)


def _is_one_happening(pile: Pile, a: _Dated, b: _Dated) -> bool:
    if not _shared_acts(a, b) or not _are_comparable(a, b):
        return False
    shared = telling_names(pile, a.entities & b.entities)
    if a.entities and b.entities and not shared:
        return False
    if a.places and b.places and not a.places & b.places and not shared & a.persons:
        return False  # another day in another town
    is_named = bool(shared) or _have_subject(a, b)
    if not is_named and (a.people or b.people):
        return False
    if a.people and b.people and not a.people & b.people:
        return False
    stems = set(a.stems) & set(b.stems)
    often = _NEEDED_OVERLAP if _shared_acts(a, b) & _SELDOM else _NEEDED_OFTEN
    needed = often if is_named else _NEEDED_UNNAMED
    return len(stems) >= _NEEDED_STEMS and overlap(list(a.stems), list(b.stems)) >= needed


def _shared_acts(a: _Dated, b: _Dated) -> frozenset[str]:
    """Acts that both tell, at least one of them with a verb."""
    return (a.acts & (b.acts | b.nouns)) | (b.acts & a.nouns)


def _are_comparable(a: _Dated, b: _Dated) -> bool:
    """Years are compared only for plain acts of one named subject; days and months for any."""
    is_year = any(_length(d.claim) > _LONGEST_MONTH for d in (a, b))
    return not is_year or (
        bool(a.acts & b.acts & _ONCE) and (bool(a.entities & b.entities) or _have_subject(a, b))
    )


def _have_subject(a: _Dated, b: _Dated) -> bool:
    """Do the claims share a subject of two words?"""
    subjects = [set(content_stems(d.claim.subject)) - d.acts - {stem(act) for act in d.acts} for d in (a, b)]
    return len(subjects[0] & subjects[1]) >= _NAME_STEMS


def _length(claim: Claim) -> int:
    """Days that a claim covers, less one."""
    first, last = (date.fromisoformat(d or "") for d in (claim.valid_from, claim.valid_to))
    return (last - first).days


def _subject(a: _Dated, b: _Dated) -> str:
    """A name that both sentences have, or else the words that they share."""
    names = a.people & b.people or a.entities & b.entities
    return min(names) if names else " ".join(sorted(set(a.stems) & set(b.stems)))


def _is_edit(pile: Pile, a: _Dated, b: _Dated) -> bool:
    one, two = a.claim.span, b.claim.span
    return one is not None and two is not None and are_changed_in_copy(pile, one, two)


def _is_altered(pile: Pile, found: _Dated) -> bool:
    """Does the day stand where a copied passage was altered? It is no witness then."""
    place = Place(found.claim.source_id, found.claim.span)
    return altered_direction(pile, place) is Direction.A_TO_B


def _find_event(pile: Pile, a: _Dated, b: _Dated) -> str | None:
    """Why the two texts, or at least the two sentences, speak of one event."""
    ids = a.claim.source_id, b.claim.source_id
    found = find_event(pile, *ids)
    if found:
        return found
    common = sorted(a.proper & b.proper)
    return find_event(pile, *ids, is_named=True) if common else None


def _proper(words: Sequence[Token]) -> frozenset[str]:
    """Two words with capitals side by side, as names of ships, storms and the like have."""
    return frozenset(
        f"{one.folded} {two.folded}"
        for one, two in pairwise(words)
        if one.text[0].isupper() and two.text[0].isupper() and two.start - one.end == 1
        if one.folded not in FUNCTION_WORDS and two.folded not in FUNCTION_WORDS
    )


def _finding(pile: Pile, subject: str, act: str, group: Sequence[_Dated]) -> Conflict:
    by_day: dict[str, list[_Dated]] = defaultdict(list)
    for found in group:
        by_day[found.day].append(found)
    days = sorted(by_day)
    sides = tuple(make_side(pile, day, [d.claim.span for d in by_day[day] if d.claim.span]) for day in days)
    one = by_day[days[0]][0].claim
    printed = " ".join(one.subject.split()) or act
    is_entity = subject in pile.entities and not one.subject
    name = f"{pile.entities[subject].name}, {act}" if is_entity else printed
    is_inferred = any(d.claim.is_inferred for d in group)
    return Conflict(
        kind=ConflictKind.EVENT_DATE,
        conflict_class=class_of(sides),
        consequence=Level.MEDIUM,
        certainty=Level.MEDIUM if is_inferred else Level.HIGH,
        scope=scope_of(sides),
        title=f"{name}: {' or '.join(days)}?",
        why=(
            f"{_find_event(pile, by_day[days[0]][0], by_day[days[-1]][0]) or ''} "
            "Both sentences date the same act of the same subject. "
            f"{'A part of a date was concluded from the date of its text. ' if is_inferred else ''}"
            f"{say_support(pile, sides)}"
        ),
        subject=subject,
        predicate=act,
        scope_key="",
        sides=sides,
    )
