"""The evidence behind a table of names: what joined, what was refused and why, what people must judge."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from provenance.model.names import EntityKind, LinkBasis, NameLink, NamePair, Verdict
from provenance.model.spans import Span
from provenance.names.order import span_order
from provenance.names.resolving.clusters import Clusters
from provenance.names.resolving.links import Link, Refusal
from provenance.names.resolving.nodes import node_order

_Key = tuple[str, str, str, LinkBasis, str, bool]
_MOST_SPANS = 8
"""Places that are kept of one piece of evidence."""
_MOST_REFUSED, _MOST_REFUSED_SPANS = 6, 2
"""Entities that one is told not to be, the likeliest, and places that are kept of such evidence."""
_MOST_UNLIKE = 1
"""Entities that one is told not to be although nothing makes them one, at most, and only where it has no
likelier ones."""
_MOST_PAIRS = 8
"""Pairs of one entity that people are asked about, the likeliest; of the rest only the number is told."""


@frozen
class Evidence:
    """`used`: links that were to be followed. `refused`: those that were not. `doubts`: for people.

    `unlike`: names that were compared, and are others.
    """

    used: Sequence[Link]
    refused: Sequence[Refusal]
    doubts: Sequence[Link]
    unlike: Sequence[Refusal] = ()


def name_links(evidence: Evidence, clusters: Clusters, entity_of: Mapping[int, str]) -> tuple[NameLink, ...]:
    """Every piece of evidence, once for each pair of spellings; what was not joined, from both sides."""
    spans: dict[_Key, set[Span]] = defaultdict(set)
    found: dict[_Key, NameLink] = {}

    def add(link: Link, basis: LinkBasis, reason: str, places: Iterable[Span]) -> None:
        numbers = clusters.number(link.a), clusters.number(link.b)
        is_joined = numbers[0] == numbers[1]
        ends = [(link.a.text, link.b.text, numbers[0])]
        if not is_joined:
            ends.append((link.b.text, link.a.text, numbers[1]))
        for a, b, number in ends:
            key = (entity_of[number], a, b, basis, reason, is_joined)
            spans[key].update(places)
            score = max(link.score, found[key].score) if key in found else link.score
            found[key] = NameLink(entity_of[number], a, b, link.a.kind, basis, score, reason, is_joined)

    for link in evidence.used:
        if clusters.number(link.a) == clusters.number(link.b):
            add(link, link.basis, link.reason, link.spans)
    for told in _likeliest_refusals(evidence, clusters):
        add(*told)
    return tuple(
        evolve(found[key], spans=tuple(sorted(spans[key], key=span_order)[:_MOST_SPANS]))
        for key in sorted(found)
    )


def _likeliest_refusals(
    evidence: Evidence, clusters: Clusters
) -> Iterator[tuple[Link, LinkBasis, str, Sequence[Span]]]:
    """What was not joined: of two entities what speaks for it most, and of one entity its likeliest few."""
    found: dict[tuple[int, int], tuple[Link, LinkBasis, str, Sequence[Span]]] = {}

    def offer(link: Link, basis: LinkBasis, reason: str, spans: Sequence[Span]) -> None:
        numbers = clusters.number(link.a), clusters.number(link.b)
        pair = min(numbers), max(numbers)
        known = found.get(pair)
        if pair[0] != pair[1] and (known is None or _likeliest_last(known[0]) < _likeliest_last(link)):
            found[pair] = link, basis, reason, spans[:_MOST_REFUSED_SPANS]

    for one in evidence.unlike:
        offer(one.link, one.basis, one.reason, (*one.spans, *one.link.spans))
    for link in evidence.doubts:
        offer(link, link.basis, f"not sure: {link.reason}", link.spans)
    for one in evidence.refused:
        reason = f"{one.reason}; for it: {one.link.reason}" if one.is_proposed else one.reason
        offer(one.link, one.basis, reason, (*one.spans, *one.link.spans))
    told: dict[int, int] = defaultdict(int)
    others = {(one.link.a, one.link.b) for one in evidence.unlike}
    for pair in sorted(found, key=lambda each: _likeliest_last(found[each][0]), reverse=True):
        link = found[pair][0]
        most = _MOST_UNLIKE if (link.a, link.b) in others else _MOST_REFUSED
        if all(told[number] < most for number in pair):
            for number in pair:
                told[number] += 1
            yield found[pair]


def name_pairs(evidence: Evidence, clusters: Clusters, different: float) -> tuple[NamePair, ...]:
    """What people may judge: one row for two entities, the likeliest pair of their spellings, with what
    speaks against it. `different`: score below which two are told to be two, not to be judged.

    Entities of several texts whose spellings are equal (a surname text by text) share a row.
    """
    best: dict[tuple[int, int], Link] = {}
    refused = [evolve(one.link, reason=one.reason) for one in evidence.refused]
    unjoined = [*evidence.doubts, *refused]
    for link in sorted(unjoined, key=_likeliest_last):
        numbers = sorted((clusters.number(link.a), clusters.number(link.b)))
        is_candidate = link.score >= different or clusters.say_held(link.a, link.b)
        if numbers[0] != numbers[1] and link.a.text != link.b.text and is_candidate:
            best[numbers[0], numbers[1]] = link
    pairs: dict[tuple[EntityKind, str, str], NamePair] = {}
    for link, more in reversed(_few_of_each(list(best.values()), clusters)):
        first, second = sorted((link.a.text, link.b.text))
        pair = _pair(link, first, second, clusters, different)
        if more:
            pair = evolve(pair, reason=f"{pair.reason} (and {more} less likely pairs of one of them)")
        pairs[link.a.kind, first, second] = pair
    return tuple(pairs[key] for key in sorted(pairs))


def _few_of_each(links: Sequence[Link], clusters: Clusters) -> list[tuple[Link, int]]:
    """The likeliest first, at most so many of each entity, with how many are left out behind its last one."""
    told: dict[int, int] = defaultdict(int)
    left_out: dict[int, int] = defaultdict(int)
    last: dict[int, int] = {}
    kept: list[Link] = []
    for link in sorted(links, key=_likeliest_last, reverse=True):
        numbers = clusters.number(link.a), clusters.number(link.b)
        full = [number for number in numbers if told[number] >= _MOST_PAIRS]
        for number in full or numbers:
            if full:
                left_out[number] += 1
            else:
                told[number] += 1
                last[number] = len(kept)
        if not full:
            kept.append(link)
    more: dict[int, int] = defaultdict(int)
    for number, count in left_out.items():
        more[last[number]] += count
    return [(link, more[place]) for place, link in enumerate(kept)]


def _pair(link: Link, a: str, b: str, clusters: Clusters, different: float) -> NamePair:
    held = clusters.say_held(link.a, link.b)
    veto = None if held else clusters.why_apart(link.a, link.b)
    is_unlike = not held and link.score < different
    verdict = Verdict.UNSURE if veto is None and not is_unlike else Verdict.DIFFERENT
    return NamePair(a, b, link.a.kind, link.score, verdict, held or (veto.reason if veto else link.reason))


def _likeliest_last(link: Link) -> tuple[float, str, tuple[object, ...], tuple[object, ...]]:
    return link.score, link.reason, node_order(link.a), node_order(link.b)
