"""Text in the cells of a terminal: how wide it is, wrapped, and side by side.

The width of a character comes from Python's own tables (Unicode's East Asian Width, UAX 11; marks are without
width), so that no further library is needed.
"""

import os
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import click

from provenance.commands._terminal import is_terminal, visible

NARROWEST, WIDEST = 20, 200
TWO_COLUMNS = 60
"""Cells from which two columns stand side by side."""
IN_PIPES = 160
_SPACES = re.compile(r"\s+")
_ISOLATE, _POP = "\u2068", "\u2069"
_NO_WIDTH = frozenset(("Mn", "Me", "Cf"))
_PICTURE, _JOINER = "\ufe0f", "\u200d"
"""Shows the sign before it as a picture (UTS 51); joins two of them to one."""
_AS_PICTURE = 2
_JOINED_JAMO = ((0x1160, 0x11FF), (0xD7B0, 0xD7FF))
"""Vowels and finals of Hangul that stand in the cells of the consonant before them."""


class Piece(NamedTuple):
    """A stretch of text of one colour; "" for none."""

    text: str
    colour: str = ""


Line = tuple[Piece, ...]


def page_width() -> int:
    """Cells of a line: COLUMNS, or the terminal's, or a fixed number in a pipe; within what can be read."""
    is_known = is_terminal() or os.environ.get("COLUMNS", "").isdigit()
    columns = shutil.get_terminal_size().columns if is_known else IN_PIPES
    return max(NARROWEST, min(WIDEST, columns))


def has_colours() -> bool:
    """Is output shown in colour? Only on a terminal, and not where NO_COLOR is set (no-color.org)."""
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@lru_cache(maxsize=1 << 14)
def character_width(character: str) -> int:
    """Cells of one character: 2 of wide ones, 0 of marks that stand on the one before."""
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    if any(low <= ord(character) <= high for low, high in _JOINED_JAMO):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def text_width(text: str) -> int:
    """Cells of a text in one line."""
    if text.isascii():
        return sum(map(character_width, text))
    return sum(cluster.width for cluster in _clusters([Piece(text)]))


def flat(text: str) -> str:
    """`text` with runs of white space as one space, and whatever moves the cursor made visible."""
    return visible(_SPACES.sub(" ", text))


def clip(text: str, width: int) -> str:
    """As much of a text as fits into `width` cells; what was cut off shows as …"""
    if text_width(text) <= width:
        return text
    kept, room = [], width - 1
    for cluster in _clusters([Piece(text)]):
        room -= cluster.width
        if room < 0:
            break
        kept.append(cluster.text)
    return "".join(kept) + "…"


def wrap(pieces: Iterable[Piece], width: int) -> list[Line]:
    """Lines of at most `width` cells; broken at spaces and beside wide characters, within words too long.

    No line begins with a mark that belongs to the character before, and none is empty. `width`: 2 or more.
    """
    clusters = list(_clusters(pieces))
    lines: list[Line] = []
    begin = 0
    while begin < len(clusters):
        while begin < len(clusters) and clusters[begin].text == " ":
            begin += 1
        last = end = _line_end(clusters, begin, width)
        while last > begin and clusters[last - 1].text == " ":
            last -= 1
        if last > begin:
            lines.append(_joined(clusters[begin:last]))
        begin = end
    return lines


def paint(line: Line) -> str:
    """A line as it is printed: coloured where that is wanted, text that runs from the right isolated, so that
    it does not turn over what stands beside it."""
    colours = has_colours()
    text = "".join(
        click.style(piece.text, fg=piece.colour) if colours and piece.colour else piece.text for piece in line
    )
    is_turned = any(_runs_leftward(piece.text) for piece in line)
    return f"{_ISOLATE}{text}{_POP}" if is_turned else text


def line_width(line: Line) -> int:
    """Cells of a line."""
    return sum(text_width(piece.text) for piece in line)


def beside(left: Sequence[Line], right: Sequence[Line], column: int, gutter: str) -> Iterator[str]:
    """Two columns, the left one `column` cells wide."""
    for number in range(max(len(left), len(right))):
        one = left[number] if number < len(left) else ()
        other = right[number] if number < len(right) else ()
        padding = " " * (column - line_width(one))
        yield f"{paint(one)}{padding}{gutter}{paint(other)}".rstrip()


class _Cluster(NamedTuple):
    """A character with the marks that stand on it."""

    text: str
    width: int
    colour: str


def _clusters(pieces: Iterable[Piece]) -> Iterator[_Cluster]:
    held: _Cluster | None = None
    for text, colour in pieces:
        for character in text:
            width = character_width(character)
            if held is not None and (width == 0 or _is_joined(held, width)):
                width = _AS_PICTURE if character == _PICTURE and not held.text.isalpha() else held.width
                held = _Cluster(held.text + character, width, held.colour)
                continue
            if held is not None:
                yield held
            held = _Cluster(character, width, colour)
    if held is not None:
        yield held


def _is_joined(held: _Cluster, width: int) -> bool:
    """Is a wide sign one picture with the one before? A joiner stands between them then."""
    return held.text[-1] == _JOINER and held.width == width == _AS_PICTURE


def _line_end(clusters: Sequence[_Cluster], begin: int, width: int) -> int:
    """Where the line that starts at `begin` ends: at least one cluster further on, if there is one."""
    room, at, breakable = width, begin, begin
    while at < len(clusters):
        room -= clusters[at].width
        if room < 0:
            break
        at += 1
        is_wide = clusters[at - 1].width == 2 or (at < len(clusters) and clusters[at].width == 2)
        if clusters[at - 1].text == " " or (at < len(clusters) and clusters[at].text == " ") or is_wide:
            breakable = at
    if at == len(clusters) or breakable == begin:
        return min(max(at, begin + 1), len(clusters))
    return breakable


def _joined(clusters: Sequence[_Cluster]) -> Line:
    pieces: list[Piece] = []
    for text, _width, colour in clusters:
        if pieces and pieces[-1].colour == colour:
            pieces[-1] = Piece(pieces[-1].text + text, colour)
        else:
            pieces.append(Piece(text, colour))
    return tuple(pieces)


def _runs_leftward(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text)
