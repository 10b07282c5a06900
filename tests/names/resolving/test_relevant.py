"""What of a long list of rules can matter for a pile."""

from provenance.model.name_rules import CanonicalName, NameRelation, NameRule, NameRules
from provenance.names.resolving.relevant import relevant_rules

SAME, DIFFERENT = NameRelation.SAME, NameRelation.DIFFERENT


def test_rules_on_names_of_the_pile_are_kept_in_order() -> None:
    kept = NameRule("Ana Souza", "A. Souza", SAME)
    rules = NameRules((NameRule("X", "Y", SAME), kept, NameRule("X", "Z", DIFFERENT)), (CanonicalName("X"),))
    assert relevant_rules(rules, ["ANA SOUZA"]) == NameRules((kept,))


def test_a_chain_over_a_name_that_stands_nowhere_is_kept() -> None:
    rules = NameRules((NameRule("A", "B", SAME), NameRule("B", "C", SAME), NameRule("A", "C", DIFFERENT)))
    assert relevant_rules(rules, ["A"]) == rules


def test_a_form_matters_for_any_of_its_names() -> None:
    rules = NameRules((), (CanonicalName("WHO", ("OMS",)), CanonicalName("UN", ("ONU",))))
    assert [form.name for form in relevant_rules(rules, ["oms"]).canonical] == ["WHO"]


def test_what_is_suggested_or_different_needs_both_sides() -> None:
    rules = NameRules((NameRule("A", "B", DIFFERENT),), (), (NameRule("A", "B", SAME),))
    assert relevant_rules(rules, ["A"]) == NameRules()
    assert relevant_rules(rules, ["A", "b"]) == rules
