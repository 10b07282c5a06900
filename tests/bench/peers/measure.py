"""CPU and memory of one command with all that it starts: `measure.py FILE COMMAND…` writes them as JSON.

Linux only. Processes whose parent ends are adopted here, so that none escapes the count: a Java machine
that outlives the program that started it is counted too. Memory is the highest sum of resident memory of
all at one moment, looked at five times a second; pages that processes share count more than once.
"""

import contextlib
import ctypes
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

_ADOPT = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2)."""
_PAGE_KIB = resource.getpagesize() // 1024
_GRACE_SECONDS = 20
_PAUSE_SECONDS = 0.2


def descendants() -> list[int]:
    """Ids of all processes below this one."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    below = {os.getpid()}
    for process in sorted(parents):
        line = [process]
        while line[-1] in parents and line[-1] not in below:
            line.append(parents[line[-1]])
        if line[-1] in below:
            below |= set(line)
    return sorted(below - {os.getpid()})


def resident(process: int) -> int:
    """KiB; 0 if it has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * _PAGE_KIB
    except (OSError, IndexError):
        return 0


def main() -> int:
    """Status of the command."""
    if ctypes.CDLL(None, use_errno=True).prctl(_ADOPT, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "processes cannot be adopted")
    began = time.monotonic()
    started = subprocess.Popen(sys.argv[2:])
    peak, ended = 0, None
    while True:
        peak = max(peak, sum(map(resident, descendants())))
        if started.poll() is not None:
            ended = ended or time.monotonic()
            with contextlib.suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
            if not descendants() or time.monotonic() - ended > _GRACE_SECONDS:
                break
        time.sleep(_PAUSE_SECONDS)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    figures = {
        "cpu": used.ru_utime + used.ru_stime,
        "wall": (ended or time.monotonic()) - began,
        "peak_kib": max(peak, used.ru_maxrss),
    }
    Path(sys.argv[1]).write_text(json.dumps(figures), encoding="utf-8")
    return started.returncode


if __name__ == "__main__":
    sys.exit(main())
