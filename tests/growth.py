"""Steps that a piece of work takes: growth is counted, never timed, so that a busy machine fails no test."""

import sys
from collections.abc import Callable


def steps(work: Callable[[], object]) -> int:
    """Calls of Python and built-in functions that `work` makes."""
    count = 0

    def hook(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(hook)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
