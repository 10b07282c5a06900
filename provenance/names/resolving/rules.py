"""What people say of names, laid on the names of a pile: what is one, what never is, how it is written."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from attrs import Factory, evolve, frozen

from provenance.model.name_rules import CanonicalName, NameRelation, NameRule, NameRules
from provenance.model.names import EntityKind, LinkBasis, RuleContradiction
from provenance.names.resolving.links import RULE, Link, link
from provenance.names.resolving.nodes import Node, Nodes
from provenance.names.resolving.rule_keys import rule_key
from provenance.text.folding import fold_text


@frozen
class _Pair:
    """One line of a rule: two spellings, as keys, and what is said of them, in words."""

    a: str
    b: str
    kind: EntityKind | None
    words: str
    where: str


@frozen
class FollowedRules:
    """Rules without those that contradict one another.

    `component_of`: nodes that rules speak of → a number, equal where they are one. `links`: what joins them.
    `names`: node → how its entity is to be written. `places`: that → the file and line that say so.
    """

    component_of: Mapping[Node, int] = Factory(dict)
    links: tuple[Link, ...] = ()
    names: Mapping[Node, str] = Factory(dict)
    contradictions: tuple[RuleContradiction, ...] = ()
    two: Mapping[int, Mapping[int, str]] = Factory(dict)
    places: Mapping[str, str] = Factory(dict)
    same_rules: tuple[tuple[Link, str], ...] = ()

    def are_apart(self, a: Node, b: Node) -> bool:
        """Does a rule say that the two are two?"""
        return bool(self.say_apart(a, b))

    def say_apart(self, a: Node, b: Node) -> str:
        """The rule that says so, "" if there is none."""
        one, other = self.component_of.get(a), self.component_of.get(b)
        return "" if one is None or other is None else self.two.get(one, {}).get(other, "")

    def apart_between(self, ours: Iterable[int], theirs: set[int]) -> str | None:
        """The rule that keeps two clusters apart, by the components that each holds."""
        for one in sorted(ours):
            met = self.two.get(one, {})
            for other in sorted(met.keys() & theirs):
                return met[other]
        return None


def settle_rules(rules: NameRules | None) -> tuple[NameRules, tuple[RuleContradiction, ...]]:
    """The rules that do not contradict one another, and those that do, each with what speaks against it."""
    kept = rules or NameRules()
    told: set[RuleContradiction] = set()
    while True:
        found = {one for kind in EntityKind for one in _Layer(kind, kept, {}).contradictions}
        if not found:
            return kept, tuple(sorted(told))
        told |= found
        dropped = {one.rule for one in found}
        kept = evolve(
            kept,
            rules=tuple(rule for rule in kept.rules if say_rule(rule) not in dropped),
            canonical=tuple(
                evolve(form, aliases=tuple(a for a in form.aliases if say_alias(form, a) not in dropped))
                for form in kept.canonical
                if say_form(form) not in dropped
            ),
        )


def lay_rules(rules: NameRules | None, nodes: Nodes) -> FollowedRules:
    """The rules that hold for the names of the pile; those against one another are told, and not followed."""
    if rules is None or not (rules.rules or rules.canonical):
        return FollowedRules()
    rules, contradictions = settle_rules(rules)
    spelled: dict[tuple[EntityKind, str], list[Node]] = defaultdict(list)
    for node in nodes.listed:
        spelled[node.kind, node.text].append(node)
        if _key(node.text) != node.text:
            spelled[node.kind, _key(node.text)].append(node)
    layers = [_Layer(kind, rules, spelled) for kind in EntityKind]
    return evolve(_united(layers), contradictions=contradictions)


def say_rule(rule: NameRule) -> str:
    """A rule in words, with its file and line."""
    number = "one" if rule.relation is NameRelation.SAME else "two"
    return _with_place(f"{rule.a} and {rule.b} are {number}", rule.where)


def say_alias(form: CanonicalName, alias: str) -> str:
    """That an alias is another name of an entity, in words, with file and line."""
    return _with_place(f"{alias} is another name of {form.name}", form.where)


def say_form(form: CanonicalName) -> str:
    """How an entity is to be written, in words, with file and line."""
    return _with_place(f"{form.name} is how to write it", form.where)


def _with_place(said: str, where: str) -> str:
    return f"{said} ({where})" if where else said


def _key(name: str) -> str:
    """What tells spellings apart, unlike any name as it is written; the name itself where nothing is left."""
    key = rule_key(name)
    return "\x00" + key if fold_text(key).strip() else name


class _Layer:
    """The rules of one kind of name."""

    def __init__(
        self, kind: EntityKind, rules: NameRules, spelled: Mapping[tuple[EntityKind, str], Sequence[Node]]
    ) -> None:
        self.kind = kind
        self._spelled = spelled
        self.contradictions: list[RuleContradiction] = []
        same, different = self._read(rules)
        self.same, self.different = self._settle(same, different)
        self.forms = self._settle_forms([c for c in rules.canonical if c.kind in (None, kind)])

    def nodes(self, key: str) -> Sequence[Node]:
        return self._spelled.get((self.kind, key), ())

    def _read(self, rules: NameRules) -> tuple[list[_Pair], list[_Pair]]:
        same: list[_Pair] = []
        different: list[_Pair] = []
        for rule in sorted(rules.rules):
            if rule.kind not in (None, self.kind):
                continue
            is_same = rule.relation is NameRelation.SAME
            pair = self._pair(rule)
            if pair.a != pair.b:
                (same if is_same else different).append(pair)
            elif not is_same:
                self.contradictions.append(
                    _against(pair.words, "a name cannot differ from itself", rule.where)
                )
        for form in sorted(rules.canonical):
            if form.kind in (None, self.kind):
                same += [
                    _Pair(_key(form.name), _key(alias), form.kind, say_alias(form, alias), form.where)
                    for alias in sorted(set(form.aliases))
                    if _key(alias) != _key(form.name)
                ]
        return same, different

    def _pair(self, rule: NameRule) -> _Pair:
        a, b = _key(rule.a), _key(rule.b)
        if a == b:  # two that differ in case or marks only: told apart letter by letter
            a, b = rule.a, rule.b
        return _Pair(a, b, rule.kind, say_rule(rule), rule.where)

    def _settle(self, same: list[_Pair], different: list[_Pair]) -> tuple[list[_Pair], list[_Pair]]:
        """Both without those that contradict one another, chains of `same` included."""
        while True:
            near: dict[str, list[tuple[str, _Pair]]] = defaultdict(list)
            for pair in same:
                near[pair.a].append((pair.b, pair))
                near[pair.b].append((pair.a, pair))
            against = next(
                ((rule, path) for rule in different if (path := _path(near, rule.a, rule.b))), None
            )
            if against is None:
                return same, different
            rule, path = against
            others = "; ".join(pair.words for pair in path)
            self.contradictions.append(_against(rule.words, f"another rule: {others}", rule.where))
            self.contradictions += [
                _against(pair.words, f"another rule: {rule.words}", pair.where) for pair in path
            ]
            words = {pair.words for pair in path}
            same = [pair for pair in same if pair.words not in words]
            different = [pair for pair in different if pair.words != rule.words]

    def _settle_forms(self, forms: Sequence[CanonicalName]) -> list[CanonicalName]:
        """Canonical forms without those that name two forms for one entity."""
        numbers = _components(self.same)
        by_number: dict[int | str, list[CanonicalName]] = defaultdict(list)
        for form in sorted(forms):
            by_number[numbers.get(_key(form.name), _key(form.name))].append(form)
        kept = []
        for group in by_number.values():
            if len({form.name for form in group}) == 1:
                kept.append(group[0])
                continue
            for form in group:
                others = ", ".join(sorted({other.name for other in group} - {form.name}))
                self.contradictions.append(
                    _against(say_form(form), f"another rule writes it {others}", form.where)
                )
        return kept


def _against(rule: str, evidence: str, where: str) -> RuleContradiction:
    return RuleContradiction(rule, evidence, where, is_between_rules=True)


def _path(near: Mapping[str, Sequence[tuple[str, _Pair]]], start: str, end: str) -> list[_Pair]:
    """The shortest chain of pairs from one spelling to another, [] if there is none."""
    before: dict[str, tuple[str, _Pair]] = {}
    waiting = deque([start])
    seen = {start}
    while waiting:
        here = waiting.popleft()
        if here == end:
            path = []
            while here != start:
                here, pair = before[here]
                path.append(pair)
            return path[::-1]
        for there, pair in near.get(here, ()):
            if there not in seen:
                seen.add(there)
                before[there] = (here, pair)
                waiting.append(there)
    return []


def _components(pairs: Iterable[_Pair]) -> dict[str, int]:
    """Spelling → a number, equal for those that are one."""
    near: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        near[pair.a].add(pair.b)
        near[pair.b].add(pair.a)
    numbers: dict[str, int] = {}
    count = 0
    for start in sorted(near):
        if start in numbers:
            continue
        waiting = [start]
        while waiting:
            here = waiting.pop()
            numbers[here] = count
            waiting += sorted(name for name in near[here] if name not in numbers)
        count += 1
    return numbers


def _united(layers: Sequence[_Layer]) -> FollowedRules:
    component_of: dict[Node, int] = {}
    links: list[tuple[Link, str]] = []
    names: dict[Node, str] = {}
    places: dict[str, str] = {}
    two: dict[int, dict[int, str]] = defaultdict(dict)
    first = 0
    for layer in layers:
        numbers = _components(layer.same)
        count = max(numbers.values(), default=-1) + 1
        for key in (key for pair in layer.different for key in (pair.a, pair.b)):
            if key not in numbers:
                numbers[key] = count
                count += 1
        for key, number in numbers.items():
            for node in layer.nodes(key):
                component_of.setdefault(node, first + number)
        links += _rule_links(layer, numbers)
        for pair in layer.different:
            one, other = first + numbers[pair.a], first + numbers[pair.b]
            two[one][other] = two[other][one] = f"a rule says so: {pair.words}"
        for form in layer.forms:
            places.setdefault(form.name, form.where)
            names.update(
                (node, form.name) for key in (form.name, *form.aliases) for node in layer.nodes(_key(key))
            )
        first += count
    return FollowedRules(
        component_of,
        tuple(found for found, _ in links),
        names,
        (),
        two,
        places,
        tuple(links),
    )


def _rule_links(layer: _Layer, numbers: Mapping[str, int]) -> list[tuple[Link, str]]:
    """A tree over the nodes of every component: the pairs of rules first, then what else is one by them."""
    found: list[tuple[Link, str]] = []
    tree = _Tree()
    for pair in layer.same:
        for a, b in ((a, b) for a in layer.nodes(pair.a)[:1] for b in layer.nodes(pair.b)[:1]):
            if tree.join(a, b):
                found.append((link(RULE, a, b, f"a rule says so: {pair.words}", LinkBasis.RULE), pair.words))
    anchors: dict[int, Node] = {}
    told = {key for pair in layer.same for key in (pair.a, pair.b)}
    for key, number in sorted(numbers.items()):
        for node in layer.nodes(key) if key in told else ():
            anchor = anchors.setdefault(number, node)
            if tree.join(anchor, node):
                reason = f"a rule says so: {node.text} is one with {anchor.text}"
                found.append((link(RULE, anchor, node, reason, LinkBasis.RULE), ""))
    return found


class _Tree:
    """Which nodes are joined by now."""

    def __init__(self) -> None:
        self._above: dict[Node, Node] = {}

    def join(self, a: Node, b: Node) -> bool:
        """Joins two; were they apart?"""
        first, second = self._top(a), self._top(b)
        if first != second:
            self._above[second] = first
        return first != second

    def _top(self, node: Node) -> Node:
        while node in self._above:
            above = self._above[node]
            self._above[node] = self._above.get(above, above)  # halves the way
            node = above
        return node
