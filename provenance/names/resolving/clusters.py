"""Clusters of nodes, joined link by link under vetoes that hold between any two members."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, LinkBasis, Verdict
from provenance.model.settings import NameSettings
from provenance.names.clustering.proofs import WordProof
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.comparing.compare import compare_names, say_held
from provenance.names.comparing.disguises import has_strangers
from provenance.names.comparing.person_name import parse_person
from provenance.names.resolving.apart import Apart, Veto
from provenance.names.resolving.clipped import is_short_form
from provenance.names.resolving.initials import leaves_out_surname, only_says_less
from provenance.names.resolving.links import Link, Refusal, link_order, say_difference, say_other_word
from provenance.names.resolving.nodes import Node, Nodes, name_words, node_order
from provenance.names.resolving.rules import FollowedRules
from provenance.text.folding import fold_text

_DIRECT = 1600
"""Pairs of spellings across two clusters that are all looked at: forty on either side."""
_WHOLE = 12
"""Members of a cluster that are looked at for a name that has all words of two others."""
_LOOKED_AT = 60
"""Pairs for each spelling of larger clusters that are looked at, where their words prove nothing."""


_Unit = tuple[int, str]


class _Members:
    """One cluster. `units`: spellings that can conflict, those that a rule or a text calls one together."""

    def __init__(self, node: Node, component: int | None, gender: str, stated: int | None = None) -> None:
        self.nodes = [node]
        self.units: dict[_Unit, list[Node]] = {}
        self.components = set() if component is None else {component}
        self.genders = {gender: node} if gender else {}
        self.is_listed = False
        is_surname = node.kind is EntityKind.PERSON and not node.is_full
        if not is_acronym(node.text) and not is_surname:
            self.units[_unit_of(node, component if component is not None else stated)] = [node]

    def absorb(self, other: "_Members") -> None:
        """All of `other` becomes part of this one."""
        self.nodes += other.nodes
        self.components |= other.components
        self.is_listed |= other.is_listed
        for gender, node in other.genders.items():
            self.genders[gender] = min(node, self.genders.get(gender, node), key=node_order)
        for unit, nodes in other.units.items():
            ours = self.units.setdefault(unit, [])
            known = {node.text for node in ours}
            ours += [node for node in nodes if node.text not in known]


class Clusters:
    """Nodes and their clusters. The outcome depends on the links' scores and nodes, not on their order.

    `stated`: full names that a text calls one → a number of theirs: another name conflicts with all or none.
    """

    def __init__(
        self,
        nodes: Nodes,
        knowledge: Knowledge,
        settings: NameSettings,
        apart: Apart,
        rules: FollowedRules,
        stated: Mapping[Node, int] | None = None,
    ) -> None:
        self._stated = stated or {}
        self._knowledge = knowledge
        self._settings = settings
        self._apart = apart
        self._rules = rules
        self._listed = nodes.listed
        self._number = {node: place for place, node in enumerate(nodes.listed)}
        self._members = {
            place: _Members(
                node, rules.component_of.get(node), nodes.genders.get(node, ""), self._stated.get(node)
            )
            for place, node in enumerate(nodes.listed)
        }
        for node in apart:
            self._members[self._number[node]].is_listed = True
        names = [(node.text, node.kind.value) for node in nodes.listed]
        self._proof = WordProof(names, knowledge, lambda place: bool(self._members[place].units))
        self._known: dict[tuple[EntityKind, str, str, bool], Veto | None] = {}
        self._links: dict[Node, list[Link]] = {}

    def number(self, node: Node) -> int:
        """The cluster in which the node stands now."""
        return self._number[node]

    def groups(self) -> list[list[Node]]:
        """The members of every cluster, in order."""
        groups = [sorted(members.nodes, key=node_order) for members in self._members.values()]
        return sorted(groups, key=lambda group: node_order(group[0]))

    def links_of(self, node: Node) -> Sequence[Link]:
        """The links that joined this node to others."""
        return self._links.get(node, ())

    def follow(self, links: Iterable[Link]) -> None:
        """Joins what rules call one, whatever speaks against it."""
        for link in sorted(links, key=_surest_first):
            if self._number[link.a] != self._number[link.b]:
                self._join(link)

    def join(self, links: Iterable[Link], strict: bool = False) -> list[Refusal]:
        """Joins along the links, the surest first; the links that were refused.

        `strict`: any two members that compare as different forbid the joining; else only two full names
        that conflict do, so that a stated alias may join what is spelled quite differently.
        """
        refused = []
        for link in sorted(links, key=_surest_first):
            a, b = self._members[self._number[link.a]], self._members[self._number[link.b]]
            if a is b:
                continue
            veto = self._veto(a, b, strict)
            if veto is not None:
                refused.append(Refusal(link, veto.reason, veto.basis, veto.spans))
            else:
                self._join(link)
        return refused

    def are_joinable(self, a: Node, b: Node) -> bool:
        """Does nothing forbid that the clusters of two nodes are one?"""
        ours, theirs = self._members[self._number[a]], self._members[self._number[b]]
        return ours is theirs or self._veto(ours, theirs, strict=True) is None

    def why_apart(self, a: Node, b: Node) -> Veto | None:
        """Why two nodes themselves are known to be two; None if they are not."""
        if self._rules.are_apart(a, b):
            return Veto(self._rules.say_apart(a, b), LinkBasis.RULE)
        listed = self._apart.get(a, {}).get(b)
        conflict = self._conflict(a, b, strict=False)
        if conflict is not None and conflict.basis is LinkBasis.TITLE:
            conflict = None  # the elder is not always called so: for people to judge
        return (listed if a.kind is EntityKind.PERSON else None) or conflict

    def say_held(self, a: Node, b: Node) -> str:
        """Why people must judge two nodes that look alike; "" if no foreign letters hide in them."""
        return say_held(a.text, b.text, a.kind.value, self._knowledge, self._settings)

    def _join(self, link: Link) -> None:
        a, b = self._number[link.a], self._number[link.b]
        if len(self._members[a].nodes) < len(self._members[b].nodes):
            a, b = b, a
        moved = self._members.pop(b)
        for node in moved.nodes:
            self._number[node] = a
        self._members[a].absorb(moved)
        self._proof.joined(a, b)
        self._links.setdefault(link.a, []).append(link)
        self._links.setdefault(link.b, []).append(link)

    def _veto(self, a: _Members, b: _Members, strict: bool) -> Veto | None:
        """The first reason against joining two clusters."""
        if a.nodes[0].kind is not b.nodes[0].kind:
            return Veto("names of two kinds")
        pair = self._rules.apart_between(a.components, b.components)
        if pair is not None:
            return Veto(pair, LinkBasis.RULE)
        return self._listed_apart(a, b, strict) or _other_gender(a, b) or self._conflicting(a, b, strict)

    def _listed_apart(self, a: _Members, b: _Members, strict: bool) -> Veto | None:
        """Named side by side: people are two then; a body may be listed beside its own other name."""
        if not a.is_listed or not b.is_listed:
            return None
        if not strict and a.nodes[0].kind is not EntityKind.PERSON:
            return None
        fewer, more = sorted((a, b), key=lambda one: len(one.nodes))
        number = self._number[more.nodes[0]]
        met = [
            self._apart[node][other]
            for node in fewer.nodes
            if node in self._apart
            for other in self._apart[node]
            if self._number[other] == number
        ]
        return min(met) if met else None

    def _conflicting(self, a: _Members, b: _Members, strict: bool) -> Veto | None:
        """Two spellings, one of each, that cannot be one name's; of those that a rule calls one, all must."""
        pairs = self._unproven(a, b)
        if pairs is None:
            return Veto("they have too many spellings to be held against one another")
        for unit, other in pairs:
            ours = (
                [*a.units[unit], *b.units.get(unit, ())] if unit[0] >= 0 and unit != other else a.units[unit]
            )
            theirs = (
                [*b.units[other], *a.units.get(other, ())]
                if other[0] >= 0 and unit != other
                else b.units[other]
            )
            found = [self._conflict(x, y, strict) for x in ours for y in theirs]
            if all(found) and not self._are_parts(a.units[unit][0], b.units[other][0], a, b):
                return found[0]
        return None

    def _are_parts(self, x: Node, y: Node, a: _Members, b: _Members) -> bool:
        """Has a member of two clusters all words of two persons' names: Ana Lima, Ana Reis, Ana Lima Reis?"""
        if x.kind is not EntityKind.PERSON:
            return False
        words = {*name_words(x.text), *name_words(y.text)}
        whole = [*a.nodes[:_WHOLE], *b.nodes[:_WHOLE]]
        return any(words <= set(name_words(z.text)) for z in whole if z not in (x, y))

    def _unproven(self, a: _Members, b: _Members) -> Iterable[tuple[_Unit, _Unit]] | None:
        """Units of two clusters that may conflict; None if they are too many to be looked at."""
        if len(a.units) * len(b.units) <= _DIRECT:
            return product(sorted(a.units), sorted(b.units))
        most = _LOOKED_AT * (len(a.units) + len(b.units))
        places = self._proof.unproven(self._number[a.nodes[0]], self._number[b.nodes[0]], most)
        return None if places is None else dict.fromkeys((self._unit(x), self._unit(y)) for x, y in places)

    def _unit(self, place: int) -> _Unit:
        node = self._listed[place]
        component = self._rules.component_of.get(node)
        return _unit_of(node, component if component is not None else self._stated.get(node))

    def _conflict(self, a: Node, b: Node, strict: bool) -> Veto | None:
        first, second = sorted((a.text, b.text))
        key = (a.kind, first, second, strict)
        if key not in self._known:
            self._known[key] = self._find_conflict(a.kind, first, second, strict)
        return self._known[key]

    def _find_conflict(self, kind: EntityKind, a: str, b: str, strict: bool) -> Veto | None:
        held = (has_strangers(a) or has_strangers(b)) and say_held(
            a, b, kind.value, self._knowledge, self._settings
        )
        if held:
            return Veto(held, LinkBasis.LOOK)
        if is_acronym(a) or is_acronym(b):
            return None
        if kind is EntityKind.PERSON:
            return self._find_persons_conflict(a, b, strict)
        compared = compare_names(a, b, kind.value, self._knowledge, self._settings)
        if compared.verdict is not Verdict.DIFFERENT:
            other = say_other_word(compared) if strict and kind is EntityKind.ORGANIZATION else ""
            return Veto(f"{a}, {b}: {other}") if other else None
        against = any(reason.text.startswith(("country differs", "number")) for reason in compared.reasons)
        is_against = strict or against
        return Veto(f"{a} and {b} are two: {say_difference(compared)}") if is_against else None

    def _find_persons_conflict(self, a: str, b: str, strict: bool) -> Veto | None:
        first, second = (parse_person(name, self._knowledge).suffix for name in (a, b))
        is_full = len(name_words(a)) > 1 and len(name_words(b)) > 1
        if bool(first) != bool(second) and is_full and _shares_word(a, b):
            return Veto(f"{a}, {b}: only one names the generation: {first or second}", LinkBasis.TITLE)
        if only_says_less(a, b) or leaves_out_surname(a, b):
            return None
        compared = compare_names(a, b, EntityKind.PERSON.value, self._knowledge, self._settings)
        if compared.verdict is not Verdict.DIFFERENT:
            return None
        if not strict and is_short_form(a, b):
            return None
        is_against = strict or (is_full and _shares_word(a, b))
        return Veto(f"{a} and {b} are two: {say_difference(compared)}") if is_against else None


def _other_gender(a: _Members, b: _Members) -> Veto | None:
    """Forms of address that do not go together."""
    for one, other in (("m", "f"), ("f", "m")):
        if one in a.genders and other in b.genders:
            first, second = a.genders[one], b.genders[other]
            man, woman = (first, second) if one == "m" else (second, first)
            return Veto(f"{man.text} is spoken of as a man, {woman.text} as a woman", LinkBasis.TITLE)
    return None


def _unit_of(node: Node, component: int | None) -> _Unit:
    """What a spelling stands with: those that a rule calls one, else those equal but for case and marks."""
    return (component, "") if component is not None else (-1, fold_text(node.text))


def _surest_first(link: Link) -> tuple[float, tuple[object, ...]]:
    return -link.score, link_order(link)[1:]


def _shares_word(a: str, b: str) -> bool:
    """Do two persons' names share a word? Then they differ as names; else one may be the other's alias."""
    return bool(set(name_words(a)) & set(name_words(b)))
