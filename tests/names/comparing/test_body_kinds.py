"""What tells bodies of the same words apart, and what makes them one in another language."""

import pytest

from provenance.model.names import Verdict
from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def judge(a: str, b: str) -> Verdict:
    return compare_names(a, b, "organization", KNOWLEDGE).verdict


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("University of Texas at Austin", "University of Texas at Dallas"),
        ("Supreme Court of Ohio", "Supreme Court of Iowa"),
        ("Kestrel Family Foundation of Ohio", "Kestrel Family Foundation of Kent"),
        ("Kano State Government", "Kaduna State Government"),
        ("3d Infantry Division", "2d Infantry Division"),
        ("Technical University of Munich", "University of Munich"),
    ],
)
def test_bodies_of_other_places_numbers_and_fields_differ(a: str, b: str) -> None:
    assert judge(a, b) is Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("3d Infantry Division", "3rd Infantry Division"),
        ("Institute of Physics", "Physical Institute"),
        ("Ministry of Economy", "Ministry of Economics"),
        ("Tekla Industries", "Tekla Industry"),
        ("Banco Central do Brasil", "Central Bank of Brazil"),
        ("Zentralbank der Türkei", "Central Bank of Turkey"),
        ("وزارت امور خارجه ایران", "Iranian Ministry of Foreign Affairs"),
        ("وزارة الصحة العراقية", "Iraqi Ministry of Health"),
        ("Saraya al-Quds", "Al-Quds Brigades"),
    ],
)
def test_bodies_meet_under_words_of_other_languages(a: str, b: str) -> None:
    assert judge(a, b) is Verdict.SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Leeds United", "Leeds"),
        ("FC Barcelona", "Barcelona"),
        ("Arda Family Foundation of Utah", "Arda Family Foundation"),
        ("Islamic Group", "Al-Gama'a al-Islamiyya"),
    ],
)
def test_a_town_beside_its_club_and_a_band_by_its_meaning_are_left_open(a: str, b: str) -> None:
    assert judge(a, b) is Verdict.UNSURE
