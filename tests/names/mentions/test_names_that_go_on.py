"""Names over a comma, a possessive or a small word: firms of partners, courts, branches, armed bodies."""

import pytest

from provenance import find_mentions


def marked(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.kind.value) for mention in find_mentions(text, model="none")]


@pytest.mark.parametrize(
    "firm",
    [
        "Adeyemi, Castro & Voss LLP",
        "Adeyemi, Castro and Voss LLP",
        "Thornbury, Nakamura, Castro & Voss LLP",
        "Pereira, Lindqvist & Okoye Ltd",
        "Pereira, Lindqvist & Okoye Associates",
    ],
)
def test_a_firm_of_several_partners_is_one_name(firm: str) -> None:
    assert marked(f"The lawsuit was filed by {firm} on Monday.") == [(firm, "organization")]
    assert marked(f"{firm} advised the buyer.") == [(firm, "organization")]


def test_a_list_or_a_town_before_a_firm_is_no_partner() -> None:
    assert ("Castro & Voss LLP", "organization") in marked("In Boston, Castro & Voss LLP appealed.")
    assert ("Voss Ltd", "organization") in marked("Smith, Castro and Voss Ltd were named.")
    assert [kind for _, kind in marked("He worked in Boston, Hull and Oslo.")] == ["place"] * 3


@pytest.mark.parametrize(
    "court",
    ["Third Circuit", "Eleventh Circuit", "U.S. Court of Appeals for the Sixth Circuit"],
)
def test_a_circuit_is_a_court(court: str) -> None:
    assert marked(f"The {court} upheld the ruling.") == [(court, "organization")]


@pytest.mark.parametrize("armed", ["fighters", "militants", "gunmen"])
def test_who_fights_for_a_name_of_several_words_fights_for_a_body(armed: str) -> None:
    assert marked(f"Hashd al-Karama {armed} entered the town.") == [("Hashd al-Karama", "organization")]
    assert marked(f"Khalifa Haftar {armed} entered the town.") == [("Khalifa Haftar", "person")]


@pytest.mark.parametrize(
    "name",
    ["Islamic State Central Asia Province", "Islamic State's Central Asia Province"],
)
def test_a_body_and_its_branch_that_an_acronym_stands_for_are_one_name(name: str) -> None:
    found = marked(f"The {name} (ISCAP) claimed the attack.")
    assert found == [(name, "organization"), ("ISCAP", "organization")]


def test_a_country_keeps_its_kind_beside_its_letters() -> None:
    assert ("United Arab Emirates", "place") in marked("He flew to the United Arab Emirates (UAE).")


def test_what_someone_owns_is_no_part_of_the_name() -> None:
    assert marked("They climbed to Andriy Melnyk's Cross.") == [("Andriy Melnyk", "person")]
    assert marked("She died at St Bride's Hospital.") == [("St Bride's Hospital", "organization")]


def test_a_feast_is_no_part_of_a_name() -> None:
    assert marked("He joined the Third Division for the Easter parade.")[0] == (
        "Third Division",
        "organization",
    )


@pytest.mark.parametrize("spring", ["Arab Spring", "Sudanese Spring", "Warsaw Spring"])
def test_a_peoples_or_a_towns_spring_is_an_event(spring: str) -> None:
    assert marked(f"Many had hopes in the {spring}.") == [(spring, "event")]
    assert ("Silver Spring", "event") not in marked("He lives in Silver Spring near the bank.")


def test_a_clubs_first_word_stands_for_it() -> None:
    text = "Inter Leeds lost the game. The coach left, but Inter won. Inter scored twice."
    assert marked(text)[1:] == [("Inter", "organization"), ("Inter", "organization")]
    assert marked("Real Madrid lost. Real estate is dear.") == [("Real Madrid", "organization")]


def test_a_title_in_a_shouted_headline_is_no_part_of_the_name() -> None:
    text = "STRIKE TALKS FAIL AS PM HARGREAVES WALKS OUT\n\nColin Hargreaves left early."
    assert marked(text) == [("HARGREAVES", "person"), ("Colin Hargreaves", "person")]
