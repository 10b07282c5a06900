"""References in a shared passage whose antecedent stands only in the other text."""

import re
from collections.abc import Sequence

from provenance.model.reuse import Alignment, Direction
from provenance.model.spans import Span
from provenance.reuse.descent.evidence import Evidence, Rests

NAME_WEIGHT = 0.45
"""One person named in full in one text only: it can be one whom everybody knows."""
NAMES_WEIGHT = 0.6
"""Two or more such persons."""
PRONOUN_WEIGHT = 0.5
BEFORE_CHARACTERS = 300
"""How far before a passage the antecedent of its first pronoun stands, code points."""
MOST_CHARACTERS = 100_000
"""Of a longer text only so many code points before and in the passage are looked at."""

_CAPITAL = r"[A-Z\u00c0-\u00de][\w\u2019'-]{1,30}"
_FULL = re.compile(rf"\b({_CAPITAL}) ({_CAPITAL})\b")
_WORD = re.compile(rf"\b{_CAPITAL}\b")
_PRONOUN = re.compile(r"(?:He|She|His|Her|They|Their|Both|The two|The pair)\b")


def find_dangling(shared: Sequence[Alignment], texts: tuple[str, str]) -> list[Evidence]:
    """Evidence that one of two texts lacks what its passage refers to, and that the other has it."""
    found = []
    for direction in (Direction.A_TO_B, Direction.B_TO_A):
        is_a_first = direction is Direction.A_TO_B
        first, last = texts if is_a_first else texts[::-1]
        sides = [(e.a, e.b) if is_a_first else (e.b, e.a) for e in shared]
        names = ("text a", "text b") if is_a_first else ("text b", "text a")
        bare = _bare_names(first, last, sides)
        if bare:
            weight = NAME_WEIGHT if len(bare) == 1 else NAMES_WEIGHT
            reason = f"{names[1]} names {', '.join(bare[:3])} without saying who that is"
            reason += f", as {names[0]} does before the passage"
            found.append(Evidence(direction, Rests.TEXT, weight, reason))
        word = next(filter(None, (_pronoun(first, last, *pair) for pair in sides)), "")
        if word:
            reason = f'the passage begins with "{word}", and only in {names[0]} somebody is named before it'
            found.append(Evidence(direction, Rests.TEXT, PRONOUN_WEIGHT, reason))
    return found


def _bare_names(first: str, last: str, sides: Sequence[tuple[Span, Span]]) -> list[str]:
    """Surnames in the passages of `last` that are not introduced there, but before a passage of `first`."""
    earliest = min(sides, key=lambda pair: pair[0].start)[0].start
    introduced: dict[str, str] = {}
    for full in _FULL.finditer(first, max(0, earliest - MOST_CHARACTERS), earliest):
        introduced.setdefault(full[2], full.group())
    if not introduced:
        return []
    bare = []
    head = last[:MOST_CHARACTERS]
    known = {full[2] for full in _FULL.finditer(head)}
    used = {word.group() for _, own in sides for word in _WORD.finditer(head, own.start, own.end)}
    for surname in sorted(used & introduced.keys() - known):
        theirs = {word for pair in sides for word in _WORD.findall(first[pair[0].start : pair[0].end])}
        if surname in theirs and introduced[surname].split()[0] not in used:
            bare.append(surname)
    return bare


def _pronoun(first: str, last: str, there: Span, own: Span) -> str:
    """The pronoun with which both sides begin, if only `first` names somebody shortly before; else ""."""
    found = _PRONOUN.match(last, own.start)
    if found is None or not first.startswith(found.group(), there.start):
        return ""
    before = first[max(0, there.start - BEFORE_CHARACTERS) : there.start]
    own_before = last[max(0, own.start - BEFORE_CHARACTERS) : own.start]
    is_named = _names_somebody(before) and not _names_somebody(own_before)
    return found.group() if is_named else ""


def _names_somebody(text: str) -> bool:
    return _FULL.search(text) is not None or re.search(r"[a-z,] [A-Z\u00c0-\u00de][a-z]+", text) is not None
