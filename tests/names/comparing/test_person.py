"""Signs for and against that two names are one person's."""

import math

import pytest

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.compare import compare_names
from provenance.names.comparing.grammar import are_of_two_genders, is_patronymic
from provenance.names.comparing.person import person_evidence, person_signs
from provenance.names.comparing.person_name import parse_person
from provenance.names.comparing.person_weights import FITTED, RATES, SET, SET_RATES
from provenance.names.comparing.reasons import score_of_weights
from provenance.readers.gazetteers import load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The word lists of the package."""
    return load_knowledge()


def texts(a: str, b: str, knowledge: Knowledge) -> list[str]:
    return [reason.text for reason in compare_names(a, b, "person", knowledge).reasons]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nguyễn Văn Thiệu", "Nguyen Van Thieu"),
        ("Luiz Inácio Lula da Silva", "Luiz Inacio Lula da Silva"),
        ("García Márquez, Gabriel", "Gabriel García Márquez"),
        ("Sigurður Ingi Jóhannsson", "Sigurdur Ingi Johannsson"),
        ("Αλέξης Τσίπρας", "Alexis Tsipras"),
        ("Михаил Сергеевич Горбачёв", "Mikhail Gorbachev"),
        ("김정은", "Kim Jong Un"),
        ("习近平", "Xi Jinping"),
        ("Bhimrao Ramji Ambedkar", "B. R. Ambedkar"),
        ("Siraj ul Huda", "Serajul Huda"),
        ("Mujib ur Rahman", "Mujibur Rahman"),
        ("Karima Ben Salah", "Karima Bensalah"),
        ("Omar ibn Jadid", "Omar Bendjedid"),
        ("Nadia Essaghira", "Nadia Elsaghira"),
        ("Maryam Abdollahi", "Maryam Abdulahi"),
        ("Qusai Khatib", "Kusai Khatib"),
        ("A. K. M. Fazlul Huq", "AKM Fazlul Huq"),
        ("Reza Qasemi", "رضا قاسمی"),
    ],
)
def test_spellings_of_many_cultures_are_the_same(a: str, b: str, knowledge: Knowledge) -> None:
    assert compare_names(a, b, "person", knowledge).verdict == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ngo Dinh Diem", "Ngo Dinh Nhu"),
        ("Lech Kaczyński", "Jarosław Kaczyński"),
        ("Bjarni Benediktsson", "Björn Benediktsson"),
        ("Sergei Ivanovich Petrov", "Sergei Nikolaevich Petrov"),
        ("Li Peng", "Li Ping"),
        ("Uhuru Kenyatta", "Jomo Kenyatta"),
        ("Henry VII", "Henry VIII"),
        ("Sami Darwish", "Samia Darwish"),
        ("Abu Tariq", "Umm Tariq"),
        ("Barack Obama", "Vladimir Putin"),
        ("Hassan al-Tikriti", "حسين التكريتي"),
    ],
)
def test_names_of_two_people_are_not_the_same(a: str, b: str, knowledge: Knowledge) -> None:
    assert compare_names(a, b, "person", knowledge).verdict != "same"


def test_a_rare_shared_name_says_more(knowledge: Knowledge) -> None:
    rare = compare_names("Jon Quillfeather", "John Quillfeather", "person", knowledge)
    common = compare_names("Jon Smith", "John Smith", "person", knowledge)
    assert rare.score > common.score
    assert "shared names that few bear: Quillfeather" in texts(
        "Jon Quillfeather", "John Quillfeather", knowledge
    )


def test_reasons_say_what_differs(knowledge: Knowledge) -> None:
    assert texts("Bashar Darwish", "Maher Darwish", knowledge)[0] == "given names differ: Bashar / Maher"
    said = texts("George H. W. Bush", "George Walker Bush", knowledge)
    assert "another initial: H only in one" in said


def test_another_father_is_another_person() -> None:
    assert is_patronymic("ivanovich")
    assert is_patronymic("ihorivna")
    assert not is_patronymic("petrovic")
    assert not is_patronymic("rich")


def test_women_are_told_by_their_names() -> None:
    assert are_of_two_genders("sami", "samia", are_known=True)
    assert are_of_two_genders("simon", "simone", are_known=True)
    assert not are_of_two_genders("amin", "amine", are_known=True)


def test_weights_add_up_to_the_score(knowledge: Knowledge) -> None:
    a, b = parse_person("Hadi al-Ameri", knowledge), parse_person("Hadi al-Amiri", knowledge)
    found = compare_names("Hadi al-Ameri", "Hadi al-Amiri", "person", knowledge)
    assert math.isclose(
        found.score, score_of_weights([reason.weight for reason in person_evidence(a, b)]), abs_tol=1e-6
    )


def test_every_feature_has_a_weight(knowledge: Knowledge) -> None:
    names = (
        "Hadi al-Ameri/H. Amiri/Samia Amiri/Li Peng/Li Ping/Abu Tariq/Petr Ivanovich Sim/Petr Petrovich Sim"
        "/محمد العامري/Tamim bin Hamad/Hamad bin Tamim/John King Jr./John King Sr./John King/J. F. King"
        "/John F. King Smith/King, John"
    ).split("/")
    parsed = [parse_person(name, knowledge) for name in names]
    signs = [sign for a in parsed for b in parsed for sign in person_signs(a, b)]
    used = {name for _, features in signs for name, _ in features}
    assert used <= SET.keys() | FITTED.keys() | RATES.keys() | SET_RATES.keys()


def test_rates_rise_with_likeness() -> None:
    for rates in (*RATES.values(), *SET_RATES.values()):
        assert [weight for _, weight in rates] == sorted(weight for _, weight in rates)
