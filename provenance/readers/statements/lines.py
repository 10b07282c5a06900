"""A page's lines and which part of the page they belong to: head, body or foot."""

import re

from attrs import frozen

from provenance.readers.statements.stamps import find_stamps

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_MARKUP = " \t\u00a0\u3000*_#>`|•·\ufeff-–—=~"
_PROSE_WORDS = 22
"""A line with that many words is prose: few headlines reach 20."""
_SENTENCE_WORDS = 9
_HEAD_LINES = 40
"""The head is not looked for further down."""
_FOOT_LINES = 12
_CAPTION = re.compile(
    r"\b(?:photo|photograph|image|picture|video|illustration|credit|getty|afp|reuters|epa|shutterstock)\b"
    r"|\bfile\b",
    re.IGNORECASE,
)
_WRAPPED_CHARS = 40


@frozen
class Line:
    """A line without the white space and markup characters around it, at [start, end) of the text."""

    text: str
    start: int
    end: int
    is_prose: bool
    is_heading: bool
    is_caption: bool


@frozen
class Page:
    """`head`: lines before the body, with a standfirst's sentence where it stands before the byline.

    `lines`: all lines that are not blank. `body_start`: index in `lines` of the first line of the body.
    """

    lines: tuple[Line, ...]
    head: tuple[Line, ...]
    foot: tuple[Line, ...]
    body_start: int


def read_page(text: str) -> Page:
    """The lines of `text`, parted. Text that is wrapped at a column is prose from its first line on."""
    lines = list(_find_lines(text))
    prose = [index for index, line in enumerate(lines) if line.is_prose]
    body = prose[0] if prose else len(lines)
    later = [index for index in prose[1:2] if any(is_credit(line) for line in lines[body + 1 : index])]
    if later:  # a standfirst before the byline
        body = later[0]
    body = min(body, _HEAD_LINES)
    foot_start = max(body, len(lines) - _FOOT_LINES)
    return Page(tuple(lines), tuple(lines[:body]), tuple(lines[foot_start:]), body)


def is_credit(line: Line) -> bool:
    """Is it short and says who wrote it or when?"""
    if line.is_prose or line.is_caption or len(line.text) > 160:
        return False
    lead = re.match(r"(?:by|written by|posted|published|updated)\b", line.text, re.IGNORECASE)
    return lead is not None or any(stamp.start < 40 for stamp in find_stamps(line.text))


def _find_lines(text: str) -> list[Line]:
    found: list[Line] = []
    raw = [hit for hit in _LINE.finditer(text) if hit.group().strip(_MARKUP)]
    for number, hit in enumerate(raw):
        stripped = hit.group().strip(_MARKUP)
        start = hit.start() + hit.group().index(stripped)
        following = raw[number + 1] if number + 1 < len(raw) else None
        is_heading = hit.group().lstrip().startswith("#")
        is_byline = re.match(r"by\s", stripped, re.IGNORECASE) is not None
        is_caption = not (is_heading or is_byline) and _CAPTION.search(stripped[:2000]) is not None
        is_prose = not is_heading and (_is_prose(stripped, is_caption) or _is_wrapped(text, hit, following))
        found.append(Line(stripped, start, start + len(stripped), is_prose, is_heading, is_caption))
    return found


def _is_prose(line: str, is_caption: bool) -> bool:
    word_count = len(line[:4000].split())
    if (
        is_caption
        and word_count < 90
        and re.search(r"\b(?:photo|getty|credit|image)\b", line[:4000], re.IGNORECASE)
    ):
        return False
    if word_count >= _PROSE_WORDS:
        return True
    is_sentence = line.rstrip("\"'”’)»").endswith((".", "!", "?")) and word_count >= _SENTENCE_WORDS
    return is_sentence and not re.match(r"posted|published|updated|©|\(c\)|copyright", line, re.IGNORECASE)


def _is_wrapped(text: str, hit: re.Match[str], following: re.Match[str] | None) -> bool:
    """Does the sentence go on in lower case on the very next line?"""
    if following is None or len(hit.group()) < _WRAPPED_CHARS:
        return False
    gap = text[hit.end() : following.start()]
    return gap in ("\n", "\r\n", "\r") and following.group().strip()[:1].islower()
