"""Where words stand between quotation marks."""

import re

from attrs import frozen

from provenance.text.sentences import find_paragraphs

_PAIRS = {"\u201c": "\u201d", "\u00ab": "\u00bb", "\u201e": "\u201c", '"': '"', "\u2018": "\u2019"}
_OPENERS = re.compile('[\u201c\u00ab\u201e"]|(?<![^\\s(\\[\u2014-])\u2018(?=\\w)')
_SINGLE_END = re.compile("\u2019(?=[\\s,.;:!?)\u2014-]|\\Z)")
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
            if after == mark and mark != "\u2018" and end - begin > _LEAST:
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
    if mark == "\u2018":
        return _close_single(text, begin, limit)
    closer = _PAIRS[mark]
    for at in range(begin + 1, limit):
        if text[at] == closer:
            return at + 1
        if text[at] == mark:  # opened again: the first one was never closed
            return -1
    return -1


def _close_single(text: str, begin: int, limit: int) -> int:
    """After an s it may be a genitive (the residents\u2019 vote): a later one is better."""
    again = text.find("\u2018", begin + 1, limit)
    possible = -1
    for single in _SINGLE_END.finditer(text, begin + 1, again if again > 0 else limit):
        is_genitive = (
            text[single.start() - 1] == "s" and text[single.end() : single.end() + 2].strip().islower()
        )
        if not is_genitive:
            return single.end()
        possible = single.end() if possible < 0 else possible
    return possible
