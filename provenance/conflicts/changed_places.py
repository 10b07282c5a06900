"""Where the copies of a source differ from it: changes inside shared passages, looked up by place."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from attrs import frozen

from provenance.conflicts.pile import Pile
from provenance.model.reuse import Direction, ReuseKind
from provenance.model.spans import Span

_NO_COPIES = (ReuseKind.QUOTATION, ReuseKind.VERSION)


@frozen(eq=False)
class ChangedPlace:
    """At [start, end) of a source, inside the passage `own_start`..`own_end`, the other source of the passage
    has something else at [there_start, there_end). `is_copy`: the source is known to have copied it."""

    start: int
    end: int
    own_start: int
    own_end: int
    other_id: str
    there_start: int
    there_end: int
    is_copy: bool

    @property
    def there(self) -> Span:
        """The place in the other source, one code point at least."""
        return Span(self.other_id, self.there_start, max(self.there_start + 1, self.there_end))


@frozen(eq=False)
class _Changes:
    """`places` by start; `ends`: the greatest end of each and all before it: a look-up ends there."""

    places: tuple[ChangedPlace, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def changed_places(pile: Pile, span: Span) -> Iterator[ChangedPlace]:
    """Changes that touch `span`, which may be those of its source; none where the other source is known to
    be the copy. The order is by place, from the last."""
    changes = pile.changed.get(span.source_id)
    if not isinstance(changes, _Changes):
        changes = pile.changed[span.source_id] = _read(pile, span.source_id)
    at = bisect_left(changes.starts, span.end) - 1
    while at >= 0 and changes.ends[at] > span.start:
        place = changes.places[at]
        at -= 1
        if place.end > span.start and place.own_start < span.end and span.start < place.own_end:
            yield place


def _read(pile: Pile, source_id: str) -> _Changes:
    places = sorted(_places(pile, source_id), key=lambda p: (p.start, p.end, p.other_id, p.there_start))
    starts = tuple(place.start for place in places)
    return _Changes(tuple(places), starts, tuple(accumulate((place.end for place in places), max)))


def _places(pile: Pile, source_id: str) -> Iterator[ChangedPlace]:
    for alignment in pile.alignments_of(source_id):
        a, b = alignment.a, alignment.b
        if alignment.kind in _NO_COPIES or a.source_id == b.source_id:
            continue
        is_first = a.source_id == source_id
        own, other = (a, b) if is_first else (b, a)
        copy = Direction.B_TO_A if is_first else Direction.A_TO_B
        if alignment.direction is copy.flipped():
            continue
        for change in alignment.changes:
            here, there = (change.a_start, change.a_end), (change.b_start, change.b_end)
            here, there = (here, there) if is_first else (there, here)
            yield ChangedPlace(
                *here, own.start, own.end, other.source_id, *there, alignment.direction is copy
            )
