"""What passes between processes that share work: messages in pipes, and one file that all of them map."""

import mmap
import os
import pickle
from collections.abc import Sequence
from typing import BinaryIO

Place = tuple[int, int]

_LENGTH_BYTES = 8
_CHUNK_BYTES = 1 << 20
_ALIGNED_BYTES = 64
"""Arrays begin at multiples of it, as numpy has them in its own memory."""


def send(descriptor: int, message: bytes) -> None:
    """Writes a message as a whole. OSError if nobody reads any more."""
    for part in (len(message).to_bytes(_LENGTH_BYTES, "big"), message):
        view = memoryview(part)
        while view:
            view = view[os.write(descriptor, view) :]


def receive(descriptor: int) -> bytes:
    """The next message. EOFError if there is none, or not all of it."""
    return bytes(_read(descriptor, int.from_bytes(_read(descriptor, _LENGTH_BYTES), "big")))


def write_shared(shared: object, file: BinaryIO) -> list[Place]:
    """Writes a value to an empty file: the (first byte, length) of its parts, its arrays by themselves."""
    buffers: list[pickle.PickleBuffer] = []
    pickle.dump(shared, file, pickle.HIGHEST_PROTOCOL, buffer_callback=buffers.append)
    places = [(0, file.tell())]
    for buffer in buffers:
        with buffer.raw() as view:
            file.write(bytes(-file.tell() % _ALIGNED_BYTES))
            places.append((file.tell(), view.nbytes))
            file.write(view)
    file.flush()
    return places


def read_shared(descriptor: int, places: Sequence[Place]) -> object:
    """The value that `write_shared` wrote; its arrays lie in the file until they are written to."""
    view = memoryview(mmap.mmap(descriptor, 0, access=mmap.ACCESS_COPY))
    first, *buffers = (view[begin : begin + length] for begin, length in places)
    return pickle.loads(first, buffers=buffers)


def _read(descriptor: int, length: int) -> bytearray:
    found = bytearray()
    while len(found) < length:
        part = os.read(descriptor, min(_CHUNK_BYTES, length - len(found)))
        if not part:
            raise EOFError
        found += part
    return found
