"""The command line: `provenance` and `python -m provenance`."""

import gc
import sys

from provenance.commands import provenance

OBJECTS_A_SWEEP = 50_000
"""New objects after which Python looks for cycles: a text is a hundred thousand words at once, and the
customary 700 would go over all of them again and again, a sixth of the time of a run."""


def main() -> None:
    """Run the command line and end the process with its exit status."""
    gc.set_threshold(OBJECTS_A_SWEEP, 20, 50)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that lacks a letter shows its number
            stream.reconfigure(errors="backslashreplace")
    provenance.main(prog_name="provenance")


if __name__ == "__main__":
    main()
