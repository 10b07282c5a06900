"""A time of day that no clock shows."""

import re
from collections.abc import Iterator

from provenance.conflicts.dates import is_clean
from provenance.conflicts.inside import is_quoted_title, is_said_to_be_wrong, make_finding
from provenance.conflicts.pile import Pile
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.spans import Span

_TIME = re.compile(
    r"\b(?:at|by|until|till|from|before|after|since|around|about|between)\s"
    r"(?P<time>(?P<hour>\d{1,2})(?P<mark>[:.h])(?P<minute>\d{2})(?P<half>\s?[ap]\.?m\b)?)"
    r"(?![\w%]|[.:,/-]\d|\s(?:per\b|percent|points?\b|minutes?\b|seconds?\b|degrees?\b|met(?:re|er)s?\b|k[mg]\b))",
    re.IGNORECASE,
)
_OF_CLOCK = re.compile(
    r"\b(?:flights?|trains?|bus(?:es)?|ferr(?:y|ies)|plane|aircraft|took\soff|takes?\soff|landed|lands?|depart\w*"
    r"|arriv\w+|leaves?|left|sail(?:s|ed)|clocks?|local\stime|gmt|hours|opens?|opened|clos(?:e|es|ed)|begins?|began"
    r"|starts?|started|kicks?\soff|kick-off|kicked\soff|meets?|met|morning|afternoon|evening|night|noon|dawn"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|call(?:ed)?|alarm|curfew|shift|doors|gates|airport|station)\b",
    re.IGNORECASE,
)
_OTHER_SCALE = re.compile(
    r"(?:[$\u00a3\u20ac]|\b(?:shares?|dollars?|euros?|pounds?|cents?|price[sd]?|index|points?|percent|score[sd]?"
    r"|lead|led|lap|laps|race|ran|record|finish(?:ed)?|won|lost|verses?|chapter|gospel|psalm|version|usage|notation"
    r"|writes?|writing|minute|half-time|quarter|goal|degrees|magnitude|ratio)\b)",
    re.IGNORECASE,
)
_LAST_HOUR, _LAST_MINUTE, _MOST_HOUR = 24, 59, 29


def find_impossible_times(pile: Pile) -> Iterator[Conflict]:
    """ "leaves at 25:30", "left at 18.75", where the words around speak of the hour of a day."""
    for source_id in pile.sources:
        text = pile.text(source_id)
        for found in _TIME.finditer(text):
            span = Span(source_id, *found.span("time"))
            if _is_wrong(found) and _is_of_day(pile, span, found["mark"]):
                yield _finding(pile, span)


def _is_wrong(found: re.Match[str]) -> bool:
    hour, minute = int(found["hour"]), int(found["minute"])
    if minute > _LAST_MINUTE:
        return hour <= _MOST_HOUR
    if found["half"]:
        return 12 < hour <= _MOST_HOUR and (hour > _LAST_HOUR or found["half"].strip()[0] in "aA")
    return _LAST_HOUR < hour <= _MOST_HOUR and found["mark"] != "."


def _is_of_day(pile: Pile, span: Span, mark: str) -> bool:
    text = pile.text(span.source_id)
    start, end = pile.sentence_at(span.source_id, span.start)
    around = text[start:end]
    if is_quoted_title(text, span.start, span.end) or is_said_to_be_wrong(around) or not is_clean(text):
        return False
    return _OF_CLOCK.search(around) is not None and _OTHER_SCALE.search(around) is None


def _finding(pile: Pile, span: Span) -> Conflict:
    text = " ".join(pile.quote(span).split())
    return make_finding(
        pile,
        ConflictKind.IMPOSSIBLE_DATE,
        f"{text}: no such time of day",
        "A day has 24 hours and an hour 60 minutes: a figure is wrong, unless the service day goes on past "
        "midnight in the source's own notation.",
        [(text, [span])],
        "no such time",
        Level.LOW,
    )
