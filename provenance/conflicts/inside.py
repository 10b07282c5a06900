"""Findings inside one text: their common form, and what keeps a sentence from being taken at its word."""

import re
from collections.abc import Sequence

from provenance.conflicts.masked import Masked
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import make_side, quoted
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.spans import Span
from provenance.text.folding import fold_text

_SAID_WRONG = re.compile(
    r"\b(?:error|errors|mistake|mistaken|mistakenly|wrong|wrongly|typo|misprint\w*|misstat\w+|incorrect\w*"
    r"|inconsisten\w+|contradict\w*|discrepan\w+|impossible|non-?existent|forge\w*|fake\w*|joke\w*|fiction\w*"
    r"|invented|corrected|correction|confus\w+|puzzl\w+|does\snot\sexist|did\snot\sexist|no\ssuch\s(?:day|date"
    r"|hour|thing)|never\sexisted|(?:does|do|did)\snot\s(?:add\sup|match|tally)|myth\w*|legend\w*)\b"
)
"""In small letters, in which it is found several times as fast."""
_OTHER_CALENDAR = re.compile(
    r"\b(?:calendars?|reckoning|old\sstyle|new\sstyle|O\.?S\.|N\.?S\.|julian|gregorian|hijri|islamic\s(?:year|month)"
    r"|lunar|coptic|ethiopian|persian\s(?:year|month)|jalali|hebrew\s(?:year|month)|BCE?|B\.C\.|anno\shegirae)\b",
    re.IGNORECASE,
)


def make_finding(
    pile: Pile,
    kind: ConflictKind,
    title: str,
    reason: str,
    sides: Sequence[tuple[str, Sequence[Span]]],
    what: str,
    consequence: Level = Level.MEDIUM,
) -> Conflict:
    """A finding inside one text. `reason`: full sentences behind what it says; `sides`: value and places."""
    first = sides[0][1][0]
    spans = sorted({span for _, places in sides for span in places})
    said = " and ".join(dict.fromkeys(quoted(pile.sentence_text(span)) for span in spans[:3]))
    return Conflict(
        kind=kind,
        conflict_class=ConflictClass.INSIDE_ONE_TEXT,
        consequence=consequence,
        certainty=Level.MEDIUM,
        scope=Scope.WITHIN,
        title=title,
        why=f"{pile.label(first.source_id)} says {said}. {reason}",
        subject=fold_text(" ".join(pile.quote(span) for span in spans))[:200],
        predicate=what,
        scope_key=pile.sources[first.source_id].source.path,
        sides=tuple(make_side(pile, value, places) for value, places in sides),
    )


def is_said_to_be_wrong(text: str) -> bool:
    """Does a sentence speak of an error, a legend or a joke itself?"""
    return _SAID_WRONG.search(text.lower()) is not None


def names_other_calendar(text: str) -> bool:
    """Does a sentence speak of another calendar, or of years before the common era?"""
    return _OTHER_CALENDAR.search(text) is not None


def is_quoted_title(text: str, start: int, end: int) -> bool:
    """Do quotation marks stand right around [start, end), as around the title of a work?"""
    return text[max(0, start - 1) : start] in tuple("\"'\u201c\u2018\u00ab") and text[end : end + 1] in tuple(
        "\"'\u201d\u2019\u00bb,."
    )


def printed(masked: Masked, pile: Pile, sign: str) -> str:
    """A number or date as printed, on one line."""
    at = masked.figure(sign) if masked.is_figure(sign) else masked.date(sign)
    return " ".join(pile.text(masked.source_id)[at.start : at.end].split())


def place_of(masked: Masked, sign: str) -> Span:
    """Where a number or date stands in the source."""
    at = masked.figure(sign) if masked.is_figure(sign) else masked.date(sign)
    return Span(masked.source_id, at.start, at.end)
