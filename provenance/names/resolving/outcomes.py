"""What became of people's rules, and the pairs that they only suggest."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set

from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.model.name_rules import (
    CanonicalName,
    NameRelation,
    NameRule,
    NameRules,
    RuleEffect,
    RuleOutcome,
)
from provenance.model.names import Entity, EntityKind, NamePair, NameTable, Verdict
from provenance.model.settings import NameSettings
from provenance.names.comparing.compare import compare_names
from provenance.text.folding import fold_text

WRITTEN_AS, SUGGESTED = "written as", "suggested"
Holders = Mapping[str, list[tuple[str, Entity]]]


def rule_outcomes(table: NameTable, rules: NameRules) -> tuple[RuleOutcome, ...]:
    """A line for each pair of names that people spoke of, in the order of their files."""
    holders = _holders(table)
    return (
        *(_pair_outcome(rule, holders) for rule in rules.rules),
        *(outcome for form in rules.canonical for outcome in _form_outcomes(form, holders)),
        *(_suggestion_outcome(rule, holders) for rule in rules.suggested),
    )


def with_suggestions(
    table: NameTable, rules: NameRules, knowledge: Knowledge, settings: NameSettings
) -> NameTable:
    """`table` with a pair to judge for each suggestion whose two names stand in texts and are not one.

    A pair that is there already says besides who suggests it, and is unsure where it was different.
    """
    holders = _holders(table)
    pairs = {pair.key: pair for pair in table.pairs}
    for rule in rules.suggested:
        for a, b, kind in _unjoined(rule, holders):
            first, second = sorted((a, b))
            compared = compare_names(first, second, kind.value, knowledge, settings)
            reason = f"{rule.where}: {rule.note or 'suggested'}"
            made = NamePair(first, second, kind, compared.score, Verdict.UNSURE, reason)
            before = pairs.get(made.key)
            told = (
                evolve(before, verdict=Verdict.UNSURE, reason=f"{before.reason}; {reason}")
                if before
                else made
            )
            pairs[made.key] = told
    return evolve(table, pairs=tuple(sorted(pairs.values(), key=lambda pair: (pair.kind, pair.a, pair.b))))


def _holders(table: NameTable) -> Holders:
    """Folded spelling → (the spelling, the entity that has it)."""
    found: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for entity in table.entities:
        for variant in entity.variants:
            found[fold_text(variant.text)].append((variant.text, entity))
    return found


def _held(name: str, kind: EntityKind | None, holders: Holders) -> dict[str, Entity]:
    """Key → entity, of those that are called so."""
    entities = (entity for _text, entity in holders.get(fold_text(name), ()))
    return {entity.key: entity for entity in entities if kind in (None, entity.kind)}


def _pair_outcome(rule: NameRule, holders: Holders) -> RuleOutcome:
    a, b = _held(rule.a, rule.kind, holders).keys(), _held(rule.b, rule.kind, holders).keys()
    if not a or not b:
        effect = RuleEffect.NO_SUCH_NAME
    else:
        is_so = not a & b if rule.relation is NameRelation.DIFFERENT else _is_one(a, b)
        effect = RuleEffect.FOLLOWED if is_so else RuleEffect.NOT_FOLLOWED
    return _outcome(rule, rule.relation.value, effect)


def _is_one(a: Set[str], b: Set[str]) -> bool:
    return a == b or bool(a & b)


def _form_outcomes(form: CanonicalName, holders: Holders) -> Iterator[RuleOutcome]:
    for alias in form.aliases or (form.name,):
        named = {entity.name for entity in _held(alias, form.kind, holders).values()}
        if not named:
            effect = RuleEffect.NO_SUCH_NAME
        else:
            effect = RuleEffect.FOLLOWED if form.name in named else RuleEffect.NOT_FOLLOWED
        kind = form.kind.value if form.kind else ""
        yield RuleOutcome(form.where, WRITTEN_AS, form.name, alias, kind, form.note, effect)


def _suggestion_outcome(rule: NameRule, holders: Holders) -> RuleOutcome:
    is_there = _held(rule.a, rule.kind, holders) and _held(rule.b, rule.kind, holders)
    return _outcome(rule, SUGGESTED, RuleEffect.FOLLOWED if is_there else RuleEffect.NO_SUCH_NAME)


def _outcome(rule: NameRule, relation: str, effect: RuleEffect) -> RuleOutcome:
    return RuleOutcome(
        rule.where, relation, rule.a, rule.b, rule.kind.value if rule.kind else "", rule.note, effect
    )


def _unjoined(rule: NameRule, holders: Holders) -> Iterator[tuple[str, str, EntityKind]]:
    """The spellings in texts, of each two entities of one kind that the rule may speak of."""
    for a, one in holders.get(fold_text(rule.a), ()):
        for b, other in holders.get(fold_text(rule.b), ()):
            if one.key != other.key and one.kind is other.kind and rule.kind in (None, one.kind) and a != b:
                yield a, b, one.kind
