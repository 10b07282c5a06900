"""When what two statements say holds, and whether those times meet."""

from datetime import date, timedelta

from attrs import frozen

from provenance.conflicts.events import printed_day
from provenance.conflicts.pile import Pile
from provenance.model.claims import Claim

LASTING = "lasting"
"""`valid_basis` of what held all the time."""


@frozen
class Time:
    """`first`, `last`: days, None where not known. `is_stated`: the text gives the time of it."""

    first: date | None
    last: date | None
    is_stated: bool

    @property
    def days(self) -> int:
        """Width, days; 0 for one day; a large number where an end is open."""
        if self.first is None or self.last is None:
            return 10_000
        return (self.last - self.first).days


def time_of(pile: Pile, claim: Claim) -> Time:
    """The time of a claim as its text gives it, else up to the day of the text."""
    first, last = _day(claim.valid_from), _day(claim.valid_to)
    if first is not None or last is not None:
        return Time(first, last, claim.valid_basis not in ("", "publication date"))
    return Time(None, text_day(pile, claim), False)


def text_day(pile: Pile, claim: Claim) -> date | None:
    """The day on which the claim's text was published, if that is known."""
    return printed_day(pile, claim.source_id)


def meet(a: Time, b: Time, slack: int = 0) -> bool:
    """Do two known times overlap, or lie at most `slack` days apart?"""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    room = timedelta(days=slack)
    return a.first <= b.last + room and b.first <= a.last + room


def is_inside(time: Time, lasting: Time) -> bool:
    """Does a known time lie after the start and up to the end of what lasted?"""
    if time.first is None or time.last is None or lasting.last is None:
        return False
    if time.first > lasting.last:
        return False
    return lasting.first is None or time.last > lasting.first


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def years_beside(pile: Pile, claim: Claim) -> set[int]:
    """Years of the dates that the sentence of a claim prints."""
    if claim.span is None:
        return set()
    start, end = pile.sentence_at(claim.source_id, claim.span.start)
    return {d.year for d in pile.dates_in(claim.source_id, start, end) if d.year is not None}
