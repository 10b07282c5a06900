"""The clause around a place in a text: the shortest stretch that still makes sense to a reader."""

import re

from provenance.model.spans import Span

LONGEST_CLAUSE = 150
_MARGIN = 64
"""Code points beyond the longest clause in which breaks are looked for: a sentence can be a whole page."""
_BREAK = re.compile(r"[;()\n“”\"，。；：！？（）「」『』،؛؟।]|(?<!\d)[,:—–]|[,:—–](?!\d)|\s-\s")
"""What stands between two figures belongs to one number or time: 4,200, 13:20, 1914–18."""

_MARKS = {'"': '"', "“": "”", "«": "»", "„": "“"}
"""Marks that open a quotation, with those that close it."""
_RUN = 40
"""Code points without a space from which words do not stand apart."""
_SIGNS = 6
"""Code points kept on each side of a place there, instead of four words."""
_TURNED = str.maketrans("()", ")(")


def clause_around(text: str, source_id: str, start: int, end: int, sentence: tuple[int, int]) -> Span:
    """The stretch from break to break around [start, end), inside its sentence, at most 150 characters.

    An empty range is a point. At least four words on each side are kept where the sentence has them, or six
    signs where words do not stand apart.
    """
    first, last = sentence
    first, last = min(first, start), max(last, end)
    room = max(0, LONGEST_CLAUSE - (end - start)) // 2
    near, far = max(first, start - room - _MARGIN), min(last, end + room + _MARGIN)
    breaks = [m.span() for m in _BREAK.finditer(text, near, far)]
    before, after = _words_before(text, near, start, 4), _words_after(text, last, end, 4)
    begin = max([first, *[b for _, b in breaks if b <= before]])
    finish = min([last, *[a for a, _ in breaks if a >= after]])
    begin, finish = _with_brackets(text, (first, last), (start, end), (begin, finish))
    begin = begin if start - begin <= room else _word_start(text, start - room, start)
    finish = finish if finish - end <= room else _word_end(text, end + room, end)
    return _trimmed(text, source_id, begin, finish)


def _with_brackets(
    text: str, sentence: tuple[int, int], place: tuple[int, int], clause: tuple[int, int]
) -> tuple[int, int]:
    """The clause with the other end of a bracket of which it holds one, and what stands before that."""
    begin, finish = clause
    if _is_closed_only(text[begin : place[0]]):
        opened = text.rfind("(", max(sentence[0], begin - LONGEST_CLAUSE), begin)
        breaks = [
            hit.end() for hit in _BREAK.finditer(text, max(sentence[0], opened - LONGEST_CLAUSE), opened)
        ]
        begin = begin if opened < 0 else max([sentence[0], *breaks])
    if _is_closed_only(text[place[1] : finish][::-1].translate(_TURNED)):
        closed = text.find(")", finish, min(sentence[1], finish + LONGEST_CLAUSE))
        finish = finish if closed < 0 else closed + 1
    return begin, finish


def _is_closed_only(text: str) -> bool:
    """Is a bracket closed that was not opened?"""
    depth = 0
    for mark in text:
        depth += (mark == "(") - (mark == ")")
        if depth < 0:
            return True
    return False


def _words_before(text: str, first: int, start: int, words: int) -> int:
    position = start
    for _ in range(words):
        cut = text[first:position].rstrip()
        space = max(cut.rfind(" "), cut.rfind("\n"), cut.rfind("\u00a0"))
        if space < 0 or len(cut) - space > _RUN:
            return max(first, start - _SIGNS)
        position = first + space
    return position


def _words_after(text: str, last: int, end: int, words: int) -> int:
    found = list(re.finditer(r"\S+", text[end : min(last, end + 120)]))[:words]
    if any(len(word.group()) > _RUN for word in found):
        return min(last, end + _SIGNS)
    return end + found[-1].end() if found else last


def _word_start(text: str, position: int, limit: int) -> int:
    position = max(0, position)
    while position < limit and position > 0 and not text[position - 1].isspace():
        position += 1
    return position


def _word_end(text: str, position: int, limit: int) -> int:
    position = min(len(text), position)
    while position > limit and position < len(text) and not text[position].isspace():
        position -= 1
    return position


def _trimmed(text: str, source_id: str, begin: int, finish: int) -> Span:
    while begin < finish and (text[begin].isspace() or text[begin] in ",;:"):
        begin += 1
    if (
        begin + 1 < finish
        and text[begin] in _MARKS
        and text[begin + 1 : finish].count(_MARKS[text[begin]]) == 0
    ):
        begin += 1
    while finish > begin and (text[finish - 1].isspace() or text[finish - 1] in ",;:"):
        finish -= 1
    if finish <= begin:
        begin = min(begin, max(0, len(text) - 1))
        finish = begin + 1
    return Span(source_id, begin, finish)
