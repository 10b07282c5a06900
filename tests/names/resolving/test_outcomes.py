"""What became of rules, and pairs that are only suggested."""

from provenance.model.name_rules import CanonicalName, NameRelation, NameRule, NameRules, RuleEffect
from provenance.model.names import Entity, EntityKind, NamePair, NameTable, NameVariant, Verdict
from provenance.model.settings import NameSettings
from provenance.names.resolving.outcomes import rule_outcomes, with_suggestions
from provenance.readers.gazetteers import load_knowledge

PERSON = EntityKind.PERSON
KNOWLEDGE, SETTINGS = load_knowledge(), NameSettings()


def entity(key: str, name: str, *others: str) -> Entity:
    variants = tuple(NameVariant(key, PERSON, text, (), 1.0, "") for text in (name, *others))
    return Entity(key, name, PERSON, variants)


TABLE = NameTable(
    (entity("e-1", "Ana Souza", "Ana"), entity("e-2", "Rui Lima"), entity("e-3", "Rui")), (), ()
)


def effects(*rules: NameRule, forms: tuple[CanonicalName, ...] = ()) -> list[RuleEffect]:
    return [one.effect for one in rule_outcomes(TABLE, NameRules(rules, forms))]


def test_a_rule_is_followed_or_not_or_speaks_of_no_one() -> None:
    same, different = NameRelation.SAME, NameRelation.DIFFERENT
    assert effects(
        NameRule("ANA", "ana souza", same),
        NameRule("Ana", "Rui", same),
        NameRule("Ana", "Rui", different),
        NameRule("Ana", "Ana Souza", different),
        NameRule("Ana", "Eva", same),
        NameRule("Ana", "Ana Souza", same, EntityKind.PLACE),
    ) == [
        RuleEffect.FOLLOWED,
        RuleEffect.NOT_FOLLOWED,
        RuleEffect.FOLLOWED,
        RuleEffect.NOT_FOLLOWED,
        RuleEffect.NO_SUCH_NAME,
        RuleEffect.NO_SUCH_NAME,
    ]


def test_a_canonical_form_has_a_line_for_each_alias() -> None:
    form = CanonicalName("Ana Souza", ("Ana", "Rui", "Eva"), where="names.toml line 1")
    assert effects(forms=(form,)) == [RuleEffect.FOLLOWED, RuleEffect.NOT_FOLLOWED, RuleEffect.NO_SUCH_NAME]
    assert effects(forms=(CanonicalName("Rui Lima"),)) == [RuleEffect.FOLLOWED]


def test_a_suggestion_is_a_pair_to_judge() -> None:
    rule = NameRule("Rui Lima", "Rui", NameRelation.SAME, where="names.ftm.json line 2", note="a weak alias")
    table = with_suggestions(TABLE, NameRules(suggested=(rule,)), KNOWLEDGE, SETTINGS)
    assert [(pair.a, pair.b, pair.verdict) for pair in table.pairs] == [("Rui", "Rui Lima", Verdict.UNSURE)]
    assert table.pairs[0].reason == "names.ftm.json line 2: a weak alias"
    assert table.entities == TABLE.entities


def test_a_suggestion_of_names_that_are_one_or_absent_is_no_pair() -> None:
    rules = [NameRule(a, b, NameRelation.SAME) for a, b in (("Ana", "Ana Souza"), ("Ana", "Eva"))]
    assert with_suggestions(TABLE, NameRules(suggested=tuple(rules)), KNOWLEDGE, SETTINGS) == TABLE


def test_a_pair_that_is_there_already_keeps_its_reason() -> None:
    pair = NamePair("Rui", "Rui Lima", PERSON, 0.4, Verdict.DIFFERENT, "named side by side")
    rule = NameRule("Rui Lima", "Rui", NameRelation.SAME, where="names.ftm.json line 2")
    table = NameTable(TABLE.entities, (pair,), ())
    (told,) = with_suggestions(table, NameRules(suggested=(rule,)), KNOWLEDGE, SETTINGS).pairs
    assert told.verdict is Verdict.UNSURE and told.key == pair.key
    assert told.reason == "named side by side; names.ftm.json line 2: suggested"


def test_a_suggestion_joins_nothing_and_is_not_said_to_be_followed() -> None:
    rules = [NameRule("Rui", other, NameRelation.SAME) for other in ("Rui Lima", "Eva")]
    told = rule_outcomes(TABLE, NameRules(suggested=tuple(rules)))
    assert [one.effect for one in told] == [RuleEffect.SUGGESTED, RuleEffect.NO_SUCH_NAME]
