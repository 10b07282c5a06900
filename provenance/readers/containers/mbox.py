"""Mailboxes in one file: each message is a document, and so is each attachment that can be one."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO

from attrs import evolve, frozen

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Basis
from provenance.readers.containers.columns import clean, make_date
from provenance.readers.containers.mail import MEDIA_TYPE, list_attachments
from provenance.readers.documents.mail import read_message
from provenance.readers.interface import Part

_LINE_BYTES = 1 << 16
_ENVELOPE = re.compile(rb"From .{0,300}?\d{1,2}:\d{2}", re.DOTALL)
"""After a blank line: "From ", who, and a time of day (RFC 4155); a sentence that begins so has none."""
_FULL_ENVELOPE = re.compile(
    rb"From \S.{0,200}?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .{0,20}\d{1,2}:\d{2}:\d{2}.{0,20}\d{4}", re.DOTALL
)
"""Without a blank line before it."""
_HEADER = re.compile(rb"[!-9;-~]{1,80}:")
_MOST_STRAY_LINES = 100
_SHOWN_CHARS = 200
_LENGTH = re.compile(rb"Content-Length:[ \t]{0,10}(\d{1,12})\s", re.IGNORECASE)


@frozen
class _Message:
    """`envelope`: the line "From …", b"" if there is none. `size`: larger than `raw` if that was cut.

    `before`: lines before the first message.
    """

    envelope: bytes
    raw: bytes
    size: int
    before: bytes = b""


def split_mbox(opened: BinaryIO, settings: ReadingSettings) -> Iterator[Part]:
    """The messages, numbered from 1, each followed by its attachments: `3`, then `3/report.pdf`.

    A message begins at a line "From …" with a time of day that follows a blank line. A Content-Length is
    honoured where it leads to the next such line or to the end. A > before "From " stays in the bytes and
    is taken off when they are read. Lines before the first message are told with it.
    """
    opened.seek(0)
    for number, message in enumerate(_list_messages(opened, settings.largest_bytes), 1):
        if message.size > len(message.raw):
            most = f"{settings.largest_bytes:,} are read (largest_bytes in [reading])"
            text = f"{message.size:,} bytes; at most {most}"
            yield Part(
                f"{number}",
                message.raw[:_LINE_BYTES],
                f"{number}.eml",
                failure=Unreadable(text, Code.TOO_LARGE),
            )
            continue
        part = Part(f"{number}", message.raw, f"{number}.eml", MEDIA_TYPE, read_message)
        if message.before:
            shown = clean(message.before.decode("utf-8", "replace"))[:_SHOWN_CHARS]
            text = f"text before the first message of the mailbox: {shown}"
            part = evolve(part, notices=(Notice(Code.CONTAINER_DAMAGED, text),))
        delivered = message.envelope.decode("ascii", "replace")[5:].partition(" ")[2].strip()
        captured = make_date("captured_at", delivered[:100], Basis.METADATA, "mailbox line From")
        yield evolve(part, metadata=(captured,)) if captured else part
        yield from list_attachments(message.raw, f"{number}/", is_in_mailbox=True)


def _find_start(opened: BinaryIO) -> tuple[bytes, bytes]:
    """The first line of the first message, and what stands before it if that is no message.

    Behind a byte order mark and blank lines; if the first lines are no headers, at the first "From …".
    """
    lines = [opened.readline(_LINE_BYTES).removeprefix(BOM_UTF8)]
    while lines[0] and not lines[0].strip():
        lines = [opened.readline(_LINE_BYTES)]
    if lines[0].startswith((b"From ", b">From ")) or _HEADER.match(lines[0]):
        return lines[0], b""
    place = opened.tell()
    while lines[-1] and len(lines) <= _MOST_STRAY_LINES:
        lines.append(opened.readline(_LINE_BYTES))
        if lines[-1].startswith(b"From ") and _FULL_ENVELOPE.match(lines[-1]):
            return lines[-1], b"".join(lines[:-1])
    opened.seek(place)
    return lines[0], b""


def _list_messages(opened: BinaryIO, largest_bytes: int) -> Iterator[_Message]:
    """The messages of a file that stands at its beginning; one of them in memory."""
    line, before = _find_start(opened)
    while line:
        envelope = line if line.startswith(b"From ") else b""
        collected = _Collected(largest_bytes)
        if not envelope:
            collected.add(line)
        line = _read_headers(opened, collected)
        line = line or _read_measured(opened, collected) or _read_body(opened, collected)
        if collected.size:
            yield _Message(envelope, collected.take(), collected.size_without_end(), before)
            before = b""


class _Collected:
    """The bytes of a message, of which no more than allowed are kept."""

    def __init__(self, largest_bytes: int) -> None:
        self._pieces: list[bytes] = []
        self._largest = largest_bytes
        self._kept = 0
        self.size = 0
        self.length: int | None = None

    def add(self, piece: bytes) -> None:
        self.size += len(piece)
        if self._kept + len(piece) <= self._largest + 2 and self._kept == self.size - len(piece):
            self._pieces.append(piece)
            self._kept += len(piece)

    def take(self) -> bytes:
        """Without the blank line that stands before the next message."""
        raw = b"".join(self._pieces)
        end = self._end_of(raw)
        return raw[: len(raw) - end] if self._kept == self.size else raw[: self._largest]

    def size_without_end(self) -> int:
        return len(self.take()) if self._kept == self.size else self.size

    @staticmethod
    def _end_of(raw: bytes) -> int:
        if raw.endswith(b"\r\n\r\n"):
            return 2
        return 1 if raw.endswith(b"\n\n") else 0


def _read_headers(opened: BinaryIO, collected: _Collected) -> bytes:
    """Reads up to the blank line; the envelope of the next message if it comes before that, else b""."""
    while line := opened.readline(_LINE_BYTES):
        if line.startswith(b"From ") and _FULL_ENVELOPE.match(line):
            return line
        collected.add(line)
        length = _LENGTH.match(line)
        if length:
            collected.length = int(length[1])
        if line.strip(b"\r\n") == b"":
            return b""
    return b""


def _read_measured(opened: BinaryIO, collected: _Collected) -> bytes:
    """The body as long as its Content-Length says, and the next envelope; b"" if that leads nowhere."""
    if collected.length is None:
        return b""
    start = opened.tell()
    opened.seek(start + collected.length)
    following = opened.readline(_LINE_BYTES)
    while following and following.strip(b"\r\n") == b"" and opened.tell() < start + collected.length + 8:
        following = opened.readline(_LINE_BYTES)
    end = opened.tell()
    if not (following.startswith(b"From ") and _ENVELOPE.match(following)):
        opened.seek(start)
        return b""
    opened.seek(start)
    left = collected.length
    while left > 0 and (piece := opened.read(min(left, _LINE_BYTES))):
        collected.add(piece)
        left -= len(piece)
    opened.seek(end)
    return following


def _read_body(opened: BinaryIO, collected: _Collected) -> bytes:
    """Reads up to the next envelope, which it gives; b"" at the end of the file."""
    is_start, after_blank = True, True
    while line := opened.readline(_LINE_BYTES):
        if (
            is_start
            and line.startswith(b"From ")
            and (_ENVELOPE if after_blank else _FULL_ENVELOPE).match(line)
        ):
            return line
        collected.add(line)
        is_blank = is_start and line.strip(b"\r\n") == b""
        is_start = line.endswith(b"\n")
        after_blank = is_blank
    return b""
