"""Files → their documents, read in processes that are shut in, in the order of the files."""

import os
import selectors
import signal
import time
from collections import deque
from collections.abc import Iterator, Sequence

from attrs import Factory, define

from provenance.errors import ProvenanceError, Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.readers.interface import Document, FileEnd, FileToRead, Format
from provenance.readers.isolation.frames import (
    OUT_OF_MEMORY,
    Frame,
    FrameTooLarge,
    WireError,
    read_number,
    read_text,
)
from provenance.readers.isolation.process import Process
from provenance.readers.isolation.tasks import (
    Task,
    check_digest,
    check_document,
    check_path,
    count_beat,
    find_size,
    make_task,
)
from provenance.readers.isolation.wire import decode_document
from provenance.readers.refusals import memory_limit, refuse

_MOST_FILES_AHEAD = 512
_MOST_BYTES_AHEAD = 64_000_000
"""Read already while an earlier file is still being read: so much, and then the processes wait."""
_MOST_QUEUED = 8
_MOST_QUEUED_BYTES = 2_000_000
"""Files that a process is given at once: small ones, so that it need not wait for us; large ones singly."""
_MOST_JOB_BYTES = 8_000
"""Of their names: more might fill the pipe while the process fills the other one."""
_MOST_RESTARTS = 5
"""Documents of one file that may bring their process down."""
_FILES_A_PROCESS, _BYTES_A_PROCESS = 150, 2_000_000
"""Below twice so many files and bytes one process does: another takes a second of processor time to start,
in which one reads some three hundred small texts, or fifty pages."""
_SAMPLE_FILES = 2_000
_START_SECONDS = 120
"""For a process to load what it needs, on a busy machine."""


class CannotStart(ProvenanceError):
    """No reading process can be started here."""

    exit_status = 70


@define(eq=False)
class _Desk:
    """A place for one process. `queue`: the files that it was given, the first one in work."""

    process: Process | None = None
    queue: deque[Task] = Factory(deque)
    deadline: float = 0.0
    paused_at: float | None = None
    is_ready: bool = False
    is_resting: bool = False
    has_progressed: bool = False
    reason: Unreadable | None = None


def read_files(
    files: Sequence[FileToRead], settings: ReadingSettings, *, formats: Sequence[Format] = ()
) -> Iterator[Document | FileEnd]:
    """The documents of each file and its end, in the order of `files`, however it is read.

    `formats` go before the table of formats, by suffix. Each file is read in one of `settings.jobs` processes
    (0: as many as there are processors) that were shut in first; a document on which a process runs into a
    limit or breaks down is a refused source, and the file goes on after it in a fresh one. What is held at a
    time does not grow with the number of files. When the iterator is closed or collected, also by an
    exception, no process stays. Linux ends them too if the thread that runs the iterator is killed, so it
    must be run to its end in one thread. CannotStart if processes cannot be had.
    """
    pool = _Pool(files, settings, formats)
    try:
        yield from pool.run()
    finally:
        pool.close()


class _Pool:
    def __init__(
        self, files: Sequence[FileToRead], settings: ReadingSettings, formats: Sequence[Format]
    ) -> None:
        self._files, self._settings, self._formats = files, settings, formats
        self._next = 0
        self._coming: Task | None = None
        self._window: deque[Task] = deque()
        self._held_bytes = 0
        self._absent_seconds = 0.0
        self._desks = [_Desk() for _ in range(_count_processes(files, settings))]
        self._selector = selectors.DefaultSelector()

    def run(self) -> Iterator[Document | FileEnd]:
        """What read_files yields."""
        while True:
            self._hand_out()
            item = self._take()
            if item is None and not self._window:
                return
            self._listen(is_waiting=item is None)
            if item is not None:
                left = time.monotonic()
                yield item
                self._absent_seconds += time.monotonic() - left

    def close(self) -> None:
        """Ends all processes."""
        for desk in self._desks:
            if desk.process is not None:
                desk.process.kill()
                desk.process = None
        self._selector.close()

    def _now(self) -> float:
        """Seconds that this pool has worked: while its caller is busy, no process can run out of time."""
        return time.monotonic() - self._absent_seconds

    def _take(self) -> Document | FileEnd | None:
        """The next item in order, if it is there."""
        while self._window:
            task = self._window[0]
            if task.out:
                item, size = task.out.popleft()
                self._held_bytes -= size
                return item
            if not task.is_done:
                return None
            self._window.popleft()
        return None

    # files to processes

    def _hand_out(self) -> None:
        while self._next < len(self._files) and len(self._window) < _MOST_FILES_AHEAD:
            task = self._coming = self._coming or make_task(self._files[self._next])
            desk = min(self._desks, key=lambda desk: len(desk.queue))
            if desk.queue and not _has_room(desk, task):
                break
            self._next, self._coming = self._next + 1, None
            self._window.append(task)
            desk.queue.append(task)
            if desk.process is not None:
                if len(desk.queue) == 1:
                    self._give_time(desk)
                desk.process.read(task.file, task.after)
        for desk in self._desks:
            if desk.queue and desk.process is None:
                self._start(desk)

    def _start(self, desk: _Desk) -> None:
        try:
            desk.process = Process(self._settings, self._formats)
        except OSError as error:
            message = f"no process for reading can be started: {error.strerror or error}"
            raise CannotStart(message) from error
        desk.is_ready = desk.is_resting = desk.has_progressed = False
        desk.queue[0].beats = 0
        desk.paused_at = desk.reason = None
        self._selector.register(desk.process, selectors.EVENT_READ, desk)
        self._give_time(desk)
        for task in desk.queue:
            desk.process.read(task.file, task.after)

    def _give_time(self, desk: _Desk) -> None:
        seconds = self._settings.wall_seconds if desk.is_ready else _START_SECONDS
        desk.deadline = self._now() + seconds

    # processes to documents

    def _listen(self, *, is_waiting: bool) -> None:
        """Takes in what has come; waits for something, or for the first process to run out of time."""
        for desk in self._desks:
            self._pause_or_go_on(desk)
        running = [desk for desk in self._desks if desk.process and desk.queue and desk.paused_at is None]
        timeout = min((desk.deadline for desk in running), default=self._now()) - self._now()
        for key, _events in self._selector.select(max(0.0, timeout) if is_waiting else 0.0):
            self._receive(key.data)
        for desk in running:
            if desk.process and desk.queue and desk.reason is None and self._now() >= desk.deadline:
                limit = f"{self._settings.wall_seconds:,} s (wall_seconds in [reading])"
                self._condemn(desk, Unreadable(f"reading it took more than {limit}", Code.WALL_LIMIT))

    def _pause_or_go_on(self, desk: _Desk) -> None:
        """A process that is far ahead waits for its turn; what the next item comes from never waits."""
        if desk.process is None:
            return
        is_next = bool(desk.queue) and desk.queue[0] is self._window[0] and not self._window[0].out
        must_wait = self._held_bytes > _MOST_BYTES_AHEAD and not is_next
        if must_wait and desk.paused_at is None:
            desk.paused_at = self._now()
            self._selector.unregister(desk.process)
        elif not must_wait and desk.paused_at is not None:
            desk.deadline += self._now() - desk.paused_at
            desk.paused_at = None
            self._selector.register(desk.process, selectors.EVENT_READ, desk)

    def _receive(self, desk: _Desk) -> None:
        if desk.process is None:
            return
        try:
            for frame in desk.process.receive():
                self._take_in(desk, frame)
        except EOFError:
            self._bury(desk)
        except FrameTooLarge:
            reason = Unreadable("its reader made more of it than any document may have", Code.OUTPUT_LIMIT)
            self._condemn(desk, reason)
        except WireError as error:
            self._condemn(desk, Unreadable(f"its reading process sent {error}", Code.READER_CRASHED))

    def _take_in(self, desk: _Desk, frame: Frame) -> None:
        """One frame. WireError if it is not one that may come now."""
        kind, header = frame.kind, frame.header
        if kind == "ready":
            desk.is_ready = True
        self._give_time(desk)
        if kind == "ready":
            return
        if kind == "rest":
            desk.is_resting = True
        elif not desk.queue:
            message = "something unasked"
            raise WireError(message)
        elif kind == "begin":
            desk.queue[0].begun = check_path(read_text(header, "path"), desk.queue[0])
        elif kind == "opened":
            desk.queue[0].digest = check_digest(header)
        elif kind == "beat":
            count_beat(desk.queue[0])
        elif kind == "document":
            document = check_document(decode_document(frame), desk.queue[0])
            self._add(desk.queue[0], document, frame.size)
            desk.has_progressed = True
        elif kind == "end":
            desk.queue[0].digest = check_digest(header)
            desk.queue[0].cpu_seconds += read_number(header, "cpu_seconds")
            self._finish(desk)
        else:
            message = "a frame of no known kind"
            raise WireError(message)

    def _add(self, task: Task, document: Document, size: int) -> None:
        task.after += 1
        task.begun = None
        task.out.append((document, size))
        self._held_bytes += size

    def _finish(self, desk: _Desk) -> None:
        task = desk.queue.popleft()
        if not task.after:
            message = "a file without any document"
            raise WireError(message)
        task.out.append((FileEnd(task.file, task.digest, task.after, task.cpu_seconds), 0))
        task.is_done = True

    # processes that end

    def _condemn(self, desk: _Desk, reason: Unreadable) -> None:
        """Kills a process for a reason."""
        desk.reason = reason
        self._bury(desk)

    def _bury(self, desk: _Desk) -> None:
        """After the end of a process: what that means for the document that it was reading."""
        process, desk.process = desk.process, None
        if process is None:
            return
        self._selector.unregister(process)
        status = process.end() if desk.reason is None else process.kill()
        if desk.is_resting and desk.has_progressed and desk.reason is None:
            return
        if not desk.is_ready:
            message = f"a process for reading ended before it could begin (status {status})"
            raise CannotStart(message)
        if desk.queue:
            self._mourn(desk, desk.queue[0], desk.reason or self._explain(status))

    def _explain(self, status: int) -> Unreadable:
        if status == -signal.SIGXCPU:
            limit = f"{self._settings.cpu_seconds:,} s of processor time (cpu_seconds in [reading])"
            return Unreadable(f"reading it took more than {limit}", Code.CPU_LIMIT)
        if status == OUT_OF_MEMORY:
            return memory_limit(self._settings)
        how = signal.Signals(-status).name if status < 0 else f"status {status}"
        return Unreadable(f"its reading process broke down ({how})", Code.READER_CRASHED)

    def _mourn(self, desk: _Desk, task: Task, reason: Unreadable) -> None:
        """The document in work is refused; if it was one of several, a fresh process goes on after it."""
        if task.begun is None:
            if reason.code == Code.READER_CRASHED and not task.is_tried_twice:
                task.is_tried_twice = True  # it may have been killed from outside, between two files
                return
            self._give_up(desk, task, reason)
            return
        path = task.begun
        self._add(task, refuse(path, reason), 0)
        if path == task.file.stored:
            self._finish(desk)
            return
        task.restarts += 1
        if task.restarts >= _MOST_RESTARTS:
            message = f"{task.restarts} of its documents broke their reading process: the rest is not read"
            self._give_up(desk, task, Unreadable(message, reason.code))

    def _give_up(self, desk: _Desk, task: Task, reason: Unreadable) -> None:
        where = f"after {task.after:,} document{'s' if task.after > 1 else ''}: " if task.after else ""
        self._add(task, refuse(task.file.stored, Unreadable(f"{where}{reason}", reason.code)), 0)
        self._finish(desk)


def _count_processes(files: Sequence[FileToRead], settings: ReadingSettings) -> int:
    """As many as are allowed, but one where there is little to read."""
    try:
        processors = len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux knows which of them we may use
        processors = os.cpu_count() or 1
    size = sum(find_size(file) for file in files[:_SAMPLE_FILES])
    useful = max(len(files) // _FILES_A_PROCESS, size // _BYTES_A_PROCESS)
    return max(1, min(settings.jobs or processors, useful))


def _has_room(desk: _Desk, task: Task) -> bool:
    """May a process be given one more file than it has?"""
    queued = (*desk.queue, task)
    return (
        len(queued) <= _MOST_QUEUED
        and sum(task.size for task in queued) <= _MOST_QUEUED_BYTES
        and sum(task.job_bytes for task in queued) <= _MOST_JOB_BYTES
    )
