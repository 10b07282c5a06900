"""Sides of what a page changed: all of its states that read so, and the copies of them."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from provenance.conflicts.copied_states import Place, find_copies, find_same_in_states
from provenance.conflicts.edited_places import changed_clause
from provenance.conflicts.page_facts import Fact
from provenance.conflicts.page_states import States, state_ranges
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import list_position
from provenance.model.conflicts import Evidence, Side
from provenance.model.spans import Span

MOST_EVIDENCE = 5
"""Places of a side that are shown, copies apart."""
_Pair = tuple[list[Span], list[Span]]


def find_state_copies(pile: Pile, fact: Fact) -> _Pair:
    """Texts that copied the one reading or the other: the clauses in which they have it, one a text."""
    held: tuple[dict[Span, None], dict[Span, None]] = ({}, {})
    for number, place in _places(fact):
        for span in find_copies(pile, place):
            held[number][changed_clause(pile, span.source_id, span.start, span.end)] = None
    return list(held[0]), list(held[1])


def make_fact_sides(pile: Pile, fact: Fact, copies: _Pair, notice: Span | None) -> tuple[Side, ...]:
    """A side each for the value before and after, with the notice behind the later one. The page is one
    source: the value that its last state has speaks for it, either may where the order is not known. Copies
    are no origins of their own."""
    values = fact.shown[0].place.values
    held: list[dict[Span, None]] = [{}, {}]
    for each in fact.shown:
        for number, span in enumerate(each.place.spans):
            held[number][span] = None
    known = {span.source_id for spans in held for span in spans}
    for number, place in _places(fact):
        for span in find_same_in_states(pile, place):
            if span.source_id not in known:
                known.add(span.source_id)
                held[number][changed_clause(pile, span.source_id, span.start, span.end)] = None
    last = [any(span.source_id not in pile.superseded for span in spans) for spans in held]
    is_ordered = fact.shown[0].states.version.is_ordered
    sides = []
    for number, value in enumerate(values):
        spans = sorted(held[number], key=lambda span: (list_position(pile, span.source_id), span))
        spans = spans[:MOST_EVIDENCE] + ([notice] if number and notice is not None else [])
        origins = _origins(number, last, is_ordered)
        sides.append(Side(value, _evidence(pile, spans), *origins))
    return tuple(
        evolve(side, evidence=side.evidence + _evidence(pile, spans[:MOST_EVIDENCE]))
        for side, spans in zip(sides, copies, strict=True)
    )


def make_state_sides(
    pile: Pile, states: States, values: Sequence[str], spans: Sequence[Sequence[Span]]
) -> tuple[Side, ...]:
    """A side each for two states, with the notice behind the later one."""
    origins = ((0, 0), (1, 1)) if states.version.is_ordered else ((0, 1), (0, 1))
    sides = []
    for number, value in enumerate(values):
        held = list(dict.fromkeys(spans[number]))[:MOST_EVIDENCE]
        if number and states.version.notice is not None:
            held.append(states.version.notice)
        sides.append(Side(value, _evidence(pile, held), *origins[number]))
    return tuple(sides)


def opening(pile: Pile, source_id: str) -> Span:
    """The first sentence: where a state is shown that has nothing of its own."""
    start, end = next(iter(pile.sentences(source_id)), (0, len(pile.text(source_id))))
    return Span(source_id, start, end)


def _places(fact: Fact) -> Iterator[tuple[int, Place]]:
    """(0 for the value before, 1 for that after, where it stands in a state)."""
    for each in fact.shown:
        ranges = state_ranges(each.states, each.place.edit)
        for number, source_id in enumerate(each.states.pair):
            yield number, Place(source_id, *ranges[number])


def _origins(number: int, last: Sequence[bool], is_ordered: bool) -> tuple[int, int]:
    """Least and most origins of a value; `last`: of each value, is it in a state that no other follows?"""
    if is_ordered and last[0] == last[1]:
        return (number, number) if not last[0] else (0, 1)
    if last[0] == last[1]:
        return 0, 1
    return (1, 1) if last[number] else (0, 0)


def _evidence(pile: Pile, spans: Sequence[Span]) -> tuple[Evidence, ...]:
    return tuple(Evidence(span.source_id, span, pile.quote(span)) for span in dict.fromkeys(spans))
