"""How far the reading of files has come."""

from collections.abc import Iterable

from attrs import frozen

from provenance.model.sources import State

UNCHANGED = "unchanged"
_GRAVEST_FIRST = (State.REFUSED, State.WARNED, State.READ, State.SKIPPED)


@frozen
class FileProgress:
    """A file has been dealt with, as number `done` of `total`.

    `path`: as its sources carry it, without a member. `state`: of its source; of several the gravest, in the
    order refused, warned, read, skipped; "unchanged" for a file that was not read again. `documents`: read
    now. `seconds`: CPU time of reading it.
    """

    path: str
    state: str
    documents: int
    seconds: float
    done: int
    total: int


def gravest(states: Iterable[State]) -> State:
    """What became of a file with documents of these states; skipped if there are none."""
    found = set(states)
    return next((state for state in _GRAVEST_FIRST if state in found), State.SKIPPED)
