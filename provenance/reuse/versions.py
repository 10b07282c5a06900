"""States of one page: told from copies, for a page that was changed is no second source.

Two sources are states of one page if they have one address and their texts are alike; or one publisher and
title, no addresses that differ, and texts that are very alike. An address alone proves nothing: other stories
stand on a home page every day. Neither does a text: what two publishers carry of one agency is a copy,
whatever address the markup gives as the canonical one; and what one publisher fills with other days and
figures under one title every day is a column, not a page that was changed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

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
from provenance.reuse.issues import is_refilled
from provenance.reuse.notices import find_new_notice
from provenance.reuse.page_order import PageOrder, instant
from provenance.reuse.pages import Link, find_link, page_keys
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

    It travelled from the earlier state to the later one where all that lies between them is in order.
    """
    place = _places(versions)
    return [
        _marked(each, place) if each.a.source_id != each.b.source_id and _is_one_page(each, place) else each
        for each in alignments
    ]


def _is_one_page(alignment: Alignment, place: Mapping[str, tuple[str, int, int]]) -> bool:
    a, b = place.get(alignment.a.source_id), place.get(alignment.b.source_id)
    return a is not None and b is not None and a[0] == b[0]


def _places(versions: Sequence[PageVersion]) -> dict[str, tuple[str, int, int]]:
    """Source id → (page, number of its state, number of the run of ordered states that it stands in)."""
    place: dict[str, tuple[str, int, int]] = {}
    for each in versions:
        _, number, run = place.setdefault(each.earlier, (each.page, 0, 0))
        is_one_state = each.is_same_text and not each.is_ordered
        is_known = each.is_ordered or is_one_state
        place[each.later] = (each.page, number + (not is_one_state), run + (not is_known))
    return place


def _marked(alignment: Alignment, place: Mapping[str, tuple[str, int, int]]) -> Alignment:
    a, b = place[alignment.a.source_id], place[alignment.b.source_id]
    reason = "an earlier and a later state of one page"
    direction, confidence = (Direction.A_TO_B if a[1] < b[1] else Direction.B_TO_A), _CONFIDENCE
    if a[1] == b[1]:
        reason = "one state of a page, saved twice"
        direction, confidence = Direction.UNKNOWN, 0.0
    elif a[2] != b[2]:
        reason = "two states of one page; which is the later one is not known"
        direction, confidence = Direction.UNKNOWN, 0.0
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
    states = order.states()
    page = states[0][0]
    number = {name: place for place, state in enumerate(states) for name in state}
    for earlier, later in pairwise(chain.from_iterable(states)):
        told = order.order(states[number[earlier]], states[number[later]])
        is_one_state = number[earlier] == number[later]
        is_ordered = told.sign < 0 and not is_one_state
        is_same = is_one_state or fold_text(by_id[earlier].text) == fold_text(by_id[later].text)
        reasons = [_link(earlier, later, by_id, links)]
        reasons += [SAME_TEXT] if is_same else []
        reasons += [told.reason] if (told.sign and not is_one_state) or not is_same else []
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
