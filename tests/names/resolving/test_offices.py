"""Offices: spellings alike in one office at one time are one; who follows whom is not."""

from collections.abc import Mapping

from provenance.model.names import EntityKind, LinkBasis, NameTable
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names import find_aliases, find_mentions, resolve
from provenance.names.resolving.background import Background
from provenance.names.resolving.held_roles import HeldRole, roles_at
from provenance.names.resolving.nodes import Node
from provenance.names.resolving.offices import Offices
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
A, B = (Node(EntityKind.PERSON, text, "") for text in ("Tunde Alao", "Babatunde Alao"))


def roles(text: str, name: str) -> list[tuple[str, str]]:
    """(title, country) of what stands beside a name."""
    start = text.index(name)
    found = roles_at(text, Span("a", start, start + len(name)), KNOWLEDGE)
    return [(role.title, role.place) for role in found if role.is_now]


def table_of(texts: Mapping[str, str], days: Mapping[str, int] | None = None) -> NameTable:
    mentions = find_mentions(texts, KNOWLEDGE)
    aliases = find_aliases(texts, mentions, KNOWLEDGE)
    return resolve(texts, mentions, aliases, [], KNOWLEDGE, NameSettings(), Background(days=days or {}))


def held(role: HeldRole, other: HeldRole, days: Mapping[str, int] | None = None) -> Offices:
    return Offices({A: {role: (Span("a", 0, 4),)}, B: {other: (Span("b", 0, 4),)}}, days or {})


def test_roles_stand_before_behind_and_in_signatures() -> None:
    assert roles("Kenyan President Amina Otieno left.", "Amina Otieno") == [("president", "KE")]
    assert roles("Amina Otieno, the mayor of Kisumu, left.", "Amina Otieno") == [("mayor", "")]
    assert roles("Amina Otieno, president of Kenya, left.", "Amina Otieno") == [("president", "KE")]
    assert roles("Signed:\nAmina Otieno\nMayor\n", "Amina Otieno") == [("mayor", "")]
    assert roles("It rained. The mayor, Dr Amina Otieno, left.", "Amina Otieno") == [("mayor", "")]


def test_former_and_deputy_holders_hold_nothing_now() -> None:
    assert roles("Former President Amina Otieno left.", "Amina Otieno") == []
    assert roles("Amina Otieno, the outgoing mayor, left.", "Amina Otieno") == []


def test_a_clause_before_a_name_is_no_role_of_it() -> None:
    assert roles("After she met the mayor, Amina Otieno left.", "Amina Otieno") == []


def test_one_office_of_one_country_is_shared() -> None:
    role = HeldRole("president", "KE", is_sole=True)
    assert held(role, role).shared(A, B) is not None
    assert held(role, HeldRole("president", "UG", is_sole=True)).shared(A, B) is None
    assert held(role, HeldRole("mayor", "KE", is_sole=True)).shared(A, B) is None


def test_offices_of_two_bodies_are_two() -> None:
    role = HeldRole("chief executive", "KE", "salt works", is_sole=True)
    assert held(role, HeldRole("chief executive", "", "salt works", is_sole=True)).shared(A, B) is not None
    assert held(role, HeldRole("chief executive", "", "tea board", is_sole=True)).shared(A, B) is None


def test_an_office_at_two_times_is_not_shared() -> None:
    role = HeldRole("president", "KE", is_sole=True)
    assert held(role, role, {"a": 730000, "b": 730100}).shared(A, B) is not None
    assert held(role, role, {"a": 730000, "b": 732000}).shared(A, B) is None
    assert held(role, role, {"a": 730000}).shared(A, B) is not None


def test_a_role_of_many_is_no_office_of_one() -> None:
    role = HeldRole("minister")
    assert held(role, role).shared(A, B) is None
    assert held(role, role).alike(A, B) is not None


TEXTS = {
    "a": "It rained. The minister, Adekunle Ogunsola, spoke.",
    "b": "Kunle Ogunsola, the minister, spoke again.",
}


def test_a_short_form_of_a_given_name_in_one_role_is_one() -> None:
    (link,) = (one for one in table_of(TEXTS).links if one.is_joined and one.basis is LinkBasis.ROLE)
    assert {link.a, link.b} == {"Adekunle Ogunsola", "Kunle Ogunsola"}
    assert link.reason == "both are minister"


def test_a_short_form_at_another_time_is_left_alone() -> None:
    table = table_of(TEXTS, {"a": 730000, "b": 735000})
    assert not any(one.is_joined and one.basis is LinkBasis.ROLE for one in table.links)


def test_a_short_form_that_may_be_two_is_left_alone() -> None:
    texts = {**TEXTS, "c": "Olakunle Ogunsola, the minister of works, spoke."}
    table = table_of(texts)
    assert not any(one.is_joined and one.basis is LinkBasis.ROLE for one in table.links)
