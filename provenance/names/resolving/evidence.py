"""The evidence behind a table of names: what joined, what was refused and why, what people must judge."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

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
    for refusal in (*evidence.refused, *evidence.unlike):
        link = refusal.link
        if clusters.number(link.a) != clusters.number(link.b):
            reason = refusal.reason if not refusal.is_proposed else f"{refusal.reason}; for it: {link.reason}"
            add(link, refusal.basis, reason, (*refusal.spans, *link.spans))
    for link in evidence.doubts:
        if clusters.number(link.a) != clusters.number(link.b):
            add(link, link.basis, f"not sure: {link.reason}", link.spans)
    return tuple(
        evolve(found[key], spans=tuple(sorted(spans[key], key=span_order)[:_MOST_SPANS]))
        for key in sorted(found)
    )


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
        if numbers[0] != numbers[1] and link.a.text != link.b.text:
            best[numbers[0], numbers[1]] = link
    pairs: dict[tuple[EntityKind, str, str], NamePair] = {}
    for link in sorted(best.values(), key=_likeliest_last):
        first, second = sorted((link.a.text, link.b.text))
        pairs[link.a.kind, first, second] = _pair(link, first, second, clusters, different)
    return tuple(pairs[key] for key in sorted(pairs))


def _pair(link: Link, a: str, b: str, clusters: Clusters, different: float) -> NamePair:
    held = clusters.say_held(link.a, link.b)
    veto = None if held else clusters.why_apart(link.a, link.b)
    is_unlike = not held and link.score < different
    verdict = Verdict.UNSURE if veto is None and not is_unlike else Verdict.DIFFERENT
    return NamePair(a, b, link.a.kind, link.score, verdict, held or (veto.reason if veto else link.reason))


def _likeliest_last(link: Link) -> tuple[float, str, tuple[object, ...], tuple[object, ...]]:
    return link.score, link.reason, node_order(link.a), node_order(link.b)
