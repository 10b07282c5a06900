"""Text that was decoded wrongly before it was saved: suspected by what it gives when that is undone."""

import re
from collections.abc import Iterator

from provenance.model.notices import Code, Notice


def _read_bytes(encoding: str) -> dict[str, int]:
    """The byte that each character of an encoding stands for; where it has none, as Latin-1 has it."""
    found = {}
    for byte in range(0x80, 0x100):
        try:
            found[bytes([byte]).decode(encoding)] = byte
        except UnicodeDecodeError:
            found[chr(byte)] = byte
    for byte in range(0x80, 0xA0):
        found.setdefault(chr(byte), byte)
    return found


def _sequences(byte_of: dict[str, int]) -> re.Pattern[str]:
    """Characters that, as bytes, begin and go on like one of UTF-8 (RFC 3629)."""

    def between(first: int, last: int) -> str:
        return "[" + "".join(re.escape(c) for c, byte in byte_of.items() if first <= byte <= last) + "]"

    follow = between(0x80, 0xBF)
    return re.compile(
        f"{between(0xC2, 0xDF)}{follow}|{between(0xE0, 0xEF)}{follow}{{2}}|{between(0xF0, 0xF4)}{follow}{{3}}"
    )


_WESTERN, _CYRILLIC = _read_bytes("cp1252"), _read_bytes("cp1251")
_WESTERN_SEQUENCE, _CYRILLIC_SEQUENCE = _sequences(_WESTERN), _sequences(_CYRILLIC)
_PLAUSIBLE = re.compile(
    "[\u00a0-\u017f\u0218-\u021b\u0386-\u03ce\u0401-\u045f\u05d0-\u05ea\u0621-\u064a\u0660-\u0669\u06a9-\u06cc"
    "\u0905-\u0939\u0e01-\u0e30\u1ea0-\u1ef9\u2010-\u203a\u20ac\u2122\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3"
    "\ufffd\U0001f300-\U0001faff]"
)
"""What such a sequence gives when it was text: letters, quotation marks, dashes, signs that people use."""
_NATURAL_NEIGHBOURS = frozenset("\u00a0«»‹›‘’‚“”„…–—•™°")
"""Signs that may stand behind a capital with an accent in a text that is as it should be."""
_LOST = re.compile("ï¿½|锟斤拷")
"""U+FFFD itself, decoded wrongly."""
_LEAST = 2
_MOST_SEQUENCES = 10_000
_ACCENTED = re.compile("[\u00c0-\u00ff]")


def find_mojibake(text: str) -> Iterator[Notice]:
    """A notice if `text` looks as if UTF-8 had been read as windows-1252, Latin-1 or windows-1251.

    Each suspicious sequence is undone: only what gives a plausible character counts. Where a sequence can
    stand in real text, as in "CAFÉ »", it counts if more letters with accents look so than do not.
    """
    certain, possible, first = _count(text, _WESTERN_SEQUENCE, _WESTERN)
    accented = len(_ACCENTED.findall(text)) if possible else 0
    lost = _LOST.search(text)
    if certain < _LEAST and certain + possible >= _LEAST and 2 * (certain + possible) > accented:
        certain += possible
    if certain < _LEAST and not lost:
        certain, _, first = _count(text, _CYRILLIC_SEQUENCE, _CYRILLIC)
        certain = certain if certain > len(re.findall("[а-яё]{2}", text)) else 0
    if certain >= _LEAST or lost:
        place = first if certain >= _LEAST else lost.start() if lost else 0
        message = f"looks as if it had been decoded wrongly before it was saved, from character {place:,}"
        yield Notice(Code.MOJIBAKE, message)


def _count(text: str, pattern: re.Pattern[str], byte_of: dict[str, int]) -> tuple[int, int, int]:
    """How many sequences are certainly and how many are possibly wrong, and where the first stands."""
    certain = possible = 0
    first = -1
    for number, found in enumerate(pattern.finditer(text)):
        if number >= _MOST_SEQUENCES:
            break
        try:
            undone = bytes(byte_of[character] for character in found[0]).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if not _PLAUSIBLE.match(undone):
            continue
        first = found.start() if first < 0 else first
        if len(found[0]) == 2 and found[0][1] in _NATURAL_NEIGHBOURS:
            possible += 1
        else:
            certain += 1
    return certain, possible, first
