"""Where a text speaks of itself: lines of date, author and publisher, and the dateline; not of its story."""

import re
from collections.abc import Collection, Iterator
from enum import IntEnum
from itertools import islice

from attrs import frozen

from provenance.model.annotations import AnnotatedSource
from provenance.model.knowledge import Knowledge
from provenance.model.sources import Basis
from provenance.text.datelines import Dateline, find_dateline

_NAMES = ("published", "modified", "captured_at", "created", "author", "publisher", "title", "url")
_LONGEST_LINE = 200
_MOST_WORDS = 8
"""Words of a line beside what it states: "This article was first published on …"."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTERS = re.compile(r"[^\W\d_]+")
_HEAD_CHARS = 2_000
"""In which a dateline is looked for; and in each line, its first characters."""
_LINE = re.compile(r"[^\r\n]+")
_PROSE_WORDS = 14
"""A line of so many words belongs to the story; what stands above the first of them is the head."""
_MOST_LINES = 400
_TIMES = frozenset(
    "am pm ago last updated update published posted modified on at the of min mins minute minutes hour hours "
    "hr hrs day days week weeks month months year years today yesterday read reading time date edition st nd "
    "rd th gmt utc bst cet cest est edt cst cdt mst mdt pst pdt et ct mt pt ist jst aest eat cat wat".split()
)
"""Words of lines that say when, and nothing else."""


class PageLine(IntEnum):
    """What a part of a text is that speaks of the text itself."""

    STATEMENT = 1  # a line of its own: date, publisher, address
    BYLINE = 2  # likewise, with the author
    DATELINE = 3  # at the head of a sentence


@frozen(order=True)
class PageRange:
    """[start, end) of a text."""

    start: int
    end: int
    kind: PageLine


def find_page_ranges(source: AnnotatedSource, knowledge: Knowledge) -> tuple[PageRange, ...]:
    """Lines that hold what the metadata quote and hardly a word more, and the dateline, by start.

    A text of several datelines is a chronicle or a digest, and they are its facts; a headline with the
    house's name is a headline. Of lines that hold a day or a time without a year, those of the head count.
    """
    text = source.text
    dateline = _find_dateline(text, knowledge.agencies)
    found = [PageRange(dateline.start, dateline.end, PageLine.DATELINE)] if dateline else []
    for (start, end), stated in sorted(_stated_lines(source).items()):
        names = [name for _, _, name in stated]
        is_head = dateline is not None and start <= dateline.start < end
        if "title" in names or (is_head and all(dateline and a < dateline.end for a, _, _ in stated)):
            continue
        if end - start <= _LONGEST_LINE and _words_beside(text, start, end, stated) <= _MOST_WORDS:
            found.append(PageRange(start, end, PageLine.BYLINE if "author" in names else PageLine.STATEMENT))
    held = {one.start for one in found}
    found += [one for one in _time_lines(text, knowledge) if one.start not in held]
    return tuple(sorted(found))


def _time_lines(text: str, knowledge: Knowledge) -> list[PageRange]:
    """Lines between the first line and the story that hold figures and words of time alone, unless such
    lines stand in the story as well: those head the entries of a chronicle."""
    found: list[PageRange] = []
    is_head = True
    for number, line in enumerate(islice(_LINE.finditer(text), _MOST_LINES)):
        words = line.group()[:_LONGEST_LINE].split()
        is_head = is_head and len(words) < _PROSE_WORDS
        if not 0 < len(words) <= _MOST_WORDS or not _says_when(line.group(), knowledge):
            continue
        if not is_head:
            return []
        if number:
            found.append(PageRange(*_line_around(text, line.start(), line.end()), PageLine.STATEMENT))
    return found


def _says_when(line: str, knowledge: Knowledge) -> bool:
    words = [word.casefold() for word in _LETTERS.findall(line.replace(".", ""))]  # p.m. is one word
    is_time = all(word in _TIMES or word in knowledge.months or word in knowledge.weekdays for word in words)
    return bool(words) and is_time and any(character.isdigit() for character in line)


def _stated_lines(source: AnnotatedSource) -> dict[tuple[int, int], list[tuple[int, int, str]]]:
    """Line → (start, end, name) of what the metadata quote from it."""
    lines: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
    for item in source.source.metadata:
        span = item.span
        if span is None or item.name not in _NAMES or item.basis not in (Basis.STATED, Basis.INFERRED):
            continue
        if span.source_id == source.source.id and span.end <= len(source.text):
            line = _line_around(source.text, span.start, span.end)
            lines.setdefault(line, []).append((span.start, span.end, item.name))
    return lines


def find_heading_end(text: str) -> int:
    """Where the first line ends, if it is short and what follows is set off from it or is prose; else 0.

    The first line of a text that is broken into lines of about one length is no heading.
    """
    lines = _LINE.finditer(text)
    first, second = next(lines, None), next(lines, None)
    if first is None or second is None or len(first.group()[:_LONGEST_LINE].split()) >= _PROSE_WORDS:
        return 0
    is_apart = "\n" in text[first.end() + 1 : second.start()].replace("\r\n", "\n")
    is_prose = len(second.group()[: 5 * _LONGEST_LINE].split()) >= _PROSE_WORDS
    return first.end() if is_apart or is_prose else 0


def page_line_at(ranges: Collection[PageRange], start: int, end: int) -> PageLine | None:
    """What speaks of the text itself and holds [start, end) whole; None if nothing does."""
    return next((one.kind for one in ranges if one.start <= start and end <= one.end), None)


def _find_dateline(text: str, agencies: Collection[str]) -> Dateline | None:
    found = list(_datelines(text, agencies))
    return found[0] if len(found) == 1 else None


def _datelines(text: str, agencies: Collection[str]) -> Iterator[Dateline]:
    for line in _LINE.finditer(text, 0, _HEAD_CHARS):
        blank = len(line.group()) - len(line.group().lstrip())
        end = _line_around(text, line.start(), line.end())[1] if line.end() == _HEAD_CHARS else line.end()
        dateline = find_dateline(text, line.start() + blank, end, agencies)
        if dateline is not None:
            yield dateline


def _line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The line or lines on which [start, end) stands, without the white space around them."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    ends = [at for at in (text.find("\n", end), text.find("\r", end)) if at >= 0]
    last = min(ends, default=len(text))
    line = text[first:last]
    return first + len(line) - len(line.lstrip()), last - len(line) + len(line.rstrip())


def _words_beside(text: str, start: int, end: int, stated: Collection[tuple[int, int, str]]) -> int:
    left = text[start:end]
    for first, last, _ in stated:
        left = f"{left[: first - start]}{' ' * (last - first)}{left[last - start :]}"
    return len(_WORD.findall(left))
