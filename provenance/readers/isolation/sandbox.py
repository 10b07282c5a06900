"""What reading processes are held by on this machine, as one of them says."""

from provenance.model.settings import ReadingSettings
from provenance.readers.isolation.frames import Frame, WireError, check_text, read_list
from provenance.readers.isolation.process import Process


def describe_sandbox(settings: ReadingSettings) -> list[str]:
    """A sentence on each limit and prohibition that holds in a reading process here; for people.

    It starts one and asks it. Where a system has no filter of system calls that we know (all but Linux on
    x86_64 and aarch64), sockets, programs and writing are refused by the interpreter alone: that holds what
    is written in Python, not code that a damaged file smuggled into a library. Empty if none can be started.
    """
    try:
        process = Process(settings, ())
    except OSError:
        return []
    try:
        ready: Frame | None = None
        while ready is None:
            ready = next(iter(process.receive()), None)
        return [check_text(sentence) for sentence in read_list(ready.header, "sandbox")]
    except (EOFError, WireError):
        return []
    finally:
        process.kill()
