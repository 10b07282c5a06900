"""Word documents (.docx): what a reader of the pages sees, with the properties of the file.

Read from the parts themselves, not through python-docx: its paragraphs leave out inserted text, content
controls, text boxes and notes, and one missing picture or a strict document makes it fail. The tests
compare with it.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator

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

_EXTRACTOR = "docx 1"
_UNSEEN = frozenset(
    "pPr rPr tblPr tblGrid trPr tcPr sectPr sdtPr sdtEndPr del moveFrom delText delInstrText instrText "
    "fldData proofErr bookmarkStart bookmarkEnd rt oMathPr".split()
)
"""Elements with nothing in them that is on the page: properties, deleted text, codes of fields."""
_CHARACTERS = {
    **{"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n"},
    **{"noBreakHyphen": "\u2011", "softHyphen": "\u00ad"},
}
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
_HEADING = re.compile(r"title|heading [1-3]", re.IGNORECASE)
_MOST_BASES = 5
"""Steps from a style to those that it is made from."""
_OFF = ("0", "false", "off")
_RUN_TEXT = re.compile(rb"<(?:\w{1,20}:)?t(?:\s[^<>]{0,200})?>([^<]*)<")
_REPEATED = re.compile(rb"<mc:Fallback\b.*?</mc:Fallback>", re.DOTALL)
_ENTITY = re.compile(r"&[#\w]{1,10};")


def read_docx(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """Paragraphs and tables in their order, a blank line between them; footnotes and endnotes after them.

    Page headers stand before the text and page footers and comments after it, each once, marked as
    furniture; the header of a title page is a letterhead and counts as text. Deleted and hidden text is left
    out, inserted text is in. Unreadable: as in zip_safety, XML_ENTITIES, DOCUMENT_DAMAGED.
    """
    if not raw.strip():
        return empty_reading(_EXTRACTOR)
    package = _Package(open_zip(raw, settings))
    main = package.find_main()
    body = _Body(package, main)
    blocks = body.read()
    properties = _properties(package)
    joined = join_blocks(blocks, source_id)
    return make_reading(joined, source_id, _EXTRACTOR, properties, package.notices, heading=body.heading.text)


def count_docx(raw: bytes) -> int:
    """Letters and digits in the text of all parts, deleted text apart; 0 if it cannot be opened."""
    count = 0
    try:
        archive = open_zip(raw, ReadingSettings())
        for name in archive.names():
            if name.startswith("word/") and name.endswith(".xml"):
                part = _REPEATED.sub(b"", archive.read(name))
                for hit in _RUN_TEXT.finditer(part):
                    text = _ENTITY.sub(" ", hit[1].decode("utf-8", "replace"))
                    count += sum(map(str.isalnum, text))
    except Unreadable:
        return count
    return count


@define
class _Package:
    """The parts of a document and how they point at each other."""

    archive: SafeZip
    notices: list[Notice] = field(factory=list)
    parsed: dict[str, etree._Element | None] = field(factory=dict)

    def parse(self, name: str) -> etree._Element | None:
        """The root of a part, parsed once; None if it is not there or nothing can be made of it."""
        if name not in self.parsed:
            self.parsed[name] = self._parse(name)
        return self.parsed[name]

    def _parse(self, name: str) -> etree._Element | None:
        if name not in self.archive.names():
            return None
        root, notices = parse_part(self.archive.read(name), name)
        self.notices += notices
        return root

    def targets(self, source: str) -> dict[str, tuple[str, str]]:
        """Relationship id → (last word of its type, name of the part); outer ones are left out."""
        folder, _, name = source.rpartition("/")
        root = self.parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for element in root if root is not None else ():
            if get_attribute(element, "TargetMode") == "External":
                continue
            kind = (get_attribute(element, "Type") or "").rpartition("/")[2]
            target = get_attribute(element, "Target") or ""
            path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            found[get_attribute(element, "Id") or ""] = (kind, path)
        return found

    def find_main(self) -> str:
        """The name of the part that holds the text."""
        for kind, path in self.targets("").values():
            if kind == "officeDocument":
                return path
        if "word/document.xml" in self.archive.names():
            return "word/document.xml"
        message = "the archive holds no Word document"
        raise Unreadable(message, Code.DOCUMENT_DAMAGED)


@define
class _Body:
    """The main part of a document. `boxes`: text boxes of the paragraph that is being read."""

    package: _Package
    main: str
    boxes: list[str] = field(factory=list)
    heading: FirstHeading = field(factory=FirstHeading)
    headings: frozenset[str] = frozenset()

    def read(self) -> list[Block]:
        root = self.package.parse(self.main)
        if root is None:
            message = f"{self.main}, the part with the text, cannot be read"
            raise Unreadable(message, Code.DOCUMENT_DAMAGED)
        targets = self.package.targets(self.main)
        self.headings = _find_heading_styles(self._parts(targets, "styles"))
        blocks = [Block(text) for text in self._read_children(root)]
        for kind, element_name in _NOTES:
            for part in self._parts(targets, kind):
                blocks += [Block(text) for text in self._read_notes(part, element_name)]
        comment, editor = FurnitureKind.COMMENTS, "a comment in the margin"
        for part in self._parts(targets, "comments"):
            blocks += [Block(text, comment, editor) for text in self._read_children(part)]
        return [*self._read_edge(root, targets, "header"), *blocks, *self._read_edge(root, targets, "footer")]

    def _parts(self, targets: dict[str, tuple[str, str]], kind: str) -> Iterator[etree._Element]:
        for found, path in targets.values():
            part = self.package.parse(path) if found == kind else None
            if part is not None:
                yield part

    def _read_notes(self, part: etree._Element, name: str) -> Iterator[str]:
        for note in iter_named(part, name):
            if get_attribute(note, "type") in (None, "normal"):  # others are the lines between text and notes
                yield from self._read_children(note)

    def _read_edge(self, root: etree._Element, targets: dict[str, tuple[str, str]], kind: str) -> list[Block]:
        """Headers or footers of all sections, each text once."""
        found: dict[str, Block] = {}
        for reference in iter_named(root, f"{kind}Reference"):
            _, path = targets.get(get_attribute(reference, "id") or "", ("", ""))
            part = self.package.parse(path)
            for text in self._read_children(part) if part is not None else ():
                if get_attribute(reference, "type") == "first":
                    found[text] = Block(text)
                else:
                    reason = f"{kind} of the pages"
                    found.setdefault(text, Block(text, FurnitureKind.REPEATED, reason))
        return list(found.values())

    def _read_children(self, parent: etree._Element) -> Iterator[str]:
        """The blocks in an element: of its paragraphs, tables and whatever wraps them."""
        for element in parent:
            name = local_name(element)
            if name == "p":
                yield from self._read_paragraph(element)
            elif name == "tbl":
                yield from lay_out_table(self._read_rows(element))
            elif name == "AlternateContent":
                yield from self._read_children(_choose(element))
            elif name == "altChunk":
                lost = "a document of another format is embedded in the text; it is not read"
                self.package.notices.append(Notice(Code.TEXT_LOST, lost))
            elif name not in _UNSEEN:
                yield from self._read_children(element)

    def _read_rows(self, table: etree._Element) -> Iterator[list[list[str]]]:
        for element in table:
            name = local_name(element)
            if name == "tr":
                if not _is_deleted(element):
                    yield [list(self._read_children(cell)) for cell in _find_cells(element)]
            elif name not in _UNSEEN:
                yield from self._read_rows(element)

    def _read_paragraph(self, paragraph: etree._Element) -> list[str]:
        """Its text, then the text boxes that hang on it."""
        outer, self.boxes = self.boxes, []
        text = "".join(self._read_inline(paragraph))
        self.heading.add(text, _find_style(paragraph) in self.headings)
        found = [text, *self.boxes]
        self.boxes = outer
        return found

    def _read_inline(self, parent: etree._Element) -> Iterator[str]:
        for element in parent:
            name = local_name(element)
            if name == "t":
                yield element.text or ""
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name == "txbxContent":
                self.boxes += self._read_children(element)
            elif name == "AlternateContent":
                yield from self._read_inline(_choose(element))
            elif name not in _UNSEEN and not (name == "r" and _is_hidden(element)):
                yield from self._read_inline(element)


def _find_style(paragraph: etree._Element) -> str:
    properties = next((element for element in paragraph if local_name(element) == "pPr"), ())
    return next((get_attribute(e, "val") or "" for e in properties if local_name(e) == "pStyle"), "")


def _find_heading_styles(parts: Iterable[etree._Element]) -> frozenset[str]:
    """Ids of the styles of titles and headings, and of those made from them. Their names are the same in all
    languages of the program, their ids are not."""
    bases, found = {}, set()
    for part in parts:
        for style in iter_named(part, "style"):
            stated = {local_name(element): get_attribute(element, "val") or "" for element in style}
            style_id = get_attribute(style, "styleId") or ""
            bases[style_id] = stated.get("basedOn", "")
            if _HEADING.fullmatch(stated.get("name", "")):
                found.add(style_id)
    for _ in range(_MOST_BASES):
        found |= {style_id for style_id, base in bases.items() if base in found}
    return frozenset(found - {""})


def _find_cells(parent: etree._Element) -> Iterator[etree._Element]:
    for element in parent:
        name = local_name(element)
        if name == "tc":
            yield element
        elif name not in _UNSEEN:
            yield from _find_cells(element)


def _choose(alternatives: etree._Element) -> etree._Element:
    """The first choice: the same content stands in all, for programs of different age."""
    return next(iter(alternatives), alternatives)


def _is_hidden(run: etree._Element) -> bool:
    return _has_flag(run, "rPr", "vanish")


def _is_deleted(row: etree._Element) -> bool:
    return _has_flag(row, "trPr", "del")


def _has_flag(parent: etree._Element, properties: str, flag: str) -> bool:
    for element in parent:
        if local_name(element) == properties:
            return any(
                local_name(inner) == flag and get_attribute(inner, "val") not in _OFF for inner in element
            )
    return False


def _properties(package: _Package) -> list[Metadatum]:
    """Of docProps/core.xml, wherever the package keeps it; its dates say their zone."""
    path = next((path for kind, path in package.targets("").values() if kind == "core-properties"), "")
    core = package.parse(path or "docProps/core.xml")
    return drop_unchanged(
        [
            *make_property("title", find_text(core, "title"), "docx core title"),
            *make_property("author", find_text(core, "creator"), "docx core creator"),
            *make_property("created", find_text(core, "created"), "docx core created"),
            *make_property("modified", find_text(core, "modified"), "docx core modified"),
        ]
    )
