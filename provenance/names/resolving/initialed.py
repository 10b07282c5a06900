"""Names with initials: one that can be short for two full names is nobody's until a text decides."""

from collections import defaultdict
from collections.abc import Sequence

from provenance.names.resolving.clusters import Clusters
from provenance.names.resolving.links import Link, link_order
from provenance.names.resolving.nodes import Node, Nodes, is_initialed, node_order


def split_initialed(links: Sequence[Link]) -> tuple[list[Link], list[Link]]:
    """(links of names that are written out, links of names with initials)."""
    found: tuple[list[Link], list[Link]] = ([], [])
    for link in links:
        found[is_initialed(link.a) or is_initialed(link.b)].append(link)
    return found


def settle_initialed(
    links: Sequence[Link], nodes: Nodes, clusters: Clusters
) -> tuple[list[Link], list[Link]]:
    """(links to follow, doubts): J. Okello is John, or James, where only one is in the pile or its texts."""
    by_node: dict[Node, list[Link]] = defaultdict(list)
    for link in links:
        for node, other in ((link.a, link.b), (link.b, link.a)):
            if is_initialed(node) and not is_initialed(other):
                by_node[node].append(link)
    doubtful: set[Link] = set()
    for node in sorted(by_node, key=node_order):
        ours = by_node[node]
        if _is_clear(node, ours, clusters):
            continue
        near = [link for link in ours if nodes.sources[node] & nodes.sources[_other(link, node)]]
        is_settled = bool(near) and _is_clear(node, near, clusters)
        doubtful.update(link for link in ours if not is_settled or link not in near)
    return [link for link in links if link not in doubtful], sorted(doubtful, key=link_order)


def _other(link: Link, node: Node) -> Node:
    return link.b if link.a == node else link.a


def _is_clear(node: Node, links: Sequence[Link], clusters: Clusters) -> bool:
    """Can all that the name may be short for be one?"""
    first = _other(links[0], node)
    return all(clusters.are_joinable(first, _other(link, node)) for link in links[1:])
