"""Names that people call one are of one kind."""

from provenance.model.name_rules import CanonicalName, NameRelation, NameRule, NameRules, RuleEffect
from provenance.model.names import EntityKind, Mention
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names import resolve
from provenance.names.resolving.background import Background
from provenance.names.resolving.outcomes import rule_outcomes
from provenance.names.resolving.rule_keys import rule_key
from provenance.names.resolving.rule_kinds import with_kinds_of_rules
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE
SAME = NameRelation.SAME


def mentions(*named: tuple[str, EntityKind]) -> list[Mention]:
    """One a text."""
    return [Mention(Span(f"s{i}", 0, len(text)), text, kind) for i, (text, kind) in enumerate(named)]


def kinds(found: list[Mention], rules: NameRules) -> list[EntityKind]:
    return [one.kind for one in with_kinds_of_rules(found, rules)]


def test_names_of_two_kinds_that_a_rule_calls_one_are_of_the_commoner_kind() -> None:
    found = mentions(("Liga Koru", BODY), ("Liga Koru", BODY), ("Ligga Koruu", PERSON), ("Ana Souza", PERSON))
    assert kinds(found, NameRules((NameRule("Liga Koru", "ligga koruu", SAME),))) == [
        BODY,
        BODY,
        BODY,
        PERSON,
    ]
    assert kinds(found, NameRules((NameRule("Liga Koru", "Ligga Koruu", SAME, PERSON),)))[:3] == [PERSON] * 3


def test_a_rule_of_a_kind_that_none_of_its_names_is_speaks_of_no_one() -> None:
    found = mentions(("ANA SOUZA", PERSON), ("Ana Souza", PERSON), ("Rui Lima", PERSON), ("Souza", PERSON))
    rules = NameRules((NameRule("ANA SOUZA", "Rui Lima", SAME, BODY),))
    assert kinds(found, rules) == [PERSON] * 4
    texts = {one.span.source_id: one.text for one in found}
    table = resolve(texts, found, [], [], KNOWLEDGE, NameSettings(), Background(rules))
    assert not any({"Ana Souza", "Rui Lima"} <= {v.text for v in one.variants} for one in table.entities)
    assert [one.effect for one in rule_outcomes(table, rules)] == [RuleEffect.NO_SUCH_NAME]


def test_how_a_name_is_written_gives_a_kind_that_no_text_shows() -> None:
    found = mentions(("Lima Reis", PERSON), ("Lima & Reis", PERSON))
    rules = NameRules((), (CanonicalName("Lima Reis", ("Lima & Reis",), BODY),))
    assert kinds(found, rules) == [BODY, BODY]


def test_one_name_of_two_kinds_is_one_where_people_say_how_it_is_written() -> None:
    found = mentions(("Liga Koru", BODY), ("Liga Koru", PERSON))
    for form in (CanonicalName("Liga Koru", ("LK",), BODY), CanonicalName("Liga Koru", (), BODY)):
        assert kinds(found, NameRules((), (form,))) == [BODY, BODY]


def test_a_place_of_the_same_word_keeps_its_kind() -> None:
    found = mentions(
        ("Lincoln", PLACE), ("Lincoln", PERSON), ("Abe Lincoln", PERSON), ("Abe Lincoln", PERSON)
    )
    assert kinds(found, NameRules((NameRule("Lincoln", "Abe Lincoln", SAME),)))[0] is PLACE


def test_a_rule_across_kinds_is_followed_and_said_to_be() -> None:
    found = mentions(("Liga Koru", BODY), ("Liga Koru", BODY), ("Ligga Koruu", PERSON))
    texts = {one.span.source_id: one.text for one in found}
    rules = NameRules(
        (NameRule("Liga Koru", "Ligga Koruu", SAME),), (CanonicalName("Liga Koru", ("Ligga Koruu",)),)
    )
    table = resolve(texts, found, [], [], KNOWLEDGE, NameSettings(), Background(rules))
    (entity,) = table.entities
    assert entity.kind is BODY and len(entity.variants) == 2
    assert {one.effect for one in rule_outcomes(table, rules)} == {RuleEffect.FOLLOWED}
    without = resolve(texts, found, [], [], KNOWLEDGE, NameSettings())
    assert {one.effect for one in rule_outcomes(without, rules)} == {RuleEffect.NOT_FOLLOWED}


def test_an_article_in_front_does_not_count_unless_it_is_half_the_name() -> None:
    assert (
        rule_key("the European Council") == rule_key("The European Council") == rule_key("European Council")
    )
    assert rule_key("the Hague") == rule_key("Hague") != rule_key("The Who")
    assert rule_key("The") == "the" and rule_key("\u2026") == "\u2026"
