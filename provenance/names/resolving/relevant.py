"""Of all that people say of names, what can matter for a pile: a long list of entities costs little then."""

from collections.abc import Collection, Iterable

from attrs import evolve

from provenance.model.name_rules import NameRelation, NameRules
from provenance.names.resolving.rule_keys import rule_key
from provenance.text.components import find_components


def relevant_rules(rules: NameRules, names: Collection[str]) -> NameRules:
    """The rules that speak of `names`, or of what other rules call one with one of them; in their order.

    What is different, or suggested, matters only if both sides do.
    """
    same = [(rule_key(r.a), rule_key(r.b)) for r in rules.rules if r.relation is NameRelation.SAME]
    forms = [(rule_key(form.name), rule_key(alias)) for form in rules.canonical for alias in form.aliases]
    edges = [(a, b) for a, b in (*same, *forms) if a != b]
    component = find_components(sorted({name for edge in edges for name in edge}), edges)
    present = {component.get(key, key) for key in map(rule_key, names)}

    def matters(*spoken: str) -> Iterable[bool]:
        return (component.get(key, key) in present for key in map(rule_key, spoken))

    return evolve(
        rules,
        rules=tuple(rule for rule in rules.rules if all(matters(rule.a, rule.b))),
        canonical=tuple(form for form in rules.canonical if any(matters(form.name, *form.aliases))),
        suggested=tuple(rule for rule in rules.suggested if all(matters(rule.a, rule.b))),
    )
