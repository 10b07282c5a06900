"""The plain text of a mail: lines that were broken to fit a screen, and what stands below the text."""

import re

_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)
_LONGEST_SIGNATURE_LINES = 15
_RULE = re.compile(r"^[_=*-]{10,200}[ \t]{0,5}\r?$", re.MULTILINE)
_LIST_WORDS = re.compile(
    r"mailing list|unsubscribe|subscription|listinfo|list archive|subscribed to", re.IGNORECASE
)
_LONGEST_FOOTER_LINES = 12
_LONGEST_END_CHARS = 4_000
_QUOTE = re.compile(r"^(>[> ]{0,200})")


def find_end(text: str) -> tuple[int, str] | None:
    """Where the signature below "-- " (RFC 3676, 4.3) or a mailing list's footer below a rule begins."""
    length = len(text.rstrip())
    begin = max(0, length - _LONGEST_END_CHARS)
    for hit in _SIGNATURE.finditer(text, begin):
        if _end_of_lines(text, hit.end(), _LONGEST_SIGNATURE_LINES) >= length:
            return hit.start(), 'signature below "-- "'
    for hit in _RULE.finditer(text, begin):
        is_last = _end_of_lines(text, hit.end(), _LONGEST_FOOTER_LINES) >= length
        if is_last and _LIST_WORDS.search(text, hit.end()):
            return hit.start(), "a mailing list's footer"
    return None


def unflow(text: str, *, deletes_space: bool) -> str:
    """Lines that were only broken to fit a screen in one again (RFC 3676); quoted ones stay quoted."""
    lines: list[list[str]] = []
    depth, is_open = "", False
    for line in text.replace("\r\n", "\n").split("\n"):
        quote = _QUOTE.match(line)
        marks = quote[1].replace(" ", "") if quote else ""
        content = line[len(quote[1]) :] if quote else line.removeprefix(" ")
        if is_open and marks == depth and content != "-- ":
            lines[-1].append(content)
        else:
            lines.append([f"{marks} " if marks else "", content])
        is_open = content.endswith(" ") and content != "-- "
        if is_open and deletes_space:
            lines[-1][-1] = content[:-1]
        depth = marks
    return "\n".join("".join(pieces) for pieces in lines)


def _end_of_lines(text: str, start: int, count: int) -> int:
    """The end of the `count` lines after the one that ends at `start`."""
    place = start
    for _ in range(count + 1):
        following = text.find("\n", place)
        if following < 0:
            return len(text)
        place = following + 1
    return place
