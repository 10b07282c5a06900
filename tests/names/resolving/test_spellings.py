"""Which forms of one name are two spellings, and which say only more or less of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.names import Entity, EntityKind, NameVariant
from provenance.model.spans import Span
from provenance.names.resolving.spellings import find_inconsistent, group_spellings, is_other_spelling
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()
PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Thandiwe Mokoena", "Thandiwe Mokwena", PERSON),
        ("Hassan Rouhani", "Hasan Ruhani", PERSON),
        ("Kim Jong-un", "Kim Jong Un", PERSON),
        ("Rodríguez", "Rodriguez", PERSON),
        ("Ma'mun", "Mamun", PERSON),
        ("Tchaikovsky", "Pyotr Chaikovsky", PERSON),
        ("al-Bakri", "Albakri", PERSON),
        ("Labour Organisation", "Labour Organization", BODY),
        ("Smith & Sons", "Smith and Sons", BODY),
        ("N.U.M.", "NUM", BODY),
        ("Center for Budget Studies", "Centre for Budget Studies", BODY),
        ("Kyiv", "Kiev", PLACE),
        ("大阪會館", "大阪会館", PLACE),
        ("Достоевский", "Достоевскій", PERSON),
    ],
)
def test_other_spellings_are_found(a: str, b: str, kind: EntityKind) -> None:
    assert is_other_spelling(a, b, kind, KNOWLEDGE) and is_other_spelling(b, a, kind, KNOWLEDGE)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Mokoena", "Thandiwe Mokoena", PERSON),
        ("Thandiwe", "Thandiwe Mokoena", PERSON),
        ("T. Mokoena", "Thandiwe Mokoena", PERSON),
        ("MOKOENA", "Mokoena", PERSON),
        ("Al-Bakri", "al-Bakri", PERSON),
        ("Bakri", "al-Bakri", PERSON),
        ("Dr Ana Souza", "Ana Souza", PERSON),
        ("President Souza", "Ana Souza", PERSON),
        ("Souza's", "Souza", PERSON),
        ("Mandela", "Madiba", PERSON),
        ("O’Brien", "O'Brien", PERSON),
        ("National Union of Mineworkers", "NUM", BODY),
        ("NUM", "NUMSA", BODY),
        ("National Union of Mineworkers", "the National Union", BODY),
        ("Iraqi parliament", "Iraq's parliament", BODY),
        ("Red Cross", "Croix Rouge", BODY),
        ("Владимир", "Vladimir", PERSON),
        ("", "x", PERSON),
        ("Lagos", "Lagos", PLACE),
    ],
)
def test_shorter_and_other_names_are_none(a: str, b: str, kind: EntityKind) -> None:
    assert not is_other_spelling(a, b, kind, KNOWLEDGE) and not is_other_spelling(b, a, kind, KNOWLEDGE)


def test_two_parts_of_a_longer_form_are_none() -> None:
    assert is_other_spelling("Martin", "Martins", PERSON, KNOWLEDGE)
    assert not is_other_spelling("Martin", "Martins", PERSON, KNOWLEDGE, ["Martin Martins"])


def test_a_group_holds_what_is_spelled_otherwise_and_nothing_else() -> None:
    forms = ["Hassan Rouhani", "Rouhani", "Ruhani", "H. Rouhani"]
    assert group_spellings(forms, PERSON, KNOWLEDGE) == [
        ("H. Rouhani", "Hassan Rouhani", "Rouhani", "Ruhani")
    ]
    assert group_spellings(["Rouhani", "Hassan Rouhani"], PERSON, KNOWLEDGE) == []


def test_only_spellings_of_one_document_count() -> None:
    def variant(text: str, *spans: Span) -> NameVariant:
        return NameVariant("e-1", PERSON, text, spans, 1.0, "")

    one = variant("Rouhani", Span("s-1", 0, 7), Span("s-2", 5, 12))
    other = variant("Ruhani", Span("s-2", 40, 46), Span("s-2", 20, 26))
    found = find_inconsistent([Entity("e-1", "Rouhani", PERSON, (one, other))], KNOWLEDGE)
    assert [(spelling.source, spelling.text) for spelling in found] == [("s-2", "Rouhani"), ("s-2", "Ruhani")]
    assert found[1].spans == (Span("s-2", 20, 26), Span("s-2", 40, 46))


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(EntityKind))
def test_any_two_texts_are_judged_alike_both_ways(a: str, b: str, kind: EntityKind) -> None:
    assert is_other_spelling(a, b, kind, KNOWLEDGE) == is_other_spelling(b, a, kind, KNOWLEDGE)
    assert not is_other_spelling(a, a, kind, KNOWLEDGE)


@pytest.mark.parametrize(
    ("a", "b", "is_spelling"),
    [
        ("Banco de Lusanda", "Bank of Lusanda", False),
        ("Banco de España", "Bank of Spain", False),
        ("Alianza Kivuli", "Alliance Kivuli", False),
        ("Müller GmbH", "Mueller AG", False),
        ("Müller GmbH", "Mueller GmbH", True),
        ("Müller GmbH", "Mueller", True),
        ("Centre for Rivers", "Center of Rivers", True),
        ("Banco de Lusanda", "Banco de Luzanda", True),
    ],
)
def test_translations_and_other_legal_forms_are_no_spellings(a: str, b: str, is_spelling: bool) -> None:
    for x, y in ((a, b), (b, a)):
        assert is_other_spelling(x, y, EntityKind.ORGANIZATION, KNOWLEDGE) is is_spelling
