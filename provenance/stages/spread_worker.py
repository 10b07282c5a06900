"""A process that shares work, as seen by the one that started it."""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from provenance.stages.spread_wire import Place, receive, send

_PROGRAM = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from provenance.stages.spread_child import serve
serve(int(sys.argv[2]), json.loads(sys.argv[3]))
"""
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
"""There is a process for each processor: threads within would only cost memory."""
_GRACE_SECONDS = 2.0


class Worker:
    """A fresh interpreter with two pipes that has mapped a file, `places` as `write_shared` gave them.
    OSError if it cannot be started."""

    def __init__(self, descriptor: int, places: Sequence[Place]) -> None:
        arguments = (_search_path(), str(descriptor), json.dumps(places))
        self._popen = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-W", "ignore", "-c", _PROGRAM, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={**os.environ, **dict.fromkeys(_ONE_THREAD, "1")},
            pass_fds=(descriptor,),
            start_new_session=True,  # an interrupt at the terminal is for the parent, which ends its children
        )
        if self._popen.stdin is None or self._popen.stdout is None:
            message = "a process without pipes"
            raise OSError(message)
        self._to, self._from = self._popen.stdin, self._popen.stdout

    def ask(self, step: object, block: object) -> None:
        """Has it do a step with a block. OSError if it has ended."""
        send(self._to.fileno(), pickle.dumps((step, block), pickle.HIGHEST_PROTOCOL))

    def answer(self) -> object:
        """The result of the first step that was asked for and not yet answered. EOFError if it has ended."""
        return pickle.loads(receive(self._from.fileno()))

    def wait(self) -> int:
        """The status with which it ended, minus the signal that it died of."""
        try:
            return self._popen.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            return self.kill()

    def kill(self) -> int:
        """Ends it at once, if it has not ended; its status."""
        self._popen.kill()
        return self._popen.wait()

    def close(self) -> None:
        """Ends it and lets go of its pipes."""
        self.kill()
        self._to.close()
        self._from.close()


def _search_path() -> str:
    """Where this process imports from, as JSON."""
    here = str(Path(__file__).absolute().parents[2])
    places = [os.path.abspath(place) for place in sys.path]
    return json.dumps(places if here in places else [here, *places])
