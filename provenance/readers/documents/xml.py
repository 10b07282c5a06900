"""XML: XHTML as the page that it is; feeds, news and text formats as the text of their elements."""

import re

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Metadatum
from provenance.readers.decoding import decode
from provenance.readers.documents.assembly import (
    Block,
    empty_reading,
    join_blocks,
    make_property,
    make_reading,
)
from provenance.readers.documents.xml_text import XmlText, read_xml_text
from provenance.readers.interface import Reading
from provenance.readers.pages.html import read_html

_EXTRACTOR = "xml 1"
_DECLARED = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.-]{2,40})[\"']")
_PROPERTIES = (  # (name, where, what it is called)
    ("title", "hl1", "NITF hl1"),
    ("title", "headline", "NewsML headline"),
    ("title", "article-title", "JATS article-title"),
    ("published", "date.issue@norm", "NITF date.issue"),
    ("published", "firstcreated", "NewsML firstCreated"),
    ("published", "contentcreated", "NewsML contentCreated"),
    ("modified", "versioncreated", "NewsML versionCreated"),
)
_FEED_TITLE = "title"
_WANTED = frozenset(where for _, where, _ in _PROPERTIES) | {_FEED_TITLE}


def read_xml(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """A page if its root is html; else the text of its elements, a blank line between blocks.

    Entities that the file declares are refused (XML_ENTITIES), XInclude and outer files are not loaded. What
    is not well-formed is read as far as it goes, with a warning; XML_DAMAGED if that is nothing. A file of
    nothing but links shows their addresses.
    """
    if not raw.strip():
        return empty_reading(_EXTRACTOR)
    declared = _DECLARED.search(raw[:512])
    decoded = decode(raw, declared[1].decode("ascii") if declared else None)
    found = read_xml_text(decoded.text, _WANTED)
    if found.root == "html":
        return read_html(raw, source_id, settings)
    notices = list(decoded.notices)
    if found.damage:
        if not found.blocks:
            message = f"{found.damage}; no text could be read"
            raise Unreadable(message, Code.XML_DAMAGED)
        notices.append(Notice(Code.XML_DAMAGED, f"{found.damage}; read as far as possible"))
    if found.outer_type and not found.blocks:
        message = f"holds no text but points to {found.outer_type[:100]!r}, which is not loaded"
        raise Unreadable(message, Code.XML_ENTITIES)
    blocks = [Block(text) for text in found.blocks or found.addresses]
    joined = join_blocks(blocks, source_id)
    properties = _find_properties(found)
    reading = make_reading(joined, source_id, _EXTRACTOR, properties, notices, decoded.encoding)
    if found.is_feed:  # its dates and bylines are those of its items
        return Reading(reading.text, reading.encoding, _EXTRACTOR, tuple(properties), reading.notices)
    return reading


def _find_properties(found: XmlText) -> list[Metadatum]:
    if found.is_feed:
        return make_property("title", found.captured.get(_FEED_TITLE), "feed title")
    stated = []
    for name, where, field in _PROPERTIES:
        stated += make_property(name, found.captured.get(where), field)
    return stated
