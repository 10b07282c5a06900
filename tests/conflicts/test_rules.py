"""The table of rules: every kind has one, in sentences for readers."""

import re

import pytest

from provenance.conflicts.consequences import CONSEQUENCE
from provenance.conflicts.rules import RULES, Remedy
from provenance.model.conflicts import ConflictKind

SENTENCE = re.compile(r"^[A-Z“][^\n]{8,400}[.]$")


def test_every_kind_has_a_rule_and_a_consequence() -> None:
    assert set(RULES) == set(ConflictKind) == set(CONSEQUENCE)


@pytest.mark.parametrize("kind", list(ConflictKind))
def test_rules_are_told_in_whole_sentences(kind: ConflictKind) -> None:
    rule = RULES[kind]
    for sentence in (rule.finds, rule.because, *rule.silent):
        assert SENTENCE.match(sentence), sentence
    assert rule.silent and rule.remedies
    assert len(set(rule.remedies)) == len(rule.remedies)


def test_only_what_sources_say_is_called_a_contradiction() -> None:
    for rule in RULES.values():
        assert "contradict" not in rule.finds


def test_every_remedy_is_one_of_some_kind() -> None:
    assert {remedy for rule in RULES.values() for remedy in rule.remedies} == set(Remedy)
