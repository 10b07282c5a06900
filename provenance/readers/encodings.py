"""Which encoding bytes are in that are no UTF-8: as they declare, or as their statistics say."""

import codecs
import re
import unicodedata
from importlib import import_module
from typing import Any

from attrs import frozen

from provenance.readers.languages import find_language

_GUESSABLE = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_9", "koi8_r", "cp866"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "tis_620"),
]
"""Encodings of text on the web that are no subset of UTF-8; rarer ones are mistaken for these."""
_WESTERN = "cp1252"
_LATIN_NAME = re.compile("cp125[02478]|iso8859_[29]")
_OTHER_LANGUAGES = frozenset("pl cs sk hu sl hr bs ro tr lt lv et vi".split())
"""Languages that windows-1252 has not all letters for."""
_WIDENED = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
"""What browsers read instead, of which the declared one is a part (the WHATWG's Encoding Standard)."""
_NOT_HONOURED = frozenset(("utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"))
"""utf-7 hides markup in ASCII; the wide ones would have been recognised if they were true."""
_NO_CHARSETS = re.compile(r"unicode|escape|punycode|idna|mbcs|oem|undefined|codec", re.IGNORECASE)
_SAMPLE_BYTES = 1 << 14
_LEAST_SAMPLE_BYTES = 4
_LATIN = re.compile(b"[A-Za-z]")
_HIGH = re.compile(b"[\x80-\xff]")
_ZERO_SHARE = 0.6
_STRAY_SHARE = 0.05
_TEXT_SHARE = 0.95


@frozen
class Guess:
    """`name`: Python's name of an encoding in which all bytes can be read. `reason`: for people."""

    name: str
    reason: str


def honour_name(declared: str) -> str | None:
    """Python's name of the encoding that a file declares; None if it is unknown, unsafe or not for text."""
    try:
        found = codecs.lookup(declared.strip())
    except (LookupError, ValueError):
        return None
    if not getattr(found, "_is_text_encoding", True) or found.name in _NOT_HONOURED:
        return None
    if _NO_CHARSETS.search(found.name):
        return None
    return _WIDENED.get(found.name, found.name)


def guess_wide(raw: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: zeros at every other byte, or three of four; or, in other scripts
    than Latin, only there, and what is read is nearly all letters."""
    sample = raw[: _SAMPLE_BYTES & ~3]
    if len(sample) < _LEAST_SAMPLE_BYTES or 0 not in sample:
        return None
    zeros = [sample[place::4].count(0) for place in range(4)]
    quarter = len(sample) / 4
    empty = [count > quarter * _ZERO_SHARE for count in zeros]
    full = [count <= quarter * _STRAY_SHARE for count in zeros]
    if empty[2] and empty[3] and full[0] and zeros[3] >= int(quarter):
        return _if_text(sample, "utf-32-le")
    if empty[0] and empty[1] and full[3] and zeros[0] >= int(quarter):
        return _if_text(sample, "utf-32-be")
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if even <= odd * _STRAY_SHARE:
        return _if_text(sample, "utf-16-le")
    if odd <= even * _STRAY_SHARE:
        return _if_text(sample, "utf-16-be")
    return None


def _if_text(sample: bytes, encoding: str) -> str | None:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return None
    good = sum(character in "\t\n\r" or unicodedata.category(character)[0] in "LMNPZS" for character in text)
    return encoding if text and good >= len(text) * _TEXT_SHARE else None


def guess_encoding(raw: bytes) -> Guess | None:
    """The most likely encoding in which all of `raw` can be read; None if none fits.

    Of equally likely ones for Latin letters, windows-1252 is taken, unless the text's language is one that
    another was made for.
    """
    normalizer = import_module("charset_normalizer")  # only now: most files are UTF-8
    matches = list(normalizer.from_bytes(_cut_sample(raw), cp_isolation=_GUESSABLE))
    matches = [match for match in matches if _reads_as(raw, str(match.encoding))]
    if not matches:
        return Guess(_WESTERN, "by rule: most are letters of ASCII") if _is_western(raw) else None
    best = matches[0]
    western = next((match for match in matches if match.encoding == _WESTERN), best)
    is_other = not _LATIN_NAME.search(str(best.encoding)) or find_language(str(best)) in _OTHER_LANGUAGES
    if not is_other and western.percent_chaos <= best.percent_chaos + 1 and _reads_as(raw, _WESTERN):
        return Guess(_WESTERN, f"charset-normalizer: {_print_figures(western)}")
    return Guess(str(best.encoding), f"charset-normalizer: {_print_figures(best)}")


def _print_figures(match: Any) -> str:
    return f"coherence {match.percent_coherence:.0f} %, noise {match.percent_chaos:.0f} %"


def is_latin(raw: bytes) -> bool:
    """Are most letters those of ASCII, so that only accents and punctuation need another byte?"""
    return len(_LATIN.findall(raw)) >= len(_HIGH.findall(raw)) * 4


def _is_western(raw: bytes) -> bool:
    return is_latin(raw) and _reads_as(raw, _WESTERN)


def _cut_sample(raw: bytes) -> bytes:
    """So much as a guess needs, up to the end of a line or word."""
    if len(raw) <= _SAMPLE_BYTES:
        return raw
    sample = raw[:_SAMPLE_BYTES]
    end = max(sample.rfind(b"\n"), sample.rfind(b" "))
    return sample[:end] if end > 0 else sample


def _reads_as(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
