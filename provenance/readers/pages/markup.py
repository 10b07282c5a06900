"""HTML markup → its visible lines and the elements that carry metadata, in linear time and at any depth.

Not a validating parser: the standard library's is quadratic on some unclosed markup, and libxml2 drops
what is nested deeper than 256 without a word.
"""

import re
from html import unescape

from attrs import define, field

_TAG_START = re.compile(r"<(?=[a-zA-Z/!?])")
_TAG_STOP = re.compile(r"[>\"']")
_TAG_NAME = re.compile(r"/?([a-zA-Z][^\s/>]{0,40})")
_ATTRIBUTE = re.compile(
    r"([^\s=/>\"']{1,100})(?:\s{0,9}=\s{0,9}(?:\"([^\"]{0,9999})\"|'([^']{0,9999})'|([^\s\"'>]{1,9999})))?"
)
_SPACES = re.compile(r"[\s\u00a0]+")
_RAW_TAGS = ("script", "style", "textarea", "title", "xmp")
_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW_TAGS}
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_UNSEEN = frozenset(
    "script style template noscript svg math textarea select option title iframe object canvas".split()
)
_CHROME = frozenset("nav aside footer form button menu dialog".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span "
    "strike strong sub sup time tt u var wbr img".split()
)
_KEEPS_ATTRIBUTES = frozenset("meta link script html time".split())
_ATTRIBUTE_CHARS = 20_000
_PROPERTY = re.compile(r"\s(?:itemprop|itemscope|property)\b", re.IGNORECASE)
_LONGEST_COMMENT_CHARS = 2_000
_MOST_COMMENTS = 200
_MOST_PROPERTIES = 5_000
_MOST_OPEN_PROPERTIES = 20
_PROPERTY_CHARS = 500
"""Limits of what is kept of comments and of elements with itemprop: longer ones hold no metadata."""


@define
class Block:
    """A line of visible text: what stood between two block-level tags. `is_linked`: the whole of it lies
    in a link, as teasers of other pages do; `is_headline`: in an h1; `is_subheading`: in an h2."""

    text: str
    is_chrome: bool
    is_paragraph: bool
    is_headline: bool
    is_subheading: bool = False
    is_linked: bool = False


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

    `scripts`: (type, content) of scripts with a type; `comments`: those that are not long, in order;
    `properties`: elements with itemprop, itemscope or property. `depth`: how deep elements are nested.
    """

    title: str = ""
    blocks: list[Block] = field(factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(factory=list)
    scripts: list[tuple[str, str]] = field(factory=list)
    comments: list[str] = field(factory=list)
    properties: list[Property] = field(factory=list)
    depth: int = 0
    tag_count: int = 0
    longest_tag_chars: int = 0

    def visible_text(self, *, with_chrome: bool) -> str:
        """The blocks as paragraphs, with or without navigation, asides and footers."""
        return "\n\n".join(block.text for block in self.blocks if with_chrome or not block.is_chrome)

    def paragraph_words(self) -> int:
        """Words in paragraphs outside of navigation, asides, footers and teasers that are links."""
        return sum(
            len(block.text.split())
            for block in self.blocks
            if block.is_paragraph and not block.is_chrome and not block.is_linked
        )

    def headlines(self) -> list[str]:
        """The texts of all h1 that are lines, in order; a site's name may be among them."""
        return [block.text for block in self.blocks if block.is_headline and len(block.text) <= 300]

    def subheadings(self) -> list[str]:
        """Likewise of all h2 outside of navigation and teasers: a page of a series has its headline there."""
        return [
            block.text
            for block in self.blocks
            if block.is_subheading and not block.is_chrome and len(block.text) <= 300
        ]


def read_markup(html: str) -> Markup:
    """The visible lines and the metadata elements of `html`."""
    return _Scanner(html).scan()


@define
class _Scanner:
    """One pass over a page. `open`: how many elements of each name are open; `open_properties`: (tag, how
    many of that name were open before, index in the page's properties), the innermost last."""

    html: str
    page: Markup = field(factory=Markup)
    open: dict[str, int] = field(factory=dict)
    depth: int = 0
    is_in_link: bool = False
    pieces: list[str] = field(factory=list)
    missing: set[str] = field(factory=set)
    open_properties: list[tuple[str, int, int]] = field(factory=list)

    def scan(self) -> Markup:
        position = 0
        while True:
            start = _TAG_START.search(self.html, position)
            self._add_text(self.html[position : start.start() if start else len(self.html)])
            if start is None:
                break
            position = self._read_tag(start.start())
        self._end_block()
        return self.page

    def _find(self, what: str, position: int) -> int:
        """str.find, but what was once not found to the end is not looked for again."""
        if what in self.missing:
            return -1
        found = self.html.find(what, position)
        if found < 0:
            self.missing.add(what)
        return found

    def _read_tag(self, start: int) -> int:
        """Take in the tag at `start`; the offset after it."""
        if self.html.startswith("<!--", start):
            return self._read_comment(start)
        end = self._tag_end(start + 1)
        inner = self.html[start + 1 : end]
        name = _TAG_NAME.match(inner)
        if name is None:
            return end + 1
        tag = name[1].casefold()
        self.page.tag_count += 1
        self.page.longest_tag_chars = max(self.page.longest_tag_chars, len(inner))
        if tag not in _INLINE:
            self._end_block()
        if tag == "a":  # links do not nest, and <a name> is none
            self.is_in_link = not inner.startswith("/") and "href" in inner[:_ATTRIBUTE_CHARS].casefold()
        if inner.startswith("/"):
            self._close(tag)
            return end + 1
        is_property = _PROPERTY.search(inner[:_ATTRIBUTE_CHARS]) is not None
        keeps = tag in _KEEPS_ATTRIBUTES or is_property
        attributes = self._attributes(inner[name.end() :]) if keeps else {}
        if tag in ("meta", "link", "html", "time"):
            self.page.elements.append((tag, attributes))
        if is_property:
            self._open_property(tag, attributes, tag in _VOID or inner.endswith("/"))
        if tag in _RAW:
            return self._read_raw(tag, attributes, end + 1)
        if tag not in _VOID and not inner.endswith("/"):
            self.open[tag] = self.open.get(tag, 0) + 1
            self.depth += 1
            self.page.depth = max(self.page.depth, self.depth)
        return end + 1

    def _read_comment(self, start: int) -> int:
        """Keep the comment at `start` if it is not long; the offset after it."""
        end = self._find("-->", start + 4)
        if 0 <= end - start <= _LONGEST_COMMENT_CHARS and len(self.page.comments) < _MOST_COMMENTS:
            self.page.comments.append(self.html[start + 4 : end])
        return len(self.html) if end < 0 else end + 3

    def _tag_end(self, position: int) -> int:
        """Offset of the > that ends a tag; one inside a quoted value does not count."""
        begin = position
        while True:
            stop = _TAG_STOP.search(self.html, position)
            if stop is None:
                return len(self.html)
            if stop.group() == ">":
                return stop.start()
            is_value = self.html[max(begin, stop.start() - 4) : stop.start()].rstrip().endswith("=")
            closing = self._find(stop.group(), stop.end()) if is_value else stop.start()
            position = stop.end() if closing < 0 else closing + 1

    def _attributes(self, inner: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for hit in _ATTRIBUTE.finditer(inner[:_ATTRIBUTE_CHARS]):
            value = next((group for group in hit.groups()[1:] if group is not None), "")
            found.setdefault(hit[1].casefold(), unescape(value))
        return found

    def _read_raw(self, tag: str, attributes: dict[str, str], position: int) -> int:
        """Content that is no markup, up to its closing tag."""
        marker = f"</{tag}"
        closing = None if marker in self.missing else _RAW[tag].search(self.html, position)
        if closing is None:
            self.missing.add(marker)
            return position
        content = self.html[position : closing.start()]
        if tag == "title" and not self.page.title and not self.open.get("svg"):
            self.page.title = _SPACES.sub(" ", unescape(content)).strip()
        if tag == "script" and attributes.get("type"):
            self.page.scripts.append((attributes["type"].strip().casefold(), content))
        return self._tag_end(closing.end()) + 1

    def _open_property(self, tag: str, attributes: dict[str, str], is_void: bool) -> None:
        if len(self.page.properties) < _MOST_PROPERTIES:
            parent = self.open_properties[-1][2] if self.open_properties else None
            self.page.properties.append(Property(tag, attributes, parent))
            if not is_void and tag not in _RAW and len(self.open_properties) < _MOST_OPEN_PROPERTIES:
                count = self.open.get(tag, 0)
                self.open_properties.append((tag, count, len(self.page.properties) - 1))

    def _close(self, tag: str) -> None:
        if self.open.get(tag):
            self.open[tag] -= 1
            self.depth -= 1
        for position, (name, count, _) in enumerate(self.open_properties):
            if name == tag and self.open[tag] <= count:
                del self.open_properties[position:]
                break

    def _add_text(self, text: str) -> None:
        for _, _, index in self.open_properties if text else ():
            found = self.page.properties[index]
            found.text += text[: max(0, _PROPERTY_CHARS - len(found.text))]
        if text and not any(self.open.get(tag) for tag in _UNSEEN):
            self.pieces.append(text)

    def _end_block(self) -> None:
        """Before the open elements change: what was gathered stands in those that are open now."""
        if not self.pieces:
            return
        text = _SPACES.sub(" ", unescape("".join(self.pieces)).replace("\x00", "\ufffd")).strip()
        self.pieces.clear()
        if text:
            is_chrome = any(self.open.get(tag) for tag in _CHROME)
            is_open = {tag: bool(self.open.get(tag)) for tag in ("p", "h1", "h2")}
            self.page.blocks.append(
                Block(text, is_chrome, is_open["p"], is_open["h1"], is_open["h2"], self.is_in_link)
            )
