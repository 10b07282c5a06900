"""Documents as frames and back, and what is refused on arrival."""

import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.notices import Code, Notice, print_notices
from provenance.model.settings import ReadingSettings
from provenance.model.sources import (
    Basis,
    Content,
    Furniture,
    FurnitureKind,
    Metadatum,
    Source,
    State,
    ZoneBasis,
)
from provenance.model.spans import Span
from provenance.readers.interface import Document, Format
from provenance.readers.isolation.frames import Frame, FrameTooLarge, Unpacker, WireError, pack
from provenance.readers.isolation.wire import decode_document, decode_setup, encode_document, encode_setup

anything = st.text(st.characters())  # lone surrogates too
optional = st.none() | anything
notices = st.lists(st.builds(Notice, st.sampled_from(Code), anything), max_size=3).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Readable ones with places in their text, and others."""
    noticed = draw(notices)
    common = {
        "id": draw(anything),
        "path": draw(anything),
        "notices": noticed,
        "problem": print_notices(noticed),
    }
    if draw(st.booleans()):
        return Document(Source(state=draw(st.sampled_from([State.REFUSED, State.SKIPPED])), **common), None)
    text, language = draw(anything), draw(optional)
    content = Content(draw(anything), draw(st.binary()), *(draw(anything) for _ in range(3)), text, language)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(
        lambda ends: ends[0] < ends[1]
    )
    spans = places.map(lambda ends: Span(common["id"], *ends)) if text else st.nothing()
    metadata = st.builds(
        Metadatum,
        anything,
        anything,
        st.sampled_from(Basis),
        st.none() | spans,
        optional,
        optional,
        optional,
        st.none() | st.sampled_from(ZoneBasis),
    )
    furniture = st.builds(Furniture, spans, st.sampled_from(FurnitureKind), anything)
    source = Source(
        state=draw(st.sampled_from([State.READ, State.WARNED])),
        content_id=content.id,
        media_type=content.media_type,
        text=text,
        language=language,
        metadata=tuple(draw(st.lists(metadata, max_size=3))),
        furniture=tuple(draw(st.lists(furniture, max_size=3))) if text else (),
        **common,
    )
    return Document(source, content)


@given(documents(), st.integers(1, 50))
def test_a_document_survives_the_wire_however_it_is_cut(document: Document, step: int) -> None:
    sent = b"".join(pack(encode_document(document))) * 2
    unpacker = Unpacker(1 << 20)
    frames = [
        frame for place in range(0, len(sent), step) for frame in unpacker.feed(sent[place : place + step])
    ]
    assert [decode_document(frame) for frame in frames] == [document] * 2


@given(documents(), st.data())
def test_a_damaged_document_is_refused_or_another_document(document: Document, data: st.DataObject) -> None:
    sent = bytearray(b"".join(pack(encode_document(document))))
    place = data.draw(st.integers(8, len(sent) - 1))
    sent[place] = data.draw(st.integers(0, 255))
    try:
        for frame in Unpacker(1 << 20).feed(bytes(sent)):
            assert isinstance(decode_document(frame), Document)
    except WireError:
        return


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = (
    "id",
    "path",
    "state",
    "language",
    "metadata",
    "notices",
    "furniture",
    "content",
    "media_type",
    "kind",
)


@given(st.dictionaries(st.sampled_from(NAMES), json_values), st.lists(st.binary(max_size=4), max_size=3))
def test_no_header_of_any_kind_raises_anything_else(header: dict[str, object], blobs: list[bytes]) -> None:
    with pytest.raises(WireError):
        decode_document(Frame(header, tuple(blobs)))


@pytest.mark.parametrize(
    "header",
    [b"", b"[]", b"null", b"{", b'{"blobs":[1]}', b'{"blobs":[-1]}', b'{"blobs":1}', b"\xff", b"[" * 99_999],
)
def test_what_is_no_frame_is_refused(header: bytes) -> None:
    with pytest.raises(WireError):
        list(Unpacker(100).feed(struct.pack(">II", len(header), 0) + header))


def test_a_frame_may_have_just_so_many_bytes() -> None:
    assert [frame.blobs for frame in Unpacker(10).feed(b"".join(pack(Frame({}, (b"x" * 10,)))))] == [
        (b"x" * 10,)
    ]
    with pytest.raises(FrameTooLarge):
        list(Unpacker(10).feed(b"".join(pack(Frame({}, (b"x" * 11,))))))


def test_a_span_outside_of_its_text_is_refused() -> None:
    furniture = (Furniture(Span("s", 0, 4), FurnitureKind.TEASER, "why"),)
    content = Content("c", b"text", "m", "e", "x", "text", None)
    source = Source("s", "p", State.READ, "c", "m", "text", furniture=furniture)
    frame = encode_document(Document(source, content))
    assert decode_document(frame).source == source
    with pytest.raises(WireError, match="does not lie in its text"):
        decode_document(Frame(frame.header, (b"text", b"tex")))


def test_settings_and_formats_survive_the_wire() -> None:
    settings = ReadingSettings(largest_bytes=17, text_column="body")
    formats = (
        Format("a", "b/c", (".d", ".e"), "f:g", "h:i", "j:k", (b"\xff\x00",)),
        Format("l", "m", (".n",)),
    )
    frame = next(iter(Unpacker(1).feed(b"".join(pack(encode_setup(settings, formats))))))
    assert json.dumps(frame.header)
    back, rows = decode_setup(frame)
    assert back == settings
    assert [(row.name, list(row.suffixes), list(row.signatures), row.census) for row in rows] == [
        ("a", [".d", ".e"], [b"\xff\x00"], "j:k"),
        ("l", [".n"], [], None),
    ]
