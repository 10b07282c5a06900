"""What a document's reader found, block by block → the stored text, its furniture and its metadata."""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, frozen

from provenance.model.notices import Code, Notice
from provenance.model.sources import Basis, Furniture, FurnitureKind, Metadatum
from provenance.model.spans import Span
from provenance.readers.interface import Reading
from provenance.readers.statements.furniture import find_furniture
from provenance.readers.statements.knowledge import reading_knowledge
from provenance.readers.statements.stamps import read_stamp
from provenance.readers.statements.visible import find_visible
from provenance.text.masking import mask

_NOT_STORED = re.compile("[\x00\ud800-\udfff]")
_DATES = ("published", "created", "modified")
_LONGEST_VALUE_CHARS = 300
_LONGEST_CELL_CHARS = 200
"""A cell with more text than this holds paragraphs: the table is there for the layout."""
_NO_TITLES = re.compile(
    r"(?:untitled|(?:new )?(?:microsoft )?(?:word )?document|powerpoint presentation|"
    r"presentation|slide|print|scan|title|unbenannt|sin título|sans titre)(?:[ _-]{0,3}\d{0,6})"
    r"|(?:microsoft (?:word|powerpoint|excel)|powerpoint presentation|print) ?[-–:] .{0,300}"
    r"|\S.{0,200}\.(?:docx?|odt|rtf|pdf|indd|qxd|qxp|pages|wpd|tex|dvi|p65|pmd|txt|html?|pptx?|xlsx?|fodt|tmp)"
    r"|about:blank|[\W\d_]{0,300}",
    re.IGNORECASE,
)
"""What programs write where nobody gave a title: names of files, and their own words for a new document."""
_NO_AUTHORS = frozenset(
    "admin administrator author anonymous owner root user unknown windows python-docx none default".split()
) | {"windows user", "microsoft office user", "office user", "registered user", "(anonymous)", "your name"}
"""Names that programs fill in themselves."""
_MOST_PLACES = 20
_HEADING_WITHIN = 6
"""Paragraphs, within which a heading is the title: above it stand a letterhead, a date, a kicker."""


@frozen
class Block:
    """A paragraph, a table or a heading. `kind`: what page furniture it is, `reason`: why; None for text."""

    text: str
    kind: FurnitureKind | None = None
    reason: str = ""


@define
class FirstHeading:
    """`text`: of the first paragraph near the beginning that is set as a title or heading; "" for none."""

    text: str = ""
    seen_count: int = 0

    def add(self, text: str, is_heading: bool) -> None:
        """The next paragraph."""
        if not text.strip():
            return
        self.seen_count += 1
        if is_heading and not self.text and self.seen_count <= _HEADING_WITHIN:
            self.text = _NOT_STORED.sub("\ufffd", text).strip()


def join_blocks(blocks: Iterable[Block], source_id: str) -> tuple[str, tuple[Furniture, ...]]:
    """The stored text, a blank line between blocks, with the spans of those that are furniture.

    NUL and lone surrogates become U+FFFD, one for one: no database takes them.
    """
    pieces: list[str] = []
    furniture: list[Furniture] = []
    position = 0
    for block in blocks:
        text = _NOT_STORED.sub("\ufffd", block.text).strip()
        if not text:
            continue
        if pieces:
            pieces.append("\n\n")
            position += 2
        if block.kind is not None:
            span = Span(source_id, position, position + len(text))
            furniture.append(Furniture(span, block.kind, block.reason))
        pieces.append(text)
        position += len(text)
    return "".join(pieces), tuple(furniture)


def make_reading(
    joined: tuple[str, tuple[Furniture, ...]],
    source_id: str,
    extractor: str,
    properties: Sequence[Metadatum],
    notices: Iterable[Notice],
    encoding: str = "utf-8",
    heading: str = "",
) -> Reading:
    """The reading of a document: what its visible lines state goes before what its properties say.

    `heading`: what is set as the title, or as the first heading, near the beginning; "" if nothing is.
    Nothing but furniture, or nothing at all, is a warning of its own.
    """
    text, placed = joined
    noticed = tuple(dict.fromkeys(notices))
    seen = mask(text, (piece.span for piece in placed))
    furniture = tuple(sorted((*placed, *find_furniture(seen, source_id))))
    seen = mask(text, (piece.span for piece in furniture))
    if not seen.strip() and not any(notice.code is Code.NO_TEXT for notice in noticed):
        what = "nothing but headers, footers and comments" if text else "no text"
        noticed += (Notice(Code.NO_TEXT, f"there is {what} in the document"),)
    visible = find_visible(seen, source_id, reading_knowledge(), text) if seen.strip() else []
    headline = _find_headline(seen, source_id, properties, heading)
    if headline:
        visible = [*headline, *(metadatum for metadatum in visible if metadatum.name != "title")]
    return Reading(text, encoding, extractor, (*visible, *properties), noticed, furniture)


def _find_headline(
    text: str, source_id: str, properties: Sequence[Metadatum], heading: str
) -> list[Metadatum]:
    """The heading, or the title of the properties where it stands in the text as a line of its own: whichever
    comes first."""
    titles = [metadatum.value for metadatum in properties if metadatum.name == "title"]
    starts = [(start, wanted) for wanted in (heading, *titles) if (start := _find_line(text, wanted)) >= 0]
    if not starts:
        return []
    start, found = min(starts)
    shown = " ".join(found.split())
    return [Metadatum("title", shown, Basis.STATED, Span(source_id, start, start + len(found)))]


def _find_line(text: str, wanted: str) -> int:
    """Where `wanted` stands between line breaks; -1 if it does not."""
    for start in _find_all(text, wanted) if wanted else ():
        end = start + len(wanted)
        if text[max(0, start - 1) : start] in ("", "\n") and text[end : end + 1] in ("", "\n"):
            return start
    return -1


def _find_all(text: str, part: str) -> Iterator[int]:
    start = text.find(part)
    for _ in range(_MOST_PLACES):
        if start < 0:
            return
        yield start
        start = text.find(part, start + 1)


def empty_reading(extractor: str) -> Reading:
    """Of a file of no bytes, or of white space only."""
    return Reading("", "utf-8", extractor, notices=(Notice(Code.EMPTY, "the file is empty"),))


def make_property(name: str, value: str | None, field: str) -> list[Metadatum]:
    """The statement of a document's property, or none where it is empty or a program's own filling.

    Dates are ISO 8601; one without an offset has no zone.
    """
    text = re.sub(r"\s+", " ", _NOT_STORED.sub("\ufffd", value or "")).strip()
    if not text or len(text) > _LONGEST_VALUE_CHARS:
        return []
    if name in _DATES:
        stamp = read_stamp(text)
        if stamp is None:
            return []
        return [
            Metadatum(
                name, stamp.value, Basis.METADATA, None, field, stamp.earliest, stamp.latest, stamp.zone
            )
        ]
    if name == "title" and _NO_TITLES.fullmatch(text):
        return []
    if name == "author" and text.casefold() in _NO_AUTHORS:
        return []
    return [Metadatum(name, text, Basis.METADATA, None, field)]


def drop_unchanged(properties: Sequence[Metadatum]) -> list[Metadatum]:
    """Without dates of change that are the date of creation: programs write both into every new file."""
    created = {metadatum.value for metadatum in properties if metadatum.name == "created"}
    return [
        metadatum
        for metadatum in properties
        if metadatum.name != "modified" or metadatum.value not in created
    ]


def lay_out_table(rows: Iterable[Sequence[Sequence[str]]]) -> list[str]:
    """The blocks of a table, given as rows of cells of blocks: a line for each row, " | " between cells.

    Where a cell holds paragraphs, the table is a layout: its cells follow each other as blocks.
    """
    blocks: list[str] = []
    lines: list[str] = []
    for row in rows:
        cells = [[block for block in cell if block.strip()] for cell in row]
        if any(_holds_paragraphs(cell) for cell in cells):
            if lines:
                blocks.append("\n".join(lines))
                lines = []
            blocks += [block for cell in cells for block in cell]
        else:
            line = " | ".join(" ".join(cell).replace("\n", " ").strip() for cell in cells if cell)
            lines += [line] if line else []
    if lines:
        blocks.append("\n".join(lines))
    return blocks


def _holds_paragraphs(cell: Sequence[str]) -> bool:
    return len(cell) > 1 or any(len(block) > _LONGEST_CELL_CHARS or "\n" in block for block in cell)
