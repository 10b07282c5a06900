"""Names of places: countries, kinds, compass words, other languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.names.comparing.compare import compare_names
from provenance.names.comparing.place_name import parse_place
from provenance.readers.gazetteers import load_knowledge

KNOWLEDGE = load_knowledge()


def score(a: str, b: str) -> float:
    return compare_names(a, b, "place", KNOWLEDGE).score


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Burma", "Myanmar"),
        ("Ivory Coast", "Côte d'Ivoire"),
        ("Deutschland", "Germany"),
        ("Россия", "Russia"),
        ("Bombay", "Mumbai"),
        ("Kiev", "Kyiv"),
        ("Le Caire", "Cairo"),
        ("St. Louis", "Saint Louis"),
        ("Mt. Elgon", "Mount Elgon"),
        ("Idlib", "Idleb"),
        ("Deir ez-Zor", "Dayr az Zawr"),
        ("the Gambia", "Gambia"),
        ("Rio Paraná", "Paraná River"),
    ],
)
def test_names_of_one_place_meet(a: str, b: str) -> None:
    assert score(a, b) >= 0.8


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Niger", "Nigeria"),
        ("Slovakia", "Slovenia"),
        ("Guinea", "Equatorial Guinea"),
        ("Dominica", "Dominican Republic"),
        ("Congo River", "Democratic Republic of the Congo"),
        ("South Kordofan", "North Kordofan"),
        ("West Virginia", "Virginia"),
        ("Lake Victoria", "Victoria Falls"),
        ("Georgia", "South Georgia"),
        ("Sector 9", "Sector 12"),
    ],
)
def test_other_places_stay_apart(a: str, b: str) -> None:
    assert score(a, b) < 0.4


@pytest.mark.parametrize(("a", "b"), [("Quebec", "Quebec City"), ("Panama", "Panama City")])
def test_a_city_of_the_name_is_not_surely_the_other(a: str, b: str) -> None:
    assert score(a, b) < 0.7


def test_a_country_is_told_by_its_code_and_says_so() -> None:
    assert parse_place("Kenya", KNOWLEDGE).country == "KE"
    assert parse_place("KE", KNOWLEDGE).country == "KE"
    found = compare_names("Niger", "Nigeria", "place", KNOWLEDGE)
    assert found.reasons[0].text == "countries differ: NE / NG"


@settings(max_examples=60)
@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_breaks_it_and_order_does_not_matter(a: str, b: str) -> None:
    assert score(a, b) == score(b, a)
