"""Bodies of many states under the names of many languages."""

import pytest

from provenance.model.names import Verdict
from provenance.names.comparing.compare import compare_names
from provenance.names.comparing.organization_name import parse_organization
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def judge(a: str, b: str) -> Verdict:
    return compare_names(a, b, "organization", KNOWLEDGE).verdict


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("NATO", "OTAN"),
        ("НАТО", "Otan"),
        ("ONU", "U.N."),
        ("the United Nations", "Организация Объединённых Наций"),
        ("الأمم المتحدة", "UN"),
        ("OMS", "World Health Organisation"),
        ("Europäische Union", "UE"),
        ("جامعة الدول العربية", "Arab League"),
        ("Comité international de la Croix-Rouge", "ICRC"),
        ("Cruz Roja Colombiana", "Colombian Red Cross"),
        ("Liverpool F.C.", "Liverpool Football Club"),
    ],
)
def test_one_body_under_the_names_of_two_languages(a: str, b: str) -> None:
    assert judge(a, b) is Verdict.SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [("OMC", "OMS"), ("UN", "EU"), ("NATO", "OPEC"), ("World Bank", "Asian Development Bank")],
)
def test_other_bodies_stay_apart(a: str, b: str) -> None:
    assert judge(a, b) is not Verdict.SAME


def test_a_word_is_no_acronym_unless_it_is_written_as_one() -> None:
    assert parse_organization("WHO", KNOWLEDGE).known_as == "World Health Organization"
    assert parse_organization("The Who", KNOWLEDGE).known_as == ""
    assert parse_organization("Pam", KNOWLEDGE).known_as == ""
    assert parse_organization("Unesco", KNOWLEDGE).known_as.startswith("United Nations Educational")


@pytest.mark.parametrize("name", ["a.k.a. Orlen", "aka: Orlen", "f.k.a. Orlen"])
def test_what_is_said_before_another_name_is_no_part_of_it(name: str) -> None:
    assert parse_organization(name, KNOWLEDGE).words == ("orlen",)
