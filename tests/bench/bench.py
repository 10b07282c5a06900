"""Speed, memory and growth of the main job: `make bench`, or `bench.py --documents N`.

CPU seconds of a whole process, in alternation with a yardstick (a fixed piece of pure Python), so that two
machines, or a busy and an idle one, can be compared by the ratio. Growth is the ratio when the pile doubles.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from attrs import frozen

sys.path.insert(0, str(Path(__file__).parent))

import corpus

YARDSTICK = "total = 0\nfor i in range(6_000_000):\n    total = (total * 31 + i) % 1_000_003\n"


@frozen
class Cost:
    """Of one process: CPU seconds with its children, peak resident memory in MiB, what it printed."""

    cpu: float
    peak: float
    output: str


def cost_of(*command: str) -> Cost:
    """Run the command and wait for it; RuntimeError with its messages where it fails."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as messages:
        started = subprocess.Popen(command, stdout=out, stderr=messages)
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        messages.seek(0)
        if started.returncode not in (0, 3):
            raise RuntimeError(messages.read().decode())
        return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, messages.read().decode())


def main() -> None:
    """Print a table: pile size, CPU seconds, yardsticks, peak memory, growth."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=250, help="pages in the smallest of three piles")
    parser.add_argument("--model", default="none")
    options = parser.parse_args()
    program = [sys.executable, "-m", "provenance"]
    print("documents     MB    CPU s  again s yardsticks  peak MiB  growth")
    before = None
    for documents in (options.documents, 2 * options.documents, 4 * options.documents):
        with tempfile.TemporaryDirectory() as scratch:
            pile = Path(scratch) / "raw"
            pile.mkdir()
            size = corpus.make_pile(pile, documents) / 1e6
            run = [*program, "--db", f"{scratch}/p.db", "-q", "run", "--model", options.model, str(pile)]
            run += ["--reports", f"{scratch}/reports"]
            yard = cost_of(sys.executable, "-c", YARDSTICK).cpu
            first = cost_of(*run)
            yard = (yard + cost_of(sys.executable, "-c", YARDSTICK).cpu) / 2
            again = cost_of(*run)
        growth = f"{first.cpu / before:7.2f}" if before else "      -"
        costs = f"{first.cpu:8.2f} {again.cpu:8.2f} {first.cpu / yard:10.1f} {first.peak:9.0f}"
        print(f"{documents:9} {size:6.2f} {costs} {growth}")
        before = first.cpu
    print(f"peak of this script itself: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
