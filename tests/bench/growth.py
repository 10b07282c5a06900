"""What happens to time when a repetitive text doubles: `make bench`. A ratio over 2.5 is a fault.

CPU seconds; patterns that go back over a text cost here what no count of steps shows.
Each text is doubled until it takes long enough to be measured on a busy machine.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from provenance.errors import Unreadable
from tests.hostile.repetitions import REPETITIONS
from tests.hostile.works import ANALYSIS, READING, Work

_FIRST_LENGTH, _LAST_LENGTH = 10_000, 320_000
_ENOUGH_SECONDS = 0.05
"""Under this, nothing grows that could be told from the machine's other work."""
_FAULT = 2.5
_TRIES = 3


def main() -> int:
    """A line a function: its three worst texts. Status 1 if a ratio is over 2.5, or a reader raises."""
    wanted = sys.argv[1:]
    print(f"{'function':16} {'t(2n)/t(n)':>10}  {'worst text':14} {'2n':>9} {'s at 2n':>8}   next")
    worst = 0.0
    for name, work in {**READING, **ANALYSIS}.items():
        if wanted and name not in wanted:
            continue
        found = sorted(((*_measure(work, make), text) for text, make in REPETITIONS.items()), reverse=True)
        (ratio, length, seconds, text), *others = found
        following = ", ".join(f"{other[0]:.1f} {other[3]}" for other in others[:2])
        print(f"{name:16} {ratio:10.2f}  {text:14} {length:9,} {seconds:8.2f}   {following}", flush=True)
        worst = max(worst, ratio)
    print(f"worst ratio {worst:.2f} over {len(REPETITIONS)} texts")
    return int(worst > _FAULT)


def _measure(work: Work, make: Callable[[int], str]) -> tuple[float, int, float]:
    """(ratio, length of the longer text, its seconds); what looks like a fault is measured on more text."""
    length = _FIRST_LENGTH
    seconds = _seconds(work, make(length))
    while seconds < _ENOUGH_SECONDS and length < _LAST_LENGTH:
        length *= 2
        seconds = _seconds(work, make(length))
    if seconds < _ENOUGH_SECONDS:
        return 0.0, length, seconds
    for again in range(_TRIES):
        short = min(_seconds(work, make(length)) for _ in range(1 + again))
        longer = min(_seconds(work, make(2 * length)) for _ in range(1 + again))
        if longer <= _FAULT * short or again == _TRIES - 1:
            break
        length *= 2  # where a text no longer fits into the processor's cache, one doubling costs more
    return longer / short, 2 * length, longer


def _seconds(work: Work, text: str) -> float:
    start = time.process_time()
    try:
        work(text)
    except Unreadable:
        pass
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
