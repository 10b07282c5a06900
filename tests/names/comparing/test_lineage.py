"""Names that show another place in a family: never the same, seldom surely another."""

import pytest

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.compare import compare_names
from provenance.names.comparing.grammar import differ_in_gender_ending, named_father
from provenance.names.comparing.lineage import doubt_of_parent, doubt_of_rank, is_byname_moved
from provenance.names.comparing.person_name import parse_person
from provenance.readers.gazetteers import load_knowledge

FAMILY = [
    ("Hisham Barakat Nassar", "Walid Hisham Barakat Nassar"),
    ("Talal Bandar Saleem", "Bandar Talal Saleem"),
    ("Humaid bin Saqr Al Nuaimi", "Saqr bin Humaid Al Nuaimi"),
    ("Pedro Vargas Molina", "Pedro Molina Vargas"),
    ("Pedro Vargas Molina", "Pedro Molina Vargas Rojas"),
    ("Mrs. Thomas Calloway", "Thomas Calloway"),
    ("Henry W. Calloway", "William H. Calloway"),
    ("Queen Mathilde", "Princess Mathilde"),
]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(("a", "b"), FAMILY)
def test_kin_is_for_people_to_judge_whatever_else_agrees(a: str, b: str, knowledge: Knowledge) -> None:
    for one, other in ((a, b), (b, a)):
        assert compare_names(one, other, "person", knowledge).verdict == "unsure"


def test_a_junior_told_in_full_may_be_who_is_known_by_an_everyday_form(knowledge: Knowledge) -> None:
    full = compare_names("Joseph R. Harlan Jr.", "Joe Harlan", "person", knowledge)
    assert full.verdict == "unsure"
    assert full.score > compare_names("Joseph Harlan Jr.", "Joe Harlan", "person", knowledge).score


def test_what_stands_before_a_name_is_no_child_where_it_is_a_title_or_a_usual_first_name(
    knowledge: Knowledge,
) -> None:
    for a, b in (
        ("Walid Barakat", "Mohammad Walid Barakat"),
        ("Walid Barakat", "veteran Walid Barakat"),
        ("Walid Barakat", "Walid Walid Barakat"),
    ):
        assert not doubt_of_parent(parse_person(a, knowledge), parse_person(b, knowledge))


def test_a_byname_moves(knowledge: Knowledge) -> None:
    name = parse_person("Chaudhry Imran Saleem", knowledge)
    assert is_byname_moved(name, parse_person("Imran Saleem Chaudhry", knowledge))
    assert not is_byname_moved(name, parse_person("Saleem Imran Chaudhry", knowledge))


def test_a_rank_that_one_name_leaves_out_tells_nothing(knowledge: Knowledge) -> None:
    queen = parse_person("Queen Mathilde", knowledge)
    assert not doubt_of_rank(queen, parse_person("Mathilde", knowledge))
    assert doubt_of_rank(queen, parse_person("Princess Mathilde", knowledge))


@pytest.mark.parametrize(
    ("patronymic", "father"), [("borisovich", "boris"), ("olegovna", "oleg"), ("sergeevich", "serge")]
)
def test_a_patronymic_names_the_father(patronymic: str, father: str) -> None:
    assert named_father(patronymic) == father


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("marino", "marina", True),
        ("viktor", "viktoria", True),
        ("raffaele", "raffaella", True),
        ("valery", "valeria", True),
        ("daniela", "daniella", False),
        ("marina", "martina", False),
        ("a", "o", False),
    ],
)
def test_an_ending_tells_a_woman_from_a_man(a: str, b: str, differ: bool) -> None:
    assert differ_in_gender_ending(a, b) is differ_in_gender_ending(b, a) is differ
