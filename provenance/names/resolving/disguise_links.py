"""Nodes that look like others, foreign letters in their words: pairs for people to judge."""

from collections import defaultdict

from provenance.model.names import EntityKind, LinkBasis
from provenance.model.settings import NameSettings
from provenance.names.comparing.disguises import has_strangers, is_part, readings, say_disguise
from provenance.names.resolving.links import Link, link, link_order
from provenance.names.resolving.nodes import Node, Nodes, name_words, node_order


def disguise_links(nodes: Nodes, settings: NameSettings) -> list[Link]:
    """Doubts between names with foreign letters and those that they look like, short forms and acronyms
    included. Differing full names, which are compared by their spelling, are not all among them.
    """
    disguised = [node for node in nodes.listed if has_strangers(node.text)]
    if not disguised:
        return []
    by_words = _by_words(nodes)
    score = (settings.same + settings.different) / 2
    found: set[Link] = set()
    for node in disguised:
        for read in readings(node.text)[1:]:
            for other in by_words[node.kind, name_words(read)]:
                reason = say_disguise(node.text, other.text)
                if other != node and reason and not is_part(node.text, other.text):
                    found.add(link(score, node, other, reason, LinkBasis.LOOK))
    return sorted(found, key=link_order)


def _by_words(nodes: Nodes) -> dict[tuple[EntityKind, tuple[str, ...]], list[Node]]:
    """Nodes by the words that they look like, full names of persons also by the last of them."""
    by_words: dict[tuple[EntityKind, tuple[str, ...]], set[Node]] = defaultdict(set)
    for node in nodes.listed:
        for read in readings(node.text):
            words = name_words(read)
            by_words[node.kind, words].add(node)
            if node.kind is EntityKind.PERSON and len(words) > 1:
                by_words[node.kind, words[-1:]].add(node)
    return defaultdict(list, {key: sorted(found, key=node_order) for key, found in by_words.items()})
