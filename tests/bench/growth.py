"""What happens to time when a repetitive text doubles: `make bench`. A confirmed ratio over 2.5 is a fault.

CPU seconds; patterns that go back over a text cost here what no count of steps shows.
Each text is doubled until it takes long enough to be measured on a busy machine. A ratio over 2.5 is measured
again, on texts of twice and four times the length: where a text no longer fits into the processor's cache,
one doubling costs more, and what really grows faster than the text does so at every length. The first ratio
and the confirming one are both printed. Python's sweeps for cycles, which come at a doubling or not, are put
off while it is measured.

Then what happens to `find_reuse` when the documents of an invented pile double, and its shared passages with
them: CPU seconds of the search and the memory that it adds at its peak, each pile in a process of its own
that has searched two texts before. A doubling of more than 2.2 times the CPU or 2.1 times the memory is a
fault. `growth.py reuse` measures only this. The pile is that of `reuse_corpus`, whose sentences come from a
grammar: where all are made after a few frames, each document has words in common with all others, as form
letters have, and what is shared squares with the documents, as it does in no pile of texts by many hands.
"""

import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

from attrs import evolve, frozen

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

import reuse_corpus

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
_DOCUMENTS = 125
_DOUBLINGS = 3
_MOST_CPU, _MOST_MEMORY = 2.2, 2.1
_FIND_REUSE = """
import json, sys, time
import provenance
def resident(name):
    lines = open("/proc/self/status", encoding="ascii").read().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))
documents = {row["id"]: row["text"] for row in map(json.loads, open(sys.argv[1], encoding="utf-8"))}
first = min(documents)
provenance.find_reuse({"a": documents[first], "b": documents[first].title()})
base, began = resident("VmRSS:"), time.process_time()
found = provenance.find_reuse(documents)
print(json.dumps([len(found), time.process_time() - began, resident("VmHWM:") - base]))
"""


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
    if wanted == ["reuse"]:
        return int(not _grows_with_its_documents())
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
    is_even = bool(wanted) or _grows_with_its_documents()
    return int(worst > _FAULT or not is_even)


@frozen
class ReuseCost:
    """Of `find_reuse` over one pile: `size` of the pile in characters, passages found, CPU seconds of the
    search, MiB that it adds at its peak."""

    size: int
    passages: int
    cpu: float
    peak: float


def _grows_with_its_documents() -> bool:
    """A line a pile; whether no doubling cost too much. One that seems to is measured once more."""
    head = f"{'find_reuse':>10} {'MB':>6} {'passages':>8} {'ratio':>6} {'CPU s':>7} {'ratio':>6}"
    print(f"{head} {'MiB':>6} {'ratio':>6}   a passage: ms, KiB")
    before: ReuseCost | None = None
    is_even = True
    for doubling in range(_DOUBLINGS + 1):
        documents = _DOCUMENTS << doubling
        cost = _reuse_cost(documents)
        ratios = _ratios(before, cost)
        if ratios[0] > _MOST_CPU or ratios[1] > _MOST_MEMORY:
            again = _reuse_cost(documents)
            cost = evolve(cost, cpu=min(cost.cpu, again.cpu), peak=min(cost.peak, again.peak))
            ratios = _ratios(before, cost)
        is_even &= ratios[0] <= _MOST_CPU and ratios[1] <= _MOST_MEMORY
        each = f"{1000 * cost.cpu / cost.passages:.2f}, {1024 * cost.peak / cost.passages:.0f}"
        found = f"{documents:10,} {cost.size / 1e6:6.2f} {cost.passages:8,} {ratios[2]:6.2f}"
        cpu, peak = f"{cost.cpu:7.2f} {ratios[0]:6.2f}", f"{cost.peak:6.0f} {ratios[1]:6.2f}"
        print(f"{found} {cpu} {peak}   {each}", flush=True)
        before = cost
    return is_even


def _ratios(before: ReuseCost | None, cost: ReuseCost) -> tuple[float, float, float]:
    """(CPU, memory, passages) of a pile by those of one half its size."""
    if before is None:
        return 0.0, 0.0, 0.0
    return cost.cpu / before.cpu, cost.peak / before.peak, cost.passages / before.passages


def _reuse_cost(documents: int) -> ReuseCost:
    made = reuse_corpus.make_corpus(1, documents)
    with tempfile.TemporaryDirectory() as scratch:
        reuse_corpus.write_corpus(Path(scratch), made)
        command = [sys.executable, "-c", _FIND_REUSE, str(Path(scratch) / "docs.jsonl")]
        done = subprocess.run(command, capture_output=True, check=True)
    return ReuseCost(sum(map(len, made.documents.values())), *json.loads(done.stdout))


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
