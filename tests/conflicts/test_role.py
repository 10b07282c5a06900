"""Offices and titles."""

from attrs import evolve

from provenance.conflicts.ranks import are_two_ranks, is_below
from provenance.model.annotations import AnnotatedSource
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Level
from tests.conflicts import minimal
from tests.conflicts.pools import BODY, PERSON, align, findings, make_source, pool, role

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


def test_a_title_and_that_of_its_deputy_exclude_each_other() -> None:
    a = make("a", "Grace Auma, the treasurer of Lake Bank")
    b = make("b", "Grace Auma, deputy treasurer of Lake Bank")
    of_bank = ("Lake Bank", "lake bank")
    claims = [
        role(a, a.text, "auma", "treasurer", *of_bank),
        role(b, b.text, "auma", "deputy treasurer", *of_bank),
    ]
    shared = [align(a, b)]
    (found,) = findings(pool(a, b, claims=claims, alignments=shared), ConflictKind.ROLE)
    assert [s.value for s in found.sides] == ["treasurer", "deputy treasurer"]
    former = [claims[0], evolve(claims[1], quote="Grace Auma, former deputy treasurer of Lake Bank")]
    assert findings(pool(a, b, claims=former, alignments=shared), ConflictKind.ROLE) == []


def test_ranks() -> None:
    assert is_below("vice-president", "president")
    assert is_below("assistant coach", "coach")
    assert is_below("co-pilot", "captain")
    assert not is_below("president", "vice-president")
    assert not are_two_ranks("chairman", "director")


def test_formal_titles_that_differ_are_low_unless_one_text_gives_both() -> None:
    a, b = make("a", "Grace Auma, president of Lake Bank"), make("b", "Grace Auma, chairman of Lake Bank")
    of_bank = ("Lake Bank", "lake bank")
    claims = [role(a, a.text, "auma", "president", *of_bank), role(b, b.text, "auma", "chairman", *of_bank)]
    found = findings(pool(a, b, claims=claims, alignments=[align(a, b)]), ConflictKind.ROLE)
    assert [c.severity for c in found] == [Level.LOW]
    assert found[0].title.startswith("Different titles of ")
    c = make("c", "Grace Auma, president and chairman of Lake Bank")
    both = [role(c, c.text, "auma", title, *of_bank) for title in ("president", "chairman")]
    assert findings(pool(c, claims=both), ConflictKind.ROLE) == []


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


def test_a_successor_whose_text_says_that_the_other_retired_is_no_rival() -> None:
    earlier = (
        "Yara Mansour has been the director of the Port Authority since 2019. Tomas Gharb is the harbour "
        "master of Ras Tamour, she said."
    )
    later = (
        "Tomas Gharb, who became director of the Port Authority in January, showed the quay of Ras Tamour to "
        "visitors. His predecessor, Yara Mansour, retired in December."
    )
    pair = minimal.MinimalPair("role", False, earlier, later, "2023-03-20", "2024-03-14", "succession")
    assert minimal.judged(pair)
