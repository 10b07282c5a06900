"""Headers of mails as text: encoded words, bare bytes, and what is neither."""

import re
from email.errors import HeaderParseError
from email.header import decode_header

from provenance.errors import Unreadable
from provenance.readers.decoding import decode
from provenance.readers.encodings import honour_name

FOLD = re.compile(r"[\r\n\t ]+")
_CONTROLS = re.compile("[\x00-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def read_header(value: str) -> str:
    """A header's text: encoded words (RFC 2047) and bare bytes decoded; what cannot be stays as it is."""
    try:
        pieces = decode_header(_printable(value))
    except (HeaderParseError, ValueError, TypeError, IndexError):
        pieces = [(_printable(value), None)]
    texts = [piece if isinstance(piece, str) else _decode(piece, charset) for piece, charset in pieces]
    joined = "".join(texts)
    if not joined.strip():
        joined = _printable(value)
    return FOLD.sub(" ", _CONTROLS.sub(" ", _SURROGATES.sub("\ufffd", joined))).strip()


def _printable(value: str) -> str:
    """Bare bytes in a header are surrogates: decoded as a text of its own."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return _decode(value.encode("utf-8", "surrogateescape"), None)
    return value


def _decode(raw: bytes, charset: str | None) -> str:
    """Of a few bytes: as declared if they can be that, else as a line of text, nothing of it cut off."""
    name = honour_name(charset) if charset else "utf-8"
    try:
        return raw.decode(name or "utf-8").replace("\x00", "\ufffd")
    except UnicodeError:
        pass
    try:
        return decode(raw + b"\n").text
    except Unreadable:
        return raw.decode("ascii", "replace")
