"""Bytes → text: a byte order mark, then strict UTF-8, then what the page declares, then a guess."""

import codecs
import re
import unicodedata

import charset_normalizer
from attrs import frozen

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice

_MARKS = (  # longest first: the UTF-32 mark starts like the UTF-16 one
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (  # from the formats' specifications
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_GUESSABLE = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_9", "koi8_r", "cp866"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "tis_620"),
]
"""Encodings of text on the web that are no subset of UTF-8; rarer ones are mistaken for these."""

_CONTROL_SHARE = 0.02
"""Share of control bytes from which a file is no text; random bytes have 0.10, text next to none."""
_FEW_CONTROLS = 16
"""So many are let pass in valid UTF-8: a short text with a few stray ones is still a text."""
_SAMPLE_BYTES = 1 << 16
_CONTROLS = re.compile(b"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LATIN = re.compile(b"[A-Za-z]")
_HIGH = re.compile(b"[\x80-\xff]")
_MOJIBAKE = re.compile(
    "\u00e2\u20ac[\u0153\u009d\u2122\u02dc\u201c\u201d\u00a6]|[\u00c3\u00c2][\u0080-\u00bf]|\u00c3\u00a2"
)
_DECEPTIVE = re.compile("[\u202d\u202e\U000e0000-\U000e007f]")
_UNSAFE_DECLARED = frozenset({"utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32"})


@frozen
class Decoded:
    """`text` never holds NUL or lone surrogates; every offset counts in it. `notices`: as in Reading."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of `raw`. `declared`: the encoding that the file names for itself.

    A NUL in otherwise plain text becomes U+FFFD, one for one, since SQLite would cut the text there.
    Line breaks stay as they are. Unreadable, with the reason, for an empty file or one that is no text.
    """
    if not raw:
        message = "the file is empty"
        raise Unreadable(message, Code.EMPTY)
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            message = f"this is {what}, not text"
            raise Unreadable(message, Code.BINARY)
    decoded = _decode(raw, declared)
    if "\x00" in decoded.text:
        count = decoded.text.count("\x00")
        notice = Notice(Code.NUL_BYTES, f"{count} NUL bytes, shown as U+FFFD")
        decoded = Decoded(
            decoded.text.replace("\x00", "\ufffd"), decoded.encoding, (*decoded.notices, notice)
        )
    if all(unicodedata.category(character)[0] in "ZC" for character in decoded.text):
        message = "there is no text in the file, only white space"
        raise Unreadable(message, Code.EMPTY)
    return Decoded(decoded.text, decoded.encoding, (*decoded.notices, *_oddities(decoded.text)))


def _oddities(text: str) -> list[Notice]:
    """What is valid text and yet not what a reader should see without a word."""
    found = []
    if len(_MOJIBAKE.findall(text)) > 1:
        found.append(
            Notice(Code.MOJIBAKE, "looks as if it had been decoded wrongly before it was saved (â€œ, Ã©)")
        )
    if _DECEPTIVE.search(text):
        found.append(
            Notice(
                Code.BIDI_CONTROL,
                "holds invisible characters that change what is seen (text direction, tags)",
            )
        )
    return found


def _decode(raw: bytes, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark) :], encoding)
    guess = _guess_utf16(raw)
    if guess:
        return guess
    control_count = len(_CONTROLS.findall(raw))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_binary(control_count, len(raw))
        return _decode_broken(raw, declared, error)
    _refuse_binary(control_count - _FEW_CONTROLS, len(raw))
    return Decoded(text, "utf-8", _declared_otherwise(raw, declared))


def _refuse_binary(control_count: int, length: int) -> None:
    if control_count > length * _CONTROL_SHARE and control_count > 1:
        message = "this is not text: many control characters (a binary file under another name?)"
        raise Unreadable(message, Code.BINARY)


def _decode_marked(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        text = raw.decode(encoding, "replace")
        where = f"not valid {encoding.upper()} at byte {error.start}: what could not be read is U+FFFD"
        _refuse_binary(text.count("\ufffd"), len(text))
        return Decoded(text, encoding, (Notice(Code.DECODE_REPLACED, where),))


def _guess_utf16(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte of a mostly Latin text is NUL."""
    sample = raw[:_SAMPLE_BYTES]
    pair_count = len(sample) // 2
    if pair_count < 2 or len(raw) % 2:
        return None
    for encoding, zeros, others in (
        ("utf-16-le", sample[1::2], sample[0::2]),
        ("utf-16-be", sample[0::2], sample[1::2]),
    ):
        if zeros.count(0) > pair_count * 0.6 and others.count(0) < pair_count * 0.05:
            try:
                text = raw.decode(encoding)
            except UnicodeDecodeError:
                return None
            guessed = Notice(Code.ENCODING_GUESSED, f"{encoding.upper()} without a mark")
            return Decoded(text, encoding, (guessed,))
    return None


def _declared_otherwise(raw: bytes, declared: str | None) -> tuple[Notice, ...]:
    if declared is None or not _HIGH.search(raw) or _normal_name(declared) in (None, "utf-8", "ascii"):
        return ()
    return (Notice(Code.ENCODING_CONFLICT, f"the page calls itself {declared[:40]}, its bytes are UTF-8"),)


def _decode_broken(raw: bytes, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    """Not UTF-8: as declared, as UTF-8 with holes where most of it is that, or as the best guess."""
    name = _normal_name(declared) if declared else None
    if name and name not in _UNSAFE_DECLARED and name != "utf-8":
        try:
            return Decoded(raw.decode(name), name)
        except UnicodeDecodeError:
            pass
    replaced = raw.decode("utf-8", "replace")
    holes = replaced.count("\ufffd")
    whole = sum(1 for character in replaced if character > "\x7f") - holes
    is_cut = error.reason == "unexpected end of data"
    if whole > holes or is_cut:
        warning = f"not valid UTF-8 at byte {error.start}: {holes} places that could not be read are U+FFFD"
        return Decoded(replaced, "utf-8", (Notice(Code.DECODE_REPLACED, warning),))
    guessed = _guess(raw)
    if guessed is None:
        warning = f"not valid UTF-8 at byte {error.start}, and no other encoding fits: U+FFFD stands there"
        return Decoded(replaced, "utf-8", (Notice(Code.DECODE_REPLACED, warning),))
    return Decoded(raw.decode(guessed), guessed, (Notice(Code.ENCODING_GUESSED, guessed),))


def _guess(raw: bytes) -> str | None:
    """The most likely encoding in which all of `raw` can be read; None if none fits.

    Mostly ASCII bytes with Western punctuation or accents are windows-1252: the statistics of a
    guesser need more letters than that.
    """
    if len(_LATIN.findall(raw)) >= len(_HIGH.findall(raw)) * 4:
        return "cp1252" if _reads_as(raw, "cp1252") else None
    best = charset_normalizer.from_bytes(raw[:_SAMPLE_BYTES], cp_isolation=_GUESSABLE).best()
    if best is None:
        return None
    encoding = str(best.encoding)
    return encoding if _reads_as(raw, encoding) else None


def _reads_as(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _normal_name(name: str) -> str | None:
    """Python's name of an encoding; None if it knows none or it is not for text."""
    try:
        found = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    is_text = getattr(found, "_is_text_encoding", True)
    return found.name if is_text else None
