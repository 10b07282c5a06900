"""Offices that names hold: two spellings alike, in one office at one time, are one name."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import product

from attrs import Factory, frozen

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, LinkBasis, Mention
from provenance.model.spans import Span
from provenance.names.resolving.clipped import is_clipped
from provenance.names.resolving.held_roles import HeldRole, roles_at
from provenance.names.resolving.links import OFFICE, Link, link
from provenance.names.resolving.nodes import Node, Nodes, node_order, own_words

Days = Mapping[str, int]
"""Source → the day of which it is, as a number."""
_ONE_TERM = 400
"""Days between two texts from which another person may hold the office that both speak of."""
_NEIGHBOURS = 12
"""Holders of roles with one surname that each is held against, in the order of nodes."""
_MOST_PLACES = 4
"""Places that are kept of a role that one name holds, in several texts."""


@frozen
class Offices:
    """Node → the roles that texts give it now, and where. `days`: of the texts that have dates."""

    held: Mapping[Node, Mapping[HeldRole, tuple[Span, ...]]]
    days: Days = Factory(dict)

    def titles(self, node: Node) -> frozenset[str]:
        """The titles of the roles that texts give it."""
        return frozenset(role.title for role in self.held.get(node, ()))

    def titles_in(self, node: Node, source_id: str) -> dict[str, Span]:
        """Title → where, of the roles that one text gives it."""
        return {
            role.title: span
            for role, spans in sorted(self.held.get(node, {}).items())
            for span in spans
            if span.source_id == source_id
        }

    def shared(self, a: Node, b: Node) -> tuple[HeldRole, tuple[Span, Span]] | None:
        """An office of one holder at a time that both hold, at one time, and where the texts say so."""
        return self._shared(a, b, is_sole=True)

    def alike(self, a: Node, b: Node) -> tuple[HeldRole, tuple[Span, Span]] | None:
        """A role that both hold at one time, of many holders too, and where the texts say so."""
        return self._shared(a, b, is_sole=False)

    def _shared(self, a: Node, b: Node, *, is_sole: bool) -> tuple[HeldRole, tuple[Span, Span]] | None:
        for role, spans in sorted(self.held.get(a, {}).items()):
            for other, places in sorted(self.held.get(b, {}).items()):
                if (role.is_sole or not is_sole) and _is_one(role, other, is_sole=is_sole):
                    near = next((pair for pair in product(spans, places) if self._is_one_time(*pair)), None)
                    if near is not None:
                        return max(role, other, key=lambda each: each.place), near
        return None

    def _is_one_time(self, a: Span, b: Span) -> bool:
        """May both speak of one term? Yes where a date is missing: a pile is mostly of one time."""
        one, other = self.days.get(a.source_id), self.days.get(b.source_id)
        return one is None or other is None or abs(one - other) < _ONE_TERM


def find_offices(
    texts: Mapping[str, str],
    mentions: Sequence[Mention],
    nodes: Nodes,
    knowledge: Knowledge,
    days: Days | None = None,
) -> Offices:
    """The roles that stand right before or behind persons' names, former and coming ones left out."""
    held: dict[Node, dict[HeldRole, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        if mention.kind is not EntityKind.PERSON:
            continue
        for role in roles_at(texts[mention.span.source_id], mention.span, knowledge):
            if role.is_now:
                held[nodes.of_span[mention.span]][role].append(mention.span)
    return Offices(
        {
            node: {role: _first_of_each(spans) for role, spans in found.items()}
            for node, found in held.items()
        },
        days or {},
    )


def _first_of_each(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The first place of each text."""
    first: dict[str, Span] = {}
    for span in sorted(spans):
        first.setdefault(span.source_id, span)
    return tuple(first.values())[:_MOST_PLACES]


def office_links(doubts: Sequence[Link], offices: Offices, cluster_of: Callable[[Node], int]) -> list[Link]:
    """Of names that may be one by their spelling, those that hold one office at one time; of those that
    differ only as a given name and its short form do, or by an initial, those that hold one role.

    Those who follow one another in an office have other names.
    """
    met = [
        (doubt.a, doubt.b, offices.shared(doubt.a, doubt.b))
        for doubt in doubts
        if doubt.basis is LinkBasis.SPELLING
    ]
    short = [(a, b, offices.alike(a, b)) for a, b in _clipped_pairs(offices)]
    near: dict[int, set[int]] = defaultdict(set)
    for a, b, shared in short:
        if shared is not None:
            near[cluster_of(a)].add(cluster_of(b))
            near[cluster_of(b)].add(cluster_of(a))
    met += [
        (a, b, shared)
        for a, b, shared in short
        if len(near[cluster_of(a)] | {cluster_of(a)}) <= 2 and len(near[cluster_of(b)] | {cluster_of(b)}) <= 2
    ]
    links = []
    for a, b, shared in met:
        if shared is not None:
            role, spans = shared
            reason = f"both are {role.title}" + (", which one person is at a time" if role.is_sole else "")
            links.append(link(OFFICE, a, b, reason, LinkBasis.ROLE, tuple(sorted(spans))))
    return links


def _clipped_pairs(offices: Offices) -> list[tuple[Node, Node]]:
    """Holders of roles whose names differ as a given name and its short form do, or by an initial."""
    bearers: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(offices.held, key=node_order):
        if node.is_full and len(own_words(node)) > 1:
            bearers[own_words(node)[-1]].append(node)
    return [
        (a, b)
        for group in bearers.values()
        for place, a in enumerate(group)
        for b in group[place + 1 : place + 1 + _NEIGHBOURS]
        if is_clipped(a, b)
    ]


def _is_one(a: HeldRole, b: HeldRole, *, is_sole: bool) -> bool:
    if a.title != b.title:
        return False
    if a.body and b.body and a.body != b.body:
        return False
    if a.place and b.place:
        return a.place == b.place
    return not is_sole or (" " in a.title and bool(a.place or b.place))
