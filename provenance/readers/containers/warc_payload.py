"""What one record of a web archive holds: its HTTP headers, and the bytes that HTTP wrapped."""

import zlib

from warcio.bufferedreaders import BufferedReader
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader

from provenance.errors import Unreadable
from provenance.model.notices import Code
from provenance.model.settings import ReadingSettings
from provenance.readers.containers.columns import clean

DAMAGE = (ValueError, AttributeError, TypeError, IndexError, KeyError, EOFError, OSError)
"""What the library's parsing raises on wild headers (AttributeError: a record without an address)."""


def parse_http(record: ArcWarcRecord, address: str) -> None:
    """Takes the HTTP headers off the record's stream; by ourselves, so that damage stays in the record."""
    loader = ArcWarcRecordLoader(verify_http=False)
    record.http_headers = loader.load_http_headers(
        record.rec_type, address.casefold(), record.raw_stream, record.length
    )


def find_content_type(record: ArcWarcRecord) -> tuple[str, str | None]:
    """(media type, charset) as the server said, or as the record says of a resource."""
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    media_type, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    charset = None
    for parameter in parameters.split(";")[:10]:
        name, _, value = parameter.partition("=")
        if name.strip().casefold() == "charset":
            charset = value.strip(" \"'")[:40] or None
    return clean(media_type).casefold(), charset


def read_payload(record: ArcWarcRecord, settings: ReadingSettings) -> bytes:
    """The document's bytes, without what HTTP put around them. Unreadable beyond the limits."""
    most = settings.largest_bytes
    encoding = _normalise_encodings(record)
    try:
        raw = record.content_stream().read(most + 1)
    except (zlib.error, *DAMAGE) as error:
        message = f"the captured bytes cannot be unpacked: {clean(f'{error}')[:200]}"
        raise Unreadable(message, Code.CONTAINER_DAMAGED) from error
    if len(raw) > most:
        message = f"more than {most:,} bytes (largest_bytes in [reading])"
        raise Unreadable(message, Code.TOO_LARGE)
    is_packed = encoding not in ("", "identity", *BufferedReader.get_supported_decompressors())
    if is_packed and not _is_text(raw):
        message = f"compressed as {clean(encoding)[:20]}, which is not read"
        raise Unreadable(message, Code.FORMAT_NOT_READ)
    return bytes(raw)


def _normalise_encodings(record: ArcWarcRecord) -> str:
    """The content encoding, which the library knows in one spelling only."""
    headers = record.http_headers
    if headers is None:
        return ""
    if (headers.get_header("Transfer-Encoding") or "").strip().casefold() == "chunked":
        headers.replace_header("Transfer-Encoding", "chunked")
    encoding: str = (headers.get_header("Content-Encoding") or "").strip().casefold().removeprefix("x-")
    if encoding:
        headers.replace_header("Content-Encoding", encoding)
    return encoding


def _is_text(raw: bytes) -> bool:
    """Was it stored unpacked, whatever its headers say?"""
    sample = raw[:4096]
    return b"<" in sample and sample.decode("utf-8", "replace").count("\ufffd") <= 1
