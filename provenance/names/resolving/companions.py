"""Bodies that one text names with their town and another without, one person beside both."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from provenance.model.names import EntityKind, LinkBasis
from provenance.model.spans import Span
from provenance.names.order import span_order
from provenance.names.resolving.links import PILE, Link, link
from provenance.names.resolving.nodes import Node, Nodes

_TIE = re.compile(r"\s(?:of|in|for)\s")
_REACH = 100
"""Code points between a body and a person beside it, in one sentence."""
_NEIGHBOURS = 3
"""Names on each side of a body that are looked at."""
_STOP = re.compile(r"[.!?\u2026]\s|\n")


def companion_links(
    texts: Mapping[str, str], nodes: Nodes, doubts: Sequence[Link], cluster_of: Callable[[Node], int]
) -> list[Link]:
    """Harbour Office to the only Harbour Office of X of the pile, where one person stands beside both."""
    listed: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(nodes.of_span, key=span_order):
        listed[span.source_id].append(span)
    longer: dict[str, list[Node]] = defaultdict(list)
    for node in nodes.listed:
        if node.kind is EntityKind.ORGANIZATION and node.is_full:
            for head in sorted({node.text[: tie.start()] for tie in _TIE.finditer(node.text)}):
                longer[head].append(node)
    links = []
    for doubt in doubts:
        short, long = sorted((doubt.a, doubt.b), key=lambda node: len(node.text))
        if long not in longer.get(short.text, ()) or short.kind is not long.kind:
            continue
        if len({cluster_of(body) for body in longer[short.text]}) > 1:
            continue
        beside = dict(_beside(texts, listed, nodes, short, cluster_of))
        met = [
            (place, beside[who])
            for who, place in _beside(texts, listed, nodes, long, cluster_of)
            if who in beside
        ]
        if met:
            reason = "one person stands beside both, and no other body of the pile is called so"
            links.append(link(PILE, short, long, reason, LinkBasis.PILE, tuple(sorted(min(met)))))
    return links


def _beside(
    texts: Mapping[str, str],
    listed: Mapping[str, Sequence[Span]],
    nodes: Nodes,
    body: Node,
    cluster_of: Callable[[Node], int],
) -> Iterator[tuple[int, Span]]:
    """(cluster, where) of the persons whose full names stand in one sentence with a body."""
    for span in nodes.spans[body]:
        ours, text = listed[span.source_id], texts[span.source_id]
        place = bisect_left(ours, span_order(span), key=span_order)
        for other in ours[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1]:
            node = nodes.of_span[other]
            if node.kind is EntityKind.PERSON and node.is_full:
                between = min(span.end, other.end), max(span.start, other.start)
                is_near = between[1] - between[0] <= _REACH
                if is_near and not _STOP.search(text, *between):
                    yield (
                        cluster_of(node),
                        Span(span.source_id, min(span.start, other.start), max(span.end, other.end)),
                    )
