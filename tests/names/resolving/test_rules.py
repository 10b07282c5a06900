"""What people say of names is followed; what speaks against it is told."""

from collections.abc import Mapping, Sequence

import pytest

from provenance.model.name_rules import CanonicalName, NameRelation, NameRule, NameRules, RuleEffect
from provenance.model.names import EntityKind, LinkBasis, NameTable
from provenance.model.settings import NameSettings
from provenance.names import find_aliases, find_mentions, resolve
from provenance.names.resolving.background import Background
from provenance.names.resolving.outcomes import rule_outcomes
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
SAME, DIFFERENT = NameRelation.SAME, NameRelation.DIFFERENT
TEXTS = {
    "a": "Anna Lindqvist spoke. Later Lindqvist left.",
    "b": "Peter Odhiambo spoke.",
    "c": "Sergei Lavrentyev spoke.",
    "d": "Sergey Lavrentiev spoke.",
}


def table_of(texts: Mapping[str, str], rules: NameRules | None) -> NameTable:
    mentions = find_mentions(texts, KNOWLEDGE)
    aliases = find_aliases(texts, mentions, KNOWLEDGE)
    return resolve(texts, mentions, aliases, [], KNOWLEDGE, NameSettings(), Background(rules or NameRules()))


def groups(table: NameTable) -> list[list[str]]:
    """The spellings of every entity, those with one left out."""
    return sorted([v.text for v in entity.variants] for entity in table.entities if len(entity.variants) > 1)


def rules(*said: NameRule, canonical: Sequence[CanonicalName] = ()) -> NameRules:
    return NameRules(said, tuple(canonical))


def test_no_rules_change_nothing() -> None:
    assert table_of(TEXTS, None) == table_of(TEXTS, NameRules())


def test_names_that_people_call_one_are_one_with_all_their_spellings() -> None:
    table = table_of(TEXTS, rules(NameRule("Peter Odhiambo", "Sergei Lavrentyev", SAME)))
    assert ["Peter Odhiambo", "Sergei Lavrentyev", "Sergey Lavrentiev"] in groups(table)
    assert any(link.basis is LinkBasis.RULE and link.is_joined for link in table.links)


def test_case_and_accents_of_a_rule_do_not_matter() -> None:
    table = table_of(TEXTS, rules(NameRule("peter odhiambo", "SERGEI LAVRENTYEV", SAME)))
    assert ["Peter Odhiambo", "Sergei Lavrentyev", "Sergey Lavrentiev"] in groups(table)


def test_names_that_people_call_two_never_meet() -> None:
    table = table_of(
        TEXTS, rules(NameRule("Sergei Lavrentyev", "Sergey Lavrentiev", DIFFERENT, where="names.toml:4"))
    )
    assert groups(table) == [["Anna Lindqvist", "Lindqvist"]]
    (link,) = [one for one in table.links if one.basis is LinkBasis.RULE and one.a == "Sergei Lavrentyev"]
    assert not link.is_joined
    assert "names.toml:4" in link.reason
    assert table.contradictions == ()


def test_two_names_stay_two_through_a_third() -> None:
    texts = {**TEXTS, "e": "Sergej Lavrentyev spoke.", "f": "Serguei Lavrentiev spoke."}
    said = rules(NameRule("Sergei Lavrentyev", "Sergey Lavrentiev", DIFFERENT))
    for group in groups(table_of(texts, said)):
        assert not {"Sergei Lavrentyev", "Sergey Lavrentiev"} <= set(group)


def test_a_surname_can_be_told_from_a_full_name() -> None:
    table = table_of(TEXTS, rules(NameRule("Lindqvist", "Anna Lindqvist", DIFFERENT)))
    assert ["Anna Lindqvist", "Lindqvist"] not in groups(table)


def test_a_rule_with_a_kind_speaks_of_names_of_that_kind_and_a_form_gives_it() -> None:
    said = rules(NameRule("Peter Odhiambo", "Sergei Lavrentyev", SAME, EntityKind.ORGANIZATION))
    assert groups(table_of(TEXTS, said)) == groups(table_of(TEXTS, None))
    form = CanonicalName("Peter Odhiambo", ("Sergei Lavrentyev",), EntityKind.ORGANIZATION)
    (one,) = [
        one
        for one in table_of(TEXTS, rules(canonical=[form])).entities
        if one.kind is EntityKind.ORGANIZATION
    ]
    assert [variant.text for variant in one.variants] == ["Peter Odhiambo", "Sergei Lavrentyev"]


def test_a_canonical_form_names_the_entity_and_joins_its_aliases() -> None:
    said = rules(canonical=[CanonicalName("S. A. Lavrentyev", ("Sergei Lavrentyev", "Peter Odhiambo"))])
    table = table_of(TEXTS, said)
    (entity,) = [one for one in table.entities if one.name == "S. A. Lavrentyev"]
    assert {v.text for v in entity.variants} == {"Sergei Lavrentyev", "Sergey Lavrentiev", "Peter Odhiambo"}


def test_two_rules_against_one_another_are_told_and_not_followed() -> None:
    said = rules(
        NameRule("Sergei Lavrentyev", "Peter Odhiambo", SAME, where="names.toml:2"),
        NameRule("Peter Odhiambo", "Sergei Lavrentyev", DIFFERENT, where="names.csv:7"),
    )
    table = table_of(TEXTS, said)
    assert groups(table) == groups(table_of(TEXTS, None))
    assert len(table.contradictions) == 2
    assert {"names.toml:2", "names.csv:7"} == {one.where for one in table.contradictions}


def test_a_chain_of_rules_can_contradict_another() -> None:
    said = rules(
        NameRule("Anna Lindqvist", "Peter Odhiambo", SAME),
        NameRule("Peter Odhiambo", "Sergei Lavrentyev", SAME),
        NameRule("Sergei Lavrentyev", "Anna Lindqvist", DIFFERENT),
    )
    table = table_of(TEXTS, said)
    assert groups(table) == groups(table_of(TEXTS, None))
    assert len(table.contradictions) == 3


def test_two_canonical_forms_of_one_entity_contradict_one_another() -> None:
    forms = [CanonicalName("Sergei Lavrentyev"), CanonicalName("Sergey Lavrentiev")]
    table = table_of(TEXTS, rules(canonical=forms))
    assert len(table.contradictions) == 2
    forms = [CanonicalName("One Name", ("Anna Lindqvist",)), CanonicalName("Other Name", ("Anna Lindqvist",))]
    table = table_of(TEXTS, rules(canonical=forms))
    assert len(table.contradictions) == 2
    assert not {"One Name", "Other Name"} & {entity.name for entity in table.entities}


def test_a_rule_against_the_texts_is_followed_and_told_with_what_they_say() -> None:
    texts = {"a": "The Harbour Trust (formerly the Docks Board) closed."}
    table = table_of(texts, rules(NameRule("Harbour Trust", "Docks Board", DIFFERENT, where="names.toml:1")))
    assert groups(table) == []
    (told,) = table.contradictions
    assert "names.toml:1" in told.rule
    assert "Harbour Trust (formerly the Docks Board)" in told.evidence
    texts = {"a": "Anna Lindqvist met Sven Lindqvist."}
    table = table_of(texts, rules(NameRule("Anna Lindqvist", "Sven Lindqvist", SAME)))
    assert groups(table) == [["Anna Lindqvist", "Sven Lindqvist"]]
    (told,) = table.contradictions
    assert "Anna Lindqvist met Sven Lindqvist" in told.evidence


@pytest.mark.parametrize("name", ["", "\x00", "...", "\U0001f600", "\u200f", "Anna Lindqvist"])
def test_odd_rules_do_no_harm(name: str) -> None:
    said = rules(
        NameRule(name, "Anna Lindqvist", SAME),
        NameRule(name, name, DIFFERENT),
        canonical=[CanonicalName(name, (name, ""))],
    )
    table = table_of(TEXTS, said)
    assert sum(len(v.mentions) for e in table.entities for v in e.variants) == 5


def test_of_rules_that_contradict_one_another_neither_is_followed() -> None:
    said = rules(
        NameRule("Peter Odhiambo", "Anna Lindqvist", SAME, where="names.toml line 1"),
        NameRule("Peter Odhiambo", "Anna Lindqvist", DIFFERENT, where="names.toml line 4"),
        canonical=[
            CanonicalName("S. Lavrentjew", ("Sergei Lavrentyev",), where="names.toml line 7"),
            CanonicalName("Serge Lavrentieff", ("Sergei Lavrentyev",), where="names.toml line 9"),
        ],
    )
    table = table_of(TEXTS, said)
    assert {one.effect for one in rule_outcomes(table, said)} == {RuleEffect.CONTRADICTED}
    assert {one.name for one in table.entities} == {one.name for one in table_of(TEXTS, None).entities}


def test_a_rule_that_makes_one_of_a_man_and_a_woman_is_told_of() -> None:
    texts = {
        "a": "Henrik Solberg spoke. Mr Solberg left the hall early that day.",
        "b": "Mrs Solberg came late. Mrs Solberg said nothing.",
    }
    said = rules(NameRule("Solberg", "Henrik Solberg", SAME, where="names.toml line 1"))
    told = [one.evidence for one in table_of(texts, said).contradictions]
    assert any("spoken of as a man" in one and "Mrs Solberg" in one for one in told)


def test_the_reason_for_a_spelling_names_no_form_that_is_printed_nowhere() -> None:
    form = CanonicalName("Sergey Lavrentiew", ("Sergei Lavrentyev",), where="names.toml line 3")
    table = table_of(TEXTS, rules(canonical=[form]))
    (one,) = [one for one in table.entities if one.name == "Sergey Lavrentiew"]
    reasons = {variant.text: variant.reason for variant in one.variants}
    assert reasons["Sergei Lavrentyev"] == "you set this name: Sergey Lavrentiew (names.toml line 3)"
    assert "(spelled like Sergei Lavrentyev)" in reasons["Sergey Lavrentiev"]


def test_a_form_that_no_text_has_is_a_name_of_its_entity() -> None:
    said = rules(
        NameRule("Marshal Odhiambo the Elder", "Sergei Lavrentyev", DIFFERENT),
        canonical=[CanonicalName("Marshal Odhiambo the Elder", ("Peter Odhiambo",))],
    )
    effects = {one.effect for one in rule_outcomes(table_of(TEXTS, said), said)}
    assert effects == {RuleEffect.FOLLOWED}


def test_a_rule_on_two_whom_one_text_gives_with_other_roles_is_followed_and_told() -> None:
    texts = {
        "a": "The mayor, Simon Sang, left Ulm. On Monday the engineer Rashid Salim stayed.",
        "b": "Rashid Salim left. Olga Reuter stayed.",
    }
    table = table_of(texts, rules(NameRule("Simon Sang", "Rashid Salim", SAME, where="names.toml:2")))
    assert any({"Simon Sang", "Rashid Salim"} <= set(group) for group in groups(table))
    (told,) = table.contradictions
    assert "one text gives both in full" in told.evidence
    assert "mayor" in told.evidence
    assert "engineer" in told.evidence
    quiet = table_of(texts, rules(NameRule("Rashid Salim", "Olga Reuter", SAME, where="names.toml:2")))
    assert not any("in full" in one.evidence for one in quiet.contradictions)
