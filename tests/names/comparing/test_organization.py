"""Bodies that are named after another body."""

import pytest

from provenance.names.comparing.compare import compare_names
from provenance.readers.gazetteers import load_knowledge


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("Royal Observatory", "Society of Friends of the Royal Observatory"),
        ("Bank of Moravia", "Board of the Bank of Moravia"),
        ("the Harbour Museum", "Council for the Harbour Museum"),
    ],
)
def test_a_body_of_another_body_is_not_that_body(whole: str, part: str) -> None:
    assert compare_names(whole, part, "organization", load_knowledge()).verdict != "same"


def test_a_word_that_only_says_what_it_is_makes_no_other_body() -> None:
    knowledge = load_knowledge()
    found = compare_names("Democratic Front", "Party of the Democratic Front", "organization", knowledge)
    assert found.verdict == "same"


SAME = [
    ("Ministry of Finance", "Finance Ministry"),
    ("Ministerio de Defensa de España", "Spanish Ministry of Defence"),
    ("وزارة الدفاع العراقية", "Iraqi Ministry of Defense"),
    ("中国银行", "Bank of China"),
    ("Banque Centrale de Tunisie", "Central Bank of Tunisia"),
    ("Siemens Aktiengesellschaft", "Siemens AG"),
    ("Cemex S.A.B. de C.V.", "CEMEX SAB de CV"),
    ("Sime Darby Sdn Bhd", "Sime Darby Sendirian Berhad"),
    ("Aktsionernoye Obshchestvo Zarya", "Zarya JSC"),
    ("5th Division", "Fifth Division"),
    ("Kenyan Parliament", "Parliament of Kenya"),
    ("PMF", "Popular Mobilization Forces"),
    ("MSF", "Doctors Without Borders"),
    ("Petroleos de Venezuela", "Petróleos de Venezuela S.A."),
    ("Al-Quds Univ.", "Al-Quds University"),
    ("Amnesty Int'l", "Amnesty International"),
    ("Vandermeer Corp", "Van der Meer Corp"),
]
APART = [
    ("Nigerian Army", "Nigerien Army"),
    ("Royal Thai Army", "Royal Thai Navy"),
    ("Badr Brigades", "Badr Airport"),
    ("Vega Bank", "Vega Insurance"),
    ("101st Airborne Division", "82nd Airborne Division"),
    ("South Sudan Army", "Sudanese Army"),
    ("Blue Horizon Shipping", "Blue Ocean Shipping"),
    ("Central Bank of Kenya", "Central Bank of Nigeria"),
    ("Bank of China (Hong Kong) Limited", "Bank of China (Singapore) Limited"),
    ("Sever Shipping LLC", "Yug Shipping LLC"),
    ("Dynamo Kyiv", "Dynamo Moscow"),
    ("Daily Mail", "Daily Mirror"),
]
DOUBTFUL = [
    ("Hezbollah", "Kata'ib Hezbollah"),
    ("Unilever", "Unilever Ghana"),
    ("Parliament", "Iraqi Parliament"),
    ("Siemens AG", "Siemens Energy AG"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_names_of_one_body_meet(a: str, b: str) -> None:
    assert compare_names(a, b, "organization", load_knowledge()).score >= 0.8


@pytest.mark.parametrize(("a", "b"), APART)
def test_names_of_other_bodies_stay_apart(a: str, b: str) -> None:
    assert compare_names(a, b, "organization", load_knowledge()).score < 0.45


@pytest.mark.parametrize(("a", "b"), DOUBTFUL)
def test_what_has_one_word_more_is_left_to_people(a: str, b: str) -> None:
    assert 0.35 < compare_names(a, b, "organization", load_knowledge()).score < 0.7


def test_an_acronym_in_a_bracket_says_no_more_than_the_words_before_it() -> None:
    a, b = "Faravaran Sanat Etehad (FSE)", "Federal State Enterprise"
    assert compare_names(a, b, "organization", load_knowledge()).score < 0.45
    assert compare_names(a, "FSE", "organization", load_knowledge()).score >= 0.8


def test_reasons_say_which_country_and_which_letters() -> None:
    found = compare_names("Iraqi parliament", "Iranian parliament", "organization", load_knowledge())
    assert found.reasons[0].text == "country differs: IR / IQ"
    found = compare_names("PMF", "Popular Mobilization Forces", "organization", load_knowledge())
    assert found.reasons[0].text == "PMF are the first letters of Popular Mobilization Forces"
