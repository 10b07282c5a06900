"""The command line: `provenance` and `python -m provenance`."""

import sys

from provenance.commands import provenance


def main() -> None:
    """Run the command line and end the process with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that lacks a letter shows its number
            stream.reconfigure(errors="backslashreplace")
    provenance.main(prog_name="provenance")


if __name__ == "__main__":
    main()
