"""Lines of a PDF's pages → paragraphs, running headers and page numbers.

A PDF has no paragraphs, only lines placed on a page, and its line breaks say nothing about the text: left in,
they cut every name and sentence whose next line happens to begin with a capital. So the lines of a paragraph
are joined by one space, as a reader joins them; where that is not certain, the line break stays.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from attrs import define, field, frozen

from provenance.model.sources import FurnitureKind
from provenance.readers.documents.assembly import Block

_BREAK = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_SYMBOL_BULLET = re.compile("^[\uf000-\uf0ff](?=\\s)")
"""Bullets of symbol fonts, which are private to the font."""
_LIST_MARK = re.compile(r"(?:[•‣◦▪■●–—*·o-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\[\d{1,3}\])\s")
_NOTE_START = re.compile(r"(\d{1,3})\s{1,4}\S")
_NOTE_MARK = re.compile(r"[^\W\d_][.,;:!?\"'”’»)]{0,2}(\d{1,3})(?![\w.,-])")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBER = re.compile(r"\d{1,9}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){0,4}")
_BROKEN = re.compile(r"([^\W\d_]{2,})-$")
_STOPS = ".!?:;…。！？؟۔"
_CLOSERS = "\"'”’»)]"
_EDGE_LINES = 3
"""Headers and footers stand among so many first or last lines of what a page's program wrote."""
_LONGEST_EDGE_CHARS = 150
_MIDDLE_WORDS = 4
"""So many words that begin in lower case are the middle of a sentence, not a header."""
_MOST_TITLE_LINES = 6
_LEAST_WIDTH_CHARS = 30
_WIDTH_LINES = 4
_WIDTH_RANK = 0.9
_FULL_SHARE = 0.75
"""Share of the column's width, in characters, from which a line is full: letters differ in width."""
_FULL_SHARE_AT_STOP = 0.92
"""Likewise where the line ends a sentence: it may be the last of its paragraph."""
_HALF_SHARE = 0.5
_LETTER_SHARE = 0.6
"""Share of letters that prose has at least; rows of figures are no paragraph."""
_HYPHEN_SHARE = 0.03
"""Share of lines that end in a hyphen from which the document is hyphenated: without, 1 in 200 does."""


@frozen
class PageLine:
    """A line of page `page`, counted from 0. `is_open`: a space follows it, as where a line is wrapped."""

    text: str
    page: int
    is_open: bool


def lay_out_pages(pages: Sequence[str], title: str | None) -> list[Block]:
    """Paragraphs of all pages in their order, headers and page numbers marked; `title`: of the document.

    A paragraph that goes on over a page break is kept whole: the header and footer follow it.
    """
    lines = [list(_split(text, page)) for page, text in enumerate(pages)]
    edges = find_edges([[line.text for line in page] for page in lines], title)
    layout = _Layout(lines, " ".join((title or "").casefold().split()))
    for page, page_lines in enumerate(lines):
        for number, line in enumerate(page_lines):
            reason = edges.get((page, number))
            if reason is None:
                layout.add(line)
            else:
                layout.hold(Block(line.text, FurnitureKind.REPEATED, reason))
    return layout.finish()


def _split(text: str, page: int) -> Iterable[PageLine]:
    """The lines of a page; an empty one stands for a gap that the extractor saw."""
    for line in _BREAK.split(text):
        stripped = line.strip()
        yield PageLine(_SYMBOL_BULLET.sub("•", stripped), page, line != line.rstrip() and bool(stripped))


def find_edges(pages: Sequence[Sequence[str]], title: str | None) -> dict[tuple[int, int], str]:
    """(page, line) → why it is a running header, footer or page number.

    Such a line stands at the edge of half of the pages, or of three; its numbers are the same on all of
    them or count with the pages. On the first page the document's own title is none.
    """
    groups: dict[str, dict[int, int]] = defaultdict(dict)
    for page, lines in enumerate(pages):
        seen = [number for number, line in enumerate(lines) if line]
        for number in dict.fromkeys([*seen[:_EDGE_LINES], *seen[-_EDGE_LINES:]]):
            if len(lines[number]) <= _LONGEST_EDGE_CHARS and not _is_middle(lines[number]):
                groups[_NUMBER.sub("#", lines[number].casefold())].setdefault(page, number)
    found = {}
    for key, places in groups.items():
        kept = _with_steady_numbers(pages, places) if "#" in key else list(places.items())
        if len(kept) < 2 or (len(kept) < 3 and len(kept) * 2 < len(pages)):
            continue
        what = "page number" if key.strip(" -–—|#") in ("", "page", "p.") else "same line"
        for page, number in kept:
            if page > 0 or title is None or pages[page][number].casefold() != title.casefold():
                found[page, number] = f"{what} at the edge of {len(kept)} of {len(pages)} pages"
    return found


def _is_middle(line: str) -> bool:
    return line[0].islower() and len(line.split()) >= _MIDDLE_WORDS


def _with_steady_numbers(pages: Sequence[Sequence[str]], places: dict[int, int]) -> list[tuple[int, int]]:
    """Those places at which each number is the one that most have, or that most have before or after it."""
    values = {
        page: [int(hit) for hit in _NUMBER.findall(pages[page][number])] for page, number in places.items()
    }
    kept = list(places.items())
    for slot in range(min(map(len, values.values()))):
        constant, constant_count = Counter(values[page][slot] for page, _ in kept).most_common(1)[0]
        offset, offset_count = Counter(values[page][slot] - page for page, _ in kept).most_common(1)[0]
        is_counting = offset_count >= constant_count
        kept = [
            (page, number)
            for page, number in kept
            if (values[page][slot] - page == offset if is_counting else values[page][slot] == constant)
        ]
    return kept


@define(slots=False)
class _Layout:
    """Lines one after the other → blocks. `current`: the paragraph that may go on; `held`: furniture that
    stood after its last line; `title`: in lower case; `is_list`: is the last block made of short lines?"""

    pages: Sequence[Sequence[PageLine]]
    title: str
    blocks: list[Block] = field(factory=list)
    current: list[PageLine] = field(factory=list)
    held: list[Block] = field(factory=list)
    is_after_gap: bool = True
    is_list: bool = False

    def add(self, line: PageLine) -> None:
        if not line.text:
            if not self.current or self.current[-1].page == line.page:
                self.is_after_gap = True
            return
        if self.current and not (self._goes_on_title(line) or self._goes_on(self.current[-1], line)):
            self._end_paragraph()
        self.current.append(line)
        self.is_after_gap = False

    def hold(self, block: Block) -> None:
        """A running line: after the paragraph that may go on below it."""
        if self.current:
            self.held.append(block)
        else:
            self.blocks.append(block)
            self.is_list = False

    def finish(self) -> list[Block]:
        self._end_paragraph()
        return self.blocks

    def _end_paragraph(self) -> None:
        if self.current:
            text = self._join([line.text for line in self.current])
            is_short = len(self.current) == 1 and len(text) < _FULL_SHARE * self._width(self.current[0].page)
            last = self.blocks[-1] if self.blocks else None
            if is_short and self.is_list and last is not None and last.kind is None:
                self.blocks[-1] = Block(f"{last.text}\n{text}")
            else:
                self.blocks.append(Block(text))
            self.is_list = is_short and not self.is_after_gap
        if self.held:
            self.blocks += self.held
            self.is_list = False
        self.current, self.held = [], []

    def _goes_on_title(self, line: PageLine) -> bool:
        """Does the document's title go on in `line`? Its lines are short, and so told by what it says."""
        if len(self.current) > _MOST_TITLE_LINES:
            return False
        lines = " ".join(seen.text for seen in (*self.current, line)).casefold()
        return self.title.startswith(lines)

    def _goes_on(self, before: PageLine, line: PageLine) -> bool:
        """Is `line` the next of the same paragraph?"""
        ends = before.text.rstrip(_CLOSERS)[-1:] in _STOPS
        is_lower = line.text[0].islower()
        if before.page != line.page:
            return is_lower and not ends
        if self.is_after_gap or _LIST_MARK.match(line.text) or self._is_note(line):
            return False
        share = len(before.text) / self._width(line.page)
        if is_lower and not ends and (before.is_open or share >= _HALF_SHARE or before.text[-1] == "-"):
            return True
        if before.is_open and share >= _HALF_SHARE:
            return True
        return share >= (_FULL_SHARE_AT_STOP if ends else _FULL_SHARE) and _is_prose(before.text)

    def _is_note(self, line: PageLine) -> bool:
        """Does it begin with a number that hangs on a word of the page, as footnotes do?"""
        number = _NOTE_START.match(line.text.translate(_LOWERED))
        return number is not None and number[1] in self._note_marks[line.page]

    @cached_property
    def _note_marks(self) -> list[set[str]]:
        return [
            {mark for line in page for mark in _NOTE_MARK.findall(line.text.translate(_LOWERED))}
            for page in self.pages
        ]

    def _width(self, page: int) -> int:
        return self._page_widths[page] or self._document_width

    @cached_property
    def _page_widths(self) -> list[int]:
        return [_find_width(page, _WIDTH_LINES) for page in self.pages]

    @cached_property
    def _document_width(self) -> int:
        lines = [line for page in self.pages for line in page]
        return _find_width(lines, 1) or _LEAST_WIDTH_CHARS * 2

    def _join(self, lines: Sequence[str]) -> str:
        pieces = [lines[0]]
        for line in lines[1:]:
            broken, following = _BROKEN.search(pieces[-1][-60:]), _WORD.match(line)
            if broken and following:
                if not self._keeps_hyphen(broken[1], following.group()):
                    pieces[-1] = pieces[-1][:-1]
            elif not (_is_ideograph(pieces[-1][-1]) and _is_ideograph(line[0])):
                pieces.append(" ")
            pieces.append(line)
        return "".join(pieces)

    def _keeps_hyphen(self, begin: str, end: str) -> bool:
        """As the document writes the word elsewhere; else, in lower case, as it breaks its lines."""
        whole, parted = (begin + end).casefold(), f"{begin}-{end}".casefold()
        if self._words[whole] or self._words[parted]:
            return self._words[parted] > self._words[whole]
        return not (end[0].islower() and self._is_hyphenated)

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(
            hit.casefold() for page in self.pages for line in page for hit in _WORD.findall(line.text)
        )

    @cached_property
    def _is_hyphenated(self) -> bool:
        lines = [line.text for page in self.pages for line in page if len(line.text) >= _LEAST_WIDTH_CHARS]
        count = sum(_BROKEN.search(line[-60:]) is not None for line in lines)
        return count >= max(2, len(lines) * _HYPHEN_SHARE)


def _find_width(lines: Sequence[PageLine], least: int) -> int:
    """Characters of a full line; 0 if fewer than `least` lines are long enough to tell."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) >= _LEAST_WIDTH_CHARS)
    return lengths[int(len(lengths) * _WIDTH_RANK)] if len(lengths) >= max(1, least) else 0


def _is_prose(line: str) -> bool:
    seen = [character for character in line if not character.isspace()]
    return sum(map(str.isalpha, seen)) >= len(seen) * _LETTER_SHARE


def _is_ideograph(character: str) -> bool:
    """Chinese and Japanese, which have no spaces between words."""
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uff9f"
