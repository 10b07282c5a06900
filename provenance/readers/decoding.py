"""Bytes → text: a byte order mark, then strict UTF-8, then what the page declares, then a guess."""

import codecs
import re

from attrs import evolve, frozen

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice
from provenance.readers.encodings import guess_encoding, guess_wide, honour_name, is_latin

_MARKS = (  # longest first: the UTF-32 mark starts like the UTF-16 one
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL_SHARE = 0.02
"""Share of control bytes from which a file is no text; random bytes have 0.10, text next to none."""
_FEW_CONTROLS = 16
"""So many are let pass in valid UTF-8: a short text with a few stray ones is still a text."""
_CONTROLS = bytes([*range(0x00, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_WIDE_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\ufffe\uffff]")
_HIGH = re.compile(b"[\x80-\xff]")
_VALID_SHARE, _VALID_SHARE_IN_LATIN = 0.6, 0.3
"""Share of the bytes above ASCII that must be in valid sequences for a text to be UTF-8 with holes. By chance
a third to nearly half are in Cyrillic or Japanese encodings, and next to none between Latin letters."""
_MOST_HOLES = 0.01
"""Share of a text in a declared encoding that may be unreadable before the declaration is not believed."""


@frozen
class Decoded:
    """`text` never holds NUL or lone surrogates; every offset counts in it. `notices`: as in Reading."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of `raw`. `declared`: the encoding that the file names for itself.

    A NUL in otherwise plain text becomes U+FFFD, one for one, since SQLite would cut the text there. Line
    breaks stay as they are; a text of white space only is kept, with a notice. Unreadable if it is no text.
    """
    decoded = _decode(raw, declared)
    if "\x00" in decoded.text:
        count = decoded.text.count("\x00")
        notice = Notice(Code.NUL_BYTES, f"{count:,} NUL bytes, shown as U+FFFD")
        decoded = Decoded(
            decoded.text.replace("\x00", "\ufffd"), decoded.encoding, (*decoded.notices, notice)
        )
    return decoded


def check_text(head: bytes) -> None:
    """Unreadable if what begins with `head` is no text in any encoding."""
    if not any(head.startswith(mark) for mark, _ in _MARKS) and guess_wide(head) is None:
        _refuse_controls(head, _is_utf8(head))


def _is_utf8(head: bytes) -> bool:
    """Is it UTF-8, but for a character that is cut at its end?"""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _refuse_controls(raw: bytes, is_utf8: bool) -> None:
    count = len(raw) - len(raw.translate(None, _CONTROLS))
    _refuse_binary(count - _FEW_CONTROLS if is_utf8 and count < len(raw) else count, len(raw))


def _refuse_binary(control_count: int, length: int) -> None:
    if control_count > length * _CONTROL_SHARE and control_count > 1:
        message = "this is not text: many control characters (a binary file under another name?)"
        raise Unreadable(message, Code.BINARY)


def _decode(raw: bytes, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark) :], len(mark), encoding)
    wide = guess_wide(raw)
    if wide:
        decoded = _decode_marked(raw, 0, wide)
        guessed = Notice(Code.ENCODING_GUESSED, f"{wide.upper()} without a byte order mark")
        return evolve(decoded, notices=(guessed, *decoded.notices))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_controls(raw, is_utf8=False)
        return _decode_broken(raw, declared, error)
    _refuse_controls(raw, is_utf8=True)
    return Decoded(text, "utf-8", _compare_declared(raw, declared))


def _decode_marked(raw: bytes, mark_bytes: int, encoding: str) -> Decoded:
    """`mark_bytes`: how many stood before `raw`."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        text = raw.decode(encoding, "replace")
        if encoding != "utf-8":
            _refuse_binary(text.count("\ufffd") - 1, len(text))
        notices: tuple[Notice, ...] = (_replaced(encoding, error.start + mark_bytes, text),)
    else:
        notices = ()
    _refuse_binary(len(_WIDE_CONTROLS.findall(text)) - _FEW_CONTROLS, len(text))
    return Decoded(text, encoding, notices)


def _replaced(encoding: str, place: int, text: str) -> Notice:
    holes = text.count("\ufffd")
    return Notice(
        Code.DECODE_REPLACED,
        f"not valid {encoding.upper()} at byte {place:,}: {holes:,} U+FFFD stand for what could not be read",
    )


def _compare_declared(raw: bytes, declared: str | None) -> tuple[Notice, ...]:
    """What is wrong with the declaration of a file whose bytes are UTF-8."""
    if declared is None:
        return ()
    shown, name = _printable(declared), honour_name(declared)
    if name is None and (_HIGH.search(raw) or "utf-7" in shown.casefold() or "utf7" in shown.casefold()):
        return (_unsupported(shown),)
    if name in (None, "utf-8") or not _HIGH.search(raw):
        return ()
    return (Notice(Code.ENCODING_CONFLICT, f"the page calls itself {shown}, its bytes are UTF-8"),)


def _unsupported(shown: str) -> Notice:
    return Notice(Code.ENCODING_UNSUPPORTED, f"the page calls itself {shown}, which is not honoured")


def _printable(declared: str) -> str:
    return ascii(declared.strip()[:40]).strip("'\"")


def _decode_broken(raw: bytes, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    """Not UTF-8: as declared, as UTF-8 with holes where most of it is that, or as the best guess."""
    notices: tuple[Notice, ...] = ()
    if declared is not None:
        name = honour_name(declared)
        if name is None:
            notices = (_unsupported(_printable(declared)),)
        found = _decode_declared(raw, name) if name and name != "utf-8" else None
        if found is not None:
            return found
    replaced = raw.decode("utf-8", "replace")
    holes = replaced.count("\ufffd")
    high = len(_HIGH.findall(raw))
    valid = sum(len(character.encode()) for character in replaced if character > "\x7f") - 3 * holes
    is_cut = error.reason == "unexpected end of data"
    least = _VALID_SHARE_IN_LATIN if is_latin(raw) else _VALID_SHARE
    guessed = None if is_cut or valid >= high * least else guess_encoding(raw)
    if guessed is None:
        return Decoded(replaced, "utf-8", (*notices, _replaced("utf-8", error.start, replaced)))
    notice = Notice(Code.ENCODING_GUESSED, f"{guessed.name} ({guessed.reason})")
    return Decoded(raw.decode(guessed.name), guessed.name, (*notices, notice))


def _decode_declared(raw: bytes, name: str) -> Decoded | None:
    """As declared, with holes if there are few; None if the declaration cannot be right."""
    try:
        return Decoded(raw.decode(name), name)
    except UnicodeDecodeError as error:
        text = raw.decode(name, "replace")
        is_near = text.count("\ufffd") <= len(text) * _MOST_HOLES
        return Decoded(text, name, (_replaced(name, error.start, text),)) if is_near else None
