"""What happened when: every dated statement, with the days that its date can mean."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from provenance.claims.anchored_dates import AnchoredDate, find_anchored_dates
from provenance.claims.reading import ACTORS, Reading, Sentence, is_content
from provenance.model.claims import Claim, ClaimKind
from provenance.model.sources import Metadatum
from provenance.text.dates import DateExpression, DateInterval
from provenance.text.tokens import Token

_FUTURE = re.compile(
    r"\b(?:will|shall|slated|scheduled|planned|due|upcoming|expected|set\sto|to\sbe\sheld|ahead\sof|is\sto|are\sto"
    r"|deadline|nearing|next|forthcoming|going\sto|(?<!the\s)(?<!its\s)(?<!a\s)(?<!their\s)(?<!his\s)plans?)\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\b(?:would|must|should|could|might|may|cannot|can|let)\b")
"""Modal verbs, behind which a weekday is one to come."""
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|[a-z]{3,16}ed|began|came|went|took|made|won|held|left|fell|ago)\b"
)
_BRACKET = re.compile(r"\([^()\[\]]{0,80}\)|\[[^()\[\]]{0,80}\]")
_NEAR = 90
_SOON = 31
"""Days ahead within which a day is meant although the verb is past: it has been declared a holiday."""
_LONG_AGO = 250
_FAR = 90
"""Days ahead from which a day without year, where no verb tells, is rather one gone by."""
_ENDS = frozenset({"until", "till", "to", "through", "by"})
_SUBJECT_WORDS = 8
_PREDICATES = {
    "by": "by",
    "until": "until",
    "till": "until",
    "since": "since",
    "before": "before",
    "after": "after",
}
_PAGE_DATES = {"published": "published", "modified": "modified"}


def find_event_dates(reading: Reading) -> list[Claim]:
    """Date claims in order of place, dates of the page itself included.

    Years that stand as adjectives (the 2018 election) are none. A date that no calendar has keeps its
    words, without `valid_from` and `valid_to`.
    """
    anchored = find_anchored_dates(reading)
    found = [_anchored(reading, one) for one in anchored if not _is_furniture(reading, one)]
    starts = [one.expression.start for one in anchored]
    for date in reading.dates:
        at = bisect_left(starts, date.end) - 1
        if date.is_attributive or (at >= 0 and date.start < anchored[at].expression.end):
            continue
        page_date = _page_date(reading, date)
        if page_date is None and reading.is_furniture(date.start, date.end) and not date.is_full:
            continue
        found.append(_claim(reading, date, page_date))
    return sorted(found, key=lambda claim: claim.span.start if claim.span else -1)


def _is_furniture(reading: Reading, one: AnchoredDate) -> bool:
    return reading.is_furniture(one.expression.start, one.expression.end)


def _anchored(reading: Reading, one: AnchoredDate) -> Claim:
    date = one.expression
    claim = _told(reading, date, reading.sentence_at(date.start))
    return evolve(
        claim,
        valid_from=one.days.first.isoformat(),
        valid_to=one.days.last.isoformat(),
        is_inferred=one.days.is_inferred,
        valid_basis=one.basis,
    )


def _page_date(reading: Reading, date: DateExpression) -> Metadatum | None:
    """The statement about the page of which the date is part."""
    for found in reading.source.metadata:
        if (
            found.span
            and found.name in _PAGE_DATES
            and found.span.start < date.end
            and date.start < found.span.end
        ):
            return found
    return None


def _claim(reading: Reading, date: DateExpression, page_date: Metadatum | None) -> Claim:
    sentence = reading.sentence_at(date.start)
    if page_date is not None:
        printed = reading.text[date.start : date.end]
        place = (date.start, date.end)
        claim = reading.claim(ClaimKind.EVENT_DATE, place, page_date.name, "on", printed)
    else:
        claim = _told(reading, date, sentence)
    days = _days(reading, date, sentence)
    if days is None:
        return claim
    return evolve(
        claim,
        valid_from=days.first.isoformat(),
        valid_to=days.last.isoformat(),
        is_inferred=days.is_inferred,
        valid_basis=_basis(date, days),
    )


def _basis(date: DateExpression, days: DateInterval) -> str:
    """What the days rest on."""
    if date.calendar:
        return f"converted from the {date.calendar}"
    return "publication date" if days.is_inferred else "stated"


def _told(reading: Reading, date: DateExpression, sentence: Sentence | None) -> Claim:
    printed = reading.text[date.start : date.end]
    is_genitive = reading.text[date.end : date.end + 2] in ("'s", "\u2019s")  # by Monday's storm
    predicate = "on" if is_genitive else _PREDICATES.get(date.preposition, "on")
    subject = _subject(reading, sentence, date)
    claim = reading.claim(ClaimKind.EVENT_DATE, (date.start, date.end), subject, predicate, printed)
    return evolve(claim, subject_entity=_entity(sentence, date))


def _days(reading: Reading, date: DateExpression, sentence: Sentence | None) -> DateInterval | None:
    """The days meant. A day without year is that on the side that the tense asks for, within reason: the
    15th has been declared a holiday tells of a day to come, and a term until June ends after its start.
    """
    is_future = _is_future(reading, sentence, date)
    days = reading.days_of(date, is_future=is_future)
    anchor = reading.anchor[1] if isinstance(reading.anchor, tuple) else reading.anchor
    if days is None or anchor is None or date.year is not None or date.relative is not None:
        return days
    nearest = reading.days_of(date)
    if nearest is None:
        return days
    ahead = (nearest.first - anchor).days
    if is_future is False and (date.preposition in _ENDS or (0 < ahead <= _SOON)):
        return nearest if (anchor - days.last).days >= _LONG_AGO or date.preposition in _ENDS else days
    if is_future and -_SOON <= ahead <= 0 and (days.first - anchor).days >= _LONG_AGO:
        return nearest
    if is_future is None and ahead > _FAR:
        return reading.days_of(date, is_future=False) or days
    return days


def _is_future(reading: Reading, sentence: Sentence | None, date: DateExpression) -> bool | None:
    """What the words near the date tell: True, False, or None if nothing does."""
    start, end = (sentence.start, sentence.end) if sentence else (date.start, date.end)
    before = reading.text[max(start, date.start - _NEAR) : date.start]
    after = reading.text[date.end : min(end, date.end + _NEAR // 3)]
    if date.weekday is not None and date.day is None:
        near = before[-_NEAR // 2 :]
        if date.preposition == "for" or _WOULD.search(near):
            return True
    if _FUTURE.search(before.rpartition(". ")[2]) or re.search(r"\b(?:will|elections?)\b", after):
        return True if date.weekday is None or _FUTURE.search(before[-_NEAR // 2 :]) else None
    return False if date.weekday is not None or _PAST.search(before) or _has_past(reading, before) else None


def _has_past(reading: Reading, before: str) -> bool:
    """Does a form of a verb that can only tell of what is over stand there? gave, struck, won"""
    forms = (reading.knowledge.event_verbs.get(word.lower()) for word in before.split())
    return any(form is not None and "d" in form.kinds and not set(form.kinds) & set("bN") for form in forms)


def _subject(reading: Reading, sentence: Sentence | None, date: DateExpression) -> str:
    """A few words that tell what is dated: the clause around the date, from a name or content word on."""
    if sentence is None:
        return ""
    around = sentence.words_in(date.start - 2 * _NEAR, date.end + _NEAR)
    brackets = _brackets(reading.text, sentence, date)
    parts = [
        part
        for part in _parts(reading.text, around)
        if (part[-1].end <= date.start or part[0].start >= date.end) and not _is_in(part[0], brackets)
    ]
    before = [part for part in parts if part[-1].end <= date.start]
    near = before[-_SUBJECT_WORDS:] if len(before) >= _SUBJECT_WORDS // 2 else parts[:_SUBJECT_WORDS]
    while near and not _is_telling(near[0]):
        near = near[1:]
    while near and not _is_telling(near[-1]):
        near = near[:-1]
    if near:
        begin = _name_start(sentence, near[0][0])
        near = [part for part in parts if begin <= part[0].start < near[0][0].start] + near
    return " ".join(reading.text[part[0].start : part[-1].end] for part in near)


def _name_start(sentence: Sentence, word: Token) -> int:
    """Where the name begins of which `word` is a part; else where the word does."""
    inside = (m.span.start for m in sentence.mentions if m.span.start < word.start < m.span.end)
    return min(inside, default=word.start)


def _brackets(text: str, sentence: Sentence, date: DateExpression) -> list[tuple[int, int]]:
    """Brackets that interrupt the sentence, but for one in which the date stands."""
    found = (match.span() for match in _BRACKET.finditer(text, sentence.start, sentence.end))
    return [(start, end) for start, end in found if date.end <= start or end <= date.start]


def _is_in(word: Token, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in ranges)


def _parts(text: str, words: Sequence[Token]) -> list[list[Token]]:
    """Words, those of one number written in groups or with a fraction (14,000) together."""
    parts: list[list[Token]] = []
    for word in words:
        last = parts[-1][-1] if parts else None
        if last is not None and word.start - last.end == 1 and _is_one_number(text, last.end):
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


def _is_one_number(text: str, at: int) -> bool:
    return text[at] in ".,:" and text[at - 1].isdecimal() and text[at + 1].isdecimal()


def _is_telling(part: Sequence[Token]) -> bool:
    return len(part) > 1 or is_content(part[0].folded)


def _entity(sentence: Sentence | None, date: DateExpression) -> str | None:
    """The name nearest before the date, else after it; people and organisations before places."""
    mentions = sentence.mentions if sentence else ()
    ranked = sorted(
        mentions,
        key=lambda m: (
            m.kind not in ACTORS,
            m.span.start > date.start,
            abs(m.span.start - date.start),
            m.span.start,
        ),
    )
    return ranked[0].entity if ranked else None
