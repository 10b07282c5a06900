"""Sentence and paragraph spans of a text."""

import re

from provenance.text.kept import kept

_PARAGRAPH_BREAK = re.compile(r"\n(?:[^\S\n]*+\n)+|\u2029")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
BARE_STOPS = "\u3002\uff01\uff1f\uff61\u0964\u0965\u06d4\u1362\u1367\u1368\u104b\u17d4\u17d5"
"""Those of them after which a sentence may begin without white space: of Chinese and Japanese, the danda, the
Arabic full stop, the stops of Ethiopic, Burmese and Khmer."""
STOPS = ".!?\u2026\u061f\u0589" + BARE_STOPS
"""Marks that may end a sentence."""
_CLOSERS = "\"'\u201d\u2019\u00bb)\u300d\u300f\uff09\u3011\u300b\u3009\uff3d\uff63]"
_CLOSING = re.escape(_CLOSERS)
# Possessive, and only from the first stop of a row: a page of dots costs no more than a page of words. What
# goes on right behind a closing mark is of the same sentence, as a name with a mark in it goes on (Yahoo！).
_STOP = re.compile(
    f"[{STOPS}](?<![{STOPS}][{STOPS}])[{STOPS}]*+"
    f"(?:[{_CLOSING}]*+(?=\\s|$)|(?<=[{BARE_STOPS}])(?<![A-Za-z][\uff01\uff1f])(?![{_CLOSING}]))"
)
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr gen lt col sgt capt cmdr adm maj brig rep sen gov pres rev hon messrs mt ft "
    "vs etc eg ie cf al no nos vol ed eds pp fig inc ltd co corp dept est approx pvt pte pty "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)

_STATES = frozenset(
    "Ala Ariz Ark Calif Colo Conn Fla Kan Ky Md Mich Minn Mont Neb Nev Okla Penn Tenn Tex Va Vt Wis "
    "Wyo".split()
)
"""States of the USA as reports shorten them; those that are English words (Mass, Wash, Ill) are left out."""
_DIGRAPHS = frozenset("Yu Ya Ye Yo Zh Kh Ts Ch Sh Ph Th Ju Ja".split())
"""Initials of two letters, as transcription makes them (Yu. A. Gagarin)."""
_INITIAL = re.compile(r"[^\W\d_]\.")


@kept
def find_sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of every sentence, in order, without the white space around it.

    A line break ends a sentence only where the next line does not go on in lower case: text that is
    wrapped at a column keeps its sentences. Abbreviations and initials do not end one. A stop of a script
    written without spaces after it ends one, unless a bracket or quotation mark closes right behind it
    and the text goes on.
    """
    found: list[tuple[int, int]] = []
    for start, end in _blocks(text):
        found += _split(text, start, end)
    return found


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """(start, end) of every paragraph: what stands between blank lines, without white space around it."""
    found = []
    begin = 0
    for gap in _PARAGRAPH_BREAK.finditer(text):
        found.append(_trim(text, begin, gap.start()))
        begin = gap.end()
    found.append(_trim(text, begin, len(text)))
    return [(start, end) for start, end in found if end > start]


def _blocks(text: str) -> list[tuple[int, int]]:
    """Lines, joined where one is wrapped into the next."""
    blocks: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start, end = _trim(text, line.start(), line.end())
        if end <= start:
            continue
        if blocks and _is_wrapped(text, blocks[-1], start):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return blocks


def _is_wrapped(text: str, before: tuple[int, int], start: int) -> bool:
    gap = text[before[1] : start]
    goes_on = text[start].islower() and text[before[1] - 1] not in ".!?:;" + _CLOSERS
    return goes_on and gap.count("\n") <= 1 and gap.count("\r") <= 1


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, begin, stop, end):
            found.append(_trim(text, begin, stop.end()))
            begin = stop.end()
    found.append(_trim(text, begin, end))
    return [(s, e) for s, e in found if e > s]


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    after = text[stop.end() : min(end, stop.end() + 40)].lstrip()
    if not after or stop.group()[-1] in BARE_STOPS:
        return True
    opener = after.lstrip("\"'\u201c\u2018\u00ab([")[:1]
    if opener.islower():
        return False
    if stop.group() != ".":
        return True
    before = text[max(begin, stop.start() - 12) : stop.start()]
    word = re.search(r"[^\s(\[\"\u201c\u2018]*$", before)
    last = word.group() if word else ""
    is_initial = re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", last) is not None and last != "I"
    if is_initial and "." in last:  # U.S. can end a sentence: only where a new one plainly begins
        return (
            re.match(r"(?:The|A|An|He|She|It|They|In|On|At|But|And|We|This|That|His|Her)\b", after)
            is not None
        )
    if last in _DIGRAPHS and _INITIAL.match(after):
        return False
    return not is_initial and not is_abbreviation(last)


def is_abbreviation(word: str) -> bool:
    """Does a full stop after `word` end no sentence?"""
    return word.casefold() in _ABBREVIATIONS or word in _STATES


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
