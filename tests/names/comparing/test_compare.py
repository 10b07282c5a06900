"""Pairs of names of every kind that must meet, and look-alikes that must not."""

import pytest

from provenance.model.knowledge import Knowledge
from provenance.model.settings import NameSettings
from provenance.names.comparing.compare import alternatives, compare_names
from provenance.names.comparing.organization_name import parse_organization
from provenance.readers.gazetteers import load_knowledge

P, ORG, L = "person", "organization", "place"

MEET = [
    ("Hadi al-Ameri", "Hadi al-Amiri", P),  # spellings of one sound
    ("Hadi Al-Ameri", "Hadi al-Amiri", P),
    ("Muammar Gaddafi", "Moammar Qadhafi", P),
    ("Prime Minister Haider al-Abadi", "Haidar al-Ebadi", P),  # titles
    ("Dr. Ayad Allawi", "Iyad Allawi", P),
    ("Al-Amiri, Hadi", "Hadi al-Ameri", P),  # order
    ("AL-AMIRI Hadi", "Hadi al-Ameri", P),
    ("Abdel Fattah el-Sisi", "Abdul Fatah al-Sisi", P),  # compounds
    ("Abdel Fattah el-Sisi", "Abdelfattah Elsisi", P),
    ("Abd al-Aziz al-Hakim", "Abdulaziz Hakim", P),
    ("Nur al-Din Zengi", "Nureddin Zangi", P),
    ("Hasan Nasrallah", "Hassan Nasr Allah", P),
    ("Abu Bakr al-Baghdadi", "Abou Bakr Baghdadi", P),
    ("Jamal ad-Din Huhu", "Djamel-Eddine Houhou", P),
    ("Shakhwan Abdulla", "Shakhwan Abdullah", P),
    ("Mohammed bin Salman", "Muhammad ibn Salman", P),  # lineage
    ("Mohammed bin Salman", "Mohammed bin Salman bin Abdulaziz Al Saud", P),
    ("George W. Bush", "George Walker Bush", P),  # initials
    ("George Bush", "George W. Bush", P),
    ("JC Juncker", "Jean-Claude Juncker", P),
    ("Kim Jong-un", "Kim Jong Un", P),  # word division
    ("Kim Jong-un", "Kim Jongun", P),
    ("Ali Asghar Hosseini", "Aliasghar Hosseini", P),
    ("Martin Luther King Jr.", "Martin Luther King, Jr.", P),  # generations
    ("Gabriel García Márquez", "Gabriel Garcia Marquez", P),  # marks
    ("José Luis Rodríguez Zapatero", "Jose Luis Rodriguez Zapatero", P),
    ("Raila Odinga", "Raila Amolo Odinga", P),
    ("Sergey Vladimirovich Ivanov", "Sergei Ivanov", P),
    ("Hadi al-Amiri", "هادي العامري", P),  # scripts
    ("Saddam Hussein", "صدام حسين", P),
    ("Qassem Soleimani", "قاسم سلیمانی", P),
    ("Mahmoud Ahmadinejad", "محمود احمدی‌نژاد", P),
    ("Benjamin Netanyahu", "בנימין נתניהו", P),
    ("Nikita Khrushchev", "Никита Хрущёв", P),
    ("Kyriakos Mitsotakis", "Κυριάκος Μητσοτάκης", P),
    ("Xi Jinping", "习近平", P),
    ("Abu Bakr al-Baghdadi", "أبو بكر البغدادي", P),
    ("Abdel Fattah el-Sisi", "عبد الفتاح السيسي", P),
    ("Nur al-Din Mahmud", "نور الدين محمود", P),
    ("Kim Jong-un", "김정은", P),
    ("Fatah Alliance", "Fateh Alliance", ORG),
    ("Kata'ib Hezbollah", "Kataib Hizbullah", ORG),
    ("Kata’ib Hezbollah", "Ketaeb Hizballah", ORG),
    ("Popular Mobilization Force", "Popular Mobilization Forces", ORG),  # number
    ("Popular Mobilisation Forces", "Popular Mobilization Forces", ORG),  # British and American
    ("Badr Organisation", "Badr Organization", ORG),
    ("Ministry of Defence", "Ministry of Defense", ORG),
    ("People's Mojahedin", "People's Mujahedin", ORG),
    ("PMF", "P.M.F.", ORG),  # acronyms
    ("Popular Mobilization Forces", "PMF", ORG),
    ("ISIS", "Islamic State in Iraq and Syria", ORG),
    ("ISIL", "Islamic State of Iraq and the Levant", ORG),
    ("Asa’ib Ahl al-Haq", "AAH", ORG),
    ("World Health Organization (WHO)", "WHO", ORG),
    ("Nato", "North Atlantic Treaty Organization", ORG),
    ("Justice Dept.", "Department of Justice", ORG),
    ("Iraq's parliament", "Iraqi parliament", ORG),  # countries
    ("Parliament of Iraq", "Iraqi Parliament", ORG),
    ("Harakat al-Nujaba", "Nujaba Movement", ORG),  # head words in another language
    ("Kata'ib Hezbollah", "Hezbollah Brigades", ORG),
    ("Badr", "Badr Organization", ORG),
    ("Badr Organization", "the powerful Badr Organization", ORG),
    ("Volkswagen AG", "Volkswagen", ORG),  # legal forms
    ("Volkswagen Gesellschaft mit beschränkter Haftung", "Volkswagen GmbH", ORG),
    ("OOO Rassvet", "Obshchestvo s ogranichennoy otvetstvennostyu Rassvet", ORG),
    ("17th Brigade", "Seventeenth Brigade", ORG),  # numbers
    ("World War II Museum", "World War 2 Museum", ORG),
    ("Raqqa", "Ar-Raqqah", L),
    ("Fallujah", "al-Falluja", L),
    ("Kyiv", "Kiev", L),
    ("Mt. Etna", "Mount Etna", L),
    ("United States", "USA", L),
]

APART = [
    ("Kim Jong Il", "Kim Jong Un", P),
    ("Kim Song Chol", "Kim Pyong Chol", P),
    ("Karim Wasfi", "Karam Wasfi", P),
    ("Hassan Nasrallah", "Hussein Nasrallah", P),
    ("Hassan Rouhani", "Hossein Rouhani", P),
    ("Haider al-Abadi", "Hadi al-Amiri", P),
    ("Haider al-Abadi", "Haider al-Asadi", P),
    ("al-Abadi", "al-Asadi", P),
    ("Iqbal Abdurrahim", "Iqbal Abdurrahman", P),
    ("Hamad bin Khalifa Al Thani", "Tamim bin Hamad bin Khalifa Al Thani", P),  # father and son
    ("Mohammed bin Rashid", "Rashid bin Mohammed", P),
    ("Salman bin Abdulaziz", "Mohammed bin Salman bin Abdulaziz", P),
    ("George H. W. Bush", "George W. Bush", P),  # initials
    ("John F. Kennedy", "Robert F. Kennedy", P),
    ("Martin Luther King Jr.", "Martin Luther King Sr.", P),
    ("Mohammed VI", "Mohammed V", P),
    ("Elizabeth II", "Elizabeth I", P),
    ("Bashar al-Assad", "Maher al-Assad", P),
    ("Bill Clinton", "Hillary Clinton", P),
    ("Oleg Ivanov", "Olga Ivanova", P),
    ("Samir Haddad", "Samira Haddad", P),
    ("Mario Lopez", "Maria Lopez", P),
    ("Jan Kowalski", "Jan Kowalska", P),
    ("Niger", "Nigeria", L),
    ("North Korea", "South Korea", L),
    ("Austria", "Australia", L),
    ("Iran", "Iraq", L),
    ("Slovakia", "Slovenia", L),
    ("Virginia", "West Virginia", L),
    ("ISF", "ISIS", ORG),
    ("MEI", "MEK", ORG),
    ("Badr Brigades", "Badr Airport", ORG),
    ("Quds Force", "Al-Quds Brigades", ORG),
    ("Lebanese Hezbollah", "Iraqi Hezbollah", ORG),
    ("17th Brigade", "5th Brigade", ORG),
    ("First Division", "Second Division", ORG),
    ("Islamic State", "Islamic Republic", ORG),
    ("Interior Ministry", "Defense Ministry", ORG),
    ("Bank of America", "Bank of England", ORG),
    ("Manchester United", "Manchester City", ORG),
    ("Supreme Court", "Supreme Council", ORG),
    ("Jaish al-Mahdi", "Jaish al-Islam", ORG),
]

OPEN = [
    ("Obama", "Barack Obama", P),  # many bear a surname
    ("President Obama", "Michelle Obama", P),
    ("Ahmed Hassan", "Hassan Ahmed", P),
    ("Saddam Hussein", "Uday Saddam Hussein", P),  # may be his son
    ("Hezbollah", "Kata'ib Hezbollah", ORG),  # may be a part of it
    ("Banco Santander", "Banco Santander Mexico", ORG),
    ("Parliament", "Iraqi Parliament", ORG),
]

BY_SOUND_ALONE = [pair for pair in MEET[:6] if "Prime" not in pair[0] and "Dr." not in pair[0]]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The word lists of the package."""
    return load_knowledge()


@pytest.mark.parametrize(("a", "b", "kind"), MEET)
def test_spellings_of_one_name_meet(a: str, b: str, kind: str, knowledge: Knowledge) -> None:
    assert compare_names(a, b, kind, knowledge).verdict == "same"


@pytest.mark.parametrize(("a", "b", "kind"), APART)
def test_look_alikes_stay_apart(a: str, b: str, kind: str, knowledge: Knowledge) -> None:
    assert compare_names(a, b, kind, knowledge).verdict == "different"


@pytest.mark.parametrize(("a", "b", "kind"), OPEN)
def test_what_names_alone_cannot_tell_is_unsure(a: str, b: str, kind: str, knowledge: Knowledge) -> None:
    assert compare_names(a, b, kind, knowledge).verdict == "unsure"


@pytest.mark.parametrize(("a", "b", "kind"), BY_SOUND_ALONE)
def test_spellings_meet_without_any_word_list(a: str, b: str, kind: str) -> None:
    assert compare_names(a, b, kind, Knowledge()).verdict == "same"


@pytest.mark.parametrize(
    ("a", "b"), [("Kim Jong Il", "Kim Jong Un"), ("ISF", "ISIS"), ("George H. W. Bush", "George W. Bush")]
)
def test_look_alikes_stay_apart_without_any_word_list(a: str, b: str) -> None:
    kind = ORG if a.isupper() else P
    assert compare_names(a, b, kind, Knowledge()).verdict == "different"


def test_two_known_places_are_two_unless_they_sound_alike() -> None:
    listed = Knowledge(places=frozenset({"basra", "bosra", "falluja", "fallujah"}))
    assert compare_names("Basra", "Bosra", L, listed).verdict == "different"
    assert compare_names("Basra", "Bosra", L, Knowledge()).verdict != "different"
    assert compare_names("Falluja", "Fallujah", L, listed).verdict == "same"


def test_reasons_name_the_words_and_come_by_weight(knowledge: Knowledge) -> None:
    found = compare_names("Hadi al-Ameri", "Hadi al-Amiri", P, knowledge)
    texts = [reason.text for reason in found.reasons]
    assert "surname equal under romanisation: Ameri ~ Amiri" in texts
    assert "given name equal: Hadi" in texts
    weights = [abs(reason.weight) for reason in found.reasons]
    assert weights[1:] == sorted(weights[1:], reverse=True)
    assert " ~ " in texts[0], "the words that differ are the headline"


def test_a_refusal_says_what_differs(knowledge: Knowledge) -> None:
    found = compare_names("Bashar al-Assad", "Maher al-Assad", P, knowledge)
    assert found.reasons[0].text == "given names differ: Bashar / Maher"
    assert found.reasons[0].weight < 0


def test_verdict_follows_the_settings(knowledge: Knowledge) -> None:
    strict = NameSettings(same=0.9999, different=0.9998)
    assert compare_names("Hadi al-Ameri", "Hadi al-Amiri", P, knowledge, strict).verdict == "different"
    assert compare_names("Hadi al-Ameri", "hadi al ameri", P, knowledge, strict).verdict == "same"


def test_brackets_at_the_end_and_slashes_hold_other_names() -> None:
    assert alternatives("World Health Organization (WHO)") == ("World Health Organization", "WHO")
    assert alternatives("Ivan Petrov / Іван Петров") == ("Ivan Petrov", "Іван Петров")
    assert alternatives("Alexander (Alexandr) Petrov") == ("Alexander Petrov",)
    assert alternatives("Al-Amiri, Hadi") == ("Al-Amiri, Hadi",)
    assert alternatives("()") == ("()",)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Younes Zidane", "Yunus Zidan"),  # one name, in the list twice
        ("Youssouf Diallo", "Yusuf Diallo"),
        ("Andrej Sokolov", "Andrey Sokolov"),
        ("Nadia Benkirane", "Nadia Ben Kirane"),  # glued
        ("Bilal Belhadj", "Bilal Bel Hadj"),
        ("Samir Bouhired", "Samir Bou Hired"),
        ("Lina Hosseini", "Lina Hoseyni"),
    ],
)
def test_spellings_in_the_list_and_glued_names_are_the_same(a: str, b: str) -> None:
    assert compare_names(a, b, P, load_knowledge()).verdict == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Reza Jamal", "Reza Jamali"),
        ("Nour al-Hamad", "Nour al-Hamadi"),
        ("Boris Stepan", "Boris Stepanov"),
        ("Luca Ferri", "Luca Ferro"),
        ("Ellen Peter", "Ellen Peters"),
        ("Ara Petros", "Ara Petrosyan"),
    ],
)
def test_an_ending_that_makes_another_surname_leaves_a_doubt(a: str, b: str) -> None:
    found = compare_names(a, b, P, load_knowledge())
    assert found.verdict == "unsure"
    assert any("the ending makes another surname" in reason.text for reason in found.reasons)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Deng Min", "Ding Min"),
        ("Tran Van Binh", "Tran Van Banh"),
        ("Walid Nassar", "Walida Nassar"),
        ("Majed Nassar", "Majida Nassar"),
        ("Kamal Nassar", "Kamil Nassar"),
        ("Frances Ogden", "Francis Ogden"),
    ],
)
def test_close_names_of_two_persons_are_different(a: str, b: str) -> None:
    assert compare_names(a, b, P, load_knowledge()).verdict == "different"


def test_the_pronoun_us_is_no_country() -> None:
    known = load_knowledge()
    assert parse_organization("Remember Us Foundation", known).countries == frozenset()
    assert parse_organization("US Forest Foundation", known).countries == frozenset({"US"})


def test_equal_names_are_shown_as_written_and_not_in_capitals(knowledge: Knowledge) -> None:
    found = compare_names("ASTRID HOLM", "Astrid Holm", "person", knowledge)
    assert found.reasons[0].text == "equal but for case and punctuation: Astrid Holm"
