"""Copies of a state of a page that the page changed later: nothing was changed in those."""

from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from provenance.conflicts.changes import Edit
from provenance.conflicts.pile import Pile
from provenance.model.reuse import Alignment, ChangeKind, ReuseKind
from provenance.model.spans import Span
from provenance.text.tokens import find_words

_NO_COPIES = (ReuseKind.BOILERPLATE, ReuseKind.QUOTATION, ReuseKind.VERSION)
_NEIGHBOURS = 2
"""Words before a place that have to be the same on the other side."""
_AROUND = 20
"""Code points on each side of a place by which it is known elsewhere."""


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


def find_same_in_states(pile: Pile, place: Place) -> Iterator[Span]:
    """Where other states of the page read as this one does at `place`: one place a state, by source."""
    seen = {place.source_id}
    for alignment in pile.alignments_of(place.source_id):
        name = (alignment.b if alignment.a.source_id == place.source_id else alignment.a).source_id
        if name in seen or alignment.kind is not ReuseKind.VERSION or not _is_unchanged_at(alignment, place):
            continue
        span = _counterpart(pile, alignment, place)
        if span is not None:
            seen.add(name)
            yield span


def _agrees(pile: Pile, state: str, place: Place) -> bool:
    """Has the text of `place` a copy in `state`, or one of it there, with nothing changed?"""
    return any(_is_equal_at(each, place) for each in pile.shared(state, place.source_id))


def _is_equal_at(alignment: Alignment, place: Place) -> bool:
    """Does the copied passage hold the place, with nothing changed there?"""
    return alignment.kind not in _NO_COPIES and _is_unchanged_at(alignment, place)


def _is_unchanged_at(alignment: Alignment, place: Place) -> bool:
    is_a = alignment.a.source_id == place.source_id
    own = alignment.a if is_a else alignment.b
    if not (own.start <= place.start and place.end <= own.end):
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
    """The same words on the other side: counted in words from the last change before them, or else, as in a
    sentence that was moved, where the same words stand around them; None where neither shows them."""
    each = alignment if alignment.a.source_id == place.source_id else alignment.turned()
    if not pile.text(place.source_id)[place.start : place.end].strip():
        return None
    return _counted(pile, each, place) or _surrounded(pile, each, place)


def _counted(pile: Pile, each: Alignment, place: Place) -> Span | None:
    before = [(one.a_end, one.b_end) for one in each.changes if one.a_end <= place.start]
    at, there = max(before, default=(each.a.start, each.b.start))
    text, other = pile.text(each.a.source_id), pile.text(each.b.source_id)
    around = [word.folded for word in find_words(text[at : place.end])]
    own = len(list(find_words(text[place.start : place.end])))
    found = list(islice(find_words(other[there : each.b.end]), len(around)))
    first = len(around) - own
    nearest = slice(max(0, first - _NEIGHBOURS), len(around))
    if not own or around[nearest] != [word.folded for word in found[nearest]]:
        return None
    return Span(each.b.source_id, there + found[first].start, there + found[-1].end)


def _surrounded(pile: Pile, each: Alignment, place: Place) -> Span | None:
    first = max(each.a.start, place.start - _AROUND)
    words = pile.text(each.a.source_id)[first : min(each.a.end, place.end + _AROUND)]
    at = pile.text(each.b.source_id).find(words, each.b.start, each.b.end)
    start = at + place.start - first
    return Span(each.b.source_id, start, start + place.end - place.start) if at >= 0 else None
