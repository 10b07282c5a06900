"""A date that no calendar has."""

import calendar
from collections.abc import Iterator

from attrs import evolve

from provenance.conflicts.dates import GREGORIAN_FROM, dated_places, is_clean, is_julian_leap_day
from provenance.conflicts.impossible_time import find_impossible_times
from provenance.conflicts.inside import (
    is_quoted_title,
    is_said_to_be_wrong,
    make_finding,
    names_other_calendar,
)
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import make_side, quoted
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.spans import Span
from provenance.text.dates import DateExpression


def find_impossible_dates(pile: Pile) -> Iterator[Conflict]:
    """ "31 November 2017", where the year or a preposition shows that it is meant as a date; "at 25:30".

    Years before 1753 are left alone, and days of other calendars, of titles, and those that the text itself
    calls wrong; a leap day that the Julian calendar has is named as such, and on a text that looks badly
    recognised the finding is uncertain.
    """
    for found, span in dated_places(pile):
        if found.month is None or found.day is None:
            continue
        if found.year is not None and found.year < GREGORIAN_FROM:
            continue
        if found.year is None and not _is_meant_as_date(pile, found, span):
            continue
        wrong = _wrong_part(pile, span, found)
        if wrong is not None and not _is_excused(pile, span):
            yield _finding(pile, wrong, span)
    yield from find_impossible_times(pile)


def _wrong_part(pile: Pile, span: Span, found: DateExpression) -> DateExpression | None:
    """The date, or the last day of a range, that no calendar has."""
    last = evolve(
        found, year=found.end_year or found.year, month=found.end_month or found.month, day=found.end_day
    )
    for each in (found, last) if found.end_day is not None else (found,):
        if each.month is None or each.day is None:
            continue
        if not 1 <= each.month <= 12:
            if found.year is not None and pile.quote(span)[:1].isdigit():
                return each
        elif each.day < 1 or each.day > _longest(each):
            return each
    return None


def _is_excused(pile: Pile, span: Span) -> bool:
    """Is it the day of another calendar or of a title, or does the text itself call it wrong?"""
    text = pile.text(span.source_id)
    if is_quoted_title(text, span.start, span.end):
        return True
    at = pile.sentence_index(span.source_id, span.start)
    near = pile.sentences(span.source_id)[max(0, at - 1) : at + 2]
    around = text[near[0][0] : near[-1][1]] if near else text
    return names_other_calendar(around) or is_said_to_be_wrong(pile.sentence_text(span))


def _longest(found: DateExpression) -> int:
    """Days of the month; February has 29 where the year is not known."""
    if found.year is None:
        return 29 if found.month == 2 else calendar.monthrange(2001, found.month or 1)[1]
    return calendar.monthrange(found.year, found.month or 1)[1]


def _is_meant_as_date(pile: Pile, found: DateExpression, span: Span) -> bool:
    """A weekday, or "on" before it and no noun after it that it could count ("In June 31 people died")."""
    if found.weekday is not None:
        return True
    after = pile.text(span.source_id)[span.end : span.end + 2].strip()
    if found.preposition in ("between", "from", "since") and found.is_range:
        return True
    printed = pile.quote(span)
    is_clear = printed[:1].isdigit() or printed.rstrip()[-2:] in ("st", "nd", "rd", "th")
    if is_clear and found.preposition in (
        "on",
        "of",
        "by",
        "until",
        "since",
        "before",
        "after",
        "from",
        "dated",
    ):
        return True
    return found.preposition in ("on", "dated", "until", "by", "since") and not after[:1].isalnum()


def _no_such_month(pile: Pile, found: DateExpression, span: Span) -> Conflict:
    text = " ".join(pile.quote(span).split())
    return make_finding(
        pile,
        ConflictKind.IMPOSSIBLE_DATE,
        f"{text}: no such month",
        f"The year has no month {found.month}: day and month were exchanged, or a figure is wrong.",
        [(text, [span])],
        "no such day",
    )


def _finding(pile: Pile, found: DateExpression, span: Span) -> Conflict:
    text = " ".join(pile.quote(span).split())
    if not 1 <= (found.month or 0) <= 12:
        return _no_such_month(pile, found, span)
    month = calendar.month_name[found.month or 1]
    is_julian = is_julian_leap_day(found.year or 0, found.month or 0, found.day or 0)
    is_typed = is_clean(pile.text(span.source_id))
    sentences = [
        f"{pile.label(span.source_id)} says {quoted(pile.quote(span))}; in the Gregorian calendar {month}"
        f"{f' {found.year}' if found.year else ''} has {_longest(found)} days."
    ]
    if is_julian:
        sentences.append("The Julian calendar has this day: the text may follow that.")
    if not is_typed:
        sentences.append("The text looks badly recognised: the figure may be a reading error.")
    return Conflict(
        kind=ConflictKind.IMPOSSIBLE_DATE,
        conflict_class=ConflictClass.INSIDE_ONE_TEXT,
        consequence=Level.MEDIUM,
        certainty=Level.LOW if is_julian or not is_typed else Level.HIGH,
        scope=Scope.WITHIN,
        title=f"{text}: no such day",
        why=" ".join(sentences),
        subject=text.casefold(),
        predicate="no such day",
        scope_key=pile.sources[span.source_id].source.path,
        sides=(make_side(pile, text, [span]),),
    )
