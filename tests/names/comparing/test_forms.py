"""Given names that are forms or spellings of one, or are other names."""

import pytest

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.compare import compare_names
from provenance.names.comparing.forms import share_form, spell_one_name
from provenance.readers.gazetteers import load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def test_a_form_of_another_language_is_no_spelling_however_alike_it_sounds(knowledge: Knowledge) -> None:
    compared = compare_names("Joseph Mansouri", "Yousef al-Mansouri", "person", knowledge)
    assert compared.verdict == "unsure"
    assert any("forms of one" in reason.text for reason in compared.reasons)


def test_spellings_that_begin_alike_or_with_a_glide_stay_spellings(knowledge: Knowledge) -> None:
    for a, b in (("Yevgeny Prigov", "Evgeny Prigov"), ("Dzhokhar Dudin", "Jokhar Dudin")):
        assert compare_names(a, b, "person", knowledge).verdict == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Recep Aydın", "Rajab Aydin"),
        ("Xaliimo Warsame", "Halima Warsame"),
        ("Brahim Lakhdari", "Ibrahim Lakhdari"),
        ("Djibril Bah", "Jibril Bah"),
        ("Laxmi Prasad", "Lakshmi Prasad"),
    ],
)
def test_spellings_of_one_name_in_two_orthographies_are_one(a: str, b: str, knowledge: Knowledge) -> None:
    assert compare_names(a, b, "person", knowledge).verdict == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Issam Khoury", "Wissam Khoury"),
        ("Najat Saleh", "Najwa Saleh"),
        ("Talal Hamdan", "Talaat Hamdan"),
        ("Arman Sahakyan", "Armen Sahakyan"),
        ("Sunil Rao", "Sushil Rao"),
    ],
)
def test_spellings_of_two_names_are_two_however_alike(a: str, b: str, knowledge: Knowledge) -> None:
    assert compare_names(a, b, "person", knowledge).verdict == "different"


def test_what_may_be_either_of_two_names_is_neither_for_sure() -> None:
    assert not spell_one_name("=jamal =jamil", "=jamil")
    assert share_form("=jamal =jamil", "=jamil")
    assert spell_one_name("joseph =yusuf", "=yusuf")
    assert not spell_one_name("joseph", "joseph")
    assert not share_form("", "")


def test_every_name_of_the_table_is_a_spelling_of_itself(knowledge: Knowledge) -> None:
    named = {form[1:] for forms in knowledge.name_forms.values() for form in forms.split() if form[0] == "="}
    assert named <= knowledge.name_forms.keys()
    assert all(f"={name}" in knowledge.name_forms[name].split() for name in named)
