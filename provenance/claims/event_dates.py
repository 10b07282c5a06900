"""What happened when: every dated statement, with the days that its date can mean."""

import re
from collections.abc import Sequence

from attrs import evolve

from provenance.claims.reading import ACTORS, Reading, Sentence, is_content
from provenance.model.claims import Claim, ClaimKind
from provenance.model.sources import Metadatum
from provenance.text.dates import DateExpression
from provenance.text.tokens import Token

_FUTURE = re.compile(
    r"\b(?:will|shall|slated|scheduled|planned|due|upcoming|expected|set\sto|to\sbe\sheld|ahead\sof|plans?|is\sto|are\sto"
    r"|deadline|nearing|next|forthcoming|going\sto)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|[a-z]{3,16}ed|began|came|went|took|made|won|held|left|fell|ago)\b"
)
_BRACKET = re.compile(r"\([^()\[\]]{0,80}\)|\[[^()\[\]]{0,80}\]")
_NEAR = 90
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
    found = []
    for date in reading.dates:
        if date.is_attributive:
            continue
        page_date = _page_date(reading, date)
        if page_date is None and reading.is_furniture(date.start, date.end) and not date.is_full:
            continue
        found.append(_claim(reading, date, page_date))
    return found


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
    place = (date.start, date.end)
    sentence = reading.sentence_at(date.start)
    printed = reading.text[date.start : date.end]
    if page_date is not None:
        claim = reading.claim(ClaimKind.EVENT_DATE, place, page_date.name, "on", printed)
    else:
        is_genitive = reading.text[date.end : date.end + 2] in ("'s", "\u2019s")  # by Monday's storm
        predicate = "on" if is_genitive else _PREDICATES.get(date.preposition, "on")
        claim = reading.claim(
            ClaimKind.EVENT_DATE, place, _subject(reading, sentence, date), predicate, printed
        )
        claim = evolve(claim, subject_entity=_entity(sentence, date))
    days = reading.days_of(date, is_future=_is_future(reading, sentence, date))
    if days is None:
        return claim
    return evolve(
        claim, valid_from=days.first.isoformat(), valid_to=days.last.isoformat(), is_inferred=days.is_inferred
    )


def _is_future(reading: Reading, sentence: Sentence | None, date: DateExpression) -> bool | None:
    """What the words near the date tell: True, False, or None if nothing does."""
    start, end = (sentence.start, sentence.end) if sentence else (date.start, date.end)
    before = reading.text[max(start, date.start - _NEAR) : date.start]
    after = reading.text[date.end : min(end, date.end + _NEAR // 3)]
    if _FUTURE.search(before.rpartition(". ")[2]) or re.search(r"\b(?:will|elections?)\b", after):
        return True if date.weekday is None or _FUTURE.search(before[-_NEAR // 2 :]) else None
    return False if date.weekday is not None or _PAST.search(before) else None


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
