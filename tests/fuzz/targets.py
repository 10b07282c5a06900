"""What must hold for any bytes: one function for each target of the fuzzers; each raises AssertionError.

No exception but the product's own, every offset true, the same result twice.
"""

import io
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from provenance.errors import Unreadable
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Metadatum
from provenance.readers.decoding import decode
from provenance.readers.documents.mail import read_mail
from provenance.readers.documents.plain import read_plain
from provenance.readers.formats import FORMATS, load_splitter
from provenance.readers.interface import Reader, Reading, Splitter
from provenance.readers.oddities import find_oddities
from provenance.readers.pages.html import read_html
from provenance.readers.sniffing import choose_format
from provenance.readers.statements.knowledge import reading_knowledge
from provenance.readers.statements.stamps import Stamp, find_stamps, read_stamp
from provenance.readers.statements.visible import find_visible
from provenance.text.dates import find_dates, resolve_date
from provenance.text.folding import fold
from provenance.text.numbers import find_numbers
from provenance.text.sentences import find_paragraphs, find_sentences

_SOURCE = "s-0"
_SETTINGS = ReadingSettings()
_SPLIT = [format_ for format_ in FORMATS if format_.splitter and format_.name != "ZIP archive"]
_DAY = date(2019, 5, 4)
_DECLARED = (
    None,
    "utf-8",
    "windows-1251",
    "utf-7",
    "gb2312",
    "shift_jis",
    "utf-16",
    "x\x00y",
    "idna",
    "punycode",
)


def check_decode(raw: bytes) -> None:
    """decode, choose_format and find_oddities."""
    declared = _DECLARED[raw[0] % len(_DECLARED)] if raw else None
    first, second = (_outcome(decode, raw, declared) for _ in range(2))
    assert first == second
    if not isinstance(first, str):
        assert "\x00" not in first.text
        first.text.encode("utf-8")
        codes = [notice.code for notice in find_oddities(first.text)]
        assert len(codes) == len(set(codes))
    for name in ("x", "x.txt", "x.html", "x_files/x.png", "x.json"):
        _outcome(choose_format, name, raw)


def check_utf8(raw: bytes) -> None:
    """The text of a file in UTF-8 is the file: only a mark at its beginning is taken off, and NUL shown."""
    text = raw.decode("utf-8", "ignore")
    outcome = _outcome(decode, text.encode())
    if isinstance(outcome, str) or outcome.encoding != "utf-8":
        return
    assert outcome.text == text.removeprefix("\ufeff").replace("\x00", "\ufffd")


def check_html(raw: bytes) -> None:
    """read_html."""
    _check_reader(read_html, raw)


def check_mail(raw: bytes) -> None:
    """read_mail."""
    _check_reader(read_mail, raw)


def check_plain(raw: bytes) -> None:
    """read_plain, and the texts' own division."""
    _check_reader(read_plain, raw)
    text = _text_of(raw)
    for spans in (find_paragraphs(text), find_sentences(text)):
        places = [(span[0], span[1]) for span in spans]
        assert places == sorted(places) and all(0 <= a < b <= len(text) for a, b in places)
    folded = fold(text)
    assert len(folded.text) == len(folded.origin) and list(folded.origin) == sorted(folded.origin)


def check_dates(raw: bytes) -> None:
    """Stamps of pages and properties, and dates in running text."""
    text = _text_of(raw)
    stamps = find_stamps(text)
    assert stamps == find_stamps(text)
    for stamp in stamps:
        assert 0 <= stamp.start < stamp.end <= len(text)
        _check_interval(stamp)
    for is_utc in (False, True):
        read = read_stamp(text, is_utc=is_utc)
        if read is not None:
            _check_interval(read)
    dates = find_dates(text, reading_knowledge())
    assert dates == find_dates(text, reading_knowledge())
    for expression in dates:
        assert 0 <= expression.start < expression.end <= len(text)
        for anchor in (None, _DAY, (date.min, date.min), (date.max, date.max)):
            for is_future in (None, False, True):
                interval = resolve_date(expression, anchor, is_future=is_future)
                assert interval is None or interval.first <= interval.last
    _check_metadata(find_visible(text, _SOURCE, reading_knowledge()), text)


def check_numbers(raw: bytes) -> None:
    """Numbers in running text."""
    text = _text_of(raw)
    numbers = find_numbers(text, reading_knowledge())
    assert numbers == find_numbers(text, reading_knowledge())
    last = 0
    for number in numbers:
        assert last <= number.start < number.end <= len(text)
        last = number.end


def check_tables(raw: bytes) -> None:
    """Tables, JSON lines, mailboxes and web archives: every part has its place and its reason."""
    format_ = _SPLIT[raw[0] % len(_SPLIT)] if raw else _SPLIT[0]
    split = load_splitter(format_)
    assert split is not None
    first, second = (_split(split, raw[1:]) for _ in range(2))
    assert first == second
    members = [part[0] for part in first if isinstance(part, tuple)]
    assert len(members) == len(set(members))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "decode": check_decode,
    "utf8": check_utf8,
    "html": check_html,
    "dates": check_dates,
    "numbers": check_numbers,
    "mail": check_mail,
    "plain": check_plain,
    "tables": check_tables,
}


def _split(splitter: Splitter, raw: bytes) -> list[object]:
    """The parts, what their readers make of them, and the failure that ended them."""
    found: list[object] = []
    try:
        for part in splitter(io.BytesIO(raw), _SETTINGS):
            found.append((part.member, part.raw, part.name, part.notices, str(part.failure)))
            _check_metadata(part.metadata, "")
            if part.read is not None and part.failure is None:
                found.append(_check_reader(part.read, part.raw))
    except Unreadable as reason:
        found.append(str(reason))
    return found


def _text_of(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").replace("\x00", "\ufffd")


def _outcome(work: Callable[..., Any], *given: object) -> Any:
    try:
        return work(*given)
    except Unreadable as reason:
        assert str(reason) and reason.code
        return f"{reason.code}: {reason}"


def _check_reader(read: Reader, raw: bytes) -> Reading | str:
    first: Reading | str
    second: Reading | str
    first, second = (_outcome(read, raw, _SOURCE, _SETTINGS) for _ in range(2))
    assert first == second
    if isinstance(first, Reading):
        assert "\x00" not in first.text
        first.text.encode("utf-8")
        _check_metadata(first.metadata, first.text)
        _check_furniture(first)
    return first


def _check_metadata(metadata: Iterable[Metadatum], text: str) -> None:
    for metadatum in metadata:
        if metadatum.span is not None:
            start, end = metadatum.span.start, metadatum.span.end
            assert metadatum.span.source_id == _SOURCE and 0 <= start < end <= len(text)
        assert (metadatum.earliest is None) == (metadatum.latest is None)
        assert (metadatum.earliest or "") <= (metadatum.latest or "")
        metadatum.value.encode("utf-8")


def _check_furniture(reading: Reading) -> None:
    last = 0
    for part in reading.furniture:
        assert last <= part.span.start < part.span.end <= len(reading.text)
        last = part.span.end


def _check_interval(stamp: Stamp) -> None:
    assert stamp.earliest <= stamp.latest and stamp.value
