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
from provenance.names.resolving.rule_keys import rule_key
from provenance.names.resolving.rule_kinds import is_namesake
from provenance.names.resolving.rules import say_alias, say_form, say_rule

WRITTEN_AS, SUGGESTED = "written as", "suggested"
Holders = Mapping[str, list[tuple[str, Entity]]]


def rule_outcomes(table: NameTable, rules: NameRules) -> tuple[RuleOutcome, ...]:
    """A line for each pair of names that people spoke of, in the order of their files."""
    holders = _holders(table)
    against = {one.rule for one in table.contradictions if one.is_between_rules}
    return (
        *(_pair_outcome(rule, holders, against) for rule in rules.rules),
        *(outcome for form in rules.canonical for outcome in _form_outcomes(form, holders, against)),
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
    """Spelling, or the name that is chosen for an entity, as a key → (as it is written, the entity)."""
    found: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for entity in table.entities:
        written = {variant.text for variant in entity.variants}
        for text in sorted({*written, entity.name}):
            found[rule_key(text)].append((text if text in written else "", entity))
    return found


def _held(name: str, kind: EntityKind | None, holders: Holders) -> dict[str, Entity]:
    """Key → entity, of those that are called so."""
    entities = [entity for _text, entity in holders.get(rule_key(name), ())]
    return {entity.key: entity for entity in entities if kind in (None, entity.kind)}


def _without_namesakes(name: str, held: dict[str, Entity], kinds: Set[EntityKind]) -> Set[str]:
    """Without places of that one word, where others of it are of `kinds`, and the reverse."""
    own = {key: one for key, one in held.items() if one.kind in kinds}
    return {
        key
        for key, one in held.items()
        if key in own or not any(is_namesake(name, one.kind, other.kind) for other in own.values())
    }


def _pair_outcome(rule: NameRule, holders: Holders, against: Set[str]) -> RuleOutcome:
    ours, theirs = _held(rule.a, rule.kind, holders), _held(rule.b, rule.kind, holders)
    if not ours or not theirs:
        effect = RuleEffect.NO_SUCH_NAME
    elif say_rule(rule) in against:
        effect = RuleEffect.CONTRADICTED
    elif rule.relation is NameRelation.DIFFERENT:
        effect = RuleEffect.NOT_FOLLOWED if _is_together(rule, holders) else RuleEffect.FOLLOWED
    else:
        both = {ours[key].kind for key in ours.keys() & theirs.keys()}
        a, b = (_without_namesakes(name, held, both) for name, held in ((rule.a, ours), (rule.b, theirs)))
        effect = RuleEffect.FOLLOWED if len(a | b) == 1 else RuleEffect.NOT_FOLLOWED
    return _outcome(rule, rule.relation.value, effect)


def _is_together(rule: NameRule, holders: Holders) -> bool:
    """Has an entity both names? Those equal but for case are told apart letter by letter."""
    ours, theirs = _held(rule.a, rule.kind, holders), _held(rule.b, rule.kind, holders)
    together = ours.keys() & theirs.keys()
    if rule_key(rule.a) != rule_key(rule.b):
        return bool(together)
    return any({rule.a, rule.b} <= {variant.text for variant in ours[key].variants} for key in together)


def _form_outcomes(form: CanonicalName, holders: Holders, against: Set[str]) -> Iterator[RuleOutcome]:
    kind = form.kind.value if form.kind else ""
    for alias in form.aliases or (form.name,):
        held = _held(alias, form.kind, holders)
        named = {entity.kind for entity in held.values() if entity.name == form.name}
        every = {**held, **_held(form.name, form.kind, holders)}
        if not held:
            effect = RuleEffect.NO_SUCH_NAME
        elif say_form(form) in against or say_alias(form, alias) in against:
            effect = RuleEffect.CONTRADICTED
        else:
            is_one = bool(named) and len(_without_namesakes(alias, every, named)) == 1
            effect = RuleEffect.FOLLOWED if is_one else RuleEffect.NOT_FOLLOWED
        yield RuleOutcome(form.where, WRITTEN_AS, form.name, alias, kind, form.note, effect)


def _suggestion_outcome(rule: NameRule, holders: Holders) -> RuleOutcome:
    is_there = _held(rule.a, rule.kind, holders) and _held(rule.b, rule.kind, holders)
    return _outcome(rule, SUGGESTED, RuleEffect.SUGGESTED if is_there else RuleEffect.NO_SUCH_NAME)


def _outcome(rule: NameRule, relation: str, effect: RuleEffect) -> RuleOutcome:
    return RuleOutcome(
        rule.where, relation, rule.a, rule.b, rule.kind.value if rule.kind else "", rule.note, effect
    )


def _unjoined(rule: NameRule, holders: Holders) -> Iterator[tuple[str, str, EntityKind]]:
    """The spellings in texts, of each two entities of one kind that the rule may speak of."""
    for a, one in holders.get(rule_key(rule.a), ()):
        for b, other in holders.get(rule_key(rule.b), ()):
            is_of_kind = one.kind is other.kind and rule.kind in (None, one.kind)
            if one.key != other.key and is_of_kind and a != b and a and b:
                yield a, b, one.kind
