"""One table of what hangs on a finding, for all kinds."""

import pytest
from attrs import evolve

from provenance.conflicts.consequences import CONSEQUENCE, at_most_its_kind, consequence_of
from provenance.conflicts.same_question import noun_of, precedence
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Evidence, Level, Scope, Side
from provenance.model.spans import Span


def conflict(kind: ConflictKind, *sources: str) -> Conflict:
    sides = tuple(Side(name, (Evidence(name, Span(name, 0, 1), "x"),)) for name in sources)
    levels = (Level.HIGH, Level.HIGH, Scope.BETWEEN)
    return Conflict(kind, ConflictClass.SOURCES_DIFFER, *levels, "?", "!", "", "", "", sides)


@pytest.mark.parametrize("kind", ConflictKind)
def test_every_kind_is_in_the_tables(kind: ConflictKind) -> None:
    assert consequence_of(kind) is CONSEQUENCE[kind]
    assert noun_of(kind)
    assert precedence(conflict(kind, "a", "b"))[0] >= 0
    assert at_most_its_kind(conflict(kind, "a", "b")).consequence is CONSEQUENCE[kind]


def test_a_file_may_say_less_than_its_kind_and_a_spelling_is_low() -> None:
    found = evolve(conflict(ConflictKind.QUANTITY, "a", "b"), consequence=Level.LOW)
    assert at_most_its_kind(found) == found
    spelling = evolve(conflict(ConflictKind.EDITED_COPY, "a"), conflict_class=ConflictClass.SPELLING)
    assert at_most_its_kind(spelling).consequence is Level.LOW


def test_order_is_severity_then_what_changed_in_reuse_then_how_many_sources() -> None:
    plain = conflict(ConflictKind.QUANTITY, "a", "b")
    changed = evolve(plain, conflict_class=ConflictClass.CHANGED_IN_REUSE)
    many = conflict(ConflictKind.QUANTITY, "a", "b", "c")
    low = evolve(changed, consequence=Level.LOW)
    spelling = evolve(changed, conflict_class=ConflictClass.SPELLING)
    mixed = [spelling, low, plain, many, changed]
    assert sorted(mixed, key=lambda each: each.order) == [changed, many, plain, low, spelling]
