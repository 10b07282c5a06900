"""A mail taken apart: headers as text, the parts that hold its text, and its attachments."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from pathlib import PurePath

from attrs import frozen

from provenance.model.notices import Code, Notice
from provenance.readers.documents.mail_headers import FOLD, read_header
from provenance.readers.signatures import is_fragment, is_page

_LONGEST_HEADER_CHARS = 5_000
_MOST_PARTS = 2_000
_DEEPEST = 50
_LONGEST_NAME_CHARS = 100
_NO_DOCUMENTS = ("image/", "audio/", "video/", "font/", "multipart/")
_SIGNATURES = frozenset(
    ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
)
_QUOTED_FROM = re.compile(rb"^>(>{0,100}From )", re.MULTILINE)
_USUAL = re.compile(r"\bMIME\b|multi-?part", re.IGNORECASE)
_USUAL_CHARS = 600
"""Length of what programs write before the parts for those who cannot read them: two or three sentences."""
_SHOWN_CHARS = 200
_HEAD_BYTES = 10_000
_BREAKS = (ValueError, AttributeError, TypeError, IndexError, KeyError, MessageError)
"""What the standard library's parser raises on wild headers, beside the documented errors."""


@frozen
class TextPart:
    """`raw`: its transfer encoding undone. `charset`: as declared. `is_flowed`, `deletes_space`: RFC 3676."""

    raw: bytes
    charset: str | None
    is_page: bool
    is_flowed: bool = False
    deletes_space: bool = False


@frozen
class Attachment:
    """`name`: a safe file name that tells the format as far as the mail does. `raw`: its bytes."""

    name: str
    media_type: str
    raw: bytes


@frozen
class Letter:
    """`texts`: what a reader is shown, in its order. `attachments`: without pictures and signatures."""

    message: Message
    texts: tuple[TextPart, ...]
    attachments: tuple[Attachment, ...]
    notices: tuple[Notice, ...]

    @property
    def is_saved_page(self) -> bool:
        """Is it a page that a browser saved in the form of a mail (.mhtml)?"""
        return bool(self.header("Snapshot-Content-Location")) and any(part.is_page for part in self.texts)

    def header(self, name: str) -> str:
        """The first header of that name as one line of text; "" if there is none."""
        return next(iter(self.headers(name)), "")

    def headers(self, name: str) -> list[str]:
        """All headers of that name, decoded."""
        return [read_header(value) for value in self.raw_headers(name)]

    def raw_headers(self, name: str) -> list[str]:
        """All headers of that name as one line each, encoded words as they stand."""
        found = [value for key, value in self.message.raw_items() if key.casefold() == name.casefold()]
        return [FOLD.sub(" ", str(value)[:_LONGEST_HEADER_CHARS]).strip() for value in found[:20]]


def open_mail(raw: bytes, *, is_in_mailbox: bool = False) -> Letter:
    """The parts of a mail. `is_in_mailbox`: lines that begin with "From " are quoted with a >.

    The headers are read under the older of the library's two policies: the newer one parses them with
    grammars whose time grows with the square of what a hostile header holds.
    """
    if is_in_mailbox:
        raw = _QUOTED_FROM.sub(rb"\1", raw)
    try:
        message = message_from_bytes(raw, policy=compat32)
    except (RecursionError, *_BREAKS):
        message = BytesHeaderParser(policy=compat32).parsebytes(raw)
        body = raw.partition(b"\n\n")[2] or raw.partition(b"\r\n\r\n")[2]
        notice = Notice(Code.NESTING_LIMIT, "its parts are nested too deeply: taken as one text")
        return Letter(message, (TextPart(body, None, is_page=False),), (), (notice,))
    notices: list[Notice] = []
    texts: list[TextPart] = []
    attachments: list[Attachment] = []
    for part in _list_leaves(message, notices):
        _sort_part(part, texts, attachments, notices)
    return Letter(message, tuple(texts), tuple(attachments), tuple(dict.fromkeys(notices)))


def _list_leaves(message: Message, notices: list[Notice]) -> Iterator[Message]:
    """Parts without parts; of alternatives the best one. A mail inside a mail is a leaf."""
    waiting: list[tuple[Message, int]] = [(message, 0)]
    count = 0
    while waiting:
        part, depth = waiting.pop()
        count += 1
        if count > _MOST_PARTS or depth > _DEEPEST:
            what = (
                f"more than {_MOST_PARTS:,} parts, or nested more than {_DEEPEST} deep: the rest is left out"
            )
            notices.append(Notice(Code.NESTING_LIMIT, what))
            return
        kind = _media_type(part)
        if not part.is_multipart() or kind.startswith("message/"):
            yield part
            continue
        notices += _find_unshown(part)
        inner = [piece for piece in part.get_payload() if isinstance(piece, Message)]
        if kind == "multipart/encrypted":
            notices.append(Notice(Code.ENCRYPTED_OR_LEGACY, "the mail's text is encrypted"))
            continue
        if kind == "multipart/alternative":
            inner = _choose_alternative(inner)
        waiting += [(piece, depth + 1) for piece in reversed(inner)]


def _find_unshown(part: Message) -> Iterator[Notice]:
    """What stands before the first and behind the last part, but for the usual word to old programs."""
    for where, held in (("before the first", part.preamble), ("behind the last", part.epilogue)):
        text = held.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if held else ""
        is_usual = len(text) <= _USUAL_CHARS and _USUAL.search(text) is not None
        words = " ".join(text[:_SHOWN_CHARS].split())
        if any(map(str.isalpha, words)) and not is_usual:
            what = f"{len(text.strip()):,} characters {where} of its parts, which mail programs do not show"
            yield Notice(Code.TEXT_LOST, f"{what}: {words}")


def _choose_alternative(parts: list[Message]) -> list[Message]:
    """Plain text, unless it says much less than the page beside it: "open this in a browser"."""
    plain = [part for part in parts if _media_type(part) == "text/plain"]
    others = [part for part in parts if part not in plain and _media_type(part) != "text/calendar"]
    if not plain or not others:
        return plain[:1] or others[-1:]
    pages = [leaf for other in others for leaf in _pages(other)]
    rich = max((_word_count(_payload(page), is_page=True) for page in pages), default=0)
    poor = _word_count(_payload(plain[0]), is_page=False)
    rest = [part for other in others for part in _beside_pages(other)]
    chosen = others[-1:] if poor * 4 < rich else [plain[0], *rest]
    return chosen


def _pages(part: Message) -> list[Message]:
    leaves = [leaf for _, leaf in zip(range(_MOST_PARTS), part.walk(), strict=False)]
    return [leaf for leaf in leaves if _media_type(leaf) == "text/html" and not leaf.is_multipart()]


def _beside_pages(part: Message) -> list[Message]:
    """Attachments that some programs put into the alternative with the page."""
    if not part.is_multipart() or _media_type(part) == "multipart/alternative":
        return []
    leaves = [piece for piece in part.get_payload() if isinstance(piece, Message)]
    return [leaf for leaf in leaves if not _media_type(leaf).startswith(("text/", "multipart/"))]


def _word_count(raw: bytes, *, is_page: bool) -> int:
    text = raw[:500_000].decode("latin-1")
    if is_page:
        for name in ("style", "script"):
            text = _without_element(text, name)
        text = re.sub(r"<[^<>]{0,5000}>", " ", text)
    return sum(1 for word in text.split() if any(map(str.isalpha, word)))


def _without_element(page: str, name: str) -> str:
    folded, place, kept = page.lower(), 0, []
    while (start := folded.find(f"<{name}", place)) >= 0:
        kept.append(page[place:start])
        end = folded.find(f"</{name}", start)
        place = end if end >= 0 else len(page)
    return " ".join([*kept, page[place:]])


def _sort_part(
    part: Message, texts: list[TextPart], attachments: list[Attachment], notices: list[Notice]
) -> None:
    kind = _media_type(part)
    if kind.startswith("multipart/"):
        _take_whole(part, texts, notices)
        return
    name = _file_name(part)
    is_attached = _disposition(part) == "attachment" or (
        name != "" and kind not in ("text/plain", "text/html")
    )
    if kind in ("text/plain", "text/html", "text/enriched") and not is_attached:
        raw = _payload(part, notices)
        parameters = {key: _parameter(part, key) for key in ("format", "delsp", "charset")}
        texts.append(
            TextPart(
                raw,
                parameters["charset"] or None,
                kind == "text/html",
                parameters["format"].casefold() == "flowed",
                parameters["delsp"].casefold() == "yes",
            )
        )
    elif kind == "message/rfc822":
        inner = part.get_payload()
        letter = inner[0] if isinstance(inner, list) and inner else None
        raw = _as_bytes(letter) if isinstance(letter, Message) else _payload(part, notices)
        attachments.append(Attachment(_safe_name(name or "mail", ".eml"), kind, raw))
    elif kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        notices.append(Notice(Code.ENCRYPTED_OR_LEGACY, "the mail's text is encrypted or sealed (S/MIME)"))
    elif not kind.startswith((*_NO_DOCUMENTS, "message/")) and kind not in _SIGNATURES:
        raw = _payload(part, notices)
        if raw.strip():
            attachments.append(Attachment(_safe_name(name or "attachment", ""), kind, raw))


def _take_whole(part: Message, texts: list[TextPart], notices: list[Notice]) -> None:
    """The body of a mail that says it has parts, but none begins: no line is their boundary."""
    raw = _payload(part, notices)
    if raw.strip():
        start = raw[:_HEAD_BYTES].lstrip()
        texts.append(TextPart(raw, None, is_page(start) or is_fragment(start)))
        notices.append(Notice(Code.DOCUMENT_DAMAGED, "no part of it begins: all below the headers is taken"))


def _as_bytes(letter: Message) -> bytes:
    try:
        return letter.as_bytes(policy=compat32.clone(max_line_length=None))
    except (*_BREAKS, RecursionError):
        return f"{letter.get_payload()}".encode("utf-8", "replace")


def _payload(part: Message, notices: list[Notice] | None = None) -> bytes:
    """A part's bytes, as far as its transfer encoding can be undone."""
    before = len(part.defects)
    try:
        raw = part.get_payload(decode=True)
    except _BREAKS:
        raw = None
    if notices is not None and (raw is None or len(part.defects) > before):
        encoding = read_header(str(part.get("Content-Transfer-Encoding", "")))[:40] or "none"
        text = f"a part's transfer encoding ({encoding}) is damaged: what could be read of it was taken"
        notices.append(Notice(Code.DOCUMENT_DAMAGED, text))
    return raw if isinstance(raw, bytes) else b""


def _media_type(part: Message) -> str:
    try:
        return part.get_content_type()
    except _BREAKS:
        return "application/octet-stream"


def _disposition(part: Message) -> str:
    try:
        return part.get_content_disposition() or ""
    except _BREAKS:
        return ""


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_content_charset() if name == "charset" else part.get_param(name)
    except _BREAKS:
        return ""
    return value.strip(" '\"") if isinstance(value, str) else ""


def _file_name(part: Message) -> str:
    try:
        return read_header(part.get_filename() or "")
    except _BREAKS:
        return ""


def _safe_name(name: str, suffix: str) -> str:
    """The last part of a name without signs that paths give a meaning; at most a hundred characters."""
    last = re.split(r"[/\\]", name.replace("#", "_"))[-1].strip(". ") or "attachment"
    if suffix and not last.casefold().endswith(suffix):
        last += suffix
    end = PurePath(last).suffix[:20]
    return last if len(last) <= _LONGEST_NAME_CHARS else last[: _LONGEST_NAME_CHARS - len(end)] + end
