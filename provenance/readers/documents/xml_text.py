"""XML of any vocabulary → its text, an element's text as a block unless it stands inside a line of text."""

import re
from html import unescape
from xml.parsers import expat

from attrs import define, field
from lxml import etree

from provenance.errors import Unreadable
from provenance.model.notices import Code

_INLINE = frozenset(
    # HTML's and DocBook's, TEI's, NITF's and JATS's names for parts of a line
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd mark q s samp small span "
    "strike strong sub sup time tt u var wbr emphasis link ulink xref hi emph ref name persname "
    "placename orgname foreign num rs socalled pb lb ptr gloss choice sic corr orig reg person org "
    "location chron money function copyrite event virtloc classifier alt-code country state city region "
    "italic bold ext-link".split()
)
_BLOCKS = frozenset(
    "p para div head title list item li l lg tr row td th cell entry table section sec body note quote "
    "blockquote figure caption hl1 hl2 byline dateline block h1 h2 h3 h4 h5 h6 dt dd pre address".split()
)
_UNSEEN = frozenset(("script", "style", "include"))
_FEEDS = frozenset(("rss", "feed", "rdf"))
_FEED_UNSEEN = frozenset(
    "guid id link generator docs ttl language cloud lastbuilddate updated url width height day hour "
    "icon logo rating textinput skiphours skipdays managingeditor webmaster comments thumbnail "
    "enclosure source".split()
)
"""Elements of feeds for programs, not for readers."""
_ADDRESSES = ("href", "src", "url")
_MOST_ADDRESSES = 1_000
_CAPTURED_CHARS = 1_000
_PIECE = re.compile(r"\S")
_SPACES = re.compile(r"[ \t\r\n]+")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:]{0,20})(?:\s[^<>]{0,5000})?/?>")
_INSTRUCTION = re.compile(r"<[!?][a-zA-Z][^<>]{0,1000}>")
_MORE = 1.1
"""So many times the text makes it worth to read damaged XML without its structure."""
_HIDDEN = frozenset(("script", "style"))


@define
class XmlText:
    """What a document says. `captured`: first text of elements and attributes that were asked for; `root`:
    its root element's name; `outer_type`: the file or address of a document type outside of the document;
    `damage`: where it is not well-formed; `addresses`: of links, in order."""

    wanted: frozenset[str]
    root: str = ""
    outer_type: str = ""
    damage: str = ""
    blocks: list[str] = field(factory=list)
    captured: dict[str, str] = field(factory=dict)
    addresses: list[str] = field(factory=list)
    pieces: list[str] = field(factory=list)
    stack: list[list[object]] = field(factory=list)  # [name, has it text of its own?]
    break_depth: int | None = None  # None: no break; 0: a block ends; n: one may end, at that depth
    unseen_depth: int = 0
    capturing: tuple[str, int, list[str]] | None = None

    @property
    def is_feed(self) -> bool:
        """Is it RSS or Atom?"""
        return self.root in _FEEDS

    def note_doctype(self, name: str, outer: str | None, *_: object) -> None:
        """The document names its type; `outer`: a file or address with declarations, which is not loaded."""
        self.outer_type = outer or ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = _local(tag)
        if not self.stack:
            self.root = name
        self._note_attributes(name, attributes)
        if name not in _INLINE and (name in _BLOCKS or not (self.stack and self.stack[-1][1])):
            self.break_depth = 0
        self.stack.append([name, False])
        if self.unseen_depth or name in _UNSEEN or (self.is_feed and name in _FEED_UNSEEN):
            self.unseen_depth += 1
        if name in self.wanted and name not in self.captured and self.capturing is None:
            self.capturing = (name, len(self.stack), [])

    def end(self, tag: str) -> None:
        """An element ends."""
        name = _local(tag)
        if self.capturing and self.capturing[1] == len(self.stack):
            self.captured[name] = "".join(self.capturing[2])
            self.capturing = None
        self.unseen_depth = max(0, self.unseen_depth - 1)
        self.stack.pop()
        if name in _BLOCKS or self.break_depth is not None:
            self.break_depth = 0
        elif name not in _INLINE and not (self.stack and self.stack[-1][1]):
            self.break_depth = len(self.stack)

    def text(self, text: str) -> None:
        """Characters inside the element that began last and has not ended."""
        if self.capturing and sum(map(len, self.capturing[2])) < _CAPTURED_CHARS:
            self.capturing[2].append(text)
        if self.unseen_depth:
            return
        if _PIECE.search(text):
            if self.break_depth is not None and self.break_depth != len(self.stack):
                self.end_block()
            self.break_depth = None
            if self.stack:
                self.stack[-1][1] = True
        if self.break_depth is None:
            self.pieces.append(text)

    def end_block(self) -> None:
        """What stood up to here is a block of its own."""
        text = _SPACES.sub(" ", "".join(self.pieces)).strip()
        self.pieces = []
        if text:
            self.blocks += _strip_html(text) if _TAG.search(text) else [text]

    def _note_attributes(self, name: str, attributes: dict[str, str]) -> None:
        for key, value in attributes.items():
            if f"{name}@{_local(key)}" in self.wanted:
                self.captured.setdefault(f"{name}@{_local(key)}", value[:_CAPTURED_CHARS])
            if _local(key) in _ADDRESSES and len(self.addresses) < _MOST_ADDRESSES:
                self.addresses.append(value)


def read_xml_text(text: str, wanted: frozenset[str]) -> XmlText:
    """The text of a document, as far as it can be read. `wanted`: names to capture, "element@attribute".

    By expat, at any depth; where that meets damage, by lxml's recovery, or without regard to the order of
    tags, if that finds more. Unreadable with XML_ENTITIES if entities are declared. Nothing outside of the
    document is ever loaded.
    """
    found = XmlText(wanted)
    raw = text.lstrip().encode("utf-8", "replace")
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = found.start
    parser.EndElementHandler = found.end
    parser.CharacterDataHandler = found.text
    parser.EntityDeclHandler = _refuse_entity
    parser.SkippedEntityHandler = lambda name, is_parameter: found.text(unescape(f"&{name};"))
    parser.StartDoctypeDeclHandler = found.note_doctype
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        found.end_block()
        damage = f"not well-formed at line {error.lineno}: {expat.ErrorString(error.code)}"
        other = _recover(raw, wanted)
        found = max((found, other), key=_count)
        bare = XmlText(wanted, found.root, blocks=_strip_html(_drop_declarations(text)))
        found = bare if found.root and _count(bare) > _count(found) * _MORE else found
        found.damage = damage
    found.end_block()
    return found


def _refuse_entity(name: str, *_: object) -> None:
    message = f"declares the entity {name[:40]!r}: entities can unfold without end or name files"
    raise Unreadable(message, Code.XML_ENTITIES)


def _recover(raw: bytes, wanted: frozenset[str]) -> XmlText:
    found = XmlText(wanted)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, load_dtd=False, no_network=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        return found
    for event, element in etree.iterwalk(root, events=("start", "end")) if root is not None else ():
        if not isinstance(element.tag, str):  # an entity that nobody declared
            found.text(unescape(element.text or "") if event == "start" else element.tail or "")
        elif event == "start":
            found.start(element.tag.rpartition("}")[2], dict(element.attrib))
            found.text(element.text or "")
        else:
            found.end(element.tag.rpartition("}")[2])
            if found.stack:
                found.text(element.tail or "")
    found.end_block()
    return found


def _count(found: XmlText) -> int:
    return sum(map(len, found.blocks))


def _drop_declarations(text: str) -> str:
    """Without what is neither a tag nor text: comments, declarations, instructions, marks of CDATA."""
    first, *rest = text.replace("<![CDATA[", "").replace("]]>", "").split("<!--")
    kept = [first, *(part.partition("-->")[2] for part in rest)]
    return _INSTRUCTION.sub("", "".join(kept))


def _local(tag: str) -> str:
    return tag.rpartition(":")[2].rpartition("}")[2].casefold()


def _strip_html(text: str) -> list[str]:
    """HTML inside of text, as feeds carry it: the lines that it shows."""
    pieces: list[str] = []
    begin = 0
    hidden = ""
    for tag in _TAG.finditer(text):
        name = tag[1].casefold()
        if not hidden:
            pieces += [text[begin : tag.start()], "" if name in _INLINE - {"br"} else "\n"]
            hidden = name if name in _HIDDEN and text[tag.start() + 1] != "/" else ""
        elif name == hidden:
            hidden = ""
        begin = tag.end()
    pieces.append("" if hidden else text[begin:])
    lines = (_SPACES.sub(" ", unescape(line)).strip() for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]
