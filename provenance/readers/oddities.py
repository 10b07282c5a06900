"""What is valid text and yet not what a reader should see without a word: invisible, confusable, endless."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from provenance.model.notices import Code, Notice
from provenance.readers.mojibake import find_mojibake
from provenance.readers.repetition import find_repetition, find_variants
from provenance.text.scripts import is_disguised

MOST_MARKS = 30
"""Combining marks on one letter: the bound of Unicode's stream-safe text format (UAX #15, section 13)."""
LONGEST_WORD = 1 << 16
"""Letters of one word. Scripts without spaces have runs of some thousands between punctuation, encoded data
of some ten thousands; in what is longer no passage can be told from another."""
MOST_PARAGRAPHS = 100_000
"""A novel of five million letters has 30,000."""

_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates (UAX #9); the plain marks U+200E and U+200F are at home in RTL text."""
_SPACED = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f\u0531-\u0587"
    "\u05d0-\u05ea\u10a0-\u10ff\u1e00-\u1fff"
)
"""Latin, Greek, Cyrillic, Armenian, Hebrew, Georgian: a word in them needs no invisible sign, where Persian,
Hindi or Thai do."""
_HIDDEN = re.compile(f"(?<=[{_SPACED}-])[\u200b-\u200f\u2060-\u2064\ufeff\u180e]{{1,100}}(?=[{_SPACED}-])")
_TAGS = re.compile("[\U000e0001-\U000e007f]|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3}")
"""Tag characters, and so many variation selectors in a row that they say something of their own."""
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e007a]{1,6}\U000e007f")
"""Flags of parts of countries are written with tags (UTS #51)."""
_CONTROLS = re.compile(
    "[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Control characters but those that separate lines, pages and records, and Unicode's noncharacters."""
_END_OF_FILE = "\x1a"
"""Old systems close a text with it."""
_SCRIPTS_MEET = re.compile(
    "[A-Za-z\u00c0-\u024f][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z\u00c0-\u024f]"
)
_WORD = re.compile(r"[^\W\d_]{1,100}")
_BLANK_LINE = re.compile(r"\n[ \t\r]{0,100}\n")
_BLANK = frozenset("ZC")
_LETTERS = bytes([*range(0x41, 0x5B), *range(0x61, 0x7B)])
_PLAIN = bytes([*b"\t\n\x0b\x0c\r", *range(0x20, 0x7F)])
"""What of ASCII is neither looked for nor a sign of anything that is."""
_WINDOW = 64


def find_oddities(text: str) -> tuple[Notice, ...]:
    """A notice for each kind of oddity in `text`, with its first place and their number. Linear in time."""
    alphabet = _read_alphabet(text)
    finders = [finder for signs, finder in _BY_SIGN if signs.search(alphabet)]
    return tuple(notice for finder in (*finders, *_OF_ANY) for notice in finder(text))


def _read_alphabet(text: str) -> str:
    """The characters of `text`, sorted, but those of ASCII that are nothing odd; "a" for any letter of it.

    Taking them out of the bytes first is far quicker than looking at each.
    """
    encoded = text.encode("utf-8", "surrogatepass")
    others = encoded.translate(None, _LETTERS)
    characters = set(others.translate(None, _PLAIN).decode("utf-8", "surrogatepass"))
    return "".join(sorted(characters | {"a"} if len(others) < len(encoded) else characters))


def is_blank(text: str) -> bool:
    """Is there nothing to see in it: white space, control and format characters only?"""
    return not text or all(unicodedata.category(character)[0] in _BLANK for character in text)


def _find_directions(text: str) -> Iterator[Notice]:
    yield from _report(
        _DIRECTIONS, text, Code.BIDI_CONTROL, "characters that change the direction of the text"
    )


def _find_hidden(text: str) -> Iterator[Notice]:
    yield from _report(_HIDDEN, text, Code.ZERO_WIDTH, "invisible characters inside words")


def _find_tags(text: str) -> Iterator[Notice]:
    if _TAGS.search(text):
        shown = _FLAG.sub(lambda flag: "\ufffc" * len(flag[0]), text)
        yield from _report(_TAGS, shown, Code.INVISIBLE_TAGS, "invisible characters that can spell a text")


def _find_controls(text: str) -> Iterator[Notice]:
    shown = text.rstrip(_END_OF_FILE)
    what = "control characters or noncharacters"
    yield from _report(_CONTROLS, shown, Code.CONTROL_CHARACTERS, what)


def _report(pattern: re.Pattern[str], text: str, code: Code, what: str) -> Iterator[Notice]:
    first = pattern.search(text)
    if first:
        count = sum(1 for _ in pattern.finditer(text, first.start()))
        sign = f"U+{ord(first[0][0]):04X}"
        yield Notice(code, f"{count:,} {what}, the first ({sign}) at character {first.start():,}")


def _find_scripts(text: str) -> Iterator[Notice]:
    """Words of one script with letters of another that look alike."""
    if not _SCRIPTS_MEET.search(text):
        return
    found = [word.start() for word in _WORD.finditer(text) if is_disguised(word[0])]
    if found:
        message = (
            f"{len(found):,} words of Latin and look-alike letters of another script, "
            f"the first at character {found[0]:,}"
        )
        yield Notice(Code.MIXED_SCRIPT, message)


_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u1fff\u20d0-\u20f0\u2cef-\u2dff\u302a-\u302d\u3099\u309a\ua66f-\U0001e94a]"
)
"""All combining marks, and some letters: dashes, quotation marks, signs, Han and kana are not among them."""


def _class_of_marks() -> str:
    """All combining marks, as ranges inside a character class."""
    ranges: list[list[int]] = []
    for code in range(0x300, 0x1E94B):
        if unicodedata.category(chr(code)) in ("Mn", "Me"):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


_HIGH_RUN = re.compile(f"[^\x00-\u02ff]{{{MOST_MARKS + 1}}}")
"""What a flood is part of, found faster."""


@cache
def _flood() -> re.Pattern[str]:
    """So many marks in a row; made when a text may have them, for gathering all marks takes its time."""
    return re.compile(f"[{_class_of_marks()}]{{{MOST_MARKS + 1}}}")


def _find_flood(text: str) -> Iterator[Notice]:
    first = _flood().search(text) if _HIGH_RUN.search(text) else None
    if first:
        message = f"more than {MOST_MARKS} combining marks on one letter, at character {first.start():,}"
        yield Notice(Code.COMBINING_FLOOD, message)


def _find_long_word(text: str) -> Iterator[Notice]:
    if not _may_have_long_word(text) or max(map(len, text.split()), default=0) <= LONGEST_WORD:
        return
    for word in re.finditer(r"[^\W_]+", text):
        length = word.end() - word.start()
        if length > LONGEST_WORD:
            message = f"a word of {length:,} letters at character {word.start():,}"
            yield Notice(Code.TOKEN_TOO_LONG, message)
            return


def _may_have_long_word(text: str) -> bool:
    """Is there a place, of those so far apart that a long word lies over one, without space on one side?"""
    places = range(0, len(text), LONGEST_WORD) if len(text) > LONGEST_WORD else ()
    sides = (text[side : side + _WINDOW] for place in places for side in (place, max(0, place - _WINDOW)))
    return any(side.split() == [side] for side in sides)


def _find_many_paragraphs(text: str) -> Iterator[Notice]:
    count = sum(1 for block in _BLANK_LINE.split(text) if block.strip()) if len(text) > MOST_PARAGRAPHS else 0
    if count > MOST_PARAGRAPHS:
        yield Notice(Code.TOO_MANY_PASSAGES, f"{count:,} paragraphs: a pile of its own in one document")


_BY_SIGN: tuple[tuple[re.Pattern[str], Callable[[str], Iterator[Notice]]], ...] = (
    (re.compile("[\u00c2-\u00f4РС\u951f]"), find_mojibake),
    (_DIRECTIONS, _find_directions),
    (re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u180e]"), _find_hidden),
    (re.compile("[A-Za-z\u00c0-\u024f].*[\u0370-\u03ff\u0400-\u052f]", re.DOTALL), _find_scripts),
    (_MARKS, _find_flood),
    (re.compile("[\ufe00-\ufe0f\U000e0001-\U000e01ef]"), _find_tags),
    (_CONTROLS, _find_controls),
)
"""What each finder needs: a pattern that the text's sorted alphabet must hold."""
_OF_ANY: tuple[Callable[[str], Iterator[Notice]], ...] = (
    _find_long_word,
    find_repetition,
    find_variants,
    _find_many_paragraphs,
)
