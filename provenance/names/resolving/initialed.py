"""Names that say less than others: what can be short for two full names is nobody's until a text decides."""

from collections import defaultdict
from collections.abc import Sequence

from attrs import evolve

from provenance.model.names import EntityKind
from provenance.names.resolving.clusters import Clusters
from provenance.names.resolving.links import Link, link_order
from provenance.names.resolving.nodes import Node, Nodes, is_initialed, node_order, own_words


def split_initialed(links: Sequence[Link]) -> tuple[list[Link], list[Link]]:
    """(links of names that say the same, links of persons' names with initials or words left out)."""
    found: tuple[list[Link], list[Link]] = ([], [])
    for link in links:
        has_initial = is_initialed(link.a) or is_initialed(link.b)
        says_less = has_initial or _may_be_short_for(link.a, link.b) or _may_be_short_for(link.b, link.a)
        found[says_less].append(link)
    return found


def _may_be_short_for(node: Node, other: Node) -> bool:
    """Are the words of the one some of the other's, in order, or has it an initial which that one has not?

    Of bodies: does the other name go on where this one ends?
    """
    if node.kind is not EntityKind.PERSON:
        is_body = node.kind is EntityKind.ORGANIZATION
        return is_body and " " in node.text and other.text.startswith(node.text + " ")
    if is_initialed(node) and not is_initialed(other):
        return True
    words, others = own_words(node), own_words(other)
    rest = iter(others)
    return 1 < len(words) < len(others) and all(word in rest for word in words)


def settle_initialed(
    links: Sequence[Link], open_links: Sequence[Link], nodes: Nodes, clusters: Clusters
) -> tuple[list[Link], list[Link]]:
    """(links to follow, doubts): J. Okello is John, or James, where only one is in the pile or its texts;

    so Ana Lima, who may be Ana Lima Reis or Ana Lima Prado. Of a doubt is told which others it may be.
    `open_links`: names that may be one by their spelling; of those that only say less, a text decides too.
    """
    open_ones = {one for one in open_links if _only_says_less(one)}
    by_node: dict[Node, list[Link]] = defaultdict(list)
    for link in (*links, *sorted(open_ones, key=link_order)):
        for node, other in ((link.a, link.b), (link.b, link.a)):
            if _may_be_short_for(node, other):
                by_node[node].append(link)
    doubtful: set[Link] = set()
    near_ones: set[Link] = set()
    for node in sorted(by_node, key=node_order):
        ours = _with_inner_words(node, by_node[node])
        doubtful.update(link for link in by_node[node] if link not in ours)
        near = [link for link in ours if nodes.sources[node] & nodes.sources[_other(link, node)]]
        is_settled = bool(near) and _is_clear(node, near, clusters)
        near_ones.update(near if is_settled else ())
        if not _is_clear(node, ours, clusters):
            doubtful.update(link for link in ours if not is_settled or link not in near)
    told = [
        evolve(one, reason=f"one may be short for the other, or for another in the pile; {one.reason}")
        for one in doubtful - open_ones
    ]
    followed = [*links, *sorted(near_ones & open_ones, key=link_order)]
    return [link for link in followed if link not in doubtful], sorted(told, key=link_order)


def _with_inner_words(node: Node, links: list[Link]) -> list[Link]:
    """Of links of M. Ali Demir those to a name that has Ali too, if there are any."""
    inner = {word for word in own_words(node)[1:-1] if len(word) > 1}
    if not inner or not is_initialed(node):
        return links
    return [link for link in links if inner <= set(own_words(_other(link, node)))] or links


def _only_says_less(link: Link) -> bool:
    """Has one of two persons' full names words of the other, in order, and no other ones?"""
    is_person = link.a.kind is EntityKind.PERSON and link.a.is_full and link.b.is_full
    return (
        is_person
        and not (is_initialed(link.a) or is_initialed(link.b))
        and (_may_be_short_for(link.a, link.b) or _may_be_short_for(link.b, link.a))
    )


def _other(link: Link, node: Node) -> Node:
    return link.b if link.a == node else link.a


def _is_clear(node: Node, links: Sequence[Link], clusters: Clusters) -> bool:
    """Can all that the name may be short for be one?"""
    first = _other(links[0], node)
    return all(clusters.are_joinable(first, _other(link, node)) for link in links[1:])
