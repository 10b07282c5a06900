"""What a process that shares work does: steps over blocks until its pipe is closed."""

import os
import pickle
import threading
from collections.abc import Sequence
from queue import SimpleQueue

from provenance.stages.spread_wire import Place, read_shared, receive, send


def serve(descriptor: int, places: Sequence[Place]) -> None:
    """Answers each (step, block) on standard input with its result on standard output, in order. An error
    ends it; so does the end of the input, at once and also in the middle of a step."""
    answers = os.dup(1)
    os.dup2(2, 1)  # whatever is printed is no answer
    asked: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(asked,), daemon=True).start()
    shared = read_shared(descriptor, places)
    while True:
        step, block = pickle.loads(asked.get())
        send(answers, pickle.dumps(step(shared, block), pickle.HIGHEST_PROTOCOL))


def _listen(asked: "SimpleQueue[bytes]") -> None:
    while True:
        try:
            asked.put(receive(0))
        except EOFError:
            os._exit(0)
