"""OpenDocument texts (.odt): what a reader of the pages sees, with the properties of the file.

Read from content.xml itself, not through odfdo: that library parses every part without limits and with
entities, and its text of a document mixes notes, comments and deleted passages into the paragraphs.
"""

import re
from collections.abc import Iterator

from attrs import define, field
from lxml import etree

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import FurnitureKind, Metadatum
from provenance.readers.documents.assembly import (
    Block,
    FirstHeading,
    drop_unchanged,
    empty_reading,
    join_blocks,
    lay_out_table,
    make_property,
    make_reading,
)
from provenance.readers.documents.office_xml import (
    find_text,
    get_attribute,
    iter_named,
    local_name,
    parse_part,
)
from provenance.readers.documents.zip_safety import SafeZip, open_zip
from provenance.readers.interface import Reading

_EXTRACTOR = "odt 1"
_CONTENT = "content.xml"
_UNSEEN = frozenset(
    "tracked-changes forms scripts settings ruby-text note-citation sequence-decls variable-decls "
    "user-field-decls dde-connection-decls event-listeners desc title hidden-text hidden-paragraph "
    "table-source shapes tracked-change meta object object-ole binary-data creator date".split()
)
"""Elements with nothing in them that is on the page. `creator` and `date` are those of comments."""
_DATA_NAMES = frozenset(("date", "title", "creator", "meta"))
_TITLES = frozenset(("Title",))
_SPACES = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1_000
_MOST_REPEATS = 64
_TAG = re.compile(rb"<[^<>]{0,5000}>")
_BODY = re.compile(rb"<office:body[ >].*</office:body>", re.DOTALL)
_DELETED = re.compile(rb"<text:tracked-changes\b.*?</text:tracked-changes>", re.DOTALL)
_ENTITY = re.compile(r"&[#\w]{1,10};")


def read_odt(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """Paragraphs, headings, lists and tables in their order, a blank line between them; notes after them.

    Page headers stand before the text and page footers and comments after it, each once, marked as
    furniture. Deleted text is left out. Unreadable: as in zip_safety, XML_ENTITIES, DOCUMENT_DAMAGED.
    """
    if not raw.strip():
        return empty_reading(_EXTRACTOR)
    archive = open_zip(raw, settings)
    _refuse_encrypted(archive)
    notices: list[Notice] = []
    content = _parse(archive, _CONTENT, notices)
    if content is None:
        message = f"{_CONTENT}, the part with the text, is missing or cannot be read"
        raise Unreadable(message, Code.DOCUMENT_DAMAGED)
    body = _Body(titles=_find_title_styles(content))
    blocks = [Block(text) for root in iter_named(content, "body") for text in body.read_children(root)]
    blocks += [Block(text) for text in body.notes]
    comment, editor = FurnitureKind.COMMENTS, "a comment in the margin"
    blocks += [Block(text, comment, editor) for text in body.comments]
    styles = _parse(archive, "styles.xml", notices)
    joined = join_blocks([*_read_edge(styles, "header"), *blocks, *_read_edge(styles, "footer")], source_id)
    properties = _properties(_parse(archive, "meta.xml", notices))
    return make_reading(joined, source_id, _EXTRACTOR, properties, notices, heading=body.heading.text)


def count_odt(raw: bytes) -> int:
    """Letters and digits in the body, deleted text apart; 0 if it cannot be opened."""
    try:
        content = open_zip(raw, ReadingSettings()).read(_CONTENT)
    except (Unreadable, KeyError):
        return 0
    body = _BODY.search(content)
    text = _TAG.sub(b"", _DELETED.sub(b"", body.group() if body else content)).decode("utf-8", "replace")
    return sum(map(str.isalnum, _ENTITY.sub(" ", text)))


def _parse(archive: SafeZip, name: str, notices: list[Notice]) -> etree._Element | None:
    if name not in archive.names():
        return None
    root, found = parse_part(archive.read(name), name)
    notices += found
    return root


def _refuse_encrypted(archive: SafeZip) -> None:
    """The manifest says which parts are encrypted; to ZIP they are bytes like others."""
    names = archive.names()
    manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    if b"encryption-data" in manifest or "encrypted-package" in names:
        message = "the document is encrypted: it opens with a password only"
        raise Unreadable(message, Code.ENCRYPTED_OR_LEGACY)


@define
class _Body:
    """`notes`, `comments`: what stood in the paragraphs read up to now; `boxes`: in the one being read."""

    notes: list[str] = field(factory=list)
    comments: list[str] = field(factory=list)
    boxes: list[str] = field(factory=list)
    titles: frozenset[str] = _TITLES
    heading: FirstHeading = field(factory=FirstHeading)

    def read_children(self, parent: etree._Element) -> Iterator[str]:
        """The blocks in an element: its paragraphs, headings, tables and those of whatever wraps them."""
        for element in parent:
            name = local_name(element)
            if name in ("p", "h"):
                yield from self._read_paragraph(element)
            elif name == "table":
                yield from lay_out_table(self._read_rows(element))
            elif name not in _UNSEEN and get_attribute(element, "display") != "none":
                yield from self.read_children(element)

    def _read_rows(self, table: etree._Element) -> Iterator[list[list[str]]]:
        for element in table:
            name = local_name(element)
            if name == "table-row":
                yield list(self._read_cells(element))
            elif name not in _UNSEEN:
                yield from self._read_rows(element)

    def _read_cells(self, row: etree._Element) -> Iterator[list[str]]:
        """A cell that is repeated is written once, with the number of times."""
        for cell in row:
            if local_name(cell) == "table-cell":
                blocks = list(self.read_children(cell))
                repeats = _read_count(cell, "number-columns-repeated", _MOST_REPEATS) if blocks else 1
                for _ in range(repeats):
                    yield blocks

    def _read_paragraph(self, paragraph: etree._Element) -> list[str]:
        """Its text, then the text boxes that hang on it. White space counts as ODF says: runs are one."""
        outer, self.boxes = self.boxes, []
        text = "".join(self._read_inline(paragraph)).replace("\v", "\n")
        is_title = local_name(paragraph) == "h" or get_attribute(paragraph, "style-name") in self.titles
        self.heading.add(text, is_title)
        found = [text, *self.boxes]
        self.boxes = outer
        return found

    def _read_inline(self, parent: etree._Element) -> Iterator[str]:
        """Line breaks as \\v until the white space of the file is gone."""
        yield _SPACES.sub(" ", parent.text or "")
        for element in parent:
            name = local_name(element)
            if name == "s":
                yield " " * _read_count(element, "c", _MOST_SPACES)
            elif name == "tab":
                yield "\t"
            elif name == "line-break":
                yield "\v"
            elif name == "note":
                for body in iter_named(element, "note-body"):
                    self.notes += self.read_children(body)
            elif name == "annotation":
                self.comments += self.read_children(element)
            elif name == "text-box":
                self.boxes += self.read_children(element)
            elif name not in _UNSEEN or (name in _DATA_NAMES and _is_text(element)):
                yield from self._read_inline(element)
            yield _SPACES.sub(" ", element.tail or "")


def _find_title_styles(content: etree._Element) -> frozenset[str]:
    """Names of the styles of titles, and of those made from them in the document."""
    made = {
        get_attribute(style, "name") or ""
        for style in iter_named(content, "style")
        if get_attribute(style, "parent-style-name") in _TITLES
    }
    return _TITLES | frozenset(made - {""})


def _is_text(element: etree._Element) -> bool:
    """Is it a field in a line (text:date), not a property of a comment or drawing (dc:date, svg:title)?"""
    return ":text:" in str(element.tag)


def _read_count(element: etree._Element, name: str, most: int) -> int:
    value = get_attribute(element, name) or "1"
    return max(1, min(int(value[:9]) if value[:9].isascii() and value[:9].isdigit() else 1, most))


def _read_edge(styles: etree._Element | None, kind: str) -> list[Block]:
    """Headers or footers of all page styles, each text once."""
    found: dict[str, Block] = {}
    masters = iter_named(styles, "master-styles") if styles is not None else ()
    for master in masters:
        for name in (kind, f"{kind}-left", f"{kind}-first"):
            for edge in iter_named(master, name):
                for text in _Body().read_children(edge):
                    found.setdefault(text, Block(text, FurnitureKind.REPEATED, f"{kind} of the pages"))
    return list(found.values())


def _properties(meta: etree._Element | None) -> list[Metadatum]:
    """Of meta.xml; its dates have no zone unless they state one. The last editor is no author."""
    author = find_text(meta, "initial-creator") or find_text(meta, "creator")
    return drop_unchanged(
        [
            *make_property("title", find_text(meta, "title"), "odt meta title"),
            *make_property("author", author, "odt meta initial-creator"),
            *make_property("created", find_text(meta, "creation-date"), "odt meta creation-date"),
            *make_property("modified", find_text(meta, "date"), "odt meta date"),
        ]
    )
