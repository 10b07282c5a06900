"""XML parts of office documents: parsed without entities, network or memory bombs."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice

_PROLOG_BYTES = 1 << 16
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


class _RootReached(Exception):
    """The prolog of an XML file is over."""


def has_doctype(raw: bytes) -> bool:
    """Does the XML file have a document type declaration, in which entities can be declared?

    Office formats have none. Read by expat up to the root element, in any encoding that it knows; what it
    cannot read is searched for the words themselves.
    """
    found: list[bool] = []

    def note_doctype(*_: object) -> None:
        found.append(True)
        raise _RootReached

    def stop(*_: object) -> None:
        raise _RootReached

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = note_doctype
    parser.StartElementHandler = stop
    try:
        parser.Parse(raw, True)
    except _RootReached:
        return bool(found)
    except (expat.ExpatError, ValueError, LookupError):
        head = raw[:_PROLOG_BYTES]
        return _DECLARATION.search(head.replace(b"\x00", b"")) is not None
    return bool(found)


def parse_part(raw: bytes, name: str) -> tuple[etree._Element | None, tuple[Notice, ...]]:
    """The root element of a part, and a warning where it is not well-formed and was read around the damage.

    None if nothing can be made of it. Unreadable with XML_ENTITIES if it has a document type declaration.
    """
    if has_doctype(raw):
        message = f"{name} declares a document type or entities, which no office program writes"
        raise Unreadable(message, Code.XML_ENTITIES)
    try:
        return etree.fromstring(raw, _make_parser(recover=False)), ()
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        reason = str(error).split("\n", 1)[0][:150]
    try:
        root = etree.fromstring(raw, _make_parser(recover=True))
    except (etree.XMLSyntaxError, ValueError, LookupError):
        root = None
    return root, (Notice(Code.XML_DAMAGED, f"{name} is not well-formed: {reason}"),)


def _make_parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace: transitional and strict documents differ only in that."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def get_attribute(element: etree._Element, name: str) -> str | None:
    """The value of the attribute of that local name, in whatever namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def iter_named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """All elements of that local name, in document order."""
    return (element for element in root.iter() if local_name(element) == name)


def find_text(root: etree._Element | None, name: str) -> str | None:
    """The text of the first element of that local name that has one."""
    for element in iter_named(root, name) if root is not None else ():
        if element.text and element.text.strip():
            return str(element.text)
    return None
