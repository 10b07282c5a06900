"""What one page said at two times: changed facts, with a notice or silently."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

import numpy as np
from attrs import evolve

from provenance.conflicts.change_levels import CONSEQUENCE, NOUN
from provenance.conflicts.page_facts import Fact, FactChange, gather_facts
from provenance.conflicts.page_sides import (
    MOST_EVIDENCE,
    find_state_copies,
    make_fact_sides,
    make_state_sides,
    opening,
)
from provenance.conflicts.page_states import (
    NOT_THERE,
    ChangedPlace,
    States,
    find_state_edits,
    is_rising,
    names_change,
    read_place,
    state_ranges,
)
from provenance.conflicts.pile import Pile
from provenance.conflicts.retractions import find_retraction
from provenance.conflicts.sides import count, listed, quoted
from provenance.conflicts.words import content_stems
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.spans import Span
from provenance.text.folding import fold_text
from provenance.text.shingles import hash_words, shingle_hashes

_LOWER = {Level.HIGH: Level.MEDIUM, Level.MEDIUM: Level.LOW, Level.LOW: Level.LOW}
_LIGHT = ("another spelling", "possible misreading", "possible misspelling")
"""Judgements of a change by which hardly a fact was changed."""
_CLOSE = 0.9
"""Share of equal words of a passage from which a change inside it is certain to be one."""
_GONE = 0.3
"""Share of a sentence's runs of three words that the other state has, under which it lacks the sentence."""
_LEAST_WORDS = 6
"""Of a sentence that is missed."""
MOST_FACTS = 12
"""Changed facts between two states, from which the page is one of figures that is written anew each time."""
_REWRITTEN = " So many facts differ that the page may be one that is written anew each time."


def find_page_versions(pile: Pile) -> Iterator[Conflict]:
    """One finding for each fact that two neighbouring states of a page tell differently, however often the
    page repeats it and however many pairs of its states show it; one for a retraction; and one, low, for all
    that was reworded, added or left out between two states.

    A change that a notice names weighs less than a silent one, and least of all weighs a count of victims
    that rises while the story goes on. Where more than eight states share a passage, some pairs of
    neighbours may lack the alignment that shows what was changed.
    """
    numbers: dict[tuple[str, str, str], int] = defaultdict(int)
    for facts, summaries in map(partial(_of_page, pile), _by_page(pile)):
        for fact in facts:
            first = fact.shown[0]
            subject = _subject(pile, first.place)
            key = (_scope(pile, first.states), first.place.edit.kind.value, subject)
            numbers[key] += 1
            yield _fact(pile, fact, f"{subject} {numbers[key]}" if numbers[key] > 1 else subject)
        yield from summaries


def as_one_page(pile: Pile, conflict: Conflict) -> Conflict:
    """The finding, if it is between states of one page not called a difference of sources: they are one."""
    held = {each.source_id for side in conflict.sides for each in side.evidence}
    if conflict.conflict_class is not ConflictClass.SOURCES_DIFFER or not pile.are_one_page(*held):
        return conflict
    why = f"{conflict.why} These are states of one page, which are one source."
    return evolve(conflict, conflict_class=ConflictClass.PAGE_DATA, why=why)


def _by_page(pile: Pile) -> list[list[States]]:
    """Neighbouring states that are in the pile, by page."""
    pages: dict[str, list[States]] = defaultdict(list)
    for version in sorted(pile.pool.versions):
        if version.earlier in pile.sources and version.later in pile.sources:
            notice = pile.quote(version.notice) if version.notice else ""
            pages[version.page].append(States(version, notice))
    return [pages[page] for page in sorted(pages)]


def _of_page(pile: Pile, neighbours: Sequence[States]) -> tuple[list[Fact], list[Conflict]]:
    """What was changed between the states of one page: facts, and all else pair by pair."""
    changes: list[FactChange] = []
    others: list[Conflict] = []
    for states in neighbours:
        edits = find_state_edits(pile, states)
        places = [read_place(pile, states, edit) for edit in edits]
        facts = [place for place in places if place.edit.kind in CONSEQUENCE]
        wordings = [place for place in places if place.edit.kind not in CONSEQUENCE]
        told = {(place.edit.kind, *map(fold_text, place.values)) for place in facts}
        changes += [FactChange(states, place, len(told) > MOST_FACTS) for place in facts]
        ranges = [state_ranges(states, edit) for edit in edits]
        others += find_retraction(pile, states, _scope(pile, states))
        others += _summary(pile, states, wordings, ranges)
    return gather_facts(pile, changes), others


def _fact(pile: Pile, fact: Fact, subject: str) -> Conflict:
    first = fact.shown[0]
    states, place = first.states, first.place
    is_named = names_change(pile, states, place)
    is_rise = states.version.is_ordered and is_rising(pile, place)
    consequence = CONSEQUENCE[place.edit.kind]
    if is_rise or place.edit.change.judgement in _LIGHT:
        consequence = Level.LOW
    elif is_named:
        consequence = _LOWER[consequence]
    judgement = f": {place.edit.change.judgement}" if place.edit.change.judgement else ""
    what = f"What changed is {NOUN[place.edit.kind]}{judgement}." + (_REWRITTEN if first.is_rewritten else "")
    is_plain = place.edit.alignment.grade >= _CLOSE and (is_named or not states.notice)
    certainty = Level.HIGH if is_plain and states.version.is_ordered else Level.MEDIUM
    copies = find_state_copies(pile, fact)
    why = " ".join([_why(pile, states, what, is_named, is_rise), *_who_copied(pile, states, copies)])
    notice = states.version.notice if is_named or is_rise else None
    return Conflict(
        kind=ConflictKind.PAGE_VERSION,
        conflict_class=ConflictClass.PAGE_DATA,
        consequence=consequence,
        certainty=Level.LOW if first.is_rewritten else certainty,
        scope=Scope.BETWEEN,
        title=_title(states, place, is_named, is_rise),
        why=why,
        subject=subject,
        predicate=place.edit.kind.value,
        scope_key=_scope(pile, states),
        sides=make_fact_sides(pile, fact, copies, notice),
    )


def _who_copied(pile: Pile, states: States, copies: tuple[list[Span], list[Span]]) -> Iterator[str]:
    """A text that shares the passage is no second witness, and it changed nothing."""
    is_ordered = states.version.is_ordered
    names = ("the earlier state", "the later state") if is_ordered else ("the first", "the second")
    for name, spans in zip(names, copies, strict=True):
        labels = list(dict.fromkeys(pile.sources[span.source_id].source.path for span in spans))
        if labels:
            more = len(labels) - MOST_EVIDENCE
            shown = [*labels[:MOST_EVIDENCE], *([f"{more} more"] if more > 0 else [])]
            yield f"Other texts that read as {name} does: {listed(shown)}."


def _title(states: States, place: ChangedPlace, is_named: bool, is_rise: bool) -> str:
    one, two = place.values
    if not states.version.is_ordered:
        if NOT_THERE in place.values:
            noun = NOUN[place.edit.kind].capitalize()
            return f"{noun} in only one of two states of a page: {quoted(two if one == NOT_THERE else one)}"
        return f"{quoted(one)} / {quoted(two)} in two states of one page"
    how = _how(states, is_named, is_rise)
    if NOT_THERE not in place.values:
        return f"{quoted(one)} in an earlier state of a page, {quoted(two)} in a later one{how}"
    noun = NOUN[place.edit.kind].capitalize()
    done = "added to" if one == NOT_THERE else "left out of"
    return f"{noun} {done} a later state of a page{how}: {quoted(two if one == NOT_THERE else one)}"


def _how(states: States, is_named: bool, is_rise: bool) -> str:
    if is_named:
        return ", announced"
    if is_rise:
        return ", a count that rose"
    return ", not named in its notice" if states.notice else ", silently"


def _why(pile: Pile, states: States, what: str, is_named: bool, is_rise: bool) -> str:
    labels = [pile.sources[source_id].source.path for source_id in states.pair]
    order = "An earlier and a later state" if states.version.is_ordered else "Two states"
    sentences = [f"{order} of one page: {labels[0]} and {labels[1]} ({states.version.reason}).", what]
    if not states.version.is_ordered:
        sentences.append("Which of them is the later one is not known.")
    elif is_named:
        sentences.append(f"The later one tells of it: {quoted(states.notice.rstrip('.'))}.")
    elif states.notice:
        sentences.append(
            f"The later one has a notice that does not name this change: {quoted(states.notice.rstrip('.'))}."
        )
    else:
        sentences.append(
            "The later one has no notice of a correction or an update that the earlier one lacks."
        )
    if is_rise:
        sentences.append("A count that rises is what an update brings; it is no contradiction.")
    elif states.version.is_ordered:
        sentences.append("Whether an error was mended or news came in is not known.")
    sentences.append("States of one page are one source.")
    return " ".join(sentences)


def _subject(pile: Pile, place: ChangedPlace) -> str:
    """Words of substance that both clauses have: what the changed place is about."""
    one, two = (content_stems(pile.quote(span)) for span in place.spans)
    held = set(two)
    return " ".join(dict.fromkeys(word for word in one if word in held))


def _scope(pile: Pile, states: States) -> str:
    return " / ".join(pile.sources[source_id].source.path for source_id in states.pair)


def _summary(
    pile: Pile,
    states: States,
    wordings: Sequence[ChangedPlace],
    changed: Sequence[tuple[tuple[int, int], tuple[int, int]]],
) -> Iterator[Conflict]:
    """All that was reworded, left out or added, in one finding. `changed`: places known to have a
    counterpart, in the earlier and in the later state: their sentences are not missing."""
    earlier, later = states.pair
    gone = _missing(pile, earlier, later, [one for one, _ in changed])
    new = _missing(pile, later, earlier, [two for _, two in changed])
    notice = states.version.notice
    new = [span for span in new if notice is None or not span.overlap(notice)]
    parts = [
        f"{count(number, noun)} {done}"
        for number, noun, done in (
            (len(gone), "sentence", "left out" if states.version.is_ordered else "only in the first"),
            (len(new), "sentence", "added" if states.version.is_ordered else "only in the second"),
            (len(wordings), "place", "reworded"),
        )
        if number
    ]
    if not parts:
        return
    spans = [
        ([place.spans[side] for place in wordings] + missed)[:MOST_EVIDENCE] or [opening(pile, source_id)]
        for side, (source_id, missed) in enumerate(((earlier, gone), (later, new)))
    ]
    named = "earlier state", "later state"
    which = "A later state of a page" if states.version.is_ordered else "Two states of a page"
    how = (", with a notice" if states.notice else ", silently") if states.version.is_ordered else ""
    quotes = [quoted(pile.quote(span).rstrip(".")) for span in chain(gone[:1], new[:1])]
    what = f"Changed: {listed(parts)}" + (f", such as {listed(quotes)}." if quotes else ".")
    yield Conflict(
        kind=ConflictKind.PAGE_VERSION,
        conflict_class=ConflictClass.PAGE_DATA,
        consequence=Level.LOW,
        certainty=Level.HIGH if states.version.is_ordered else Level.MEDIUM,
        scope=Scope.BETWEEN,
        title=f"{which}: {listed(parts)}{how}",
        why=_why(pile, states, what, bool(states.notice), is_rise=False),
        subject="wording",
        predicate="wording",
        scope_key=_scope(pile, states),
        sides=make_state_sides(
            pile, states, named if states.version.is_ordered else ("one state", "the other state"), spans
        ),
    )


def _missing(pile: Pile, source_id: str, other: str, changed: Sequence[tuple[int, int]]) -> list[Span]:
    """Sentences of one state that the other lacks, lines about the page itself left out."""
    words, others = hash_words(pile.text(source_id)), hash_words(pile.text(other))
    runs = shingle_hashes(words.hashes, (0, 1, 2))
    is_there = np.isin(runs, shingle_hashes(others.hashes, (0, 1, 2)))
    known = [(one.start, one.end) for one in pile.page_ranges(source_id)]
    held = {pile.sentence_at(source_id, start) for start, _ in changed}
    found = []
    for start, end in pile.sentences(source_id):
        first, last = np.searchsorted(words.starts, (start, end)).tolist()
        shared = is_there[first : max(first, last - 2)]
        if (start, end) in held or last - first < _LEAST_WORDS or shared.mean() >= _GONE:
            continue
        if not any(one <= start and end <= two for one, two in known):
            found.append(Span(source_id, start, end))
    return found
