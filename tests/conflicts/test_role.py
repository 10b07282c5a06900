"""Offices and titles."""

from provenance.model.annotations import AnnotatedSource
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level
from tests.conflicts.pools import BODY, PERSON, findings, make_source, pool, role

NAMES = {
    "Grace Auma": ("auma", PERSON),
    "Peter Otieno": ("otieno", PERSON),
    "Lake Bank": ("lake bank", BODY),
    "Shore Trust": ("shore trust", BODY),
}


def make(path: str, text: str, published: str = "2022-08-10") -> AnnotatedSource:
    return make_source(path, text, NAMES, path, published)


def rivals(second: str, published: str = "2022-08-11") -> list[Conflict]:
    a = make("a", "Grace Auma, the chief executive of Lake Bank, met Shore Trust.")
    b = make("b", second, published)
    claims = [
        role(
            a,
            "Grace Auma, the chief executive of Lake Bank",
            "auma",
            "chief executive",
            "Lake Bank",
            "lake bank",
        ),
        role(
            b,
            "Peter Otieno, the chief executive of Lake Bank",
            "otieno",
            "chief executive",
            "Lake Bank",
            "lake bank",
        ),
    ]
    return findings(pool(a, b, claims=claims), ConflictKind.ROLE)


def test_two_holders_of_one_office_at_one_time() -> None:
    (found,) = rivals("Peter Otieno, the chief executive of Lake Bank, met Shore Trust.")
    assert found.conflict_class is ConflictClass.SOURCES_DIFFER
    assert found.severity is Level.MEDIUM
    assert {s.value for s in found.sides} == {"Auma", "Otieno"}


def test_a_change_of_office_another_year_and_another_office_are_silent() -> None:
    office = "Peter Otieno, the chief executive of Lake Bank"
    assert rivals(f"{office}, who replaced her, met Shore Trust.") == []
    assert rivals(f"{office}, met Shore Trust.", "2012-01-01") == []
    assert rivals(f"Then came former {office}, of Shore Trust.") == []


def test_titles_of_one_leader_can_all_hold() -> None:
    a, b = make("a", "Grace Auma, head of Lake Bank"), make("b", "Grace Auma, chairman of Lake Bank")
    claims = [
        role(a, "Grace Auma, head of Lake Bank", "auma", "head", "Lake Bank", "lake bank"),
        role(b, "Grace Auma, chairman of Lake Bank", "auma", "chairman", "Lake Bank", "lake bank"),
    ]
    (found,) = findings(pool(a, b, claims=claims), ConflictKind.ROLE)
    assert found.severity is Level.LOW
    assert "All can hold" in found.why


def test_head_and_leader_or_two_bodies_are_nothing() -> None:
    a, b = make("a", "Grace Auma, head of Lake Bank"), make("b", "Grace Auma, leader of Lake Bank")
    c = make("c", "Grace Auma, chairman of Shore Trust")
    claims = [
        role(a, "Grace Auma, head of Lake Bank", "auma", "head", "Lake Bank", "lake bank"),
        role(b, "Grace Auma, leader of Lake Bank", "auma", "leader", "Lake Bank", "lake bank"),
        role(c, "Grace Auma, chairman of Shore Trust", "auma", "chairman", "Shore Trust", "shore trust"),
    ]
    assert findings(pool(a, b, c, claims=claims), ConflictKind.ROLE) == []


def test_one_person_as_head_of_two_governments() -> None:
    a = make("a", "Kenyan President Grace Auma met Lake Bank and Shore Trust.")
    b = make("b", "Ugandan President Grace Auma met Lake Bank and Shore Trust.")
    claims = [
        role(a, "Kenyan President Grace Auma", "auma", "president", "Kenya"),
        role(b, "Ugandan President Grace Auma", "auma", "president", "Uganda"),
    ]
    (found,) = findings(pool(a, b, claims=claims), ConflictKind.ROLE)
    assert found.predicate == "president"
    assert len(found.sides) == 2
