"""A date as it stands in a text, the word before it, and two dates that make one range."""

import re

from attrs import evolve, frozen

from provenance.text.date_patterns import LOOK, WORD_BEFORE

PREPOSITIONS = frozenset(
    "on in at by before after since until till from to of during around circa between through for dated"
    " within".split()
)
"""Words that are reported as a date's `preposition` when they stand right before it."""
_EDGE_BEFORE = re.compile(
    r"\b(by|before|after|until|till|since)\s(?:the\s)?(?:very\s)?(?:end|start|beginning|middle|close)\sof\s\Z"
)
_LONGEST_JOIN = 8


@frozen(order=True)
class DateExpression:
    """A date at [start, end), without the preposition before it; parts that are not stated are None.

    `weekday`: 0 (Monday)..6. `end_year`, `end_month`, `end_day`: last day of a range, as stated; its missing
    parts are those of the first day, and the other way round. `relative`: normalised words that need the
    time of writing ("last month", "on tuesday", "today", "over the weekend", "earlier this month", "end of
    this year", "2 weeks ago"), None if absolute. `preposition`: the word before, if one of PREPOSITIONS, else
    "". `is_ambiguous`: in figures, and day and month can be exchanged. `is_attributive`: a year that stands
    as an adjective (the 2018 election). `calendar`: that of the date as printed, if it is not ours; the parts
    are then the days of ours that it can mean. Parts need not make a possible date.
    """

    start: int
    end: int
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    relative: str | None = None
    preposition: str = ""
    is_ambiguous: bool = False
    is_attributive: bool = False
    calendar: str = ""

    @property
    def is_range(self) -> bool:
        """Is a last day, month or year stated?"""
        return any(part is not None for part in (self.end_year, self.end_month, self.end_day))

    @property
    def is_full(self) -> bool:
        """Are year, month and day stated?"""
        return None not in (self.year, self.month, self.day)


def preposition_before(text: str, start: int) -> str:
    """That of PREPOSITIONS which stands before the date at `start`; "" if there is none."""
    before = text[max(0, start - 2 * LOOK) : start].lower()
    for _ in range(2):
        word = WORD_BEFORE.search(before)
        if word is None:
            return ""
        if word[1] == "of" and (edge := _EDGE_BEFORE.search(before)):
            return edge[1]
        if word[1] in PREPOSITIONS:
            return word[1]
        if word[1] not in ("the", "early", "late", "mid", "about", "around"):
            return ""
        before = before[: word.start()]
    return ""


def join_ranges(text: str, dates: list[DateExpression]) -> list[DateExpression]:
    """Between 15 August and 2 September 2016: two dates made one range."""
    joined: list[DateExpression] = []
    for date in dates:
        before = joined[-1] if joined else None
        if before is not None and _is_last_of_range(text, before, date):
            joined[-1] = _range(before, date)
        else:
            joined.append(date)
    return joined


def _is_last_of_range(text: str, first: DateExpression, last: DateExpression) -> bool:
    if first.preposition != "between" or last.start - first.end > _LONGEST_JOIN:
        return False
    if text[first.end : last.start].strip(" \n,") != "and":
        return False
    both = (first, last)
    is_plain = all(d.relative is None and d.weekday is None and not d.is_range for d in both)
    is_alike = (first.month is None, first.day is None) == (last.month is None, last.day is None)
    return is_plain and is_alike and (first.month is not None or None not in (first.year, last.year))


def _range(first: DateExpression, last: DateExpression) -> DateExpression:
    """From the one to the other; the year may be stated with either."""
    year, end_year = first.year or last.year, None
    if first.year and last.year and first.year != last.year:
        end_year = last.year
    elif first.year and not last.year and (last.month or 0) < (first.month or 0):
        end_year = first.year + 1
    return evolve(
        first,
        end=last.end,
        year=year,
        end_year=end_year,
        end_month=last.month,
        end_day=last.day,
        is_ambiguous=first.is_ambiguous or last.is_ambiguous,
    )
