"""Peak memory of reading a folder, by its number of files: `make bench`, or `memory.py --files 1250 2500`.

Resident memory of the process that reads and stores (not of its reading processes, which are limited), of a
first run up to ingest, and of a second one that finds nothing changed. What it adds for each file should be
some hundred bytes: its name and place.

Then the peak of `find_reuse` over piles of the same kind, `memory.py --reuse 500 1000`.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

sys.path.insert(0, str(Path(__file__).parent))

import corpus

QUICK = (500, 1_000, 2_000)
REUSE = (125, 250, 500)
FIND_REUSE = """
import sys, pathlib, provenance
files = sorted(pathlib.Path(sys.argv[1]).iterdir())
provenance.find_reuse({file.name: file.read_text(encoding="utf-8") for file in files})
"""


@frozen
class Cost:
    """Of one process: peak resident memory in KiB without its children, seconds."""

    peak: int
    wall: float


def cost_of(*command: str) -> Cost:
    """Run the command and wait for it; RuntimeError with its messages where it fails."""
    with tempfile.TemporaryFile() as messages:
        began = time.monotonic()
        started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=messages)
        peak = 0
        while started.poll() is None:
            peak = max(peak, _peak_of(started.pid))
            time.sleep(0.02)
        wall = time.monotonic() - began
        if started.returncode not in (0, 3):
            messages.seek(0)
            raise RuntimeError(messages.read().decode())
        return Cost(peak, wall)


def _peak_of(process: int) -> int:
    """Highest resident memory so far of one process without its children, KiB; 0 if it has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    lines = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(lines[0].split()[1]) if lines else 0


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, nargs="+", default=list(QUICK))
    parser.add_argument("--reuse", type=int, nargs="+", default=list(REUSE))
    options = parser.parse_args()
    print_reading(options.files)
    print_reuse(options.reuse)


def print_reuse(counts: Sequence[int]) -> None:
    """A line a folder: files, MB of text, peak and seconds of `find_reuse`, what a MB adds to the peak."""
    print("   files     MB  reuse MiB      s  MiB a MB of text")
    before: tuple[float, Cost] | None = None
    for files in sorted(counts):
        with tempfile.TemporaryDirectory() as scratch:
            size = corpus.make_pile(Path(scratch), files) / 1e6
            cost = cost_of(sys.executable, "-c", FIND_REUSE, scratch)
        more = (cost.peak - before[1].peak) / 1024 / (size - before[0]) if before else 0.0
        print(f"{files:8} {size:6.2f} {cost.peak / 1024:10.1f} {cost.wall:6.1f} {more:17.1f}", flush=True)
        before = size, cost


def print_reading(counts: Sequence[int]) -> None:
    """A line a folder: files, MB of text, peak and seconds of both runs, and what a file adds to the peak."""
    print("   files     MB  first MiB      s  again MiB      s  bytes a file, first and again")
    before: tuple[int, Cost, Cost] | None = None
    for files in counts:
        with tempfile.TemporaryDirectory() as scratch:
            pile = Path(scratch) / "raw"
            pile.mkdir()
            size = corpus.make_pile(pile, files) / 1e6
            run = [sys.executable, "-m", "provenance", "--db", f"{scratch}/p.db", "-q", "run", str(pile)]
            run += ["--until", "ingest", "--model", "none"]
            first, again = cost_of(*run), cost_of(*run)
        grown = ""
        if before is not None:
            more = files - before[0]
            rates = [
                1024 * (now.peak - then.peak) / more for now, then in ((first, before[1]), (again, before[2]))
            ]
            grown = f"{rates[0]:12.0f} {rates[1]:8.0f}"
        costs = f"{first.peak / 1024:10.1f} {first.wall:6.1f} {again.peak / 1024:10.1f} {again.wall:6.1f}"
        print(f"{files:8} {size:6.2f} {costs} {grown}", flush=True)
        before = files, first, again


if __name__ == "__main__":
    main()
