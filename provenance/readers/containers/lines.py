"""The lines of a file one by one, each at most so long, whatever the file holds."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from attrs import frozen

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice
from provenance.readers.decoding import decode

_CHUNK_BYTES = 1 << 18


@frozen
class RawLine:
    """`number`: from 1. `raw`: its bytes with the line break; their beginning if `is_cut`: it is too long."""

    number: int
    raw: bytes
    is_cut: bool = False


def read_lines(opened: BinaryIO, longest_bytes: int, newline: bytes = b"\n") -> Iterator[RawLine]:
    """Every line of `opened` from where it stands; `newline`: the line break in the file's encoding.

    At most one line of `longest_bytes` and one chunk are in memory.
    """
    width = len(newline)
    number, held, searched = 1, bytearray(), 0
    is_cut = False
    while chunk := opened.read(_CHUNK_BYTES):
        held += chunk
        begin = 0
        while (end := _find_aligned(held, newline, max(begin, searched), begin)) >= 0:
            end += width
            yield _line(number, held, begin, end, longest_bytes, is_cut=is_cut)
            number, begin, is_cut = number + 1, end, False
        del held[:begin]
        searched = max(0, len(held) - len(held) % width)
        if len(held) > longest_bytes + width:
            is_cut = True
            kept = longest_bytes - longest_bytes % width
            del held[kept : len(held) - len(held) % width]
            searched = kept
    if held:
        yield _line(number, held, 0, len(held), longest_bytes, is_cut=is_cut)


def find_newline(sample: str) -> str:
    """The line break that parts records: a lone CR only where there is no LF."""
    return "\n" if "\n" in sample or "\r" not in sample else "\r"


def decode_line(raw: bytes, encoding: str) -> tuple[str, tuple[Notice, ...]]:
    """A line's text; one that is in another encoding than its file is decoded by itself, with a notice."""
    try:
        return raw.decode(encoding), ()
    except UnicodeDecodeError:
        try:
            decoded = decode(raw)
        except Unreadable:
            notice = Notice(Code.DECODE_REPLACED, f"not valid {encoding}: U+FFFD stands there")
            return raw.decode(encoding, "replace"), (notice,)
    return decoded.text, of_encoding(decoded.notices) or (
        Notice(Code.ENCODING_CONFLICT, f"the file is {encoding}, this row {decoded.encoding}"),
    )


def of_encoding(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """Those of `notices` that are about how bytes became text."""
    codes = (Code.ENCODING_GUESSED, Code.ENCODING_CONFLICT, Code.DECODE_REPLACED, Code.ENCODING_UNSUPPORTED)
    return tuple(notice for notice in notices if notice.code in codes)


def _line(number: int, held: bytearray, begin: int, end: int, longest: int, *, is_cut: bool) -> RawLine:
    is_cut = is_cut or end - begin > longest
    return RawLine(
        number, bytes(held[begin : min(end, begin + longest)] if is_cut else held[begin:end]), is_cut
    )


def _find_aligned(held: bytearray, newline: bytes, start: int, begin: int) -> int:
    """Where `newline` stands from `start` on at a whole number of characters after `begin`; -1 if nowhere."""
    width = len(newline)
    at = held.find(newline, start)
    while at >= 0 and (at - begin) % width:
        at = held.find(newline, at + 1)
    return at
