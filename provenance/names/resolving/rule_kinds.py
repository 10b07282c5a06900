"""Names that people call one, or give a kind, are of one kind, whatever each sentence made of them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from attrs import evolve

from provenance.model.name_rules import NameRelation, NameRules
from provenance.model.names import EntityKind, Mention
from provenance.names.resolving.rule_keys import rule_key
from provenance.text.components import find_components

_RANK = {kind: place for place, kind in enumerate(EntityKind)}


def with_kinds_of_rules(mentions: Sequence[Mention], rules: NameRules | None) -> Sequence[Mention]:
    """The mentions, those of names that a rule calls one being of one kind: that of the rule, else the one
    with most mentions. Names to which rules give several kinds stay as they are. So do those that a rule
    calls one of a kind that none of them is anywhere: it speaks of others. How a name is to be written gives
    a kind that the texts need not show.

    `rules`: without those that contradict one another. A place and someone else of one word (Clinton) are
    two where both are found in texts: those mentions keep their kinds.
    """
    if rules is None or not (rules.rules or rules.canonical):
        return mentions
    component_of, told, needed = _components(rules)
    counts: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    kinds_of: dict[str, set[EntityKind]] = defaultdict(set)
    keys = {text: rule_key(text) for text in sorted({mention.text for mention in mentions})}
    for mention in mentions:
        key = keys[mention.text]
        if key in component_of:
            counts[component_of[key]][mention.kind] += 1
            kinds_of[key].add(mention.kind)
    chosen = {
        number: _chosen(count, told.get(number, set()), needed.get(number, set()))
        for number, count in counts.items()
    }
    return [
        evolve(mention, kind=_kind(mention, keys[mention.text], chosen.get(number), kinds_of))
        if (number := component_of.get(keys[mention.text])) is not None
        else mention
        for mention in mentions
    ]


def is_namesake(text: str, kind: EntityKind, other: EntityKind) -> bool:
    """May a name of one word be a place in one text, and another's name in the next?"""
    return len(text.split()) == 1 and (kind is EntityKind.PLACE) is not (other is EntityKind.PLACE)


def _components(
    rules: NameRules,
) -> tuple[Mapping[str, str], Mapping[str, set[EntityKind]], Mapping[str, set[EntityKind]]]:
    """Name, as a key → the least of those that rules call one; that → the kinds that forms give; that → the
    kinds of which rules call them one."""
    spoken: list[tuple[str, str]] = [
        (rule_key(rule.a), rule_key(rule.b)) for rule in rules.rules if rule.relation is NameRelation.SAME
    ]
    for form in rules.canonical:
        spoken += [(rule_key(form.name), rule_key(other)) for other in (form.name, *form.aliases)]
    names = sorted({name for pair in spoken for name in pair})
    component_of = find_components(names, [(a, b) for a, b in spoken if a != b])
    told: dict[str, set[EntityKind]] = defaultdict(set)
    for form in rules.canonical:
        if form.kind is not None:
            told[component_of[rule_key(form.name)]].add(form.kind)
    needed: dict[str, set[EntityKind]] = defaultdict(set)
    for rule in rules.rules:
        if rule.relation is NameRelation.SAME and rule.kind is not None:
            needed[component_of[rule_key(rule.a)]].add(rule.kind)
    return component_of, told, needed


def _chosen(
    count: Mapping[EntityKind, int], told: set[EntityKind], needed: set[EntityKind]
) -> EntityKind | None:
    """`told`: kinds that forms give. `needed`: those of rules that speak of names of that kind only."""
    told = told | {kind for kind in needed if kind in count}
    if len(told) > 1 or (needed and not told):
        return None
    return next(iter(told), None) or min(count, key=lambda kind: (-count[kind], _RANK[kind]))


def _kind(
    mention: Mention, key: str, chosen: EntityKind | None, kinds_of: Mapping[str, set[EntityKind]]
) -> EntityKind:
    if chosen is None:
        return mention.kind
    is_two = chosen in kinds_of[key] and is_namesake(mention.text, mention.kind, chosen)
    return mention.kind if is_two else chosen
