"""Texts that speak of the same things: a passage that they share, or other full names."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.model.reuse import Alignment, ReuseKind
from provenance.names.mentions.words import plain_word
from provenance.names.resolving.nodes import Node, Nodes

_MOST_TEXTS = 50
"""Texts of a full name that are looked through, the first by key."""


class Ties:
    """Which texts are tied; `cluster_of`: what is one by now. `towns`: folded names of places."""

    def __init__(
        self,
        nodes: Nodes,
        alignments: Sequence[Alignment],
        knowledge: Knowledge,
        cluster_of: Callable[[Node], int],
        towns: frozenset[str] = frozenset(),
    ) -> None:
        self.towns = towns
        self._nodes = nodes
        self._cluster_of = cluster_of
        self._copied = {
            frozenset((one.a.source_id, one.b.source_id))
            for one in alignments
            if one.kind is not ReuseKind.BOILERPLATE
        }
        self._named: dict[str, set[int]] = defaultdict(set)
        self._meant: dict[str, set[int]] = defaultdict(set)
        self._found_in: dict[int, set[str]] = defaultdict(set)
        full = [node for node in nodes.listed if node.is_full and _tells(node, knowledge)]
        for node in full:
            for source_id in nodes.sources[node]:
                self._named[source_id].add(cluster_of(node))
                self._found_in[cluster_of(node)].add(source_id)
        telling = {cluster_of(node) for node in full}
        for node in nodes.listed:
            if cluster_of(node) in telling:
                for source_id in nodes.sources[node]:
                    self._meant[source_id].add(cluster_of(node))

    def are_tied(self, source_id: str, owner: Node, least: int = 1) -> bool:
        """Does a text share a passage, or other full names (`least` of them), with one that names `owner`?"""
        return self._are_tied(source_id, owner, self._named, least)

    def speak_of_one(self, source_id: str, owner: Node) -> bool:
        """Does a text share a passage, or another one, whatever they call it, with one that names `owner`?"""
        return self._are_tied(source_id, owner, self._meant, 1)

    def _are_tied(self, source_id: str, owner: Node, named: Mapping[str, set[int]], least: int) -> bool:
        number = self._cluster_of(owner)
        ours, known = named.get(source_id, set()), {number}
        near = self._nodes.sources[owner] | self._found_in.get(number, set())
        return any(
            frozenset((source_id, other)) in self._copied
            or len(ours & named.get(other, set()) - known) >= least
            for other in sorted(near)[:_MOST_TEXTS]
        )

    def share_passage(self, a: str, b: str) -> bool:
        """Have two texts a passage in common?"""
        return frozenset((a, b)) in self._copied

    def share_names(self, a: str, b: str) -> bool:
        """Do two texts name another one in full?"""
        return bool(self._named.get(a, set()) & self._named.get(b, set()))


def _tells(node: Node, knowledge: Knowledge) -> bool:
    """A person's full name, or that of a body which is not known everywhere."""
    if node.kind is EntityKind.PERSON:
        return " " in node.text
    is_body = node.kind is EntityKind.ORGANIZATION and " " in node.text
    return is_body and plain_word(node.text) not in knowledge.organizations
