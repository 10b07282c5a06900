"""One source made ready to be read for claims: sentences, words, quotations, names, dates, numbers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from attrs import Factory, evolve, field, frozen

from provenance.claims.quotations import Quotation, find_quotations
from provenance.model.annotations import AnnotatedSource, ResolvedMention
from provenance.model.claims import Claim, ClaimKind
from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.text.dates import Anchor, DateExpression, DateInterval, find_dates, resolve_date
from provenance.text.numbers import NumberExpression, find_numbers
from provenance.text.sentences import find_sentences
from provenance.text.tokens import Token, find_words

ACTORS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION})
"""Kinds of names that can hold a role, be a member, or speak."""

_CONTEXT_WORDS = 40
_LONGEST_SENTENCE = 1000
_MOST_NUMBERS = 50


@frozen
class Sentence:
    """A sentence at [start, end), its words, and the names in it. Very long ones come in pieces.

    `content`: its first words that are worth comparing, folded, each once.
    """

    start: int
    end: int
    words: tuple[Token, ...]
    mentions: tuple[ResolvedMention, ...]
    is_furniture: bool
    content: tuple[str, ...]

    def words_in(self, start: int, end: int) -> tuple[Token, ...]:
        """Words that start in [start, end)."""
        first = bisect_left(self.words, start, key=_start)
        return self.words[first : bisect_left(self.words, end, lo=first, key=_start)]


def _start(word: Token) -> int:
    return word.start


@frozen(eq=False)
class Reading:
    """Everything that the kinds of claims look at; made once for each source.

    `anchor`: when the text was written, as its metadata say; `weak_anchor`: the latest full date in the text,
    good enough for the year of a day without year, not for "last Tuesday". `crowded`: how many sentences hold
    more numbers than prose does (a table, noise); those after the 50th are left out of `numbers`. `known`:
    what several kinds of claims ask of a sentence, found once: (what, start of the sentence) -> the answer.
    """

    annotated: AnnotatedSource
    knowledge: Knowledge
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[DateExpression, ...]
    numbers: tuple[NumberExpression, ...]
    crowded: int
    furniture: tuple[Span, ...]
    date_starts: tuple[int, ...]
    number_starts: tuple[int, ...]
    quotation_starts: tuple[int, ...]
    anchor: Anchor
    weak_anchor: Anchor
    text: str = field(init=False, default=Factory(lambda self: self.annotated.text, takes_self=True))
    source: Source = field(init=False, default=Factory(lambda self: self.annotated.source, takes_self=True))
    known: dict[tuple[str, int], Any] = field(init=False, factory=dict)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which `offset` lies, or the last one that starts before it."""
        at = bisect_right(self.starts, offset) - 1
        return self.sentences[at] if at >= 0 else None

    def sentence_index(self, sentence: Sentence) -> int:
        """Its place in `sentences`."""
        return bisect_left(self.starts, sentence.start)

    def days_of(self, found: DateExpression, *, is_future: bool | None = None) -> DateInterval | None:
        """The days that a date of this source can mean.

        A missing year comes from a date that it is joined to (March and May 2020) or a full date in the same
        sentence, else from the time of writing, else from the latest full date of the text.
        """
        if found.relative is not None:
            return resolve_date(found, self.anchor, is_future=is_future)
        if found.year is None:
            sentence = self.sentence_at(found.start)
            near = self.dates_in(found.start, sentence.end) if sentence else ()
            if joined := _joined(self.text, found, near):
                days = resolve_date(evolve(found, year=joined.year), None)
                return evolve(days, is_inferred=True) if days else None
            beside = self.dates_in(sentence.start, sentence.end) if sentence else ()
            full = [day for other in beside if (day := _full_day(other)) is not None]
            if full:
                return resolve_date(found, full[0])
        if self.anchor is None and found.year is None:
            return resolve_date(found, self.weak_anchor)
        return resolve_date(found, self.anchor, is_future=is_future)

    def sentences_in(self, start: int, end: int) -> tuple[Sentence, ...]:
        """Sentences that end after `start` and start before `end`."""
        first = bisect_right(self.starts, start)
        return tuple(
            s for s in self.sentences[max(0, first - 1) : bisect_left(self.starts, end)] if s.end > start
        )

    def dates_in(self, start: int, end: int) -> tuple[DateExpression, ...]:
        """Dates that start in [start, end)."""
        return self.dates[bisect_left(self.date_starts, start) : bisect_left(self.date_starts, end)]

    def number_at(self, start: int) -> NumberExpression | None:
        """The number that starts there."""
        at = bisect_left(self.number_starts, start)
        return self.numbers[at] if at < len(self.numbers) and self.number_starts[at] == start else None

    def next_quotation(self, offset: int) -> int:
        """Where the next quotation from `offset` on starts; the end of the text if there is none."""
        at = bisect_left(self.quotation_starts, offset)
        return self.quotation_starts[at] if at < len(self.quotation_starts) else len(self.text)

    def quotation_before(self, offset: int) -> Quotation | None:
        """The last quotation that starts before `offset`."""
        at = bisect_left(self.quotation_starts, offset) - 1
        return self.quotations[at] if at >= 0 else None

    def is_quoted(self, offset: int) -> bool:
        """Does `offset` lie inside quotation marks?"""
        quotation = self.quotation_before(offset)
        return quotation is not None and offset < quotation.end

    def is_furniture(self, start: int, end: int) -> bool:
        """Does the range touch page furniture?"""
        return _touches(self.furniture, start, end)

    def claim(
        self, kind: ClaimKind, place: tuple[int, int], subject: str, predicate: str, value: str
    ) -> Claim:
        """A claim at `place` with the context of its sentence; the rest is for the caller to add."""
        start, end = place
        span = Span(self.source.id, start, end)
        context = self.context(start, end)
        return Claim(
            kind, self.source.id, span, self.text[start:end], subject, predicate, value, context=context
        )

    def context(self, start: int, end: int) -> tuple[str, ...]:
        """Folded content words of the sentences that the range touches, in order, each once."""
        first = max(0, bisect_right(self.starts, start) - 1)
        touched = [s.content for s in self.sentences[first : first + 3] if s.start < max(end, start + 1)]
        if len(touched) == 1:  # one tuple for all claims of a sentence
            return touched[0]
        return tuple(dict.fromkeys(word for content in touched for word in content))[:_CONTEXT_WORDS]


FUNCTION_WORDS = frozenset(
    "a an the and or but nor of in on at to from by with for as is are was were be been being am has have"
    " had having do does did will would shall should can could may might must not no its it he she they"
    " his her their them him this that these those who whom whose which what when where while if then than"
    " so also there here into over under about after before between during against among through up down"
    " out off until since we our us you your i my me one both each any all some more most other such own"
    " same just only very".split()
)
"""English words that carry no content of their own."""


def is_content(folded: str) -> bool:
    """Is the folded word worth comparing?"""
    return len(folded) > 1 and folded not in FUNCTION_WORDS


def read(annotated: AnnotatedSource, knowledge: Knowledge) -> Reading:
    """The reading of one source."""
    text = annotated.text
    furniture = _apart(annotated.furniture)
    spans = find_sentences(text)
    sentences = tuple(_sentences(annotated, furniture, spans))
    dates = tuple(find_dates(text, knowledge))
    numbers, crowded = _uncrowded(_undated(tuple(find_numbers(text, knowledge)), dates), spans)
    quotations = tuple(find_quotations(text))
    return Reading(
        annotated,
        knowledge,
        sentences,
        tuple(sentence.start for sentence in sentences),
        quotations,
        dates,
        numbers,
        crowded,
        furniture,
        tuple(found.start for found in dates),
        tuple(number.start for number in numbers),
        tuple(quotation.start for quotation in quotations),
        _anchor(annotated.source),
        max((day for found in dates if (day := _full_day(found)) is not None), default=None),
    )


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap made one."""
    apart: list[Span] = []
    for span in sorted(spans):
        if apart and span.start <= apart[-1].end:
            apart[-1] = Span(span.source_id, apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return tuple(apart)


def _sentences(
    annotated: AnnotatedSource, furniture: Sequence[Span], spans: Sequence[tuple[int, int]]
) -> list[Sentence]:
    text = annotated.text
    words = list(find_words(text))
    word_starts = [word.start for word in words]
    mentions = sorted(annotated.mentions, key=lambda mention: (mention.span.start, -mention.span.end))
    mention_starts = [mention.span.start for mention in mentions]
    found = []
    for start, end in _pieces(spans):
        inside = tuple(words[bisect_left(word_starts, start) : bisect_left(word_starts, end)])
        names = mentions[bisect_left(mention_starts, start) : bisect_left(mention_starts, end)]
        whole_names = tuple(mention for mention in names if mention.span.end <= end)
        is_furniture = _touches(furniture, start, end)
        found.append(Sentence(start, end, inside, whole_names, is_furniture, _content(inside)))
    return found


def _content(words: Sequence[Token]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for word in words:
        folded = word.folded
        if folded not in FUNCTION_WORDS and len(folded) > 1:  # is_content, without a call for each word
            found[folded] = None
            if len(found) == _CONTEXT_WORDS:
                break
    return tuple(found)


def _pieces(sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences, those longer than any that people write cut, so that no work grows with its square."""
    for start, end in sentences:
        for begin in range(start, end, _LONGEST_SENTENCE):
            yield begin, min(end, begin + _LONGEST_SENTENCE)


def _touches(spans: Sequence[Span], start: int, end: int) -> bool:
    """Does one of `spans`, which are in order and apart, share a character with [start, end)?"""
    at = bisect_left(spans, end, key=lambda span: span.start) - 1
    return at >= 0 and start < spans[at].end


def _joined(text: str, found: DateExpression, near: Sequence[DateExpression]) -> DateExpression | None:
    """The date right after `found` that has the year for both: March and May 2020."""
    other = near[1] if len(near) > 1 else None
    if other is None or other.year is None or None in (found.month, other.month):
        return None
    gap = text[found.end : other.start].strip() if other.start - found.end <= 5 else ""
    first, last = (found.month, found.day or 0), (other.month, other.day or 99)
    return other if gap in ("and", "to", "or") and first <= last else None


def _undated(
    numbers: tuple[NumberExpression, ...], dates: tuple[DateExpression, ...]
) -> tuple[NumberExpression, ...]:
    starts = [found.start for found in dates]
    kept = []
    for number in numbers:
        at = bisect_left(starts, number.end) - 1
        if at < 0 or dates[at].end <= number.start:
            kept.append(number)
    return tuple(kept)


def _uncrowded(
    numbers: Sequence[NumberExpression], sentences: Sequence[tuple[int, int]]
) -> tuple[tuple[NumberExpression, ...], int]:
    """The numbers without those after the 50th of a sentence, and how many sentences lost some."""
    starts = [start for start, _ in sentences]
    kept: list[NumberExpression] = []
    crowded: set[int] = set()
    at, count = -1, 0
    for number in numbers:
        here = bisect_right(starts, number.start)
        at, count = here, (count if here == at else 0) + 1
        if count <= _MOST_NUMBERS:
            kept.append(number)
        else:
            crowded.add(here)
    return tuple(kept), len(crowded)


def _anchor(source: Source) -> Anchor:
    """The day of publication, or the interval in which it lies."""
    published = source.first("published")
    if published is not None:
        day = _day(published.value)
        if day is not None:
            return day
        earliest, latest = _day(published.earliest), _day(published.latest)
        if earliest is not None and latest is not None and earliest <= latest:
            return earliest, latest
    return None


def _day(stamp: str | None) -> date | None:
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})(?!\d)", stamp or "")
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:  # a stamp that no calendar has
        return None


def _full_day(found: DateExpression) -> date | None:
    if found.year is None or found.month is None or found.day is None:
        return None
    try:
        return date(found.year, found.month, found.day)
    except ValueError:  # 31 February
        return None
