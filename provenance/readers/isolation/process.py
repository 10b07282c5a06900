"""A reading process as its parent sees it: a fresh interpreter with two pipes, killed after use."""

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from provenance.model.settings import ReadingSettings
from provenance.readers.interface import FileToRead, Format
from provenance.readers.isolation.frames import Frame, Unpacker, pack
from provenance.readers.isolation.wire import encode_setup

_PROGRAM = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from provenance.readers.isolation.child import serve
sys.exit(serve(int(sys.argv[2])))
"""
_KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT")
"""All that a reading process is told of its surroundings; passwords often stand in the others."""
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
"""The pool has a process for each processor: threads within would only cost memory."""
_NO_HOME = {"HOME": os.sep}
"""Without any, the system's list of users is asked for one."""
_CHUNK_BYTES = 1 << 20
_GRACE_SECONDS = 2.0
_TEXT_BYTES = 4
"""Of a code point in UTF-8, at most."""


class Process:
    """Started with the first moment; OSError if the system has no room for it."""

    def __init__(self, settings: ReadingSettings, formats: Sequence[Format]) -> None:
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment |= dict.fromkeys(_ONE_THREAD, "1") | _NO_HOME
        self._popen = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-W", "ignore", "-c", _PROGRAM, _path(), str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            cwd=os.sep,
            env=environment,
            start_new_session=True,  # an interrupt at the terminal is for the parent, which ends its children
        )
        if self._popen.stdin is None or self._popen.stdout is None:
            message = "a process without pipes"
            raise OSError(message)
        self._to, self._from = self._popen.stdin, self._popen.stdout
        _widen(self._from.fileno())
        self._unpacker = Unpacker(settings.largest_bytes + _TEXT_BYTES * settings.largest_text_characters)
        self._send(encode_setup(settings, formats))

    def fileno(self) -> int:
        """The descriptor to wait on."""
        return self._from.fileno()

    def read(self, file: FileToRead, after: int) -> None:
        """Has it read a file, when it is done with what it was given before."""
        self._send(make_job(file, after))

    def receive(self) -> Iterator[Frame]:
        """Frames that have come; waits for a first byte. EOFError at the end, WireError for none."""
        received = os.read(self._from.fileno(), _CHUNK_BYTES)
        if not received:
            raise EOFError
        return self._unpacker.feed(received)

    def end(self) -> int:
        """Waits for its end, which its pipe announced: exit status, or minus the signal it died of."""
        try:
            return self._popen.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            return self.kill()
        finally:
            self._close()

    def kill(self) -> int:
        """Ends it at once; minus the signal that it died of."""
        self._popen.kill()
        self._close()
        return self._popen.wait()

    def _close(self) -> None:
        self._to.close()
        self._from.close()

    def _send(self, frame: Frame) -> None:
        try:
            for piece in pack(frame):
                view = memoryview(piece)
                while view:
                    view = view[os.write(self._to.fileno(), view) :]
        except BrokenPipeError:
            return  # it has died: that shows where its frames are read


def _widen(descriptor: int) -> None:
    """Lets a pipe hold more, where the system can: the two sides then wait for one another less often."""
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_SETPIPE_SZ, _CHUNK_BYTES)


def make_job(file: FileToRead, after: int) -> Frame:
    """The frame that has a file read from its document number `after` on, counted from 0."""
    places = (os.path.abspath(file.root), os.path.abspath(file.path))
    header: dict[str, object] = {"kind": "read", "stored": file.stored, "after": after}
    return Frame(header, tuple(os.fsencode(place) for place in places))


def _path() -> str:
    """Where the parent imports from, as JSON: also where it was told by other means than the environment."""
    here = str(Path(__file__).absolute().parents[3])
    places = [os.path.abspath(place) for place in sys.path]
    return json.dumps(places if here in places else [here, *places])
