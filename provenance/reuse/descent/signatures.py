"""Marks by which a text as a whole is signed: bylines, datelines, names behind a report."""

import re
from collections.abc import Iterator

from attrs import frozen

from provenance.reuse.descent.naming import CAPITALS, NAME

EDGE_LINES = 8
"""Lines that hold anything, from either end of a text, that can be a credit of the whole."""
HEAD_CHARACTERS = 600
"""The same in code points: a credit of the whole begins no further from either end."""
LINE_CHARACTERS = 160
"""The longest line that is only a credit, code points."""
TAIL_CHARACTERS = 60
"""From a line's end, where an agency's initials stand behind its report, code points."""
MOST_LINES = 4_000
"""Lines from either end in which a credit at a line's end is looked for."""

_LOW = rf"(?P<low>(?:[{CAPITALS}a-z][\w&.-]{{1,14}})(?:/[{CAPITALS}a-z][\w&.-]{{1,14}}){{0,3}})"
_DESK = rf"(?P<name>[{CAPITALS}a-z\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af][\w&./ -]{{1,38}})"
_DASH = "[-\u2010-\u2015:]"
_BRACKETED = re.compile(rf"[(\uff08]{_DESK}[)\uff09] ?(?:{_DASH}|(?=[\u3400-\u9fff]))")
_DAY = r"[^()\n]{0,12}\d{1,2}[^()\n\d]{0,12}"
_DATELINE = re.compile(
    rf"^(?:[{CAPITALS}][{CAPITALS} .'-]{{1,30}}|[{CAPITALS}][^()\n]{{1,30}}, {_DAY}) ?"
    rf"[(]{NAME}[)] ?[-\u2010-\u2015]",
    re.M,
)
"""A place in capitals, or a place and a day, before the bracket: an agency, known or not."""
_PICTURE = re.compile(
    r"\b(?:photo\w*|pictures?|pictured|images?|foto\w*|bild\w*|illustrations?|graphics?|videos?|drawing|cartoon|map|"
    r"imagen|imagem|immagine|getty|shutterstock)\b",
    re.I,
)
"""In the line of a mark: it is that of a picture."""
_SLASHED = re.compile(rf"/{_DESK}/ ?(?:{_DASH}|\.)")
_AFTER_PLACE = re.compile(
    rf"^[{CAPITALS}][^\n,;:!?]{{1,30}}(?:, [^\n,;:!?]{{1,20}})?, {_LOW} ?[-\u2010-\u2015] ", re.M
)
_WIRED = re.compile("^(?P<name>[\u3400-\u9fff]{2,6}\u793e)[^\\s\u3002\uff0c,]{0,16}(?:\u7535|\u96fb)", re.M)
_BY = r"(?:[Bb]y|BY|[Ff]rom|FROM|[Vv]ia|[Ww]ith|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Aa]v|[Aa]f|[Dd]oor)"
_BYLINED = re.compile(rf"{_BY} ")
_BYLINE = re.compile(rf"[(\[]?{_BY} {NAME}(?: [Ss]taff)?[.)\]]?")
_BARE = re.compile(rf"[(\[]?{NAME}(?: [Ss]taff)?[.)\]]?")
_AUTHOR_OF = re.compile(
    rf"(?:{_BY} )?[^\n,|/\d]{{2,60}}?(?:, ?| ?\| ?| ?/ ?| [-\u2010-\u2015] | of | for | with )"
    rf"(?:{NAME}|{_LOW})(?:[.)\]]?$| ?[,|/\u2010-\u2015-] ?[^\n]{{0,40}}$)"
)
_SOURCE = re.compile(rf"(?:[Ss]ource|[Cc]redit): ?{NAME}[.]?")
_WITH_AGENCIES = re.compile(
    r"[(\[]?(?:(?:(?:[Bb]y|[Ff]rom|[Ww]ith|[Mm]it|[Aa]vec|[Cc]on|[Cc]om|[Ss]ource:?) )?"
    r"(?P<name>(?:[Nn]ews )?[Aa]genc(?:ies|y reports)|AGENCIES|[Ww]ire (?:reports|services)|[Aa]gences|"
    r"[Aa]gencias|[Aa]gentur(?:en|material)|[Aa]genzie|[Aa]g\u00eancias))[.)\]]?"
)
_DASHED = NAME.replace("<name>", "<dashed>")
_LINE_END = re.compile(rf"(?:[(\[]{NAME}[)\]]|(?<!\S)[-\u2013\u2014] ?{_DASHED}|[(\[]{_LOW}[)\]])[.]?\s*$")
_LINE = re.compile(r"[^\n\r]+")


@frozen(order=True)
class Signature:
    """`name`: as printed. `place`: where it begins. `start`, `end`: the words that make the mark. `first`,
    `last`: those of its line. `is_whole`: it stands at the head or the foot of the text. `is_bare`: the line
    is only a name. `is_unnamed`: agencies are credited and none is named. `is_dateline`: it stands between
    place and report."""

    place: int
    name: str
    start: int
    end: int
    first: int
    last: int
    is_whole: bool = True
    is_bare: bool = False
    is_unnamed: bool = False
    is_dateline: bool = False


def find_signatures(text: str) -> list[Signature]:
    """All of `text`, in no order."""
    found = []
    head = text[:HEAD_CHARACTERS]
    for pattern in (_BRACKETED, _SLASHED, _AFTER_PLACE, _WIRED, _DATELINE):
        for each in pattern.finditer(head):
            group = "low" if pattern is _AFTER_PLACE else "name"
            start, end = each.span()
            is_dateline = pattern is _DATELINE
            found.append(
                Signature(each.start(group), each[group], start, end, start, end, is_dateline=is_dateline)
            )
    lines = find_lines(text)
    edges = edge_lines(text, lines)
    for number, (start, end) in enumerate(edges):
        if end - start <= LINE_CHARACTERS and not is_of_picture(text, start, end):
            found += _of_line(text, start, end, is_title=number == 0)
    for start, end in lines:
        tail = _LINE_END.search(text, max(start, end - TAIL_CHARACTERS), end)
        if tail and not is_of_picture(text, start, end):
            group = str(tail.lastgroup)
            place, name = tail.start(group), tail[group]
            found.append(
                Signature(place, name, tail.start(), tail.end(), start, end, is_whole=(start, end) in edges)
            )
    return found


def _of_line(text: str, start: int, end: int, is_title: bool) -> Iterator[Signature]:
    """What a line at the head or the foot is, if it is a mark of origin and nothing else."""
    for pattern in (_WITH_AGENCIES, _BYLINE):
        found = pattern.fullmatch(text, start, end)
        if found:
            is_unnamed = pattern is _WITH_AGENCIES
            yield Signature(found.start("name"), found["name"], start, end, start, end, is_unnamed=is_unnamed)
            return
    found = _BARE.fullmatch(text, start, end)
    if found:
        yield Signature(found.start("name"), found["name"], start, end, start, end, is_bare=True)
    is_author = not is_title or _BYLINED.match(text, start, end)
    found = _AUTHOR_OF.fullmatch(text, start, end) if is_author else None
    if found:
        group = "name" if found["name"] else "low"
        yield Signature(found.start(group), found[group], start, end, start, end)


def is_of_picture(text: str, start: int, end: int) -> bool:
    """Is a mark in these words that of a picture? Of a paragraph it is not."""
    return end - start <= LINE_CHARACTERS and _PICTURE.search(text, start, end) is not None


def read_line(line: str) -> str:
    """The name in a line that is only a credit, as printed; "" if it is none."""
    found = _BYLINE.fullmatch(line) or _SOURCE.fullmatch(line) or _BARE.fullmatch(line)
    return found["name"] if found else ""


def edge_lines(text: str, lines: list[tuple[int, int]] | None = None) -> list[tuple[int, int]]:
    """(start, end) without white space of the lines that hold anything, from either end, in order."""
    lines = find_lines(text) if lines is None else lines
    head = [line for line in lines[:EDGE_LINES] if line[0] < HEAD_CHARACTERS]
    foot = [line for line in lines[-EDGE_LINES:] if line[0] > len(text) - HEAD_CHARACTERS]
    return sorted({*head, *foot})


def find_lines(text: str) -> list[tuple[int, int]]:
    """(start, end) of lines that hold anything, without white space around them: the first and the last."""
    found = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        plain = line.group()
        start += len(plain) - len(plain.lstrip())
        end -= len(plain) - len(plain.rstrip())
        if end > start:
            found.append((start, end))
    return found if len(found) <= MOST_LINES else found[: MOST_LINES // 2] + found[-MOST_LINES // 2 :]
