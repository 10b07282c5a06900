"""What a PDF's page draws, piece by piece: order of reading, raised digits, columns and what is not seen.

pypdf gives the text in the order in which a page draws it, and each piece with its place. Where the places
show that this is not the order of reading, or that nobody sees a piece, the pieces are put right.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from attrs import define, evolve, field, frozen

Matrix = Sequence[float]

_MOST_PIECES = 50_000
"""Of a page; its text stays as it came with more."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_MARK_CHARS = 3
_SMALLER, _LEAST_RISE, _MOST_RISE = 0.85, 0.15, 0.9
"""A raised digit's size and the height of its foot above the line, as shares of the size beside it."""
_SAME_LINE = 0.3
"""Share of the size by which pieces of one line may differ in height."""
_LETTER_WIDTH, _WIDE_GAP = 0.5, 1.5
"""Of a letter on average, and of a gap that no space makes, as shares of the size."""
_LEAST_ROWS, _LEAST_LINE_CHARS = 3, 18
_SAME_START = 3.0
"""Points by which the lines of a column may begin apart."""
_INVISIBLE = 3
_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"BI", b"INLINE IMAGE"))
_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
_COLOURS = {b"g": [1.0], b"rg": [1.0] * 3, b"k": [0.0] * 4, b"sc": None, b"scn": None, b"cs": None}
"""Operators that set the ink, with what is white; in a colour space of the file's own none is known."""
_DIGIT = re.compile(r"\d")
_SPACES = re.compile(r" +")
_ENDS = frozenset(".!?؟۔…")
_STOPS_BEFORE = frozenset(".!?؟،؛")
_ENDING_LETTERS = frozenset("ةىךםןףץ")
"""Arabic and Hebrew letters that stand at the end of words only."""
_JOINS_NEXT = {"<initial>": True, "<medial>": True, "<final>": False, "<isolated>": False}
_JOINS_LAST = {"<initial>": False, "<medial>": True, "<final>": True, "<isolated>": False}
"""Does a shape of an Arabic letter join the letter after it, and the one before it?"""


@frozen
class Piece:
    """A text that one step draws. `x`, `y`: where its first glyph stands, in points from the lower left."""

    text: str
    x: float
    y: float
    size: float
    is_hidden: bool = False


@define
class Drawing:
    """Listens to pypdf while it goes through a page. `has_fills`: does it draw more than lines and text?

    `shown`: how the text was drawn that pypdf has not told yet, hidden or not; `was_hidden`: the last of it.
    """

    pieces: list[Piece] = field(factory=list)
    has_fills: bool = False
    is_white: bool = False
    mode: int = 0
    stack: list[tuple[bool, int]] = field(factory=list)
    shown: set[bool] = field(factory=set)
    was_hidden: bool = False

    def hear_operator(self, operator: bytes, operands: Sequence[object], _cm: Matrix, _tm: Matrix) -> None:
        """The graphics state, as far as it says whether a text is seen."""
        if operator in _SHOWS:
            self.was_hidden = self.is_white or self.mode == _INVISIBLE
            self.shown.add(self.was_hidden)
        elif operator == b"Tr":
            values = _numbers(operands)
            self.mode = int(values[0]) if values else 0
        elif operator in _COLOURS:
            self.is_white = _numbers(operands) == _COLOURS[operator]
        elif operator in _FILLS:
            self.has_fills = True
        elif operator == b"q" and len(self.stack) < _MOST_PIECES:
            self.stack.append((self.is_white, self.mode))
        elif operator == b"Q" and self.stack:
            self.is_white, self.mode = self.stack.pop()

    def hear_text(self, text: str, cm: Matrix, tm: Matrix, _font: object, size: float) -> None:
        """A piece, with its place on the page."""
        is_hidden = self.shown == {True} if self.shown else self.was_hidden
        if not text or len(self.pieces) > _MOST_PIECES:
            return
        self.shown.clear()
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs((tm[0] * tm[3] - tm[1] * tm[2]) * (cm[0] * cm[3] - cm[1] * cm[2])) ** 0.5
        self.pieces.append(Piece(text, x, y, abs(size) * scale, is_hidden))

    def read(self, text: str) -> tuple[str, str]:
        """What a reader sees of the page's `text`, and what is drawn but not seen.

        `text` itself, and nothing, where the pieces are not all of it.
        """
        if len(self.pieces) > _MOST_PIECES or "".join(piece.text for piece in self.pieces) != text:
            return text, ""
        pieces, hidden = self._split_hidden()
        lines = _split_lines(_raise_digits(pieces))
        lines = _order_columns([_order_line(line) for line in lines])
        return "".join(_plain(piece.text) for line in lines for piece in line), hidden

    def _split_hidden(self) -> tuple[list[Piece], str]:
        """White text on white paper, and text in no ink. White on a colour is seen, and text in
        no ink is the text of a scanned picture that it lies over: where there are such, nothing is told."""
        hidden = [piece for piece in self.pieces if piece.is_hidden and piece.text.strip()]
        count = sum(len(piece.text.strip()) for piece in hidden)
        if self.has_fills or not 0 < count < sum(len(piece.text.strip()) for piece in self.pieces):
            return self.pieces, ""
        kept = [piece for piece in self.pieces if not (piece.is_hidden and piece.text.strip())]
        return kept, " ".join(" ".join(piece.text for piece in hidden).split())


def _numbers(operands: Sequence[object]) -> list[float]:
    return [float(value) for value in operands if isinstance(value, (int, float))]


def _raise_digits(pieces: Sequence[Piece]) -> list[Piece]:
    """Small digits above the line as raised digits (²): the mark of a note is no number."""
    found: list[Piece] = []
    base: Piece | None = None
    for piece in pieces:
        text = piece.text.strip()
        if base is not None and _is_raised(piece, text, base):
            found.append(evolve(piece, text=piece.text.translate(_RAISED), y=base.y))
            base = None if piece.text.endswith("\n") else base
            continue
        if text:
            base = None if piece.text.endswith("\n") else piece
        elif "\n" in piece.text:
            base = None
        found.append(piece)
    return found


def _is_raised(piece: Piece, text: str, base: Piece) -> bool:
    if not (0 < len(text) <= _LONGEST_MARK_CHARS and text.isascii() and text.isdigit()):
        return False
    is_small = piece.size <= _SMALLER * base.size
    return is_small and _LEAST_RISE * base.size <= piece.y - base.y <= _MOST_RISE * base.size


def _split_lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces up to each line break."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        lines[-1].append(piece)
        if piece.text.endswith("\n"):
            lines.append([])
    return lines


def _order_line(line: list[Piece]) -> list[Piece]:
    """A line in which words of a script that runs to the left are drawn from left to right, as it is read."""
    if not _is_drawn_backwards(line):
        return line
    end = next((at for at in range(len(line), 0, -1) if line[at - 1].text.strip("\r\n")), 0)
    words, rest = [evolve(piece, text=_SPACES.sub(" ", piece.text)) for piece in line[:end]], line[end:]
    cut = words[-1].text.rstrip("\r\n")
    breaks = words[-1].text[len(cut) :]
    words[-1] = evolve(words[-1], text=cut)
    tail: list[Piece] = []
    if set(words[-1].text.strip()) <= _ENDS and words[0].text.strip()[:1] not in _ENDS:
        tail = [words.pop()]  # the full stop of a paragraph that is set from the left
    directions = [_direction(piece.text) for piece in words]
    if directions.count("R") < directions.count("L"):
        ordered = [piece for run in _runs(words, "R") for piece in run]
    else:
        ordered = [piece for run in reversed(list(_runs(words, "L"))) for piece in run]
    return [*ordered, *tail, evolve(line[-1], text=breaks), *rest] if breaks else [*ordered, *tail, *rest]


def _runs(words: Sequence[Piece], inner: str) -> Iterator[list[Piece]]:
    """Runs of pieces of the direction `inner`, what is of none between them included; the others one by one.
    Where that is R the runs are turned round. A number is of the direction of the Latin letters before it."""
    at = 0
    while at < len(words):
        end = at + 1
        if _direction(words[at].text) == inner:
            for further in range(at + 1, len(words)):
                direction = _direction(words[further].text)
                if direction == inner or (inner == "L" and _DIGIT.search(words[further].text)):
                    end = further + 1
                elif direction:
                    break
        run = list(words[at:end])
        yield run[::-1] if inner == "R" and end - at > 1 else run
        at = end


def _direction(text: str) -> str:
    """R or L of the first letter; "" where there is none. Digits are of none."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "R"
        if kind == "L":
            return "L"
    return ""


def _is_drawn_backwards(line: Sequence[Piece]) -> bool:
    """Do its pieces of Arabic, Hebrew and the like follow each other from left to right?"""
    words = [piece for piece in line if _direction(piece.text) == "R"]
    if len(words) < 2:
        return False
    steps = list(pairwise(words))
    if any(abs(b.y - a.y) > _SAME_LINE * max(a.size, b.size, 1.0) for a, b in steps):
        return False
    return all(b.x > a.x for a, b in steps)


def _plain(text: str) -> str:
    """Arabic letters for the shapes in which a page draws them."""
    if not any("\ufb50" <= c <= "\ufefc" for c in text):
        return text
    return "".join(unicodedata.normalize("NFKC", c) if _is_shape(c) else c for c in text)


def _is_shape(character: str) -> bool:
    return "\ufb50" <= character <= "\ufdcf" or "\ufe70" <= character <= "\ufefc"


@frozen
class _Line:
    """What stands on one height without a wide gap; `pieces` with what ends it."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces).strip()

    @property
    def start(self) -> Piece:
        return next(piece for piece in self.pieces if piece.text.strip())


def _order_columns(lines: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """Rows of two columns, drawn left, right, left, right: the left column whole, then the right one.

    Only prose is: lines of some length that begin at two places, and of which half go on in lower case.
    """
    drawn = [_Line(part) for line in lines for part in _split_wide(line)]
    found: list[list[Piece]] = []
    at = 0
    while at < len(drawn):
        end = max(at + 1, _end_of_rows(drawn, at))
        rows = drawn[at:end]
        if _are_columns(rows):
            found += [_broken(line) for line in (*rows[0::2], *rows[1::2])]
        else:
            found += [list(line.pieces) for line in rows]
        at = end
    return found


def _split_wide(line: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Parts of a line between gaps that no space makes; what is blank stays with what stands before it."""
    part: list[Piece] = []
    last: Piece | None = None
    for piece in line:
        if piece.text.strip():
            if last is not None and _is_far(last, piece):
                yield tuple(part)
                part = []
            last = piece
        part.append(piece)
    if part:
        yield tuple(part)


def _is_far(last: Piece, piece: Piece) -> bool:
    end = last.x + len(last.text.strip()) * _LETTER_WIDTH * last.size
    return piece.x - end > _WIDE_GAP * max(last.size, piece.size) or piece.x < last.x


def _end_of_rows(drawn: Sequence[_Line], begin: int) -> int:
    """Where the rows end that begin there: pairs of lines at the same two places, each pair on one height."""
    at = begin
    while at + 1 < len(drawn):
        pair = drawn[at : at + 2]
        if any(len(line.text) < _LEAST_LINE_CHARS for line in pair):
            break
        left, right = (line.start for line in pair)
        first, second = drawn[begin].start, drawn[begin + 1].start
        is_pair = abs(left.y - right.y) <= _SAME_LINE * max(left.size, 1.0) and right.x > left.x + left.size
        if not is_pair or abs(left.x - first.x) > _SAME_START or abs(right.x - second.x) > _SAME_START:
            break
        at += 2
    return at


def _are_columns(rows: Sequence[_Line]) -> bool:
    if len(rows) < 2 * _LEAST_ROWS:
        return False
    columns = (rows[2::2], rows[3::2])
    return all(sum(line.text[0].islower() for line in column) * 2 >= len(column) for column in columns)


def _broken(line: _Line) -> list[Piece]:
    """The line with a line break behind it; a column's line ends where the gap began."""
    text = "".join(piece.text for piece in line.pieces)
    return list(line.pieces) if text.endswith("\n") else [*line.pieces, evolve(line.pieces[-1], text="\n")]


def count_odd_words(text: str) -> int:
    """Words of Arabic or Hebrew whose letters stand in an order in which nobody writes them, and lines of
    them that begin with the mark that ends a sentence.

    A shape of a letter says what it joins; some letters only end words, and these begin with one.
    """
    if not any("\u0590" <= character <= "\ufefc" for character in text):
        return 0
    count = sum(_begins_with_a_stop(line.strip()) for line in text.splitlines())
    for is_word, letters in groupby(text, lambda c: c.isalpha() or unicodedata.combining(c) > 0):
        word = "".join(letters) if is_word else ""
        if len(word) > 1 and unicodedata.bidirectional(word[0]) in ("R", "AL"):
            count += _begins_with_an_end(word) or _joins_wrongly(word)
    return count


def _begins_with_a_stop(line: str) -> bool:
    if not line or line[0] not in _STOPS_BEFORE or line[-1] in _STOPS_BEFORE or line[1:2] in _STOPS_BEFORE:
        return False
    kinds = [unicodedata.bidirectional(character) for character in line]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")


def _begins_with_an_end(word: str) -> bool:
    first, last = (unicodedata.normalize("NFKC", c) for c in (word[0], word[-1]))
    return first in _ENDING_LETTERS and last not in _ENDING_LETTERS


def _joins_wrongly(word: str) -> bool:
    """Do two neighbours' shapes not fit each other, or does the word begin or end with one that joins?"""
    shapes = [unicodedata.decomposition(character).partition(" ")[0] for character in word]
    pairs = ((_JOINS_NEXT.get(a), _JOINS_LAST.get(b)) for a, b in pairwise(shapes))
    fits = all(a is None or b is None or a == b for a, b in pairs)
    return not fits or _JOINS_LAST.get(shapes[0], False) or _JOINS_NEXT.get(shapes[-1], False)
