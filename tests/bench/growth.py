"""What happens to time when a repetitive text doubles: `make bench`. A confirmed ratio over 2.5 is a fault.

CPU seconds; patterns that go back over a text cost here what no count of steps shows.
Each text is doubled until it takes long enough to be measured on a busy machine. A ratio over 2.5 is measured
again, on texts of twice and four times the length: where a text no longer fits into the processor's cache,
one doubling costs more, and what really grows faster than the text does so at every length. The first ratio
and the confirming one are both printed. Python's sweeps for cycles, which come at a doubling or not, are put
off while it is measured.
"""

import gc
import sys
import time
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

from attrs import frozen

sys.path.insert(0, str(Path(__file__).parents[2]))

from provenance.errors import Unreadable
from tests.hostile.repetitions import REPETITIONS
from tests.hostile.works import ANALYSIS, READING, Work

_FIRST_LENGTH, _LAST_LENGTH = 10_000, 320_000
_ENOUGH_SECONDS = 0.05
"""Under this, nothing grows that could be told from the machine's other work."""
_FAULT = 2.5
_TRIES = 3
_SHOWN = 2
"""Texts after the worst that are printed in any case."""


@frozen
class Growth:
    """`first`, `ratio`: t(2n)/t(n) as first measured and as measured last, equal if that was not over 2.5.

    `length`, `seconds`: of the longer text of the last measurement.
    """

    text: str
    first: float
    ratio: float
    length: int
    seconds: float

    def __str__(self) -> str:
        again = f", then {self.ratio:.1f}" if self.first > _FAULT else ""
        return f"{self.text} {self.first:.1f}{again}"


def main() -> int:
    """A line a function: its worst text, the next, and all that were measured again. Status 1 if a ratio over
    2.5 is confirmed, or a reader raises."""
    wanted = sys.argv[1:]
    print(f"{'function':16} {'first':>5} {'last':>5}  {'worst text':14} {'2n':>9} {'s at 2n':>8}   others")
    worst = first = 0.0
    for name, work in {**READING, **ANALYSIS}.items():
        if wanted and name not in wanted:
            continue
        found = [_measure(work, text, make) for text, make in REPETITIONS.items()]
        top, *others = sorted(found, key=attrgetter("ratio", "first", "text"), reverse=True)
        shown = [other for place, other in enumerate(others) if place < _SHOWN or other.first > _FAULT]
        ratios, size = f"{top.first:5.2f} {top.ratio:5.2f}", f"{top.length:9,} {top.seconds:8.2f}"
        print(f"{name:16} {ratios}  {top.text:14} {size}   " + "; ".join(map(str, shown)), flush=True)
        worst, first = max(worst, top.ratio), max(first, *(each.first for each in found))
    print(f"worst ratio {worst:.2f} over {len(REPETITIONS)} texts (as first measured {first:.2f})")
    return int(worst > _FAULT)


def _measure(work: Work, text: str, make: Callable[[int], str]) -> Growth:
    """What looks like a fault is measured again on more text, and with more care."""
    length = _FIRST_LENGTH
    seconds = _seconds(work, make(length))
    while seconds < _ENOUGH_SECONDS and length < _LAST_LENGTH:
        length *= 2
        seconds = _seconds(work, make(length))
    if seconds < _ENOUGH_SECONDS:
        return Growth(text, 0.0, 0.0, length, seconds)
    ratios: list[float] = []
    for again in range(_TRIES):
        short = min(_seconds(work, make(length)) for _ in range(1 + again))
        longer = min(_seconds(work, make(2 * length)) for _ in range(1 + again))
        ratios.append(longer / short)
        if ratios[-1] <= _FAULT or again == _TRIES - 1:
            break
        length *= 2
    return Growth(text, ratios[0], ratios[-1], 2 * length, longer)


def _seconds(work: Work, text: str) -> float:
    gc.collect()
    gc.disable()
    start = time.process_time()
    try:
        work(text)
    except Unreadable:
        pass
    finally:
        gc.enable()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
