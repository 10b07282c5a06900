"""Documents as frames, both ways: an explicit codec, for nothing that a reading process sends is trusted."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, TypeVar, cast

from attrs import asdict

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
from provenance.readers.isolation.frames import Frame, Header, WireError, check_text, read_list, read_text

Kind = TypeVar("Kind", bound=StrEnum)


def encode_document(document: Document) -> Frame:
    """The frame of a document: bytes and text as blobs, the rest in the header."""
    source, content = document.source, document.content
    header: Header = {
        "kind": "document",
        "id": source.id,
        "path": source.path,
        "state": source.state.value,
        "language": source.language,
        "metadata": [_encode_metadatum(metadatum) for metadatum in source.metadata],
        "notices": [[notice.code.value, notice.text] for notice in source.notices],
        "furniture": [
            [part.span.start, part.span.end, part.kind.value, part.reason] for part in source.furniture
        ],
    }
    if content is None:
        return Frame(header)
    header |= {
        "content": content.id,
        "media_type": content.media_type,
        "encoding": content.encoding,
        "extractor": content.extractor,
    }
    return Frame(header, (content.raw, content.text.encode("utf-8", "surrogatepass")))


def decode_document(frame: Frame) -> Document:
    """The document of a frame. WireError if anything in it is not as documents are."""
    header = frame.header
    content = _decode_content(frame) if frame.blobs else None
    text = content.text if content else ""
    source_id = read_text(header, "id")
    notices = tuple(_decode_notice(given) for given in read_list(header, "notices"))
    source = Source(
        id=source_id,
        path=read_text(header, "path"),
        state=_enum(State, header.get("state")),
        content_id=content.id if content else None,
        media_type=content.media_type if content else None,
        text=text,
        language=content.language if content else None,
        problem=print_notices(notices),
        metadata=tuple(
            _decode_metadatum(given, source_id, len(text)) for given in read_list(header, "metadata")
        ),
        notices=notices,
        furniture=tuple(
            _decode_furniture(given, source_id, len(text)) for given in read_list(header, "furniture")
        ),
    )
    if source.is_readable != (content is not None):
        message = "a document whose state and content do not agree"
        raise WireError(message)
    return Document(source, content)


def encode_setup(settings: ReadingSettings, formats: Sequence[Format]) -> Frame:
    """The first frame to a reading process: its settings, and formats that go before the table's."""
    rows = [asdict(format_) for format_ in formats]
    for row in rows:
        row["suffixes"] = list(row["suffixes"])
        row["signatures"] = [signature.hex() for signature in row["signatures"]]
    return Frame({"kind": "setup", "settings": asdict(settings), "formats": rows})


def decode_setup(frame: Frame) -> tuple[ReadingSettings, tuple[Format, ...]]:
    """What encode_setup was given. Comes from the parent process, so nothing is checked."""
    formats = []
    for row in read_list(frame.header, "formats"):
        fields = cast("dict[str, Any]", row)
        signatures = [bytes.fromhex(signature) for signature in fields["signatures"]]
        formats.append(Format(**{**fields, "signatures": signatures}))
    settings = ReadingSettings(**cast("dict[str, Any]", frame.header["settings"]))
    return settings, tuple(formats)


def _encode_metadatum(given: Metadatum) -> list[object]:
    span = [given.span.start, given.span.end] if given.span else None
    zone = given.zone.value if given.zone else None
    return [given.name, given.value, given.basis.value, span, given.field, given.earliest, given.latest, zone]


def _decode_content(frame: Frame) -> Content:
    if len(frame.blobs) != 2:
        message = "a content that is not bytes and text"
        raise WireError(message)
    header, (raw, encoded) = frame.header, frame.blobs
    try:
        text = encoded.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        message = "a text that is no UTF-8"
        raise WireError(message) from error
    return Content(
        id=read_text(header, "content"),
        raw=raw,
        media_type=read_text(header, "media_type"),
        encoding=read_text(header, "encoding"),
        extractor=read_text(header, "extractor"),
        text=text,
        language=_optional_text(header.get("language")),
    )


def _decode_notice(given: object) -> Notice:
    code, text = _fields(given, 2)
    return Notice(_enum(Code, code), check_text(text))


def _decode_metadatum(given: object, source_id: str, length: int) -> Metadatum:
    name, value, basis, span, field, earliest, latest, zone = _fields(given, 8)
    return Metadatum(
        name=check_text(name),
        value=check_text(value),
        basis=_enum(Basis, basis),
        span=None if span is None else _span(_fields(span, 2), source_id, length),
        field=_optional_text(field),
        earliest=_optional_text(earliest),
        latest=_optional_text(latest),
        zone=None if zone is None else _enum(ZoneBasis, zone),
    )


def _decode_furniture(given: object, source_id: str, length: int) -> Furniture:
    start, end, kind, reason = _fields(given, 4)
    return Furniture(_span([start, end], source_id, length), _enum(FurnitureKind, kind), check_text(reason))


def _fields(given: object, count: int) -> list[object]:
    if not isinstance(given, list) or len(given) != count:
        message = f"no list of {count}"
        raise WireError(message)
    return given


def _enum(kind: type[Kind], value: object) -> Kind:
    try:
        return kind(check_text(value))
    except ValueError as error:
        message = f"{value!r} is no {kind.__name__}"
        raise WireError(message) from error


def _optional_text(value: object) -> str | None:
    return None if value is None else check_text(value)


def _span(ends: list[object], source_id: str, length: int) -> Span:
    start, end = ends
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= length:
        message = f"a span that does not lie in its text: {start}..{end} of {length}"
        raise WireError(message)
    return Span(source_id, start, end)
