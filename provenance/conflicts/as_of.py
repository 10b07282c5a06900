"""As of when a figure holds: by Friday, as of 6 p.m., said on Monday, else when its text was published."""

import re
from datetime import date

from attrs import frozen

from provenance.conflicts.events import printed_day
from provenance.conflicts.pile import Pile
from provenance.model.claims import Claim, ClaimKind

STATED = "stated"
PUBLISHED = "publication date"
_LIMIT = re.compile(
    r"\b(?:by|as\s(?:of|at|on)|until|till|up\sto)\s(?:[\w:.'\u2019]{1,12},?\s){0,5}\Z", re.IGNORECASE
)
_STOOD = re.compile(
    r"\b(?:rose|risen|rising|climbed|reached|stood|stands|standing|increased|passed|topped|jumped|went|gone|grew"
    r"|known|toll|tally|count|total|number|figure|bulletin|appeal)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
_COUNT_WAS = re.compile(
    r"\b(?:toll|tally|count|number|total|figure)\b[^.;]{0,60}\b(?:was|were|stood|is|stands|reached)\b[^.;]{0,12}\Z",
    re.IGNORECASE,
)
"""When she came on Wednesday, the toll was 30."""
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = frozenset("the a an that had has was were is are would will".split())
_OF = frozenset("of in at to for with from reporters journalists".split())
"""What is said begins with an article; to whom it is said, and of what the speaker is head, with these."""
_SAID_BEFORE = 8
"""Words before a date among which a verb of saying makes it the day of the saying."""
_PARTS = (
    (re.compile(r"\b(?:dawn|early\smorning|overnight)\b", re.IGNORECASE), (0, 7)),
    (re.compile(r"\bmorning\b", re.IGNORECASE), (5, 12)),
    (re.compile(r"\b(?:noon|midday)\b", re.IGNORECASE), (12, 12)),
    (re.compile(r"\bafternoon\b", re.IGNORECASE), (12, 18)),
    (re.compile(r"\b(?:evening|night|midnight)\b", re.IGNORECASE), (17, 24)),
)
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b")
_NEAR = 40
_OTHER_CLAUSE = 1000
"""Added to the distance of a date beyond a semicolon."""


@frozen(order=True)
class AsOf:
    """`first`, `last`: days, both inclusive; `hours`: first and last hour of the day, if both are known."""

    first: date
    last: date
    basis: str
    hours: tuple[int, int] = (0, 24)

    def is_before(self, other: "AsOf") -> bool:
        """Surely earlier: days, or on one day hours, that do not meet."""
        if self.last < other.first:
            return True
        is_day = self.first == self.last == other.first == other.last
        return is_day and self.hours[1] < other.hours[0]


def find_as_of(pile: Pile, claim: Claim) -> AsOf | None:
    """The time as of which a figure is given; None where neither its sentence nor its text tells."""
    stated = _stated(pile, claim)
    if stated is not None:
        return stated
    day = printed_day(pile, claim.source_id)
    return AsOf(day, day, PUBLISHED) if day else None


def event_days(pile: Pile, claim: Claim) -> tuple[tuple[date, date], ...]:
    """Days that the sentence names as those of what happened, not of the count or of the saying."""
    if claim.span is None:
        return ()
    found = []
    for dated in pile.claims_at(claim.source_id, ClaimKind.EVENT_DATE, claim.span.start):
        if dated.span is None or _is_limit(pile, claim, dated):
            continue
        days = _days(dated)
        if days is not None:
            found += [days, *_other_years(days)] if dated.is_inferred else [days]
    return tuple(found)


def _other_years(days: tuple[date, date]) -> list[tuple[date, date]]:
    """The same days a year before and after: the year was only concluded."""
    try:
        return [_shifted(days, shift) for shift in (-1, 1)]
    except ValueError:  # 29 February
        return []


def _shifted(days: tuple[date, date], shift: int) -> tuple[date, date]:
    """The days, so many years later."""
    return days[0].replace(year=days[0].year + shift), days[1].replace(year=days[1].year + shift)


def _stated(pile: Pile, claim: Claim) -> AsOf | None:
    if claim.span is None:
        return None
    text = pile.text(claim.source_id)
    near: list[tuple[int, AsOf]] = []
    for dated in pile.claims_at(claim.source_id, ClaimKind.EVENT_DATE, claim.span.start):
        if dated.span is None or not _is_limit(pile, claim, dated):
            continue
        days = _days(dated)
        if days is not None:
            around = text[max(0, dated.span.start - _NEAR) : dated.span.end + _NEAR // 2]
            apart = min(abs(dated.span.start - claim.span.end), abs(claim.span.start - dated.span.end))
            between = text[min(dated.span.end, claim.span.end) : max(dated.span.start, claim.span.start)]
            apart += _OTHER_CLAUSE * (";" in between)
            near.append((apart, AsOf(*days, STATED, _hours(around))))
    return min(near)[1] if near else None


def _is_limit(pile: Pile, claim: Claim, dated: Claim) -> bool:
    """Does the date say as of when, rather than when it happened?"""
    if dated.span is None or claim.span is None:
        return False
    if dated.predicate in ("by", "until"):
        return True
    start, _ = pile.sentence_at(dated.source_id, dated.span.start)
    before = pile.text(dated.source_id)[max(start, dated.span.start - 120) : dated.span.start]
    if _LIMIT.search(before) or _STOOD.search(before):
        return True
    if _COUNT_WAS.search(pile.text(claim.source_id), max(start, claim.span.start - 120), claim.span.start):
        return True
    words = [word.lower() for word in _WORD.findall(before)][-_SAID_BEFORE:]
    said = max((at for at, word in enumerate(words) if word in pile.knowledge.say_verbs), default=None)
    if said is None:
        return False
    between = words[said + 1 :]
    is_clause = any(w in _CLAUSE and (not at or between[at - 1] not in _OF) for at, w in enumerate(between))
    return not is_clause


def _days(dated: Claim) -> tuple[date, date] | None:
    try:
        first, last = date.fromisoformat(dated.valid_from or ""), date.fromisoformat(dated.valid_to or "")
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _hours(around: str) -> tuple[int, int]:
    if clock := _CLOCK.search(around):
        return int(clock[1]), int(clock[1])
    return next((hours for pattern, hours in _PARTS if pattern.search(around)), (0, 24))
