"""Copies of a state of a page that the page changed later: nothing was changed in those."""

from collections.abc import Iterator

from attrs import frozen

from provenance.conflicts.changes import Edit
from provenance.conflicts.pile import Pile
from provenance.model.reuse import Alignment, ChangeKind, ReuseKind
from provenance.model.spans import Span

_NO_COPIES = (ReuseKind.BOILERPLATE, ReuseKind.QUOTATION, ReuseKind.VERSION)


@frozen
class Place:
    """[start, end) of a source's text; empty where one side of a change has no words."""

    source_id: str
    start: int
    end: int


def is_change_of_page(pile: Pile, edit: Edit) -> bool:
    """Does another state of the page on either side read as the other side does? Then it is the page that was
    changed, whichever of its states was copied."""
    change, ids = edit.change, (edit.alignment.a.source_id, edit.alignment.b.source_id)
    if pile.are_one_page(*ids):
        return False
    places = (change.a_start, change.a_end), (change.b_start, change.b_end)
    return any(
        pile.pages.get(ids[number]) is not None
        and any(
            _agrees(pile, state, Place(ids[1 - number], *places[1 - number]))
            for state in pile.states_of(ids[number])
            if state != ids[number]
        )
        for number in range(2)
    )


def find_copies(pile: Pile, place: Place) -> Iterator[Span]:
    """Where texts that are no states of the page read as it does at `place`: one place a text, by source."""
    seen: set[str] = set()
    for alignment in pile.alignments_of(place.source_id):
        is_a = alignment.a.source_id == place.source_id
        name = (alignment.b if is_a else alignment.a).source_id
        if name in seen or name == place.source_id or pile.are_one_page(place.source_id, name):
            continue
        span = _counterpart(pile, alignment, place) if _is_equal_at(alignment, place) else None
        if span is not None:
            seen.add(name)
            yield span


def _agrees(pile: Pile, state: str, place: Place) -> bool:
    """Has the text of `place` a copy in `state`, or one of it there, with nothing changed?"""
    return any(_is_equal_at(each, place) for each in pile.shared(state, place.source_id))


def _is_equal_at(alignment: Alignment, place: Place) -> bool:
    """Does the passage hold the place, with nothing changed there?"""
    is_a = alignment.a.source_id == place.source_id
    own = alignment.a if is_a else alignment.b
    if alignment.kind in _NO_COPIES or not (own.start <= place.start and place.end <= own.end):
        return False
    if place.start == place.end and place.start in (own.start, own.end):
        return False  # what is not there has to lack between words that are shared
    changed = (
        (each.a_start, each.a_end) if is_a else (each.b_start, each.b_end)
        for each in alignment.changes
        if each.kind is not ChangeKind.TYPOGRAPHY
    )
    return not any(start <= place.end and place.start <= end for start, end in changed)


def _counterpart(pile: Pile, alignment: Alignment, place: Place) -> Span | None:
    """The same words on the other side, those nearest to where they are due; None if they are not found."""
    is_a = alignment.a.source_id == place.source_id
    own, other = (alignment.a, alignment.b) if is_a else (alignment.b, alignment.a)
    before = [each if is_a else each.turned() for each in alignment.changes]
    grown = sum(len(each.b_text) - len(each.a_text) for each in before if each.a_end < place.start)
    due = other.start + place.start - own.start + grown
    words, text = pile.text(place.source_id)[place.start : place.end], pile.text(other.source_id)
    if not words:
        return None
    starts = [
        found
        for found in (text.find(words, max(due, other.start), other.end), text.rfind(words, other.start, due))
        if found >= 0
    ]
    start = min(starts, key=lambda each: abs(each - due), default=None)
    return None if start is None else Span(other.source_id, start, start + len(words))
