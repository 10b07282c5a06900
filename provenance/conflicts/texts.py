"""What is read in the texts of a pool: sentences, words, dates, numbers, agencies, each read once."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import frozen

from provenance.conflicts.capitals import find_proper_words
from provenance.conflicts.page_lines import PageRange, find_heading_end, find_page_ranges
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.annotations import AnnotatedSource
from provenance.model.knowledge import Knowledge
from provenance.model.spans import Span
from provenance.text.dates import DateExpression, find_dates
from provenance.text.folding import fold_text
from provenance.text.numbers import NumberExpression, find_numbers
from provenance.text.sentences import find_sentences
from provenance.text.tokens import Token, find_words

_LISTED = "en"
"""The language of the lists of words in the knowledge."""
_HEAD_CHARS = 2_000


@frozen(eq=False)
class Texts:
    """`sources` by id, and what is read in their texts when it is first asked for, then kept."""

    sources: Mapping[str, AnnotatedSource]
    knowledge: Knowledge

    @cached_property
    def _sentences(self) -> dict[str, list[tuple[int, int]]]:
        return {source_id: find_sentences(s.text) for source_id, s in self.sources.items()}

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {source_id: [start for start, _ in found] for source_id, found in self._sentences.items()}

    @cached_property
    def _dates(self) -> dict[str, list[DateExpression]]:
        return {source_id: find_dates(s.text, self.knowledge) for source_id, s in self.sources.items()}

    @cached_property
    def _date_starts(self) -> dict[str, list[int]]:
        return {source_id: [d.start for d in found] for source_id, found in self._dates.items()}

    @cached_property
    def _words(self) -> dict[tuple[str, int], tuple[Token, ...]]:
        return {}

    @cached_property
    def _stems(self) -> dict[tuple[str, int], frozenset[str]]:
        return {}

    @cached_property
    def _numbers(self) -> dict[tuple[str, int], tuple[NumberExpression, ...]]:
        return {}

    @cached_property
    def _page_ranges(self) -> dict[str, tuple[PageRange, ...]]:
        return {}

    @cached_property
    def _agencies(self) -> tuple[tuple[str, str], ...]:
        named = {fold_text(name): name for name in sorted(self.knowledge.agencies)}
        return tuple(sorted((folded, name) for folded, name in named.items() if folded))

    @cached_property
    def _agencies_by_word(self) -> dict[str, list[tuple[str, str]]]:
        """First word → the agencies, folded and as listed, whose names begin with it."""
        found = defaultdict(list)
        for folded, name in self._agencies:
            found[folded.split()[0]].append((folded, name))
        return found

    @cached_property
    def _agencies_named(self) -> dict[tuple[str, int], frozenset[str]]:
        return {}

    @cached_property
    def _agencies_of(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def masked(self) -> dict[str, object]:
        """Source id → its text with numbers and dates as signs, once made (conflicts.masked)."""
        return {}

    @cached_property
    def proper_words(self) -> dict[str, dict[str, str]]:
        """Source id → words with a capital inside a sentence that belong to no mention, folded → printed."""
        return {source_id: find_proper_words(s, self.knowledge) for source_id, s in self.sources.items()}

    @cached_property
    def headings_of(self) -> dict[str, frozenset[str]]:
        """Source id → entities that it names on lines of their own alone: its masthead, a byline."""
        return {source_id: _only_alone(s) for source_id, s in self.sources.items()}

    @cached_property
    def agency_names(self) -> frozenset[str]:
        """Folded names of all news agencies that are known."""
        return frozenset(folded for folded, _ in self._agencies)

    def is_english(self, source_id: str) -> bool:
        """Is the text in the language of the word lists? Where that is not known: in plain letters."""
        source = self.sources[source_id].source
        if source.language is None:
            return source.text[:_HEAD_CHARS].isascii()
        return source.language.partition("-")[0] == _LISTED

    def heading_end(self, source_id: str) -> int:
        """Where the first line of a source's text ends, if that is a heading; else 0."""
        return find_heading_end(self._text(source_id))

    def page_ranges(self, source_id: str) -> Sequence[PageRange]:
        """Where a source's text speaks of itself, by place; looked for once a source."""
        found = self._page_ranges.get(source_id)
        if found is None:
            found = find_page_ranges(self.sources[source_id], self.knowledge)
            self._page_ranges[source_id] = found
        return found

    def sentences(self, source_id: str) -> Sequence[tuple[int, int]]:
        """Sentence ranges of a source, in order."""
        return self._sentences[source_id]

    def sentence_index(self, source_id: str, offset: int) -> int:
        """Number of the sentence at `offset`, or of the one before it; 0 in front of the first."""
        return max(0, bisect_right(self._starts[source_id], offset) - 1)

    def sentence_at(self, source_id: str, offset: int) -> tuple[int, int]:
        """Range of the sentence at `offset`; of the whole text where it has none."""
        found = self._sentences[source_id]
        return found[self.sentence_index(source_id, offset)] if found else (0, len(self._text(source_id)))

    def sentence_text(self, span: Span) -> str:
        """The sentence in which `span` begins."""
        start, end = self.sentence_at(span.source_id, span.start)
        return self._text(span.source_id)[start : max(end, span.end)]

    def words_at(self, source_id: str, offset: int) -> Sequence[Token]:
        """Words of the sentence at `offset`, with offsets in the source; read once a sentence."""
        start, end = self.sentence_at(source_id, offset)
        found = self._words.get((source_id, start))
        if found is None:
            words = find_words(self._text(source_id)[start:end])
            found = tuple(Token(w.start + start, w.end + start, w.text, w.folded) for w in words)
            self._words[source_id, start] = found
        return found

    def stems_at(self, source_id: str, offset: int) -> frozenset[str]:
        """Stems of the content words of the sentence at `offset`; read once a sentence."""
        key = (source_id, self.sentence_at(source_id, offset)[0])
        found = self._stems.get(key)
        if found is None:
            words = (w.folded for w in self.words_at(*key))
            found = self._stems[key] = frozenset(stem(w) for w in words if w not in FUNCTION_WORDS)
        return found

    def numbers_at(self, source_id: str, offset: int) -> Sequence[NumberExpression]:
        """Numbers of the sentence at `offset`, with offsets in that sentence; read once a sentence."""
        start, end = self.sentence_at(source_id, offset)
        found = self._numbers.get((source_id, start))
        if found is None:
            found = tuple(find_numbers(self._text(source_id)[start:end], self.knowledge))
            self._numbers[source_id, start] = found
        return found

    def dates(self, source_id: str) -> Sequence[DateExpression]:
        """Dates in a source's text, in order."""
        return self._dates[source_id]

    def dates_in(self, source_id: str, start: int, end: int) -> Sequence[DateExpression]:
        """Dates that begin inside a range, in order."""
        starts = self._date_starts[source_id]
        return self._dates[source_id][bisect_left(starts, start) : bisect_left(starts, end)]

    def agencies_in(self, text: str) -> frozenset[str]:
        """News agencies that `text` names."""
        folded_text = fold_text(text)
        padded, words = f" {folded_text} ", set(folded_text.split())
        near = (
            each for word in words & self._agencies_by_word.keys() for each in self._agencies_by_word[word]
        )
        return frozenset(name for folded, name in near if f" {folded} " in padded)

    def agencies_at(self, span: Span) -> frozenset[str]:
        """News agencies that the sentence of `span` names."""
        start, _ = self.sentence_at(span.source_id, span.start)
        key = (span.source_id, start)
        if key not in self._agencies_named:
            self._agencies_named[key] = self.agencies_in(self.sentence_text(span))
        return self._agencies_named[key]

    def agencies_of(self, source_id: str) -> frozenset[str]:
        """News agencies that a source names anywhere."""
        if source_id not in self._agencies_of:
            self._agencies_of[source_id] = self.agencies_in(self._text(source_id))
        return self._agencies_of[source_id]

    def _text(self, source_id: str) -> str:
        return self.sources[source_id].text


def _only_alone(source: AnnotatedSource) -> frozenset[str]:
    text = source.text
    alone: set[str] = set()
    inside: set[str] = set()
    for mention in source.mentions:
        start, end = mention.span.start, mention.span.end
        is_line = (start == 0 or text[start - 1] == "\n") and text[end : end + 1] in ("", "\n", "\r")
        (alone if is_line else inside).add(mention.entity)
    return frozenset(alone - inside)
