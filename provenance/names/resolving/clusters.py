"""Clusters of nodes, joined link by link under vetoes that hold between any two members."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, Verdict
from provenance.model.settings import NameSettings
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.comparing.compare import compare_names, say_held
from provenance.names.resolving.links import Link
from provenance.names.resolving.nodes import Node, Nodes, name_words, node_order

_LARGEST_CHECKED = 40
"""Spellings of a cluster that are held against another's, at most: the first ones in alphabetical order."""


class Clusters:
    """Nodes and their clusters. The outcome depends on the links' scores and nodes, not on their order."""

    def __init__(
        self, nodes: Nodes, knowledge: Knowledge, settings: NameSettings, apart: set[tuple[Node, Node]]
    ) -> None:
        self._knowledge = knowledge
        self._settings = settings
        self._apart = apart
        self._number = {node: place for place, node in enumerate(nodes.listed)}
        self._members = {place: [node] for place, node in enumerate(nodes.listed)}
        self._links: dict[Node, list[Link]] = defaultdict(list)

    def number(self, node: Node) -> int:
        """The cluster in which the node stands now."""
        return self._number[node]

    def groups(self) -> list[list[Node]]:
        """The members of every cluster, in order."""
        groups = [sorted(members, key=node_order) for members in self._members.values()]
        return sorted(groups, key=lambda group: node_order(group[0]))

    def links_of(self, node: Node) -> Sequence[Link]:
        """The links that joined this node to others."""
        return self._links[node]

    def join(self, links: Iterable[Link], strict: bool = False) -> list[Link]:
        """Joins along the links, the surest first; the links that were refused.

        `strict`: any two members that compare as different forbid the joining; else only two full names
        that conflict do, so that a stated alias may join what is spelled quite differently.
        """
        refused = []
        for link in sorted(links, key=_surest_first):
            a, b = self._number[link.a], self._number[link.b]
            if a == b:
                continue
            if self._is_vetoed(self._members[a], self._members[b], strict):
                refused.append(link)
                continue
            for moved in self._members.pop(b):
                self._number[moved] = a
                self._members[a].append(moved)
            self._links[link.a].append(link)
            self._links[link.b].append(link)
        return refused

    def is_apart(self, a: Node, b: Node) -> bool:
        """Are two nodes known to be two?"""
        return self._is_listed_apart(a, b, strict=False) or self._conflict(a, b, strict=False)

    def say_held(self, a: Node, b: Node) -> str:
        """Why people must judge two nodes that look alike; "" if no foreign letters hide in them."""
        return say_held(a.text, b.text, a.kind.value, self._knowledge, self._settings)

    def _is_vetoed(self, ours: list[Node], theirs: list[Node], strict: bool) -> bool:
        return any(
            self._is_listed_apart(a, b, strict) or self._conflict(a, b, strict) or self.say_held(a, b)
            for a in sorted(ours, key=node_order)[:_LARGEST_CHECKED]
            for b in sorted(theirs, key=node_order)[:_LARGEST_CHECKED]
        )

    def _is_listed_apart(self, a: Node, b: Node, strict: bool) -> bool:
        """Named side by side: people are two then; a body may be listed beside its own other name."""
        return (strict or a.kind is EntityKind.PERSON) and (a, b) in self._apart

    def _conflict(self, a: Node, b: Node, strict: bool) -> bool:
        if a.kind is not b.kind:
            return True
        if is_acronym(a.text) or is_acronym(b.text):
            return False
        compared = compare_names(a.text, b.text, a.kind.value, self._knowledge, self._settings)
        if compared.verdict is not Verdict.DIFFERENT:
            return False
        if strict:
            return True
        if a.kind is EntityKind.PERSON:
            return len(name_words(a.text)) > 1 and len(name_words(b.text)) > 1 and _shares_word(a, b)
        return compared.score < self._settings.different and any(
            reason.text.startswith(("country differs", "number")) for reason in compared.reasons
        )


def _surest_first(link: Link) -> tuple[float, tuple[str, str, str], tuple[str, str, str], str]:
    return -link.score, node_order(link.a), node_order(link.b), link.reason


def _shares_word(a: Node, b: Node) -> bool:
    """Do two persons' names share a word? Then they differ as names; else one may be the other's alias."""
    return bool(set(name_words(a.text)) & set(name_words(b.text)))
