"""States of one page: told from copies, for a page that was changed is no second source.

Two sources are states of one page if they have one address and their texts are alike; or one publisher and
title, no addresses that differ, and texts that are very alike. An address alone proves nothing: other stories
stand on a home page every day. Neither does a text: what two publishers carry of one agency is a copy,
whatever address the markup gives as the canonical one; and what one publisher fills with other days and
figures under one title every day is a column, not a page that was changed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from attrs import evolve

from provenance.model.fingerprints import NearDuplicate
from provenance.model.reuse import (
    SAME_TEXT,
    Alignment,
    Direction,
    DirectionEvidence,
    PageVersion,
    ReuseKind,
)
from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.reuse.kinds.issues import is_refilled
from provenance.reuse.states.notices import find_new_notice
from provenance.reuse.states.page_order import PageOrder, instant
from provenance.reuse.states.pages import Link, find_link, page_keys
from provenance.text.components import find_components
from provenance.text.folding import fold_text
from provenance.text.shingles import Hashes, distinct, hash_words, shingle_hashes

LEAST_RESEMBLANCE = 0.3
"""Jaccard coefficient of runs of three words from which two texts of one address are alike, 0..1."""
LEAST_SHARED = 0.5
"""Or so much of the shorter text that stands in the other, 0..1: reports grow while a story goes on."""
LEAST_NAMED_RESEMBLANCE = 0.6
"""The same of texts that only publisher and title join: under one title stand other texts as well."""
LEAST_NAMED_SHARED = 0.8
"""Likewise, of the runs of three words of the shorter text."""
MOST_OPEN = 8
"""Pages at one address with which a text is compared: stories that took turns there."""
_SHINGLE = (0, 1, 2)
_IN_EARLIER_STATE = "an earlier state of the page has the passage as well"
_CONFIDENCE = 0.95
"""Of the direction between two states whose order is known: what orders them is what the page prints."""


def find_versions(
    sources: Sequence[Source],
    alignments: Sequence[Alignment],
    near: Sequence[NearDuplicate],
    texts: Mapping[str, str] | None = None,
) -> list[PageVersion]:
    """Pairs of neighbouring states of one page, by page. `sources`: article text, furniture blanked.

    `texts`: whole texts by source id, in which notices of corrections are looked for; the articles if None.
    The states of a page are in the order of their times as far as those are known (`is_ordered`); a state
    that cannot be placed stands by its id. Sources of one state (the page and its variant for phones) follow
    each other, and what orders one of them orders all. The cost grows with the number of sources at one
    address, not with its square.
    """
    by_id = {source.id: source for source in sorted(sources, key=lambda each: each.id)}
    whole = {name: (texts or {}).get(name, source.text) for name, source in by_id.items()}
    alike = _Alike(by_id, alignments, near)
    links: dict[tuple[str, str], str] = {}
    for group in _groups(by_id):
        links.update(_joined(sorted(group, key=lambda name: instant(by_id[name])), by_id, alike))
    page_of = find_components(sorted({name for pair in links for name in pair}), sorted(links))
    members: dict[str, list[str]] = defaultdict(list)
    for name, page in page_of.items():
        members[page].append(name)
    found: list[PageVersion] = []
    for page in sorted(members):
        found += _states(members[page], by_id, whole, links)
    return sorted(found, key=lambda each: each.page)


def mark_versions(alignments: Sequence[Alignment], versions: Sequence[PageVersion]) -> list[Alignment]:
    """The same alignments in the same order; what states of one page share is no copy.

    It travelled from the earlier state to the later one where all that lies between them is in order. Nor has
    a later state from another text what its earlier state has, unless that one has it from there.
    """
    places = _Places(versions)
    marked = [
        _marked(each, places)
        if each.a.source_id != each.b.source_id and places.are_one_page(each.a.source_id, each.b.source_id)
        else each
        for each in alignments
    ]
    inherited = _Inherited(marked, places)
    return [inherited.without_other_parents(each) for each in marked]


class _Places:
    """Where sources stand among the states of their pages."""

    def __init__(self, versions: Sequence[PageVersion]) -> None:
        self._page: dict[str, str] = {}
        self._state: dict[str, int] = {}
        self._before: list[int] = []  # of each state: bit n if state n is an earlier one
        for each in versions:
            self._add(each.earlier, each.page)
            if each.is_same_text and not each.is_ordered:
                self._page[each.later] = each.page
                self._state.setdefault(each.later, self._state[each.earlier])
                continue
            self._add(each.later, each.page)
            if each.is_ordered:
                one, two = self._state[each.earlier], self._state[each.later]
                self._before[two] |= self._before[one] | 1 << one

    def _add(self, name: str, page: str) -> None:
        if name not in self._state:
            self._page[name] = page
            self._state[name] = len(self._before)
            self._before.append(0)

    def are_one_page(self, a: str, b: str) -> bool:
        """Are both states of one page, or of one state of it?"""
        return a in self._page and self._page[a] == self._page.get(b)

    def are_one_state(self, a: str, b: str) -> bool:
        """Were both saved of one state?"""
        return self._state[a] == self._state[b]

    def is_before(self, a: str, b: str) -> bool:
        """Is `a` of an earlier state, by steps that are all known?"""
        return bool(self._before[self._state[b]] >> self._state[a] & 1)


class _Inherited:
    """What later states of pages have from their earlier ones."""

    def __init__(self, alignments: Sequence[Alignment], places: _Places) -> None:
        self._shared: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        self._copied = {_asserted(each) for each in alignments} - {None}
        for each in alignments:
            for own, other in ((each.a, each.b), (each.b, each.a)):
                is_state = each.kind is ReuseKind.VERSION and each.direction is not Direction.UNKNOWN
                if is_state and places.is_before(other.source_id, own.source_id):
                    self._shared[own.source_id].append((own, other.source_id))

    def without_other_parents(self, alignment: Alignment) -> Alignment:
        """The alignment; of unknown direction where a later state would have it from another text."""
        pair = _asserted(alignment)
        if pair is None or alignment.kind is ReuseKind.VERSION:
            return alignment
        parent, child = pair
        own = alignment.a if alignment.a.source_id == child else alignment.b
        had = [earlier for span, earlier in self._shared[child] if 2 * span.overlap(own) >= len(own)]
        if not had or any((parent, earlier) in self._copied for earlier in had):
            return alignment
        reason = f"{_IN_EARLIER_STATE}; not enough by itself: {alignment.direction_reason}"
        return evolve(
            alignment, direction=Direction.UNKNOWN, direction_reason=reason, direction_confidence=0.0
        )


def _asserted(alignment: Alignment) -> tuple[str, str] | None:
    """(earlier text, later text) as far as the direction is known."""
    a, b = alignment.a.source_id, alignment.b.source_id
    return {Direction.A_TO_B: (a, b), Direction.B_TO_A: (b, a)}.get(alignment.direction)


def _marked(alignment: Alignment, places: _Places) -> Alignment:
    a, b = alignment.a.source_id, alignment.b.source_id
    reason, direction = "two states of one page; which is the later one is not known", Direction.UNKNOWN
    if places.are_one_state(a, b):
        reason = "one state of a page, saved twice"
    elif places.is_before(a, b) or places.is_before(b, a):
        reason = "an earlier and a later state of one page"
        direction = Direction.A_TO_B if places.is_before(a, b) else Direction.B_TO_A
    confidence = _CONFIDENCE if direction is not Direction.UNKNOWN else 0.0
    return evolve(
        alignment,
        kind=ReuseKind.VERSION,
        direction=direction,
        direction_reason=reason,
        direction_confidence=confidence,
        evidence=(DirectionEvidence(direction, confidence, reason),) if confidence else (),
        upstream="",
    )


def _groups(by_id: Mapping[str, Source]) -> Iterator[list[str]]:
    """Sources that have an address, or publisher and title, in common, each group by id."""
    held: dict[str, list[str]] = defaultdict(list)
    for name, source in by_id.items():
        for key in page_keys(source):
            held[key].append(name)
    for key in sorted(held):
        if len(held[key]) > 1:
            yield held[key]


def _joined(group: Sequence[str], by_id: Mapping[str, Source], alike: "_Alike") -> dict[tuple[str, str], str]:
    """Each source with the last state of the page that it continues, if it continues one."""
    links: dict[tuple[str, str], str] = {}
    pages: list[str] = []  # the last state of each page, the one touched last at the end
    for name in group:
        for place in range(len(pages) - 1, max(-1, len(pages) - 1 - MOST_OPEN), -1):
            other = pages[place]
            link = find_link(by_id[other], by_id[name])
            if link is not None and alike.are_joined(other, name, link):
                links[min(other, name), max(other, name)] = link.reason
                del pages[place]
                break
        pages.append(name)
    return links


def _states(
    names: Sequence[str],
    by_id: Mapping[str, Source],
    whole: Mapping[str, str],
    links: Mapping[tuple[str, str], str],
) -> Iterator[PageVersion]:
    """Neighbouring states of one page, and neighbouring sources of one state."""
    order = PageOrder(names, by_id, whole)
    page = order.states[0][0]
    for step in order.steps():
        earlier, later = step.earlier, step.later
        is_ordered = step.order.sign < 0
        is_same = step.is_one_state or fold_text(by_id[earlier].text) == fold_text(by_id[later].text)
        reasons = [_link(earlier, later, by_id, links)]
        reasons += [SAME_TEXT] if is_same else []
        reasons += [step.order.reason] if is_ordered or not is_same else []
        notice = find_new_notice(whole[earlier], whole[later]) if is_ordered else None
        yield PageVersion(
            earlier,
            later,
            page,
            is_ordered,
            "; ".join(reasons),
            Span(later, notice.start, notice.end) if notice else None,
        )


def _link(a: str, b: str, by_id: Mapping[str, Source], links: Mapping[tuple[str, str], str]) -> str:
    """What makes two neighbours one page."""
    known = links.get((min(a, b), max(a, b)))
    link = None if known else find_link(by_id[a], by_id[b])
    return known or (link.reason if link else "states of one page with the others")


class _Alike:
    """Which texts are alike, each looked at once."""

    def __init__(
        self, by_id: Mapping[str, Source], alignments: Sequence[Alignment], near: Sequence[NearDuplicate]
    ) -> None:
        self._by_id = by_id
        self._near = {(each.a, each.b): each.resemblance for each in near}
        self._shared: dict[tuple[str, str], list[Alignment]] = defaultdict(list)
        for each in alignments:
            if each.kind not in (ReuseKind.BOILERPLATE, ReuseKind.QUOTATION):
                self._shared[each.a.source_id, each.b.source_id].append(each)
        self._sets: dict[str, Hashes] = {}

    def are_joined(self, a: str, b: str, link: Link) -> bool:
        """Are the texts as like as that which links them asks?"""
        pair = (min(a, b), max(a, b))
        if not link.by_name:
            return self._are_alike(pair, LEAST_RESEMBLANCE, LEAST_SHARED) or self._covers(pair)
        if not self._are_alike(pair, LEAST_NAMED_RESEMBLANCE, LEAST_NAMED_SHARED):
            return False
        return not is_refilled(self._by_id[pair[0]], self._by_id[pair[1]], self._shared.get(pair, ()))

    def _are_alike(self, pair: tuple[str, str], least_resemblance: float, least_shared: float) -> bool:
        """By their words in runs of three."""
        if self._near.get(pair, 0.0) >= least_resemblance:
            return True
        one, two = self._set(pair[0]), self._set(pair[1])
        least = min(len(one), len(two))
        if not least:
            texts = [fold_text(self._by_id[name].text) for name in pair]
            return bool(texts[0]) and texts[0] == texts[1]
        common = len(one) + len(two) - len(distinct(np.concatenate([one, two])))
        resemblance = common / (len(one) + len(two) - common)
        return resemblance >= least_resemblance or common >= least_shared * least

    def _set(self, name: str) -> Hashes:
        if name not in self._sets:
            words = hash_words(self._by_id[name].text)
            self._sets[name] = distinct(shingle_hashes(words.hashes, _SHINGLE))
        return self._sets[name]

    def _covers(self, pair: tuple[str, str]) -> bool:
        """Do shared passages cover half of the shorter text?"""
        sides = [
            [each.a for each in self._shared.get(pair, ())],
            [each.b for each in self._shared.get(pair, ())],
        ]
        lengths = [len(" ".join(self._by_id[name].text.split())) for name in pair]
        shorter = 0 if lengths[0] <= lengths[1] else 1
        covered, reached = 0, 0
        for span in sorted(sides[shorter]):
            covered += max(0, span.end - max(span.start, reached))
            reached = max(reached, span.end)
        return covered >= LEAST_SHARED * max(1, lengths[shorter])
