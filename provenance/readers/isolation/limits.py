"""Limits that a reading process sets itself through the operating system."""

import os
import resource
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from provenance.model.settings import ReadingSettings

_DESCRIPTORS = 64
_MEGABYTE = 1 << 20


def set_limits(settings: ReadingSettings) -> list[str]:
    """Limits memory, written files, descriptors and core dumps; a sentence on each that holds now.

    Memory is address space beyond what the process has at that moment. Linux keeps to it; macOS does not.
    """
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    held = []
    if sys.platform.startswith("linux"):
        space = _address_space() + settings.memory_megabytes * _MEGABYTE
        if _lower(resource.RLIMIT_AS, space):
            held.append(f"memory: {settings.memory_megabytes:,} MB (memory_megabytes)")
    if _lower(resource.RLIMIT_FSIZE, 0):
        held.append("files written: none")
    if _lower(resource.RLIMIT_NOFILE, _DESCRIPTORS):
        held.append(f"open files: {_DESCRIPTORS}")
    if _lower(resource.RLIMIT_CORE, 0):
        held.append("memory dumps: none")
    held.append(f"processor time for one document: {settings.cpu_seconds:,} s (cpu_seconds)")
    held.append(f"time for one document: {settings.wall_seconds:,} s (wall_seconds)")
    return held


def allow_processor(seconds: int) -> None:
    """From now on so much processor time, then the process ends by SIGXCPU, whatever it is in."""
    used = time.process_time()
    _hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wanted = int(used) + seconds + 1
    if _hard != resource.RLIM_INFINITY:
        wanted = min(wanted, _hard)
    resource.setrlimit(resource.RLIMIT_CPU, (wanted, _hard))


def resident_megabytes() -> int:
    """Memory that this process holds now; where the system does not tell, its highest so far."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[1])
    except (OSError, ValueError, IndexError):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak // (_MEGABYTE if sys.platform == "darwin" else 1024)
    return pages * os.sysconf("SC_PAGE_SIZE") // _MEGABYTE


def _address_space() -> int:
    with suppress(OSError, ValueError, IndexError):
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 512 * _MEGABYTE


def _lower(which: int, wanted: int) -> bool:
    """Did the system take it? Never above what was allowed already."""
    hard = resource.getrlimit(which)[1]
    limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    try:
        resource.setrlimit(which, (limit, limit))
    except (OSError, ValueError):
        return False
    return True
