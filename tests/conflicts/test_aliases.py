"""Names given as their own other name; names counted as two and as one."""

import pytest

from provenance.model.conflicts import ConflictClass, ConflictKind, Level
from tests.conflicts.pools import BODY, findings, make_source, pool


@pytest.mark.parametrize(
    "text",
    [
        "Al Noor Trading, also known as Al Noor Trading, was fined.",
        "The group (Red Dawn, a.k.a. Red Dawn) claimed it.",
        "O’Neill Shipping, better known as O'Neill Shipping, sank.",
    ],
)
def test_a_name_that_is_its_own_alias_is_found(text: str) -> None:
    (found,) = findings(pool(make_source("a.txt", text)), ConflictKind.ALIAS_SELF)
    assert found.severity is Level.MEDIUM
    assert len(found.sides) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Al Noor Trading, also known as Noor, was fined.",
        "Peter Müller, also known as Peter Mueller, was fined.",
        "Ivan Müller, also known as Ivan Muller, was fined.",
        "It is known as the known as the known.",
        "Lagos, formerly known as Eko, grew.",
    ],
)
def test_another_name_or_spelling_is_no_finding(text: str) -> None:
    assert findings(pool(make_source("a.txt", text)), ConflictKind.ALIAS_SELF) == []


NAMES = {
    "Northline": ("northline", BODY),
    "Northern Line Shipping": ("northline", BODY),
    "Orca": ("orca", BODY),
}


def test_two_in_one_text_and_one_in_another() -> None:
    a = make_source("a.txt", "Ships of Northline and Northern Line Shipping were held.", NAMES)
    whole = "Northern Line Shipping [Northline]"
    b = make_source(
        "b.txt",
        f"The owner, {whole}, denied it.",
        NAMES,
        aliases=[(whole, "Northern Line Shipping", "Northline")],
    )
    (found,) = findings(pool(a, b), ConflictKind.ALIAS_CONFLICT)
    assert found.conflict_class is ConflictClass.SOURCES_DIFFER
    assert [s.value for s in found.sides] == ["named as two", "named as one"]


def test_two_names_side_by_side_that_nobody_joins_are_silent() -> None:
    a = make_source("a.txt", "Ships of Northline and Orca were held.", NAMES)
    whole = "Northern Line Shipping [Northline]"
    b = make_source(
        "b.txt",
        f"The owner, {whole}, denied it.",
        NAMES,
        aliases=[(whole, "Northern Line Shipping", "Northline")],
    )
    assert findings(pool(a, b), ConflictKind.ALIAS_CONFLICT) == []


def test_one_abbreviation_for_two_bodies_in_one_text() -> None:
    names = {"Central Port Authority": ("cpa", BODY), "Coastal Pilots Association": ("pilots", BODY)}
    one, two = "Central Port Authority (CPA)", "Coastal Pilots Association (CPA)"
    a = make_source(
        "a.txt",
        f"The {one} met the {two} on Monday.",
        names,
        aliases=[(one, "Central Port Authority", "CPA"), (two, "Coastal Pilots Association", "CPA")],
    )
    (found,) = findings(pool(a), ConflictKind.ALIAS_CONFLICT)
    assert found.severity is Level.LOW
    assert "Both can hold" in found.why


def test_names_that_only_people_quoted_join_are_theirs_to_differ_on() -> None:
    a = make_source("a.txt", "“Ships of Northline and Northern Line Shipping were held,” she said.", NAMES)
    whole = "Northern Line Shipping [Northline]"
    alias = [(whole, "Northern Line Shipping", "Northline")]
    b, c = (
        make_source(p, f"The owner, {whole}, denied it.", NAMES, aliases=alias) for p in ("b.txt", "c.txt")
    )
    third = "Orca [Northline]"
    d = make_source("d.txt", f"Ships of {third} sailed.", NAMES, aliases=[(third, "Orca", "Northline")])
    (found,) = findings(pool(a, b, c, d), ConflictKind.ALIAS_CONFLICT)
    assert found.conflict_class is ConflictClass.PEOPLE_DIFFER
    assert [e.source_id for e in found.sides[1].evidence] == ["b.txt", "c.txt"]
    assert "b.txt" in found.why
    assert "c.txt" in found.why
