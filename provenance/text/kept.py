"""What was read in a text is kept for a while, so that the next who asks need not read it again."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")

MOST_CHARACTERS = 8_000_000
"""Characters of text of which each function keeps what it found; the texts not asked for longest go first."""
_SHORTEST = 200
"""Shorter texts are as soon read as looked up."""


def kept(function: Callable[Concatenate[str, P], list[T]]) -> Callable[Concatenate[str, P], list[T]]:
    """`function` with a memory. It must be pure: of the same text and arguments it finds the same.

    The other arguments must be hashable and stand in their places. Each caller gets a list of its own.
    """
    found: dict[tuple[object, ...], tuple[T, ...]] = {}
    held = 0

    @wraps(function)
    def asked(text: str, /, *others: P.args, **named: P.kwargs) -> list[T]:
        nonlocal held
        if named or not _SHORTEST <= len(text) <= MOST_CHARACTERS:
            return function(text, *others, **named)
        key = (text, *others)
        known = found.pop(key, None)
        if known is None:
            known = tuple(function(text, *others, **named))
            held += len(text)
        found[key] = known  # the last one asked for stands last
        while held > MOST_CHARACTERS and len(found) > 1:
            oldest = next(iter(found))
            found.pop(oldest, None)
            held -= len(str(oldest[0]))
        return list(known)

    return asked
