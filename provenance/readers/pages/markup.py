"""HTML markup → all that it shows and hides, line by line, and what it states, in linear time at any depth.

Not a validating parser: the standard library's is quadratic on some unclosed markup, and libxml2 drops
what is nested deeper than 256 without a word.
"""

import re
from html import escape, unescape

from attrs import define, field

from provenance.readers.pages.elements import (
    BREAKS,
    INLINE,
    NOTED,
    RAW,
    VOID,
    Looks,
    read_attributes,
    read_looks,
)
from provenance.readers.pages.lines import Block, Lines, Place

_TAG = re.compile(
    r"<(?:(/?)([a-zA-Z][^\s/<>]{0,40}+)((?:[^<>\"']++|\"[^\"<>]*+\"|'[^'<>]*+')*+)>|(?=[a-zA-Z/!?]))"
)
"""A tag without < or > in its values, so that a failing attempt never passes the next tag; or any start."""
_TAG_STOP = re.compile(r"[>\"']")
_TAG_NAME = re.compile(r"(/?)([a-zA-Z][^\s/<>]{0,40})")
_NEXT_TAG = re.compile(r"<(?!su[bp][\s>])[a-zA-Z]")
_ANY_TAG = re.compile(r"<[^<>]*+>?")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}
_XML = re.compile(r"\s{0,99}<\?xml|\s{0,99}<!doctype[^>]{0,200}xhtml", re.IGNORECASE)
_PROPERTY = re.compile(
    r"\s(?:(?:itemprop|itemscope|property)\b|rel\s?=\s?[\"']?author\b|class\s?=\s?[\"']?[^\"']{0,99}\b(?:fn|vcard|p-author)\b)",
    re.IGNORECASE,
)
_ATTRIBUTE_CHARS = 20_000
_LONGEST_COMMENT_CHARS = 2_000
_MOST_COMMENTS = 200
_MOST_PROPERTIES = 5_000
_MOST_OPEN_PROPERTIES = 20
_PROPERTY_CHARS = 500
"""Limits of what is kept of comments and of elements with itemprop: longer ones hold no metadata."""
_KEPT_LOOKS = 5_000
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
_ENTRIES = frozenset(("li", "dt", "dd"))
_PARTS = frozenset(("tr", "tbody", "thead", "tfoot", "table"))


@define
class Property:
    """An element with itemprop, itemscope or property. `text`: what stands in it, cut at 500 characters;
    `parent`: index of the element of this kind that it stands in, None if in none."""

    tag: str
    attributes: dict[str, str]
    parent: int | None
    text: str = ""


@define
class Markup:
    """What a page's markup holds. `elements`: (tag, attributes) of meta, link, html and time, in order.

    `blocks`: its lines, hidden ones included, in order; `places`: the elements that they stand in, each
    after the one around it. `scripts`: (type, content) of scripts with a type; `comments`: those that are
    not long, in order; `properties`: elements with itemprop, itemscope or property. `depth`: how deep
    elements are nested; `block_depth`: without counting those of inline text, which are often not closed.
    """

    title: str = ""
    blocks: list[Block] = field(factory=list)
    places: list[Place] = field(factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(factory=list)
    scripts: list[tuple[str, str]] = field(factory=list)
    comments: list[str] = field(factory=list)
    properties: list[Property] = field(factory=list)
    depth: int = 0
    block_depth: int = 0
    tag_count: int = 0
    longest_tag_chars: int = 0

    def visible_text(self) -> str:
        """The lines that are not hidden, as paragraphs."""
        return "\n\n".join(block.text for block in self.blocks if not block.place.is_hidden)

    def headlines(self) -> list[Block]:
        """All h1 that are lines, in order; a site's name may be among them."""
        return [block for block in self.blocks if "h1" in block.place.within and len(block.text) <= 300]

    def subheadings(self) -> list[Block]:
        """Likewise of all h2 that are no links of other pages' teasers; a page of a series has its headline
        there."""
        return [block for block in self.blocks if "h2" in block.place.within and len(block.text) <= 300]


def read_markup(html: str) -> Markup:
    """The lines and the metadata elements of `html`."""
    return _Scanner(html).scan()


@define
class _Open:
    """An open element. `counts`: how many of each name are open around it in its scope, which a table cell
    begins; `entry`: for a list, the index of its open entry on the stack; `row`, `cell`: for a table."""

    tag: str
    place: Place
    counts: dict[str, int]
    entry: int = -1
    row: int = -1
    cell: int = -1


@define
class _Scanner:
    """One pass over a page. `stack`: the open elements; `lists`, `tables`: the indices of those among them;
    `open_properties`: (index on the stack, index in the page's properties), the innermost last."""

    html: str
    page: Markup = field(factory=Markup)
    lines: Lines = field(factory=Lines)
    stack: list[_Open] = field(factory=list)
    lists: list[int] = field(factory=list)
    tables: list[int] = field(factory=list)
    open_properties: list[tuple[int, int]] = field(factory=list)
    missing: set[str] = field(factory=set)
    looks: dict[tuple[str, str], Looks] = field(factory=dict)
    is_xml: bool = False
    open_blocks: int = 0

    def scan(self) -> Markup:
        self.is_xml = _XML.match(self.html) is not None
        self.stack.append(_Open("", self.lines.root, {}))
        html, position = self.html, 0
        while True:
            hit = _TAG.search(html, position)
            if hit is None:
                self._add_text(html[position:])
                break
            start = hit.start()
            if start > position:
                self._add_text(html[position:start])
            if hit[2]:
                position = self._read_tag(hit[2].casefold(), bool(hit[1]), hit[3], hit.end())
            else:
                position = self._read_odd(start)
        while len(self.stack) > 1:
            self._pop()
        self.lines.end()
        self.page.blocks, self.page.places = self.lines.blocks, self.lines.places
        return self.page

    def _find(self, what: str, position: int) -> int:
        """str.find, but what was once not found to the end is not looked for again."""
        if what in self.missing:
            return -1
        found = self.html.find(what, position)
        if found < 0:
            self.missing.add(what)
        return found

    def _read_odd(self, start: int) -> int:
        """Take in the comment, declaration or tag with < or > in its values at `start`; where it ends."""
        if self.html.startswith("<!--", start):
            return self._read_comment(start)
        if self.is_xml and self.html.startswith("<![CDATA[", start):
            end = self._find("]]>", start)
            self._add_text(escape(self.html[start + 9 : end if end >= 0 else len(self.html)]))
            return end + 3 if end >= 0 else len(self.html)
        end = self._declaration_end(start) if self.html.startswith("<!", start) else self._tag_end(start + 1)
        if end < 0:  # what looks like a tag never ends: a reader of the bytes sees text there
            self._add_text(_ANY_TAG.sub(" ", self.html[start:]))
            return len(self.html)
        name = _TAG_NAME.match(self.html, start + 1)
        if name is None:
            return end + 1
        return self._read_tag(name[2].casefold(), bool(name[1]), self.html[name.end() : end], end + 1)

    def _read_comment(self, start: int) -> int:
        """Keep the comment at `start` if it is not long; the offset after it."""
        end = self._find("-->", start + 4)
        if 0 <= end - start <= _LONGEST_COMMENT_CHARS and len(self.page.comments) < _MOST_COMMENTS:
            self.page.comments.append(self.html[start + 4 : end])
        return len(self.html) if end < 0 else end + 3

    def _declaration_end(self, start: int) -> int:
        """Offset of the > that ends a declaration, with the markup declarations in its brackets."""
        end = self._find(">", start)
        bracket = self.html.find("[", start, max(start, end))
        if bracket < 0 or not self.html[start : start + 9].casefold().startswith("<!doctype"):
            return end
        closing = self._find("]>", bracket)
        return end if closing < 0 else closing + 1

    def _tag_end(self, position: int) -> int:
        """Offset of the > that ends a tag; one inside a quoted value does not count; -1 if there is none."""
        begin = position
        while True:
            stop = _TAG_STOP.search(self.html, position)
            if stop is None:
                return -1
            if stop.group() == ">":
                return stop.start()
            is_value = self.html[max(begin, stop.start() - 4) : stop.start()].rstrip().endswith("=")
            closing = self._find(stop.group(), stop.end()) if is_value else stop.start()
            position = stop.end() if closing < 0 else closing + 1

    def _read_tag(self, tag: str, is_closing: bool, inner: str, end: int) -> int:
        """Take in a tag; the offset after it, and after its content if that is no markup."""
        self.page.tag_count += 1
        self.page.longest_tag_chars = max(self.page.longest_tag_chars, len(inner))
        if is_closing:
            if tag not in INLINE:
                self.lines.end()
            elif _NEXT_TAG.match(self.html, end):
                self.lines.add_joint(is_wide=tag == "span" and self.html.startswith("<span ", end))
            self._close(tag)
            return end
        if tag in BREAKS:
            self.lines.break_line()
            return end
        if tag not in INLINE:
            self.lines.end()
            self._close_implied(tag)
        elif tag == "a":
            self._close("a")
        is_void = tag in VOID or (self.is_xml and inner.endswith("/"))
        self._note(tag, inner, is_void)
        if tag in RAW and not is_void:
            return self._read_raw(tag, inner, end)
        if not is_void:
            self._open(tag, inner)
        return end

    def _note(self, tag: str, inner: str, is_void: bool) -> None:
        """What the element states about the page."""
        is_property = bool(inner) and _PROPERTY.search(inner[:_ATTRIBUTE_CHARS]) is not None
        if tag not in NOTED and not is_property:
            return
        attributes = read_attributes(inner[:_ATTRIBUTE_CHARS])
        if tag in NOTED:
            self.page.elements.append((tag, attributes))
        if is_property and len(self.page.properties) < _MOST_PROPERTIES:
            parent = self.open_properties[-1][1] if self.open_properties else None
            self.page.properties.append(Property(tag, attributes, parent))
            if not is_void and tag not in RAW and len(self.open_properties) < _MOST_OPEN_PROPERTIES:
                self.open_properties.append((len(self.stack), len(self.page.properties) - 1))

    def _read_raw(self, tag: str, inner: str, position: int) -> int:
        """Content that is no markup, up to its closing tag."""
        marker = f"</{tag}"
        closing = None if marker in self.missing else _RAW_END[tag].search(self.html, position)
        if closing is None:
            self.missing.add(marker)
            return position
        content = self.html[position : closing.start()]
        if tag == "title" and not self.page.title and "svg" not in self.stack[-1].place.within:
            self.page.title = " ".join(unescape(content).split())
        elif tag == "script":
            kind = read_attributes(inner[:_ATTRIBUTE_CHARS]).get("type")
            if kind:
                self.page.scripts.append((kind.strip().casefold(), content))
        elif tag in ("textarea", "xmp"):
            self._open(tag, inner)
            self._add_text(content)
            self.lines.end()
            self._pop()
        end = self._tag_end(closing.end())
        return len(self.html) if end < 0 else end + 1

    def _open(self, tag: str, inner: str) -> None:
        around = self.stack[-1]
        if tag in _ENTRIES and self.lists:
            self.stack[self.lists[-1]].entry = len(self.stack)
        elif self.tables and tag in _CELLS:
            self._open_cell()
        elif self.tables and tag == "tr":
            self.stack[self.tables[-1]].row = len(self.stack)
            self.lines.begin_row()
        elif tag in _LISTS:
            self.lists.append(len(self.stack))
        elif tag == "table":
            self.tables.append(len(self.stack))
            self.lines.begin_table()
        key = (tag, inner)
        looks = self.looks.get(key)
        if looks is None:
            looks = read_looks(tag, inner[:_ATTRIBUTE_CHARS])
            if len(self.looks) < _KEPT_LOOKS:
                self.looks[key] = looks
        counts = {} if tag in _CELLS or tag == "table" else around.counts
        counts[tag] = counts.get(tag, 0) + 1
        self.stack.append(_Open(tag, self.lines.enter(around.place, tag, looks), counts))
        self.page.depth = max(self.page.depth, len(self.stack) - 1)
        if tag not in INLINE:
            self.open_blocks += 1
            self.page.block_depth = max(self.page.block_depth, self.open_blocks)

    def _open_cell(self) -> None:
        table = self.stack[self.tables[-1]]
        if table.row < 0:
            self.lines.begin_row()
            table.row = len(self.stack)
        table.cell = len(self.stack)
        self.lines.begin_cell()

    def _pop(self, *, is_closed: bool = False) -> None:
        """End the innermost element. `is_closed`: by its own closing tag."""
        index = len(self.stack) - 1
        closed = self.stack.pop()
        closed.counts[closed.tag] -= 1
        if closed.tag == "a" and not is_closed:
            closed.place.is_unclosed = True
        self.open_blocks -= closed.tag not in INLINE
        if self.lists and self.lists[-1] == index:
            self.lists.pop()
        elif self.tables and self.tables[-1] == index:
            self.tables.pop()
            self.lines.end_table()
        if closed.tag in _ENTRIES and self.lists and self.stack[self.lists[-1]].entry == index:
            self.stack[self.lists[-1]].entry = -1
        if self.tables:
            table = self.stack[self.tables[-1]]
            table.cell = -1 if table.cell == index else table.cell
            if table.row == index:
                table.row = -1
                self.lines.end_row()
        while self.open_properties and self.open_properties[-1][0] >= index:
            self.open_properties.pop()

    def _pop_to(self, index: int) -> None:
        while len(self.stack) > max(1, index):
            self._pop()

    def _close(self, tag: str) -> None:
        """The closing tag of `tag` ends the innermost one that is open, but not through a table's cell."""
        if tag in _CELLS or tag in _PARTS:
            if self.tables:
                self._close_part(tag)
            return
        if self.stack[-1].counts.get(tag):
            while self.stack[-1].tag != tag:
                self._pop()
            self._pop(is_closed=True)

    def _close_part(self, tag: str) -> None:
        index = self.tables[-1]
        table = self.stack[index]
        if tag == "table":
            self._pop_to(index)
        elif tag in _CELLS:
            if table.cell >= 0:
                self._pop_to(table.cell)
        elif table.row >= 0:
            self._end_row(table)

    def _end_row(self, table: _Open) -> None:
        self._pop_to(min(table.row, table.cell) if table.cell >= 0 else table.row)
        if table.row >= 0:  # a row that no tr began
            table.row = -1
            self.lines.end_row()

    def _close_implied(self, tag: str) -> None:
        """What an opening tag ends without saying so: paragraphs, entries of the same list, cells, rows."""
        if tag in _CELLS or tag in _PARTS or tag == "caption":
            if self.tables and tag != "table":
                table = self.stack[self.tables[-1]]
                if table.cell >= 0 and table.cell > self.tables[-1]:
                    self._pop_to(table.cell)
                if tag not in _CELLS and table.row >= 0:
                    self._end_row(table)
            return
        if tag in _ENTRIES and self.lists:
            entry = self.stack[self.lists[-1]].entry
            if entry >= 0 and not (self.tables and self.tables[-1] > self.lists[-1]):
                self._pop_to(entry)
                return
        if self.stack[-1].counts.get("p"):
            self._close("p")

    def _add_text(self, text: str) -> None:
        for _, index in self.open_properties if text else ():
            found = self.page.properties[index]
            if len(found.text) < _PROPERTY_CHARS:
                found.text += text[: _PROPERTY_CHARS - len(found.text)]
        if text:
            self.lines.add(text, self.stack[-1].place)
