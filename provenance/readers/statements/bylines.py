"""Who wrote it and for whom, as the lines above an article say."""

import re
from collections.abc import Iterator

from provenance.model.knowledge import Knowledge
from provenance.readers.statements.lines import Line
from provenance.readers.statements.outlets import is_role, looks_like_publisher
from provenance.readers.statements.stamps import find_stamps

_LEAD = re.compile(
    r"(?:(?:written|words|story|report|reported|posted|published|text)\s{1,2})?by:?\s{1,3}", re.IGNORECASE
)
_DATED_LEAD = re.compile(
    r"(?:posted|published|written|updated)(?::\s{0,2}|\s{1,2})(?:on\s{1,2})?[^\n]{6,60}?\sby:?\s{1,3}",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s{0,3}[|•·/]\s{0,3}|\s{1,3}[–—-]{1,2}\s{1,3}|,\s{1,3}|\s{1,3}(?:on|for|in|at|with)\s"
)
_JOINER = re.compile(r"\s{1,3}(?:and|&)\s{1,3}")
_PARTICLES = frozenset("al el bin ibn van von der den de del della di da dos du la le ter ten st y e".split())
_NAME_WORD = re.compile(r"(?:[^\W\d_][\w.'’ʻʼ-]*)")
_NO_NAME = frozenset(
    "a an the our my staff special correspondent correspondents reporter reporters editor editors admin "
    "administrator newsroom desk team agencies monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december".split()
)
_FOREIGN_LEAD = re.compile(
    r"(?:von|par|por|door|av|af|od|przez|de|di|da|autor(?:in|a|e)?\s?:|text\s?:|texte\s?:|texto\s?:)\s{1,3}(?=\S)",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"(?:[|•·]|,|\s[–—-])\s{0,3}$")
_LABEL_WORDS = 3
_LONGEST_CHARS = 200


def find_byline(line: Line, knowledge: Knowledge) -> list[tuple[int, int]]:
    """Spans (start, end) of the author names in a byline; [] if `line` is none.

    "By Ann Lee and Tom Ray | Staff writers": names are two to five capitalised words, or an agency.
    """
    lead = _LEAD.match(line.text) or _dated_lead(line.text)
    if line.is_prose or lead is None or len(line.text) > _LONGEST_CHARS:
        return []
    text = _without_dates(line.text, lead.end())
    found: list[tuple[int, int]] = []
    for start, end in _segments(text, lead.end()):
        names = list(_names(text, start, end, knowledge))
        if not names or (found and _is_house(text[start:end], knowledge)):
            break
        found += names
        if not text.startswith(",", end):  # a bar or dash ends the list of names
            break
    if found and _reads_on(text, found[-1][1]):
        return []
    return [(line.start + start, line.start + end) for start, end in found]


def find_affiliation(line: Line, knowledge: Knowledge) -> tuple[int, int] | None:
    """The outlet that a byline names between bars, without a job: "By Ann Lee | The Star | 3 March 2018"."""
    if not re.search(r"\s[|•·]\s|/", line.text) or _LEAD.match(line.text) is None:
        return None
    for piece in list(re.finditer(r"[^|•·/]+", line.text))[1:]:
        name = piece.group().strip()
        if name and not find_stamps(name) and "," not in name and " - " not in name:
            if not is_role(name, knowledge) and looks_like_publisher(name, knowledge):
                start = piece.start() + piece.group().index(name)
                return line.start + start, line.start + start + len(name)
    return None


def find_bare_name(line: Line, following: Line | None, knowledge: Knowledge) -> tuple[int, int] | None:
    """A person's name without "by": between bars or before a comma and the date ("Ann Lee • March 3, 2018"),
    or alone in its line right before one that begins with a date ("Ann Lee", "Published 3 March 2018")."""
    if line.is_prose or line.is_caption or len(line.text) > _LONGEST_CHARS:
        return None
    stamps = find_stamps(line.text)
    end = len(line.text)
    if len(stamps) == 1 and _BEFORE_DATE.search(line.text[: stamps[0].start]):
        end = stamps[0].start
    elif stamps or following is None or not _begins_with_date(following.text):
        return None
    lead = _FOREIGN_LEAD.match(line.text)
    start, end = _trim(line.text, lead.end() if lead else 0, end)
    name = line.text[start:end].rstrip(" \u00a0|•·")
    return (line.start + start, line.start + start + len(name)) if _is_known_name(name, knowledge) else None


def find_foreign_byline(line: Line, knowledge: Knowledge) -> tuple[int, int] | None:
    """ "Von Ann Lee", "Par Ann Lee": a line with a word for "by" in another language and a name alone."""
    lead = _FOREIGN_LEAD.match(line.text)
    if lead is None or line.is_prose or len(line.text) > _LONGEST_CHARS:
        return None
    start, end = _trim(line.text, lead.end(), len(line.text))
    is_name = _is_known_name(line.text[start:end], knowledge)
    return (line.start + start, line.start + end) if is_name else None


def _is_known_name(name: str, knowledge: Knowledge) -> bool:
    """Is it shaped like a name, with a given name that is known, and neither a place nor a house?"""
    words = [word for word in name.casefold().split() if word.rstrip(".") not in knowledge.honorifics]
    is_person = bool(words) and words[0] in knowledge.given_names and name.casefold() not in knowledge.places
    return is_person and _is_name(name, knowledge) and not looks_like_publisher(name, knowledge)


def _begins_with_date(text: str) -> bool:
    """Does a line begin with a date, or with a word or two before one ("Published on 3 March 2018")?"""
    stamps = find_stamps(text[:_LONGEST_CHARS])
    return bool(stamps) and len(text[: stamps[0].start].split()) <= _LABEL_WORDS


def _without_dates(text: str, begin: int) -> str:
    """`text` of the same length with a bar in place of each date behind `begin`."""
    for stamp in find_stamps(text):
        if stamp.start >= begin:
            text = text[: stamp.start] + "|".ljust(stamp.end - stamp.start) + text[stamp.end :]
    return text


def _dated_lead(text: str) -> re.Match[str] | None:
    """ "Posted on 3 May 2021 by ", "Published 3 May 2021, 10:15 by ": up to the name."""
    lead = _DATED_LEAD.match(text[:_LONGEST_CHARS])
    return lead if lead and find_stamps(lead.group()) else None


def _segments(text: str, start: int) -> Iterator[tuple[int, int]]:
    for gap in _SEPARATOR.finditer(text, start):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _names(text: str, start: int, end: int, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """The names of one segment, all or none."""
    pieces: list[tuple[int, int]] = []
    begin = start
    for joint in _JOINER.finditer(text, start, end):
        pieces.append((begin, joint.start()))
        begin = joint.end()
    pieces.append((begin, end))
    trimmed = [_trim(text, *piece) for piece in pieces]
    if all(_is_name(text[a:b], knowledge) for a, b in trimmed if b > a):
        yield from ((a, b) for a, b in trimmed if b > a)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    stripped = text[start:end].strip(" \t\u00a0,;:()[]\"'“”")
    begin = text.index(stripped, start, end) if stripped else start
    return begin, begin + len(stripped)


def _is_name(name: str, knowledge: Knowledge) -> bool:
    if name.casefold() in knowledge.agencies:
        return True
    words = name.split()
    if not 2 <= len(words) <= 6 or is_role(name, knowledge):
        return False
    folded = [word.casefold().strip(".,") for word in words]
    if any(word in _NO_NAME for word in folded) or not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    is_cased = all(
        not word[0].islower()
        or small in _PARTICLES
        or small.startswith(("al-", "el-", "as-", "ash-", "d'", "d’"))
        for word, small in zip(words, folded, strict=True)
    )
    is_plain = all(word in knowledge.common_words and word not in knowledge.given_names for word in folded)
    return is_cased and folded[-1] not in _PARTICLES and not is_plain


def _is_house(name: str, knowledge: Knowledge) -> bool:
    """After a person's name: the outlet that she writes for ("Ann Lee, BBC Sport")."""
    is_short = any(word.isupper() and 1 < len(word) < 6 for word in name.split()) and not name.isupper()
    return is_short or looks_like_publisher(name, knowledge)


def _reads_on(text: str, end: int) -> bool:
    """Does a sentence go on after the names ("By John Smith's account, the …")?"""
    rest = text[end:].lstrip()
    return (
        bool(rest) and (rest[0].isalpha() and not re.match(r"(?:on|for|in|at|with|and)\b", rest))
    ) or rest.startswith(("'", "’"))
