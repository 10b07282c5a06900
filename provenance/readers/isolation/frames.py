"""Frames on a pipe: a JSON header and raw bytes, checked on arrival, for who sends them is not trusted."""

import json
import struct
from collections.abc import Iterator

from attrs import frozen

_LENGTHS = struct.Struct(">II")
"""Bytes of the header, and of all blobs together."""
LARGEST_HEADER_BYTES = 1 << 26
"""Metadata, notices and furniture of one document; a page has some hundred bytes to some thousands."""

_LARGEST_NUMBER = 1e15

OUT_OF_MEMORY = 71
"""Exit status of a reading process that had no memory left even for its own work."""

Header = dict[str, object]


class WireError(ValueError):
    """What arrived is no frame, or no document."""


class FrameTooLarge(WireError):
    """More has been announced than any document has."""


@frozen
class Frame:
    """`header`: a JSON object; `blobs`: the bytes that go with it."""

    header: Header
    blobs: tuple[bytes, ...] = ()

    @property
    def kind(self) -> str:
        """What the frame is about: the header's "kind"."""
        return read_text(self.header, "kind")

    @property
    def size(self) -> int:
        """Bytes of the blobs."""
        return sum(map(len, self.blobs))


def pack(frame: Frame) -> Iterator[bytes]:
    """The bytes of a frame, in pieces."""
    lengths = [len(blob) for blob in frame.blobs]
    header = json.dumps({**frame.header, "blobs": lengths}, separators=(",", ":")).encode("ascii")
    yield _LENGTHS.pack(len(header), sum(lengths)) + header
    yield from frame.blobs


class Unpacker:
    """Bytes as they come → frames. `largest_blobs`: bytes of all blobs of one frame, at most."""

    def __init__(self, largest_blobs: int) -> None:
        self._held = bytearray()
        self._largest_blobs = largest_blobs

    def feed(self, received: bytes) -> Iterator[Frame]:
        """The frames that are complete now. WireError for what is none or too large."""
        self._held += received
        while len(self._held) >= _LENGTHS.size:
            header_length, blobs_length = _LENGTHS.unpack_from(self._held)
            if header_length > LARGEST_HEADER_BYTES or blobs_length > self._largest_blobs:
                message = f"a frame of {header_length:,} and {blobs_length:,} bytes"
                raise FrameTooLarge(message)
            end = _LENGTHS.size + header_length + blobs_length
            if len(self._held) < end:
                return
            with memoryview(self._held) as view:
                frame = _parse(view[_LENGTHS.size : end], header_length)
            del self._held[:end]
            yield frame


def _parse(view: memoryview, header_length: int) -> Frame:
    try:
        header = json.loads(bytes(view[:header_length]))
    except (ValueError, RecursionError) as error:
        message = "a header that is no JSON"
        raise WireError(message) from error
    if not isinstance(header, dict):
        message = "a header that is no object"
        raise WireError(message)
    blobs, place = [], header_length
    for length in read_list(header, "blobs"):
        if not isinstance(length, int) or length < 0 or place + length > len(view):
            message = "blobs that are longer than their frame"
            raise WireError(message)
        blobs.append(bytes(view[place : place + length]))
        place += length
    return Frame(header, tuple(blobs))


def read_text(header: Header, name: str) -> str:
    """A string of the header. WireError if it is none."""
    return check_text(header.get(name))


def read_list(header: Header, name: str) -> list[object]:
    """A list of the header. WireError if it is none."""
    value = header.get(name)
    if not isinstance(value, list):
        message = f"no list under {name!r}"
        raise WireError(message)
    return value


def read_number(header: Header, name: str) -> float:
    """A number of the header, neither negative nor endless. WireError if it is none."""
    value = header.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < _LARGEST_NUMBER:
        message = f"no number under {name!r}"
        raise WireError(message)
    return value


def check_text(value: object) -> str:
    """The same. WireError if it is no string."""
    if not isinstance(value, str):
        message = f"{type(value).__name__} where a string belongs"
        raise WireError(message)
    return value
