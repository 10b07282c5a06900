"""Where words stand between quotation marks."""

import re

from attrs import frozen

from provenance.text.sentences import find_paragraphs

_CLOSERS = {
    "\u201c": "\u201d", "\u00ab": "\u00bb", "\u00bb": "\u00ab", "\u201e": "\u201c\u201d",
    '"': '"', "\u2018": "\u2019", "'": "'",
}  # fmt: skip
"""Opening mark → marks that close it; low German, Polish and Danish ones too."""
_OPENERS = re.compile(
    "[\u201c\u00ab\u201e\"]|(?<![^\\s(\\[\u2014-])(?:[\u2018\u00bb](?=\\w)|'(?=[^\\W\\d_]{2}|[aAI]\\s))"
)
_SINGLE_END = {
    "\u2018": re.compile("\u2019(?=[\\s,.;:!?)\u2014-]|\\Z)"),
    "'": re.compile("'(?=[\\s,.;:!?)\u2014-]|\\Z)"),
}
_SPEECH_END = ",.!?\u2026"
_LONGEST_SINGLE = 600
_LONGEST_PLAIN = 60
"""Characters up to which plain single marks count without a stop before the closing one."""
_LONGEST = 6000
_LEAST = 2


@frozen(order=True)
class Quotation:
    """[start, end) with its marks. `is_open`: goes on in the next paragraph, so that no mark closes it."""

    start: int
    end: int
    is_open: bool = False


def find_quotations(text: str) -> list[Quotation]:
    """Quotations of `text` in order, without overlap; a quotation inside another is part of it.

    A mark that nothing closes in its paragraph counts only if the next paragraph opens with the same mark
    (a quotation over several paragraphs).
    """
    found: list[Quotation] = []
    paragraphs = find_paragraphs(text)
    for number, (start, end) in enumerate(paragraphs):
        after = text[paragraphs[number + 1][0]] if number + 1 < len(paragraphs) else ""
        found += _in_paragraph(text, start, end, after)
    return found


def _in_paragraph(text: str, start: int, end: int, after: str) -> list[Quotation]:
    found = []
    at = start
    unclosed: set[str] = set()  # marks that nothing closes further on need no second search
    while opener := _OPENERS.search(text, at, end):
        begin, mark = opener.start(), opener.group()
        close = -1 if mark in unclosed else _close(text, mark, begin, end)
        if close < 0:
            if mark == '"':
                unclosed.add(mark)
            if after == mark and mark not in _SINGLE_END and end - begin > _LEAST:
                found.append(Quotation(begin, end, True))
                break
            at = begin + 1
            continue
        if close - begin > _LEAST:
            found.append(Quotation(begin, close))
        at = close
    return found


def _close(text: str, mark: str, begin: int, end: int) -> int:
    """Offset after the mark that closes, -1 if there is none near enough."""
    limit = min(end, begin + _LONGEST)
    if mark in _SINGLE_END:
        return _close_single(text, mark, begin, limit)
    closers = _CLOSERS[mark]
    for at in range(begin + 1, limit):
        if text[at] in closers:
            return at + 1
        if text[at] == mark:  # opened again: the first one was never closed
            return -1
    return -1


def _close_single(text: str, mark: str, begin: int, limit: int) -> int:
    """After an s it may be a genitive (the residents\u2019 vote): a later one is better.

    Plain marks, which are apostrophes too, close behind a stop or in a short stretch only.
    """
    limit = min(limit, begin + _LONGEST_SINGLE) if mark == "'" else limit
    again = text.find(mark, begin + 1, limit) if mark == "\u2018" else -1
    possible = -1
    for single in _SINGLE_END[mark].finditer(text, begin + 1, again if again > 0 else limit):
        is_long = single.start() - begin > _LONGEST_PLAIN
        if mark == "'" and is_long and text[single.start() - 1] not in _SPEECH_END:
            return possible
        is_genitive = (
            text[single.start() - 1] == "s" and text[single.end() : single.end() + 2].strip().islower()
        )
        if not is_genitive:
            return single.end()
        possible = single.end() if possible < 0 else possible
    return possible
