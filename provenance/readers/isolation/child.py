"""The reading process: shuts itself in, then reads files one by one and sends what it found."""

import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.readers.files import Choice, Watch, read_file
from provenance.readers.interface import Format
from provenance.readers.isolation.audit import forbid
from provenance.readers.isolation.frames import OUT_OF_MEMORY, Frame, Unpacker, pack, read_number, read_text
from provenance.readers.isolation.limits import allow_processor, resident_megabytes, set_limits
from provenance.readers.isolation.seccomp import end_with_parent, install_filter
from provenance.readers.isolation.wire import decode_setup, encode_document
from provenance.readers.sniffing import choose_format

_MOST_FILES, _MOST_SECONDS = 300, 30.0
"""After so many files and so much processor time a fresh process goes on, for what a hostile file left behind
in this one should not last. Starting one takes a second: that is three in a hundred."""
_JOBS_BYTES = 1 << 26
_CHUNK_BYTES = 1 << 16


class _Finished(Exception):
    """The other side is gone, or this process has done enough."""


def serve(parent: int) -> int:
    """Reads the files that come in on standard input until it ends, or until this process is worn out.

    Returns the exit status.
    `parent`: the number of the process that started this one.
    """
    line = _Line(*_take_pipes())
    if not end_with_parent(parent):
        return 0
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when it is interrupted
    try:
        settings, formats = decode_setup(line.receive())
        line.send(Frame({"kind": "ready", "sandbox": shut_in(settings)}))
        _Desk(line, settings, _prefer(formats)).work()
    except (_Finished, BrokenPipeError):
        return 0
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


def shut_in(settings: ReadingSettings) -> list[str]:
    """Gives up all that a reader has no use for; a sentence on each thing that holds from now on."""
    held = set_limits(settings)
    machine = install_filter()
    if machine:
        held.append(f"sockets, programs, new processes, changes to files: refused by Linux ({machine})")
    sys.dont_write_bytecode = True
    forbid()
    held.append("sockets, programs, new processes, changes to files: refused by the interpreter")
    return held


def _take_pipes() -> tuple[int, int]:
    """Standard input and output, out of reach of what readers print: that goes nowhere."""
    incoming, outgoing = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
    return incoming, outgoing


def _prefer(formats: Sequence[Format]) -> Choice:
    """choose_format, but for the suffixes of `formats`."""
    by_suffix = {suffix: format_ for format_ in formats for suffix in format_.suffixes}

    def choose(name: str, head: bytes) -> tuple[Format, tuple[Notice, ...]]:
        format_ = by_suffix.get(Path(name).suffix)
        return (format_, ()) if format_ else choose_format(name, head)

    return choose if formats else choose_format


class _Line:
    """Frames in and out."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        self._incoming, self._outgoing = incoming, outgoing
        self._unpacker = Unpacker(_JOBS_BYTES)
        self._waiting: list[Frame] = []
        self._held = bytearray()

    def receive(self) -> Frame:
        """The next frame; waits for it."""
        while not self._waiting:
            received = os.read(self._incoming, _CHUNK_BYTES)
            if not received:
                raise _Finished
            self._waiting += self._unpacker.feed(received)
        return self._waiting.pop(0)

    def hold(self, frame: Frame) -> None:
        """Goes with the next frame that is sent, for one write costs less than two."""
        for piece in pack(frame):
            self._held += piece

    def send(self, frame: Frame) -> None:
        """Returns when the frame, and all that is held, is in the pipe."""
        self.hold(frame)
        with memoryview(self._held) as view:
            sent = 0
            while sent < len(view):
                sent += os.write(self._outgoing, view[sent:])
        self._held.clear()


class _Desk:
    """Where files are read, one after the other."""

    def __init__(self, line: _Line, settings: ReadingSettings, choose: Choice) -> None:
        self._line, self._settings, self._choose = line, settings, choose
        self._tired_megabytes = resident_megabytes() + settings.memory_megabytes // 2
        self._watch = Watch(self._say_opened, self._say_begin, self._say_beat)

    def work(self) -> None:
        """File after file; _Finished when a fresh process should go on."""
        begun, count = time.process_time(), 0
        while count < _MOST_FILES or time.process_time() - begun < _MOST_SECONDS:
            self._read(self._line.receive())
            self._rest_if_tired()
            count += 1
        self._rest()

    def _read(self, job: Frame) -> None:
        root, path = (Path(os.fsdecode(blob)) for blob in job.blobs)
        stored, after = read_text(job.header, "stored"), int(read_number(job.header, "after"))
        self._renew()
        begun = time.process_time()
        documents = read_file(
            root, path, stored, self._settings, after=after, choose=self._choose, watch=self._watch
        )
        while True:
            try:
                document = next(documents)
            except StopIteration as stop:
                digest = stop.value
                break
            if document.source.path == stored:  # it is all of its file
                self._line.hold(encode_document(document))
            else:
                self._line.send(encode_document(document))
            if any(notice.code is Code.MEMORY_LIMIT for notice in document.source.notices):
                self._rest()  # who knows what was left half done
            self._renew()
            if document.source.path != stored:
                self._rest_if_tired()
        cpu = time.process_time() - begun
        self._line.send(Frame({"kind": "end", "digest": digest, "cpu_seconds": cpu}))

    def _rest_if_tired(self) -> None:
        if resident_megabytes() > self._tired_megabytes:
            self._rest()

    def _rest(self) -> None:
        self._line.send(Frame({"kind": "rest"}))
        raise _Finished

    def _renew(self) -> None:
        allow_processor(self._settings.cpu_seconds)

    def _say_opened(self, digest: str) -> None:
        self._line.hold(Frame({"kind": "opened", "digest": digest}))

    def _say_begin(self, path: str) -> None:
        self._line.send(Frame({"kind": "begin", "path": path}))
        self._renew()

    def _say_beat(self) -> None:
        self._line.send(Frame({"kind": "beat"}))
        self._renew()
