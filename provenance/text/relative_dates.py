"""Dates in running English text that need the time of writing: last month, 2 weeks ago, a weekday alone."""

import re
from collections.abc import Iterator

from provenance.model.knowledge import Knowledge
from provenance.text.date_expressions import PREPOSITIONS, DateExpression
from provenance.text.date_patterns import LOOK, DatePatterns

_OF_LENGTH = re.compile(r"\b(?:the|his|her|its|their|our|your|my)\s\Z", re.IGNORECASE)
"""Words before "last week" with which it is a length of time or a part of something, no date."""
_TO_DAY = re.compile(r"\s?[-\u2010-\u2014]\s?|\s(?:through|thru|to)\s")
_TO_DAY_BEFORE = re.compile(r"(?:\s?[-\u2010-\u2014]\s?|\s(?:through|thru|to)\s)\Z")
_EVERY = re.compile(r"\b(?:every|each)\s\Z", re.IGNORECASE)


def find_relative(text: str, patterns: DatePatterns, knowledge: Knowledge) -> Iterator[DateExpression]:
    """Last month, over the weekend, 2 weeks ago, today; their parts as `DateExpression.relative` tells."""
    pattern = patterns.relative if "ago" in text.lower() else patterns.relative_but_ago
    for found in pattern.finditer(text):
        parts = {name: " ".join(part.lower().split()) for name, part in found.groupdict().items() if part}
        words, month, weekday = "", None, None
        if "edge" in parts:
            edge = "start" if parts["edge"] in ("start", "beginning") else "end"
            words = f"{edge} of {parts['edge_which'].replace('the', 'this')} {parts['edge_unit']}"
        elif "part" in parts:
            words = f"{parts['part']} {parts['part_which']} {parts['part_unit']}"
        elif "which" in parts:
            unit = found["unit"]
            month, weekday = knowledge.months.get(parts["unit"]), knowledge.weekdays.get(parts["unit"])
            if not _is_relative(text, found, is_name=month is not None or weekday is not None):
                continue
            if weekday is not None and _is_of_date(text, found.start("unit"), patterns):
                continue
            which = {"this past": "last", "this coming": "next"}.get(parts["which"], parts["which"])
            words = f"{which} {unit.lower()}"
        elif "weekend" in parts:
            words = "over the weekend"
        elif "count" in parts:
            count = _count(parts["count"], knowledge)
            if count is None:
                continue
            words = f"{count} {parts['ago_unit']}s ago"
        else:
            words = "today" if parts["today"].startswith(("this", "tonight")) else parts["today"]
        yield DateExpression(found.start(), found.end(), weekday=weekday, month=month, relative=words)


def _is_of_date(text: str, start: int, patterns: DatePatterns) -> bool:
    """Last Friday, 3 March: is the weekday that of a date?"""
    return any(
        (full := pattern.match(text, start)) is not None and full["weekday"] is not None
        for pattern in (patterns.month_first, patterns.day_first)
    )


def _is_relative(text: str, found: re.Match[str], *, is_name: bool) -> bool:
    """Not "the last week", "her last day", not "this May 12", not "this fall in prices"."""
    unit = found["unit"]
    if is_name and not unit[0].isupper():
        return False
    if _OF_LENGTH.search(text[max(0, found.start() - 7) : found.start()]):
        return False
    after = text[found.end() : found.end() + 5]
    if is_name and re.match(r"\.?\s\d", after):
        return False
    return not (unit.lower() == "fall" and re.match(r"\s(?:in|of)\b", after)) and not after.startswith("-")


def _count(word: str, knowledge: Knowledge) -> int | None:
    if word.isdigit():
        return int(word)
    value = 1.0 if word in ("a", "an") else knowledge.number_words.get(word)
    return None if value is None else int(value)


def find_weekdays(text: str, patterns: DatePatterns, knowledge: Knowledge) -> Iterator[DateExpression]:
    """A weekday alone: capitalised, and no part of a longer name (Black Friday, Sunday Times)."""
    for found in patterns.capital_weekday.finditer(text):
        if found["weekday"].isupper():
            continue
        before = re.search(r"(\S+)[^\S\n]\Z", text[max(0, found.start() - LOOK) : found.start()])
        after = re.match(r"[^\S\n](\w)|[-\u2010]", text[found.end() : found.end() + 3])
        if before and before[1][0].isupper() and before[1].lower() not in PREPOSITIONS:
            continue
        is_plain = before is not None and before[1].lower() in PREPOSITIONS  # On Saturday Paris said
        if after and (after[1] is None or (after[1].isupper() and not is_plain)):
            continue
        if _is_schedule(text, patterns, found):
            continue
        weekday = knowledge.weekdays[found["weekday"].lower()]
        words = f"on {found['weekday'].lower()}"
        yield DateExpression(found.start(), found.end(), weekday=weekday, relative=words)


def _is_schedule(text: str, patterns: DatePatterns, found: re.Match[str]) -> bool:
    """Monday through Friday, every Monday: no day in particular."""
    if _EVERY.search(text, max(0, found.start() - LOOK), found.start()):
        return True
    joined = _TO_DAY.match(text, found.end())
    if joined and patterns.weekday.match(text, joined.end()):
        return True
    before = text[max(0, found.start() - LOOK) : found.start()]
    joined = _TO_DAY_BEFORE.search(before)
    return joined is not None and patterns.weekday.search(before[: joined.start()][-12:]) is not None
