r"""Rich Text (.rtf): what a reader of the pages sees, with the properties of the file.

A scanner of our own, one pass at any depth, not striprtf: that drops footnotes, shows deleted text, breaks
characters beyond U+FFFF and bytes after \bin, and one of its patterns is quadratic. The tests compare
with it.
"""

import re
from collections.abc import Iterable

from provenance.errors import Unreadable
from provenance.model.notices import Code, Notice
from provenance.model.settings import ReadingSettings
from provenance.model.sources import Metadatum
from provenance.readers.documents import rtf_words as words
from provenance.readers.documents.assembly import (
    drop_unchanged,
    empty_reading,
    join_blocks,
    make_property,
    make_reading,
)
from provenance.readers.documents.rtf_scanner import TOKEN, Scanner, combine_surrogates, find_size
from provenance.readers.interface import Reading

_EXTRACTOR = "rtf 1"
_PADDING = "\x00\x1a \r\n\t}"
_LARGEST_REST_BYTES = 100
"""Some programs leave remains of a longer file behind; more than this may be text."""
_START = re.compile(rb"\s{0,100}(?:\xef\xbb\xbf)?\s{0,100}\{\\rtf")


def read_rtf(raw: bytes, source_id: str, settings: ReadingSettings) -> Reading:
    """Paragraphs and tables in their order, a blank line between them; footnotes and endnotes after them.

    Page headers stand before the text and page footers and comments after it, each once, marked as
    furniture; the header of a title page counts as text. Deleted and hidden text is left out. A file that
    is cut off is read as far as it goes, with a warning. Unreadable: DOCUMENT_DAMAGED if it is no RTF.
    """
    if not raw.strip():
        return empty_reading(_EXTRACTOR)
    start = _START.match(raw)
    if start is None:
        message = r"does not begin with {\rtf: no Rich Text"
        raise Unreadable(message, Code.DOCUMENT_DAMAGED)
    scanner = Scanner(raw.decode("latin-1"))
    scanner.scan(start.end() - len(rb"{\rtf"))
    notices = []
    if scanner.stack:
        cut = f"cut off: {len(scanner.stack)} groups are not closed; what came before is read"
        notices.append(Notice(Code.DOCUMENT_DAMAGED, cut))
    rest = len(scanner.text[scanner.end :].strip(_PADDING)) if scanner.end is not None else 0
    if rest > _LARGEST_REST_BYTES:
        after = f"{rest:,} bytes follow the brace that ends the document; they are not read"
        notices.append(Notice(Code.TEXT_LOST, after))
    if scanner.replaced_count:
        bad = f"{scanner.replaced_count} characters that are not in their code page are U+FFFD"
        notices.append(Notice(Code.DECODE_REPLACED, bad))
    joined = join_blocks(scanner.blocks(), source_id)
    properties = _properties(scanner.info)
    return make_reading(joined, source_id, _EXTRACTOR, properties, notices, scanner.codec)


def count_rtf(raw: bytes) -> int:
    r"""Letters and digits outside of \* groups, tables of fonts, styles and the like, as their bytes say."""
    count = depth = 0
    skipped: int | None = None  # the depth at which what is not text began
    position = 0
    text = raw.decode("latin-1")
    while hit := TOKEN.match(text, position):
        position = hit.end()
        word = hit["word"]
        if hit["brace"]:
            depth += 1 if hit["brace"] == "{" else -1
            skipped = None if skipped is not None and depth < skipped else skipped
        elif word == "bin":
            position += find_size(hit["number"])
        elif skipped is not None:
            continue
        elif word in words.UNSEEN or word in ("fonttbl", "info") or hit["symbol"] == "*":
            skipped = depth
        elif hit["text"]:
            count += sum(map(str.isalnum, hit["text"]))
        elif hit["hex"]:
            count += int(hit["hex"], 16) > 0xBF
        elif word == "u" and hit["number"]:
            count += chr(int(hit["number"]) % 0x10000).isalnum()
    return count


def _properties(info: dict[str, list[str]]) -> list[Metadatum]:
    r"""Of the \info group; its dates are of the writer's clock, without a zone."""
    return drop_unchanged(
        [
            *make_property("title", combine_surrogates("".join(info.get("title", ()))), r"rtf \title"),
            *make_property("author", combine_surrogates("".join(info.get("author", ()))), r"rtf \author"),
            *make_property("created", _print_stamp(info.get("created", ())), r"rtf \creatim"),
            *make_property("modified", _print_stamp(info.get("modified", ())), r"rtf \revtim"),
        ]
    )


def _print_stamp(parts: Iterable[str]) -> str:
    found = {name: int(value) for name, _, value in (part.partition("=") for part in parts) if value}
    if not found.get("yr"):
        return ""
    day = f"{found['yr']:04d}-{found.get('mo', 1):02d}-{found.get('dy', 1):02d}"
    clock = f"T{found.get('hr', 0):02d}:{found.get('min', 0):02d}"
    return day + clock + (f":{found['sec']:02d}" if "sec" in found else "") if "hr" in found else day
