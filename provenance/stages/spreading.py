"""Steps over blocks, done by this process and others at once.

The others are fresh interpreters with two pipes, as for reading, and no forks of this one: a fork would share
an open database with its parent, may hang where the caller has threads, and is not safe on macOS; and
`multiprocessing` would run the caller's script again in each of them. What all blocks have in common is
written once to a file without a name, which they all map: its arrays take memory once.
"""

import os
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Generic, TypeVar, cast

from provenance.errors import ProvenanceError
from provenance.reuse.spread import in_turn
from provenance.stages.spread_wire import write_shared
from provenance.stages.spread_worker import Worker

Shared = TypeVar("Shared")
Block = TypeVar("Block")
Result = TypeVar("Result")

LEAST_BLOCKS = 8
"""Blocks from which other processes are worth their start, half a second of processor time each."""
_AHEAD = 2
"""Blocks that a process is given at once, so that it need not wait for us."""


class WorkerLost(ProvenanceError):
    """A process that compares texts was killed from outside."""

    exit_status = 70


class Workers:
    """A `Spread` over `count` processes, this one among them; 0: as many as there are processors.

    Used in a `with` block, after which none of the others is left. Few blocks are done here, and so is all
    where no process can be started. The others watch their pipes: however this process ends, they end too.
    """

    def __init__(self, count: int) -> None:
        self._count = count or _count_processors()
        self._shared: object = None
        self._crew: list[Worker] = []

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends all other processes."""
        for worker in self._crew:
            worker.close()
        self._crew, self._shared = [], None

    def __call__(
        self, step: Callable[[Shared, Block], Result], shared: Shared, blocks: Sequence[Block]
    ) -> Iterable[Result]:
        """The results in the order of `blocks`. WorkerLost if a process was killed."""
        if self._count == 1 or len(blocks) < LEAST_BLOCKS:
            return in_turn(step, shared, blocks)
        if shared is not self._shared:
            self.close()
            self._start(shared)
        work = _Work(step, shared, blocks)
        threads = [threading.Thread(target=work.hand_to, args=(each,), daemon=True) for each in self._crew]
        for thread in threads:
            thread.start()
        try:
            work.do_here()
        except BaseException:
            for worker in self._crew:
                worker.kill()
            raise
        finally:
            for thread in threads:
                thread.join()
        return work.results()

    def _start(self, shared: object) -> None:
        # where there is no room for the file or for a process, those that are there do the work
        with suppress(OSError), tempfile.TemporaryFile() as file:
            places = write_shared(shared, file)
            for _ in range(self._count - 1):
                self._crew.append(Worker(file.fileno(), places))
        self._shared = shared


class _Work(Generic[Shared, Block, Result]):
    """The blocks of one call; each is taken by whoever is free next."""

    def __init__(
        self, step: Callable[[Shared, Block], Result], shared: Shared, blocks: Sequence[Block]
    ) -> None:
        self._step, self._shared, self._blocks = step, shared, blocks
        self._left = deque(range(len(blocks)))
        self._found: dict[int, Result] = {}
        self._signal = 0

    def do_here(self) -> None:
        """One block after the other, while there are any."""
        while not self._signal and (number := self._take()) is not None:
            self._found[number] = self._step(self._shared, self._blocks[number])

    def hand_to(self, worker: Worker) -> None:
        """The same by a process. Run in a thread, which does little but wait for it."""
        asked: deque[int] = deque()
        try:
            while True:
                while len(asked) < _AHEAD and (number := self._take()) is not None:
                    asked.append(number)
                    worker.ask(self._step, self._blocks[number])
                if not asked:
                    return
                self._found[asked[0]] = cast(Result, worker.answer())
                asked.popleft()
        except (EOFError, OSError):
            self._signal = max(self._signal, -worker.wait())

    def results(self) -> list[Result]:
        """In order. A block on which a process failed by itself is done here: what is wrong shows then."""
        if self._signal:
            message = (
                f"a process that compares texts was killed by signal {self._signal}, perhaps for want of "
                "memory; with jobs = 1 under [reuse] in provenance.toml there is only one"
            )
            raise WorkerLost(message)
        self._left.extend(number for number in range(len(self._blocks)) if number not in self._found)
        self.do_here()
        return [self._found.pop(number) for number in range(len(self._blocks))]

    def _take(self) -> int | None:
        with suppress(IndexError):
            return self._left.popleft()
        return None


def _count_processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux knows which of them we may use
        return os.cpu_count() or 1
