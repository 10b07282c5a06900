"""The lines of a page while its markup is read: runs of text with the elements that they stand in."""

import re
from html import unescape
from itertools import pairwise

from attrs import define, field

from provenance.readers.pages.elements import NO_LOOKS, Looks

_SPACES = re.compile(r"[\s\u00a0]+")
_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")
_LONGEST_CELL_CHARS = 300
"""A row with a longer cell is no row of data."""
_MOST_STEPS = 8
_JOINT, _WIDE_JOINT = "\x00", "\x00\x00"
"""They stand for a joint among the runs: no text that was decoded has them."""
_WIDE_CHARS = 3
"""So much text before a joint is no initial that is set large."""
_SECTIONS = frozenset(("div", "section", "ul", "ol", "dl"))
_NOTABLE = frozenset(
    "a p h1 h2 h3 h4 h5 h6 article main li td th caption figure figcaption blockquote table pre svg time "
    "summary strong b dt dd footer header aside form".split()
)


@define(eq=False)
class Place:
    """An element that text stands in, or that holds such.

    `index`: in the page's places; `parent`: the place around it; `within`: names of the notable elements that
    it is or stands in; `link`: the link that it is or stands in. `hidden`: why it is not shown, "" if it is;
    `looks`: what its own names say of it.
    """

    index: int
    parent: "Place | None"
    within: frozenset[str]
    hidden: str = ""
    looks: Looks = NO_LOOKS
    link: "Place | None" = None
    is_unclosed: bool = False
    """Of a link: it never ends, so that what follows is no link."""

    @property
    def is_hidden(self) -> bool:
        """Is it or an element around it not shown?"""
        return bool(self.hidden)

    @property
    def is_linked(self) -> bool:
        """Is it or an element around it a link?"""
        return self.link is not None and not self.link.is_unclosed


@define(eq=False)
class Block:
    """A line of text. `place`: what most of it stands in; `runs`: (start, end, place) of its parts, in order.

    `gap`: what parts it from the line before: a line break in one paragraph, list or table, else two.
    `cell_count`: how many cells of a table it holds, 0 outside of one.
    """

    text: str
    place: Place
    runs: list[tuple[int, int, Place]]
    gap: str = "\n\n"
    cell_count: int = 0

    def linked_chars(self) -> int:
        """Characters of it that are links."""
        return sum(end - start for start, end, place in self.runs if place.is_linked)

    def linked_share(self) -> float:
        """Share of it that is links, 0..1, spaces and the bars between links aside."""
        linked = self.linked_chars()
        if not linked or linked == len(self.text):
            return float(linked > 0)
        return min(1.0, linked / max(1, len(self.text) - self.text.count(" | ") * 3 - self.text.count(" ")))


@define
class Lines:
    """Gathers runs of text into lines. `rows`: for every open table, where its open row and cells begin."""

    blocks: list[Block] = field(factory=list)
    places: list[Place] = field(factory=lambda: [Place(0, None, frozenset())])
    runs: list[tuple[str, Place]] = field(factory=list)
    rows: list[list[int]] = field(factory=list)
    known: dict[tuple[frozenset[str], str], frozenset[str]] = field(factory=dict)
    breaks: int = 0
    gap: str = "\n\n"
    entry: Place | None = None

    @property
    def root(self) -> Place:
        """The place of text outside of all elements."""
        return self.places[0]

    def enter(self, around: Place, tag: str, looks: Looks) -> Place:
        """The place of an element inside `around`; the same, where it changes nothing."""
        if looks is NO_LOOKS and tag not in _NOTABLE and tag not in _SECTIONS:
            return around
        key = (around.within, tag)
        within = self.known.get(key)
        if within is None:
            within = around.within | {tag} if tag in _NOTABLE else around.within
            self.known[key] = within
        place = Place(len(self.places), around, within, around.hidden or looks.hidden, looks, around.link)
        if tag == "a":
            place.link = place
        self.places.append(place)
        return place

    def add(self, text: str, place: Place) -> None:
        """More text of the line that is being gathered."""
        if not self.runs and text.isspace():
            return
        if "pre" in place.within and "\n" in text:
            self._add_preformatted(text, place)
        else:
            self.runs.append((text, place))

    def add_joint(self, *, is_wide: bool = False) -> None:
        """One element ends and another begins with nothing between them: their words may not be one word.

        `is_wide`: both have names of their own, as what is set apart by styles has.
        """
        if self.runs:
            is_wide = is_wide and len(self.runs[-1][0]) >= _WIDE_CHARS
            self.runs.append((_WIDE_JOINT if is_wide else _JOINT, self.runs[-1][1]))

    def _add_preformatted(self, text: str, place: Place) -> None:
        for number, paragraph in enumerate(_PARAGRAPHS.split(text)):
            if number:
                self.end()
            for position, line in enumerate(paragraph.split("\n")):
                if position:
                    self.break_line()
                self.runs.append((line, place))

    def break_line(self) -> None:
        """A <br>: one goes on in the paragraph, two end it."""
        if self._flush():
            self.gap = "\n"
        else:
            self.gap = "\n\n"

    def end(self) -> None:
        """The line ends, and the paragraph with it."""
        if self.runs:
            self._flush()
        self.gap = "\n\n"

    def begin_table(self) -> None:
        """A table opens."""
        self.rows.append([])

    def end_table(self) -> None:
        """The innermost table closes."""
        self.end()
        if self.rows:
            self.rows.pop()

    def begin_row(self) -> None:
        """A row of the innermost table opens."""
        self.rows[-1].clear()

    def begin_cell(self) -> None:
        """A cell of the innermost row opens."""
        self.rows[-1].append(len(self.blocks))

    def end_row(self) -> None:
        """The innermost row closes: where each of its cells is a short line, they become one line."""
        self.end()
        if not self.rows or len(self.rows[-1]) < 2:
            return
        begins = [*self.rows[-1], len(self.blocks)]
        self.rows[-1].clear()
        cells = self.blocks[begins[0] :]
        is_data = all(after - before <= 1 for before, after in pairwise(begins))
        if is_data and len(cells) > 1 and all(len(cell.text) <= _LONGEST_CELL_CHARS for cell in cells):
            self.blocks[begins[0] :] = [_join_cells(cells, begins[0] and self.blocks[begins[0] - 1])]

    def _flush(self) -> bool:
        """Make a line of what was gathered; whether there was any."""
        pieces: list[str] = []
        runs: list[tuple[int, int, Place]] = []
        length = 0
        joint = ""
        for raw, place in self.runs:
            if raw in (_JOINT, _WIDE_JOINT):
                joint = raw
                continue
            text = unescape(raw) if "&" in raw else raw
            if not text.isprintable() or "  " in text:
                text = _SPACES.sub(" ", text)
            if not pieces or pieces[-1].endswith(" "):
                text = text.removeprefix(" ")
            if not text:
                continue
            if joint and pieces:
                ends = pieces[-1][-1], text[0]
                is_wide = joint == _WIDE_JOINT and ends[0].isalnum() and ends[1].isalnum()
                if is_wide or _are_two_words(*ends, runs[-1][2], place):
                    pieces.append(" ")
                    length += 1
            joint = ""
            pieces.append(text)
            if runs and runs[-1][2] is place and runs[-1][1] == length:
                runs[-1] = (runs[-1][0], length + len(text), place)
            else:
                runs.append((length, length + len(text), place))
            length += len(text)
        self.runs.clear()
        line = "".join(pieces).rstrip().replace("\x00", "\ufffd")
        if not line:
            return False
        runs = [(start, min(end, len(line)), place) for start, end, place in runs if start < len(line)]
        place = runs[0][2] if len(runs) == 1 else max(runs, key=lambda run: run[1] - run[0])[2]
        self.blocks.append(Block(line, place, runs, self._gap_before(place)))
        self.gap = "\n\n"
        return True

    def _gap_before(self, place: Place) -> str:
        """Entries of one list follow each other line by line."""
        entry = _entry_of(place) if "li" in place.within else None
        before, self.entry = self.entry, entry
        if entry is None or before is None or entry is before or entry.parent is not before.parent:
            return self.gap
        return "\n"


def _are_two_words(before: str, after: str, place: Place, following: Place) -> bool:
    """Of two elements side by side: links always, others where a capital or figure follows small letters."""
    if not after.isalnum() or before.isspace():
        return False
    if before.isalnum() and ("a" in place.within or "a" in following.within):
        return place is not following
    return (before.islower() or before in '.!?:;,)"”') and (after.isupper() or after.isdigit())


def _entry_of(place: Place) -> Place:
    """The outermost entry of a list among the few elements around a line."""
    for _ in range(_MOST_STEPS):
        if place.parent is None or "li" not in place.parent.within:
            break
        place = place.parent
    return place


def _join_cells(cells: list[Block], before: Block | int) -> Block:
    pieces: list[str] = []
    runs: list[tuple[int, int, Place]] = []
    length = 0
    for cell in cells:
        if pieces:
            pieces.append(" | ")
            length += 3
        pieces.append(cell.text)
        runs += [(start + length, end + length, place) for start, end, place in cell.runs]
        length += len(cell.text)
    follows = isinstance(before, Block) and before.cell_count > 0
    longest = max(cells, key=lambda cell: len(cell.text))
    return Block("".join(pieces), longest.place, runs, "\n" if follows else "\n\n", len(cells))
