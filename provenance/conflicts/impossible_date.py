"""A date that no calendar has."""

import calendar
from collections.abc import Iterator

from provenance.conflicts.dates import GREGORIAN_FROM, dated_places, is_clean, is_julian_leap_day
from provenance.conflicts.pile import Pile
from provenance.conflicts.sides import make_side, quoted
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level, Scope
from provenance.model.spans import Span
from provenance.text.dates import DateExpression


def find_impossible_dates(pile: Pile) -> Iterator[Conflict]:
    """ "31 November 2017", where the year or a preposition shows that it is meant as a date.

    Years before 1753 are left alone; a leap day that the Julian calendar has is named as such, and on a
    text that looks badly recognised the finding is uncertain.
    """
    for found, span in dated_places(pile):
        if found.month is None or found.day is None or not 1 <= found.month <= 12:
            continue
        if found.year is not None and found.year < GREGORIAN_FROM:
            continue
        if found.year is None and not _is_meant_as_date(pile, found, span):
            continue
        if found.day < 1 or found.day > _longest(found):
            yield _finding(pile, found, span)


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
    return found.preposition in ("on", "dated", "until", "by") and not after[:1].isalnum()


def _finding(pile: Pile, found: DateExpression, span: Span) -> Conflict:
    text = " ".join(pile.quote(span).split())
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
