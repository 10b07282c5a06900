"""A pool with the look-ups that every kind of conflict needs."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import frozen

from provenance.conflicts.affairs import split_affairs
from provenance.conflicts.page_lines import PageRange, page_line_at
from provenance.conflicts.texts import Texts
from provenance.model.annotations import AnnotatedSource, ResolvedMention
from provenance.model.claims import Claim, ClaimKind
from provenance.model.knowledge import Knowledge
from provenance.model.names import Entity, EntityKind
from provenance.model.pool import Pool
from provenance.model.reuse import Alignment, Direction, ReuseKind
from provenance.model.settings import ConflictSettings
from provenance.model.spans import Span
from provenance.text.dates import DateExpression
from provenance.text.folding import fold_text
from provenance.text.numbers import NumberExpression
from provenance.text.tokens import Token, find_words

_INITIAL = 2
"""Letters of a word in a name that tells nothing alone."""


@frozen(eq=False)
class Pile:
    """`pool` and what is looked up in it again and again. Order never depends on the pool's own.

    What is read in single texts is kept in `texts`; look-ups that nearly every kind needs are passed on.
    """

    pool: Pool
    knowledge: Knowledge
    settings: ConflictSettings

    @cached_property
    def sources(self) -> dict[str, AnnotatedSource]:
        """Source id → source, in the order of paths, then ids."""
        ordered = sorted(self.pool.sources, key=lambda s: (s.source.path, s.source.id))
        return {s.source.id: s for s in ordered}

    @cached_property
    def texts(self) -> Texts:
        """What is read in the texts of the sources."""
        return Texts(self.sources, self.knowledge)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Claims of known sources whose spans lie in the text, by source, place and content.

        Figures and days in lines that speak of the text itself are none of its story. What a page said
        before it was changed is no claim of it any more: that it was changed is a finding of its own.
        """
        told = [c for c in self.pool.claims if c.source_id not in self.superseded]
        held = [c for c in told if self._is_in_text(c) and not self._is_of_page(c)]
        rank = {source_id: i for i, source_id in enumerate(self.sources)}
        places: dict[tuple[int, int], list[Claim]] = defaultdict(list)
        for claim in held:
            places[rank[claim.source_id], _start(claim)].append(claim)
        return tuple(claim for _, group in sorted(places.items()) for claim in _by_key(group))

    @cached_property
    def pages(self) -> dict[str, str]:
        """Source id → the page that it is a state of, of sources that are states of one page."""
        return {i: v.page for v in self.pool.versions for i in (v.earlier, v.later)}

    @cached_property
    def _states(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for source_id, page in sorted(self.pages.items()):
            found[page].append(source_id)
        return found

    def states_of(self, source_id: str) -> Sequence[str]:
        """All states of the page that a source is a state of, itself among them; none if it is of no page."""
        return self._states.get(self.pages.get(source_id, ""), ())

    def are_one_page(self, *source_ids: str) -> bool:
        """Are all of these, two at least, states of one page?"""
        return len(set(source_ids)) > 1 and len({self.pages.get(each, each) for each in source_ids}) == 1

    @cached_property
    def superseded(self) -> frozenset[str]:
        """Sources of which a later state is known, and others of the same state."""
        found = {v.earlier for v in self.pool.versions if v.is_ordered and v.later in self.sources}
        same = {v.later: v.earlier for v in self.pool.versions if v.is_same_text and not v.is_ordered}
        waiting = list(found)
        while waiting:
            other = same.get(waiting.pop())
            if other is not None and other not in found:
                found.add(other)
                waiting.append(other)
        return frozenset(found)

    @cached_property
    def alignments(self) -> tuple[Alignment, ...]:
        """Alignments of known sources, by place."""
        known = [a for a in self.pool.alignments if a.a.source_id in self.sources]
        return tuple(sorted((a for a in known if a.b.source_id in self.sources), key=_places))

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entity key → entity, in the order of keys."""
        return {e.key: e for e in sorted(self.pool.entities, key=lambda e: e.key)}

    @cached_property
    def _by_kind(self) -> dict[ClaimKind, list[Claim]]:
        found = defaultdict(list)
        for claim in self.claims:
            found[claim.kind].append(claim)
        return found

    @cached_property
    def _by_source(self) -> dict[tuple[str, ClaimKind], list[Claim]]:
        found = defaultdict(list)
        for claim in self.claims:
            found[claim.source_id, claim.kind].append(claim)
        return found

    @cached_property
    def _by_pair(self) -> dict[tuple[str, str], list[Alignment]]:
        found = defaultdict(list)
        for alignment in self.alignments:
            found[pair_of(alignment.a.source_id, alignment.b.source_id)].append(alignment)
        return found

    @cached_property
    def _mention_starts(self) -> dict[str, list[int]]:
        return {source_id: [m.span.start for m in s.mentions] for source_id, s in self.sources.items()}

    @cached_property
    def _by_sentence(self) -> dict[tuple[str, ClaimKind, int], list[Claim]]:
        found = defaultdict(list)
        for claim in self.claims:
            if claim.span is not None:
                start = self.sentence_at(claim.source_id, claim.span.start)[0]
                found[claim.source_id, claim.kind, start].append(claim)
        return found

    @cached_property
    def _by_holder(self) -> dict[str, list[Alignment]]:
        found = defaultdict(list)
        for alignment in self.alignments:
            for source_id in sorted({alignment.a.source_id, alignment.b.source_id}):
                found[source_id].append(alignment)
        return found

    @cached_property
    def names_of(self) -> dict[str, dict[str, tuple[str, EntityKind]]]:
        """Source id → entity → name and kind, of what the source mentions."""
        return {
            source_id: {m.entity: (m.name, m.kind) for m in s.mentions if m.kind is not EntityKind.OTHER}
            for source_id, s in self.sources.items()
        }

    @cached_property
    def name_counts(self) -> Counter[str]:
        """Entity → how many sources name it."""
        return Counter(key for names in self.names_of.values() for key in names)

    @cached_property
    def proper_counts(self) -> Counter[str]:
        """Such a word → how many sources have it."""
        return Counter(word for words in self.texts.proper_words.values() for word in words)

    @cached_property
    def affairs(self) -> dict[str, int]:
        """Source id → number of the affair that it is about, where the pile holds several look-alike ones."""
        names = {
            source_id: {*self.texts.proper_words[source_id], *_words_of_names(s)}
            for source_id, s in self.sources.items()
        }
        return split_affairs(names)

    @cached_property
    def positions(self) -> dict[str, int]:
        """Source id → its place in the order of paths, from 0."""
        return {source_id: i for i, source_id in enumerate(self.sources)}

    @cached_property
    def events(self) -> dict[tuple[str, str], str | None]:
        """What has been found of pairs of sources: why they speak of one event, None if they do not."""
        return {}

    @cached_property
    def altered(self) -> dict[Span, Direction | None]:
        """What has been found of places: whether they are changes inside a copy."""
        return {}

    @cached_property
    def known_altered(self) -> dict[Span, bool]:
        """What has been found of places: whether a known copy changed them (conflicts.independence)."""
        return {}

    @cached_property
    def clauses(self) -> dict[tuple[str, int, int], Span]:
        """Changed place of a source → the clause around it, once found (conflicts.edited_places)."""
        return {}

    @cached_property
    def changed(self) -> dict[str, object]:
        """Source id → its changes against copies, once looked up (conflicts.changed_places)."""
        return {}

    @cached_property
    def _publishers(self) -> dict[str, str]:
        return {i: fold_text(s.source.value("publisher") or "") for i, s in self.sources.items()}

    @cached_property
    def houses(self) -> frozenset[str]:
        """Folded names of the publishers of the sources and of news agencies."""
        named = {fold_text(each.source.value("publisher") or "") for each in self.sources.values()}
        return frozenset((named | self.texts.agency_names) - {""})

    def page_ranges(self, source_id: str) -> Sequence[PageRange]:
        """Where a source's text speaks of itself, by place; looked for once a source."""
        return self.texts.page_ranges(source_id)

    def dates_in(self, source_id: str, start: int, end: int) -> Sequence[DateExpression]:
        """Dates that begin inside a range, in order."""
        return self.texts.dates_in(source_id, start, end)

    def words_at(self, source_id: str, offset: int) -> Sequence[Token]:
        """Words of the sentence at `offset`, with offsets in the source; read once a sentence."""
        return self.texts.words_at(source_id, offset)

    def numbers_at(self, source_id: str, offset: int) -> Sequence[NumberExpression]:
        """Numbers of the sentence at `offset`, with offsets in that sentence; read once a sentence."""
        return self.texts.numbers_at(source_id, offset)

    def publisher(self, source_id: str) -> str:
        """The folded name of who published a source; "" if that is not known."""
        return self._publishers[source_id]

    def claims_of(self, kind: ClaimKind) -> Sequence[Claim]:
        """Claims of one kind, by source and place."""
        return self._by_kind.get(kind, ())

    def claims_in(self, source_id: str, kind: ClaimKind) -> Sequence[Claim]:
        """Claims of one kind in one source, by place."""
        return self._by_source.get((source_id, kind), ())

    def claims_at(self, source_id: str, kind: ClaimKind, offset: int) -> Sequence[Claim]:
        """Claims of one kind that begin in the sentence at `offset`, by place."""
        return self._by_sentence.get((source_id, kind, self.sentence_at(source_id, offset)[0]), ())

    def claims_beside(self, source_id: str, offset: int) -> Iterator[Sequence[Claim]]:
        """Claims that begin in the sentence at `offset`, kind by kind, each by place."""
        start = self.sentence_at(source_id, offset)[0]
        return (self._by_sentence.get((source_id, kind, start), ()) for kind in ClaimKind)

    def alignments_of(self, source_id: str) -> Sequence[Alignment]:
        """Alignments that have a side in the source, by place."""
        return self._by_holder.get(source_id, ())

    def shared(self, a: str, b: str, with_furniture: bool = False) -> Sequence[Alignment]:
        """Alignments between two sources; page furniture only when asked for."""
        found = self._by_pair.get(pair_of(a, b), ())
        return [x for x in found if with_furniture or x.kind is not ReuseKind.BOILERPLATE]

    def text(self, source_id: str) -> str:
        """The stored text of a source."""
        return self.sources[source_id].text

    def label(self, source_id: str) -> str:
        """What a reader calls the source: the last part of its path."""
        path = self.sources[source_id].source.path
        return path.rstrip("/").rsplit("/", 1)[-1] or source_id

    def quote(self, span: Span) -> str:
        """What stands at `span`."""
        return span.quote(self.text(span.source_id))

    def sentences(self, source_id: str) -> Sequence[tuple[int, int]]:
        """Sentence ranges of a source, in order."""
        return self.texts.sentences(source_id)

    def sentence_index(self, source_id: str, offset: int) -> int:
        """Number of the sentence at `offset`, or of the one before it; 0 in front of the first."""
        return self.texts.sentence_index(source_id, offset)

    def sentence_at(self, source_id: str, offset: int) -> tuple[int, int]:
        """Range of the sentence at `offset`; of the whole text where it has none."""
        return self.texts.sentence_at(source_id, offset)

    def sentence_text(self, span: Span) -> str:
        """The sentence in which `span` begins."""
        return self.texts.sentence_text(span)

    def mentions_in(self, source_id: str, start: int, end: int) -> list[ResolvedMention]:
        """Mentions that lie wholly inside a range, in order."""
        mentions = self.sources[source_id].mentions
        starts = self._mention_starts[source_id]
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        return [m for m in inside if m.span.end <= end]

    def mentions_near(self, source_id: str, start: int, end: int) -> list[ResolvedMention]:
        """Mentions that reach into a range, in order; of those that begin before it the last one alone."""
        mentions = self.sources[source_id].mentions
        starts = self._mention_starts[source_id]
        first = max(0, bisect_left(starts, start) - 1)
        return [m for m in mentions[first : bisect_left(starts, end)] if m.span.end > start]

    def _is_in_text(self, claim: Claim) -> bool:
        source = self.sources.get(claim.source_id)
        return source is not None and (claim.span is None or claim.span.end <= len(source.text))

    def _is_of_page(self, claim: Claim) -> bool:
        if claim.span is None or claim.kind not in (ClaimKind.QUANTITY, ClaimKind.EVENT_DATE):
            return False
        ranges = self.page_ranges(claim.source_id)
        return page_line_at(ranges, claim.span.start, claim.span.end) is not None


def _words_of_names(source: AnnotatedSource) -> set[str]:
    """Words of the names that a source prints, folded, but for its shortest."""
    texts = {source.text[m.span.start : m.span.end] for m in source.mentions}
    return {word.folded for text in texts for word in find_words(text) if len(word.folded) > _INITIAL}


def _by_key(claims: list[Claim]) -> list[Claim]:
    """By key, which is made only where there are several."""
    return sorted(claims, key=lambda claim: claim.key) if len(claims) > 1 else claims


def pair_of(a: str, b: str) -> tuple[str, str]:
    """Two ids in their order."""
    return (a, b) if a <= b else (b, a)


def _places(alignment: Alignment) -> tuple[str, int, int, str, int, int]:
    """Both sides as plain values: comparing those is far quicker than comparing spans."""
    a, b = alignment.a, alignment.b
    return a.source_id, a.start, a.end, b.source_id, b.start, b.end


def _start(claim: Claim) -> int:
    return claim.span.start if claim.span else -1
