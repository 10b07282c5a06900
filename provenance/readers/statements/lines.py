"""A page's lines and which part of the page they belong to: head, body or foot."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import overload

from attrs import frozen

from provenance.readers.statements.prechecks import find_lines, fold_letters, holds_any
from provenance.readers.statements.stamps import find_stamps

_MARKUP = " \t\u00a0\u3000*_#>`|•·\ufeff-–—=~"
_PROSE_WORDS = 22
"""A line with that many words is prose: few headlines reach 20."""
_SENTENCE_WORDS = 9
_HEAD_LINES = 40
"""The head is not looked for further down."""
_FOOT_LINES = 12
_CAPTION = re.compile(
    r"\b(?:photo|photograph|image|picture|video|illustration|credit|getty|afp|reuters|epa|shutterstock)\b"
    r"|\bfile\b",
    re.IGNORECASE,
)
_CAPTION_WORDS = (
    *("photo", "image", "picture", "video", "illustration", "credit", "getty", "afp", "reuters", "epa"),
    *("shutterstock", "file"),
)
"""One of these stands in every line that the pattern finds: looking for them first is quicker."""
_CAPTION_CREDIT = re.compile(r"\b(?:photo|getty|credit|image)\b", re.IGNORECASE)
_BYLINE = re.compile(r"by\s", re.IGNORECASE)
_CREDIT = re.compile(r"(?:by|written by|posted|published|updated)\b", re.IGNORECASE)
_NO_SENTENCE = re.compile(r"posted|published|updated|©|\(c\)|copyright", re.IGNORECASE)
_WRAPPED_CHARS = 40
_KNOWN_CHARS = 600


@frozen
class Line:
    """A line without the white space and markup characters around it, at [start, end) of the text."""

    text: str
    start: int
    end: int
    is_prose: bool
    is_heading: bool
    is_caption: bool


class Lines(Sequence[Line]):
    """The lines of a text that are not blank, each looked at when it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = find_lines(text, _MARKUP)
        self._seen: dict[int, Line] = {}

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Line: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Line, ...]: ...

    def __getitem__(self, place: int | slice) -> Line | tuple[Line, ...]:
        if isinstance(place, slice):
            return tuple(self[number] for number in range(len(self._places))[place])
        number = range(len(self._places))[place]
        line = self._seen.get(number)
        if line is None:
            line = self._seen[number] = self._look(number)
        return line

    def find_short(self, begin: int, longest: int, first: str = "") -> list[Line]:
        """Those from number `begin` on that begin with a character of `first` (if any), and have
        no more than `longest` characters: only these are looked at."""
        found = []
        for number in range(begin, len(self._places)):
            start, end = self._places[number]
            stripped = self._text[start:end].strip(_MARKUP)
            if len(stripped) <= longest and (not first or stripped[0] in first):
                found.append(self[number])
        return found

    def ends(self, begin: int = 0) -> list[int]:
        """Where each of them ends, from number `begin` on, which may count from the end."""
        places = self._places[begin:]
        return [start + len(self._text[start:end].rstrip(_MARKUP)) for start, end in places]

    def _look(self, number: int) -> Line:
        start, end = self._places[number]
        raw = self._text[start:end]
        stripped = raw.strip(_MARKUP)
        start += len(raw) - len(raw.lstrip(_MARKUP))
        is_heading = raw.lstrip().startswith("#")
        judge = _judge_known if len(stripped) <= _KNOWN_CHARS else _judge
        is_caption, is_prose = judge(stripped, is_heading)
        is_prose = is_prose or (not is_heading and self._is_wrapped(number))
        return Line(stripped, start, start + len(stripped), is_prose, is_heading, is_caption)

    def _is_wrapped(self, number: int) -> bool:
        """Does the sentence go on in lower case on the very next line?"""
        start, end = self._places[number]
        if end - start < _WRAPPED_CHARS or number + 1 >= len(self._places):
            return False
        following, last = self._places[number + 1]
        is_next = self._text[end:following] in ("\n", "\r\n", "\r")
        return is_next and self._text[following:last].strip()[:1].islower()


@frozen
class Page:
    """`head`: lines before the body, with a standfirst's sentence where it stands before the byline.

    `lines`: all lines that are not blank. `body_start`: index in `lines` of the first line of the body.
    """

    lines: Lines
    head: tuple[Line, ...]
    body_start: int

    @property
    def foot(self) -> tuple[Line, ...]:
        """The last lines behind the head."""
        return self.lines[max(self.body_start, len(self.lines) - _FOOT_LINES) :]


def read_page(text: str) -> Page:
    """The lines of `text`, parted. Text that is wrapped at a column is prose from its first line on."""
    lines = Lines(text)
    body = _find_body(lines)
    return Page(lines, lines[:body], body)


def _find_body(lines: Lines) -> int:
    """Number of the first line of the body; no line of it is asked for that does not matter."""
    first = next((number for number, line in enumerate(islice(lines, _HEAD_LINES)) if line.is_prose), None)
    if first is None:
        return min(len(lines), _HEAD_LINES)
    second = next((number for number in range(first + 1, len(lines)) if lines[number].is_prose), None)
    if second is None or not any(is_credit(lines[number]) for number in range(first + 1, second)):
        return first
    return min(second, _HEAD_LINES)  # the first was a standfirst, before the byline


def is_credit(line: Line) -> bool:
    """Is it short and says who wrote it or when?"""
    if line.is_prose or line.is_caption or len(line.text) > 160:
        return False
    return _CREDIT.match(line.text) is not None or any(stamp.start < 40 for stamp in find_stamps(line.text))


def _judge(line: str, is_heading: bool) -> tuple[bool, bool]:
    """Is it a caption, and is it prose, whatever follows it?"""
    is_caption = not (is_heading or _BYLINE.match(line)) and _names_picture(line[:2000])
    return is_caption, not is_heading and _is_prose(line, is_caption)


_judge_known = lru_cache(maxsize=256)(_judge)
"""The lines of one page are looked at more than once: with and without furniture, and for their credits."""


def _names_picture(line: str) -> bool:
    return holds_any(fold_letters(line), _CAPTION_WORDS) and _CAPTION.search(line) is not None


def _is_prose(line: str, is_caption: bool) -> bool:
    word_count = len(line[:4000].split())
    if is_caption and word_count < 90 and _CAPTION_CREDIT.search(line[:4000]):
        return False
    if word_count >= _PROSE_WORDS:
        return True
    is_sentence = line.rstrip("\"'”’)»").endswith((".", "!", "?")) and word_count >= _SENTENCE_WORDS
    return is_sentence and not _NO_SENTENCE.match(line)
