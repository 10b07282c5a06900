"""Abbreviations that a text explains: what the letters are said to stand for, and where."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen

from provenance.text.folding import fold_text
from provenance.text.kept import kept

_SHORT = r"(?P<short>(?:[A-Z]\.){2,6}|[A-Z][A-Za-z]{0,3}[A-Z][A-Za-z]{0,3}[A-Z]?|[A-Z]{2,8})"
_WORD = r"[A-Z\u00c0-\u00de][\w\u2019'-]{1,24}"
_SMALL = (
    r"(?:of|for|and|de|du|des|do|dos|da|das|del|della|di|la|le|les|the|y|e|et|und|in|on|against|to"
    r"|f\u00fcr|der|die)"
)
_FULL = rf"(?P<full>{_WORD}(?:,?\s(?:{_SMALL}\s){{0,2}}{_WORD}){{1,7}})"
_IN_BRACKETS = re.compile(rf"[(\[]{_SHORT}[)\]]")
_BEHIND_COMMA = re.compile(rf",\s(?:or\s|the\s)?{_SHORT}(?=[,.;:])")
_KNOWN_AS = re.compile(rf"(?:known|abbreviated|shortened|referred\sto)\s(?:as|to)\s(?:the\s)?{_SHORT}\b")
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_FULL}\s?[(\[]{_SHORT}[)\]]",
        rf"{_FULL},\s[A-Z][a-z]{{2,15}}\s\({_SHORT}\)",
        rf"\b{_SHORT}\s?[(\[](?:the\s)?{_FULL}[)\]]",
        rf"\b{_SHORT}\s?(?:,|\s[-\u2013\u2014])\sthe\s{_FULL}(?=[,.;:)]|\s[-\u2013\u2014])",
        rf"\b{_SHORT}\s[-\u2013\u2014]\s(?:the\s)?{_FULL}\s?[-\u2013\u2014,]",
        rf"{_FULL},\s(?:or\s|the\s)?{_SHORT}(?=[,.;:])",
        rf"{_FULL},?\s(?:also\s|better\s|commonly\s|widely\s)?(?:known|abbreviated|shortened|referred\sto)\s(?:as|to)\s(?:the\s)?{_SHORT}\b",
        rf"\b{_SHORT},?\s(?:which\s|whose\sname\s|a\sname\sthat\s)?(?:stands\sfor|stood\sfor|is\sshort\sfor|short\sfor|abbreviates|means|meaning)\s(?:the\s)?{_FULL}",
        rf"\b{_SHORT},\s(?:the\s|an?\s)?(?:acronym|abbreviation|initials|letters|short\sname|short\sform)\s(?:of|for)\s(?:the\s)?{_FULL}",
        rf"\b{_SHORT},\sas\s(?:the\s)?{_FULL}\sis\s(?:\w+ly\s)?(?:known|called|abbreviated)",
        rf"\b{_SHORT},\sthe\s(?:letters|initials|acronym|name)\s(?:under|by|with)\swhich\s(?:the\s)?{_FULL}",
    )
)
_ENDS = {0: _IN_BRACKETS, 1: _IN_BRACKETS, 5: _BEHIND_COMMA, 6: _KNOWN_AS}
"""Of some patterns, by place, what their match ends in: it is rare and looked for first. The others begin
with the letters."""
_SHORT_AT = re.compile(r"[A-Z](?<!\w.)(?=\.|[A-Za-z]{0,3}[A-Z])")
"""Where letters that may be an abbreviation begin."""
_REACH = 500
"""Characters that hold more than the longest full name."""
_LATER = re.compile(
    rf"\b(?:the\s(?:name|acronym|letters|initials)|it|which)\s(?:abbreviates?|stands?\sfor|is\sshort\sfor|means?)\s(?:the\s)?{_FULL}"
)
_ANY_SHORT = re.compile(rf"\b{_SHORT}\b")
_ANY_FULL = re.compile(rf"\b{_FULL}")
_KEPT_APART = re.compile(
    r"same\s(?:initials|letters|abbreviation|acronym|name)|nothing\sto\sdo\swith|not\sto\sbe\sconfused|both\sabbreviate|namesake"
)
_OPENERS = frozenset(
    "the a an at in on of by for from to with his her its their our as when while after before".split()
)
_LONGEST_TEXT = 200_000
_LEAST_CAPITALS = 2


@frozen(order=True)
class Expansion:
    """At [start, end) `short` stands for `full`, both as printed. `is_stated`: the text says so; else the
    letters alone fit a name of the text."""

    start: int
    end: int
    short: str
    full: str
    is_stated: bool


@kept
def find_expansions(text: str) -> list[Expansion]:
    """Abbreviations that the text explains, by place, each explanation once; names that only fit the letters
    of one that is explained nowhere in the text come with them."""
    head = text[:_LONGEST_TEXT]
    found: dict[tuple[str, str], Expansion] = {}
    shorts_at = [match.start() for match in _SHORT_AT.finditer(head)]
    for number, pattern in enumerate(_PATTERNS):
        end = _ENDS.get(number)
        for match in _before(pattern, end, head) if end else _beginning(pattern, shorts_at, head):
            _add(found, match.start(), match.end(), match["short"], match["full"])
    for match in _LATER.finditer(head):
        before = [m["short"] for m in _ANY_SHORT.finditer(head, max(0, match.start() - 300), match.start())]
        if shorts := [short for short in before if _is_short(short)]:
            _add(found, match.start(), match.end(), shorts[-1], match["full"])
    stated = {one.short for one in found.values()}
    for one in _fitting(head, stated):
        found.setdefault((one.short, fold_text(one.full)), one)
    return sorted(found.values())


def _before(pattern: re.Pattern[str], end: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches of `pattern` in order, looked for only before what they end in."""
    places: list[tuple[int, int]] = []
    for found in end.finditer(text):
        start, stop = max(0, found.start() - _REACH), min(len(text), found.end() + _REACH)
        if places and start <= places[-1][1]:
            places[-1] = (places[-1][0], stop)
        else:
            places.append((start, stop))
    for place in places:
        yield from pattern.finditer(text, *place)


def _beginning(pattern: re.Pattern[str], starts: Iterable[int], text: str) -> Iterator[re.Match[str]]:
    """Matches of `pattern` in order, looked for only at `starts`."""
    end = 0
    for start in starts:
        match = pattern.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


def says_apart(text: str) -> bool:
    """Does the text itself say that letters stand for several names?"""
    return _KEPT_APART.search(text[:_LONGEST_TEXT]) is not None


def letters_of(short: str) -> str:
    """The letters of an abbreviation, folded."""
    return "".join(c for c in short if c.isalpha()).casefold()


def fits(short: str, full: str) -> bool:
    """Are the letters the initials of the name, its small words counted or not?"""
    letters = letters_of(short)
    words = [w for w in re.split(r"[\s-]+", full) if w]
    all_words = "".join(w[0] for w in words).casefold()
    big = "".join(w[0] for w in words if w[0].isupper()).casefold()
    return letters in (all_words, big)


def are_one_name(a: str, b: str) -> bool:
    """Are two full names one, differently worded: half of the shorter one's words alike?"""
    one, two = (_stems(name) for name in (a, b))
    if not one or not two:
        return True
    shared = sum(any(_is_like(x, y) for y in two) for x in one)
    return shared * 2 >= min(len(one), len(two))


def _is_like(a: str, b: str) -> bool:
    shortest = min(len(a), len(b))
    return (
        a == b
        or (shortest >= 4 and a[:4] == b[:4])
        or (shortest >= 3 and (a.startswith(b) or b.startswith(a)))
    )


def _stems(name: str) -> list[str]:
    return [
        w
        for w in fold_text(name).split()
        if len(w) > 2 and w not in ("the", "and", "for", "des", "dos", "del")
    ]


def _add(found: dict[tuple[str, str], Expansion], start: int, end: int, short: str, full: str) -> None:
    full = _trimmed(full, short)
    if _is_short(short) and full and letters_of(short) != letters_of(full):
        found.setdefault((short, fold_text(full)), Expansion(start, end, short, full, True))


def _trimmed(full: str, short: str) -> str:
    """The name without what opens a sentence before it, and without words before those that the letters
    fit."""
    words = _opened(full.split())
    if fits(short, " ".join(words)):
        return " ".join(words)
    for at, word in enumerate(words):
        if word in ("in", "at", "on") and at > 1:
            words = words[:at]
            break
    for first in range(1, max(1, len(words) - 1)):
        if fits(short, " ".join(words[first:])):
            return " ".join(_opened(words[first:]))
    return " ".join(_opened(words))


def _opened(words: list[str]) -> list[str]:
    while words and words[0].lower() in _OPENERS:
        words = words[1:]
    return words


def _is_short(short: str) -> bool:
    capitals = sum(c.isupper() for c in short)
    return capitals >= _LEAST_CAPITALS and capitals * 2 >= len(letters_of(short))


def _fitting(text: str, stated: set[str]) -> Iterator[Expansion]:
    """Names whose initials are an abbreviation that the text uses without a word on it."""
    shorts = {
        m["short"]
        for m in _ANY_SHORT.finditer(text)
        if _is_short(m["short"]) and len(m["short"]) > _LEAST_CAPITALS
    }
    by_letters: dict[str, list[str]] = defaultdict(list)
    for short in sorted(shorts - stated):
        by_letters[letters_of(short)].append(short)
    if not by_letters:
        return
    for match in _ANY_FULL.finditer(text):
        words = _opened(match["full"].split())
        full = " ".join(words)
        initials = {
            "".join(w[0] for w in words).casefold(),
            "".join(w[0] for w in words if w[0].isupper()).casefold(),
        }
        for letters in sorted(initials & by_letters.keys()):
            end = match.end()
            yield Expansion(end - len(full), end, by_letters[letters][0], full, False)
